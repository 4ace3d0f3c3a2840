/** The ledger's commands. */
import { isNegativeAmount } from '../../codec/amount.js';
import { unpackDocument } from '../../codec/msgpack.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { attribution, type HandlersOf, idAt, type Tx } from '../command.js';
import { availableOf, type BalanceRow, balanceView, insufficientFunds } from './accounts.js';
import { Assets } from './assets.js';
import { Holds } from './holds.js';
import { Transactions } from './transactions.js';
import type { LedgerCommands, PostTransactionArgs, SnapshotPortfolioArgs, SnapshotView } from './types.js';
import { WORLD } from './types.js';

export function ledgerCommands(db: Db): HandlersOf<LedgerCommands> {
  const assets = new Assets(db);
  const holds = new Holds(db);
  const { accounts } = holds;
  const transactions = new Transactions(db, accounts);
  const snapshots = new Snapshots(db);
  return {
    post_transaction: (tx, args) => {
      requireAssets(tx, assets, args);
      const open = new Map();
      const transaction_id = transactions.post(tx, args, '', open);
      const balances = [];
      for (const account of open.values()) if (account.account !== WORLD) balances.push(balanceView(account));
      return { transaction_id, balances };
    },

    configure_account: (tx, { account: name, asset, must_not_go_negative }) => {
      if (assets.anyOf(tx)) assets.require(tx, asset, 'asset');
      const account = accounts.open(tx, name, asset);
      if ((account.must_not_go_negative === 1) === must_not_go_negative)
        return { balance: balanceView(account) };
      const available = availableOf(account);
      if (must_not_go_negative && isNegativeAmount(available))
        throw insufficientFunds(account, available, '0');
      const payload = { account: name, asset, must_not_go_negative, ...attribution(tx) };
      const { position } = tx.emit('ledger.account_configured', `${name} ${asset}`, payload, 'journal');
      account.must_not_go_negative = must_not_go_negative ? 1 : 0;
      account.position = position;
      accounts.save(tx, account);
      return { balance: balanceView(account) };
    },

    register_asset: (tx, args) => assets.register(tx, args),
    snapshot_portfolio: (tx, args) => ({ snapshot: snapshots.take(tx, args) }),
    place_hold: (tx, args) => holds.place(tx, assets, args),
    post_hold: (tx, args) => holds.settle(tx, assets, transactions, args),
    release_hold: (tx, args) => holds.release(tx, args),
  };
}

function requireAssets(
  tx: Tx,
  assets: Assets,
  { postings, regardless_of_registry }: PostTransactionArgs,
): void {
  if (!assets.anyOf(tx)) return;
  for (const [n, [, asset, amount]] of postings.entries()) {
    const [asset_field, amount_field] = [`postings[${n}].asset`, `postings[${n}].amount`];
    if (regardless_of_registry) assets.requirePrecisionIfRegistered(tx, asset, amount, amount_field);
    else assets.requireAmount(tx, asset, amount, asset_field, amount_field);
  }
}

class Snapshots {
  readonly #balances;
  readonly #insert;

  constructor(db: Db) {
    this.#balances = db.prepare<[string], BalanceRow>(
      `SELECT account, asset, posted, held, must_not_go_negative, position FROM ledger_balances
       WHERE agent_id = ? ORDER BY account, asset`,
    );
    this.#insert = db.prepare<[string, number, number, Uint8Array]>(
      'INSERT INTO ledger_snapshots (agent_id, position, time_us, payload) VALUES (?, ?, ?, ?)',
    );
  }

  take(tx: Tx, { label, metadata }: SnapshotPortfolioArgs): SnapshotView {
    const balances = this.#balances.all(tx.agent_id).map(balanceView);
    const payload = {
      label,
      balances: balances.map((balance) => ({ ...balance })),
      metadata: metadata === null ? null : unpackDocument(metadata),
    };
    const snapshot_id = idAt('snapshot', tx.next_position);
    const { position, bytes } = tx.emit('ledger.snapshot_taken', snapshot_id, payload, 'tier');
    this.#insert.run(tx.agent_id, position, tx.now_us, bytes);
    return { snapshot_id, revision: revisionOf(position), taken_us: tx.now_us, label, balances, metadata };
  }
}
