/**
 * Where a conversation may be cut. A group is an assistant's turn with tool calls together with all its results; every
 * other turn is a group of its own. A cut after turn t keeps groups whole: t + 1 is no result.
 *
 * Results follow their call at once, at most 64 of them, because AppendTurn refuses anything else meanwhile: so the ends
 * of a group are a few steps away from any turn in it.
 */
import type { Db } from '../../store/db.js';
import type { ConversationRow } from './types.js';

const ROLE_TOOL = 4;

interface Place {
  readonly role: number;
  readonly total_tokens: number;
}

export class Groups {
  readonly #place;

  constructor(db: Db) {
    this.#place = db.prepare<[number, number], Place>(
      'SELECT role, total_tokens FROM conversation_turns WHERE conversation = ? AND turn = ?',
    );
  }

  /** Tokens of turns 1 to `turn`. */
  tokensThrough(conversation: number, turn: number): number {
    return turn === 0 ? 0 : this.#at(conversation, turn).total_tokens;
  }

  /** Tokens of the window as the row's other columns have it. */
  windowTokens(row: ConversationRow): number {
    const { conversation, preamble, summarized_through, summary_tokens, total_tokens } = row;
    if (summarized_through === 0) return total_tokens;
    const before = this.tokensThrough(conversation, summarized_through);
    return this.tokensThrough(conversation, preamble) + summary_tokens + total_tokens - before;
  }

  /** The most tokens that a summary may have: half of what the instructions leave of the window, so that turns fit beside it. */
  mostSummaryTokens({ conversation, preamble, max_tokens }: ConversationRow): number {
    return Math.max(Math.floor((max_tokens - this.tokensThrough(conversation, preamble)) / 2), 0);
  }

  /** The last turn that is summarised or never will be: the window's older part begins after it. */
  base({ preamble, summarized_through }: ConversationRow): number {
    return Math.max(preamble, summarized_through);
  }

  /** The last turn before the newest group. */
  beforeNewest({ conversation, turns }: ConversationRow): number {
    return turns === 0 ? 0 : this.#groupStart(conversation, turns) - 1;
  }

  isWhole({ conversation, turns, open_calls }: ConversationRow, through: number): boolean {
    if (through < turns) return this.#at(conversation, through + 1).role !== ROLE_TOOL;
    return open_calls === 0;
  }

  /** The last cut at or before a turn that leaves the newest group out; 0 = none in the window. */
  cutAtOrBefore(row: ConversationRow, turn: number): number {
    const limit = Math.min(turn, this.beforeNewest(row));
    const cut = this.isWhole(row, limit) ? limit : this.#groupStart(row.conversation, limit + 1) - 1;
    return cut > this.base(row) ? cut : 0;
  }

  /** The cut nearest to the middle of the window's turns, by their number; 0 = one group alone. */
  middleByTurns(row: ConversationRow): number {
    const base = this.base(row);
    const middle = base + Math.floor((row.turns - base) / 2);
    return this.#nearer(row, middle, (turn) => Math.abs(turn - middle));
  }

  /**
   * The cut nearest to the middle of the window's turns, by their tokens; 0 = one group alone. Tokens are what overflows:
   * half of the turns may be nearly all of the tokens, or next to none.
   */
  middleByTokens(row: ConversationRow): number {
    const base = this.base(row);
    const before = this.tokensThrough(row.conversation, base);
    const middle_tokens = before + (row.total_tokens - before) / 2;
    const distance = (turn: number) => Math.abs(this.tokensThrough(row.conversation, turn) - middle_tokens);
    return this.#nearer(row, this.#turnAt(row, base, middle_tokens), distance);
  }

  /** Of the cuts around a turn the one with the smaller distance, the earlier of equals. */
  #nearer(row: ConversationRow, turn: number, distance: (turn: number) => number): number {
    const earlier = this.cutAtOrBefore(row, turn);
    const later = this.#cutAfter(row, turn);
    if (later === 0) return earlier;
    return earlier === 0 || distance(later) < distance(earlier) ? later : earlier;
  }

  /** The first cut after a turn that leaves the newest group out; 0 = none. */
  #cutAfter(row: ConversationRow, turn: number): number {
    const last = this.beforeNewest(row);
    let cut = Math.max(turn, this.base(row)) + 1;
    while (cut <= last && !this.isWhole(row, cut)) cut += 1;
    return cut <= last ? cut : 0;
  }

  /** The last turn after `base` that does not bring the total above so many tokens, by bisection; else `base`. */
  #turnAt({ conversation, turns }: ConversationRow, base: number, tokens: number): number {
    let low = base;
    let high = turns;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.tokensThrough(conversation, middle) <= tokens) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #groupStart(conversation: number, turn: number): number {
    let start = turn;
    while (this.#at(conversation, start).role === ROLE_TOOL) start -= 1;
    return start;
  }

  #at(conversation: number, turn: number): Place {
    const place = this.#place.get(conversation, turn);
    if (place === undefined) throw new Error(`conversation ${conversation} has no turn ${turn}`);
    return place;
  }
}
