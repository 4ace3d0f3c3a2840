import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openHoldsOf } from '../../src/tiers/ledger/holds.js';
import { END, type LedgerQueries } from '../../src/tiers/ledger/queries.js';
import { TestStore } from '../support/executor.js';
import { deposit, hold, refused, settlement, transaction } from './support.js';

describe('holds', () => {
  let store: TestStore;
  let agents = 0;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  const query = <T>(ask: (ledger: LedgerQueries) => T): T =>
    store.reads.snapshot(0, ({ ledger }) => ask(ledger));
  /** A new agent with 10 USDC in its account `cash`. */
  const withCash = () => {
    agents += 1;
    const me = { agent_id: `agent-h${agents}` };
    store.run('post_transaction', deposit('cash', 'USDC', '10'), me);
    return me;
  };
  const cash = (me: { agent_id: string }) => {
    const view = query((ledger) => ledger.allBalances(me.agent_id, 10).rows).find(
      ({ account }) => account === 'cash',
    );
    return [view?.posted, view?.held, view?.available];
  };
  const statuses = (me: { agent_id: string }) =>
    query((ledger) => ledger.holds(me.agent_id, null, END, 100).rows).map(({ status }) => status);
  const kindsSince = (revision: number) =>
    store.reads
      .entriesAfter(revision, { kind_prefixes: ['ledger.'], key_prefix: '' }, false)
      .entries.map(({ agent_id, kind }) => `${agent_id} ${kind}`);

  it('reserve what is available, on any account', () => {
    const me = withCash();
    const { hold: placed, balance } = store.run('place_hold', hold('cash', 'USDC', '6'), me);
    assert.equal(placed.status, 'OPEN');
    assert.deepEqual([balance.posted, balance.held, balance.available], ['10', '6', '4']);
    assert.throws(
      () => store.run('place_hold', hold('cash', 'USDC', '4.000001'), me),
      refused('INSUFFICIENT_FUNDS', { account: 'cash', available: '4', needed: '4.000001' }),
    );
    assert.throws(
      () => store.run('place_hold', hold('nothing', 'USDC', '1'), me),
      refused('INSUFFICIENT_FUNDS'),
    );
    store.run('place_hold', hold('cash', 'USDC', '4'), me);
    assert.deepEqual(cash(me), ['10', '10', '0']);
  });

  it('settle in full to the world', () => {
    const me = withCash();
    const { hold: placed } = store.run('place_hold', hold('cash', 'USDC', '6'), me);
    const settled = store.run('post_hold', settlement(placed.hold_id, { reference: 'T-9' }), me);
    assert.deepEqual([settled.hold.status, settled.hold.settled_amount], ['SETTLED', '6']);
    assert.deepEqual(cash(me), ['4', '0', '4']);
    assert.deepEqual(kindsSince(settled.revision - 1), [
      `${me.agent_id} ledger.posted`,
      `${me.agent_id} ledger.hold_settled`,
    ]);
  });

  it('settle in part and free the rest', () => {
    const me = withCash();
    const { hold: placed } = store.run('place_hold', hold('cash', 'USDC', '6'), me);
    const { balance } = store.run(
      'post_hold',
      settlement(placed.hold_id, { amount: '2.5', to_account: 'exchange' }),
      me,
    );
    assert.deepEqual([balance.posted, balance.held, balance.available], ['7.5', '0', '7.5']);
    const balances = query((ledger) => ledger.allBalances(me.agent_id, 10).rows);
    assert.equal(balances.find(({ account }) => account === 'exchange')?.posted, '2.5');
  });

  it('refuse more than is held, and what is not there', () => {
    const me = withCash();
    const { hold: placed } = store.run('place_hold', hold('cash', 'USDC', '6'), me);
    assert.throws(
      () => store.run('post_hold', settlement(placed.hold_id, { amount: '6.1' }), me),
      refused('LIMIT_EXCEEDED', { limit: '6', actual: '6.1' }),
    );
    for (const hold_id of ['hold-00000000000', 'hold-x', 'tx-00000000001']) {
      assert.throws(
        () => store.run('release_hold', { hold_id, operation_key: null }, me),
        refused('NOT_FOUND'),
      );
    }
    assert.throws(
      () => store.run('release_hold', { hold_id: placed.hold_id, operation_key: null }, withCash()),
      refused('NOT_FOUND'),
    );
  });

  it('end once', () => {
    const me = withCash();
    const settled = store.run('place_hold', hold('cash', 'USDC', '1'), me).hold;
    const released = store.run('place_hold', hold('cash', 'USDC', '1'), me).hold;
    store.run('post_hold', settlement(settled.hold_id), me);
    store.run('release_hold', { hold_id: released.hold_id, operation_key: null }, me);
    for (const [{ hold_id }, status] of [
      [settled, 'SETTLED'],
      [released, 'RELEASED'],
    ] as const) {
      assert.throws(
        () => store.run('post_hold', settlement(hold_id), me),
        refused('WRONG_STATE', { status }),
      );
      assert.throws(
        () => store.run('release_hold', { hold_id, operation_key: null }, me),
        refused('WRONG_STATE', { status }),
      );
    }
    assert.deepEqual(cash(me), ['9', '0', '9']);
  });

  it('settle what a guarded account has set aside, though nothing else is available', () => {
    const me = withCash();
    store.run('configure_account', { account: 'cash', asset: 'USDC', must_not_go_negative: true }, me);
    const { hold: placed } = store.run('place_hold', hold('cash', 'USDC', '10'), me);
    assert.throws(
      () => store.run('post_transaction', deposit('cash', 'USDC', '-0.01'), me),
      refused('INSUFFICIENT_FUNDS', { available: '0', needed: '0.01' }),
    );
    store.run('post_hold', settlement(placed.hold_id), me);
    assert.deepEqual(cash(me), ['0', '0', '0']);
  });

  it('count as expired for every command from the moment they are due', () => {
    const me = withCash();
    const { hold: placed } = store.run('place_hold', hold('cash', 'USDC', '10', { ttl_ms: 5000 }), me);
    assert.equal(placed.expires_us, store.now_us + 5_000_000);
    store.now_us += 4_999_999;
    assert.throws(
      () => store.run('place_hold', hold('cash', 'USDC', '1'), me),
      refused('INSUFFICIENT_FUNDS'),
    );
    store.now_us += 1;
    assert.throws(
      () => store.run('post_hold', settlement(placed.hold_id), me),
      refused('WRONG_STATE', { status: 'EXPIRED' }),
    );
    assert.throws(
      () => store.run('release_hold', { hold_id: placed.hold_id, operation_key: null }, me),
      refused('WRONG_STATE', { status: 'EXPIRED' }),
    );
    const { revision, balance } = store.run('place_hold', hold('cash', 'USDC', '9'), me);
    assert.deepEqual([balance.held, balance.available], ['9', '1']);
    assert.deepEqual(kindsSince(revision - 1), [
      `${me.agent_id} ledger.hold_expired`,
      `${me.agent_id} ledger.hold_placed`,
    ]);
    assert.deepEqual(statuses(me), ['OPEN', 'EXPIRED']);
  });

  it('make room for a transaction of a guarded account once due', () => {
    const me = withCash();
    store.run('configure_account', { account: 'cash', asset: 'USDC', must_not_go_negative: true }, me);
    store.run('place_hold', hold('cash', 'USDC', '10', { ttl_ms: 1000 }), me);
    store.now_us += 1_000_000;
    store.run('post_transaction', deposit('cash', 'USDC', '-10'), me);
    assert.deepEqual(cash(me), ['0', '0', '0']);
  });

  it('are swept when due, for all agents and at most 1,000 at once', () => {
    const one = withCash();
    const other = withCash();
    const outcomes = store.executor.execute(
      Array.from({ length: 1005 }, (_, n) =>
        store.submission(
          'place_hold',
          hold('cash', 'USDC', '0.001', { ttl_ms: 1000 }),
          n % 2 === 0 ? one : other,
        ),
      ),
    );
    assert.ok(outcomes.every(({ ok }) => ok));
    store.run('place_hold', hold('cash', 'USDC', '1', { ttl_ms: 60_000 }), one);
    assert.equal(store.run('sweep', {}, { request_id: '' }).swept, 0);
    store.now_us += 1_000_000;
    const first = store.run('sweep', {}, { request_id: '' });
    assert.equal(first.swept, 1000);
    assert.equal(
      kindsSince(first.revision - 1).filter((entry) => entry.endsWith('ledger.hold_expired')).length,
      1000,
    );
    assert.equal(store.run('sweep', {}, { request_id: '' }).swept, 5);
    assert.equal(store.run('sweep', {}, { request_id: '' }).swept, 0);
    assert.deepEqual(cash(one), ['10', '1', '9']);
    assert.deepEqual(cash(other), ['10', '0', '10']);
  });

  it('that are due leave room for the entries of the command that meets them', () => {
    const me = withCash();
    const accounts = ['a', 'b', 'c', 'd', 'e'];
    store.executor.execute(
      accounts.flatMap((account) => [
        store.submission('post_transaction', deposit(account, 'USDC', '2'), me),
        ...Array.from({ length: 1000 }, () =>
          store.submission('place_hold', hold(account, 'USDC', '0.001', { ttl_ms: 1000 }), me),
        ),
      ]),
    );
    store.now_us += 1_000_000;
    const spend = accounts.map((account) => [account, 'USDC', '-1'] as const);
    store.run('post_transaction', transaction(...spend, ['world', 'USDC', '5']), me);
    // What the command left is swept as ever.
    for (let left = 4000; left > 0; left -= 1000) {
      assert.equal(store.run('sweep', {}, { request_id: '' }).swept, 1000);
    }
    assert.equal(store.run('sweep', {}, { request_id: '' }).swept, 0);
  });

  it('owned by an operation never expire and end with it alone', () => {
    const me = withCash();
    const operation_key = 'op-1';
    const owned = store.run(
      'place_hold',
      hold('cash', 'USDC', '2', { ttl_ms: 1000, operation_key }),
      me,
    ).hold;
    const second = store.run('place_hold', hold('cash', 'USDC', '1', { operation_key }), me).hold;
    const plain = store.run('place_hold', hold('cash', 'USDC', '1'), me).hold;
    assert.equal(owned.expires_us, null);
    store.now_us += 400 * 24 * 3_600_000_000;
    const of = openHoldsOf(store.db);
    assert.deepEqual(of(me.agent_id, operation_key), [owned, second]);
    assert.throws(
      () => store.run('post_hold', settlement(owned.hold_id), me),
      refused('WRONG_STATE', { operation_key }),
    );
    assert.throws(
      () => store.run('release_hold', { hold_id: owned.hold_id, operation_key: 'op-2' }, me),
      refused('WRONG_STATE', { operation_key }),
    );
    assert.throws(
      () => store.run('release_hold', { hold_id: plain.hold_id, operation_key }, me),
      refused('WRONG_STATE'),
    );
    store.run('post_hold', settlement(owned.hold_id, { operation_key }), me);
    store.run('release_hold', { hold_id: second.hold_id, operation_key }, me);
    assert.deepEqual(of(me.agent_id, operation_key), []);
    assert.deepEqual(cash(me), ['8', '1', '7']);
  });

  it('are 10,000 open ones an agent at most', () => {
    const me = withCash();
    for (let batch = 0; batch < 5; batch++) {
      const submissions = Array.from({ length: 2000 }, () =>
        store.submission('place_hold', hold('cash', 'USDC', '0.0001'), me),
      );
      assert.ok(store.executor.execute(submissions).every(({ ok }) => ok));
    }
    const one_more = () => store.run('place_hold', hold('cash', 'USDC', '0.0001'), me);
    assert.throws(one_more, refused('TOO_MANY', { limit: '10000' }));
    const [newest] = query((ledger) => ledger.openHolds(me.agent_id, 1).rows);
    store.run('release_hold', { hold_id: newest?.hold_id ?? '', operation_key: null }, me);
    one_more();
    assert.deepEqual(cash(me), ['10', '1', '9']);
  });

  it('are listed by status, newest first', () => {
    const me = withCash();
    const ids = ['1', '2', '3', '4'].map(
      (amount) => store.run('place_hold', hold('cash', 'USDC', amount), me).hold.hold_id,
    );
    store.run('release_hold', { hold_id: ids[1] ?? '', operation_key: null }, me);
    const list = (status: 'OPEN' | 'RELEASED' | null, before_position = END) =>
      query((ledger) => ledger.holds(me.agent_id, status, before_position, 10).rows).map(
        ({ amount }) => amount,
      );
    assert.deepEqual(list(null), ['4', '3', '2', '1']);
    assert.deepEqual(list('OPEN'), ['4', '3', '1']);
    assert.deepEqual(list('RELEASED'), ['2']);
    assert.deepEqual(
      query((ledger) => ledger.openHolds(me.agent_id, 2).rows).map(({ hold_id }) => hold_id),
      [ids[3], ids[2]],
    );
  });

  it('move with a transaction of several mutations, or not at all', () => {
    const me = withCash();
    const mutation = (name: string, args: unknown) => ({ name, agent_id: me.agent_id, args });
    assert.throws(
      () =>
        store.run(
          'transact',
          {
            preconditions: [],
            mutations: [
              mutation('place_hold', hold('cash', 'USDC', '8')),
              mutation('place_hold', hold('cash', 'USDC', '3')),
            ],
          },
          me,
        ),
      refused('INSUFFICIENT_FUNDS', { available: '2' }),
    );
    assert.deepEqual(cash(me), ['10', '0', '10']);
    store.run(
      'transact',
      {
        preconditions: [],
        mutations: [
          mutation('place_hold', hold('cash', 'USDC', '8')),
          mutation('post_transaction', transaction(['cash', 'USDC', '-2'], ['world', 'USDC', '2'])),
        ],
      },
      me,
    );
    assert.deepEqual(cash(me), ['8', '8', '0']);
  });
});
