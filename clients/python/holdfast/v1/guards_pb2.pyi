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

class GuardMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GUARD_MODE_UNSPECIFIED: _ClassVar[GuardMode]
    GUARD_MODE_ENFORCE: _ClassVar[GuardMode]
    GUARD_MODE_WARN: _ClassVar[GuardMode]
    GUARD_MODE_SHADOW: _ClassVar[GuardMode]
GUARD_MODE_UNSPECIFIED: GuardMode
GUARD_MODE_ENFORCE: GuardMode
GUARD_MODE_WARN: GuardMode
GUARD_MODE_SHADOW: GuardMode

class GuardScope(_message.Message):
    __slots__ = ("actions", "operations", "markets")
    ACTIONS_FIELD_NUMBER: _ClassVar[int]
    OPERATIONS_FIELD_NUMBER: _ClassVar[int]
    MARKETS_FIELD_NUMBER: _ClassVar[int]
    actions: _containers.RepeatedScalarFieldContainer[str]
    operations: _containers.RepeatedScalarFieldContainer[str]
    markets: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, actions: _Optional[_Iterable[str]] = ..., operations: _Optional[_Iterable[str]] = ..., markets: _Optional[_Iterable[str]] = ...) -> None: ...

class GuardRule(_message.Message):
    __slots__ = ("max_amount", "max_daily_loss", "max_drawdown", "max_position", "allow", "deny", "max_count", "cooldown", "trading_hours", "min_balance", "stop_loss")
    class MaxAmount(_message.Message):
        __slots__ = ("asset", "amount")
        ASSET_FIELD_NUMBER: _ClassVar[int]
        AMOUNT_FIELD_NUMBER: _ClassVar[int]
        asset: str
        amount: str
        def __init__(self, asset: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...
    class MaxDailyLoss(_message.Message):
        __slots__ = ("amount",)
        AMOUNT_FIELD_NUMBER: _ClassVar[int]
        amount: str
        def __init__(self, amount: _Optional[str] = ...) -> None: ...
    class MaxDrawdown(_message.Message):
        __slots__ = ("fraction", "from_peak")
        FRACTION_FIELD_NUMBER: _ClassVar[int]
        FROM_PEAK_FIELD_NUMBER: _ClassVar[int]
        fraction: str
        from_peak: bool
        def __init__(self, fraction: _Optional[str] = ..., from_peak: bool = ...) -> None: ...
    class MaxPosition(_message.Message):
        __slots__ = ("quantity",)
        QUANTITY_FIELD_NUMBER: _ClassVar[int]
        quantity: str
        def __init__(self, quantity: _Optional[str] = ...) -> None: ...
    class ValueList(_message.Message):
        __slots__ = ("field", "values")
        FIELD_FIELD_NUMBER: _ClassVar[int]
        VALUES_FIELD_NUMBER: _ClassVar[int]
        field: str
        values: _containers.RepeatedScalarFieldContainer[str]
        def __init__(self, field: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ...) -> None: ...
    class MaxCount(_message.Message):
        __slots__ = ("count", "window")
        COUNT_FIELD_NUMBER: _ClassVar[int]
        WINDOW_FIELD_NUMBER: _ClassVar[int]
        count: int
        window: _duration_pb2.Duration
        def __init__(self, count: _Optional[int] = ..., window: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
    class Cooldown(_message.Message):
        __slots__ = ("losses", "duration")
        LOSSES_FIELD_NUMBER: _ClassVar[int]
        DURATION_FIELD_NUMBER: _ClassVar[int]
        losses: int
        duration: _duration_pb2.Duration
        def __init__(self, losses: _Optional[int] = ..., duration: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...
    class TradingHours(_message.Message):
        __slots__ = ("days", "until", "time_zone")
        DAYS_FIELD_NUMBER: _ClassVar[int]
        FROM_FIELD_NUMBER: _ClassVar[int]
        UNTIL_FIELD_NUMBER: _ClassVar[int]
        TIME_ZONE_FIELD_NUMBER: _ClassVar[int]
        days: _containers.RepeatedScalarFieldContainer[int]
        until: str
        time_zone: str
        def __init__(self, days: _Optional[_Iterable[int]] = ..., until: _Optional[str] = ..., time_zone: _Optional[str] = ..., **kwargs) -> None: ...
    class MinBalance(_message.Message):
        __slots__ = ("account", "asset", "amount")
        ACCOUNT_FIELD_NUMBER: _ClassVar[int]
        ASSET_FIELD_NUMBER: _ClassVar[int]
        AMOUNT_FIELD_NUMBER: _ClassVar[int]
        account: str
        asset: str
        amount: str
        def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...
    class StopLoss(_message.Message):
        __slots__ = ("fraction", "amount")
        FRACTION_FIELD_NUMBER: _ClassVar[int]
        AMOUNT_FIELD_NUMBER: _ClassVar[int]
        fraction: str
        amount: str
        def __init__(self, fraction: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...
    MAX_AMOUNT_FIELD_NUMBER: _ClassVar[int]
    MAX_DAILY_LOSS_FIELD_NUMBER: _ClassVar[int]
    MAX_DRAWDOWN_FIELD_NUMBER: _ClassVar[int]
    MAX_POSITION_FIELD_NUMBER: _ClassVar[int]
    ALLOW_FIELD_NUMBER: _ClassVar[int]
    DENY_FIELD_NUMBER: _ClassVar[int]
    MAX_COUNT_FIELD_NUMBER: _ClassVar[int]
    COOLDOWN_FIELD_NUMBER: _ClassVar[int]
    TRADING_HOURS_FIELD_NUMBER: _ClassVar[int]
    MIN_BALANCE_FIELD_NUMBER: _ClassVar[int]
    STOP_LOSS_FIELD_NUMBER: _ClassVar[int]
    max_amount: GuardRule.MaxAmount
    max_daily_loss: GuardRule.MaxDailyLoss
    max_drawdown: GuardRule.MaxDrawdown
    max_position: GuardRule.MaxPosition
    allow: GuardRule.ValueList
    deny: GuardRule.ValueList
    max_count: GuardRule.MaxCount
    cooldown: GuardRule.Cooldown
    trading_hours: GuardRule.TradingHours
    min_balance: GuardRule.MinBalance
    stop_loss: GuardRule.StopLoss
    def __init__(self, max_amount: _Optional[_Union[GuardRule.MaxAmount, _Mapping]] = ..., max_daily_loss: _Optional[_Union[GuardRule.MaxDailyLoss, _Mapping]] = ..., max_drawdown: _Optional[_Union[GuardRule.MaxDrawdown, _Mapping]] = ..., max_position: _Optional[_Union[GuardRule.MaxPosition, _Mapping]] = ..., allow: _Optional[_Union[GuardRule.ValueList, _Mapping]] = ..., deny: _Optional[_Union[GuardRule.ValueList, _Mapping]] = ..., max_count: _Optional[_Union[GuardRule.MaxCount, _Mapping]] = ..., cooldown: _Optional[_Union[GuardRule.Cooldown, _Mapping]] = ..., trading_hours: _Optional[_Union[GuardRule.TradingHours, _Mapping]] = ..., min_balance: _Optional[_Union[GuardRule.MinBalance, _Mapping]] = ..., stop_loss: _Optional[_Union[GuardRule.StopLoss, _Mapping]] = ...) -> None: ...

class Guard(_message.Message):
    __slots__ = ("name", "agent_id", "mode", "scope", "rule", "description", "version", "changed_at", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CHANGED_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    agent_id: str
    mode: GuardMode
    scope: GuardScope
    rule: GuardRule
    description: str
    version: int
    changed_at: _timestamp_pb2.Timestamp
    revision: int
    def __init__(self, name: _Optional[str] = ..., agent_id: _Optional[str] = ..., mode: _Optional[_Union[GuardMode, str]] = ..., scope: _Optional[_Union[GuardScope, _Mapping]] = ..., rule: _Optional[_Union[GuardRule, _Mapping]] = ..., description: _Optional[str] = ..., version: _Optional[int] = ..., changed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class GuardVerdict(_message.Message):
    __slots__ = ("guard", "kind", "mode", "passed", "applicable", "limit", "actual", "message", "version", "retry_at")
    GUARD_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    PASSED_FIELD_NUMBER: _ClassVar[int]
    APPLICABLE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    ACTUAL_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RETRY_AT_FIELD_NUMBER: _ClassVar[int]
    guard: str
    kind: str
    mode: GuardMode
    passed: bool
    applicable: bool
    limit: str
    actual: str
    message: str
    version: int
    retry_at: _timestamp_pb2.Timestamp
    def __init__(self, guard: _Optional[str] = ..., kind: _Optional[str] = ..., mode: _Optional[_Union[GuardMode, str]] = ..., passed: bool = ..., applicable: bool = ..., limit: _Optional[str] = ..., actual: _Optional[str] = ..., message: _Optional[str] = ..., version: _Optional[int] = ..., retry_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class OperationRisk(_message.Message):
    __slots__ = ("market", "side", "quantity", "price", "asset", "amount", "reduce_only")
    MARKET_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REDUCE_ONLY_FIELD_NUMBER: _ClassVar[int]
    market: str
    side: str
    quantity: str
    price: str
    asset: str
    amount: str
    reduce_only: bool
    def __init__(self, market: _Optional[str] = ..., side: _Optional[str] = ..., quantity: _Optional[str] = ..., price: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ..., reduce_only: bool = ...) -> None: ...

class PutGuardRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "mode", "scope", "rule", "description", "expected_version")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    SCOPE_FIELD_NUMBER: _ClassVar[int]
    RULE_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    mode: GuardMode
    scope: GuardScope
    rule: GuardRule
    description: str
    expected_version: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., mode: _Optional[_Union[GuardMode, str]] = ..., scope: _Optional[_Union[GuardScope, _Mapping]] = ..., rule: _Optional[_Union[GuardRule, _Mapping]] = ..., description: _Optional[str] = ..., expected_version: _Optional[int] = ...) -> None: ...

class PutGuardResponse(_message.Message):
    __slots__ = ("header", "guard")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    GUARD_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    guard: Guard
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., guard: _Optional[_Union[Guard, _Mapping]] = ...) -> None: ...

class DeleteGuardRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "expected_version", "reason")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_VERSION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    expected_version: int
    reason: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., expected_version: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class DeleteGuardResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class ListGuardsRequest(_message.Message):
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

class ListGuardsResponse(_message.Message):
    __slots__ = ("header", "guards", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    GUARDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    guards: _containers.RepeatedCompositeFieldContainer[Guard]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., guards: _Optional[_Iterable[_Union[Guard, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class EvaluateGuardsRequest(_message.Message):
    __slots__ = ("agent_id", "action", "operation", "venue", "risk", "pnl", "account", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    ACTION_FIELD_NUMBER: _ClassVar[int]
    OPERATION_FIELD_NUMBER: _ClassVar[int]
    VENUE_FIELD_NUMBER: _ClassVar[int]
    RISK_FIELD_NUMBER: _ClassVar[int]
    PNL_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    action: str
    operation: str
    venue: str
    risk: OperationRisk
    pnl: str
    account: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., action: _Optional[str] = ..., operation: _Optional[str] = ..., venue: _Optional[str] = ..., risk: _Optional[_Union[OperationRisk, _Mapping]] = ..., pnl: _Optional[str] = ..., account: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class EvaluateGuardsResponse(_message.Message):
    __slots__ = ("header", "allowed", "verdicts")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    ALLOWED_FIELD_NUMBER: _ClassVar[int]
    VERDICTS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    allowed: bool
    verdicts: _containers.RepeatedCompositeFieldContainer[GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., allowed: bool = ..., verdicts: _Optional[_Iterable[_Union[GuardVerdict, _Mapping]]] = ...) -> None: ...
