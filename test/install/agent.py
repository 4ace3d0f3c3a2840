"""A trading agent in another language, on the machine that Holdfast was installed on: what it does must outlast the daemon."""

import json
import sys
from decimal import Decimal

from holdfast import Holdfast

step = sys.argv[1]
with Holdfast(agent_id="installed") as client:
    if step == "trade":
        client.ledger.post_transaction(
            delta={"account": "cash", "asset": "USDC", "amount": Decimal("1000.00")}, description="deposit"
        )
        opened = client.open_session(
            asset="USDC", account="cash", start_capital="1000", max_drawdown="0.5"
        )
        client.sessions.record_trade(
            session_id=opened.session.session_id,
            venue="paper",
            trade_id="t-1",
            market="ETH-PERP",
            side="TRADE_SIDE_BUY",
            quantity="0.1",
            price="2950.12",
            fee="0.25",
        )
    balances = client.ledger.get_balances(account="cash").balances
    positions = client.sessions.list_positions().positions
    print(
        json.dumps(
            {
                "posted": [str(balance.posted) for balance in balances],
                "positions": [[position.market, str(position.quantity)] for position in positions],
            }
        )
    )
