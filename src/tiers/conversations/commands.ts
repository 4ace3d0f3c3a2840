/**
 * Commands of conversations.
 *
 * Invariants of every committed state: a row's `total_tokens`, `window_tokens`, `open_calls` and `preamble` are what its
 * turns say; `due_through` is 0 or a cut between groups beyond `summarized_through` that leaves the newest group out; a
 * result stands only behind its call.
 */

import { packDocument } from '../../codec/msgpack.js';
import { HoldfastError, invalidField } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { Encoding } from '../../tokens/models.js';
import type { HandlersOf, Tx } from '../command.js';
import { noConversation, tooMany, wrongState } from './errors.js';
import { Groups } from './groups.js';
import { Removals } from './removals.js';
import { Conversations, threeQuarters } from './rows.js';
import { countedText, packTurn, roleNumber, summaryText } from './turn.js';
import { Turns } from './turns.js';
import {
  type ConversationCommands,
  type ConversationRow,
  MAX_TURNS,
  MESSAGE_TOKENS,
  type PutConversationArgs,
} from './types.js';

export function conversationCommands(db: Db): HandlersOf<ConversationCommands> {
  const conversations = new Conversations(db);
  const turns = new Turns(db);
  const groups = new Groups(db);
  const removals = new Removals(db);
  const insert_summary = db.prepare<[number, number, number, Uint8Array]>(
    'INSERT INTO conversation_summaries (conversation, through_turn, position, payload) VALUES (?, ?, ?, ?)',
  );
  const note_error = db.prepare<[string, number]>(
    'UPDATE conversations SET last_error = ? WHERE conversation = ?',
  );

  /** @throws HoldfastError TOO_MANY. */
  const make = ({ agent_id }: Tx): void => {
    conversations.checkRoom(agent_id);
    conversations.add(agent_id);
  };

  /** Stores a row, and before that makes its older half due when its window has grown too large. */
  const store = (tx: Tx, row: ConversationRow, position: number): ConversationRow => {
    const due_through =
      row.due_through === 0 && row.window_tokens > row.summary_at
        ? groups.middleByTokens(row)
        : row.due_through;
    const stored = { ...row, due_through };
    conversations.store(tx, stored, due_through === row.due_through ? position : emitDue(tx, stored));
    return stored;
  };

  return {
    put_conversation: (tx, args) => {
      const present = conversations.find(tx.agent_id, args.conversation_id);
      const before = present ?? conversations.fresh(tx, args.conversation_id);
      const row = configured(before, args, present === undefined);
      if (present !== undefined && !isChanged(present, row)) return {};
      if (present === undefined) make(tx);
      const { title, max_tokens, summary_at, model } = row;
      const payload = { title, max_tokens, summary_at, model };
      const { position } = tx.emit('conversation.put', args.conversation_id, payload, 'journal');
      store(tx, row, position);
      return {};
    },

    append_turn: (tx, { conversation_id, turn: content, expected_turn }) => {
      const present = conversations.find(tx.agent_id, conversation_id);
      const before = present ?? conversations.fresh(tx, conversation_id);
      const turn = before.turns + 1;
      checkExpected(expected_turn, turn);
      turns.check(before, content);
      if (turn > MAX_TURNS) throw tooMany(`a conversation may have ${MAX_TURNS} turns`, MAX_TURNS);
      if (present === undefined) make(tx);
      const tokens = countTurn(tx, before.encoding, countedText(content));
      const payload = packTurn(turn, tokens, content);
      const total_tokens = before.total_tokens + tokens;
      const { position } = tx.emit('conversation.turn', `${conversation_id}/${turn}`, payload, 'tier');
      const { role, tool_calls } = content;
      const turn_row = {
        conversation: before.conversation,
        turn,
        position,
        role: roleNumber(role),
        tokens,
        total_tokens,
        created_us: tx.now_us,
        payload,
      };
      turns.insert(turn_row, content);
      turns.index(turn_row, content, conversations.agentNumber(tx.agent_id));
      const { window_tokens, due_through } = store(
        tx,
        {
          ...before,
          turns: turn,
          preamble: role === 'system' && before.preamble === before.turns ? turn : before.preamble,
          open_calls: role === 'tool' ? before.open_calls - 1 : tool_calls.length,
          total_tokens,
          window_tokens: before.window_tokens + tokens,
        },
        position,
      );
      return { turn, tokens, window_tokens, due_through };
    },

    compact_conversation: (tx, { conversation_id, keep_turns }) => {
      const row = conversations.get(tx.agent_id, conversation_id);
      const cut =
        keep_turns === null
          ? groups.middleByTurns(row)
          : groups.cutAtOrBefore(row, Math.max(0, row.turns - keep_turns));
      if (cut === 0)
        throw wrongState('conversation_id', `nothing of ${conversation_id}'s window can be summarised`);
      const due_through = Math.max(cut, row.due_through);
      if (due_through > row.due_through) {
        const due = { ...row, due_through };
        conversations.store(tx, due, emitDue(tx, due));
      }
      return { due_through };
    },

    submit_summary: (tx, args) => {
      const { conversation_id, through_turn, summary, summarizer } = args;
      const row = conversations.get(tx.agent_id, conversation_id);
      if (args.conversation !== null && args.conversation !== row.conversation)
        throw noConversation(conversation_id);
      checkSpan(row, groups, through_turn, args.from_turn);
      const tokens = count(tx, row.encoding, summaryText(summary)) + MESSAGE_TOKENS;
      checkSummarySize(tokens, groups.mostSummaryTokens(row));
      const payload = packDocument({ summary, summarizer, through_turn, tokens });
      const key = `${conversation_id}/${through_turn}`;
      const { position } = tx.emit('conversation.summarized', key, payload, 'tier');
      insert_summary.run(row.conversation, through_turn, position, payload);
      const summarised = {
        ...row,
        summarized_through: through_turn,
        summary_tokens: tokens,
        due_through: row.due_through > through_turn ? row.due_through : 0,
        last_error: '',
      };
      const stored = store(tx, { ...summarised, window_tokens: groups.windowTokens(summarised) }, position);
      return { window_tokens: stored.window_tokens };
    },

    delete_conversation: (tx, { conversation_id }) => {
      const row = conversations.get(tx.agent_id, conversation_id);
      tx.emit('conversation.deleted', conversation_id, { turns: row.turns }, 'journal');
      conversations.drop(row);
      removals.begin(row.conversation, conversations.agentNumber(row.agent_id));
      return { deleted_turns: row.turns };
    },

    note_summary_error: (_tx, { conversation, error }) => {
      note_error.run(error, conversation);
      return {};
    },
  };
}

function emitDue(tx: Tx, { conversation_id, due_through, window_tokens }: ConversationRow): number {
  return tx.emit('conversation.due', conversation_id, { due_through, window_tokens }, 'journal').position;
}

/** @throws HoldfastError INVALID_FIELD (summary_at), WRONG_STATE (model). */
function configured(row: ConversationRow, args: PutConversationArgs, is_new: boolean): ConversationRow {
  const max_tokens = args.max_tokens ?? row.max_tokens;
  const summary_at = args.summary_at ?? (is_new ? threeQuarters(max_tokens) : row.summary_at);
  if (summary_at > max_tokens) {
    throw invalidField('summary_at', `${summary_at} is above max_tokens, ${max_tokens}`, {
      summary_at: String(summary_at),
      max_tokens: String(max_tokens),
    });
  }
  const { name: model, encoding, estimate } = args.model ?? { ...row, name: row.model };
  if (row.turns > 0 && encoding !== row.encoding) {
    throw wrongState(
      'model',
      `turns are counted in ${row.encoding} already, and ${model} needs ${encoding}`,
      {
        encoding: row.encoding,
      },
    );
  }
  return {
    ...row,
    title: args.title ?? row.title,
    max_tokens,
    summary_at,
    model,
    encoding,
    estimate: Number(estimate),
  };
}

function isChanged(before: ConversationRow, after: ConversationRow): boolean {
  return (
    before.title !== after.title ||
    before.max_tokens !== after.max_tokens ||
    before.summary_at !== after.summary_at ||
    before.model !== after.model
  );
}

function checkExpected(expected_turn: number | null, turn: number): void {
  if (expected_turn === null || expected_turn === turn) return;
  throw new HoldfastError(
    'VERSION_CONFLICT',
    `expected_turn: the next turn is ${turn}, not ${expected_turn}`,
    {
      field: 'expected_turn',
      metadata: { next_turn: String(turn) },
    },
  );
}

function checkSpan(
  row: ConversationRow,
  groups: Groups,
  through_turn: number,
  from_turn: number | null,
): void {
  const { summarized_through, turns, preamble } = row;
  const known = { summarized_through: String(summarized_through) };
  if (through_turn <= summarized_through)
    throw wrongState('through_turn', `turns up to ${summarized_through} are summarised already`, known);
  if (from_turn !== null && from_turn !== summarized_through) {
    throw wrongState(
      'from_turn',
      `the summary was made from ${from_turn}, but another goes through ${summarized_through}`,
      known,
    );
  }
  if (through_turn > turns)
    throw invalidField('through_turn', `${through_turn} is beyond the last turn, ${turns}`);
  if (through_turn <= preamble)
    throw invalidField('through_turn', `turns up to ${preamble} are instructions, which stay as they are`);
  if (!groups.isWhole(row, through_turn)) {
    throw invalidField('through_turn', `${through_turn} is between a tool call and its results`);
  }
}

/** @throws HoldfastError LIMIT_EXCEEDED: with a longer summary, nothing could be handed out any more. */
function checkSummarySize(tokens: number, limit: number): void {
  if (tokens <= limit) return;
  throw new HoldfastError(
    'LIMIT_EXCEEDED',
    `summary: takes ${tokens} tokens, more than ${limit}, half of what the instructions leave of max_tokens`,
    { field: 'summary', metadata: { tokens: String(tokens), limit: String(limit) } },
  );
}

function countTurn(tx: Tx, encoding: Encoding, text: string): number {
  return (text === '' ? 0 : count(tx, encoding, text)) + MESSAGE_TOKENS;
}

/**
 * The tokens that were counted before the command was queued. The encoding was looked up then, so another command may
 * have made it another one since.
 */
function count(tx: Tx, encoding: Encoding, text: string): number {
  const tokens = tx.derived.counted(encoding, text);
  if (tokens !== undefined) return tokens;
  throw new HoldfastError('VERSION_CONFLICT', 'the conversation changed its model meanwhile; ask again', {
    field: 'conversation_id',
    retry_after_ms: 10,
  });
}
