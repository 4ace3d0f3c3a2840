from __future__ import annotations

import math
from collections import OrderedDict
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum
from typing import Any

import pytest

from holdfast import Document, Holdfast, InvalidRequestError, Timestamp, doc, from_doc


class Level(IntEnum):
    HIGH = 3


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        0,
        -(2**63),
        2**64 - 1,
        2**53 + 1,
        0.1,
        -1e-7,
        5e-324,
        "",
        'a "quote" \\ \u20ac \U0001f600 \u2028 \x7f',
        b"",
        b"\x00\xff",
        Decimal("12345678901234567890123456789012345678.000000000000000001"),
        datetime(2026, 11, 20, 0, 0, 0, 1, tzinfo=timezone.utc),
        datetime(1, 1, 1, tzinfo=timezone.utc),
        datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=timezone.utc),
        Timestamp(1_700_000_000, 123_456_789),
        Timestamp(-1, 1),
        [],
        {},
        {"nothing": None, "list": [1, [2, {"three": 3}]], "": "an empty key"},
    ],
)
def test_a_value_comes_back_as_it_was(client: Holdfast, value: Any) -> None:
    client.state.put_state(name="s", document={"value": value})
    state = client.state.get_state(name="s").state
    assert state is not None
    back = from_doc(state.document)["value"]
    assert back == value
    assert type(back) is type(value)


def test_what_python_writes_otherwise_comes_back_as_its_equal(client: Holdfast) -> None:
    berlin = timezone(timedelta(hours=1))
    given = {
        "tuple": (1, 2),
        "whole": 3.0,
        "zero": -0.0,
        "level": Level.HIGH,
        "ordered": OrderedDict(a=1),
        "buffer": bytearray(b"ab"),
        "decimal": Decimal("1.500"),
        "here": datetime(2026, 11, 20, 1, tzinfo=berlin),
    }
    client.state.put_state(name="s", document=given)
    state = client.state.get_state(name="s").state
    assert state is not None
    assert from_doc(state.document) == {
        "tuple": [1, 2],
        "whole": 3,
        "zero": 0,
        "level": 3,
        "ordered": {"a": 1},
        "buffer": b"ab",
        "decimal": Decimal("1.5"),
        "here": datetime(2026, 11, 20, tzinfo=timezone.utc),
    }


CYCLE: list[Any] = []
CYCLE.append(CYCLE)


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (math.nan, "$"),
        ([1, math.inf], "$[1]"),
        ({"a": {"b": 1e20}}, "$.a.b"),
        (float(2**53), "$"),
        (2**64, "$"),
        (-(2**63) - 1, "$"),
        (datetime(2026, 11, 20), "$"),  # noqa: DTZ001
        (date(2026, 11, 20), "$"),
        ({"a": object()}, "$.a"),
        ({1: 2}, "$"),
        ({"__decimal__": "1"}, "$"),
        ("\ud800", "$"),
        ({"\udfff": 1}, "$"),
        (set(), "$"),
        (Timestamp(0, 1_000_000_000), "$"),
        (CYCLE, "$" + "[0]" * 64),
    ],
)
def test_what_would_not_come_back_is_refused_with_its_path(value: Any, path: str) -> None:
    with pytest.raises(InvalidRequestError) as caught:
        doc(value)
    assert (caught.value.reason, caught.value.field) == ("INVALID_DOCUMENT", path)


def test_a_decimal_that_is_no_number_is_refused() -> None:
    with pytest.raises(InvalidRequestError):
        doc(Decimal("NaN"))


def test_absent_and_null_read_as_none_and_messagepack_is_not_read() -> None:
    assert from_doc(None) is None
    assert from_doc(Document()) is None
    assert from_doc(doc(None)) is None
    with pytest.raises(InvalidRequestError):
        from_doc(Document(msgpack=b"\x01"))
