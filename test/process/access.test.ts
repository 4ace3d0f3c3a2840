/** Who may do what: what a request names inside, open streams, sockets bound to agents, tokens files, rates. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmodSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeToken } from '../../src/access/token.js';
import { tokensFileLine } from '../../src/access/tokens_file.js';
import { addressesOf, createToken } from '../support/access.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply, RpcError, refusal } from '../support/rawClient.js';
import { putState, requestId, until } from '../support/work.js';

let daemon: TestDaemon;
let admin: RawClient;
let tcp: string;
let folder: string;
let tokens_file: string;
const open: RawClient[] = [];

function client(header?: string, address = tcp): RawClient {
  const made = new RawClient(address, {}, header);
  open.push(made);
  return made;
}

async function denied(call: Promise<unknown>): Promise<void> {
  const error = await refusal(call);
  assert.deepEqual([error.status, error.reason], ['PERMISSION_DENIED', 'ACCESS_DENIED'], error.message);
}

async function endOf(stream: ReturnType<RawClient['stream']>): Promise<RpcError> {
  stream.resume();
  const [error] = await once(stream, 'error');
  return new RpcError(error);
}

before(async () => {
  folder = temporaryFolder();
  tokens_file = join(folder, 'tokens');
  writeFileSync(tokens_file, '# none yet\n');
  const listen = [
    `unix:${join(folder, 'holdfast.sock')}`,
    '127.0.0.1:0',
    `unix:${join(folder, 'alpha.sock')}?mode=0660&agents=alpha&agents=desk-*`,
  ].join();
  const args = ['--listen', listen, '--tokens-file', tokens_file];
  daemon = await startDaemon({ state_dir: folder, args });
  admin = new RawClient(daemon.address);
  tcp = (await addressesOf(admin))[1] ?? '';
});

after(async () => {
  for (const each of open) each.close();
  admin.close();
  await daemon.kill();
  removeFolder(folder);
});

describe('what a request names inside', () => {
  let alpha: RawClient;
  before(async () => {
    alpha = client((await createToken(admin, 'agent', ['alpha'])).header);
  });

  const state = { name: 'n', document: { json: '{}' } };
  const transact = (parts: object) => ({ agent_id: 'alpha', request_id: requestId(), ...parts });

  test('mutations of a Transact for the own agent, named or not, are done', async () => {
    const mutations = [{ put_state: state }, { put_state: { ...state, name: 'm', agent_id: 'alpha' } }];
    const { results } = await alpha.call('Transact', 'Transact', transact({ mutations }));
    assert.equal(results.length, 2);
  });

  test('one for another agent refuses all of it', async () => {
    const mutations = [{ put_state: state }, { put_state: { ...state, agent_id: 'beta' } }];
    await denied(alpha.call('Transact', 'Transact', transact({ mutations })));
  });

  test('a precondition about another agent tells nothing', async () => {
    for (const version of ['0', '7']) {
      const preconditions = [{ state_version: { agent_id: 'beta', name: 'n', version } }];
      const mutations = [{ put_state: state }];
      await denied(alpha.call('Transact', 'Transact', transact({ preconditions, mutations })));
    }
  });

  test('a guard cannot be changed inside a Transact, nor in an outcome', async () => {
    const mutations = [{ delete_guard: { name: 'g' } }];
    await denied(alpha.call('Transact', 'Transact', transact({ mutations })));
    await denied(alpha.call('Operations', 'CompleteOperation', transact({ key: 'k', mutations })));
    const happened = { mutations };
    await denied(alpha.call('Operations', 'ResolveOperation', transact({ key: 'k', happened })));
    await denied(
      alpha.call(
        'Operations',
        'CompleteOperation',
        transact({ key: 'k', mutations: [{ put_state: { agent_id: 'beta' } }] }),
      ),
    );
  });

  test('a halt is not lifted, a step not approved, a guard not removed by the agent that it binds', async () => {
    await denied(alpha.call('Sessions', 'ResetHalt', transact({})));
    await denied(alpha.call('Tasks', 'ApproveStep', transact({})));
    await denied(alpha.call('Procedural', 'DeleteGuard', transact({ name: 'g' })));
    await denied(alpha.call('Vault', 'GetCredential', { agent_id: 'beta', name: 'exchange' }));
  });

  test('an agent that an operator paused does not trade again, nor rewrite what guards judge it by', async () => {
    const header = async (role: 'agent' | 'operator') =>
      client((await createToken(admin, role, ['desk-9'])).header);
    const [agent, operator] = [await header('agent'), await header('operator')];
    const write = (who: RawClient, method: string, parts: object = {}) =>
      who.call('Sessions', method, { agent_id: 'desk-9', request_id: requestId(), ...parts });
    const opening = { asset: 'USDC', start_capital: '1000' };
    const first = await write(agent, 'OpenSession', opening);
    const at = { epoch: first.epoch, session_id: first.session.session_id, market: 'm' };
    const position = { ...at, quantity: '-10', average_price: '1' };
    await denied(write(agent, 'SetPosition', position));
    await denied(write(agent, 'ClearPosition', at));
    const mutations = [{ set_position: position }];
    const inside = { agent_id: 'desk-9', request_id: requestId(), epoch: first.epoch, mutations };
    await denied(agent.call('Transact', 'Transact', inside));
    await write(operator, 'SetPosition', position);
    await write(agent, 'MarkPosition', { ...at, mark_price: '1' });
    await write(operator, 'ClearPosition', at);

    await write(operator, 'PauseSession', { reason: 'ops' });
    const loosened = await refusal(write(agent, 'PauseSession', { reduce_only: true }));
    assert.equal(loosened.reason, 'WRONG_STATE');
    assert.match(loosened.message, /only ResumeSession does/);
    await write(agent, 'CloseSession', { reason: 'shake it off' });
    const { opened, session } = await write(agent, 'OpenSession', opening);
    assert.deepEqual([opened, session.state], [true, 'SESSION_STATE_PAUSED']);
    await denied(write(agent, 'ResumeSession'));
    assert.equal((await write(operator, 'ResumeSession')).session.state, 'SESSION_STATE_ACTIVE');
  });

  test('each message of a stream is looked at', async () => {
    const stream = alpha.duplex('Episodic', 'IngestEpisodes');
    const message = (agent_id: string, n: string) => ({
      agent_id,
      sequence: n,
      request_id: requestId(),
      episodes: [{ type: 't', payload: { json: '{}' } }],
    });
    stream.write(message('alpha', '1'));
    const [first] = (await once(stream, 'data')) as [Reply];
    assert.equal(first.error, null);
    stream.write(message('beta', '2'));
    const [error] = await once(stream, 'error');
    assert.equal(new RpcError(error).reason, 'ACCESS_DENIED');
    const { episodes } = await admin.call('Episodic', 'ListEpisodes', { agent_id: 'beta' });
    assert.equal(episodes.length, 0);
  });
});

test('a beginning with a star is for those agents alone', async () => {
  const desk = client((await createToken(admin, 'agent', ['desk-*'])).header);
  await putState(desk, 'n', { agent_id: 'desk-1' });
  await denied(putState(desk, 'n', { agent_id: 'desk' }));
  await denied(desk.call('Sessions', 'ListSessions', { agent_id: '*' }));
});

test('a proof holds digests of every agent’s entries, and is for those that may see every agent', async () => {
  const request = { agent_id: 'alpha', from_revision: '1' };
  const some = client((await createToken(admin, 'operator', ['alpha', 'desk-*'])).header);
  assert.equal((await endOf(some.stream('Audit', 'ExportProof', request))).reason, 'ACCESS_DENIED');
  const all = client((await createToken(admin, 'reader', ['*'])).header);
  const stream = all.stream('Audit', 'ExportProof', request);
  await once(stream, 'data');
  stream.resume();
  await once(stream, 'end');
});

test('a call that waits is not granted once its token is revoked', async () => {
  const mine = await createToken(admin, 'agent', ['alpha']);
  const bucket = { agent_id: 'alpha', bucket: 'waits', capacity: 1, refill_per_second: 0.02, tokens: 1 };
  await admin.call('Limits', 'AcquireTokens', bucket);
  const waiting = refusal(
    client(mine.header).call('Limits', 'AcquireTokens', { ...bucket, max_wait: { seconds: 300 } }),
  );
  const waits = async () => {
    const { buckets } = await admin.call('Limits', 'ListBuckets', { prefix: 'waits' });
    return buckets[0].waiting;
  };
  await until(async () => (await waits()) === 1);
  await admin.call('Admin', 'RevokeToken', { request_id: requestId(), token_id: mine.token_id });
  const { status, reason } = await waiting;
  assert.deepEqual([status, reason], ['UNAUTHENTICATED', 'TOKEN_INVALID']);
  await until(async () => (await waits()) === 0);
});

test('a call that waits ends with its token', async () => {
  const mine = await createToken(admin, 'agent', ['alpha'], 1500);
  const bucket = { agent_id: 'alpha', bucket: 'expires', capacity: 1, refill_per_second: 0.02, tokens: 1 };
  await admin.call('Limits', 'AcquireTokens', bucket);
  const waiting = client(mine.header).call('Limits', 'AcquireTokens', {
    ...bucket,
    max_wait: { seconds: 300 },
  });
  assert.equal((await refusal(waiting)).reason, 'TOKEN_INVALID');
});

test('a revoked token ends its open streams at once, and no other one’s', async () => {
  await putState(admin, 'before', { agent_id: 'alpha' });
  const mine = await createToken(admin, 'reader', ['alpha']);
  const other = await createToken(admin, 'reader', ['alpha']);
  const streams = [
    client(mine.header).stream('Watch', 'Watch', { agent_id: 'alpha' }),
    client(mine.header).stream('Sessions', 'WatchSessions', { agent_id: 'alpha' }),
    client(mine.header).stream('Signals', 'Subscribe', { agent_id: 'alpha', patterns: ['pf:broadcast'] }),
  ];
  const stays = client(other.header).stream('Watch', 'Watch', { agent_id: 'alpha', from_revision: '0' });
  await once(stays, 'data');
  await until(async () => (await admin.call('Admin', 'Stats', {})).watches >= 2);
  const ends = Promise.all(streams.map(endOf));
  await admin.call('Admin', 'RevokeToken', { request_id: requestId(), token_id: mine.token_id });
  for (const { status, reason } of await ends)
    assert.deepEqual([status, reason], ['UNAUTHENTICATED', 'TOKEN_INVALID']);
  const heard = once(stays, 'data');
  await putState(admin, 'after', { agent_id: 'alpha' });
  await heard;
  stays.on('error', () => {});
  stays.cancel();
});

test('a token survives a restart, and its revocation too; no file holds the secret', async () => {
  const state_dir = temporaryFolder();
  const listen = `unix:${join(state_dir, 'holdfast.sock')}`;
  const args = ['--listen', listen, '--require-token', 'on'];
  const before_restart = await startDaemon({ state_dir });
  const local = new RawClient(before_restart.address);
  const kept = await createToken(local, 'admin', ['*']);
  const gone = await createToken(local, 'admin', ['*']);
  await local.call('Admin', 'RevokeToken', { request_id: requestId(), token_id: gone.token_id });
  local.close();
  await before_restart.stop();
  const again = await startDaemon({ state_dir, args });
  const [nobody, late, right] = [undefined, gone.header, kept.header].map((header) =>
    client(header, again.address),
  );
  assert.equal((await refusal((nobody as RawClient).call('Admin', 'Ping', {}))).reason, 'TOKEN_REQUIRED');
  assert.equal((await refusal((late as RawClient).call('Admin', 'Ping', {}))).reason, 'TOKEN_INVALID');
  await (right as RawClient).call('Admin', 'Ping', {});
  await again.stop();
  const secret = kept.secret.split('_')[2] ?? '';
  for (const file of ['holdfast.db']) assert.ok(!readFileSync(join(state_dir, file)).includes(secret));
  assert.ok(!again.log().includes(secret));
  removeFolder(state_dir);
});

test('a request_id makes one token, whose secret is told once', async () => {
  const request = { request_id: requestId(), name: 'once', role: 'ACCESS_ROLE_READER', agents: ['alpha'] };
  await admin.call('Admin', 'CreateToken', request);
  assert.equal((await refusal(admin.call('Admin', 'CreateToken', request))).reason, 'IDEMPOTENCY_KEY_REUSED');
  const { tokens } = await admin.call('Admin', 'ListTokens', { page_size: 1000 });
  assert.equal(tokens.filter(({ name }: Reply) => name === 'once').length, 1);
});

test('a socket bound to agents needs no token for them, and does nothing for others', async () => {
  const path = join(folder, 'alpha.sock');
  assert.equal(statSync(path).mode & 0o777, 0o660);
  const alpha = client(undefined, `unix:${path}`);
  await putState(alpha, 'bound', { agent_id: 'alpha' });
  await putState(alpha, 'bound', { agent_id: 'desk-7' });
  await denied(putState(alpha, 'bound', { agent_id: 'beta' }));
  await denied(alpha.call('Admin', 'Stats', {}));
  // A token counts for what it is; a wrong one is no way back to the socket's own rights.
  const beta = client((await createToken(admin, 'agent', ['beta'])).header, `unix:${path}`);
  await putState(beta, 'bound', { agent_id: 'beta' });
  await denied(putState(beta, 'bound', { agent_id: 'alpha' }));
  const wrong = client('Bearer nonsense', `unix:${path}`);
  assert.equal((await refusal(putState(wrong, 'bound', { agent_id: 'alpha' }))).reason, 'TOKEN_INVALID');
});

describe('the tokens file', () => {
  const [box_1, box_2] = [makeToken('box-1'), makeToken('box-2')];
  const [line_1, line_2] = [box_1, box_2].map(
    ({ token_id, secret_sha256 }) => `${tokensFileLine(token_id, 'agent', ['alpha'], secret_sha256)}\n`,
  );
  let box: RawClient;
  before(() => {
    box = client(`Bearer ${box_1.token}`);
  });

  const replace = (text: string, mode = 0o600): void => {
    writeFileSync(`${tokens_file}.new`, text);
    chmodSync(`${tokens_file}.new`, mode);
    renameSync(`${tokens_file}.new`, tokens_file);
    daemon.process.kill('SIGHUP');
  };
  const isLetIn = (header = `Bearer ${box_1.token}`) => {
    const made = client(header);
    return putState(made, 'file', { agent_id: 'alpha' })
      .then(
        () => true,
        () => false,
      )
      .finally(() => made.close());
  };
  /** Lets box-1 in and watches; returns what tells how the stream ends. */
  async function watching(): Promise<{ ended: Promise<RpcError> }> {
    replace(line_1 ?? '');
    await until(() => isLetIn());
    const stream = box.stream('Watch', 'Watch', { agent_id: 'alpha', from_revision: '0' });
    await once(stream, 'data');
    return { ended: endOf(stream) };
  }
  /** Ended by the end of another test, or of all. */
  const stays = ({ ended }: { ended: Promise<RpcError> }): void => void ended.catch(() => {});
  const logged = (text: string) => daemon.log().split(text).length - 1;

  test('a line counts as soon as it is there, for its agents, and no longer than that', async () => {
    const { ended } = await watching();
    await denied(putState(box, 'file', { agent_id: 'beta' }));
    replace('# nobody\n');
    assert.equal((await ended).reason, 'TOKEN_INVALID');
  });

  test('a path that cannot be read leaves things as they are, and is said once', async () => {
    stays(await watching());
    const before_loop = logged('tokens file cannot be read');
    rmSync(tokens_file);
    symlinkSync(tokens_file, `${tokens_file}.new`);
    renameSync(`${tokens_file}.new`, tokens_file);
    await until(() => logged('tokens file cannot be read') > before_loop);
    assert.equal(daemon.process.exitCode, null);
    assert.ok(await isLetIn());
    rmSync(tokens_file);
    replace(`${line_1}${line_2}`);
    await until(() => isLetIn(`Bearer ${box_2.token}`));
    assert.equal(logged('tokens file cannot be read'), before_loop + 1);
  });

  test('a line that is wrong is reported and revokes nothing else; what is gone is revoked all the same', async () => {
    const { ended } = await watching();
    replace(`${line_2}what is this\n`);
    assert.equal((await ended).reason, 'TOKEN_INVALID');
    await until(() => daemon.log().includes(`${tokens_file}:2: a role is`));
    assert.ok(await isLetIn(`Bearer ${box_2.token}`));
  });

  test('a file that others may write does not count', async () => {
    stays(await watching());
    replace(`${line_1}${line_2}`, 0o620);
    await until(() => daemon.log().includes('may be written by others than its owner'));
    assert.ok(await isLetIn());
    assert.ok(!(await isLetIn(`Bearer ${box_2.token}`)));
    chmodSync(tokens_file, 0o600);
    await until(() => isLetIn(`Bearer ${box_2.token}`));
  });

  test('a file that goes takes its tokens along', async () => {
    const { ended } = await watching();
    rmSync(tokens_file);
    assert.equal((await ended).reason, 'TOKEN_INVALID');
    assert.ok(!(await isLetIn()));
  });
});

test('health needs no token, reflection any', async () => {
  const nobody = client();
  await nobody.callBytes('/grpc.health.v1.Health/Check', Buffer.alloc(0));
  const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
  assert.equal((await refusal(nobody.callBytes(path, Buffer.alloc(0)))).reason, 'TOKEN_REQUIRED');
  assert.equal(
    (await refusal(nobody.callBytes('/no.such.Service/Method', Buffer.alloc(0)))).reason,
    'TOKEN_REQUIRED',
  );
});

test('an agent that calls too often is told when to come back, and the others are not', async () => {
  const state_dir = temporaryFolder();
  const limited = await startDaemon({ state_dir, args: ['--max-calls-per-second-per-agent', '20'] });
  const local = client(undefined, limited.address);
  const calls = Array.from({ length: 60 }, () =>
    local.call('State', 'ListStates', { agent_id: 'alpha' }).then(
      () => undefined,
      (error: RpcError) => error,
    ),
  );
  const refusals = (await Promise.all(calls)).filter((error) => error !== undefined);
  assert.ok(refusals.length > 0 && refusals.length <= 40, `${refusals.length} refused`);
  for (const { reason, retry_after_ms } of refusals) {
    assert.equal(reason, 'RATE_LIMITED');
    assert.ok(retry_after_ms !== undefined && retry_after_ms > 0);
  }
  await local.call('State', 'ListStates', { agent_id: 'beta' });
  // A Transact counts for its mutations, and calls that are denied for whoever makes them, not for whom they name.
  const mutations = Array.from({ length: 100 }, (_, n) => ({
    put_state: { name: `n-${n}`, document: { json: '{}' } },
  }));
  await local.call('Transact', 'Transact', { agent_id: 'gamma', request_id: requestId(), mutations });
  assert.equal(
    (await refusal(local.call('State', 'ListStates', { agent_id: 'gamma' }))).reason,
    'RATE_LIMITED',
  );
  const narrow = client((await createToken(local, 'agent', ['delta'])).header, limited.address);
  const reasons = await Promise.all(
    Array.from({ length: 60 }, () =>
      refusal(narrow.call('State', 'ListStates', { agent_id: 'epsilon' })).then(({ reason }) => reason),
    ),
  );
  assert.deepEqual([...new Set(reasons)].sort(), ['ACCESS_DENIED', 'RATE_LIMITED']);
  await local.call('State', 'ListStates', { agent_id: 'epsilon' });
  // What cannot be read names no agent, and is counted all the same.
  const unreadable = await Promise.all(
    Array.from({ length: 60 }, () =>
      refusal(narrow.callBytes('/holdfast.v1.State/ListStates', Buffer.of(0xff))).then(
        ({ reason }) => reason,
      ),
    ),
  );
  assert.deepEqual([...new Set(unreadable)].sort(), ['INVALID_FIELD', 'RATE_LIMITED']);
  await narrow.call('State', 'ListStates', { agent_id: 'delta' });
  await limited.kill();
  removeFolder(state_dir);
});

test('an agent may have so many streams, and another one still has its own', async () => {
  const state_dir = temporaryFolder();
  const limited = await startDaemon({ state_dir, args: ['--max-streams-per-agent', '2'] });
  const local = client(undefined, limited.address);
  const watch = (agent_id: string) =>
    local.stream('Signals', 'Subscribe', { agent_id, patterns: ['pf:broadcast'] });
  const held = [watch('alpha'), watch('alpha'), watch('beta')];
  for (const stream of held)
    await once(
      stream.on('error', () => {}),
      'data',
    );
  assert.equal((await endOf(watch('alpha'))).reason, 'TOO_MANY');
  held[0]?.cancel();
  await until(async () => {
    const stream = watch('alpha');
    const opened = await Promise.race([once(stream, 'data'), once(stream, 'end')]).then(
      () => true,
      () => false,
    );
    stream.on('error', () => {});
    stream.cancel();
    return opened;
  });
  await limited.kill();
  removeFolder(state_dir);
});
