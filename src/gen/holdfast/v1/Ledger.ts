import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { BalanceAsOfRequest as _holdfast_v1_BalanceAsOfRequest, BalanceAsOfRequest__Output as _holdfast_v1_BalanceAsOfRequest__Output } from '../../holdfast/v1/BalanceAsOfRequest.js';
import type { BalanceAsOfResponse as _holdfast_v1_BalanceAsOfResponse, BalanceAsOfResponse__Output as _holdfast_v1_BalanceAsOfResponse__Output } from '../../holdfast/v1/BalanceAsOfResponse.js';
import type { ConfigureAccountRequest as _holdfast_v1_ConfigureAccountRequest, ConfigureAccountRequest__Output as _holdfast_v1_ConfigureAccountRequest__Output } from '../../holdfast/v1/ConfigureAccountRequest.js';
import type { ConfigureAccountResponse as _holdfast_v1_ConfigureAccountResponse, ConfigureAccountResponse__Output as _holdfast_v1_ConfigureAccountResponse__Output } from '../../holdfast/v1/ConfigureAccountResponse.js';
import type { GetBalancesRequest as _holdfast_v1_GetBalancesRequest, GetBalancesRequest__Output as _holdfast_v1_GetBalancesRequest__Output } from '../../holdfast/v1/GetBalancesRequest.js';
import type { GetBalancesResponse as _holdfast_v1_GetBalancesResponse, GetBalancesResponse__Output as _holdfast_v1_GetBalancesResponse__Output } from '../../holdfast/v1/GetBalancesResponse.js';
import type { GetTransactionRequest as _holdfast_v1_GetTransactionRequest, GetTransactionRequest__Output as _holdfast_v1_GetTransactionRequest__Output } from '../../holdfast/v1/GetTransactionRequest.js';
import type { GetTransactionResponse as _holdfast_v1_GetTransactionResponse, GetTransactionResponse__Output as _holdfast_v1_GetTransactionResponse__Output } from '../../holdfast/v1/GetTransactionResponse.js';
import type { ListHoldsRequest as _holdfast_v1_ListHoldsRequest, ListHoldsRequest__Output as _holdfast_v1_ListHoldsRequest__Output } from '../../holdfast/v1/ListHoldsRequest.js';
import type { ListHoldsResponse as _holdfast_v1_ListHoldsResponse, ListHoldsResponse__Output as _holdfast_v1_ListHoldsResponse__Output } from '../../holdfast/v1/ListHoldsResponse.js';
import type { ListSnapshotsRequest as _holdfast_v1_ListSnapshotsRequest, ListSnapshotsRequest__Output as _holdfast_v1_ListSnapshotsRequest__Output } from '../../holdfast/v1/ListSnapshotsRequest.js';
import type { ListSnapshotsResponse as _holdfast_v1_ListSnapshotsResponse, ListSnapshotsResponse__Output as _holdfast_v1_ListSnapshotsResponse__Output } from '../../holdfast/v1/ListSnapshotsResponse.js';
import type { ListTransactionsRequest as _holdfast_v1_ListTransactionsRequest, ListTransactionsRequest__Output as _holdfast_v1_ListTransactionsRequest__Output } from '../../holdfast/v1/ListTransactionsRequest.js';
import type { ListTransactionsResponse as _holdfast_v1_ListTransactionsResponse, ListTransactionsResponse__Output as _holdfast_v1_ListTransactionsResponse__Output } from '../../holdfast/v1/ListTransactionsResponse.js';
import type { PlaceHoldRequest as _holdfast_v1_PlaceHoldRequest, PlaceHoldRequest__Output as _holdfast_v1_PlaceHoldRequest__Output } from '../../holdfast/v1/PlaceHoldRequest.js';
import type { PlaceHoldResponse as _holdfast_v1_PlaceHoldResponse, PlaceHoldResponse__Output as _holdfast_v1_PlaceHoldResponse__Output } from '../../holdfast/v1/PlaceHoldResponse.js';
import type { PostHoldRequest as _holdfast_v1_PostHoldRequest, PostHoldRequest__Output as _holdfast_v1_PostHoldRequest__Output } from '../../holdfast/v1/PostHoldRequest.js';
import type { PostHoldResponse as _holdfast_v1_PostHoldResponse, PostHoldResponse__Output as _holdfast_v1_PostHoldResponse__Output } from '../../holdfast/v1/PostHoldResponse.js';
import type { PostTransactionRequest as _holdfast_v1_PostTransactionRequest, PostTransactionRequest__Output as _holdfast_v1_PostTransactionRequest__Output } from '../../holdfast/v1/PostTransactionRequest.js';
import type { PostTransactionResponse as _holdfast_v1_PostTransactionResponse, PostTransactionResponse__Output as _holdfast_v1_PostTransactionResponse__Output } from '../../holdfast/v1/PostTransactionResponse.js';
import type { ReconcileRequest as _holdfast_v1_ReconcileRequest, ReconcileRequest__Output as _holdfast_v1_ReconcileRequest__Output } from '../../holdfast/v1/ReconcileRequest.js';
import type { ReconcileResponse as _holdfast_v1_ReconcileResponse, ReconcileResponse__Output as _holdfast_v1_ReconcileResponse__Output } from '../../holdfast/v1/ReconcileResponse.js';
import type { RegisterAssetRequest as _holdfast_v1_RegisterAssetRequest, RegisterAssetRequest__Output as _holdfast_v1_RegisterAssetRequest__Output } from '../../holdfast/v1/RegisterAssetRequest.js';
import type { RegisterAssetResponse as _holdfast_v1_RegisterAssetResponse, RegisterAssetResponse__Output as _holdfast_v1_RegisterAssetResponse__Output } from '../../holdfast/v1/RegisterAssetResponse.js';
import type { ReleaseHoldRequest as _holdfast_v1_ReleaseHoldRequest, ReleaseHoldRequest__Output as _holdfast_v1_ReleaseHoldRequest__Output } from '../../holdfast/v1/ReleaseHoldRequest.js';
import type { ReleaseHoldResponse as _holdfast_v1_ReleaseHoldResponse, ReleaseHoldResponse__Output as _holdfast_v1_ReleaseHoldResponse__Output } from '../../holdfast/v1/ReleaseHoldResponse.js';
import type { SnapshotPortfolioRequest as _holdfast_v1_SnapshotPortfolioRequest, SnapshotPortfolioRequest__Output as _holdfast_v1_SnapshotPortfolioRequest__Output } from '../../holdfast/v1/SnapshotPortfolioRequest.js';
import type { SnapshotPortfolioResponse as _holdfast_v1_SnapshotPortfolioResponse, SnapshotPortfolioResponse__Output as _holdfast_v1_SnapshotPortfolioResponse__Output } from '../../holdfast/v1/SnapshotPortfolioResponse.js';

export interface LedgerClient extends grpc.Client {
  BalanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  BalanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  BalanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  BalanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  balanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  balanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  balanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  balanceAsOf(argument: _holdfast_v1_BalanceAsOfRequest, callback: grpc.requestCallback<_holdfast_v1_BalanceAsOfResponse__Output>): grpc.ClientUnaryCall;
  
  ConfigureAccount(argument: _holdfast_v1_ConfigureAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  ConfigureAccount(argument: _holdfast_v1_ConfigureAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  ConfigureAccount(argument: _holdfast_v1_ConfigureAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  ConfigureAccount(argument: _holdfast_v1_ConfigureAccountRequest, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  configureAccount(argument: _holdfast_v1_ConfigureAccountRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  configureAccount(argument: _holdfast_v1_ConfigureAccountRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  configureAccount(argument: _holdfast_v1_ConfigureAccountRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  configureAccount(argument: _holdfast_v1_ConfigureAccountRequest, callback: grpc.requestCallback<_holdfast_v1_ConfigureAccountResponse__Output>): grpc.ClientUnaryCall;
  
  GetBalances(argument: _holdfast_v1_GetBalancesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  GetBalances(argument: _holdfast_v1_GetBalancesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  GetBalances(argument: _holdfast_v1_GetBalancesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  GetBalances(argument: _holdfast_v1_GetBalancesRequest, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  getBalances(argument: _holdfast_v1_GetBalancesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  getBalances(argument: _holdfast_v1_GetBalancesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  getBalances(argument: _holdfast_v1_GetBalancesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  getBalances(argument: _holdfast_v1_GetBalancesRequest, callback: grpc.requestCallback<_holdfast_v1_GetBalancesResponse__Output>): grpc.ClientUnaryCall;
  
  GetTransaction(argument: _holdfast_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _holdfast_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _holdfast_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  GetTransaction(argument: _holdfast_v1_GetTransactionRequest, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _holdfast_v1_GetTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _holdfast_v1_GetTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _holdfast_v1_GetTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  getTransaction(argument: _holdfast_v1_GetTransactionRequest, callback: grpc.requestCallback<_holdfast_v1_GetTransactionResponse__Output>): grpc.ClientUnaryCall;
  
  ListHolds(argument: _holdfast_v1_ListHoldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListHolds(argument: _holdfast_v1_ListHoldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListHolds(argument: _holdfast_v1_ListHoldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  ListHolds(argument: _holdfast_v1_ListHoldsRequest, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  listHolds(argument: _holdfast_v1_ListHoldsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  listHolds(argument: _holdfast_v1_ListHoldsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  listHolds(argument: _holdfast_v1_ListHoldsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  listHolds(argument: _holdfast_v1_ListHoldsRequest, callback: grpc.requestCallback<_holdfast_v1_ListHoldsResponse__Output>): grpc.ClientUnaryCall;
  
  ListSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  ListSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  listSnapshots(argument: _holdfast_v1_ListSnapshotsRequest, callback: grpc.requestCallback<_holdfast_v1_ListSnapshotsResponse__Output>): grpc.ClientUnaryCall;
  
  ListTransactions(argument: _holdfast_v1_ListTransactionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  ListTransactions(argument: _holdfast_v1_ListTransactionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  ListTransactions(argument: _holdfast_v1_ListTransactionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  ListTransactions(argument: _holdfast_v1_ListTransactionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _holdfast_v1_ListTransactionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _holdfast_v1_ListTransactionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _holdfast_v1_ListTransactionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  listTransactions(argument: _holdfast_v1_ListTransactionsRequest, callback: grpc.requestCallback<_holdfast_v1_ListTransactionsResponse__Output>): grpc.ClientUnaryCall;
  
  PlaceHold(argument: _holdfast_v1_PlaceHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  PlaceHold(argument: _holdfast_v1_PlaceHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  PlaceHold(argument: _holdfast_v1_PlaceHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  PlaceHold(argument: _holdfast_v1_PlaceHoldRequest, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  placeHold(argument: _holdfast_v1_PlaceHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  placeHold(argument: _holdfast_v1_PlaceHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  placeHold(argument: _holdfast_v1_PlaceHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  placeHold(argument: _holdfast_v1_PlaceHoldRequest, callback: grpc.requestCallback<_holdfast_v1_PlaceHoldResponse__Output>): grpc.ClientUnaryCall;
  
  PostHold(argument: _holdfast_v1_PostHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  PostHold(argument: _holdfast_v1_PostHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  PostHold(argument: _holdfast_v1_PostHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  PostHold(argument: _holdfast_v1_PostHoldRequest, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  postHold(argument: _holdfast_v1_PostHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  postHold(argument: _holdfast_v1_PostHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  postHold(argument: _holdfast_v1_PostHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  postHold(argument: _holdfast_v1_PostHoldRequest, callback: grpc.requestCallback<_holdfast_v1_PostHoldResponse__Output>): grpc.ClientUnaryCall;
  
  PostTransaction(argument: _holdfast_v1_PostTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  PostTransaction(argument: _holdfast_v1_PostTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  PostTransaction(argument: _holdfast_v1_PostTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  PostTransaction(argument: _holdfast_v1_PostTransactionRequest, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  postTransaction(argument: _holdfast_v1_PostTransactionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  postTransaction(argument: _holdfast_v1_PostTransactionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  postTransaction(argument: _holdfast_v1_PostTransactionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  postTransaction(argument: _holdfast_v1_PostTransactionRequest, callback: grpc.requestCallback<_holdfast_v1_PostTransactionResponse__Output>): grpc.ClientUnaryCall;
  
  Reconcile(argument: _holdfast_v1_ReconcileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  Reconcile(argument: _holdfast_v1_ReconcileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  Reconcile(argument: _holdfast_v1_ReconcileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  Reconcile(argument: _holdfast_v1_ReconcileRequest, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _holdfast_v1_ReconcileRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _holdfast_v1_ReconcileRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _holdfast_v1_ReconcileRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  reconcile(argument: _holdfast_v1_ReconcileRequest, callback: grpc.requestCallback<_holdfast_v1_ReconcileResponse__Output>): grpc.ClientUnaryCall;
  
  RegisterAsset(argument: _holdfast_v1_RegisterAssetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  RegisterAsset(argument: _holdfast_v1_RegisterAssetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  RegisterAsset(argument: _holdfast_v1_RegisterAssetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  RegisterAsset(argument: _holdfast_v1_RegisterAssetRequest, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  registerAsset(argument: _holdfast_v1_RegisterAssetRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  registerAsset(argument: _holdfast_v1_RegisterAssetRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  registerAsset(argument: _holdfast_v1_RegisterAssetRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  registerAsset(argument: _holdfast_v1_RegisterAssetRequest, callback: grpc.requestCallback<_holdfast_v1_RegisterAssetResponse__Output>): grpc.ClientUnaryCall;
  
  ReleaseHold(argument: _holdfast_v1_ReleaseHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _holdfast_v1_ReleaseHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _holdfast_v1_ReleaseHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  ReleaseHold(argument: _holdfast_v1_ReleaseHoldRequest, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _holdfast_v1_ReleaseHoldRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _holdfast_v1_ReleaseHoldRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _holdfast_v1_ReleaseHoldRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  releaseHold(argument: _holdfast_v1_ReleaseHoldRequest, callback: grpc.requestCallback<_holdfast_v1_ReleaseHoldResponse__Output>): grpc.ClientUnaryCall;
  
  SnapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  SnapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  SnapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  SnapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  snapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  snapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  snapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  snapshotPortfolio(argument: _holdfast_v1_SnapshotPortfolioRequest, callback: grpc.requestCallback<_holdfast_v1_SnapshotPortfolioResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface LedgerHandlers extends grpc.UntypedServiceImplementation {
  BalanceAsOf: grpc.handleUnaryCall<_holdfast_v1_BalanceAsOfRequest__Output, _holdfast_v1_BalanceAsOfResponse>;
  
  ConfigureAccount: grpc.handleUnaryCall<_holdfast_v1_ConfigureAccountRequest__Output, _holdfast_v1_ConfigureAccountResponse>;
  
  GetBalances: grpc.handleUnaryCall<_holdfast_v1_GetBalancesRequest__Output, _holdfast_v1_GetBalancesResponse>;
  
  GetTransaction: grpc.handleUnaryCall<_holdfast_v1_GetTransactionRequest__Output, _holdfast_v1_GetTransactionResponse>;
  
  ListHolds: grpc.handleUnaryCall<_holdfast_v1_ListHoldsRequest__Output, _holdfast_v1_ListHoldsResponse>;
  
  ListSnapshots: grpc.handleUnaryCall<_holdfast_v1_ListSnapshotsRequest__Output, _holdfast_v1_ListSnapshotsResponse>;
  
  ListTransactions: grpc.handleUnaryCall<_holdfast_v1_ListTransactionsRequest__Output, _holdfast_v1_ListTransactionsResponse>;
  
  PlaceHold: grpc.handleUnaryCall<_holdfast_v1_PlaceHoldRequest__Output, _holdfast_v1_PlaceHoldResponse>;
  
  PostHold: grpc.handleUnaryCall<_holdfast_v1_PostHoldRequest__Output, _holdfast_v1_PostHoldResponse>;
  
  PostTransaction: grpc.handleUnaryCall<_holdfast_v1_PostTransactionRequest__Output, _holdfast_v1_PostTransactionResponse>;
  
  Reconcile: grpc.handleUnaryCall<_holdfast_v1_ReconcileRequest__Output, _holdfast_v1_ReconcileResponse>;
  
  RegisterAsset: grpc.handleUnaryCall<_holdfast_v1_RegisterAssetRequest__Output, _holdfast_v1_RegisterAssetResponse>;
  
  ReleaseHold: grpc.handleUnaryCall<_holdfast_v1_ReleaseHoldRequest__Output, _holdfast_v1_ReleaseHoldResponse>;
  
  SnapshotPortfolio: grpc.handleUnaryCall<_holdfast_v1_SnapshotPortfolioRequest__Output, _holdfast_v1_SnapshotPortfolioResponse>;
  
}

export interface LedgerDefinition extends grpc.ServiceDefinition {
  BalanceAsOf: MethodDefinition<_holdfast_v1_BalanceAsOfRequest, _holdfast_v1_BalanceAsOfResponse, _holdfast_v1_BalanceAsOfRequest__Output, _holdfast_v1_BalanceAsOfResponse__Output>
  ConfigureAccount: MethodDefinition<_holdfast_v1_ConfigureAccountRequest, _holdfast_v1_ConfigureAccountResponse, _holdfast_v1_ConfigureAccountRequest__Output, _holdfast_v1_ConfigureAccountResponse__Output>
  GetBalances: MethodDefinition<_holdfast_v1_GetBalancesRequest, _holdfast_v1_GetBalancesResponse, _holdfast_v1_GetBalancesRequest__Output, _holdfast_v1_GetBalancesResponse__Output>
  GetTransaction: MethodDefinition<_holdfast_v1_GetTransactionRequest, _holdfast_v1_GetTransactionResponse, _holdfast_v1_GetTransactionRequest__Output, _holdfast_v1_GetTransactionResponse__Output>
  ListHolds: MethodDefinition<_holdfast_v1_ListHoldsRequest, _holdfast_v1_ListHoldsResponse, _holdfast_v1_ListHoldsRequest__Output, _holdfast_v1_ListHoldsResponse__Output>
  ListSnapshots: MethodDefinition<_holdfast_v1_ListSnapshotsRequest, _holdfast_v1_ListSnapshotsResponse, _holdfast_v1_ListSnapshotsRequest__Output, _holdfast_v1_ListSnapshotsResponse__Output>
  ListTransactions: MethodDefinition<_holdfast_v1_ListTransactionsRequest, _holdfast_v1_ListTransactionsResponse, _holdfast_v1_ListTransactionsRequest__Output, _holdfast_v1_ListTransactionsResponse__Output>
  PlaceHold: MethodDefinition<_holdfast_v1_PlaceHoldRequest, _holdfast_v1_PlaceHoldResponse, _holdfast_v1_PlaceHoldRequest__Output, _holdfast_v1_PlaceHoldResponse__Output>
  PostHold: MethodDefinition<_holdfast_v1_PostHoldRequest, _holdfast_v1_PostHoldResponse, _holdfast_v1_PostHoldRequest__Output, _holdfast_v1_PostHoldResponse__Output>
  PostTransaction: MethodDefinition<_holdfast_v1_PostTransactionRequest, _holdfast_v1_PostTransactionResponse, _holdfast_v1_PostTransactionRequest__Output, _holdfast_v1_PostTransactionResponse__Output>
  Reconcile: MethodDefinition<_holdfast_v1_ReconcileRequest, _holdfast_v1_ReconcileResponse, _holdfast_v1_ReconcileRequest__Output, _holdfast_v1_ReconcileResponse__Output>
  RegisterAsset: MethodDefinition<_holdfast_v1_RegisterAssetRequest, _holdfast_v1_RegisterAssetResponse, _holdfast_v1_RegisterAssetRequest__Output, _holdfast_v1_RegisterAssetResponse__Output>
  ReleaseHold: MethodDefinition<_holdfast_v1_ReleaseHoldRequest, _holdfast_v1_ReleaseHoldResponse, _holdfast_v1_ReleaseHoldRequest__Output, _holdfast_v1_ReleaseHoldResponse__Output>
  SnapshotPortfolio: MethodDefinition<_holdfast_v1_SnapshotPortfolioRequest, _holdfast_v1_SnapshotPortfolioResponse, _holdfast_v1_SnapshotPortfolioRequest__Output, _holdfast_v1_SnapshotPortfolioResponse__Output>
}
