"""Requests from Python values, and the fields of replies to Python values, as the fields' types say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from google.protobuf.timestamp_pb2 import Timestamp as ProtoTimestamp

from holdfast.amount_fields import is_amount
from holdfast.amounts import amount_text
from holdfast.documents import EPOCH, doc
from holdfast.errors import refuse_locally
from holdfast.v1.common_pb2 import Document

Writer = Callable[[Any, str], Any]
_SECOND = timedelta(seconds=1)
_writers: dict[str, dict[str, Writer]] = {}


def build(message_class: Any, fields: Mapping[str, Any], path: str = "") -> Any:
    """A message from the values of its fields. None leaves a field out; TypeError for a field that it does not have."""
    descriptor = message_class.DESCRIPTOR
    writers = _writers.get(descriptor.full_name) or _writers_of(descriptor)
    values = {}
    for name, value in fields.items():
        writer = writers.get(name)
        if writer is None:
            raise TypeError(f"{descriptor.name} has no field {path}{name}")
        if value is not None:
            values[name] = writer(value, path + name)
    return message_class(**values)


def to_message(value: Any, message_class: Any, path: str) -> Any:
    """A message of this class: itself, the one that a reply's object holds, or one built from a mapping."""
    value = getattr(value, "_message", value)
    if isinstance(value, message_class):
        return value
    if isinstance(value, Mapping):
        return build(message_class, value, f"{path}.")
    raise TypeError(f"{path}: {type(value).__name__} given, {message_class.DESCRIPTOR.name} or a mapping wanted")


def write_timestamp(value: Any, path: str) -> ProtoTimestamp:
    if isinstance(value, ProtoTimestamp):
        return value
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise TypeError(f"{path}: an aware datetime is wanted (one with a time zone)")
    seconds, rest = divmod(value.astimezone(timezone.utc) - EPOCH, _SECOND)
    return ProtoTimestamp(seconds=seconds, nanos=rest.microseconds * 1000)


def read_timestamp(value: ProtoTimestamp) -> datetime:
    return EPOCH + timedelta(seconds=value.seconds, microseconds=value.nanos // 1000)


def write_duration(value: Any, path: str) -> Duration:
    if isinstance(value, Duration):
        return value
    if not isinstance(value, timedelta):
        raise TypeError(f"{path}: a timedelta is wanted")
    microseconds = value // timedelta(microseconds=1)
    seconds = abs(microseconds) // 1_000_000 * (1 if microseconds >= 0 else -1)
    return Duration(seconds=seconds, nanos=(microseconds - seconds * 1_000_000) * 1000)


def read_duration(value: Duration) -> timedelta:
    return timedelta(seconds=value.seconds, microseconds=value.nanos // 1000)


def _writers_of(descriptor: Descriptor) -> dict[str, Writer]:
    writers = {field.name: _writer(field) for field in descriptor.fields}
    _writers[descriptor.full_name] = writers
    return writers


def _writer(field: FieldDescriptor) -> Writer:
    one = _writer_of_one(field)
    if not field.is_repeated:
        return one

    def write_all(values: Any, path: str) -> list[Any]:
        if isinstance(values, (str, bytes, Mapping, Message)):
            raise TypeError(f"{path}: a list is wanted")
        return [one(value, f"{path}[{index}]") for index, value in enumerate(values)]

    return write_all


def _writer_of_one(field: FieldDescriptor) -> Writer:
    message_type: Any = field.message_type
    if message_type is not None:
        return _message_writer(message_type)
    enum_type: Any = field.enum_type
    if enum_type is not None:
        return _enum_writer(enum_type)
    owner: Any = field.containing_type
    if field.type == field.TYPE_STRING and is_amount(owner.full_name, field.name):
        return amount_text
    return lambda value, _path: value


def _enum_writer(descriptor: Any) -> Writer:
    """Takes a value's name, or its number, which the daemon judges."""
    names = [value.name for value in descriptor.values if value.number != 0]

    def write(value: Any, path: str) -> Any:
        if isinstance(value, int):
            return value
        if not isinstance(value, str):
            raise TypeError(f"{path}: the name of a {descriptor.name} is wanted, {type(value).__name__} given")
        if value not in descriptor.values_by_name:
            problem = f"no {value!r} in {descriptor.name}, which has {', '.join(names)}"
            raise refuse_locally("INVALID_FIELD", f"{path}: {problem}", path)
        return value

    return write


def _message_writer(descriptor: Any) -> Writer:
    if descriptor.full_name == "google.protobuf.Timestamp":
        return write_timestamp
    if descriptor.full_name == "google.protobuf.Duration":
        return write_duration
    if descriptor.full_name == "holdfast.v1.Document":
        return lambda value, _path: value if isinstance(value, Document) else doc(value)
    message_class = GetMessageClass(descriptor)
    return lambda value, path: to_message(value, message_class, path)
