import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from './holdfast/v1/Balance.js';
import type { BalanceAsOfRequest as _holdfast_v1_BalanceAsOfRequest, BalanceAsOfRequest__Output as _holdfast_v1_BalanceAsOfRequest__Output } from './holdfast/v1/BalanceAsOfRequest.js';
import type { BalanceAsOfResponse as _holdfast_v1_BalanceAsOfResponse, BalanceAsOfResponse__Output as _holdfast_v1_BalanceAsOfResponse__Output } from './holdfast/v1/BalanceAsOfResponse.js';
import type { ClearPositionRequest as _holdfast_v1_ClearPositionRequest, ClearPositionRequest__Output as _holdfast_v1_ClearPositionRequest__Output } from './holdfast/v1/ClearPositionRequest.js';
import type { ClearPositionResponse as _holdfast_v1_ClearPositionResponse, ClearPositionResponse__Output as _holdfast_v1_ClearPositionResponse__Output } from './holdfast/v1/ClearPositionResponse.js';
import type { CloseSessionRequest as _holdfast_v1_CloseSessionRequest, CloseSessionRequest__Output as _holdfast_v1_CloseSessionRequest__Output } from './holdfast/v1/CloseSessionRequest.js';
import type { CloseSessionResponse as _holdfast_v1_CloseSessionResponse, CloseSessionResponse__Output as _holdfast_v1_CloseSessionResponse__Output } from './holdfast/v1/CloseSessionResponse.js';
import type { ConfigureAccountRequest as _holdfast_v1_ConfigureAccountRequest, ConfigureAccountRequest__Output as _holdfast_v1_ConfigureAccountRequest__Output } from './holdfast/v1/ConfigureAccountRequest.js';
import type { ConfigureAccountResponse as _holdfast_v1_ConfigureAccountResponse, ConfigureAccountResponse__Output as _holdfast_v1_ConfigureAccountResponse__Output } from './holdfast/v1/ConfigureAccountResponse.js';
import type { DeleteGuardRequest as _holdfast_v1_DeleteGuardRequest, DeleteGuardRequest__Output as _holdfast_v1_DeleteGuardRequest__Output } from './holdfast/v1/DeleteGuardRequest.js';
import type { DeleteGuardResponse as _holdfast_v1_DeleteGuardResponse, DeleteGuardResponse__Output as _holdfast_v1_DeleteGuardResponse__Output } from './holdfast/v1/DeleteGuardResponse.js';
import type { Document as _holdfast_v1_Document, Document__Output as _holdfast_v1_Document__Output } from './holdfast/v1/Document.js';
import type { EvaluateGuardsRequest as _holdfast_v1_EvaluateGuardsRequest, EvaluateGuardsRequest__Output as _holdfast_v1_EvaluateGuardsRequest__Output } from './holdfast/v1/EvaluateGuardsRequest.js';
import type { EvaluateGuardsResponse as _holdfast_v1_EvaluateGuardsResponse, EvaluateGuardsResponse__Output as _holdfast_v1_EvaluateGuardsResponse__Output } from './holdfast/v1/EvaluateGuardsResponse.js';
import type { ExpectedBalance as _holdfast_v1_ExpectedBalance, ExpectedBalance__Output as _holdfast_v1_ExpectedBalance__Output } from './holdfast/v1/ExpectedBalance.js';
import type { GetBalancesRequest as _holdfast_v1_GetBalancesRequest, GetBalancesRequest__Output as _holdfast_v1_GetBalancesRequest__Output } from './holdfast/v1/GetBalancesRequest.js';
import type { GetBalancesResponse as _holdfast_v1_GetBalancesResponse, GetBalancesResponse__Output as _holdfast_v1_GetBalancesResponse__Output } from './holdfast/v1/GetBalancesResponse.js';
import type { GetPositionRequest as _holdfast_v1_GetPositionRequest, GetPositionRequest__Output as _holdfast_v1_GetPositionRequest__Output } from './holdfast/v1/GetPositionRequest.js';
import type { GetPositionResponse as _holdfast_v1_GetPositionResponse, GetPositionResponse__Output as _holdfast_v1_GetPositionResponse__Output } from './holdfast/v1/GetPositionResponse.js';
import type { GetSessionRequest as _holdfast_v1_GetSessionRequest, GetSessionRequest__Output as _holdfast_v1_GetSessionRequest__Output } from './holdfast/v1/GetSessionRequest.js';
import type { GetSessionResponse as _holdfast_v1_GetSessionResponse, GetSessionResponse__Output as _holdfast_v1_GetSessionResponse__Output } from './holdfast/v1/GetSessionResponse.js';
import type { GetTradeRequest as _holdfast_v1_GetTradeRequest, GetTradeRequest__Output as _holdfast_v1_GetTradeRequest__Output } from './holdfast/v1/GetTradeRequest.js';
import type { GetTradeResponse as _holdfast_v1_GetTradeResponse, GetTradeResponse__Output as _holdfast_v1_GetTradeResponse__Output } from './holdfast/v1/GetTradeResponse.js';
import type { GetTransactionRequest as _holdfast_v1_GetTransactionRequest, GetTransactionRequest__Output as _holdfast_v1_GetTransactionRequest__Output } from './holdfast/v1/GetTransactionRequest.js';
import type { GetTransactionResponse as _holdfast_v1_GetTransactionResponse, GetTransactionResponse__Output as _holdfast_v1_GetTransactionResponse__Output } from './holdfast/v1/GetTransactionResponse.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from './holdfast/v1/Guard.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from './holdfast/v1/GuardRule.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from './holdfast/v1/GuardScope.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from './holdfast/v1/GuardVerdict.js';
import type { HaltSessionRequest as _holdfast_v1_HaltSessionRequest, HaltSessionRequest__Output as _holdfast_v1_HaltSessionRequest__Output } from './holdfast/v1/HaltSessionRequest.js';
import type { HaltSessionResponse as _holdfast_v1_HaltSessionResponse, HaltSessionResponse__Output as _holdfast_v1_HaltSessionResponse__Output } from './holdfast/v1/HaltSessionResponse.js';
import type { HeartbeatRequest as _holdfast_v1_HeartbeatRequest, HeartbeatRequest__Output as _holdfast_v1_HeartbeatRequest__Output } from './holdfast/v1/HeartbeatRequest.js';
import type { HeartbeatResponse as _holdfast_v1_HeartbeatResponse, HeartbeatResponse__Output as _holdfast_v1_HeartbeatResponse__Output } from './holdfast/v1/HeartbeatResponse.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from './holdfast/v1/Hold.js';
import type { LedgerClient as _holdfast_v1_LedgerClient, LedgerDefinition as _holdfast_v1_LedgerDefinition } from './holdfast/v1/Ledger.js';
import type { ListGuardsRequest as _holdfast_v1_ListGuardsRequest, ListGuardsRequest__Output as _holdfast_v1_ListGuardsRequest__Output } from './holdfast/v1/ListGuardsRequest.js';
import type { ListGuardsResponse as _holdfast_v1_ListGuardsResponse, ListGuardsResponse__Output as _holdfast_v1_ListGuardsResponse__Output } from './holdfast/v1/ListGuardsResponse.js';
import type { ListHoldsRequest as _holdfast_v1_ListHoldsRequest, ListHoldsRequest__Output as _holdfast_v1_ListHoldsRequest__Output } from './holdfast/v1/ListHoldsRequest.js';
import type { ListHoldsResponse as _holdfast_v1_ListHoldsResponse, ListHoldsResponse__Output as _holdfast_v1_ListHoldsResponse__Output } from './holdfast/v1/ListHoldsResponse.js';
import type { ListPositionsRequest as _holdfast_v1_ListPositionsRequest, ListPositionsRequest__Output as _holdfast_v1_ListPositionsRequest__Output } from './holdfast/v1/ListPositionsRequest.js';
import type { ListPositionsResponse as _holdfast_v1_ListPositionsResponse, ListPositionsResponse__Output as _holdfast_v1_ListPositionsResponse__Output } from './holdfast/v1/ListPositionsResponse.js';
import type { ListSessionsRequest as _holdfast_v1_ListSessionsRequest, ListSessionsRequest__Output as _holdfast_v1_ListSessionsRequest__Output } from './holdfast/v1/ListSessionsRequest.js';
import type { ListSessionsResponse as _holdfast_v1_ListSessionsResponse, ListSessionsResponse__Output as _holdfast_v1_ListSessionsResponse__Output } from './holdfast/v1/ListSessionsResponse.js';
import type { ListSnapshotsRequest as _holdfast_v1_ListSnapshotsRequest, ListSnapshotsRequest__Output as _holdfast_v1_ListSnapshotsRequest__Output } from './holdfast/v1/ListSnapshotsRequest.js';
import type { ListSnapshotsResponse as _holdfast_v1_ListSnapshotsResponse, ListSnapshotsResponse__Output as _holdfast_v1_ListSnapshotsResponse__Output } from './holdfast/v1/ListSnapshotsResponse.js';
import type { ListTradesRequest as _holdfast_v1_ListTradesRequest, ListTradesRequest__Output as _holdfast_v1_ListTradesRequest__Output } from './holdfast/v1/ListTradesRequest.js';
import type { ListTradesResponse as _holdfast_v1_ListTradesResponse, ListTradesResponse__Output as _holdfast_v1_ListTradesResponse__Output } from './holdfast/v1/ListTradesResponse.js';
import type { ListTransactionsRequest as _holdfast_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _holdfast_v1_ListTransactionsRequest__Output } from './holdfast/v1/ListTransactionsRequest.js';
import type { ListTransactionsResponse as _holdfast_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _holdfast_v1_ListTransactionsResponse__Output } from './holdfast/v1/ListTransactionsResponse.js';
import type { MarkPositionRequest as _holdfast_v1_MarkPositionRequest, MarkPositionRequest__Output as _holdfast_v1_MarkPositionRequest__Output } from './holdfast/v1/MarkPositionRequest.js';
import type { MarkPositionResponse as _holdfast_v1_MarkPositionResponse, MarkPositionResponse__Output as _holdfast_v1_MarkPositionResponse__Output } from './holdfast/v1/MarkPositionResponse.js';
import type { OpenSessionRequest as _holdfast_v1_OpenSessionRequest, OpenSessionRequest__Output as _holdfast_v1_OpenSessionRequest__Output } from './holdfast/v1/OpenSessionRequest.js';
import type { OpenSessionResponse as _holdfast_v1_OpenSessionResponse, OpenSessionResponse__Output as _holdfast_v1_OpenSessionResponse__Output } from './holdfast/v1/OpenSessionResponse.js';
import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from './holdfast/v1/OperationRisk.js';
import type { PauseSessionRequest as _holdfast_v1_PauseSessionRequest, PauseSessionRequest__Output as _holdfast_v1_PauseSessionRequest__Output } from './holdfast/v1/PauseSessionRequest.js';
import type { PauseSessionResponse as _holdfast_v1_PauseSessionResponse, PauseSessionResponse__Output as _holdfast_v1_PauseSessionResponse__Output } from './holdfast/v1/PauseSessionResponse.js';
import type { PlaceHoldRequest as _holdfast_v1_PlaceHoldRequest, PlaceHoldRequest__Output as _holdfast_v1_PlaceHoldRequest__Output } from './holdfast/v1/PlaceHoldRequest.js';
import type { PlaceHoldResponse as _holdfast_v1_PlaceHoldResponse, PlaceHoldResponse__Output as _holdfast_v1_PlaceHoldResponse__Output } from './holdfast/v1/PlaceHoldResponse.js';
import type { Position as _holdfast_v1_Position, Position__Output as _holdfast_v1_Position__Output } from './holdfast/v1/Position.js';
import type { PostHoldRequest as _holdfast_v1_PostHoldRequest, PostHoldRequest__Output as _holdfast_v1_PostHoldRequest__Output } from './holdfast/v1/PostHoldRequest.js';
import type { PostHoldResponse as _holdfast_v1_PostHoldResponse, PostHoldResponse__Output as _holdfast_v1_PostHoldResponse__Output } from './holdfast/v1/PostHoldResponse.js';
import type { PostTransactionRequest as _holdfast_v1_PostTransactionRequest, PostTransactionRequest__Output as _holdfast_v1_PostTransactionRequest__Output } from './holdfast/v1/PostTransactionRequest.js';
import type { PostTransactionResponse as _holdfast_v1_PostTransactionResponse, PostTransactionResponse__Output as _holdfast_v1_PostTransactionResponse__Output } from './holdfast/v1/PostTransactionResponse.js';
import type { Posting as _holdfast_v1_Posting, Posting__Output as _holdfast_v1_Posting__Output } from './holdfast/v1/Posting.js';
import type { PutGuardRequest as _holdfast_v1_PutGuardRequest, PutGuardRequest__Output as _holdfast_v1_PutGuardRequest__Output } from './holdfast/v1/PutGuardRequest.js';
import type { PutGuardResponse as _holdfast_v1_PutGuardResponse, PutGuardResponse__Output as _holdfast_v1_PutGuardResponse__Output } from './holdfast/v1/PutGuardResponse.js';
import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from './holdfast/v1/ReadHeader.js';
import type { ReconcileRequest as _holdfast_v1_ReconcileRequest, ReconcileRequest__Output as _holdfast_v1_ReconcileRequest__Output } from './holdfast/v1/ReconcileRequest.js';
import type { ReconcileResponse as _holdfast_v1_ReconcileResponse, ReconcileResponse__Output as _holdfast_v1_ReconcileResponse__Output } from './holdfast/v1/ReconcileResponse.js';
import type { ReconciledBalance as _holdfast_v1_ReconciledBalance, ReconciledBalance__Output as _holdfast_v1_ReconciledBalance__Output } from './holdfast/v1/ReconciledBalance.js';
import type { RecordTradeRequest as _holdfast_v1_RecordTradeRequest, RecordTradeRequest__Output as _holdfast_v1_RecordTradeRequest__Output } from './holdfast/v1/RecordTradeRequest.js';
import type { RecordTradeResponse as _holdfast_v1_RecordTradeResponse, RecordTradeResponse__Output as _holdfast_v1_RecordTradeResponse__Output } from './holdfast/v1/RecordTradeResponse.js';
import type { RegisterAssetRequest as _holdfast_v1_RegisterAssetRequest, RegisterAssetRequest__Output as _holdfast_v1_RegisterAssetRequest__Output } from './holdfast/v1/RegisterAssetRequest.js';
import type { RegisterAssetResponse as _holdfast_v1_RegisterAssetResponse, RegisterAssetResponse__Output as _holdfast_v1_RegisterAssetResponse__Output } from './holdfast/v1/RegisterAssetResponse.js';
import type { ReleaseHoldRequest as _holdfast_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _holdfast_v1_ReleaseHoldRequest__Output } from './holdfast/v1/ReleaseHoldRequest.js';
import type { ReleaseHoldResponse as _holdfast_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _holdfast_v1_ReleaseHoldResponse__Output } from './holdfast/v1/ReleaseHoldResponse.js';
import type { ResetHaltRequest as _holdfast_v1_ResetHaltRequest, ResetHaltRequest__Output as _holdfast_v1_ResetHaltRequest__Output } from './holdfast/v1/ResetHaltRequest.js';
import type { ResetHaltResponse as _holdfast_v1_ResetHaltResponse, ResetHaltResponse__Output as _holdfast_v1_ResetHaltResponse__Output } from './holdfast/v1/ResetHaltResponse.js';
import type { ResumeSessionRequest as _holdfast_v1_ResumeSessionRequest, ResumeSessionRequest__Output as _holdfast_v1_ResumeSessionRequest__Output } from './holdfast/v1/ResumeSessionRequest.js';
import type { ResumeSessionResponse as _holdfast_v1_ResumeSessionResponse, ResumeSessionResponse__Output as _holdfast_v1_ResumeSessionResponse__Output } from './holdfast/v1/ResumeSessionResponse.js';
import type { Session as _holdfast_v1_Session, Session__Output as _holdfast_v1_Session__Output } from './holdfast/v1/Session.js';
import type { SessionsClient as _holdfast_v1_SessionsClient, SessionsDefinition as _holdfast_v1_SessionsDefinition } from './holdfast/v1/Sessions.js';
import type { SetPositionRequest as _holdfast_v1_SetPositionRequest, SetPositionRequest__Output as _holdfast_v1_SetPositionRequest__Output } from './holdfast/v1/SetPositionRequest.js';
import type { SetPositionResponse as _holdfast_v1_SetPositionResponse, SetPositionResponse__Output as _holdfast_v1_SetPositionResponse__Output } from './holdfast/v1/SetPositionResponse.js';
import type { Snapshot as _holdfast_v1_Snapshot, Snapshot__Output as _holdfast_v1_Snapshot__Output } from './holdfast/v1/Snapshot.js';
import type { SnapshotPortfolioRequest as _holdfast_v1_SnapshotPortfolioRequest, SnapshotPortfolioRequest__Output as _holdfast_v1_SnapshotPortfolioRequest__Output } from './holdfast/v1/SnapshotPortfolioRequest.js';
import type { SnapshotPortfolioResponse as _holdfast_v1_SnapshotPortfolioResponse, SnapshotPortfolioResponse__Output as _holdfast_v1_SnapshotPortfolioResponse__Output } from './holdfast/v1/SnapshotPortfolioResponse.js';
import type { Trade as _holdfast_v1_Trade, Trade__Output as _holdfast_v1_Trade__Output } from './holdfast/v1/Trade.js';
import type { Transaction as _holdfast_v1_Transaction, Transaction__Output as _holdfast_v1_Transaction__Output } from './holdfast/v1/Transaction.js';
import type { WatchSessionsRequest as _holdfast_v1_WatchSessionsRequest, WatchSessionsRequest__Output as _holdfast_v1_WatchSessionsRequest__Output } from './holdfast/v1/WatchSessionsRequest.js';
import type { WatchSessionsResponse as _holdfast_v1_WatchSessionsResponse, WatchSessionsResponse__Output as _holdfast_v1_WatchSessionsResponse__Output } from './holdfast/v1/WatchSessionsResponse.js';
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
      Balance: MessageTypeDefinition<_holdfast_v1_Balance, _holdfast_v1_Balance__Output>
      BalanceAsOfRequest: MessageTypeDefinition<_holdfast_v1_BalanceAsOfRequest, _holdfast_v1_BalanceAsOfRequest__Output>
      BalanceAsOfResponse: MessageTypeDefinition<_holdfast_v1_BalanceAsOfResponse, _holdfast_v1_BalanceAsOfResponse__Output>
      ClearPositionRequest: MessageTypeDefinition<_holdfast_v1_ClearPositionRequest, _holdfast_v1_ClearPositionRequest__Output>
      ClearPositionResponse: MessageTypeDefinition<_holdfast_v1_ClearPositionResponse, _holdfast_v1_ClearPositionResponse__Output>
      CloseSessionRequest: MessageTypeDefinition<_holdfast_v1_CloseSessionRequest, _holdfast_v1_CloseSessionRequest__Output>
      CloseSessionResponse: MessageTypeDefinition<_holdfast_v1_CloseSessionResponse, _holdfast_v1_CloseSessionResponse__Output>
      ConfigureAccountRequest: MessageTypeDefinition<_holdfast_v1_ConfigureAccountRequest, _holdfast_v1_ConfigureAccountRequest__Output>
      ConfigureAccountResponse: MessageTypeDefinition<_holdfast_v1_ConfigureAccountResponse, _holdfast_v1_ConfigureAccountResponse__Output>
      DeleteGuardRequest: MessageTypeDefinition<_holdfast_v1_DeleteGuardRequest, _holdfast_v1_DeleteGuardRequest__Output>
      DeleteGuardResponse: MessageTypeDefinition<_holdfast_v1_DeleteGuardResponse, _holdfast_v1_DeleteGuardResponse__Output>
      Document: MessageTypeDefinition<_holdfast_v1_Document, _holdfast_v1_Document__Output>
      DocumentEncoding: EnumTypeDefinition
      EvaluateGuardsRequest: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsRequest, _holdfast_v1_EvaluateGuardsRequest__Output>
      EvaluateGuardsResponse: MessageTypeDefinition<_holdfast_v1_EvaluateGuardsResponse, _holdfast_v1_EvaluateGuardsResponse__Output>
      ExpectedBalance: MessageTypeDefinition<_holdfast_v1_ExpectedBalance, _holdfast_v1_ExpectedBalance__Output>
      GetBalancesRequest: MessageTypeDefinition<_holdfast_v1_GetBalancesRequest, _holdfast_v1_GetBalancesRequest__Output>
      GetBalancesResponse: MessageTypeDefinition<_holdfast_v1_GetBalancesResponse, _holdfast_v1_GetBalancesResponse__Output>
      GetPositionRequest: MessageTypeDefinition<_holdfast_v1_GetPositionRequest, _holdfast_v1_GetPositionRequest__Output>
      GetPositionResponse: MessageTypeDefinition<_holdfast_v1_GetPositionResponse, _holdfast_v1_GetPositionResponse__Output>
      GetSessionRequest: MessageTypeDefinition<_holdfast_v1_GetSessionRequest, _holdfast_v1_GetSessionRequest__Output>
      GetSessionResponse: MessageTypeDefinition<_holdfast_v1_GetSessionResponse, _holdfast_v1_GetSessionResponse__Output>
      GetTradeRequest: MessageTypeDefinition<_holdfast_v1_GetTradeRequest, _holdfast_v1_GetTradeRequest__Output>
      GetTradeResponse: MessageTypeDefinition<_holdfast_v1_GetTradeResponse, _holdfast_v1_GetTradeResponse__Output>
      GetTransactionRequest: MessageTypeDefinition<_holdfast_v1_GetTransactionRequest, _holdfast_v1_GetTransactionRequest__Output>
      GetTransactionResponse: MessageTypeDefinition<_holdfast_v1_GetTransactionResponse, _holdfast_v1_GetTransactionResponse__Output>
      Guard: MessageTypeDefinition<_holdfast_v1_Guard, _holdfast_v1_Guard__Output>
      GuardMode: EnumTypeDefinition
      GuardRule: MessageTypeDefinition<_holdfast_v1_GuardRule, _holdfast_v1_GuardRule__Output>
      GuardScope: MessageTypeDefinition<_holdfast_v1_GuardScope, _holdfast_v1_GuardScope__Output>
      GuardVerdict: MessageTypeDefinition<_holdfast_v1_GuardVerdict, _holdfast_v1_GuardVerdict__Output>
      HaltSessionRequest: MessageTypeDefinition<_holdfast_v1_HaltSessionRequest, _holdfast_v1_HaltSessionRequest__Output>
      HaltSessionResponse: MessageTypeDefinition<_holdfast_v1_HaltSessionResponse, _holdfast_v1_HaltSessionResponse__Output>
      HeartbeatRequest: MessageTypeDefinition<_holdfast_v1_HeartbeatRequest, _holdfast_v1_HeartbeatRequest__Output>
      HeartbeatResponse: MessageTypeDefinition<_holdfast_v1_HeartbeatResponse, _holdfast_v1_HeartbeatResponse__Output>
      Hold: MessageTypeDefinition<_holdfast_v1_Hold, _holdfast_v1_Hold__Output>
      HoldStatus: EnumTypeDefinition
      Ledger: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_LedgerClient> & { service: _holdfast_v1_LedgerDefinition }
      ListGuardsRequest: MessageTypeDefinition<_holdfast_v1_ListGuardsRequest, _holdfast_v1_ListGuardsRequest__Output>
      ListGuardsResponse: MessageTypeDefinition<_holdfast_v1_ListGuardsResponse, _holdfast_v1_ListGuardsResponse__Output>
      ListHoldsRequest: MessageTypeDefinition<_holdfast_v1_ListHoldsRequest, _holdfast_v1_ListHoldsRequest__Output>
      ListHoldsResponse: MessageTypeDefinition<_holdfast_v1_ListHoldsResponse, _holdfast_v1_ListHoldsResponse__Output>
      ListPositionsRequest: MessageTypeDefinition<_holdfast_v1_ListPositionsRequest, _holdfast_v1_ListPositionsRequest__Output>
      ListPositionsResponse: MessageTypeDefinition<_holdfast_v1_ListPositionsResponse, _holdfast_v1_ListPositionsResponse__Output>
      ListSessionsRequest: MessageTypeDefinition<_holdfast_v1_ListSessionsRequest, _holdfast_v1_ListSessionsRequest__Output>
      ListSessionsResponse: MessageTypeDefinition<_holdfast_v1_ListSessionsResponse, _holdfast_v1_ListSessionsResponse__Output>
      ListSnapshotsRequest: MessageTypeDefinition<_holdfast_v1_ListSnapshotsRequest, _holdfast_v1_ListSnapshotsRequest__Output>
      ListSnapshotsResponse: MessageTypeDefinition<_holdfast_v1_ListSnapshotsResponse, _holdfast_v1_ListSnapshotsResponse__Output>
      ListTradesRequest: MessageTypeDefinition<_holdfast_v1_ListTradesRequest, _holdfast_v1_ListTradesRequest__Output>
      ListTradesResponse: MessageTypeDefinition<_holdfast_v1_ListTradesResponse, _holdfast_v1_ListTradesResponse__Output>
      ListTransactionsRequest: MessageTypeDefinition<_holdfast_v1_ListTransactionsRequest, _holdfast_v1_ListTransactionsRequest__Output>
      ListTransactionsResponse: MessageTypeDefinition<_holdfast_v1_ListTransactionsResponse, _holdfast_v1_ListTransactionsResponse__Output>
      MarkPositionRequest: MessageTypeDefinition<_holdfast_v1_MarkPositionRequest, _holdfast_v1_MarkPositionRequest__Output>
      MarkPositionResponse: MessageTypeDefinition<_holdfast_v1_MarkPositionResponse, _holdfast_v1_MarkPositionResponse__Output>
      OpenSessionRequest: MessageTypeDefinition<_holdfast_v1_OpenSessionRequest, _holdfast_v1_OpenSessionRequest__Output>
      OpenSessionResponse: MessageTypeDefinition<_holdfast_v1_OpenSessionResponse, _holdfast_v1_OpenSessionResponse__Output>
      OperationRisk: MessageTypeDefinition<_holdfast_v1_OperationRisk, _holdfast_v1_OperationRisk__Output>
      PauseSessionRequest: MessageTypeDefinition<_holdfast_v1_PauseSessionRequest, _holdfast_v1_PauseSessionRequest__Output>
      PauseSessionResponse: MessageTypeDefinition<_holdfast_v1_PauseSessionResponse, _holdfast_v1_PauseSessionResponse__Output>
      PlaceHoldRequest: MessageTypeDefinition<_holdfast_v1_PlaceHoldRequest, _holdfast_v1_PlaceHoldRequest__Output>
      PlaceHoldResponse: MessageTypeDefinition<_holdfast_v1_PlaceHoldResponse, _holdfast_v1_PlaceHoldResponse__Output>
      Position: MessageTypeDefinition<_holdfast_v1_Position, _holdfast_v1_Position__Output>
      PostHoldRequest: MessageTypeDefinition<_holdfast_v1_PostHoldRequest, _holdfast_v1_PostHoldRequest__Output>
      PostHoldResponse: MessageTypeDefinition<_holdfast_v1_PostHoldResponse, _holdfast_v1_PostHoldResponse__Output>
      PostTransactionRequest: MessageTypeDefinition<_holdfast_v1_PostTransactionRequest, _holdfast_v1_PostTransactionRequest__Output>
      PostTransactionResponse: MessageTypeDefinition<_holdfast_v1_PostTransactionResponse, _holdfast_v1_PostTransactionResponse__Output>
      Posting: MessageTypeDefinition<_holdfast_v1_Posting, _holdfast_v1_Posting__Output>
      PutGuardRequest: MessageTypeDefinition<_holdfast_v1_PutGuardRequest, _holdfast_v1_PutGuardRequest__Output>
      PutGuardResponse: MessageTypeDefinition<_holdfast_v1_PutGuardResponse, _holdfast_v1_PutGuardResponse__Output>
      ReadHeader: MessageTypeDefinition<_holdfast_v1_ReadHeader, _holdfast_v1_ReadHeader__Output>
      ReconcileRequest: MessageTypeDefinition<_holdfast_v1_ReconcileRequest, _holdfast_v1_ReconcileRequest__Output>
      ReconcileResponse: MessageTypeDefinition<_holdfast_v1_ReconcileResponse, _holdfast_v1_ReconcileResponse__Output>
      ReconciledBalance: MessageTypeDefinition<_holdfast_v1_ReconciledBalance, _holdfast_v1_ReconciledBalance__Output>
      RecordTradeRequest: MessageTypeDefinition<_holdfast_v1_RecordTradeRequest, _holdfast_v1_RecordTradeRequest__Output>
      RecordTradeResponse: MessageTypeDefinition<_holdfast_v1_RecordTradeResponse, _holdfast_v1_RecordTradeResponse__Output>
      RegisterAssetRequest: MessageTypeDefinition<_holdfast_v1_RegisterAssetRequest, _holdfast_v1_RegisterAssetRequest__Output>
      RegisterAssetResponse: MessageTypeDefinition<_holdfast_v1_RegisterAssetResponse, _holdfast_v1_RegisterAssetResponse__Output>
      ReleaseHoldRequest: MessageTypeDefinition<_holdfast_v1_ReleaseHoldRequest, _holdfast_v1_ReleaseHoldRequest__Output>
      ReleaseHoldResponse: MessageTypeDefinition<_holdfast_v1_ReleaseHoldResponse, _holdfast_v1_ReleaseHoldResponse__Output>
      ResetHaltRequest: MessageTypeDefinition<_holdfast_v1_ResetHaltRequest, _holdfast_v1_ResetHaltRequest__Output>
      ResetHaltResponse: MessageTypeDefinition<_holdfast_v1_ResetHaltResponse, _holdfast_v1_ResetHaltResponse__Output>
      ResumeSessionRequest: MessageTypeDefinition<_holdfast_v1_ResumeSessionRequest, _holdfast_v1_ResumeSessionRequest__Output>
      ResumeSessionResponse: MessageTypeDefinition<_holdfast_v1_ResumeSessionResponse, _holdfast_v1_ResumeSessionResponse__Output>
      Session: MessageTypeDefinition<_holdfast_v1_Session, _holdfast_v1_Session__Output>
      SessionState: EnumTypeDefinition
      Sessions: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_SessionsClient> & { service: _holdfast_v1_SessionsDefinition }
      SetPositionRequest: MessageTypeDefinition<_holdfast_v1_SetPositionRequest, _holdfast_v1_SetPositionRequest__Output>
      SetPositionResponse: MessageTypeDefinition<_holdfast_v1_SetPositionResponse, _holdfast_v1_SetPositionResponse__Output>
      Snapshot: MessageTypeDefinition<_holdfast_v1_Snapshot, _holdfast_v1_Snapshot__Output>
      SnapshotPortfolioRequest: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioRequest, _holdfast_v1_SnapshotPortfolioRequest__Output>
      SnapshotPortfolioResponse: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioResponse, _holdfast_v1_SnapshotPortfolioResponse__Output>
      Trade: MessageTypeDefinition<_holdfast_v1_Trade, _holdfast_v1_Trade__Output>
      TradeSide: EnumTypeDefinition
      Transaction: MessageTypeDefinition<_holdfast_v1_Transaction, _holdfast_v1_Transaction__Output>
      WatchSessionsRequest: MessageTypeDefinition<_holdfast_v1_WatchSessionsRequest, _holdfast_v1_WatchSessionsRequest__Output>
      WatchSessionsResponse: MessageTypeDefinition<_holdfast_v1_WatchSessionsResponse, _holdfast_v1_WatchSessionsResponse__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

