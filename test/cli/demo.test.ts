/** The demo, small: everything it starts, kills and compares is real. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { BUCKET } from '../../src/cli/demo/desk/plan.js';
import { type Grant, windowsAbove } from '../../src/cli/demo/desk/rate.js';
import { planKills } from '../../src/cli/demo/kills.js';
import { fillOrder, type Order } from '../../src/cli/demo/market.js';
import { START, withoutKills } from '../../src/cli/demo/strategy.js';
import { readTape, type Trade } from '../../src/cli/demo/tape.js';
import { addAmounts } from '../../src/codec/amount.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { type Ran, run } from './support.js';

interface Report {
  readonly ok: boolean;
  readonly seed: number;
  readonly trades: number;
  readonly orders: number;
  readonly checks: readonly { check: string; expected: string; found: string; ok: boolean }[];
  readonly kills: { agent: number; daemon: number; connection: number; in_window: number };
  readonly reconciled: { happened: number; begun_again: number };
  readonly journal: { entries: string; head_hash: string };
}

const TRADES = 1000;
const demo = (...args: string[]) => run(['demo', '--trades', String(TRADES), '--fast', '--json', ...args]);

/** With these widths the table must fit. */
const COLUMNS = 120;

function reportOf(ran: Ran): Report {
  assert.notEqual(ran.stdout, '', ran.stderr);
  return JSON.parse(ran.stdout) as Report;
}

const different = ({ checks }: Report) => checks.filter((one) => !one.ok).map((one) => one.check);

test('agent, daemon and connection are killed, and every figure is what it is without kills', async (t) => {
  const folder = join(temporaryFolder(), 'demo');
  t.after(() => removeFolder(folder));
  const seed = Math.floor(Math.random() * 1e9);
  t.diagnostic(`seed ${seed}`);
  const ran = await demo('--seed', String(seed), '--kills', '6', '--keep', '--state-dir', folder);
  const report = reportOf(ran);
  assert.deepEqual(different(report), [], ran.stderr);
  assert.deepEqual([ran.code, report.ok, report.seed, report.trades], [0, true, seed, TRADES]);
  assert.deepEqual(report.kills, { agent: 2, daemon: 2, connection: 2, in_window: 3 });
  // The agent's kill and the connection's in the window leave an order that the exchange has and nobody recorded.
  assert.ok(report.reconciled.happened >= 2, JSON.stringify(report.reconciled));
  assert.match(report.journal.head_hash, /^[0-9a-f]{64}$/);

  // Counted once more here, so that the demo's own reading of the log is not all there is.
  const log = readFileSync(join(folder, 'exchange-orders.jsonl'), 'utf8').trimEnd().split('\n');
  const filled = log.map((line) => JSON.parse(line)).filter(({ status }) => status === 'filled');
  assert.equal(filled.length, withoutKills(readTape(TRADES)).orders);
  assert.equal(new Set(filled.map((line) => line.client_order_id)).size, filled.length);
  const eth = filled.reduce((sum: string, { fill }) => addAmounts(sum, fill.eth), START.ETH);
  const balance = report.checks.find((one) => one.check === 'trading ETH, running balance');
  assert.equal(balance?.found, eth);

  // The desk's three executors start with what empties the bucket they share: somebody has waited, and nobody had too much.
  const waits = report.checks.find((one) => one.check === 'desk: waits for the shared bucket');
  assert.equal(waits?.found, 'some');
  const widest = (texts: readonly string[]) => Math.max(...texts.map((one) => one.length));
  const [names, figures] = [
    report.checks.map((one) => one.check),
    report.checks.flatMap(({ expected, found }) => [expected, found]),
  ];
  assert.ok(widest(names) + 2 * widest(figures) + 3 * '  '.length + 'DIFFERENT'.length <= COLUMNS);

  const verified = await run(['verify', '--file', join(folder, 'holdfast.db')]);
  assert.equal(verified.code, 0, verified.stderr);
});

test('a bucket that gives more than its rate is seen, one that is full again after a restart is not', () => {
  const { capacity, refill_per_second } = BUCKET;
  const every_ms = 1000 / refill_per_second;
  // All of it at once, and from then on what flows in; the answers come a little later.
  const grants = (first_ms: number, faster = 1): Grant[] =>
    Array.from({ length: capacity + 100 }, (_, number) => {
      const from_ms = first_ms + Math.max(0, number - capacity + 1) * (every_ms / faster);
      return { tokens: 1, from_ms, until_ms: from_ms + 0.5, waited_ms: 0 };
    });
  assert.equal(windowsAbove(grants(0), []), 0);
  assert.ok(windowsAbove(grants(0, 2), []) > 0);
  assert.ok(windowsAbove([...grants(0), { tokens: 2, from_ms: 50, until_ms: 50.1, waited_ms: 0 }], []) > 0);
  const again_ms = 101 * every_ms;
  assert.equal(windowsAbove([...grants(0), ...grants(again_ms)], [-1, again_ms - 1]), 0);
  assert.ok(windowsAbove([...grants(0), ...grants(again_ms)], [-1]) > 0);
});

test('an order sent twice is seen', async (t) => {
  const ran = await demo('--seed', '7', '--kills', '1', '--sabotage', 'double-send');
  const kept = /kept: (\S+)/.exec(ran.stderr)?.[1] ?? '';
  t.after(() => removeFolder(kept));
  assert.equal(ran.code, 4);
  assert.ok(existsSync(kept), 'what failed is kept');
  const report = reportOf(ran);
  assert.equal(report.ok, false);
  assert.ok(different(report).includes('orders sent twice'));
  assert.ok(different(report).includes('trading ETH, running balance'));
  // What did not go wrong is not said to have.
  assert.ok(!different(report).includes('findings of the verification'));
});

test('an order that the exchange does not have is seen', async (t) => {
  const ran = await demo('--seed', '8', '--kills', '0', '--sabotage', 'lost-order');
  t.after(() => removeFolder(/kept: (\S+)/.exec(ran.stderr)?.[1] ?? ''));
  assert.equal(ran.code, 4);
  const found = different(reportOf(ran));
  for (const one of ['operations completed', 'ledger transactions of trades', 'episodes recorded']) {
    assert.ok(found.includes(one), one);
  }
  assert.ok(!found.includes('orders sent twice'));
});

test('nonsense is refused before anything starts', async () => {
  for (const args of [
    ['--kills', '1000'],
    ['--kills', 'some'],
    ['--sabotage', 'everything'],
    ['--state-dir', '.'],
  ]) {
    const ran = await run(['demo', '--trades', '700', ...args]);
    assert.equal(ran.code, 2, `${args.join(' ')}: ${ran.stderr}`);
  }
});

test('the plan follows from the seed, hits every victim, and leaves each its own order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 3, max: 40 }), (seed, kills) => {
      const plan = planKills(seed, kills, kills * 4);
      assert.deepEqual(planKills(seed, kills, kills * 4), plan);
      assert.equal(new Set(plan.map(({ victim }) => victim)).size, 3);
      const orders = plan.map(({ at_order }) => at_order);
      assert.deepEqual(
        [...new Set(orders)].sort((a, b) => a - b),
        orders,
      );
      assert.ok((orders.at(-1) ?? 0) <= kills * 4);
    }),
  );
});

test('the exchange fills exactly, takes its fee from the trader, and keeps to the limit', () => {
  const next: Trade = { time_ms: 0, trade_id: '2', price: '0.00141266', amount: '8' };
  const order: Order = { side: 'buy', amount: '37.5', limit_price: '0.00141266', at_trade_id: '1' };
  const fill = { price: '0.00141266', amount: '37.5', cost: '0.05297475', fee: '0.00005297475' };
  assert.deepEqual(fillOrder(order, next), {
    fill: { ...fill, side: 'buy', eth: '-0.05302772475', xrp: '37.5' },
  });
  assert.deepEqual(fillOrder({ ...order, side: 'sell' }, next), {
    fill: { ...fill, side: 'sell', eth: '0.05292177525', xrp: '-37.5' },
  });
  const passed = { rejected: 'the price passed the limit' };
  assert.deepEqual(fillOrder({ ...order, limit_price: '0.00141265' }, next), passed);
  assert.deepEqual(fillOrder({ ...order, side: 'sell', limit_price: '0.00141267' }, next), passed);
  assert.deepEqual(fillOrder(order, undefined), { rejected: 'the market is closed' });
});
