"""A side effect that happens at most once: checkpoint before, call, commit after. The flows of execute_once.

What is certain decides. The function returned: it happened, and the outcome is recorded until the daemon confirms it. It
raised a DefinitelyDidNotHappen of its own: it did not. It raised anything else, be it one that came out of an operation inside
it, or the process died: nobody knows, the operation becomes UNKNOWN when its lease ends, and it must be reconciled before it
can be begun again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

from holdfast._contract import METHODS
from holdfast._flow import Core, Flow, Invoke, Sleep, unary
from holdfast.documents import doc, from_doc
from holdfast.errors import (
    DefinitelyDidNotHappen,
    HoldfastError,
    OperationDeniedError,
    OperationInFlightError,
    OperationOutcomeUnknownError,
    OperationUnknownError,
    StaleEpochError,
    StaleLeaseError,
    VersionConflictError,
    WrongStateError,
)
from holdfast.operations import Attempt, Completion, DidNotHappen, Executed, Happened, Spec
from holdfast.types import wrap

_RPCS = METHODS["Operations"]
_LONGEST_WAIT_S = 1.0


@dataclass(frozen=True)
class Lease:
    """Ours until since + lease_s on time.monotonic()'s clock: since is when it was asked for."""

    spec: Spec
    operation: Any
    lease_token: str
    since: float

    @property
    def ends(self) -> float:
        return self.since + self.spec.lease_s

    def attempt(self) -> Attempt:
        it = self.operation
        return Attempt(it.client_order_id, it.attempt, it.key, it.hold_ids, self.spec.params, self.spec.lease_lost)


def _call(core: Core, rpc: str, fields: dict[str, Any], **how: Any) -> Flow[Any]:
    method = _RPCS[rpc]
    return wrap((yield from unary(core, method, core.fill(method, None, fields), **how)))


def begin(core: Core, spec: Spec) -> Flow[Lease | Executed[Any]]:
    """Until the operation is ours to attempt, or was done before.

    Raises OperationDeniedError, OperationInFlightError, OperationUnknownError (without spec.reconcile), HoldfastError.
    """
    waits = 0
    while True:
        asked = time.monotonic()
        try:
            begun = yield from _call(core, "BeginOperation", _begin_fields(spec))
        except StaleLeaseError:
            # What this very call began ended before its reply came: where the operation stands, another call tells.
            continue
        found = begun.operation
        if begun.outcome == "BEGIN_OUTCOME_DENIED" or found is None:
            raise OperationDeniedError(begun.denials)
        if begun.outcome == "BEGIN_OUTCOME_COMPLETED":
            return Executed(from_doc(found.result), False, found)
        if begun.outcome == "BEGIN_OUTCOME_IN_FLIGHT":
            if spec.in_flight != "wait":
                raise OperationInFlightError(found)
            yield Sleep(_wait_for(found, waits))
            waits += 1
        elif begun.outcome == "BEGIN_OUTCOME_UNKNOWN":
            settled = yield from _reconcile(core, spec, found)
            if settled is not None:
                return Executed(from_doc(settled.result), False, settled)
        else:
            lease = Lease(spec, found, begun.lease_token, asked)
            live = yield from _live(core, lease, begun.header.replayed)
            if live is not None:
                return live


def _begin_fields(spec: Spec) -> dict[str, Any]:
    task_id, step = spec.task or ("", "")
    return {
        "agent_id": spec.agent_id,
        "operation": spec.operation,
        "params": doc(spec.params),
        "key": spec.key,
        "lease": timedelta(seconds=spec.lease_s),
        "holds": spec.holds,
        "risk": spec.risk,
        "session_id": spec.session_id,
        "on_crash": "ON_CRASH_RETRY" if spec.on_crash == "retry" else "ON_CRASH_UNKNOWN",
        "task_id": task_id,
        "step": step,
    }


def _wait_for(operation: Any, waits: int) -> float:
    """Grows to a second, and never reaches far beyond the end of the lease that is waited for."""
    growing: float = min(_LONGEST_WAIT_S, 0.025 * 2 ** min(waits, 16))
    if operation.lease_expires_at is None:
        return growing
    left = (operation.lease_expires_at - datetime.now(timezone.utc)).total_seconds()
    return min(growing, left + 0.005) if left > 0 else growing


def _live(core: Core, lease: Lease, ask: bool) -> Flow[Lease | None]:
    """The lease, still ours; None when it ended before the reply arrived.

    The reply may be that of an earlier attempt of the call, or long on its way, so its lease may be over and others may have
    taken the operation over. Ask before anything goes outside.
    """
    while ask or time.monotonic() - lease.since > lease.spec.lease_s / 2:
        try:
            lease = yield from extend(core, lease)
            ask = False
        except StaleEpochError:
            raise
        except HoldfastError as error:
            if is_lost(error):
                return None
            raise
    return lease


def is_lost(error: HoldfastError) -> bool:
    """True when a lease cannot be had back: another one followed, a newer process came, or somebody settled the operation."""
    return isinstance(error, (StaleLeaseError, StaleEpochError, WrongStateError))


def extend(core: Core, lease: Lease, timeout_s: float | None = None) -> Flow[Lease]:
    since = time.monotonic()
    fields = {**_names(lease), "lease": timedelta(seconds=lease.spec.lease_s)}
    yield from _call(core, "ExtendLease", fields, timeout_s=timeout_s)
    return replace(lease, since=since)


def _names(lease: Lease) -> dict[str, Any]:
    return {"agent_id": lease.spec.agent_id, "key": lease.operation.key, "lease_token": lease.lease_token}


def keep(core: Core, lease: Lease) -> Flow[None]:
    """Extends the lease at half its life until it is stopped, and says when it is lost.

    It is when the daemon says so, or when its time is over and no daemon was there to extend it: then others may take the
    operation over. A client that was closed can extend it no more, so then it is as well.
    """
    half = lease.spec.lease_s / 2
    while True:
        if (yield Sleep(max(0.0, lease.since + half - time.monotonic()))):
            return
        try:
            lease = yield from extend(core, lease, timeout_s=max(0.0, lease.ends - time.monotonic()))
        except HoldfastError as error:
            if not is_lost(error) and (yield Sleep(max(0.0, min(0.05, lease.ends - time.monotonic())))):
                return
            if is_lost(error) or time.monotonic() >= lease.ends:
                lease.spec.lease_lost.set()
                return
        except BaseException as error:
            # A closed channel refuses calls (ValueError, UsageError), and asyncio's cancels whoever awaits one under way. A
            # cancellation may also mean that the function has returned, which then reads this no more.
            lease.spec.lease_lost.set()
            if isinstance(error, Exception):
                return
            raise


def attempt(core: Core, lease: Lease, function: Callable[[Attempt], Any]) -> Flow[Executed[Any]]:
    """Calls the function and records what came of it."""
    try:
        returned = yield Invoke(function, (lease.attempt(),))
    except Exception as error:
        yield from failed(core, lease, error)
        raise
    return (yield from record(core, lease, returned if isinstance(returned, Completion) else Completion(returned)))


def failed(core: Core, lease: Lease, error: Exception) -> Flow[None]:
    """Records what definitely did not happen; raises OperationOutcomeUnknownError for every other error."""
    if not isinstance(error, DefinitelyDidNotHappen) or error.spent_by is not None:
        raise OperationOutcomeUnknownError(lease.operation, error or type(error).__name__) from error
    spend(error, lease.operation.key)
    try:
        yield from _call(core, "FailOperation", {**_names(lease), "reason": {"message": str(error)}})
    except HoldfastError as refusal:
        if not (refusal.field or "").startswith(("reason", "$")):
            raise
        # An error message may hold what no document may, such as a credential: the failure counts, its words do not.
        reason = {"message": "the message of the error was refused", "refused_for": refusal.reason}
        yield from _call(core, "FailOperation", {**_names(lease), "reason": reason})


def spend(error: object, key: str) -> None:
    """Marks what leaves an operation as said about that one: the function of an operation around it may have sent something."""
    if isinstance(error, DefinitelyDidNotHappen) and error.spent_by is None:
        error.spent_by = key


def record(core: Core, lease: Lease, completion: Completion[Any]) -> Flow[Executed[Any]]:
    """Records that the effect happened, asking with one request_id until the daemon answers.

    Raises OperationOutcomeUnknownError with the result, when the daemon refuses it or stays away.
    """
    how = {"timeout_s": lease.spec.record_timeout_s, "wait_for_ready": True}
    names = _names(lease)
    try:
        happened = {
            "result": doc(completion.result),
            "settlements": completion.settlements,
            "mutations": completion.mutations,
        }
        try:
            reply = yield from _call(core, "CompleteOperation", {**names, **happened}, **how)
        except StaleLeaseError:
            # The lease ended while the function was at work, but it returned, so what happened is known: that settles it.
            del names["lease_token"]
            found = yield from _call(core, "GetOperation", names, **how)
            if found.operation.status != "OPERATION_STATUS_UNKNOWN":
                raise
            evidence = {"recorded_by": "execute_once", "why": "the outcome arrived after the lease had ended"}
            fields = {**names, "happened": happened, "evidence": evidence}
            reply = yield from _call(core, "ResolveOperation", fields, **how)
    except Exception as error:
        raise OperationOutcomeUnknownError(lease.operation, error, completion.result) from error
    return Executed(from_doc(reply.operation.result), True, reply.operation, reply.results)


def _reconcile(core: Core, spec: Spec, operation: Any) -> Flow[Any]:
    """The completed operation if it happened; None if it did not, or somebody else was quicker: begin again to learn."""
    if spec.reconcile is None:
        raise OperationUnknownError(operation)
    try:
        answer = yield Invoke(spec.reconcile, (operation,))
    except DefinitelyDidNotHappen as error:
        spend(error, operation.key)
        raise
    if not isinstance(answer, (Happened, DidNotHappen)):
        raise TypeError(f"reconcile: Happened or DidNotHappen wanted, {type(answer).__name__} given")
    # The answer is about this attempt: while the outside was asked, another process may have settled it and begun anew.
    fields: dict[str, Any] = {
        "agent_id": spec.agent_id,
        "key": operation.key,
        "attempt": operation.attempt,
        "evidence": {"reconciled_by": "execute_once"} if answer.evidence is None else answer.evidence,
    }
    if isinstance(answer, Happened):
        parts = {"settlements": answer.settlements, "mutations": answer.mutations}
        fields["happened"] = {"result": doc(answer.result), **parts}
    else:
        fields["did_not_happen"] = {}
    try:
        reply = yield from _call(core, "ResolveOperation", fields)
    except VersionConflictError as error:
        if error.field != "attempt":
            raise
        return None
    return reply.operation if isinstance(answer, Happened) else None
