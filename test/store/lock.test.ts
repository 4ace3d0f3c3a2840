import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stateFiles } from '../../src/store/files.js';
import { acquireLock } from '../../src/store/lock.js';
import { startChild, temporaryFolder } from './helpers.js';

test('a second process is refused, told who holds the directory, and gets it after kill -9', async (t) => {
  const state_dir = join(temporaryFolder(t), 'state');
  const child = startChild(t, 'lock', state_dir);
  assert.equal(await child.line(), 'locked');
  assert.throws(
    () => acquireLock(state_dir),
    (error: Error) => error.message.includes(state_dir) && error.message.includes(`pid ${child.process.pid}`),
  );
  child.process.kill('SIGKILL');
  assert.equal(await child.ended, 'SIGKILL');
  assert.ok(existsSync(stateFiles(state_dir).pid), 'the stale pid file is still there and does not matter');
  const lock = acquireLock(state_dir);
  lock.release();
});

test('the same process cannot take it twice; released, it is free again and no pid is left', (t) => {
  const state_dir = join(temporaryFolder(t), 'state');
  const lock = acquireLock(state_dir);
  assert.throws(() => acquireLock(state_dir), {
    reason: 'WRONG_STATE',
    message: new RegExp(`pid ${process.pid}`),
  });
  assert.throws(() => acquireLock(state_dir), { reason: 'WRONG_STATE' }, 'a refused attempt frees nothing');
  lock.release();
  lock.release();
  assert.ok(!existsSync(stateFiles(state_dir).pid));
  acquireLock(state_dir).release();
});
