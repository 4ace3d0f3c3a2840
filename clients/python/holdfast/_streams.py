"""The flows of pages and of the streams that go on where they were."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from holdfast._contract import METHODS, Method
from holdfast._flow import Core, Emit, EpochSettled, Flow, Progress, messages, reconnecting, unary
from holdfast.errors import HoldfastError, StaleEpochError
from holdfast.types import wrap

_WATCH = METHODS["Watch"]["Watch"]
_SUBSCRIBE = METHODS["Signals"]["Subscribe"]
_CONSUME = METHODS["Signals"]["Consume"]
_SERVER_INFO = METHODS["Admin"]["GetServerInfo"]


@dataclass(frozen=True)
class Resuming:
    """How a stream goes on: whether after a broken connection, and who is told of what."""

    reconnect: bool = True
    on_reconnect: Callable[[HoldfastError], Any] | None = None
    on_live: Callable[[], Any] | None = None


def server_stream(method: Method, message: Any, timeout_s: float | None) -> Flow[None]:
    return messages(method, message, _emit, timeout_s)


def _emit(reply: Any) -> Flow[None]:
    yield Emit(wrap(reply))


def pages(core: Core, method: Method, message: Any, timeout_s: float | None, wait_for_ready: bool | None) -> Flow[None]:
    """Emits the items of every page. Each page is a read of its own; nothing is seen twice."""
    while True:
        page = yield from unary(core, method, message, timeout_s, wait_for_ready)
        for item in getattr(wrap(page), method.items):
            yield Emit(item)
        if not page.next_page_token:
            return
        message.page_token = page.next_page_token


def _from_now_on(core: Core, message: Any) -> Flow[None]:
    """Makes "from now on" a revision, so that it means the same after a reconnect."""
    if not message.HasField("from_revision"):
        info = yield from unary(core, _SERVER_INFO, _SERVER_INFO.request())
        message.from_revision, message.history = info.revision, info.history


def watch(core: Core, message: Any, how: Resuming) -> Flow[None]:
    def open_one(progress: Progress) -> Flow[None]:
        def each(reply: Any) -> Flow[None]:
            progress.failures = 0
            is_news = bool(reply.entries) or reply.revision != message.from_revision
            message.from_revision, message.history = reply.revision, reply.history
            if is_news:
                yield Emit(wrap(reply))

        yield from _from_now_on(core, message)
        yield from messages(_WATCH, message, each)

    return reconnecting(open_one, how.reconnect, how.on_reconnect)


def subscribe(core: Core, message: Any, how: Resuming) -> Flow[None]:
    last_id = ""

    def open_one(progress: Progress) -> Flow[None]:
        def each(reply: Any) -> Flow[None]:
            nonlocal last_id
            progress.failures = 0
            message.from_revision, message.history = reply.revision, reply.history
            if reply.live and how.on_live is not None:
                how.on_live()
            signal = reply.signal
            # A connection that broke between two signals of one revision brings the first of them again.
            if not reply.HasField("signal") or (signal.durable and signal.signal_id <= last_id):
                return
            if signal.durable:
                last_id = signal.signal_id
            yield Emit(wrap(signal))

        yield from _from_now_on(core, message)
        yield from messages(_SUBSCRIBE, message, each)

    return reconnecting(open_one, how.reconnect, how.on_reconnect)


def consume(core: Core, name: str, max_in_flight: int, deliver: Callable[[Any], Any], how: Resuming) -> Flow[None]:
    def each_of(progress: Progress) -> Callable[[Any], Flow[None]]:
        def each(reply: Any) -> Flow[None]:
            progress.failures = 0
            if reply.HasField("signal"):
                yield Emit(deliver(reply))

        return each

    def open_one(progress: Progress) -> Flow[None]:
        while True:
            epoch = core.epoch
            message = core.fill(_CONSUME, None, {"name": name, "max_in_flight": max_in_flight})
            try:
                return (yield from messages(_CONSUME, message, each_of(progress)))
            except StaleEpochError:
                # When it was this client itself that took over, it goes on with the epoch that it has now.
                yield EpochSettled()
                if core.epoch == epoch:
                    raise

    return reconnecting(open_one, how.reconnect, how.on_reconnect)
