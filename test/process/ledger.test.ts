// Long because it walks every RPC of the service once over a socket.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';

describe('service Ledger', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  const write = (method: string, request: object): Promise<Reply> => {
    requests += 1;
    return client.call('Ledger', method, {
      agent_id: 'alice',
      request_id: `request-${requests}`,
      ...request,
    });
  };
  const read = (method: string, request: object): Promise<Reply> =>
    client.call('Ledger', method, { agent_id: 'alice', ...request });
  const delta = (account: string, asset: string, amount: string, more: object = {}) =>
    write('PostTransaction', { delta: { account, asset, amount }, ...more });

  it('takes a delta as two postings, and returns everything it was given', async () => {
    const posted = await delta('cash', 'USDC', '0100.50', {
      description: 'deposit',
      reference: 'T-1',
      metadata: { json: '{"venue":"x"}' },
    });
    assert.deepEqual(posted.balances, [
      {
        account: 'cash',
        asset: 'USDC',
        posted: '100.5',
        held: '0',
        available: '100.5',
        must_not_go_negative: false,
        revision: posted.header.revision,
      },
    ]);
    const { transaction } = await read('GetTransaction', { transaction_id: posted.transaction_id });
    assert.deepEqual(transaction.postings, [
      { account: 'cash', asset: 'USDC', amount: '100.5' },
      { account: 'world', asset: 'USDC', amount: '-100.5' },
    ]);
    assert.deepEqual(
      [
        transaction.description,
        transaction.reference,
        JSON.parse(transaction.metadata.json),
        transaction.revision,
      ],
      ['deposit', 'T-1', { venue: 'x' }, posted.header.revision],
    );
    assert.deepEqual(transaction.committed_at, posted.header.committed_at);
  });

  it('refuses what is malformed, naming the field', async () => {
    const line = (account: string, asset: string, amount: string) => ({ account, asset, amount });
    const cases: [object, reason: string, field: string][] = [
      [{}, 'FIELD_REQUIRED', 'postings'],
      [{ postings: [line('a', 'X', '1')] }, 'FIELD_REQUIRED', 'postings'],
      [{ postings: [line('a', 'X', '1'), line('b', 'X', '0')] }, 'INVALID_AMOUNT', 'postings[1].amount'],
      [{ postings: [line('a', 'X', '1e3'), line('b', 'X', '-1')] }, 'INVALID_AMOUNT', 'postings[0].amount'],
      [{ postings: [line('a b', 'X', '1'), line('b', 'X', '-1')] }, 'INVALID_FIELD', 'postings[0].account'],
      [
        { postings: [line('a', 'X'.repeat(33), '1'), line('b', 'X', '-1')] },
        'LIMIT_EXCEEDED',
        'postings[0].asset',
      ],
      [{ delta: line('world', 'X', '1') }, 'INVALID_FIELD', 'delta.account'],
      [{ delta: line('a', 'X', '1'), postings: [line('a', 'X', '1')] }, 'INVALID_FIELD', 'delta'],
      [{ delta: line('a', 'X', '1'), reference: 'é'.repeat(129) }, 'LIMIT_EXCEEDED', 'reference'],
      [{ delta: line('a', 'X', '1'), description: 'x'.repeat(1025) }, 'LIMIT_EXCEEDED', 'description'],
      [
        { delta: line('a', 'X', '1'), description: 'key pf_live_0123456789' },
        'SECRET_IN_DOCUMENT',
        'description',
      ],
    ];
    for (const [request, reason, field] of cases) {
      const error = await refusal(write('PostTransaction', request));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    }
    const unbalanced = await refusal(
      write('PostTransaction', {
        postings: [line('a', 'X', '0.1'), line('b', 'X', '-0.3'), line('c', 'X', '0.1')],
      }),
    );
    assert.equal(unbalanced.reason, 'UNBALANCED_POSTINGS');
    assert.deepEqual(unbalanced.metadata, { asset: 'X', sum: '-0.1' });
    await delta('exact', 'X', '1', { reference: 'é'.repeat(128) });
  });

  it('says what is missing when funds are', async () => {
    await write('ConfigureAccount', { account: 'guarded', asset: 'USDC', must_not_go_negative: true });
    await delta('guarded', 'USDC', '5');
    const error = await refusal(delta('guarded', 'USDC', '-5.01'));
    assert.deepEqual([error.status, error.reason], ['FAILED_PRECONDITION', 'INSUFFICIENT_FUNDS']);
    assert.deepEqual(error.metadata, { account: 'guarded', asset: 'USDC', available: '5', needed: '5.01' });
    const world = await refusal(write('ConfigureAccount', { account: 'world', asset: 'USDC' }));
    assert.deepEqual([world.reason, world.field], ['INVALID_FIELD', 'account']);
  });

  it('holds, settles and releases', async () => {
    const agent_id = 'bob';
    await delta('cash', 'USDC', '10', { agent_id });
    const placed = await write('PlaceHold', {
      agent_id,
      account: 'cash',
      asset: 'USDC',
      amount: '6.0',
      ttl: { seconds: 60, nanos: 0 },
      description: 'order 1',
    });
    assert.equal(placed.hold.status, 'HOLD_STATUS_OPEN');
    assert.equal(placed.hold.amount, '6');
    assert.equal(Number(placed.hold.expires_at.seconds) - Number(placed.hold.placed_at.seconds), 60);
    assert.deepEqual([placed.balance.held, placed.balance.available], ['6', '4']);
    const { hold_id } = placed.hold;
    const more = await refusal(write('PostHold', { agent_id, hold_id, amount: '6.5' }));
    assert.deepEqual(
      [more.status, more.reason, more.field],
      ['INVALID_ARGUMENT', 'LIMIT_EXCEEDED', 'amount'],
    );
    const settled = await write('PostHold', { agent_id, hold_id, amount: '2', to_account: 'exchange' });
    assert.deepEqual([settled.hold.status, settled.hold.settled_amount], ['HOLD_STATUS_SETTLED', '2']);
    assert.deepEqual([settled.balance.posted, settled.balance.held], ['8', '0']);
    const { transaction } = await read('GetTransaction', {
      agent_id,
      transaction_id: settled.transaction_id,
    });
    assert.equal(transaction.hold_id, hold_id);
    const again = await refusal(write('ReleaseHold', { agent_id, hold_id }));
    assert.deepEqual(
      [again.status, again.reason, again.metadata.status],
      ['FAILED_PRECONDITION', 'WRONG_STATE', 'SETTLED'],
    );
    const second = await write('PlaceHold', { agent_id, account: 'cash', asset: 'USDC', amount: '1' });
    assert.equal(second.hold.expires_at, null);
    await write('ReleaseHold', { agent_id, hold_id: second.hold.hold_id });
    const list = async (status: string) =>
      (await read('ListHolds', { agent_id, status })).holds.map((one: Reply) => one.hold_id);
    assert.deepEqual(await list('HOLD_STATUS_UNSPECIFIED'), [second.hold.hold_id, hold_id]);
    assert.deepEqual(await list('HOLD_STATUS_RELEASED'), [second.hold.hold_id]);
    assert.deepEqual(await list('HOLD_STATUS_OPEN'), []);
    const short = await refusal(
      write('PlaceHold', {
        agent_id,
        account: 'cash',
        asset: 'USDC',
        amount: '1',
        ttl: { seconds: 0, nanos: 5e8 },
      }),
    );
    assert.deepEqual([short.reason, short.field], ['INVALID_FIELD', 'ttl']);
    for (const amount of ['0', '-1']) {
      const error = await refusal(write('PlaceHold', { agent_id, account: 'cash', asset: 'USDC', amount }));
      assert.deepEqual([error.reason, error.field], ['INVALID_AMOUNT', 'amount']);
    }
  });

  it('expires a hold by itself', async () => {
    const agent_id = 'carol';
    await delta('cash', 'USDC', '1', { agent_id });
    const watching = client.stream('Watch', 'Watch', { agent_id, kind_prefixes: ['ledger.hold_expired'] });
    const { hold } = await write('PlaceHold', {
      agent_id,
      account: 'cash',
      asset: 'USDC',
      amount: '1',
      ttl: { seconds: 1, nanos: 0 },
    });
    try {
      for await (const message of watching) {
        if (message.entries.length === 0) continue;
        assert.deepEqual(
          message.entries.map(({ kind, key }: Reply) => [kind, key]),
          [['ledger.hold_expired', hold.hold_id]],
        );
        break;
      }
    } finally {
      watching.cancel();
    }
    const { holds } = await read('ListHolds', { agent_id, status: 'HOLD_STATUS_EXPIRED' });
    assert.equal(holds[0].hold_id, hold.hold_id);
    const { balances } = await read('GetBalances', { agent_id });
    assert.deepEqual([balances[0].held, balances[0].available], ['0', '1']);
  });

  it('pages lists, and refuses the token of another query', async () => {
    const agent_id = 'dave';
    for (const amount of ['1', '2', '3']) await delta('cash', 'USDC', amount, { agent_id });
    await delta('cash', 'BTC', '4', { agent_id });
    await delta('bank', 'USDC', '5', { agent_id });
    const amounts: string[] = [];
    let page_token = '';
    do {
      const page = await read('ListTransactions', { agent_id, asset: 'USDC', page_size: 3, page_token });
      amounts.push(...page.transactions.map(({ postings }: Reply) => postings[0].amount));
      page_token = page.next_page_token;
    } while (page_token !== '');
    assert.deepEqual(amounts, ['5', '3', '2', '1']);
    const { next_page_token } = await read('ListTransactions', { agent_id, page_size: 1 });
    const other = await refusal(
      read('ListTransactions', { agent_id, page_size: 1, page_token: next_page_token, account: 'cash' }),
    );
    assert.deepEqual([other.reason, other.field], ['INVALID_PAGE_TOKEN', 'page_token']);
    const names: string[] = [];
    page_token = '';
    do {
      const page = await read('GetBalances', { agent_id, include_world: true, page_size: 2, page_token });
      names.push(...page.balances.map(({ account, asset }: Reply) => `${account} ${asset}`));
      page_token = page.next_page_token;
    } while (page_token !== '');
    assert.deepEqual(names, ['bank USDC', 'cash BTC', 'cash USDC', 'world BTC', 'world USDC']);
    const { balances } = await read('GetBalances', { agent_id, account: 'world', asset: 'BTC' });
    assert.equal(balances[0].posted, '-4');
  });

  it('answers for the past', async () => {
    const agent_id = 'erin';
    const first = await delta('cash', 'USDC', '0.1', { agent_id });
    // The daemon's clock counts milliseconds: the second deposit must not be of the same one as the first.
    const times = async () => (await delta('clock', 'TICK', '1', { agent_id })).header.committed_at;
    while (isDeepStrictEqual(await times(), first.header.committed_at));
    const second = await delta('cash', 'USDC', '0.2', { agent_id });
    const of = { agent_id, account: 'cash', asset: 'USDC' };
    const at = async (when: object) => (await read('BalanceAsOf', { ...of, ...when })).posted;
    assert.equal(await at({ at_revision: first.header.revision }), '0.1');
    assert.equal(await at({ at_revision: second.header.revision }), '0.3');
    assert.equal(await at({ at_time: first.header.committed_at }), '0.1');
    assert.equal(await at({ at_time: second.header.committed_at }), '0.3');
    assert.equal(await at({ at_time: { seconds: 1, nanos: 0 } }), '0');
    const refusals: [object, string, string, string][] = [
      [{ ...of, at_revision: 1e9 }, 'OUT_OF_RANGE', 'REVISION_IN_FUTURE', 'at_revision'],
      [of, 'INVALID_ARGUMENT', 'FIELD_REQUIRED', 'at_revision'],
      [
        { ...of, at_revision: 1, at_time: { seconds: 1, nanos: 0 } },
        'INVALID_ARGUMENT',
        'INVALID_FIELD',
        'at_time',
      ],
      [{ ...of, account: 'nobody', at_revision: 1 }, 'NOT_FOUND', 'NOT_FOUND', 'account'],
    ];
    for (const [request, status, reason, field] of refusals) {
      const error = await refusal(read('BalanceAsOf', request));
      assert.deepEqual([error.status, error.reason, error.field], [status, reason, field]);
    }
    for (const transaction_id of ['tx-00000000000', 'nonsense']) {
      const error = await refusal(read('GetTransaction', { agent_id, transaction_id }));
      assert.deepEqual([error.status, error.field], ['NOT_FOUND', 'transaction_id']);
    }
  });

  it('reconciles and takes snapshots', async () => {
    const agent_id = 'frank';
    await delta('cash', 'USDC', '7', { agent_id });
    const taken = await write('SnapshotPortfolio', { agent_id, label: 'close', metadata: { json: '[1]' } });
    const report = await read('Reconcile', {
      agent_id,
      expected: [
        { account: 'cash', asset: 'USDC', posted: '7.00' },
        { account: 'ghost', asset: 'USDC', posted: '1' },
      ],
    });
    assert.equal(report.matches, false);
    assert.equal(report.header.revision, taken.header.revision);
    assert.deepEqual(
      report.balances.map((one: Reply) => [
        one.account,
        one.running,
        one.recomputed,
        one.expected,
        one.matches,
      ]),
      [
        ['cash', '7', '7', '7', true],
        ['ghost', '0', '0', '1', false],
        ['world', '-7', '-7', undefined, true],
      ],
    );
    assert.equal(report.balances[1].difference, '1');
    const twice = { account: 'cash', asset: 'USDC', posted: '7' };
    const error = await refusal(read('Reconcile', { agent_id, expected: [twice, twice] }));
    assert.deepEqual([error.reason, error.field], ['INVALID_FIELD', 'expected[1]']);
    const { snapshots } = await read('ListSnapshots', { agent_id });
    assert.deepEqual(snapshots, [taken.snapshot]);
    assert.deepEqual(taken.snapshot.metadata.json, '[1]');
  });

  it('refuses an asset that is not registered once one is', async () => {
    const agent_id = 'grace';
    await write('RegisterAsset', { agent_id, asset: 'USDC', max_fraction_digits: 6 });
    const typo = await refusal(delta('cash', 'USDc', '1', { agent_id }));
    assert.deepEqual([typo.status, typo.field], ['NOT_FOUND', 'postings[0].asset']);
    const fine = await refusal(delta('cash', 'USDC', '0.0000001', { agent_id }));
    assert.deepEqual([fine.reason, fine.metadata.max_fraction_digits], ['INVALID_AMOUNT', '6']);
    const digits = await refusal(write('RegisterAsset', { agent_id, asset: 'X', max_fraction_digits: 19 }));
    assert.deepEqual([digits.reason, digits.field], ['INVALID_FIELD', 'max_fraction_digits']);
  });

  it('moves money and holds with other mutations, or not at all', async () => {
    const agent_id = 'heidi';
    await delta('cash', 'USDC', '10', { agent_id });
    const transact = (amount: string, request_id: string) =>
      client.call('Transact', 'Transact', {
        agent_id,
        request_id,
        mutations: [
          { post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '-4' } } },
          { place_hold: { account: 'cash', asset: 'USDC', amount } },
        ],
      });
    const error = await refusal(transact('7', 'transact-1'));
    assert.equal(error.reason, 'INSUFFICIENT_FUNDS');
    assert.equal((await read('GetBalances', { agent_id })).balances[0].posted, '10');
    const done = await transact('6', 'transact-2');
    assert.equal(done.results[0].post_transaction.balances[0].posted, '6');
    assert.equal(done.results[1].place_hold.balance.available, '0');
  });

  it('verifies, and stands as it was after a kill', async () => {
    const expected = await read('GetBalances', { agent_id: 'dave', include_world: true });
    await daemon.kill();
    client.close();
    daemon = await startDaemon({ state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    const found = await read('GetBalances', { agent_id: 'dave', include_world: true });
    assert.deepEqual(found.balances, expected.balances);
    const verified = await client.last('Admin', 'Verify', {});
    assert.deepEqual(verified.findings, []);
    assert.equal(verified.ok, true);
  });
});
