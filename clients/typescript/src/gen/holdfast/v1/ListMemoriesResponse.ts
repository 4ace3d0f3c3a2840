import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Memory as _holdfast_v1_Memory, Memory__Output as _holdfast_v1_Memory__Output } from '../../holdfast/v1/Memory.js';

export interface ListMemoriesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'memories'?: (_holdfast_v1_Memory)[];
  'next_page_token'?: (string);
}

export interface ListMemoriesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'memories': (_holdfast_v1_Memory__Output)[];
  'next_page_token': (string);
}
