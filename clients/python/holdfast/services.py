"""The services as objects with one method per RPC, made from the contract: nothing here is written per RPC.

What each method takes and gives is in services.pyi, which is generated from the same contract. A list has a second method
that walks its pages: list_transactions and iter_transactions.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

from holdfast import _streams
from holdfast._aio import AsyncCaller
from holdfast._contract import METHODS, Method, snake_case
from holdfast._flow import unary
from holdfast._sync import SyncCaller
from holdfast.types import wrap

#: Have forms of their own: Holdfast.watch, subscribe and consume.
SPECIAL = frozenset(("Watch", "Subscribe", "Consume"))


class _Service:
    def __init__(self, caller: Any) -> None:
        self._caller = caller


def _sync_unary(method: Method) -> Any:
    def call(
        self: _Service, request: Any = None, /, *, timeout_s: Any = None, wait_for_ready: Any = None, **fields: Any
    ) -> Any:
        caller: SyncCaller = self._caller
        message = caller.core.fill(method, request, fields)
        return wrap(caller.run(unary(caller.core, method, message, timeout_s, wait_for_ready)))

    return call


def _async_unary(method: Method) -> Any:
    async def call(
        self: _Service, request: Any = None, /, *, timeout_s: Any = None, wait_for_ready: Any = None, **fields: Any
    ) -> Any:
        caller: AsyncCaller = self._caller
        message = caller.core.fill(method, request, fields)
        return wrap(await caller.run(unary(caller.core, method, message, timeout_s, wait_for_ready)))

    return call


def _pages(method: Method) -> Any:
    def call(
        self: _Service, request: Any = None, /, *, timeout_s: Any = None, wait_for_ready: Any = None, **fields: Any
    ) -> Any:
        caller = self._caller
        message = caller.core.fill(method, request, fields)
        return caller.iterate(_streams.pages(caller.core, method, message, timeout_s, wait_for_ready))

    return call


def _server_stream(method: Method) -> Any:
    def call(self: _Service, request: Any = None, /, *, timeout_s: Any = None, **fields: Any) -> Any:
        caller = self._caller
        message = caller.core.fill(method, request, fields)
        return caller.iterate(_streams.server_stream(method, message, timeout_s))

    return call


def _sync_duplex(method: Method) -> Any:
    def call(self: _Service, requests: Any) -> Iterator[Any]:
        caller: SyncCaller = self._caller
        filled = (caller.core.fill(method, None, dict(one)) for one in requests)
        for reply in caller.duplex(method, filled):
            yield wrap(reply)

    return call


def _async_duplex(method: Method) -> Any:
    async def call(self: _Service, requests: Any) -> AsyncIterator[Any]:
        caller: AsyncCaller = self._caller

        async def filled() -> AsyncIterator[Any]:
            async for one in requests:
                yield caller.core.fill(method, None, dict(one))

        async for reply in caller.duplex(method, filled()):
            yield wrap(reply)

    return call


def _make(prefix: str, service: str, unary_of: Any, duplex_of: Any) -> type[_Service]:
    members: dict[str, Any] = {}
    for method in METHODS[service].values():
        if method.name.rpartition("/")[2] in SPECIAL:
            continue
        if method.client_streaming:
            members[method.python_name] = duplex_of(method)
        elif method.server_streaming:
            members[method.python_name] = _server_stream(method)
        else:
            members[method.python_name] = unary_of(method)
        if method.items:
            members[method.iterator_name] = _pages(method)
    name = f"{prefix}{service}"
    for member, function in members.items():
        function.__name__, function.__qualname__, function.__module__ = member, f"{name}.{member}", __name__
    return type(name, (_Service,), members)


SYNC = {service: _make("", service, _sync_unary, _sync_duplex) for service in METHODS}
ASYNC = {service: _make("Async", service, _async_unary, _async_duplex) for service in METHODS}
globals().update({made.__name__: made for made in (*SYNC.values(), *ASYNC.values())})


class _Calls:
    """What both clients have: `state`, `ledger` and so on, and the calls that stand for themselves."""

    def __init__(self, caller: Any, classes: dict[str, type[_Service]]) -> None:
        self._caller = caller
        for service, made in classes.items():
            if service not in ("Transact", "Watch"):
                setattr(self, snake_case(service), made(caller))

    @property
    def epoch(self) -> int:
        epoch: int = self._caller.core.epoch
        return epoch

    def watch(self, *, reconnect: bool = True, on_reconnect: Any = None, **fields: Any) -> Any:
        core = self._caller.core
        message = core.fill(METHODS["Watch"]["Watch"], None, fields)
        return self._caller.iterate(_streams.watch(core, message, _streams.Resuming(reconnect, on_reconnect)))

    def subscribe(
        self, *, reconnect: bool = True, on_reconnect: Any = None, on_live: Any = None, **fields: Any
    ) -> Any:
        core = self._caller.core
        message = core.fill(METHODS["Signals"]["Subscribe"], None, fields)
        return self._caller.iterate(_streams.subscribe(core, message, _streams.Resuming(reconnect, on_reconnect, on_live)))


class Calls(_Calls):
    def __init__(self, caller: SyncCaller) -> None:
        super().__init__(caller, SYNC)

    def transact(self, request: Any = None, /, **fields: Any) -> Any:
        return SYNC["Transact"].transact(self, request, **fields)  # type: ignore[attr-defined]

    def resume(self, **fields: Any) -> Any:
        return self.operations.resume(**fields)  # type: ignore[attr-defined]

    def take_over(self, **fields: Any) -> Any:
        return self._raise_epoch(self.operations.take_over, fields)  # type: ignore[attr-defined]

    def open_session(self, **fields: Any) -> Any:
        return self._raise_epoch(self.sessions.open_session, fields)  # type: ignore[attr-defined]

    def _raise_epoch(self, call: Any, fields: dict[str, Any]) -> Any:
        # A stream that is told of the new epoch before this is waits for it, and goes on with it.
        with self._caller.taking_over:
            reply = call(**fields)
            self._caller.core.epoch = reply.epoch
        return reply


class AsyncCalls(_Calls):
    def __init__(self, caller: AsyncCaller) -> None:
        super().__init__(caller, ASYNC)

    async def transact(self, request: Any = None, /, **fields: Any) -> Any:
        return await ASYNC["Transact"].transact(self, request, **fields)  # type: ignore[attr-defined]

    async def resume(self, **fields: Any) -> Any:
        return await self.operations.resume(**fields)  # type: ignore[attr-defined]

    async def take_over(self, **fields: Any) -> Any:
        return await self._raise_epoch(self.operations.take_over, fields)  # type: ignore[attr-defined]

    async def open_session(self, **fields: Any) -> Any:
        return await self._raise_epoch(self.sessions.open_session, fields)  # type: ignore[attr-defined]

    async def _raise_epoch(self, call: Any, fields: dict[str, Any]) -> Any:
        async with self._caller.taking_over:
            reply = await call(**fields)
            self._caller.core.epoch = reply.epoch
        return reply
