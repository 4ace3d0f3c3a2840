import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { AmountSum as _holdfast_v1_AmountSum, AmountSum__Output as _holdfast_v1_AmountSum__Output } from './holdfast/v1/AmountSum.js';
import type { AttachOutcomeRequest as _holdfast_v1_AttachOutcomeRequest, AttachOutcomeRequest__Output as _holdfast_v1_AttachOutcomeRequest__Output } from './holdfast/v1/AttachOutcomeRequest.js';
import type { AttachOutcomeResponse as _holdfast_v1_AttachOutcomeResponse, AttachOutcomeResponse__Output as _holdfast_v1_AttachOutcomeResponse__Output } from './holdfast/v1/AttachOutcomeResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { Episode as _holdfast_v1_Episode, Episode__Output as _holdfast_v1_Episode__Output } from './holdfast/v1/Episode.js';
import type { EpisodeInput as _holdfast_v1_EpisodeInput, EpisodeInput__Output as _holdfast_v1_EpisodeInput__Output } from './holdfast/v1/EpisodeInput.js';
import type { EpisodicClient as _holdfast_v1_EpisodicClient, EpisodicDefinition as _holdfast_v1_EpisodicDefinition } from './holdfast/v1/Episodic.js';
import type { GetEpisodeRequest as _holdfast_v1_GetEpisodeRequest, GetEpisodeRequest__Output as _holdfast_v1_GetEpisodeRequest__Output } from './holdfast/v1/GetEpisodeRequest.js';
import type { GetEpisodeResponse as _holdfast_v1_GetEpisodeResponse, GetEpisodeResponse__Output as _holdfast_v1_GetEpisodeResponse__Output } from './holdfast/v1/GetEpisodeResponse.js';
import type { IngestEpisodesRequest as _holdfast_v1_IngestEpisodesRequest, IngestEpisodesRequest__Output as _holdfast_v1_IngestEpisodesRequest__Output } from './holdfast/v1/IngestEpisodesRequest.js';
import type { IngestEpisodesResponse as _holdfast_v1_IngestEpisodesResponse, IngestEpisodesResponse__Output as _holdfast_v1_IngestEpisodesResponse__Output } from './holdfast/v1/IngestEpisodesResponse.js';
import type { IngestError as _holdfast_v1_IngestError, IngestError__Output as _holdfast_v1_IngestError__Output } from './holdfast/v1/IngestError.js';
import type { ListEpisodesRequest as _holdfast_v1_ListEpisodesRequest, ListEpisodesRequest__Output as _holdfast_v1_ListEpisodesRequest__Output } from './holdfast/v1/ListEpisodesRequest.js';
import type { ListEpisodesResponse as _holdfast_v1_ListEpisodesResponse, ListEpisodesResponse__Output as _holdfast_v1_ListEpisodesResponse__Output } from './holdfast/v1/ListEpisodesResponse.js';
import type { NamedAmount as _holdfast_v1_NamedAmount, NamedAmount__Output as _holdfast_v1_NamedAmount__Output } from './holdfast/v1/NamedAmount.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { RecordEpisodesRequest as _holdfast_v1_RecordEpisodesRequest, RecordEpisodesRequest__Output as _holdfast_v1_RecordEpisodesRequest__Output } from './holdfast/v1/RecordEpisodesRequest.js';
import type { RecordEpisodesResponse as _holdfast_v1_RecordEpisodesResponse, RecordEpisodesResponse__Output as _holdfast_v1_RecordEpisodesResponse__Output } from './holdfast/v1/RecordEpisodesResponse.js';
import type { SetRetentionRequest as _holdfast_v1_SetRetentionRequest, SetRetentionRequest__Output as _holdfast_v1_SetRetentionRequest__Output } from './holdfast/v1/SetRetentionRequest.js';
import type { SetRetentionResponse as _holdfast_v1_SetRetentionResponse, SetRetentionResponse__Output as _holdfast_v1_SetRetentionResponse__Output } from './holdfast/v1/SetRetentionResponse.js';
import type { SummarizeEpisodesRequest as _holdfast_v1_SummarizeEpisodesRequest, SummarizeEpisodesRequest__Output as _holdfast_v1_SummarizeEpisodesRequest__Output } from './holdfast/v1/SummarizeEpisodesRequest.js';
import type { SummarizeEpisodesResponse as _holdfast_v1_SummarizeEpisodesResponse, SummarizeEpisodesResponse__Output as _holdfast_v1_SummarizeEpisodesResponse__Output } from './holdfast/v1/SummarizeEpisodesResponse.js';
import type { TypeSummary as _holdfast_v1_TypeSummary, TypeSummary__Output as _holdfast_v1_TypeSummary__Output } from './holdfast/v1/TypeSummary.js';
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
      AmountSum: MessageTypeDefinition<_holdfast_v1_AmountSum, _holdfast_v1_AmountSum__Output>
      AttachOutcomeRequest: MessageTypeDefinition<_holdfast_v1_AttachOutcomeRequest, _holdfast_v1_AttachOutcomeRequest__Output>
      AttachOutcomeResponse: MessageTypeDefinition<_holdfast_v1_AttachOutcomeResponse, _holdfast_v1_AttachOutcomeResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      Episode: MessageTypeDefinition<_holdfast_v1_Episode, _holdfast_v1_Episode__Output>
      EpisodeInput: MessageTypeDefinition<_holdfast_v1_EpisodeInput, _holdfast_v1_EpisodeInput__Output>
      Episodic: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_EpisodicClient> & { service: _holdfast_v1_EpisodicDefinition }
      GetEpisodeRequest: MessageTypeDefinition<_holdfast_v1_GetEpisodeRequest, _holdfast_v1_GetEpisodeRequest__Output>
      GetEpisodeResponse: MessageTypeDefinition<_holdfast_v1_GetEpisodeResponse, _holdfast_v1_GetEpisodeResponse__Output>
      IngestEpisodesRequest: MessageTypeDefinition<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesRequest__Output>
      IngestEpisodesResponse: MessageTypeDefinition<_holdfast_v1_IngestEpisodesResponse, _holdfast_v1_IngestEpisodesResponse__Output>
      IngestError: MessageTypeDefinition<_holdfast_v1_IngestError, _holdfast_v1_IngestError__Output>
      ListEpisodesRequest: MessageTypeDefinition<_holdfast_v1_ListEpisodesRequest, _holdfast_v1_ListEpisodesRequest__Output>
      ListEpisodesResponse: MessageTypeDefinition<_holdfast_v1_ListEpisodesResponse, _holdfast_v1_ListEpisodesResponse__Output>
      NamedAmount: MessageTypeDefinition<_holdfast_v1_NamedAmount, _holdfast_v1_NamedAmount__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      RecordEpisodesRequest: MessageTypeDefinition<_holdfast_v1_RecordEpisodesRequest, _holdfast_v1_RecordEpisodesRequest__Output>
      RecordEpisodesResponse: MessageTypeDefinition<_holdfast_v1_RecordEpisodesResponse, _holdfast_v1_RecordEpisodesResponse__Output>
      SetRetentionRequest: MessageTypeDefinition<_holdfast_v1_SetRetentionRequest, _holdfast_v1_SetRetentionRequest__Output>
      SetRetentionResponse: MessageTypeDefinition<_holdfast_v1_SetRetentionResponse, _holdfast_v1_SetRetentionResponse__Output>
      SummarizeEpisodesRequest: MessageTypeDefinition<_holdfast_v1_SummarizeEpisodesRequest, _holdfast_v1_SummarizeEpisodesRequest__Output>
      SummarizeEpisodesResponse: MessageTypeDefinition<_holdfast_v1_SummarizeEpisodesResponse, _holdfast_v1_SummarizeEpisodesResponse__Output>
      TypeSummary: MessageTypeDefinition<_holdfast_v1_TypeSummary, _holdfast_v1_TypeSummary__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

