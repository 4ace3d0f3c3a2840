import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { AttachOutcomeRequest as _holdfast_v1_AttachOutcomeRequest, AttachOutcomeRequest__Output as _holdfast_v1_AttachOutcomeRequest__Output } from '../../holdfast/v1/AttachOutcomeRequest.js';
import type { AttachOutcomeResponse as _holdfast_v1_AttachOutcomeResponse, AttachOutcomeResponse__Output as _holdfast_v1_AttachOutcomeResponse__Output } from '../../holdfast/v1/AttachOutcomeResponse.js';
import type { GetEpisodeRequest as _holdfast_v1_GetEpisodeRequest, GetEpisodeRequest__Output as _holdfast_v1_GetEpisodeRequest__Output } from '../../holdfast/v1/GetEpisodeRequest.js';
import type { GetEpisodeResponse as _holdfast_v1_GetEpisodeResponse, GetEpisodeResponse__Output as _holdfast_v1_GetEpisodeResponse__Output } from '../../holdfast/v1/GetEpisodeResponse.js';
import type { IngestEpisodesRequest as _holdfast_v1_IngestEpisodesRequest, IngestEpisodesRequest__Output as _holdfast_v1_IngestEpisodesRequest__Output } from '../../holdfast/v1/IngestEpisodesRequest.js';
import type { IngestEpisodesResponse as _holdfast_v1_IngestEpisodesResponse, IngestEpisodesResponse__Output as _holdfast_v1_IngestEpisodesResponse__Output } from '../../holdfast/v1/IngestEpisodesResponse.js';
import type { ListEpisodesRequest as _holdfast_v1_ListEpisodesRequest, ListEpisodesRequest__Output as _holdfast_v1_ListEpisodesRequest__Output } from '../../holdfast/v1/ListEpisodesRequest.js';
import type { ListEpisodesResponse as _holdfast_v1_ListEpisodesResponse, ListEpisodesResponse__Output as _holdfast_v1_ListEpisodesResponse__Output } from '../../holdfast/v1/ListEpisodesResponse.js';
import type { RecordEpisodesRequest as _holdfast_v1_RecordEpisodesRequest, RecordEpisodesRequest__Output as _holdfast_v1_RecordEpisodesRequest__Output } from '../../holdfast/v1/RecordEpisodesRequest.js';
import type { RecordEpisodesResponse as _holdfast_v1_RecordEpisodesResponse, RecordEpisodesResponse__Output as _holdfast_v1_RecordEpisodesResponse__Output } from '../../holdfast/v1/RecordEpisodesResponse.js';
import type { SetRetentionRequest as _holdfast_v1_SetRetentionRequest, SetRetentionRequest__Output as _holdfast_v1_SetRetentionRequest__Output } from '../../holdfast/v1/SetRetentionRequest.js';
import type { SetRetentionResponse as _holdfast_v1_SetRetentionResponse, SetRetentionResponse__Output as _holdfast_v1_SetRetentionResponse__Output } from '../../holdfast/v1/SetRetentionResponse.js';
import type { SummarizeEpisodesRequest as _holdfast_v1_SummarizeEpisodesRequest, SummarizeEpisodesRequest__Output as _holdfast_v1_SummarizeEpisodesRequest__Output } from '../../holdfast/v1/SummarizeEpisodesRequest.js';
import type { SummarizeEpisodesResponse as _holdfast_v1_SummarizeEpisodesResponse, SummarizeEpisodesResponse__Output as _holdfast_v1_SummarizeEpisodesResponse__Output } from '../../holdfast/v1/SummarizeEpisodesResponse.js';

export interface EpisodicClient extends grpc.Client {
  AttachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  AttachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  AttachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  AttachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  attachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  attachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  attachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  attachOutcome(argument: _holdfast_v1_AttachOutcomeRequest, callback: grpc.requestCallback<_holdfast_v1_AttachOutcomeResponse__Output>): grpc.ClientUnaryCall;
  
  GetEpisode(argument: _holdfast_v1_GetEpisodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  GetEpisode(argument: _holdfast_v1_GetEpisodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  GetEpisode(argument: _holdfast_v1_GetEpisodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  GetEpisode(argument: _holdfast_v1_GetEpisodeRequest, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  getEpisode(argument: _holdfast_v1_GetEpisodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  getEpisode(argument: _holdfast_v1_GetEpisodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  getEpisode(argument: _holdfast_v1_GetEpisodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  getEpisode(argument: _holdfast_v1_GetEpisodeRequest, callback: grpc.requestCallback<_holdfast_v1_GetEpisodeResponse__Output>): grpc.ClientUnaryCall;
  
  IngestEpisodes(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesResponse__Output>;
  IngestEpisodes(options?: grpc.CallOptions): grpc.ClientDuplexStream<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesResponse__Output>;
  ingestEpisodes(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesResponse__Output>;
  ingestEpisodes(options?: grpc.CallOptions): grpc.ClientDuplexStream<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesResponse__Output>;
  
  ListEpisodes(argument: _holdfast_v1_ListEpisodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  ListEpisodes(argument: _holdfast_v1_ListEpisodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  ListEpisodes(argument: _holdfast_v1_ListEpisodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  ListEpisodes(argument: _holdfast_v1_ListEpisodesRequest, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  listEpisodes(argument: _holdfast_v1_ListEpisodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  listEpisodes(argument: _holdfast_v1_ListEpisodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  listEpisodes(argument: _holdfast_v1_ListEpisodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  listEpisodes(argument: _holdfast_v1_ListEpisodesRequest, callback: grpc.requestCallback<_holdfast_v1_ListEpisodesResponse__Output>): grpc.ClientUnaryCall;
  
  RecordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  RecordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  RecordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  RecordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  recordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  recordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  recordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  recordEpisodes(argument: _holdfast_v1_RecordEpisodesRequest, callback: grpc.requestCallback<_holdfast_v1_RecordEpisodesResponse__Output>): grpc.ClientUnaryCall;
  
  SetRetention(argument: _holdfast_v1_SetRetentionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  SetRetention(argument: _holdfast_v1_SetRetentionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  SetRetention(argument: _holdfast_v1_SetRetentionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  SetRetention(argument: _holdfast_v1_SetRetentionRequest, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  setRetention(argument: _holdfast_v1_SetRetentionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  setRetention(argument: _holdfast_v1_SetRetentionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  setRetention(argument: _holdfast_v1_SetRetentionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  setRetention(argument: _holdfast_v1_SetRetentionRequest, callback: grpc.requestCallback<_holdfast_v1_SetRetentionResponse__Output>): grpc.ClientUnaryCall;
  
  SummarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  SummarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  SummarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  SummarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  summarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  summarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  summarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  summarizeEpisodes(argument: _holdfast_v1_SummarizeEpisodesRequest, callback: grpc.requestCallback<_holdfast_v1_SummarizeEpisodesResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface EpisodicHandlers extends grpc.UntypedServiceImplementation {
  AttachOutcome: grpc.handleUnaryCall<_holdfast_v1_AttachOutcomeRequest__Output, _holdfast_v1_AttachOutcomeResponse>;
  
  GetEpisode: grpc.handleUnaryCall<_holdfast_v1_GetEpisodeRequest__Output, _holdfast_v1_GetEpisodeResponse>;
  
  IngestEpisodes: grpc.handleBidiStreamingCall<_holdfast_v1_IngestEpisodesRequest__Output, _holdfast_v1_IngestEpisodesResponse>;
  
  ListEpisodes: grpc.handleUnaryCall<_holdfast_v1_ListEpisodesRequest__Output, _holdfast_v1_ListEpisodesResponse>;
  
  RecordEpisodes: grpc.handleUnaryCall<_holdfast_v1_RecordEpisodesRequest__Output, _holdfast_v1_RecordEpisodesResponse>;
  
  SetRetention: grpc.handleUnaryCall<_holdfast_v1_SetRetentionRequest__Output, _holdfast_v1_SetRetentionResponse>;
  
  SummarizeEpisodes: grpc.handleUnaryCall<_holdfast_v1_SummarizeEpisodesRequest__Output, _holdfast_v1_SummarizeEpisodesResponse>;
  
}

export interface EpisodicDefinition extends grpc.ServiceDefinition {
  AttachOutcome: MethodDefinition<_holdfast_v1_AttachOutcomeRequest, _holdfast_v1_AttachOutcomeResponse, _holdfast_v1_AttachOutcomeRequest__Output, _holdfast_v1_AttachOutcomeResponse__Output>
  GetEpisode: MethodDefinition<_holdfast_v1_GetEpisodeRequest, _holdfast_v1_GetEpisodeResponse, _holdfast_v1_GetEpisodeRequest__Output, _holdfast_v1_GetEpisodeResponse__Output>
  IngestEpisodes: MethodDefinition<_holdfast_v1_IngestEpisodesRequest, _holdfast_v1_IngestEpisodesResponse, _holdfast_v1_IngestEpisodesRequest__Output, _holdfast_v1_IngestEpisodesResponse__Output>
  ListEpisodes: MethodDefinition<_holdfast_v1_ListEpisodesRequest, _holdfast_v1_ListEpisodesResponse, _holdfast_v1_ListEpisodesRequest__Output, _holdfast_v1_ListEpisodesResponse__Output>
  RecordEpisodes: MethodDefinition<_holdfast_v1_RecordEpisodesRequest, _holdfast_v1_RecordEpisodesResponse, _holdfast_v1_RecordEpisodesRequest__Output, _holdfast_v1_RecordEpisodesResponse__Output>
  SetRetention: MethodDefinition<_holdfast_v1_SetRetentionRequest, _holdfast_v1_SetRetentionResponse, _holdfast_v1_SetRetentionRequest__Output, _holdfast_v1_SetRetentionResponse__Output>
  SummarizeEpisodes: MethodDefinition<_holdfast_v1_SummarizeEpisodesRequest, _holdfast_v1_SummarizeEpisodesResponse, _holdfast_v1_SummarizeEpisodesRequest__Output, _holdfast_v1_SummarizeEpisodesResponse__Output>
}
