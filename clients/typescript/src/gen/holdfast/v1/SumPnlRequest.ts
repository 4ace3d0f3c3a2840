import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.js';
import type { PnlGroup as _holdfast_v1_PnlGroup, PnlGroup__Output as _holdfast_v1_PnlGroup__Output } from '../../holdfast/v1/PnlGroup.js';
import type { Long } from '@grpc/proto-loader';

export interface SumPnlRequest {
  'agent_id'?: (string);
  'since'?: (_google_protobuf_Timestamp | null);
  'until'?: (_google_protobuf_Timestamp | null);
  'action'?: (string);
  'market'?: (string);
  'group_by'?: (_holdfast_v1_PnlGroup)[];
  'min_revision'?: (number | string | Long);
}

export interface SumPnlRequest__Output {
  'agent_id': (string);
  'since': (_google_protobuf_Timestamp__Output | null);
  'until': (_google_protobuf_Timestamp__Output | null);
  'action': (string);
  'market': (string);
  'group_by': (_holdfast_v1_PnlGroup__Output)[];
  'min_revision': (string);
}
