/** The ledger's reads. */
import type { EntryHeader } from '../../journal/entry.js';
import { lastPositionOf, revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { type BalanceRow, balanceView } from './accounts.js';
import { HOLD_COLUMNS, type HoldRow, holdView } from './holds.js';
import { mergeNewestFirst } from './merge.js';
import type { BalanceView, HoldStatus, HoldView } from './types.js';
import { WORLD } from './types.js';

/** A row whose payload is a journal entry's: a transaction or a snapshot. */
export interface PayloadRow {
  readonly position: number;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

export interface TransactionFilter {
  /** Empty = any. */
  readonly account: string;
  /** Empty = any. */
  readonly asset: string;
  /** Unix microseconds: at or after; null = from the beginning. */
  readonly since_us: number | null;
  /** Unix microseconds: before; null = to the end. */
  readonly until_us: number | null;
}

export interface BalanceFilter {
  /** Empty = any. */
  readonly account: string;
  /** Empty = any. */
  readonly asset: string;
  readonly include_world: boolean;
}

export interface PastBalance {
  readonly posted: string;
  /** Of the last posting that counts; 0 when there was none yet. */
  readonly revision: number;
}

export interface LedgerQueries {
  transaction(agent_id: string, position: number): PayloadRow | undefined;
  /** Newest first; only positions below `before`. */
  transactions(agent_id: string, filter: TransactionFilter, before: number, limit: number): Page<PayloadRow>;
  /** By account, then asset, after the given one. */
  balances(
    agent_id: string,
    filter: BalanceFilter,
    after: readonly [account: string, asset: string],
    limit: number,
  ): Page<BalanceView>;
  /** All accounts but `world`, by account, then asset: for Resume. */
  allBalances(agent_id: string, limit: number): Page<BalanceView>;
  /** Right after a revision; undefined for an account that never had a posting. */
  balanceAtRevision(
    agent_id: string,
    account: string,
    asset: string,
    revision: number,
  ): PastBalance | undefined;
  /** After everything committed at or before a time. */
  balanceAtTime(agent_id: string, account: string, asset: string, at_us: number): PastBalance | undefined;
  /** Newest first; null = of any status. */
  holds(agent_id: string, status: HoldStatus | null, before: number, limit: number): Page<HoldRow>;
  /** Newest first: for Resume. */
  openHolds(agent_id: string, limit: number): Page<HoldView>;
  /** Newest first. */
  snapshots(agent_id: string, before: number, limit: number): Page<PayloadRow>;
}

/** Above every position. */
export const END = Number.MAX_SAFE_INTEGER;

export function ledgerQueries(db: Db): LedgerQueries {
  const balances = balanceQueries(db);
  const holds = holdQueries(db);
  const newestSnapshots = db.prepare<[string, number], PayloadRow>(
    `SELECT position, time_us, payload FROM ledger_snapshots
     WHERE agent_id = ? AND position < ? ORDER BY position DESC`,
  );
  return {
    ...transactionQueries(db),
    ...balances,
    allBalances: (agent_id, limit) =>
      balances.balances(agent_id, { account: '', asset: '', include_world: false }, ['', ''], limit),
    holds,
    openHolds: (agent_id, limit) => {
      const { rows, more } = holds(agent_id, 'OPEN', END, limit);
      return { rows: rows.map(holdView), more };
    },
    snapshots: (agent_id, before, limit) =>
      takePage(newestSnapshots.iterate(agent_id, before), limit, payloadSize),
  };
}

function payloadSize({ payload }: PayloadRow): number {
  return payload.length;
}

/** The lowest position of a transaction of any agent committed at or after a time; END when there is none. */
function firstSince(db: Db): (at_us: number) => number {
  const next = db.prepare<[number], { position: number; time_us: number }>(
    'SELECT position, time_us FROM ledger_transactions WHERE position >= ? ORDER BY position LIMIT 1',
  );
  const last = db.prepare<[], { position: number; time_us: number }>(
    'SELECT position, time_us FROM ledger_transactions ORDER BY position DESC LIMIT 1',
  );
  return (at_us) => {
    const newest = last.get();
    if (newest === undefined || newest.time_us < at_us) return END;
    // Bisects the numbers, not the rows: about 40 seeks however many transactions there are.
    let low = 0;
    let high = newest.position;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const row = next.get(middle);
      if (row === undefined || row.time_us >= at_us) high = middle;
      else low = row.position + 1;
    }
    return low;
  };
}

function transactionQueries(db: Db): Pick<LedgerQueries, 'transaction' | 'transactions'> {
  const since = firstSince(db);
  const one = db.prepare<[number, string], PayloadRow>(
    'SELECT position, time_us, payload FROM ledger_transactions WHERE position = ? AND agent_id = ?',
  );
  const accounts = db.prepare<unknown[], { account: string; asset: string; position: number }>(
    `SELECT account, asset, position FROM ledger_balances
     WHERE agent_id = :agent_id AND (:account = '' OR account = :account) AND (:asset = '' OR asset = :asset)`,
  );
  const atOrBelow = db
    .prepare<[string, string, string, number], number>(
      `SELECT position FROM ledger_postings
       WHERE agent_id = ? AND account = ? AND asset = ? AND position <= ? ORDER BY position DESC LIMIT 1`,
    )
    .pluck();
  function* rowsAt(agent_id: string, positions: readonly number[]): Generator<PayloadRow, void> {
    for (const position of positions) {
      const row = one.get(position, agent_id);
      if (row !== undefined) yield row;
    }
  }
  return {
    transaction: (agent_id, position) => one.get(position, agent_id),
    transactions: (agent_id, { account, asset, since_us, until_us }, before, limit) => {
      const floor = since_us === null ? 0 : since(since_us);
      const end = until_us === null ? before : Math.min(before, since(until_us));
      const sources = accounts.all({ agent_id, account, asset }).map((of) => ({
        upper: of.position,
        atOrBelow: (at: number) => atOrBelow.get(agent_id, of.account, of.asset, at),
      }));
      const positions = mergeNewestFirst(sources, end, floor, limit + 1);
      return takePage(rowsAt(agent_id, positions), limit, payloadSize);
    },
  };
}

function balanceQueries(db: Db): Pick<LedgerQueries, 'balances' | 'balanceAtRevision' | 'balanceAtTime'> {
  const since = firstSince(db);
  const select = db.prepare<unknown[], BalanceRow>(
    `SELECT account, asset, posted, held, must_not_go_negative, position FROM ledger_balances
     WHERE agent_id = :agent_id AND (account, asset) > (:after_account, :after_asset)
       AND (:account = '' OR account = :account) AND (:asset = '' OR asset = :asset)
       AND (:include_world = 1 OR account <> '${WORLD}')
     ORDER BY account, asset`,
  );
  const past = db.prepare<[string, string, string, number], { position: number; balance_after: string }>(
    `SELECT position, balance_after FROM ledger_postings
     WHERE agent_id = ? AND account = ? AND asset = ? AND position <= ? ORDER BY position DESC, n DESC LIMIT 1`,
  );
  const at = (
    agent_id: string,
    account: string,
    asset: string,
    last_position: number,
  ): PastBalance | undefined => {
    const row = past.get(agent_id, account, asset, last_position);
    if (row !== undefined) return { posted: row.balance_after, revision: revisionOf(row.position) };
    const ever = past.get(agent_id, account, asset, END) !== undefined;
    return ever ? { posted: '0', revision: 0 } : undefined;
  };
  return {
    balances: (agent_id, { account, asset, include_world }, [after_account, after_asset], limit) => {
      const found = select.iterate({
        agent_id,
        account,
        asset,
        include_world: include_world ? 1 : 0,
        after_account,
        after_asset,
      });
      // A thousand balances are far below the size of a page.
      const { rows, more } = takePage(found, limit, () => 0);
      return { rows: rows.map(balanceView), more };
    },
    balanceAtRevision: (agent_id, account, asset, revision) =>
      at(agent_id, account, asset, lastPositionOf(revision)),
    balanceAtTime: (agent_id, account, asset, at_us) => at(agent_id, account, asset, since(at_us + 1) - 1),
  };
}

function holdQueries(db: Db): LedgerQueries['holds'] {
  const any = db.prepare<[string, number], HoldRow>(
    `SELECT ${HOLD_COLUMNS} FROM ledger_holds WHERE agent_id = ? AND position < ? ORDER BY position DESC`,
  );
  const ofStatus = db.prepare<[string, HoldStatus, number], HoldRow>(
    `SELECT ${HOLD_COLUMNS} FROM ledger_holds
     WHERE agent_id = ? AND status = ? AND position < ? ORDER BY position DESC`,
  );
  return (agent_id, status, before, limit) =>
    takePage(
      status === null ? any.iterate(agent_id, before) : ofStatus.iterate(agent_id, status, before),
      limit,
      ({ description }) => description.length,
    );
}

/** Finds the payloads of the entries that the ledger's own rows hold. */
export function ledgerPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const transaction = db
    .prepare<[number, string], Uint8Array>(
      'SELECT payload FROM ledger_transactions WHERE position = ? AND agent_id = ?',
    )
    .pluck();
  const snapshot = db
    .prepare<[string, number], Uint8Array>(
      'SELECT payload FROM ledger_snapshots WHERE agent_id = ? AND position = ?',
    )
    .pluck();
  return ({ kind, agent_id, position }) => {
    if (kind === 'ledger.posted') return transaction.get(position, agent_id) ?? null;
    if (kind === 'ledger.snapshot_taken') return snapshot.get(agent_id, position) ?? null;
    return null;
  };
}
