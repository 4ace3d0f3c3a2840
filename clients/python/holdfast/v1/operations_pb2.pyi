import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import audit_pb2 as _audit_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from holdfast.v1 import conversations_pb2 as _conversations_pb2
from holdfast.v1 import episodic_pb2 as _episodic_pb2
from holdfast.v1 import guards_pb2 as _guards_pb2
from holdfast.v1 import knowledge_pb2 as _knowledge_pb2
from holdfast.v1 import ledger_pb2 as _ledger_pb2
from holdfast.v1 import limits_pb2 as _limits_pb2
from holdfast.v1 import procedural_pb2 as _procedural_pb2
from holdfast.v1 import semantic_pb2 as _semantic_pb2
from holdfast.v1 import sessions_pb2 as _sessions_pb2
from holdfast.v1 import signals_pb2 as _signals_pb2
from holdfast.v1 import state_pb2 as _state_pb2
from holdfast.v1 import tasks_pb2 as _tasks_pb2
from holdfast.v1 import vault_pb2 as _vault_pb2
from holdfast.v1 import working_pb2 as _working_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OperationStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OPERATION_STATUS_UNSPECIFIED: _ClassVar[OperationStatus]
    OPERATION_STATUS_IN_FLIGHT: _ClassVar[OperationStatus]
    OPERATION_STATUS_COMPLETED: _ClassVar[OperationStatus]
    OPERATION_STATUS_FAILED: _ClassVar[OperationStatus]
    OPERATION_STATUS_UNKNOWN: _ClassVar[OperationStatus]

class OnCrash(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ON_CRASH_UNSPECIFIED: _ClassVar[OnCrash]
    ON_CRASH_UNKNOWN: _ClassVar[OnCrash]
    ON_CRASH_RETRY: _ClassVar[OnCrash]

class BeginOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BEGIN_OUTCOME_UNSPECIFIED: _ClassVar[BeginOutcome]
    BEGIN_OUTCOME_STARTED: _ClassVar[BeginOutcome]
    BEGIN_OUTCOME_COMPLETED: _ClassVar[BeginOutcome]
    BEGIN_OUTCOME_IN_FLIGHT: _ClassVar[BeginOutcome]
    BEGIN_OUTCOME_UNKNOWN: _ClassVar[BeginOutcome]
    BEGIN_OUTCOME_DENIED: _ClassVar[BeginOutcome]
OPERATION_STATUS_UNSPECIFIED: OperationStatus
OPERATION_STATUS_IN_FLIGHT: OperationStatus
OPERATION_STATUS_COMPLETED: OperationStatus
OPERATION_STATUS_FAILED: OperationStatus
OPERATION_STATUS_UNKNOWN: OperationStatus
ON_CRASH_UNSPECIFIED: OnCrash
ON_CRASH_UNKNOWN: OnCrash
ON_CRASH_RETRY: OnCrash
BEGIN_OUTCOME_UNSPECIFIED: BeginOutcome
BEGIN_OUTCOME_STARTED: BeginOutcome
BEGIN_OUTCOME_COMPLETED: BeginOutcome
BEGIN_OUTCOME_IN_FLIGHT: BeginOutcome
BEGIN_OUTCOME_UNKNOWN: BeginOutcome
BEGIN_OUTCOME_DENIED: BeginOutcome

class Operation(_message.Message):
    __slots__ = ("key", "operation", "params", "status", "client_order_id", "attempt", "lease_expires_at", "on_crash", "epoch", "result", "evidence", "hold_ids", "task_id", "step", "begun_at", "updated_at", "revision")
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CLIENT_ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    ATTEMPT_FIELD_NUMBER: _ClassVar[int]
    LEASE_EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    ON_CRASH_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    HOLD_IDS_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    BEGUN_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    key: str
    operation: str
    params: _common_pb2.Document
    status: OperationStatus
    client_order_id: str
    attempt: int
    lease_expires_at: _timestamp_pb2.Timestamp
    on_crash: OnCrash
    epoch: int
    result: _common_pb2.Document
    evidence: _common_pb2.Document
    hold_ids: _containers.RepeatedScalarFieldContainer[str]
    task_id: str
    step: str
    begun_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    revision: int
    def __init__(self, key: _Optional[str] = ..., operation: _Optional[str] = ..., params: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., status: _Optional[_Union[OperationStatus, str]] = ..., client_order_id: _Optional[str] = ..., attempt: _Optional[int] = ..., lease_expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., on_crash: _Optional[_Union[OnCrash, str]] = ..., epoch: _Optional[int] = ..., result: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., evidence: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., hold_ids: _Optional[_Iterable[str]] = ..., task_id: _Optional[str] = ..., step: _Optional[str] = ..., begun_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class OperationHold(_message.Message):
    __slots__ = ("account", "asset", "amount")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    account: str
    asset: str
    amount: str
    def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...

class Denial(_message.Message):
    __slots__ = ("rule", "reason", "message")
    RULE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    rule: str
    reason: str
    message: str
    def __init__(self, rule: _Optional[str] = ..., reason: _Optional[str] = ..., message: _Optional[str] = ...) -> None: ...

class BeginOperationRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "operation", "params", "key", "lease", "holds", "on_crash", "task_id", "step", "encoding", "risk", "session_id")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    PARAMS_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    LEASE_FIELD_NUMBER: _ClassVar[int]
    HOLDS_FIELD_NUMBER: _ClassVar[int]
    ON_CRASH_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    RISK_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    operation: str
    params: _common_pb2.Document
    key: str
    lease: _duration_pb2.Duration
    holds: _containers.RepeatedCompositeFieldContainer[OperationHold]
    on_crash: OnCrash
    task_id: str
    step: str
    encoding: _common_pb2.DocumentEncoding
    risk: _guards_pb2.OperationRisk
    session_id: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., operation: _Optional[str] = ..., params: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., key: _Optional[str] = ..., lease: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., holds: _Optional[_Iterable[_Union[OperationHold, _Mapping]]] = ..., on_crash: _Optional[_Union[OnCrash, str]] = ..., task_id: _Optional[str] = ..., step: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., risk: _Optional[_Union[_guards_pb2.OperationRisk, _Mapping]] = ..., session_id: _Optional[str] = ...) -> None: ...

class BeginOperationResponse(_message.Message):
    __slots__ = ("header", "outcome", "operation", "lease_token", "denials", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    LEASE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    DENIALS_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    outcome: BeginOutcome
    operation: Operation
    lease_token: str
    denials: _containers.RepeatedCompositeFieldContainer[Denial]
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., outcome: _Optional[_Union[BeginOutcome, str]] = ..., operation: _Optional[_Union[Operation, _Mapping]] = ..., lease_token: _Optional[str] = ..., denials: _Optional[_Iterable[_Union[Denial, _Mapping]]] = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class HoldSettlement(_message.Message):
    __slots__ = ("hold_id", "amount", "to_account")
    HOLD_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    TO_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    hold_id: str
    amount: str
    to_account: str
    def __init__(self, hold_id: _Optional[str] = ..., amount: _Optional[str] = ..., to_account: _Optional[str] = ...) -> None: ...

class CompleteOperationRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "key", "lease_token", "result", "settlements", "mutations", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    LEASE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    SETTLEMENTS_FIELD_NUMBER: _ClassVar[int]
    MUTATIONS_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    key: str
    lease_token: str
    result: _common_pb2.Document
    settlements: _containers.RepeatedCompositeFieldContainer[HoldSettlement]
    mutations: _containers.RepeatedCompositeFieldContainer[Mutation]
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., key: _Optional[str] = ..., lease_token: _Optional[str] = ..., result: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., settlements: _Optional[_Iterable[_Union[HoldSettlement, _Mapping]]] = ..., mutations: _Optional[_Iterable[_Union[Mutation, _Mapping]]] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class CompleteOperationResponse(_message.Message):
    __slots__ = ("header", "operation", "results", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    operation: Operation
    results: _containers.RepeatedCompositeFieldContainer[MutationResult]
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., operation: _Optional[_Union[Operation, _Mapping]] = ..., results: _Optional[_Iterable[_Union[MutationResult, _Mapping]]] = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class FailOperationRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "key", "lease_token", "reason")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    LEASE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    key: str
    lease_token: str
    reason: _common_pb2.Document
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., key: _Optional[str] = ..., lease_token: _Optional[str] = ..., reason: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...

class FailOperationResponse(_message.Message):
    __slots__ = ("header", "operation")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    operation: Operation
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., operation: _Optional[_Union[Operation, _Mapping]] = ...) -> None: ...

class ResolveOperationRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "key", "happened", "did_not_happen", "evidence", "encoding", "attempt")
    class Happened(_message.Message):
        __slots__ = ("result", "settlements", "mutations")
        RESULT_FIELD_NUMBER: _ClassVar[int]
        SETTLEMENTS_FIELD_NUMBER: _ClassVar[int]
        MUTATIONS_FIELD_NUMBER: _ClassVar[int]
        result: _common_pb2.Document
        settlements: _containers.RepeatedCompositeFieldContainer[HoldSettlement]
        mutations: _containers.RepeatedCompositeFieldContainer[Mutation]
        def __init__(self, result: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., settlements: _Optional[_Iterable[_Union[HoldSettlement, _Mapping]]] = ..., mutations: _Optional[_Iterable[_Union[Mutation, _Mapping]]] = ...) -> None: ...
    class DidNotHappen(_message.Message):
        __slots__ = ()
        def __init__(self) -> None: ...
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    HAPPENED_FIELD_NUMBER: _ClassVar[int]
    DID_NOT_HAPPEN_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    ATTEMPT_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    key: str
    happened: ResolveOperationRequest.Happened
    did_not_happen: ResolveOperationRequest.DidNotHappen
    evidence: _common_pb2.Document
    encoding: _common_pb2.DocumentEncoding
    attempt: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., key: _Optional[str] = ..., happened: _Optional[_Union[ResolveOperationRequest.Happened, _Mapping]] = ..., did_not_happen: _Optional[_Union[ResolveOperationRequest.DidNotHappen, _Mapping]] = ..., evidence: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., attempt: _Optional[int] = ...) -> None: ...

class ResolveOperationResponse(_message.Message):
    __slots__ = ("header", "operation", "results", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    operation: Operation
    results: _containers.RepeatedCompositeFieldContainer[MutationResult]
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., operation: _Optional[_Union[Operation, _Mapping]] = ..., results: _Optional[_Iterable[_Union[MutationResult, _Mapping]]] = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class ExtendLeaseRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "key", "lease_token", "lease")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    LEASE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    LEASE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    key: str
    lease_token: str
    lease: _duration_pb2.Duration
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., key: _Optional[str] = ..., lease_token: _Optional[str] = ..., lease: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class ExtendLeaseResponse(_message.Message):
    __slots__ = ("header", "lease_expires_at")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    LEASE_EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    lease_expires_at: _timestamp_pb2.Timestamp
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., lease_expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GetOperationRequest(_message.Message):
    __slots__ = ("agent_id", "key", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    key: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., key: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class GetOperationResponse(_message.Message):
    __slots__ = ("header", "operation")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    operation: Operation
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., operation: _Optional[_Union[Operation, _Mapping]] = ...) -> None: ...

class ListOperationsRequest(_message.Message):
    __slots__ = ("agent_id", "statuses", "operation", "task_id", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    STATUSES_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    statuses: _containers.RepeatedScalarFieldContainer[OperationStatus]
    operation: str
    task_id: str
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., statuses: _Optional[_Iterable[_Union[OperationStatus, str]]] = ..., operation: _Optional[str] = ..., task_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListOperationsResponse(_message.Message):
    __slots__ = ("header", "operations", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    OPERATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    operations: _containers.RepeatedCompositeFieldContainer[Operation]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., operations: _Optional[_Iterable[_Union[Operation, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class TakeOverRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "reason")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    reason: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class TakeOverResponse(_message.Message):
    __slots__ = ("header", "epoch", "fenced_operations")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    FENCED_OPERATIONS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    epoch: int
    fenced_operations: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., epoch: _Optional[int] = ..., fenced_operations: _Optional[int] = ...) -> None: ...

class ResumeRequest(_message.Message):
    __slots__ = ("agent_id", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ResumeResponse(_message.Message):
    __slots__ = ("header", "epoch", "unknown_operations", "in_flight_operations", "open_tasks", "open_holds", "balances", "truncated", "slots", "session", "positions", "consumers", "unread_signals")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    UNKNOWN_OPERATIONS_FIELD_NUMBER: _ClassVar[int]
    IN_FLIGHT_OPERATIONS_FIELD_NUMBER: _ClassVar[int]
    OPEN_TASKS_FIELD_NUMBER: _ClassVar[int]
    OPEN_HOLDS_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    TRUNCATED_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    POSITIONS_FIELD_NUMBER: _ClassVar[int]
    CONSUMERS_FIELD_NUMBER: _ClassVar[int]
    UNREAD_SIGNALS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    epoch: int
    unknown_operations: _containers.RepeatedCompositeFieldContainer[Operation]
    in_flight_operations: _containers.RepeatedCompositeFieldContainer[Operation]
    open_tasks: _containers.RepeatedCompositeFieldContainer[_tasks_pb2.Task]
    open_holds: _containers.RepeatedCompositeFieldContainer[_ledger_pb2.Hold]
    balances: _containers.RepeatedCompositeFieldContainer[_ledger_pb2.Balance]
    truncated: _containers.RepeatedScalarFieldContainer[str]
    slots: _containers.RepeatedCompositeFieldContainer[_working_pb2.Slot]
    session: _sessions_pb2.Session
    positions: _containers.RepeatedCompositeFieldContainer[_sessions_pb2.Position]
    consumers: _containers.RepeatedCompositeFieldContainer[_signals_pb2.Consumer]
    unread_signals: _containers.RepeatedCompositeFieldContainer[_signals_pb2.Signal]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., epoch: _Optional[int] = ..., unknown_operations: _Optional[_Iterable[_Union[Operation, _Mapping]]] = ..., in_flight_operations: _Optional[_Iterable[_Union[Operation, _Mapping]]] = ..., open_tasks: _Optional[_Iterable[_Union[_tasks_pb2.Task, _Mapping]]] = ..., open_holds: _Optional[_Iterable[_Union[_ledger_pb2.Hold, _Mapping]]] = ..., balances: _Optional[_Iterable[_Union[_ledger_pb2.Balance, _Mapping]]] = ..., truncated: _Optional[_Iterable[str]] = ..., slots: _Optional[_Iterable[_Union[_working_pb2.Slot, _Mapping]]] = ..., session: _Optional[_Union[_sessions_pb2.Session, _Mapping]] = ..., positions: _Optional[_Iterable[_Union[_sessions_pb2.Position, _Mapping]]] = ..., consumers: _Optional[_Iterable[_Union[_signals_pb2.Consumer, _Mapping]]] = ..., unread_signals: _Optional[_Iterable[_Union[_signals_pb2.Signal, _Mapping]]] = ...) -> None: ...

class Mutation(_message.Message):
    __slots__ = ("put_state", "patch_state", "delete_state", "set_state_retention", "register_schema", "set_fields", "increment_field", "post_transaction", "snapshot_portfolio", "configure_account", "register_asset", "place_hold", "post_hold", "release_hold", "begin_operation", "complete_operation", "fail_operation", "resolve_operation", "extend_lease", "take_over", "create_task", "advance_task", "approve_step", "record_episodes", "attach_outcome", "set_retention", "store_memory", "store_memories", "supersede_memory", "forget_memory", "pin_memory", "attach_vectors", "put_namespace", "put_slot", "delete_slot", "put_prompt_template", "set_prompt_label", "delete_prompt_label", "put_guard", "delete_guard", "put_conversation", "append_turn", "compact_conversation", "submit_summary", "delete_conversation", "put_collection", "delete_collection", "put_record", "delete_record", "open_session", "record_trade", "set_position", "mark_position", "clear_position", "pause_session", "resume_session", "halt_session", "reset_halt", "close_session", "publish", "put_consumer", "delete_consumer", "ack_signals", "nack_signals", "redrive_dead_letters", "put_alert_rule", "delete_alert_rule", "add_to_counter", "reset_counter", "record_action", "put_credential", "delete_credential")
    PUT_STATE_FIELD_NUMBER: _ClassVar[int]
    PATCH_STATE_FIELD_NUMBER: _ClassVar[int]
    DELETE_STATE_FIELD_NUMBER: _ClassVar[int]
    SET_STATE_RETENTION_FIELD_NUMBER: _ClassVar[int]
    REGISTER_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    SET_FIELDS_FIELD_NUMBER: _ClassVar[int]
    INCREMENT_FIELD_FIELD_NUMBER: _ClassVar[int]
    POST_TRANSACTION_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_PORTFOLIO_FIELD_NUMBER: _ClassVar[int]
    CONFIGURE_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    REGISTER_ASSET_FIELD_NUMBER: _ClassVar[int]
    PLACE_HOLD_FIELD_NUMBER: _ClassVar[int]
    POST_HOLD_FIELD_NUMBER: _ClassVar[int]
    RELEASE_HOLD_FIELD_NUMBER: _ClassVar[int]
    BEGIN_OPERATION_FIELD_NUMBER: _ClassVar[int]
    COMPLETE_OPERATION_FIELD_NUMBER: _ClassVar[int]
    FAIL_OPERATION_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_OPERATION_FIELD_NUMBER: _ClassVar[int]
    EXTEND_LEASE_FIELD_NUMBER: _ClassVar[int]
    TAKE_OVER_FIELD_NUMBER: _ClassVar[int]
    CREATE_TASK_FIELD_NUMBER: _ClassVar[int]
    ADVANCE_TASK_FIELD_NUMBER: _ClassVar[int]
    APPROVE_STEP_FIELD_NUMBER: _ClassVar[int]
    RECORD_EPISODES_FIELD_NUMBER: _ClassVar[int]
    ATTACH_OUTCOME_FIELD_NUMBER: _ClassVar[int]
    SET_RETENTION_FIELD_NUMBER: _ClassVar[int]
    STORE_MEMORY_FIELD_NUMBER: _ClassVar[int]
    STORE_MEMORIES_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDE_MEMORY_FIELD_NUMBER: _ClassVar[int]
    FORGET_MEMORY_FIELD_NUMBER: _ClassVar[int]
    PIN_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ATTACH_VECTORS_FIELD_NUMBER: _ClassVar[int]
    PUT_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    PUT_SLOT_FIELD_NUMBER: _ClassVar[int]
    DELETE_SLOT_FIELD_NUMBER: _ClassVar[int]
    PUT_PROMPT_TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    SET_PROMPT_LABEL_FIELD_NUMBER: _ClassVar[int]
    DELETE_PROMPT_LABEL_FIELD_NUMBER: _ClassVar[int]
    PUT_GUARD_FIELD_NUMBER: _ClassVar[int]
    DELETE_GUARD_FIELD_NUMBER: _ClassVar[int]
    PUT_CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    APPEND_TURN_FIELD_NUMBER: _ClassVar[int]
    COMPACT_CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    SUBMIT_SUMMARY_FIELD_NUMBER: _ClassVar[int]
    DELETE_CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    PUT_COLLECTION_FIELD_NUMBER: _ClassVar[int]
    DELETE_COLLECTION_FIELD_NUMBER: _ClassVar[int]
    PUT_RECORD_FIELD_NUMBER: _ClassVar[int]
    DELETE_RECORD_FIELD_NUMBER: _ClassVar[int]
    OPEN_SESSION_FIELD_NUMBER: _ClassVar[int]
    RECORD_TRADE_FIELD_NUMBER: _ClassVar[int]
    SET_POSITION_FIELD_NUMBER: _ClassVar[int]
    MARK_POSITION_FIELD_NUMBER: _ClassVar[int]
    CLEAR_POSITION_FIELD_NUMBER: _ClassVar[int]
    PAUSE_SESSION_FIELD_NUMBER: _ClassVar[int]
    RESUME_SESSION_FIELD_NUMBER: _ClassVar[int]
    HALT_SESSION_FIELD_NUMBER: _ClassVar[int]
    RESET_HALT_FIELD_NUMBER: _ClassVar[int]
    CLOSE_SESSION_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_FIELD_NUMBER: _ClassVar[int]
    PUT_CONSUMER_FIELD_NUMBER: _ClassVar[int]
    DELETE_CONSUMER_FIELD_NUMBER: _ClassVar[int]
    ACK_SIGNALS_FIELD_NUMBER: _ClassVar[int]
    NACK_SIGNALS_FIELD_NUMBER: _ClassVar[int]
    REDRIVE_DEAD_LETTERS_FIELD_NUMBER: _ClassVar[int]
    PUT_ALERT_RULE_FIELD_NUMBER: _ClassVar[int]
    DELETE_ALERT_RULE_FIELD_NUMBER: _ClassVar[int]
    ADD_TO_COUNTER_FIELD_NUMBER: _ClassVar[int]
    RESET_COUNTER_FIELD_NUMBER: _ClassVar[int]
    RECORD_ACTION_FIELD_NUMBER: _ClassVar[int]
    PUT_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    DELETE_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    put_state: _state_pb2.PutStateRequest
    patch_state: _state_pb2.PatchStateRequest
    delete_state: _state_pb2.DeleteStateRequest
    set_state_retention: _state_pb2.SetStateRetentionRequest
    register_schema: _state_pb2.RegisterSchemaRequest
    set_fields: _state_pb2.SetFieldsRequest
    increment_field: _state_pb2.IncrementFieldRequest
    post_transaction: _ledger_pb2.PostTransactionRequest
    snapshot_portfolio: _ledger_pb2.SnapshotPortfolioRequest
    configure_account: _ledger_pb2.ConfigureAccountRequest
    register_asset: _ledger_pb2.RegisterAssetRequest
    place_hold: _ledger_pb2.PlaceHoldRequest
    post_hold: _ledger_pb2.PostHoldRequest
    release_hold: _ledger_pb2.ReleaseHoldRequest
    begin_operation: BeginOperationRequest
    complete_operation: CompleteOperationRequest
    fail_operation: FailOperationRequest
    resolve_operation: ResolveOperationRequest
    extend_lease: ExtendLeaseRequest
    take_over: TakeOverRequest
    create_task: _tasks_pb2.CreateTaskRequest
    advance_task: _tasks_pb2.AdvanceTaskRequest
    approve_step: _tasks_pb2.ApproveStepRequest
    record_episodes: _episodic_pb2.RecordEpisodesRequest
    attach_outcome: _episodic_pb2.AttachOutcomeRequest
    set_retention: _episodic_pb2.SetRetentionRequest
    store_memory: _semantic_pb2.StoreMemoryRequest
    store_memories: _semantic_pb2.StoreMemoriesRequest
    supersede_memory: _semantic_pb2.SupersedeMemoryRequest
    forget_memory: _semantic_pb2.ForgetMemoryRequest
    pin_memory: _semantic_pb2.PinMemoryRequest
    attach_vectors: _semantic_pb2.AttachVectorsRequest
    put_namespace: _semantic_pb2.PutNamespaceRequest
    put_slot: _working_pb2.PutSlotRequest
    delete_slot: _working_pb2.DeleteSlotRequest
    put_prompt_template: _procedural_pb2.PutPromptTemplateRequest
    set_prompt_label: _procedural_pb2.SetPromptLabelRequest
    delete_prompt_label: _procedural_pb2.DeletePromptLabelRequest
    put_guard: _guards_pb2.PutGuardRequest
    delete_guard: _guards_pb2.DeleteGuardRequest
    put_conversation: _conversations_pb2.PutConversationRequest
    append_turn: _conversations_pb2.AppendTurnRequest
    compact_conversation: _conversations_pb2.CompactConversationRequest
    submit_summary: _conversations_pb2.SubmitSummaryRequest
    delete_conversation: _conversations_pb2.DeleteConversationRequest
    put_collection: _knowledge_pb2.PutCollectionRequest
    delete_collection: _knowledge_pb2.DeleteCollectionRequest
    put_record: _knowledge_pb2.PutRecordRequest
    delete_record: _knowledge_pb2.DeleteRecordRequest
    open_session: _sessions_pb2.OpenSessionRequest
    record_trade: _sessions_pb2.RecordTradeRequest
    set_position: _sessions_pb2.SetPositionRequest
    mark_position: _sessions_pb2.MarkPositionRequest
    clear_position: _sessions_pb2.ClearPositionRequest
    pause_session: _sessions_pb2.PauseSessionRequest
    resume_session: _sessions_pb2.ResumeSessionRequest
    halt_session: _sessions_pb2.HaltSessionRequest
    reset_halt: _sessions_pb2.ResetHaltRequest
    close_session: _sessions_pb2.CloseSessionRequest
    publish: _signals_pb2.PublishRequest
    put_consumer: _signals_pb2.PutConsumerRequest
    delete_consumer: _signals_pb2.DeleteConsumerRequest
    ack_signals: _signals_pb2.AckSignalsRequest
    nack_signals: _signals_pb2.NackSignalsRequest
    redrive_dead_letters: _signals_pb2.RedriveDeadLettersRequest
    put_alert_rule: _signals_pb2.PutAlertRuleRequest
    delete_alert_rule: _signals_pb2.DeleteAlertRuleRequest
    add_to_counter: _limits_pb2.AddToCounterRequest
    reset_counter: _limits_pb2.ResetCounterRequest
    record_action: _audit_pb2.RecordActionRequest
    put_credential: _vault_pb2.PutCredentialRequest
    delete_credential: _vault_pb2.DeleteCredentialRequest
    def __init__(self, put_state: _Optional[_Union[_state_pb2.PutStateRequest, _Mapping]] = ..., patch_state: _Optional[_Union[_state_pb2.PatchStateRequest, _Mapping]] = ..., delete_state: _Optional[_Union[_state_pb2.DeleteStateRequest, _Mapping]] = ..., set_state_retention: _Optional[_Union[_state_pb2.SetStateRetentionRequest, _Mapping]] = ..., register_schema: _Optional[_Union[_state_pb2.RegisterSchemaRequest, _Mapping]] = ..., set_fields: _Optional[_Union[_state_pb2.SetFieldsRequest, _Mapping]] = ..., increment_field: _Optional[_Union[_state_pb2.IncrementFieldRequest, _Mapping]] = ..., post_transaction: _Optional[_Union[_ledger_pb2.PostTransactionRequest, _Mapping]] = ..., snapshot_portfolio: _Optional[_Union[_ledger_pb2.SnapshotPortfolioRequest, _Mapping]] = ..., configure_account: _Optional[_Union[_ledger_pb2.ConfigureAccountRequest, _Mapping]] = ..., register_asset: _Optional[_Union[_ledger_pb2.RegisterAssetRequest, _Mapping]] = ..., place_hold: _Optional[_Union[_ledger_pb2.PlaceHoldRequest, _Mapping]] = ..., post_hold: _Optional[_Union[_ledger_pb2.PostHoldRequest, _Mapping]] = ..., release_hold: _Optional[_Union[_ledger_pb2.ReleaseHoldRequest, _Mapping]] = ..., begin_operation: _Optional[_Union[BeginOperationRequest, _Mapping]] = ..., complete_operation: _Optional[_Union[CompleteOperationRequest, _Mapping]] = ..., fail_operation: _Optional[_Union[FailOperationRequest, _Mapping]] = ..., resolve_operation: _Optional[_Union[ResolveOperationRequest, _Mapping]] = ..., extend_lease: _Optional[_Union[ExtendLeaseRequest, _Mapping]] = ..., take_over: _Optional[_Union[TakeOverRequest, _Mapping]] = ..., create_task: _Optional[_Union[_tasks_pb2.CreateTaskRequest, _Mapping]] = ..., advance_task: _Optional[_Union[_tasks_pb2.AdvanceTaskRequest, _Mapping]] = ..., approve_step: _Optional[_Union[_tasks_pb2.ApproveStepRequest, _Mapping]] = ..., record_episodes: _Optional[_Union[_episodic_pb2.RecordEpisodesRequest, _Mapping]] = ..., attach_outcome: _Optional[_Union[_episodic_pb2.AttachOutcomeRequest, _Mapping]] = ..., set_retention: _Optional[_Union[_episodic_pb2.SetRetentionRequest, _Mapping]] = ..., store_memory: _Optional[_Union[_semantic_pb2.StoreMemoryRequest, _Mapping]] = ..., store_memories: _Optional[_Union[_semantic_pb2.StoreMemoriesRequest, _Mapping]] = ..., supersede_memory: _Optional[_Union[_semantic_pb2.SupersedeMemoryRequest, _Mapping]] = ..., forget_memory: _Optional[_Union[_semantic_pb2.ForgetMemoryRequest, _Mapping]] = ..., pin_memory: _Optional[_Union[_semantic_pb2.PinMemoryRequest, _Mapping]] = ..., attach_vectors: _Optional[_Union[_semantic_pb2.AttachVectorsRequest, _Mapping]] = ..., put_namespace: _Optional[_Union[_semantic_pb2.PutNamespaceRequest, _Mapping]] = ..., put_slot: _Optional[_Union[_working_pb2.PutSlotRequest, _Mapping]] = ..., delete_slot: _Optional[_Union[_working_pb2.DeleteSlotRequest, _Mapping]] = ..., put_prompt_template: _Optional[_Union[_procedural_pb2.PutPromptTemplateRequest, _Mapping]] = ..., set_prompt_label: _Optional[_Union[_procedural_pb2.SetPromptLabelRequest, _Mapping]] = ..., delete_prompt_label: _Optional[_Union[_procedural_pb2.DeletePromptLabelRequest, _Mapping]] = ..., put_guard: _Optional[_Union[_guards_pb2.PutGuardRequest, _Mapping]] = ..., delete_guard: _Optional[_Union[_guards_pb2.DeleteGuardRequest, _Mapping]] = ..., put_conversation: _Optional[_Union[_conversations_pb2.PutConversationRequest, _Mapping]] = ..., append_turn: _Optional[_Union[_conversations_pb2.AppendTurnRequest, _Mapping]] = ..., compact_conversation: _Optional[_Union[_conversations_pb2.CompactConversationRequest, _Mapping]] = ..., submit_summary: _Optional[_Union[_conversations_pb2.SubmitSummaryRequest, _Mapping]] = ..., delete_conversation: _Optional[_Union[_conversations_pb2.DeleteConversationRequest, _Mapping]] = ..., put_collection: _Optional[_Union[_knowledge_pb2.PutCollectionRequest, _Mapping]] = ..., delete_collection: _Optional[_Union[_knowledge_pb2.DeleteCollectionRequest, _Mapping]] = ..., put_record: _Optional[_Union[_knowledge_pb2.PutRecordRequest, _Mapping]] = ..., delete_record: _Optional[_Union[_knowledge_pb2.DeleteRecordRequest, _Mapping]] = ..., open_session: _Optional[_Union[_sessions_pb2.OpenSessionRequest, _Mapping]] = ..., record_trade: _Optional[_Union[_sessions_pb2.RecordTradeRequest, _Mapping]] = ..., set_position: _Optional[_Union[_sessions_pb2.SetPositionRequest, _Mapping]] = ..., mark_position: _Optional[_Union[_sessions_pb2.MarkPositionRequest, _Mapping]] = ..., clear_position: _Optional[_Union[_sessions_pb2.ClearPositionRequest, _Mapping]] = ..., pause_session: _Optional[_Union[_sessions_pb2.PauseSessionRequest, _Mapping]] = ..., resume_session: _Optional[_Union[_sessions_pb2.ResumeSessionRequest, _Mapping]] = ..., halt_session: _Optional[_Union[_sessions_pb2.HaltSessionRequest, _Mapping]] = ..., reset_halt: _Optional[_Union[_sessions_pb2.ResetHaltRequest, _Mapping]] = ..., close_session: _Optional[_Union[_sessions_pb2.CloseSessionRequest, _Mapping]] = ..., publish: _Optional[_Union[_signals_pb2.PublishRequest, _Mapping]] = ..., put_consumer: _Optional[_Union[_signals_pb2.PutConsumerRequest, _Mapping]] = ..., delete_consumer: _Optional[_Union[_signals_pb2.DeleteConsumerRequest, _Mapping]] = ..., ack_signals: _Optional[_Union[_signals_pb2.AckSignalsRequest, _Mapping]] = ..., nack_signals: _Optional[_Union[_signals_pb2.NackSignalsRequest, _Mapping]] = ..., redrive_dead_letters: _Optional[_Union[_signals_pb2.RedriveDeadLettersRequest, _Mapping]] = ..., put_alert_rule: _Optional[_Union[_signals_pb2.PutAlertRuleRequest, _Mapping]] = ..., delete_alert_rule: _Optional[_Union[_signals_pb2.DeleteAlertRuleRequest, _Mapping]] = ..., add_to_counter: _Optional[_Union[_limits_pb2.AddToCounterRequest, _Mapping]] = ..., reset_counter: _Optional[_Union[_limits_pb2.ResetCounterRequest, _Mapping]] = ..., record_action: _Optional[_Union[_audit_pb2.RecordActionRequest, _Mapping]] = ..., put_credential: _Optional[_Union[_vault_pb2.PutCredentialRequest, _Mapping]] = ..., delete_credential: _Optional[_Union[_vault_pb2.DeleteCredentialRequest, _Mapping]] = ...) -> None: ...

class MutationResult(_message.Message):
    __slots__ = ("put_state", "patch_state", "delete_state", "set_state_retention", "register_schema", "set_fields", "increment_field", "post_transaction", "snapshot_portfolio", "configure_account", "register_asset", "place_hold", "post_hold", "release_hold", "begin_operation", "complete_operation", "fail_operation", "resolve_operation", "extend_lease", "take_over", "create_task", "advance_task", "approve_step", "record_episodes", "attach_outcome", "set_retention", "store_memory", "store_memories", "supersede_memory", "forget_memory", "pin_memory", "attach_vectors", "put_namespace", "put_slot", "delete_slot", "put_prompt_template", "set_prompt_label", "delete_prompt_label", "put_guard", "delete_guard", "put_conversation", "append_turn", "compact_conversation", "submit_summary", "delete_conversation", "put_collection", "delete_collection", "put_record", "delete_record", "open_session", "record_trade", "set_position", "mark_position", "clear_position", "pause_session", "resume_session", "halt_session", "reset_halt", "close_session", "publish", "put_consumer", "delete_consumer", "ack_signals", "nack_signals", "redrive_dead_letters", "put_alert_rule", "delete_alert_rule", "add_to_counter", "reset_counter", "record_action", "put_credential", "delete_credential")
    PUT_STATE_FIELD_NUMBER: _ClassVar[int]
    PATCH_STATE_FIELD_NUMBER: _ClassVar[int]
    DELETE_STATE_FIELD_NUMBER: _ClassVar[int]
    SET_STATE_RETENTION_FIELD_NUMBER: _ClassVar[int]
    REGISTER_SCHEMA_FIELD_NUMBER: _ClassVar[int]
    SET_FIELDS_FIELD_NUMBER: _ClassVar[int]
    INCREMENT_FIELD_FIELD_NUMBER: _ClassVar[int]
    POST_TRANSACTION_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_PORTFOLIO_FIELD_NUMBER: _ClassVar[int]
    CONFIGURE_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    REGISTER_ASSET_FIELD_NUMBER: _ClassVar[int]
    PLACE_HOLD_FIELD_NUMBER: _ClassVar[int]
    POST_HOLD_FIELD_NUMBER: _ClassVar[int]
    RELEASE_HOLD_FIELD_NUMBER: _ClassVar[int]
    BEGIN_OPERATION_FIELD_NUMBER: _ClassVar[int]
    COMPLETE_OPERATION_FIELD_NUMBER: _ClassVar[int]
    FAIL_OPERATION_FIELD_NUMBER: _ClassVar[int]
    RESOLVE_OPERATION_FIELD_NUMBER: _ClassVar[int]
    EXTEND_LEASE_FIELD_NUMBER: _ClassVar[int]
    TAKE_OVER_FIELD_NUMBER: _ClassVar[int]
    CREATE_TASK_FIELD_NUMBER: _ClassVar[int]
    ADVANCE_TASK_FIELD_NUMBER: _ClassVar[int]
    APPROVE_STEP_FIELD_NUMBER: _ClassVar[int]
    RECORD_EPISODES_FIELD_NUMBER: _ClassVar[int]
    ATTACH_OUTCOME_FIELD_NUMBER: _ClassVar[int]
    SET_RETENTION_FIELD_NUMBER: _ClassVar[int]
    STORE_MEMORY_FIELD_NUMBER: _ClassVar[int]
    STORE_MEMORIES_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDE_MEMORY_FIELD_NUMBER: _ClassVar[int]
    FORGET_MEMORY_FIELD_NUMBER: _ClassVar[int]
    PIN_MEMORY_FIELD_NUMBER: _ClassVar[int]
    ATTACH_VECTORS_FIELD_NUMBER: _ClassVar[int]
    PUT_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    PUT_SLOT_FIELD_NUMBER: _ClassVar[int]
    DELETE_SLOT_FIELD_NUMBER: _ClassVar[int]
    PUT_PROMPT_TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    SET_PROMPT_LABEL_FIELD_NUMBER: _ClassVar[int]
    DELETE_PROMPT_LABEL_FIELD_NUMBER: _ClassVar[int]
    PUT_GUARD_FIELD_NUMBER: _ClassVar[int]
    DELETE_GUARD_FIELD_NUMBER: _ClassVar[int]
    PUT_CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    APPEND_TURN_FIELD_NUMBER: _ClassVar[int]
    COMPACT_CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    SUBMIT_SUMMARY_FIELD_NUMBER: _ClassVar[int]
    DELETE_CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    PUT_COLLECTION_FIELD_NUMBER: _ClassVar[int]
    DELETE_COLLECTION_FIELD_NUMBER: _ClassVar[int]
    PUT_RECORD_FIELD_NUMBER: _ClassVar[int]
    DELETE_RECORD_FIELD_NUMBER: _ClassVar[int]
    OPEN_SESSION_FIELD_NUMBER: _ClassVar[int]
    RECORD_TRADE_FIELD_NUMBER: _ClassVar[int]
    SET_POSITION_FIELD_NUMBER: _ClassVar[int]
    MARK_POSITION_FIELD_NUMBER: _ClassVar[int]
    CLEAR_POSITION_FIELD_NUMBER: _ClassVar[int]
    PAUSE_SESSION_FIELD_NUMBER: _ClassVar[int]
    RESUME_SESSION_FIELD_NUMBER: _ClassVar[int]
    HALT_SESSION_FIELD_NUMBER: _ClassVar[int]
    RESET_HALT_FIELD_NUMBER: _ClassVar[int]
    CLOSE_SESSION_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_FIELD_NUMBER: _ClassVar[int]
    PUT_CONSUMER_FIELD_NUMBER: _ClassVar[int]
    DELETE_CONSUMER_FIELD_NUMBER: _ClassVar[int]
    ACK_SIGNALS_FIELD_NUMBER: _ClassVar[int]
    NACK_SIGNALS_FIELD_NUMBER: _ClassVar[int]
    REDRIVE_DEAD_LETTERS_FIELD_NUMBER: _ClassVar[int]
    PUT_ALERT_RULE_FIELD_NUMBER: _ClassVar[int]
    DELETE_ALERT_RULE_FIELD_NUMBER: _ClassVar[int]
    ADD_TO_COUNTER_FIELD_NUMBER: _ClassVar[int]
    RESET_COUNTER_FIELD_NUMBER: _ClassVar[int]
    RECORD_ACTION_FIELD_NUMBER: _ClassVar[int]
    PUT_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    DELETE_CREDENTIAL_FIELD_NUMBER: _ClassVar[int]
    put_state: _state_pb2.PutStateResponse
    patch_state: _state_pb2.PatchStateResponse
    delete_state: _state_pb2.DeleteStateResponse
    set_state_retention: _state_pb2.SetStateRetentionResponse
    register_schema: _state_pb2.RegisterSchemaResponse
    set_fields: _state_pb2.SetFieldsResponse
    increment_field: _state_pb2.IncrementFieldResponse
    post_transaction: _ledger_pb2.PostTransactionResponse
    snapshot_portfolio: _ledger_pb2.SnapshotPortfolioResponse
    configure_account: _ledger_pb2.ConfigureAccountResponse
    register_asset: _ledger_pb2.RegisterAssetResponse
    place_hold: _ledger_pb2.PlaceHoldResponse
    post_hold: _ledger_pb2.PostHoldResponse
    release_hold: _ledger_pb2.ReleaseHoldResponse
    begin_operation: BeginOperationResponse
    complete_operation: CompleteOperationResponse
    fail_operation: FailOperationResponse
    resolve_operation: ResolveOperationResponse
    extend_lease: ExtendLeaseResponse
    take_over: TakeOverResponse
    create_task: _tasks_pb2.CreateTaskResponse
    advance_task: _tasks_pb2.AdvanceTaskResponse
    approve_step: _tasks_pb2.ApproveStepResponse
    record_episodes: _episodic_pb2.RecordEpisodesResponse
    attach_outcome: _episodic_pb2.AttachOutcomeResponse
    set_retention: _episodic_pb2.SetRetentionResponse
    store_memory: _semantic_pb2.StoreMemoryResponse
    store_memories: _semantic_pb2.StoreMemoriesResponse
    supersede_memory: _semantic_pb2.SupersedeMemoryResponse
    forget_memory: _semantic_pb2.ForgetMemoryResponse
    pin_memory: _semantic_pb2.PinMemoryResponse
    attach_vectors: _semantic_pb2.AttachVectorsResponse
    put_namespace: _semantic_pb2.PutNamespaceResponse
    put_slot: _working_pb2.PutSlotResponse
    delete_slot: _working_pb2.DeleteSlotResponse
    put_prompt_template: _procedural_pb2.PutPromptTemplateResponse
    set_prompt_label: _procedural_pb2.SetPromptLabelResponse
    delete_prompt_label: _procedural_pb2.DeletePromptLabelResponse
    put_guard: _guards_pb2.PutGuardResponse
    delete_guard: _guards_pb2.DeleteGuardResponse
    put_conversation: _conversations_pb2.PutConversationResponse
    append_turn: _conversations_pb2.AppendTurnResponse
    compact_conversation: _conversations_pb2.CompactConversationResponse
    submit_summary: _conversations_pb2.SubmitSummaryResponse
    delete_conversation: _conversations_pb2.DeleteConversationResponse
    put_collection: _knowledge_pb2.PutCollectionResponse
    delete_collection: _knowledge_pb2.DeleteCollectionResponse
    put_record: _knowledge_pb2.PutRecordResponse
    delete_record: _knowledge_pb2.DeleteRecordResponse
    open_session: _sessions_pb2.OpenSessionResponse
    record_trade: _sessions_pb2.RecordTradeResponse
    set_position: _sessions_pb2.SetPositionResponse
    mark_position: _sessions_pb2.MarkPositionResponse
    clear_position: _sessions_pb2.ClearPositionResponse
    pause_session: _sessions_pb2.PauseSessionResponse
    resume_session: _sessions_pb2.ResumeSessionResponse
    halt_session: _sessions_pb2.HaltSessionResponse
    reset_halt: _sessions_pb2.ResetHaltResponse
    close_session: _sessions_pb2.CloseSessionResponse
    publish: _signals_pb2.PublishResponse
    put_consumer: _signals_pb2.PutConsumerResponse
    delete_consumer: _signals_pb2.DeleteConsumerResponse
    ack_signals: _signals_pb2.AckSignalsResponse
    nack_signals: _signals_pb2.NackSignalsResponse
    redrive_dead_letters: _signals_pb2.RedriveDeadLettersResponse
    put_alert_rule: _signals_pb2.PutAlertRuleResponse
    delete_alert_rule: _signals_pb2.DeleteAlertRuleResponse
    add_to_counter: _limits_pb2.AddToCounterResponse
    reset_counter: _limits_pb2.ResetCounterResponse
    record_action: _audit_pb2.RecordActionResponse
    put_credential: _vault_pb2.PutCredentialResponse
    delete_credential: _vault_pb2.DeleteCredentialResponse
    def __init__(self, put_state: _Optional[_Union[_state_pb2.PutStateResponse, _Mapping]] = ..., patch_state: _Optional[_Union[_state_pb2.PatchStateResponse, _Mapping]] = ..., delete_state: _Optional[_Union[_state_pb2.DeleteStateResponse, _Mapping]] = ..., set_state_retention: _Optional[_Union[_state_pb2.SetStateRetentionResponse, _Mapping]] = ..., register_schema: _Optional[_Union[_state_pb2.RegisterSchemaResponse, _Mapping]] = ..., set_fields: _Optional[_Union[_state_pb2.SetFieldsResponse, _Mapping]] = ..., increment_field: _Optional[_Union[_state_pb2.IncrementFieldResponse, _Mapping]] = ..., post_transaction: _Optional[_Union[_ledger_pb2.PostTransactionResponse, _Mapping]] = ..., snapshot_portfolio: _Optional[_Union[_ledger_pb2.SnapshotPortfolioResponse, _Mapping]] = ..., configure_account: _Optional[_Union[_ledger_pb2.ConfigureAccountResponse, _Mapping]] = ..., register_asset: _Optional[_Union[_ledger_pb2.RegisterAssetResponse, _Mapping]] = ..., place_hold: _Optional[_Union[_ledger_pb2.PlaceHoldResponse, _Mapping]] = ..., post_hold: _Optional[_Union[_ledger_pb2.PostHoldResponse, _Mapping]] = ..., release_hold: _Optional[_Union[_ledger_pb2.ReleaseHoldResponse, _Mapping]] = ..., begin_operation: _Optional[_Union[BeginOperationResponse, _Mapping]] = ..., complete_operation: _Optional[_Union[CompleteOperationResponse, _Mapping]] = ..., fail_operation: _Optional[_Union[FailOperationResponse, _Mapping]] = ..., resolve_operation: _Optional[_Union[ResolveOperationResponse, _Mapping]] = ..., extend_lease: _Optional[_Union[ExtendLeaseResponse, _Mapping]] = ..., take_over: _Optional[_Union[TakeOverResponse, _Mapping]] = ..., create_task: _Optional[_Union[_tasks_pb2.CreateTaskResponse, _Mapping]] = ..., advance_task: _Optional[_Union[_tasks_pb2.AdvanceTaskResponse, _Mapping]] = ..., approve_step: _Optional[_Union[_tasks_pb2.ApproveStepResponse, _Mapping]] = ..., record_episodes: _Optional[_Union[_episodic_pb2.RecordEpisodesResponse, _Mapping]] = ..., attach_outcome: _Optional[_Union[_episodic_pb2.AttachOutcomeResponse, _Mapping]] = ..., set_retention: _Optional[_Union[_episodic_pb2.SetRetentionResponse, _Mapping]] = ..., store_memory: _Optional[_Union[_semantic_pb2.StoreMemoryResponse, _Mapping]] = ..., store_memories: _Optional[_Union[_semantic_pb2.StoreMemoriesResponse, _Mapping]] = ..., supersede_memory: _Optional[_Union[_semantic_pb2.SupersedeMemoryResponse, _Mapping]] = ..., forget_memory: _Optional[_Union[_semantic_pb2.ForgetMemoryResponse, _Mapping]] = ..., pin_memory: _Optional[_Union[_semantic_pb2.PinMemoryResponse, _Mapping]] = ..., attach_vectors: _Optional[_Union[_semantic_pb2.AttachVectorsResponse, _Mapping]] = ..., put_namespace: _Optional[_Union[_semantic_pb2.PutNamespaceResponse, _Mapping]] = ..., put_slot: _Optional[_Union[_working_pb2.PutSlotResponse, _Mapping]] = ..., delete_slot: _Optional[_Union[_working_pb2.DeleteSlotResponse, _Mapping]] = ..., put_prompt_template: _Optional[_Union[_procedural_pb2.PutPromptTemplateResponse, _Mapping]] = ..., set_prompt_label: _Optional[_Union[_procedural_pb2.SetPromptLabelResponse, _Mapping]] = ..., delete_prompt_label: _Optional[_Union[_procedural_pb2.DeletePromptLabelResponse, _Mapping]] = ..., put_guard: _Optional[_Union[_guards_pb2.PutGuardResponse, _Mapping]] = ..., delete_guard: _Optional[_Union[_guards_pb2.DeleteGuardResponse, _Mapping]] = ..., put_conversation: _Optional[_Union[_conversations_pb2.PutConversationResponse, _Mapping]] = ..., append_turn: _Optional[_Union[_conversations_pb2.AppendTurnResponse, _Mapping]] = ..., compact_conversation: _Optional[_Union[_conversations_pb2.CompactConversationResponse, _Mapping]] = ..., submit_summary: _Optional[_Union[_conversations_pb2.SubmitSummaryResponse, _Mapping]] = ..., delete_conversation: _Optional[_Union[_conversations_pb2.DeleteConversationResponse, _Mapping]] = ..., put_collection: _Optional[_Union[_knowledge_pb2.PutCollectionResponse, _Mapping]] = ..., delete_collection: _Optional[_Union[_knowledge_pb2.DeleteCollectionResponse, _Mapping]] = ..., put_record: _Optional[_Union[_knowledge_pb2.PutRecordResponse, _Mapping]] = ..., delete_record: _Optional[_Union[_knowledge_pb2.DeleteRecordResponse, _Mapping]] = ..., open_session: _Optional[_Union[_sessions_pb2.OpenSessionResponse, _Mapping]] = ..., record_trade: _Optional[_Union[_sessions_pb2.RecordTradeResponse, _Mapping]] = ..., set_position: _Optional[_Union[_sessions_pb2.SetPositionResponse, _Mapping]] = ..., mark_position: _Optional[_Union[_sessions_pb2.MarkPositionResponse, _Mapping]] = ..., clear_position: _Optional[_Union[_sessions_pb2.ClearPositionResponse, _Mapping]] = ..., pause_session: _Optional[_Union[_sessions_pb2.PauseSessionResponse, _Mapping]] = ..., resume_session: _Optional[_Union[_sessions_pb2.ResumeSessionResponse, _Mapping]] = ..., halt_session: _Optional[_Union[_sessions_pb2.HaltSessionResponse, _Mapping]] = ..., reset_halt: _Optional[_Union[_sessions_pb2.ResetHaltResponse, _Mapping]] = ..., close_session: _Optional[_Union[_sessions_pb2.CloseSessionResponse, _Mapping]] = ..., publish: _Optional[_Union[_signals_pb2.PublishResponse, _Mapping]] = ..., put_consumer: _Optional[_Union[_signals_pb2.PutConsumerResponse, _Mapping]] = ..., delete_consumer: _Optional[_Union[_signals_pb2.DeleteConsumerResponse, _Mapping]] = ..., ack_signals: _Optional[_Union[_signals_pb2.AckSignalsResponse, _Mapping]] = ..., nack_signals: _Optional[_Union[_signals_pb2.NackSignalsResponse, _Mapping]] = ..., redrive_dead_letters: _Optional[_Union[_signals_pb2.RedriveDeadLettersResponse, _Mapping]] = ..., put_alert_rule: _Optional[_Union[_signals_pb2.PutAlertRuleResponse, _Mapping]] = ..., delete_alert_rule: _Optional[_Union[_signals_pb2.DeleteAlertRuleResponse, _Mapping]] = ..., add_to_counter: _Optional[_Union[_limits_pb2.AddToCounterResponse, _Mapping]] = ..., reset_counter: _Optional[_Union[_limits_pb2.ResetCounterResponse, _Mapping]] = ..., record_action: _Optional[_Union[_audit_pb2.RecordActionResponse, _Mapping]] = ..., put_credential: _Optional[_Union[_vault_pb2.PutCredentialResponse, _Mapping]] = ..., delete_credential: _Optional[_Union[_vault_pb2.DeleteCredentialResponse, _Mapping]] = ...) -> None: ...
