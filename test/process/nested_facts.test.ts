/** Token counts and vectors are worked out for a mutation wherever it stands, however deep: generated from the table of mutations. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DERIVING_MUTATIONS } from '../../src/rpc/mutations.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { findings, requestId } from '../support/work.js';

let daemon: TestDaemon;
let client: RawClient;
/** What is stored before, of each agent. */
let memory_id: string;

before(async () => {
  daemon = await startDaemon();
  client = new RawClient(daemon.address);
});

after(async () => {
  client.close();
  await daemon.stop();
  removeFolder(daemon.state_dir);
});

type Parts = Readonly<Record<string, unknown>>;

function callsFor(agent_id: string) {
  return (service: Parameters<RawClient['call']>[0], method: string, parts: Parts): Promise<Reply> =>
    client.call(service, method, { agent_id, request_id: requestId(), ...parts });
}

type Calls = ReturnType<typeof callsFor>;

interface Case {
  readonly request: () => Parts;
  /** What of the reply was worked out, in numbers that do not depend on ids; throws where it was not. */
  readonly derived: (reply: Reply) => unknown;
}

const TEXT = 'the quick brown fox';

/** Each mutation that needs something worked out. A new one belongs here: the first test says so. */
const CASES: Readonly<Record<string, Case>> = {
  put_slot: { request: () => ({ key: 's', content: TEXT }), derived: ({ tokens }) => ({ tokens }) },
  append_turn: {
    request: () => ({ conversation_id: 'new', role: 'ROLE_USER', content: TEXT }),
    derived: ({ tokens }) => ({ tokens }),
  },
  submit_summary: {
    request: () => ({ conversation_id: 'long', through_turn: 2, summary: TEXT }),
    derived: ({ window_tokens }) => ({ window_tokens }),
  },
  store_memory: { request: () => ({ memory: { content: TEXT } }), derived: stored },
  store_memories: {
    request: () => ({ memories: [{ content: TEXT }, { content: 'jumps over' }] }),
    derived: ({ memories }) => memories.map(stored),
  },
  supersede_memory: { request: () => ({ memory_id, memory: { content: TEXT } }), derived: stored },
};

function stored({ vector_pending, degraded = '' }: Reply): unknown {
  return { vector_pending, degraded };
}

/** Where a mutation may stand, and what is left of the reply to it there. */
const PLACES: Readonly<Record<string, (call: Calls, mutation: Parts) => Promise<Reply>>> = {
  'a Transact': async (call, mutation) =>
    (await call('Transact', 'Transact', { mutations: [mutation] })).results[0],
  'an outcome': async (call, mutation) => {
    const begun = await begin(call);
    return (await call('Operations', 'CompleteOperation', { ...begun, mutations: [mutation] })).results[0];
  },
  'an outcome that is resolved': async (call, mutation) =>
    (await call('Operations', 'ResolveOperation', await resolution(call, mutation))).results[0],
  'an outcome that a Transact tells': async (call, mutation) => {
    const complete_operation = { ...(await begin(call)), mutations: [mutation] };
    const done = await call('Transact', 'Transact', { mutations: [{ complete_operation }] });
    return done.results[0].complete_operation.results[0];
  },
  'an outcome that a Transact resolves': async (call, mutation) => {
    const resolve_operation = await resolution(call, mutation);
    const done = await call('Transact', 'Transact', { mutations: [{ resolve_operation }] });
    return done.results[0].resolve_operation.results[0];
  },
};

async function begin(call: Calls): Promise<{ key: string; lease_token: string }> {
  const begun = { key: 'k', operation: 'note', params: { json: '{}' } };
  const { lease_token } = await call('Operations', 'BeginOperation', begun);
  return { key: 'k', lease_token };
}

async function resolution(call: Calls, mutation: Parts): Promise<Parts> {
  const { key } = await begin(call);
  await call('Operations', 'TakeOver', {});
  return { key, happened: { mutations: [mutation] }, evidence: { json: '{}' } };
}

/** What the mutations speak of. */
async function prepare(call: Calls): Promise<void> {
  ({ memory_id } = await call('Semantic', 'StoreMemory', { memory: { content: 'slow' } }));
  const window = { conversation_id: 'long', max_tokens: 100, summary_at: 50 };
  await call('Conversations', 'PutConversation', window);
  for (let turn = 0; turn < 4; turn += 1) {
    const said = { role: 'ROLE_USER', content: 'word '.repeat(20) };
    await call('Conversations', 'AppendTurn', { conversation_id: 'long', ...said });
  }
}

describe('what is worked out before a mutation is queued', () => {
  it('is tried here of every mutation that needs something', () => {
    assert.deepEqual(new Set(Object.keys(CASES)), DERIVING_MUTATIONS);
  });

  for (const [index, [name, { request, derived }]] of Object.entries(CASES).entries()) {
    it(`is worked out for ${name} wherever it stands`, async () => {
      const results: [string, unknown][] = [];
      for (const [number, [place, send]] of Object.entries(PLACES).entries()) {
        const call = callsFor(`agent-${index}-${number}`);
        await prepare(call);
        results.push([place, derived((await send(call, { [name]: request() }))[name])]);
      }
      const [first] = results;
      assert.ok(first !== undefined);
      assert.deepEqual(
        results,
        results.map(([place]) => [place, first[1]]),
      );
      assert.doesNotMatch(JSON.stringify(first[1]), /true|"0"|:0/, 'it was worked out');
    });
  }

  it('leaves a file that is what its journal says', async () => {
    assert.deepEqual(await findings(client), []);
    assert.doesNotMatch(daemon.log(), /nobody counted/);
  });
});
