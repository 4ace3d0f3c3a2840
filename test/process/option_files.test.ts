/** Files that options name and that cannot be used: told in one form, with the exit code of a wrong option. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { packageRoot } from '../../src/paths.js';
import { ENV, run } from '../cli/support.js';
import { certify, makeAuthority, no_openssl } from '../support/certificates.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const MAIN = join(packageRoot, 'dist', 'src', 'main.js');
const folder = temporaryFolder();
after(() => removeFolder(folder));
const at = (name: string): string => join(folder, name);
const [file, none] = [at('file'), at('none')];
writeFileSync(file, 'no PEM', { mode: 0o600 });

const CASES: Readonly<Record<string, [args: string[], told: string]>> = {
  'a state folder that is a file': [['--state-dir', file], `--state-dir: ${file}: file already exists`],
  'a state folder below a file': [
    ['--state-dir', join(file, 'x')],
    `--state-dir: ${file}/x: not a directory`,
  ],
  'a certificate that is not there': [
    ['--tls-cert-file', none, '--tls-key-file', file],
    `--tls-cert-file: ${none}: no such file or directory`,
  ],
  'a key that is not there': [
    ['--tls-cert-file', file, '--tls-key-file', none],
    `--tls-key-file: ${none}: no such file or directory`,
  ],
  'a certificate that is none': [
    ['--tls-cert-file', file, '--tls-key-file', file],
    `--tls-cert-file: ${file}: error:`,
  ],
  'a password of Redis that is not there': [
    ['--redis-url', 'redis://127.0.0.1:1', '--redis-password-file', none],
    `--redis-password-file: ${none}: no such file or directory`,
  ],
  'a tokens file that is not there': [
    ['--tokens-file', none],
    `--tokens-file: ${none}: no such file or directory`,
  ],
  'a tokens file with a wrong line': [['--tokens-file', file], `--tokens-file: ${file}:1: `],
  'metrics below a file': [
    ['--metrics-listen', `unix:${file}/m.sock`],
    `--metrics-listen: unix:${file}/m.sock: not a directory`,
  ],
};

describe('a start names the option, the path and the reason:', () => {
  for (const [name, [args, told]] of Object.entries(CASES)) {
    test(name, () => {
      const command = [MAIN, '--state-dir', at('state'), '--log-level', 'silent', ...args];
      const { status, stderr } = spawnSync(process.execPath, command, { env: ENV, encoding: 'utf8' });
      assert.equal(status, 2, stderr);
      assert.ok(stderr.startsWith(`holdfastd: INVALID_FIELD: ${told}`), stderr);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    });
  }

  test('a key of another certificate', { skip: no_openssl }, () => {
    makeAuthority(folder);
    certify(folder, 'server', 'server');
    certify(folder, 'client', 'client');
    const tls = ['--tls-cert-file', at('server.pem'), '--tls-key-file', at('client.key')];
    const command = [MAIN, '--state-dir', at('state'), '--log-level', 'silent', ...tls];
    const { status, stderr } = spawnSync(process.execPath, command, { env: ENV, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /--tls-cert-file: .*server\.pem: .*key values mismatch/);
  });
});

test('a command names the option of a token file, also in JSON', async () => {
  const plain = await run(['--token-file', none, 'status']);
  assert.deepEqual(
    [plain.code, plain.stderr],
    [2, `holdfast: INVALID_FIELD: --token-file: ${none}: no such file or directory (field token-file)\n`],
  );
  const json = await run(['--token-file', folder, '--json', 'status']);
  assert.equal(JSON.parse(json.stderr).error.field, 'token-file');
});
