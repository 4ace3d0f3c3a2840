import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PnlGroup(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PNL_GROUP_UNSPECIFIED: _ClassVar[PnlGroup]
    PNL_GROUP_AGENT: _ClassVar[PnlGroup]
    PNL_GROUP_MARKET: _ClassVar[PnlGroup]
    PNL_GROUP_DAY: _ClassVar[PnlGroup]
PNL_GROUP_UNSPECIFIED: PnlGroup
PNL_GROUP_AGENT: PnlGroup
PNL_GROUP_MARKET: PnlGroup
PNL_GROUP_DAY: PnlGroup

class Action(_message.Message):
    __slots__ = ("action_id", "agent_id", "action", "market", "amount", "asset", "status", "tx_id", "pnl", "wall_time", "meta", "recorded_at", "revision", "pnl_asset")
    ACTION_ID_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    TX_ID_FIELD_NUMBER: _ClassVar[int]
    PNL_FIELD_NUMBER: _ClassVar[int]
    WALL_TIME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    RECORDED_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PNL_ASSET_FIELD_NUMBER: _ClassVar[int]
    action_id: str
    agent_id: str
    action: str
    market: str
    amount: str
    asset: str
    status: str
    tx_id: str
    pnl: str
    wall_time: _timestamp_pb2.Timestamp
    meta: _common_pb2.Document
    recorded_at: _timestamp_pb2.Timestamp
    revision: int
    pnl_asset: str
    def __init__(self, action_id: _Optional[str] = ..., agent_id: _Optional[str] = ..., action: _Optional[str] = ..., market: _Optional[str] = ..., amount: _Optional[str] = ..., asset: _Optional[str] = ..., status: _Optional[str] = ..., tx_id: _Optional[str] = ..., pnl: _Optional[str] = ..., wall_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., meta: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., recorded_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ..., pnl_asset: _Optional[str] = ...) -> None: ...

class RecordActionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "action", "market", "amount", "asset", "status", "tx_id", "pnl", "wall_time", "meta", "pnl_asset")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    TX_ID_FIELD_NUMBER: _ClassVar[int]
    PNL_FIELD_NUMBER: _ClassVar[int]
    WALL_TIME_FIELD_NUMBER: _ClassVar[int]
    META_FIELD_NUMBER: _ClassVar[int]
    PNL_ASSET_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    action: str
    market: str
    amount: str
    asset: str
    status: str
    tx_id: str
    pnl: str
    wall_time: _timestamp_pb2.Timestamp
    meta: _common_pb2.Document
    pnl_asset: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., action: _Optional[str] = ..., market: _Optional[str] = ..., amount: _Optional[str] = ..., asset: _Optional[str] = ..., status: _Optional[str] = ..., tx_id: _Optional[str] = ..., pnl: _Optional[str] = ..., wall_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., meta: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., pnl_asset: _Optional[str] = ...) -> None: ...

class RecordActionResponse(_message.Message):
    __slots__ = ("header", "action_id")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    ACTION_ID_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    action_id: str
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., action_id: _Optional[str] = ...) -> None: ...

class ReplayActionsRequest(_message.Message):
    __slots__ = ("agent_id", "from_revision", "since", "until", "action", "market", "status", "encoding", "history")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    FROM_REVISION_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    from_revision: int
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    action: str
    market: str
    status: str
    encoding: _common_pb2.DocumentEncoding
    history: str
    def __init__(self, agent_id: _Optional[str] = ..., from_revision: _Optional[int] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., action: _Optional[str] = ..., market: _Optional[str] = ..., status: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., history: _Optional[str] = ...) -> None: ...

class ReplayActionsResponse(_message.Message):
    __slots__ = ("actions", "revision", "done", "history")
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    actions: _containers.RepeatedCompositeFieldContainer[Action]
    revision: int
    done: bool
    history: str
    def __init__(self, actions: _Optional[_Iterable[_Union[Action, _Mapping]]] = ..., revision: _Optional[int] = ..., done: bool = ..., history: _Optional[str] = ...) -> None: ...

class SumPnlRequest(_message.Message):
    __slots__ = ("agent_id", "since", "until", "action", "market", "group_by", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    GROUP_BY_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    action: str
    market: str
    group_by: _containers.RepeatedScalarFieldContainer[PnlGroup]
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., action: _Optional[str] = ..., market: _Optional[str] = ..., group_by: _Optional[_Iterable[_Union[PnlGroup, str]]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class PnlSum(_message.Message):
    __slots__ = ("agent_id", "market", "day", "asset", "pnl", "actions")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    PNL_FIELD_NUMBER: _ClassVar[int]
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    market: str
    day: str
    asset: str
    pnl: str
    actions: int
    def __init__(self, agent_id: _Optional[str] = ..., market: _Optional[str] = ..., day: _Optional[str] = ..., asset: _Optional[str] = ..., pnl: _Optional[str] = ..., actions: _Optional[int] = ...) -> None: ...

class SumPnlResponse(_message.Message):
    __slots__ = ("header", "sums")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SUMS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    sums: _containers.RepeatedCompositeFieldContainer[PnlSum]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., sums: _Optional[_Iterable[_Union[PnlSum, _Mapping]]] = ...) -> None: ...

class VerifyJournalRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class VerifyJournalResponse(_message.Message):
    __slots__ = ("checked", "total", "done", "ok", "findings", "revision", "head_hash", "anchors")
    CHECKED_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    OK_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    HEAD_HASH_FIELD_NUMBER: _ClassVar[int]
    ANCHORS_FIELD_NUMBER: _ClassVar[int]
    checked: int
    total: int
    done: bool
    ok: bool
    findings: _containers.RepeatedCompositeFieldContainer[AuditFinding]
    revision: int
    head_hash: bytes
    anchors: int
    def __init__(self, checked: _Optional[int] = ..., total: _Optional[int] = ..., done: bool = ..., ok: bool = ..., findings: _Optional[_Iterable[_Union[AuditFinding, _Mapping]]] = ..., revision: _Optional[int] = ..., head_hash: _Optional[bytes] = ..., anchors: _Optional[int] = ...) -> None: ...

class AuditFinding(_message.Message):
    __slots__ = ("kind", "revision", "message")
    KIND_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    revision: int
    message: str
    def __init__(self, kind: _Optional[str] = ..., revision: _Optional[int] = ..., message: _Optional[str] = ...) -> None: ...

class Checkpoint(_message.Message):
    __slots__ = ("database_id", "revision", "hash", "signed_at", "signature", "public_key")
    DATABASE_ID_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    SIGNED_AT_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    database_id: str
    revision: int
    hash: bytes
    signed_at: _timestamp_pb2.Timestamp
    signature: bytes
    public_key: bytes
    def __init__(self, database_id: _Optional[str] = ..., revision: _Optional[int] = ..., hash: _Optional[bytes] = ..., signed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., signature: _Optional[bytes] = ..., public_key: _Optional[bytes] = ...) -> None: ...

class GetCheckpointRequest(_message.Message):
    __slots__ = ("min_revision",)
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    min_revision: int
    def __init__(self, min_revision: _Optional[int] = ...) -> None: ...

class GetCheckpointResponse(_message.Message):
    __slots__ = ("checkpoint",)
    CHECKPOINT_FIELD_NUMBER: _ClassVar[int]
    checkpoint: Checkpoint
    def __init__(self, checkpoint: _Optional[_Union[Checkpoint, _Mapping]] = ...) -> None: ...

class ExportProofRequest(_message.Message):
    __slots__ = ("agent_id", "from_revision", "until_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    FROM_REVISION_FIELD_NUMBER: _ClassVar[int]
    UNTIL_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    from_revision: int
    until_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., from_revision: _Optional[int] = ..., until_revision: _Optional[int] = ...) -> None: ...

class ExportProofResponse(_message.Message):
    __slots__ = ("chunk",)
    CHUNK_FIELD_NUMBER: _ClassVar[int]
    chunk: bytes
    def __init__(self, chunk: _Optional[bytes] = ...) -> None: ...
