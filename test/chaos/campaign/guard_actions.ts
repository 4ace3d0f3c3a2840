/** What each action tells the guards, from its request. */
import { toUnits } from './amounts.js';
import type { Action, Outflow } from './guard_judges.js';
import { listOf, textOf } from './tier.js';
import type { TradeMove } from './tier_sessions.js';
import type { Message } from './wire.js';

const SAYS_NOTHING = {
  operation: '',
  venue: '',
  market: '',
  side: '',
  quantity: undefined,
  price: undefined,
  reduce_only: false,
} as const;

export function inScope(
  { kind, scope, rule }: { readonly kind: string; readonly scope: Message; readonly rule: Message },
  { action, operation, market, is_settlement }: Action,
): boolean {
  if (is_settlement === true && !((kind === 'allow' || kind === 'deny') && rule.field === 'account'))
    return false;
  const actions = (scope.actions ?? []) as string[];
  const matches = (patterns: unknown, value: string) => {
    const list = (patterns ?? []) as string[];
    const isLike = (pattern: string) =>
      pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
    return list.length === 0 || (value !== '' && list.some(isLike));
  };
  return (
    (actions.length === 0 || actions.includes(action)) &&
    matches(scope.operations, operation) &&
    (matches(scope.markets, market) || (action === 'begin_operation' && market === ''))
  );
}

export function postAction({ postings, delta }: Message): Action {
  const lines = delta == null ? listOf(postings) : [delta as Message];
  return { ...SAYS_NOTHING, action: 'post_transaction', ...movesOf(lines), pnl: undefined };
}

export function holdAction({ account, asset, amount }: Message): Action {
  const line = { account: textOf(account), asset: textOf(asset), amount: toUnits(textOf(amount)) };
  const accounts = [[line.account, line.asset]] as const;
  return { ...SAYS_NOTHING, action: 'place_hold', outflows: [line], accounts, pnl: undefined };
}

/** Of a hold that goes to another account, of which only lists of accounts are asked. */
export function settlementAction({ to_account }: Message): Action {
  const accounts = [[textOf(to_account), '']] as const;
  return {
    ...SAYS_NOTHING,
    action: 'post_transaction',
    outflows: [],
    accounts,
    pnl: undefined,
    is_settlement: true,
  };
}

export function tradeAction(request: Message, { session, fill, pnl, fee, postings }: TradeMove): Action {
  const { outflows, accounts } = movesOf(postings);
  const told = listOf(request.postings).length > 0;
  const quantity = fill === undefined ? undefined : fill.quantity < 0n ? -fill.quantity : fill.quantity;
  return {
    action: 'record_trade',
    operation: '',
    venue: textOf(request.venue),
    market: textOf(request.market),
    side: fill === undefined ? '' : fill.quantity > 0n ? 'BUY' : 'SELL',
    quantity,
    price: fill?.price,
    outflows,
    accounts: told ? accounts : [[session.account, textOf(session.asked.asset)]],
    pnl: pnl - fee,
    reduce_only: false,
  };
}

/** Of one that is not begun with the holds of an attempt before. */
export function beginAction(request: Message): Action {
  const { market, side, quantity, price, asset, amount, reduce_only } = (request.risk ?? {}) as Message;
  const units = (text: unknown) => (textOf(text) === '' ? undefined : toUnits(textOf(text)));
  const held = listOf(request.holds).map(
    (hold): Outflow => ({
      account: textOf(hold.account),
      asset: textOf(hold.asset),
      amount: toUnits(textOf(hold.amount)),
    }),
  );
  const told =
    textOf(asset) === '' ? [] : [{ account: '', asset: textOf(asset), amount: units(amount) ?? 0n }];
  const outflows = [...held, ...told];
  return {
    action: 'begin_operation',
    operation: textOf(request.operation),
    venue: '',
    market: textOf(market),
    side: textOf(side) as Action['side'],
    quantity: units(quantity),
    price: units(price) || undefined,
    outflows,
    accounts: outflows.map((line) => [line.account, line.asset] as const),
    pnl: undefined,
    reduce_only: reduce_only === true,
  };
}

/** Taken together per account; what goes to another account of the agent leaves as well. */
function movesOf(postings: readonly Message[]): Pick<Action, 'outflows' | 'accounts'> {
  const net = new Map<string, bigint>();
  for (const { account, asset, amount } of postings) {
    if (account === 'world') continue;
    const key = `${textOf(account)} ${textOf(asset)}`;
    net.set(key, (net.get(key) ?? 0n) + toUnits(textOf(amount)));
  }
  const named = [...net].map(([key, amount]) => {
    const [account = '', asset = ''] = key.split(' ');
    return { account, asset, amount: -amount };
  });
  return {
    outflows: named.filter(({ amount }) => amount > 0n),
    accounts: named.map(({ account, asset }) => [account, asset] as const),
  };
}
