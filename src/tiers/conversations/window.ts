/**
 * What of a conversation is handed out within a budget: the instructions at its beginning, the summary, and the newest
 * groups that fit. A group is an assistant's turn with tool calls together with all its results (see groups.ts).
 */
import { HoldfastError } from '../../errors.js';
import { firstSpeaker, jsonBytes, NOTE_TOKENS } from './format.js';
import type { ConversationQueries, ConversationView } from './queries.js';
import { type StoredTurn, unpackTurn } from './turn.js';

export interface WindowBudget {
  readonly max_tokens: number;
  readonly max_bytes: number;
  /** Whether an assistant's turn in front needs a note before it (Anthropic). */
  readonly user_first: boolean;
}

export interface Window {
  readonly preamble: readonly StoredTurn[];
  /** '' = none. */
  readonly summary: string;
  /** Oldest first, whole groups. */
  readonly turns: readonly StoredTurn[];
  /** A note stands before the turns. */
  readonly has_note: boolean;
  readonly tokens: number;
  /** Turns of the window that are not handed out. */
  readonly omitted_turns: number;
}

interface Size {
  readonly tokens: number;
  readonly bytes: number;
}

/** @throws HoldfastError LIMIT_EXCEEDED when the newest group does not fit. */
export function selectWindow(
  queries: ConversationQueries,
  view: ConversationView,
  budget: WindowBudget,
): Window {
  const { conversation, preamble: preamble_turns, summary, summary_tokens } = view;
  const base = Math.max(preamble_turns, view.summarized_through);
  const preamble = readPreamble(queries, view, budget);
  let size = sum(preamble, { tokens: summary_tokens, bytes: Buffer.byteLength(JSON.stringify(summary)) });
  const chosen: StoredTurn[] = [];
  /** The longest choice so far that fits, with what stands before it. */
  let best: { count: number; tokens: number; has_note: boolean } | undefined;
  let first_refused: Size | undefined;
  for (const group of groupsNewestFirst(queries.turnsBefore(conversation, view.turns + 1), base)) {
    if (isOpen(group, view)) continue;
    size = sum(group, size);
    chosen.unshift(...group);
    const has_note = budget.user_first && firstSpeaker(chosen) === 'assistant';
    const needed = { ...size, tokens: size.tokens + (has_note ? NOTE_TOKENS : 0) };
    if (fits(needed, budget)) best = { count: chosen.length, tokens: needed.tokens, has_note };
    else first_refused ??= needed;
    if (!fits(size, budget)) break;
  }
  if (best === undefined && (first_refused !== undefined || !fits(size, budget)))
    throw tooLarge(first_refused ?? size, budget);
  const { count, tokens, has_note } = best ?? { count: 0, tokens: size.tokens, has_note: false };
  const turns = count === 0 ? [] : chosen.slice(-count);
  return { preamble, summary, turns, has_note, tokens, omitted_turns: view.turns - base - count };
}

/** Never more than fits, so that nothing of a huge preamble is read in vain. */
function readPreamble(
  queries: ConversationQueries,
  { conversation, preamble }: ConversationView,
  budget: WindowBudget,
): StoredTurn[] {
  const turns: StoredTurn[] = [];
  let size: Size = { tokens: 0, bytes: 0 };
  for (const { payload } of queries.turnsBetween(conversation, 1, preamble)) {
    const turn = unpackTurn(payload);
    turns.push(turn);
    size = sum([turn], size);
    if (!fits(size, budget)) throw tooLarge(size, budget);
  }
  return turns;
}

/** Whole groups down to a turn, which is not among them. */
function* groupsNewestFirst(
  rows: Iterable<{ readonly turn: number; readonly payload: Uint8Array }>,
  base: number,
): Generator<StoredTurn[], void> {
  let results: StoredTurn[] = [];
  for (const row of rows) {
    if (row.turn <= base) return;
    const turn = unpackTurn(row.payload);
    if (turn.role === 'tool') results.unshift(turn);
    else {
      yield [turn, ...results];
      results = [];
    }
  }
}

/** Its calls have not all been answered, so a chat API would refuse it. */
function isOpen(group: readonly StoredTurn[], { turns, open_calls }: ConversationView): boolean {
  return open_calls > 0 && group.at(-1)?.turn === turns;
}

function sum(turns: readonly StoredTurn[], before: Size): Size {
  return turns.reduce(
    ({ tokens, bytes }, turn) => ({ tokens: tokens + turn.tokens, bytes: bytes + jsonBytes(turn) }),
    before,
  );
}

function fits({ tokens, bytes }: Size, { max_tokens, max_bytes }: WindowBudget): boolean {
  return tokens <= max_tokens && bytes <= max_bytes;
}

function tooLarge({ tokens, bytes }: Size, { max_tokens, max_bytes }: WindowBudget): HoldfastError {
  if (tokens > max_tokens) {
    return new HoldfastError(
      'LIMIT_EXCEEDED',
      `max_tokens: what must be handed out has ${tokens} tokens, more than ${max_tokens}`,
      { field: 'max_tokens', metadata: { needed_tokens: String(tokens), budget: String(max_tokens) } },
    );
  }
  return new HoldfastError(
    'LIMIT_EXCEEDED',
    `conversation_id: what must be handed out has ${bytes} bytes, more than ${max_bytes}`,
    {
      field: 'conversation_id',
      metadata: { needed_bytes: String(bytes), budget_bytes: String(max_bytes) },
    },
  );
}
