import type { WriteHeader as _holdfast_v1_WriteHeader, WriteHeader__Output as _holdfast_v1_WriteHeader__Output } from '../../holdfast/v1/WriteHeader.js';
import type { AccessToken as _holdfast_v1_AccessToken, AccessToken__Output as _holdfast_v1_AccessToken__Output } from '../../holdfast/v1/AccessToken.js';

export interface CreateTokenResponse {
  'header'?: (_holdfast_v1_WriteHeader | null);
  'token'?: (_holdfast_v1_AccessToken | null);
  'secret_token'?: (string);
}

export interface CreateTokenResponse__Output {
  'header': (_holdfast_v1_WriteHeader__Output | null);
  'token': (_holdfast_v1_AccessToken__Output | null);
  'secret_token': (string);
}
