/** Where options come from, what beats what, and how wrong ones are told. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { mistakenVariables, optionsTable, readConfig, readSettings } from '../src/config.js';
import { packageRoot } from '../src/paths.js';
import { readUpstreams } from '../src/upstreams/config.js';
import { removeFolder, temporaryFolder } from './support/daemon.js';

const folder = temporaryFolder();
after(() => removeFolder(folder));
const path = join(folder, 'holdfast.toml');
const write = (text: string): string[] => {
  writeFileSync(path, text);
  return ['--config', path];
};
const refusal = (text: string): { reason: string; message: string } => {
  try {
    readConfig(write(text), {});
  } catch (error) {
    return error as { reason: string; message: string };
  }
  throw new Error('was taken');
};

describe('options', () => {
  test('come from defaults, file, environment and flags, each beating those before it', () => {
    const file = write('max_batch = 8\nmax_watches = 9\nmax_queued = 10\n');
    const env = { HOLDFAST_MAX_WATCHES: '19', HOLDFAST_MAX_QUEUED: '20' };
    const config = readConfig([...file, '--max-queued', '30'], env);
    assert.deepEqual(
      [config.reader_threads, config.max_batch, config.max_watches, config.max_queued],
      [2, 8, 19, 30],
    );
    const origins = new Map(
      readSettings([...file, '--max-queued', '30'], env).map(({ key, value, origin }) => [
        key,
        [value, origin],
      ]),
    );
    assert.deepEqual(
      ['reader_threads', 'max_batch', 'max_watches', 'max_queued'].map((key) => origins.get(key)),
      [
        ['2', 'default'],
        ['8', path],
        ['19', 'HOLDFAST_MAX_WATCHES'],
        ['30', '--max-queued'],
      ],
    );
  });

  test('may be texts, integers, switches and lists in the file', () => {
    const config = readConfig(
      write(
        [
          `state_dir = '${folder}'`,
          `listen = ['unix:${folder}/a.sock', '127.0.0.1:7070']`,
          'sweep_interval_ms = 2_000',
          'verify_on_start = "full"',
        ].join('\n'),
      ),
      {},
    );
    assert.deepEqual(config.listen, [
      { kind: 'unix', path: `${folder}/a.sock`, mode: 0o600, group: '', resident: undefined },
      { kind: 'tcp', host: '127.0.0.1', port: 7070 },
    ]);
    assert.deepEqual([config.state_dir, config.sweep_interval_ms], [folder, 2000]);
    assert.equal(config.verify_on_start, 'full');
  });

  test('the file is the one named, the one of the environment, or the user’s own; empty means none', () => {
    const home = join(folder, 'home');
    mkdirSync(join(home, 'holdfast'), { recursive: true });
    writeFileSync(join(home, 'holdfast', 'holdfast.toml'), 'max_batch = 5');
    write('max_batch = 6');
    const other = join(folder, 'other.toml');
    writeFileSync(other, 'max_batch = 7');
    const env = { XDG_CONFIG_HOME: home };
    assert.equal(readConfig([], env).max_batch, 5);
    assert.equal(readConfig([], { ...env, HOLDFAST_CONFIG: path }).max_batch, 6);
    assert.equal(readConfig(['--config', other], { ...env, HOLDFAST_CONFIG: path }).max_batch, 7);
    assert.equal(readConfig([], { ...env, HOLDFAST_CONFIG: '' }).max_batch, 256);
  });

  test('upstreams may be tables of the file', () => {
    const { upstreams } = readConfig(
      write(
        '[upstreams.prices]\nbase_url = "https://prices.example"\n[upstreams.prices.resources.last]\npath = "/last/{market}"\nttl_ms = 500',
      ),
      {},
    );
    const [name, prices] = [...readUpstreams(upstreams, {})][0] ?? [];
    assert.deepEqual([name, prices?.resources.get('last')?.ttl_ms], ['prices', 500]);
    const elsewhere = readConfig([...write('[upstreams.x]\nbase_url = 1'), '--upstreams', 'a.json'], {});
    assert.equal(elsewhere.upstreams?.table, undefined);
    const wrong = readConfig(write('[upstreams.x]\nbase_url = 1'), {}).upstreams;
    assert.throws(() => readUpstreams(wrong, {}), {
      reason: 'INVALID_FIELD',
      message: new RegExp(`^upstreams in ${path}: x\\.`),
    });
  });
});

test('a switch may be written in TOML’s own words', () => {
  assert.equal(readConfig(write('require_token = true'), {}).require_token, true);
  assert.equal(readConfig(write('require_token = false'), {}).require_token, false);
});

describe('a refusal names the place', () => {
  for (const [what, text, expected] of [
    [
      'an unknown key, with what may be meant',
      'max_bacth = 1',
      `${path}: there is no key "max_bacth"; did you mean "max_batch"?`,
    ],
    ['a flag’s spelling', 'max-batch = 1', `${path}: there is no key "max-batch"; did you mean "max_batch"?`],
    ['the file in itself', 'config = "x"', `${path}: there is no key "config"`],
    [
      'a table where there is none',
      '[max_batch]\na = 1',
      `${path}: max_batch must be a text, an integer, true, false or a list of texts`,
    ],
    [
      'a list of numbers',
      'listen = [1]',
      `${path}: listen must be a text, an integer, true, false or a list of texts`,
    ],
    [
      'a value beyond its range',
      'max_batch = 0',
      `${path}: max_batch: must be an integer from 1 to 4096, not "0"`,
    ],
    ['a fraction', 'max_batch = 1.5', `${path}: max_batch: must be an integer from 1 to 4096, not "1.5"`],
    ['TOML that is none', 'max_batch = \n', `${path}: line 1, column 13: `],
    ['a key given twice', 'max_batch = 1\nmax_batch = 2', `${path}: line 2, column `],
  ] as const) {
    test(what, () => {
      const { reason, message } = refusal(text);
      assert.equal(reason, 'INVALID_FIELD');
      assert.ok(message.startsWith(expected), message);
    });
  }

  test('an option of an address that is given twice', () => {
    assert.equal(readConfig(['--max-batch', '1', '--max-batch=2'], { HOLDFAST_CONFIG: '' }).max_batch, 2);
    const listen = 'unix:/run/a.sock?mode=0660&role=agent&mode=0600';
    assert.throws(() => readConfig(['--listen', listen], { HOLDFAST_CONFIG: '' }), {
      message: '--listen: the option "mode" of an address is given twice',
    });
  });

  test('a client certificate that nobody could be asked for', () => {
    assert.throws(() => readConfig(['--tls-client-ca-file', 'ca.pem'], { HOLDFAST_CONFIG: '' }), {
      message: '--tls-client-ca-file: client certificates need --tls-cert-file',
    });
  });

  test('a variable that is none, by what may be meant; those of clients and keys are nobody’s business', () => {
    const env = {
      HOLDFAST_MAX_BACTH: '1',
      HOLDFAST_MAX_BATCH: '1',
      HOLDFAST_TLS_CERT: 'c',
      HOLDFAST_KEY_X: 'k',
    };
    assert.deepEqual(mistakenVariables(env), ['HOLDFAST_MAX_BACTH; did you mean "HOLDFAST_MAX_BATCH"?']);
  });

  test('of the environment and the flag', () => {
    assert.throws(() => readConfig([], { HOLDFAST_CONFIG: '', HOLDFAST_MAX_BATCH: 'x' }), {
      message: 'HOLDFAST_MAX_BATCH: must be an integer from 1 to 4096, not "x"',
    });
    assert.throws(() => readConfig(['--max-bacth', '1'], {}), {
      message: 'there is no option --max-bacth; did you mean "max-batch"?',
    });
    assert.throws(() => readConfig(['--config', join(folder, 'none.toml')], {}), {
      message: `${join(folder, 'none.toml')}: cannot be read (ENOENT)`,
    });
  });
});

test('the reference has every option once', () => {
  const rows = optionsTable().split('\n').slice(2);
  const keys = rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1]);
  assert.deepEqual(
    keys,
    readSettings([], { HOLDFAST_CONFIG: '' }).map(({ key }) => key),
  );
  assert.equal(new Set(keys).size, keys.length);
});

test('holdfast config show takes the state folder before its name, and refuses what the daemon would with 2', () => {
  const cli = join(packageRoot, 'dist', 'src', 'cli', 'main.js');
  const show = (args: string[]) =>
    spawnSync(process.execPath, [cli, '--state-dir', '/srv/one', 'config', 'show', ...args], {
      encoding: 'utf8',
      env: { ...process.env, HOLDFAST_CONFIG: '' },
    });
  assert.match(show([]).stdout, /^state_dir += "\/srv\/one"$/m);
  assert.match(show(['--state-dir', '/srv/two']).stdout, /^state_dir += "\/srv\/two"$/m);
  const sound =
    '[upstreams.p]\nbase_url = "http://127.0.0.1"\ncredential = {systemd = "p"}\n[upstreams.p.resources]';
  assert.equal(show(write(sound)).status, 0);
  const { status, stderr } = show(write(sound.replace('base_url', 'base_ulr')));
  assert.match(stderr, /upstreams in .*: p\.base_ulr: is not one of .*; did you mean "base_url"\?/);
  assert.equal(status, 2);
});

test('holdfast config show tells each origin', () => {
  const cli = join(packageRoot, 'dist', 'src', 'cli', 'main.js');
  const args = ['config', 'show', '--origin', ...write('max_batch = 8')];
  const printed = execFileSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    env: { ...process.env, HOLDFAST_MAX_QUEUED: '7' },
  });
  assert.match(printed, new RegExp(`^max_batch += "8" +# ${path}$`, 'm'));
  assert.match(printed, /^max_queued += "7" +# HOLDFAST_MAX_QUEUED$/m);
  assert.match(printed, /^max_watches += "1000" +# default$/m);
});
