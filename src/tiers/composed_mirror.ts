/** What the Redis mirror reads beside the tiers' own queries: who there is, and small figures that span tables. */
import { fitting, sumText } from '../codec/amount.js';
import { lastPositionOf } from '../journal/position.js';
import type { Db } from '../store/db.js';
import { WORLD } from './ledger/types.js';

export interface MirrorQueries {
  /** Agents with anything to mirror, in the order of ids, after that one. */
  agentsAfter(agent_id: string, limit: number): string[];
  /**
   * What an agent's accounts held of an asset right after a position, `world` left out.
   * @throws HoldfastError LIMIT_EXCEEDED when it is no amount.
   */
  totalAt(agent_id: string, asset: string, position: number): string;
  /** Episodes that are kept of an agent. */
  episodes(agent_id: string): number;
  /** Recorded actions of all agents after a position, oldest first. */
  actionsAfter(position: number, limit: number): readonly MirroredAction[];
  /** The position after which the newest `count` actions begin. */
  actionsFloor(count: number): number;
  /** The position of the newest action that was recorded before a time; 0 = there is none. */
  actionsBefore(time_us: number): number;
  /** When the first entry after a revision was committed, Unix microseconds; null = there is none. */
  nextTimeUs(revision: number): number | null;
}

export interface MirroredAction {
  readonly position: number;
  readonly agent_id: string;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

/** Each is clustered by, or has an index that begins with, the agent: the next one is one seek. */
const TABLES = ['state_fields', 'ledger_balances', 'episode_types', 'sessions'];

export function mirrorQueries(db: Db): MirrorQueries {
  const nexts = TABLES.map((table) =>
    db.prepare<[string], string | null>(`SELECT min(agent_id) FROM ${table} WHERE agent_id > ?`).pluck(),
  );
  const accounts = db
    .prepare<[string, string, string], string>(
      'SELECT account FROM ledger_balances WHERE agent_id = ? AND asset = ? AND account <> ?',
    )
    .pluck();
  const balance = db
    .prepare<[string, string, string, number], string>(
      `SELECT balance_after FROM ledger_postings
       WHERE agent_id = ? AND account = ? AND asset = ? AND position <= ? ORDER BY position DESC, n DESC LIMIT 1`,
    )
    .pluck();
  const episodes = db
    .prepare<[string], number | null>('SELECT sum(count) FROM episode_types WHERE agent_id = ?')
    .pluck();
  const actions = db.prepare<[number, number], MirroredAction>(
    'SELECT position, agent_id, time_us, payload FROM audit_actions WHERE position > ? ORDER BY position LIMIT ?',
  );
  const floor = db
    .prepare<[number], number>('SELECT position FROM audit_actions ORDER BY position DESC LIMIT 1 OFFSET ?')
    .pluck();
  const before = db
    .prepare<[number], number>(
      'SELECT position FROM audit_actions WHERE time_us < ? ORDER BY position DESC LIMIT 1',
    )
    .pluck();
  const next_time = db
    .prepare<[number], number>('SELECT time_us FROM journal WHERE position > ? ORDER BY position LIMIT 1')
    .pluck();
  return {
    agentsAfter: (agent_id, limit) => {
      const found: string[] = [];
      for (let after = agent_id; found.length < limit; ) {
        const next = nexts.flatMap((of) => of.get(after) ?? []).sort()[0];
        if (next === undefined) break;
        found.push(next);
        after = next;
      }
      return found;
    },
    totalAt: (agent_id, asset, position) =>
      fitting(
        sumText(
          accounts
            .all(agent_id, asset, WORLD)
            .map((account) => balance.get(agent_id, account, asset, position) ?? '0'),
        ),
      ),
    episodes: (agent_id) => episodes.get(agent_id) ?? 0,
    actionsAfter: (position, limit) => actions.all(position, limit),
    actionsFloor: (count) => floor.get(count) ?? 0,
    actionsBefore: (time_us) => before.get(time_us) ?? 0,
    nextTimeUs: (revision) => next_time.get(lastPositionOf(revision)) ?? null,
  };
}
