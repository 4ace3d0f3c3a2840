import type { Checkpoint as _holdfast_v1_Checkpoint, Checkpoint__Output as _holdfast_v1_Checkpoint__Output } from '../../holdfast/v1/Checkpoint.js';

export interface GetCheckpointResponse {
  'checkpoint'?: (_holdfast_v1_Checkpoint | null);
}

export interface GetCheckpointResponse__Output {
  'checkpoint': (_holdfast_v1_Checkpoint__Output | null);
}
