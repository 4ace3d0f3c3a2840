"""Performs flows by awaiting."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator
from typing import Any, TypeVar

import grpc
import grpc.aio

from holdfast._address import Endpoint
from holdfast._contract import Method
from holdfast._flow import Attempt, Core, Emit, EpochSettled, Flow, Invoke, Next, Open, Sleep
from holdfast.errors import from_rpc_error

Result = TypeVar("Result")


def _as_it_is(body: bytes) -> bytes:
    return body


class AsyncCaller:
    """The channel, and the way to run flows on it. Belongs to the event loop of its first call."""

    def __init__(self, endpoint: Endpoint, core: Core) -> None:
        self.core = core
        #: Held while a take-over of this client's own is under way.
        self.taking_over = asyncio.Lock()
        self._endpoint = endpoint
        self._calls: dict[str, Any] = {}
        self._made: Any = None

    @property
    def _channel(self) -> Any:
        # Made with the first call: a channel belongs to a running loop, a client may be made before there is one.
        if self._made is None:
            target, options = self._endpoint.target, self._endpoint.options
            if self._endpoint.credentials is None:
                self._made = grpc.aio.insecure_channel(target, options)
            else:
                self._made = grpc.aio.secure_channel(target, self._endpoint.credentials, options)
        return self._made

    async def close(self) -> None:
        if self._made is not None:
            await self._made.close()

    async def run(self, flow: Flow[Result]) -> Result:
        """Runs a flow that emits nothing."""
        try:
            effect = next(flow)
            while True:
                try:
                    outcome = await self._perform(effect)
                except BaseException as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(outcome)
        except StopIteration as stop:
            result: Result = stop.value
            return result

    async def iterate(self, flow: Flow[None]) -> AsyncIterator[Any]:
        """Yields what the flow emits. Closing the iterator ends the flow, and with it its stream."""
        try:
            effect = next(flow)
            while True:
                if isinstance(effect, Emit):
                    yield effect.value
                    effect = flow.send(None)
                    continue
                try:
                    outcome = await self._perform(effect)
                except BaseException as error:
                    effect = flow.throw(error)
                else:
                    effect = flow.send(outcome)
        except StopIteration:
            return
        finally:
            flow.close()

    async def duplex(self, method: Method, requests: Any) -> AsyncIterator[Any]:
        call = self._channel.stream_stream(
            method.path, request_serializer=method.request.SerializeToString, response_deserializer=method.response.FromString
        )(requests, metadata=self._endpoint.metadata)
        try:
            async for reply in call:
                yield reply
        except grpc.RpcError as error:
            raise from_rpc_error(error, method.name, None) from None
        finally:
            call.cancel()

    async def _perform(self, effect: Any) -> Any:
        if isinstance(effect, Attempt):
            return await self._attempt(effect)
        if isinstance(effect, Sleep):
            return await asyncio.sleep(effect.seconds)
        if isinstance(effect, Open):
            return self._open(effect)
        if isinstance(effect, Next):
            return await effect.handle.next()
        if isinstance(effect, Invoke):
            outcome = effect.function(*effect.arguments)
            return await outcome if inspect.isawaitable(outcome) else outcome
        if isinstance(effect, EpochSettled):
            async with self.taking_over:
                return None
        raise AssertionError(effect)

    async def _attempt(self, effect: Attempt) -> Any:
        method = effect.method
        call = self._calls.get(method.path)
        if call is None:
            call = self._calls[method.path] = self._channel.unary_unary(
                method.path, request_serializer=_as_it_is, response_deserializer=method.response.FromString
            )
        try:
            return await call(effect.body, timeout=effect.timeout_s, metadata=self._endpoint.metadata)
        except grpc.RpcError as error:
            raise from_rpc_error(error, method.name, effect.request_id) from None

    def _open(self, effect: Open) -> _Stream:
        call = self._channel.unary_stream(
            effect.method.path, request_serializer=_as_it_is, response_deserializer=effect.method.response.FromString
        )(effect.body, timeout=effect.timeout_s, metadata=self._endpoint.metadata)
        return _Stream(call, effect)


class _Stream:
    def __init__(self, call: Any, effect: Open) -> None:
        self._call = call
        self._effect = effect
        self.cancel = call.cancel

    async def next(self) -> Any:
        try:
            reply = await self._call.read()
            return None if reply is grpc.aio.EOF else reply
        except grpc.RpcError as error:
            raise from_rpc_error(error, self._effect.method.name, self._effect.request_id) from None
