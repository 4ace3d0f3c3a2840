/**
 * The accounts that one command works on: each is read once, changed in memory and written once.
 *
 * Invariant: an account that a command opens has no hold left that is due by the command's time, so what a command decides
 * never depends on whether the sweep has come by. (A command expires at most 1,000 holds, of all its accounts together, so
 * that they leave room for its own entries; where more are due at once the rest stays held until the sweep, which only makes
 * less available.)
 */
import { isZeroAmount, subtractText } from '../../codec/amount.js';
import { HoldfastError } from '../../errors.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import type { Tx } from '../command.js';
import type { BalanceView } from './types.js';

/** An account (an asset of an account) while a command runs. */
export interface Account {
  readonly account: string;
  readonly asset: string;
  posted: string;
  held: string;
  must_not_go_negative: number;
  /** Of the last entry that changed it; 0 = it does not exist yet. */
  position: number;
  readonly exists: boolean;
}

export type BalanceRow = Omit<Account, 'exists'>;

/** Most accounts (account and asset) of one agent. */
export const MAX_ACCOUNTS = 10_000;

/** Expires the account's due holds, lowering `held`. */
export type ExpireDueOf = (tx: Tx, account: Account) => void;

export class Accounts {
  readonly #find;
  readonly #count;
  readonly #insert;
  readonly #update;
  readonly #expireDueOf: ExpireDueOf;

  constructor(db: Db, expireDueOf: ExpireDueOf) {
    this.#expireDueOf = expireDueOf;
    this.#find = db
      .prepare<
        [string, string, string],
        [posted: string, held: string, must_not_go_negative: number, position: number]
      >(
        `SELECT posted, held, must_not_go_negative, position FROM ledger_balances
         WHERE agent_id = ? AND account = ? AND asset = ?`,
      )
      .raw();
    this.#count = db
      .prepare<[string], number>('SELECT count(*) FROM ledger_balances WHERE agent_id = ?')
      .pluck();
    this.#insert = db.prepare<unknown[]>(
      `INSERT INTO ledger_balances (posted, held, must_not_go_negative, position, agent_id, account, asset)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#update = db.prepare<unknown[]>(
      `UPDATE ledger_balances SET posted = ?, held = ?, must_not_go_negative = ?, position = ?
       WHERE agent_id = ? AND account = ? AND asset = ?`,
    );
  }

  /** Reads an account and expires what is due on it. One that does not exist is all zeros. */
  open(tx: Tx, account: string, asset: string): Account {
    const opened = this.read(tx, account, asset);
    if (!isZeroAmount(opened.held)) this.#expireDueOf(tx, opened);
    return opened;
  }

  /** Reads an account as it is stored. */
  read(tx: Tx, account: string, asset: string): Account {
    const row = this.#find.get(tx.agent_id, account, asset);
    if (row === undefined) {
      return { account, asset, posted: '0', held: '0', must_not_go_negative: 0, position: 0, exists: false };
    }
    const [posted, held, must_not_go_negative, position] = row;
    return { account, asset, posted, held, must_not_go_negative, position, exists: true };
  }

  /** @throws HoldfastError TOO_MANY when it would be one account too many. */
  save(tx: Tx, account: Account): void {
    const { posted, held, must_not_go_negative, position } = account;
    if (!account.exists && (this.#count.get(tx.agent_id) ?? 0) >= MAX_ACCOUNTS) {
      throw new HoldfastError('TOO_MANY', `account: an agent may have at most ${MAX_ACCOUNTS} accounts`, {
        field: 'account',
        metadata: { limit: String(MAX_ACCOUNTS) },
      });
    }
    const statement = account.exists ? this.#update : this.#insert;
    statement.run(posted, held, must_not_go_negative, position, tx.agent_id, account.account, account.asset);
  }
}

/** To be shown and compared: where losses followed a hold it may be longer than an amount. */
export function availableOf(account: Pick<Account, 'posted' | 'held'>): string {
  return isZeroAmount(account.held) ? account.posted : subtractText(account.posted, account.held);
}

/** An account as replies show it. */
export function balanceView(account: BalanceRow): BalanceView {
  return {
    account: account.account,
    asset: account.asset,
    posted: account.posted,
    held: account.held,
    available: availableOf(account),
    must_not_go_negative: account.must_not_go_negative === 1,
    revision: revisionOf(account.position),
  };
}

/** The refusal of what would take more than there is. */
export function insufficientFunds(
  account: Pick<Account, 'account' | 'asset'>,
  available: string,
  needed: string,
): HoldfastError {
  return new HoldfastError(
    'INSUFFICIENT_FUNDS',
    `${account.account} has ${available} ${account.asset} available; ${needed} needed`,
    { metadata: { account: account.account, asset: account.asset, available, needed } },
  );
}
