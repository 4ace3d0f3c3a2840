import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from holdfast.v1 import semantic_pb2 as _semantic_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SlotOutcome(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SLOT_OUTCOME_UNSPECIFIED: _ClassVar[SlotOutcome]
    SLOT_OUTCOME_INCLUDED: _ClassVar[SlotOutcome]
    SLOT_OUTCOME_TRUNCATED: _ClassVar[SlotOutcome]
    SLOT_OUTCOME_SKIPPED: _ClassVar[SlotOutcome]
SLOT_OUTCOME_UNSPECIFIED: SlotOutcome
SLOT_OUTCOME_INCLUDED: SlotOutcome
SLOT_OUTCOME_TRUNCATED: SlotOutcome
SLOT_OUTCOME_SKIPPED: SlotOutcome

class LivePortfolio(_message.Message):
    __slots__ = ("accounts",)
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    accounts: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, accounts: _Optional[_Iterable[str]] = ...) -> None: ...

class LiveTransactions(_message.Message):
    __slots__ = ("limit", "account")
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    limit: int
    account: str
    def __init__(self, limit: _Optional[int] = ..., account: _Optional[str] = ...) -> None: ...

class LiveEpisodes(_message.Message):
    __slots__ = ("type", "limit")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    type: str
    limit: int
    def __init__(self, type: _Optional[str] = ..., limit: _Optional[int] = ...) -> None: ...

class LiveConversation(_message.Message):
    __slots__ = ("conversation_id", "max_tokens")
    CONVERSATION_ID_FIELD_NUMBER: _ClassVar[int]
    MAX_TOKENS_FIELD_NUMBER: _ClassVar[int]
    conversation_id: str
    max_tokens: int
    def __init__(self, conversation_id: _Optional[str] = ..., max_tokens: _Optional[int] = ...) -> None: ...

class LiveRecall(_message.Message):
    __slots__ = ("query", "mode", "limit", "tags", "namespaces")
    QUERY_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    query: str
    mode: _semantic_pb2.RecallMode
    limit: int
    tags: _containers.RepeatedScalarFieldContainer[str]
    namespaces: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, query: _Optional[str] = ..., mode: _Optional[_Union[_semantic_pb2.RecallMode, str]] = ..., limit: _Optional[int] = ..., tags: _Optional[_Iterable[str]] = ..., namespaces: _Optional[_Iterable[str]] = ...) -> None: ...

class LiveTask(_message.Message):
    __slots__ = ("task_id",)
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    task_id: str
    def __init__(self, task_id: _Optional[str] = ...) -> None: ...

class LiveSource(_message.Message):
    __slots__ = ("portfolio", "transactions", "episodes", "conversation", "recall", "task")
    PORTFOLIO_FIELD_NUMBER: _ClassVar[int]
    TRANSACTIONS_FIELD_NUMBER: _ClassVar[int]
    EPISODES_FIELD_NUMBER: _ClassVar[int]
    CONVERSATION_FIELD_NUMBER: _ClassVar[int]
    RECALL_FIELD_NUMBER: _ClassVar[int]
    TASK_FIELD_NUMBER: _ClassVar[int]
    portfolio: LivePortfolio
    transactions: LiveTransactions
    episodes: LiveEpisodes
    conversation: LiveConversation
    recall: LiveRecall
    task: LiveTask
    def __init__(self, portfolio: _Optional[_Union[LivePortfolio, _Mapping]] = ..., transactions: _Optional[_Union[LiveTransactions, _Mapping]] = ..., episodes: _Optional[_Union[LiveEpisodes, _Mapping]] = ..., conversation: _Optional[_Union[LiveConversation, _Mapping]] = ..., recall: _Optional[_Union[LiveRecall, _Mapping]] = ..., task: _Optional[_Union[LiveTask, _Mapping]] = ...) -> None: ...

class Slot(_message.Message):
    __slots__ = ("key", "content", "live", "priority", "pinned", "expires_at", "tokens", "version", "updated_at")
    KEY_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    key: str
    content: str
    live: LiveSource
    priority: int
    pinned: bool
    expires_at: _timestamp_pb2.Timestamp
    tokens: int
    version: int
    updated_at: _timestamp_pb2.Timestamp
    def __init__(self, key: _Optional[str] = ..., content: _Optional[str] = ..., live: _Optional[_Union[LiveSource, _Mapping]] = ..., priority: _Optional[int] = ..., pinned: bool = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., tokens: _Optional[int] = ..., version: _Optional[int] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PutSlotRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "key", "content", "live", "priority", "pinned", "ttl", "expected_version")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    TTL_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    key: str
    content: str
    live: LiveSource
    priority: int
    pinned: bool
    ttl: _duration_pb2.Duration
    expected_version: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., key: _Optional[str] = ..., content: _Optional[str] = ..., live: _Optional[_Union[LiveSource, _Mapping]] = ..., priority: _Optional[int] = ..., pinned: bool = ..., ttl: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., expected_version: _Optional[int] = ...) -> None: ...

class PutSlotResponse(_message.Message):
    __slots__ = ("header", "version", "tokens")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    version: int
    tokens: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., version: _Optional[int] = ..., tokens: _Optional[int] = ...) -> None: ...

class DeleteSlotRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "key", "expected_version")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    key: str
    expected_version: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., key: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class DeleteSlotResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class GetSlotRequest(_message.Message):
    __slots__ = ("agent_id", "key", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    key: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., key: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class GetSlotResponse(_message.Message):
    __slots__ = ("header", "slot")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SLOT_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    slot: Slot
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., slot: _Optional[_Union[Slot, _Mapping]] = ...) -> None: ...

class ListSlotsRequest(_message.Message):
    __slots__ = ("agent_id", "page_size", "page_token", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    page_size: int
    page_token: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class ListSlotsResponse(_message.Message):
    __slots__ = ("header", "slots", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    slots: _containers.RepeatedCompositeFieldContainer[Slot]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., slots: _Optional[_Iterable[_Union[Slot, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class BuildContextRequest(_message.Message):
    __slots__ = ("agent_id", "max_tokens", "reserve_for_output", "model", "truncate_at_priority", "keys", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    MAX_TOKENS_FIELD_NUMBER: _ClassVar[int]
    RESERVE_FOR_OUTPUT_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    TRUNCATE_AT_PRIORITY_FIELD_NUMBER: _ClassVar[int]
    KEYS_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    max_tokens: int
    reserve_for_output: int
    model: str
    truncate_at_priority: int
    keys: _containers.RepeatedScalarFieldContainer[str]
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., max_tokens: _Optional[int] = ..., reserve_for_output: _Optional[int] = ..., model: _Optional[str] = ..., truncate_at_priority: _Optional[int] = ..., keys: _Optional[_Iterable[str]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class SlotReport(_message.Message):
    __slots__ = ("key", "outcome", "tokens", "wanted_tokens", "priority", "pinned", "live", "note")
    KEY_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    WANTED_TOKENS_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    key: str
    outcome: SlotOutcome
    tokens: int
    wanted_tokens: int
    priority: int
    pinned: bool
    live: bool
    note: str
    def __init__(self, key: _Optional[str] = ..., outcome: _Optional[_Union[SlotOutcome, str]] = ..., tokens: _Optional[int] = ..., wanted_tokens: _Optional[int] = ..., priority: _Optional[int] = ..., pinned: bool = ..., live: bool = ..., note: _Optional[str] = ...) -> None: ...

class BuildContextResponse(_message.Message):
    __slots__ = ("header", "text", "tokens", "budget", "percent_used", "slots", "estimate", "encoding")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    BUDGET_FIELD_NUMBER: _ClassVar[int]
    PERCENT_USED_FIELD_NUMBER: _ClassVar[int]
    SLOTS_FIELD_NUMBER: _ClassVar[int]
    ESTIMATE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    text: str
    tokens: int
    budget: int
    percent_used: float
    slots: _containers.RepeatedCompositeFieldContainer[SlotReport]
    estimate: bool
    encoding: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., text: _Optional[str] = ..., tokens: _Optional[int] = ..., budget: _Optional[int] = ..., percent_used: _Optional[float] = ..., slots: _Optional[_Iterable[_Union[SlotReport, _Mapping]]] = ..., estimate: bool = ..., encoding: _Optional[str] = ...) -> None: ...

class CountTokensRequest(_message.Message):
    __slots__ = ("text", "model")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    text: str
    model: str
    def __init__(self, text: _Optional[str] = ..., model: _Optional[str] = ...) -> None: ...

class CountTokensResponse(_message.Message):
    __slots__ = ("tokens", "estimate", "encoding")
    TOKENS_FIELD_NUMBER: _ClassVar[int]
    ESTIMATE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    tokens: int
    estimate: bool
    encoding: str
    def __init__(self, tokens: _Optional[int] = ..., estimate: bool = ..., encoding: _Optional[str] = ...) -> None: ...
