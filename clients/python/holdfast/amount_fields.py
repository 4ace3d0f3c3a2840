"""Which fields of the contract hold amounts: the rule that requests, replies and their types share."""

#: A text field of one of these names holds an amount; see the README.
AMOUNT_FIELDS = frozenset(
    """
    amount available average_price ceiling cost current_capital daily_pnl decimal delta difference drawdown_from_peak
    drawdown_from_start expected fee floor fraction fraction_of_limit held mark_price max_daily_loss max_drawdown
    max_drawdown_from_peak peak_capital pnl posted price quantity recomputed recomputed_held running running_held
    settled_amount start_capital sum total_fees total_pnl unrealized_pnl
    """.split()
)
#: And these, whose names other messages use for other things.
AMOUNT_FIELDS_OF = frozenset(("holdfast.v1.Counter.value", "holdfast.v1.IncrementFieldResponse.value"))
#: Those of a reply that may be empty, which reads as None: "no limit", "no price was noted", "not settled yet".
MAYBE_EMPTY = frozenset(
    """
    Action.amount Action.pnl GuardRule.StopLoss.amount GuardRule.StopLoss.fraction Hold.settled_amount Position.mark_price
    Position.unrealized_pnl ReconciledBalance.difference ReconciledBalance.expected Session.max_daily_loss Session.max_drawdown
    Session.max_drawdown_from_peak Trade.price Trade.quantity
    """.split()
)


def is_amount(message: str, field: str) -> bool:
    """Whether the text field of the message, named in full ("holdfast.v1.Posting"), holds an amount."""
    return field in AMOUNT_FIELDS or f"{message}.{field}" in AMOUNT_FIELDS_OF
