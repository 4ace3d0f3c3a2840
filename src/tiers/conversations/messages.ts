/** Windows of conversations for a next call, on one snapshot of a reader thread's connection. */
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { noConversation } from './errors.js';
import { type Messages, toAnthropic, toOpenAi } from './format.js';
import { conversationQueries } from './queries.js';
import { readableText, type StoredTurn, unpackTurn } from './turn.js';
import { selectWindow } from './window.js';

/** With escapes and the rest of the reply below the 4 MiB that clients take. */
const MAX_MESSAGE_BYTES = 3_500_000;

export interface MessagesArgs {
  readonly agent_id: string;
  readonly conversation_id: string;
  /** 0 = the conversation's. */
  readonly max_tokens: number;
  readonly format: 'openai' | 'anthropic';
}

export interface MessagesResult extends Messages {
  readonly revision: number;
  readonly tokens: number;
  readonly estimate: boolean;
  /** 0 = none. */
  readonly first_turn: number;
  readonly omitted_turns: number;
}

/** @throws HoldfastError NOT_FOUND, LIMIT_EXCEEDED. */
export function conversationMessages(db: Db, args: MessagesArgs): MessagesResult {
  const queries = conversationQueries(db);
  return db.transaction((): MessagesResult => {
    const view = queries.get(args.agent_id, args.conversation_id);
    const window = selectWindow(queries, view, {
      max_tokens: args.max_tokens === 0 ? view.max_tokens : args.max_tokens,
      max_bytes: MAX_MESSAGE_BYTES,
      user_first: args.format === 'anthropic',
    });
    const { tokens, omitted_turns, preamble, turns } = window;
    return {
      ...(args.format === 'anthropic' ? toAnthropic(window) : toOpenAi(window)),
      revision: readHead(db).revision,
      tokens,
      estimate: view.estimate === 1,
      first_turn: preamble[0]?.turn ?? turns[0]?.turn ?? 0,
      omitted_turns,
    };
  })();
}

/**
 * A conversation as lines of text, for a context of another shape: the summary, then the newest turns that fit into
 * `max_tokens` by the counts stored with them, oldest first; none when not even the newest fits. Depends on nothing but
 * the conversation's stored state. Call it inside a transaction.
 * @throws HoldfastError NOT_FOUND.
 */
export function conversationWindow(
  db: Db,
  { agent_id, conversation_id, max_tokens }: Omit<MessagesArgs, 'format'>,
): string[] {
  const queries = conversationQueries(db);
  const view = queries.find(agent_id, conversation_id);
  if (view === undefined) throw noConversation(conversation_id);
  const budget = max_tokens === 0 ? view.max_tokens : max_tokens;
  const base = Math.max(view.preamble, view.summarized_through);
  const turns: StoredTurn[] = [];
  let tokens = view.summary_tokens;
  for (const row of queries.turnsBefore(view.conversation, view.turns + 1)) {
    tokens += row.tokens;
    if (row.turn <= base || tokens > budget) break;
    turns.unshift(unpackTurn(row.payload));
  }
  // Results whose call did not fit say nothing.
  while (turns[0]?.role === 'tool') turns.shift();
  const lines = turns.map((turn) => `${turn.name || turn.role}: ${readableText(turn)}`);
  return view.summary === '' || view.summary_tokens > budget ? lines : [`summary: ${view.summary}`, ...lines];
}
