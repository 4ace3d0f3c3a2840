"""What execute_once takes and gives. Its logic is in _operations.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypedDict, TypeVar, overload

from holdfast.types import Operation

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from typing_extensions import Concatenate, ParamSpec

    from holdfast.types import HoldSettlementDict, MutationDict, MutationResult, OperationHoldDict, OperationRiskDict

    P = ParamSpec("P")

Result = TypeVar("Result")


class Flag(Protocol):
    """A threading.Event or an asyncio.Event, of which only this is of use to an attempt."""

    def is_set(self) -> bool: ...


@dataclass(frozen=True)
class Attempt:
    """What the function is given.

    client_order_id: send it to the outside as its idempotency key: it is the same over all attempts.
    attempt: 1 for the first.
    hold_ids: of the holds that the operation placed, in the order asked for; settle them with the outcome.
    lease_lost: set when others may have taken the operation over: stop if nothing was sent yet.
    """

    client_order_id: str
    attempt: int
    key: str
    hold_ids: Sequence[str]
    params: Any
    lease_lost: Flag


@dataclass(frozen=True)
class Completion(Generic[Result]):
    """What the function may return instead of the bare result: what else is committed with it.

    settlements: how the operation's holds settle ({"hold_id": ..., "amount": ...}); those not named are released.
    mutations: of any tier ({"put_state": {...}}), applied in the same transaction.
    """

    result: Result
    settlements: Sequence[HoldSettlementDict] = ()
    mutations: Sequence[MutationDict] = ()


@dataclass(frozen=True)
class Happened:
    """A reconcile function's answer: the outside did it. `evidence` is what the outside said; it is kept."""

    result: Any = None
    settlements: Sequence[HoldSettlementDict] = ()
    mutations: Sequence[MutationDict] = ()
    evidence: Any = None


@dataclass(frozen=True)
class DidNotHappen:
    """A reconcile function's answer: the outside did not do it, so it may be begun again."""

    evidence: Any = None


@dataclass(frozen=True)
class Executed(Generic[Result]):
    """result: as recorded, the same whether the function ran now or earlier; values are as from_doc gives them.

    executed: False when it was done before and the function was not called.
    operation: the Operation.
    results: what the mutations committed with the outcome returned; None unless the function ran now.
    """

    result: Result
    executed: bool
    operation: Operation
    results: Sequence[MutationResult] | None = None


class OperationOptions(TypedDict, total=False):
    """Keyword arguments of execute_once() and operation().

    key: what makes the operation this one; default: a hash over agent, operation and params.
    lease_s: 1 to 86,400; default 30. Extended at half its life while the function runs.
    holds: money to hold meanwhile ({"account": ..., "asset": ..., "amount": ...}).
    risk: what the call would do, for the guards; while it is in flight it counts as done.
    session_id: refused unless this is the agent's open session; the client must have its epoch, as open_session() gives it.
    on_crash: "retry" only if the outside drops duplicates of client_order_id. Default "unknown".
    task: (task_id, step).
    in_flight: what to do while somebody else holds the lease: "raise" (OperationInFlightError) or "wait".
    reconcile: asks the outside, by client_order_id, whether it happened: Happened(...) or DidNotHappen(...); raises when it
      cannot tell.
    record_timeout_s: how long the outcome is offered to a daemon that does not answer; default 600.
    """

    lease_s: float
    holds: Sequence[OperationHoldDict]
    risk: OperationRiskDict
    session_id: str
    on_crash: str
    task: tuple[str, str]
    in_flight: str
    reconcile: Callable[[Operation], Any]
    record_timeout_s: float
    agent_id: str


class Decorator(Protocol):
    """What execute_once gives without a function: the function's first parameter, the attempt, is not its caller's."""

    @overload
    def __call__(
        self, function: Callable[Concatenate[Attempt, P], Completion[Result]], /
    ) -> Callable[P, Result]: ...

    @overload
    def __call__(self, function: Callable[Concatenate[Attempt, P], Result], /) -> Callable[P, Result]: ...


class AsyncDecorator(Protocol):
    """The same for the asyncio client."""

    @overload
    def __call__(
        self, function: Callable[Concatenate[Attempt, P], Awaitable[Completion[Result]]], /
    ) -> Callable[P, Awaitable[Result]]: ...

    @overload
    def __call__(
        self, function: Callable[Concatenate[Attempt, P], Awaitable[Result]], /
    ) -> Callable[P, Awaitable[Result]]: ...


@dataclass(frozen=True)
class Spec:
    """An operation to be made; its fields are as OperationOptions says."""

    operation: str
    params: Any
    # A threading.Event or an asyncio.Event.
    lease_lost: Any
    key: str = ""
    lease_s: float = 30.0
    holds: Sequence[OperationHoldDict] = ()
    risk: OperationRiskDict | None = None
    session_id: str = ""
    on_crash: str = "unknown"
    task: tuple[str, str] | None = None
    in_flight: str = "raise"
    reconcile: Callable[[Operation], Any] | None = None
    record_timeout_s: float = 600.0
    agent_id: str = ""

    def __post_init__(self) -> None:
        if self.in_flight not in ("raise", "wait"):
            raise ValueError(f"in_flight: 'raise' or 'wait', not {self.in_flight!r}")
        if self.on_crash not in ("unknown", "retry"):
            raise ValueError(f"on_crash: 'unknown' or 'retry', not {self.on_crash!r}")
