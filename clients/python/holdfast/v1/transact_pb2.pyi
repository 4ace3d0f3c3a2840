from holdfast.v1 import common_pb2 as _common_pb2
from holdfast.v1 import operations_pb2 as _operations_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Precondition(_message.Message):
    __slots__ = ("state_version", "available_at_least", "operation_is", "field_equals")
    class StateVersion(_message.Message):
        __slots__ = ("agent_id", "name", "version")
        AGENT_ID_FIELD_NUMBER: _ClassVar[int]
        NAME_FIELD_NUMBER: _ClassVar[int]
        VERSION_FIELD_NUMBER: _ClassVar[int]
        agent_id: str
        name: str
        version: int
        def __init__(self, agent_id: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...
    class AvailableAtLeast(_message.Message):
        __slots__ = ("agent_id", "account", "asset", "amount")
        AGENT_ID_FIELD_NUMBER: _ClassVar[int]
        ACCOUNT_FIELD_NUMBER: _ClassVar[int]
        ASSET_FIELD_NUMBER: _ClassVar[int]
        AMOUNT_FIELD_NUMBER: _ClassVar[int]
        agent_id: str
        account: str
        asset: str
        amount: str
        def __init__(self, agent_id: _Optional[str] = ..., account: _Optional[str] = ..., asset: _Optional[str] = ..., amount: _Optional[str] = ...) -> None: ...
    class OperationIs(_message.Message):
        __slots__ = ("agent_id", "key", "status")
        AGENT_ID_FIELD_NUMBER: _ClassVar[int]
        KEY_FIELD_NUMBER: _ClassVar[int]
        STATUS_FIELD_NUMBER: _ClassVar[int]
        agent_id: str
        key: str
        status: _operations_pb2.OperationStatus
        def __init__(self, agent_id: _Optional[str] = ..., key: _Optional[str] = ..., status: _Optional[_Union[_operations_pb2.OperationStatus, str]] = ...) -> None: ...
    class FieldEquals(_message.Message):
        __slots__ = ("agent_id", "name", "value")
        AGENT_ID_FIELD_NUMBER: _ClassVar[int]
        NAME_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        agent_id: str
        name: str
        value: _common_pb2.Document
        def __init__(self, agent_id: _Optional[str] = ..., name: _Optional[str] = ..., value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...
    STATE_VERSION_FIELD_NUMBER: _ClassVar[int]
    AVAILABLE_AT_LEAST_FIELD_NUMBER: _ClassVar[int]
    OPERATION_IS_FIELD_NUMBER: _ClassVar[int]
    FIELD_EQUALS_FIELD_NUMBER: _ClassVar[int]
    state_version: Precondition.StateVersion
    available_at_least: Precondition.AvailableAtLeast
    operation_is: Precondition.OperationIs
    field_equals: Precondition.FieldEquals
    def __init__(self, state_version: _Optional[_Union[Precondition.StateVersion, _Mapping]] = ..., available_at_least: _Optional[_Union[Precondition.AvailableAtLeast, _Mapping]] = ..., operation_is: _Optional[_Union[Precondition.OperationIs, _Mapping]] = ..., field_equals: _Optional[_Union[Precondition.FieldEquals, _Mapping]] = ...) -> None: ...

class TransactRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "preconditions", "mutations")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    PRECONDITIONS_FIELD_NUMBER: _ClassVar[int]
    MUTATIONS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    preconditions: _containers.RepeatedCompositeFieldContainer[Precondition]
    mutations: _containers.RepeatedCompositeFieldContainer[_operations_pb2.Mutation]
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., preconditions: _Optional[_Iterable[_Union[Precondition, _Mapping]]] = ..., mutations: _Optional[_Iterable[_Union[_operations_pb2.Mutation, _Mapping]]] = ...) -> None: ...

class TransactResponse(_message.Message):
    __slots__ = ("header", "results")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    RESULTS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    results: _containers.RepeatedCompositeFieldContainer[_operations_pb2.MutationResult]
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., results: _Optional[_Iterable[_Union[_operations_pb2.MutationResult, _Mapping]]] = ...) -> None: ...
