"""Measures the Python client, one call after the other over one connection; prints the medians of each round as JSON.

    python_client.py ADDRESS ROUNDS CALLS

In each round everything is measured in turn, so that the rounds see the same machine.
"""

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from statistics import median

from holdfast import AsyncHoldfast, Holdfast

ADDRESS, ROUNDS, CALLS = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
DOCUMENT = {"market": "XRP/ETH", "side": "buy", "levels": [1, 2, 3]}


def calls_of(client):  # type: ignore[no-untyped-def]
    return {
        "echo": lambda: client.admin.ping(),
        "write": lambda: client.state.put_state(name="s", document=DOCUMENT),
        "post": lambda: client.ledger.post_transaction(delta={"account": "cash", "asset": "USDC", "amount": "1"}),
        "read": lambda: client.state.get_state(name="s"),
    }


def blocking(call: Callable[[], object]) -> float:
    took = []
    for _ in range(CALLS):
        began = time.perf_counter()
        call()
        took.append(time.perf_counter() - began)
    return median(took) * 1000


async def awaited(call: Callable[[], Awaitable[object]]) -> float:
    took = []
    for _ in range(CALLS):
        began = time.perf_counter()
        await call()
        took.append(time.perf_counter() - began)
    return median(took) * 1000


async def main() -> None:
    samples: dict[str, list[float]] = {}
    with Holdfast(ADDRESS, agent_id="blocking") as client:
        async with AsyncHoldfast(ADDRESS, agent_id="asyncio") as other:
            for calls in (calls_of(client), calls_of(other)):
                for call in calls.values():
                    for _ in range(50):
                        outcome = call()
                        if asyncio.iscoroutine(outcome):
                            await outcome
            for _ in range(ROUNDS):
                for name, call in calls_of(client).items():
                    samples.setdefault(name, []).append(blocking(call))
                for name, call in calls_of(other).items():
                    samples.setdefault(f"asyncio_{name}", []).append(await awaited(call))
    print(json.dumps(samples))


asyncio.run(main())
