/** RecordTrade against a model of its own: integers of 10^-18 and nothing else in common with the code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Desk } from './support.js';

const UNIT = 10n ** 18n;

/** The quotient, half to even. */
function divide(dividend: bigint, divisor: bigint): bigint {
  let quotient = dividend / divisor;
  const rest = dividend % divisor;
  const sign = dividend < 0n === divisor < 0n ? 1n : -1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const size = divisor < 0n ? -divisor : divisor;
  if (twice > size || (twice === size && quotient % 2n !== 0n)) quotient += sign;
  return quotient;
}

function text(units: bigint): string {
  const size = units < 0n ? -units : units;
  const fraction = (size % UNIT).toString().padStart(18, '0').replace(/0+$/, '');
  const whole = (size / UNIT).toString();
  return `${units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function units(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole) * UNIT + BigInt(fraction.padEnd(18, '0'));
  return amount.startsWith('-') ? -size : size;
}

interface Holding {
  quantity: bigint;
  cost: bigint;
}

class Model {
  readonly start: bigint;
  readonly limits: Limits;
  readonly positions = new Map<string, Holding>();
  pnl = 0n;
  fees = 0n;
  day = 0n;
  peak: bigint;
  wins = 0;
  losses = 0;
  run = 0;
  halted = false;
  /** What came in for what was sold less what went out for what was bought. */
  cash = 0n;
  /** The smallest P&L that is not told: of 10^-18, or of what the asset is registered with. */
  readonly unit: bigint;
  /** What rounding added to P&L where nothing was left to take it from. */
  dropped = 0n;

  constructor(start: bigint, limits: Limits, unit: bigint) {
    this.start = start;
    this.peak = start;
    this.limits = limits;
    this.unit = unit;
  }

  get capital(): bigint {
    return this.start + this.pnl - this.fees;
  }

  fill(market: string, signed: bigint, price: bigint): bigint {
    const holding = this.positions.get(market) ?? { quantity: 0n, cost: 0n };
    const size = signed < 0n ? -signed : signed;
    const value = divide(size * price, UNIT) * (signed < 0n ? -1n : 1n);
    this.cash -= value;
    let pnl = 0n;
    if (holding.quantity === 0n || holding.quantity > 0n === signed > 0n) {
      holding.cost += value;
    } else {
      const open = holding.quantity < 0n ? -holding.quantity : holding.quantity;
      const closed = size < open ? size : open;
      const out = closed === open ? holding.cost : divide(holding.cost * closed, open);
      const got = closed === size ? value : divide(closed * price, UNIT) * (signed < 0n ? -1n : 1n);
      pnl = -(got + out);
      holding.cost = holding.cost - out + (value - got);
    }
    holding.quantity += signed;
    let rounded = divide(pnl, this.unit) * this.unit;
    if (holding.quantity === 0n) {
      this.positions.delete(market);
      const dropped = rounded - pnl;
      assert.ok((dropped < 0n ? -dropped : dropped) * 2n <= this.unit);
      this.dropped += dropped;
      return rounded;
    }
    const is_long = holding.quantity > 0n;
    const left = holding.cost + rounded - pnl;
    if (is_long ? left < 0n : left > 0n) rounded += is_long ? this.unit : -this.unit;
    holding.cost += rounded - pnl;
    this.positions.set(market, holding);
    return rounded;
  }

  /** Returns whether it halts. */
  book(pnl: bigint, fee: bigint): boolean {
    this.pnl += pnl;
    this.fees += fee;
    this.day += pnl - fee;
    if (this.capital > this.peak) this.peak = this.capital;
    if (pnl > 0n) {
      this.wins += 1;
      this.run = 0;
    } else if (pnl < 0n) {
      this.losses += 1;
      this.run += 1;
    }
    const { drawdown, from_peak, daily_loss } = this.limits;
    const reached =
      (drawdown !== null && (this.start - this.capital) * UNIT >= this.start * drawdown) ||
      (from_peak !== null && (this.peak - this.capital) * UNIT >= this.peak * from_peak) ||
      (daily_loss !== null && this.day <= -daily_loss);
    const halts = reached && !this.halted;
    this.halted ||= reached;
    return halts;
  }
}

interface Limits {
  readonly drawdown: bigint | null;
  readonly from_peak: bigint | null;
  readonly daily_loss: bigint | null;
}

type Step =
  | { readonly kind: 'fill'; market: string; quantity: bigint; price: bigint; fee: bigint }
  | { readonly kind: 'result'; pnl: bigint; fee: bigint }
  | { readonly kind: 'midnight' }
  | { readonly kind: 'reset' };

/** Few digits, so that positions meet zero and limits are met exactly; or all of them. */
const amount = (max: number) =>
  fc.oneof(
    fc.integer({ min: 1, max }).map((n) => BigInt(n) * UNIT),
    fc.integer({ min: 1, max: max * 100 }).map((n) => (BigInt(n) * UNIT) / 100n),
    fc.bigInt({ min: 1n, max: BigInt(max) * UNIT }),
  );
const signed = (max: number) => fc.tuple(amount(max), fc.boolean()).map(([n, minus]) => (minus ? -n : n));
const fee = fc.oneof(fc.constant(0n), amount(3));
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      market: fc.constantFrom('BTC', 'ETH'),
      quantity: signed(5),
      price: fc.oneof(amount(100), fc.constant(0n)),
      fee,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('result' as const), pnl: signed(100), fee }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'midnight' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'reset' as const }) },
);
const fraction = fc.integer({ min: 1, max: 100 }).map((n) => (BigInt(n) * UNIT) / 100n);
const limits: fc.Arbitrary<Limits> = fc.record({
  drawdown: fc.option(fraction),
  from_peak: fc.option(fraction),
  daily_loss: fc.option(amount(200)),
});

const limit = (value: bigint | null): string => (value === null ? '' : text(value));

/** What is told keeps to the precision itself. */
function told(each: Step, unit: bigint): Step {
  if (each.kind !== 'fill' && each.kind !== 'result') return each;
  const whole = { ...each, fee: (each.fee / unit) * unit };
  return whole.kind === 'result' ? { ...whole, pnl: (whole.pnl / unit) * unit } : whole;
}

const digits = fc.constantFrom(18, 18, 6, 2, 0);

test('totals, positions, halts and the ledger are those of the model', () => {
  fc.assert(
    fc.property(amount(1000), limits, fc.array(step, { maxLength: 40 }), digits, (start, given, all, max) => {
      const desk = new Desk();
      const unit = 10n ** BigInt(18 - max);
      const steps = all.map((each) => told(each, unit));
      try {
        if (max < 18) desk.run('register_asset', { asset: 'USDC', max_fraction_digits: max });
        desk.open({
          start_capital: text(start),
          max_drawdown: limit(given.drawdown),
          max_drawdown_from_peak: limit(given.from_peak),
          max_daily_loss: limit(given.daily_loss),
        });
        const model = new Model(start, given, unit);
        for (const [index, each] of steps.entries()) follow(desk, model, each, index);
        // Nothing is lost: what was realised, less the cost that is left, is the cash that moved (and what rounding added
        // where nothing was left).
        const results = steps.reduce((sum, each) => (each.kind === 'result' ? sum + each.pnl : sum), 0n);
        const left = [...model.positions.keys()].reduce((sum, market) => sum + costOf(desk, market), 0n);
        const total = units(sessionOf(desk).total_pnl);
        assert.equal(total - results - left, model.cash + model.dropped);
        assert.equal(units(desk.balance()), model.pnl - model.fees);
      } finally {
        desk.close();
      }
    }),
    { numRuns: Number(process.env.HOLDFAST_RUNS ?? 60) },
  );
});

const sessionOf = (desk: Desk) => {
  const session = desk.reads.snapshot(0, ({ sessions }) => sessions.newest('agent-1', desk.now_us));
  assert.ok(session !== undefined);
  return session;
};

function costOf(desk: Desk, market: string): bigint {
  const position = desk.reads.snapshot(0, ({ sessions }) => sessions.position('agent-1', market));
  return units(position?.cost ?? '0');
}

function follow(desk: Desk, model: Model, each: Step, index: number): void {
  desk.now_us += 1;
  if (each.kind === 'midnight') {
    desk.now_us += 86_400_000_000;
    model.day = 0n;
    return;
  }
  if (each.kind === 'reset') {
    if (!model.halted) return;
    desk.run('reset_halt', { reason: 'r', operator: 'o', rebase: false, reduce_only: false });
    model.halted = false;
    return;
  }
  const trade = {
    trade_id: `step-${index}`,
    executed: true,
    fee: text(each.fee),
    ...(each.kind === 'result'
      ? { pnl: text(each.pnl), market: 'bets' }
      : {
          market: each.market,
          side: each.quantity < 0n ? ('SELL' as const) : ('BUY' as const),
          quantity: text(each.quantity < 0n ? -each.quantity : each.quantity),
          price: text(each.price),
        }),
  };
  const reply = desk.trade(trade);
  const pnl = each.kind === 'result' ? each.pnl : model.fill(each.market, each.quantity, each.price);
  const halts = model.book(pnl, each.fee);
  assert.equal(reply.trade.pnl, text(pnl));
  const { session, position } = reply;
  assert.deepEqual(
    {
      halted: reply.halted,
      state: session.state,
      capital: session.current_capital,
      peak: session.peak_capital,
      pnl: session.total_pnl,
      fees: session.total_fees,
      day: session.day_pnl,
      wins: session.wins,
      losses: session.losses,
      run: session.consecutive_losses,
    },
    {
      halted: halts,
      state: model.halted ? 'HALTED' : 'ACTIVE',
      capital: text(model.capital),
      peak: text(model.peak),
      pnl: text(model.pnl),
      fees: text(model.fees),
      day: text(model.day),
      wins: model.wins,
      losses: model.losses,
      run: model.run,
    },
  );
  const held = model.positions.get(trade.market);
  assert.deepEqual(
    position === null ? null : [position.quantity, position.cost],
    held === undefined ? null : [text(held.quantity), text(held.cost)],
  );
  // Told again it changes nothing.
  assert.equal(desk.trade(trade).duplicate, true);
  assert.deepEqual(sessionOf(desk).total_pnl, session.total_pnl);
}
