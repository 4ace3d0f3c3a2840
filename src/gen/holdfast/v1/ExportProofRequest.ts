import type { Long } from '@grpc/proto-loader';

export interface ExportProofRequest {
  'agent_id'?: (string);
  'from_revision'?: (number | string | Long);
  'until_revision'?: (number | string | Long);
}

export interface ExportProofRequest__Output {
  'agent_id': (string);
  'from_revision': (string);
  'until_revision': (string);
}
