"""What replies are made of: one class per message of the contract, read-only, with Python's own types.

Amounts are Decimal (None where the field is empty), Timestamps aware datetimes in UTC, Durations timedeltas, enum values
their names, absent messages and absent optional fields None, lists lists. A Document stays one: from_doc() reads it. Which
class has what is in types.pyi, which is generated; here the classes are made from the same contract.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message

from holdfast._contract import METHODS
from holdfast._convert import read_duration, read_timestamp
from holdfast.amount_fields import is_amount
from holdfast.amounts import read_amount

Reader = Callable[[Any], Any]


class Reply:
    """A message, read-only. Equal when the messages are."""

    __slots__ = ("_message",)
    _fields: tuple[str, ...] = ()

    def __init__(self, message: Message) -> None:
        self._message = message

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reply) and bool(self._message == other._message)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = ((name, getattr(self, name)) for name in self._fields)
        # Bytes may be a credential, and are of no use to a reader.
        texts = (f"{name}=<{len(it)} bytes>" if isinstance(it, bytes) else f"{name}={it!r}" for name, it in shown)
        return f"{type(self).__name__}({', '.join(texts)})"


def raw(reply: Reply) -> Message:
    """The protobuf message that a reply's object reads from."""
    return reply._message


def wrap(message: Message) -> Any:
    """The object of a message."""
    return _class_of(message.DESCRIPTOR)(message)


_classes: dict[str, type[Reply]] = {}


def class_name(descriptor: Descriptor) -> str:
    """Of a nested message the names together: GuardRule.MaxAmount is GuardRuleMaxAmount."""
    outer = descriptor.containing_type
    return (class_name(outer) if outer is not None else "") + descriptor.name


def _class_of(descriptor: Descriptor) -> type[Reply]:
    found = _classes.get(descriptor.full_name)
    if found is None:
        members: dict[str, Any] = {field.name: property(_reader(field)) for field in descriptor.fields}
        members |= {"__slots__": (), "_fields": tuple(members), "__module__": __name__}
        found = _classes[descriptor.full_name] = type(class_name(descriptor), (Reply,), members)
    return found


def _reader(field: FieldDescriptor) -> Reader:
    name = field.name
    one = _reader_of_one(field)
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        return lambda self: dict(getattr(self._message, name))
    if field.is_repeated:
        return lambda self: [one(item) for item in getattr(self._message, name)]
    if field.has_presence:
        return lambda self: one(getattr(self._message, name)) if self._message.HasField(name) else None
    return lambda self: one(getattr(self._message, name))


def _reader_of_one(field: FieldDescriptor) -> Reader:
    if field.message_type is not None:
        return _message_reader(field.message_type)
    if field.enum_type is not None:
        names = {number: value.name for number, value in field.enum_type.values_by_number.items()}
        # A number that a newer daemon knows and this client does not.
        return lambda number: names.get(number) or str(number)
    if field.type == field.TYPE_STRING and is_amount(field.containing_type.full_name, field.name):
        return read_amount
    return lambda value: value


def _message_reader(descriptor: Descriptor) -> Reader:
    if descriptor.full_name == "google.protobuf.Timestamp":
        return read_timestamp
    if descriptor.full_name == "google.protobuf.Duration":
        return read_duration
    if descriptor.full_name == "holdfast.v1.Document":
        return lambda document: document
    return lambda message: _class_of(descriptor)(message)


def _export() -> None:
    """Every message that a reply may hold, under its name, for isinstance and annotations."""
    waiting = [method.response.DESCRIPTOR for methods in METHODS.values() for method in methods.values()]
    seen = set()
    while waiting:
        descriptor = waiting.pop()
        is_ours = descriptor.full_name.startswith("holdfast.v1.") and descriptor.full_name != "holdfast.v1.Document"
        if descriptor.full_name in seen or not is_ours or descriptor.GetOptions().map_entry:
            continue
        seen.add(descriptor.full_name)
        globals()[class_name(descriptor)] = _class_of(descriptor)
        waiting += [field.message_type for field in descriptor.fields if field.message_type is not None]


def __getattr__(name: str) -> Any:
    # The TypedDicts that requests are made of (PostingDict for a Posting) exist for type checkers; here they are dicts.
    if name.endswith("Dict") and name.isidentifier() and not name.startswith("_"):
        return dict
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


_export()
