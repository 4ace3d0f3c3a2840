"""The blocking client."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar, overload

from holdfast import _operations, _streams
from holdfast._client_base import Decorated, Options
from holdfast._operations import Lease
from holdfast._sync import Background, SyncCaller
from holdfast.errors import HoldfastError, OperationCompletedError, OperationOutcomeUnknownError
from holdfast.heartbeat import Heartbeat, Told
from holdfast.operations import Attempt, Completion, Executed, Spec
from holdfast.services import Calls
from holdfast.types import ConsumeResponse, Session, wrap

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from holdfast.operations import Decorator, OperationOptions
    from holdfast.types import HoldSettlementDict, MutationDict

R = TypeVar("R")


class Holdfast(Calls):
    """A connection to one daemon, for one agent. Made without I/O; connects with the first call and again whenever the daemon
    comes back. May be used by many threads at once.

    address: "unix:/path/holdfast.sock", "/path/holdfast.sock" or "HOST:PORT"; default HOLDFAST_ADDRESS, else the daemon's
      socket in the user's state folder.
    agent_id: filled into every request that names no agent.
    token: "hf_..."; default HOLDFAST_TOKEN. Sent with every call, never over plain TCP to another machine.
    epoch: the fencing number that take_over() returned to this process; 0 = not fenced.
    timeout_s: for each unary call with all its attempts.
    wait_for_ready: False: a daemon that cannot be reached fails a call at once. True: calls wait for it until their timeout.
    tls_ca, tls_cert, tls_key: files in PEM; default HOLDFAST_TLS_CA, HOLDFAST_TLS_CERT, HOLDFAST_TLS_KEY. Any of them turns
      TLS on. tls_server_name: the name in the daemon's certificate, where it is not the address's.
    """

    def __init__(
        self,
        address: str | None = None,
        *,
        agent_id: str = "",
        token: str | None = None,
        epoch: int = 0,
        timeout_s: float = 10.0,
        wait_for_ready: bool = True,
        tls_ca: str | os.PathLike[str] | None = None,
        tls_cert: str | os.PathLike[str] | None = None,
        tls_key: str | os.PathLike[str] | None = None,
        tls_server_name: str | None = None,
    ) -> None:
        options = Options(
            address, agent_id, token, epoch, timeout_s, wait_for_ready, tls_ca, tls_cert, tls_key, tls_server_name
        )
        self._address = options.endpoint.target
        self._core = options.core
        self._caller = SyncCaller(options.endpoint, options.core)
        super().__init__(self._caller)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._address!r}, agent_id={self._core.agent_id!r})"

    def __enter__(self) -> Holdfast:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends every call under way and the connection."""
        self._caller.close()

    def heartbeat(
        self,
        session: Session,
        *,
        interval_s: float | None = None,
        on_state: Callable[[str], Any] | None = None,
        on_end: Callable[[HoldfastError], Any] | None = None,
        on_missed: Callable[[HoldfastError], Any] | None = None,
    ) -> Heartbeat:
        """Says on a timer that this process lives, and tells when the session is not what it was or is another's."""
        return Heartbeat(self._caller, Told(session, on_state, on_end, on_missed), interval_s)

    @overload
    def execute_once(
        self,
        operation: str,
        params: object,
        function: Callable[[Attempt], Completion[R]],
        /,
        *,
        key: str = "",
        **options: Unpack[OperationOptions],
    ) -> Executed[R]: ...

    @overload
    def execute_once(
        self,
        operation: str,
        params: object,
        function: Callable[[Attempt], R],
        /,
        *,
        key: str = "",
        **options: Unpack[OperationOptions],
    ) -> Executed[R]: ...

    @overload
    def execute_once(
        self, operation: str, /, *, key: str | Callable[..., str] = "", **options: Unpack[OperationOptions]
    ) -> Decorator: ...

    def execute_once(
        self, operation: str, params: Any = None, function: Callable[[Attempt], Any] | None = None, /, **options: Any
    ) -> Any:
        """Makes a side effect happen at most once: records the intent, calls the function with a stable client_order_id, and
        records the outcome with whatever mutations belong to it. Done before: gives the recorded result, calling nothing.

        Without params and function it decorates one, whose first parameter is the Attempt; the other arguments are the params.

        Raises OperationDeniedError, OperationInFlightError, OperationUnknownError (without `reconcile`),
        OperationOutcomeUnknownError (the function raised, or its outcome could not be recorded), DefinitelyDidNotHappen (the
        function's own), HoldfastError.
        """
        if function is not None:
            return self._execute(_spec(operation, params, options), function)
        if params is not None:
            raise TypeError("execute_once: give params and a function, or neither to decorate one")

        def decorate(decorated: Callable[..., Any]) -> Callable[..., Any]:
            shape = Decorated(decorated, options)

            @functools.wraps(decorated)
            def call(*args: Any, **kwargs: Any) -> Any:
                values, chosen = shape.operation(args, kwargs)
                return self._execute(_spec(operation, values, chosen), lambda it: decorated(it, *args, **kwargs)).result

            return call

        return decorate

    def _execute(self, spec: Spec, function: Callable[[Attempt], Any]) -> Executed[Any]:
        begun = self._caller.run(_operations.begin(self._core, spec))
        if isinstance(begun, Executed):
            return begun
        keeper = _keep(self._caller, begun)
        try:
            return self._caller.run(_operations.attempt(self._core, begun, function))
        finally:
            keeper.stop(wait=False)

    def operation(
        self, operation: str, params: object = None, /, *, key: str = "", **options: Unpack[OperationOptions]
    ) -> OperationBlock:
        """The same as a with statement, whose body is the attempt and says `op.complete(result)` once it has happened.

        A body cannot be skipped, so an operation that was done before raises OperationCompletedError, which has the result.
        Leaving the body without complete() raises OperationOutcomeUnknownError; DefinitelyDidNotHappen frees the holds.
        """
        return OperationBlock(self._caller, _spec(operation, params, {**options, "key": key}))

    def consume(
        self,
        name: str,
        *,
        max_in_flight: int = 0,
        reconnect: bool = True,
        on_reconnect: Callable[[HoldfastError], Any] | None = None,
    ) -> Iterator[Delivery]:
        """The signals of a durable consumer (signals.put_consumer), each until it is acknowledged, over reconnects."""
        how = _streams.Resuming(reconnect, on_reconnect)
        flow = _streams.consume(self._core, name, max_in_flight, lambda reply: Delivery(self, name, wrap(reply)), how)
        return self._caller.iterate(flow)


def _spec(operation: str, params: object, options: dict[str, Any]) -> Spec:
    return Spec(operation, params, threading.Event(), **options)


def _keep(caller: SyncCaller, lease: Lease) -> Background:
    """Extends the lease until it is stopped."""
    return Background(caller, _operations.keep(caller.core, lease), "holdfast-lease")


class OperationBlock:
    """`with client.operation(...) as op:`; the body is the attempt, and op.complete() says that it happened."""

    def __init__(self, caller: SyncCaller, spec: Spec) -> None:
        self._caller = caller
        self._spec = spec
        self._lease: Lease | None = None
        self._keeper: Background | None = None
        self._executed: Executed[Any] | None = None

    def __enter__(self) -> OperationBlock:
        begun = self._caller.run(_operations.begin(self._caller.core, self._spec))
        if isinstance(begun, Executed):
            raise OperationCompletedError(begun.operation, begun.result)
        self._lease = begun
        self._keeper = _keep(self._caller, begun)
        return self

    @property
    def attempt(self) -> Attempt:
        if self._lease is None:
            raise RuntimeError("the operation has not begun: use it in a with statement")
        return self._lease.attempt()

    @property
    def client_order_id(self) -> str:
        return self.attempt.client_order_id

    @property
    def hold_ids(self) -> Sequence[str]:
        return self.attempt.hold_ids

    @property
    def executed(self) -> Executed[Any]:
        """What was recorded; only after complete()."""
        if self._executed is None:
            raise RuntimeError("the operation is not complete")
        return self._executed

    def complete(
        self, result: Any = None, *, settlements: Sequence[HoldSettlementDict] = (), mutations: Sequence[MutationDict] = ()
    ) -> Executed[Any]:
        """Records that it happened. Raises OperationOutcomeUnknownError when the daemon does not take it."""
        if self._lease is None or self._executed is not None:
            raise RuntimeError("complete() is called once, inside the with statement")
        flow = _operations.record(self._caller.core, self._lease, Completion(result, settlements, mutations))
        self._executed = self._caller.run(flow)
        return self._executed

    def __exit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        lease = self._lease
        if self._keeper is None or lease is None:
            return
        self._keeper.stop(wait=False)
        if self._executed is not None or isinstance(error, OperationOutcomeUnknownError):
            _operations.spend(error, lease.operation.key)
            return
        if error is None:
            raise OperationOutcomeUnknownError(lease.operation, "the block ended without complete()")
        if isinstance(error, Exception):
            self._caller.run(_operations.failed(self._caller.core, lease, error))


class Delivery:
    """A signal that a consumer was given. It comes again unless it is acknowledged before `ack_by`."""

    def __init__(self, client: Holdfast, name: str, reply: ConsumeResponse) -> None:
        assert reply.signal is not None
        self._client = client
        self._name = name
        self._signal_ids = [reply.signal.signal_id]
        self.signal = reply.signal
        self.delivery: int = reply.delivery
        self.ack_by = reply.ack_by

    def ack(self) -> None:
        """Says that it was dealt with."""
        self._client.signals.ack_signals(name=self._name, signal_ids=self._signal_ids)

    def nack(self, delay: timedelta | None = None) -> None:
        """Gives it back: it comes again, after the delay if there is one."""
        self._client.signals.nack_signals(name=self._name, signal_ids=self._signal_ids, delay=delay)

    @property
    def ack_mutation(self) -> MutationDict:
        """The acknowledgement as a mutation: in one transact() with what the signal causes, that happens exactly once."""
        return {"ack_signals": {"name": self._name, "signal_ids": self._signal_ids}}
