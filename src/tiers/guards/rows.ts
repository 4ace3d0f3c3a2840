/** The table `guards`: its rows, and how a guard is shown. */
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { EVERYONE, type GuardContent, unpackContent } from './rule.js';
import type { GuardMode } from './types.js';

export interface GuardRow {
  readonly agent_id: string;
  readonly name: string;
  readonly version: number;
  readonly mode: GuardMode;
  readonly counter: number;
  readonly position: number;
  readonly changed_us: number;
  readonly payload: Uint8Array;
}

export const GUARD_COLUMNS = 'agent_id, name, version, mode, counter, position, changed_us, payload';

/** A guard as judges need it. */
export interface StoredGuard extends Omit<GuardRow, 'payload' | 'changed_us'> {
  readonly content: GuardContent;
}

/** A guard as replies show it. */
export interface GuardView extends GuardContent {
  readonly name: string;
  readonly agent_id: string;
  readonly mode: GuardMode;
  readonly version: number;
  /** Unix microseconds. */
  readonly changed_us: number;
  readonly revision: number;
}

export function guardView({ payload, counter: _, position, ...row }: GuardRow): GuardView {
  return { ...row, ...unpackContent(payload), revision: revisionOf(position) };
}

/** Guards unpacked once: by agent and name, the last that was seen. Bytes as packed, and what each takes beside. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;
const BYTES_BESIDE = 512;

export interface Guards {
  /** All guards that hold for an agent, its own and those of every agent, by name. None costs one look at the index. */
  of(agent_id: string): readonly StoredGuard[];
  /** Where guards are put: a position comes again after a transaction that was rolled back, with another guard. */
  forget(agent_id: string, name: string): void;
}

export function guardsOf(db: Db): Guards {
  const select = db.prepare<[string], Omit<StoredGuard, 'content'>>(
    `SELECT agent_id, name, version, mode, counter, position FROM guards WHERE agent_id = ?
     UNION ALL SELECT agent_id, name, version, mode, counter, position FROM guards WHERE agent_id = '${EVERYONE}'`,
  );
  const find = db
    .prepare<[string, string], Uint8Array>('SELECT payload FROM guards WHERE agent_id = ? AND name = ?')
    .pluck();
  const unpacked = new Map<string, StoredGuard>();
  let unpacked_bytes = 0;
  const whole = (row: Omit<StoredGuard, 'content'>): StoredGuard => {
    const key = keyOf(row.agent_id, row.name);
    const known = unpacked.get(key);
    if (known?.position === row.position) return known;
    const payload = find.get(row.agent_id, row.name);
    if (payload === undefined) throw new Error(`guard ${row.name} of ${row.agent_id} went while it was read`);
    unpacked_bytes += payload.length + BYTES_BESIDE;
    if (unpacked_bytes > MAX_UNPACKED_BYTES) {
      unpacked.clear();
      unpacked_bytes = payload.length + BYTES_BESIDE;
    }
    const guard = { ...row, content: unpackContent(payload) };
    unpacked.set(key, guard);
    return guard;
  };
  return {
    of: (agent_id) => {
      const rows = select.all(agent_id);
      return rows.length === 0 ? NONE : rows.map(whole).sort(byName);
    },
    forget: (agent_id, name) => unpacked.delete(keyOf(agent_id, name)),
  };
}

const NONE: readonly StoredGuard[] = [];

/** The space stands in neither. */
function keyOf(agent_id: string, name: string): string {
  return `${agent_id} ${name}`;
}

/** An agent's own comes before one of every agent with the same name. */
function byName(a: StoredGuard, b: StoredGuard): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.agent_id === EVERYONE ? 1 : -1;
}
