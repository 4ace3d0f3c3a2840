import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Turn as _holdfast_v1_Turn, Turn__Output as _holdfast_v1_Turn__Output } from '../../holdfast/v1/Turn.js';
import type { Long } from '@grpc/proto-loader';

export interface GetSummaryTaskResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'through_turn'?: (number | string | Long);
  'previous_summary'?: (string);
  'turns'?: (_holdfast_v1_Turn)[];
}

export interface GetSummaryTaskResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'through_turn': (string);
  'previous_summary': (string);
  'turns': (_holdfast_v1_Turn__Output)[];
}
