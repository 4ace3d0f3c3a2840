/** Compares conversations and their turns with the journal entries and payloads that they were made of. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { Findings, Journaled } from '../journaled.js';
import { inOrder } from '../keyset.js';
import { soundly } from '../standing.js';
import { roleNumber, unpackTurn } from './turn.js';
import type { ConversationRow, TurnRow } from './types.js';

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;
const KIND = 'conversations.journal';

type OwnedTurn = TurnRow & { readonly agent_id: string; readonly conversation_id: string };

/** Each page of turns is read on its own, so that checkpoints need not wait. */
export function verifyConversationEntries(db: Db): Finding[] {
  const findings = new Findings(MAX_FINDINGS);
  const journal = new Journaled(db);
  db.transaction(() => verifyRows(db, journal, findings))();
  verifyTurns(db, journal, findings);
  db.transaction(() => verifyMissing(db, findings))();
  return findings.list;
}

function verifyRows(db: Db, journal: Journaled, findings: Findings): void {
  const rows = db.prepare<[], ConversationRow>('SELECT * FROM conversations');
  for (const row of rows.iterate()) {
    const { agent_id, conversation_id, conversation, created_us } = row;
    const put = { agent_id, kinds: ['conversation.put'], key: conversation_id, time_us: created_us };
    const appended = { ...put, kinds: ['conversation.turn'], key: `${conversation_id}/1` };
    const problem = journal.problem(conversation, put);
    if (problem === '' || journal.problem(conversation, appended) === '') continue;
    findings.add(KIND, conversation, `conversation ${conversation_id} of ${agent_id}: ${problem}`);
  }
  const find = db.prepare<[string, string], ConversationRow>(
    'SELECT * FROM conversations WHERE agent_id = ? AND conversation_id = ?',
  );
  for (const entry of journal.last('conversation.put', 'conversation.deleted')) {
    if (entry.kind === 'conversation.deleted' || entry.payload === null) continue;
    const { agent_id, key, position } = entry;
    const row = find.get(agent_id, key);
    const { payload } = entry;
    const problem = soundly(() => {
      const { title, max_tokens, summary_at, model } = unpackDocument(payload) as DocObject;
      const is_same =
        row?.title === title &&
        row?.max_tokens === max_tokens &&
        row?.summary_at === summary_at &&
        row?.model === model;
      return is_same ? '' : 'it is not there as the journal set it last';
    });
    if (problem !== '') findings.add(KIND, position, `conversation ${key} of ${agent_id}: ${problem}`);
  }
}

function verifyTurns(db: Db, journal: Journaled, findings: Findings): void {
  const page = db.prepare<[number, number, number], OwnedTurn>(
    `SELECT t.*, c.agent_id, c.conversation_id FROM conversation_turns t JOIN conversations c USING (conversation)
     WHERE (t.conversation, t.turn) > (?, ?) ORDER BY t.conversation, t.turn LIMIT ?`,
  );
  const rows = inOrder(
    [0, 0] as [number, number],
    (after) => page.all(...after, PAGE_ROWS),
    (row) => [row.conversation, row.turn],
  );
  for (const row of rows) {
    const { agent_id, conversation_id, turn, position, created_us } = row;
    const key = `${conversation_id}/${turn}`;
    const claim = { agent_id, kinds: ['conversation.turn'], key, time_us: created_us };
    const problem = soundly(() => {
      const said = unpackTurn(row.payload);
      const is_same =
        said.turn === turn && said.tokens === row.tokens && roleNumber(said.role) === Number(row.role);
      return is_same ? journal.problem(position, claim) : 'it is not what its payload says';
    });
    if (problem !== '') findings.add(KIND, position, `turn ${key} of ${agent_id}: ${problem}`);
  }
}

/** Turns and summaries go with their conversation alone. */
function verifyMissing(db: Db, findings: Findings): void {
  const missing = db.prepare<[string, number], { agent_id: string; key: string; position: number }>(
    `WITH deleted AS MATERIALIZED (
       SELECT agent_id, key, max(position) AS position FROM journal WHERE kind = 'conversation.deleted'
       GROUP BY agent_id, key)
     SELECT j.agent_id, j.key, j.position FROM journal j
     LEFT JOIN deleted d ON d.agent_id = j.agent_id AND d.key = substr(j.key, 1, instr(j.key, '/') - 1)
     WHERE j.kind = ? AND j.position > coalesce(d.position, 0)
       AND j.position NOT IN (SELECT position FROM conversation_turns)
       AND j.position NOT IN (SELECT position FROM conversation_summaries) LIMIT ?`,
  );
  for (const kind of ['conversation.turn', 'conversation.summarized']) {
    for (const { agent_id, key, position } of missing.all(kind, MAX_FINDINGS))
      findings.add(KIND, position, `${kind} ${key} of ${agent_id} is not there, and nothing deleted it`);
  }
}
