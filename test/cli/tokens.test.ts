/** holdfast tokens against a real daemon: made, used, listed, revoked; and a line for a tokens file. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { CLI, cliFixture, ENV, run } from './support.js';

const folder = temporaryFolder();
after(() => removeFolder(folder));

test('a token is made, printed alone, used from a file, listed and revoked', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  const made = await holdfast('tokens', 'create', 'bot', '--for', 'alpha', '--ttl', '30d');
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stdout, /^hf_[0-9a-f]{16}_[0-9a-f]{64}\n$/);
  const file = join(folder, 'bot.token');
  writeFileSync(file, made.stdout);
  const env = { HOLDFAST_ADDRESS: daemon.address };
  const as = (...args: string[]) => run(['--token-file', file, ...args], env);
  assert.equal((await as('--agent', 'alpha', 'state', 'put', 'n', '{}')).code, 0);
  const other = await as('--agent', 'beta', 'state', 'get', 'n');
  assert.equal(other.code, 1);
  assert.match(other.stderr, /ACCESS_DENIED/);
  const id = made.stdout.split('_')[1] ?? '';
  const listed = await holdfast('tokens', 'list');
  assert.match(listed.stdout, new RegExp(`${id}.*bot.*AGENT.*alpha`, 'i'));
  assert.equal((await holdfast('tokens', 'revoke', id)).code, 0);
  assert.match((await as('--agent', 'alpha', 'state', 'get', 'n')).stderr, /TOKEN_INVALID/);
  for (const { stdout, stderr } of [listed, other])
    assert.ok(!(stdout + stderr).includes(made.stdout.trim()));
});

test('a token that could not be shown is revoked', async (t) => {
  const { daemon, json } = await cliFixture(t);
  const env = { ...ENV, HOLDFAST_ADDRESS: daemon.address };
  for (const form of ['', '--json']) {
    const create = `'${process.execPath}' '${CLI}' ${form} tokens create lost --for alpha > /dev/full`;
    const { status, stderr } = spawnSync('bash', ['-c', create], { env, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /the token could not be shown \(no space left on device\) and was revoked: [0-9a-f]{16}/,
    );
    assert.equal(stderr.trimEnd().split('\n').length, 1);
  }
  const tokens = (await json('tokens', 'list')) as { name: string; revoked_at: string | null }[];
  assert.deepEqual(
    tokens.map(({ name, revoked_at }) => [name, revoked_at !== null]),
    [
      ['lost', true],
      ['lost', true],
    ],
  );
});

test('a line of a tokens file lets its token in', async (t) => {
  // As the operator's page has it: what is redirected is the line, and never the token.
  const tokens_file = join(folder, 'tokens');
  const hash = `'${process.execPath}' '${CLI}' tokens hash box-1 --for alpha >> '${tokens_file}'`;
  const hashed = spawnSync('bash', ['-c', hash], { env: ENV, encoding: 'utf8' });
  assert.deepEqual([hashed.status, hashed.stdout], [0, '']);
  const token = hashed.stderr.trim();
  assert.match(token, /^hf_box-1_[0-9a-f]{64}$/);
  assert.match(readFileSync(tokens_file, 'utf8'), /^box-1 agent alpha [0-9a-f]{64}\n$/);
  assert.ok(!readFileSync(tokens_file, 'utf8').includes(token.split('_')[2] ?? ''));
  chmodSync(tokens_file, 0o600);
  const { daemon } = await cliFixture(t, { args: ['--tokens-file', tokens_file, '--require-token', 'on'] });
  const env = { HOLDFAST_ADDRESS: daemon.address, HOLDFAST_AGENT: 'alpha' };
  assert.equal((await run(['state', 'put', 'n', '{}'], { ...env, HOLDFAST_TOKEN: token })).code, 0);
  assert.match((await run(['state', 'get', 'n'], env)).stderr, /TOKEN_REQUIRED/);
  const both = JSON.parse((await run(['tokens', 'hash', 'box-2', '--for', 'alpha', '--json'])).stdout);
  assert.deepEqual(Object.keys(both), ['line', 'token']);
});

test('what makes no sense is refused before anybody is asked', async () => {
  assert.equal((await run(['tokens', 'create', 'bot'])).code, 2);
  assert.equal((await run(['tokens', 'create', 'bot', '--for', 'a*b'])).code, 2);
  assert.equal((await run(['tokens', 'create', 'bot', '--for', 'a', '--role', 'boss'])).code, 2);
  assert.equal((await run(['tokens', 'hash', 'bot_1', '--for', 'a'])).code, 2);
});
