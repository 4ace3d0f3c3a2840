"""Amounts: `Decimal` on this side, exact decimal strings on the wire. Nothing here rounds, whatever the decimal context."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Union

from holdfast.errors import refuse_locally

#: What may be given where the contract has an amount. A float is refused: it is not exact.
Amount = Union[Decimal, str, int]

_LONGEST_BITS = (10**60).bit_length()
_PLAIN = re.compile(r"(-?)0*(\d{1,38})(?:\.(\d{1,18}))?", re.ASCII)


def amount_text(value: Amount, field: str = "amount") -> str:
    """The amount as it goes over the wire: canonical for a Decimal or an int; a text goes as it is and the daemon judges it.

    Raises TypeError for a float (and whatever else is no amount), InvalidRequestError INVALID_AMOUNT for a Decimal or an int
    that is not finite or has more than 38 integer or 18 fraction digits.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
        hint = "a float is not exact; use Decimal or a text" if isinstance(value, float) else "use Decimal, a text or an int"
        raise TypeError(f"{field}: {type(value).__name__} given: {hint}")
    # An exponent far out would be written as that many digits; adjusted() is that of the first digit. A long int Python does
    # not write at all.
    if isinstance(value, Decimal) and (not value.is_finite() or not -60 < value.adjusted() < 60):
        text = "0" if value.is_zero() else ""
    elif isinstance(value, int) and value.bit_length() > _LONGEST_BITS:
        text = ""
    else:
        text = format(value, "f") if isinstance(value, Decimal) else str(value)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    match = _PLAIN.fullmatch(text)
    if match is None:
        problem = "is no amount of at most 38 integer and 18 fraction digits"
        raise refuse_locally("INVALID_AMOUNT", f"{field}: {_shown(value)} {problem}", field)
    sign, whole, fraction = match.groups()
    magnitude = whole if fraction is None else f"{whole}.{fraction}"
    return magnitude if magnitude == "0" else sign + magnitude


def _shown(value: Decimal | int) -> str:
    """For a message: short, however long the amount is."""
    if isinstance(value, int) and value.bit_length() > _LONGEST_BITS:
        return f"an int of {value.bit_length()} bits"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:60]}..."


def read_amount(text: str) -> Decimal | None:
    """The amount of a reply; None where the field is empty. Exact: Decimal(text) takes every digit."""
    return Decimal(text) if text else None
