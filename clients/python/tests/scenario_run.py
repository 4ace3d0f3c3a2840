"""Replays the clients' common scenario with the blocking client, or with the asyncio one through a loop in a thread."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from typing import Any

from scenario_json import from_json, from_tagged, to_json, to_tagged
from scenario_match import ABSENT, at, matches, substitute

from holdfast import (
    AsyncHoldfast,
    Attempt,
    Completion,
    DefinitelyDidNotHappen,
    DidNotHappen,
    Happened,
    Holdfast,
    HoldfastError,
    OperationDeniedError,
    from_doc,
)
from holdfast._contract import METHODS, Method, snake_case
from holdfast.v1 import Mutation

#: Values of the scenario, which are compared and not understood here.
Step = dict[str, Any]


class Blocking:
    """How the steps use the blocking client: as it is."""

    def __init__(self, address: str) -> None:
        self._address = address

    def client(self, agent_id: str) -> Any:
        return Holdfast(self._address, agent_id=agent_id)

    def wait(self, outcome: Any) -> Any:
        return outcome

    def iterate(self, make: Callable[[], Any]) -> Iterator[Any]:
        return iter(make())

    def close(self, clients: list[Any]) -> None:
        for client in clients:
            client.close()


class Awaiting:
    """How they use the asyncio client: everything runs in the one loop of a thread."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()

    def client(self, agent_id: str) -> Any:
        return AsyncHoldfast(self._address, agent_id=agent_id)

    def wait(self, outcome: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(outcome, self._loop).result()

    def iterate(self, make: Callable[[], Any]) -> Iterator[Any]:
        async def advance() -> Any:
            return await anext(iterator, ABSENT)

        async def close() -> None:
            await iterator.aclose()

        iterator = make()
        try:
            while (item := self.wait(advance())) is not ABSENT:
                yield item
        finally:
            self.wait(close())

    def close(self, clients: list[Any]) -> None:
        for client in clients:
            self.wait(client.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


class ScenarioRun:
    def __init__(self, style: Blocking | Awaiting, run: str, names: dict[str, str]) -> None:
        self._style = style
        self._names: dict[str, Any] = {"run": run}
        self._clients: dict[tuple[str, str], Any] = {}
        for name, value in names.items():
            self._names[name] = substitute(value, self._names)

    def close(self) -> None:
        self._style.close(list(self._clients.values()))

    def step(self, written: Step) -> None:
        # What the steps within a stream save is not known before they run, so they are replaced one by one.
        during = written.get("during", [])
        step = {**substitute({**written, "during": []}, self._names), "during": during}
        name = step["name"]
        result, error = self._act(step)
        if "error" in step:
            check_error(error, step["error"], name)
        elif error is not None:
            raise AssertionError(f"{name!r} failed: {error!r}") from error
        for path, matcher in step.get("expect", {}).items():
            found = at(result, path)
            assert matches(found, matcher), f"{name!r}, {path}: {found!r} does not match {matcher!r}"
        for saved, path in step.get("save", {}).items():
            self._names[saved] = at(result, path)
            assert self._names[saved] is not ABSENT, f"{name!r}: nothing at {path} to save"

    def _client(self, step: Step) -> Any:
        key = (step.get("agent", self._names["agent"]), step.get("process", "main"))
        if key not in self._clients:
            self._clients[key] = self._style.client(key[0])
        return self._clients[key]

    def _act(self, step: Step) -> tuple[Any, Exception | None]:
        """What the action gave, and how it failed; of execute_once both may be there."""
        client = self._client(step)
        if "execute_once" in step:
            return self._execute_once(client, step["execute_once"])
        try:
            if "call" in step:
                call, fields = self._method(client, step["call"], step)
                return to_json(self._style.wait(call(**fields))), None
            if "pages" in step:
                return self._pages(client, step), None
            if "stream" in step:
                return self._stream(client, step), None
            return self._document(client, step["document"]["value"]), None
        except Exception as error:
            return None, error

    def _method(self, client: Any, name: str, step: Step) -> tuple[Callable[..., Any], dict[str, Any]]:
        method = method_of(name)
        service = name.partition(".")[0]
        own = service == "Transact" or method.python_name in ("take_over", "open_session", "resume", "watch", "subscribe")
        place = client if own else getattr(client, snake_case(service))
        return getattr(place, method.python_name), from_json(method.request.DESCRIPTOR, step.get("request", {}))

    def _pages(self, client: Any, step: Step) -> list[Any]:
        method = method_of(step["pages"])
        assert method.items == step["items"]
        service = snake_case(step["pages"].partition(".")[0])
        fields = from_json(method.request.DESCRIPTOR, step.get("request", {}))
        pages = getattr(getattr(client, service), method.iterator_name)
        return [to_json(item) for item in self._style.iterate(lambda: pages(**fields))]

    def _stream(self, client: Any, step: Step) -> list[Any]:
        live = threading.Event()
        taken: list[Any] = []
        failed: list[Exception] = []

        def read() -> None:
            try:
                for message in self._messages(client, step, live):
                    taken.append(message)
                    if len(taken) == step["take"]:
                        return
            except Exception as error:
                failed.append(error)
            finally:
                live.set()

        reading = threading.Thread(target=read)
        reading.start()
        if step["stream"] == "Signals.Subscribe" and "from_revision" not in step["request"]:
            live.wait()
        for one in step["during"]:
            self.step(one)
        reading.join()
        if failed:
            raise failed[0]
        return taken

    def _messages(self, client: Any, step: Step, live: threading.Event) -> Iterator[Any]:
        name = step["stream"]
        if name == "Signals.Consume":
            for delivery in self._style.iterate(lambda: client.consume(**step["request"])):
                self._style.wait(delivery.ack())
                yield {"signal": to_json(delivery.signal), "delivery": delivery.delivery}
            return
        call, fields = self._method(client, name, step)
        if name == "Signals.Subscribe":
            fields["on_live"] = live.set
        for message in self._style.iterate(lambda: call(**fields)):
            if name != "Watch.Watch" or message.entries:
                yield to_json(message)

    def _document(self, client: Any, value: Any) -> Any:
        wait = self._style.wait
        wait(client.state.put_state(name="document", document=from_tagged(value)))
        document = wait(client.state.get_state(name="document")).state.document
        return {"json": document.json, "value": to_tagged(from_doc(document))}

    def _execute_once(self, client: Any, given: dict[str, Any]) -> tuple[Any, Exception | None]:
        seen: dict[str, Any] = {"called": False}
        act = given.get("act")

        def function(attempt: Attempt) -> Any:
            seen.update(called=True, client_order_id=attempt.client_order_id, attempt=attempt.attempt)
            assert act is not None, "the function must not be called"
            if act.get("fail") == "definitely":
                raise DefinitelyDidNotHappen("refused")
            if act.get("fail") == "unknown":
                raise RuntimeError("timeout")
            settlements: Any = [
                {"hold_id": attempt.hold_ids[one["hold"]], **{key: it for key, it in one.items() if key != "hold"}}
                for one in given.get("settlements", [])
            ]
            mutations: Any = [from_json(Mutation.DESCRIPTOR, one) for one in given.get("mutations", [])]
            return Completion(from_tagged(act["result"]), settlements, mutations)

        async def awaited(attempt: Attempt) -> Any:
            return function(attempt)

        names = ("key", "holds", "risk", "session_id", "in_flight", "on_crash")
        options: dict[str, Any] = {name: given[name] for name in names if name in given}
        if "lease_ms" in given:
            options["lease_s"] = given["lease_ms"] / 1000
        if "reconcile" in given:
            answer = given["reconcile"]
            found = Happened(from_tagged(answer.get("result"))) if answer["happened"] else DidNotHappen()
            options["reconcile"] = lambda _operation: found
        params = from_tagged(given.get("params"))
        chosen = function if isinstance(client, Holdfast) else awaited
        try:
            done = self._style.wait(client.execute_once(given["operation"], params, chosen, **options))
        except Exception as error:
            return seen, error
        seen.update(executed=done.executed, result=to_tagged(done.result), operation=to_json(done.operation))
        if done.results is not None:
            seen["results"] = [to_json(one) for one in done.results]
        return seen, None


def method_of(name: str) -> Method:
    service, _, rpc = name.partition(".")
    return METHODS[service][rpc]


def check_error(error: Exception | None, expected: dict[str, Any], name: str) -> None:
    assert error is not None, f"{name!r} must fail"
    facts: dict[str, Any] = {"class": type(error).__name__.removesuffix("Error")}
    if isinstance(error, HoldfastError):
        facts.update(code=error.code.name, reason=error.reason, metadata=dict(error.metadata))
        facts.update(outcome_unknown=error.outcome_unknown, field=error.field)
        facts.update({"retry_after": True} if error.retry_after_s is not None else {})
        facts.update({"request_id": True} if error.request_id is not None else {})
    if isinstance(error, OperationDeniedError):
        facts["denials"] = [to_json(one) for one in error.denials]
    for key, matcher in expected.items():
        wanted = {"contains": matcher} if key == "metadata" else matcher
        found = facts.get(key, ABSENT)
        assert matches(found, wanted), f"{name!r} failed with {error!r}; {key}: {found!r} does not match {wanted!r}"
