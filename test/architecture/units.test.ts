/** The systemd units: what systemd itself says of them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { GLOBAL_OPTIONS } from '../../src/cli/help.js';
import { packageRoot } from '../../src/paths.js';

const folder = mkdtempSync(join(tmpdir(), 'hf-units-'));
after(() => rmSync(folder, { recursive: true }));
const unit = (name: string): string => join(packageRoot, 'systemd', name);
const analyze = (...args: string[]) => spawnSync('systemd-analyze', args, { encoding: 'utf8' });
const missing = analyze('--version').error !== undefined;

describe('the units', { skip: missing ? 'no systemd-analyze' : false }, () => {
  test('leave an exposure of at most 1.5', () => {
    const { status, stdout } = analyze(
      'security',
      '--offline=true',
      '--threshold=15',
      unit('holdfast.service'),
    );
    assert.equal(status, 0, stdout);
    const [, exposure] = /Overall exposure level for holdfast\.service: ([\d.]+)/.exec(stdout) ?? [];
    assert.ok(Number(exposure) <= 1.5, stdout);
  });

  test('verify without a word', () => {
    // The program is not installed here: any that exists stands in for it.
    const service = readFileSync(unit('holdfast.service'), 'utf8')
      .replace('/usr/lib/holdfast/bin/node', process.execPath)
      .replace(/^Documentation=.*$/m, '');
    writeFileSync(join(folder, 'holdfast.service'), service);
    writeFileSync(join(folder, 'holdfast.socket'), readFileSync(unit('holdfast.socket')));
    writeFileSync(join(folder, 'holdfast-desk.socket'), readFileSync(unit('holdfast-desk.socket')));
    const names = ['holdfast.service', 'holdfast.socket', 'holdfast-desk.socket'];
    const files = names.map((name) => join(folder, name));
    const { status, stdout, stderr } = analyze('verify', ...files);
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
  });

  test('and the command line go by one configuration, unless it is told another', () => {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const stage = 'set -e; . scripts/lib/stage.sh; stage_commands "$1"';
    spawnSync('bash', ['-c', stage, 'stage', bin], { cwd: packageRoot });
    const config = join(folder, 'holdfast.toml');
    writeFileSync(config, '');
    const [, used = ''] = / --config (\S+)/.exec(readFileSync(unit('holdfast.service'), 'utf8')) ?? [];
    const script = readFileSync(join(bin, 'holdfast'), 'utf8');
    assert.ok(script.includes(`config=${used}\n`));
    const tried = script
      .replace(`config=${used}`, `config=${config}`)
      .replace(/^exec .* "\$@"$/m, 'echo "$HOLDFAST_CONFIG|$HOLDFAST_STATE_DIR|$HOLDFAST_ADDRESS"');
    const told = (env: NodeJS.ProcessEnv, ...args: string[]): string =>
      spawnSync('sh', ['-c', tried, 'holdfast', ...args], { env, encoding: 'utf8' }).stdout.trim();
    const [state, socket] = ['/var/lib/holdfast', 'unix:/run/holdfast/holdfast.sock'];
    const box = `${config}||${socket}`;
    assert.equal(told({}, 'restore'), box);
    // Nothing of the service's may beat what another file says, and nobody who names a folder means the service.
    assert.equal(told({ HOLDFAST_CONFIG: '/tmp/else.toml' }, 'restore'), '/tmp/else.toml||');
    assert.equal(told({ HOLDFAST_CONFIG: '' }, 'restore'), '||');
    assert.equal(told({ HOLDFAST_STATE_DIR: '/tmp/drill' }, 'restore'), '|/tmp/drill|');
    assert.equal(told({ HOLDFAST_CONFIG: config }, 'restore'), box);
    assert.equal(told({ HOLDFAST_STATE_DIR: state }, 'restore'), `${config}|${state}|${socket}`);
    assert.equal(told({ HOLDFAST_ADDRESS: 'unix:/tmp/x' }, 'status'), `${config}||unix:/tmp/x`);

    const by_hand = `|${state}|${socket}`;
    assert.equal(told({}, 'serve'), by_hand);
    // Whatever stands before it, and only where it is the command.
    for (const [name, { value }] of Object.entries(GLOBAL_OPTIONS)) {
      assert.equal(
        told({}, `--${name}`, ...(value === undefined ? [] : ['restore']), 'serve'),
        by_hand,
        name,
      );
      if (value !== undefined) assert.equal(told({}, `--${name}`, 'serve', 'restore'), box, name);
    }
    assert.equal(told({}, '--state-dir=/tmp/drill', 'serve'), by_hand);
    assert.equal(told({}, '--agent', 'alpha', 'state', 'get', 'serve'), box);
    rmSync(config);
    assert.equal(told({}, 'restore'), by_hand);
  });

  test('name files that are installed', () => {
    const stage = readFileSync(join(packageRoot, 'scripts', 'lib', 'stage.sh'), 'utf8');
    const sockets = ['holdfast.socket', 'holdfast-desk.socket'];
    for (const name of ['holdfast.service', ...sockets, 'holdfast.sysusers', 'holdfast.tmpfiles'])
      assert.ok(stage.includes(`systemd/${name}`), name);
  });
});
