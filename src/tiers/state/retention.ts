/**
 * Which versions are kept. Retention only ever takes the oldest versions of a state and never the newest, so what is
 * kept has no gaps. It drops rows, and with them payloads; the journal's entries and their digests stay.
 */
import type { Db, Statement } from '../../store/db.js';
import { attribution, type Tx } from '../command.js';

export interface SetStateRetentionArgs {
  /** Empty: the agent's default. */
  readonly name: string;
  /** 0 = no limit by count. */
  readonly keep_versions: number;
  readonly keep_age_ms: number | null;
}

interface Policy {
  readonly keep_versions: number;
  readonly keep_age_ms: number | null;
}

/** A newest version. */
export interface Newest {
  readonly agent_id: string;
  readonly name: string;
  readonly position: number;
  readonly version: number;
}

interface Oldest {
  readonly position: number;
  readonly version: number;
  readonly time_us: number;
}

const WITHOUT_POLICY: Policy = { keep_versions: 1000, keep_age_ms: null };
/** How many versions one write drops at most, so that no single write pays for a long history; the next go on. */
const PER_WRITE = 16;

export class StateRetention {
  readonly #policy: Statement<[string, string], Policy>;
  readonly #set: Statement<[string, string, number, number | null]>;
  readonly #oldest: Statement<[string, string], Oldest>;
  readonly #drop: Statement<[string, string, number]>;
  readonly #heads: Statement<[string, string, number], Newest>;
  readonly #head: Statement<[string, string], Newest>;
  readonly #agingAgents: Statement<[string], { agent_id: string }>;
  /** Where the last sweep ended. Progress only: a restart begins again at the first state. */
  #swept: { agent_id: string; name: string } = { agent_id: '', name: '' };

  constructor(db: Db) {
    this.#policy = db.prepare(
      `SELECT keep_versions, keep_age_ms FROM state_retention WHERE agent_id = ? AND name = ?`,
    );
    this.#set = db.prepare(
      `INSERT INTO state_retention (agent_id, name, keep_versions, keep_age_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT (agent_id, name) DO UPDATE
       SET keep_versions = excluded.keep_versions, keep_age_ms = excluded.keep_age_ms`,
    );
    this.#oldest = db.prepare(
      `SELECT position, version, time_us FROM state_versions
       WHERE agent_id = ? AND name = ? ORDER BY position LIMIT 1`,
    );
    this.#drop = db.prepare('DELETE FROM state_versions WHERE agent_id = ? AND name = ? AND position = ?');
    this.#heads = db.prepare(
      `SELECT agent_id, name, position, version FROM state_heads
       WHERE agent_id = ? AND name > ? ORDER BY name LIMIT ?`,
    );
    this.#head = db.prepare(
      'SELECT agent_id, name, position, version FROM state_heads WHERE agent_id = ? AND name = ?',
    );
    this.#agingAgents = db.prepare(
      `SELECT DISTINCT agent_id FROM state_retention
       WHERE keep_age_ms IS NOT NULL AND agent_id >= ? ORDER BY agent_id`,
    );
  }

  /** Drops what a write of this version made superfluous. */
  applyAfterWrite(newest: Newest, now_us: number): void {
    this.#apply(newest, now_us, PER_WRITE);
  }

  /** Sets a policy and applies it at once. */
  set(tx: Tx, args: SetStateRetentionArgs): { removed_versions: number } {
    const { name, keep_versions, keep_age_ms } = args;
    const before = this.#policy.get(tx.agent_id, name);
    const same = before?.keep_versions === keep_versions && before.keep_age_ms === keep_age_ms;
    if (!same) this.#set.run(tx.agent_id, name, keep_versions, keep_age_ms);
    const removed_versions = this.#applyAtOnce(tx, name);
    if (!same || removed_versions > 0) {
      const payload = { name, keep_versions, keep_age_ms, removed_versions, ...attribution(tx) };
      tx.emit('state.retention_set', name, payload, 'journal');
    }
    return { removed_versions };
  }

  #applyAtOnce(tx: Tx, name: string): number {
    const everything = Number.POSITIVE_INFINITY;
    if (name !== '') {
      const head = this.#head.get(tx.agent_id, name);
      return head === undefined ? 0 : this.#apply(head, tx.now_us, everything);
    }
    let removed = 0;
    for (const head of this.#headsAfter(tx.agent_id, '')) {
      // A state with a policy of its own is not touched by the default.
      if (this.#policy.get(tx.agent_id, head.name) === undefined)
        removed += this.#apply(head, tx.now_us, everything);
    }
    return removed;
  }

  /** Drops by age what no write came to drop: looks at no more than `limit` states and drops no more than `limit` rows. */
  sweep(now_us: number, limit: number): number {
    let states = limit;
    let removed = 0;
    const start = this.#swept;
    for (const { agent_id } of this.#agingAgents.all(start.agent_id)) {
      const after = agent_id === start.agent_id ? start.name : '';
      for (const head of this.#heads.all(agent_id, after, states)) {
        removed += this.#apply(head, now_us, limit - removed);
        this.#swept = { agent_id, name: head.name };
        states -= 1;
        if (states === 0 || removed >= limit) return removed;
      }
    }
    this.#swept = { agent_id: '', name: '' };
    return removed;
  }

  #apply(newest: Newest, now_us: number, limit: number): number {
    const { agent_id, name } = newest;
    const policy = this.#policy.get(agent_id, name) ?? this.#policy.get(agent_id, '') ?? WITHOUT_POLICY;
    let removed = 0;
    while (removed < limit) {
      const oldest = this.#oldest.get(agent_id, name);
      if (oldest === undefined || oldest.position === newest.position) break;
      if (!superfluous(oldest, newest.version, policy, now_us)) break;
      this.#drop.run(agent_id, name, oldest.position);
      removed += 1;
    }
    return removed;
  }

  *#headsAfter(agent_id: string, name: string): Generator<Newest> {
    const rows = 500;
    let after = name;
    for (;;) {
      const page = this.#heads.all(agent_id, after, rows);
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < rows) return;
      after = last.name;
    }
  }
}

function superfluous(oldest: Oldest, newest_version: number, policy: Policy, now_us: number): boolean {
  const { keep_versions, keep_age_ms } = policy;
  if (keep_versions > 0 && oldest.version <= newest_version - keep_versions) return true;
  return keep_age_ms !== null && oldest.time_us < now_us - keep_age_ms * 1000;
}

/** The tier's part of the daemon's sweep: drops at most `limit` versions that are past their age, and tells how many. */
export function stateSweep(db: Db): (now_us: number, limit: number) => number {
  const retention = new StateRetention(db);
  return (now_us, limit) => retention.sweep(now_us, limit);
}
