"""Says in the background that this process lives, and tells it when it must stop trading."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from holdfast._aio import AsyncCaller
from holdfast._contract import METHODS
from holdfast._flow import Core, EpochSettled, Flow, Invoke, Sleep, unary
from holdfast._sync import Background, SyncCaller
from holdfast.errors import HoldfastError
from holdfast.types import wrap

_HEARTBEAT = METHODS["Sessions"]["Heartbeat"]
_LOG = logging.getLogger("holdfast")
_OVER = frozenset(("STALE_EPOCH", "WRONG_STATE", "NOT_FOUND"))


class Told:
    """Whom a heartbeat tells; the functions are called in its own thread or task, and in asyncio they may be async.

    The next heartbeat waits for them, so they are to be brief. What they raise goes to the log "holdfast", and nowhere else.

    on_state: the session stands otherwise than before; anything but SESSION_STATE_ACTIVE means "take no new risk".
    on_end: this process has the session no more, and no heartbeat follows: another took over (STALE_EPOCH), or it has ended.
    on_missed: one did not get through; they go on. The session is LOST once none did for its whole interval.
    """

    def __init__(
        self,
        session: Any,
        on_state: Callable[[str], Any] | None,
        on_end: Callable[[HoldfastError], Any] | None,
        on_missed: Callable[[HoldfastError], Any] | None,
    ) -> None:
        self.state: str = session.state
        self.ended = False
        #: No heartbeat is to follow, as soon as the function that said so returns.
        self.closed = False
        self._session = session
        self._on_state = on_state
        self._on_end = on_end
        self._on_missed = on_missed

    def beats(self, core: Core, interval_s: float | None) -> Flow[None]:
        session = self._session
        # A third of the session's own interval, so that two may be lost.
        interval_s = interval_s or (session.heartbeat_interval or timedelta(seconds=30)).total_seconds() / 3
        fields = {"agent_id": session.agent_id, "session_id": session.session_id}
        while not self.closed:
            message = core.fill(_HEARTBEAT, None, fields)
            try:
                state = wrap((yield from unary(core, _HEARTBEAT, message, interval_s))).state
            except HoldfastError as error:
                if error.reason == "STALE_EPOCH":
                    # When it was this client itself that took over meanwhile, it goes on with the epoch that it has now.
                    yield EpochSettled()
                    if core.epoch != message.epoch:
                        continue
                if error.reason in _OVER:
                    self.ended = True
                    yield from _tell(self._on_end, error)
                    return
                yield from _tell(self._on_missed, error)
            else:
                if state != self.state:
                    self.state = state
                    yield from _tell(self._on_state, state)
            if self.closed or (yield Sleep(interval_s)):
                return


def _tell(callback: Callable[[Any], Any] | None, what: Any) -> Flow[None]:
    """Calls it; what it raises, a HoldfastError of its own calls included, is no answer to a heartbeat."""
    if callback is None:
        return
    try:
        yield Invoke(callback, (what,))
    except Exception:
        _LOG.exception("a callback of the heartbeat raised; the heartbeats go on as if it had not")


class Heartbeat:
    """Heartbeats of the blocking client, in a thread that does not keep the process alive. Also a context manager."""

    def __init__(self, caller: SyncCaller, told: Told, interval_s: float | None) -> None:
        self._told = told
        self._background = Background(caller, told.beats(caller.core, interval_s), "holdfast-heartbeat")

    @property
    def state(self) -> str:
        """How the session stood at the last heartbeat."""
        return self._told.state

    @property
    def ended(self) -> bool:
        """It has been closed, or this process has the session no more."""
        return self._background.ended or self._told.ended

    def close(self) -> None:
        """No heartbeat follows; the session becomes LOST unless it is closed."""
        self._background.stop(wait=True)

    def __enter__(self) -> Heartbeat:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncHeartbeat:
    """Heartbeats of the asyncio client, in a task. Also an asynchronous context manager."""

    def __init__(self, caller: AsyncCaller, told: Told, interval_s: float | None) -> None:
        self._told = told
        self._task = asyncio.ensure_future(caller.run(told.beats(caller.core, interval_s)))

    @property
    def state(self) -> str:
        """How the session stood at the last heartbeat."""
        return self._told.state

    @property
    def ended(self) -> bool:
        """It has been closed, or this process has the session no more."""
        return self._task.done() or self._told.ended or self._told.closed

    async def close(self) -> None:
        """No heartbeat follows; the session becomes LOST unless it is closed."""
        self._told.closed = True
        if asyncio.current_task() is self._task:
            # A callback closes what called it: it may finish what it does, and is the last.
            return
        self._task.cancel()
        await asyncio.wait((self._task,))

    async def __aenter__(self) -> AsyncHeartbeat:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
