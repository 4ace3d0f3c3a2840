/** Which actions a replay or a sum goes over, and how they are read: in the order of recording, lazily. */
import type { Db } from '../../store/db.js';

export interface ActionFilter {
  /** '' = every agent. */
  readonly agent_id: string;
  /** Recorded at or after, and before; Unix microseconds. */
  readonly since_us: number;
  readonly until_us: number;
  /** Each '' = all. */
  readonly action: string;
  readonly market: string;
  readonly status: string;
}

export interface ActionRow {
  readonly position: number;
  readonly agent_id: string;
  readonly time_us: number;
  readonly market: string;
  readonly pnl: string | null;
  readonly pnl_asset: string;
  readonly payload: Uint8Array;
}

type Bind = ActionFilter & { readonly after: number; readonly last: number };

/** `with_pnl`: only actions that have one, without their payloads. Take the rows inside one transaction. */
export function actionReader(
  db: Db,
  with_pnl: boolean,
): (filter: ActionFilter, after: number, last: number) => Generator<ActionRow, void> {
  const statement = (by_agent: boolean) =>
    db.prepare<[Bind], ActionRow>(
      `SELECT position, agent_id, time_us, market, pnl, pnl_asset${with_pnl ? '' : ', payload'} FROM audit_actions
       WHERE position > :after AND position <= :last${by_agent ? ' AND agent_id = :agent_id' : ''}
         AND (:action = '' OR action = :action) AND (:market = '' OR market = :market)
         AND (:status = '' OR status = :status)${with_pnl ? ' AND pnl IS NOT NULL' : ''}
       ORDER BY position`,
    );
  const all = statement(false);
  const of_agent = statement(true);
  const from = startAt(db);
  return function* rows(filter, after, last) {
    const bind = { ...filter, after: Math.max(after, from(filter.since_us) - 1), last };
    for (const row of (filter.agent_id === '' ? all : of_agent).iterate(bind)) {
      // The time never decreases, so nothing after this one lies in the window.
      if (row.time_us >= filter.until_us) return;
      if (row.time_us >= filter.since_us) yield row;
    }
  };
}

/** A position that every action since a time is at or above, by bisection: times never decrease, so no index is needed. */
function startAt(db: Db): (since_us: number) => number {
  const bounds = db.prepare<[], { low: number | null; high: number | null }>(
    'SELECT min(position) AS low, max(position) AS high FROM audit_actions',
  );
  const next = db.prepare<[number], { position: number; time_us: number }>(
    'SELECT position, time_us FROM audit_actions WHERE position >= ? ORDER BY position LIMIT 1',
  );
  return (since_us) => {
    const { low: first, high: last } = bounds.get() ?? {};
    let low = first ?? 0;
    let high = last ?? 0;
    while (low < high) {
      const middle = low + Math.floor((high - low) / 2);
      const row = next.get(middle);
      if (row === undefined || row.time_us >= since_us) high = middle;
      else low = row.position + 1;
    }
    return low;
  };
}
