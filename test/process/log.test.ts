/** The log of a real daemon: its level changes while it runs, its lines tell calls apart, and no credential is in it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { withoutSecrets } from '../../src/codec/secrets.js';
import { packageRoot } from '../../src/paths.js';
import { cliFixture } from '../cli/support.js';
import { masterKey } from '../support/daemon.js';
import { refusal } from '../support/rawClient.js';
import { putState, requestId, stats, until, withClient } from '../support/work.js';

// Assembled, so that scanners of source code do not take them for real ones.
const SECRETS = {
  stripe: `sk_${'live'}_abcdEFGH12345678`,
  token: `hf_ops-1_${'aB3'.repeat(8)}`,
  github: `ghp_${'a1B2'.repeat(6)}`,
  pem: `-----BEGIN EC ${'PRIVATE'} KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk\n-----END EC ${'PRIVATE'} KEY-----`,
};

interface Line {
  readonly msg: string;
  readonly level: number;
  readonly method?: string;
  readonly request_id?: string;
  readonly call_id?: number;
  readonly code?: string;
}

const lines = (log: string): Line[] =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

test('the level changes at once and goes back by itself; each call leaves a line that names it', {
  timeout: 60_000,
}, async (t) => {
  const { daemon, holdfast } = await cliFixture(t, {});
  const calls = () => lines(daemon.log()).filter(({ msg }) => msg === 'call');
  await withClient(daemon.address, async (client) => {
    await putState(client, 's', { request_id: 'quiet' });
    assert.deepEqual(calls(), []);
    const changed = await holdfast('log-level', 'debug');
    assert.deepEqual([changed.code, changed.stdout], [0, 'debug (was info)\n']);
    await putState(client, 's', { request_id: 'told-1' });
    await refusal(client.call('State', 'GetState', { agent_id: 'agent-1', name: 'nowhere' }));
    const told = () => calls().filter(({ method }) => method?.startsWith('holdfast.v1.State/'));
    await until(() => told().length === 2);
    assert.deepEqual(
      told().map(({ method, request_id, code }) => [method, request_id, code]),
      [
        ['holdfast.v1.State/PutState', 'told-1', 'OK'],
        ['holdfast.v1.State/GetState', undefined, 'NOT_FOUND'],
      ],
    );
    assert.equal(new Set(calls().map(({ call_id }) => call_id)).size, calls().length);
    assert.equal((await stats(client)).log_level, 'debug');

    assert.equal((await holdfast('log-level')).stdout, 'info (was debug)\n');
    const for_a_while = await client.call('Admin', 'SetLogLevel', {
      level: 'trace',
      duration: { nanos: 200_000_000 },
    });
    assert.deepEqual([for_a_while.previous_level, for_a_while.configured_level], ['info', 'info']);
    await until(() => /the log level is as configured again/.test(daemon.log()));
    assert.equal((await stats(client)).log_level, 'info');
    // A change for good ends one for a while.
    await client.call('Admin', 'SetLogLevel', { level: 'trace', duration: { seconds: 86_400 } });
    await client.call('Admin', 'SetLogLevel', { level: 'warn' });
    assert.equal((await stats(client)).log_level, 'warn');

    for (const [request, field] of [
      [{ level: 'loud' }, 'level'],
      [{ level: 'debug', duration: { seconds: 86_401 } }, 'duration'],
      [{ level: 'debug', duration: { seconds: -1 } }, 'duration'],
    ] as const)
      assert.equal((await refusal(client.call('Admin', 'SetLogLevel', request))).field, field);
  });
  assert.equal((await holdfast('log-level', 'debug', '--for', 'soon')).code, 2);
  assert.equal((await holdfast('log-level', '--for', '10m')).code, 2);
});

test('at trace level, no credential gets into the log, wherever a client puts it', {
  timeout: 60_000,
}, async (t) => {
  const { daemon } = await cliFixture(t, { args: ['--log-level', 'trace', ...masterKey()] });
  await withClient(daemon.address, async (client) => {
    for (const secret of Object.values(SECRETS)) {
      const request = { agent_id: 'agent-1', request_id: requestId() };
      await client.call('Vault', 'PutCredential', {
        ...request,
        name: requestId('c'),
        value: Buffer.from(secret),
      });
      // Some are refused, and some are nobody's business but the log's.
      for (const more of [
        { request_id: secret, name: 'x', document: { json: '{}' } },
        { ...request, name: secret, document: { json: '{}' } },
        { ...request, name: 'x', document: { json: JSON.stringify({ deep: [secret] }) } },
      ])
        await client.call('State', 'PutState', { agent_id: 'agent-1', ...more }).catch(() => {});
    }
  });
  await daemon.stop();
  assert.ok(lines(daemon.log()).filter(({ msg }) => msg === 'call').length >= 16);
  assertClean(daemon.log());
});

test('fields and texts that hold a credential are blotted out, whatever logs them', () => {
  const program = `
    import { makeLog } from ${JSON.stringify(pathToFileURL(join(packageRoot, 'dist/src/log.js')).href)};
    const log = makeLog('info');
    const secrets = ${JSON.stringify(SECRETS)};
    log.info({ token: 'plain-1', request: { authorization: 'plain-2', credential: 'plain-3' }, kept: 'shown' }, 'fields');
    for (const secret of Object.values(secrets)) {
      log.error({ err: new Error('refused\\n' + secret) }, 'quoted "' + secret + '"');
      log.warn({ deep: { deeper: { deepest: [secret] } }, [secret]: 1 }, secret);
    }`;
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  // What is left is JSON still.
  assert.equal(lines(stderr).length, 1 + 2 * Object.keys(SECRETS).length);
  assert.match(stderr, /"kept":"shown"/);
  assert.doesNotMatch(stderr, /plain-[123]/);
  assertClean(stderr);
});

test('clean lines are written as they are', () => {
  for (const line of ['{"msg":"call","name":"task-sk-1"}\n', '{"a":"\\n\\t\\\\"}\n', '{"msg":"hf_"}\n'])
    assert.equal(withoutSecrets(line), line);
});

/** Looks for each secret as it is and as JSON spells it, and for a part of it that cannot be there by chance. */
function assertClean(log: string): void {
  for (const [kind, secret] of Object.entries(SECRETS)) {
    const part = kind === 'pem' ? 'MHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk' : secret.slice(-12);
    assert.ok(!log.includes(secret) && !log.includes(part), `${kind} in the log`);
  }
}
