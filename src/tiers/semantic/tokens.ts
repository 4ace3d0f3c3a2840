/**
 * The tokens of the text index. Every token begins with the index scope, so that a posting list is one scope's own: no other
 * agent's memories are walked over, and a word is as rare as it is in its scope.
 *
 * An index scope is a scope's live part (even) or its superseded part (odd): superseded memories are out of a search's way
 * without being filtered, in the text index and in the vector index alike.
 */
import { canonicalJson } from '../../codec/canonical.js';
import { sha256 } from '../../codec/digest.js';
import type { DocValue } from '../../codec/value.js';
import { wordsOf } from '../../words/words.js';
import { filterableValues, type MemoryContent } from './payload.js';
import { packWords } from './word_counts.js';

const KEY_BYTES = 8;

/** Where the indexes keep a memory of a scope. */
export function indexScope(scope_id: number, is_superseded: boolean): number {
  return scope_id * 2 + (is_superseded ? 1 : 0);
}

/** The index scopes in which a search of these scopes looks. */
export function indexScopes(scope_ids: readonly number[], include_superseded: boolean): number[] {
  return scope_ids.flatMap((scope_id) =>
    include_superseded
      ? [indexScope(scope_id, false), indexScope(scope_id, true)]
      : [indexScope(scope_id, false)],
  );
}

export function wordToken(index_scope: number, word: string): string {
  return `${index_scope.toString(36)}:${word}`;
}

/** What a filter asks for, hashed: the same for the memory that has it and the search that wants it. */
export type FilterKey = string;

export function tagKey(tag: string): FilterKey {
  return digestOf(['tag', tag]);
}

export function metadataKey(key: string, value: DocValue): FilterKey {
  return digestOf(['metadata', key, canonicalJson(value)]);
}

function digestOf(parts: readonly string[]): FilterKey {
  return sha256(JSON.stringify(parts)).subarray(0, KEY_BYTES).toString('hex');
}

export function keyToken(index_scope: number, key: FilterKey): string {
  return `${index_scope.toString(36)}#${key}`;
}

/** What the text index holds of a memory, before its scope is known. */
export interface TextEntry {
  /** Distinct words. */
  readonly words: readonly string[];
  readonly keys: readonly FilterKey[];
  /** How many words, repetitions too. */
  readonly length: number;
  /** See word_counts.ts. */
  readonly packed_words: Buffer;
}

export function textEntry({ content, tags = [], metadata = {} }: MemoryContent): TextEntry {
  const words = wordsOf(content);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const keys = new Set([
    ...tags.map(tagKey),
    ...filterableValues(metadata).map(([key, value]) => metadataKey(key, value)),
  ]);
  return {
    words: [...counts.keys()],
    keys: [...keys],
    length: words.length,
    packed_words: packWords(counts, words.length),
  };
}

/** The text that FTS5 is given: its tokenizer only has to split it at the spaces. */
export function tokenText(index_scope: number, { words, keys }: TextEntry): string {
  return [
    ...words.map((word) => wordToken(index_scope, word)),
    ...keys.map((key) => keyToken(index_scope, key)),
  ].join(' ');
}

/** A token as a term of an FTS5 query; no token holds a quote. */
export function quoted(token: string): string {
  return `"${token}"`;
}
