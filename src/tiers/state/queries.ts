import type { EntryHeader } from '../../journal/entry.js';
import { lastPositionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';

export interface VersionRow {
  readonly name: string;
  readonly position: number;
  readonly version: number;
  readonly deleted: number;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

export interface StateQueries {
  /** The version that was newest right after a revision, deletes included. */
  at(agent_id: string, name: string, revision: number): VersionRow | undefined;
}

export function stateQueries(db: Db): StateQueries {
  const at = db.prepare<[string, string, number], VersionRow>(
    `SELECT name, position, version, deleted, time_us, payload FROM state_versions
     WHERE agent_id = ? AND name = ? AND position <= ? ORDER BY position DESC LIMIT 1`,
  );
  return {
    at: (agent_id, name, revision) => at.get(agent_id, name, lastPositionOf(revision)),
  };
}

export function statePayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[string, string, number], { payload: Uint8Array }>(
    'SELECT payload FROM state_versions WHERE agent_id = ? AND name = ? AND position = ?',
  );
  return ({ agent_id, key, position }) => find.get(agent_id, key, position)?.payload ?? null;
}
