/** What those can do who have no token, or no longer one: little, and whoever has one gets in and is answered. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type ClientHttp2Session, connect } from 'node:http2';
import { connect as connectRaw, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { Holdfast } from '@holdfast/client';
import { addressesOf, createToken, type TestToken } from '../support/access.js';
import { certify, makeAuthority, no_openssl } from '../support/certificates.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { call, END_HEADERS, END_STREAM, frame, message, RawConnection, TYPE } from '../support/frames.js';
import { RawClient } from '../support/rawClient.js';
import { requestId, stats, until } from '../support/work.js';

const HEALTH = '/grpc.health.v1.Health/Check';
const PING = '/holdfast.v1.Admin/Ping';
/** Of one address in a second (rpc/strangers.ts). */
const ALLOWED = 500;

let daemon: TestDaemon;
let admin: RawClient;
let tcp: string;
let token: TestToken;

before(async () => {
  const state_dir = temporaryFolder();
  const listen = `unix:${join(state_dir, 'holdfast.sock')},127.0.0.1:0`;
  daemon = await startDaemon({ state_dir, args: ['--listen', listen] });
  admin = new RawClient(daemon.address);
  tcp = (await addressesOf(admin))[1] ?? '';
  token = await createToken(admin, 'agent', ['*']);
});

after(async () => {
  admin.close();
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

async function cutSoFar(client = admin): Promise<number> {
  return Number((await stats(client)).cut_connections);
}

/** Floods from four connections, each of which comes back as soon as it is cut; returns what ends it. */
function flood(calls: (stream: number) => Buffer): () => Promise<void> {
  let lasts = true;
  const open = new Set<RawConnection>();
  const attack = async (): Promise<void> => {
    while (lasts) {
      const connection = await RawConnection.open(tcp);
      open.add(connection);
      let stream = 1;
      await connection.flood(() => {
        const block = Array.from({ length: 100 }, (_, n) => calls(stream + 2 * n));
        stream += 200;
        return Buffer.concat(block);
      });
      open.delete(connection);
    }
  };
  const attacks = Promise.all(Array.from({ length: 4 }, attack));
  return async () => {
    lasts = false;
    for (const connection of open) connection.close();
    await attacks;
  };
}

describe('floods of calls that are refused, or that need no token', () => {
  const refused = (stream: number): Buffer =>
    frame(TYPE.headers, END_HEADERS | END_STREAM, stream, call('/holdfast.v1.State/GetState'));
  const open = (stream: number): Buffer =>
    Buffer.concat([
      frame(TYPE.headers, END_HEADERS, stream, call(HEALTH)),
      frame(TYPE.data, END_STREAM, stream, message(Buffer.alloc(0))),
    ]);

  for (const [name, calls] of [
    ['refused', refused],
    ['health', open],
  ] as const)
    test(`${name}: who floods is cut each time it comes, and agents at its address come in and stay`, async () => {
      const agent = new RawClient(tcp, {}, token.header);
      await agent.call('Admin', 'Ping', {});
      const { denied_calls } = await stats(admin);
      const cut_before = await cutSoFar();
      const began_ms = performance.now();
      const end = flood(calls);
      for (let newcomers = 0; newcomers < 5 || (await cutSoFar()) < cut_before + 40; newcomers += 1) {
        const newcomer = new RawClient(tcp, {}, token.header);
        await newcomer.call('Admin', 'Ping', {});
        newcomer.close();
        await agent.call('Admin', 'Ping', {});
      }
      const denied = Number((await stats(admin)).denied_calls) - Number(denied_calls);
      const seconds = (performance.now() - began_ms) / 1000;
      await end();
      agent.close();
      // A second's worth may come at once; a call that is one too many is not looked at.
      assert.ok(denied <= ALLOWED * (seconds + 1), `${denied} in ${seconds.toFixed(1)} s`);
      assert.equal(daemon.process.exitCode, null, daemon.log());
    });
});

/** Makes a call; returns its gRPC status, or `gone`. */
async function callOn(session: ClientHttp2Session, authorization: string): Promise<string> {
  if (session.closed || session.destroyed) return 'gone';
  const headers = { ':method': 'POST', ':path': PING, 'content-type': 'application/grpc', te: 'trailers' };
  const stream = session.request({ ...headers, authorization });
  let answer = 'gone';
  const note = (got: Record<string, unknown>): void => {
    answer = String(got['grpc-status'] ?? answer);
  };
  stream
    .on('response', note)
    .on('trailers', note)
    .on('error', () => {});
  stream.resume().end(message(Buffer.alloc(0)));
  await once(stream, 'close').catch(() => {});
  return answer;
}

const [OK, UNAUTHENTICATED] = ['0', '16'];

async function callsOn(session: ClientHttp2Session, headers: readonly string[]): Promise<string[]> {
  return Promise.all(headers.map((header) => callOn(session, header)));
}

function enter(address: string): ClientHttp2Session {
  return connect(`http://${address}`).on('error', () => {});
}

test('a busy connection is not cut for the calls of one whose token is wrong, nor one that is refused now and then', async () => {
  const session = enter(tcp);
  const mixed = Array.from({ length: 600 }, (_, n) => (n % 3 === 1 ? 'Bearer wrong' : token.header));
  const answers = await callsOn(session, mixed);
  assert.equal(answers.filter((answer) => answer === OK).length, 400);
  assert.equal(answers.filter((answer) => answer === UNAUTHENTICATED).length, 200);
  assert.equal(await callOn(session, token.header), OK);
  session.destroy();
});

test('one that calls on with a token that is not valid is cut', async () => {
  const session = enter(tcp);
  assert.equal(await callOn(session, token.header), OK);
  const wrong = Array<string>(50).fill('Bearer wrong');
  while ((await callsOn(session, wrong)).every((answer) => answer !== 'gone'));
  await until(async () => daemon.log().includes('too many calls that were not let in'));
});

describe('a full listener', () => {
  async function full(
    t: TestContext,
    args: readonly string[] = [],
    listen = '127.0.0.1:0',
  ): Promise<{ local: RawClient; address: string; log: () => string }> {
    const state_dir = temporaryFolder();
    const unix = `unix:${join(state_dir, 'holdfast.sock')}`;
    const all = ['--listen', `${unix},${listen}`, '--max-connections', '10', ...args];
    const started = await startDaemon({ state_dir, args: all });
    const local = new RawClient(unix);
    t.after(async () => {
      local.close();
      await started.kill();
      removeFolder(state_dir);
    });
    return { local, address: (await addressesOf(local))[1] ?? '', log: started.log };
  }

  test('sockets that say nothing before TLS make room for who does', { skip: no_openssl }, async (t) => {
    const folder = temporaryFolder();
    makeAuthority(folder);
    certify(folder, 'server', 'here');
    const [cert, key] = ['server.pem', 'server.key'].map((name) => join(folder, name));
    const { local, address, log } = await full(t, ['--tls-cert-file', `${cert}`, '--tls-key-file', `${key}`]);
    const { secret } = await createToken(local, 'agent', ['alpha']);
    const silent = new Set<Socket>();
    let lasts = true;
    const hold = (): void => {
      if (!lasts) return;
      const socket = connectRaw(Number(address.split(':')[1]), '127.0.0.1').on('error', () => {});
      silent.add(socket);
      socket.once('close', () => {
        silent.delete(socket);
        hold();
      });
    };
    for (let n = 0; n < 30; n += 1) hold();
    await until(async () => (await cutSoFar(local)) >= 30);
    const tls = { ca: readFileSync(join(folder, 'ca.pem')) };
    for (let n = 0; n < 5; n += 1) {
      const client = new Holdfast({ address, agent_id: 'alpha', token: secret, tls, deadline_ms: 20_000 });
      await client.admin.ping({});
      client.close();
    }
    await until(() => log().includes('too many connections'));
    lasts = false;
    for (const socket of silent) socket.destroy();
    removeFolder(folder);
  });

  test('connections of a token that is revoked are strangers’ again; those of one that is not, stay', async (t) => {
    const { local, address, log } = await full(t);
    const [gone, kept] = [
      await createToken(local, 'reader', ['x']),
      await createToken(local, 'reader', ['x']),
    ];
    const both = enter(address);
    assert.deepEqual(await callsOn(both, [gone.header, kept.header]), [OK, OK]);
    const sessions = Array.from({ length: 9 }, () => enter(address));
    for (const session of sessions) assert.equal(await callOn(session, gone.header), OK);
    await local.call('Admin', 'RevokeToken', { request_id: requestId(), token_id: gone.token_id });
    const admin_token = await createToken(local, 'admin', ['*']);
    const others = Array.from({ length: 9 }, () => enter(address));
    for (const session of others) assert.equal(await callOn(session, admin_token.header), OK);
    await until(() => sessions.every(({ destroyed }) => destroyed));
    assert.equal(await callOn(both, kept.header), OK);
    for (const session of others) assert.equal(await callOn(session, admin_token.header), OK);
    assert.ok(!log().includes('its credential has more'));
    for (const session of [both, ...others]) session.destroy();
  });

  test('the credential with most connections makes room, an idle one first, and no further than to as many', async (t) => {
    const { local, address } = await full(t);
    const [many, few] = [
      await createToken(local, 'reader', ['x']),
      await createToken(local, 'reader', ['x']),
    ];
    const sessions = Array.from({ length: 10 }, () => enter(address));
    for (const session of sessions) assert.equal(await callOn(session, many.header), OK);
    const open = (): ClientHttp2Session[] => sessions.filter(({ destroyed }) => !destroyed);
    const watches = new RawClient(address, {}, few.header).stream('Signals', 'Subscribe', {
      agent_id: 'x',
      patterns: ['pf:broadcast'],
    });
    let is_watching = true;
    watches.resume().on('error', () => {
      is_watching = false;
    });
    await until(() => open().length === 9);
    const others = Array.from({ length: 6 }, () => enter(address));
    const answers = [];
    for (const session of others) answers.push(await callOn(session, few.header));
    await until(() => open().length === 5);
    assert.deepEqual(answers, [OK, OK, OK, OK, 'gone', 'gone']);
    for (const session of open()) assert.equal(await callOn(session, many.header), OK);
    assert.ok(is_watching);
    watches.cancel();
    for (const session of [...sessions, ...others]) session.destroy();
  });
});
