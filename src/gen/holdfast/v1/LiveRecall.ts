import type { RecallMode as _holdfast_v1_RecallMode, RecallMode__Output as _holdfast_v1_RecallMode__Output } from '../../holdfast/v1/RecallMode.js';

export interface LiveRecall {
  'query'?: (string);
  'mode'?: (_holdfast_v1_RecallMode);
  'limit'?: (number);
  'tags'?: (string)[];
  'namespaces'?: (string)[];
}

export interface LiveRecall__Output {
  'query': (string);
  'mode': (_holdfast_v1_RecallMode__Output);
  'limit': (number);
  'tags': (string)[];
  'namespaces': (string)[];
}
