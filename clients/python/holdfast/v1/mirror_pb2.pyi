import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class MirrorState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MIRROR_STATE_UNSPECIFIED: _ClassVar[MirrorState]
    MIRROR_STATE_OFF: _ClassVar[MirrorState]
    MIRROR_STATE_AWAY: _ClassVar[MirrorState]
    MIRROR_STATE_REBUILDING: _ClassVar[MirrorState]
    MIRROR_STATE_FOLLOWING: _ClassVar[MirrorState]
    MIRROR_STATE_STANDBY: _ClassVar[MirrorState]
MIRROR_STATE_UNSPECIFIED: MirrorState
MIRROR_STATE_OFF: MirrorState
MIRROR_STATE_AWAY: MirrorState
MIRROR_STATE_REBUILDING: MirrorState
MIRROR_STATE_FOLLOWING: MirrorState
MIRROR_STATE_STANDBY: MirrorState

class MirrorStatusRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class MirrorStatusResponse(_message.Message):
    __slots__ = ("state", "connected", "address", "mirrored_revision", "head_revision", "lag_revisions", "lag", "delay_p50", "delay_p99", "queue", "keys_written", "keys_stale", "rebuilds", "messages_out", "messages_out_dropped", "messages_in", "messages_in_dropped", "messages_in_known", "errors", "last_error")
    class ErrorCount(_message.Message):
        __slots__ = ("kind", "count")
        KIND_FIELD_NUMBER: _ClassVar[int]
        COUNT_FIELD_NUMBER: _ClassVar[int]
        kind: str
        count: int
        def __init__(self, kind: _Optional[str] = ..., count: _Optional[int] = ...) -> None: ...
    STATE_FIELD_NUMBER: _ClassVar[int]
    CONNECTED_FIELD_NUMBER: _ClassVar[int]
    ADDRESS_FIELD_NUMBER: _ClassVar[int]
    MIRRORED_REVISION_FIELD_NUMBER: _ClassVar[int]
    HEAD_REVISION_FIELD_NUMBER: _ClassVar[int]
    LAG_REVISIONS_FIELD_NUMBER: _ClassVar[int]
    LAG_FIELD_NUMBER: _ClassVar[int]
    DELAY_P50_FIELD_NUMBER: _ClassVar[int]
    DELAY_P99_FIELD_NUMBER: _ClassVar[int]
    QUEUE_FIELD_NUMBER: _ClassVar[int]
    KEYS_WRITTEN_FIELD_NUMBER: _ClassVar[int]
    KEYS_STALE_FIELD_NUMBER: _ClassVar[int]
    REBUILDS_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_OUT_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_OUT_DROPPED_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_IN_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_IN_DROPPED_FIELD_NUMBER: _ClassVar[int]
    MESSAGES_IN_KNOWN_FIELD_NUMBER: _ClassVar[int]
    ERRORS_FIELD_NUMBER: _ClassVar[int]
    LAST_ERROR_FIELD_NUMBER: _ClassVar[int]
    state: MirrorState
    connected: bool
    address: str
    mirrored_revision: int
    head_revision: int
    lag_revisions: int
    lag: _duration_pb2.Duration
    delay_p50: _duration_pb2.Duration
    delay_p99: _duration_pb2.Duration
    queue: int
    keys_written: int
    keys_stale: int
    rebuilds: int
    messages_out: int
    messages_out_dropped: int
    messages_in: int
    messages_in_dropped: int
    messages_in_known: int
    errors: _containers.RepeatedCompositeFieldContainer[MirrorStatusResponse.ErrorCount]
    last_error: str
    def __init__(self, state: _Optional[_Union[MirrorState, str]] = ..., connected: bool = ..., address: _Optional[str] = ..., mirrored_revision: _Optional[int] = ..., head_revision: _Optional[int] = ..., lag_revisions: _Optional[int] = ..., lag: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., delay_p50: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., delay_p99: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., queue: _Optional[int] = ..., keys_written: _Optional[int] = ..., keys_stale: _Optional[int] = ..., rebuilds: _Optional[int] = ..., messages_out: _Optional[int] = ..., messages_out_dropped: _Optional[int] = ..., messages_in: _Optional[int] = ..., messages_in_dropped: _Optional[int] = ..., messages_in_known: _Optional[int] = ..., errors: _Optional[_Iterable[_Union[MirrorStatusResponse.ErrorCount, _Mapping]]] = ..., last_error: _Optional[str] = ...) -> None: ...

class RebuildMirrorRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RebuildMirrorResponse(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...
