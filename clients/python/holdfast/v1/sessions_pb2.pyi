import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from holdfast.v1 import guards_pb2 as _guards_pb2
from holdfast.v1 import ledger_pb2 as _ledger_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SessionState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SESSION_STATE_UNSPECIFIED: _ClassVar[SessionState]
    SESSION_STATE_ACTIVE: _ClassVar[SessionState]
    SESSION_STATE_REDUCING: _ClassVar[SessionState]
    SESSION_STATE_PAUSED: _ClassVar[SessionState]
    SESSION_STATE_HALTED: _ClassVar[SessionState]
    SESSION_STATE_LOST: _ClassVar[SessionState]
    SESSION_STATE_CLOSED: _ClassVar[SessionState]
    SESSION_STATE_EXPIRED: _ClassVar[SessionState]

class TradeSide(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TRADE_SIDE_UNSPECIFIED: _ClassVar[TradeSide]
    TRADE_SIDE_BUY: _ClassVar[TradeSide]
    TRADE_SIDE_SELL: _ClassVar[TradeSide]
SESSION_STATE_UNSPECIFIED: SessionState
SESSION_STATE_ACTIVE: SessionState
SESSION_STATE_REDUCING: SessionState
SESSION_STATE_PAUSED: SessionState
SESSION_STATE_HALTED: SessionState
SESSION_STATE_LOST: SessionState
SESSION_STATE_CLOSED: SessionState
SESSION_STATE_EXPIRED: SessionState
TRADE_SIDE_UNSPECIFIED: TradeSide
TRADE_SIDE_BUY: TradeSide
TRADE_SIDE_SELL: TradeSide

class Session(_message.Message):
    __slots__ = ("session_id", "agent_id", "state", "reason", "epoch", "asset", "account", "start_capital", "current_capital", "peak_capital", "total_pnl", "total_fees", "daily_pnl", "drawdown_from_start", "drawdown_from_peak", "max_drawdown", "max_drawdown_from_peak", "max_daily_loss", "trades", "wins", "losses", "consecutive_losses", "opened_at", "closes_at", "ended_at", "heartbeat_interval", "last_heartbeat_at", "parameters", "revision")
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    START_CAPITAL_FIELD_NUMBER: _ClassVar[int]
    CURRENT_CAPITAL_FIELD_NUMBER: _ClassVar[int]
    PEAK_CAPITAL_FIELD_NUMBER: _ClassVar[int]
    TOTAL_PNL_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FEES_FIELD_NUMBER: _ClassVar[int]
    DAILY_PNL_FIELD_NUMBER: _ClassVar[int]
    DRAWDOWN_FROM_START_FIELD_NUMBER: _ClassVar[int]
    DRAWDOWN_FROM_PEAK_FIELD_NUMBER: _ClassVar[int]
    MAX_DRAWDOWN_FIELD_NUMBER: _ClassVar[int]
    MAX_DRAWDOWN_FROM_PEAK_FIELD_NUMBER: _ClassVar[int]
    MAX_DAILY_LOSS_FIELD_NUMBER: _ClassVar[int]
    TRADES_FIELD_NUMBER: _ClassVar[int]
    WINS_FIELD_NUMBER: _ClassVar[int]
    LOSSES_FIELD_NUMBER: _ClassVar[int]
    CONSECUTIVE_LOSSES_FIELD_NUMBER: _ClassVar[int]
    OPENED_AT_FIELD_NUMBER: _ClassVar[int]
    CLOSES_AT_FIELD_NUMBER: _ClassVar[int]
    ENDED_AT_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    LAST_HEARTBEAT_AT_FIELD_NUMBER: _ClassVar[int]
    PARAMETERS_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    session_id: str
    agent_id: str
    state: SessionState
    reason: str
    epoch: int
    asset: str
    account: str
    start_capital: str
    current_capital: str
    peak_capital: str
    total_pnl: str
    total_fees: str
    daily_pnl: str
    drawdown_from_start: str
    drawdown_from_peak: str
    max_drawdown: str
    max_drawdown_from_peak: str
    max_daily_loss: str
    trades: int
    wins: int
    losses: int
    consecutive_losses: int
    opened_at: _timestamp_pb2.Timestamp
    closes_at: _timestamp_pb2.Timestamp
    ended_at: _timestamp_pb2.Timestamp
    heartbeat_interval: _duration_pb2.Duration
    last_heartbeat_at: _timestamp_pb2.Timestamp
    parameters: _common_pb2.Document
    revision: int
    def __init__(self, session_id: _Optional[str] = ..., agent_id: _Optional[str] = ..., state: _Optional[_Union[SessionState, str]] = ..., reason: _Optional[str] = ..., epoch: _Optional[int] = ..., asset: _Optional[str] = ..., account: _Optional[str] = ..., start_capital: _Optional[str] = ..., current_capital: _Optional[str] = ..., peak_capital: _Optional[str] = ..., total_pnl: _Optional[str] = ..., total_fees: _Optional[str] = ..., daily_pnl: _Optional[str] = ..., drawdown_from_start: _Optional[str] = ..., drawdown_from_peak: _Optional[str] = ..., max_drawdown: _Optional[str] = ..., max_drawdown_from_peak: _Optional[str] = ..., max_daily_loss: _Optional[str] = ..., trades: _Optional[int] = ..., wins: _Optional[int] = ..., losses: _Optional[int] = ..., consecutive_losses: _Optional[int] = ..., opened_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., closes_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ended_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., heartbeat_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., last_heartbeat_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., parameters: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class Position(_message.Message):
    __slots__ = ("market", "quantity", "cost", "average_price", "mark_price", "unrealized_pnl", "opened_at", "updated_at", "revision")
    MARKET_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    AVERAGE_PRICE_FIELD_NUMBER: _ClassVar[int]
    MARK_PRICE_FIELD_NUMBER: _ClassVar[int]
    UNREALIZED_PNL_FIELD_NUMBER: _ClassVar[int]
    OPENED_AT_FIELD_NUMBER: _ClassVar[int]
    UPDATED_AT_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    market: str
    quantity: str
    cost: str
    average_price: str
    mark_price: str
    unrealized_pnl: str
    opened_at: _timestamp_pb2.Timestamp
    updated_at: _timestamp_pb2.Timestamp
    revision: int
    def __init__(self, market: _Optional[str] = ..., quantity: _Optional[str] = ..., cost: _Optional[str] = ..., average_price: _Optional[str] = ..., mark_price: _Optional[str] = ..., unrealized_pnl: _Optional[str] = ..., opened_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., updated_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class Trade(_message.Message):
    __slots__ = ("venue", "trade_id", "session_id", "market", "side", "quantity", "price", "pnl", "fee", "transaction_id", "recorded_at", "occurred_at", "metadata", "revision", "executed")
    VENUE_FIELD_NUMBER: _ClassVar[int]
    TRADE_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    PNL_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_ID_FIELD_NUMBER: _ClassVar[int]
    RECORDED_AT_FIELD_NUMBER: _ClassVar[int]
    OCCURRED_AT_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    EXECUTED_FIELD_NUMBER: _ClassVar[int]
    venue: str
    trade_id: str
    session_id: str
    market: str
    side: TradeSide
    quantity: str
    price: str
    pnl: str
    fee: str
    transaction_id: str
    recorded_at: _timestamp_pb2.Timestamp
    occurred_at: _timestamp_pb2.Timestamp
    metadata: _common_pb2.Document
    revision: int
    executed: bool
    def __init__(self, venue: _Optional[str] = ..., trade_id: _Optional[str] = ..., session_id: _Optional[str] = ..., market: _Optional[str] = ..., side: _Optional[_Union[TradeSide, str]] = ..., quantity: _Optional[str] = ..., price: _Optional[str] = ..., pnl: _Optional[str] = ..., fee: _Optional[str] = ..., transaction_id: _Optional[str] = ..., recorded_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., occurred_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., revision: _Optional[int] = ..., executed: bool = ...) -> None: ...

class OpenSessionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "asset", "start_capital", "account", "max_drawdown", "max_drawdown_from_peak", "max_daily_loss", "closes_at", "ttl", "heartbeat_interval", "parameters", "take_over", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    START_CAPITAL_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    MAX_DRAWDOWN_FIELD_NUMBER: _ClassVar[int]
    MAX_DRAWDOWN_FROM_PEAK_FIELD_NUMBER: _ClassVar[int]
    MAX_DAILY_LOSS_FIELD_NUMBER: _ClassVar[int]
    CLOSES_AT_FIELD_NUMBER: _ClassVar[int]
    TTL_FIELD_NUMBER: _ClassVar[int]
    HEARTBEAT_INTERVAL_FIELD_NUMBER: _ClassVar[int]
    PARAMETERS_FIELD_NUMBER: _ClassVar[int]
    TAKE_OVER_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    asset: str
    start_capital: str
    account: str
    max_drawdown: str
    max_drawdown_from_peak: str
    max_daily_loss: str
    closes_at: _timestamp_pb2.Timestamp
    ttl: _duration_pb2.Duration
    heartbeat_interval: _duration_pb2.Duration
    parameters: _common_pb2.Document
    take_over: bool
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., asset: _Optional[str] = ..., start_capital: _Optional[str] = ..., account: _Optional[str] = ..., max_drawdown: _Optional[str] = ..., max_drawdown_from_peak: _Optional[str] = ..., max_daily_loss: _Optional[str] = ..., closes_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., ttl: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., heartbeat_interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., parameters: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., take_over: bool = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class OpenSessionResponse(_message.Message):
    __slots__ = ("header", "session", "opened", "epoch")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    OPENED_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    session: Session
    opened: bool
    epoch: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., opened: bool = ..., epoch: _Optional[int] = ...) -> None: ...

class HeartbeatRequest(_message.Message):
    __slots__ = ("agent_id", "session_id", "epoch")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    session_id: str
    epoch: int
    def __init__(self, agent_id: _Optional[str] = ..., session_id: _Optional[str] = ..., epoch: _Optional[int] = ...) -> None: ...

class HeartbeatResponse(_message.Message):
    __slots__ = ("state", "due_at")
    STATE_FIELD_NUMBER: _ClassVar[int]
    DUE_AT_FIELD_NUMBER: _ClassVar[int]
    state: SessionState
    due_at: _timestamp_pb2.Timestamp
    def __init__(self, state: _Optional[_Union[SessionState, str]] = ..., due_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class RecordTradeRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "session_id", "venue", "trade_id", "market", "side", "quantity", "price", "pnl", "fee", "postings", "occurred_at", "metadata", "executed", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    VENUE_FIELD_NUMBER: _ClassVar[int]
    TRADE_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    PNL_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    POSTINGS_FIELD_NUMBER: _ClassVar[int]
    OCCURRED_AT_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    EXECUTED_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    session_id: str
    venue: str
    trade_id: str
    market: str
    side: TradeSide
    quantity: str
    price: str
    pnl: str
    fee: str
    postings: _containers.RepeatedCompositeFieldContainer[_ledger_pb2.Posting]
    occurred_at: _timestamp_pb2.Timestamp
    metadata: _common_pb2.Document
    executed: bool
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., session_id: _Optional[str] = ..., venue: _Optional[str] = ..., trade_id: _Optional[str] = ..., market: _Optional[str] = ..., side: _Optional[_Union[TradeSide, str]] = ..., quantity: _Optional[str] = ..., price: _Optional[str] = ..., pnl: _Optional[str] = ..., fee: _Optional[str] = ..., postings: _Optional[_Iterable[_Union[_ledger_pb2.Posting, _Mapping]]] = ..., occurred_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., executed: bool = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class RecordTradeResponse(_message.Message):
    __slots__ = ("header", "trade", "duplicate", "session", "position", "halted", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRADE_FIELD_NUMBER: _ClassVar[int]
    DUPLICATE_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    HALTED_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    trade: Trade
    duplicate: bool
    session: Session
    position: Position
    halted: bool
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., trade: _Optional[_Union[Trade, _Mapping]] = ..., duplicate: bool = ..., session: _Optional[_Union[Session, _Mapping]] = ..., position: _Optional[_Union[Position, _Mapping]] = ..., halted: bool = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class GetTradeRequest(_message.Message):
    __slots__ = ("agent_id", "venue", "trade_id", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    VENUE_FIELD_NUMBER: _ClassVar[int]
    TRADE_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    venue: str
    trade_id: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., venue: _Optional[str] = ..., trade_id: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class GetTradeResponse(_message.Message):
    __slots__ = ("header", "trade")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRADE_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    trade: Trade
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., trade: _Optional[_Union[Trade, _Mapping]] = ...) -> None: ...

class ListTradesRequest(_message.Message):
    __slots__ = ("agent_id", "session_id", "market", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    session_id: str
    market: str
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., session_id: _Optional[str] = ..., market: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListTradesResponse(_message.Message):
    __slots__ = ("header", "trades", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRADES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    trades: _containers.RepeatedCompositeFieldContainer[Trade]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., trades: _Optional[_Iterable[_Union[Trade, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class SetPositionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "session_id", "market", "quantity", "average_price", "mark_price")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    QUANTITY_FIELD_NUMBER: _ClassVar[int]
    AVERAGE_PRICE_FIELD_NUMBER: _ClassVar[int]
    MARK_PRICE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    session_id: str
    market: str
    quantity: str
    average_price: str
    mark_price: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., session_id: _Optional[str] = ..., market: _Optional[str] = ..., quantity: _Optional[str] = ..., average_price: _Optional[str] = ..., mark_price: _Optional[str] = ...) -> None: ...

class SetPositionResponse(_message.Message):
    __slots__ = ("header", "position")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    position: Position
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., position: _Optional[_Union[Position, _Mapping]] = ...) -> None: ...

class MarkPositionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "session_id", "market", "mark_price")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    MARK_PRICE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    session_id: str
    market: str
    mark_price: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., session_id: _Optional[str] = ..., market: _Optional[str] = ..., mark_price: _Optional[str] = ...) -> None: ...

class MarkPositionResponse(_message.Message):
    __slots__ = ("header", "position")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    position: Position
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., position: _Optional[_Union[Position, _Mapping]] = ...) -> None: ...

class ClearPositionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "session_id", "market")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    session_id: str
    market: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., session_id: _Optional[str] = ..., market: _Optional[str] = ...) -> None: ...

class ClearPositionResponse(_message.Message):
    __slots__ = ("header", "position")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    position: Position
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., position: _Optional[_Union[Position, _Mapping]] = ...) -> None: ...

class GetPositionRequest(_message.Message):
    __slots__ = ("agent_id", "market", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    MARKET_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    market: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., market: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class GetPositionResponse(_message.Message):
    __slots__ = ("header", "position")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    POSITION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    position: Position
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., position: _Optional[_Union[Position, _Mapping]] = ...) -> None: ...

class ListPositionsRequest(_message.Message):
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

class ListPositionsResponse(_message.Message):
    __slots__ = ("header", "positions", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    POSITIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    positions: _containers.RepeatedCompositeFieldContainer[Position]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., positions: _Optional[_Iterable[_Union[Position, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class PauseSessionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "reduce_only", "reason", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    REDUCE_ONLY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    reduce_only: bool
    reason: str
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., reduce_only: bool = ..., reason: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class PauseSessionResponse(_message.Message):
    __slots__ = ("header", "session")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    session: Session
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ...) -> None: ...

class ResumeSessionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "reason", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    reason: str
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., reason: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ResumeSessionResponse(_message.Message):
    __slots__ = ("header", "session")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    session: Session
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ...) -> None: ...

class HaltSessionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "reason", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    reason: str
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., reason: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class HaltSessionResponse(_message.Message):
    __slots__ = ("header", "session")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    session: Session
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ...) -> None: ...

class ResetHaltRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "reason", "operator", "rebase", "reduce_only", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    OPERATOR_FIELD_NUMBER: _ClassVar[int]
    REBASE_FIELD_NUMBER: _ClassVar[int]
    REDUCE_ONLY_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    reason: str
    operator: str
    rebase: bool
    reduce_only: bool
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., reason: _Optional[str] = ..., operator: _Optional[str] = ..., rebase: bool = ..., reduce_only: bool = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ResetHaltResponse(_message.Message):
    __slots__ = ("header", "session")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    session: Session
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ...) -> None: ...

class CloseSessionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "session_id", "reason", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    session_id: str
    reason: str
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., session_id: _Optional[str] = ..., reason: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class CloseSessionResponse(_message.Message):
    __slots__ = ("header", "session", "positions")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    POSITIONS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    session: Session
    positions: _containers.RepeatedCompositeFieldContainer[Position]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., positions: _Optional[_Iterable[_Union[Position, _Mapping]]] = ...) -> None: ...

class GetSessionRequest(_message.Message):
    __slots__ = ("agent_id", "session_id", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    SESSION_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    session_id: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., session_id: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class GetSessionResponse(_message.Message):
    __slots__ = ("header", "session", "positions")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSION_FIELD_NUMBER: _ClassVar[int]
    POSITIONS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    session: Session
    positions: _containers.RepeatedCompositeFieldContainer[Position]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., session: _Optional[_Union[Session, _Mapping]] = ..., positions: _Optional[_Iterable[_Union[Position, _Mapping]]] = ...) -> None: ...

class ListSessionsRequest(_message.Message):
    __slots__ = ("agent_id", "states", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    STATES_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    states: _containers.RepeatedScalarFieldContainer[SessionState]
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., states: _Optional[_Iterable[_Union[SessionState, str]]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListSessionsResponse(_message.Message):
    __slots__ = ("header", "sessions", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SESSIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    sessions: _containers.RepeatedCompositeFieldContainer[Session]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., sessions: _Optional[_Iterable[_Union[Session, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class WatchSessionsRequest(_message.Message):
    __slots__ = ("agent_id", "interval")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    INTERVAL_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    interval: _duration_pb2.Duration
    def __init__(self, agent_id: _Optional[str] = ..., interval: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ...) -> None: ...

class WatchSessionsResponse(_message.Message):
    __slots__ = ("revision", "sessions", "snapshot_done")
    REVISION_FIELD_NUMBER: _ClassVar[int]
    SESSIONS_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_DONE_FIELD_NUMBER: _ClassVar[int]
    revision: int
    sessions: _containers.RepeatedCompositeFieldContainer[Session]
    snapshot_done: bool
    def __init__(self, revision: _Optional[int] = ..., sessions: _Optional[_Iterable[_Union[Session, _Mapping]]] = ..., snapshot_done: bool = ...) -> None: ...
