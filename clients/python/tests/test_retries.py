"""Which failures are repeated: the flow of a call, driven by hand, so that every failure can be had."""

from __future__ import annotations

from typing import Any

import grpc
import pytest

from holdfast import HoldfastError
from holdfast._contract import METHODS
from holdfast._flow import MAX_BACKOFF_S, Attempt, Core, Sleep, backoff_s, unary

PUT = METHODS["State"]["PutState"]
UNAVAILABLE = {"reason": "UNAVAILABLE", "code": grpc.StatusCode.UNAVAILABLE}
STOPPING = {"reason": "SHUTTING_DOWN", "code": grpc.StatusCode.UNAVAILABLE}
UNKNOWN = {"reason": "OUTCOME_UNKNOWN", "code": grpc.StatusCode.UNKNOWN}
QUEUE_FULL = {"reason": "QUEUE_FULL", "code": grpc.StatusCode.RESOURCE_EXHAUSTED, "retry_after_s": 0.2}
DISK_FULL = {"reason": "DISK_FULL", "code": grpc.StatusCode.RESOURCE_EXHAUSTED, "retry_after_s": 0.2}
TOO_MANY = {"reason": "TOO_MANY", "code": grpc.StatusCode.RESOURCE_EXHAUSTED}
CONFLICT = {"reason": "VERSION_CONFLICT", "code": grpc.StatusCode.ABORTED}
LATE = {"reason": "DEADLINE_EXCEEDED", "code": grpc.StatusCode.DEADLINE_EXCEEDED}


def attempts(failures: list[dict[str, Any]], wait_for_ready: bool = True) -> tuple[list[Attempt], list[float], bool]:
    """The attempts and waits of a call that meets these failures and then succeeds, and whether it got there."""
    core = Core("a", 0, 10.0, wait_for_ready)
    flow = unary(core, PUT, core.fill(PUT, None, {"name": "s"}))
    made: list[Attempt] = []
    waits: list[float] = []
    left = [HoldfastError("told", **one) for one in failures]
    effect = next(flow)
    try:
        while True:
            if isinstance(effect, Sleep):
                waits.append(effect.seconds)
                effect = flow.send(None)
                continue
            assert isinstance(effect, Attempt)
            made.append(effect)
            effect = flow.throw(left.pop(0)) if left else flow.send("reply")
    except StopIteration as stop:
        assert stop.value == "reply"
        return made, waits, True
    except HoldfastError:
        return made, waits, False


@pytest.mark.parametrize(
    ("failures", "wait_for_ready", "made", "succeeds"),
    [
        ([], True, 1, True),
        ([UNAVAILABLE] * 5, True, 6, True),
        ([UNAVAILABLE], False, 1, False),
        ([STOPPING], False, 2, True),
        ([UNKNOWN] * 3, True, 4, True),
        ([UNKNOWN], False, 2, True),
        ([QUEUE_FULL] * 4, True, 5, True),
        ([DISK_FULL], True, 2, True),
        ([DISK_FULL, QUEUE_FULL, DISK_FULL], True, 3, False),
        ([TOO_MANY], True, 1, False),
        ([CONFLICT], True, 1, False),
        ([LATE], True, 1, False),
        ([UNAVAILABLE, CONFLICT], True, 2, False),
    ],
)
def test_what_is_safe_is_repeated_with_the_same_bytes(
    failures: list[dict[str, Any]], wait_for_ready: bool, made: int, succeeds: bool
) -> None:
    seen, waits, got_there = attempts(failures, wait_for_ready)
    assert (len(seen), len(waits), got_there) == (made, made - 1, succeeds)
    assert len({(one.body, one.request_id) for one in seen}) == 1
    for failure, wait in zip(failures, waits, strict=False):
        assert wait >= failure.get("retry_after_s", 0)
    budgets = [one.timeout_s for one in seen]
    assert budgets == sorted(budgets, reverse=True) and budgets[0] <= 10


def test_waits_grow_and_are_bounded() -> None:
    for retries in (0, 1, 5, 10_000):
        drawn = [backoff_s(retries) for _ in range(200)]
        assert all(0 <= one <= min(MAX_BACKOFF_S, 0.05 * 2 ** min(retries, 10)) for one in drawn)
    assert backoff_s(0, 7.5) == 7.5


def test_a_wait_that_outlasts_the_time_is_not_begun() -> None:
    slow = {**QUEUE_FULL, "retry_after_s": 60.0}
    seen, waits, got_there = attempts([slow])
    assert (len(seen), waits, got_there) == (1, [], False)
