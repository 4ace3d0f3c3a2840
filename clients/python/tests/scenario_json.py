"""The scenario's requests and replies, protobuf's JSON with the proto's own names, to and from what the client takes and gives."""

from __future__ import annotations

import base64
import re
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from holdfast import Document, Timestamp, amount_text, doc, from_doc, raw
from holdfast.amount_fields import is_amount

_INT64 = {FieldDescriptor.TYPE_INT64, FieldDescriptor.TYPE_UINT64}
_CANONICAL = re.compile(r"0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9]")


def from_json(descriptor: Any, json: dict[str, Any]) -> dict[str, Any]:
    """A request as a Python program gives it: Decimal, datetime, timedelta, bytes, values of documents."""
    fields = {}
    for name, value in json.items():
        field = descriptor.fields_by_name[name]
        read = [_read(field, one) for one in value] if field.is_repeated else _read(field, value)
        fields[name] = read
    return fields


def _read(field: Any, value: Any) -> Any:
    if field.message_type is not None:
        return _read_message(field.message_type, value)
    if field.type == field.TYPE_BYTES:
        return base64.b64decode(value)
    if field.type in _INT64:
        return int(value)
    # An amount that is not canonical stays the text that it is, for the daemon to refuse or to canonicalise.
    if field.type == field.TYPE_STRING and is_amount(field.containing_type.full_name, field.name):
        return Decimal(value) if _CANONICAL.fullmatch(value) else value
    return value


def _read_message(descriptor: Any, value: Any) -> Any:
    if descriptor.full_name == "google.protobuf.Timestamp":
        return from_doc(Document(json=f'{{"__timestamp__":"{value}"}}'))
    if descriptor.full_name == "google.protobuf.Duration":
        return timedelta(seconds=float(value.removesuffix("s")))
    if descriptor.full_name == "holdfast.v1.Document":
        return from_doc(Document(**value))
    return from_json(descriptor, value)


def to_json(reply: Any) -> Any:
    """A reply, through its own attributes, as the scenario compares it."""
    message: Any = raw(reply)
    json = {}
    for field in message.DESCRIPTOR.fields:
        if field.has_presence and not message.HasField(field.name):
            continue
        value = getattr(reply, field.name)
        json[field.name] = [_write(field, one) for one in value] if isinstance(value, list) else _write(field, value)
    return json


def _write(field: Any, value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, Document):
        return {"json": value.json}
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, timedelta):
        return f"{value.days * 86400 + value.seconds}{_fraction(value.microseconds)}s"
    if field.type == field.TYPE_STRING and is_amount(field.containing_type.full_name, field.name):
        assert value is None or isinstance(value, Decimal), field.full_name
        return "" if value is None else amount_text(value)
    if field.type in _INT64:
        return str(value)
    return to_json(value) if field.message_type is not None else value


def rfc3339(value: datetime) -> str:
    assert value.tzinfo is timezone.utc
    return f"{value:%Y-%m-%dT%H:%M:%S}{_fraction(value.microsecond)}Z"


def _fraction(microseconds: int) -> str:
    return f".{microseconds:06d}".removesuffix("000") if microseconds else ""


def from_tagged(value: Any) -> Any:
    """A value of the scenario as a Python program would write it. A mapping that only looks tagged stays one."""
    if isinstance(value, list):
        return [from_tagged(one) for one in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        [(tag, text)] = value.items()
        if tag == "__decimal__":
            return Decimal(text)
        if tag == "__int64__":
            return int(text)
        if tag == "__timestamp__":
            return _read_message_timestamp(text)
        if tag == "__binary__":
            return base64.b64decode(text)
    return {key: from_tagged(one) for key, one in value.items()}


def _read_message_timestamp(text: str) -> datetime | Timestamp:
    found: datetime | Timestamp = from_doc(Document(json=f'{{"__timestamp__":"{text}"}}'))
    return found


def to_tagged(value: Any) -> Any:
    """The inverse."""
    if isinstance(value, list):
        return [to_tagged(one) for one in value]
    if isinstance(value, dict):
        return {key: to_tagged(one) for key, one in value.items()}
    if isinstance(value, Decimal):
        return {"__decimal__": amount_text(value)}
    if isinstance(value, datetime):
        return {"__timestamp__": doc(value).json.split('"')[3]}
    if isinstance(value, bytes):
        return {"__binary__": base64.b64encode(value).decode()}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > 2**53 - 1:
        return {"__int64__": str(value)}
    return value
