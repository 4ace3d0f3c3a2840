/** Checks the conversations' own invariants over a whole file. */
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { verifyConversationEntries } from './verify_journal.js';

const MAX_FINDINGS = 100;

interface Problem {
  readonly conversation: number;
  readonly problem: string;
}

/** Each selects what is wrong as (conversation, problem). */
const CHECKS: readonly (readonly [kind: string, sql: string])[] = [
  [
    'conversations.turns',
    `SELECT c.conversation, 'counts ' || c.turns || ' turns of ' || c.total_tokens || ' tokens, but has '
       || count(t.turn) || ' up to ' || coalesce(max(t.turn), 0) || ' of ' || coalesce(sum(t.tokens), 0) AS problem
     FROM conversations c LEFT JOIN conversation_turns t ON t.conversation = c.conversation
     GROUP BY c.conversation
     HAVING c.turns <> count(t.turn) OR c.turns <> coalesce(max(t.turn), 0)
       OR c.total_tokens <> coalesce(sum(t.tokens), 0)`,
  ],
  [
    'conversations.totals',
    `SELECT conversation, 'turn ' || turn || ' has a wrong total of tokens' AS problem FROM (
       SELECT conversation, turn, total_tokens,
         sum(tokens) OVER (PARTITION BY conversation ORDER BY turn) AS expected
       FROM conversation_turns
       WHERE conversation NOT IN (SELECT conversation FROM conversation_removals))
     WHERE total_tokens <> expected`,
  ],
  [
    'conversations.window',
    `SELECT conversation, 'the window counts ' || window_tokens || ' tokens, but has ' || expected AS problem FROM (
       SELECT c.conversation, c.window_tokens, c.summary_tokens + coalesce((
         SELECT sum(t.tokens) FROM conversation_turns t WHERE t.conversation = c.conversation
           AND (t.turn <= c.preamble OR t.turn > c.summarized_through)), 0) AS expected
       FROM conversations c)
     WHERE window_tokens <> expected`,
  ],
  [
    'conversations.groups',
    `SELECT c.conversation, 'a cut after turn ' || cut.turn || ' separates a tool call from its results' AS problem
     FROM conversations c
     JOIN conversation_turns cut ON cut.conversation = c.conversation
       AND cut.turn IN (c.summarized_through, c.due_through)
     JOIN conversation_turns next ON next.conversation = c.conversation AND next.turn = cut.turn + 1
     WHERE next.role = 4`,
  ],
  [
    'conversations.due',
    `SELECT conversation, 'due through ' || due_through || ' is not inside the window' AS problem FROM conversations
     WHERE due_through > 0 AND (due_through <= max(preamble, summarized_through) OR due_through >= turns)`,
  ],
  [
    'conversations.calls',
    `SELECT c.conversation, 'counts ' || c.open_calls || ' open tool calls' AS problem FROM conversations c
     WHERE c.open_calls <> (SELECT count(*) FROM conversation_calls k
       WHERE k.conversation = c.conversation AND k.result_turn IS NULL)`,
  ],
  [
    'conversations.summary',
    `SELECT c.conversation, 'the summary through turn ' || c.summarized_through || ' is missing' AS problem
     FROM conversations c
     WHERE c.summarized_through <> coalesce(
       (SELECT max(s.through_turn) FROM conversation_summaries s WHERE s.conversation = c.conversation), 0)`,
  ],
  [
    'conversations.words',
    `SELECT t.conversation, 'turn ' || t.turn || ' is not in the text index' AS problem
     FROM conversation_turns t LEFT JOIN turn_words w ON w.rowid = t.position
     WHERE w.conversation IS NOT t.conversation OR w.turn IS NOT t.turn`,
  ],
  [
    'conversations.words',
    `SELECT w.conversation, 'the text index has turn ' || w.turn || ', which does not exist' AS problem
     FROM turn_words w
     LEFT JOIN conversation_turns t ON t.conversation = w.conversation AND t.turn = w.turn
     WHERE t.position IS NOT w.rowid`,
  ],
  [
    'conversations.agents',
    `SELECT 0 AS conversation, a.agent_id || ' counts ' || a.conversations || ' conversations' AS problem
     FROM conversation_agents a
     WHERE a.conversations <> (SELECT count(*) FROM conversations c WHERE c.agent_id = a.agent_id)`,
  ],
  [
    'conversations.agents',
    `SELECT conversation, agent_id || ' has conversations, but no scope for their words' AS problem FROM conversations
     WHERE agent_id NOT IN (SELECT agent_id FROM conversation_agents)`,
  ],
];

export function verifyConversations(db: Db): Finding[] {
  const found = CHECKS.flatMap(([kind, sql]) =>
    db
      .prepare<[number], Problem>(`${sql} LIMIT ?`)
      .all(MAX_FINDINGS)
      .map(({ conversation, problem }) => ({
        kind,
        revision: 0,
        message: conversation === 0 ? problem : `conversation ${conversation}: ${problem}`,
      })),
  );
  return [...found, ...verifyConversationEntries(db)];
}
