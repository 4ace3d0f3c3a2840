import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AttachVectorsRequest as _holdfast_v1_AttachVectorsRequest, AttachVectorsRequest__Output as _holdfast_v1_AttachVectorsRequest__Output } from './holdfast/v1/AttachVectorsRequest.js';
import type { AttachVectorsResponse as _holdfast_v1_AttachVectorsResponse, AttachVectorsResponse__Output as _holdfast_v1_AttachVectorsResponse__Output } from './holdfast/v1/AttachVectorsResponse.js';
import type { BuildContextRequest as _holdfast_v1_BuildContextRequest, BuildContextRequest__Output as _holdfast_v1_BuildContextRequest__Output } from './holdfast/v1/BuildContextRequest.js';
import type { BuildContextResponse as _holdfast_v1_BuildContextResponse, BuildContextResponse__Output as _holdfast_v1_BuildContextResponse__Output } from './holdfast/v1/BuildContextResponse.js';
import type { CountTokensRequest as _holdfast_v1_CountTokensRequest, CountTokensRequest__Output as _holdfast_v1_CountTokensRequest__Output } from './holdfast/v1/CountTokensRequest.js';
import type { CountTokensResponse as _holdfast_v1_CountTokensResponse, CountTokensResponse__Output as _holdfast_v1_CountTokensResponse__Output } from './holdfast/v1/CountTokensResponse.js';
import type { DeleteSlotRequest as _holdfast_v1_DeleteSlotRequest, DeleteSlotRequest__Output as _holdfast_v1_DeleteSlotRequest__Output } from './holdfast/v1/DeleteSlotRequest.js';
import type { DeleteSlotResponse as _holdfast_v1_DeleteSlotResponse, DeleteSlotResponse__Output as _holdfast_v1_DeleteSlotResponse__Output } from './holdfast/v1/DeleteSlotResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { Explanation as _holdfast_v1_Explanation, Explanation__Output as _holdfast_v1_Explanation__Output } from './holdfast/v1/Explanation.js';
import type { ForgetMemoryRequest as _holdfast_v1_ForgetMemoryRequest, ForgetMemoryRequest__Output as _holdfast_v1_ForgetMemoryRequest__Output } from './holdfast/v1/ForgetMemoryRequest.js';
import type { ForgetMemoryResponse as _holdfast_v1_ForgetMemoryResponse, ForgetMemoryResponse__Output as _holdfast_v1_ForgetMemoryResponse__Output } from './holdfast/v1/ForgetMemoryResponse.js';
import type { Generation as _holdfast_v1_Generation, Generation__Output as _holdfast_v1_Generation__Output } from './holdfast/v1/Generation.js';
import type { GetMemoryRequest as _holdfast_v1_GetMemoryRequest, GetMemoryRequest__Output as _holdfast_v1_GetMemoryRequest__Output } from './holdfast/v1/GetMemoryRequest.js';
import type { GetMemoryResponse as _holdfast_v1_GetMemoryResponse, GetMemoryResponse__Output as _holdfast_v1_GetMemoryResponse__Output } from './holdfast/v1/GetMemoryResponse.js';
import type { GetSlotRequest as _holdfast_v1_GetSlotRequest, GetSlotRequest__Output as _holdfast_v1_GetSlotRequest__Output } from './holdfast/v1/GetSlotRequest.js';
import type { GetSlotResponse as _holdfast_v1_GetSlotResponse, GetSlotResponse__Output as _holdfast_v1_GetSlotResponse__Output } from './holdfast/v1/GetSlotResponse.js';
import type { ListGenerationsRequest as _holdfast_v1_ListGenerationsRequest, ListGenerationsRequest__Output as _holdfast_v1_ListGenerationsRequest__Output } from './holdfast/v1/ListGenerationsRequest.js';
import type { ListGenerationsResponse as _holdfast_v1_ListGenerationsResponse, ListGenerationsResponse__Output as _holdfast_v1_ListGenerationsResponse__Output } from './holdfast/v1/ListGenerationsResponse.js';
import type { ListMemoriesRequest as _holdfast_v1_ListMemoriesRequest, ListMemoriesRequest__Output as _holdfast_v1_ListMemoriesRequest__Output } from './holdfast/v1/ListMemoriesRequest.js';
import type { ListMemoriesResponse as _holdfast_v1_ListMemoriesResponse, ListMemoriesResponse__Output as _holdfast_v1_ListMemoriesResponse__Output } from './holdfast/v1/ListMemoriesResponse.js';
import type { ListNamespacesRequest as _holdfast_v1_ListNamespacesRequest, ListNamespacesRequest__Output as _holdfast_v1_ListNamespacesRequest__Output } from './holdfast/v1/ListNamespacesRequest.js';
import type { ListNamespacesResponse as _holdfast_v1_ListNamespacesResponse, ListNamespacesResponse__Output as _holdfast_v1_ListNamespacesResponse__Output } from './holdfast/v1/ListNamespacesResponse.js';
import type { ListSlotsRequest as _holdfast_v1_ListSlotsRequest, ListSlotsRequest__Output as _holdfast_v1_ListSlotsRequest__Output } from './holdfast/v1/ListSlotsRequest.js';
import type { ListSlotsResponse as _holdfast_v1_ListSlotsResponse, ListSlotsResponse__Output as _holdfast_v1_ListSlotsResponse__Output } from './holdfast/v1/ListSlotsResponse.js';
import type { LiveConversation as _holdfast_v1_LiveConversation, LiveConversation__Output as _holdfast_v1_LiveConversation__Output } from './holdfast/v1/LiveConversation.js';
import type { LiveEpisodes as _holdfast_v1_LiveEpisodes, LiveEpisodes__Output as _holdfast_v1_LiveEpisodes__Output } from './holdfast/v1/LiveEpisodes.js';
import type { LivePortfolio as _holdfast_v1_LivePortfolio, LivePortfolio__Output as _holdfast_v1_LivePortfolio__Output } from './holdfast/v1/LivePortfolio.js';
import type { LiveRecall as _holdfast_v1_LiveRecall, LiveRecall__Output as _holdfast_v1_LiveRecall__Output } from './holdfast/v1/LiveRecall.js';
import type { LiveSource as _holdfast_v1_LiveSource, LiveSource__Output as _holdfast_v1_LiveSource__Output } from './holdfast/v1/LiveSource.js';
import type { LiveTask as _holdfast_v1_LiveTask, LiveTask__Output as _holdfast_v1_LiveTask__Output } from './holdfast/v1/LiveTask.js';
import type { LiveTransactions as _holdfast_v1_LiveTransactions, LiveTransactions__Output as _holdfast_v1_LiveTransactions__Output } from './holdfast/v1/LiveTransactions.js';
import type { Memory as _holdfast_v1_Memory, Memory__Output as _holdfast_v1_Memory__Output } from './holdfast/v1/Memory.js';
import type { MemoryHit as _holdfast_v1_MemoryHit, MemoryHit__Output as _holdfast_v1_MemoryHit__Output } from './holdfast/v1/MemoryHit.js';
import type { MemoryInput as _holdfast_v1_MemoryInput, MemoryInput__Output as _holdfast_v1_MemoryInput__Output } from './holdfast/v1/MemoryInput.js';
import type { MemoryVector as _holdfast_v1_MemoryVector, MemoryVector__Output as _holdfast_v1_MemoryVector__Output } from './holdfast/v1/MemoryVector.js';
import type { MetadataFilter as _holdfast_v1_MetadataFilter, MetadataFilter__Output as _holdfast_v1_MetadataFilter__Output } from './holdfast/v1/MetadataFilter.js';
import type { Namespace as _holdfast_v1_Namespace, Namespace__Output as _holdfast_v1_Namespace__Output } from './holdfast/v1/Namespace.js';
import type { PinMemoryRequest as _holdfast_v1_PinMemoryRequest, PinMemoryRequest__Output as _holdfast_v1_PinMemoryRequest__Output } from './holdfast/v1/PinMemoryRequest.js';
import type { PinMemoryResponse as _holdfast_v1_PinMemoryResponse, PinMemoryResponse__Output as _holdfast_v1_PinMemoryResponse__Output } from './holdfast/v1/PinMemoryResponse.js';
import type { Provenance as _holdfast_v1_Provenance, Provenance__Output as _holdfast_v1_Provenance__Output } from './holdfast/v1/Provenance.js';
import type { PutNamespaceRequest as _holdfast_v1_PutNamespaceRequest, PutNamespaceRequest__Output as _holdfast_v1_PutNamespaceRequest__Output } from './holdfast/v1/PutNamespaceRequest.js';
import type { PutNamespaceResponse as _holdfast_v1_PutNamespaceResponse, PutNamespaceResponse__Output as _holdfast_v1_PutNamespaceResponse__Output } from './holdfast/v1/PutNamespaceResponse.js';
import type { PutSlotRequest as _holdfast_v1_PutSlotRequest, PutSlotRequest__Output as _holdfast_v1_PutSlotRequest__Output } from './holdfast/v1/PutSlotRequest.js';
import type { PutSlotResponse as _holdfast_v1_PutSlotResponse, PutSlotResponse__Output as _holdfast_v1_PutSlotResponse__Output } from './holdfast/v1/PutSlotResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RecallMemoriesRequest as _holdfast_v1_RecallMemoriesRequest, RecallMemoriesRequest__Output as _holdfast_v1_RecallMemoriesRequest__Output } from './holdfast/v1/RecallMemoriesRequest.js';
import type { RecallMemoriesResponse as _holdfast_v1_RecallMemoriesResponse, RecallMemoriesResponse__Output as _holdfast_v1_RecallMemoriesResponse__Output } from './holdfast/v1/RecallMemoriesResponse.js';
import type { ReindexRequest as _holdfast_v1_ReindexRequest, ReindexRequest__Output as _holdfast_v1_ReindexRequest__Output } from './holdfast/v1/ReindexRequest.js';
import type { ReindexResponse as _holdfast_v1_ReindexResponse, ReindexResponse__Output as _holdfast_v1_ReindexResponse__Output } from './holdfast/v1/ReindexResponse.js';
import type { SemanticClient as _holdfast_v1_SemanticClient, SemanticDefinition as _holdfast_v1_SemanticDefinition } from './holdfast/v1/Semantic.js';
import type { Slot as _holdfast_v1_Slot, Slot__Output as _holdfast_v1_Slot__Output } from './holdfast/v1/Slot.js';
import type { SlotReport as _holdfast_v1_SlotReport, SlotReport__Output as _holdfast_v1_SlotReport__Output } from './holdfast/v1/SlotReport.js';
import type { StoreMemoriesRequest as _holdfast_v1_StoreMemoriesRequest, StoreMemoriesRequest__Output as _holdfast_v1_StoreMemoriesRequest__Output } from './holdfast/v1/StoreMemoriesRequest.js';
import type { StoreMemoriesResponse as _holdfast_v1_StoreMemoriesResponse, StoreMemoriesResponse__Output as _holdfast_v1_StoreMemoriesResponse__Output } from './holdfast/v1/StoreMemoriesResponse.js';
import type { StoreMemoryRequest as _holdfast_v1_StoreMemoryRequest, StoreMemoryRequest__Output as _holdfast_v1_StoreMemoryRequest__Output } from './holdfast/v1/StoreMemoryRequest.js';
import type { StoreMemoryResponse as _holdfast_v1_StoreMemoryResponse, StoreMemoryResponse__Output as _holdfast_v1_StoreMemoryResponse__Output } from './holdfast/v1/StoreMemoryResponse.js';
import type { StoredMemory as _holdfast_v1_StoredMemory, StoredMemory__Output as _holdfast_v1_StoredMemory__Output } from './holdfast/v1/StoredMemory.js';
import type { SupersedeMemoryRequest as _holdfast_v1_SupersedeMemoryRequest, SupersedeMemoryRequest__Output as _holdfast_v1_SupersedeMemoryRequest__Output } from './holdfast/v1/SupersedeMemoryRequest.js';
import type { SupersedeMemoryResponse as _holdfast_v1_SupersedeMemoryResponse, SupersedeMemoryResponse__Output as _holdfast_v1_SupersedeMemoryResponse__Output } from './holdfast/v1/SupersedeMemoryResponse.js';
import type { Vector as _holdfast_v1_Vector, Vector__Output as _holdfast_v1_Vector__Output } from './holdfast/v1/Vector.js';
import type { WorkingClient as _holdfast_v1_WorkingClient, WorkingDefinition as _holdfast_v1_WorkingDefinition } from './holdfast/v1/Working.js';
import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from './holdfast/v1/WriteHeader.js';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  holdfast: {
    v1: {
      AttachVectorsRequest: MessageTypeDefinition<_holdfast_v1_AttachVectorsRequest, _holdfast_v1_AttachVectorsRequest__Output>
      AttachVectorsResponse: MessageTypeDefinition<_holdfast_v1_AttachVectorsResponse, _holdfast_v1_AttachVectorsResponse__Output>
      BuildContextRequest: MessageTypeDefinition<_holdfast_v1_BuildContextRequest, _holdfast_v1_BuildContextRequest__Output>
      BuildContextResponse: MessageTypeDefinition<_holdfast_v1_BuildContextResponse, _holdfast_v1_BuildContextResponse__Output>
      CountTokensRequest: MessageTypeDefinition<_holdfast_v1_CountTokensRequest, _holdfast_v1_CountTokensRequest__Output>
      CountTokensResponse: MessageTypeDefinition<_holdfast_v1_CountTokensResponse, _holdfast_v1_CountTokensResponse__Output>
      DeleteSlotRequest: MessageTypeDefinition<_holdfast_v1_DeleteSlotRequest, _holdfast_v1_DeleteSlotRequest__Output>
      DeleteSlotResponse: MessageTypeDefinition<_holdfast_v1_DeleteSlotResponse, _holdfast_v1_DeleteSlotResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      Explanation: MessageTypeDefinition<_holdfast_v1_Explanation, _holdfast_v1_Explanation__Output>
      ForgetMemoryRequest: MessageTypeDefinition<_holdfast_v1_ForgetMemoryRequest, _holdfast_v1_ForgetMemoryRequest__Output>
      ForgetMemoryResponse: MessageTypeDefinition<_holdfast_v1_ForgetMemoryResponse, _holdfast_v1_ForgetMemoryResponse__Output>
      Generation: MessageTypeDefinition<_holdfast_v1_Generation, _holdfast_v1_Generation__Output>
      GenerationStatus: EnumTypeDefinition
      GetMemoryRequest: MessageTypeDefinition<_holdfast_v1_GetMemoryRequest, _holdfast_v1_GetMemoryRequest__Output>
      GetMemoryResponse: MessageTypeDefinition<_holdfast_v1_GetMemoryResponse, _holdfast_v1_GetMemoryResponse__Output>
      GetSlotRequest: MessageTypeDefinition<_holdfast_v1_GetSlotRequest, _holdfast_v1_GetSlotRequest__Output>
      GetSlotResponse: MessageTypeDefinition<_holdfast_v1_GetSlotResponse, _holdfast_v1_GetSlotResponse__Output>
      ListGenerationsRequest: MessageTypeDefinition<_holdfast_v1_ListGenerationsRequest, _holdfast_v1_ListGenerationsRequest__Output>
      ListGenerationsResponse: MessageTypeDefinition<_holdfast_v1_ListGenerationsResponse, _holdfast_v1_ListGenerationsResponse__Output>
      ListMemoriesRequest: MessageTypeDefinition<_holdfast_v1_ListMemoriesRequest, _holdfast_v1_ListMemoriesRequest__Output>
      ListMemoriesResponse: MessageTypeDefinition<_holdfast_v1_ListMemoriesResponse, _holdfast_v1_ListMemoriesResponse__Output>
      ListNamespacesRequest: MessageTypeDefinition<_holdfast_v1_ListNamespacesRequest, _holdfast_v1_ListNamespacesRequest__Output>
      ListNamespacesResponse: MessageTypeDefinition<_holdfast_v1_ListNamespacesResponse, _holdfast_v1_ListNamespacesResponse__Output>
      ListSlotsRequest: MessageTypeDefinition<_holdfast_v1_ListSlotsRequest, _holdfast_v1_ListSlotsRequest__Output>
      ListSlotsResponse: MessageTypeDefinition<_holdfast_v1_ListSlotsResponse, _holdfast_v1_ListSlotsResponse__Output>
      LiveConversation: MessageTypeDefinition<_holdfast_v1_LiveConversation, _holdfast_v1_LiveConversation__Output>
      LiveEpisodes: MessageTypeDefinition<_holdfast_v1_LiveEpisodes, _holdfast_v1_LiveEpisodes__Output>
      LivePortfolio: MessageTypeDefinition<_holdfast_v1_LivePortfolio, _holdfast_v1_LivePortfolio__Output>
      LiveRecall: MessageTypeDefinition<_holdfast_v1_LiveRecall, _holdfast_v1_LiveRecall__Output>
      LiveSource: MessageTypeDefinition<_holdfast_v1_LiveSource, _holdfast_v1_LiveSource__Output>
      LiveTask: MessageTypeDefinition<_holdfast_v1_LiveTask, _holdfast_v1_LiveTask__Output>
      LiveTransactions: MessageTypeDefinition<_holdfast_v1_LiveTransactions, _holdfast_v1_LiveTransactions__Output>
      Memory: MessageTypeDefinition<_holdfast_v1_Memory, _holdfast_v1_Memory__Output>
      MemoryHit: MessageTypeDefinition<_holdfast_v1_MemoryHit, _holdfast_v1_MemoryHit__Output>
      MemoryInput: MessageTypeDefinition<_holdfast_v1_MemoryInput, _holdfast_v1_MemoryInput__Output>
      MemoryVector: MessageTypeDefinition<_holdfast_v1_MemoryVector, _holdfast_v1_MemoryVector__Output>
      MetadataFilter: MessageTypeDefinition<_holdfast_v1_MetadataFilter, _holdfast_v1_MetadataFilter__Output>
      Namespace: MessageTypeDefinition<_holdfast_v1_Namespace, _holdfast_v1_Namespace__Output>
      PinMemoryRequest: MessageTypeDefinition<_holdfast_v1_PinMemoryRequest, _holdfast_v1_PinMemoryRequest__Output>
      PinMemoryResponse: MessageTypeDefinition<_holdfast_v1_PinMemoryResponse, _holdfast_v1_PinMemoryResponse__Output>
      Provenance: MessageTypeDefinition<_holdfast_v1_Provenance, _holdfast_v1_Provenance__Output>
      PutNamespaceRequest: MessageTypeDefinition<_holdfast_v1_PutNamespaceRequest, _holdfast_v1_PutNamespaceRequest__Output>
      PutNamespaceResponse: MessageTypeDefinition<_holdfast_v1_PutNamespaceResponse, _holdfast_v1_PutNamespaceResponse__Output>
      PutSlotRequest: MessageTypeDefinition<_holdfast_v1_PutSlotRequest, _holdfast_v1_PutSlotRequest__Output>
      PutSlotResponse: MessageTypeDefinition<_holdfast_v1_PutSlotResponse, _holdfast_v1_PutSlotResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RecallMemoriesRequest: MessageTypeDefinition<_holdfast_v1_RecallMemoriesRequest, _holdfast_v1_RecallMemoriesRequest__Output>
      RecallMemoriesResponse: MessageTypeDefinition<_holdfast_v1_RecallMemoriesResponse, _holdfast_v1_RecallMemoriesResponse__Output>
      RecallMode: EnumTypeDefinition
      ReindexRequest: MessageTypeDefinition<_holdfast_v1_ReindexRequest, _holdfast_v1_ReindexRequest__Output>
      ReindexResponse: MessageTypeDefinition<_holdfast_v1_ReindexResponse, _holdfast_v1_ReindexResponse__Output>
      Semantic: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_SemanticClient> & { service: _holdfast_v1_SemanticDefinition }
      Slot: MessageTypeDefinition<_holdfast_v1_Slot, _holdfast_v1_Slot__Output>
      SlotOutcome: EnumTypeDefinition
      SlotReport: MessageTypeDefinition<_holdfast_v1_SlotReport, _holdfast_v1_SlotReport__Output>
      StoreMemoriesRequest: MessageTypeDefinition<_holdfast_v1_StoreMemoriesRequest, _holdfast_v1_StoreMemoriesRequest__Output>
      StoreMemoriesResponse: MessageTypeDefinition<_holdfast_v1_StoreMemoriesResponse, _holdfast_v1_StoreMemoriesResponse__Output>
      StoreMemoryRequest: MessageTypeDefinition<_holdfast_v1_StoreMemoryRequest, _holdfast_v1_StoreMemoryRequest__Output>
      StoreMemoryResponse: MessageTypeDefinition<_holdfast_v1_StoreMemoryResponse, _holdfast_v1_StoreMemoryResponse__Output>
      StoredMemory: MessageTypeDefinition<_holdfast_v1_StoredMemory, _holdfast_v1_StoredMemory__Output>
      SupersedeMemoryRequest: MessageTypeDefinition<_holdfast_v1_SupersedeMemoryRequest, _holdfast_v1_SupersedeMemoryRequest__Output>
      SupersedeMemoryResponse: MessageTypeDefinition<_holdfast_v1_SupersedeMemoryResponse, _holdfast_v1_SupersedeMemoryResponse__Output>
      Vector: MessageTypeDefinition<_holdfast_v1_Vector, _holdfast_v1_Vector__Output>
      Working: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_WorkingClient> & { service: _holdfast_v1_WorkingDefinition }
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

