/** The ledger's mutations: their requests checked, their replies shaped. */
import {
  compareAmounts,
  isNegativeAmount,
  isZeroAmount,
  negateAmount,
  parseAmount,
  sumText,
} from '../codec/amount.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { Posting__Output } from '../gen/holdfast/v1/Posting.js';
import type { PostTransactionRequest__Output } from '../gen/holdfast/v1/PostTransactionRequest.js';
import { type PostingTuple, WORLD } from '../tiers/ledger/types.js';
import * as check from './check.js';
import { toGuardVerdict } from './guard_views.js';
import { toBalance, toHold, toSnapshot } from './ledger_views.js';
import type { MutationSpecs } from './mutation.js';

const MAX_POSTINGS = 64;
const MAX_DESCRIPTION_BYTES = 1024;
const MAX_LABEL_BYTES = 128;
const MAX_REFERENCE_CHARACTERS = 128;
const MIN_HOLD_TTL_MS = 1000;
const MAX_HOLD_TTL_MS = 365 * 24 * 3600 * 1000;

/** 1-64 characters. */
export function accountName(value: string, field: string): string {
  return check.name(value, field, 64);
}

/** 1-32 characters, as spelled. */
export function assetName(value: string, field: string): string {
  return check.name(value, field, 32);
}

/** A canonical amount above zero. */
export function positiveAmount(value: string, field: string): string {
  const amount = requiredAmount(value, field);
  if (isZeroAmount(amount) || isNegativeAmount(amount)) throw badAmount(field, 'must be above zero');
  return amount;
}

/** A canonical amount above 0 and at most 1: a part of something, not a percentage of it. */
export function fractionAmount(value: string, field: string): string {
  check.required(value, field);
  const problem = 'must be a fraction above 0 and at most 1, such as "0.05" for 5 %';
  // An answer about plain decimals would not help who wrote 5%.
  if (value.endsWith('%')) throw badAmount(field, problem);
  const amount = parseAmount(value, field);
  if (compareAmounts(amount, '0') > 0 && compareAmounts(amount, '1') <= 0) return amount;
  throw badAmount(field, problem);
}

export const ledgerMutations: MutationSpecs<
  | 'post_transaction'
  | 'snapshot_portfolio'
  | 'configure_account'
  | 'register_asset'
  | 'place_hold'
  | 'post_hold'
  | 'release_hold'
> = {
  post_transaction: {
    parse: (request) => ({
      postings: postingsOf(request),
      description: check.text(request.description, 'description', MAX_DESCRIPTION_BYTES),
      reference: reference(request.reference),
      metadata: check.optionalDocument(request.metadata, 'metadata'),
    }),
    reply: ({ transaction_id, balances, warnings = [] }) => ({
      transaction_id,
      balances: balances.map(toBalance),
      warnings: warnings.map(toGuardVerdict),
    }),
  },

  snapshot_portfolio: {
    parse: (request) => ({
      label: check.text(request.label, 'label', MAX_LABEL_BYTES),
      metadata: check.optionalDocument(request.metadata, 'metadata'),
    }),
    reply: ({ snapshot }, { encoding }) => ({ snapshot: toSnapshot(snapshot, encoding) }),
  },

  configure_account: {
    parse: (request) => ({
      account: notWorld(accountName(request.account, 'account')),
      asset: assetName(request.asset, 'asset'),
      must_not_go_negative: request.must_not_go_negative,
    }),
    reply: ({ balance }) => ({ balance: toBalance(balance) }),
  },

  register_asset: {
    parse: (request) => ({
      asset: assetName(request.asset, 'asset'),
      max_fraction_digits: check.integer(request.max_fraction_digits, 'max_fraction_digits', 0, 18),
    }),
    reply: () => ({}),
  },

  place_hold: {
    parse: (request) => ({
      account: notWorld(accountName(request.account, 'account')),
      asset: assetName(request.asset, 'asset'),
      amount: positiveAmount(request.amount, 'amount'),
      ttl_ms: check.optionalDuration(request.ttl, 'ttl', MIN_HOLD_TTL_MS, MAX_HOLD_TTL_MS),
      description: check.text(request.description, 'description', MAX_DESCRIPTION_BYTES),
      operation_key: null,
    }),
    reply: ({ hold, balance, warnings = [] }) => ({
      hold: toHold(hold),
      balance: toBalance(balance),
      warnings: warnings.map(toGuardVerdict),
    }),
  },

  post_hold: {
    parse: (request) => ({
      hold_id: check.required(request.hold_id, 'hold_id'),
      amount: request.amount === '' ? null : positiveAmount(request.amount, 'amount'),
      to_account: request.to_account === '' ? WORLD : accountName(request.to_account, 'to_account'),
      description: check.text(request.description, 'description', MAX_DESCRIPTION_BYTES),
      reference: reference(request.reference),
      operation_key: null,
    }),
    reply: ({ hold, transaction_id, balance, warnings = [] }) => ({
      hold: toHold(hold),
      transaction_id,
      balance: toBalance(balance),
      warnings: warnings.map(toGuardVerdict),
    }),
  },

  release_hold: {
    parse: (request) => ({ hold_id: check.required(request.hold_id, 'hold_id'), operation_key: null }),
    reply: ({ hold, balance }) => ({ hold: toHold(hold), balance: toBalance(balance) }),
  },
};

function postingsOf({ postings, delta }: PostTransactionRequest__Output): PostingTuple[] {
  if (delta !== null && delta !== undefined) {
    if (postings.length > 0) throw invalidField('delta', 'must not stand beside postings');
    const [account, asset, amount] = posting(delta, 'delta');
    notWorld(account, 'delta.account');
    return [
      [account, asset, amount],
      [WORLD, asset, negateAmount(amount)],
    ];
  }
  return balancedPostings(postings);
}

/** 2 to 64 postings that sum to zero per asset. */
export function balancedPostings(postings: readonly Posting__Output[]): PostingTuple[] {
  const checked = check
    .list(postings, 'postings', 2, MAX_POSTINGS)
    .map((line, index) => posting(line, `postings[${index}]`));
  requireBalanced(checked);
  return checked;
}

function posting(line: Posting__Output, field: string): PostingTuple {
  const amount = requiredAmount(line.amount, `${field}.amount`);
  if (isZeroAmount(amount)) throw badAmount(`${field}.amount`, 'must not be zero');
  return [accountName(line.account, `${field}.account`), assetName(line.asset, `${field}.asset`), amount];
}

function requireBalanced(postings: readonly PostingTuple[]): void {
  for (const asset of new Set(postings.map(([, asset]) => asset))) {
    const sum = sumText(postings.filter((line) => line[1] === asset).map(([, , amount]) => amount));
    if (sum === '0') continue;
    throw new HoldfastError('UNBALANCED_POSTINGS', `postings: those in ${asset} sum to ${sum}, not to zero`, {
      field: 'postings',
      metadata: { asset, sum },
    });
  }
}

/** A canonical amount. */
export function requiredAmount(value: string, field: string): string {
  return parseAmount(check.required(value, field), field);
}

export function badAmount(field: string, problem: string): HoldfastError {
  return new HoldfastError('INVALID_AMOUNT', `${field}: ${problem}`, { field });
}

/** Refuses the outside where an account of the agent is meant. */
export function notWorld(account: string, field = 'account'): string {
  if (account === WORLD) throw invalidField(field, `must not be ${WORLD}, which is the outside`);
  return account;
}

function reference(value: string): string {
  const characters = [...value].length;
  if (characters > MAX_REFERENCE_CHARACTERS) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `reference: at most ${MAX_REFERENCE_CHARACTERS} characters, got ${characters}`,
      {
        field: 'reference',
        metadata: { limit: String(MAX_REFERENCE_CHARACTERS), actual: String(characters) },
      },
    );
  }
  return check.text(value, 'reference', 4 * MAX_REFERENCE_CHARACTERS);
}
