/**
 * Puts a context together within a budget of tokens: a pure function, run in a token thread because live slots, cut ones
 * and the ends of blocks are counted here.
 *
 * Worst case: every slot is live and none was counted before; then each is counted once, and the cut ones up to the cut.
 */
import { type BlockCounts, countBlock, headerOf, SEPARATOR, separatorTokens } from './block.js';
import type { Encoder, Steps } from './encoder.js';

/** A slot on its way into a context. */
export interface ContextPart {
  readonly key: string;
  readonly content: string;
  /** Tokens in the encoding of the context; null = not counted yet. */
  readonly counts: BlockCounts | null;
  /** 0 to 10. */
  readonly priority: number;
  readonly pinned: boolean;
  readonly live: boolean;
  /** Why a live slot could not be filled; empty = it could. */
  readonly note: string;
}

export interface AssembleOptions {
  /** Tokens that the text has at most, from 1. */
  readonly budget: number;
  /** Slots of this priority and above are truncated rather than skipped; 11 = only pinned ones. */
  readonly truncate_at_priority: number;
}

export interface AssembledSlot {
  readonly key: string;
  readonly outcome: 'INCLUDED' | 'TRUNCATED' | 'SKIPPED';
  /** Of the text that it takes, with the separator after it if another slot follows. They add up to the total. */
  readonly tokens: number;
  /** The same of the whole slot; of a skipped one without a separator. */
  readonly wanted_tokens: number;
  readonly priority: number;
  readonly pinned: boolean;
  readonly live: boolean;
  readonly note: string;
}

export interface Assembled {
  readonly text: string;
  readonly tokens: number;
  /** In the order of the parts. */
  readonly slots: readonly AssembledSlot[];
}

/** A block that the text takes. */
interface Taken {
  readonly outcome: 'INCLUDED' | 'TRUNCATED';
  readonly text: string;
  readonly counts: BlockCounts;
}

/** @param parts in the order in which they are to be taken. */
export function* assembleSteps(
  encoder: Encoder,
  parts: readonly ContextPart[],
  { budget, truncate_at_priority }: AssembleOptions,
): Steps<Assembled> {
  const tried: { part: ContextPart; wanted: BlockCounts; taken: Taken | undefined }[] = [];
  // Of the blocks so far, each with its separator: what stands before the next one.
  let used = 0;
  for (const part of parts) {
    const header = headerOf(part.key, false);
    const wanted =
      part.counts ?? (yield* answered(encoder, (count) => countBlock(header, part.content, count)));
    const room = budget - used;
    const may_be_cut = part.pinned || part.priority >= truncate_at_priority;
    let taken: Taken | undefined;
    if (wanted.alone <= room) {
      taken = { outcome: 'INCLUDED', text: header + part.content, counts: wanted };
    } else if (may_be_cut && room > 0) taken = yield* cutSteps(encoder, part, room);
    if (taken !== undefined) used += taken.counts.followed;
    tried.push({ part, wanted, taken });
  }
  const blocks = tried.flatMap(({ taken }) => taken ?? []);
  const last = blocks.at(-1);
  const slots = tried.map(({ part, wanted, taken }): AssembledSlot => {
    const { key, priority, pinned, live, note } = part;
    const which = taken === undefined || taken === last ? 'alone' : 'followed';
    const tokens = taken?.counts[which] ?? 0;
    const outcome = taken?.outcome ?? 'SKIPPED';
    return { key, outcome, tokens, wanted_tokens: wanted[which], priority, pinned, live, note };
  });
  return {
    text: blocks.map(({ text }) => text).join(SEPARATOR),
    tokens: last === undefined ? 0 : used - last.counts.followed + last.counts.alone,
    slots,
  };
}

/** As much of a part as there is room for; undefined when that is not one token of its content. */
function* cutSteps(encoder: Encoder, part: ContextPart, room: number): Steps<Taken | undefined> {
  const header = headerOf(part.key, true);
  const { text, tokens } = yield* encoder.truncateSteps(header + part.content, room);
  if (text.length <= header.length) return undefined;
  const separator = yield* answered(encoder, (count) => separatorTokens(text, count));
  return { outcome: 'TRUNCATED', text, counts: { alone: tokens, followed: tokens + separator } };
}

/** What `ask` gives, the texts that it asks about counted in steps: the first time it is only heard. */
function* answered<Result>(
  encoder: Encoder,
  ask: (count: (text: string) => number) => Result,
): Steps<Result> {
  const counts = new Map<string, number>();
  ask((text) => counts.set(text, 0).size);
  for (const text of counts.keys()) {
    counts.set(text, yield* encoder.countSteps(text));
    yield;
  }
  return ask((text) => counts.get(text) ?? 0);
}
