# Long because every stream, and the heartbeats in both clients, need stories of their own.
from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from conftest import Daemon

from holdfast import (
    AsyncHeartbeat,
    AsyncHoldfast,
    HistoryChangedError,
    Holdfast,
    HoldfastError,
    NotFoundError,
    StaleEpochError,
    from_doc,
)

Connect = Callable[..., Holdfast]


def test_a_watch_goes_on_over_a_daemon_that_dies(own: Daemon, connect: Connect) -> None:
    client = connect(own)
    broken: list[HoldfastError] = []
    watching = client.watch(from_revision=0, kind_prefixes=["state."], on_reconnect=broken.append)
    client.state.put_state(name="s", document=0)
    seen = [next(watching)]
    own.kill()
    own.start()
    for number in range(1, 5):
        client.state.put_state(name="s", document=number)
    while len(seen) < 5:
        message = next(watching)
        if message.entries:
            seen.append(message)
    assert broken and broken[0].reason == "UNAVAILABLE"
    revisions = [one.revision for one in seen]
    assert revisions == sorted(set(revisions))
    assert all([entry.key for entry in one.entries] == ["s"] for one in seen)
    watching.close()  # type: ignore[attr-defined]


def test_a_watch_from_now_on_starts_at_the_head(client: Holdfast) -> None:
    client.state.put_state(name="before", document=1)
    info = client.admin.get_server_info()
    with pytest.raises(HoldfastError) as caught:
        next(client.watch(from_revision=info.revision + 1_000_000))
    assert caught.value.reason == "REVISION_IN_FUTURE"


def test_a_restored_backup_ends_what_saw_more(own: Daemon, connect: Connect) -> None:
    client = connect(own)

    def publish(name: str) -> int:
        header = client.signals.publish(channel="pf:signals:R", payload=name, durable=True).header
        assert header is not None
        return header.revision

    first = publish("old-1")
    for _ in client.admin.backup(name="era"):
        pass
    last = [publish("old-2"), publish("old-3")][-1]
    watching = client.watch(from_revision=first - 1, kind_prefixes=["signal."])
    hearing = client.subscribe(patterns=["pf:signals:R"], from_revision=first - 1)
    assert [from_doc(next(hearing).payload) for _ in range(3)] == ["old-1", "old-2", "old-3"]
    while next(watching).revision < last:
        pass
    own.restore("era")
    for number in range(1, 6):
        publish(f"new-{number}")
    for standing_still in (watching, hearing):
        with pytest.raises(HistoryChangedError) as caught:
            next(standing_still)
        assert caught.value.metadata["common_revision"] == str(first)
    history = caught.value.metadata["history"]
    again = client.subscribe(patterns=["pf:signals:R"], from_revision=first, history=history)
    assert [from_doc(next(again).payload) for _ in range(5)] == [f"new-{number}" for number in range(1, 6)]
    again.close()  # type: ignore[attr-defined]


def test_signals_come_once_and_in_order_over_a_daemon_that_dies(own: Daemon, connect: Connect) -> None:
    client = connect(own)
    publisher = connect(own)
    live = threading.Event()
    got: list[Any] = []

    def hear() -> None:
        for signal in client.subscribe(patterns=["pf:signals:*"], on_live=live.set):
            got.append(from_doc(signal.payload))
            if len(got) == 30:
                return

    hearing = threading.Thread(target=hear)
    hearing.start()
    assert live.wait(30)
    for number in range(30):
        if number in (10, 20):
            own.kill()
            own.start()
        publisher.signals.publish(channel="pf:signals:x", payload=number, durable=True)
    hearing.join(60)
    assert got == list(range(30))


def test_a_consumer_is_given_again_what_it_did_not_acknowledge(client: Holdfast) -> None:
    client.signals.put_consumer(name="executor", patterns=["pf:signals:consumed"])
    for number in range(3):
        client.signals.publish(channel="pf:signals:consumed", payload=number, durable=True)
    seen = []
    for delivery in client.consume("executor"):
        value = from_doc(delivery.signal.payload)
        seen.append((value, delivery.delivery))
        if value == 1 and delivery.delivery == 1:
            delivery.nack()
        elif value == 2:
            client.transact(mutations=[delivery.ack_mutation, {"put_state": {"name": "acted", "document": value}}])
        else:
            delivery.ack()
        if sorted(value for value, _ in seen) == [0, 1, 1, 2]:
            break
    assert (1, 2) in seen
    [consumer] = client.signals.list_consumers().consumers
    assert (consumer.waiting, consumer.pending) == (0, 0)
    with pytest.raises(NotFoundError):
        next(client.consume("nobody"))


def test_a_consumer_goes_on_with_the_epoch_of_its_own_client_and_ends_with_another(shared: Daemon, connect: Connect) -> None:
    mine, other = connect(shared), connect(shared)
    mine.take_over()
    channel = "pf:signals:epochs"
    mine.signals.put_consumer(name="executor", patterns=[channel])
    mine.signals.publish(channel=channel, payload=1, durable=True)
    deliveries = mine.consume("executor")
    next(deliveries).ack()
    mine.take_over()
    mine.signals.publish(channel=channel, payload=2, durable=True)
    second = next(deliveries)
    assert from_doc(second.signal.payload) == 2
    second.ack()
    other.take_over()
    with pytest.raises(StaleEpochError):
        next(deliveries)


def test_heartbeats_tell_how_the_session_stands_and_when_it_is_anothers(shared: Daemon, connect: Connect) -> None:
    mine, other = connect(shared), connect(shared)
    session = mine.open_session(asset="USDC", start_capital=100).session
    assert session is not None
    paused, ended = threading.Event(), threading.Event()
    told: list[Any] = []

    def on_end(error: HoldfastError) -> None:
        told.append(error.reason)
        ended.set()

    def on_state(state: str) -> None:
        told.append(state)
        paused.set()

    with mine.heartbeat(session, interval_s=0.05, on_state=on_state, on_end=on_end) as heartbeat:
        mine.sessions.pause_session(reason="lunch")
        assert paused.wait(30)
        assert heartbeat.state == "SESSION_STATE_PAUSED" and not heartbeat.ended
        other.take_over()
        assert ended.wait(30)
    assert told == ["SESSION_STATE_PAUSED", "STALE_EPOCH"]
    assert heartbeat.ended


def test_heartbeats_go_on_over_a_daemon_that_dies(own: Daemon, connect: Connect) -> None:
    client = connect(own)
    session = client.open_session(asset="USDC", start_capital=100).session
    assert session is not None
    missed = threading.Event()
    with client.heartbeat(session, interval_s=0.2, on_missed=lambda _: missed.set()) as heartbeat:
        own.kill()
        assert missed.wait(30)
        own.start()
        found = None
        while found is None:
            reply = client.sessions.get_session(session_id=session.session_id)
            assert reply.session is not None
            found = reply.session.last_heartbeat_at
        assert not heartbeat.ended


def test_the_asyncio_client_streams_as_well(own: Daemon, agent: str) -> None:
    async def story() -> None:
        async with AsyncHoldfast(own.address, agent_id=agent) as client:
            live = asyncio.Event()
            got: list[Any] = []

            async def hear() -> None:
                async for signal in client.subscribe(patterns=["pf:signals:*"], on_live=live.set):
                    got.append(from_doc(signal.payload))
                    if len(got) == 10:
                        return

            hearing = asyncio.create_task(hear())
            await live.wait()
            for number in range(10):
                if number == 5:
                    own.kill()
                    await asyncio.to_thread(own.start)
                await client.signals.publish(channel="pf:signals:x", payload=number, durable=True)
            await hearing
            assert got == list(range(10))

            replies = await asyncio.gather(*(client.state.increment_field(name="n", integer=1) for _ in range(200)))
            assert sorted(int(reply.value) for reply in replies) == list(range(1, 201))
            names = [state.name async for state in client.state.iter_states(page_size=1)]
            assert names == []

            session = (await client.open_session(asset="USDC", start_capital=100)).session
            assert session is not None
            ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            how: Any = {"interval_s": 0.05, "on_end": lambda error: ended.set_result(error.reason)}
            async with client.heartbeat(session, **how) as heartbeat:
                await client.sessions.close_session(session_id=session.session_id)
                assert await ended == "WRONG_STATE"
            assert heartbeat.ended

            await client.signals.put_consumer(name="executor", patterns=["pf:signals:y"])
            await client.signals.publish(channel="pf:signals:y", payload=1, durable=True)
            async for delivery in client.consume("executor"):
                await delivery.nack()
                break
            # A cancelled reader leaves its stream.
            reading = asyncio.ensure_future(anext(client.subscribe(patterns=["pf:broadcast"])))
            await asyncio.sleep(0)
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading

    asyncio.run(story())


def test_threads_may_watch_side_by_side(client: Holdfast) -> None:
    def first(_: int) -> str:
        for message in client.watch(from_revision=0, kind_prefixes=["state.put"]):
            for entry in message.entries:
                return entry.key
        raise AssertionError("the watch ended")

    client.state.put_state(name="s", document=1)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(first, range(8))) == ["s"] * 8


class Fault(Exception):
    """What a program's own callback raises."""


def test_what_a_callback_of_the_heartbeat_raises_is_logged_and_the_heartbeats_go_on(
    own: Daemon, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    client = connect(own)
    session = client.open_session(asset="USDC", start_capital=100).session
    assert session is not None
    told: queue.Queue[str] = queue.Queue()

    def on_state(state: str) -> None:
        told.put(state)
        if state == "SESSION_STATE_PAUSED":
            client.state.get_state(name="nope")  # NOT_FOUND, which as an answer to the heartbeat would end it
        raise Fault(state)

    def on_missed(error: HoldfastError) -> None:
        told.put("missed")
        raise Fault

    def on_end(error: HoldfastError) -> None:
        told.put(error.reason)
        raise Fault

    how: Any = {"on_state": on_state, "on_missed": on_missed, "on_end": on_end}
    with client.heartbeat(session, interval_s=0.05, **how) as heartbeat:
        client.sessions.pause_session(reason="lunch")
        assert told.get(timeout=30) == "SESSION_STATE_PAUSED"
        client.sessions.resume_session(reason="back")
        assert told.get(timeout=30) == "SESSION_STATE_ACTIVE"
        own.kill()
        assert [told.get(timeout=30) for _ in range(2)] == ["missed", "missed"]
        own.start()
        client.sessions.close_session(session_id=session.session_id)
        while (last := told.get(timeout=30)) == "missed":
            pass
        assert last == "WRONG_STATE"
    assert heartbeat.ended
    raised = {type(it.exc_info[1]) for it in caplog.records if it.name == "holdfast" and it.exc_info is not None}
    assert raised == {NotFoundError, Fault}


def test_in_asyncio_callbacks_of_the_heartbeat_are_awaited_and_their_errors_logged(
    shared: Daemon, agent: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with AsyncHoldfast(shared.address, agent_id=agent) as client:
            session = (await client.open_session(asset="USDC", start_capital=100)).session
            assert session is not None
            told: asyncio.Queue[str] = asyncio.Queue()
            heartbeat: AsyncHeartbeat

            async def on_state(state: str) -> None:
                await told.put(state)
                if state == "SESSION_STATE_PAUSED":
                    await client.state.get_state(name="nope")
                raise Fault

            async def on_end(error: HoldfastError) -> None:
                await heartbeat.close()
                await told.put(error.reason)

            heartbeat = client.heartbeat(session, interval_s=0.05, on_state=on_state, on_end=on_end)
            await client.sessions.pause_session(reason="lunch")
            assert await asyncio.wait_for(told.get(), 30) == "SESSION_STATE_PAUSED"
            await client.sessions.resume_session(reason="back")
            assert await asyncio.wait_for(told.get(), 30) == "SESSION_STATE_ACTIVE"
            await client.sessions.close_session(session_id=session.session_id)
            assert await asyncio.wait_for(told.get(), 30) == "WRONG_STATE"
            assert heartbeat.ended
            await heartbeat.close()

    asyncio.run(story())
    raised = {type(it.exc_info[1]) for it in caplog.records if it.name == "holdfast" and it.exc_info is not None}
    assert raised == {NotFoundError, Fault}


def test_a_callback_may_close_its_heartbeat(shared: Daemon, agent: str, connect: Connect) -> None:
    client = connect(shared)
    session = client.open_session(asset="USDC", start_capital=100).session
    assert session is not None
    closed, epoch = threading.Event(), client.epoch

    def close(_: str) -> None:
        heartbeat.close()
        closed.set()

    heartbeat = client.heartbeat(session, interval_s=0.05, on_state=close)
    client.sessions.pause_session(reason="lunch")
    assert closed.wait(30) and heartbeat.ended

    async def story() -> None:
        async with AsyncHoldfast(shared.address, agent_id=agent, epoch=epoch) as client:
            closed = asyncio.Event()

            async def close(_: str) -> None:
                await heartbeat.close()
                await asyncio.sleep(0)
                closed.set()

            heartbeat = client.heartbeat(session, interval_s=0.05, on_state=close)
            await asyncio.wait_for(closed.wait(), 30)
            assert heartbeat.ended

    asyncio.run(story())


def test_a_client_that_takes_over_itself_keeps_its_heartbeats(shared: Daemon, agent: str, connect: Connect) -> None:
    client = connect(shared)
    session = client.open_session(asset="USDC", start_capital=100).session
    assert session is not None
    ended: list[HoldfastError] = []
    # One that is on its way while the client takes over names the epoch before; with so many, some always are.
    beating = [client.heartbeat(session, interval_s=0.0005, on_end=ended.append) for _ in range(4)]
    for _ in range(100):
        client.take_over()
    assert [it.ended for it in beating] == [False] * 4
    connect(shared).take_over()
    for it in beating:
        it._background._thread.join(30)
    assert [it.reason for it in ended] == ["STALE_EPOCH"] * 4

    async def story() -> None:
        async with AsyncHoldfast(shared.address, agent_id=agent) as client:
            await client.take_over()
            beating = [client.heartbeat(session, interval_s=0.0005) for _ in range(4)]
            for _ in range(100):
                await client.take_over()
            assert [it.ended for it in beating] == [False] * 4
            await asyncio.gather(*(it.close() for it in beating))

    asyncio.run(story())
