/** What a summarizer is. */
import { HoldfastError } from '../../errors.js';

export interface Turn {
  readonly role: string;
  /** As it is to be read, tool calls and results included. */
  readonly content: string;
}

export interface SummaryInput {
  /** The running summary so far, which the new one replaces; empty at first. */
  readonly previous_summary: string;
  /** What is to be added to it, oldest first. */
  readonly turns: readonly Turn[];
  /** The most the new summary may take. Endpoints are asked to keep to it; the caller counts again. */
  readonly max_tokens: number;
}

export interface Summarizer {
  readonly kind: 'openai' | 'anthropic' | 'client' | 'builtin';
  readonly model: string;
  /**
   * The new running summary, never empty.
   *
   * @throws HoldfastError SUMMARIZER_UNAVAILABLE (later), SUMMARIZER_REFUSED (never this text),
   *   SUMMARIZER_INVALID_REPLY, LIMIT_EXCEEDED (builtin: max_tokens is too small for anything), or the signal's reason.
   */
  summarize(input: SummaryInput, signal: AbortSignal): Promise<string>;
}

export function invalidSummary(problem: string): HoldfastError {
  return new HoldfastError('SUMMARIZER_INVALID_REPLY', problem);
}

/**
 * The text of a reply, without the reasoning that some open models print before it.
 *
 * @throws HoldfastError SUMMARIZER_INVALID_REPLY when nothing is left.
 */
export function checkedSummary(text: string): string {
  const summary = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  if (summary === '') throw invalidSummary('the reply has no text');
  return summary;
}
