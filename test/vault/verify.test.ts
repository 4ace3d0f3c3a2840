/** What verification says of the vault. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { MasterKey, seal } from '../../src/vault/envelope.js';
import { TestStore } from '../support/executor.js';

it('a credential whose row names another master key than its value is found', () => {
  const store = new TestStore();
  try {
    const master = new MasterKey(Buffer.alloc(32, 1));
    const sealed = seal(master, { agent_id: 'agent-1', name: 'n' }, Buffer.from('v'), '');
    const rest = { description: '', ttl_ms: null, expected_version: null };
    store.run('put_credential', { name: 'n', sealed, key_id: master.key_id, ...rest });
    const findings = () => store.scans.verify({ skip_integrity_check: true }, () => {}).findings;
    assert.deepEqual(findings(), []);
    store.db.prepare("UPDATE vault_credentials SET key_id = 'deadbeefdeadbeef'").run();
    assert.deepEqual(
      findings().map(({ kind }) => kind),
      ['vault.altered', 'vault.key'],
    );
  } finally {
    store.close();
  }
});

it('the one credential too many is refused', () => {
  const store = new TestStore();
  try {
    const put = (name: string) =>
      store.run('put_credential', {
        name,
        sealed: Buffer.alloc(100),
        key_id: 'k',
        description: '',
        ttl_ms: null,
        expected_version: null,
      });
    for (let n = 0; n < 1000; n += 1) put(`n-${n}`);
    put('n-0');
    assert.throws(() => put('one-more'), /at most 1000 credentials/);
  } finally {
    store.close();
  }
});
