/** What a caller tells of an action, checked: for BeginOperation and for the dry run. */
import { isNegativeAmount } from '../codec/amount.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { EvaluateGuardsRequest__Output } from '../gen/holdfast/v1/EvaluateGuardsRequest.js';
import type { OperationRisk__Output } from '../gen/holdfast/v1/OperationRisk.js';
import type { ToldAction } from '../tiers/composed_guard_evaluation.js';
import type { GuardedActionName } from '../tiers/guards/types.js';
import type { OperationRisk } from '../tiers/operations/types.js';
import * as check from './check.js';
import {
  accountName,
  assetName,
  badAmount,
  notWorld,
  positiveAmount,
  requiredAmount,
} from './ledger_mutations.js';

export const ACTIONS: readonly GuardedActionName[] = [
  'begin_operation',
  'post_transaction',
  'place_hold',
  'record_trade',
];

const NOTHING: OperationRisk = {
  market: '',
  side: '',
  quantity: '',
  price: '',
  asset: '',
  amount: '',
  reduce_only: false,
};

export function parseRisk(risk: OperationRisk__Output): OperationRisk {
  const { market, quantity, price, asset, amount, reduce_only } = risk;
  if (asset === '' && amount !== '')
    throw new HoldfastError('FIELD_REQUIRED', 'asset is required with amount', { field: 'asset' });
  return {
    market: market === '' ? '' : check.withoutSecret(check.name(market, 'market', 64), 'market'),
    side: sideOf(risk.side),
    quantity: quantity === '' ? '' : positiveAmount(quantity, 'quantity'),
    price: price === '' ? '' : unsignedAmount(price, 'price'),
    ...(asset === ''
      ? { asset, amount }
      : { asset: assetName(asset, 'asset'), amount: positiveAmount(amount, 'amount') }),
    reduce_only,
  };
}

function sideOf(side: string): OperationRisk['side'] {
  if (side === '' || side === 'BUY' || side === 'SELL') return side;
  throw invalidField('side', 'must be BUY or SELL', { actual: side.slice(0, 64) });
}

/** A canonical amount at or above zero. */
export function unsignedAmount(value: string, field: string): string {
  const amount = requiredAmount(value, field);
  if (isNegativeAmount(amount)) throw badAmount(field, 'must not be below zero');
  return amount;
}

export function actionName(value: string, field: string): GuardedActionName {
  const found = ACTIONS.find((action) => action === check.required(value, field));
  if (found === undefined) throw invalidField(field, `must be one of ${ACTIONS.join(', ')}`);
  return found;
}

/** What each action can tell the guards; a dry run that is told more would judge what the action itself is not judged by. */
const TELLS: Readonly<Record<GuardedActionName, ReadonlySet<string>>> = {
  begin_operation: new Set([
    ...['operation', 'account', 'risk.market', 'risk.side', 'risk.quantity', 'risk.price'],
    ...['risk.asset', 'risk.amount', 'risk.reduce_only'],
  ]),
  post_transaction: new Set(['account', 'risk.asset', 'risk.amount']),
  place_hold: new Set(['account', 'risk.asset', 'risk.amount']),
  record_trade: new Set(['venue', 'pnl', 'risk.market', 'risk.side', 'risk.quantity', 'risk.price']),
};

function requireTold(action: GuardedActionName, request: EvaluateGuardsRequest__Output): void {
  const { operation, venue, pnl, account } = request;
  const risk = Object.entries(request.risk ?? {}).map(([name, value]) => [`risk.${name}`, value] as const);
  for (const [field, value] of [...Object.entries({ operation, venue, pnl, account }), ...risk]) {
    if (value === '' || value === false || TELLS[action].has(field)) continue;
    throw invalidField(field, `${action} tells the guards nothing of the kind`);
  }
}

export function parseAction(request: EvaluateGuardsRequest__Output): ToldAction {
  const { operation, venue, risk, pnl, account } = request;
  const action = actionName(request.action, 'action');
  requireTold(action, request);
  return {
    action,
    operation: operation === '' ? '' : check.name(operation, 'operation', 128),
    venue: venue === '' ? '' : check.name(venue, 'venue', 64),
    risk: risk === null || risk === undefined ? NOTHING : check.within('risk', () => parseRisk(risk)),
    pnl: pnl === '' ? null : requiredAmount(pnl, 'pnl'),
    account: account === '' ? '' : notWorld(accountName(account, 'account')),
  };
}
