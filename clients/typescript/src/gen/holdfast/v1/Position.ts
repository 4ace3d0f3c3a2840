import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { Long } from '@grpc/proto-loader';

export interface Position {
  'market'?: (string);
  'quantity'?: (string);
  'cost'?: (string);
  'average_price'?: (string);
  'mark_price'?: (string);
  'unrealized_pnl'?: (string);
  'opened_at'?: (_google_protobuf_Timestamp | null);
  'updated_at'?: (_google_protobuf_Timestamp | null);
  'revision'?: (number | string | Long);
}

export interface Position__Output {
  'market': (string);
  'quantity': (string);
  'cost': (string);
  'average_price': (string);
  'mark_price': (string);
  'unrealized_pnl': (string);
  'opened_at': (_google_protobuf_Timestamp__Output | null);
  'updated_at': (_google_protobuf_Timestamp__Output | null);
  'revision': (string);
}
