import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { PromptTemplate as _holdfast_v1_PromptTemplate, PromptTemplate__Output as _holdfast_v1_PromptTemplate__Output } from '../../holdfast/v1/PromptTemplate.js';

export interface ListPromptVersionsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'versions'?: (_holdfast_v1_PromptTemplate)[];
  'next_page_token'?: (string);
}

export interface ListPromptVersionsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'versions': (_holdfast_v1_PromptTemplate__Output)[];
  'next_page_token': (string);
}
