/**
 * Retention: how many episodes of a type are kept and how long. Oldest go first, by occurred_at and then by the order
 * of recording. The row of episode_types counts, so that no command has to.
 *
 * Invariant: `count` of a type's row is the number of its episodes, in every committed state.
 */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';

/** Types with episodes or a policy that one agent may have. */
export const MAX_TYPES = 1000;
const MINUTE_US = 60_000_000;

export interface Policy {
  readonly max_count: number;
  readonly max_age_us: number;
}

/** What holds where neither the type nor the agent has a policy. */
export const BUILT_IN_POLICY: Policy = { max_count: 500, max_age_us: 7 * 24 * 60 * MINUTE_US };

export interface TypeRow {
  readonly agent_id: string;
  readonly type: string;
  readonly count: number;
  readonly max_count: number | null;
  readonly max_age_us: number | null;
}

interface Edge {
  readonly occurred_at_us: number;
  readonly position: number;
}

/** A type that has no row yet. */
export function newType(agent_id: string, type: string): TypeRow {
  return { agent_id, type, count: 0, max_count: null, max_age_us: null };
}

export function ownPolicy({ max_count, max_age_us }: TypeRow): Policy | undefined {
  return max_count === null || max_age_us === null ? undefined : { max_count, max_age_us };
}

export class Retention {
  readonly #row;
  readonly #rows;
  readonly #after;
  readonly #put;
  readonly #drop;
  readonly #count_types;
  readonly #nth_oldest;
  readonly #delete_to;

  constructor(db: Db) {
    this.#row = db.prepare<[string, string], TypeRow>(
      'SELECT * FROM episode_types WHERE agent_id = ? AND type = ?',
    );
    this.#rows = db.prepare<[string], TypeRow>(
      `SELECT * FROM episode_types WHERE agent_id = ? AND type > '' ORDER BY type`,
    );
    this.#after = db.prepare<[string, string, number], TypeRow>(
      `SELECT * FROM episode_types WHERE (agent_id, type) > (?, ?) ORDER BY agent_id, type LIMIT ?`,
    );
    this.#put = db.prepare<[TypeRow]>(
      `INSERT INTO episode_types (agent_id, type, count, max_count, max_age_us)
       VALUES (:agent_id, :type, :count, :max_count, :max_age_us)
       ON CONFLICT (agent_id, type) DO UPDATE SET
         count = excluded.count, max_count = excluded.max_count, max_age_us = excluded.max_age_us`,
    );
    this.#drop = db.prepare<[string, string]>('DELETE FROM episode_types WHERE agent_id = ? AND type = ?');
    this.#count_types = db
      .prepare<[string], number>(`SELECT count(*) FROM episode_types WHERE agent_id = ? AND type > ''`)
      .pluck();
    this.#nth_oldest = db.prepare<[string, string, number, number], Edge>(
      `SELECT occurred_at_us, position FROM episodes WHERE agent_id = ? AND type = ? AND occurred_at_us < ?
       ORDER BY occurred_at_us, position LIMIT 1 OFFSET ?`,
    );
    this.#delete_to = db.prepare<[string, string, number, number]>(
      `DELETE FROM episodes WHERE agent_id = ? AND type = ? AND (occurred_at_us, position) <= (?, ?)`,
    );
  }

  row(agent_id: string, type: string): TypeRow | undefined {
    return this.#row.get(agent_id, type);
  }

  /** The rows of an agent's types, its default not among them. */
  rows(agent_id: string): TypeRow[] {
    return this.#rows.all(agent_id);
  }

  /** Rows of any agent in key order after one, defaults among them. */
  rowsAfter(agent_id: string, type: string, limit: number): TypeRow[] {
    return this.#after.all(agent_id, type, limit);
  }

  /** @throws HoldfastError TOO_MANY when `more` further types would exceed the limit. */
  checkRoom(agent_id: string, more: number, field: string): void {
    if ((this.#count_types.get(agent_id) ?? 0) + more <= MAX_TYPES) return;
    throw new HoldfastError('TOO_MANY', `${field}: an agent may have ${MAX_TYPES} types of episodes`, {
      field,
      metadata: { limit: String(MAX_TYPES) },
    });
  }

  /** What holds for types without a policy of their own. */
  defaultPolicy(agent_id: string): Policy {
    const row = this.row(agent_id, '');
    return (row && ownPolicy(row)) ?? BUILT_IN_POLICY;
  }

  /** Removes what is too old and what is too many, stores the row with the count that remains, returns how many went. */
  apply(row: TypeRow, fallback: Policy, now_us: number): number {
    const { max_count, max_age_us } = ownPolicy(row) ?? fallback;
    const expired = this.#removeExpired(row, now_us - max_age_us, row.count);
    const surplus = Math.max(row.count - expired - max_count, 0);
    if (surplus > 0) this.#removeOldest(row, surplus);
    this.store({ ...row, count: row.count - expired - surplus });
    return expired + surplus;
  }

  /** Removes at most `limit` episodes that are too old, and stores the count if any went. */
  expire(row: TypeRow, fallback: Policy, now_us: number, limit: number): number {
    const { max_age_us } = ownPolicy(row) ?? fallback;
    const removed = this.#removeExpired(row, now_us - max_age_us, limit);
    if (removed > 0) this.store({ ...row, count: row.count - removed });
    return removed;
  }

  /** Stores a row; one that has neither episodes nor a policy makes room for another type. */
  store(row: TypeRow): void {
    if (row.count > 0 || ownPolicy(row) !== undefined) this.#put.run(row);
    else this.#drop.run(row.agent_id, row.type);
  }

  #removeExpired(row: TypeRow, before_us: number, limit: number): number {
    const { agent_id, type } = row;
    if (this.#nth_oldest.get(agent_id, type, before_us, 0) === undefined) return 0;
    const edge = this.#nth_oldest.get(agent_id, type, before_us, limit - 1);
    // Fewer than the limit: all that occurred before. No position is below 0.
    const { occurred_at_us, position } = edge ?? { occurred_at_us: before_us, position: -1 };
    return this.#delete_to.run(agent_id, type, occurred_at_us, position).changes;
  }

  #removeOldest({ agent_id, type }: TypeRow, surplus: number): void {
    const edge = this.#nth_oldest.get(agent_id, type, Number.MAX_SAFE_INTEGER + 1, surplus - 1);
    if (edge === undefined) throw new Error(`the count of ${agent_id}'s episodes of type ${type} is wrong`);
    this.#delete_to.run(agent_id, type, edge.occurred_at_us, edge.position);
  }
}
