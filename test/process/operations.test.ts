/** Operations, Tasks and Transact over the wire, against a daemon of their own. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import type { MutationName } from '../../src/rpc/mutation.js';
import { protoRoot, protoServices } from '../../src/rpc/proto.js';
import { masterKey, removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal, type Service } from '../support/rawClient.js';

const json = (value: unknown) => ({ json: JSON.stringify(value) });
const seconds = (value: number) => ({ seconds: String(value), nanos: 0 });

let daemon: TestDaemon;
let client: RawClient;
let requests = 0;
before(async () => {
  daemon = await startDaemon({ args: ['--sweep-interval-ms', '10', ...masterKey()] });
  client = new RawClient(daemon.address);
});
after(async () => {
  client.close();
  await daemon.stop();
  removeFolder(daemon.state_dir);
});

function write(service: Service, method: string, request: object): Promise<Reply> {
  requests += 1;
  return client.call(service, method, { request_id: `r-${requests}`, agent_id: 'agent-1', ...request });
}

const ops = (method: string, request: object) => write('Operations', method, request);
const get = (method: string, request: object): Promise<Reply> =>
  client.call('Operations', method, { agent_id: 'agent-1', ...request });

const PARAMS = json({ market: 'XRP/USDC', amount: { __decimal__: '1.50' } });
const order = (key: string, more: object = {}) => ({
  operation: 'exchange.place_order',
  key,
  params: PARAMS,
  ...more,
});

async function fund(agent_id: string): Promise<void> {
  await write('Ledger', 'PostTransaction', {
    agent_id,
    delta: { account: 'cash', asset: 'USDC', amount: '100' },
  });
}

describe('service Operations', () => {
  it('takes an order through its whole life', async () => {
    await fund('agent-1');
    const holds = [{ account: 'cash', asset: 'USDC', amount: '60.00' }];
    const begun = await ops('BeginOperation', order('life', { holds }));
    assert.equal(begun.outcome, 'BEGIN_OUTCOME_STARTED');
    assert.match(begun.operation.client_order_id, /^hf[0-9a-f]{30}$/);
    assert.deepEqual(begun.operation.params, {
      ...begun.operation.params,
      json: '{"amount":{"__decimal__":"1.5"},"market":"XRP/USDC"}',
    });
    const [hold_id] = begun.operation.hold_ids;
    const done = await ops('CompleteOperation', {
      key: 'life',
      lease_token: begun.lease_token,
      result: json({ filled: true }),
      settlements: [{ hold_id, amount: '45', to_account: 'position:XRP' }],
      mutations: [{ put_state: { name: 'last-order', document: json('life') } }],
    });
    assert.equal(done.operation.status, 'OPERATION_STATUS_COMPLETED');
    assert.equal(done.results[0].put_state.version, '1');
    assert.deepEqual(done.operation.hold_ids, []);
    const again = await ops('BeginOperation', order('life', { holds }));
    assert.equal(again.outcome, 'BEGIN_OUTCOME_COMPLETED');
    assert.equal(again.operation.result.json, '{"filled":true}');
    const { balances } = await client.call('Ledger', 'GetBalances', { agent_id: 'agent-1' });
    assert.deepEqual(
      balances.map(({ account, posted, held }: Reply) => [account, posted, held]),
      [
        ['cash', '55', '0'],
        ['position:XRP', '45', '0'],
      ],
    );
    const { transactions } = await client.call('Ledger', 'ListTransactions', { agent_id: 'agent-1' });
    assert.equal(transactions[0].reference, begun.operation.client_order_id);
  });

  it('derives the key from agent, operation and params, however they are spelled', async () => {
    const first = await ops('BeginOperation', { operation: 'pay', params: json({ to: 'x', n: 1 }) });
    const text = '{"agent":"agent-1","operation":"pay","params":{"n":1,"to":"x"}}';
    assert.equal(first.operation.key, createHash('sha256').update(text).digest('hex'));
    const again = await ops('BeginOperation', { operation: 'pay', params: { json: '{"n":1.0, "to":"x"}' } });
    assert.equal(again.outcome, 'BEGIN_OUTCOME_IN_FLIGHT');
    assert.equal(again.lease_token, '');
  });

  it('ends leases by itself, in doubt first on Resume', async () => {
    const begun = await ops(
      'BeginOperation',
      order('lapsing', { lease: seconds(1), agent_id: 'agent-lapse' }),
    );
    let resumed: Reply;
    do resumed = await get('Resume', { agent_id: 'agent-lapse' });
    while (resumed.unknown_operations.length === 0);
    assert.equal(resumed.unknown_operations[0].key, 'lapsing');
    assert.deepEqual(resumed.in_flight_operations, []);
    const error = await refusal(
      ops('CompleteOperation', { agent_id: 'agent-lapse', key: 'lapsing', lease_token: begun.lease_token }),
    );
    assert.deepEqual(
      [error.status, error.reason, error.field],
      ['FAILED_PRECONDITION', 'STALE_LEASE', 'lease_token'],
    );
    assert.match(error.message, /ResolveOperation/);
    const resolved = await ops('ResolveOperation', {
      agent_id: 'agent-lapse',
      key: 'lapsing',
      did_not_happen: {},
      evidence: json({ order: null }),
    });
    assert.equal(resolved.operation.status, 'OPERATION_STATUS_FAILED');
    assert.equal(resolved.operation.evidence.json, '{"order":null}');
  });

  it('answers DENIED with the reasons', async () => {
    const holds = [{ account: 'cash', asset: 'USDC', amount: '1' }];
    const denied = await ops('BeginOperation', order('denied', { holds, agent_id: 'agent-poor' }));
    assert.equal(denied.outcome, 'BEGIN_OUTCOME_DENIED');
    assert.equal(denied.operation, null);
    assert.deepEqual(denied.denials[0].reason, 'INSUFFICIENT_FUNDS');
    const error = await refusal(get('GetOperation', { agent_id: 'agent-poor', key: 'denied' }));
    assert.equal(error.reason, 'NOT_FOUND');
  });

  const lease_token = 'lease-x';
  for (const [method, request, reason, field] of [
    ['BeginOperation', order('bad key'), 'INVALID_FIELD', 'key'],
    ['BeginOperation', order('k', { operation: '' }), 'FIELD_REQUIRED', 'operation'],
    ['BeginOperation', order('k', { params: undefined }), 'FIELD_REQUIRED', 'params'],
    ['BeginOperation', order('k', { lease: seconds(0) }), 'INVALID_FIELD', 'lease'],
    ['BeginOperation', order('k', { lease: seconds(86_401) }), 'INVALID_FIELD', 'lease'],
    ['BeginOperation', order('k', { task_id: 't' }), 'FIELD_REQUIRED', 'step'],
    ['BeginOperation', order('k', { holds: Array(17).fill({}) }), 'LIMIT_EXCEEDED', 'holds'],
    [
      'BeginOperation',
      order('k', { holds: [{ account: 'world', asset: 'A', amount: '1' }] }),
      'INVALID_FIELD',
      'holds[0].account',
    ],
    [
      'BeginOperation',
      order('k', { holds: [{ account: 'a', asset: 'A', amount: '0' }] }),
      'INVALID_AMOUNT',
      'holds[0].amount',
    ],
    ['CompleteOperation', { key: 'k' }, 'FIELD_REQUIRED', 'lease_token'],
    [
      'CompleteOperation',
      { key: 'k', lease_token, settlements: [{ hold_id: 'h' }, { hold_id: 'h' }] },
      'INVALID_FIELD',
      'settlements[1].hold_id',
    ],
    [
      'CompleteOperation',
      { key: 'k', lease_token, mutations: [{ begin_operation: {} }] },
      'INVALID_FIELD',
      'mutations[0]',
    ],
    [
      'CompleteOperation',
      { key: 'k', lease_token, mutations: [{ put_state: { epoch: 1, name: 'n' } }] },
      'INVALID_FIELD',
      'mutations[0].put_state.epoch',
    ],
    ['ResolveOperation', { key: 'k', evidence: json(1) }, 'FIELD_REQUIRED', 'resolution'],
    ['ResolveOperation', { key: 'k', happened: {} }, 'FIELD_REQUIRED', 'evidence'],
    [
      'ResolveOperation',
      { key: 'k', evidence: json(1), happened: { mutations: [{ put_state: {} }] } },
      'FIELD_REQUIRED',
      'happened.mutations[0].put_state.name',
    ],
    ['ExtendLease', { key: 'k', lease_token }, 'FIELD_REQUIRED', 'lease'],
    ['TakeOver', { reason: 'x'.repeat(257) }, 'LIMIT_EXCEEDED', 'reason'],
  ] as const) {
    it(`${method} refuses ${reason} ${field}`, async () => {
      const error = await refusal(ops(method, request));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    });
  }

  it('lists newest first, filtered before the limit, page by page', async () => {
    const agent_id = 'agent-list';
    for (let n = 0; n < 5; n++) {
      const { lease_token: token } = await ops(
        'BeginOperation',
        order(`o-${n}`, { agent_id, operation: n % 2 ? 'odd' : 'even' }),
      );
      if (n < 2)
        await ops('FailOperation', { agent_id, key: `o-${n}`, lease_token: token, reason: json('no') });
    }
    const list = (request: object): Promise<Reply> => get('ListOperations', { agent_id, ...request });
    const keys = ({ operations }: Reply) => operations.map(({ key }: Reply) => key);
    const first = await list({ page_size: 2 });
    const second = await list({ page_size: 2, page_token: first.next_page_token });
    const third = await list({ page_size: 2, page_token: second.next_page_token });
    assert.deepEqual([first, second, third].map(keys), [['o-4', 'o-3'], ['o-2', 'o-1'], ['o-0']]);
    assert.equal(third.next_page_token, '');
    assert.deepEqual(keys(await list({ operation: 'even', page_size: 2 })), ['o-4', 'o-2']);
    assert.deepEqual(keys(await list({ statuses: ['OPERATION_STATUS_FAILED'] })), ['o-1', 'o-0']);
    const other = await refusal(list({ operation: 'odd', page_token: first.next_page_token }));
    assert.equal(other.reason, 'INVALID_PAGE_TOKEN');
    const unspecified = await refusal(list({ statuses: [0] }));
    assert.deepEqual([unspecified.reason, unspecified.field], ['INVALID_FIELD', 'statuses[0]']);
  });

  it('resumes with everything open, at one revision', async () => {
    const agent_id = 'agent-resume';
    await fund(agent_id);
    await write('Tasks', 'CreateTask', { agent_id, task_id: 'plan', steps: [{ step: 'buy' }] });
    await write('Tasks', 'AdvanceTask', {
      agent_id,
      task_id: 'plan',
      step: 'buy',
      state: 'TASK_STATE_RUNNING',
      checkpoint: json({ at: 1 }),
    });
    const holds = [{ account: 'cash', asset: 'USDC', amount: '10' }];
    await ops('BeginOperation', order('doubt', { agent_id, holds, task_id: 'plan', step: 'buy' }));
    await ops('BeginOperation', order('retry', { agent_id, on_crash: 'ON_CRASH_RETRY' }));
    const taken = await ops('TakeOver', { agent_id, reason: 'restart' });
    assert.deepEqual([taken.epoch, taken.fenced_operations], ['1', '2']);
    await ops('BeginOperation', order('live', { agent_id, epoch: 1 }));
    const resumed = await get('Resume', { agent_id, min_revision: taken.header.revision });
    assert.equal(resumed.epoch, '1');
    assert.deepEqual(
      resumed.unknown_operations.map(({ key }: Reply) => key),
      ['doubt'],
    );
    assert.deepEqual(
      resumed.in_flight_operations.map(({ key }: Reply) => key),
      ['retry', 'live'],
    );
    assert.equal(resumed.open_tasks[0].steps[0].checkpoint.json, '{"at":1}');
    assert.equal(resumed.open_holds[0].operation_key, 'doubt');
    assert.equal(resumed.balances[0].available, '90');
    assert.deepEqual(resumed.truncated, []);
    const future = await refusal(get('Resume', { agent_id, min_revision: String(2 ** 40) }));
    assert.equal(future.reason, 'REVISION_IN_FUTURE');
  });

  it('lets one of two processes that restart at once win', async () => {
    const agent_id = 'agent-race';
    await ops('TakeOver', { agent_id });
    const restarts = await Promise.allSettled([
      ops('TakeOver', { agent_id, epoch: 1 }),
      ops('TakeOver', { agent_id, epoch: 1 }),
    ]);
    assert.deepEqual(restarts.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });
});

describe('service Transact', () => {
  it('checks preconditions and names the one that fails', async () => {
    const mutations = [{ put_state: { name: 'x', document: json(1) } }];
    const preconditions = [
      { operation_is: { key: 'nothing-here' } },
      { available_at_least: { account: 'cash', asset: 'USDC', amount: '1000000' } },
    ];
    const error = await refusal(write('Transact', 'Transact', { preconditions, mutations }));
    assert.deepEqual([error.status, error.reason], ['ABORTED', 'PRECONDITION_NOT_MET']);
    assert.equal(error.field, 'preconditions[1].available_at_least');
    assert.equal(error.metadata.index, '1');
    assert.equal(error.metadata.expected, '1000000');
    const empty = await refusal(write('Transact', 'Transact', { preconditions: [{}], mutations }));
    assert.deepEqual([empty.reason, empty.field], ['FIELD_REQUIRED', 'preconditions[0]']);
  });

  it('begins an operation, creates its task and posts money as one', async () => {
    const agent_id = 'agent-one';
    const mutations = [
      { post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '5' } } },
      { create_task: { task_id: 't', steps: [{ step: 's' }] } },
      {
        begin_operation: order('first', {
          task_id: 't',
          step: 's',
          holds: [{ account: 'cash', asset: 'USDC', amount: '5' }],
        }),
      },
    ];
    const done = await write('Transact', 'Transact', { agent_id, mutations });
    const { operation, outcome } = done.results[2].begin_operation;
    assert.equal(outcome, 'BEGIN_OUTCOME_STARTED');
    assert.equal(operation.revision, done.header.revision);
    assert.equal(done.results[1].create_task.task.revision, done.header.revision);
    const again = await refusal(write('Transact', 'Transact', { agent_id, mutations: mutations.slice(2) }));
    assert.deepEqual([again.reason, again.metadata.outcome], ['WRONG_STATE', 'IN_FLIGHT']);
  });
});

/** A request of every mutation that would be taken, but for its epoch. A new mutation of the proto belongs here. */
const REQUESTS: Record<MutationName, object> = {
  put_state: { name: 'n', document: json(1) },
  store_memory: { memory: { content: 'c' } },
  store_memories: { memories: [{ content: 'c' }] },
  supersede_memory: { memory_id: 'm', memory: { content: 'c' } },
  forget_memory: { memory_id: 'm' },
  pin_memory: { memory_id: 'm' },
  attach_vectors: { vectors: [{ memory_id: 'm', vector: { values: [1] } }] },
  put_namespace: { name: 'n' },
  patch_state: { name: 'n', merge_patch: json({}) },
  delete_state: { name: 'n' },
  set_state_retention: { name: 'n', keep_versions: 1 },
  register_schema: { schema: { schema: 's', version: 1, json_schema: json({}) } },
  set_fields: { set: [{ name: 'f', value: json(1) }] },
  increment_field: { name: 'f', integer: '1' },
  post_transaction: { delta: { account: 'cash', asset: 'USDC', amount: '1' } },
  snapshot_portfolio: {},
  configure_account: { account: 'cash', asset: 'USDC' },
  register_asset: { asset: 'USDC', max_fraction_digits: 2 },
  place_hold: { account: 'cash', asset: 'USDC', amount: '1' },
  post_hold: { hold_id: 'hold-00000000001' },
  release_hold: { hold_id: 'hold-00000000001' },
  begin_operation: order('fenced'),
  complete_operation: { key: 'fenced', lease_token: 'lease-x' },
  fail_operation: { key: 'fenced', lease_token: 'lease-x' },
  resolve_operation: { key: 'fenced', did_not_happen: {}, evidence: json(1) },
  extend_lease: { key: 'fenced', lease_token: 'lease-x', lease: seconds(30) },
  take_over: {},
  create_task: { steps: [{ step: 's' }] },
  advance_task: { task_id: 't', step: 's', state: 'TASK_STATE_DONE' },
  approve_step: { task_id: 't', step: 's', approver: 'a' },
  record_episodes: { episodes: [{ type: 't', payload: json(1) }] },
  attach_outcome: { episode_id: 'episode-00000000001', outcome: json(1) },
  put_slot: { key: 's', content: 'text' },
  delete_slot: { key: 's' },
  set_retention: { type: 't', max_count: 1 },
  put_prompt_template: { name: 'n', text: 't' },
  set_prompt_label: { name: 'n', label: 'l', version: 1 },
  delete_prompt_label: { name: 'n', label: 'l' },
  put_collection: { name: 'c', fields: [{ name: 'f', type: 'FIELD_TYPE_STRING' }] },
  delete_collection: { name: 'c' },
  put_record: { collection: 'c', value: json({ f: 'x' }) },
  delete_record: { collection: 'c', record_id: 'record-00000000001' },
  put_conversation: { conversation_id: 'c', title: 't' },
  append_turn: { conversation_id: 'c', role: 'ROLE_USER', content: 'hello' },
  compact_conversation: { conversation_id: 'c' },
  submit_summary: { conversation_id: 'c', through_turn: 1, summary: 's' },
  delete_conversation: { conversation_id: 'c' },
  put_guard: { name: 'g', rule: { max_amount: { asset: 'USDC', amount: '1' } } },
  delete_guard: { name: 'g' },
  open_session: { asset: 'USDC', start_capital: '100' },
  record_trade: { session_id: 'session-00000000001', venue: 'v', trade_id: 't', market: 'm', pnl: '1' },
  set_position: { session_id: 'session-00000000001', market: 'm', quantity: '1', average_price: '1' },
  mark_position: { session_id: 'session-00000000001', market: 'm', mark_price: '1' },
  clear_position: { session_id: 'session-00000000001', market: 'm' },
  pause_session: {},
  resume_session: {},
  halt_session: {},
  reset_halt: { reason: 'r', operator: 'o' },
  close_session: {},
  publish: { channel: 'c', payload: json(1), durable: true },
  put_consumer: { name: 'c', patterns: ['pf:signals:*'] },
  delete_consumer: { name: 'c' },
  ack_signals: { name: 'c', signal_ids: ['signal-00000000001'] },
  nack_signals: { name: 'c', signal_ids: ['signal-00000000001'] },
  redrive_dead_letters: { name: 'c' },
  put_alert_rule: {
    rule: { name: 'r', balance_below: { account: 'cash', asset: 'USDC', amount: '1' } },
  },
  delete_alert_rule: { name: 'r' },
  add_to_counter: { name: 'c', delta: '1' },
  reset_counter: { name: 'c' },
  record_action: { action: 'bet' },
  put_credential: { name: 'c', value: Buffer.from('v') },
  delete_credential: { name: 'c' },
};

/** The unary RPC of each mutation, by the type of its request. */
function rpcs(): Map<string, [Service, string]> {
  const found = new Map<string, [Service, string]>();
  for (const { name, methodsArray } of protoServices) {
    for (const method of methodsArray) found.set(method.requestType, [name as Service, method.name]);
  }
  return found;
}

describe('an old epoch', () => {
  const agent_id = 'agent-fenced';
  let head = '';
  before(async () => {
    await ops('TakeOver', { agent_id });
    const taken = await ops('TakeOver', { agent_id });
    assert.equal(taken.epoch, '2');
    head = taken.header.revision;
  });
  after(async () => {
    assert.equal((await get('Resume', { agent_id })).epoch, '2');
    // What other agents left behind may expire meanwhile: only this one's entries count.
    const next = await ops('TakeOver', { agent_id });
    const stream = client.stream('Watch', 'Watch', { agent_id, from_revision: head });
    const [first] = await once(stream, 'data');
    stream.on('error', () => {}).cancel();
    assert.equal(first.revision, next.header.revision, 'nothing was written');
  });

  const methods = rpcs();
  const mutation = protoRoot.lookupType('holdfast.v1.Mutation');
  for (const { name, type } of mutation.fieldsArray) {
    const request = REQUESTS[name as MutationName];
    it(`changes nothing by ${name}, alone or in a transaction`, async () => {
      const [service, method] = methods.get(type) ?? [];
      assert.ok(service !== undefined && method !== undefined, `no RPC takes a ${type}`);
      const alone = await refusal(write(service, method, { agent_id, epoch: 1, ...request }));
      assert.deepEqual([alone.status, alone.reason], ['FAILED_PRECONDITION', 'STALE_EPOCH']);
      assert.equal(alone.metadata.current, '2');
      const nested = { agent_id, epoch: 1, mutations: [{ [name]: request }] };
      assert.equal((await refusal(write('Transact', 'Transact', nested))).reason, 'STALE_EPOCH');
    });
  }
});

describe('service Tasks', () => {
  const tasks = (method: string, request: object) => write('Tasks', method, request);

  it('plans, waits for approval and remembers', async () => {
    const created = await tasks('CreateTask', {
      name: 'Rebalance',
      context: json({ target: '0.5' }),
      steps: [
        { step: 'quote', description: 'Ask for prices' },
        { step: 'trade', requires_approval: true },
      ],
    });
    const { task_id } = created.task;
    assert.match(task_id, /^task-/);
    const waiting = await tasks('AdvanceTask', { task_id, step: 'trade', state: 'TASK_STATE_RUNNING' });
    assert.equal(waiting.task.state, 'TASK_STATE_WAITING_FOR_APPROVAL');
    const approved = await tasks('ApproveStep', {
      task_id,
      step: 'trade',
      approved: true,
      approver: 'ann',
      note: 'ok',
    });
    assert.equal(approved.task.steps[1].approver, 'ann');
    const wrong = await refusal(tasks('AdvanceTask', { task_id, step: 'quote', state: 'TASK_STATE_DONE' }));
    assert.deepEqual([wrong.status, wrong.reason], ['FAILED_PRECONDITION', 'WRONG_STATE']);
    assert.deepEqual(wrong.metadata, { from: 'PENDING', to: 'DONE' });
    const conflict = await refusal(
      tasks('AdvanceTask', { task_id, step: 'quote', state: 'TASK_STATE_RUNNING', expected_version: 1 }),
    );
    assert.deepEqual([conflict.status, conflict.reason], ['ABORTED', 'VERSION_CONFLICT']);
    const { task } = await client.call('Tasks', 'GetTask', { agent_id: 'agent-1', task_id });
    assert.equal(task.version, '3');
    assert.equal(task.context.json, '{"target":"0.5"}');
    const listed = await client.call('Tasks', 'ListTasks', {
      agent_id: 'agent-1',
      states: ['TASK_STATE_RUNNING'],
    });
    assert.deepEqual(listed.tasks, [task]);
  });

  for (const [method, request, reason, field] of [
    ['CreateTask', {}, 'FIELD_REQUIRED', 'steps'],
    ['CreateTask', { steps: [{ step: 'a' }, { step: 'a' }] }, 'INVALID_FIELD', 'steps[1].step'],
    ['CreateTask', { steps: Array(257).fill({ step: 'a' }) }, 'LIMIT_EXCEEDED', 'steps'],
    [
      'CreateTask',
      { steps: [{ step: 'a', description: 'x'.repeat(1025) }] },
      'LIMIT_EXCEEDED',
      'steps[0].description',
    ],
    ['AdvanceTask', { task_id: 't', step: 's' }, 'FIELD_REQUIRED', 'state'],
    ['AdvanceTask', { task_id: 't', step: 's', state: 99 }, 'INVALID_FIELD', 'state'],
    ['ApproveStep', { task_id: 't', step: 's' }, 'FIELD_REQUIRED', 'approver'],
  ] as const) {
    it(`${method} refuses ${reason} ${field}`, async () => {
      const error = await refusal(tasks(method, request));
      assert.deepEqual([error.status, error.reason, error.field], ['INVALID_ARGUMENT', reason, field]);
    });
  }
});
