import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { Credential as _holdfast_v1_Credential, Credential__Output as _holdfast_v1_Credential__Output } from '../../holdfast/v1/Credential.js';

export interface PutCredentialResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'credential'?: (_holdfast_v1_Credential | null);
}

export interface PutCredentialResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'credential': (_holdfast_v1_Credential__Output | null);
}
