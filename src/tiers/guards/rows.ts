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
export interface StoredGuard extends Omit<GuardRow, 'payload'> {
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

/** Guards unpacked once: by agent and name, the last that was seen. */
const MAX_UNPACKED = 10_000;

/** All guards that hold for an agent, its own and those of every agent, by name. None costs one look at the index. */
export function guardsOf(db: Db): (agent_id: string) => readonly StoredGuard[] {
  const select = db.prepare<[string], GuardRow>(
    `SELECT ${GUARD_COLUMNS} FROM guards WHERE agent_id IN (?, '${EVERYONE}')`,
  );
  const unpacked = new Map<string, { readonly payload: Uint8Array; readonly content: GuardContent }>();
  // Compared byte by byte, because a position may come again after a transaction that was rolled back.
  const contentOf = ({ agent_id, name, payload }: GuardRow): GuardContent => {
    const key = `${agent_id} ${name}`;
    const known = unpacked.get(key);
    if (known !== undefined && Buffer.compare(known.payload, payload) === 0) return known.content;
    if (unpacked.size >= MAX_UNPACKED) unpacked.clear();
    const content = unpackContent(payload);
    unpacked.set(key, { payload, content });
    return content;
  };
  return (agent_id) => {
    const rows = select.all(agent_id);
    if (rows.length === 0) return [];
    return rows
      .map(({ payload, ...row }): StoredGuard => ({ ...row, content: contentOf({ payload, ...row }) }))
      .sort(byName);
  };
}

/** An agent's own comes before one of every agent with the same name. */
function byName(a: StoredGuard, b: StoredGuard): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.agent_id === EVERYONE ? 1 : -1;
}
