"""Performs flows by blocking the thread that asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import grpc

from holdfast._address import Endpoint
from holdfast._contract import Method
from holdfast._flow import Attempt, Core, Emit, EpochSettled, Flow, Invoke, Next, Open, Sleep
from holdfast.errors import from_rpc_error

Result = TypeVar("Result")


def _as_it_is(body: bytes) -> bytes:
    return body


class SyncCaller:
    """The channel, and the way to run flows on it. May be used by many threads at once."""

    def __init__(self, endpoint: Endpoint, core: Core) -> None:
        self.core = core
        #: Held while a take-over of this client's own is under way.
        self.taking_over = threading.Lock()
        self._metadata = endpoint.metadata
        self._calls: dict[str, Any] = {}
        if endpoint.credentials is None:
            self._channel = grpc.insecure_channel(endpoint.target, endpoint.options)
        else:
            self._channel = grpc.secure_channel(endpoint.target, endpoint.credentials, endpoint.options)

    def close(self) -> None:
        self._channel.close()

    def run(self, flow: Flow[Result], sleep: Callable[[float], Any] = time.sleep) -> Result:
        """Runs a flow that emits nothing. `sleep` says with True that the flow is to end."""
        try:
            effect = next(flow)
            while True:
                try:
                    outcome = self._perform(effect, sleep)
                except BaseException as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(outcome)
        except StopIteration as stop:
            result: Result = stop.value
            return result

    def iterate(self, flow: Flow[None]) -> Iterator[Any]:
        """Yields what the flow emits. Leaving the loop ends the flow, and with it its stream."""
        try:
            effect = next(flow)
            while True:
                if isinstance(effect, Emit):
                    yield effect.value
                    effect = flow.send(None)
                    continue
                try:
                    outcome = self._perform(effect, time.sleep)
                except BaseException as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(outcome)
        except StopIteration:
            return
        finally:
            flow.close()

    def duplex(self, method: Method, requests: Iterator[Any]) -> Iterator[Any]:
        call = self._channel.stream_stream(
            method.path, request_serializer=method.request.SerializeToString, response_deserializer=method.response.FromString
        )(requests, metadata=self._metadata)
        try:
            yield from call
        except grpc.RpcError as error:
            raise from_rpc_error(error, method.name, None) from None
        finally:
            call.cancel()

    def _perform(self, effect: Any, sleep: Callable[[float], Any]) -> Any:
        if isinstance(effect, Attempt):
            return self._attempt(effect)
        if isinstance(effect, Sleep):
            return sleep(effect.seconds)
        if isinstance(effect, Open):
            return self._open(effect)
        if isinstance(effect, Next):
            return effect.handle.next()
        if isinstance(effect, Invoke):
            return effect.function(*effect.arguments)
        if isinstance(effect, EpochSettled):
            with self.taking_over:
                return None
        raise AssertionError(effect)

    def _attempt(self, effect: Attempt) -> Any:
        method = effect.method
        call = self._calls.get(method.path)
        if call is None:
            call = self._calls[method.path] = self._channel.unary_unary(
                method.path, request_serializer=_as_it_is, response_deserializer=method.response.FromString
            )
        try:
            return call(effect.body, timeout=effect.timeout_s, metadata=self._metadata)
        except grpc.RpcError as error:
            raise from_rpc_error(error, method.name, effect.request_id) from None

    def _open(self, effect: Open) -> _Stream:
        call = self._channel.unary_stream(
            effect.method.path, request_serializer=_as_it_is, response_deserializer=effect.method.response.FromString
        )(effect.body, timeout=effect.timeout_s, metadata=self._metadata)
        return _Stream(call, effect)


class Background:
    """A flow in a thread of its own, which does not keep the process alive."""

    def __init__(self, caller: SyncCaller, flow: Flow[None], name: str) -> None:
        self._caller = caller
        self._flow = flow
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        return self._stop.is_set() or not self._thread.is_alive()

    def stop(self, wait: bool) -> None:
        """The flow ends when it sleeps next; `wait` for it unless it is what asks."""
        self._stop.set()
        if wait and threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        try:
            self._caller.run(self._flow, self._stop.wait)
        except ValueError:
            # grpc refuses calls on a closed channel. Whoever closed the client wants no more of this either.
            return


class _Stream:
    def __init__(self, call: Any, effect: Open) -> None:
        self._call = call
        self._effect = effect
        self.cancel = call.cancel

    def next(self) -> Any:
        try:
            return next(self._call, None)
        except grpc.RpcError as error:
            raise from_rpc_error(error, self._effect.method.name, self._effect.request_id) from None
