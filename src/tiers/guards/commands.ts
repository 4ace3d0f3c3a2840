/** Commands about guards. What they judge is in composed_guards.ts. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type Command, type HandlersOf } from '../command.js';
import { GUARD_COLUMNS, type GuardRow, type Guards, type GuardView, guardView } from './rows.js';
import { contentDocument, type GuardContent, packContent, unpackContent } from './rule.js';
import type { GuardMode } from './types.js';

export const MAX_GUARDS = 256;
/** Of all guards of an agent, packed: every action looks at them all, on the one thread that writes. */
export const MAX_GUARD_BYTES = 256 * 1024;

/** Canonical: lists sorted and each entry once. */
export interface PutGuardArgs extends GuardContent {
  readonly name: string;
  readonly mode: GuardMode;
  /** Null = whatever is there; 0 = it must not exist. */
  readonly expected_version: number | null;
}

export interface DeleteGuardArgs {
  readonly name: string;
  /** Null = whatever is there. */
  readonly expected_version: number | null;
  readonly reason: string;
}

export interface GuardCommands {
  put_guard: Command<PutGuardArgs, { readonly guard: GuardView }>;
  delete_guard: Command<DeleteGuardArgs, Record<string, never>>;
}

/** @param guards of the gate, which must not take an earlier guard for one that is put here. */
export function guardCommands(db: Db, guards: Pick<Guards, 'forget'>): HandlersOf<GuardCommands> {
  const find = db.prepare<[string, string], GuardRow>(
    `SELECT ${GUARD_COLUMNS} FROM guards WHERE agent_id = ? AND name = ?`,
  );
  const total = db.prepare<[string], { readonly guards: number; readonly bytes: number }>(
    'SELECT count(*) AS guards, coalesce(sum(length(payload)), 0) AS bytes FROM guards WHERE agent_id = ?',
  );
  const put = db.prepare<[GuardRow]>(
    `INSERT OR REPLACE INTO guards (${GUARD_COLUMNS})
     VALUES (:agent_id, :name, :version, :mode, :counter, :position, :changed_us, :payload)`,
  );
  const remove = db.prepare<[string, string]>('DELETE FROM guards WHERE agent_id = ? AND name = ?');
  const endCounter = db.prepare<[number]>('INSERT INTO guard_counters_ended (counter) VALUES (?)');

  return {
    put_guard: (tx, { name, mode, expected_version, ...content }) => {
      const present = find.get(tx.agent_id, name);
      checkVersion(expected_version, present?.version ?? 0, name);
      const payload = packContent(content);
      if (present?.mode === mode && Buffer.compare(present.payload, payload) === 0)
        return { guard: guardView(present) };
      checkRoom(total.get(tx.agent_id), present, payload);
      const version = (present?.version ?? 0) + 1;
      const journaled = {
        name,
        version,
        mode,
        ...contentDocument(content),
        before: before(present),
        ...attribution(tx),
      };
      const { position } = tx.emit('guard.put', name, journaled, 'journal');
      const row: GuardRow = {
        agent_id: tx.agent_id,
        name,
        version,
        mode,
        counter: counterOf(content, present, position),
        position,
        changed_us: tx.now_us,
        payload,
      };
      if (present !== undefined && present.counter !== 0 && row.counter === 0)
        endCounter.run(present.counter);
      put.run(row);
      guards.forget();
      return { guard: guardView(row) };
    },

    delete_guard: (tx, { name, expected_version, reason }) => {
      const present = find.get(tx.agent_id, name);
      if (present === undefined) throw new HoldfastError('NOT_FOUND', `no guard ${name}`, { field: 'name' });
      checkVersion(expected_version, present.version, name);
      const journaled = { name, reason, before: before(present), ...attribution(tx) };
      tx.emit('guard.deleted', name, journaled, 'journal');
      if (present.counter !== 0) endCounter.run(present.counter);
      remove.run(tx.agent_id, name);
      return {};
    },
  };
}

/** A max_count goes on with what its earlier versions counted. */
function counterOf({ rule }: GuardContent, present: GuardRow | undefined, position: number): number {
  if (rule.kind !== 'max_count') return 0;
  return present === undefined || present.counter === 0 ? position : present.counter;
}

function before(present: GuardRow | undefined) {
  if (present === undefined) return null;
  const { version, mode, payload } = present;
  return { version, mode, ...contentDocument(unpackContent(payload)) };
}

function checkVersion(expected: number | null, actual: number, name: string): void {
  if (expected === null || expected === actual) return;
  throw new HoldfastError('VERSION_CONFLICT', `guard ${name} is at version ${actual}, not ${expected}`, {
    field: 'expected_version',
    metadata: { expected: String(expected), actual: String(actual) },
  });
}

/** What replaces a guard by one no larger has room always. */
function checkRoom(
  { guards, bytes } = { guards: 0, bytes: 0 },
  present: GuardRow | undefined,
  payload: Uint8Array,
): void {
  if (present === undefined && guards >= MAX_GUARDS) throw tooMany();
  const before = present?.payload.length ?? 0;
  const after = bytes - before + payload.length;
  if (payload.length <= before || after <= MAX_GUARD_BYTES) return;
  throw new HoldfastError(
    'TOO_MANY',
    `rule: all guards of the agent would take ${after} bytes; at most ${MAX_GUARD_BYTES}`,
    { field: 'rule', metadata: { limit: String(MAX_GUARD_BYTES), actual: String(after) } },
  );
}

function tooMany(): HoldfastError {
  return new HoldfastError('TOO_MANY', `name: at most ${MAX_GUARDS} guards`, {
    field: 'name',
    metadata: { limit: String(MAX_GUARDS) },
  });
}
