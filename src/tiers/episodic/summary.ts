/** Counts and exact sums over a whole window of episodes, on one snapshot of a reader thread's connection. */
import { AmountTotal } from '../../codec/amount.js';
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { amountsOf } from './payload.js';

export interface SummaryArgs {
  readonly agent_id: string;
  /** Empty = all types. */
  readonly type: string;
  /** Only occurred at or after; Unix microseconds. */
  readonly since_us: number;
  /** Only occurred before. */
  readonly until_us: number;
}

export interface AmountSum {
  readonly name: string;
  readonly sum: string;
  readonly count: number;
}

export interface TypeSummary {
  readonly type: string;
  readonly count: number;
  readonly first_at_us: number;
  readonly last_at_us: number;
  readonly with_outcome: number;
  readonly amounts: readonly AmountSum[];
}

export interface Summary {
  readonly revision: number;
  /** Types with at least one episode in the window, by name. */
  readonly types: readonly TypeSummary[];
  /** Over all types, by name. */
  readonly amounts: readonly AmountSum[];
}

interface Row {
  readonly occurred_at_us: number;
  readonly outcome_at_us: number | null;
  readonly payload: Uint8Array;
}

export function summarizeEpisodes(db: Db, args: SummaryArgs): Summary {
  const types = db
    .prepare<[string], string>(
      `SELECT type FROM episode_types WHERE agent_id = ? AND type > '' ORDER BY type`,
    )
    .pluck();
  const rows = db.prepare<[string, string, number, number], Row>(
    `SELECT occurred_at_us, outcome_at_us, payload FROM episodes
     WHERE agent_id = ? AND type = ? AND occurred_at_us >= ? AND occurred_at_us < ?
     ORDER BY occurred_at_us`,
  );
  return db.transaction((): Summary => {
    const { revision } = readHead(db);
    const { agent_id, type, since_us, until_us } = args;
    const overall = new Sums();
    const summaries = (type === '' ? types.all(agent_id) : [type]).map((each) =>
      summarizeType(each, rows.iterate(agent_id, each, since_us, until_us), overall),
    );
    return {
      revision,
      types: summaries.filter(({ count }) => count > 0),
      amounts: overall.list(),
    };
  })();
}

function summarizeType(type: string, rows: Iterable<Row>, overall: Sums): TypeSummary {
  const sums = new Sums();
  let count = 0;
  let first_at_us = 0;
  let last_at_us = 0;
  let with_outcome = 0;
  for (const row of rows) {
    if (count === 0) first_at_us = row.occurred_at_us;
    last_at_us = row.occurred_at_us;
    count += 1;
    if (row.outcome_at_us !== null) with_outcome += 1;
    for (const [name, amount] of Object.entries(amountsOf(row.payload))) {
      sums.add(name, amount);
      overall.add(name, amount);
    }
  }
  return { type, count, first_at_us, last_at_us, with_outcome, amounts: sums.list() };
}

/** Totals by the name of the amount. */
class Sums {
  readonly #totals = new Map<string, { readonly total: AmountTotal; count: number }>();

  add(name: string, amount: string): void {
    let entry = this.#totals.get(name);
    if (entry === undefined) {
      entry = { total: new AmountTotal(), count: 0 };
      this.#totals.set(name, entry);
    }
    entry.total.add(amount);
    entry.count += 1;
  }

  list(): AmountSum[] {
    return [...this.#totals]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { total, count }]) => ({ name, sum: total.text(), count }));
  }
}
