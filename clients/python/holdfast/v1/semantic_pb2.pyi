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

class RecallMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RECALL_MODE_UNSPECIFIED: _ClassVar[RecallMode]
    RECALL_MODE_HYBRID: _ClassVar[RecallMode]
    RECALL_MODE_VECTOR: _ClassVar[RecallMode]
    RECALL_MODE_KEYWORD: _ClassVar[RecallMode]

class GenerationStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GENERATION_STATUS_UNSPECIFIED: _ClassVar[GenerationStatus]
    GENERATION_STATUS_SERVING: _ClassVar[GenerationStatus]
    GENERATION_STATUS_BUILDING: _ClassVar[GenerationStatus]
    GENERATION_STATUS_RETIRED: _ClassVar[GenerationStatus]
RECALL_MODE_UNSPECIFIED: RecallMode
RECALL_MODE_HYBRID: RecallMode
RECALL_MODE_VECTOR: RecallMode
RECALL_MODE_KEYWORD: RecallMode
GENERATION_STATUS_UNSPECIFIED: GenerationStatus
GENERATION_STATUS_SERVING: GenerationStatus
GENERATION_STATUS_BUILDING: GenerationStatus
GENERATION_STATUS_RETIRED: GenerationStatus

class Vector(_message.Message):
    __slots__ = ("values", "model")
    VALUES_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    values: _containers.RepeatedScalarFieldContainer[float]
    model: str
    def __init__(self, values: _Optional[_Iterable[float]] = ..., model: _Optional[str] = ...) -> None: ...

class Provenance(_message.Message):
    __slots__ = ("episode_id", "operation_key", "task_id", "conversation_id", "note")
    EPISODE_ID_FIELD_NUMBER: _ClassVar[int]
    OPERATION_KEY_FIELD_NUMBER: _ClassVar[int]
    TASK_ID_FIELD_NUMBER: _ClassVar[int]
    CONVERSATION_ID_FIELD_NUMBER: _ClassVar[int]
    NOTE_FIELD_NUMBER: _ClassVar[int]
    episode_id: str
    operation_key: str
    task_id: str
    conversation_id: str
    note: str
    def __init__(self, episode_id: _Optional[str] = ..., operation_key: _Optional[str] = ..., task_id: _Optional[str] = ..., conversation_id: _Optional[str] = ..., note: _Optional[str] = ...) -> None: ...

class MemoryInput(_message.Message):
    __slots__ = ("content", "metadata", "tags", "vector", "occurred_at", "provenance", "pinned")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    OCCURRED_AT_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    content: str
    metadata: _common_pb2.Document
    tags: _containers.RepeatedScalarFieldContainer[str]
    vector: Vector
    occurred_at: _timestamp_pb2.Timestamp
    provenance: Provenance
    pinned: bool
    def __init__(self, content: _Optional[str] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., tags: _Optional[_Iterable[str]] = ..., vector: _Optional[_Union[Vector, _Mapping]] = ..., occurred_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., provenance: _Optional[_Union[Provenance, _Mapping]] = ..., pinned: bool = ...) -> None: ...

class Memory(_message.Message):
    __slots__ = ("memory_id", "agent_id", "namespace", "content", "metadata", "tags", "occurred_at", "stored_at", "provenance", "pinned", "superseded_by", "supersedes", "vector_pending", "revision")
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    OCCURRED_AT_FIELD_NUMBER: _ClassVar[int]
    STORED_AT_FIELD_NUMBER: _ClassVar[int]
    PROVENANCE_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDED_BY_FIELD_NUMBER: _ClassVar[int]
    SUPERSEDES_FIELD_NUMBER: _ClassVar[int]
    VECTOR_PENDING_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    memory_id: str
    agent_id: str
    namespace: str
    content: str
    metadata: _common_pb2.Document
    tags: _containers.RepeatedScalarFieldContainer[str]
    occurred_at: _timestamp_pb2.Timestamp
    stored_at: _timestamp_pb2.Timestamp
    provenance: Provenance
    pinned: bool
    superseded_by: str
    supersedes: str
    vector_pending: bool
    revision: int
    def __init__(self, memory_id: _Optional[str] = ..., agent_id: _Optional[str] = ..., namespace: _Optional[str] = ..., content: _Optional[str] = ..., metadata: _Optional[_Union[_common_pb2.Document, _Mapping]] = ..., tags: _Optional[_Iterable[str]] = ..., occurred_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., stored_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., provenance: _Optional[_Union[Provenance, _Mapping]] = ..., pinned: bool = ..., superseded_by: _Optional[str] = ..., supersedes: _Optional[str] = ..., vector_pending: bool = ..., revision: _Optional[int] = ...) -> None: ...

class StoreMemoryRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "namespace", "memory", "allow_duplicate")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    ALLOW_DUPLICATE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    namespace: str
    memory: MemoryInput
    allow_duplicate: bool
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., namespace: _Optional[str] = ..., memory: _Optional[_Union[MemoryInput, _Mapping]] = ..., allow_duplicate: bool = ...) -> None: ...

class StoreMemoryResponse(_message.Message):
    __slots__ = ("header", "memory_id", "duplicate", "vector_pending", "degraded")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    DUPLICATE_FIELD_NUMBER: _ClassVar[int]
    VECTOR_PENDING_FIELD_NUMBER: _ClassVar[int]
    DEGRADED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    memory_id: str
    duplicate: bool
    vector_pending: bool
    degraded: bool
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., memory_id: _Optional[str] = ..., duplicate: bool = ..., vector_pending: bool = ..., degraded: bool = ...) -> None: ...

class StoreMemoriesRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "namespace", "memories", "allow_duplicates")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    MEMORIES_FIELD_NUMBER: _ClassVar[int]
    ALLOW_DUPLICATES_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    namespace: str
    memories: _containers.RepeatedCompositeFieldContainer[MemoryInput]
    allow_duplicates: bool
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., namespace: _Optional[str] = ..., memories: _Optional[_Iterable[_Union[MemoryInput, _Mapping]]] = ..., allow_duplicates: bool = ...) -> None: ...

class StoredMemory(_message.Message):
    __slots__ = ("memory_id", "duplicate", "vector_pending")
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    DUPLICATE_FIELD_NUMBER: _ClassVar[int]
    VECTOR_PENDING_FIELD_NUMBER: _ClassVar[int]
    memory_id: str
    duplicate: bool
    vector_pending: bool
    def __init__(self, memory_id: _Optional[str] = ..., duplicate: bool = ..., vector_pending: bool = ...) -> None: ...

class StoreMemoriesResponse(_message.Message):
    __slots__ = ("header", "memories", "degraded")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    MEMORIES_FIELD_NUMBER: _ClassVar[int]
    DEGRADED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    memories: _containers.RepeatedCompositeFieldContainer[StoredMemory]
    degraded: bool
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., memories: _Optional[_Iterable[_Union[StoredMemory, _Mapping]]] = ..., degraded: bool = ...) -> None: ...

class SupersedeMemoryRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "memory_id", "memory")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    memory_id: str
    memory: MemoryInput
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., memory_id: _Optional[str] = ..., memory: _Optional[_Union[MemoryInput, _Mapping]] = ...) -> None: ...

class SupersedeMemoryResponse(_message.Message):
    __slots__ = ("header", "memory_id", "vector_pending", "degraded")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    VECTOR_PENDING_FIELD_NUMBER: _ClassVar[int]
    DEGRADED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    memory_id: str
    vector_pending: bool
    degraded: bool
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., memory_id: _Optional[str] = ..., vector_pending: bool = ..., degraded: bool = ...) -> None: ...

class ForgetMemoryRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "memory_id", "force")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    FORCE_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    memory_id: str
    force: bool
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., memory_id: _Optional[str] = ..., force: bool = ...) -> None: ...

class ForgetMemoryResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class PinMemoryRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "memory_id", "pinned")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    PINNED_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    memory_id: str
    pinned: bool
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., memory_id: _Optional[str] = ..., pinned: bool = ...) -> None: ...

class PinMemoryResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class MemoryVector(_message.Message):
    __slots__ = ("memory_id", "vector")
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    memory_id: str
    vector: Vector
    def __init__(self, memory_id: _Optional[str] = ..., vector: _Optional[_Union[Vector, _Mapping]] = ...) -> None: ...

class AttachVectorsRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "vectors")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    VECTORS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    vectors: _containers.RepeatedCompositeFieldContainer[MemoryVector]
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., vectors: _Optional[_Iterable[_Union[MemoryVector, _Mapping]]] = ...) -> None: ...

class AttachVectorsResponse(_message.Message):
    __slots__ = ("header", "attached")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    ATTACHED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    attached: int
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ..., attached: _Optional[int] = ...) -> None: ...

class MetadataFilter(_message.Message):
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: str
    value: _common_pb2.Document
    def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_common_pb2.Document, _Mapping]] = ...) -> None: ...

class RecallMemoriesRequest(_message.Message):
    __slots__ = ("agent_id", "query", "vector", "mode", "limit", "namespaces", "exclude_private", "tags", "any_tags", "metadata", "since", "until", "half_life", "vector_weight", "keyword_weight", "rrf_k", "include_superseded", "explain", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    QUERY_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    EXCLUDE_PRIVATE_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    ANY_TAGS_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    HALF_LIFE_FIELD_NUMBER: _ClassVar[int]
    VECTOR_WEIGHT_FIELD_NUMBER: _ClassVar[int]
    KEYWORD_WEIGHT_FIELD_NUMBER: _ClassVar[int]
    RRF_K_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_SUPERSEDED_FIELD_NUMBER: _ClassVar[int]
    EXPLAIN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    query: str
    vector: Vector
    mode: RecallMode
    limit: int
    namespaces: _containers.RepeatedScalarFieldContainer[str]
    exclude_private: bool
    tags: _containers.RepeatedScalarFieldContainer[str]
    any_tags: _containers.RepeatedScalarFieldContainer[str]
    metadata: _containers.RepeatedCompositeFieldContainer[MetadataFilter]
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    half_life: _duration_pb2.Duration
    vector_weight: float
    keyword_weight: float
    rrf_k: int
    include_superseded: bool
    explain: bool
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., query: _Optional[str] = ..., vector: _Optional[_Union[Vector, _Mapping]] = ..., mode: _Optional[_Union[RecallMode, str]] = ..., limit: _Optional[int] = ..., namespaces: _Optional[_Iterable[str]] = ..., exclude_private: bool = ..., tags: _Optional[_Iterable[str]] = ..., any_tags: _Optional[_Iterable[str]] = ..., metadata: _Optional[_Iterable[_Union[MetadataFilter, _Mapping]]] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., half_life: _Optional[_Union[datetime.timedelta, _duration_pb2.Duration, _Mapping]] = ..., vector_weight: _Optional[float] = ..., keyword_weight: _Optional[float] = ..., rrf_k: _Optional[int] = ..., include_superseded: bool = ..., explain: bool = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class Explanation(_message.Message):
    __slots__ = ("vector_rank", "cosine", "keyword_rank", "bm25", "fused", "recency")
    VECTOR_RANK_FIELD_NUMBER: _ClassVar[int]
    COSINE_FIELD_NUMBER: _ClassVar[int]
    KEYWORD_RANK_FIELD_NUMBER: _ClassVar[int]
    BM25_FIELD_NUMBER: _ClassVar[int]
    FUSED_FIELD_NUMBER: _ClassVar[int]
    RECENCY_FIELD_NUMBER: _ClassVar[int]
    vector_rank: int
    cosine: float
    keyword_rank: int
    bm25: float
    fused: float
    recency: float
    def __init__(self, vector_rank: _Optional[int] = ..., cosine: _Optional[float] = ..., keyword_rank: _Optional[int] = ..., bm25: _Optional[float] = ..., fused: _Optional[float] = ..., recency: _Optional[float] = ...) -> None: ...

class MemoryHit(_message.Message):
    __slots__ = ("memory", "score", "explanation")
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    SCORE_FIELD_NUMBER: _ClassVar[int]
    EXPLANATION_FIELD_NUMBER: _ClassVar[int]
    memory: Memory
    score: float
    explanation: Explanation
    def __init__(self, memory: _Optional[_Union[Memory, _Mapping]] = ..., score: _Optional[float] = ..., explanation: _Optional[_Union[Explanation, _Mapping]] = ...) -> None: ...

class RecallMemoriesResponse(_message.Message):
    __slots__ = ("header", "hits", "degraded", "degraded_reason", "model", "omitted")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    HITS_FIELD_NUMBER: _ClassVar[int]
    DEGRADED_FIELD_NUMBER: _ClassVar[int]
    DEGRADED_REASON_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    OMITTED_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    hits: _containers.RepeatedCompositeFieldContainer[MemoryHit]
    degraded: bool
    degraded_reason: str
    model: str
    omitted: int
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., hits: _Optional[_Iterable[_Union[MemoryHit, _Mapping]]] = ..., degraded: bool = ..., degraded_reason: _Optional[str] = ..., model: _Optional[str] = ..., omitted: _Optional[int] = ...) -> None: ...

class GetMemoryRequest(_message.Message):
    __slots__ = ("agent_id", "memory_id", "min_revision", "encoding", "with_vector")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    MEMORY_ID_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    WITH_VECTOR_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    memory_id: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    with_vector: bool
    def __init__(self, agent_id: _Optional[str] = ..., memory_id: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ..., with_vector: bool = ...) -> None: ...

class GetMemoryResponse(_message.Message):
    __slots__ = ("header", "memory", "vector")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    VECTOR_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    memory: Memory
    vector: Vector
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., memory: _Optional[_Union[Memory, _Mapping]] = ..., vector: _Optional[_Union[Vector, _Mapping]] = ...) -> None: ...

class ListMemoriesRequest(_message.Message):
    __slots__ = ("agent_id", "namespace", "tags", "since", "until", "pinned_only", "include_superseded", "missing_vector_of", "page_size", "page_token", "min_revision", "encoding")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    PINNED_ONLY_FIELD_NUMBER: _ClassVar[int]
    INCLUDE_SUPERSEDED_FIELD_NUMBER: _ClassVar[int]
    MISSING_VECTOR_OF_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    ENCODING_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    namespace: str
    tags: _containers.RepeatedScalarFieldContainer[str]
    since: _timestamp_pb2.Timestamp
    until: _timestamp_pb2.Timestamp
    pinned_only: bool
    include_superseded: bool
    missing_vector_of: str
    page_size: int
    page_token: str
    min_revision: int
    encoding: _common_pb2.DocumentEncoding
    def __init__(self, agent_id: _Optional[str] = ..., namespace: _Optional[str] = ..., tags: _Optional[_Iterable[str]] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., pinned_only: bool = ..., include_superseded: bool = ..., missing_vector_of: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., min_revision: _Optional[int] = ..., encoding: _Optional[_Union[_common_pb2.DocumentEncoding, str]] = ...) -> None: ...

class ListMemoriesResponse(_message.Message):
    __slots__ = ("header", "memories", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    MEMORIES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    memories: _containers.RepeatedCompositeFieldContainer[Memory]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., memories: _Optional[_Iterable[_Union[Memory, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Namespace(_message.Message):
    __slots__ = ("name", "owner", "readers", "writers")
    NAME_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    READERS_FIELD_NUMBER: _ClassVar[int]
    WRITERS_FIELD_NUMBER: _ClassVar[int]
    name: str
    owner: str
    readers: _containers.RepeatedScalarFieldContainer[str]
    writers: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., owner: _Optional[str] = ..., readers: _Optional[_Iterable[str]] = ..., writers: _Optional[_Iterable[str]] = ...) -> None: ...

class PutNamespaceRequest(_message.Message):
    __slots__ = ("agent_id", "request_id", "epoch", "name", "readers", "writers")
    AGENT_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    READERS_FIELD_NUMBER: _ClassVar[int]
    WRITERS_FIELD_NUMBER: _ClassVar[int]
    agent_id: str
    request_id: str
    epoch: int
    name: str
    readers: _containers.RepeatedScalarFieldContainer[str]
    writers: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, agent_id: _Optional[str] = ..., request_id: _Optional[str] = ..., epoch: _Optional[int] = ..., name: _Optional[str] = ..., readers: _Optional[_Iterable[str]] = ..., writers: _Optional[_Iterable[str]] = ...) -> None: ...

class PutNamespaceResponse(_message.Message):
    __slots__ = ("header",)
    HEADER_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.WriteHeader
    def __init__(self, header: _Optional[_Union[_common_pb2.WriteHeader, _Mapping]] = ...) -> None: ...

class ListNamespacesRequest(_message.Message):
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

class ListNamespacesResponse(_message.Message):
    __slots__ = ("header", "namespaces", "next_page_token")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    namespaces: _containers.RepeatedCompositeFieldContainer[Namespace]
    next_page_token: str
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., namespaces: _Optional[_Iterable[_Union[Namespace, _Mapping]]] = ..., next_page_token: _Optional[str] = ...) -> None: ...

class Generation(_message.Message):
    __slots__ = ("generation", "embedder", "model", "dimensions", "status", "vectors", "backlog", "created_at", "last_error", "refused")
    GENERATION_FIELD_NUMBER: _ClassVar[int]
    EMBEDDER_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    DIMENSIONS_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    VECTORS_FIELD_NUMBER: _ClassVar[int]
    BACKLOG_FIELD_NUMBER: _ClassVar[int]
    CREATED_AT_FIELD_NUMBER: _ClassVar[int]
    LAST_ERROR_FIELD_NUMBER: _ClassVar[int]
    REFUSED_FIELD_NUMBER: _ClassVar[int]
    generation: int
    embedder: str
    model: str
    dimensions: int
    status: GenerationStatus
    vectors: int
    backlog: int
    created_at: _timestamp_pb2.Timestamp
    last_error: str
    refused: int
    def __init__(self, generation: _Optional[int] = ..., embedder: _Optional[str] = ..., model: _Optional[str] = ..., dimensions: _Optional[int] = ..., status: _Optional[_Union[GenerationStatus, str]] = ..., vectors: _Optional[int] = ..., backlog: _Optional[int] = ..., created_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_error: _Optional[str] = ..., refused: _Optional[int] = ...) -> None: ...

class ListGenerationsRequest(_message.Message):
    __slots__ = ("min_revision",)
    MIN_REVISION_FIELD_NUMBER: _ClassVar[int]
    min_revision: int
    def __init__(self, min_revision: _Optional[int] = ...) -> None: ...

class ListGenerationsResponse(_message.Message):
    __slots__ = ("header", "generations")
    HEADER_FIELD_NUMBER: _ClassVar[int]
    GENERATIONS_FIELD_NUMBER: _ClassVar[int]
    header: _common_pb2.ReadHeader
    generations: _containers.RepeatedCompositeFieldContainer[Generation]
    def __init__(self, header: _Optional[_Union[_common_pb2.ReadHeader, _Mapping]] = ..., generations: _Optional[_Iterable[_Union[Generation, _Mapping]]] = ...) -> None: ...

class ReindexRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ReindexResponse(_message.Message):
    __slots__ = ("phase", "done_memories", "total_memories", "done")
    PHASE_FIELD_NUMBER: _ClassVar[int]
    DONE_MEMORIES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_MEMORIES_FIELD_NUMBER: _ClassVar[int]
    DONE_FIELD_NUMBER: _ClassVar[int]
    phase: str
    done_memories: int
    total_memories: int
    done: bool
    def __init__(self, phase: _Optional[str] = ..., done_memories: _Optional[int] = ..., total_memories: _Optional[int] = ..., done: bool = ...) -> None: ...
