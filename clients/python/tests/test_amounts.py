from __future__ import annotations

import random
import re
from decimal import Decimal, localcontext
from typing import Any

import pytest

from holdfast import Holdfast, InvalidRequestError, amount_text
from holdfast._contract import METHODS
from holdfast.amount_fields import is_amount

LARGEST = "9" * 38 + "." + "9" * 18


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.50"), "1.5"),
        (Decimal("-0.000000000000000001"), "-0.000000000000000001"),
        (Decimal("1E+3"), "1000"),
        (Decimal("1E-7"), "0.0000001"),
        (Decimal("-0"), "0"),
        (Decimal("-0.00"), "0"),
        (Decimal("0E-400"), "0"),
        (Decimal("00012.00"), "12"),
        (Decimal(LARGEST), LARGEST),
        (Decimal("-" + LARGEST), "-" + LARGEST),
        (10**37, "1" + "0" * 37),
        (-3, "-3"),
        ("1.50", "1.50"),
    ],
)
def test_an_amount_goes_out_with_every_digit_and_no_exponent(value: Any, text: str) -> None:
    with localcontext() as context:
        context.prec = 3  # whatever the program's decimal context is
        assert amount_text(value) == text


@pytest.mark.parametrize("value", [1.5, 0.0, True, None, 1j, b"1"])
def test_what_is_not_exact_is_no_amount(value: Any) -> None:
    with pytest.raises(TypeError):
        amount_text(value)


@pytest.mark.parametrize("text", ["NaN", "Infinity", "sNaN", "1E+38", "1E-19", "1E+999999", "-1E-999999", "1" * 39])
def test_what_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        amount_text(Decimal(text), "delta.amount")
    assert (caught.value.reason, caught.value.field) == ("INVALID_AMOUNT", "delta.amount")


@pytest.mark.parametrize("digits", [39, 61, 5001])
@pytest.mark.parametrize("make", [lambda text: -(10 ** len(text[1:])), lambda text: 10 ** len(text[1:]), Decimal])
def test_an_amount_of_any_size_that_does_not_fit_is_refused_by_name(make: Any, digits: int) -> None:
    value = make("1" * digits)
    # Python writes no int of more than 4,300 digits: neither the amount nor the message may need its text.
    with pytest.raises(InvalidRequestError, match="delta.amount: .* is no amount") as caught:
        amount_text(value, "delta.amount")
    assert (caught.value.reason, caught.value.field) == ("INVALID_AMOUNT", "delta.amount")
    assert len(caught.value.message) < 300


def test_random_amounts_come_back_exactly(client: Holdfast) -> None:
    seed = random.randrange(2**32)
    generator = random.Random(seed)
    total = Decimal(0)
    with localcontext() as context:
        context.prec = 80
        for _ in range(25):
            digits = generator.randrange(1, 10 ** generator.randrange(1, 36))
            amount = Decimal(digits).scaleb(-generator.randrange(0, 19)) * generator.choice((1, -1))
            total += amount
            client.ledger.post_transaction(delta={"account": "cash", "asset": "USDC", "amount": amount})
        [balance] = client.ledger.get_balances(account="cash").balances
        assert balance.posted == total, f"seed {seed}"
        assert isinstance(balance.posted, Decimal)


def test_a_float_never_gets_into_a_request(client: Holdfast) -> None:
    with pytest.raises(TypeError, match=r"delta\.amount: float given"):
        client.ledger.post_transaction(delta={"account": "cash", "asset": "USDC", "amount": 0.1})  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"postings\[1\]\.amount: float given"):
        client.ledger.post_transaction(
            postings=[
                {"account": "cash", "asset": "USDC", "amount": 1},
                {"account": "world", "asset": "USDC", "amount": -1.0},  # type: ignore[list-item]
            ]
        )


def test_an_empty_amount_reads_as_none(client: Holdfast) -> None:
    session = client.open_session(asset="USDC", start_capital=1000, max_drawdown=Decimal("0.050")).session
    assert session is not None
    figures = (session.start_capital, session.max_drawdown, session.max_daily_loss)
    assert figures == (Decimal(1000), Decimal("0.05"), None)


def test_every_amount_of_the_contract_is_known() -> None:
    """A text field whose name speaks of money, or a new one of a message that has amounts, must be looked at."""
    texts: set[tuple[str, str]] = set()
    waiting = [one for methods in METHODS.values() for it in methods.values() for one in (it.request, it.response)]
    seen: set[str] = set()
    descriptors = [one.DESCRIPTOR for one in waiting]
    while descriptors:
        descriptor = descriptors.pop()
        if descriptor.full_name in seen:
            continue
        seen.add(descriptor.full_name)
        texts |= {(descriptor.full_name, field.name) for field in descriptor.fields if field.type == field.TYPE_STRING}
        descriptors += [field.message_type for field in descriptor.fields if field.message_type is not None]
    speaks = re.compile("amount|price|pnl|capital|balance|loss|drawdown|fee|cost|quantity|posted|held|limit|fraction")
    unknown = {(message, name) for message, name in texts if speaks.search(name) and not is_amount(message, name)}
    # Names of assets; and the limit of a verdict is a figure or a list, in words.
    assert {(message, name) for message, name in unknown if "asset" not in name} == {("holdfast.v1.GuardVerdict", "limit")}
    assert sum(is_amount(message, name) for message, name in texts) > 60
