"""Reads everything out of Redis the way agents' own programs do, and prints what they got as one line of JSON.

    readers.py URL AGENT MARKET

It imports nothing of Holdfast: what it knows is the layout. After "subscribed" it prints each signal that it hears, until
its standard input ends.
"""

import json
import sys
import threading
from dataclasses import dataclass
from decimal import Decimal
from typing import Optional

import redis

URL, AGENT, MARKET = sys.argv[1:4]


def exact(value: dict):
    return Decimal(value["__decimal__"]) if "__decimal__" in value else value


def show(value):
    return {"__decimal__": str(value)} if isinstance(value, Decimal) else str(value)


@dataclass
class Episode:
    """The constructor takes these and no others: a stranger among the members is a TypeError."""

    agent_id: str
    event_type: str
    timestamp: float
    payload: dict
    outcome: Optional[dict] = None


def profile(r):
    """A hash whose every field is JSON."""
    return {name: json.loads(text, object_hook=exact) for name, text in r.hgetall(f"agent:{AGENT}:profile").items()}


def recent_transactions(r, n):
    return [json.loads(text, object_hook=exact) for text in r.zrevrange(f"agent:{AGENT}:ledger", 0, n - 1)]


def balance(r):
    """The sum over the whole set."""
    rows = [json.loads(text, object_hook=exact) for text in r.zrange(f"agent:{AGENT}:ledger", 0, -1)]
    return sum((Decimal(str(row.get("amount_usdc", 0))) for row in rows), Decimal(0))


def episodes(r, since):
    key = f"episodes:{AGENT}"
    newest = [Episode(**json.loads(text)) for text in r.zrevrange(key, 0, 49, withscores=False)]
    ranged = [Episode(**json.loads(text)) for text in r.zrangebyscore(key, since, "+inf")]
    return newest, ranged


def session(r):
    """Capital and its limit are compared as numbers."""
    start, current, limit = (float(text) for text in r.hmget(f"session:{AGENT}", "start_capital", "current_capital", "max_drawdown"))
    fields = r.hgetall(f"session:{AGENT}")
    return {
        "over_drawdown": (start - current) / start >= limit,
        "status": fields["status"],
        "trades": int(fields["trades"]),
        "total_pnl": float(fields["total_pnl"]),
        "started_at": float(fields["started_at"]),
        "dashboard": sorted(r.scan_iter("session:*")),
    }


def audit(r):
    """The stream, as bytes and as text: programs do either."""
    entries = [{"id": entry_id, **fields} for entry_id, fields in r.xrange("pf:audit", min="-", count=500)]
    own = [entry for entry in entries if entry["agent_id"] == AGENT]
    return {"entries": own, "pnl": sum(float(entry["pnl"]) for entry in own), "amounts": [float(e["amount"]) for e in own]}


def price(r):
    text = r.get(f"price:{MARKET}")
    return json.loads(text) if text else None


def main():
    r = redis.from_url(URL, decode_responses=True)
    newest, ranged = episodes(r, 0)
    found = {
        "profile": profile(r),
        "transactions": recent_transactions(r, 20),
        "balance": balance(r),
        "episodes": [vars(episode) for episode in newest],
        "ranged": len(ranged),
        "session": session(r),
        "alive": r.get(f"heartbeat:{AGENT}"),
        "price": price(r),
        "audit": audit(r),
    }
    print(json.dumps(found, default=show), flush=True)

    # A subscriber that did not ask for text gets bytes, and json takes either.
    pubsub = redis.from_url(URL).pubsub()
    pubsub.subscribe(f"pf:signals:{MARKET}", "purpleflea:state:updates", f"pf:alerts:{AGENT}", "pf:broadcast")

    def listen():
        for message in pubsub.listen():
            if message["type"] == "subscribe" and message["channel"] == b"pf:broadcast":
                print(json.dumps("subscribed"), flush=True)
            if message["type"] != "message":
                continue
            signal = json.loads(message["data"])
            wanted = {name: signal[name] for name in ("market", "type", "confidence", "source", "ts") if name in signal}
            print(json.dumps({"channel": message["channel"].decode(), "signal": wanted, "whole": signal}), flush=True)

    threading.Thread(target=listen, daemon=True).start()
    for line in sys.stdin:
        r.publish(f"pf:signals:{MARKET}", line.strip())


main()
