import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ClearPositionRequest as _holdfast_v1_ClearPositionRequest, ClearPositionRequest__Output as _holdfast_v1_ClearPositionRequest__Output } from '../../holdfast/v1/ClearPositionRequest.js';
import type { ClearPositionResponse as _holdfast_v1_ClearPositionResponse, ClearPositionResponse__Output as _holdfast_v1_ClearPositionResponse__Output } from '../../holdfast/v1/ClearPositionResponse.js';
import type { CloseSessionRequest as _holdfast_v1_CloseSessionRequest, CloseSessionRequest__Output as _holdfast_v1_CloseSessionRequest__Output } from '../../holdfast/v1/CloseSessionRequest.js';
import type { CloseSessionResponse as _holdfast_v1_CloseSessionResponse, CloseSessionResponse__Output as _holdfast_v1_CloseSessionResponse__Output } from '../../holdfast/v1/CloseSessionResponse.js';
import type { GetPositionRequest as _holdfast_v1_GetPositionRequest, GetPositionRequest__Output as _holdfast_v1_GetPositionRequest__Output } from '../../holdfast/v1/GetPositionRequest.js';
import type { GetPositionResponse as _holdfast_v1_GetPositionResponse, GetPositionResponse__Output as _holdfast_v1_GetPositionResponse__Output } from '../../holdfast/v1/GetPositionResponse.js';
import type { GetSessionRequest as _holdfast_v1_GetSessionRequest, GetSessionRequest__Output as _holdfast_v1_GetSessionRequest__Output } from '../../holdfast/v1/GetSessionRequest.js';
import type { GetSessionResponse as _holdfast_v1_GetSessionResponse, GetSessionResponse__Output as _holdfast_v1_GetSessionResponse__Output } from '../../holdfast/v1/GetSessionResponse.js';
import type { GetTradeRequest as _holdfast_v1_GetTradeRequest, GetTradeRequest__Output as _holdfast_v1_GetTradeRequest__Output } from '../../holdfast/v1/GetTradeRequest.js';
import type { GetTradeResponse as _holdfast_v1_GetTradeResponse, GetTradeResponse__Output as _holdfast_v1_GetTradeResponse__Output } from '../../holdfast/v1/GetTradeResponse.js';
import type { HaltSessionRequest as _holdfast_v1_HaltSessionRequest, HaltSessionRequest__Output as _holdfast_v1_HaltSessionRequest__Output } from '../../holdfast/v1/HaltSessionRequest.js';
import type { HaltSessionResponse as _holdfast_v1_HaltSessionResponse, HaltSessionResponse__Output as _holdfast_v1_HaltSessionResponse__Output } from '../../holdfast/v1/HaltSessionResponse.js';
import type { HeartbeatRequest as _holdfast_v1_HeartbeatRequest, HeartbeatRequest__Output as _holdfast_v1_HeartbeatRequest__Output } from '../../holdfast/v1/HeartbeatRequest.js';
import type { HeartbeatResponse as _holdfast_v1_HeartbeatResponse, HeartbeatResponse__Output as _holdfast_v1_HeartbeatResponse__Output } from '../../holdfast/v1/HeartbeatResponse.js';
import type { ListPositionsRequest as _holdfast_v1_ListPositionsRequest, ListPositionsRequest__Output as _holdfast_v1_ListPositionsRequest__Output } from '../../holdfast/v1/ListPositionsRequest.js';
import type { ListPositionsResponse as _holdfast_v1_ListPositionsResponse, ListPositionsResponse__Output as _holdfast_v1_ListPositionsResponse__Output } from '../../holdfast/v1/ListPositionsResponse.js';
import type { ListSessionsRequest as _holdfast_v1_ListSessionsRequest, ListSessionsRequest__Output as _holdfast_v1_ListSessionsRequest__Output } from '../../holdfast/v1/ListSessionsRequest.js';
import type { ListSessionsResponse as _holdfast_v1_ListSessionsResponse, ListSessionsResponse__Output as _holdfast_v1_ListSessionsResponse__Output } from '../../holdfast/v1/ListSessionsResponse.js';
import type { ListTradesRequest as _holdfast_v1_ListTradesRequest, ListTradesRequest__Output as _holdfast_v1_ListTradesRequest__Output } from '../../holdfast/v1/ListTradesRequest.js';
import type { ListTradesResponse as _holdfast_v1_ListTradesResponse, ListTradesResponse__Output as _holdfast_v1_ListTradesResponse__Output } from '../../holdfast/v1/ListTradesResponse.js';
import type { MarkPositionRequest as _holdfast_v1_MarkPositionRequest, MarkPositionRequest__Output as _holdfast_v1_MarkPositionRequest__Output } from '../../holdfast/v1/MarkPositionRequest.js';
import type { MarkPositionResponse as _holdfast_v1_MarkPositionResponse, MarkPositionResponse__Output as _holdfast_v1_MarkPositionResponse__Output } from '../../holdfast/v1/MarkPositionResponse.js';
import type { OpenSessionRequest as _holdfast_v1_OpenSessionRequest, OpenSessionRequest__Output as _holdfast_v1_OpenSessionRequest__Output } from '../../holdfast/v1/OpenSessionRequest.js';
import type { OpenSessionResponse as _holdfast_v1_OpenSessionResponse, OpenSessionResponse__Output as _holdfast_v1_OpenSessionResponse__Output } from '../../holdfast/v1/OpenSessionResponse.js';
import type { PauseSessionRequest as _holdfast_v1_PauseSessionRequest, PauseSessionRequest__Output as _holdfast_v1_PauseSessionRequest__Output } from '../../holdfast/v1/PauseSessionRequest.js';
import type { PauseSessionResponse as _holdfast_v1_PauseSessionResponse, PauseSessionResponse__Output as _holdfast_v1_PauseSessionResponse__Output } from '../../holdfast/v1/PauseSessionResponse.js';
import type { RecordTradeRequest as _holdfast_v1_RecordTradeRequest, RecordTradeRequest__Output as _holdfast_v1_RecordTradeRequest__Output } from '../../holdfast/v1/RecordTradeRequest.js';
import type { RecordTradeResponse as _holdfast_v1_RecordTradeResponse, RecordTradeResponse__Output as _holdfast_v1_RecordTradeResponse__Output } from '../../holdfast/v1/RecordTradeResponse.js';
import type { ResetHaltRequest as _holdfast_v1_ResetHaltRequest, ResetHaltRequest__Output as _holdfast_v1_ResetHaltRequest__Output } from '../../holdfast/v1/ResetHaltRequest.js';
import type { ResetHaltResponse as _holdfast_v1_ResetHaltResponse, ResetHaltResponse__Output as _holdfast_v1_ResetHaltResponse__Output } from '../../holdfast/v1/ResetHaltResponse.js';
import type { ResumeSessionRequest as _holdfast_v1_ResumeSessionRequest, ResumeSessionRequest__Output as _holdfast_v1_ResumeSessionRequest__Output } from '../../holdfast/v1/ResumeSessionRequest.js';
import type { ResumeSessionResponse as _holdfast_v1_ResumeSessionResponse, ResumeSessionResponse__Output as _holdfast_v1_ResumeSessionResponse__Output } from '../../holdfast/v1/ResumeSessionResponse.js';
import type { SetPositionRequest as _holdfast_v1_SetPositionRequest, SetPositionRequest__Output as _holdfast_v1_SetPositionRequest__Output } from '../../holdfast/v1/SetPositionRequest.js';
import type { SetPositionResponse as _holdfast_v1_SetPositionResponse, SetPositionResponse__Output as _holdfast_v1_SetPositionResponse__Output } from '../../holdfast/v1/SetPositionResponse.js';
import type { WatchSessionsRequest as _holdfast_v1_WatchSessionsRequest, WatchSessionsRequest__Output as _holdfast_v1_WatchSessionsRequest__Output } from '../../holdfast/v1/WatchSessionsRequest.js';
import type { WatchSessionsResponse as _holdfast_v1_WatchSessionsResponse, WatchSessionsResponse__Output as _holdfast_v1_WatchSessionsResponse__Output } from '../../holdfast/v1/WatchSessionsResponse.js';

export interface SessionsClient extends grpc.Client {
  ClearPosition(argument: _holdfast_v1_ClearPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  ClearPosition(argument: _holdfast_v1_ClearPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  ClearPosition(argument: _holdfast_v1_ClearPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  ClearPosition(argument: _holdfast_v1_ClearPositionRequest, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  clearPosition(argument: _holdfast_v1_ClearPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  clearPosition(argument: _holdfast_v1_ClearPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  clearPosition(argument: _holdfast_v1_ClearPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  clearPosition(argument: _holdfast_v1_ClearPositionRequest, callback: grpc.requestCallback<_holdfast_v1_ClearPositionResponse__Output>): grpc.ClientUnaryCall;
  
  CloseSession(argument: _holdfast_v1_CloseSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  CloseSession(argument: _holdfast_v1_CloseSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  CloseSession(argument: _holdfast_v1_CloseSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  CloseSession(argument: _holdfast_v1_CloseSessionRequest, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _holdfast_v1_CloseSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _holdfast_v1_CloseSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _holdfast_v1_CloseSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _holdfast_v1_CloseSessionRequest, callback: grpc.requestCallback<_holdfast_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  
  GetPosition(argument: _holdfast_v1_GetPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  GetPosition(argument: _holdfast_v1_GetPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  GetPosition(argument: _holdfast_v1_GetPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  GetPosition(argument: _holdfast_v1_GetPositionRequest, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  getPosition(argument: _holdfast_v1_GetPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  getPosition(argument: _holdfast_v1_GetPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  getPosition(argument: _holdfast_v1_GetPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  getPosition(argument: _holdfast_v1_GetPositionRequest, callback: grpc.requestCallback<_holdfast_v1_GetPositionResponse__Output>): grpc.ClientUnaryCall;
  
  GetSession(argument: _holdfast_v1_GetSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  GetSession(argument: _holdfast_v1_GetSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  GetSession(argument: _holdfast_v1_GetSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  GetSession(argument: _holdfast_v1_GetSessionRequest, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _holdfast_v1_GetSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _holdfast_v1_GetSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _holdfast_v1_GetSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  getSession(argument: _holdfast_v1_GetSessionRequest, callback: grpc.requestCallback<_holdfast_v1_GetSessionResponse__Output>): grpc.ClientUnaryCall;
  
  GetTrade(argument: _holdfast_v1_GetTradeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  GetTrade(argument: _holdfast_v1_GetTradeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  GetTrade(argument: _holdfast_v1_GetTradeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  GetTrade(argument: _holdfast_v1_GetTradeRequest, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  getTrade(argument: _holdfast_v1_GetTradeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  getTrade(argument: _holdfast_v1_GetTradeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  getTrade(argument: _holdfast_v1_GetTradeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  getTrade(argument: _holdfast_v1_GetTradeRequest, callback: grpc.requestCallback<_holdfast_v1_GetTradeResponse__Output>): grpc.ClientUnaryCall;
  
  HaltSession(argument: _holdfast_v1_HaltSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  HaltSession(argument: _holdfast_v1_HaltSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  HaltSession(argument: _holdfast_v1_HaltSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  HaltSession(argument: _holdfast_v1_HaltSessionRequest, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  haltSession(argument: _holdfast_v1_HaltSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  haltSession(argument: _holdfast_v1_HaltSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  haltSession(argument: _holdfast_v1_HaltSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  haltSession(argument: _holdfast_v1_HaltSessionRequest, callback: grpc.requestCallback<_holdfast_v1_HaltSessionResponse__Output>): grpc.ClientUnaryCall;
  
  Heartbeat(argument: _holdfast_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _holdfast_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _holdfast_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  Heartbeat(argument: _holdfast_v1_HeartbeatRequest, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _holdfast_v1_HeartbeatRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _holdfast_v1_HeartbeatRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _holdfast_v1_HeartbeatRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  heartbeat(argument: _holdfast_v1_HeartbeatRequest, callback: grpc.requestCallback<_holdfast_v1_HeartbeatResponse__Output>): grpc.ClientUnaryCall;
  
  ListPositions(argument: _holdfast_v1_ListPositionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  ListPositions(argument: _holdfast_v1_ListPositionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  ListPositions(argument: _holdfast_v1_ListPositionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  ListPositions(argument: _holdfast_v1_ListPositionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  listPositions(argument: _holdfast_v1_ListPositionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  listPositions(argument: _holdfast_v1_ListPositionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  listPositions(argument: _holdfast_v1_ListPositionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  listPositions(argument: _holdfast_v1_ListPositionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListPositionsResponse__Output>): grpc.ClientUnaryCall;
  
  ListSessions(argument: _holdfast_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _holdfast_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _holdfast_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _holdfast_v1_ListSessionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _holdfast_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _holdfast_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _holdfast_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _holdfast_v1_ListSessionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  
  ListTrades(argument: _holdfast_v1_ListTradesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  ListTrades(argument: _holdfast_v1_ListTradesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  ListTrades(argument: _holdfast_v1_ListTradesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  ListTrades(argument: _holdfast_v1_ListTradesRequest, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  listTrades(argument: _holdfast_v1_ListTradesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  listTrades(argument: _holdfast_v1_ListTradesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  listTrades(argument: _holdfast_v1_ListTradesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  listTrades(argument: _holdfast_v1_ListTradesRequest, callback: grpc.requestCallback<_holdfast_v1_ListTradesResponse__Output>): grpc.ClientUnaryCall;
  
  MarkPosition(argument: _holdfast_v1_MarkPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  MarkPosition(argument: _holdfast_v1_MarkPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  MarkPosition(argument: _holdfast_v1_MarkPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  MarkPosition(argument: _holdfast_v1_MarkPositionRequest, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  markPosition(argument: _holdfast_v1_MarkPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  markPosition(argument: _holdfast_v1_MarkPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  markPosition(argument: _holdfast_v1_MarkPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  markPosition(argument: _holdfast_v1_MarkPositionRequest, callback: grpc.requestCallback<_holdfast_v1_MarkPositionResponse__Output>): grpc.ClientUnaryCall;
  
  OpenSession(argument: _holdfast_v1_OpenSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  OpenSession(argument: _holdfast_v1_OpenSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  OpenSession(argument: _holdfast_v1_OpenSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  OpenSession(argument: _holdfast_v1_OpenSessionRequest, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  openSession(argument: _holdfast_v1_OpenSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  openSession(argument: _holdfast_v1_OpenSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  openSession(argument: _holdfast_v1_OpenSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  openSession(argument: _holdfast_v1_OpenSessionRequest, callback: grpc.requestCallback<_holdfast_v1_OpenSessionResponse__Output>): grpc.ClientUnaryCall;
  
  PauseSession(argument: _holdfast_v1_PauseSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  PauseSession(argument: _holdfast_v1_PauseSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  PauseSession(argument: _holdfast_v1_PauseSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  PauseSession(argument: _holdfast_v1_PauseSessionRequest, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  pauseSession(argument: _holdfast_v1_PauseSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  pauseSession(argument: _holdfast_v1_PauseSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  pauseSession(argument: _holdfast_v1_PauseSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  pauseSession(argument: _holdfast_v1_PauseSessionRequest, callback: grpc.requestCallback<_holdfast_v1_PauseSessionResponse__Output>): grpc.ClientUnaryCall;
  
  RecordTrade(argument: _holdfast_v1_RecordTradeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  RecordTrade(argument: _holdfast_v1_RecordTradeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  RecordTrade(argument: _holdfast_v1_RecordTradeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  RecordTrade(argument: _holdfast_v1_RecordTradeRequest, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  recordTrade(argument: _holdfast_v1_RecordTradeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  recordTrade(argument: _holdfast_v1_RecordTradeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  recordTrade(argument: _holdfast_v1_RecordTradeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  recordTrade(argument: _holdfast_v1_RecordTradeRequest, callback: grpc.requestCallback<_holdfast_v1_RecordTradeResponse__Output>): grpc.ClientUnaryCall;
  
  ResetHalt(argument: _holdfast_v1_ResetHaltRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  ResetHalt(argument: _holdfast_v1_ResetHaltRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  ResetHalt(argument: _holdfast_v1_ResetHaltRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  ResetHalt(argument: _holdfast_v1_ResetHaltRequest, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  resetHalt(argument: _holdfast_v1_ResetHaltRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  resetHalt(argument: _holdfast_v1_ResetHaltRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  resetHalt(argument: _holdfast_v1_ResetHaltRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  resetHalt(argument: _holdfast_v1_ResetHaltRequest, callback: grpc.requestCallback<_holdfast_v1_ResetHaltResponse__Output>): grpc.ClientUnaryCall;
  
  ResumeSession(argument: _holdfast_v1_ResumeSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  ResumeSession(argument: _holdfast_v1_ResumeSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  ResumeSession(argument: _holdfast_v1_ResumeSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  ResumeSession(argument: _holdfast_v1_ResumeSessionRequest, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  resumeSession(argument: _holdfast_v1_ResumeSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  resumeSession(argument: _holdfast_v1_ResumeSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  resumeSession(argument: _holdfast_v1_ResumeSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  resumeSession(argument: _holdfast_v1_ResumeSessionRequest, callback: grpc.requestCallback<_holdfast_v1_ResumeSessionResponse__Output>): grpc.ClientUnaryCall;
  
  SetPosition(argument: _holdfast_v1_SetPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  SetPosition(argument: _holdfast_v1_SetPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  SetPosition(argument: _holdfast_v1_SetPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  SetPosition(argument: _holdfast_v1_SetPositionRequest, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  setPosition(argument: _holdfast_v1_SetPositionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  setPosition(argument: _holdfast_v1_SetPositionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  setPosition(argument: _holdfast_v1_SetPositionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  setPosition(argument: _holdfast_v1_SetPositionRequest, callback: grpc.requestCallback<_holdfast_v1_SetPositionResponse__Output>): grpc.ClientUnaryCall;
  
  WatchSessions(argument: _holdfast_v1_WatchSessionsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchSessionsResponse__Output>;
  WatchSessions(argument: _holdfast_v1_WatchSessionsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchSessionsResponse__Output>;
  watchSessions(argument: _holdfast_v1_WatchSessionsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchSessionsResponse__Output>;
  watchSessions(argument: _holdfast_v1_WatchSessionsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_holdfast_v1_WatchSessionsResponse__Output>;
  
}

export interface SessionsHandlers extends grpc.UntypedServiceImplementation {
  ClearPosition: grpc.handleUnaryCall<_holdfast_v1_ClearPositionRequest__Output, _holdfast_v1_ClearPositionResponse>;
  
  CloseSession: grpc.handleUnaryCall<_holdfast_v1_CloseSessionRequest__Output, _holdfast_v1_CloseSessionResponse>;
  
  GetPosition: grpc.handleUnaryCall<_holdfast_v1_GetPositionRequest__Output, _holdfast_v1_GetPositionResponse>;
  
  GetSession: grpc.handleUnaryCall<_holdfast_v1_GetSessionRequest__Output, _holdfast_v1_GetSessionResponse>;
  
  GetTrade: grpc.handleUnaryCall<_holdfast_v1_GetTradeRequest__Output, _holdfast_v1_GetTradeResponse>;
  
  HaltSession: grpc.handleUnaryCall<_holdfast_v1_HaltSessionRequest__Output, _holdfast_v1_HaltSessionResponse>;
  
  Heartbeat: grpc.handleUnaryCall<_holdfast_v1_HeartbeatRequest__Output, _holdfast_v1_HeartbeatResponse>;
  
  ListPositions: grpc.handleUnaryCall<_holdfast_v1_ListPositionsRequest__Output, _holdfast_v1_ListPositionsResponse>;
  
  ListSessions: grpc.handleUnaryCall<_holdfast_v1_ListSessionsRequest__Output, _holdfast_v1_ListSessionsResponse>;
  
  ListTrades: grpc.handleUnaryCall<_holdfast_v1_ListTradesRequest__Output, _holdfast_v1_ListTradesResponse>;
  
  MarkPosition: grpc.handleUnaryCall<_holdfast_v1_MarkPositionRequest__Output, _holdfast_v1_MarkPositionResponse>;
  
  OpenSession: grpc.handleUnaryCall<_holdfast_v1_OpenSessionRequest__Output, _holdfast_v1_OpenSessionResponse>;
  
  PauseSession: grpc.handleUnaryCall<_holdfast_v1_PauseSessionRequest__Output, _holdfast_v1_PauseSessionResponse>;
  
  RecordTrade: grpc.handleUnaryCall<_holdfast_v1_RecordTradeRequest__Output, _holdfast_v1_RecordTradeResponse>;
  
  ResetHalt: grpc.handleUnaryCall<_holdfast_v1_ResetHaltRequest__Output, _holdfast_v1_ResetHaltResponse>;
  
  ResumeSession: grpc.handleUnaryCall<_holdfast_v1_ResumeSessionRequest__Output, _holdfast_v1_ResumeSessionResponse>;
  
  SetPosition: grpc.handleUnaryCall<_holdfast_v1_SetPositionRequest__Output, _holdfast_v1_SetPositionResponse>;
  
  WatchSessions: grpc.handleServerStreamingCall<_holdfast_v1_WatchSessionsRequest__Output, _holdfast_v1_WatchSessionsResponse>;
  
}

export interface SessionsDefinition extends grpc.ServiceDefinition {
  ClearPosition: MethodDefinition<_holdfast_v1_ClearPositionRequest, _holdfast_v1_ClearPositionResponse, _holdfast_v1_ClearPositionRequest__Output, _holdfast_v1_ClearPositionResponse__Output>
  CloseSession: MethodDefinition<_holdfast_v1_CloseSessionRequest, _holdfast_v1_CloseSessionResponse, _holdfast_v1_CloseSessionRequest__Output, _holdfast_v1_CloseSessionResponse__Output>
  GetPosition: MethodDefinition<_holdfast_v1_GetPositionRequest, _holdfast_v1_GetPositionResponse, _holdfast_v1_GetPositionRequest__Output, _holdfast_v1_GetPositionResponse__Output>
  GetSession: MethodDefinition<_holdfast_v1_GetSessionRequest, _holdfast_v1_GetSessionResponse, _holdfast_v1_GetSessionRequest__Output, _holdfast_v1_GetSessionResponse__Output>
  GetTrade: MethodDefinition<_holdfast_v1_GetTradeRequest, _holdfast_v1_GetTradeResponse, _holdfast_v1_GetTradeRequest__Output, _holdfast_v1_GetTradeResponse__Output>
  HaltSession: MethodDefinition<_holdfast_v1_HaltSessionRequest, _holdfast_v1_HaltSessionResponse, _holdfast_v1_HaltSessionRequest__Output, _holdfast_v1_HaltSessionResponse__Output>
  Heartbeat: MethodDefinition<_holdfast_v1_HeartbeatRequest, _holdfast_v1_HeartbeatResponse, _holdfast_v1_HeartbeatRequest__Output, _holdfast_v1_HeartbeatResponse__Output>
  ListPositions: MethodDefinition<_holdfast_v1_ListPositionsRequest, _holdfast_v1_ListPositionsResponse, _holdfast_v1_ListPositionsRequest__Output, _holdfast_v1_ListPositionsResponse__Output>
  ListSessions: MethodDefinition<_holdfast_v1_ListSessionsRequest, _holdfast_v1_ListSessionsResponse, _holdfast_v1_ListSessionsRequest__Output, _holdfast_v1_ListSessionsResponse__Output>
  ListTrades: MethodDefinition<_holdfast_v1_ListTradesRequest, _holdfast_v1_ListTradesResponse, _holdfast_v1_ListTradesRequest__Output, _holdfast_v1_ListTradesResponse__Output>
  MarkPosition: MethodDefinition<_holdfast_v1_MarkPositionRequest, _holdfast_v1_MarkPositionResponse, _holdfast_v1_MarkPositionRequest__Output, _holdfast_v1_MarkPositionResponse__Output>
  OpenSession: MethodDefinition<_holdfast_v1_OpenSessionRequest, _holdfast_v1_OpenSessionResponse, _holdfast_v1_OpenSessionRequest__Output, _holdfast_v1_OpenSessionResponse__Output>
  PauseSession: MethodDefinition<_holdfast_v1_PauseSessionRequest, _holdfast_v1_PauseSessionResponse, _holdfast_v1_PauseSessionRequest__Output, _holdfast_v1_PauseSessionResponse__Output>
  RecordTrade: MethodDefinition<_holdfast_v1_RecordTradeRequest, _holdfast_v1_RecordTradeResponse, _holdfast_v1_RecordTradeRequest__Output, _holdfast_v1_RecordTradeResponse__Output>
  ResetHalt: MethodDefinition<_holdfast_v1_ResetHaltRequest, _holdfast_v1_ResetHaltResponse, _holdfast_v1_ResetHaltRequest__Output, _holdfast_v1_ResetHaltResponse__Output>
  ResumeSession: MethodDefinition<_holdfast_v1_ResumeSessionRequest, _holdfast_v1_ResumeSessionResponse, _holdfast_v1_ResumeSessionRequest__Output, _holdfast_v1_ResumeSessionResponse__Output>
  SetPosition: MethodDefinition<_holdfast_v1_SetPositionRequest, _holdfast_v1_SetPositionResponse, _holdfast_v1_SetPositionRequest__Output, _holdfast_v1_SetPositionResponse__Output>
  WatchSessions: MethodDefinition<_holdfast_v1_WatchSessionsRequest, _holdfast_v1_WatchSessionsResponse, _holdfast_v1_WatchSessionsRequest__Output, _holdfast_v1_WatchSessionsResponse__Output>
}
