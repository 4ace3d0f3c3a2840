import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Credential as _holdfast_v1_Credential, Credential__Output as _holdfast_v1_Credential__Output } from '../../holdfast/v1/Credential.js';

export interface ListCredentialsResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'credentials'?: (_holdfast_v1_Credential)[];
  'next_page_token'?: (string);
}

export interface ListCredentialsResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'credentials': (_holdfast_v1_Credential__Output)[];
  'next_page_token': (string);
}
