/**
 * Every RPC of the protos with every credential that must not do: refused with the same bytes whether what is asked for exists
 * or not, counted and journaled; and with the least credential that may, refused for neither reason.
 */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROLES } from '../../src/access/roles.js';
import { makeToken } from '../../src/access/token.js';
import { unpackDocument } from '../../src/codec/msgpack.js';
import { ACCESS, type Rule } from '../../src/rpc/access_table.js';
import { protoRoot, serviceDefinition } from '../../src/rpc/proto.js';
import { openConnection } from '../../src/store/db.js';
import { stateFiles } from '../../src/store/files.js';
import { addressesOf, createToken, type TestToken } from '../support/access.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, RpcError, type Service } from '../support/rawClient.js';
import { putState, requestId } from '../support/work.js';

interface Rpc {
  readonly service: Service;
  readonly method: string;
  readonly rule: Rule;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  readonly fields: readonly string[];
}

const NAMES = [
  'name',
  'key',
  'task_id',
  'memory_id',
  'conversation_id',
  'collection',
  'token_id',
  'transaction_id',
];

/** From the descriptors, not from the table: one that the table does not know has no rule, and fails. */
const RPCS: readonly Rpc[] = Object.keys(ACCESS).flatMap((service) =>
  Object.entries(serviceDefinition(service)).map(([method, { requestStream, responseStream }]) => {
    const rpc = protoRoot.lookupService(`holdfast.v1.${service}`).methods[method];
    const type = protoRoot.lookupType(`holdfast.v1.${rpc?.requestType}`);
    const rules = ACCESS as unknown as Record<string, Record<string, Rule>>;
    const rule = rules[service]?.[method] as Rule;
    return {
      service: service as Service,
      method,
      rule,
      requestStream,
      responseStream,
      fields: Object.values(type.fields)
        .filter(({ name, type: kind }) => !NAMES.includes(name) || kind === 'string')
        .map(({ name }) => name),
    };
  }),
);

let daemon: TestDaemon;
let admin: RawClient;
let tcp: string;
let denials = 0;
const open: RawClient[] = [];

/** A request of the RPC for an agent, about something of a name. */
function requestOf({ fields }: Rpc, agent_id: string, name: string): object {
  const named = NAMES.filter((field) => fields.includes(field)).map((field) => [field, name]);
  return {
    ...Object.fromEntries(named),
    ...(fields.includes('agent_id') && { agent_id }),
    ...(fields.includes('request_id') && { request_id: requestId('matrix') }),
    // A watch says something at once when it begins at the beginning.
    ...(fields.includes('from_revision') && { from_revision: '0' }),
    ...(fields.includes('patterns') && { patterns: ['pf:broadcast'] }),
  };
}

/** How the call ends: its error, or undefined once anything else comes back. */
async function outcome(client: RawClient, rpc: Rpc, request: object): Promise<RpcError | undefined> {
  const { service, method } = rpc;
  if (!rpc.responseStream) {
    return client.call(service, method, request).then(
      () => undefined,
      (error) => error as RpcError,
    );
  }
  const stream = rpc.requestStream ? client.duplex(service, method) : client.stream(service, method, request);
  if ('write' in stream) (stream as ReturnType<RawClient['duplex']>).write(request);
  const result = await Promise.race([
    once(stream, 'data').then(() => undefined),
    once(stream, 'end').then(() => undefined),
  ]).catch((error) => new RpcError(error));
  stream.on('error', () => {});
  stream.cancel();
  return result;
}

function client(header?: string): RawClient {
  const made = new RawClient(tcp, {}, header);
  open.push(made);
  return made;
}

type Ask = (rpc: Rpc, request: object) => Promise<RpcError | undefined>;

const by =
  (which: RawClient): Ask =>
  (rpc, request) =>
    outcome(which, rpc, request);

/** Who comes back whenever it is cut, as whoever is refused too often in a second is; a new connection then waits for its turn. */
function byStranger(header?: string): Ask {
  let nobody = client(header);
  return async (rpc, request) => {
    for (;;) {
      const error = await outcome(nobody, rpc, request);
      if (error?.status !== 'UNAVAILABLE') return error;
      nobody.close();
      nobody = client(header);
    }
  };
}

/** Refused like this, with the same bytes for what exists and what does not. Returns the bytes. */
async function refused(
  ask: Ask,
  rpc: Rpc,
  agents: readonly [string, string],
  status: string,
  reason: string,
): Promise<string> {
  const found: string[] = [];
  for (const [agent_id, name] of [
    [agents[0], 'exists'],
    [agents[1], 'missing'],
  ] as const) {
    const error = await ask(rpc, requestOf(rpc, agent_id, name));
    assert.ok(error !== undefined, `${rpc.service}.${rpc.method} for ${agent_id} was let through`);
    assert.deepEqual(
      [error.status, error.reason],
      [status, reason],
      `${rpc.service}.${rpc.method}: ${error.message}`,
    );
    found.push(`${error.message} ${error.bytes}`);
    denials += 1;
  }
  assert.equal(found[0], found[1]);
  return found[0] ?? '';
}

before(async () => {
  const state_dir = temporaryFolder();
  const listen = `unix:${join(state_dir, 'holdfast.sock')},127.0.0.1:0`;
  daemon = await startDaemon({ state_dir, args: ['--listen', listen] });
  admin = new RawClient(daemon.address);
  tcp = (await addressesOf(admin))[1] ?? '';
  await putState(admin, 'exists', { agent_id: 'beta' });
});

after(async () => {
  for (const each of open) each.close();
  admin.close();
  if (daemon.process.exitCode === null) await daemon.kill();
  removeFolder(daemon.state_dir);
});

test('every RPC of the protos has a rule', () => {
  const services = protoRoot.lookup('holdfast.v1') as unknown as {
    nestedArray: { name: string; methods?: object }[];
  };
  const names = services.nestedArray.filter(({ methods }) => methods !== undefined).map(({ name }) => name);
  assert.deepEqual(names.sort(), Object.keys(ACCESS).sort());
  assert.deepEqual(
    RPCS.filter(({ rule }) => rule === undefined).map(({ service, method }) => `${service}.${method}`),
    [],
  );
});

/** Every RPC is refused like this; returns the bytes that say so. */
async function refusals(header: string | undefined, reason: string): Promise<Set<string>> {
  const bytes = new Set<string>();
  const ask = byStranger(header);
  for (const rpc of RPCS) bytes.add(await refused(ask, rpc, ['beta', 'none'], 'UNAUTHENTICATED', reason));
  return bytes;
}

describe('nobody that the daemon knows', () => {
  test('without a token', async () => {
    assert.equal((await refusals(undefined, 'TOKEN_REQUIRED')).size, 1);
  });

  test('with a token that is malformed, unknown, of another secret, expired or revoked: all the same', async () => {
    const expired = await createToken(admin, 'admin', ['*'], 1000);
    const revoked = await createToken(admin, 'admin', ['*']);
    await admin.call('Admin', 'RevokeToken', { request_id: requestId('revoke'), token_id: revoked.token_id });
    const right = await createToken(admin, 'admin', ['*']);
    const wrong = `Bearer hf_${right.token_id}_${makeToken().token.split('_')[2]}`;
    // Until then it counts.
    const waiting = client(expired.header).stream('Watch', 'Watch', { agent_id: '*' });
    const ended = await once(waiting, 'error').then(([error]) => new RpcError(error));
    assert.deepEqual([ended.status, ended.reason], ['UNAUTHENTICATED', 'TOKEN_INVALID']);
    const headers = [
      'Bearer nonsense',
      'Basic YTpi',
      right.secret,
      `Bearer ${makeToken().token}`,
      wrong,
      expired.header,
      revoked.header,
    ];
    const bytes = new Set<string>();
    for (const header of headers) for (const one of await refusals(header, 'TOKEN_INVALID')) bytes.add(one);
    assert.equal(bytes.size, 1);
  });
});

describe('somebody who may do something else', () => {
  test('for another agent, and for all agents', async () => {
    const alpha = client((await createToken(admin, 'admin', ['alpha', 'desk-*'])).header);
    for (const rpc of RPCS.filter(({ rule }) => rule.over === 'agents')) {
      await refused(by(alpha), rpc, ['beta', 'none'], 'PERMISSION_DENIED', 'ACCESS_DENIED');
      await refused(by(alpha), rpc, ['*', ''], 'PERMISSION_DENIED', 'ACCESS_DENIED');
    }
    for (const rpc of RPCS.filter(({ rule }) => rule.over === 'daemon'))
      await refused(by(alpha), rpc, ['alpha', 'none'], 'PERMISSION_DENIED', 'ACCESS_DENIED');
  });

  test('with a narrower role', async () => {
    for (const [rank, role] of ROLES.slice(0, -1).entries()) {
      const narrow = client((await createToken(admin, role, ['*'])).header);
      for (const rpc of RPCS.filter(({ rule }) => ROLES.indexOf(rule.role) > rank))
        await refused(by(narrow), rpc, ['beta', 'none'], 'PERMISSION_DENIED', 'ACCESS_DENIED');
    }
  });
});

test('the least credential that may is refused for neither reason', async () => {
  const tokens = new Map<string, TestToken>();
  for (const rpc of RPCS) {
    const { role, over } = rpc.rule;
    const agents = over === 'agents' ? ['beta'] : over === 'daemon' ? ['*'] : ['nobody'];
    const key = `${role} ${agents}`;
    const token = tokens.get(key) ?? (await createToken(admin, role, agents));
    tokens.set(key, token);
    const error = await outcome(client(token.header), rpc, requestOf(rpc, 'beta', 'missing'));
    const is_refused = error !== undefined && /UNAUTHENTICATED|PERMISSION_DENIED/.test(error.status);
    assert.ok(!is_refused, `${rpc.service}.${rpc.method}: ${error?.message}`);
  }
});

test('each refusal was counted, and is in the journal in few entries', async () => {
  const { denied_calls } = await admin.call('Admin', 'Stats', {});
  assert.equal(denied_calls, String(denials));
  assert.equal(await daemon.stop(), 0);
  const db = openConnection(stateFiles(daemon.state_dir).database);
  const entries = db
    .prepare<[], { payload: Uint8Array }>(`SELECT payload FROM journal WHERE kind = 'access.denied'`)
    .all()
    .map(({ payload }) => unpackDocument(payload) as unknown as { count: number });
  db.close();
  assert.equal(
    entries.reduce((sum, { count }) => sum + count, 0),
    denials,
  );
  assert.ok(entries.length < 400, `${entries.length} entries`);
});
