import datetime

from google.protobuf import duration_pb2 as _duration_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from holdfast.v1 import common_pb2 as _common_pb2
from holdfast.v1 import guards_pb2 as _guards_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class HoldStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    HOLD_STATUS_UNSPECIFIED: _ClassVar[HoldStatus]
    HOLD_STATUS_OPEN: _ClassVar[HoldStatus]
    HOLD_STATUS_SETTLED: _ClassVar[HoldStatus]
    HOLD_STATUS_RELEASED: _ClassVar[HoldStatus]
    HOLD_STATUS_EXPIRED: _ClassVar[HoldStatus]
HOLD_STATUS_UNSPECIFIED: HoldStatus
HOLD_STATUS_OPEN: HoldStatus
HOLD_STATUS_SETTLED: HoldStatus
HOLD_STATUS_RELEASED: HoldStatus
HOLD_STATUS_EXPIRED: HoldStatus

class Posting(_message.Message):
    __slots__ = ("account", "asset", "amount")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    account: str
    asset: str
    amount: str
    def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...

class Transaction(_message.Message):
    __slots__ = ("transaction_id", "revision", "committed_at", "postings", "description", "reference", "metadata", "hold_id")
    TRANSACTION_ID_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    COMMITTED_AT_FIELD_NUMBER: _ClassVar[int]
    POSTINGS_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    HOLD_ID_FIELD_NUMBER: _ClassVar[int]
    transaction_id: str
    revision: int
    committed_at: _timestamp_pb2.Timestamp
    postings: _containers.RepeatedCompositeFieldContainer[Posting]
    description: str
    reference: str
    metadata: _common_pb2.Document
    hold_id: str
    def __init__(self, transaction_id: _Optional[str] = ..., revision: _Optional[int] = ..., committed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., postings: _Optional[_Iterable[_Union[Posting, _Mapping]]] = ..., description: _Optional[str] = ..., reference: _Optional[str] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., hold_id: _Optional[str] = ...) -> None: ...

class PostTransactionRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "postings", "delta", "description", "reference", "metadata")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    POSTINGS_FIELD_NUMBER: _ClassVar[int]
    DELTA_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    postings: _containers.RepeatedCompositeFieldContainer[Posting]
    delta: Posting
    description: str
    reference: str
    metadata: _common_pb2.Document
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., postings: _Optional[_Iterable[_Union[Posting, _Mapping]]] = ..., delta: _Optional[_Union[Posting, _Mapping]] = ..., description: _Optional[str] = ..., reference: _Optional[str] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...

class PostTransactionResponse(_message.Message):
    __slots__ = ("header", "transaction_id", "balances", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_ID_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    transaction_id: str
    balances: _containers.RepeatedCompositeFieldContainer[Balance]
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., transaction_id: _Optional[str] = ..., balances: _Optional[_Iterable[_Union[Balance, _Mapping]]] = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class GetTransactionRequest(_message.Message):
    __slots__ = ("agent_id", "transaction_id", "encoding", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_ID_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    transaction_id: str
    encoding: _common_pb2.DocumentEncoding
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., transaction_id: _Optional[str] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class GetTransactionResponse(_message.Message):
    __slots__ = ("header", "transaction")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    transaction: Transaction
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., transaction: _Optional[_Union[Transaction, _Mapping]] = ...) -> None: ...

class ListTransactionsRequest(_message.Message):
    __slots__ = ("agent_id", "account", "asset", "since", "until", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    account: str
    asset: str
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListTransactionsResponse(_message.Message):
    __slots__ = ("header", "transactions", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    TRANSACTIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    transactions: _containers.RepeatedCompositeFieldContainer[Transaction]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., transactions: _Optional[_Iterable[_Union[Transaction, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Balance(_message.Message):
    __slots__ = ("account", "asset", "posted", "held", "available", "must_not_go_negative", "revision")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    POSTED_FIELD_NUMBER: _ClassVar[int]
    HELD_FIELD_NUMBER: _ClassVar[int]
    AVAILABLE_FIELD_NUMBER: _ClassVar[int]
    MUST_NOT_GO_NEGATIVE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    account: str
    asset: str
    posted: str
    held: str
    available: str
    must_not_go_negative: bool
    revision: int
    def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., posted: _Optional[str] = ..., held: _Optional[str] = ..., available: _Optional[str] = ..., must_not_go_negative: bool = ..., revision: _Optional[int] = ...) -> None: ...

class GetBalancesRequest(_message.Message):
    __slots__ = ("agent_id", "account", "asset", "include_world", "page_size", "page_token", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_WORLD_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    account: str
    asset: str
    include_world: bool
    page_size: int
    page_token: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., include_world: bool = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class GetBalancesResponse(_message.Message):
    __slots__ = ("header", "balances", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    balances: _containers.RepeatedCompositeFieldContainer[Balance]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., balances: _Optional[_Iterable[_Union[Balance, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class BalanceAsOfRequest(_message.Message):
    __slots__ = ("agent_id", "account", "asset", "at_revision", "at_time", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    AT_REVISION_FIELD_NUMBER: _ClassVar[int]
    AT_TIME_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    account: str
    asset: str
    at_revision: int
    at_time: _timestamp_pb2.Timestamp
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., at_revision: _Optional[int] = ..., at_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class BalanceAsOfResponse(_message.Message):
    __slots__ = ("header", "posted", "revision")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    POSTED_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    posted: str
    revision: int
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., posted: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class ExpectedBalance(_message.Message):
    __slots__ = ("account", "asset", "posted")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    POSTED_FIELD_NUMBER: _ClassVar[int]
    account: str
    asset: str
    posted: str
    def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., posted: _Optional[str] = ...) -> None: ...

class ReconcileRequest(_message.Message):
    __slots__ = ("agent_id", "expected", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    expected: _containers.RepeatedCompositeFieldContainer[ExpectedBalance]
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., expected: _Optional[_Iterable[_Union[ExpectedBalance, _Mapping]]] = ..., min_revision: _Optional[int] = ...) -> None: ...

class ReconciledBalance(_message.Message):
    __slots__ = ("account", "asset", "running", "recomputed", "running_held", "recomputed_held", "expected", "difference", "matches")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    RUNNING_FIELD_NUMBER: _ClassVar[int]
    RECOMPUTED_FIELD_NUMBER: _ClassVar[int]
    RUNNING_HELD_FIELD_NUMBER: _ClassVar[int]
    RECOMPUTED_HELD_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCE_FIELD_NUMBER: _ClassVar[int]
    MATCHES_FIELD_NUMBER: _ClassVar[int]
    account: str
    asset: str
    running: str
    recomputed: str
    running_held: str
    recomputed_held: str
    expected: str
    difference: str
    matches: bool
    def __init__(self, account: _Optional[str] = ..., asset: _Optional[str] = ..., running: _Optional[str] = ..., recomputed: _Optional[str] = ..., running_held: _Optional[str] = ..., recomputed_held: _Optional[str] = ..., expected: _Optional[str] = ..., difference: _Optional[str] = ..., matches: bool = ...) -> None: ...

class ReconcileResponse(_message.Message):
    __slots__ = ("header", "matches", "balances", "transactions", "postings", "unbalanced_assets")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    MATCHES_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    TRANSACTIONS_FIELD_NUMBER: _ClassVar[int]
    POSTINGS_FIELD_NUMBER: _ClassVar[int]
    UNBALANCED_ASSETS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    matches: bool
    balances: _containers.RepeatedCompositeFieldContainer[ReconciledBalance]
    transactions: int
    postings: int
    unbalanced_assets: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., matches: bool = ..., balances: _Optional[_Iterable[_Union[ReconciledBalance, _Mapping]]] = ..., transactions: _Optional[int] = ..., postings: _Optional[int] = ..., unbalanced_assets: _Optional[_Iterable[str]] = ...) -> None: ...

class SnapshotPortfolioRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "label", "metadata")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    label: str
    metadata: _common_pb2.Document
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., label: _Optional[str] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...

class SnapshotPortfolioResponse(_message.Message):
    __slots__ = ("header", "snapshot")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOT_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    snapshot: Snapshot
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., snapshot: _Optional[_Union[Snapshot, _Mapping]] = ...) -> None: ...

class Snapshot(_message.Message):
    __slots__ = ("snapshot_id", "revision", "taken_at", "label", "balances", "metadata")
    SNAPSHOT_ID_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    TAKEN_AT_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    snapshot_id: str
    revision: int
    taken_at: _timestamp_pb2.Timestamp
    label: str
    balances: _containers.RepeatedCompositeFieldContainer[Balance]
    metadata: _common_pb2.Document
    def __init__(self, snapshot_id: _Optional[str] = ..., revision: _Optional[int] = ..., taken_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., label: _Optional[str] = ..., balances: _Optional[_Iterable[_Union[Balance, _Mapping]]] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...

class ListSnapshotsRequest(_message.Message):
    __slots__ = ("agent_id", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListSnapshotsResponse(_message.Message):
    __slots__ = ("header", "snapshots", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    SNAPSHOTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    snapshots: _containers.RepeatedCompositeFieldContainer[Snapshot]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., snapshots: _Optional[_Iterable[_Union[Snapshot, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class ConfigureAccountRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "account", "asset", "must_not_go_negative")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    MUST_NOT_GO_NEGATIVE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    account: str
    asset: str
    must_not_go_negative: bool
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., must_not_go_negative: bool = ...) -> None: ...

class ConfigureAccountResponse(_message.Message):
    __slots__ = ("header", "balance")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    BALANCE_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    balance: Balance
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., balance: _Optional[_Union[Balance, _Mapping]] = ...) -> None: ...

class RegisterAssetRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "asset", "max_fraction_digits")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    MAX_FRACTION_DIGITS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    asset: str
    max_fraction_digits: int
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., asset: _Optional[str] = ..., max_fraction_digits: _Optional[int] = ...) -> None: ...

class RegisterAssetResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class Hold(_message.Message):
    __slots__ = ("hold_id", "account", "asset", "amount", "settled_amount", "status", "operation_key", "placed_at", "expires_at", "description", "revision")
    HOLD_ID_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    SETTLED_AMOUNT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    OPERATION_KEY_FIELD_NUMBER: _ClassVar[int]
    PLACED_AT_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    hold_id: str
    account: str
    asset: str
    amount: str
    settled_amount: str
    status: HoldStatus
    operation_key: str
    placed_at: _timestamp_pb2.Timestamp
    expires_at: _timestamp_pb2.Timestamp
    description: str
    revision: int
    def __init__(self, hold_id: _Optional[str] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ..., settled_amount: _Optional[str] = ..., status: _Optional[_Union[HoldStatus, str]] = ..., operation_key: _Optional[str] = ..., placed_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., expires_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., description: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...

class PlaceHoldRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "account", "asset", "amount", "ttl", "description")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    TTL_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    account: str
    asset: str
    amount: str
    ttl: _duration_pb2.Duration
    description: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ..., ttl: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., description: _Optional[str] = ...) -> None: ...

class PlaceHoldResponse(_message.Message):
    __slots__ = ("header", "hold", "balance", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    HOLD_FIELD_NUMBER: _ClassVar[int]
    BALANCE_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    hold: Hold
    balance: Balance
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., hold: _Optional[_Union[Hold, _Mapping]] = ..., balance: _Optional[_Union[Balance, _Mapping]] = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class PostHoldRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "hold_id", "amount", "to_account", "description", "reference")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    HOLD_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    TO_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    DESCRIPTION_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    hold_id: str
    amount: str
    to_account: str
    description: str
    reference: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., hold_id: _Optional[str] = ..., amount: _Optional[str] = ..., to_account: _Optional[str] = ..., description: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class PostHoldResponse(_message.Message):
    __slots__ = ("header", "hold", "transaction_id", "balance", "warnings")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    HOLD_FIELD_NUMBER: _ClassVar[int]
    TRANSACTION_ID_FIELD_NUMBER: _ClassVar[int]
    BALANCE_FIELD_NUMBER: _ClassVar[int]
    WARNINGS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    hold: Hold
    transaction_id: str
    balance: Balance
    warnings: _containers.RepeatedCompositeFieldContainer[_guards_pb2.GuardVerdict]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., hold: _Optional[_Union[Hold, _Mapping]] = ..., transaction_id: _Optional[str] = ..., balance: _Optional[_Union[Balance, _Mapping]] = ..., warnings: _Optional[_Iterable[_Union[_guards_pb2.GuardVerdict, _Mapping]]] = ...) -> None: ...

class ReleaseHoldRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "hold_id")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    HOLD_ID_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    hold_id: str
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., hold_id: _Optional[str] = ...) -> None: ...

class ReleaseHoldResponse(_message.Message):
    __slots__ = ("header", "hold", "balance")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    HOLD_FIELD_NUMBER: _ClassVar[int]
    BALANCE_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    hold: Hold
    balance: Balance
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., hold: _Optional[_Union[Hold, _Mapping]] = ..., balance: _Optional[_Union[Balance, _Mapping]] = ...) -> None: ...

class ListHoldsRequest(_message.Message):
    __slots__ = ("agent_id", "status", "page_size", "page_token", "min_revision")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    status: HoldStatus
    page_size: int
    page_token: str
    min_revision: int
    def __init__(self, agent_id: _Optional[str] = ..., status: _Optional[_Union[HoldStatus, str]] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ...) -> None: ...

class ListHoldsResponse(_message.Message):
    __slots__ = ("header", "holds", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    HOLDS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    holds: _containers.RepeatedCompositeFieldContainer[Hold]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., holds: _Optional[_Iterable[_Union[Hold, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...
