"""What the client does, written once: generators that say what is to be done next, run by threads or by asyncio.

A flow yields one of the effects below and is sent what came of it, or is thrown the error. `_sync.py` and `_aio.py` perform
them. So retries, leases, reconciliation and resuming streams are the same code for both clients, and only how one waits
differs. Here are also the flows of a single call and of a stream that goes on after a broken connection.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeVar

import grpc

from holdfast._contract import Method
from holdfast._convert import build
from holdfast.errors import HoldfastError
from holdfast.ids import uuid7

Result = TypeVar("Result")
#: Yields effects, is sent their outcomes, returns a result.
Flow = Generator[Any, Any, Result]

FIRST_BACKOFF_S = 0.05
MAX_BACKOFF_S = 2.0


@dataclass(frozen=True)
class Attempt:
    """Make the unary call once. Gives the reply; HoldfastError."""

    method: Method
    body: bytes
    timeout_s: float
    request_id: str | None


@dataclass(frozen=True)
class Sleep:
    """Gives True when waiting was ended from outside: then the flow is to end as well."""

    seconds: float


@dataclass(frozen=True)
class Open:
    """Begin a server stream. Gives a handle."""

    method: Method
    body: bytes
    timeout_s: float | None
    request_id: str | None


@dataclass(frozen=True)
class Next:
    """Gives the stream's next message, None at its end; HoldfastError."""

    handle: Any


@dataclass(frozen=True)
class Emit:
    """Hand this to whoever iterates."""

    value: Any


@dataclass(frozen=True)
class Invoke:
    """Call this function of the user's, awaiting what it returns where it is to be awaited. Gives its result."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class EpochSettled:
    """Wait until no take-over of this client's own is under way."""


class Core:
    """What both clients know: the agent, its epoch, how long calls may take."""

    def __init__(self, agent_id: str, epoch: int, timeout_s: float, wait_for_ready: bool) -> None:
        self.agent_id = agent_id
        self.epoch = epoch
        self.timeout_s = timeout_s
        self.wait_for_ready = wait_for_ready

    def fill(self, method: Method, request: Any, fields: dict[str, Any]) -> Any:
        """The request with agent, request id and epoch filled in where it has these fields and none were given."""
        if request is None:
            message = build(method.request, fields)
        elif fields:
            raise TypeError(f"{method.python_name}: a request or its fields, not both")
        elif isinstance(request, method.request):
            message = method.request()
            message.CopyFrom(request)
        else:
            raise TypeError(f"{method.python_name}: {type(request).__name__} given, {method.request.DESCRIPTOR.name} wanted")
        if method.fills_agent_id and not message.agent_id:
            message.agent_id = self.agent_id
        if method.fills_request_id and not message.request_id:
            message.request_id = uuid7()
        # Who names epoch 0 means it; a message cannot tell 0 from nothing.
        if method.fills_epoch and not message.epoch and fields.get("epoch") is None:
            message.epoch = self.epoch
        return message


def backoff_s(retries: int, retry_after_s: float = 0.0) -> float:
    """The wait before attempt number `retries` + 2: exponential with full jitter, never shorter than the daemon says.

    https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
    """
    return max(retry_after_s, random.random() * min(MAX_BACKOFF_S, FIRST_BACKOFF_S * float(2 ** min(retries, 16))))


def unary(
    core: Core, method: Method, message: Any, timeout_s: float | None = None, wait_for_ready: bool | None = None
) -> Flow[Any]:
    """A call with its attempts.

    A mutation carries the same request_id on each attempt, so the daemon does it at most once and repeating it is as safe
    as repeating a read. Repeated are: UNAVAILABLE (the daemon is away or stopping), UNKNOWN (OUTCOME_UNKNOWN: the commit
    failed), RESOURCE_EXHAUSTED with RetryInfo (QUEUE_FULL; DISK_FULL once). Never: ABORTED, because somebody else wrote and
    the caller must decide again; DEADLINE_EXCEEDED, because the time is up.
    """
    if timeout_s is None:
        timeout_s = core.timeout_s + _max_wait_s(message)
    end = time.monotonic() + timeout_s
    ready = core.wait_for_ready if wait_for_ready is None else wait_for_ready
    body = message.SerializeToString()
    request_id = message.request_id if method.fills_request_id else None
    seen: list[str] = []
    while True:
        try:
            return (yield Attempt(method, body, max(0.0, end - time.monotonic()), request_id))
        except HoldfastError as error:
            if not _is_safe(error, seen, ready):
                raise
            wait_s = backoff_s(len(seen), error.retry_after_s or 0.0)
            if time.monotonic() + wait_s >= end or (yield Sleep(wait_s)):
                raise
            seen.append(error.reason)


def _is_safe(error: HoldfastError, seen: list[str], wait_for_ready: bool) -> bool:
    if error.code is grpc.StatusCode.UNAVAILABLE:
        return wait_for_ready or error.reason == "SHUTTING_DOWN"
    if error.code is grpc.StatusCode.RESOURCE_EXHAUSTED:
        return error.retry_after_s is not None and not (error.reason == "DISK_FULL" and "DISK_FULL" in seen)
    return error.code is grpc.StatusCode.UNKNOWN


def _max_wait_s(message: Any) -> float:
    """How long the request itself says that the daemon may take (AcquireTokens), on top of what any call may."""
    wait = getattr(message, "max_wait", None)
    return 0.0 if wait is None else float(wait.seconds + wait.nanos / 1e9)


def messages(
    method: Method,
    message: Any,
    each: Callable[[Any], Flow[None]],
    timeout_s: float | None = None,
) -> Flow[None]:
    """Runs `each` for every message of a server stream. Never repeated by itself."""
    request_id = message.request_id if method.fills_request_id else None
    handle = yield Open(method, message.SerializeToString(), timeout_s, request_id)
    try:
        while (reply := (yield Next(handle))) is not None:
            yield from each(reply)
    finally:
        handle.cancel()


class Progress:
    """How often in a row a stream broke without having brought anything."""

    failures = 0


def reconnecting(
    open_one: Callable[[Progress], Flow[None]],
    reconnect: bool,
    on_reconnect: Callable[[HoldfastError], Any] | None,
) -> Flow[None]:
    """One attempt of a stream after the other; `open_one` is asked for each, so it says where to go on.

    Raises HoldfastError: what the daemon refuses and another attempt would not change.
    """
    progress = Progress()
    while True:
        retry_after_s = 0.0
        try:
            yield from open_one(progress)
        except HoldfastError as error:
            if not reconnect or not _is_resumable(error):
                raise
            if on_reconnect is not None:
                on_reconnect(error)
            retry_after_s = error.retry_after_s or 0.0
        if (yield Sleep(backoff_s(progress.failures, retry_after_s))):
            return
        progress.failures += 1


def _is_resumable(error: HoldfastError) -> bool:
    return error.code in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.UNKNOWN) or error.reason == "SLOW_CONSUMER"
