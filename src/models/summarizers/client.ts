import { HoldfastError } from '../../errors.js';
import type { Summarizer } from './summarizer.js';

/** The daemon asks and the client answers with SubmitSummary: nothing is summarised here. */
export function clientSummarizer(): Summarizer {
  return {
    kind: 'client',
    model: 'client',
    async summarize() {
      throw new HoldfastError('WRONG_STATE', 'summaries come from the client (--summarizer client)');
    },
  };
}
