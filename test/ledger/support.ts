/** What the ledger's tests share: short spellings of its commands. */
import { HoldfastError, type Reason } from '../../src/errors.js';
import type {
  PlaceHoldArgs,
  PostHoldArgs,
  PostingTuple,
  PostTransactionArgs,
} from '../../src/tiers/ledger/types.js';

export function transaction(...postings: PostingTuple[]): PostTransactionArgs {
  return { postings, description: '', reference: '', metadata: null };
}

/** Moves an amount into an account out of the world. */
export function deposit(account: string, asset: string, amount: string): PostTransactionArgs {
  const opposite = amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
  return transaction([account, asset, amount], ['world', asset, opposite]);
}

export function hold(
  account: string,
  asset: string,
  amount: string,
  more: Partial<PlaceHoldArgs> = {},
): PlaceHoldArgs {
  return { account, asset, amount, ttl_ms: null, description: '', operation_key: null, ...more };
}

export function settlement(hold_id: string, more: Partial<PostHoldArgs> = {}): PostHoldArgs {
  return {
    hold_id,
    amount: null,
    to_account: 'world',
    description: '',
    reference: '',
    operation_key: null,
    ...more,
  };
}

/** A check for assert.throws: this reason, and this much of the metadata. */
export function refused(reason: Reason, metadata: Record<string, string> = {}) {
  return (error: unknown): boolean =>
    error instanceof HoldfastError &&
    error.reason === reason &&
    Object.entries(metadata).every(([name, value]) => error.details.metadata?.[name] === value);
}
