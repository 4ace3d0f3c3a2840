import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DocumentEncoding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOCUMENT_ENCODING_UNSPECIFIED: _ClassVar[DocumentEncoding]
    DOCUMENT_ENCODING_JSON: _ClassVar[DocumentEncoding]
    DOCUMENT_ENCODING_MSGPACK: _ClassVar[DocumentEncoding]
DOCUMENT_ENCODING_UNSPECIFIED: DocumentEncoding
DOCUMENT_ENCODING_JSON: DocumentEncoding
DOCUMENT_ENCODING_MSGPACK: DocumentEncoding

class Document(_message.Message):
    __slots__ = ("json", "msgpack")
    JSON_FIELD_NUMBER: _ClassVar[int]
    MSGPACK_FIELD_NUMBER: _ClassVar[int]
    json: str
    msgpack: bytes
    def __init__(self, json: _Optional[str] = ..., msgpack: _Optional[bytes] = ...) -> None: ...

class WriteHeader(_message.Message):
    __slots__ = ("revision", "replayed", "committed_at")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    REPLAYED_FIELD_NUMBER: _ClassVar[int]
    COMMITTED_AT_FIELD_NUMBER: _ClassVar[int]
    revision: int
    replayed: bool
    committed_at: _timestamp_pb2.Timestamp
    def __init__(self, revision: _Optional[int] = ..., replayed: bool = ..., committed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ReadHeader(_message.Message):
    __slots__ = ("revision",)
    REVISION_FIELD_NUMBER: _ClassVar[int]
    revision: int
    def __init__(self, revision: _Optional[int] = ...) -> None: ...
