# Long because every row of execute_once's table needs a story of its own.
from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from conftest import Daemon

from holdfast import (
    AsyncHoldfast,
    Attempt,
    Completion,
    DefinitelyDidNotHappen,
    DidNotHappen,
    Happened,
    Holdfast,
    OperationCompletedError,
    OperationInFlightError,
    OperationOutcomeUnknownError,
    OperationUnknownError,
    StaleEpochError,
)

Connect = Callable[..., Holdfast]
ORDER = {"market": "XRP/ETH", "side": "buy", "amount": Decimal("10")}


def fund(client: Holdfast, amount: str) -> None:
    client.ledger.post_transaction(delta={"account": "cash", "asset": "USDC", "amount": amount})


def balance(client: Holdfast) -> list[Decimal]:
    [found] = client.ledger.get_balances(account="cash").balances
    return [found.posted, found.held, found.available]


def never(_: Attempt) -> Any:
    raise AssertionError("must not be called")


def kind_of(client: Holdfast, kind: str) -> str:
    """The key of the first journal entry of this kind, waiting for it."""
    for message in client.watch(from_revision=0, kind_prefixes=[kind]):
        for entry in message.entries:
            return entry.key
    raise AssertionError("the watch ended")


def test_the_decorated_function_runs_once_for_the_same_arguments(client: Holdfast) -> None:
    runs: list[str] = []

    @client.execute_once("exchange.place_order")
    def place(attempt: Attempt, market: str, amount: Decimal = Decimal(1)) -> dict[str, Any]:
        """Places an order."""
        runs.append(attempt.client_order_id)
        assert attempt.params == {"market": market, "amount": amount}
        return {"order": attempt.client_order_id, "amount": amount}

    first = place("XRP/ETH", Decimal("0.50"))
    assert first == place("XRP/ETH", amount=Decimal("0.5")) == {"order": runs[0], "amount": Decimal("0.5")}
    assert len(runs) == 1
    place("XRP/ETH")
    assert len(runs) == 2
    assert place.__doc__ == "Places an order."


def test_the_key_of_a_decorated_function_may_come_from_its_arguments(client: Holdfast) -> None:
    @client.execute_once("exchange.place_order", key=lambda order_id, price: f"order-{order_id}")
    def place(attempt: Attempt, order_id: int, price: str) -> str:
        return f"{attempt.key} at {price}"

    assert place(7, "1.5") == "order-7 at 1.5"
    operation = client.operations.get_operation(key="order-7").operation
    assert operation is not None and operation.status == "OPERATION_STATUS_COMPLETED"


def test_a_with_statement_is_an_attempt(client: Holdfast) -> None:
    fund(client, "100")
    hold: Any = {"account": "cash", "asset": "USDC", "amount": Decimal(40)}
    with client.operation("exchange.place_order", ORDER, key="o-1", holds=[hold]) as op:
        assert balance(client) == [100, 40, 60]
        done = op.complete(
            {"order": op.client_order_id},
            settlements=[{"hold_id": op.hold_ids[0], "amount": Decimal(25)}],
            mutations=[{"put_state": {"name": "last", "document": {"order": 1}}}],
        )
    assert done.executed and done.results is not None
    assert done.results[0].put_state is not None and done.results[0].put_state.version == 1
    assert op.executed is done
    assert balance(client) == [75, 0, 75]
    # A body cannot be skipped, so what was done before is an exception, which has the result.
    with pytest.raises(OperationCompletedError) as caught:
        with client.operation("exchange.place_order", ORDER, key="o-1"):
            raise AssertionError("must not run")
    assert caught.value.result == done.result


def test_leaving_a_with_statement_says_what_is_known(client: Holdfast) -> None:
    fund(client, "100")
    hold: Any = {"account": "cash", "asset": "USDC", "amount": 40}
    with pytest.raises(DefinitelyDidNotHappen):
        with client.operation("order", 1, key="refused", holds=[hold]):
            raise DefinitelyDidNotHappen("market closed")
    assert balance(client) == [100, 0, 100]
    cause = ConnectionError("hang up")
    with pytest.raises(OperationOutcomeUnknownError) as broken:
        with client.operation("order", 1, key="broken"):
            raise cause
    assert broken.value.__cause__ is cause
    with pytest.raises(OperationOutcomeUnknownError, match=r"without complete\(\)"):
        with client.operation("order", 1, key="forgotten"):
            pass
    with pytest.raises(KeyboardInterrupt):
        with client.operation("order", 1, key="interrupted"):
            raise KeyboardInterrupt
    for key in ("broken", "forgotten", "interrupted"):
        operation = client.operations.get_operation(key=key).operation
        assert operation is not None and operation.status == "OPERATION_STATUS_IN_FLIGHT"
    with client.operation("order", 1, key="refused") as op:
        assert op.attempt.attempt == 2
        op.complete()
        with pytest.raises(RuntimeError, match="once"):
            op.complete()


def test_a_failure_whose_message_no_document_may_hold_is_recorded_without_it(client: Holdfast) -> None:
    secret = f"pf_live_{'a1B2' * 10}"

    def refused(_: Attempt) -> None:
        raise DefinitelyDidNotHappen(f"refused for {secret}")

    with pytest.raises(DefinitelyDidNotHappen):
        client.execute_once("login", {}, refused, key="login")
    operation = client.operations.get_operation(key="login").operation
    assert operation is not None and operation.status == "OPERATION_STATUS_FAILED"
    assert operation.evidence is not None and "pf_live" not in operation.evidence.json


def test_any_result_comes_back_from_the_record(client: Holdfast) -> None:
    results = [None, False, 0, "", [1], {"result": 1}, Decimal("1.5"), b"\x00"]
    for number, value in enumerate(results):
        first = client.execute_once("noop", number, lambda _, value=value: value)  # type: ignore[misc]
        second = client.execute_once("noop", number, never)
        assert (first.result, first.executed) == (value, True)
        assert (second.result, second.executed) == (value, False)


def test_an_attempt_of_unknown_outcome_must_be_reconciled(client: Holdfast) -> None:
    def lost(_: Attempt) -> None:
        raise TimeoutError

    how: Any = {"key": "o-1", "lease_s": 1.0}
    with pytest.raises(OperationOutcomeUnknownError):
        client.execute_once("order", ORDER, lost, **how)
    with pytest.raises(OperationInFlightError):
        client.execute_once("order", ORDER, never, **how)
    with pytest.raises(OperationUnknownError):
        client.execute_once("order", ORDER, never, **how, in_flight="wait")
    unsure = ConnectionError("the exchange does not answer")

    def cannot_tell(_: Any) -> Any:
        raise unsure

    with pytest.raises(ConnectionError) as caught:
        client.execute_once("order", ORDER, never, **how, reconcile=cannot_tell)
    assert caught.value is unsure
    with pytest.raises(TypeError, match="Happened or DidNotHappen"):
        client.execute_once("order", ORDER, never, **how, reconcile=lambda _: True)
    asked: list[str] = []

    def says_no(operation: Any) -> DidNotHappen:
        asked.append(operation.client_order_id)
        return DidNotHappen({"exchange": "no such order"})

    done = client.execute_once("order", ORDER, lambda it: it.attempt, **how, reconcile=says_no)
    assert (done.result, done.executed, asked) == (2, True, [done.operation.client_order_id])


def test_an_answer_about_one_attempt_does_not_undo_another_made_meanwhile(client: Holdfast) -> None:
    def lost(_: Attempt) -> None:
        raise TimeoutError

    how: Any = {"key": "o-1", "lease_s": 1.0, "in_flight": "wait"}
    with pytest.raises(OperationOutcomeUnknownError):
        client.execute_once("order", ORDER, lost, **how)
    asked: list[int] = []

    def reconcile(operation: Any) -> Happened | DidNotHappen:
        asked.append(operation.attempt)
        if operation.attempt == 2:
            return Happened("sent by the quicker process")
        # While the outside says no to this process, a quicker one hears the same, sends the order, and dies.
        with pytest.raises(OperationOutcomeUnknownError):
            client.execute_once("order", ORDER, lost, **how, reconcile=lambda _: DidNotHappen())
        with pytest.raises(OperationUnknownError):
            client.execute_once("order", ORDER, never, **how)
        return DidNotHappen()

    done = client.execute_once("order", ORDER, never, **how, reconcile=reconcile)
    assert (asked, done.result, done.executed) == ([1, 2], "sent by the quicker process", False)


def test_the_lease_is_extended_while_the_function_runs(client: Holdfast) -> None:
    def slow(attempt: Attempt) -> bool:
        kind_of(client, "operation.lease_extended")
        return attempt.lease_lost.is_set()

    assert client.execute_once("slow", None, slow, lease_s=1.0).result is False


def test_the_function_is_told_when_its_lease_is_lost_and_its_outcome_still_counts(own: Daemon, connect: Connect) -> None:
    client = connect(own)

    def slow(attempt: Attempt) -> str:
        own.signal(signal.SIGSTOP)
        assert isinstance(attempt.lease_lost, threading.Event)
        assert attempt.lease_lost.wait(30)
        own.signal(signal.SIGCONT)
        return "it had been sent"

    done = client.execute_once("order", ORDER, slow, lease_s=1.0)
    assert (done.result, done.operation.status) == ("it had been sent", "OPERATION_STATUS_COMPLETED")


def test_who_waits_for_an_operation_in_flight_gets_its_result(shared: Daemon, connect: Connect) -> None:
    one, other = connect(shared), connect(shared)
    begun, finish = threading.Event(), threading.Event()

    def slow(_: Attempt) -> str:
        begun.set()
        assert finish.wait(30)
        return "filled"

    with ThreadPoolExecutor(2) as pool:
        running = pool.submit(lambda: one.execute_once("order", ORDER, slow))
        assert begun.wait(30)
        waiting = pool.submit(lambda: other.execute_once("order", ORDER, never, in_flight="wait"))
        finish.set()
        assert (running.result().executed, waiting.result().executed) == (True, False)
        assert waiting.result().result == "filled"


def test_of_many_that_begin_at_once_one_executes(shared: Daemon, connect: Connect) -> None:
    clients = [connect(shared) for _ in range(4)]
    runs: list[str] = []

    def place(attempt: Attempt) -> str:
        runs.append(attempt.client_order_id)
        return attempt.client_order_id

    def begin(number: int) -> Any:
        return clients[number % 4].execute_once("order", ORDER, place, in_flight="wait")

    with ThreadPoolExecutor(16) as pool:
        done = list(pool.map(begin, range(32)))
    assert len(runs) == 1
    assert [one.executed for one in done].count(True) == 1
    assert {one.result for one in done} == set(runs)


def test_a_fenced_process_cannot_record_an_outcome_and_says_what_it_knows(shared: Daemon, connect: Connect) -> None:
    old, fresh = connect(shared), connect(shared)
    old.take_over(reason="start")
    assert old.epoch == 1

    def slow(_: Attempt) -> str:
        fresh.take_over(reason="restart")
        return "filled"

    with pytest.raises(OperationOutcomeUnknownError) as caught:
        old.execute_once("order", ORDER, slow)
    assert isinstance(caught.value.__cause__, StaleEpochError)
    assert caught.value.result == "filled"
    resumed = fresh.resume()
    assert (fresh.epoch, resumed.epoch) == (2, 2)
    assert [one.operation for one in resumed.unknown_operations] == ["order"]
    with pytest.raises(StaleEpochError):
        old.state.put_state(name="s", document=1)


def test_an_outcome_is_recorded_over_a_daemon_that_dies_meanwhile(own: Daemon, connect: Connect) -> None:
    client = connect(own)
    restart = threading.Thread(target=own.start)

    def place(_: Attempt) -> str:
        own.kill()
        restart.start()
        return "filled"

    done = client.execute_once("order", ORDER, place)
    restart.join()
    assert (done.result, done.operation.status) == ("filled", "OPERATION_STATUS_COMPLETED")


AGENT = """
import sys
from holdfast import Completion, Holdfast

address, agent_id, book = sys.argv[1:]
client = Holdfast(address, agent_id=agent_id)

def place(attempt):
    with open(book, "a") as exchange:
        exchange.write(attempt.client_order_id + "\\n")
    print("placed", flush=True)
    sys.stdin.readline()

client.execute_once("order", None, place, key="o-1", lease_s=1.0)
"""


def test_an_agent_and_a_daemon_that_are_both_killed_leave_one_order(
    own: Daemon, connect: Connect, agent: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    book = tmp_path_factory.mktemp("exchange") / "book"
    command = [sys.executable, "-c", AGENT, own.address, agent, str(book)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdin is not None
    assert process.stdout.readline() == "placed\n"
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()
    own.kill()
    own.start()
    # The agent starts again: it fences whoever still lives, finds what is in doubt, and asks the exchange.
    client = connect(own)
    client.take_over(reason="restart")
    [doubtful] = client.resume().unknown_operations
    assert doubtful.key == "o-1"

    def reconcile(operation: Any) -> Happened | DidNotHappen:
        found = operation.client_order_id in book.read_text().split()
        return Happened({"order": operation.client_order_id}) if found else DidNotHappen()

    done = client.execute_once("order", None, never, key="o-1", reconcile=reconcile)
    assert done.result == {"order": doubtful.client_order_id}
    assert book.read_text() == f"{doubtful.client_order_id}\n"


def test_the_asyncio_client_makes_things_happen_once_as_well(shared: Daemon, agent: str) -> None:
    async def story() -> None:
        async with AsyncHoldfast(shared.address, agent_id=agent) as client:
            runs: list[str] = []

            @client.execute_once("order", key=lambda number: f"o-{number}")
            async def place(attempt: Attempt, number: int) -> Completion[str]:
                runs.append(attempt.client_order_id)
                async for message in client.watch(from_revision=0, kind_prefixes=["operation.lease_extended"]):
                    if message.entries:
                        break
                return Completion("filled", mutations=[{"put_state": {"name": "last", "document": number}}])

            slow = client.execute_once("slow", None, lambda it: place(1), lease_s=1.0)
            assert (await slow).result == "filled"
            assert await place(1) == "filled"
            assert len(runs) == 1
            async with client.operation("order", 2, key="o-2") as op:
                await op.complete("also filled")
            assert op.executed.result == "also filled"
            with pytest.raises(OperationCompletedError):
                async with client.operation("order", 2, key="o-2"):
                    raise AssertionError("must not run")
            with pytest.raises(OperationOutcomeUnknownError):
                async with client.operation("order", 3, key="o-3"):
                    pass

            async def waits(_: Attempt) -> None:
                cancelled.set()
                await asyncio.Event().wait()

            # Who is cancelled does not know whether it happened; nothing is recorded, and nothing goes on.
            cancelled = asyncio.Event()
            task = asyncio.ensure_future(client.execute_once("order", 4, waits, key="o-4"))
            await cancelled.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            found = (await client.operations.get_operation(key="o-4")).operation
            assert found is not None and found.status == "OPERATION_STATUS_IN_FLIGHT"

    asyncio.run(story())


def sends_then(inner: Callable[[], Any], book: list[str]) -> Callable[[Attempt], Any]:
    """An outer function: it sends something, and then another operation does not happen."""

    def outer(attempt: Attempt) -> None:
        book.append(attempt.client_order_id)
        inner()

    return outer


def refuses(*_: Any) -> Any:
    raise DefinitelyDidNotHappen("the inner one was refused")


def inner_ways(client: Holdfast) -> dict[str, Callable[[], Any]]:
    """How a DefinitelyDidNotHappen can come out of an inner operation."""

    def block() -> None:
        with client.operation("inner", 1, key="in-block"):
            refuses()

    def after_complete() -> None:
        with client.operation("inner", 1, key="in-complete") as op:
            op.complete("it did happen")
            refuses()

    def from_reconcile() -> None:
        with pytest.raises(OperationOutcomeUnknownError):
            client.execute_once("inner", 1, lambda _: 1 / 0, key="in-reconcile", lease_s=1.0)
        client.execute_once("inner", 1, never, key="in-reconcile", lease_s=1.0, in_flight="wait", reconcile=refuses)

    return {
        "function": lambda: client.execute_once("inner", 1, refuses, key="in-function"),
        "decorator": client.execute_once("inner", key="in-decorator")(refuses),
        "block": block,
        "after_complete": after_complete,
        "from_reconcile": from_reconcile,
    }


@pytest.mark.parametrize("way", ["function", "decorator", "block", "after_complete", "from_reconcile"])
def test_what_did_not_happen_inside_says_nothing_about_the_operation_around_it(client: Holdfast, way: str) -> None:
    fund(client, "100")
    book: list[str] = []
    how: Any = {"key": "out", "holds": [{"account": "cash", "asset": "USDC", "amount": 40}]}
    outer = sends_then(inner_ways(client)[way], book)
    with pytest.raises(OperationOutcomeUnknownError) as caught:
        client.execute_once("outer", 1, outer, **how)
    assert caught.value.operation.key == "out"
    assert isinstance(caught.value.__cause__, DefinitelyDidNotHappen)
    assert balance(client) == [100, 40, 60]
    with pytest.raises(OperationInFlightError):
        client.execute_once("outer", 1, outer, **how)
    assert len(book) == 1
    with pytest.raises(OperationOutcomeUnknownError) as in_block:
        with client.operation("outer", 1, key="out-block") as op:
            outer(op.attempt)
    assert in_block.value.operation.key == "out-block"


def test_who_knows_that_nothing_happened_around_it_says_so_with_an_exception_of_its_own(client: Holdfast) -> None:
    def outer(_: Attempt) -> None:
        try:
            client.execute_once("inner", 1, refuses)
        except DefinitelyDidNotHappen as error:
            raise DefinitelyDidNotHappen("nothing was sent before it") from error

    with pytest.raises(DefinitelyDidNotHappen, match="nothing was sent"):
        client.execute_once("outer", 1, outer, key="out")
    operation = client.operations.get_operation(key="out").operation
    assert operation is not None and operation.status == "OPERATION_STATUS_FAILED"


def test_in_asyncio_what_did_not_happen_inside_says_nothing_about_the_operation_around_it(
    shared: Daemon, agent: str
) -> None:
    async def story() -> None:
        async with AsyncHoldfast(shared.address, agent_id=agent) as client:

            async def refuse(_: Attempt) -> None:
                refuses()

            async def function() -> None:
                await client.execute_once("inner", 1, refuse, key="in-function")

            async def block() -> None:
                async with client.operation("inner", 1, key="in-block"):
                    refuses()

            async def after_complete() -> None:
                async with client.operation("inner", 1, key="in-complete") as op:
                    await op.complete("it did happen")
                    refuses()

            ways: dict[str, Callable[[], Any]] = {
                "function": function,
                "decorator": client.execute_once("inner", key="in-decorator")(refuse),
                "block": block,
                "after_complete": after_complete,
            }
            for name, way in ways.items():
                with pytest.raises(OperationOutcomeUnknownError) as caught:
                    await client.execute_once("outer", name, lambda _, way=way: way(), key=name)  # type: ignore[misc]
                assert caught.value.operation.key == name
                with pytest.raises(OperationOutcomeUnknownError) as in_block:
                    async with client.operation("outer", name, key=f"{name}-block"):
                        await way()
                assert in_block.value.operation.key == f"{name}-block"

    asyncio.run(story())


def test_the_function_is_told_when_its_client_was_closed_under_it(shared: Daemon, connect: Connect, agent: str) -> None:
    client = connect(shared)

    def slow(attempt: Attempt) -> str:
        client.close()
        assert isinstance(attempt.lease_lost, threading.Event)
        assert attempt.lease_lost.wait(20)
        return "told"

    with pytest.raises(OperationOutcomeUnknownError) as caught:
        client.execute_once("order", 1, slow, lease_s=1.0)
    assert caught.value.result == "told"

    async def story() -> None:
        client = AsyncHoldfast(shared.address, agent_id=agent)

        async def slow(attempt: Attempt) -> str:
            await client.close()
            assert isinstance(attempt.lease_lost, asyncio.Event)
            await asyncio.wait_for(attempt.lease_lost.wait(), 20)
            return "told"

        with pytest.raises(OperationOutcomeUnknownError) as caught:
            await client.execute_once("order", 2, slow, lease_s=1.0)
        assert caught.value.result == "told"

    asyncio.run(story())
