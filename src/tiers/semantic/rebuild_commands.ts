/**
 * Making the indexes anew from the tables, in steps that each fit one write. The text index is made beside the present one,
 * which goes on answering, and takes its place when it is whole; the vector index see vectors/rebuild.ts. Where a rebuild
 * stands is in the file, so a kill leaves indexes that are usable and a rebuild that can be begun again.
 */
import type { Db } from '../../store/db.js';
import type { HandlersOf } from '../command.js';
import type { Generations } from './generations.js';
import { unpackMemory } from './payload.js';
import { insertInto, NEW_TEXT } from './text_writer.js';
import { indexScope, textEntry, tokenText } from './tokens.js';
import type { RebuildResult, SemanticCommands } from './types.js';
import { continueRebuild, startRebuild } from './vectors/rebuild.js';

interface Rebuild {
  readonly next_position: number;
  readonly last_position: number;
  readonly done: number;
  readonly total: number;
}

interface Row {
  readonly position: number;
  readonly scope_id: number;
  readonly occurred_at_us: number;
  readonly superseded_by: number | null;
  readonly payload: Uint8Array;
}

export function rebuildCommands(
  db: Db,
  generations: Generations,
): HandlersOf<Pick<SemanticCommands, 'rebuild_text' | 'rebuild_vectors'>> {
  return {
    rebuild_text: (_tx, { restart, max_rows }) => {
      const state = db.prepare<[], Rebuild>('SELECT * FROM memory_text_rebuild').get();
      return restart || state === undefined ? startText(db) : continueText(db, state, max_rows);
    },
    rebuild_vectors: (tx, { generation_id, restart, max_rows }) => {
      const row = generations.get(generation_id);
      // Dropped meanwhile: nothing is left to be done.
      if (row === undefined) return { done: 0, total: 0, is_finished: true };
      if (restart) {
        if (row.status !== 'retired') generations.retryRefused(tx, row);
        return startRebuild(db, generation_id, row.dimensions);
      }
      return continueRebuild(db, generations.vectors, generation_id, max_rows);
    },
  };
}

function startText(db: Db): RebuildResult {
  db.exec(`DROP TABLE IF EXISTS ${NEW_TEXT}; DELETE FROM memory_text_rebuild`);
  const sql = db
    .prepare<[], string>(`SELECT sql FROM sqlite_schema WHERE name = 'memory_text'`)
    .pluck()
    .get();
  db.exec(String(sql).replace(/memory_text\b/, NEW_TEXT));
  db.exec(`INSERT INTO ${NEW_TEXT} (${NEW_TEXT}, rank) VALUES ('secure-delete', 1)`);
  const total = db.prepare<[], number>('SELECT count(*) FROM memories').pluck().get() ?? 0;
  db.prepare<[number]>(
    `INSERT INTO memory_text_rebuild (next_position, last_position, done, total)
     SELECT 0, coalesce(max(position), 0), 0, ? FROM memories`,
  ).run(total);
  return { done: 0, total, is_finished: false };
}

function continueText(db: Db, state: Rebuild, max_rows: number): RebuildResult {
  const rows = db
    .prepare<[number, number, number], Row>(
      `SELECT position, scope_id, occurred_at_us, superseded_by, payload FROM memories
       WHERE position >= ? AND position <= ? ORDER BY position LIMIT ?`,
    )
    .all(state.next_position, state.last_position, max_rows);
  const insert = db.prepare<[number, string]>(insertInto(NEW_TEXT));
  const insert_words = db.prepare<[number, number, Uint8Array]>(
    'INSERT OR REPLACE INTO memory_words (position, occurred_at_us, words) VALUES (?, ?, ?)',
  );
  for (const { position, scope_id, occurred_at_us, superseded_by, payload } of rows) {
    const entry = textEntry(unpackMemory(payload));
    insert.run(position, tokenText(indexScope(scope_id, superseded_by !== null), entry));
    insert_words.run(position, occurred_at_us, entry.packed_words);
  }
  const is_finished = rows.length < max_rows;
  const last = is_finished ? state.last_position : (rows.at(-1)?.position ?? 0);
  db.prepare<[number, number]>(
    `DELETE FROM memory_words
     WHERE position >= ? AND position <= ? AND position NOT IN (SELECT position FROM memories)`,
  ).run(state.next_position, last);
  const done = state.done + rows.length;
  if (is_finished) {
    db.exec(`DROP TABLE memory_text; ALTER TABLE ${NEW_TEXT} RENAME TO memory_text`);
    db.exec('DELETE FROM memory_text_rebuild');
  } else {
    db.prepare<[number, number]>('UPDATE memory_text_rebuild SET next_position = ?, done = ?').run(
      last + 1,
      done,
    );
  }
  return { done, total: Math.max(state.total, done), is_finished };
}
