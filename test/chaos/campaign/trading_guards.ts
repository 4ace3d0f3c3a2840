/** The guards that desks and the till work under, with limits drawn anew whenever one is put. */
import { ASSET } from './made_up.js';
import type { Random } from './random.js';
import { seconds } from './times.js';
import type { Message } from './wire.js';

export const MARKETS = ['BTC-USD', 'ETH-USD', 'SOL-USD', 'DOGE-USD'] as const;
export const FLOAT = 'float';

const DAYS_31 = 31 * 86_400;
const MODES = ['GUARD_MODE_ENFORCE', 'GUARD_MODE_ENFORCE', 'GUARD_MODE_WARN', 'GUARD_MODE_SHADOW'] as const;
const RISKS = ['record_trade', 'begin_operation'];

/** A risk that leaves out one of its figures, which a guard may judge by; a price of zero is left out as well. */
export function withoutOne(random: Random, risk: Message): Message {
  const field = random.pick(['market', 'side', 'quantity', 'price']);
  return { ...risk, [field]: field === 'price' && random.chance(0.5) ? '0' : '' };
}

type Maker = (random: Random) => { rule: Message; actions?: readonly string[]; markets?: readonly string[] };

const DESK: Readonly<Record<string, Maker>> = {
  size: (random) => ({
    rule: { max_amount: { asset: ASSET, amount: String(random.pick([200, 400, 800])) } },
    actions: RISKS,
  }),
  position: (random) => ({
    rule: { max_position: { quantity: String(random.pick([25, 40, 60])) } },
    markets: ['BTC*', 'ETH-USD', 'SOL*'],
  }),
  loss: (random) => ({
    rule: { max_daily_loss: { amount: String(random.pick([120, 300])) } },
    actions: ['record_trade'],
  }),
  drawdown: (random) => ({
    rule: { max_drawdown: { fraction: random.pick(['0.15', '0.5']), from_peak: random.chance(0.5) } },
    actions: ['record_trade'],
  }),
  listed: () => ({
    rule: { allow: { field: 'market', values: ['BTC-USD', 'ETH-USD', 'SOL-USD'] } },
  }),
  venues: () => ({ rule: { deny: { field: 'venue', values: ['grey'] } } }),
  rate: (random) => ({
    rule: { max_count: { count: random.pick([3, 6, 12]), window: seconds(1) } },
    actions: ['begin_operation'],
  }),
  // Counts all there ever were, so that the count can be read back.
  orders: (random) => ({
    rule: { max_count: { count: random.pick([50, 500, 100_000]), window: seconds(DAYS_31) } },
    actions: RISKS,
  }),
  cool: (random) => ({
    rule: { cooldown: { losses: random.int(2, 4), duration: seconds(1) } },
    actions: ['record_trade'],
  }),
  hours: (random) => ({
    rule: {
      trading_hours: { days: [], from: random.pick(['00:00', '12:00']), until: '23:59', time_zone: 'UTC' },
    },
    actions: ['record_trade'],
  }),
  stop: (random) => ({
    rule: { stop_loss: { fraction: random.pick(['0.2', '0.6']), amount: '' } },
    actions: RISKS,
  }),
};

const TILL: Readonly<Record<string, Maker>> = {
  floor: (random) => ({
    rule: { min_balance: { account: FLOAT, asset: ASSET, amount: String(random.pick([800, 900])) } },
  }),
  size: (random) => ({ rule: { max_amount: { asset: ASSET, amount: String(random.pick([20, 30, 35])) } } }),
  payments: () => ({ rule: { max_count: { count: 100_000, window: seconds(DAYS_31) } } }),
  accounts: () => ({ rule: { deny: { field: 'account', values: ['closed'] } } }),
};

/** For every agent there is: what it says is seen everywhere, and nothing is stopped. */
const EVERYONE: Readonly<Record<string, Maker>> = {
  large: (random) => ({
    rule: { max_amount: { asset: ASSET, amount: String(random.pick([5, 20])) } },
    actions: ['place_hold'],
  }),
};

/** These limit what races: they are always enforced. */
const ALWAYS_ENFORCED: ReadonlySet<string> = new Set(['floor', 'position', 'rate']);

/** Limits that are never far from being reached, in a mode of their own. */
export function someGuard(random: Random, agent_id: string, named?: string): Message {
  const makers = makersOf(agent_id);
  const name = named ?? random.pick(Object.keys(makers));
  const { rule, actions = [], markets = [] } = (makers[name] as Maker)(random);
  const mode =
    agent_id === '*'
      ? 'GUARD_MODE_SHADOW'
      : ALWAYS_ENFORCED.has(name)
        ? 'GUARD_MODE_ENFORCE'
        : random.pick(MODES);
  const scope = { actions, operations: [], markets };
  return { agent_id, name, mode, scope, rule, description: random.chance(0.5) ? 'a' : 'b' };
}

export function guardNames(agent_id: string): string[] {
  return Object.keys(makersOf(agent_id));
}

function makersOf(agent_id: string): Readonly<Record<string, Maker>> {
  return agent_id === '*' ? EVERYONE : agent_id.startsWith('till.') ? TILL : DESK;
}
