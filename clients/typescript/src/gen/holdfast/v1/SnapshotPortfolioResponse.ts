import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Snapshot as _holdfast_v1_Snapshot, Snapshot__Output as _holdfast_v1_Snapshot__Output } from '../../holdfast/v1/Snapshot.js';

export interface SnapshotPortfolioResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'snapshot'?: (_holdfast_v1_Snapshot | null);
}

export interface SnapshotPortfolioResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'snapshot': (_holdfast_v1_Snapshot__Output | null);
}
