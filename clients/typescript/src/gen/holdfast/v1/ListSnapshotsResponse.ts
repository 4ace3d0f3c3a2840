import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Snapshot as _holdfast_v1_Snapshot, Snapshot__Output as _holdfast_v1_Snapshot__Output } from '../../holdfast/v1/Snapshot.js';

export interface ListSnapshotsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'snapshots'?: (_holdfast_v1_Snapshot)[];
  'next_page_token'?: (string);
}

export interface ListSnapshotsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'snapshots': (_holdfast_v1_Snapshot__Output)[];
  'next_page_token': (string);
}
