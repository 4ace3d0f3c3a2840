import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { COMMANDS } from '../../src/cli/registry.js';
import { runCommandLine } from '../../src/cli/run.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { CLI, cliFixture, ENV, run } from './support.js';

test('every command and group explains itself', async () => {
  const names = new Set(COMMANDS.flatMap(({ name }) => [name, name.split(' ')[0] ?? '']));
  for (const name of names) {
    // In this process: what a start of its own adds is the same for all of them.
    let [stdout, stderr] = ['', ''];
    const streams = {
      stdout: { write: (text: string | Uint8Array) => (stdout += text) },
      stderr: { write: (text: string) => (stderr += text) },
      handOver: async () => {},
    };
    const code = await runCommandLine([...name.split(' '), '--help'], ENV, streams, COMMANDS);
    assert.deepEqual([code, stderr], [0, ''], name);
    assert.ok(stdout.includes(`holdfast ${name}`), name);
    const command = COMMANDS.find((one) => one.name === name);
    for (const example of command?.examples ?? []) assert.ok(stdout.includes(example), example);
    assert.doesNotMatch(stdout, /undefined|NaN|\[object/);
  }
});

test('the overview names every command and the exit codes; --version is the package’s', async () => {
  const { code, stdout } = await run(['--help']);
  assert.equal(code, 0);
  for (const { name } of COMMANDS) assert.ok(stdout.includes(`\n  ${name} `), name);
  assert.match(stdout, /Exit codes: 0 done; 1 refused.*\n3 the daemon cannot be reached; 4 /);
  assert.match((await run(['--version'])).stdout, /^holdfast \d+\.\d+\.\d+\n$/);
  assert.match(JSON.parse((await run(['--version', '--json'])).stdout).version, /^\d+\.\d+\.\d+$/);
  assert.equal((await run([])).code, 2);
});

test('wrong usage ends with 2 and says what is wrong', async () => {
  const typo = await run(['statsu']);
  assert.equal(typo.code, 2);
  assert.match(typo.stderr, /did you mean "status"\?/);
  const group = await run(['ledger', 'balance']);
  assert.match(group.stderr, /did you mean "ledger balances"\?/);
  const missing = await run(['state', 'get']);
  assert.deepEqual([missing.code, missing.stdout], [2, '']);
  assert.match(missing.stderr, /NAME is missing\nUsage: holdfast state get NAME/);
  const agentless = await run(['state', 'get', 'x']);
  assert.deepEqual([agentless.code, agentless.stderr.includes('--agent')], [2, true]);
});

test('a daemon that is not there ends with 3, in both forms', async (t) => {
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const human = await run(['--state-dir', folder, 'status']);
  assert.deepEqual([human.code, human.stdout], [3, '']);
  assert.match(human.stderr, /^holdfast: UNAVAILABLE: no answer from unix:.*holdfast\.sock: connect ENOENT/);
  const json = await run(['--state-dir', folder, 'status', '--json']);
  assert.equal(json.code, 3);
  assert.equal((JSON.parse(json.stderr) as { error: { reason: string } }).error.reason, 'UNAVAILABLE');
});

test('a refusal ends with 1 and carries reason, message, field and facts', async (t) => {
  const { holdfast } = await cliFixture(t);
  await holdfast('state', 'put', 'config', '{"a":1}');
  const human = await holdfast('state', 'put', 'config', '{}', '--expected-version', '9');
  assert.equal(human.code, 1);
  assert.match(
    human.stderr,
    /^holdfast: VERSION_CONFLICT: .*\(field expected_version\)\n {2}expected: 9\n {2}actual: 1\n$/,
  );
  const json = await holdfast('state', 'put', 'config', '{}', '--expected-version', '9', '--json');
  const { error } = JSON.parse(json.stderr) as { error: object };
  assert.deepEqual(
    { ...error, message: '' },
    {
      reason: 'VERSION_CONFLICT',
      message: '',
      field: 'expected_version',
      metadata: { expected: '9', actual: '1' },
    },
  );
});

test('status shows what runs in one place', async (t) => {
  const { daemon, holdfast, json } = await cliFixture(t);
  const { code, stdout } = await holdfast('status');
  assert.equal(code, 0);
  assert.match(stdout, /^health {2,}ok\n/);
  assert.ok(stdout.includes(daemon.state_dir));
  assert.match(stdout, /holdfast\.v1\.Admin\/GetServerInfo +1 +0 /);
  assert.doesNotMatch(stdout, /undefined|NaN/);
  const status = (await json('status')) as {
    health: string;
    info: { pid: number };
    stats: { uptime: string };
  };
  assert.equal(status.health, 'ok');
  assert.equal(status.info.pid, daemon.process.pid);
  assert.match(status.stats.uptime, /^\d+(\.\d+)?s$/);
});

test('completion offers commands, then options', async () => {
  const script = (await run(['completion'])).stdout;
  const complete = async (line: string[]): Promise<string> => {
    const words = line.map((word) => `'${word}'`).join(' ');
    const program = `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=${line.length - 1}; _holdfast; echo "\${COMPREPLY[@]}"`;
    return (await promisify(execFile)('bash', ['-c', program])).stdout.trim();
  };
  assert.equal(await complete(['holdfast', 'led']), 'ledger');
  assert.equal(await complete(['holdfast', 'ledger', 're']), 'reconcile');
  assert.equal(await complete(['holdfast', 'ledger', 'reconcile', '--ex']), '--expect');
});

test('standard output that cannot be written ends with 1 and one line', async () => {
  const full = spawnSync('bash', ['-c', `'${process.execPath}' '${CLI}' --help > /dev/full`], {
    env: ENV,
    encoding: 'utf8',
  });
  assert.deepEqual(
    [full.status, full.stderr],
    [1, 'holdfast: FAILED: cannot write to standard output: no space left on device\n'],
  );
});

test('a reader that goes away ends the command quietly', async (t) => {
  const { daemon, holdfast } = await cliFixture(t);
  for (const name of ['a', 'b', 'c']) await holdfast('state', 'put', name, '1');
  const tail = `'${process.execPath}' '${CLI}' --address '${daemon.address}' tail --from 0 --count 3`;
  const { stdout, stderr } = await promisify(execFile)('bash', ['-c', `${tail} | head -n 1`], { env: ENV });
  assert.match(stdout, / state\.put {2}a/);
  assert.equal(stderr, '');
});
