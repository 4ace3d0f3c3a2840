import type { PromptLabel as _holdfast_v1_PromptLabel, PromptLabel__Output as _holdfast_v1_PromptLabel__Output } from '../../holdfast/v1/PromptLabel.js';

export interface PromptSummary {
  'name'?: (string);
  'newest_version'?: (number);
  'labels'?: (_holdfast_v1_PromptLabel)[];
}

export interface PromptSummary__Output {
  'name': (string);
  'newest_version': (number);
  'labels': (_holdfast_v1_PromptLabel__Output)[];
}
