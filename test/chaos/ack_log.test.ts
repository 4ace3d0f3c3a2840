import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { AckLog, AckLogReader } from './campaign/ack_log.js';

const refused = (id: string) => ({ t: 'refused', id, reason: 'QUEUE_FULL' }) as const;

test('a line that a killed client left unfinished is left out, and nothing else', (t) => {
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const path = join(folder, 'client.log');
  const reader = new AckLogReader(path);
  const first = new AckLog(path);
  first.write(refused('1'));
  // What SIGKILL inside write(2) leaves of a long line.
  appendFileSync(path, '{"t":"intent","id":"2","method":"Sta');
  first.close();
  assert.deepEqual(reader.read(), [refused('1')]);
  const second = new AckLog(path);
  second.write(refused('3'));
  second.close();
  assert.deepEqual(reader.read(), [refused('3')]);
  appendFileSync(path, '{"t":"refu\n');
  assert.throws(() => reader.read(), SyntaxError);
});
