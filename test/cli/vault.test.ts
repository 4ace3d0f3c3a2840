/** holdfast vault: values go through pipes, never through the command line. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { run } from './support.js';

it('a key file is made, credentials are put, read, listed, rotated and deleted', async (t) => {
  const folder = temporaryFolder();
  const key_file = join(folder, 'master.key');
  const made = await run(['vault', 'keygen', key_file, '--json']);
  assert.equal(made.code, 0, made.stderr);
  const nowhere = join(folder, 'none', 'master.key');
  const refused = await run(['vault', 'keygen', nowhere]);
  assert.equal(refused.code, 1);
  assert.equal(refused.stderr, `holdfast: FAILED: cannot write ${nowhere}: no such file or directory\n`);
  const daemon = await startDaemon({
    state_dir: join(folder, 'state'),
    args: ['--master-key-file', key_file],
  });
  t.after(async () => {
    await daemon.stop();
    removeFolder(folder);
  });
  const env = {
    HOLDFAST_ADDRESS: daemon.address,
    HOLDFAST_AGENT: 'alpha',
    HOLDFAST_STATE_DIR: daemon.state_dir,
  };
  const put = await run(['vault', 'put', 'exchange', '--ttl', '30d'], env, 'the value\n');
  assert.equal(put.code, 0, put.stderr);
  assert.match(put.stdout, /version +1/);
  const got = await run(['vault', 'get', 'exchange'], env);
  assert.equal(got.stdout, 'the value', 'piped it is what was put, without a line feed of our own');
  const listed = await run(['vault', 'list'], env);
  assert.match(listed.stdout, /exchange +1 .*Z +\d{4}-/);
  assert.ok(!listed.stdout.includes('the value'));
  await run(['vault', 'keygen', key_file]);
  const rotated = await run(['vault', 'rotate', '--json'], env);
  assert.equal(JSON.parse(rotated.stdout).rewrapped, '1');
  assert.equal((await run(['vault', 'delete', 'exchange'], env)).code, 0);
  const gone = await run(['vault', 'get', 'exchange'], env);
  assert.deepEqual([gone.code, gone.stdout], [1, '']);
  assert.match(gone.stderr, /no credential exchange/);
});
