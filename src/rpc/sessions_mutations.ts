/** The mutations of service Sessions: their requests checked, their replies shaped. */
import { isNegativeAmount, isZeroAmount } from '../codec/amount.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { OpenSessionRequest__Output } from '../gen/holdfast/v1/OpenSessionRequest.js';
import type { RecordTradeRequest__Output } from '../gen/holdfast/v1/RecordTradeRequest.js';
import type { OpenSessionArgs, RecordTradeArgs, TradeSide } from '../tiers/sessions/types.js';
import * as check from './check.js';
import { toGuardVerdict } from './guard_views.js';
import {
  accountName,
  assetName,
  badAmount,
  balancedPostings,
  fractionAmount,
  notWorld,
  positiveAmount,
  requiredAmount,
} from './ledger_mutations.js';
import type { MutationSpecs } from './mutation.js';
import { toPosition, toSession, toTrade } from './sessions_views.js';

const DEFAULT_ACCOUNT = 'trading';
const DEFAULT_INTERVAL_MS = 30_000;
const MIN_INTERVAL_MS = 1000;
const MAX_INTERVAL_MS = 3_600_000;
const MIN_TTL_MS = 1000;
const MAX_TTL_MS = 365 * 24 * 3600 * 1000;
const MAX_REASON_BYTES = 256;
const MAX_TRADE_ID_CHARACTERS = 128;
const OPERATOR = /^[A-Za-z0-9._:@-]{1,64}$/;

export const sessionMutations: MutationSpecs<
  | 'open_session'
  | 'record_trade'
  | 'set_position'
  | 'mark_position'
  | 'clear_position'
  | 'pause_session'
  | 'resume_session'
  | 'halt_session'
  | 'reset_halt'
  | 'close_session'
> = {
  open_session: {
    parse: parseOpen,
    reply: ({ session, opened, epoch }, { encoding }) => ({
      session: toSession(session, encoding),
      opened,
      epoch: String(epoch),
    }),
  },

  record_trade: {
    parse: parseTrade,
    reply: ({ trade, duplicate, session, position, halted, warnings }, { encoding }) => ({
      trade: toTrade(trade, encoding),
      duplicate,
      session: toSession(session, encoding),
      ...(position !== null && { position: toPosition(position) }),
      halted,
      warnings: warnings.map(toGuardVerdict),
    }),
  },

  set_position: {
    parse: (request) => ({
      ...marketOf(request),
      quantity: nonZeroAmount(request.quantity, 'quantity'),
      average_price: unsignedAmount(request.average_price, 'average_price'),
      mark_price: request.mark_price === '' ? '' : unsignedAmount(request.mark_price, 'mark_price'),
    }),
    reply: ({ position }) => ({ position: toPosition(position) }),
  },

  mark_position: {
    parse: (request) => ({
      ...marketOf(request),
      mark_price: unsignedAmount(request.mark_price, 'mark_price'),
    }),
    reply: ({ position }) => ({ position: toPosition(position) }),
  },

  clear_position: {
    parse: marketOf,
    reply: ({ position }) => ({ position: toPosition(position) }),
  },

  pause_session: {
    parse: ({ reduce_only, reason }) => ({ reduce_only, reason: reasonText(reason) }),
    reply: ({ session }, { encoding }) => ({ session: toSession(session, encoding) }),
  },

  resume_session: {
    parse: ({ reason }) => ({ reason: reasonText(reason) }),
    reply: ({ session }, { encoding }) => ({ session: toSession(session, encoding) }),
  },

  halt_session: {
    parse: ({ reason }) => ({ reason: reasonText(reason) }),
    reply: ({ session }, { encoding }) => ({ session: toSession(session, encoding) }),
  },

  reset_halt: {
    parse: ({ reason, operator, rebase, reduce_only }) => ({
      reason: reasonText(check.required(reason, 'reason')),
      operator: operatorName(operator),
      rebase,
      reduce_only,
    }),
    reply: ({ session }, { encoding }) => ({ session: toSession(session, encoding) }),
  },

  close_session: {
    parse: ({ session_id, reason }) => ({
      session_id: session_id === '' ? '' : sessionIdOf(session_id),
      reason: reasonText(reason),
    }),
    reply: ({ session, positions }, { encoding }) => ({
      session: toSession(session, encoding),
      positions: positions.map(toPosition),
    }),
  },
};

function parseOpen(request: OpenSessionRequest__Output): OpenSessionArgs {
  const closes_us = check.optionalTimestamp(request.closes_at, 'closes_at');
  const ttl_ms = check.optionalDuration(request.ttl, 'ttl', MIN_TTL_MS, MAX_TTL_MS);
  if (closes_us !== null && ttl_ms !== null) throw invalidField('ttl', 'must not stand beside closes_at');
  const { heartbeat_interval, max_daily_loss } = request;
  return {
    asset: assetName(request.asset, 'asset'),
    start_capital: positiveAmount(request.start_capital, 'start_capital'),
    account:
      request.account === '' ? DEFAULT_ACCOUNT : notWorld(accountName(request.account, 'account'), 'account'),
    max_drawdown: fraction(request.max_drawdown, 'max_drawdown'),
    max_drawdown_from_peak: fraction(request.max_drawdown_from_peak, 'max_drawdown_from_peak'),
    max_daily_loss: max_daily_loss === '' ? '' : positiveAmount(max_daily_loss, 'max_daily_loss'),
    closes_us,
    ttl_ms,
    heartbeat_interval_ms:
      check.optionalDuration(heartbeat_interval, 'heartbeat_interval', MIN_INTERVAL_MS, MAX_INTERVAL_MS) ??
      DEFAULT_INTERVAL_MS,
    parameters: check.optionalDocument(request.parameters, 'parameters'),
    take_over: request.take_over,
  };
}

function parseTrade(request: RecordTradeRequest__Output): RecordTradeArgs {
  const side = tradeSide(request.side);
  return {
    session_id: sessionIdOf(request.session_id),
    venue: venueName(request.venue),
    trade_id: tradeId(request.trade_id),
    market: marketName(request.market),
    ...fillOf(side, request),
    pnl: side !== '' && request.pnl === '' ? null : requiredAmount(request.pnl, 'pnl'),
    fee: request.fee === '' ? '0' : unsignedAmount(request.fee, 'fee'),
    postings: request.postings.length === 0 ? null : balancedPostings(request.postings),
    occurred_us: check.optionalTimestamp(request.occurred_at, 'occurred_at'),
    metadata: check.optionalDocument(request.metadata, 'metadata'),
    executed: request.executed,
  };
}

function tradeSide(side: RecordTradeRequest__Output['side']): TradeSide {
  if (side === 'TRADE_SIDE_BUY') return 'BUY';
  if (side === 'TRADE_SIDE_SELL') return 'SELL';
  if (side === 'TRADE_SIDE_UNSPECIFIED') return '';
  throw invalidField('side', 'is not a value of the enum', { actual: String(side) });
}

/** All or none of side, quantity and price. */
function fillOf(
  side: TradeSide,
  { quantity, price }: RecordTradeRequest__Output,
): Pick<RecordTradeArgs, 'side' | 'quantity' | 'price'> {
  if (side === '' && quantity === '' && price === '') return { side, quantity, price };
  if (side === '')
    throw new HoldfastError('FIELD_REQUIRED', 'side is required with a fill', { field: 'side' });
  return { side, quantity: positiveAmount(quantity, 'quantity'), price: unsignedAmount(price, 'price') };
}

function marketOf({ session_id, market }: { session_id: string; market: string }) {
  return { session_id: sessionIdOf(session_id), market: marketName(market) };
}

export function sessionIdOf(value: string): string {
  return check.id(value, 'session_id');
}

export function noSession(session_id: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no session ${session_id}`, { field: 'session_id' });
}

export function venueName(value: string): string {
  return check.withoutSecret(check.name(value, 'venue', 64), 'venue');
}

export function tradeId(value: string): string {
  return check.withoutSecret(check.name(value, 'trade_id', MAX_TRADE_ID_CHARACTERS), 'trade_id');
}

export function marketName(value: string): string {
  return check.withoutSecret(check.name(value, 'market', 64), 'market');
}

function reasonText(value: string): string {
  return check.text(value, 'reason', MAX_REASON_BYTES);
}

function operatorName(value: string): string {
  if (!OPERATOR.test(check.required(value, 'operator')))
    throw invalidField('operator', 'must be 1-64 characters of [A-Za-z0-9._:@-]');
  return check.withoutSecret(value, 'operator');
}

function unsignedAmount(value: string, field: string): string {
  const amount = requiredAmount(value, field);
  if (isNegativeAmount(amount)) throw badAmount(field, 'must not be below zero');
  return amount;
}

function nonZeroAmount(value: string, field: string): string {
  const amount = requiredAmount(value, field);
  if (isZeroAmount(amount)) throw badAmount(field, 'must not be zero');
  return amount;
}

/** Above zero up to 1; empty = no limit. */
function fraction(value: string, field: string): string {
  return value === '' ? value : fractionAmount(value, field);
}
