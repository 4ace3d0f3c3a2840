"""Says in the background that this process lives, and tells it when it must stop trading."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from holdfast._aio import AsyncCaller
from holdfast._contract import METHODS
from holdfast._flow import Core, Flow, Sleep, unary
from holdfast._sync import Background, SyncCaller
from holdfast.errors import HoldfastError
from holdfast.types import wrap

_HEARTBEAT = METHODS["Sessions"]["Heartbeat"]
_OVER = frozenset(("STALE_EPOCH", "WRONG_STATE", "NOT_FOUND"))


class Told:
    """Whom a heartbeat tells; the functions are called in its own thread or task.

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
        self._session = session
        self._on_state = on_state
        self._on_end = on_end
        self._on_missed = on_missed

    def beats(self, core: Core, interval_s: float | None) -> Flow[None]:
        session = self._session
        # A third of the session's own interval, so that two may be lost.
        interval_s = interval_s or (session.heartbeat_interval or timedelta(seconds=30)).total_seconds() / 3
        fields = {"agent_id": session.agent_id, "session_id": session.session_id}
        while True:
            try:
                message = core.fill(_HEARTBEAT, None, fields)
                state = wrap((yield from unary(core, _HEARTBEAT, message, interval_s))).state
                if state != self.state:
                    self.state = state
                    if self._on_state is not None:
                        self._on_state(state)
            except HoldfastError as error:
                if error.reason in _OVER:
                    self.ended = True
                    if self._on_end is not None:
                        self._on_end(error)
                    return
                if self._on_missed is not None:
                    self._on_missed(error)
            if (yield Sleep(interval_s)):
                return


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
        return self._task.done() or self._told.ended

    async def close(self) -> None:
        """No heartbeat follows; the session becomes LOST unless it is closed."""
        self._task.cancel()
        await asyncio.wait((self._task,))

    async def __aenter__(self) -> AsyncHeartbeat:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
