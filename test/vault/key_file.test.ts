/** The file with the master keys. */
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import { MasterKey } from '../../src/vault/envelope.js';
import { addKey, readKeyFile } from '../../src/vault/key_file.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

describe('a master key file', () => {
  const folder = temporaryFolder();
  after(() => removeFolder(folder));
  let files = 0;
  const write = (text: string, mode = 0o600): string => {
    const path = join(folder, `key-${++files}`);
    writeFileSync(path, text, { mode });
    return path;
  };
  const refusal = (path: string): string => {
    try {
      readKeyFile(path);
    } catch (error) {
      assert.ok(error instanceof HoldfastError);
      assert.equal(error.details.field, 'master-key-file');
      return error.message;
    }
    throw new Error('was taken');
  };

  it('holds keys in hexadecimal or base64, the present one first', () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const path = write(
      `# made by hand\n\n${one.toString('hex').toUpperCase()}\n  ${two.toString('base64')}\n`,
    );
    assert.deepEqual(
      readKeyFile(path).map(({ key_id }) => key_id),
      [new MasterKey(one).key_id, new MasterKey(two).key_id],
    );
  });

  it('is refused with the line that is wrong, never with what stands in it', () => {
    const bad = 'abcdef0123456789';
    const message = refusal(write(`${'00'.repeat(32)}\n${bad}\n`));
    assert.match(message, /line 2 is not a key/);
    assert.ok(!message.includes(bad));
    assert.match(refusal(write('# nothing\n')), /holds no key/);
    assert.match(refusal(write(`${'00'.repeat(32)}\n`.repeat(17))), /more than 16/);
    assert.match(refusal(join(folder, 'absent')), /cannot be read: no such file or directory/);
  });

  it('is refused when others may read it', () => {
    const path = write('00'.repeat(32));
    chmodSync(path, 0o640);
    assert.match(refusal(path), /chmod 600/);
  });

  it('is made, and grows at the front', () => {
    const path = join(folder, 'new');
    const first = addKey(path);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    const second = addKey(path);
    assert.deepEqual(
      readKeyFile(path).map(({ key_id }) => key_id),
      [second, first],
    );
    assert.equal(readFileSync(path, 'utf8').split('\n').length, 3);
  });
});
