from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from decimal import Decimal

import grpc
import pytest
from conftest import Daemon

from holdfast import (
    DeadlineExceededError,
    Holdfast,
    HoldfastError,
    IdempotencyKeyReusedError,
    InvalidRequestError,
    NotFoundError,
    Reply,
    UnavailableError,
    VersionConflictError,
    raw,
    uuid7,
)
from holdfast._address import endpoint
from holdfast.types import Posting
from holdfast.v1 import PutStateRequest

Connect = Callable[..., Holdfast]


def test_the_client_fills_in_agent_and_request_id_and_takes_those_it_is_given(client: Holdfast, agent: str) -> None:
    client.state.put_state(name="mine", document=1)
    other = f"{agent}-other"
    first = client.state.put_state(agent_id=other, request_id=f"{agent}-1", name="theirs", document=2)
    again = client.state.put_state(agent_id=other, request_id=f"{agent}-1", name="theirs", document=2)
    assert first.header is not None and again.header is not None
    assert (first.header.replayed, again.header.replayed) == (False, True)
    assert first.header.revision == again.header.revision
    with pytest.raises(NotFoundError):
        client.state.get_state(name="theirs")


def test_a_message_may_be_given_instead_of_its_fields_and_stays_as_it_was(client: Holdfast) -> None:
    request = PutStateRequest(name="s")
    request.document.json = "1"
    assert client.state.put_state(request).version == 1
    assert (request.agent_id, request.request_id) == ("", "")
    with pytest.raises(TypeError):
        client.state.put_state(request, name="s")
    with pytest.raises(TypeError, match="GetStateRequest"):
        client.state.get_state(request)  # type: ignore[arg-type]


def test_a_refusal_is_a_typed_exception_with_everything_the_daemon_said(client: Holdfast) -> None:
    client.state.put_state(name="s", document=1)
    with pytest.raises(VersionConflictError) as caught:
        client.state.put_state(name="s", document=2, expected_version=7)
    error = caught.value
    assert (error.reason, error.code, error.field) == ("VERSION_CONFLICT", grpc.StatusCode.ABORTED, "expected_version")
    assert error.method == "holdfast.v1.State/PutState"
    assert dict(error.metadata) == {"expected": "7", "actual": "1"}
    assert error.outcome_unknown is False
    assert error.request_id is not None and re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}", error.request_id)
    assert str(error).startswith("VERSION_CONFLICT: state s is at version 1")
    request_id = uuid7()
    client.state.put_state(request_id=request_id, name="s", document=3)
    with pytest.raises(IdempotencyKeyReusedError):
        client.state.put_state(request_id=request_id, name="s", document=4)


def test_a_request_that_does_not_fit_its_message_is_refused_before_it_is_sent(connect: Connect, shared: Daemon) -> None:
    client = connect(shared)
    with pytest.raises(TypeError, match="PutStateRequest has no field nmae"):
        client.state.put_state(nmae="s")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Posting has no field delta.acount"):
        client.ledger.post_transaction(delta={"acount": "cash"})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="lease: a timedelta is wanted"):
        client.operations.begin_operation(operation="o", lease=30)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="since: an aware datetime"):
        client.ledger.list_transactions(since=datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(TypeError, match="tags: a list is wanted"):
        client.semantic.list_memories(tags="one")
    with pytest.raises(InvalidRequestError, match="state: no 'TASK_STATE_SLEEPING'.*TASK_STATE_PENDING") as caught:
        client.tasks.advance_task(state="TASK_STATE_SLEEPING")  # type: ignore[arg-type]
    assert (caught.value.reason, caught.value.field) == ("INVALID_FIELD", "state")
    with pytest.raises(InvalidRequestError, match=r"^INVALID_FIELD: states\[1\]: no 'RUNNING'"):
        client.tasks.list_tasks(states=["TASK_STATE_DONE", "RUNNING"])  # type: ignore[list-item]
    with pytest.raises(TypeError, match="state: the name of a TaskState is wanted"):
        client.tasks.advance_task(state=1.5)  # type: ignore[arg-type]


def test_replies_are_pythons_own_types(client: Holdfast) -> None:
    before = datetime.now(timezone.utc) - timedelta(minutes=1)
    client.ledger.post_transaction(delta={"account": "cash", "asset": "USDC", "amount": Decimal("1.5")})
    hold = client.ledger.place_hold(account="cash", asset="USDC", amount="1", ttl=timedelta(seconds=90)).hold
    assert hold is not None
    assert hold.status == "HOLD_STATUS_OPEN"
    assert hold.placed_at is not None and hold.expires_at is not None
    assert before < hold.placed_at < datetime.now(timezone.utc) + timedelta(minutes=1)
    assert hold.expires_at - hold.placed_at == timedelta(seconds=90)
    assert hold.settled_amount is None
    assert "Decimal('1')" in repr(hold)
    [transaction] = client.ledger.list_transactions().transactions
    assert isinstance(transaction, Reply) and transaction.metadata is None
    assert [posting.amount for posting in transaction.postings if posting.account == "cash"] == [Decimal("1.5")]
    # What a reply is made of may be given again.
    posting = transaction.postings[0]
    assert isinstance(posting, Posting)
    client.ledger.post_transaction(postings=transaction.postings)
    assert posting == client.ledger.list_transactions().transactions[0].postings[0]
    assert raw(posting).SerializeToString()
    with pytest.raises(AttributeError):
        posting.amount = Decimal(2)  # type: ignore[misc]


def test_bytes_are_not_shown(client: Holdfast) -> None:
    client.vault.put_credential(name="exchange-key", value=b"very secret")
    reply = client.vault.get_credential(name="exchange-key")
    assert reply.value == b"very secret"
    assert "secret" not in repr(reply) and "<11 bytes>" in repr(reply)


def test_pages_are_walked_to_the_end(client: Holdfast) -> None:
    for number in range(7):
        client.state.put_state(name=f"s{number}", document=number)
    names = [state.name for state in client.state.iter_states(page_size=3, names_only=True)]
    assert names == [f"s{number}" for number in range(7)]
    assert [it.asset for it in client.ledger.iter_balances()] == []


def test_many_threads_share_one_client(client: Holdfast) -> None:
    with ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda _: client.state.increment_field(name="n", integer=1).value, range(400)))
    assert sorted(replies) == [Decimal(number) for number in range(1, 401)]


def test_a_mutation_waits_for_a_daemon_that_is_away_and_happens_once(own: Daemon, connect: Connect) -> None:
    client = connect(own)
    client.state.put_state(name="s", document=1)
    own.kill()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lambda: client.state.put_state(name="s", document=2))
        own.start()
        assert waiting.result().version == 2


def test_a_commit_whose_reply_was_lost_is_not_made_twice(own: Daemon, connect: Connect) -> None:
    """The daemon dies right after a commit reached the disk, before it could answer. On a slow machine that may be a commit
    of its own, before the call came: then once more.
    """
    replayed = False
    for number in range(1, 10):
        own.kill()
        own.start(HOLDFAST_CRASH_AT="after_commit")
        client = connect(own, timeout_s=60)
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(lambda: client.state.put_state(name="s", document=1))
            own.wait()
            own.start()
            reply = waiting.result()
        assert reply.version == number
        assert reply.header is not None
        if reply.header.replayed:
            replayed = True
            break
    assert replayed


def test_a_daemon_that_is_not_there(own: Daemon, connect: Connect) -> None:
    own.kill()
    impatient = connect(own, wait_for_ready=False)
    with pytest.raises(UnavailableError) as caught:
        impatient.state.put_state(name="s", document=1)
    assert caught.value.outcome_unknown
    patient = connect(own, timeout_s=0.3)
    began = time.monotonic()
    with pytest.raises(HoldfastError) as late:
        patient.admin.ping()
    assert isinstance(late.value, (UnavailableError, DeadlineExceededError))
    assert time.monotonic() - began < 10


def test_a_call_that_takes_longer_than_its_timeout_leaves_its_outcome_open(own: Daemon, connect: Connect) -> None:
    import signal

    client = connect(own)
    client.admin.ping()
    own.signal(signal.SIGSTOP)
    with pytest.raises(DeadlineExceededError) as caught:
        client.state.put_state(name="s", document=1, timeout_s=0.3)
    assert caught.value.outcome_unknown
    own.signal(signal.SIGCONT)
    assert client.state.put_state(request_id=caught.value.request_id, name="s", document=1).version == 1


def test_waiting_for_tokens_may_take_as_long_as_the_request_says(connect: Connect, shared: Daemon, agent: str) -> None:
    client = connect(shared, timeout_s=0.5)
    bucket = {"bucket": agent, "capacity": 1, "refill_per_second": 1.0, "tokens": 1}
    assert client.limits.acquire_tokens(**bucket).allowed  # type: ignore[arg-type]
    assert client.limits.acquire_tokens(**bucket, max_wait=timedelta(seconds=5)).allowed  # type: ignore[arg-type]


def test_a_closed_client_makes_no_calls(connect: Connect, shared: Daemon) -> None:
    client = connect(shared)
    client.admin.ping()
    client.close()
    with pytest.raises(ValueError):
        client.admin.ping()


def test_ids_are_unique_and_in_order_of_time() -> None:
    ids = [uuid7() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert all(re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", one) for one in ids)
    assert [one[:13] for one in ids] == sorted(one[:13] for one in ids)


def test_operations_of_the_daemon_stream_their_progress(client: Holdfast) -> None:
    *_, last = client.admin.verify(skip_integrity_check=True)
    assert last.done and last.ok and last.findings == []


def test_volume_goes_through_one_stream(client: Holdfast) -> None:
    requests = [{"episodes": [{"type": "tick", "payload": {"n": n}}]} for n in range(20)]
    answers = list(client.episodic.ingest_episodes(requests))  # type: ignore[arg-type]
    assert [(answer.recorded, answer.error) for answer in answers] == [(1, None)] * 20
    assert client.episodic.summarize_episodes(type="tick").count == 20


def test_the_address_and_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOLDFAST_ADDRESS", "HOLDFAST_TOKEN", "HOLDFAST_TLS_CA", "HOLDFAST_TLS_CERT", "HOLDFAST_TLS_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert repr(Holdfast()) == "Holdfast('unix:/state/holdfast/holdfast.sock', agent_id='')"
    monkeypatch.setenv("HOLDFAST_ADDRESS", "/run/holdfast.sock")
    assert "'unix:/run/holdfast.sock'" in repr(Holdfast())
    token = "hf_0123456789abcdef_" + "x" * 43
    for local in ("unix:/run/x.sock", "127.0.0.1:7070", "localhost:7070", "[::1]:7070", "/run/x.sock"):
        client = Holdfast(local, token=token)
        assert token not in repr(client)
        client.close()
    for far in ("trading.example:7070", "10.0.0.2:7070", "[2001:db8::1]:7070", "127.0.0.1.example:70", "dns:///127.0.0.1:70"):
        with pytest.raises(InvalidRequestError) as caught:
            Holdfast(far, token=token)
        assert caught.value.field == "token" and token not in str(caught.value)
    monkeypatch.setenv("HOLDFAST_TOKEN", token)
    with pytest.raises(InvalidRequestError):
        Holdfast("10.0.0.2:7070")
    monkeypatch.delenv("HOLDFAST_TOKEN")
    Holdfast("10.0.0.2:7070").close()
    with pytest.raises(OSError):
        Holdfast("10.0.0.2:7070", token=token, tls_ca="/nonexistent/ca.pem")


def test_an_endpoint_shows_no_token() -> None:
    made = endpoint(
        address="/run/x.sock", token="hf_a_secret", tls_ca=None, tls_cert=None, tls_key=None, tls_server_name=None
    )
    assert made.metadata == (("authorization", "Bearer hf_a_secret"),)
    assert "secret" not in repr(made)


def test_no_thread_is_left_behind(connect: Connect, shared: Daemon) -> None:
    client = connect(shared)
    session = client.open_session(asset="USDC", start_capital=1).session
    assert session is not None
    with client.heartbeat(session):
        pass
    beating = client.heartbeat(session, interval_s=0.01)
    client.execute_once("noop", None, lambda _: None)
    client.close()
    ours = [thread for thread in threading.enumerate() if thread.name.startswith("holdfast-")]
    for thread in ours:
        thread.join(30)
    assert not any(thread.is_alive() for thread in ours)
    assert beating.ended
