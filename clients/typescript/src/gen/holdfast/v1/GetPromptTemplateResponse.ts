import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { PromptTemplate as _holdfast_v1_PromptTemplate, PromptTemplate__Output as _holdfast_v1_PromptTemplate__Output } from '../../holdfast/v1/PromptTemplate.js';

export interface GetPromptTemplateResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'template'?: (_holdfast_v1_PromptTemplate | null);
}

export interface GetPromptTemplateResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'template': (_holdfast_v1_PromptTemplate__Output | null);
}
