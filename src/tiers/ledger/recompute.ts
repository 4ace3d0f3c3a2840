/** Recomputes an agent's accounts from what never changes: all postings, and the holds that are open. */
import { addText, sumText } from '../../codec/amount.js';
import type { Db } from '../../store/db.js';
import { inOrder } from '../keyset.js';
import type { BalanceRow } from './accounts.js';

/** One posting out of its account's history. */
export interface PostingRow {
  readonly account: string;
  readonly asset: string;
  readonly position: number;
  readonly n: number;
  readonly amount: string;
  readonly balance_after: string;
}

/** An account, by its running balance and by its history. */
export interface RecomputedAccount {
  readonly account: string;
  readonly asset: string;
  readonly running: string;
  readonly recomputed: string;
  readonly running_held: string;
  readonly recomputed_held: string;
}

const PAGE_ROWS = 2000;

/** The caller holds a read transaction, so that all pages are of one snapshot. */
export class Recomputer {
  readonly #postings;
  readonly #balances;
  readonly #holds;

  constructor(db: Db) {
    this.#postings = db.prepare<[string, string, string, number, number, number], PostingRow>(
      `SELECT account, asset, position, n, amount, balance_after FROM ledger_postings
       WHERE agent_id = ? AND (account, asset, position, n) > (?, ?, ?, ?)
       ORDER BY account, asset, position, n LIMIT ?`,
    );
    this.#balances = db.prepare<[string], BalanceRow>(
      `SELECT account, asset, posted, held, must_not_go_negative, position FROM ledger_balances WHERE agent_id = ?`,
    );
    this.#holds = db.prepare<[string], { account: string; asset: string; amount: string }>(
      `SELECT account, asset, amount FROM ledger_holds WHERE agent_id = ? AND status = 'OPEN'`,
    );
  }

  /** All postings of an agent in the order of accounts. */
  #postingsOf(agent_id: string): Generator<PostingRow> {
    return inOrder(
      ['', '', 0, 0] as [string, string, number, number],
      (after) => this.#postings.all(agent_id, ...after, PAGE_ROWS),
      ({ account, asset, position, n }) => [account, asset, position, n],
    );
  }

  /** Every account, by account, then asset. `onPosting` sees each posting and the sum before it. */
  accounts(
    agent_id: string,
    onPosting: (posting: PostingRow, sum_before: string) => void = () => {},
  ): RecomputedAccount[] {
    const accounts = new Map<string, { -readonly [Key in keyof RecomputedAccount]: string }>();
    const of = (account: string, asset: string) => {
      const key = `${account} ${asset}`;
      const known = accounts.get(key);
      if (known !== undefined) return known;
      const zero = {
        account,
        asset,
        running: '0',
        recomputed: '0',
        running_held: '0',
        recomputed_held: '0',
      };
      accounts.set(key, zero);
      return zero;
    };
    for (const { account, asset, posted, held } of this.#balances.all(agent_id)) {
      Object.assign(of(account, asset), { running: posted, running_held: held });
    }
    for (const posting of this.#postingsOf(agent_id)) {
      const account = of(posting.account, posting.asset);
      onPosting(posting, account.recomputed);
      account.recomputed = addText(account.recomputed, posting.amount);
    }
    for (const { account, asset, amount } of this.#holds.all(agent_id)) {
      const held = of(account, asset);
      held.recomputed_held = addText(held.recomputed_held, amount);
    }
    return [...accounts.values()].sort(byAccount);
  }
}

/** Assets whose accounts do not sum to zero: none in a sound file. */
export function unbalancedAssets(accounts: readonly RecomputedAccount[]): string[] {
  const amounts = new Map<string, string[]>();
  for (const { asset, recomputed } of accounts) {
    const of_asset = amounts.get(asset);
    if (of_asset === undefined) amounts.set(asset, [recomputed]);
    else of_asset.push(recomputed);
  }
  return [...amounts].filter(([, of_asset]) => sumText(of_asset) !== '0').map(([asset]) => asset);
}

/** The order of the database: by the bytes of the names, which are ASCII. */
export function byAccount(a: NamedAccount, b: NamedAccount): number {
  if (a.account !== b.account) return a.account < b.account ? -1 : 1;
  return a.asset < b.asset ? -1 : a.asset > b.asset ? 1 : 0;
}

export interface NamedAccount {
  readonly account: string;
  readonly asset: string;
}

/** Runs a read on one snapshot of the database. */
export function onSnapshot<T>(db: Db, read: () => T): T {
  db.exec('BEGIN');
  try {
    return read();
  } finally {
    db.exec('COMMIT');
  }
}
