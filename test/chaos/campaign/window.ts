/** A conversation as the model has it, and where it may be cut: what the contract says, by looking at every cut there is. */

export interface ModelTurn {
  readonly turn: number;
  readonly role: string;
  readonly content: string;
  readonly tool_calls: readonly {
    readonly id: unknown;
    readonly name: unknown;
    readonly arguments_json: unknown;
  }[];
  readonly tool_call_id: string;
  readonly tokens: number;
  /** Tokens of the turns up to this one. */
  readonly total: number;
}

export interface ModelConversation {
  readonly agent_id: string;
  readonly conversation_id: string;
  readonly turns: ModelTurn[];
  /** Ids of tool calls that wait for their results. */
  readonly open: Set<string>;
  title: string;
  summary_at: number;
  /** Turns up to this one are instructions. */
  preamble: number;
  /** Turns up to this one are in the summary. */
  summarized: number;
  summary: string;
  summary_tokens: number;
  /** 0 = nothing is due. */
  due: number;
}

export function tokensThrough({ turns }: ModelConversation, turn: number): number {
  return turns[turn - 1]?.total ?? 0;
}

/** Of the instructions, the summary and the turns after it. */
export function tokensIn(known: ModelConversation): number {
  const left_out = known.turns.filter(({ turn }) => turn > known.preamble && turn <= known.summarized);
  const all = tokensThrough(known, known.turns.length);
  return all - left_out.reduce((sum, { tokens }) => sum + tokens, 0) + known.summary_tokens;
}

/** The cut nearest to half of the window's tokens, the earlier of equals; 0 = none. */
export function byTokens(known: ModelConversation): number {
  const before = tokensThrough(known, base(known));
  const half = before + (tokensThrough(known, known.turns.length) - before) / 2;
  return nearest(known, (cut) => Math.abs(tokensThrough(known, cut) - half));
}

/** The cut that leaves so many turns, or more to keep calls whole; without a number the one nearest to half of the turns. */
export function byTurns(known: ModelConversation, keep_turns: number | undefined): number {
  const { turns } = known;
  if (keep_turns !== undefined)
    return cuts(known).findLast((cut) => cut <= turns.length - Number(keep_turns)) ?? 0;
  const half = base(known) + Math.floor((turns.length - base(known)) / 2);
  return nearest(known, (cut) => Math.abs(cut - half));
}

function nearest(known: ModelConversation, distance: (cut: number) => number): number {
  return cuts(known).reduce((best, cut) => (best === 0 || distance(cut) < distance(best) ? cut : best), 0);
}

/** Turns of the window after which it may be cut: no call is separated from its results, the newest group stays. */
function cuts(known: ModelConversation): number[] {
  const { turns } = known;
  const newest_group = turns.findLastIndex(({ role }) => role !== 'ROLE_TOOL') + 1;
  return turns
    .filter(({ turn }) => turn > base(known) && turn < newest_group && turns[turn]?.role !== 'ROLE_TOOL')
    .map(({ turn }) => turn);
}

function base({ preamble, summarized }: ModelConversation): number {
  return Math.max(preamble, summarized);
}
