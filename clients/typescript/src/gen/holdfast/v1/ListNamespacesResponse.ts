import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { Namespace as _holdfast_v1_Namespace, Namespace__Output as _holdfast_v1_Namespace__Output } from '../../holdfast/v1/Namespace.js';

export interface ListNamespacesResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'namespaces'?: (_holdfast_v1_Namespace)[];
  'next_page_token'?: (string);
}

export interface ListNamespacesResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'namespaces': (_holdfast_v1_Namespace__Output)[];
  'next_page_token': (string);
}
