/**
 * Checks the semantic tier over a whole file: scopes count their memories right, both halves of the text index hold exactly
 * what the memories say, and every generation's vectors and backlog together are the memories.
 */
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { Journaled } from '../journaled.js';
import { soundly } from '../standing.js';
import type { GenerationRow } from './generations.js';
import { unpackMemory } from './payload.js';
import { indexScope, textEntry, tokenText } from './tokens.js';
import { tablesOf } from './vectors/tables.js';
import { verifyVectors } from './vectors/verify.js';
import { type Owned, verifyLastEntries, verifyOwner } from './verify_journal.js';
import { wordHash } from './word_counts.js';

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;

interface Row extends Owned {
  readonly scope_id: number;
  readonly occurred_at_us: number;
  readonly superseded_by: number | null;
  readonly payload: Uint8Array;
  /** Of memory_words. */
  readonly words: Buffer | null;
  readonly words_at_us: number | null;
}

type Find = (kind: string, message: string, revision?: number) => void;

/** On one snapshot. At most 100 findings. */
export function verifyMemories(db: Db): Finding[] {
  const findings: Finding[] = [];
  const find: Find = (kind, message, revision = 0) => {
    if (findings.length < MAX_FINDINGS) findings.push({ kind: `semantic.${kind}`, revision, message });
  };
  db.transaction(() => {
    verifyTexts(db, find);
    verifyCounts(db, find);
    verifyLinks(db, find);
    verifyLastEntries(db, find);
    const generations = db
      .prepare<[], GenerationRow>('SELECT * FROM memory_generations ORDER BY generation_id')
      .all();
    for (const status of ['serving', 'building']) {
      const of_status = generations.filter((row) => row.status === status).length;
      if (of_status > 1) find('generations', `${of_status} generations are ${status}`);
    }
    for (const generation of generations) {
      verifyGeneration(db, generation, find);
      findings.push(...verifyVectors(db, generation.generation_id));
    }
  })();
  return findings.slice(0, MAX_FINDINGS);
}

/** The tokens of a memory as the index has them: how many, and the sum of their hashes, which depends on no order. */
interface IndexedTokens {
  count: number;
  sum: number;
}

function indexedTokens(db: Db): Map<number, IndexedTokens> {
  const tokens = new Map<number, IndexedTokens>();
  const places = db.prepare<[], [string, number]>('SELECT term, doc FROM memory_token_places').raw();
  for (const [term, position] of places.iterate()) {
    const known = tokens.get(position);
    const hash = wordHash(term);
    if (known === undefined) tokens.set(position, { count: 1, sum: hash });
    else {
      known.count += 1;
      known.sum = (known.sum + hash) >>> 0;
    }
  }
  return tokens;
}

function verifyTexts(db: Db, find: Find): void {
  const indexed = indexedTokens(db);
  const words = new Map<number, number>();
  const journal = new Journaled(db);
  const page = db.prepare<[number, number], Row>(
    `SELECT m.position, m.scope_id, m.occurred_at_us, m.superseded_by, m.payload,
       m.agent_id, m.stored_at_us, m.digest, s.agent_id AS scope_agent, s.namespace AS scope_namespace,
       p.scope_id AS superseded_scope_id,
       w.words, w.occurred_at_us AS words_at_us
     FROM memories m LEFT JOIN memory_words w ON w.position = m.position
     LEFT JOIN memory_scopes s ON s.scope_id = m.scope_id
     LEFT JOIN memories p ON p.position = m.supersedes
     WHERE m.position > ? ORDER BY m.position LIMIT ?`,
  );
  for (
    let rows = page.all(-1, PAGE_ROWS);
    rows.length > 0;
    rows = page.all(rows.at(-1)?.position ?? 0, PAGE_ROWS)
  ) {
    for (const row of rows) {
      const found = indexed.get(row.position) ?? { count: 0, sum: 0 };
      indexed.delete(row.position);
      const unreadable = soundly(() => {
        const memory = unpackMemory(row.payload);
        verifyOwner(journal, row, memory, find);
        const entry = textEntry(memory);
        const index_scope = indexScope(row.scope_id, row.superseded_by !== null);
        words.set(index_scope, (words.get(index_scope) ?? 0) + entry.length);
        verifyText(row, tokenText(index_scope, entry), found, find);
        if (row.words?.equals(entry.packed_words) !== true || row.words_at_us !== row.occurred_at_us)
          find('words', `position ${row.position}: its counted words are not those of the memory`);
        return '';
      });
      if (unreadable !== '')
        find('memory', `position ${row.position}: ${unreadable}`, revisionOf(row.position));
    }
  }
  for (const position of indexed.keys())
    find('text', `position ${position}: in the text index without a memory`);
  const orphans = db
    .prepare<[], number>(
      'SELECT position FROM memory_words WHERE position NOT IN (SELECT position FROM memories) LIMIT 100',
    )
    .pluck()
    .all();
  for (const position of orphans) find('words', `position ${position}: counted words without a memory`);
  const scopes = db
    .prepare<[], { scope_id: number; words: number; superseded_words: number }>(
      'SELECT scope_id, words, superseded_words FROM memory_scopes',
    )
    .all();
  for (const scope of scopes) {
    const live = words.get(indexScope(scope.scope_id, false)) ?? 0;
    const superseded = words.get(indexScope(scope.scope_id, true)) ?? 0;
    if (live !== scope.words || superseded !== scope.superseded_words) {
      find(
        'count',
        `scope ${scope.scope_id}: ${live} + ${superseded} words are stored, but ${scope.words} + ${scope.superseded_words} are counted`,
      );
    }
  }
}

/** @param found what the text index has of it. */
function verifyText({ position }: Row, text: string, found: IndexedTokens, find: Find): void {
  const tokens = text === '' ? [] : text.split(' ');
  const sum = tokens.reduce((total, token) => (total + wordHash(token)) >>> 0, 0);
  if (found.count === tokens.length && found.sum === sum) return;
  const problem = `the text index holds ${found.count} tokens, not the ${tokens.length} of the memory`;
  find('text', `position ${position}: ${problem}`);
}

function verifyCounts(db: Db, find: Find): void {
  const wrong = db
    .prepare<
      [],
      { scope_id: number; counted: number; superseded: number; kept: number; kept_superseded: number }
    >(
      `SELECT * FROM (
         SELECT s.scope_id, s.memories AS counted, s.superseded,
           (SELECT count(*) FROM memories m WHERE m.scope_id = s.scope_id) AS kept,
           (SELECT count(*) FROM memories m WHERE m.scope_id = s.scope_id AND m.superseded_by IS NOT NULL) AS kept_superseded
         FROM memory_scopes s)
       WHERE counted <> kept OR superseded <> kept_superseded LIMIT 100`,
    )
    .all();
  for (const { scope_id, counted, superseded, kept, kept_superseded } of wrong) {
    find(
      'count',
      `scope ${scope_id} has ${kept} memories (${kept_superseded} superseded), but ${counted} (${superseded}) are counted`,
    );
  }
  const homeless = db
    .prepare<[], number>(
      'SELECT position FROM memories WHERE scope_id NOT IN (SELECT scope_id FROM memory_scopes) LIMIT 100',
    )
    .pluck()
    .all();
  for (const position of homeless) find('scope', `position ${position}: its scope is not there`);
  const nameless = db
    .prepare<[], string>(
      `SELECT namespace FROM memory_scopes
       WHERE namespace <> '' AND namespace NOT IN (SELECT name FROM memory_namespaces) LIMIT 100`,
    )
    .pluck()
    .all();
  for (const name of nameless) find('scope', `namespace ${name} holds memories, but is not there`);
}

/** Where both memories of a pair are still there, they name each other. */
function verifyLinks(db: Db, find: Find): void {
  const torn = db
    .prepare<[], { position: number; other: number }>(
      `SELECT old.position, new.position AS other FROM memories old JOIN memories new ON new.position = old.superseded_by
       WHERE new.supersedes IS NOT old.position OR new.scope_id <> old.scope_id
       UNION ALL
       SELECT new.position, old.position FROM memories new JOIN memories old ON old.position = new.supersedes
       WHERE old.superseded_by IS NOT new.position LIMIT 100`,
    )
    .all();
  for (const { position, other } of torn)
    find('links', `position ${position} and ${other} do not name each other`);
}

function verifyGeneration(db: Db, generation: GenerationRow, find: Find): void {
  const { generation_id, status, missing, backfill_position } = generation;
  const { vectors } = tablesOf(generation_id);
  const strays = db
    .prepare<[], number>(
      `SELECT v.position FROM ${vectors} v LEFT JOIN memories m ON m.position = v.position
       WHERE m.position IS NULL OR v.scope_id <> m.scope_id * 2 + (m.superseded_by IS NOT NULL) LIMIT 100`,
    )
    .pluck()
    .all();
  for (const position of strays)
    find('vectors', `generation ${generation_id}, position ${position}: no memory of its scope`);
  if (status === 'retired') return;
  const refusals = `SELECT position FROM memory_refusals WHERE generation_id = ${generation_id}`;
  const without = `SELECT position FROM memories m
    WHERE NOT EXISTS (SELECT 1 FROM ${vectors} v WHERE v.position = m.position) AND position NOT IN (${refusals})`;
  const waiting = db.prepare<[], number>(`SELECT count(*) FROM (${without})`).pluck().get() ?? 0;
  if (waiting !== missing) {
    find(
      'backlog',
      `generation ${generation_id}: ${waiting} memories wait for their vector, but ${missing} are counted`,
    );
  }
  if (status === 'building' && waiting === 0)
    find('generations', `generation ${generation_id} is complete but does not serve`);
  const refused = db
    .prepare<[number], number>(
      `SELECT position FROM memory_refusals r LEFT JOIN memories m USING (position)
       WHERE generation_id = ? AND (m.scope_id IS NOT r.scope_id OR position IN (SELECT position FROM ${vectors})) LIMIT 100`,
    )
    .pluck()
    .all(generation_id);
  for (const position of refused)
    find(
      'backlog',
      `generation ${generation_id}, position ${position}: refused, but has a vector or is no memory`,
    );
  const torn = db
    .prepare<[number, number, number, number], number>(
      `SELECT position FROM (${without}) WHERE position > ? AND position NOT IN
         (SELECT position FROM memory_backlog WHERE generation_id = ?)
       UNION ALL
       SELECT position FROM memory_backlog WHERE generation_id = ? AND (position <= ? OR position NOT IN (${without})) LIMIT 100`,
    )
    .pluck()
    .all(backfill_position, generation_id, generation_id, backfill_position);
  for (const position of torn) {
    find('backlog', `generation ${generation_id}, position ${position}: backlog and vectors do not agree`);
  }
}
