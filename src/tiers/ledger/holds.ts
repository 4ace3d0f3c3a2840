/**
 * Holds: money set aside. An open hold ends exactly once: settled, released or expired.
 *
 * Invariant: `held` of an account is the sum of its open holds, changed in the same transaction as they are.
 */
import { addAmounts, compareAmounts, negateAmount, subtractAmounts } from '../../codec/amount.js';
import { type DocObject, Timestamp } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import { ordinalOf, revisionOf } from '../../journal/position.js';
import type { Db, Statement } from '../../store/db.js';
import { idAt, positionInId, type Tx } from '../command.js';
import { type Account, Accounts, availableOf, balanceView, insufficientFunds } from './accounts.js';
import type { Assets } from './assets.js';
import { accountKey, type Transactions } from './transactions.js';
import type {
  HoldStatus,
  HoldView,
  OpenHoldsOf,
  PlaceHoldArgs,
  PlaceHoldResult,
  PostHoldArgs,
  PostHoldResult,
  ReleaseHoldArgs,
  ReleaseHoldResult,
} from './types.js';

/** A hold as it is stored. */
export interface HoldRow {
  readonly agent_id: string;
  readonly position: number;
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
  readonly status: HoldStatus;
  readonly settled_amount: string | null;
  readonly operation_key: string | null;
  readonly placed_us: number;
  readonly expires_us: number | null;
  readonly description: string;
  readonly changed_position: number;
}

export const HOLD_COLUMNS = `agent_id, position, account, asset, amount, status, settled_amount, operation_key, placed_us,
  expires_us, description, changed_position`;

/** Most open holds of one agent. */
export const MAX_OPEN_HOLDS = 10_000;
/** Most holds that one sweep expires; a command does so among its first 1,000 entries only. */
const MAX_EXPIRED_AT_ONCE = 1000;

export function holdView(row: HoldRow): HoldView {
  const { position, changed_position, agent_id: _, ...fields } = row;
  return { hold_id: idAt('hold', position), ...fields, revision: revisionOf(changed_position) };
}

/** See OpenHoldsOf. */
export function openHoldsOf(db: Db): OpenHoldsOf {
  const select = db.prepare<[string, string], HoldRow>(
    `SELECT ${HOLD_COLUMNS} FROM ledger_holds
     WHERE agent_id = ? AND operation_key = ? AND status = 'OPEN' ORDER BY position`,
  );
  return (agent_id, operation_key) => select.all(agent_id, operation_key).map(holdView);
}

/** A step of `sweep`: expires holds of all agents that are due, at most `limit`; says how many. */
export function holdSweeper(db: Db): (tx: Tx, limit: number) => number {
  const holds = new Holds(db);
  return (tx, limit) => holds.sweep(tx, Math.min(limit, MAX_EXPIRED_AT_ONCE));
}

export class Holds {
  readonly accounts: Accounts;
  readonly #find: Statement<[string, number], HoldRow>;
  readonly #countOpen: Statement<[string], number>;
  readonly #insert: Statement<[HoldRow]>;
  readonly #end: Statement<[HoldStatus, string | null, number, string, number]>;
  readonly #dueOfAccount: Statement<[string, string, string, number, number], HoldRow>;
  readonly #due: Statement<[number, number], HoldRow>;

  constructor(db: Db) {
    this.accounts = new Accounts(db, (tx, account) => this.#expireDueOf(tx, account));
    this.#find = db.prepare(`SELECT ${HOLD_COLUMNS} FROM ledger_holds WHERE agent_id = ? AND position = ?`);
    this.#countOpen = db
      .prepare<[string], number>(`SELECT count(*) FROM ledger_holds WHERE agent_id = ? AND status = 'OPEN'`)
      .pluck();
    this.#insert = db.prepare(
      `INSERT INTO ledger_holds (${HOLD_COLUMNS}) VALUES (:agent_id, :position, :account, :asset, :amount, :status,
         :settled_amount, :operation_key, :placed_us, :expires_us, :description, :changed_position)`,
    );
    this.#end = db.prepare(
      `UPDATE ledger_holds SET status = ?, settled_amount = ?, changed_position = ?
       WHERE agent_id = ? AND position = ?`,
    );
    this.#dueOfAccount = db.prepare(
      `SELECT ${HOLD_COLUMNS} FROM ledger_holds
       WHERE agent_id = ? AND account = ? AND asset = ? AND expires_us <= ? AND status = 'OPEN'
       ORDER BY expires_us LIMIT ?`,
    );
    this.#due = db.prepare(
      `SELECT ${HOLD_COLUMNS} FROM ledger_holds WHERE expires_us <= ? AND status = 'OPEN'
       ORDER BY expires_us LIMIT ?`,
    );
  }

  place(tx: Tx, assets: Assets, args: PlaceHoldArgs): PlaceHoldResult {
    const { asset, amount, operation_key, description } = args;
    if (assets.anyOf(tx)) assets.requireAmount(tx, asset, amount, 'asset', 'amount');
    const account = this.accounts.open(tx, args.account, asset);
    const available = availableOf(account);
    if (compareAmounts(available, amount) < 0) throw insufficientFunds(account, available, amount);
    if ((this.#countOpen.get(tx.agent_id) ?? 0) >= MAX_OPEN_HOLDS) {
      throw new HoldfastError('TOO_MANY', `an agent may have at most ${MAX_OPEN_HOLDS} open holds`, {
        metadata: { limit: String(MAX_OPEN_HOLDS) },
      });
    }
    const expires_us = operation_key !== null || args.ttl_ms === null ? null : tx.now_us + args.ttl_ms * 1000;
    const payload = {
      account: args.account,
      asset,
      amount,
      operation_key,
      expires_at: expires_us === null ? null : timestampOf(expires_us),
      description,
    };
    const hold_id = idAt('hold', tx.next_position);
    const { position } = tx.emit('ledger.hold_placed', hold_id, payload, 'journal');
    const row: HoldRow = {
      agent_id: tx.agent_id,
      position,
      account: args.account,
      asset,
      amount,
      status: 'OPEN',
      settled_amount: null,
      operation_key,
      placed_us: tx.now_us,
      expires_us,
      description,
      changed_position: position,
    };
    this.#insert.run(row);
    account.held = addAmounts(account.held, amount);
    account.position = position;
    this.accounts.save(tx, account);
    return { hold: holdView(row), balance: balanceView(account) };
  }

  settle(tx: Tx, assets: Assets, transactions: Transactions, args: PostHoldArgs): PostHoldResult {
    const row = this.#requireOpen(tx, args.hold_id, args.operation_key);
    const amount = args.amount ?? row.amount;
    if (compareAmounts(amount, row.amount) > 0) {
      throw new HoldfastError('LIMIT_EXCEEDED', `amount: ${amount} is more than the ${row.amount} held`, {
        field: 'amount',
        metadata: { limit: row.amount, actual: amount },
      });
    }
    assets.requirePrecisionIfRegistered(tx, row.asset, amount, 'amount');
    const account = this.accounts.open(tx, row.account, row.asset);
    account.held = subtractAmounts(account.held, row.amount);
    const transaction_id = transactions.post(
      tx,
      {
        postings: [
          [row.account, row.asset, negateAmount(amount)],
          [args.to_account, row.asset, amount],
        ],
        description: args.description,
        reference: args.reference,
        metadata: null,
        // The money was there when it was held; a loss that has happened since does not take it back.
        regardless_of_funds: true,
      },
      args.hold_id,
      new Map([[accountKey(row.account, row.asset), account]]),
    );
    const ended = this.#finish(tx, row, 'SETTLED', amount, { settled_amount: amount, transaction_id });
    return { hold: holdView(ended), transaction_id, balance: balanceView(account) };
  }

  release(tx: Tx, args: ReleaseHoldArgs): ReleaseHoldResult {
    const row = this.#requireOpen(tx, args.hold_id, args.operation_key);
    const account = this.accounts.open(tx, row.account, row.asset);
    const hold = this.#free(tx, account, row, 'RELEASED');
    this.accounts.save(tx, account);
    return { hold, balance: balanceView(account) };
  }

  /** Expires due holds of all agents, the longest due first; returns how many. */
  sweep(tx: Tx, limit: number): number {
    const due = this.#due.all(tx.now_us, limit);
    for (const row of due) {
      const owner = tx.as(row.agent_id);
      const account = this.accounts.read(owner, row.account, row.asset);
      this.#free(owner, account, row, 'EXPIRED');
      this.accounts.save(owner, account);
    }
    return due.length;
  }

  #expireDueOf(tx: Tx, account: Account): void {
    // Without a bound over all accounts, a few of them with many due holds would fill the revision and refuse the command.
    const room = Math.max(0, MAX_EXPIRED_AT_ONCE - ordinalOf(tx.next_position));
    const due = this.#dueOfAccount.all(tx.agent_id, account.account, account.asset, tx.now_us, room);
    for (const row of due) this.#free(tx, account, row, 'EXPIRED');
    // Saved here, because a command that opens an account need not change it.
    if (due.length > 0) this.accounts.save(tx, account);
  }

  #requireOpen(tx: Tx, hold_id: string, operation_key: string | null): HoldRow {
    const position = positionInId('hold', hold_id);
    const row = position === undefined ? undefined : this.#find.get(tx.agent_id, position);
    if (row === undefined) throw new HoldfastError('NOT_FOUND', `no hold ${hold_id}`, { field: 'hold_id' });
    const due = row.expires_us !== null && row.expires_us <= tx.now_us;
    const status = row.status === 'OPEN' && due ? 'EXPIRED' : row.status;
    if (status !== 'OPEN') throw wrongState(`hold ${hold_id} is ${status}`, { status });
    if (row.operation_key !== operation_key) {
      const owner = row.operation_key;
      throw owner === null
        ? wrongState(`hold ${hold_id} is not owned by an operation`, { status })
        : wrongState(`hold ${hold_id} is owned by operation ${owner}`, { status, operation_key: owner });
    }
    return row;
  }

  /** Ends a hold without moving anything; the caller saves the account. */
  #free(tx: Tx, account: Account, row: HoldRow, status: 'RELEASED' | 'EXPIRED'): HoldView {
    account.held = subtractAmounts(account.held, row.amount);
    const ended = this.#finish(tx, row, status, null, {});
    account.position = ended.changed_position;
    return holdView(ended);
  }

  #finish(
    tx: Tx,
    row: HoldRow,
    status: Exclude<HoldStatus, 'OPEN'>,
    settled_amount: string | null,
    more: DocObject,
  ): HoldRow {
    const { account, asset, amount } = row;
    const kind = `ledger.hold_${status.toLowerCase()}`;
    const key = idAt('hold', row.position);
    const { position } = tx.emit(kind, key, { account, asset, amount, ...more }, 'journal');
    this.#end.run(status, settled_amount, position, row.agent_id, row.position);
    return { ...row, status, settled_amount, changed_position: position };
  }
}

function wrongState(message: string, metadata: Record<string, string>): HoldfastError {
  return new HoldfastError('WRONG_STATE', message, { field: 'hold_id', metadata });
}

function timestampOf(at_us: number): Timestamp {
  const seconds = Math.floor(at_us / 1_000_000);
  return new Timestamp(BigInt(seconds), (at_us - seconds * 1_000_000) * 1000);
}
