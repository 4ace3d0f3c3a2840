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

class StateRecord(_message.Message):
    __slots__ = ("name", "version", "schema", "schema_version", "stored_schema_version", "document", "revision", "updated_at", "deleted")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    STORED_SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    DELETED_FIELD_NUMBER: _ClassVar[int]
    name: str
    version: int
    schema: str
    schema_version: int
    stored_schema_version: int
    document: _common_pb2.Document
    revision: int
    updated_at: _timestamp_pb2.Timestamp
    deleted: bool
    def __init__(self, name: _Optional[str] = ..., version: _Optional[int] = ..., schema: _Optional[str] = ..., schema_version: _Optional[int] = ..., stored_schema_version: _Optional[int] = ..., document: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., revision: _Optional[int] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., deleted: bool = ...) -> None: ...

class PutStateRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "document", "expected_version", "schema", "schema_version")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    document: _common_pb2.Document
    expected_version: int
    schema: str
    schema_version: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., document: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., expected_version: _Optional[int] = ..., schema: _Optional[str] = ..., schema_version: _Optional[int] = ...) -> None: ...

class PutStateResponse(_message.Message):
    __slots__ = ("header", "version", "schema_version")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    version: int
    schema_version: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., version: _Optional[int] = ..., schema_version: _Optional[int] = ...) -> None: ...

class GetStateRequest(_message.Message):
    __slots__ = ("agent_id", "name", "at_revision", "at_time", "min_revision", "encoding", "without_migration")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    AT_TIME_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    WITHOUT_MIGRATION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    name: str
    at_revision: int
    at_time: _timestamp_pb2.Timestamp
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    without_migration: bool
    def __init__(self, agent_id: _Optional[str] = ..., name: _Optional[str] = ..., at_revision: _Optional[int] = ..., at_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., without_migration: bool = ...) -> None: ...

class GetStateResponse(_message.Message):
    __slots__ = ("header", "state")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    state: StateRecord
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., state: _Optional[_Union[StateRecord, _Mapping]] = ...) -> None: ...

class PatchStateRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "merge_patch", "json_patch", "expected_version")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    MERGE_PATCH_FIELD_NUMBER: _ClassVar[int]
    JSON_PATCH_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    merge_patch: _common_pb2.Document
    json_patch: _common_pb2.Document
    expected_version: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., merge_patch: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., json_patch: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., expected_version: _Optional[int] = ...) -> None: ...

class PatchStateResponse(_message.Message):
    __slots__ = ("header", "version", "schema_version")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    version: int
    schema_version: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., version: _Optional[int] = ..., schema_version: _Optional[int] = ...) -> None: ...

class DeleteStateRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "expected_version")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    expected_version: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class DeleteStateResponse(_message.Message):
    __slots__ = ("header", "version")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    version: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., version: _Optional[int] = ...) -> None: ...

class ListStatesRequest(_message.Message):
    __slots__ = ("agent_id", "name_prefix", "schema", "page_size", "page_token", "min_revision", "encoding", "names_only")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_PREFIX_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    NAMES_ONLY_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    name_prefix: str
    schema: str
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    names_only: bool
    def __init__(self, agent_id: _Optional[str] = ..., name_prefix: _Optional[str] = ..., schema: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., names_only: bool = ...) -> None: ...

class ListStatesResponse(_message.Message):
    __slots__ = ("header", "states", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    states: _containers.RepeatedCompositeFieldContainer[StateRecord]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., states: _Optional[_Iterable[_Union[StateRecord, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ListStateVersionsRequest(_message.Message):
    __slots__ = ("agent_id", "name", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    name: str
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., name: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListStateVersionsResponse(_message.Message):
    __slots__ = ("header", "versions", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    versions: _containers.RepeatedCompositeFieldContainer[StateRecord]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., versions: _Optional[_Iterable[_Union[StateRecord, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SetStateRetentionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "keep_versions", "keep_age")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEEP_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    KEEP_AGE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    keep_versions: int
    keep_age: _duration_pb2.Duration
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., keep_versions: _Optional[int] = ..., keep_age: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class SetStateRetentionResponse(_message.Message):
    __slots__ = ("header", "removed_versions")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    REMOVED_VERSIONS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    removed_versions: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., removed_versions: _Optional[int] = ...) -> None: ...

class MigrationStep(_message.Message):
    __slots__ = ("move", "rename", "default", "remove", "set", "wrap")
    class Move(_message.Message):
        __slots__ = ("to", "required")
        FROM_FIELD_NUMBER: _ClassVar[int]
        TO_FIELD_NUMBER: _ClassVar[int]
        REQUIRED_FIELD_NUMBER: _ClassVar[int]
        to: str
        required: bool
        def __init__(self, to: _Optional[str] = ..., required: bool = ..., **kwargs) -> None: ...
    class Rename(_message.Message):
        __slots__ = ("path", "name", "required")
        PATH_FIELD_NUMBER: _ClassVar[int]
        NAME_FIELD_NUMBER: _ClassVar[int]
        REQUIRED_FIELD_NUMBER: _ClassVar[int]
        path: str
        name: str
        required: bool
        def __init__(self, path: _Optional[str] = ..., name: _Optional[str] = ..., required: bool = ...) -> None: ...
    class Default(_message.Message):
        __slots__ = ("path", "value")
        PATH_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        path: str
        value: _common_pb2.Document
        def __init__(self, path: _Optional[str] = ..., value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...
    class Remove(_message.Message):
        __slots__ = ("path",)
        PATH_FIELD_NUMBER: _ClassVar[int]
        path: str
        def __init__(self, path: _Optional[str] = ...) -> None: ...
    class Set(_message.Message):
        __slots__ = ("path", "value")
        PATH_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        path: str
        value: _common_pb2.Document
        def __init__(self, path: _Optional[str] = ..., value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...
    class Wrap(_message.Message):
        __slots__ = ("path", "key")
        PATH_FIELD_NUMBER: _ClassVar[int]
        KEY_FIELD_NUMBER: _ClassVar[int]
        path: str
        key: str
        def __init__(self, path: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...
    MOVE_FIELD_NUMBER: _ClassVar[int]
    RENAME_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_FIELD_NUMBER: _ClassVar[int]
    REMOVE_FIELD_NUMBER: _ClassVar[int]
    SET_FIELD_NUMBER: _ClassVar[int]
    WRAP_FIELD_NUMBER: _ClassVar[int]
    move: MigrationStep.Move
    rename: MigrationStep.Rename
    default: MigrationStep.Default
    remove: MigrationStep.Remove
    set: MigrationStep.Set
    wrap: MigrationStep.Wrap
    def __init__(self, move: _Optional[_Union[MigrationStep.Move, _Mapping]] = ..., rename: _Optional[_Union[MigrationStep.Rename, _Mapping]] = ..., default: _Optional[_Union[MigrationStep.Default, _Mapping]] = ..., remove: _Optional[_Union[MigrationStep.Remove, _Mapping]] = ..., set: _Optional[_Union[MigrationStep.Set, _Mapping]] = ..., wrap: _Optional[_Union[MigrationStep.Wrap, _Mapping]] = ...) -> None: ...

class SchemaVersion(_message.Message):
    __slots__ = ("schema", "version", "json_schema", "steps")
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    JSON_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    schema: str
    version: int
    json_schema: _common_pb2.Document
    steps: _containers.RepeatedCompositeFieldContainer[MigrationStep]
    def __init__(self, schema: _Optional[str] = ..., version: _Optional[int] = ..., json_schema: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., steps: _Optional[_Iterable[_Union[MigrationStep, _Mapping]]] = ...) -> None: ...

class RegisterSchemaRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "schema")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    schema: SchemaVersion
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., schema: _Optional[_Union[SchemaVersion, _Mapping]] = ...) -> None: ...

class RegisterSchemaResponse(_message.Message):
    __slots__ = ("header", "newest_version")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    NEWEST_VERSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    newest_version: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., newest_version: _Optional[int] = ...) -> None: ...

class ListSchemasRequest(_message.Message):
    __slots__ = ("agent_id", "schema", "page_size", "page_token", "encoding", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    schema: str
    page_size: int
    page_token: str
    encoding: _common_pb2.DocumentEncoding
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., schema: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class ListSchemasResponse(_message.Message):
    __slots__ = ("header", "schemas", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SCHEMAS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    schemas: _containers.RepeatedCompositeFieldContainer[SchemaVersion]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., schemas: _Optional[_Iterable[_Union[SchemaVersion, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class DryRunMigrationRequest(_message.Message):
    __slots__ = ("agent_id", "schema", "candidate", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    SCHEMA_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    schema: str
    candidate: SchemaVersion
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., schema: _Optional[str] = ..., candidate: _Optional[_Union[SchemaVersion, _Mapping]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class MigrationFailure(_message.Message):
    __slots__ = ("name", "version", "to_schema_version", "path", "problem")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TO_SCHEMA_VERSION_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    name: str
    version: int
    to_schema_version: int
    path: str
    problem: str
    def __init__(self, name: _Optional[str] = ..., version: _Optional[int] = ..., to_schema_version: _Optional[int] = ..., path: _Optional[str] = ..., problem: _Optional[str] = ...) -> None: ...

class DryRunMigrationResponse(_message.Message):
    __slots__ = ("header", "states", "would_migrate", "up_to_date", "failures", "failed")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    WOULD_MIGRATE_FIELD_NUMBER: _ClassVar[int]
    UP_TO_DATE_FIELD_NUMBER: _ClassVar[int]
    FAILURES_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    states: int
    would_migrate: int
    up_to_date: int
    failures: _containers.RepeatedCompositeFieldContainer[MigrationFailure]
    failed: int
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., states: _Optional[int] = ..., would_migrate: _Optional[int] = ..., up_to_date: _Optional[int] = ..., failures: _Optional[_Iterable[_Union[MigrationFailure, _Mapping]]] = ..., failed: _Optional[int] = ...) -> None: ...

class ProfileField(_message.Message):
    __slots__ = ("name", "value", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: _common_pb2.Document
    revision: int
    def __init__(self, name: _Optional[str] = ..., value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class SetFieldsRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "set", "remove")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SET_FIELD_NUMBER: _ClassVar[int]
    REMOVE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    set: _containers.RepeatedCompositeFieldContainer[ProfileField]
    remove: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., set: _Optional[_Iterable[_Union[ProfileField, _Mapping]]] = ..., remove: _Optional[_Iterable[str]] = ...) -> None: ...

class SetFieldsResponse(_message.Message):
    __slots__ = ("header", "removed")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    REMOVED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    removed: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., removed: _Optional[int] = ...) -> None: ...

class GetFieldsRequest(_message.Message):
    __slots__ = ("agent_id", "names", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    names: _containers.RepeatedScalarFieldContainer[str]
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., names: _Optional[_Iterable[str]] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class GetFieldsResponse(_message.Message):
    __slots__ = ("header", "fields")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    FIELDS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    fields: _containers.RepeatedCompositeFieldContainer[ProfileField]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., fields: _Optional[_Iterable[_Union[ProfileField, _Mapping]]] = ...) -> None: ...

class IncrementFieldRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "decimal", "integer", "floor", "ceiling")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DECIMAL_FIELD_NUMBER: _ClassVar[int]
    INTEGER_FIELD_NUMBER: _ClassVar[int]
    FLOOR_FIELD_NUMBER: _ClassVar[int]
    CEILING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    decimal: str
    integer: int
    floor: str
    ceiling: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., decimal: _Optional[str] = ..., integer: _Optional[int] = ..., floor: _Optional[str] = ..., ceiling: _Optional[str] = ...) -> None: ...

class IncrementFieldResponse(_message.Message):
    __slots__ = ("header", "value")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    value: str
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., value: _Optional[str] = ...) -> None: ...
