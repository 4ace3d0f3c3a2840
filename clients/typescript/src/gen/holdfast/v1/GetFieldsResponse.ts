import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { ProfileField as _holdfast_v1_ProfileField, ProfileField__Output as _holdfast_v1_ProfileField__Output } from '../../holdfast/v1/ProfileField.js';

export interface GetFieldsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'fields'?: (_holdfast_v1_ProfileField)[];
}

export interface GetFieldsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'fields': (_holdfast_v1_ProfileField__Output)[];
}
