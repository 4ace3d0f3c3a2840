import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { positionInId } from '../../src/tiers/command.js';
import { END, type LedgerQueries, type TransactionFilter } from '../../src/tiers/ledger/queries.js';
import { TestStore } from '../support/executor.js';
import { deposit, hold, refused, settlement, transaction } from './support.js';

const ANY: TransactionFilter = { account: '', asset: '', since_us: null, until_us: null };

describe('transactions', () => {
  let store: TestStore;
  let agents = 0;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  const agent = () => {
    agents += 1;
    return { agent_id: `agent-t${agents}` };
  };
  const query = <T>(ask: (ledger: LedgerQueries) => T): T =>
    store.reads.snapshot(0, ({ ledger }) => ask(ledger));
  const balances = (agent_id: string) => query((ledger) => ledger.allBalances(agent_id, 1000).rows);

  it('adds fractions exactly, where floats drift', () => {
    const me = agent();
    store.run('post_transaction', deposit('cash', 'USDC', '0.1'), me);
    const { balances: after_second } = store.run('post_transaction', deposit('cash', 'USDC', '0.2'), me);
    assert.equal(after_second[0]?.posted, '0.3');
    for (let n = 0; n < 10; n++)
      store.run('post_transaction', deposit('dust', 'ETH', '0.000000000000000001'), me);
    const dust = balances(me.agent_id).find(({ account }) => account === 'dust');
    assert.equal(dust?.posted, '0.00000000000000001');
  });

  it('takes two identical transactions as two', () => {
    const me = agent();
    const first = store.run('post_transaction', deposit('cash', 'USDC', '5'), me);
    const second = store.run('post_transaction', deposit('cash', 'USDC', '5'), me);
    assert.notEqual(first.transaction_id, second.transaction_id);
    assert.equal(second.balances[0]?.posted, '10');
    assert.equal(query((ledger) => ledger.transactions(me.agent_id, ANY, END, 10).rows).length, 2);
  });

  it('posts one request_id once', () => {
    const me = { ...agent(), request_id: 'once' };
    const first = store.run('post_transaction', deposit('cash', 'USDC', '5'), me);
    const again = store.run('post_transaction', deposit('cash', 'USDC', '5'), me);
    assert.deepEqual(again, first);
    assert.equal(balances(me.agent_id)[0]?.posted, '5');
  });

  it('returns to an exact "0", which is a balance and not nothing', () => {
    const me = agent();
    store.run('post_transaction', deposit('cash', 'USDC', '7.5'), me);
    const { balances: after_all } = store.run('post_transaction', deposit('cash', 'USDC', '-7.5'), me);
    assert.deepEqual(
      after_all.map(({ posted, held, available }) => ({ posted, held, available })),
      [{ posted: '0', held: '0', available: '0' }],
    );
    assert.equal(
      query((ledger) => ledger.balanceAtRevision(me.agent_id, 'cash', 'USDC', 2 ** 40))?.posted,
      '0',
    );
  });

  it('applies postings to one account in order and judges their net effect', () => {
    const me = agent();
    store.run('configure_account', { account: 'cash', asset: 'USDC', must_not_go_negative: true }, me);
    store.run('post_transaction', deposit('cash', 'USDC', '10'), me);
    const { balances: left } = store.run(
      'post_transaction',
      transaction(['cash', 'USDC', '-30'], ['cash', 'USDC', '25'], ['fees', 'USDC', '5']),
      me,
    );
    assert.deepEqual(
      left.map(({ account, posted }) => [account, posted]),
      [
        ['cash', '5'],
        ['fees', '5'],
      ],
    );
  });

  it('refuses what a guarded account cannot pay, and leaves nothing of it', () => {
    const me = agent();
    store.run('configure_account', { account: 'cash', asset: 'USDC', must_not_go_negative: true }, me);
    store.run('post_transaction', deposit('cash', 'USDC', '10'), me);
    store.run('place_hold', hold('cash', 'USDC', '4'), me);
    const before_revision = store.executor.head.revision;
    assert.throws(
      () =>
        store.run('post_transaction', transaction(['other', 'USDC', '6.01'], ['cash', 'USDC', '-6.01']), me),
      refused('INSUFFICIENT_FUNDS', { account: 'cash', asset: 'USDC', available: '6', needed: '6.01' }),
    );
    assert.equal(store.executor.head.revision, before_revision);
    assert.deepEqual(
      balances(me.agent_id).map(({ account, posted }) => [account, posted]),
      [['cash', '10']],
    );
    store.run('post_transaction', transaction(['other', 'USDC', '6'], ['cash', 'USDC', '-6']), me);
  });

  it('lets an unguarded account go below zero, and then refuses to guard it', () => {
    const me = agent();
    store.run('post_transaction', deposit('margin', 'USDC', '-3'), me);
    assert.throws(
      () =>
        store.run('configure_account', { account: 'margin', asset: 'USDC', must_not_go_negative: true }, me),
      refused('INSUFFICIENT_FUNDS', { available: '-3' }),
    );
  });

  it('refuses a balance beyond 38 integer digits', () => {
    const me = agent();
    const most = '9'.repeat(38);
    store.run('post_transaction', deposit('vault', 'WEI', most), me);
    assert.throws(
      () => store.run('post_transaction', deposit('vault', 'WEI', '1'), me),
      refused('LIMIT_EXCEEDED'),
    );
    assert.equal(balances(me.agent_id)[0]?.posted, most);
  });

  it('keeps description, reference and metadata as they were given', () => {
    const me = agent();
    const { transaction_id } = store.run(
      'post_transaction',
      {
        ...deposit('cash', 'USDC', '1'),
        description: 'fee',
        reference: 'T-1',
        metadata: packDocument({ venue: 'x' }),
      },
      me,
    );
    const row = query((ledger) => ledger.transaction(me.agent_id, positionInId('tx', transaction_id) ?? 0));
    assert.deepEqual(unpackDocument(row?.payload ?? new Uint8Array()), {
      description: 'fee',
      hold_id: '',
      metadata: { venue: 'x' },
      postings: [
        { account: 'cash', amount: '1', asset: 'USDC' },
        { account: 'world', amount: '-1', asset: 'USDC' },
      ],
      reference: 'T-1',
    });
    assert.equal(
      query((ledger) => ledger.transaction('somebody-else', positionInId('tx', transaction_id) ?? 0)),
      undefined,
    );
  });

  it('asks for registered assets once there is one, with their precision', () => {
    const me = agent();
    store.run('post_transaction', deposit('cash', 'usdc', '1'), me);
    store.run('register_asset', { asset: 'USDC', max_fraction_digits: 6 }, me);
    assert.throws(
      () => store.run('post_transaction', deposit('cash', 'usdc', '1'), me),
      refused('NOT_FOUND', { asset: 'usdc' }),
    );
    assert.throws(
      () => store.run('post_transaction', deposit('cash', 'USDC', '0.0000001'), me),
      refused('INVALID_AMOUNT', { max_fraction_digits: '6', actual: '7' }),
    );
    assert.throws(
      () =>
        store.run('configure_account', { account: 'cash', asset: 'usdt', must_not_go_negative: true }, me),
      refused('NOT_FOUND'),
    );
    store.run('post_transaction', deposit('cash', 'USDC', '0.000001'), me);
    assert.throws(
      () => store.run('register_asset', { asset: 'USDC', max_fraction_digits: 2 }, me),
      refused('WRONG_STATE', { limit: '2', actual: '6' }),
    );
    const revision = store.executor.head.revision;
    assert.equal(
      store.run('register_asset', { asset: 'USDC', max_fraction_digits: 6 }, me).revision,
      revision,
    );
    assert.equal(
      store.run('register_asset', { asset: 'USDC', max_fraction_digits: 8 }, me).revision,
      revision + 1,
    );
  });

  it('cannot take a precision from an asset that an open hold still needs', () => {
    const me = agent();
    store.run('post_transaction', deposit('cash', 'ETH', '1'), me);
    const [first] = [1, 2].map(() => store.run('place_hold', hold('cash', 'ETH', '0.05'), me).hold.hold_id);
    const register = () => store.run('register_asset', { asset: 'ETH', max_fraction_digits: 1 }, me);
    // Together they hold 0.1, but each is settled by itself.
    assert.throws(register, refused('WRONG_STATE', { account: 'cash', limit: '1', actual: '2' }));
    store.run('post_hold', settlement(first ?? ''), me);
    assert.throws(register, refused('WRONG_STATE', { actual: '2' }));
  });

  it('lists by account, asset and time, newest first, each once, and pages', () => {
    const me = agent();
    const post = (args: Parameters<typeof deposit>) => {
      store.now_us += 1_000_000;
      return store.run('post_transaction', deposit(...args), me).transaction_id;
    };
    const start_us = store.now_us;
    const ids = [
      post(['a', 'X', '1']),
      post(['b', 'X', '2']),
      post(['a', 'Y', '3']),
      store.run('post_transaction', transaction(['a', 'X', '-1'], ['b', 'X', '1']), me).transaction_id,
      post(['c', 'Y', '5']),
    ];
    store.run('post_transaction', deposit('a', 'X', '100'), agent());
    const list = (filter: Partial<TransactionFilter>, before_position = END, limit = 10) =>
      query(
        (ledger) => ledger.transactions(me.agent_id, { ...ANY, ...filter }, before_position, limit).rows,
      ).map(({ position }) => ids.findIndex((id) => positionInId('tx', id) === position));
    assert.deepEqual(list({}), [4, 3, 2, 1, 0]);
    assert.deepEqual(list({ account: 'a' }), [3, 2, 0]);
    assert.deepEqual(list({ asset: 'X' }), [3, 1, 0]);
    assert.deepEqual(list({ account: 'a', asset: 'X' }), [3, 0]);
    assert.deepEqual(list({ account: 'world', asset: 'Y' }), [4, 2]);
    assert.deepEqual(list({ account: 'nobody' }), []);
    assert.deepEqual(list({}, positionInId('tx', ids[3] ?? ''), 2), [2, 1]);
    const at = (seconds: number) => start_us + seconds * 1_000_000;
    assert.deepEqual(list({ since_us: at(2) }), [4, 3, 2, 1]);
    assert.deepEqual(list({ until_us: at(3) }), [1, 0]);
    assert.deepEqual(list({ asset: 'X', since_us: at(2), until_us: at(4) }), [3, 1]);
    assert.deepEqual(list({ since_us: at(9) }), []);
    assert.deepEqual(list({ until_us: at(1) }), []);
  });

  it('knows every balance of the past, by revision and by time', () => {
    const me = agent();
    store.now_us += 10_000_000;
    const start_us = store.now_us;
    const first = store.run('post_transaction', deposit('cash', 'USDC', '1'), me).revision;
    store.now_us = start_us + 1_000_000;
    store.run('post_transaction', deposit('cash', 'USDC', '2'), me);
    const third = store.run('post_transaction', deposit('cash', 'USDC', '4'), me).revision;
    const at = (revision: number) =>
      query((ledger) => ledger.balanceAtRevision(me.agent_id, 'cash', 'USDC', revision));
    assert.deepEqual(at(first - 1), { posted: '0', revision: 0 });
    assert.deepEqual(at(first), { posted: '1', revision: first });
    assert.deepEqual(at(third - 1)?.posted, '3');
    assert.deepEqual(at(third + 5), { posted: '7', revision: third });
    const atTime = (at_us: number) =>
      query((ledger) => ledger.balanceAtTime(me.agent_id, 'cash', 'USDC', at_us))?.posted;
    assert.equal(atTime(start_us - 1), '0');
    assert.equal(atTime(start_us), '1');
    assert.equal(atTime(start_us + 999_999), '1');
    assert.equal(atTime(start_us + 1_000_000), '7');
    assert.equal(
      query((ledger) => ledger.balanceAtRevision(me.agent_id, 'other', 'USDC', third)),
      undefined,
    );
  });
});
