/** Exact sums of P&L over all actions of a window, on one snapshot of a reader thread's connection. */
import { AmountTotal } from '../../codec/amount.js';
import { HoldfastError } from '../../errors.js';
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { type ActionFilter, type ActionRow, actionReader } from './window.js';

export type PnlGroup = 'agent' | 'market' | 'day';

export interface SumArgs extends ActionFilter {
  readonly group_by: readonly PnlGroup[];
}

export interface PnlSum {
  /** Each '' where the sums are not split by it. */
  readonly agent_id: string;
  readonly market: string;
  /** UTC, YYYY-MM-DD. */
  readonly day: string;
  readonly asset: string;
  readonly pnl: string;
  readonly actions: number;
}

export interface SumResult {
  readonly revision: number;
  /** By agent, market, day, asset. */
  readonly sums: readonly PnlSum[];
}

const MAX_SUMS = 10_000;

type Group = Omit<PnlSum, 'pnl' | 'actions'>;

/** @throws HoldfastError LIMIT_EXCEEDED: more than 10,000 sums. */
export function sumPnl(db: Db): (args: SumArgs) => SumResult {
  const read = actionReader(db, true);
  return (args) =>
    db.transaction((): SumResult => {
      const { revision } = readHead(db);
      const groups = new Map<string, { group: Group; total: AmountTotal; actions: number }>();
      for (const row of read(args, -1, Number.MAX_SAFE_INTEGER)) {
        const group = groupOf(row, args.group_by);
        // None of the parts can hold a space.
        const key = `${group.agent_id} ${group.market} ${group.day} ${group.asset}`;
        let sum = groups.get(key);
        if (sum === undefined) {
          if (groups.size === MAX_SUMS) throw tooMany();
          sum = { group, total: new AmountTotal(), actions: 0 };
          groups.set(key, sum);
        }
        sum.total.add(row.pnl ?? '0');
        sum.actions += 1;
      }
      const sums = [...groups]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { group, total, actions }]) => ({ ...group, pnl: total.text(), actions }));
      return { revision, sums };
    })();
}

function groupOf({ agent_id, market, time_us, pnl_asset }: ActionRow, by: readonly PnlGroup[]): Group {
  return {
    agent_id: by.includes('agent') ? agent_id : '',
    market: by.includes('market') ? market : '',
    day: by.includes('day') ? new Date(Math.floor(time_us / 1000)).toISOString().slice(0, 10) : '',
    asset: pnl_asset,
  };
}

function tooMany(): HoldfastError {
  return new HoldfastError(
    'LIMIT_EXCEEDED',
    `group_by: more than ${MAX_SUMS} sums; group by less or ask for a shorter time`,
    { field: 'group_by', metadata: { limit: String(MAX_SUMS) } },
  );
}
