"""Python values to documents and back, exactly or not at all.

JSON is the encoding, with Holdfast's tagged forms for what it lacks. What the json module would bend in silence is refused
before anything is sent: NaN, floats that are integers beyond 2**53, naive datetimes, keys that are no text, other types.
"""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Union

from holdfast.amounts import amount_text
from holdfast.errors import InvalidRequestError, refuse_locally
from holdfast.v1.common_pb2 import Document

_MAX_DEPTH = 64
_MIN_INT64 = -(2**63)
_MAX_UINT64 = 2**64 - 1
_RESERVED = frozenset(("__proto__", "__decimal__", "__timestamp__", "__binary__", "__int64__"))
_RFC3339 = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z", re.ASCII)
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@dataclass(frozen=True, order=True)
class Timestamp:
    """An instant finer than a microsecond, which a datetime cannot hold: since 1970-01-01T00:00:00Z, nanos counting forward."""

    seconds: int
    nanos: int


#: What a document may hold and what from_doc gives back.
DocValue = Union[
    None, bool, int, float, str, bytes, Decimal, datetime, Timestamp, "list[DocValue]", "dict[str, DocValue]"
]


def doc(value: object) -> Document:
    """A document for a request. Raises InvalidRequestError INVALID_DOCUMENT, `field` being the path in the value."""
    return Document(json=json.dumps(_plain(value, "$", 0), ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def from_doc(document: Document | None) -> Any:
    """The value of a document; None for an absent one, as for one that is null.

    Raises InvalidRequestError INVALID_DOCUMENT for a document asked for as MessagePack: decode that one yourself.
    """
    if document is None or document.WhichOneof("encoding") is None:
        return None
    if document.WhichOneof("encoding") != "json":
        raise refuse_locally("INVALID_DOCUMENT", "from_doc reads JSON documents; ask for encoding JSON")
    return json.loads(document.json, object_hook=_untag)


def _refuse(path: str, problem: str) -> InvalidRequestError:
    return refuse_locally("INVALID_DOCUMENT", f"document: {path} {problem}", path)


def _plain(value: object, path: str, depth: int) -> object:
    """The value as the json module may write it."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _text(value, path)
    if isinstance(value, int):
        if not _MIN_INT64 <= value <= _MAX_UINT64:
            raise _refuse(path, "fits neither int64 nor uint64; use Decimal")
        return int(value)
    if isinstance(value, float):
        return _float(value, path)
    if isinstance(value, Decimal):
        return {"__decimal__": amount_text(value, path)}
    if isinstance(value, (datetime, Timestamp)):
        return {"__timestamp__": _timestamp_text(value, path)}
    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"__binary__": base64.b64encode(value).decode("ascii")}
    if depth >= _MAX_DEPTH:
        raise _refuse(path, "is nested too deep, or in a cycle")
    if isinstance(value, (list, tuple)):
        return [_plain(item, f"{path}[{index}]", depth + 1) for index, item in enumerate(value)]
    if isinstance(value, Mapping):
        return {_key(key, path): _plain(item, f"{path}.{key}", depth + 1) for key, item in value.items()}
    raise _refuse(path, f"is a {type(value).__name__}, which no document can hold")


def _text(value: str, path: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise _refuse(path, "holds a lone surrogate") from None
    return str(value)


def _key(key: object, path: str) -> str:
    if not isinstance(key, str):
        raise _refuse(path, f"holds a key that is a {type(key).__name__}, not a text")
    if key in _RESERVED:
        raise _refuse(path, f"holds the reserved key {key}")
    return _text(key, path)


def _float(value: float, path: str) -> float:
    if not math.isfinite(value):
        raise _refuse(path, f"is {value}, which no document can hold")
    if value.is_integer() and abs(value) >= 2**53:
        raise _refuse(path, "is an integer beyond 2**53, where a float is no longer exact; use int or Decimal")
    return float(value)


def _timestamp_text(value: datetime | Timestamp, path: str) -> str:
    if isinstance(value, Timestamp):
        instant, nanos = EPOCH + timedelta(seconds=value.seconds), value.nanos
        if not 0 <= nanos < 1_000_000_000:
            raise _refuse(path, "has nanos outside 0 to 999999999")
    else:
        if value.tzinfo is None or value.utcoffset() is None:
            raise _refuse(path, "is a naive datetime; give it a time zone")
        instant, nanos = value.astimezone(timezone.utc), value.microsecond * 1000
    fraction = f".{nanos:09d}".rstrip("0") if nanos else ""
    return f"{instant.replace(microsecond=0, tzinfo=None).isoformat()}{fraction}Z"


def _read_timestamp(text: str) -> datetime | Timestamp:
    match = _RFC3339.fullmatch(text)
    if match is None:
        raise refuse_locally("INVALID_DOCUMENT", f"not an RFC 3339 UTC time: {text!r}")
    instant = datetime.fromisoformat(match[1]).replace(tzinfo=timezone.utc)
    nanos = int((match[2] or "").ljust(9, "0"))
    if nanos % 1000:
        return Timestamp((instant - EPOCH) // timedelta(seconds=1), nanos)
    return instant.replace(microsecond=nanos // 1000)


def _untag(value: dict[str, Any]) -> Any:
    if len(value) != 1:
        return value
    [(tag, text)] = value.items()
    if tag == "__decimal__":
        return Decimal(text)
    if tag == "__timestamp__":
        return _read_timestamp(text)
    if tag == "__binary__":
        return base64.b64decode(text, validate=True)
    return value
