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

/**
 * Guards unpacked once, by the position of the entry that put them: the last that were seen. Bytes as packed, and what each
 * takes beside.
 */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;
const BYTES_BESIDE = 512;

export interface Guards {
  /** All guards that hold for an agent, its own and those of every agent, by name. None costs one look at the index. */
  of(agent_id: string): readonly StoredGuard[];
  /** Where a guard is put: its position comes again after a transaction that was rolled back, with another guard. */
  forget(): void;
}

export function guardsOf(db: Db): Guards {
  // Their positions say all, and are a third of the cost of their rows.
  const positions = db
    .prepare<[string], number>(
      `SELECT position FROM guards WHERE agent_id = ?
       UNION ALL SELECT position FROM guards WHERE agent_id = '${EVERYONE}'`,
    )
    .pluck();
  const find = db.prepare<[string, number], GuardRow>(
    `SELECT ${GUARD_COLUMNS} FROM guards WHERE agent_id IN (?, '${EVERYONE}') AND position = ?`,
  );
  const unpacked = new Map<number, StoredGuard>();
  let unpacked_bytes = 0;
  const load = (agent_id: string, position: number): StoredGuard => {
    const row = find.get(agent_id, position);
    if (row === undefined) throw new Error(`guard ${position} of ${agent_id} went while it was read`);
    const { payload, changed_us: _, ...rest } = row;
    unpacked_bytes += payload.length + BYTES_BESIDE;
    if (unpacked_bytes > MAX_UNPACKED_BYTES) {
      unpacked.clear();
      unpacked_bytes = payload.length + BYTES_BESIDE;
    }
    const guard = { ...rest, content: unpackContent(payload) };
    unpacked.set(position, guard);
    return guard;
  };
  return {
    of: (agent_id) => {
      const present = positions.all(agent_id);
      if (present.length === 0) return NONE;
      return present.map((position) => unpacked.get(position) ?? load(agent_id, position)).sort(byName);
    },
    forget: () => {
      unpacked.clear();
      unpacked_bytes = 0;
    },
  };
}

const NONE: readonly StoredGuard[] = [];

/** An agent's own comes before one of every agent with the same name. */
function byName(a: StoredGuard, b: StoredGuard): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.agent_id === EVERYONE ? 1 : -1;
}
