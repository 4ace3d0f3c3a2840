"""What calls raise: one class, a subclass for each refusal that programs act on, and the reason in every case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import grpc

from holdfast import _error_details_pb2 as details_pb2

if TYPE_CHECKING:
    from holdfast.types import Denial, Operation

_OPEN_OUTCOMES = frozenset(
    (
        grpc.StatusCode.UNAVAILABLE,
        grpc.StatusCode.DEADLINE_EXCEEDED,
        grpc.StatusCode.UNKNOWN,
        grpc.StatusCode.CANCELLED,
        grpc.StatusCode.INTERNAL,
    )
)


class HoldfastError(Exception):
    """A call that failed.

    reason: why, as the daemon names it, such as "VERSION_CONFLICT"; for a failure that never came from the daemon the name
      of the gRPC status, such as "UNAVAILABLE".
    code: the grpc.StatusCode.
    method: the RPC, such as "holdfast.v1.State/PutState"; empty for what the client itself refuses.
    field: path of the offending request field.
    metadata: machine-readable facts, such as {"expected": "3", "actual": "4"}.
    retry_after_s: when set, the same call may succeed after this many seconds.
    request_id: of the mutation that failed: call again with it to learn or repeat its outcome.
    """

    def __init__(
        self,
        message: str,
        *,
        reason: str,
        code: grpc.StatusCode,
        method: str = "",
        field: str | None = None,
        metadata: Mapping[str, str] | None = None,
        retry_after_s: float | None = None,
        request_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.reason = reason
        self.code = code
        self.method = method
        self.field = field
        self.metadata: Mapping[str, str] = MappingProxyType(dict(metadata or {}))
        self.retry_after_s = retry_after_s
        self.request_id = request_id

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}"

    @property
    def outcome_unknown(self) -> bool:
        """True when a mutation may have happened or not; calling again with the same request_id tells."""
        return self.request_id is not None and self.code in _OPEN_OUTCOMES


class InvalidRequestError(HoldfastError):
    """The request holds something it may not hold; sending it again is of no use."""


class NotFoundError(HoldfastError):
    """There is nothing of that name."""


class AlreadyExistsError(HoldfastError):
    """It is there already, with other content."""


class VersionConflictError(HoldfastError):
    """Somebody else wrote in between: read again, decide again. metadata["actual"] is the present version."""


class PreconditionNotMetError(HoldfastError):
    """A precondition of a transaction does not hold; nothing was done."""


class IdempotencyKeyReusedError(HoldfastError):
    """The request_id was used before, with other content."""


class StaleLeaseError(HoldfastError):
    """The lease ended or was never this one: somebody else may decide the operation's outcome."""


class StaleEpochError(HoldfastError):
    """A newer process of this agent took over: this one must stop."""


class WrongStateError(HoldfastError):
    """It is not in a state in which this can be done."""


class InsufficientFundsError(HoldfastError):
    """An account that must not go negative has less; metadata has account, asset, available and needed."""


class LimitCrossedError(HoldfastError):
    """A floor or ceiling would be crossed."""


class GuardDeniedError(HoldfastError):
    """metadata has the guard, its kind, its limit and the figure held against it; retry_after_s where time alone decides."""


class HistoryChangedError(HoldfastError):
    """A restored backup does not hold all that a stream has told.

    Read anew what you keep of what came after metadata["common_revision"] and go on from there with metadata["history"]; where
    it is not known, read anew all you keep.
    """


class RevisionCompactedError(HoldfastError):
    """metadata["floor"] is the lowest revision a watch may start from."""


class ResourceExhaustedError(HoldfastError):
    """Full queue, full disk, too many of something; nothing was done."""


class UnavailableError(HoldfastError):
    """The daemon cannot be reached, or is stopping."""


class DeadlineExceededError(HoldfastError):
    """The time that the call was given is up."""


class UnauthenticatedError(HoldfastError):
    """No token, or one that does not count (any more)."""


class PermissionDeniedError(HoldfastError):
    """The token, or the agent, may not do this."""


class DefinitelyDidNotHappen(Exception):
    """Raise it inside execute_once when the effect certainly did not happen, such as an order the exchange refused.

    The holds are released and the operation may be begun again. A timeout is not certain. Raise a new one each time: it speaks
    of the one operation whose function raised it, and for an operation around that one it is an exception like any other.

    spent_by: the key of the operation that it came out of; None until then.
    """

    spent_by: str | None = None


class OperationError(Exception):
    """What execute_once raises besides HoldfastError; `operation` is the Operation as it stands."""

    def __init__(self, message: str, operation: Operation) -> None:
        super().__init__(message)
        self.operation = operation


class OperationDeniedError(Exception):
    """Refused before it began; nothing was held. `denials` say why."""

    def __init__(self, denials: Sequence[Denial]) -> None:
        super().__init__("the operation was denied: " + "; ".join(f"{one.rule}: {one.message}" for one in denials))
        self.denials = denials


class OperationInFlightError(OperationError):
    """Somebody else holds the lease, until operation.lease_expires_at."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(f"operation {operation.key} is in flight", operation)


class OperationUnknownError(OperationError):
    """A lease ended without an outcome: reconcile with the outside, by operation.client_order_id, before anything else."""

    def __init__(self, operation: Operation) -> None:
        super().__init__(f"operation {operation.key} has an unknown outcome and must be reconciled", operation)


class OperationCompletedError(OperationError):
    """It was done before, so the body of `with client.operation(...)` must not run; `result` is the recorded result."""

    def __init__(self, operation: Operation, result: Any) -> None:
        super().__init__(f"operation {operation.key} was done before", operation)
        self.result = result


class OperationOutcomeUnknownError(OperationError):
    """The outcome of this attempt is not recorded.

    The function raised (see __cause__), or it returned and the daemon did not take its outcome (then `result` holds it). The
    operation becomes UNKNOWN when its lease ends.
    """

    def __init__(self, operation: Operation, why: object, result: Any = None) -> None:
        super().__init__(f"the outcome of operation {operation.key} is not recorded: {why}", operation)
        self.result = result


_BY_REASON: dict[str, type[HoldfastError]] = {
    "VERSION_CONFLICT": VersionConflictError,
    "PRECONDITION_NOT_MET": PreconditionNotMetError,
    "IDEMPOTENCY_KEY_REUSED": IdempotencyKeyReusedError,
    "STALE_LEASE": StaleLeaseError,
    "STALE_EPOCH": StaleEpochError,
    "WRONG_STATE": WrongStateError,
    "INSUFFICIENT_FUNDS": InsufficientFundsError,
    "LIMIT_CROSSED": LimitCrossedError,
    "GUARD_DENIED": GuardDeniedError,
    "REVISION_COMPACTED": RevisionCompactedError,
    "HISTORY_CHANGED": HistoryChangedError,
}

_BY_CODE: dict[grpc.StatusCode, type[HoldfastError]] = {
    grpc.StatusCode.INVALID_ARGUMENT: InvalidRequestError,
    grpc.StatusCode.NOT_FOUND: NotFoundError,
    grpc.StatusCode.ALREADY_EXISTS: AlreadyExistsError,
    grpc.StatusCode.RESOURCE_EXHAUSTED: ResourceExhaustedError,
    grpc.StatusCode.UNAVAILABLE: UnavailableError,
    grpc.StatusCode.DEADLINE_EXCEEDED: DeadlineExceededError,
    grpc.StatusCode.UNAUTHENTICATED: UnauthenticatedError,
    grpc.StatusCode.PERMISSION_DENIED: PermissionDeniedError,
}


def from_rpc_error(error: Any, method: str, request_id: str | None) -> HoldfastError:
    """The typed exception for a failed call (a grpc.RpcError, sync or asyncio)."""
    details = _details(error.trailing_metadata() or ())
    code: grpc.StatusCode = error.code()
    message: str = error.details() or code.name
    # A connection that broke under a call is reported so now and then; no reply came, so: unavailable.
    if code is grpc.StatusCode.INTERNAL and "RST_STREAM" in message:
        code = grpc.StatusCode.UNAVAILABLE
    reason: str = details.pop("reason", code.name)
    known = _BY_REASON.get(reason) or _BY_CODE.get(code) or HoldfastError
    return known(message, reason=reason, code=code, method=method, request_id=request_id, **details)


def refuse_locally(reason: str, message: str, field: str | None = None) -> InvalidRequestError:
    """For what the client refuses before anything is sent."""
    return InvalidRequestError(message, reason=reason, code=grpc.StatusCode.INVALID_ARGUMENT, field=field)


def _details(metadata: Sequence[tuple[str, str | bytes]]) -> dict[str, Any]:
    """What the trailer says; bytes that are no google.rpc.Status say nothing, for an error must never hide behind another."""
    found: dict[str, Any] = {}
    trailer = next((value for key, value in metadata if key == "grpc-status-details-bin"), b"")
    try:
        for packed in details_pb2.Status.FromString(bytes(trailer)).details:  # type: ignore[arg-type]
            kind = packed.type_url.rpartition("/")[2]
            if kind == "google.rpc.ErrorInfo":
                info = details_pb2.ErrorInfo.FromString(packed.value)
                found.update(reason=info.reason, metadata=dict(info.metadata))
            elif kind == "google.rpc.BadRequest":
                violations = details_pb2.BadRequest.FromString(packed.value).field_violations
                found.update(field=violations[0].field if violations else None)
            elif kind == "google.rpc.RetryInfo":
                delay = details_pb2.RetryInfo.FromString(packed.value).retry_delay
                found.update(retry_after_s=delay.seconds + delay.nanos / 1e9)
    except ValueError:  # protobuf's DecodeError is one
        return {}
    return found
