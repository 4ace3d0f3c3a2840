/**
 * Hundreds of clients, each on a connection of its own, race against one limit. Whatever the order, the limit holds to the
 * last unit, and it is used up: what is left of it still goes, and one unit more does not.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import {
  addAmounts,
  compareAmounts,
  negateAmount,
  subtractAmounts,
  sumText,
} from '../../src/codec/amount.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, RpcError, type Service } from '../support/rawClient.js';
import { uniform } from '../support/vectors.js';

const CLIENTS = 240;
const SMALLEST = '0.000000000000000001';

/** Random amounts from SMALLEST to about 3, of a seed that is printed. */
function amounts(t: TestContext, salt: number): () => string {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000) + salt;
  t.diagnostic(`seed ${seed - salt} (SEED=${seed - salt})`);
  const random = uniform(seed);
  return () => {
    const digits = String(Math.floor(random() * 1e15)).padStart(15, '0');
    return addAmounts(
      `${Math.floor(random() * 3)}.${digits}${digits.slice(0, 3)}`.replace(/0+$/, ''),
      SMALLEST,
    );
  };
}

describe('hundreds of racing clients', () => {
  let daemon: TestDaemon;
  let clients: RawClient[];
  let requests = 0;
  before(async () => {
    daemon = await startDaemon();
    clients = Array.from({ length: CLIENTS }, () => new RawClient(daemon.address));
  });
  after(async () => {
    for (const client of clients) client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  const call = (n: number, service: Service, method: string, request: object): Promise<Reply> =>
    (clients[n % CLIENTS] as RawClient).call(service, method, {
      request_id: `request-${++requests}`,
      ...request,
    });
  const put = (agent_id: string, name: string, rule: object, scope: object = {}) =>
    call(0, 'Procedural', 'PutGuard', { agent_id, name, rule, scope });
  const begin = (n: number, agent_id: string, risk: object, more: object = {}) =>
    call(n, 'Operations', 'BeginOperation', {
      agent_id,
      operation: 'o',
      params: { json: '{}' },
      key: `k-${++requests}`,
      risk,
      ...more,
    });
  /** All at once; each says whether it went on. Any refusal but a guard's is an error. */
  const race = (count: number, one: (n: number) => Promise<unknown>): Promise<boolean[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => wentOn(one(n))));

  async function wentOn(call: Promise<unknown>): Promise<boolean> {
    try {
      const { outcome, denials } = (await call) as Reply;
      if (outcome !== 'BEGIN_OUTCOME_DENIED') return true;
      assert.ok(denials.every(({ reason }: Reply) => reason === 'GUARD_DENIED'));
      return false;
    } catch (error) {
      if (error instanceof RpcError && error.reason === 'GUARD_DENIED') return false;
      throw error;
    }
  }

  it('BeginOperation against max_position, with outcomes between', async (t) => {
    const next = amounts(t, 1);
    const agent_id = 'position';
    const limit = '100';
    const per_order = '2.5';
    await put(agent_id, 'size', { max_position: { quantity: limit } });
    await put(agent_id, 'order', { max_amount: { asset: 'USDC', amount: per_order } });
    const orders = Array.from({ length: 2 * CLIENTS }, (_, n) => ({
      side: n % 3 === 2 ? 'SELL' : 'BUY',
      quantity: next(),
      stake: next(),
    }));
    const still: (typeof orders)[number][] = [];
    await Promise.all(
      orders.map(async (order, n) => {
        const { side, quantity, stake } = order;
        const risk = { market: 'BTC/USDC', side, quantity, asset: 'USDC', amount: stake };
        const { outcome, lease_token, operation } = await begin(n, agent_id, risk);
        if (compareAmounts(stake, per_order) > 0) assert.equal(outcome, 'BEGIN_OUTCOME_DENIED');
        if (outcome !== 'BEGIN_OUTCOME_STARTED') return;
        // Some certainly did not happen, and make room for others.
        if (n % 5 === 0)
          await call(n + 7, 'Operations', 'FailOperation', { agent_id, key: operation.key, lease_token });
        else still.push(order);
      }),
    );
    for (const side of ['BUY', 'SELL']) {
      const total = sumText(still.filter((order) => order.side === side).map(({ quantity }) => quantity));
      assert.ok(compareAmounts(total, limit) <= 0, `${side} ${total}`);
      const left = subtractAmounts(limit, total);
      const order = (quantity: string) =>
        wentOn(begin(1, agent_id, { market: 'BTC/USDC', side, quantity, asset: 'USDC', amount: SMALLEST }));
      assert.equal(await order(addAmounts(left, SMALLEST)), false);
      if (left !== '0') assert.equal(await order(left), true);
      assert.equal(await order(SMALLEST), false);
    }
  });

  it('BeginOperation, PostTransaction and PlaceHold against one max_count', async () => {
    const agent_id = 'count';
    await call(0, 'Ledger', 'PostTransaction', {
      agent_id,
      delta: { account: 'cash', asset: 'USDC', amount: '1000' },
    });
    await put(agent_id, 'rate', { max_count: { count: 77, window: { seconds: 3600 } } });
    const went = await race(2 * CLIENTS, (n) => {
      if (n % 3 === 0) return begin(n, agent_id, {});
      const money = { account: 'cash', asset: 'USDC', amount: '1' };
      return n % 3 === 1
        ? call(n, 'Ledger', 'PlaceHold', { agent_id, ...money })
        : call(n, 'Ledger', 'PostTransaction', { agent_id, delta: { ...money, amount: '-1' } });
    });
    assert.equal(went.filter(Boolean).length, 77);
  });

  it('PostTransaction, PlaceHold and held operations against min_balance', async (t) => {
    const next = amounts(t, 2);
    const agent_id = 'balance';
    const [start, least] = ['500', '200'];
    const money = (amount: string) => ({ account: 'cash', asset: 'USDC', amount });
    await call(0, 'Ledger', 'PostTransaction', { agent_id, delta: money(start) });
    await put(agent_id, 'least', { min_balance: { account: 'cash', asset: 'USDC', amount: least } });
    const takes = Array.from({ length: 2 * CLIENTS }, next);
    const take = (n: number, amount: string) => {
      if (n % 3 === 0) return call(n, 'Ledger', 'PlaceHold', { agent_id, ...money(amount) });
      if (n % 3 === 1) return begin(n, agent_id, {}, { holds: [money(amount)] });
      return call(n, 'Ledger', 'PostTransaction', { agent_id, delta: money(negateAmount(amount)) });
    };
    const went = await race(takes.length, (n) => take(n, takes[n] as string));
    const taken = sumText(takes.filter((_, n) => went[n]));
    const left = subtractAmounts(subtractAmounts(start, least), taken);
    const { balances } = await call(0, 'Ledger', 'GetBalances', { agent_id });
    assert.equal(balances[0].available, addAmounts(least, left));
    assert.ok(compareAmounts(balances[0].available, least) >= 0);
    assert.ok(went.includes(false), 'the limit was reached');
    for (const n of [0, 1, 2]) assert.equal(await wentOn(take(n, addAmounts(left, SMALLEST))), false);
    assert.equal(await wentOn(take(2, left)), true);
    for (const n of [0, 1, 2]) assert.equal(await wentOn(take(n, SMALLEST)), false);
  });

  it('RecordTrade against max_daily_loss and max_drawdown', async (t) => {
    const next = amounts(t, 3);
    const agent_id = 'losses';
    const limit = '123.45';
    // In a Transact, which RecordTrade alone is one of.
    const transact = (n: number, epoch: string, mutation: object) =>
      call(n, 'Transact', 'Transact', { agent_id, epoch, mutations: [mutation] });
    const { results } = await transact(0, '0', { open_session: { asset: 'USDC', start_capital: '1000' } });
    const { session } = results[0].open_session;
    await put(agent_id, 'day', { max_daily_loss: { amount: limit } });
    await put(agent_id, 'drawdown', { max_drawdown: { fraction: '0.13', from_peak: true } });
    const losses = Array.from({ length: 2 * CLIENTS }, next);
    const lose = (n: number, loss: string, trade_id: string) =>
      transact(n, session.epoch, {
        record_trade: {
          session_id: session.session_id,
          venue: 'v',
          trade_id,
          market: 'm',
          pnl: negateAmount(loss),
        },
      });
    const went = await race(losses.length, (n) => lose(n, losses[n] as string, `t-${n}`));
    const lost = sumText(losses.filter((_, n) => went[n]));
    const left = subtractAmounts(limit, lost);
    const { balances } = await call(0, 'Ledger', 'GetBalances', { agent_id });
    assert.equal(balances[0].posted, negateAmount(lost));
    assert.ok(compareAmounts(left, '0') >= 0, lost);
    assert.ok(went.includes(false), 'the limit was reached');
    assert.equal(await wentOn(lose(1, addAmounts(left, SMALLEST), 'beyond')), false);
    if (left !== '0') assert.equal(await wentOn(lose(1, left, 'exactly')), true);
    assert.equal(await wentOn(lose(1, '0', 'after')), false, 'once it is reached nothing goes');
  });
});
