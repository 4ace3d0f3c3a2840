import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.js';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.js';
import type { Balance as _holdfast_v1_Balance, Balance__Output as _holdfast_v1_Balance__Output } from './holdfast/v1/Balance.js';
import type { BalanceAsOfRequest as _holdfast_v1_BalanceAsOfRequest, BalanceAsOfRequest__Output as _holdfast_v1_BalanceAsOfRequest__Output } from './holdfast/v1/BalanceAsOfRequest.js';
import type { BalanceAsOfResponse as _holdfast_v1_BalanceAsOfResponse, BalanceAsOfResponse__Output as _holdfast_v1_BalanceAsOfResponse__Output } from './holdfast/v1/BalanceAsOfResponse.js';
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
import type { GetTransactionRequest as _holdfast_v1_GetTransactionRequest, GetTransactionRequest__Output as _holdfast_v1_GetTransactionRequest__Output } from './holdfast/v1/GetTransactionRequest.js';
import type { GetTransactionResponse as _holdfast_v1_GetTransactionResponse, GetTransactionResponse__Output as _holdfast_v1_GetTransactionResponse__Output } from './holdfast/v1/GetTransactionResponse.js';
import type { Guard as _holdfast_v1_Guard, Guard__Output as _holdfast_v1_Guard__Output } from './holdfast/v1/Guard.js';
import type { GuardRule as _holdfast_v1_GuardRule, GuardRule__Output as _holdfast_v1_GuardRule__Output } from './holdfast/v1/GuardRule.js';
import type { GuardScope as _holdfast_v1_GuardScope, GuardScope__Output as _holdfast_v1_GuardScope__Output } from './holdfast/v1/GuardScope.js';
import type { GuardVerdict as _holdfast_v1_GuardVerdict, GuardVerdict__Output as _holdfast_v1_GuardVerdict__Output } from './holdfast/v1/GuardVerdict.js';
import type { Hold as _holdfast_v1_Hold, Hold__Output as _holdfast_v1_Hold__Output } from './holdfast/v1/Hold.js';
import type { LedgerClient as _holdfast_v1_LedgerClient, LedgerDefinition as _holdfast_v1_LedgerDefinition } from './holdfast/v1/Ledger.js';
import type { ListGuardsRequest as _holdfast_v1_ListGuardsRequest, ListGuardsRequest__Output as _holdfast_v1_ListGuardsRequest__Output } from './holdfast/v1/ListGuardsRequest.js';
import type { ListGuardsResponse as _holdfast_v1_ListGuardsResponse, ListGuardsResponse__Output as _holdfast_v1_ListGuardsResponse__Output } from './holdfast/v1/ListGuardsResponse.js';
import type { ListHoldsRequest as _holdfast_v1_ListHoldsRequest, ListHoldsRequest__Output as _holdfast_v1_ListHoldsRequest__Output } from './holdfast/v1/ListHoldsRequest.js';
import type { ListHoldsResponse as _holdfast_v1_ListHoldsResponse, ListHoldsResponse__Output as _holdfast_v1_ListHoldsResponse__Output } from './holdfast/v1/ListHoldsResponse.js';
import type { ListSnapshotsRequest as _holdfast_v1_ListSnapshotsRequest, ListSnapshotsRequest__Output as _holdfast_v1_ListSnapshotsRequest__Output } from './holdfast/v1/ListSnapshotsRequest.js';
import type { ListSnapshotsResponse as _holdfast_v1_ListSnapshotsResponse, ListSnapshotsResponse__Output as _holdfast_v1_ListSnapshotsResponse__Output } from './holdfast/v1/ListSnapshotsResponse.js';
import type { ListTransactionsRequest as _holdfast_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _holdfast_v1_ListTransactionsRequest__Output } from './holdfast/v1/ListTransactionsRequest.js';
import type { ListTransactionsResponse as _holdfast_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _holdfast_v1_ListTransactionsResponse__Output } from './holdfast/v1/ListTransactionsResponse.js';
import type { OperationRisk as _holdfast_v1_OperationRisk, OperationRisk__Output as _holdfast_v1_OperationRisk__Output } from './holdfast/v1/OperationRisk.js';
import type { PlaceHoldRequest as _holdfast_v1_PlaceHoldRequest, PlaceHoldRequest__Output as _holdfast_v1_PlaceHoldRequest__Output } from './holdfast/v1/PlaceHoldRequest.js';
import type { PlaceHoldResponse as _holdfast_v1_PlaceHoldResponse, PlaceHoldResponse__Output as _holdfast_v1_PlaceHoldResponse__Output } from './holdfast/v1/PlaceHoldResponse.js';
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
import type { RegisterAssetRequest as _holdfast_v1_RegisterAssetRequest, RegisterAssetRequest__Output as _holdfast_v1_RegisterAssetRequest__Output } from './holdfast/v1/RegisterAssetRequest.js';
import type { RegisterAssetResponse as _holdfast_v1_RegisterAssetResponse, RegisterAssetResponse__Output as _holdfast_v1_RegisterAssetResponse__Output } from './holdfast/v1/RegisterAssetResponse.js';
import type { ReleaseHoldRequest as _holdfast_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _holdfast_v1_ReleaseHoldRequest__Output } from './holdfast/v1/ReleaseHoldRequest.js';
import type { ReleaseHoldResponse as _holdfast_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _holdfast_v1_ReleaseHoldResponse__Output } from './holdfast/v1/ReleaseHoldResponse.js';
import type { Snapshot as _holdfast_v1_Snapshot, Snapshot__Output as _holdfast_v1_Snapshot__Output } from './holdfast/v1/Snapshot.js';
import type { SnapshotPortfolioRequest as _holdfast_v1_SnapshotPortfolioRequest, SnapshotPortfolioRequest__Output as _holdfast_v1_SnapshotPortfolioRequest__Output } from './holdfast/v1/SnapshotPortfolioRequest.js';
import type { SnapshotPortfolioResponse as _holdfast_v1_SnapshotPortfolioResponse, SnapshotPortfolioResponse__Output as _holdfast_v1_SnapshotPortfolioResponse__Output } from './holdfast/v1/SnapshotPortfolioResponse.js';
import type { Transaction as _holdfast_v1_Transaction, Transaction__Output as _holdfast_v1_Transaction__Output } from './holdfast/v1/Transaction.js';
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
      GetTransactionRequest: MessageTypeDefinition<_holdfast_v1_GetTransactionRequest, _holdfast_v1_GetTransactionRequest__Output>
      GetTransactionResponse: MessageTypeDefinition<_holdfast_v1_GetTransactionResponse, _holdfast_v1_GetTransactionResponse__Output>
      Guard: MessageTypeDefinition<_holdfast_v1_Guard, _holdfast_v1_Guard__Output>
      GuardMode: EnumTypeDefinition
      GuardRule: MessageTypeDefinition<_holdfast_v1_GuardRule, _holdfast_v1_GuardRule__Output>
      GuardScope: MessageTypeDefinition<_holdfast_v1_GuardScope, _holdfast_v1_GuardScope__Output>
      GuardVerdict: MessageTypeDefinition<_holdfast_v1_GuardVerdict, _holdfast_v1_GuardVerdict__Output>
      Hold: MessageTypeDefinition<_holdfast_v1_Hold, _holdfast_v1_Hold__Output>
      HoldStatus: EnumTypeDefinition
      Ledger: SubtypeConstructor<typeof grpc.Client, _holdfast_v1_LedgerClient> & { service: _holdfast_v1_LedgerDefinition }
      ListGuardsRequest: MessageTypeDefinition<_holdfast_v1_ListGuardsRequest, _holdfast_v1_ListGuardsRequest__Output>
      ListGuardsResponse: MessageTypeDefinition<_holdfast_v1_ListGuardsResponse, _holdfast_v1_ListGuardsResponse__Output>
      ListHoldsRequest: MessageTypeDefinition<_holdfast_v1_ListHoldsRequest, _holdfast_v1_ListHoldsRequest__Output>
      ListHoldsResponse: MessageTypeDefinition<_holdfast_v1_ListHoldsResponse, _holdfast_v1_ListHoldsResponse__Output>
      ListSnapshotsRequest: MessageTypeDefinition<_holdfast_v1_ListSnapshotsRequest, _holdfast_v1_ListSnapshotsRequest__Output>
      ListSnapshotsResponse: MessageTypeDefinition<_holdfast_v1_ListSnapshotsResponse, _holdfast_v1_ListSnapshotsResponse__Output>
      ListTransactionsRequest: MessageTypeDefinition<_holdfast_v1_ListTransactionsRequest, _holdfast_v1_ListTransactionsRequest__Output>
      ListTransactionsResponse: MessageTypeDefinition<_holdfast_v1_ListTransactionsResponse, _holdfast_v1_ListTransactionsResponse__Output>
      OperationRisk: MessageTypeDefinition<_holdfast_v1_OperationRisk, _holdfast_v1_OperationRisk__Output>
      PlaceHoldRequest: MessageTypeDefinition<_holdfast_v1_PlaceHoldRequest, _holdfast_v1_PlaceHoldRequest__Output>
      PlaceHoldResponse: MessageTypeDefinition<_holdfast_v1_PlaceHoldResponse, _holdfast_v1_PlaceHoldResponse__Output>
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
      RegisterAssetRequest: MessageTypeDefinition<_holdfast_v1_RegisterAssetRequest, _holdfast_v1_RegisterAssetRequest__Output>
      RegisterAssetResponse: MessageTypeDefinition<_holdfast_v1_RegisterAssetResponse, _holdfast_v1_RegisterAssetResponse__Output>
      ReleaseHoldRequest: MessageTypeDefinition<_holdfast_v1_ReleaseHoldRequest, _holdfast_v1_ReleaseHoldRequest__Output>
      ReleaseHoldResponse: MessageTypeDefinition<_holdfast_v1_ReleaseHoldResponse, _holdfast_v1_ReleaseHoldResponse__Output>
      Snapshot: MessageTypeDefinition<_holdfast_v1_Snapshot, _holdfast_v1_Snapshot__Output>
      SnapshotPortfolioRequest: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioRequest, _holdfast_v1_SnapshotPortfolioRequest__Output>
      SnapshotPortfolioResponse: MessageTypeDefinition<_holdfast_v1_SnapshotPortfolioResponse, _holdfast_v1_SnapshotPortfolioResponse__Output>
      Transaction: MessageTypeDefinition<_holdfast_v1_Transaction, _holdfast_v1_Transaction__Output>
      WriteHeader: MessageTypeDefinition<_holdfast_v1_WriteHeader, _holdfast_v1_WriteHeader__Output>
    }
  }
}

