/** Posting: the one way money moves. */
import { addAmounts, compareAmounts, isNegativeAmount, subtractText } from '../../codec/amount.js';
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { idAt, type Tx } from '../command.js';
import { type Account, type Accounts, availableOf, insufficientFunds } from './accounts.js';
import type { PostTransactionArgs } from './types.js';

/** The accounts of a command by `account asset`; the space stands in neither name. */
export type OpenAccounts = Map<string, Account>;

export function accountKey(account: string, asset: string): string {
  return `${account} ${asset}`;
}

export class Transactions {
  readonly #accounts: Accounts;
  readonly #insert;
  readonly #insertPosting;

  constructor(db: Db, accounts: Accounts) {
    this.#accounts = accounts;
    this.#insert = db.prepare<[number, string, number, Uint8Array]>(
      'INSERT INTO ledger_transactions (position, agent_id, time_us, payload) VALUES (?, ?, ?, ?)',
    );
    this.#insertPosting = db.prepare<[string, string, string, number, number, string, string]>(
      `INSERT INTO ledger_postings (agent_id, account, asset, position, n, amount, balance_after)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /**
   * Posts a transaction whose postings are known to sum to zero. `open` holds accounts that the command has opened already;
   * those it touches are added, and all of them are saved.
   * @param hold_id of the hold that it settles; '' = none.
   * @throws HoldfastError INSUFFICIENT_FUNDS, LIMIT_EXCEEDED, TOO_MANY.
   */
  post(tx: Tx, transaction: PostTransactionArgs, hold_id: string, open: OpenAccounts): string {
    const { postings } = transaction;
    const touched = postings.map(([account, asset]) => this.#touch(tx, open, account, asset));
    const before = new Map([...open.values()].map((account) => [account, account.posted]));
    const balances_after = postings.map(([, , amount], n) => {
      const account = touched[n] as Account;
      account.posted = add(account, amount, n);
      return account.posted;
    });
    if (!transaction.regardless_of_funds)
      for (const [account, posted_before] of before) requireFunds(account, posted_before);

    const transaction_id = idAt('tx', tx.next_position);
    const { position, bytes } = tx.emit(
      'ledger.posted',
      transaction_id,
      payloadOf(transaction, hold_id),
      'tier',
    );
    this.#insert.run(position, tx.agent_id, tx.now_us, bytes);
    for (const [n, [account, asset, amount]] of postings.entries()) {
      const balance_after = balances_after[n] as string;
      this.#insertPosting.run(tx.agent_id, account, asset, position, n, amount, balance_after);
    }
    for (const account of open.values()) {
      account.position = position;
      this.#accounts.save(tx, account);
    }
    return transaction_id;
  }

  #touch(tx: Tx, open: OpenAccounts, account: string, asset: string): Account {
    const key = accountKey(account, asset);
    const known = open.get(key);
    if (known !== undefined) return known;
    const opened = this.#accounts.open(tx, account, asset);
    open.set(key, opened);
    return opened;
  }
}

function add(account: Account, amount: string, n: number): string {
  try {
    return addAmounts(account.posted, amount);
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    throw new HoldfastError(
      error.reason,
      `postings[${n}].amount: the balance of ${account.account} in ${account.asset} would exceed 38 integer digits`,
      { ...error.details, field: `postings[${n}].amount` },
    );
  }
}

/** Only what lowers an account is refused: money may always come in. */
function requireFunds(account: Account, posted_before: string): void {
  if (account.must_not_go_negative === 0 || compareAmounts(account.posted, posted_before) >= 0) return;
  if (!isNegativeAmount(availableOf(account))) return;
  const available = availableOf({ posted: posted_before, held: account.held });
  throw insufficientFunds(account, available, subtractText(posted_before, account.posted));
}

function payloadOf(transaction: PostTransactionArgs, hold_id: string): DocObject {
  const { postings, description, reference, metadata } = transaction;
  return {
    postings: postings.map(([account, asset, amount]) => ({ account, asset, amount })),
    description,
    reference,
    metadata: metadata === null ? null : unpackDocument(metadata),
    hold_id,
  };
}
