import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Credential as _holdfast_v1_Credential, Credential__Output as _holdfast_v1_Credential__Output } from '../../holdfast/v1/Credential.js';

export interface GetCredentialResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'credential'?: (_holdfast_v1_Credential | null);
  'value'?: (Buffer | Uint8Array | string);
}

export interface GetCredentialResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'credential': (_holdfast_v1_Credential__Output | null);
  'value': (Buffer);
}
