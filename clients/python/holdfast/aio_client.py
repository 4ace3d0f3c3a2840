"""The asyncio client: client.py, awaited."""

from __future__ import annotations

import asyncio
import functools
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar, overload

from holdfast import _operations, _streams
from holdfast._aio import AsyncCaller
from holdfast._client_base import Decorated, Options
from holdfast._operations import Lease
from holdfast.errors import HoldfastError, OperationCompletedError, OperationOutcomeUnknownError
from holdfast.heartbeat import AsyncHeartbeat, Told
from holdfast.operations import Attempt, Completion, Executed, Spec
from holdfast.services import AsyncCalls
from holdfast.types import ConsumeResponse, Session, wrap

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from holdfast.operations import AsyncDecorator, OperationOptions
    from holdfast.types import HoldSettlementDict, MutationDict

R = TypeVar("R")


class AsyncHoldfast(AsyncCalls):
    """A connection to one daemon, for one agent, for asyncio: as Holdfast, whose methods are awaited here.

    Made without I/O and outside of a loop if need be; belongs to the event loop of its first call.
    """

    def __init__(
        self,
        address: str | None = None,
        *,
        agent_id: str = "",
        token: str | None = None,
        epoch: int = 0,
        timeout_s: float = 10.0,
        wait_for_ready: bool = True,
        tls_ca: str | os.PathLike[str] | None = None,
        tls_cert: str | os.PathLike[str] | None = None,
        tls_key: str | os.PathLike[str] | None = None,
        tls_server_name: str | None = None,
    ) -> None:
        options = Options(
            address, agent_id, token, epoch, timeout_s, wait_for_ready, tls_ca, tls_cert, tls_key, tls_server_name
        )
        self._address = options.endpoint.target
        self._core = options.core
        self._caller = AsyncCaller(options.endpoint, options.core)
        super().__init__(self._caller)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._address!r}, agent_id={self._core.agent_id!r})"

    async def __aenter__(self) -> AsyncHoldfast:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends every call under way and the connection."""
        await self._caller.close()

    def heartbeat(
        self,
        session: Session,
        *,
        interval_s: float | None = None,
        on_state: Callable[[str], Any] | None = None,
        on_end: Callable[[HoldfastError], Any] | None = None,
        on_missed: Callable[[HoldfastError], Any] | None = None,
    ) -> AsyncHeartbeat:
        """Says on a timer that this process lives, and tells when the session is not what it was or is another's."""
        return AsyncHeartbeat(self._caller, Told(session, on_state, on_end, on_missed), interval_s)

    @overload
    def execute_once(
        self,
        operation: str,
        params: object,
        function: Callable[[Attempt], Awaitable[Completion[R]]],
        /,
        *,
        key: str = "",
        **options: Unpack[OperationOptions],
    ) -> Awaitable[Executed[R]]: ...

    @overload
    def execute_once(
        self,
        operation: str,
        params: object,
        function: Callable[[Attempt], Awaitable[R]],
        /,
        *,
        key: str = "",
        **options: Unpack[OperationOptions],
    ) -> Awaitable[Executed[R]]: ...

    @overload
    def execute_once(
        self, operation: str, /, *, key: str | Callable[..., str] = "", **options: Unpack[OperationOptions]
    ) -> AsyncDecorator: ...

    def execute_once(
        self, operation: str, params: Any = None, function: Callable[[Attempt], Any] | None = None, /, **options: Any
    ) -> Any:
        """Makes a side effect happen at most once: records the intent, calls the function with a stable client_order_id, and
        records the outcome with whatever mutations belong to it. Done before: gives the recorded result, calling nothing.

        Without params and function it decorates one, whose first parameter is the Attempt; the other arguments are the params.

        Raises OperationDeniedError, OperationInFlightError, OperationUnknownError (without `reconcile`),
        OperationOutcomeUnknownError (the function raised, or its outcome could not be recorded), DefinitelyDidNotHappen (the
        function's own), HoldfastError.
        """
        if function is not None:
            return self._execute(_spec(operation, params, options), function)
        if params is not None:
            raise TypeError("execute_once: give params and a function, or neither to decorate one")

        def decorate(decorated: Callable[..., Any]) -> Callable[..., Any]:
            shape = Decorated(decorated, options)

            @functools.wraps(decorated)
            async def call(*args: Any, **kwargs: Any) -> Any:
                values, chosen = shape.operation(args, kwargs)
                done = await self._execute(_spec(operation, values, chosen), lambda it: decorated(it, *args, **kwargs))
                return done.result

            return call

        return decorate

    async def _execute(self, spec: Spec, function: Callable[[Attempt], Any]) -> Executed[Any]:
        begun = await self._caller.run(_operations.begin(self._core, spec))
        if isinstance(begun, Executed):
            return begun
        keeper = _keep(self._caller, begun)
        try:
            return await self._caller.run(_operations.attempt(self._core, begun, function))
        finally:
            keeper.cancel()

    def operation(
        self, operation: str, params: object = None, /, *, key: str = "", **options: Unpack[OperationOptions]
    ) -> AsyncOperationBlock:
        """The same as an `async with` statement, whose body is the attempt and says `op.complete(result)` once it has happened.

        A body cannot be skipped, so an operation that was done before raises OperationCompletedError, which has the result.
        Leaving the body without complete() raises OperationOutcomeUnknownError; DefinitelyDidNotHappen frees the holds.
        """
        return AsyncOperationBlock(self._caller, _spec(operation, params, {**options, "key": key}))

    def consume(
        self,
        name: str,
        *,
        max_in_flight: int = 0,
        reconnect: bool = True,
        on_reconnect: Callable[[HoldfastError], Any] | None = None,
    ) -> AsyncIterator[AsyncDelivery]:
        """The signals of a durable consumer (signals.put_consumer), each until it is acknowledged, over reconnects."""
        how = _streams.Resuming(reconnect, on_reconnect)
        flow = _streams.consume(self._core, name, max_in_flight, lambda reply: AsyncDelivery(self, name, wrap(reply)), how)
        return self._caller.iterate(flow)


def _spec(operation: str, params: object, options: dict[str, Any]) -> Spec:
    return Spec(operation, params, asyncio.Event(), **options)


def _keep(caller: AsyncCaller, lease: Lease) -> asyncio.Task[None]:
    """Extends the lease until it is cancelled."""
    return asyncio.create_task(caller.run(_operations.keep(caller.core, lease)))


class AsyncOperationBlock:
    """`async with client.operation(...) as op:`; the body is the attempt, and `await op.complete()` says that it happened."""

    def __init__(self, caller: AsyncCaller, spec: Spec) -> None:
        self._caller = caller
        self._spec = spec
        self._lease: Lease | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._executed: Executed[Any] | None = None

    async def __aenter__(self) -> AsyncOperationBlock:
        begun = await self._caller.run(_operations.begin(self._caller.core, self._spec))
        if isinstance(begun, Executed):
            raise OperationCompletedError(begun.operation, begun.result)
        self._lease = begun
        self._keeper = _keep(self._caller, begun)
        return self

    @property
    def attempt(self) -> Attempt:
        if self._lease is None:
            raise RuntimeError("the operation has not begun: use it in an async with statement")
        return self._lease.attempt()

    @property
    def client_order_id(self) -> str:
        return self.attempt.client_order_id

    @property
    def hold_ids(self) -> Sequence[str]:
        return self.attempt.hold_ids

    @property
    def executed(self) -> Executed[Any]:
        """What was recorded; only after complete()."""
        if self._executed is None:
            raise RuntimeError("the operation is not complete")
        return self._executed

    async def complete(
        self, result: Any = None, *, settlements: Sequence[HoldSettlementDict] = (), mutations: Sequence[MutationDict] = ()
    ) -> Executed[Any]:
        """Records that it happened. Raises OperationOutcomeUnknownError when the daemon does not take it."""
        if self._lease is None or self._executed is not None:
            raise RuntimeError("complete() is called once, inside the async with statement")
        flow = _operations.record(self._caller.core, self._lease, Completion(result, settlements, mutations))
        self._executed = await self._caller.run(flow)
        return self._executed

    async def __aexit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        lease = self._lease
        if self._keeper is None or lease is None:
            return
        self._keeper.cancel()
        if self._executed is not None or isinstance(error, OperationOutcomeUnknownError):
            _operations.spend(error, lease.operation.key)
            return
        if error is None:
            raise OperationOutcomeUnknownError(lease.operation, "the block ended without complete()")
        if isinstance(error, Exception):
            await self._caller.run(_operations.failed(self._caller.core, lease, error))


class AsyncDelivery:
    """A signal that a consumer was given. It comes again unless it is acknowledged before `ack_by`."""

    def __init__(self, client: AsyncHoldfast, name: str, reply: ConsumeResponse) -> None:
        assert reply.signal is not None
        self._client = client
        self._name = name
        self._signal_ids = [reply.signal.signal_id]
        self.signal = reply.signal
        self.delivery: int = reply.delivery
        self.ack_by = reply.ack_by

    async def ack(self) -> None:
        """Says that it was dealt with."""
        await self._client.signals.ack_signals(name=self._name, signal_ids=self._signal_ids)

    async def nack(self, delay: timedelta | None = None) -> None:
        """Gives it back: it comes again, after the delay if there is one."""
        await self._client.signals.nack_signals(name=self._name, signal_ids=self._signal_ids, delay=delay)

    @property
    def ack_mutation(self) -> MutationDict:
        """The acknowledgement as a mutation: in one transact() with what the signal causes, that happens exactly once."""
        return {"ack_signals": {"name": self._name, "signal_ids": self._signal_ids}}
