import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { PromptSummary as _holdfast_v1_PromptSummary, PromptSummary__Output as _holdfast_v1_PromptSummary__Output } from '../../holdfast/v1/PromptSummary.js';

export interface ListPromptTemplatesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'templates'?: (_holdfast_v1_PromptSummary)[];
  'next_page_token'?: (string);
}

export interface ListPromptTemplatesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'templates': (_holdfast_v1_PromptSummary__Output)[];
  'next_page_token': (string);
}
