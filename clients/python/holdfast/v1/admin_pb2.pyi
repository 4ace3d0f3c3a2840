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

class AccessRole(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCESS_ROLE_UNSPECIFIED: _ClassVar[AccessRole]
    ACCESS_ROLE_READER: _ClassVar[AccessRole]
    ACCESS_ROLE_AGENT: _ClassVar[AccessRole]
    ACCESS_ROLE_OPERATOR: _ClassVar[AccessRole]
    ACCESS_ROLE_ADMIN: _ClassVar[AccessRole]
ACCESS_ROLE_UNSPECIFIED: AccessRole
ACCESS_ROLE_READER: AccessRole
ACCESS_ROLE_AGENT: AccessRole
ACCESS_ROLE_OPERATOR: AccessRole
ACCESS_ROLE_ADMIN: AccessRole

class AccessToken(_message.Message):
    __slots__ = ("token_id", "name", "role", "agents", "created_at", "expires_at", "revoked_at")
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    AGENTS_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    REVOKED_AT_FIELD_NUMBER: _ClassVar[int]
    token_id: str
    name: str
    role: AccessRole
    agents: _containers.RepeatedScalarFieldContainer[str]
    created_at: _timestamp_pb2.Timestamp
    expires_at: _timestamp_pb2.Timestamp
    revoked_at: _timestamp_pb2.Timestamp
    def __init__(self, token_id: _Optional[str] = ..., name: _Optional[str] = ..., role: _Optional[_Union[AccessRole, str]] = ..., agents: _Optional[_Iterable[str]] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revoked_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CreateTokenRequest(_message.Message):
    __slots__ = ("request_id", "name", "role", "agents", "ttl")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    AGENTS_FIELD_NUMBER: _ClassVar[int]
    TTL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    role: AccessRole
    agents: _containers.RepeatedScalarFieldContainer[str]
    ttl: _duration_pb2.Duration
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., role: _Optional[_Union[AccessRole, str]] = ..., agents: _Optional[_Iterable[str]] = ..., ttl: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class CreateTokenResponse(_message.Message):
    __slots__ = ("header", "token", "secret_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    SECRET_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    token: AccessToken
    secret_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., token: _Optional[_Union[AccessToken, _Mapping]] = ..., secret_token: _Optional[str] = ...) -> None: ...

class RevokeTokenRequest(_message.Message):
    __slots__ = ("request_id", "token_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    TOKEN_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    token_id: str
    def __init__(self, request_id: _Optional[str] = ..., token_id: _Optional[str] = ...) -> None: ...

class RevokeTokenResponse(_message.Message):
    __slots__ = ("header", "token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    token: AccessToken
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., token: _Optional[_Union[AccessToken, _Mapping]] = ...) -> None: ...

class ListTokensRequest(_message.Message):
    __slots__ = ("page_size", "page_token", "min_revision")
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    page_size: int
    page_token: str
    min_revision: int
    def __init__(self, page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class ListTokensResponse(_message.Message):
    __slots__ = ("header", "tokens", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    tokens: _containers.RepeatedCompositeFieldContainer[AccessToken]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., tokens: _Optional[_Iterable[_Union[AccessToken, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class PingRequest(_message.Message):
    __slots__ = ("payload",)
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    payload: bytes
    def __init__(self, payload: _Optional[bytes] = ...) -> None: ...

class PingResponse(_message.Message):
    __slots__ = ("payload",)
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    payload: bytes
    def __init__(self, payload: _Optional[bytes] = ...) -> None: ...

class GetServerInfoRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class GetServerInfoResponse(_message.Message):
    __slots__ = ("version", "node_version", "sqlite_version", "schema_version", "state_folder", "addresses", "pid", "started_at", "revision", "compacted_revision", "database_id", "history")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NODE_VERSION_FIELD_NUMBER: _ClassVar[int]
    SQLITE_VERSION_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FOLDER_FIELD_NUMBER: _ClassVar[int]
    ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    PID_FIELD_NUMBER: _ClassVar[int]
    STARTED_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    COMPACTED_REVISION_FIELD_NUMBER: _ClassVar[int]
    DATABASE_ID_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    version: str
    node_version: str
    sqlite_version: str
    schema_version: int
    state_folder: str
    addresses: _containers.RepeatedScalarFieldContainer[str]
    pid: int
    started_at: _timestamp_pb2.Timestamp
    revision: int
    compacted_revision: int
    database_id: str
    history: str
    def __init__(self, version: _Optional[str] = ..., node_version: _Optional[str] = ..., sqlite_version: _Optional[str] = ..., schema_version: _Optional[int] = ..., state_folder: _Optional[str] = ..., addresses: _Optional[_Iterable[str]] = ..., pid: _Optional[int] = ..., started_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ..., compacted_revision: _Optional[int] = ..., database_id: _Optional[str] = ..., history: _Optional[str] = ...) -> None: ...

class BackupRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class BackupResponse(_message.Message):
    __slots__ = ("copied_pages", "total_pages", "done", "path", "size_bytes", "revision", "took")
    COPIED_PAGES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_PAGES_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    TOOK_FIELD_NUMBER: _ClassVar[int]
    copied_pages: int
    total_pages: int
    done: bool
    path: str
    size_bytes: int
    revision: int
    took: _duration_pb2.Duration
    def __init__(self, copied_pages: _Optional[int] = ..., total_pages: _Optional[int] = ..., done: bool = ..., path: _Optional[str] = ..., size_bytes: _Optional[int] = ..., revision: _Optional[int] = ..., took: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class VerifyRequest(_message.Message):
    __slots__ = ("skip_integrity_check",)
    SKIP_INTEGRITY_CHECK_FIELD_NUMBER: _ClassVar[int]
    skip_integrity_check: bool
    def __init__(self, skip_integrity_check: bool = ...) -> None: ...

class VerifyFinding(_message.Message):
    __slots__ = ("kind", "revision", "message")
    KIND_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    revision: int
    message: str
    def __init__(self, kind: _Optional[str] = ..., revision: _Optional[int] = ..., message: _Optional[str] = ...) -> None: ...

class VerifyResponse(_message.Message):
    __slots__ = ("phase", "checked", "total", "done", "ok", "findings", "revision", "head_hash")
    PHASE_FIELD_NUMBER: _ClassVar[int]
    CHECKED_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    OK_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    HEAD_HASH_FIELD_NUMBER: _ClassVar[int]
    phase: str
    checked: int
    total: int
    done: bool
    ok: bool
    findings: _containers.RepeatedCompositeFieldContainer[VerifyFinding]
    revision: int
    head_hash: bytes
    def __init__(self, phase: _Optional[str] = ..., checked: _Optional[int] = ..., total: _Optional[int] = ..., done: bool = ..., ok: bool = ..., findings: _Optional[_Iterable[_Union[VerifyFinding, _Mapping]]] = ..., revision: _Optional[int] = ..., head_hash: _Optional[bytes] = ...) -> None: ...

class StatsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class RpcStats(_message.Message):
    __slots__ = ("method", "calls", "errors", "p50", "p99")
    METHOD_FIELD_NUMBER: _ClassVar[int]
    CALLS_FIELD_NUMBER: _ClassVar[int]
    ERRORS_FIELD_NUMBER: _ClassVar[int]
    P50_FIELD_NUMBER: _ClassVar[int]
    P99_FIELD_NUMBER: _ClassVar[int]
    method: str
    calls: int
    errors: int
    p50: _duration_pb2.Duration
    p99: _duration_pb2.Duration
    def __init__(self, method: _Optional[str] = ..., calls: _Optional[int] = ..., errors: _Optional[int] = ..., p50: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., p99: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class StatsResponse(_message.Message):
    __slots__ = ("uptime", "revision", "commits", "commands", "mean_batch", "queue_depth", "queue_limit", "commit_p50", "commit_p99", "database_size_bytes", "wal_size_bytes", "wal_alarm", "disk_full", "watches", "rss_bytes", "rpcs", "denied_calls", "connections", "cut_connections", "backups", "log_level")
    UPTIME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    COMMITS_FIELD_NUMBER: _ClassVar[int]
    COMMANDS_FIELD_NUMBER: _ClassVar[int]
    MEAN_BATCH_FIELD_NUMBER: _ClassVar[int]
    QUEUE_DEPTH_FIELD_NUMBER: _ClassVar[int]
    QUEUE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    COMMIT_P50_FIELD_NUMBER: _ClassVar[int]
    COMMIT_P99_FIELD_NUMBER: _ClassVar[int]
    DATABASE_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    WAL_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    WAL_ALARM_FIELD_NUMBER: _ClassVar[int]
    DISK_FULL_FIELD_NUMBER: _ClassVar[int]
    WATCHES_FIELD_NUMBER: _ClassVar[int]
    RSS_BYTES_FIELD_NUMBER: _ClassVar[int]
    RPCS_FIELD_NUMBER: _ClassVar[int]
    DENIED_CALLS_FIELD_NUMBER: _ClassVar[int]
    CONNECTIONS_FIELD_NUMBER: _ClassVar[int]
    CUT_CONNECTIONS_FIELD_NUMBER: _ClassVar[int]
    BACKUPS_FIELD_NUMBER: _ClassVar[int]
    LOG_LEVEL_FIELD_NUMBER: _ClassVar[int]
    uptime: _duration_pb2.Duration
    revision: int
    commits: int
    commands: int
    mean_batch: float
    queue_depth: int
    queue_limit: int
    commit_p50: _duration_pb2.Duration
    commit_p99: _duration_pb2.Duration
    database_size_bytes: int
    wal_size_bytes: int
    wal_alarm: bool
    disk_full: bool
    watches: int
    rss_bytes: int
    rpcs: _containers.RepeatedCompositeFieldContainer[RpcStats]
    denied_calls: int
    connections: int
    cut_connections: int
    backups: BackupStats
    log_level: str
    def __init__(self, uptime: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., revision: _Optional[int] = ..., commits: _Optional[int] = ..., commands: _Optional[int] = ..., mean_batch: _Optional[float] = ..., queue_depth: _Optional[int] = ..., queue_limit: _Optional[int] = ..., commit_p50: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., commit_p99: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., database_size_bytes: _Optional[int] = ..., wal_size_bytes: _Optional[int] = ..., wal_alarm: bool = ..., disk_full: bool = ..., watches: _Optional[int] = ..., rss_bytes: _Optional[int] = ..., rpcs: _Optional[_Iterable[_Union[RpcStats, _Mapping]]] = ..., denied_calls: _Optional[int] = ..., connections: _Optional[int] = ..., cut_connections: _Optional[int] = ..., backups: _Optional[_Union[BackupStats, _Mapping]] = ..., log_level: _Optional[str] = ...) -> None: ...

class BackupStats(_message.Message):
    __slots__ = ("made", "failed", "last_error", "newest_at", "newest_size_bytes", "next_at")
    MADE_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    LAST_ERROR_FIELD_NUMBER: _ClassVar[int]
    NEWEST_AT_FIELD_NUMBER: _ClassVar[int]
    NEWEST_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    NEXT_AT_FIELD_NUMBER: _ClassVar[int]
    made: int
    failed: int
    last_error: str
    newest_at: _timestamp_pb2.Timestamp
    newest_size_bytes: int
    next_at: _timestamp_pb2.Timestamp
    def __init__(self, made: _Optional[int] = ..., failed: _Optional[int] = ..., last_error: _Optional[str] = ..., newest_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., newest_size_bytes: _Optional[int] = ..., next_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class SetLogLevelRequest(_message.Message):
    __slots__ = ("level", "duration")
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    DURATION_FIELD_NUMBER: _ClassVar[int]
    level: str
    duration: _duration_pb2.Duration
    def __init__(self, level: _Optional[str] = ..., duration: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SetLogLevelResponse(_message.Message):
    __slots__ = ("level", "previous_level", "configured_level", "until")
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_LEVEL_FIELD_NUMBER: _ClassVar[int]
    CONFIGURED_LEVEL_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    level: str
    previous_level: str
    configured_level: str
    until: _timestamp_pb2.Timestamp
    def __init__(self, level: _Optional[str] = ..., previous_level: _Optional[str] = ..., configured_level: _Optional[str] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class CompactJournalRequest(_message.Message):
    __slots__ = ("request_id", "revision")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    revision: int
    def __init__(self, request_id: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class CompactJournalResponse(_message.Message):
    __slots__ = ("compacted_revision", "dropped_entries")
    COMPACTED_REVISION_FIELD_NUMBER: _ClassVar[int]
    DROPPED_ENTRIES_FIELD_NUMBER: _ClassVar[int]
    compacted_revision: int
    dropped_entries: int
    def __init__(self, compacted_revision: _Optional[int] = ..., dropped_entries: _Optional[int] = ...) -> None: ...
