/** Which encoding counts for which model. */
import { invalidField } from '../errors.js';

export const ENCODINGS = ['o200k_base', 'cl100k_base'] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const DEFAULT_ENCODING: Encoding = 'o200k_base';

export interface Tokenizer {
  readonly encoding: Encoding;
  /** True for a model whose own tokenizer is not public: its counts are those of o200k_base, near but not exact. */
  readonly estimate: boolean;
}

/** Models that are counted exactly, as OpenAI's tiktoken assigns them (gpt-oss has the pieces and ranks of o200k_base). */
const EXACT: readonly (readonly [RegExp, Encoding])[] = [
  [/^(?:chatgpt-4o|gpt-4o|gpt-4\.1|gpt-4\.5|gpt-5|gpt-oss|o1|o3|o4)(?:$|[-.:])/, 'o200k_base'],
  [/^(?:gpt-4|gpt-3\.5|gpt-35|text-embedding-3|text-embedding-ada-002)(?:$|[-:])/, 'cl100k_base'],
];

const ESTIMATED = [
  'claude',
  'codestral',
  'command',
  'deepseek',
  'gemini',
  'gemma',
  'glm',
  'grok',
  'kimi',
  'llama',
  'ministral',
  'mistral',
  'mixtral',
  'phi',
  'qwen',
];
/** `meta.llama3-70b` and `us.anthropic.claude-...` name a vendor first. */
const ESTIMATED_NAME = new RegExp(`^(?:[a-z]+\\.)*(?:${ESTIMATED.join('|')})`);

/**
 * The tokenizer for a model or an encoding, in any case, with or without a vendor (`openai/gpt-4o`, `ft:gpt-4o:...`);
 * an empty name is the default encoding.
 *
 * @param field what to name in the refusal.
 * @throws HoldfastError INVALID_FIELD for any other name.
 */
export function tokenizerFor(name: string, field = 'encoding'): Tokenizer {
  if (name === '') return { encoding: DEFAULT_ENCODING, estimate: false };
  const model = name.toLowerCase().replace(/^.*\//s, '').replace(/^ft:/, '');
  const encoding =
    ENCODINGS.find((known) => known === model) ?? EXACT.find(([pattern]) => pattern.test(model))?.[1];
  if (encoding !== undefined) return { encoding, estimate: false };
  if (ESTIMATED_NAME.test(model)) return { encoding: DEFAULT_ENCODING, estimate: true };
  throw invalidField(
    field,
    `not a known encoding or model; known are ${ENCODINGS.join(', ')}, the models gpt-5*, gpt-4o*, gpt-4.1*, gpt-4*, ` +
      `gpt-3.5*, gpt-oss*, o1*, o3*, o4*, text-embedding-3-*, text-embedding-ada-002, and as estimates ` +
      `${ESTIMATED.map((family) => `${family}*`).join(', ')}`,
  );
}
