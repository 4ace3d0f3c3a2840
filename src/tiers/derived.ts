/**
 * What the daemon works out of a command's arguments before it is queued, because it is too slow for the writer's thread or
 * needs the network: token counts and vectors. It is a function of the arguments and of the configuration, so it is no
 * part of the request's content: a retry whose vector could not be made again is still the same request.
 */
import { sha256 } from '../codec/digest.js';
import type { Encoding } from '../tokens/models.js';

/** Something to work out. */
export type Fact =
  | { readonly kind: 'tokens'; readonly encoding: Encoding; readonly text: string }
  /** A vector of the serving generation. */
  | { readonly kind: 'vector'; readonly text: string };

/** What was worked out, as plain data that crosses threads; keyed by `factKey`. */
export interface DerivedData {
  readonly tokens: Readonly<Record<string, number>>;
  /** The generation that the vectors belong to; 0 = none. */
  readonly generation_id: number;
  /** Little-endian float32; a fact that is missing here could not be worked out. */
  readonly vectors: Readonly<Record<string, Uint8Array>>;
  /** Why vectors are missing; empty = none is, or the reason is no fault. */
  readonly degraded: string;
}

export interface DerivedVector {
  readonly generation_id: number;
  readonly vector: Float32Array;
}

const KEY_BYTES = 16;

/** Texts are named by digest: a megabyte of turn crosses to the writer once, not twice. */
export function factKey(fact: Fact): string {
  const digest = sha256(fact.text).subarray(0, KEY_BYTES).toString('base64url');
  return fact.kind === 'tokens' ? `${fact.encoding}:${digest}` : digest;
}

/** A command's view of what was worked out for it. */
export class Derived {
  readonly #data: DerivedData | undefined;

  constructor(data?: DerivedData) {
    this.#data = data;
  }

  /** Tokens of a text that the mutation's `facts` named. Anything else is a bug of ours, not a refusal. */
  tokens(encoding: Encoding, text: string): number {
    const count = this.counted(encoding, text);
    if (count === undefined) throw new Error(`nobody counted the tokens of a text in ${encoding}`);
    return count;
  }

  /** The same where the encoding may have become another one since; undefined when it was not counted. */
  counted(encoding: Encoding, text: string): number | undefined {
    return this.#data?.tokens[factKey({ kind: 'tokens', encoding, text })];
  }

  /** The vector of a text; undefined when there is none yet. */
  vector(text: string): DerivedVector | undefined {
    const bytes = this.#data?.vectors[factKey({ kind: 'vector', text })];
    if (this.#data === undefined || bytes === undefined) return undefined;
    return { generation_id: this.#data.generation_id, vector: new Float32Array(bytes.slice().buffer) };
  }

  /** Why vectors are missing; empty = none is, or the reason is no fault. */
  get degraded(): string {
    return this.#data?.degraded ?? '';
  }
}
