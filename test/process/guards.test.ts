/** Guards over a socket: what only shows on the wire, and what a restart keeps. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';

const LIMIT = { max_amount: { asset: 'USDC', amount: '100' } };

describe('guards', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  let agents = 0;
  const write = (
    service: 'Procedural' | 'Ledger' | 'Operations' | 'Transact',
    method: string,
    request: object,
  ) => client.call(service, method, { agent_id: 'alice', request_id: `request-${++requests}`, ...request });
  const put = (request: object) => write('Procedural', 'PutGuard', { name: 'g', rule: LIMIT, ...request });
  const post = (amount: string, request: object = {}) =>
    write('Ledger', 'PostTransaction', { delta: { account: 'cash', asset: 'USDC', amount }, ...request });
  const begin = (request: object) =>
    write('Operations', 'BeginOperation', {
      operation: 'o',
      params: { json: '{}' },
      key: `k-${++requests}`,
      ...request,
    });
  const list = async (agent_id: string): Promise<Reply[]> =>
    (await client.call('Procedural', 'ListGuards', { agent_id })).guards;
  /** An agent that no other test knows. */
  const someone = () => `agent-${++agents}`;

  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('gives every kind of rule back as it was put', async () => {
    const agent_id = someone();
    const rules = {
      max_amount: { asset: 'USDC', amount: '12.5' },
      max_daily_loss: { amount: '50' },
      max_drawdown: { fraction: '0.25', from_peak: true },
      max_position: { quantity: '0' },
      allow: { field: 'market', values: ['BTC/USDC', 'ETH/USDC'] },
      deny: { field: 'side', values: ['SELL'] },
      max_count: { count: 3, window: { seconds: '60', nanos: 0 } },
      cooldown: { losses: 2, duration: { seconds: '1', nanos: 500_000_000 } },
      trading_hours: { days: [1, 5], from: '09:30', until: '24:00', time_zone: 'America/New_York' },
      min_balance: { account: 'cash', asset: 'USDC', amount: '0' },
      stop_loss: { fraction: '0.1', amount: '' },
    };
    for (const [kind, rule] of Object.entries(rules)) {
      const scope = {
        actions: ['record_trade', 'begin_operation'],
        operations: ['exchange.*'],
        markets: ['*'],
      };
      const { guard } = await put({
        agent_id,
        name: kind,
        rule: { [kind]: rule },
        scope,
        mode: 'GUARD_MODE_WARN',
        description: 'd',
      });
      assert.equal(guard.rule.rule, kind);
      assert.deepEqual(guard.rule[kind], rule);
      assert.deepEqual(guard.scope, { ...scope, actions: ['begin_operation', 'record_trade'] });
      assert.equal(guard.mode, 'GUARD_MODE_WARN');
      assert.equal(guard.version, 1);
    }
    assert.deepEqual(
      (await list(agent_id)).map(({ name }) => name),
      Object.keys(rules).sort(),
    );
  });

  it('names the field of what may not be', async () => {
    const bad: readonly [reason: string, field: string, request: object][] = [
      ['FIELD_REQUIRED', 'name', { name: '' }],
      ['INVALID_FIELD', 'name', { name: 'a/b' }],
      ['FIELD_REQUIRED', 'rule', { rule: null }],
      ['FIELD_REQUIRED', 'rule', { rule: {} }],
      ['INVALID_AMOUNT', 'rule.max_amount.amount', { rule: { max_amount: { asset: 'USDC', amount: '-1' } } }],
      [
        'INVALID_AMOUNT',
        'rule.max_amount.amount',
        { rule: { max_amount: { asset: 'USDC', amount: '1e3' } } },
      ],
      ['FIELD_REQUIRED', 'rule.max_amount.asset', { rule: { max_amount: { amount: '1' } } }],
      ['INVALID_AMOUNT', 'rule.max_daily_loss.amount', { rule: { max_daily_loss: { amount: '0' } } }],
      ['INVALID_AMOUNT', 'rule.max_drawdown.fraction', { rule: { max_drawdown: { fraction: '1.01' } } }],
      ['INVALID_AMOUNT', 'rule.max_position.quantity', { rule: { max_position: { quantity: '-5' } } }],
      ['INVALID_FIELD', 'rule.allow.field', { rule: { allow: { field: 'colour', values: ['x'] } } }],
      ['FIELD_REQUIRED', 'rule.allow.values', { rule: { allow: { field: 'market', values: [] } } }],
      ['INVALID_FIELD', 'rule.deny.values[0]', { rule: { deny: { field: 'side', values: ['buy'] } } }],
      [
        'LIMIT_EXCEEDED',
        'rule.deny.values',
        { rule: { deny: { field: 'market', values: Array(1025).fill('m') } } },
      ],
      [
        'INVALID_FIELD',
        'rule.max_count.count',
        { rule: { max_count: { count: 0, window: { seconds: 1 } } } },
      ],
      [
        'INVALID_FIELD',
        'rule.max_count.count',
        { rule: { max_count: { count: 100_001, window: { seconds: 1 } } } },
      ],
      ['FIELD_REQUIRED', 'rule.max_count.window', { rule: { max_count: { count: 1 } } }],
      [
        'INVALID_FIELD',
        'rule.max_count.window',
        { rule: { max_count: { count: 1, window: { nanos: 999_000_000 } } } },
      ],
      [
        'INVALID_FIELD',
        'rule.cooldown.duration',
        { rule: { cooldown: { losses: 1, duration: { seconds: 31 * 86_400 + 1 } } } },
      ],
      [
        'INVALID_FIELD',
        'rule.cooldown.losses',
        { rule: { cooldown: { losses: 1001, duration: { seconds: 1 } } } },
      ],
      [
        'INVALID_FIELD',
        'rule.trading_hours.from',
        { rule: { trading_hours: { from: '9:30', until: '16:00' } } },
      ],
      [
        'INVALID_FIELD',
        'rule.trading_hours.from',
        { rule: { trading_hours: { from: '24:00', until: '16:00' } } },
      ],
      [
        'INVALID_FIELD',
        'rule.trading_hours.until',
        { rule: { trading_hours: { from: '16:00', until: '16:00' } } },
      ],
      [
        'INVALID_FIELD',
        'rule.trading_hours.days[0]',
        { rule: { trading_hours: { days: [0], from: '09:00', until: '16:00' } } },
      ],
      [
        'INVALID_FIELD',
        'rule.trading_hours.time_zone',
        { rule: { trading_hours: { from: '09:00', until: '16:00', time_zone: 'Mars/Olympus' } } },
      ],
      [
        'INVALID_FIELD',
        'rule.min_balance.account',
        { rule: { min_balance: { account: 'world', asset: 'USDC', amount: '1' } } },
      ],
      ['FIELD_REQUIRED', 'rule.stop_loss.fraction', { rule: { stop_loss: {} } }],
      ['INVALID_FIELD', 'rule.stop_loss.amount', { rule: { stop_loss: { fraction: '0.1', amount: '1' } } }],
      ['INVALID_FIELD', 'scope.actions[1]', { scope: { actions: ['place_hold', 'withdraw'] } }],
      ['INVALID_FIELD', 'scope.markets[0]', { scope: { markets: ['*BTC'] } }],
      ['LIMIT_EXCEEDED', 'scope.operations', { scope: { operations: Array(65).fill('o') } }],
      ['INVALID_FIELD', 'mode', { mode: 7 }],
      ['LIMIT_EXCEEDED', 'description', { description: 'x'.repeat(1025) }],
      ['SECRET_IN_DOCUMENT', 'description', { description: `sk_live_${'4242'.repeat(6)}` }],
      ['VERSION_CONFLICT', 'expected_version', { name: 'never-put', expected_version: 3 }],
    ];
    for (const [reason, field, request] of bad) {
      const error = await refusal(put(request));
      assert.deepEqual(
        [error.reason, error.field],
        [reason, field],
        `${JSON.stringify(request).slice(0, 100)}: ${error.message}`,
      );
    }
  });

  it('denies with the guard and its figures, and says when to come again', async () => {
    const agent_id = someone();
    await put({ agent_id, name: 'limit' });
    const error = await refusal(post('-100.01', { agent_id }));
    assert.equal(error.status, 'FAILED_PRECONDITION');
    assert.equal(error.reason, 'GUARD_DENIED');
    assert.deepEqual(error.metadata, { guard: 'limit', kind: 'max_amount', limit: '100', actual: '100.01' });
    assert.equal(error.retry_after_ms, undefined);
    assert.match(error.message, /limit: 100.01 USDC would leave; at most 100 may at once/);
    await put({ agent_id, name: 'limit', rule: { max_count: { count: 1, window: { seconds: 3600 } } } });
    await post('1', { agent_id });
    const { reason, retry_after_ms = 0 } = await refusal(post('1', { agent_id }));
    assert.equal(reason, 'GUARD_DENIED');
    assert.ok(retry_after_ms > 3_000_000 && retry_after_ms <= 3_600_000);
  });

  it('refuses markets that an allow list does not know, in words', async () => {
    const agent_id = someone();
    await put({ agent_id, name: 'markets', rule: { allow: { field: 'market', values: ['BTC/USDC'] } } });
    const { outcome, denials } = await begin({
      agent_id,
      risk: { market: 'DOGE/USDC', side: 'BUY', quantity: '1' },
    });
    assert.equal(outcome, 'BEGIN_OUTCOME_DENIED');
    assert.deepEqual(denials, [
      { rule: 'markets', reason: 'GUARD_DENIED', message: 'market DOGE/USDC is not in the allow list' },
    ]);
  });

  it('warns in the replies of what goes on', async () => {
    const agent_id = someone();
    await put({ agent_id, name: 'hint', mode: 'GUARD_MODE_WARN' });
    await put({ agent_id, name: 'quiet', mode: 'GUARD_MODE_SHADOW' });
    await post('1000', { agent_id });
    const hold = { agent_id, account: 'cash', asset: 'USDC', amount: '200' };
    const replies = [
      await post('-200', { agent_id }),
      await write('Ledger', 'PlaceHold', hold),
      await begin({ agent_id, risk: { asset: 'USDC', amount: '200' } }),
    ];
    for (const { warnings } of replies) {
      assert.equal(warnings.length, 1);
      const { guard, kind, mode, passed, limit, actual, version } = warnings[0];
      assert.deepEqual(
        [guard, kind, mode, passed, limit, actual, version],
        ['hint', 'max_amount', 'GUARD_MODE_WARN', false, '100', '200', 1],
      );
    }
    const { results } = await write('Transact', 'Transact', {
      agent_id,
      mutations: [{ place_hold: { ...hold, agent_id: '' } }],
    });
    assert.equal(results[0].place_hold.warnings[0].guard, 'hint');
  });

  it('checks what BeginOperation tells', async () => {
    const bad: readonly [reason: string, field: string, risk: object][] = [
      ['INVALID_AMOUNT', 'risk.quantity', { quantity: '-1' }],
      ['INVALID_AMOUNT', 'risk.quantity', { quantity: '0' }],
      ['INVALID_AMOUNT', 'risk.price', { price: '-0.01' }],
      ['INVALID_FIELD', 'risk.side', { side: 'buy' }],
      ['INVALID_FIELD', 'risk.market', { market: 'BTC USDC' }],
      ['FIELD_REQUIRED', 'risk.amount', { asset: 'USDC' }],
      ['FIELD_REQUIRED', 'risk.asset', { amount: '1' }],
      ['INVALID_AMOUNT', 'risk.amount', { asset: 'USDC', amount: '0' }],
    ];
    for (const [reason, field, risk] of bad) {
      const error = await refusal(begin({ risk }));
      assert.deepEqual([error.reason, error.field], [reason, field], error.message);
      const dry = await refusal(
        client.call('Procedural', 'EvaluateGuards', { agent_id: 'alice', action: 'begin_operation', risk }),
      );
      assert.deepEqual([dry.reason, dry.field], [reason, field], dry.message);
    }
    const unknown = await refusal(
      client.call('Procedural', 'EvaluateGuards', { agent_id: 'alice', action: 'withdraw' }),
    );
    assert.deepEqual([unknown.reason, unknown.field], ['INVALID_FIELD', 'action']);
    // A dry run that is told more than the action tells would judge by what the action is not judged by.
    const more: [string, object, string][] = [
      ['begin_operation', { venue: 'kraken' }, 'venue'],
      ['begin_operation', { pnl: '1' }, 'pnl'],
      ['post_transaction', { risk: { market: 'BTC' } }, 'risk.market'],
      ['place_hold', { operation: 'order' }, 'operation'],
      ['record_trade', { account: 'cash' }, 'account'],
      ['record_trade', { risk: { reduce_only: true } }, 'risk.reduce_only'],
    ];
    for (const [action, told, field] of more) {
      const { reason, field: named } = await refusal(
        client.call('Procedural', 'EvaluateGuards', { agent_id: 'alice', action, ...told }),
      );
      assert.deepEqual([reason, named], ['INVALID_FIELD', field], action);
    }
  });

  it('a guard of every agent holds for each; only guards take "*"', async () => {
    const agent_id = someone();
    await put({ agent_id, name: 'own' });
    const { guard } = await put({
      agent_id: '*',
      name: 'all',
      rule: { deny: { field: 'account', values: ['vault'] } },
    });
    assert.equal(guard.agent_id, '*');
    assert.deepEqual(
      (await list(agent_id)).map(({ name }) => name),
      ['own', 'all'],
    );
    assert.deepEqual(
      (await list('*')).map(({ name }) => name),
      ['all'],
    );
    const delta = { account: 'vault', asset: 'USDC', amount: '1' };
    assert.equal((await refusal(post('1', { agent_id, delta }))).metadata.guard, 'all');
    assert.equal((await refusal(post('1', { agent_id: '*' }))).field, 'agent_id');
    const nested = await refusal(
      write('Transact', 'Transact', { mutations: [{ put_slot: { agent_id: '*', key: 'k', content: 'c' } }] }),
    );
    assert.equal(nested.field, 'mutations[0].put_slot.agent_id');
    await write('Transact', 'Transact', {
      mutations: [{ delete_guard: { agent_id: '*', name: 'all', reason: 'over' } }],
    });
    assert.deepEqual(await list('*'), []);
  });

  it('lists by name over pages, the own before those of everyone', async () => {
    const agent_id = someone();
    for (const name of ['d', 'b', 'c', 'a', 'e']) await put({ agent_id, name });
    for (const name of ['d', 'b']) await put({ agent_id: '*', name, mode: 'GUARD_MODE_SHADOW' });
    const names: string[] = [];
    for (let page_token = ''; ; ) {
      const page = await client.call('Procedural', 'ListGuards', { agent_id, page_size: 2, page_token });
      names.push(...page.guards.map((guard: Reply) => `${guard.agent_id === '*' ? '*' : ''}${guard.name}`));
      page_token = page.next_page_token;
      if (page_token === '') break;
    }
    assert.deepEqual(names, ['a', 'b', 'c', 'd', 'e', '*b', '*d']);
    for (const name of ['d', 'b']) await write('Procedural', 'DeleteGuard', { agent_id: '*', name });
  });

  it('says what it warns of when an outcome settles a hold, however it is told', async () => {
    const agent_id = someone();
    await post('100', { agent_id });
    await put({
      agent_id,
      name: 'no-drain',
      mode: 'GUARD_MODE_WARN',
      rule: { deny: { field: 'account', values: ['drain'] } },
    });
    const settled = async () => {
      const holds = [{ account: 'cash', asset: 'USDC', amount: '1' }];
      const { operation, lease_token } = await begin({ agent_id, holds });
      const [hold_id] = operation.hold_ids;
      return { key: operation.key, lease_token, settlements: [{ hold_id, to_account: 'drain' }] };
    };
    const found = async () => {
      const { lease_token: _, settlements, key } = await settled();
      await write('Operations', 'TakeOver', { agent_id });
      return { key, happened: { settlements }, evidence: { json: '{}' } };
    };
    const transact = async (mutation: object) =>
      (await write('Transact', 'Transact', { agent_id, mutations: [mutation] })).results[0];
    const request = { agent_id, request_id: 'the-outcome', ...(await settled()) };
    const replies: Reply[] = [
      await write('Operations', 'CompleteOperation', request),
      await write('Operations', 'CompleteOperation', request),
      await write('Operations', 'ResolveOperation', { agent_id, ...(await found()) }),
      (await transact({ complete_operation: await settled() })).complete_operation,
      (await transact({ resolve_operation: await found() })).resolve_operation,
    ];
    assert.deepEqual(
      replies.map(({ warnings }) => warnings.map(({ guard, mode, passed }: Reply) => [guard, mode, passed])),
      replies.map(() => [['no-drain', 'GUARD_MODE_WARN', false]]),
    );
  });

  it('answers a repeated request as before, also a denied one', async () => {
    const agent_id = someone();
    const request = { agent_id, request_id: 'the-guard', name: 'g', rule: LIMIT };
    const first = await put(request);
    const again = await put(request);
    assert.deepEqual([again.guard, again.header.replayed], [first.guard, true]);
    const order = { agent_id, request_id: 'the-order', key: 'k', risk: { asset: 'USDC', amount: '101' } };
    assert.equal((await begin(order)).outcome, 'BEGIN_OUTCOME_DENIED');
    await write('Procedural', 'DeleteGuard', { agent_id, name: 'g' });
    const denied = await begin(order);
    assert.deepEqual([denied.outcome, denied.header.replayed], ['BEGIN_OUTCOME_DENIED', true]);
    assert.equal((await begin({ ...order, request_id: 'another' })).outcome, 'BEGIN_OUTCOME_STARTED');
  });

  it('keeps guards, counts and what is in flight over a crash', async () => {
    const agent_id = someone();
    const size = { max_position: { quantity: '10' } };
    await put({
      agent_id,
      name: 'rate',
      rule: { max_count: { count: 2, window: { seconds: 3600 } } },
      scope: { actions: ['post_transaction'] },
    });
    await put({ agent_id, name: 'size', rule: size });
    await post('1', { agent_id });
    const risk = { market: 'BTC/USDC', side: 'BUY', quantity: '10' };
    assert.equal((await begin({ agent_id, risk })).outcome, 'BEGIN_OUTCOME_STARTED');
    await daemon.kill();
    client.close();
    daemon = await startDaemon({ state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    assert.equal((await begin({ agent_id, risk })).denials[0].rule, 'size');
    await post('1', { agent_id });
    assert.equal((await refusal(post('1', { agent_id }))).metadata.guard, 'rate');
    const request = { agent_id, action: 'begin_operation', risk };
    const { allowed, verdicts } = await client.call('Procedural', 'EvaluateGuards', request);
    assert.equal(allowed, false);
    assert.deepEqual(
      verdicts.map((one: Reply) => [one.guard, one.kind, one.applicable, one.passed, one.limit, one.actual]),
      [
        ['session', 'session', false, true, '', ''],
        ['rate', 'max_count', false, true, '', ''],
        ['size', 'max_position', true, false, '10', '20'],
      ],
    );
  });
});
