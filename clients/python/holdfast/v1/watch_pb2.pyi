import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class WatchRequest(_message.Message):
    __slots__ = ("agent_id", "from_revision", "kind_prefixes", "key_prefix", "encoding", "without_payload", "history")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    FROM_REVISION_FIELD_NUMBER: _ClassVar[int]
    KIND_PREFIXES_FIELD_NUMBER: _ClassVar[int]
    KEY_PREFIX_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    from_revision: int
    kind_prefixes: _containers.RepeatedScalarFieldContainer[str]
    key_prefix: str
    encoding: _common_pb2.DocumentEncoding
    without_payload: bool
    history: str
    def __init__(self, agent_id: _Optional[str] = ..., from_revision: _Optional[int] = ..., kind_prefixes: _Optional[_Iterable[str]] = ..., key_prefix: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., without_payload: bool = ..., history: _Optional[str] = ...) -> None: ...

class JournalEntry(_message.Message):
    __slots__ = ("agent_id", "kind", "key", "ordinal", "payload", "payload_digest", "hash")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    ORDINAL_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_DIGEST_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    kind: str
    key: str
    ordinal: int
    payload: _common_pb2.Document
    payload_digest: bytes
    hash: bytes
    def __init__(self, agent_id: _Optional[str] = ..., kind: _Optional[str] = ..., key: _Optional[str] = ..., ordinal: _Optional[int] = ..., payload: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., payload_digest: _Optional[bytes] = ..., hash: _Optional[bytes] = ...) -> None: ...

class WatchResponse(_message.Message):
    __slots__ = ("revision", "committed_at", "entries", "history")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    COMMITTED_AT_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    revision: int
    committed_at: _timestamp_pb2.Timestamp
    entries: _containers.RepeatedCompositeFieldContainer[JournalEntry]
    history: str
    def __init__(self, revision: _Optional[int] = ..., committed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., entries: _Optional[_Iterable[_Union[JournalEntry, _Mapping]]] = ..., history: _Optional[str] = ...) -> None: ...
