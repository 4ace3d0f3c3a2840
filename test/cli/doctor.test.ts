/** What `holdfast doctor` finds on a box. */
import assert from 'node:assert/strict';
import { chmodSync, chownSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { looking } from '../../src/cli/doctor_report.js';
import { certify, makeAuthority, no_openssl } from '../support/certificates.js';
import { cliFixture, run } from './support.js';

interface Report {
  readonly checks: readonly { name: string; level: string; found: string; advice?: string }[];
}

test('doctor finds what is wrong and says what to do', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  const well = await holdfast('doctor');
  assert.equal(well.code, 0);
  assert.match(well.stdout, /^warn {2}backup +there is none\n +-> run holdfast backup\n/m);
  assert.ok(well.stdout.includes(`held by pid ${daemon.process.pid}`));
  await holdfast('backup');
  await daemon.stop();
  chmodSync(daemon.state_dir, 0o755);
  writeFileSync(join(daemon.state_dir, 'holdfast.suspect'), 'storage_error\nEIO on write\n');
  const ill = await holdfast('doctor', '--json');
  assert.equal(ill.code, 4);
  const report = JSON.parse(ill.stdout) as Report;
  const level = (name: string) => report.checks.find((check) => check.name === name)?.level;
  assert.deepEqual(['state folder', 'last run', 'daemon', 'backup', 'node', 'sqlite', 'lock'].map(level), [
    'warn',
    'fail',
    'fail',
    'ok',
    'ok',
    'ok',
    'ok',
  ]);
  for (const { level, advice } of report.checks) assert.equal(advice === undefined, level === 'ok');
  // Looking changes nothing.
  assert.equal(statSync(daemon.state_dir).mode & 0o777, 0o755);
});

test('doctor tells a daemon of another folder, and one that refuses, from one that is not there', async (t) => {
  const { daemon } = await cliFixture(t, { args: ['--listen', '127.0.0.1:0'] });
  const checks = async (state_dir: string, more: NodeJS.ProcessEnv = {}) => {
    const env = { HOLDFAST_ADDRESS: daemon.address, HOLDFAST_STATE_DIR: state_dir, ...more };
    const { code, stdout } = await run(['doctor', '--json'], env);
    const found = (JSON.parse(stdout) as Report).checks;
    return { code, of: (name: string) => found.find((one) => one.name === name) };
  };
  const tokenless = await checks(daemon.state_dir);
  assert.equal(tokenless.code, 4);
  assert.match(
    tokenless.of('daemon')?.found ?? '',
    /^it answers at 127.*, and refuses to tell: TOKEN_REQUIRED/,
  );
  assert.match(tokenless.of('daemon')?.advice ?? '', /--token-file/);

  const { daemon: open } = await cliFixture(t);
  const made = await run(['tokens', 'create', 'bot', '--for', 'alpha'], { HOLDFAST_ADDRESS: open.address });
  const ask = { HOLDFAST_ADDRESS: open.address };
  const agent = await checks(open.state_dir, { ...ask, HOLDFAST_TOKEN: made.stdout.trim() });
  assert.match(agent.of('daemon')?.found ?? '', /answers at unix:/);
  assert.match(agent.of('how it does')?.found ?? '', /refuses to tell more: ACCESS_DENIED/);

  const other = await checks(daemon.state_dir, ask);
  assert.equal(other.code, 4);
  assert.equal(
    other.of('whose folder')?.found,
    `the daemon that answers keeps its state in ${open.state_dir}, and ${daemon.state_dir} was looked at`,
  );
  const link = join(daemon.state_dir, 'link');
  symlinkSync(open.state_dir, link);
  assert.equal((await checks(link, ask)).of('whose folder'), undefined);
});

test('doctor looks at owners, modes, the configuration and its files', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  await holdfast('backup');
  await daemon.stop();
  const at = (name: string): string => join(daemon.state_dir, name);
  const is_root = process.getuid?.() === 0;
  if (is_root) chownSync(at('holdfast.db'), 65_533, 65_533);
  chmodSync(at('signing.key'), 0o644);
  writeFileSync(at('master.key'), '');
  chmodSync(at('master.key'), 0o604);
  const env = { HOLDFAST_MASTER_KEY_FILE: at('master.key') };
  const tls = { HOLDFAST_TLS_CERT_FILE: at('cert.pem'), HOLDFAST_TLS_KEY_FILE: at('key.pem') };
  const looks = async (more: NodeJS.ProcessEnv): Promise<(name: string) => string | undefined> => {
    const { code, stdout } = await run(['--state-dir', daemon.state_dir, 'doctor', '--json'], more);
    assert.equal(code, 4);
    const { checks } = JSON.parse(stdout) as Report;
    return (name) =>
      checks.filter((one) => one.name === name).map(({ level, found }) => `${level} ${found}`)[0];
  };
  const first = await looks({ ...env, ...tls });
  if (is_root) assert.match(first('owners') ?? '', /^fail .*not: holdfast\.db \(user 65533\)$/);
  assert.match(first('modes') ?? '', /^warn others may open .*signing\.key \(0644\)/);
  assert.match(first('master key') ?? '', /^warn .* has mode 0604$/);
  assert.match(first('TLS key') ?? '', /^fail .*key\.pem does not exist$/);
  assert.match(first('TLS certificate') ?? '', /^fail .*cert\.pem does not exist$/);
  writeFileSync(at('cert.pem'), 'none');
  assert.match((await looks(tls))('TLS certificate') ?? '', /^fail .* is no certificate$/);
  assert.match(
    (await looks({ HOLDFAST_MAX_BATCH: '0' }))('configuration') ?? '',
    /^fail HOLDFAST_MAX_BATCH: must be/,
  );
});

test('doctor tells of a certificate that ends soon', { skip: no_openssl }, async (t) => {
  const { daemon } = await cliFixture(t);
  makeAuthority(daemon.state_dir);
  certify(daemon.state_dir, 'server', 'server');
  const [cert, key] = ['server.pem', 'server.key'].map((name) => join(daemon.state_dir, name));
  const env = { HOLDFAST_TLS_CERT_FILE: cert, HOLDFAST_TLS_KEY_FILE: key };
  const { stdout } = await run(['--state-dir', daemon.state_dir, 'doctor'], env);
  assert.match(stdout, /^warn {2}TLS certificate +ends in 1 days, at .*\n +-> replace it/m);
  assert.match(stdout, /^ok {4}mirror +off$/m);
});

test('what doctor may not look at is a finding', () => {
  const refused = Object.assign(new Error('EACCES: no'), { code: 'EACCES', path: '/x/y' });
  const checks = looking('lock', () => {
    throw refused;
  });
  assert.deepEqual(
    checks.map(({ level, found }) => [level, found]),
    [['warn', 'you may not look at /x/y']],
  );
});
