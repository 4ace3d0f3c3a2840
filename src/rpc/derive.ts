/** Works out what mutations need before they are queued: token counts and vectors (see tiers/derived.ts). */
import type { DerivedData, Fact } from '../tiers/derived.js';
import { factKey } from '../tiers/derived.js';
import type { Encoding } from '../tokens/models.js';
import { pack } from '../writer/transport.js';
import type { RpcContext } from './context.js';

/** How long a write waits for the vectors of its texts; after that they are made in the background. */
const MAX_EMBED_WAIT_MS = 5000;

/**
 * Packed DerivedData.
 * @param is_nested part of a larger transaction: money never waits for an embedder, only what needs no waiting is made.
 * @throws HoldfastError TOO_MANY when the token counter's queue is full.
 */
export async function derive(
  ctx: RpcContext,
  facts: readonly Fact[],
  is_nested: boolean,
): Promise<Uint8Array> {
  const [tokens, embedded] = await Promise.all([countAll(ctx, facts), embedAll(ctx, facts, is_nested)]);
  return pack({ tokens, ...embedded } satisfies DerivedData);
}

async function countAll(ctx: RpcContext, facts: readonly Fact[]): Promise<Record<string, number>> {
  const by_encoding = new Map<Encoding, string[]>();
  for (const fact of facts) {
    if (fact.kind !== 'tokens') continue;
    const texts = by_encoding.get(fact.encoding);
    if (texts === undefined) by_encoding.set(fact.encoding, [fact.text]);
    else texts.push(fact.text);
  }
  const tokens: Record<string, number> = {};
  for (const [encoding, texts] of by_encoding) {
    const counts = await ctx.tokens.count(texts, encoding);
    for (const [index, text] of texts.entries()) {
      tokens[factKey({ kind: 'tokens', encoding, text })] = counts[index] ?? 0;
    }
  }
  return tokens;
}

type Embedded = Omit<DerivedData, 'tokens'>;

async function embedAll(ctx: RpcContext, facts: readonly Fact[], is_nested: boolean): Promise<Embedded> {
  const texts = [...new Set(facts.filter(({ kind }) => kind === 'vector').map(({ text }) => text))];
  if (texts.length === 0 || (is_nested && ctx.embedding.is_slow)) {
    return { generation_id: 0, vectors: {}, degraded: '' };
  }
  const { generation_id, vectors, degraded } = await ctx.embedding.documents(texts, MAX_EMBED_WAIT_MS);
  const by_key = texts.flatMap((text, index) => {
    const vector = vectors[index];
    return vector === undefined ? [] : [[factKey({ kind: 'vector', text }), bytesOf(vector)] as const];
  });
  return { generation_id, vectors: Object.fromEntries(by_key), degraded };
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}
