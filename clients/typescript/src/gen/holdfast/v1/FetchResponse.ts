import type { Fetched as _holdfast_v1_Fetched, Fetched__Output as _holdfast_v1_Fetched__Output } from '../../holdfast/v1/Fetched.js';

export interface FetchResponse {
  'fetched'?: (_holdfast_v1_Fetched | null);
}

export interface FetchResponse__Output {
  'fetched': (_holdfast_v1_Fetched__Output | null);
}
