/** Summaries from an endpoint that speaks OpenAI's /v1/chat/completions. */
import type { EndpointConfig } from '../../config_models.js';
import { HoldfastError } from '../../errors.js';
import { type Endpoint, endpointUrl, postJson } from '../http_json.js';
import { summaryPrompt } from './prompt.js';
import { checkedSummary, invalidSummary, type Summarizer } from './summarizer.js';

/** Several times the longest summary: reasoning of some models comes along. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** @param backoff_ms see Endpoint. */
export function openAiSummarizer(config: EndpointConfig, key: string, backoff_ms = 200): Summarizer {
  const { model } = config;
  const endpoint: Endpoint = {
    family: 'SUMMARIZER',
    url: endpointUrl(config.url, '/chat/completions'),
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    key,
    timeout_ms: config.timeout_ms,
    backoff_ms,
  };
  // Every server knows the older name; OpenAI's newer models refuse it and say which one they want.
  let limit_name: 'max_tokens' | 'max_completion_tokens' = 'max_tokens';
  return {
    kind: 'openai',
    model,
    async summarize(input, signal) {
      const { system, user } = summaryPrompt(input);
      const messages = [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ];
      const post = () =>
        postJson(
          endpoint,
          { model, messages, [limit_name]: input.max_tokens, stream: false },
          MAX_REPLY_BYTES,
          signal,
        );
      try {
        return readSummary(await post());
      } catch (error) {
        if (limit_name === 'max_completion_tokens' || !wantsOtherLimit(error)) throw error;
        limit_name = 'max_completion_tokens';
        return readSummary(await post());
      }
    },
  };
}

function wantsOtherLimit(error: unknown): boolean {
  return (
    error instanceof HoldfastError &&
    error.reason === 'SUMMARIZER_REFUSED' &&
    error.message.includes('max_completion_tokens')
  );
}

function readSummary(reply: unknown): string {
  const { choices } = Object(reply) as { choices?: unknown };
  if (!Array.isArray(choices) || choices.length === 0) throw invalidSummary('the reply has no "choices"');
  const { message, finish_reason } = Object(choices[0]) as { message?: unknown; finish_reason?: unknown };
  const { content, refusal, tool_calls } = Object(message) as Record<string, unknown>;
  if (finish_reason === 'content_filter' || (typeof refusal === 'string' && refusal !== ''))
    throw new HoldfastError('SUMMARIZER_REFUSED', 'the model refuses to summarise this conversation');
  // A summary without its end may end in half a number.
  if (finish_reason === 'length') throw invalidSummary('the summary was cut off at the token limit');
  if (typeof content !== 'string') {
    const has_calls = Array.isArray(tool_calls) && tool_calls.length > 0;
    throw invalidSummary(has_calls ? 'the reply is a tool call, not text' : 'the reply has no text');
  }
  return checkedSummary(content);
}
