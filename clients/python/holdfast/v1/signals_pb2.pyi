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

class Signal(_message.Message):
    __slots__ = ("signal_id", "channel", "agent_id", "payload", "confidence", "source", "durable", "published_at", "revision")
    SIGNAL_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DURABLE_FIELD_NUMBER: _ClassVar[int]
    PUBLISHED_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    signal_id: str
    channel: str
    agent_id: str
    payload: _common_pb2.Document
    confidence: float
    source: str
    durable: bool
    published_at: _timestamp_pb2.Timestamp
    revision: int
    def __init__(self, signal_id: _Optional[str] = ..., channel: _Optional[str] = ..., agent_id: _Optional[str] = ..., payload: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., confidence: _Optional[float] = ..., source: _Optional[str] = ..., durable: bool = ..., published_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class PublishRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "channel", "payload", "confidence", "source", "durable")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DURABLE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    channel: str
    payload: _common_pb2.Document
    confidence: float
    source: str
    durable: bool
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., channel: _Optional[str] = ..., payload: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., confidence: _Optional[float] = ..., source: _Optional[str] = ..., durable: bool = ...) -> None: ...

class PublishResponse(_message.Message):
    __slots__ = ("header", "signal_id", "subscribers")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_ID_FIELD_NUMBER: _ClassVar[int]
    SUBSCRIBERS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    signal_id: str
    subscribers: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., signal_id: _Optional[str] = ..., subscribers: _Optional[int] = ...) -> None: ...

class SubscribeRequest(_message.Message):
    __slots__ = ("agent_id", "patterns", "from_revision", "min_confidence", "encoding", "history")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    PATTERNS_FIELD_NUMBER: _ClassVar[int]
    FROM_REVISION_FIELD_NUMBER: _ClassVar[int]
    MIN_CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    patterns: _containers.RepeatedScalarFieldContainer[str]
    from_revision: int
    min_confidence: float
    encoding: _common_pb2.DocumentEncoding
    history: str
    def __init__(self, agent_id: _Optional[str] = ..., patterns: _Optional[_Iterable[str]] = ..., from_revision: _Optional[int] = ..., min_confidence: _Optional[float] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., history: _Optional[str] = ...) -> None: ...

class SubscribeResponse(_message.Message):
    __slots__ = ("signal", "revision", "live", "history")
    SIGNAL_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    signal: Signal
    revision: int
    live: bool
    history: str
    def __init__(self, signal: _Optional[_Union[Signal, _Mapping]] = ..., revision: _Optional[int] = ..., live: bool = ..., history: _Optional[str] = ...) -> None: ...

class ListSignalsRequest(_message.Message):
    __slots__ = ("agent_id", "patterns", "since", "until", "min_confidence", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    PATTERNS_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    MIN_CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    patterns: _containers.RepeatedScalarFieldContainer[str]
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    min_confidence: float
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., patterns: _Optional[_Iterable[str]] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., min_confidence: _Optional[float] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListSignalsResponse(_message.Message):
    __slots__ = ("header", "signals", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SIGNALS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    signals: _containers.RepeatedCompositeFieldContainer[Signal]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., signals: _Optional[_Iterable[_Union[Signal, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Consumer(_message.Message):
    __slots__ = ("name", "patterns", "min_confidence", "ack_timeout", "max_deliveries", "waiting", "pending", "dead", "cursor_revision", "revision", "waiting_is_partial")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PATTERNS_FIELD_NUMBER: _ClassVar[int]
    MIN_CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    ACK_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    MAX_DELIVERIES_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    PENDING_FIELD_NUMBER: _ClassVar[int]
    DEAD_FIELD_NUMBER: _ClassVar[int]
    CURSOR_REVISION_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    WAITING_IS_PARTIAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    patterns: _containers.RepeatedScalarFieldContainer[str]
    min_confidence: float
    ack_timeout: _duration_pb2.Duration
    max_deliveries: int
    waiting: int
    pending: int
    dead: int
    cursor_revision: int
    revision: int
    waiting_is_partial: bool
    def __init__(self, name: _Optional[str] = ..., patterns: _Optional[_Iterable[str]] = ..., min_confidence: _Optional[float] = ..., ack_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., max_deliveries: _Optional[int] = ..., waiting: _Optional[int] = ..., pending: _Optional[int] = ..., dead: _Optional[int] = ..., cursor_revision: _Optional[int] = ..., revision: _Optional[int] = ..., waiting_is_partial: bool = ...) -> None: ...

class PutConsumerRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "patterns", "min_confidence", "ack_timeout", "max_deliveries", "from_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    PATTERNS_FIELD_NUMBER: _ClassVar[int]
    MIN_CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    ACK_TIMEOUT_FIELD_NUMBER: _ClassVar[int]
    MAX_DELIVERIES_FIELD_NUMBER: _ClassVar[int]
    FROM_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    patterns: _containers.RepeatedScalarFieldContainer[str]
    min_confidence: float
    ack_timeout: _duration_pb2.Duration
    max_deliveries: int
    from_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., patterns: _Optional[_Iterable[str]] = ..., min_confidence: _Optional[float] = ..., ack_timeout: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., max_deliveries: _Optional[int] = ..., from_revision: _Optional[int] = ...) -> None: ...

class PutConsumerResponse(_message.Message):
    __slots__ = ("header", "consumer", "created")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    CONSUMER_FIELD_NUMBER: _ClassVar[int]
    CREATED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    consumer: Consumer
    created: bool
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., consumer: _Optional[_Union[Consumer, _Mapping]] = ..., created: bool = ...) -> None: ...

class DeleteConsumerRequest(_message.Message):
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

class DeleteConsumerResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class ListConsumersRequest(_message.Message):
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

class ListConsumersResponse(_message.Message):
    __slots__ = ("header", "consumers", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    CONSUMERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    consumers: _containers.RepeatedCompositeFieldContainer[Consumer]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., consumers: _Optional[_Iterable[_Union[Consumer, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ConsumeRequest(_message.Message):
    __slots__ = ("agent_id", "name", "max_in_flight", "encoding", "epoch")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    MAX_IN_FLIGHT_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    name: str
    max_in_flight: int
    encoding: _common_pb2.DocumentEncoding
    epoch: int
    def __init__(self, agent_id: _Optional[str] = ..., name: _Optional[str] = ..., max_in_flight: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., epoch: _Optional[int] = ...) -> None: ...

class ConsumeResponse(_message.Message):
    __slots__ = ("signal", "delivery", "ack_by")
    SIGNAL_FIELD_NUMBER: _ClassVar[int]
    DELIVERY_FIELD_NUMBER: _ClassVar[int]
    ACK_BY_FIELD_NUMBER: _ClassVar[int]
    signal: Signal
    delivery: int
    ack_by: _timestamp_pb2.Timestamp
    def __init__(self, signal: _Optional[_Union[Signal, _Mapping]] = ..., delivery: _Optional[int] = ..., ack_by: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AckSignalsRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "signal_ids")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_IDS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    signal_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., signal_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class AckSignalsResponse(_message.Message):
    __slots__ = ("header", "acknowledged")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    ACKNOWLEDGED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    acknowledged: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., acknowledged: _Optional[int] = ...) -> None: ...

class NackSignalsRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "signal_ids", "delay")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_IDS_FIELD_NUMBER: _ClassVar[int]
    DELAY_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    signal_ids: _containers.RepeatedScalarFieldContainer[str]
    delay: _duration_pb2.Duration
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., signal_ids: _Optional[_Iterable[str]] = ..., delay: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class NackSignalsResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class ListDeadLettersRequest(_message.Message):
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

class ListDeadLettersResponse(_message.Message):
    __slots__ = ("header", "signals", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SIGNALS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    signals: _containers.RepeatedCompositeFieldContainer[Signal]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., signals: _Optional[_Iterable[_Union[Signal, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class RedriveDeadLettersRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "signal_ids")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SIGNAL_IDS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    signal_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., signal_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class RedriveDeadLettersResponse(_message.Message):
    __slots__ = ("header", "redriven")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    REDRIVEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    redriven: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., redriven: _Optional[int] = ...) -> None: ...

class AlertRule(_message.Message):
    __slots__ = ("name", "balance_below", "drawdown_near", "fired", "revision")
    class BalanceBelow(_message.Message):
        __slots__ = ("account", "asset", "amount")
        ACCOUNT_FIELD_NUMBER: _ClassVar[int]
        ASSET_FIELD_NUMBER: _ClassVar[int]
        AMOUNT_FIELD_NUMBER: _ClassVar[int]
        account: str
        asset: str
        amount: str
        def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...
    class DrawdownNear(_message.Message):
        __slots__ = ("fraction_of_limit",)
        FRACTION_OF_LIMIT_FIELD_NUMBER: _ClassVar[int]
        fraction_of_limit: str
        def __init__(self, fraction_of_limit: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    BALANCE_BELOW_FIELD_NUMBER: _ClassVar[int]
    DRAWDOWN_NEAR_FIELD_NUMBER: _ClassVar[int]
    FIRED_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    balance_below: AlertRule.BalanceBelow
    drawdown_near: AlertRule.DrawdownNear
    fired: bool
    revision: int
    def __init__(self, name: _Optional[str] = ..., balance_below: _Optional[_Union[AlertRule.BalanceBelow, _Mapping]] = ..., drawdown_near: _Optional[_Union[AlertRule.DrawdownNear, _Mapping]] = ..., fired: bool = ..., revision: _Optional[int] = ...) -> None: ...

class PutAlertRuleRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "rule")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    rule: AlertRule
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., rule: _Optional[_Union[AlertRule, _Mapping]] = ...) -> None: ...

class PutAlertRuleResponse(_message.Message):
    __slots__ = ("header", "rule")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    rule: AlertRule
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., rule: _Optional[_Union[AlertRule, _Mapping]] = ...) -> None: ...

class DeleteAlertRuleRequest(_message.Message):
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

class DeleteAlertRuleResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class ListAlertRulesRequest(_message.Message):
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

class ListAlertRulesResponse(_message.Message):
    __slots__ = ("header", "rules", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    rules: _containers.RepeatedCompositeFieldContainer[AlertRule]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., rules: _Optional[_Iterable[_Union[AlertRule, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
