import type { ReadHeader as _holdfast_v1_ReadHeader, ReadHeader__Output as _holdfast_v1_ReadHeader__Output } from '../../holdfast/v1/ReadHeader.js';
import type { SchemaVersion as _holdfast_v1_SchemaVersion, SchemaVersion__Output as _holdfast_v1_SchemaVersion__Output } from '../../holdfast/v1/SchemaVersion.js';

export interface ListSchemasResponse {
  'header'?: (_holdfast_v1_ReadHeader | null);
  'schemas'?: (_holdfast_v1_SchemaVersion)[];
  'next_page_token'?: (string);
}

export interface ListSchemasResponse__Output {
  'header': (_holdfast_v1_ReadHeader__Output | null);
  'schemas': (_holdfast_v1_SchemaVersion__Output)[];
  'next_page_token': (string);
}
