/** Summaries from Anthropic's Messages API. */
import type { EndpointConfig } from '../../config_models.js';
import { HoldfastError } from '../../errors.js';
import { type Endpoint, endpointUrl, postJson } from '../http_json.js';
import { summaryPrompt } from './prompt.js';
import { checkedSummary, invalidSummary, type Summarizer } from './summarizer.js';

const API_VERSION = '2023-06-01';
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** @param backoff_ms see Endpoint. */
export function anthropicSummarizer(config: EndpointConfig, key: string, backoff_ms = 200): Summarizer {
  const { model } = config;
  const endpoint: Endpoint = {
    family: 'SUMMARIZER',
    url: endpointUrl(config.url, '/v1/messages'),
    headers: { 'anthropic-version': API_VERSION, ...(key === '' ? {} : { 'x-api-key': key }) },
    key,
    timeout_ms: config.timeout_ms,
    backoff_ms,
  };
  return {
    kind: 'anthropic',
    model,
    async summarize(input, signal) {
      const { system, user } = summaryPrompt(input);
      const body = {
        model,
        max_tokens: input.max_tokens,
        system,
        messages: [{ role: 'user', content: user }],
      };
      return readSummary(await postJson(endpoint, body, MAX_REPLY_BYTES, signal));
    },
  };
}

function readSummary(reply: unknown): string {
  const { content, stop_reason } = Object(reply) as { content?: unknown; stop_reason?: unknown };
  if (!Array.isArray(content)) throw invalidSummary('the reply has no array "content"');
  if (stop_reason === 'refusal')
    throw new HoldfastError('SUMMARIZER_REFUSED', 'the model refuses to summarise this conversation');
  // A summary without its end may end in half a number.
  if (stop_reason === 'max_tokens' || stop_reason === 'model_context_window_exceeded')
    throw invalidSummary(`the summary was cut off (${stop_reason})`);
  const blocks = content.map((block) => Object(block) as { type?: unknown; text?: unknown });
  const texts = blocks.flatMap(({ type, text }) =>
    type === 'text' && typeof text === 'string' ? [text] : [],
  );
  if (texts.length === 0) {
    const has_calls = blocks.some(({ type }) => type === 'tool_use');
    throw invalidSummary(has_calls ? 'the reply is a tool call, not text' : 'the reply has no text');
  }
  return checkedSummary(texts.join(''));
}
