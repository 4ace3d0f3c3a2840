/** Service Sessions on a real daemon: the wire, fencing, heartbeats, restarts, and the dashboard's feed. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { all, RawClient, type Reply, RpcError, refusal } from '../support/rawClient.js';
import { findings, requestId, until } from '../support/work.js';

let daemon: TestDaemon;
let client: RawClient;
before(async () => {
  daemon = await startDaemon({ args: ['--sweep-interval-ms', '50'] });
  client = new RawClient(daemon.address);
});
after(async () => {
  client.close();
  await daemon.stop();
  removeFolder(daemon.state_dir);
});

const json = (value: unknown) => ({ json: JSON.stringify(value) });
const call = (method: string, request: object, through = client): Promise<Reply> =>
  through.call('Sessions', method, { agent_id: 'agent-1', ...request });
const write = (method: string, request: object, through = client): Promise<Reply> =>
  call(method, { request_id: requestId(), ...request }, through);

const OPEN = { asset: 'USDC', start_capital: '1000.00' };

/** A process of an agent of its own with an open session. */
async function opened(agent_id: string, more: object = {}, through = client) {
  const { session, epoch } = await write('OpenSession', { agent_id, ...OPEN, ...more }, through);
  const { session_id } = session;
  const at = { agent_id, session_id, epoch };
  return {
    at,
    session,
    trade: (request: object) =>
      write('RecordTrade', { ...at, venue: 'v', trade_id: requestId('t'), market: 'm', ...request }, through),
    get: async () => (await call('GetSession', { agent_id, session_id }, through)).session,
  };
}

/** Resolves once the journal holds an entry of this kind and key after a revision. */
async function journaled(kind: string, key: string, from_revision = '0', through = client): Promise<Reply> {
  const stream = through.stream('Watch', 'Watch', {
    agent_id: '*',
    from_revision,
    kind_prefixes: [kind],
    key_prefix: key,
  });
  try {
    for await (const { entries } of stream) if (entries.length > 0) return entries[0];
  } finally {
    stream.on('error', () => {});
    stream.cancel();
  }
  throw new Error('the watch ended');
}

describe('the wire', () => {
  test('a session, its trades and its positions, as they went in', async () => {
    const parameters = json({ grid: { __decimal__: '0.5' } });
    const { at, session, trade, get } = await opened('wire', {
      account: 'desk',
      max_drawdown: '0.20',
      max_drawdown_from_peak: '0.5',
      max_daily_loss: '100',
      ttl: { seconds: 3600 },
      heartbeat_interval: { seconds: 60 },
      parameters,
    });
    const { opened_at, closes_at, session_id, revision, ...rest } = session;
    assert.equal(Number(closes_at.seconds) - Number(opened_at.seconds), 3600);
    assert.deepEqual(rest, {
      agent_id: 'wire',
      state: 'SESSION_STATE_ACTIVE',
      reason: '',
      epoch: '1',
      asset: 'USDC',
      account: 'desk',
      start_capital: '1000',
      current_capital: '1000',
      peak_capital: '1000',
      total_pnl: '0',
      total_fees: '0',
      daily_pnl: '0',
      drawdown_from_start: '0',
      drawdown_from_peak: '0',
      max_drawdown: '0.2',
      max_drawdown_from_peak: '0.5',
      max_daily_loss: '100',
      trades: '0',
      wins: '0',
      losses: '0',
      consecutive_losses: 0,
      ended_at: null,
      heartbeat_interval: { seconds: '60', nanos: 0 },
      last_heartbeat_at: null,
      parameters: { ...parameters, json: '{"grid":{"__decimal__":"0.5"}}', encoding: 'json' },
    });

    const bought = await trade({ side: 'TRADE_SIDE_BUY', quantity: '3', price: '100.50', fee: '0.3' });
    assert.equal(bought.session.parameters, null, 'left out');
    assert.equal(bought.duplicate, false);
    const sold = await trade({
      trade_id: 'sell/1',
      side: 'TRADE_SIDE_SELL',
      quantity: '1',
      price: '90.5',
      occurred_at: { seconds: '1700000000', nanos: 1000 },
      metadata: json({ a: null }),
    });
    const { recorded_at, transaction_id, revision: traded, ...told } = sold.trade;
    assert.deepEqual(recorded_at, sold.header.committed_at);
    assert.match(transaction_id, /^tx-/);
    assert.equal(traded, sold.header.revision);
    assert.deepEqual(told, {
      venue: 'v',
      trade_id: 'sell/1',
      session_id,
      market: 'm',
      side: 'TRADE_SIDE_SELL',
      quantity: '1',
      price: '90.5',
      pnl: '-10',
      fee: '0',
      occurred_at: { seconds: '1700000000', nanos: 1000 },
      metadata: { json: '{"a":null}', encoding: 'json' },
      executed: false,
    });
    const found = await call('GetTrade', { agent_id: 'wire', venue: 'v', trade_id: 'sell/1' });
    assert.deepEqual(found.trade, sold.trade);

    const marked = await write('MarkPosition', { ...at, market: 'm', mark_price: '99' });
    const { opened_at: _opened, updated_at: _updated, revision: _revision, ...position } = marked.position;
    assert.deepEqual(position, {
      market: 'm',
      quantity: '2',
      cost: '201',
      average_price: '100.5',
      mark_price: '99',
      unrealized_pnl: '-3',
    });
    const now = await get();
    assert.deepEqual(
      [now.current_capital, now.total_pnl, now.total_fees, now.daily_pnl, now.drawdown_from_start],
      ['989.7', '-10', '0.3', '-10.3', '0.0103'],
    );
    assert.ok(Number(now.revision) > Number(revision));
    const resumed = await client.call('Operations', 'Resume', { agent_id: 'wire' });
    assert.deepEqual(resumed.session, now);
    assert.deepEqual(resumed.positions, [marked.position]);
    const balances = await client.call('Ledger', 'GetBalances', { agent_id: 'wire', account: 'desk' });
    assert.equal(balances.balances[0].posted, '-10.3');
    const page = await call('ListTrades', { agent_id: 'wire', session_id });
    assert.deepEqual(
      page.trades.map(({ trade_id }: Reply) => trade_id),
      ['sell/1', bought.trade.trade_id],
    );
  });

  test('a read encodes documents as asked', async () => {
    await opened('packed', { parameters: json([1]) });
    const encoding = 'DOCUMENT_ENCODING_MSGPACK';
    const { session } = await call('GetSession', { agent_id: 'packed', encoding });
    assert.equal(session.parameters.encoding, 'msgpack');
  });

  test('a request sent again is answered once more and moves nothing', async () => {
    const { at, get } = await opened('replay');
    const request = { ...at, request_id: requestId(), venue: 'v', trade_id: '1', market: 'm', pnl: '5' };
    const first = await call('RecordTrade', request);
    const again = await call('RecordTrade', request);
    assert.deepEqual(again, { ...first, header: { ...first.header, replayed: true } });
    const other = await refusal(call('RecordTrade', { ...request, pnl: '6' }));
    assert.equal(other.reason, 'IDEMPOTENCY_KEY_REUSED');
    const duplicate = await write('RecordTrade', {
      ...at,
      venue: 'v',
      trade_id: '1',
      market: 'm',
      pnl: '5.0',
    });
    assert.equal(duplicate.duplicate, true);
    assert.equal(duplicate.header.revision, first.header.revision);
    assert.equal((await get()).total_pnl, '5');
  });

  test('what is wrong with a request is named', async () => {
    const { at } = await opened('bad');
    const open = { ...OPEN, agent_id: 'bad' };
    const trade = { ...at, venue: 'v', trade_id: 't', market: 'm', pnl: '1' };
    const fill = {
      ...at,
      venue: 'v',
      trade_id: 't',
      market: 'm',
      side: 'TRADE_SIDE_BUY',
      quantity: '1',
      price: '1',
    };
    const set = { ...at, market: 'm', quantity: '1', average_price: '1' };
    const reset = { agent_id: 'bad', reason: 'r', operator: 'o' };
    const secret = 'sk_live_abcdefghijklmnopqrstuvwx';
    const cases: readonly (readonly [string, object, string, string])[] = [
      ['OpenSession', { ...open, asset: '' }, 'FIELD_REQUIRED', 'asset'],
      ['OpenSession', { ...open, start_capital: '' }, 'FIELD_REQUIRED', 'start_capital'],
      ['OpenSession', { ...open, start_capital: '0' }, 'INVALID_AMOUNT', 'start_capital'],
      ['OpenSession', { ...open, start_capital: '-1' }, 'INVALID_AMOUNT', 'start_capital'],
      ['OpenSession', { ...open, start_capital: '1e3' }, 'INVALID_AMOUNT', 'start_capital'],
      ['OpenSession', { ...open, account: 'world' }, 'INVALID_FIELD', 'account'],
      ['OpenSession', { ...open, max_drawdown: '0' }, 'INVALID_AMOUNT', 'max_drawdown'],
      ['OpenSession', { ...open, max_drawdown: '1.01' }, 'INVALID_AMOUNT', 'max_drawdown'],
      ['OpenSession', { ...open, max_drawdown: '5%' }, 'INVALID_AMOUNT', 'max_drawdown'],
      ['OpenSession', { ...open, max_drawdown_from_peak: '-1' }, 'INVALID_AMOUNT', 'max_drawdown_from_peak'],
      ['OpenSession', { ...open, max_daily_loss: '0' }, 'INVALID_AMOUNT', 'max_daily_loss'],
      ['OpenSession', { ...open, ttl: { seconds: 1 }, closes_at: { seconds: 1 } }, 'INVALID_FIELD', 'ttl'],
      ['OpenSession', { ...open, agent_id: 'bad2', closes_at: { seconds: 1 } }, 'INVALID_FIELD', 'closes_at'],
      ['OpenSession', { ...open, ttl: { nanos: 999_000_000 } }, 'INVALID_FIELD', 'ttl'],
      [
        'OpenSession',
        { ...open, heartbeat_interval: { seconds: 3601 } },
        'INVALID_FIELD',
        'heartbeat_interval',
      ],
      ['OpenSession', { ...open, parameters: json({ key: secret }) }, 'SECRET_IN_DOCUMENT', 'parameters'],
      ['RecordTrade', { ...trade, epoch: 0 }, 'FIELD_REQUIRED', 'epoch'],
      ['RecordTrade', { ...trade, epoch: 7 }, 'STALE_EPOCH', 'epoch'],
      ['RecordTrade', { ...trade, session_id: '' }, 'FIELD_REQUIRED', 'session_id'],
      ['RecordTrade', { ...trade, session_id: 'session-00000000001' }, 'NOT_FOUND', 'session_id'],
      ['RecordTrade', { ...trade, session_id: 'x' }, 'NOT_FOUND', 'session_id'],
      ['RecordTrade', { ...trade, venue: '' }, 'FIELD_REQUIRED', 'venue'],
      ['RecordTrade', { ...trade, venue: 'a b' }, 'INVALID_FIELD', 'venue'],
      ['RecordTrade', { ...trade, trade_id: 'x'.repeat(129) }, 'LIMIT_EXCEEDED', 'trade_id'],
      ['RecordTrade', { ...trade, trade_id: secret }, 'SECRET_IN_DOCUMENT', 'trade_id'],
      ['RecordTrade', { ...trade, market: '' }, 'FIELD_REQUIRED', 'market'],
      ['RecordTrade', { ...trade, pnl: '' }, 'FIELD_REQUIRED', 'pnl'],
      ['RecordTrade', { ...trade, pnl: '0x1' }, 'INVALID_AMOUNT', 'pnl'],
      ['RecordTrade', { ...trade, fee: '-0.1' }, 'INVALID_AMOUNT', 'fee'],
      ['RecordTrade', { ...trade, quantity: '1' }, 'FIELD_REQUIRED', 'side'],
      ['RecordTrade', { ...fill, quantity: '' }, 'FIELD_REQUIRED', 'quantity'],
      ['RecordTrade', { ...fill, quantity: '-1' }, 'INVALID_AMOUNT', 'quantity'],
      ['RecordTrade', { ...fill, quantity: '0' }, 'INVALID_AMOUNT', 'quantity'],
      ['RecordTrade', { ...fill, price: '' }, 'FIELD_REQUIRED', 'price'],
      ['RecordTrade', { ...fill, price: '-1' }, 'INVALID_AMOUNT', 'price'],
      [
        'RecordTrade',
        { ...trade, postings: [{ account: 'a', asset: 'USDC', amount: '1' }] },
        'FIELD_REQUIRED',
        'postings',
      ],
      [
        'RecordTrade',
        {
          ...trade,
          postings: [
            { account: 'a', asset: 'USDC', amount: '1' },
            { account: 'b', asset: 'USDC', amount: '1' },
          ],
        },
        'UNBALANCED_POSTINGS',
        'postings',
      ],
      ['RecordTrade', { ...trade, metadata: { json: '{' } }, 'INVALID_DOCUMENT', 'metadata'],
      ['SetPosition', { ...set, epoch: 0 }, 'FIELD_REQUIRED', 'epoch'],
      ['SetPosition', { ...set, quantity: '0' }, 'INVALID_AMOUNT', 'quantity'],
      ['SetPosition', { ...set, average_price: '-1' }, 'INVALID_AMOUNT', 'average_price'],
      ['MarkPosition', { ...at, market: 'none', mark_price: '1' }, 'NOT_FOUND', 'market'],
      ['MarkPosition', { ...at, market: 'm' }, 'FIELD_REQUIRED', 'mark_price'],
      ['ClearPosition', { ...at, market: 'none' }, 'NOT_FOUND', 'market'],
      ['PauseSession', { agent_id: 'nobody' }, 'NOT_FOUND', 'agent_id'],
      ['HaltSession', { agent_id: 'bad', reason: 'x'.repeat(257) }, 'LIMIT_EXCEEDED', 'reason'],
      ['ResetHalt', { ...reset, reason: '' }, 'FIELD_REQUIRED', 'reason'],
      ['ResetHalt', { ...reset, operator: '' }, 'FIELD_REQUIRED', 'operator'],
      ['ResetHalt', { ...reset, operator: 'a b' }, 'INVALID_FIELD', 'operator'],
      ['ResetHalt', reset, 'WRONG_STATE', 'session_id'],
      ['CloseSession', { ...at, session_id: 'session-00000000001' }, 'NOT_FOUND', 'session_id'],
      ['CloseSession', { ...at, epoch: 0 }, 'FIELD_REQUIRED', 'epoch'],
    ];
    const { header } = await call('GetSession', { agent_id: 'bad' });
    for (const [method, request, reason, field] of cases) {
      const error = await refusal(write(method, request));
      assert.deepEqual([error.reason, error.field], [reason, field], `${method} ${JSON.stringify(request)}`);
    }
    const reads: readonly (readonly [string, object, string, string])[] = [
      ['GetTrade', { venue: 'v', trade_id: 'none' }, 'NOT_FOUND', 'trade_id'],
      ['GetPosition', { market: 'none' }, 'NOT_FOUND', 'market'],
      ['GetSession', { agent_id: 'nobody' }, 'NOT_FOUND', 'agent_id'],
      ['GetSession', { session_id: at.session_id, agent_id: 'nobody' }, 'NOT_FOUND', 'session_id'],
      ['ListSessions', { states: [0] }, 'INVALID_FIELD', 'states[0]'],
      ['ListTrades', { page_token: 'x' }, 'INVALID_PAGE_TOKEN', 'page_token'],
      ['Heartbeat', { ...at, epoch: 0 }, 'FIELD_REQUIRED', 'epoch'],
      ['Heartbeat', { ...at, epoch: 9 }, 'STALE_EPOCH', 'epoch'],
      ['Heartbeat', { ...at, session_id: 'session-00000000001', epoch: 9 }, 'NOT_FOUND', 'session_id'],
    ];
    for (const [method, request, reason, field] of reads) {
      const error = await refusal(call(method, { agent_id: 'bad', ...request }));
      assert.deepEqual([error.reason, error.field], [reason, field], `${method} ${JSON.stringify(request)}`);
    }
    assert.deepEqual((await call('GetSession', { agent_id: 'bad' })).header, header, 'nothing was written');
  });

  test('states that refuse say which they are', async () => {
    const { at, trade } = await opened('halted', { max_drawdown: '0.1' });
    const reached = await trade({ pnl: '-100' });
    assert.equal(reached.halted, true);
    assert.equal(reached.session.reason, 'max_drawdown 0.1 reached: capital 900 of 1000');
    const refused = await refusal(trade({ pnl: '1' }));
    assert.deepEqual([refused.status, refused.reason], ['FAILED_PRECONDITION', 'WRONG_STATE']);
    assert.deepEqual(refused.metadata, { state: 'HALTED' });
    const resume = await refusal(write('ResumeSession', { agent_id: 'halted' }));
    assert.deepEqual(resume.metadata, { state: 'HALTED' });
    const reset = await write('ResetHalt', {
      agent_id: 'halted',
      reason: 'looked at it',
      operator: 'ann@desk',
      rebase: true,
    });
    assert.deepEqual(
      [reset.session.state, reset.session.drawdown_from_start, reset.session.start_capital],
      ['SESSION_STATE_ACTIVE', '0', '1000'],
    );
    await trade({ trade_id: 'known', pnl: '1' });
    const mismatch = await refusal(trade({ trade_id: 'known', pnl: '2' }));
    assert.deepEqual(
      [mismatch.status, mismatch.reason, mismatch.metadata],
      ['ALREADY_EXISTS', 'TRADE_MISMATCH', { field: 'pnl' }],
    );
    await write('SetPosition', { ...at, market: 'm', quantity: '-1.50', average_price: '2' });
    const closed = await write('CloseSession', { agent_id: 'halted', reason: 'done' });
    assert.equal(closed.positions[0].quantity, '-1.5');
    assert.deepEqual((await refusal(call('Heartbeat', at))).metadata, { state: 'CLOSED' });
    assert.deepEqual((await refusal(write('CloseSession', at))).metadata, { state: 'CLOSED' });
    const empty = await call('ListPositions', { agent_id: 'halted' });
    assert.deepEqual(empty.positions, []);
  });

  test('lists are paged and filtered before they are cut', async () => {
    const { at, trade } = await opened('lists');
    for (let n = 0; n < 7; n += 1)
      await trade({
        trade_id: `n${n}`,
        market: `m${n % 2}`,
        side: 'TRADE_SIDE_BUY',
        quantity: '1',
        price: '1',
      });
    await write('CloseSession', { agent_id: 'lists' });
    const second = await opened('lists');
    for (const market of ['c', 'a', 'b'])
      await write('SetPosition', { ...second.at, market, quantity: '1', average_price: '1' });
    const pages = async (method: string, request: object, list: string, key: string) => {
      const seen: string[] = [];
      let page_token = '';
      do {
        const page = await call(method, { agent_id: 'lists', page_size: 2, page_token, ...request });
        assert.ok(page[list].length <= 2);
        seen.push(...page[list].map((each: Reply) => each[key]));
        page_token = page.next_page_token;
      } while (page_token !== '');
      return seen;
    };
    assert.deepEqual(await pages('ListTrades', {}, 'trades', 'trade_id'), [
      'n6',
      'n5',
      'n4',
      'n3',
      'n2',
      'n1',
      'n0',
    ]);
    assert.deepEqual(await pages('ListTrades', { market: 'm1' }, 'trades', 'trade_id'), ['n5', 'n3', 'n1']);
    const { session_id } = at;
    assert.equal((await pages('ListTrades', { session_id }, 'trades', 'trade_id')).length, 7);
    const none = { session_id: second.at.session_id };
    assert.deepEqual(await pages('ListTrades', none, 'trades', 'trade_id'), []);
    assert.deepEqual(await pages('ListPositions', {}, 'positions', 'market'), ['a', 'b', 'c']);
    assert.deepEqual(await pages('ListSessions', {}, 'sessions', 'session_id'), [
      second.at.session_id,
      session_id,
    ]);
    const states = ['SESSION_STATE_CLOSED', 'SESSION_STATE_EXPIRED'];
    assert.deepEqual(await pages('ListSessions', { states }, 'sessions', 'session_id'), [session_id]);
    const everyone = await pages('ListSessions', { agent_id: '*', page_size: 2 }, 'sessions', 'agent_id');
    assert.ok(everyone.includes('wire') && everyone.includes('lists'));
    assert.deepEqual((await call('GetPosition', { agent_id: 'lists', market: 'a' })).position.market, 'a');
  });

  test('a transaction holds a trade and what belongs to it, all or nothing', async () => {
    const { at, get } = await opened('transact');
    const trade = { session_id: at.session_id, venue: 'v', trade_id: '1', market: 'm', pnl: '-5' };
    const put = { name: 'n', document: json(1) };
    const transact = (mutations: object[], epoch: string | number = at.epoch) =>
      client.call('Transact', 'Transact', {
        agent_id: 'transact',
        request_id: requestId(),
        epoch,
        mutations,
      });
    const bad = { ...trade, trade_id: '2', session_id: 'session-00000000001' };
    const refused = await refusal(
      transact([{ put_state: put }, { record_trade: trade }, { record_trade: bad }]),
    );
    assert.deepEqual([refused.reason, refused.field], ['NOT_FOUND', 'mutations[2].record_trade.session_id']);
    assert.equal((await get()).trades, '0');
    const unfenced = await refusal(transact([{ record_trade: trade }], 0));
    assert.deepEqual(
      [unfenced.reason, unfenced.field],
      ['FIELD_REQUIRED', 'mutations[0].record_trade.epoch'],
    );
    const done = await transact([
      { put_state: put },
      { record_trade: trade },
      { halt_session: { reason: 'x' } },
    ]);
    assert.equal(done.results[1].record_trade.trade.pnl, '-5');
    assert.equal(done.results[2].halt_session.session.total_pnl, '-5');
    assert.equal((await get()).state, 'SESSION_STATE_HALTED');
  });
});

test('racing reports of one trade record it once', async () => {
  const { at, get } = await opened('race');
  const clients = Array.from({ length: 8 }, () => new RawClient(daemon.address));
  try {
    const request = { ...at, venue: 'v', market: 'm', pnl: '1' };
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        write('RecordTrade', { ...request, trade_id: `t${n % 20}` }, clients[n % 8]),
      ),
    );
    assert.equal(replies.filter(({ duplicate }) => !duplicate).length, 20);
    assert.equal((await get()).total_pnl, '20');
  } finally {
    for (const each of clients) each.close();
  }
});

test('a process that was taken over is fenced out of every mutation', async () => {
  const [old_process, new_process] = [new RawClient(daemon.address), new RawClient(daemon.address)];
  try {
    const old = await opened('fence', {}, old_process);
    await old.trade({ side: 'TRADE_SIDE_BUY', quantity: '2', price: '1', market: 'kept' });
    const taken = await opened('fence', { take_over: true }, new_process);
    assert.deepEqual([taken.at.epoch, taken.at.session_id], ['2', old.at.session_id]);
    const { at } = old;
    const agent = { agent_id: at.agent_id, epoch: at.epoch };
    const position = { ...at, market: 'kept' };
    const attempts: readonly (readonly [string, object])[] = [
      ['OpenSession', { ...agent, ...OPEN }],
      ['OpenSession', { ...agent, ...OPEN, take_over: true }],
      ['RecordTrade', { ...at, venue: 'v', trade_id: 'late', market: 'm', pnl: '1' }],
      ['SetPosition', { ...position, quantity: '1', average_price: '1' }],
      ['MarkPosition', { ...position, mark_price: '1' }],
      ['ClearPosition', position],
      ['PauseSession', agent],
      ['ResumeSession', agent],
      ['HaltSession', agent],
      ['ResetHalt', { ...agent, reason: 'r', operator: 'o' }],
      ['CloseSession', at],
    ];
    const before = await taken.get();
    for (const [method, request] of attempts) {
      const error = await refusal(write(method, request, old_process));
      assert.deepEqual([error.reason, error.metadata.current], ['STALE_EPOCH', '2'], method);
    }
    assert.equal((await refusal(call('Heartbeat', at, old_process))).reason, 'STALE_EPOCH');
    const put = { agent_id: 'fence', request_id: requestId(), epoch: at.epoch, name: 'n', document: json(1) };
    assert.equal((await refusal(old_process.call('State', 'PutState', put))).reason, 'STALE_EPOCH');
    assert.deepEqual(await taken.get(), before, 'nothing changed');
    assert.equal((await taken.trade({ pnl: '1' })).duplicate, false);
  } finally {
    old_process.close();
    new_process.close();
  }
});

describe('heartbeats', () => {
  test('a heartbeat after an acknowledged change always tells of it', async () => {
    const { at } = await opened('told', { heartbeat_interval: { seconds: 60 } });
    const agent = { agent_id: 'told', reason: 'r' };
    for (let round = 0; round < 20; round += 1) {
      assert.equal((await call('Heartbeat', at)).state, 'SESSION_STATE_ACTIVE');
      await write('PauseSession', agent);
      assert.equal((await call('Heartbeat', at)).state, 'SESSION_STATE_PAUSED');
      await write('ResumeSession', agent);
    }
    assert.equal((await call('Heartbeat', at)).state, 'SESSION_STATE_ACTIVE');
    await write('OpenSession', { agent_id: 'told', ...OPEN, take_over: true });
    assert.equal((await refusal(call('Heartbeat', at))).reason, 'STALE_EPOCH');
  });

  test('a silent session is declared LOST within its interval, and opening it again brings it back', async () => {
    const { at, get, trade } = await opened('silent', { heartbeat_interval: { seconds: 1 } });
    await write('PauseSession', { agent_id: 'silent', reduce_only: true, reason: 'thin' });
    assert.equal((await call('Heartbeat', at)).state, 'SESSION_STATE_REDUCING');
    const { header } = await call('GetSession', { agent_id: 'silent' });
    const entry = await journaled('session.changed', at.session_id, header.revision);
    const payload = JSON.parse(entry.payload.json);
    assert.deepEqual([payload.from, payload.session.state], ['REDUCING', 'LOST']);
    assert.equal(entry.agent_id, 'silent');
    const lost = await get();
    assert.equal(lost.reason, 'no heartbeat within 1000 ms');
    assert.ok(lost.last_heartbeat_at !== null);
    assert.deepEqual((await refusal(trade({ pnl: '1' }))).metadata, { state: 'LOST' });
    const beat = await call('Heartbeat', at);
    assert.equal(beat.state, 'SESSION_STATE_LOST', 'a heartbeat does not bring it back');
    const again = await write('OpenSession', { agent_id: 'silent', ...OPEN });
    assert.deepEqual([again.opened, again.session.state], [false, 'SESSION_STATE_REDUCING']);
    await journaled('session.changed', at.session_id, again.header.revision);
    assert.equal(
      (await write('ResumeSession', { agent_id: 'silent' })).session.state,
      'SESSION_STATE_ACTIVE',
    );
    await write('CloseSession', { agent_id: 'silent' });
  });

  test('one that is heard stays as it is while another falls silent, ten times over', async () => {
    const heard = await opened('heard', { heartbeat_interval: { seconds: 1 } });
    const beating = setInterval(() => void call('Heartbeat', heard.at).catch(() => {}), 200);
    try {
      const names = Array.from({ length: 10 }, (_, n) => `mute-${n}`);
      const mute = await Promise.all(
        names.map((name) => opened(name, { heartbeat_interval: { seconds: 1 } })),
      );
      await Promise.all(mute.map(({ at }) => journaled('session.changed', at.session_id)));
      assert.equal((await heard.get()).state, 'SESSION_STATE_ACTIVE');
      const { due_at } = await call('Heartbeat', heard.at);
      assert.ok(Number(due_at.seconds) * 1000 > Date.now() - 1000);
    } finally {
      clearInterval(beating);
    }
  });
});

test('kill -9 and a restart keep the session; it gets a full interval before it is called LOST', async () => {
  const state = await startDaemon();
  const first = new RawClient(state.address);
  let second: TestDaemon | undefined;
  try {
    const open = await opened('kept', { heartbeat_interval: { seconds: 2 } }, first);
    await open.trade({ side: 'TRADE_SIDE_BUY', quantity: '2', price: '10' });
    const before = await open.get();
    await state.kill();
    first.close();
    second = await startDaemon({ state_dir: state.state_dir });
    const started_ms = performance.now();
    const client = new RawClient(second.address);
    try {
      const { session, positions } = await call('GetSession', { agent_id: 'kept' }, client);
      assert.deepEqual(session, before);
      assert.equal(positions[0].quantity, '2');
      await journaled('session.changed', open.at.session_id, before.revision, client);
      assert.ok(performance.now() - started_ms >= 1900, 'the grace period is a whole interval');
      const later = await write('OpenSession', { agent_id: 'kept', ...OPEN, take_over: true }, client);
      assert.deepEqual(
        [later.epoch, later.opened, later.session.state],
        ['2', false, 'SESSION_STATE_ACTIVE'],
      );
      assert.deepEqual(await findings(client), []);
    } finally {
      client.close();
    }
  } finally {
    await (second ?? state).kill();
    removeFolder(state.state_dir);
  }
});

test('market close: the sweep records the expiry without being asked', async () => {
  const { at, get } = await opened('market', { ttl: { seconds: 1 } });
  const entry = await journaled('session.changed', at.session_id);
  assert.equal(JSON.parse(entry.payload.json).session.state, 'EXPIRED');
  const { state, ended_at, closes_at } = await get();
  assert.deepEqual([state, ended_at], ['SESSION_STATE_EXPIRED', closes_at]);
});

/** A dashboard: the newest of each session, as told. */
class Dashboard {
  readonly newest = new Map<string, Reply>();
  readonly stream: ClientReadableStream<Reply>;
  messages = 0;
  done = false;
  readonly ended: Promise<RpcError>;

  constructor(request: object, through = client) {
    this.stream = through.stream('Sessions', 'WatchSessions', { agent_id: '*', ...request });
    this.stream.on('data', ({ sessions, snapshot_done }: Reply) => {
      this.messages += 1;
      this.done ||= snapshot_done;
      for (const session of sessions) this.newest.set(session.agent_id, session);
    });
    this.ended = new Promise((resolve) => {
      this.stream.on('error', (error: ServiceError) => resolve(new RpcError(error)));
    });
  }

  async cancel(): Promise<void> {
    this.stream.cancel();
    await this.ended;
  }
}

describe('WatchSessions', () => {
  test('tells every open session, then what changes, then heartbeats', async () => {
    const names = Array.from({ length: 150 }, (_, n) => `watched-${n}`);
    const many = await Promise.all(names.map((name) => opened(name, { parameters: json('p') })));
    const board = new Dashboard({ interval: { nanos: 100_000_000 } });
    await until(() => board.done);
    for (const name of names) assert.equal(board.newest.get(name)?.state, 'SESSION_STATE_ACTIVE', name);
    assert.equal(board.newest.get('watched-0')?.parameters, null);
    assert.equal(board.newest.has('lists') && !board.newest.has('market'), true, 'open ones only');
    await Promise.all(many.map(({ trade }) => trade({ pnl: '2' })));
    await until(() => names.every((name) => board.newest.get(name)?.total_pnl === '2'));
    await write('CloseSession', { agent_id: 'watched-3' });
    await until(() => board.newest.get('watched-3')?.state === 'SESSION_STATE_CLOSED');
    const [first] = many;
    assert.ok(first !== undefined);
    await call('Heartbeat', first.at);
    await until(() => board.newest.get('watched-0')?.last_heartbeat_at !== null);
    await board.cancel();
  });

  test('one agent only, from nothing to its next session', async () => {
    const board = new Dashboard({ agent_id: 'later' });
    await until(() => board.done);
    assert.equal(board.newest.size, 0);
    await opened('later');
    await opened('not-later');
    await until(() => board.newest.get('later')?.state === 'SESSION_STATE_ACTIVE');
    await write('CloseSession', { agent_id: 'later' });
    const { at } = await opened('later');
    await until(() => board.newest.get('later')?.session_id === at.session_id);
    assert.equal(board.newest.has('not-later'), false);
    await board.cancel();
  });

  test('a reader that stops reading is told the newest, not every step', async () => {
    const { trade } = await opened('busy');
    const board = new Dashboard({ agent_id: 'busy' });
    await until(() => board.done);
    board.stream.pause();
    for (let n = 0; n < 300; n += 1) await trade({ pnl: '1' });
    board.stream.resume();
    await until(() => board.newest.get('busy')?.total_pnl === '300');
    assert.ok(board.messages < 250, `${board.messages} messages`);
    await board.cancel();
  });

  test('bad requests, and too many watchers, are refused', async () => {
    const bad = await refusal(all(client.stream('Sessions', 'WatchSessions', { agent_id: '' })));
    assert.deepEqual([bad.reason, bad.field], ['FIELD_REQUIRED', 'agent_id']);
    const interval = { agent_id: '*', interval: { nanos: 1_000_000 } };
    const short = await refusal(all(client.stream('Sessions', 'WatchSessions', interval)));
    assert.deepEqual([short.reason, short.field], ['INVALID_FIELD', 'interval']);
    const one = await startDaemon({ args: ['--max-watches', '1'] });
    const through = new RawClient(one.address);
    try {
      const board = new Dashboard({}, through);
      await until(() => board.done);
      const many = await refusal(all(through.stream('Sessions', 'WatchSessions', { agent_id: '*' })));
      assert.deepEqual([many.status, many.reason], ['RESOURCE_EXHAUSTED', 'TOO_MANY']);
      const stopping = one.stop();
      const last = await board.ended;
      assert.deepEqual([last.status, last.reason], ['UNAVAILABLE', 'SHUTTING_DOWN']);
      assert.equal(await stopping, 0);
    } finally {
      through.close();
      removeFolder(one.state_dir);
    }
  });
});

test('afterwards the file verifies', async () => {
  assert.deepEqual(await findings(client), []);
});
