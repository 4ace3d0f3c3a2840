/** Registered assets: what amounts of an agent may look like. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type Tx } from '../command.js';
import type { LedgerCommands, RegisterAssetArgs } from './types.js';

/** Fraction digits of a canonical amount. */
export function fractionDigitsOf(amount: string): number {
  const point = amount.indexOf('.');
  return point < 0 ? 0 : amount.length - point - 1;
}

/** The precision of a registered asset, on either connection; undefined for one that is not registered. */
export function assetPrecision(db: Db): (agent_id: string, asset: string) => number | undefined {
  const find = db
    .prepare<[string, string], number>(
      'SELECT max_fraction_digits FROM ledger_assets WHERE agent_id = ? AND asset = ?',
    )
    .pluck();
  return (agent_id, asset) => find.get(agent_id, asset);
}

export class Assets {
  readonly #any;
  readonly #find;
  readonly #put;
  readonly #amounts;

  constructor(db: Db) {
    this.#any = db.prepare<[string]>('SELECT 1 FROM ledger_assets WHERE agent_id = ? LIMIT 1').pluck();
    this.#find = assetPrecision(db);
    this.#put = db.prepare<[string, string, number]>(
      'INSERT OR REPLACE INTO ledger_assets (agent_id, asset, max_fraction_digits) VALUES (?, ?, ?)',
    );
    // Holds one by one, because each is settled by itself: two of 0.05 sum to 0.1.
    this.#amounts = db.prepare<{ agent_id: string; asset: string }, { account: string; amount: string }>(
      `SELECT account, posted AS amount FROM ledger_balances WHERE agent_id = :agent_id AND asset = :asset
       UNION ALL
       SELECT account, amount FROM ledger_holds
       WHERE agent_id = :agent_id AND status = 'OPEN' AND asset = :asset`,
    );
  }

  /** True once the agent has registered one: then every asset it uses must be checked. */
  anyOf(tx: Tx): boolean {
    return this.#any.get(tx.agent_id) !== undefined;
  }

  /**
   * The precision of a registered asset.
   * @throws HoldfastError NOT_FOUND for one that is not registered.
   */
  require(tx: Tx, asset: string, field: string): number {
    const max_fraction_digits = this.#find(tx.agent_id, asset);
    if (max_fraction_digits === undefined) {
      throw new HoldfastError('NOT_FOUND', `${field}: asset ${asset} is not registered`, {
        field,
        metadata: { asset },
      });
    }
    return max_fraction_digits;
  }

  /** @throws HoldfastError NOT_FOUND, or INVALID_AMOUNT for more fraction digits than the asset has. */
  requireAmount(tx: Tx, asset: string, amount: string, asset_field: string, amount_field: string): void {
    requirePrecision(asset, amount, this.require(tx, asset, asset_field), amount_field);
  }

  /** For a hold or a session, which may be older than the registry: the precision counts where there is one. */
  requirePrecisionIfRegistered(tx: Tx, asset: string, amount: string, field: string): void {
    const limit = this.#find(tx.agent_id, asset);
    if (limit !== undefined) requirePrecision(asset, amount, limit, field);
  }

  register(
    tx: Tx,
    { asset, max_fraction_digits }: RegisterAssetArgs,
  ): LedgerCommands['register_asset']['result'] {
    if (this.#find(tx.agent_id, asset) === max_fraction_digits) return {};
    for (const { account, amount } of this.#amounts.all({ agent_id: tx.agent_id, asset })) {
      const actual = fractionDigitsOf(amount);
      if (actual > max_fraction_digits) {
        throw new HoldfastError(
          'WRONG_STATE',
          `max_fraction_digits: account ${account} has ${amount} ${asset}, posted or held, with ${actual} fraction digits`,
          {
            field: 'max_fraction_digits',
            metadata: { account, limit: String(max_fraction_digits), actual: String(actual) },
          },
        );
      }
    }
    tx.emit('ledger.asset_registered', asset, { max_fraction_digits, ...attribution(tx) }, 'journal');
    this.#put.run(tx.agent_id, asset, max_fraction_digits);
    return {};
  }
}

function requirePrecision(asset: string, amount: string, limit: number, field: string): void {
  const actual = fractionDigitsOf(amount);
  if (actual <= limit) return;
  throw new HoldfastError(
    'INVALID_AMOUNT',
    `${field}: ${asset} has at most ${limit} fraction digits, got ${actual}`,
    {
      field,
      metadata: { asset, max_fraction_digits: String(limit), actual: String(actual) },
    },
  );
}
