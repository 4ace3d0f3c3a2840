import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { AccessToken as _holdfast_v1_AccessToken, AccessToken__Output as _holdfast_v1_AccessToken__Output } from '../../holdfast/v1/AccessToken.js';

export interface ListTokensResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'tokens'?: (_holdfast_v1_AccessToken)[];
  'next_page_token'?: (string);
}

export interface ListTokensResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'tokens': (_holdfast_v1_AccessToken__Output)[];
  'next_page_token': (string);
}
