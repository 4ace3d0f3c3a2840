import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BuildContextRequest as _holdfast_v1_BuildContextRequest, BuildContextRequest__Output as _holdfast_v1_BuildContextRequest__Output } from '../../holdfast/v1/BuildContextRequest.js';
import type { BuildContextResponse as _holdfast_v1_BuildContextResponse, BuildContextResponse__Output as _holdfast_v1_BuildContextResponse__Output } from '../../holdfast/v1/BuildContextResponse.js';
import type { CountTokensRequest as _holdfast_v1_CountTokensRequest, CountTokensRequest__Output as _holdfast_v1_CountTokensRequest__Output } from '../../holdfast/v1/CountTokensRequest.js';
import type { CountTokensResponse as _holdfast_v1_CountTokensResponse, CountTokensResponse__Output as _holdfast_v1_CountTokensResponse__Output } from '../../holdfast/v1/CountTokensResponse.js';
import type { DeleteSlotRequest as _holdfast_v1_DeleteSlotRequest, DeleteSlotRequest__Output as _holdfast_v1_DeleteSlotRequest__Output } from '../../holdfast/v1/DeleteSlotRequest.js';
import type { DeleteSlotResponse as _holdfast_v1_DeleteSlotResponse, DeleteSlotResponse__Output as _holdfast_v1_DeleteSlotResponse__Output } from '../../holdfast/v1/DeleteSlotResponse.js';
import type { GetSlotRequest as _holdfast_v1_GetSlotRequest, GetSlotRequest__Output as _holdfast_v1_GetSlotRequest__Output } from '../../holdfast/v1/GetSlotRequest.js';
import type { GetSlotResponse as _holdfast_v1_GetSlotResponse, GetSlotResponse__Output as _holdfast_v1_GetSlotResponse__Output } from '../../holdfast/v1/GetSlotResponse.js';
import type { ListSlotsRequest as _holdfast_v1_ListSlotsRequest, ListSlotsRequest__Output as _holdfast_v1_ListSlotsRequest__Output } from '../../holdfast/v1/ListSlotsRequest.js';
import type { ListSlotsResponse as _holdfast_v1_ListSlotsResponse, ListSlotsResponse__Output as _holdfast_v1_ListSlotsResponse__Output } from '../../holdfast/v1/ListSlotsResponse.js';
import type { PutSlotRequest as _holdfast_v1_PutSlotRequest, PutSlotRequest__Output as _holdfast_v1_PutSlotRequest__Output } from '../../holdfast/v1/PutSlotRequest.js';
import type { PutSlotResponse as _holdfast_v1_PutSlotResponse, PutSlotResponse__Output as _holdfast_v1_PutSlotResponse__Output } from '../../holdfast/v1/PutSlotResponse.js';

export interface WorkingClient extends grpc.Client {
  BuildContext(argument: _holdfast_v1_BuildContextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  BuildContext(argument: _holdfast_v1_BuildContextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  BuildContext(argument: _holdfast_v1_BuildContextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  BuildContext(argument: _holdfast_v1_BuildContextRequest, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  buildContext(argument: _holdfast_v1_BuildContextRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  buildContext(argument: _holdfast_v1_BuildContextRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  buildContext(argument: _holdfast_v1_BuildContextRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  buildContext(argument: _holdfast_v1_BuildContextRequest, callback: grpc.requestCallback<_holdfast_v1_BuildContextResponse__Output>): grpc.ClientUnaryCall;
  
  CountTokens(argument: _holdfast_v1_CountTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  CountTokens(argument: _holdfast_v1_CountTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  CountTokens(argument: _holdfast_v1_CountTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  CountTokens(argument: _holdfast_v1_CountTokensRequest, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  countTokens(argument: _holdfast_v1_CountTokensRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  countTokens(argument: _holdfast_v1_CountTokensRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  countTokens(argument: _holdfast_v1_CountTokensRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  countTokens(argument: _holdfast_v1_CountTokensRequest, callback: grpc.requestCallback<_holdfast_v1_CountTokensResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteSlot(argument: _holdfast_v1_DeleteSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  DeleteSlot(argument: _holdfast_v1_DeleteSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  DeleteSlot(argument: _holdfast_v1_DeleteSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  DeleteSlot(argument: _holdfast_v1_DeleteSlotRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  deleteSlot(argument: _holdfast_v1_DeleteSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  deleteSlot(argument: _holdfast_v1_DeleteSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  deleteSlot(argument: _holdfast_v1_DeleteSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  deleteSlot(argument: _holdfast_v1_DeleteSlotRequest, callback: grpc.requestCallback<_holdfast_v1_DeleteSlotResponse__Output>): grpc.ClientUnaryCall;
  
  GetSlot(argument: _holdfast_v1_GetSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  GetSlot(argument: _holdfast_v1_GetSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  GetSlot(argument: _holdfast_v1_GetSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  GetSlot(argument: _holdfast_v1_GetSlotRequest, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  getSlot(argument: _holdfast_v1_GetSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  getSlot(argument: _holdfast_v1_GetSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  getSlot(argument: _holdfast_v1_GetSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  getSlot(argument: _holdfast_v1_GetSlotRequest, callback: grpc.requestCallback<_holdfast_v1_GetSlotResponse__Output>): grpc.ClientUnaryCall;
  
  ListSlots(argument: _holdfast_v1_ListSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  ListSlots(argument: _holdfast_v1_ListSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  ListSlots(argument: _holdfast_v1_ListSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  ListSlots(argument: _holdfast_v1_ListSlotsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  listSlots(argument: _holdfast_v1_ListSlotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  listSlots(argument: _holdfast_v1_ListSlotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  listSlots(argument: _holdfast_v1_ListSlotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  listSlots(argument: _holdfast_v1_ListSlotsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSlotsResponse__Output>): grpc.ClientUnaryCall;
  
  PutSlot(argument: _holdfast_v1_PutSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  PutSlot(argument: _holdfast_v1_PutSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  PutSlot(argument: _holdfast_v1_PutSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  PutSlot(argument: _holdfast_v1_PutSlotRequest, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  putSlot(argument: _holdfast_v1_PutSlotRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  putSlot(argument: _holdfast_v1_PutSlotRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  putSlot(argument: _holdfast_v1_PutSlotRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  putSlot(argument: _holdfast_v1_PutSlotRequest, callback: grpc.requestCallback<_holdfast_v1_PutSlotResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface WorkingHandlers extends grpc.UntypedServiceImplementation {
  BuildContext: grpc.handleUnaryCall<_holdfast_v1_BuildContextRequest__Output, _holdfast_v1_BuildContextResponse>;
  
  CountTokens: grpc.handleUnaryCall<_holdfast_v1_CountTokensRequest__Output, _holdfast_v1_CountTokensResponse>;
  
  DeleteSlot: grpc.handleUnaryCall<_holdfast_v1_DeleteSlotRequest__Output, _holdfast_v1_DeleteSlotResponse>;
  
  GetSlot: grpc.handleUnaryCall<_holdfast_v1_GetSlotRequest__Output, _holdfast_v1_GetSlotResponse>;
  
  ListSlots: grpc.handleUnaryCall<_holdfast_v1_ListSlotsRequest__Output, _holdfast_v1_ListSlotsResponse>;
  
  PutSlot: grpc.handleUnaryCall<_holdfast_v1_PutSlotRequest__Output, _holdfast_v1_PutSlotResponse>;
  
}

export interface WorkingDefinition extends grpc.ServiceDefinition {
  BuildContext: MethodDefinition<_holdfast_v1_BuildContextRequest, _holdfast_v1_BuildContextResponse, _holdfast_v1_BuildContextRequest__Output, _holdfast_v1_BuildContextResponse__Output>
  CountTokens: MethodDefinition<_holdfast_v1_CountTokensRequest, _holdfast_v1_CountTokensResponse, _holdfast_v1_CountTokensRequest__Output, _holdfast_v1_CountTokensResponse__Output>
  DeleteSlot: MethodDefinition<_holdfast_v1_DeleteSlotRequest, _holdfast_v1_DeleteSlotResponse, _holdfast_v1_DeleteSlotRequest__Output, _holdfast_v1_DeleteSlotResponse__Output>
  GetSlot: MethodDefinition<_holdfast_v1_GetSlotRequest, _holdfast_v1_GetSlotResponse, _holdfast_v1_GetSlotRequest__Output, _holdfast_v1_GetSlotResponse__Output>
  ListSlots: MethodDefinition<_holdfast_v1_ListSlotsRequest, _holdfast_v1_ListSlotsResponse, _holdfast_v1_ListSlotsRequest__Output, _holdfast_v1_ListSlotsResponse__Output>
  PutSlot: MethodDefinition<_holdfast_v1_PutSlotRequest, _holdfast_v1_PutSlotResponse, _holdfast_v1_PutSlotRequest__Output, _holdfast_v1_PutSlotResponse__Output>
}
