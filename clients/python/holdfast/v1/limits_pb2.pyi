import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AcquireTokensRequest(_message.Message):
    __slots__ = ("agent_id", "bucket", "capacity", "refill_per_second", "tokens", "agent_bucket", "max_wait")
    class AgentBucket(_message.Message):
        __slots__ = ("capacity", "refill_per_second")
        CAPACITY_FIELD_NUMBER: _ClassVar[int]
        REFILL_PER_SECOND_FIELD_NUMBER: _ClassVar[int]
        capacity: int
        refill_per_second: float
        def __init__(self, capacity: _Optional[int] = ..., refill_per_second: _Optional[float] = ...) -> None: ...
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    BUCKET_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    REFILL_PER_SECOND_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    AGENT_BUCKET_FIELD_NUMBER: _ClassVar[int]
    MAX_WAIT_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    bucket: str
    capacity: int
    refill_per_second: float
    tokens: int
    agent_bucket: AcquireTokensRequest.AgentBucket
    max_wait: _duration_pb2.Duration
    def __init__(self, agent_id: _Optional[str] = ..., bucket: _Optional[str] = ..., capacity: _Optional[int] = ..., refill_per_second: _Optional[float] = ..., tokens: _Optional[int] = ..., agent_bucket: _Optional[_Union[AcquireTokensRequest.AgentBucket, _Mapping]] = ..., max_wait: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class AcquireTokensResponse(_message.Message):
    __slots__ = ("allowed", "remaining", "retry_after", "waited")
    ALLOWED_FIELD_NUMBER: _ClassVar[int]
    REMAINING_FIELD_NUMBER: _ClassVar[int]
    RETRY_AFTER_FIELD_NUMBER: _ClassVar[int]
    WAITED_FIELD_NUMBER: _ClassVar[int]
    allowed: bool
    remaining: int
    retry_after: _duration_pb2.Duration
    waited: _duration_pb2.Duration
    def __init__(self, allowed: bool = ..., remaining: _Optional[int] = ..., retry_after: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., waited: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class Bucket(_message.Message):
    __slots__ = ("name", "agent_id", "capacity", "refill_per_second", "available", "waiting")
    NAME_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    CAPACITY_FIELD_NUMBER: _ClassVar[int]
    REFILL_PER_SECOND_FIELD_NUMBER: _ClassVar[int]
    AVAILABLE_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    name: str
    agent_id: str
    capacity: int
    refill_per_second: float
    available: int
    waiting: int
    def __init__(self, name: _Optional[str] = ..., agent_id: _Optional[str] = ..., capacity: _Optional[int] = ..., refill_per_second: _Optional[float] = ..., available: _Optional[int] = ..., waiting: _Optional[int] = ...) -> None: ...

class ListBucketsRequest(_message.Message):
    __slots__ = ("prefix", "page_size", "page_token")
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    prefix: str
    page_size: int
    page_token: str
    def __init__(self, prefix: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ...) -> None: ...

class ListBucketsResponse(_message.Message):
    __slots__ = ("buckets", "next_page_token")
    BUCKETS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    buckets: _containers.RepeatedCompositeFieldContainer[Bucket]
    next_page_token: str
    def __init__(self, buckets: _Optional[_Iterable[_Union[Bucket, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Counter(_message.Message):
    __slots__ = ("name", "value", "window", "window_began_at", "resets_at", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FIELD_NUMBER: _ClassVar[int]
    WINDOW_BEGAN_AT_FIELD_NUMBER: _ClassVar[int]
    RESETS_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: str
    window: _duration_pb2.Duration
    window_began_at: _timestamp_pb2.Timestamp
    resets_at: _timestamp_pb2.Timestamp
    revision: int
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ..., window: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., window_began_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., resets_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class AddToCounterRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "delta", "floor", "ceiling", "window")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DELTA_FIELD_NUMBER: _ClassVar[int]
    FLOOR_FIELD_NUMBER: _ClassVar[int]
    CEILING_FIELD_NUMBER: _ClassVar[int]
    WINDOW_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    delta: str
    floor: str
    ceiling: str
    window: _duration_pb2.Duration
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., delta: _Optional[str] = ..., floor: _Optional[str] = ..., ceiling: _Optional[str] = ..., window: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class AddToCounterResponse(_message.Message):
    __slots__ = ("header", "counter")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    counter: Counter
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., counter: _Optional[_Union[Counter, _Mapping]] = ...) -> None: ...

class ResetCounterRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ...) -> None: ...

class ResetCounterResponse(_message.Message):
    __slots__ = ("header", "counter")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    counter: Counter
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., counter: _Optional[_Union[Counter, _Mapping]] = ...) -> None: ...

class GetCounterRequest(_message.Message):
    __slots__ = ("agent_id", "name", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    name: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., name: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class GetCounterResponse(_message.Message):
    __slots__ = ("header", "counter")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    counter: Counter
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., counter: _Optional[_Union[Counter, _Mapping]] = ...) -> None: ...

class ListCountersRequest(_message.Message):
    __slots__ = ("agent_id", "prefix", "page_size", "page_token", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    prefix: str
    page_size: int
    page_token: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., prefix: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class ListCountersResponse(_message.Message):
    __slots__ = ("header", "counters", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    COUNTERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    counters: _containers.RepeatedCompositeFieldContainer[Counter]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., counters: _Optional[_Iterable[_Union[Counter, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
