import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CacheOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CACHE_OUTCOME_UNSPECIFIED: _ClassVar[CacheOutcome]
    CACHE_OUTCOME_HIT: _ClassVar[CacheOutcome]
    CACHE_OUTCOME_MISS: _ClassVar[CacheOutcome]
CACHE_OUTCOME_UNSPECIFIED: CacheOutcome
CACHE_OUTCOME_HIT: CacheOutcome
CACHE_OUTCOME_MISS: CacheOutcome

class Fetched(_message.Message):
    __slots__ = ("value", "outcome", "fetched_at", "expires_at", "stale")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    FETCHED_AT_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    STALE_FIELD_NUMBER: _ClassVar[int]
    value: _common_pb2.Document
    outcome: CacheOutcome
    fetched_at: _timestamp_pb2.Timestamp
    expires_at: _timestamp_pb2.Timestamp
    stale: bool
    def __init__(self, value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., outcome: _Optional[_Union[CacheOutcome, str]] = ..., fetched_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., stale: bool = ...) -> None: ...

class ResourceParam(_message.Message):
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: str
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class FetchRequest(_message.Message):
    __slots__ = ("agent_id", "upstream", "resource", "params", "force_refresh", "max_stale", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    UPSTREAM_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    FORCE_REFRESH_FIELD_NUMBER: _ClassVar[int]
    MAX_STALE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    upstream: str
    resource: str
    params: _containers.RepeatedCompositeFieldContainer[ResourceParam]
    force_refresh: bool
    max_stale: _duration_pb2.Duration
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., upstream: _Optional[str] = ..., resource: _Optional[str] = ..., params: _Optional[_Iterable[_Union[ResourceParam, _Mapping]]] = ..., force_refresh: bool = ..., max_stale: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class FetchResponse(_message.Message):
    __slots__ = ("fetched",)
    FETCHED_FIELD_NUMBER: _ClassVar[int]
    fetched: Fetched
    def __init__(self, fetched: _Optional[_Union[Fetched, _Mapping]] = ...) -> None: ...

class PutThroughRequest(_message.Message):
    __slots__ = ("agent_id", "upstream", "resource", "params", "value")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    UPSTREAM_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    upstream: str
    resource: str
    params: _containers.RepeatedCompositeFieldContainer[ResourceParam]
    value: _common_pb2.Document
    def __init__(self, agent_id: _Optional[str] = ..., upstream: _Optional[str] = ..., resource: _Optional[str] = ..., params: _Optional[_Iterable[_Union[ResourceParam, _Mapping]]] = ..., value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...

class PutThroughResponse(_message.Message):
    __slots__ = ("expires_at",)
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    expires_at: _timestamp_pb2.Timestamp
    def __init__(self, expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class InvalidateRequest(_message.Message):
    __slots__ = ("agent_id", "upstream", "resource", "params")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    UPSTREAM_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    upstream: str
    resource: str
    params: _containers.RepeatedCompositeFieldContainer[ResourceParam]
    def __init__(self, agent_id: _Optional[str] = ..., upstream: _Optional[str] = ..., resource: _Optional[str] = ..., params: _Optional[_Iterable[_Union[ResourceParam, _Mapping]]] = ...) -> None: ...

class InvalidateResponse(_message.Message):
    __slots__ = ("invalidated",)
    INVALIDATED_FIELD_NUMBER: _ClassVar[int]
    invalidated: int
    def __init__(self, invalidated: _Optional[int] = ...) -> None: ...

class PortfolioSnapshotRequest(_message.Message):
    __slots__ = ("agent_id", "upstream", "force_refresh", "max_stale", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    UPSTREAM_FIELD_NUMBER: _ClassVar[int]
    FORCE_REFRESH_FIELD_NUMBER: _ClassVar[int]
    MAX_STALE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    upstream: str
    force_refresh: bool
    max_stale: _duration_pb2.Duration
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., upstream: _Optional[str] = ..., force_refresh: bool = ..., max_stale: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class PortfolioEntry(_message.Message):
    __slots__ = ("resource", "fetched", "error")
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    FETCHED_FIELD_NUMBER: _ClassVar[int]
    ERROR_FIELD_NUMBER: _ClassVar[int]
    resource: str
    fetched: Fetched
    error: PortfolioError
    def __init__(self, resource: _Optional[str] = ..., fetched: _Optional[_Union[Fetched, _Mapping]] = ..., error: _Optional[_Union[PortfolioError, _Mapping]] = ...) -> None: ...

class PortfolioError(_message.Message):
    __slots__ = ("reason", "message", "retry_at")
    REASON_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    RETRY_AT_FIELD_NUMBER: _ClassVar[int]
    reason: str
    message: str
    retry_at: _timestamp_pb2.Timestamp
    def __init__(self, reason: _Optional[str] = ..., message: _Optional[str] = ..., retry_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PortfolioSnapshotResponse(_message.Message):
    __slots__ = ("entries",)
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    entries: _containers.RepeatedCompositeFieldContainer[PortfolioEntry]
    def __init__(self, entries: _Optional[_Iterable[_Union[PortfolioEntry, _Mapping]]] = ...) -> None: ...

class ListUpstreamsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class Upstream(_message.Message):
    __slots__ = ("name", "base_url", "resources", "fetches", "failures", "last_error", "retry_at")
    NAME_FIELD_NUMBER: _ClassVar[int]
    BASE_URL_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    FETCHES_FIELD_NUMBER: _ClassVar[int]
    FAILURES_FIELD_NUMBER: _ClassVar[int]
    LAST_ERROR_FIELD_NUMBER: _ClassVar[int]
    RETRY_AT_FIELD_NUMBER: _ClassVar[int]
    name: str
    base_url: str
    resources: _containers.RepeatedCompositeFieldContainer[UpstreamResource]
    fetches: int
    failures: int
    last_error: str
    retry_at: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., base_url: _Optional[str] = ..., resources: _Optional[_Iterable[_Union[UpstreamResource, _Mapping]]] = ..., fetches: _Optional[int] = ..., failures: _Optional[int] = ..., last_error: _Optional[str] = ..., retry_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class UpstreamResource(_message.Message):
    __slots__ = ("name", "path", "ttl", "in_portfolio")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    TTL_FIELD_NUMBER: _ClassVar[int]
    IN_PORTFOLIO_FIELD_NUMBER: _ClassVar[int]
    name: str
    path: str
    ttl: _duration_pb2.Duration
    in_portfolio: bool
    def __init__(self, name: _Optional[str] = ..., path: _Optional[str] = ..., ttl: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., in_portfolio: bool = ...) -> None: ...

class ListUpstreamsResponse(_message.Message):
    __slots__ = ("upstreams",)
    UPSTREAMS_FIELD_NUMBER: _ClassVar[int]
    upstreams: _containers.RepeatedCompositeFieldContainer[Upstream]
    def __init__(self, upstreams: _Optional[_Iterable[_Union[Upstream, _Mapping]]] = ...) -> None: ...
