/** The journal says whose credential stopped an agent, let it go on, or changed what binds it: not who somebody said it was. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ATTRIBUTED_MUTATIONS } from '../../src/rpc/access_named.js';
import { addressesOf, createToken, type TestToken } from '../support/access.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply, type Service } from '../support/rawClient.js';
import { findings, requestId } from '../support/work.js';

let daemon: TestDaemon;
let folder: string;
let socket: string;
let local: RawClient;
let ann: Caller;
let bob: Caller;
let bot: Caller;

interface Caller {
  readonly client: RawClient;
  /** As the journal has it. */
  readonly principal: string;
}

before(async () => {
  folder = temporaryFolder();
  socket = join(folder, 'holdfast.sock');
  daemon = await startDaemon({ state_dir: folder, args: ['--listen', `unix:${socket},127.0.0.1:0`] });
  local = new RawClient(daemon.address);
  const tcp = (await addressesOf(local))[1] ?? '';
  const callerWith = ({ token_id, header }: TestToken): Caller => ({
    client: new RawClient(tcp, {}, header),
    principal: `token:${token_id}`,
  });
  ann = callerWith(await createToken(local, 'operator', ['*']));
  bob = callerWith(await createToken(local, 'operator', ['*']));
  bot = callerWith(await createToken(local, 'agent', ['*']));
});

after(async () => {
  for (const { client } of [ann, bob, bot]) client.close();
  local.close();
  await daemon.kill();
  removeFolder(folder);
});

type Parts = Readonly<Record<string, unknown>>;

/** Calls for an agent, with a request_id of its own. */
function callsFor(agent_id: string) {
  return ({ client }: Caller, service: Service, method: string, parts: Parts = {}): Promise<Reply> =>
    client.call(service, method, { agent_id, request_id: requestId(), ...parts });
}

interface Entry {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Everything that the journal holds of an agent. */
async function journalOf(agent_id: string): Promise<Entry[]> {
  const { revision } = await local.call('Admin', 'GetServerInfo', {});
  const everything = { agent_id: '*', from_revision: '0', encoding: 'DOCUMENT_ENCODING_JSON' };
  const entries: Entry[] = [];
  for await (const message of local.stream('Watch', 'Watch', everything)) {
    for (const entry of message.entries)
      if (entry.agent_id === agent_id)
        entries.push({ kind: entry.kind, payload: JSON.parse(entry.payload.json) });
    if (Number(message.revision) >= Number(revision)) break;
  }
  return entries;
}

/** Kind and principal of every entry that has one. */
async function attributed(agent_id: string): Promise<(readonly [string, unknown])[]> {
  const entries = await journalOf(agent_id);
  return entries.flatMap(({ kind, payload }) => ('principal' in payload ? [[kind, payload.principal]] : []));
}

const OPENING = { asset: 'USDC', start_capital: '1000', max_daily_loss: '100' };
const GUARD = { name: 'small', rule: { max_amount: { asset: 'USDC', amount: '10' } } };

test('whoever lifts a halt cannot say that it was somebody else', async () => {
  const call = callsFor('halts');
  await call(bot, 'Sessions', 'OpenSession', OPENING);
  await call(ann, 'Sessions', 'HaltSession', { reason: 'looks wrong' });
  await call(bob, 'Sessions', 'ResetHalt', { reason: 'looks right', operator: 'ann' });
  await call(bot, 'Sessions', 'HaltSession', { reason: 'by itself' });
  const changes = (await journalOf('halts')).filter(({ kind }) => kind === 'session.changed');
  assert.deepEqual(
    changes.map(({ payload: { principal, operator } }) => [principal, operator]),
    [
      [ann.principal, undefined],
      [bob.principal, 'ann'],
      [bot.principal, undefined],
    ],
  );
});

type Step = readonly [mutation: string, kind: string, Service, method: string, Parts];

/** Every attributed mutation, in an order in which each is taken. */
async function binding(
  call: ReturnType<typeof callsFor>,
): Promise<{ steps: readonly Step[]; epoch: string }> {
  const { session, epoch } = await call(bot, 'Sessions', 'OpenSession', OPENING);
  const at = { session_id: session.session_id, market: 'BTC/USDC' };
  await call(bot, 'Limits', 'AddToCounter', { name: 'orders', delta: '3' });
  const { task } = await call(bot, 'Tasks', 'CreateTask', {
    steps: [{ step: 'go', requires_approval: true }],
  });
  const step = { task_id: task.task_id, step: 'go' };
  await call(bot, 'Tasks', 'AdvanceTask', { ...step, state: 'TASK_STATE_RUNNING' });
  const steps: readonly Step[] = [
    ['put_guard', 'guard.put', 'Procedural', 'PutGuard', GUARD],
    ['put_guard', 'guard.put', 'Procedural', 'PutGuard', { ...GUARD, mode: 'GUARD_MODE_WARN' }],
    ['delete_guard', 'guard.deleted', 'Procedural', 'DeleteGuard', { name: 'small' }],
    [
      'set_position',
      'session.position',
      'Sessions',
      'SetPosition',
      { ...at, quantity: '1', average_price: '2' },
    ],
    ['clear_position', 'session.position', 'Sessions', 'ClearPosition', at],
    ['pause_session', 'session.changed', 'Sessions', 'PauseSession', {}],
    ['resume_session', 'session.changed', 'Sessions', 'ResumeSession', {}],
    ['halt_session', 'session.changed', 'Sessions', 'HaltSession', {}],
    ['reset_halt', 'session.changed', 'Sessions', 'ResetHalt', { reason: 'r', operator: 'o' }],
    ['close_session', 'session.changed', 'Sessions', 'CloseSession', {}],
    [
      'configure_account',
      'ledger.account_configured',
      'Ledger',
      'ConfigureAccount',
      { account: 'cash', asset: 'USDC', must_not_go_negative: true },
    ],
    [
      'register_asset',
      'ledger.asset_registered',
      'Ledger',
      'RegisterAsset',
      { asset: 'USDC', max_fraction_digits: 6 },
    ],
    ['reset_counter', 'limit.counter_reset', 'Limits', 'ResetCounter', { name: 'orders' }],
    ['set_retention', 'episode.retention', 'Episodic', 'SetRetention', { type: 't', max_count: 9 }],
    [
      'set_state_retention',
      'state.retention_set',
      'State',
      'SetStateRetention',
      { name: 'n', keep_versions: 9 },
    ],
    ['approve_step', 'task.approved', 'Tasks', 'ApproveStep', { ...step, approved: true, approver: 'carol' }],
  ];
  return { steps, epoch };
}

/** How a mutation comes: what sends it, having made ready for so many. */
const WAYS: Readonly<
  Record<string, (call: ReturnType<typeof callsFor>, epoch: string, many: number) => Promise<Send>>
> = {
  alone:
    async (call, epoch) =>
    (who, _index, [, , service, method, parts]) =>
      call(who, service, method, { epoch, ...parts }),
  'in a Transact':
    async (call, epoch) =>
    (who, _index, [name, , , , parts]) =>
      call(who, 'Transact', 'Transact', { epoch, mutations: [{ [name]: parts }] }),
  'in an outcome': async (call, epoch, many) => {
    const tokens = await beginAll(call, many);
    return (who, index, [name, , , , parts]) =>
      call(who, 'Operations', 'CompleteOperation', { epoch, ...outcomeOf(index, tokens, { [name]: parts }) });
  },
  'in an outcome that a Transact tells': async (call, epoch, many) => {
    const tokens = await beginAll(call, many);
    return (who, index, [name, , , , parts]) => {
      const complete_operation = outcomeOf(index, tokens, { [name]: parts });
      return call(who, 'Transact', 'Transact', { epoch, mutations: [{ complete_operation }] });
    };
  },
  'in an outcome that a Transact resolves': async (call, _epoch, many) => {
    await beginAll(call, many);
    const { epoch } = await call(bot, 'Operations', 'TakeOver');
    return (who, index, [name, , , , parts]) => {
      const happened = { mutations: [{ [name]: parts }] };
      const resolve_operation = { key: `k${index}`, happened, evidence: { json: '{}' } };
      return call(who, 'Transact', 'Transact', { epoch, mutations: [{ resolve_operation }] });
    };
  },
};

type Send = (who: Caller, index: number, step: Step) => Promise<Reply>;

/** Operations k0, k1, ...: before anything stops the agent. */
async function beginAll(call: ReturnType<typeof callsFor>, many: number): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 0; index < many; index += 1) {
    const begun = { key: `k${index}`, operation: 'bind', params: { json: '{}' } };
    tokens.push((await call(bot, 'Operations', 'BeginOperation', begun)).lease_token);
  }
  return tokens;
}

function outcomeOf(index: number, tokens: readonly string[], mutation: Parts): Parts {
  return { key: `k${index}`, lease_token: tokens[index], mutations: [mutation] };
}

for (const [number, [way, sendBy]] of Object.entries(WAYS).entries())
  test(`every mutation that binds or stops an agent is attributed, and nothing else is: ${way}`, async () => {
    const agent_id = `desk-${number}`;
    const call = callsFor(agent_id);
    const { steps, epoch } = await binding(call);
    assert.deepEqual(new Set(steps.map(([mutation]) => mutation)), ATTRIBUTED_MUTATIONS);
    const send = await sendBy(call, epoch, steps.length);
    const expected: [string, string][] = [];
    for (const [index, step] of steps.entries()) {
      const who = index % 2 === 0 ? ann : bob;
      await send(who, index, step);
      expected.push([step[1], who.principal]);
    }
    assert.deepEqual(await attributed(agent_id), expected);
  });

test('in a Transact only those entries say it, and so does what an operation commits', async () => {
  const call = callsFor('parts');
  const { session, epoch } = await call(bot, 'Sessions', 'OpenSession', OPENING);
  const at = { session_id: session.session_id, market: 'm' };
  const state = { name: 'n', document: { json: '{}' } };
  const mutations = [
    { put_state: state },
    { set_position: { ...at, quantity: '1', average_price: '2' } },
    { mark_position: { ...at, mark_price: '3' } },
    { put_guard: { ...GUARD, agent_id: '*', rule: { max_count: { count: 9, window: { seconds: 60 } } } } },
  ];
  await call(ann, 'Transact', 'Transact', { epoch, mutations });
  assert.deepEqual(await attributed('parts'), [['session.position', ann.principal]]);
  assert.deepEqual(await attributed('*'), [['guard.put', ann.principal]]);
  const begun = { key: 'k', operation: 'close', params: { json: '{}' } };
  const { lease_token } = await call(bot, 'Operations', 'BeginOperation', begun);
  const outcome = { key: 'k', lease_token, mutations: [{ halt_session: { reason: 'done' } }] };
  await call(bot, 'Operations', 'CompleteOperation', outcome);
  assert.deepEqual((await attributed('parts')).slice(1), [['session.changed', bot.principal]]);
});

test('a limit that halts is nobody’s doing, whoever told the trade', async () => {
  const call = callsFor('limits');
  const { session, epoch } = await call(bot, 'Sessions', 'OpenSession', OPENING);
  const trade = { session_id: session.session_id, epoch, venue: 'v', trade_id: '1', market: 'm' };
  const { halted } = await call(ann, 'Sessions', 'RecordTrade', { ...trade, pnl: '-200' });
  assert.equal(halted, true);
  assert.deepEqual(await attributed('limits'), []);
});

test('a retry with another credential is the same request', async () => {
  const call = callsFor('again');
  await call(bot, 'Sessions', 'OpenSession', OPENING);
  const halt = { request_id: requestId(), reason: 'once' };
  const first = await call(ann, 'Sessions', 'HaltSession', halt);
  const again = await call(bob, 'Sessions', 'HaltSession', halt);
  assert.deepEqual([first.header.replayed, again.header.replayed], [false, true]);
  assert.deepEqual(again, { ...first, header: { ...first.header, replayed: true } });
  assert.deepEqual(await attributed('again'), [['session.changed', ann.principal]]);
});

test('without a token it is the socket that they came by', async () => {
  const call = callsFor('local');
  await call({ client: local, principal: '' }, 'Procedural', 'PutGuard', GUARD);
  assert.deepEqual(await attributed('local'), [['guard.put', `socket:${socket}`]]);
});

test('tokens say who made and who revoked them', async () => {
  const { token_id } = await createToken(local, 'reader', ['*']);
  await local.call('Admin', 'RevokeToken', { request_id: requestId(), token_id });
  assert.ok((await attributed('_system')).every(([, principal]) => principal === `socket:${socket}`));
  assert.deepEqual(
    (await attributed('_system')).map(([kind]) => kind),
    ['token.created', 'token.created', 'token.created', 'token.created', 'token.revoked'],
  );
});

test('the file is what the journal says', async () => {
  assert.deepEqual(await findings(local), []);
});
