import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import {
  DefinitelyDidNotHappen,
  doc,
  GuardDeniedError,
  type Holdfast,
  InsufficientFundsError,
  OperationDeniedError,
  OperationInFlightError,
  OperationOutcomeUnknownError,
  OperationUnknownError,
  StaleEpochError,
} from '@holdfast/client';
import { entryOf, fixture, gate, slowRoad } from './support.js';

const ORDER = { market: 'XRP/ETH', side: 'buy', amount: '10' };

async function balance(holdfast: Holdfast): Promise<string[]> {
  const { balances } = await holdfast.ledger.getBalances({ account: 'cash' });
  return balances.flatMap(({ posted, held, available }) => [posted, held, available]);
}

function fund(holdfast: Holdfast, amount: string): Promise<unknown> {
  return holdfast.ledger.postTransaction({ delta: { account: 'cash', asset: 'USDC', amount } });
}

test('the function runs once; later calls return the recorded result', async (t) => {
  const holdfast = (await fixture(t)).client();
  await fund(holdfast, '100');
  let runs = 0;
  const buy = () =>
    holdfast.executeOnce(
      'exchange.order',
      ORDER,
      async ({ client_order_id, attempt, hold_ids, params }) => {
        runs += 1;
        assert.equal(params, ORDER);
        assert.match(client_order_id, /^[a-z0-9-]{1,32}$/);
        assert.deepEqual(await balance(holdfast), ['100', '40', '60']);
        return {
          result: { order: client_order_id, attempt },
          settlements: [{ hold_id: hold_ids[0] ?? '', amount: '25' }],
          mutations: [{ put_state: { name: 'position', document: doc({ open: true }) } }],
        };
      },
      { holds: [{ account: 'cash', asset: 'USDC', amount: '40' }] },
    );
  const first = await buy();
  const second = await buy();
  assert.equal(runs, 1);
  assert.deepEqual([first.executed, second.executed], [true, false]);
  assert.deepEqual(second.result, first.result);
  assert.deepEqual(await balance(holdfast), ['75', '0', '75']);
  const { state } = await holdfast.state.getState({ name: 'position' });
  assert.equal(state?.revision, first.operation.revision);
  assert.equal(first.results?.[0]?.put_state?.version, '1');
});

test('a bare result may be anything, also null, also an object that has a member named result', async (t) => {
  const holdfast = (await fixture(t)).client();
  for (const [index, value] of [null, false, 0, '', [1], { result: 1, more: 2 }].entries()) {
    const run = () => holdfast.executeOnce('noop', { index }, () => value);
    assert.deepEqual((await run()).result, value);
    assert.deepEqual(await run().then(({ result, executed }) => [result, executed]), [value, false]);
  }
});

test('what definitely did not happen frees its holds and may be begun again', async (t) => {
  const holdfast = (await fixture(t)).client();
  await fund(holdfast, '100');
  const options = { key: 'order-1', holds: [{ account: 'cash', asset: 'USDC', amount: '40' }] };
  const ids: string[] = [];
  const refused = holdfast.executeOnce(
    'exchange.order',
    ORDER,
    ({ client_order_id }) => {
      ids.push(client_order_id);
      throw new DefinitelyDidNotHappen('the exchange says: market closed');
    },
    options,
  );
  await assert.rejects(refused, DefinitelyDidNotHappen);
  assert.deepEqual(await balance(holdfast), ['100', '0', '100']);
  const { operation } = await holdfast.operations.getOperation({ key: 'order-1' });
  assert.equal(operation?.status, 'OPERATION_STATUS_FAILED');
  assert.deepEqual(operation?.evidence?.json, '{"message":"the exchange says: market closed"}');
  const { result } = await holdfast.executeOnce(
    'exchange.order',
    ORDER,
    ({ client_order_id, attempt }) => {
      ids.push(client_order_id);
      return attempt;
    },
    options,
  );
  assert.equal(result, 2);
  assert.equal(ids[0], ids[1]);
});

test('a failure whose message no document may hold is recorded without it', async (t) => {
  const holdfast = (await fixture(t)).client();
  const secret = `pf_live_${'a1B2'.repeat(10)}`;
  const run = holdfast.executeOnce(
    'login',
    {},
    () => {
      throw new DefinitelyDidNotHappen(`refused for ${secret}`);
    },
    { key: 'login' },
  );
  await assert.rejects(run, DefinitelyDidNotHappen);
  const { operation } = await holdfast.operations.getOperation({ key: 'login' });
  assert.equal(operation?.status, 'OPERATION_STATUS_FAILED');
  assert.doesNotMatch(operation?.evidence?.json ?? '', /pf_live/);
});

test('what did not happen to an inner operation says nothing about the outer one', async (t) => {
  const holdfast = (await fixture(t)).client();
  await fund(holdfast, '200');
  const sent: string[] = [];
  const refusal = new DefinitelyDidNotHappen('the exchange refused the hedge');
  const refuse = (): never => {
    throw refusal;
  };
  const statusOf = async (key: string) => (await holdfast.operations.getOperation({ key })).operation?.status;
  const order = (key: string, hedge: () => Promise<unknown>) =>
    holdfast.executeOnce(
      'order',
      ORDER,
      async ({ client_order_id }) => {
        sent.push(client_order_id);
        await hedge();
      },
      { key, holds: [{ account: 'cash', asset: 'USDC', amount: '40' }] },
    );
  const outer = order('outer', async () => {
    // Who calls the inner one is told the very error, as ever.
    await assert.rejects(holdfast.executeOnce('hedge', 0, refuse, { key: 'told' }), refusal);
    await holdfast.executeOnce(
      'hedge',
      1,
      () => {
        throw new DefinitelyDidNotHappen('refused again');
      },
      { key: 'hedge' },
    );
  });
  await assert.rejects(outer, OperationOutcomeUnknownError);
  assert.deepEqual(
    [await statusOf('outer'), await statusOf('hedge')],
    ['OPERATION_STATUS_IN_FLIGHT', 'OPERATION_STATUS_FAILED'],
  );
  assert.deepEqual(await balance(holdfast), ['200', '40', '160'], 'what may have been bought stays held');
  await assert.rejects(
    order('outer', async () => {}),
    OperationInFlightError,
  );
  assert.equal(sent.length, 1);
  // Nor does what a reconcile throws count, once it has come out of the inner one.
  const lose = () => Promise.reject(new Error('timeout'));
  const hedge = { key: 'doubtful', lease_ms: 1000, in_flight: 'wait' as const };
  await assert.rejects(holdfast.executeOnce('hedge', 2, lose, hedge), OperationOutcomeUnknownError);
  const asking = order('asking', () =>
    holdfast.executeOnce('hedge', 2, lose, {
      ...hedge,
      reconcile: () => {
        throw new DefinitelyDidNotHappen('asked the wrong exchange');
      },
    }),
  );
  await assert.rejects(asking, OperationOutcomeUnknownError);
  // What the outer function says itself does count, also when it says so because of an inner one.
  const own = order('own', async () => {
    const inner = holdfast.executeOnce('hedge', 3, () => {
      throw new DefinitelyDidNotHappen('refused');
    });
    await inner.catch((cause: unknown) => {
      throw new DefinitelyDidNotHappen('nothing was sent', { cause });
    });
  });
  await assert.rejects(own, { message: 'nothing was sent' });
  assert.equal(await statusOf('own'), 'OPERATION_STATUS_FAILED');
});

test('denied operations say why and begin nothing', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.ledger.configureAccount({ account: 'cash', asset: 'USDC', must_not_go_negative: true });
  await fund(holdfast, '10');
  const run = holdfast.executeOnce('exchange.order', ORDER, () => assert.fail('must not run'), {
    holds: [{ account: 'cash', asset: 'USDC', amount: '10.01' }],
  });
  await assert.rejects(run, (error: unknown) => {
    assert.ok(error instanceof OperationDeniedError);
    assert.deepEqual(
      error.denials.map(({ rule, reason }) => [rule, reason]),
      [['hold', 'INSUFFICIENT_FUNDS']],
    );
    return true;
  });
  assert.deepEqual(await balance(holdfast), ['10', '0', '10']);
});

test('guards judge what the call would do, and count it while it is in flight', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.procedural.putGuard({ name: 'size', rule: { max_position: { quantity: '10' } } });
  const order = (quantity: string, session_id?: string) =>
    holdfast.executeOnce(
      'exchange.order',
      { quantity },
      async () => {
        // This one is in flight: no other fits beside it.
        await assert.rejects(second(), (error: unknown) => {
          assert.ok(error instanceof OperationDeniedError);
          assert.deepEqual(
            error.denials.map(({ rule, reason }) => [rule, reason]),
            [['size', 'GUARD_DENIED']],
          );
          return true;
        });
        return null;
      },
      { risk: { market: 'BTC/USDC', side: 'BUY', quantity }, session_id },
    );
  const second = () =>
    holdfast.executeOnce('exchange.order', 'second', () => null, {
      risk: { market: 'BTC/USDC', side: 'BUY', quantity: '0.000000000000000001' },
    });
  await order('10');
  assert.equal((await second()).executed, true, 'the first is done, without a position');
  await holdfast.takeOver();
  await assert.rejects(order('1', 'session-00000000001'), OperationDeniedError);
  await holdfast.procedural.putGuard({ name: 'most', rule: { max_amount: { asset: 'USDC', amount: '1' } } });
  await assert.rejects(fund(holdfast, '-2'), (error: unknown) => {
    assert.ok(error instanceof GuardDeniedError);
    assert.deepEqual(error.metadata, { guard: 'most', kind: 'max_amount', limit: '1', actual: '2' });
    return true;
  });
});

test('an attempt of unknown outcome must be reconciled before it can be made again', async (t) => {
  const holdfast = (await fixture(t)).client();
  const run = (options: object, fn: () => unknown = () => assert.fail('must not run')) =>
    holdfast.executeOnce('exchange.order', ORDER, fn, { key: 'order-1', lease_ms: 1000, ...options });
  const cause = new Error('socket hang up');
  const lost = run({}, () => {
    throw cause;
  });
  await assert.rejects(lost, (error: unknown) => {
    assert.ok(error instanceof OperationOutcomeUnknownError);
    assert.equal(error.cause, cause);
    return true;
  });
  await assert.rejects(run({}), OperationInFlightError);
  // Waiting ends with the lease, and finds the operation in doubt.
  await assert.rejects(run({ in_flight: 'wait' }), OperationUnknownError);
  const unsure = new Error('the exchange does not answer');
  const reconcile = (): never => {
    throw unsure;
  };
  await assert.rejects(run({ reconcile }), unsure);
  let asked = '';
  const settled = await run(
    {
      reconcile: ({ client_order_id }: { client_order_id: string }) => {
        asked = client_order_id;
        return { happened: false, evidence: { exchange: 'no such order' } };
      },
    },
    () => 'second attempt',
  );
  assert.equal(settled.result, 'second attempt');
  assert.equal(settled.operation.attempt, 2);
  assert.equal(asked, settled.operation.client_order_id);
});

test('an answer about one attempt does not undo another that was made meanwhile', async (t) => {
  const holdfast = (await fixture(t)).client();
  const options = { key: 'order-1', lease_ms: 1000, in_flight: 'wait' as const };
  const lose = (): never => {
    throw new Error('socket hang up');
  };
  await assert.rejects(holdfast.executeOnce('order', ORDER, lose, options), OperationOutcomeUnknownError);
  const asked: number[] = [];
  const done = await holdfast.executeOnce('order', ORDER, () => assert.fail('must not run'), {
    ...options,
    reconcile: async ({ attempt }) => {
      asked.push(attempt);
      if (attempt === 2) return { happened: true, result: 'sent by the quicker process' };
      // While the outside says no to this process, a quicker one hears the same, sends the order, and dies.
      const quick = holdfast.executeOnce('order', ORDER, lose, {
        ...options,
        reconcile: () => ({ happened: false }),
      });
      await assert.rejects(quick, OperationOutcomeUnknownError);
      await assert.rejects(holdfast.executeOnce('order', ORDER, lose, options), OperationUnknownError);
      return { happened: false };
    },
  });
  assert.deepEqual(asked, [1, 2]);
  assert.equal(done.result, 'sent by the quicker process');
});

test('what turns out to have happened is recorded without running again', async (t) => {
  const holdfast = (await fixture(t)).client();
  await fund(holdfast, '100');
  const options = {
    key: 'order-1',
    lease_ms: 1000,
    in_flight: 'wait' as const,
    holds: [{ account: 'cash', asset: 'USDC', amount: '40' }],
  };
  const lost = holdfast.executeOnce(
    'exchange.order',
    ORDER,
    () => Promise.reject(new Error('timeout')),
    options,
  );
  await assert.rejects(lost, OperationOutcomeUnknownError);
  const found = await holdfast.executeOnce('exchange.order', ORDER, () => assert.fail('must not run'), {
    ...options,
    reconcile: ({ hold_ids }) => ({
      happened: true,
      result: { filled: '40' },
      settlements: [{ hold_id: hold_ids[0] ?? '' }],
      evidence: { exchange: 'filled' },
    }),
  });
  assert.deepEqual(found.result, { filled: '40' });
  assert.equal(found.executed, false);
  assert.deepEqual(await balance(holdfast), ['60', '0', '60']);
});

test('the lease is extended while the function runs', async (t) => {
  const holdfast = (await fixture(t)).client();
  const done = await holdfast.executeOnce(
    'slow',
    {},
    async ({ signal }) => {
      await entryOf(holdfast, 'operation.lease_extended');
      assert.equal(signal.aborted, false);
      return 'slow but sure';
    },
    { lease_ms: 5000 },
  );
  assert.equal(done.result, 'slow but sure');
});

test('who waits for an operation in flight gets its result', async (t) => {
  const daemon = await fixture(t);
  const [one, other] = [daemon.client(), daemon.client()];
  const begun = gate();
  const finish = gate<string>();
  const running = one.executeOnce('order', ORDER, () => {
    begun.open();
    return finish.opened;
  });
  await begun.opened;
  const waiting = other.executeOnce('order', ORDER, () => assert.fail('must not run'), { in_flight: 'wait' });
  finish.open('filled');
  assert.deepEqual([(await running).executed, (await waiting).executed], [true, false]);
  assert.equal((await waiting).result, 'filled');
});

test('an outcome is recorded over a daemon that dies meanwhile', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const done = await holdfast.executeOnce('order', ORDER, async () => {
    await daemon.daemon.kill();
    setImmediate(() => void daemon.restart());
    return 'filled';
  });
  assert.equal(done.result, 'filled');
  assert.equal(done.operation.status, 'OPERATION_STATUS_COMPLETED');
});

test('an outcome that comes after the lease has ended still settles the operation', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  const done = await holdfast.executeOnce(
    'order',
    ORDER,
    async () => {
      // Nobody can extend the lease of a daemon that stands still.
      daemon.daemon.process.kill('SIGSTOP');
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      daemon.daemon.process.kill('SIGCONT');
      await entryOf(daemon.client(), 'operation.unknown');
      return 'filled late';
    },
    { lease_ms: 1000 },
  );
  assert.equal(done.result, 'filled late');
  assert.equal(done.operation.status, 'OPERATION_STATUS_COMPLETED');
});

test('a fenced process cannot record an outcome, and says what it knows', async (t) => {
  const daemon = await fixture(t);
  const [old, fresh] = [daemon.client(), daemon.client()];
  await old.takeOver({ reason: 'start' });
  assert.equal(old.epoch, '1');
  const run = old.executeOnce('order', ORDER, async () => {
    await fresh.takeOver({ reason: 'restart' });
    return 'filled';
  });
  await assert.rejects(run, (error: unknown) => {
    assert.ok(error instanceof OperationOutcomeUnknownError);
    assert.ok(error.cause instanceof StaleEpochError);
    assert.equal(error.result, 'filled');
    return true;
  });
  assert.equal(fresh.epoch, '2');
  const { unknown_operations, epoch } = await fresh.resume();
  assert.equal(epoch, '2');
  assert.deepEqual(
    unknown_operations.map(({ operation }) => operation),
    ['order'],
  );
  await assert.rejects(old.state.putState({ name: 's', document: doc(1) }), StaleEpochError);
});

test('an outcome that the daemon refuses is handed back with the reason', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.ledger.configureAccount({ account: 'cash', asset: 'USDC', must_not_go_negative: true });
  const run = holdfast.executeOnce('order', ORDER, () => ({
    result: 'filled',
    mutations: [{ post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '-1' } } }],
  }));
  await assert.rejects(run, (error: unknown) => {
    assert.ok(error instanceof OperationOutcomeUnknownError);
    assert.ok(error.cause instanceof InsufficientFundsError);
    assert.match(error.cause.field ?? '', /^mutations\[0\]/);
    assert.equal(error.result, 'filled');
    return true;
  });
});

for (const [how, arrive] of [
  ['arrives late', 'releaseReplies'],
  ['is lost and asked for again', 'cut'],
] as const) {
  test(`nothing is called on a lease that ended before its reply, which ${how}`, async (t) => {
    const daemon = await fixture(t);
    const road = await slowRoad(t, daemon);
    const holdfast = daemon.client({ address: road.address });
    await holdfast.admin.ping({});
    road.holdReplies();
    const run = holdfast.executeOnce('order', ORDER, () => assert.fail('must not run'), { lease_ms: 1000 });
    const refused = assert.rejects(run, OperationUnknownError);
    await entryOf(daemon.client(), 'operation.unknown');
    road[arrive]();
    await refused;
  });
}

test('the function is told when its lease ran out because no daemon was there to extend it', async (t) => {
  const made = await fixture(t);
  const { daemon } = made;
  const client = made.client();
  const done = await client.executeOnce(
    'order',
    ORDER,
    async ({ signal }) => {
      daemon.process.kill('SIGSTOP');
      await once(signal, 'abort');
      daemon.process.kill('SIGCONT');
      return 'nothing was sent';
    },
    { lease_ms: 1000 },
  );
  assert.equal(done.operation.status, 'OPERATION_STATUS_COMPLETED');
});
