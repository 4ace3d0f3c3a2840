/** The commands of tokens, and what verify says of rows that somebody changed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeToken } from '../../src/access/token.js';
import { accessQueries } from '../../src/tiers/access/queries.js';
import { verifyTokens } from '../../src/tiers/access/verify.js';
import { TestStore } from '../support/executor.js';

/** Nobody's in particular. */
const SYSTEM = { agent_id: '_system' };

function create(store: TestStore, name: string, ttl_ms: number | null = null): string {
  const { token_id, secret_sha256 } = makeToken();
  store.run(
    'create_token',
    { token_id, name, role: 'agent', agents: ['alpha'], secret_sha256, ttl_ms },
    SYSTEM,
  );
  return token_id;
}

describe('tokens in the database', () => {
  test('count until they are revoked, which happens once', () => {
    const store = new TestStore();
    const token_id = create(store, 'bot');
    assert.deepEqual(
      accessQueries(store.db)
        .valid()
        .map((one) => one.token_id),
      [token_id],
    );
    const first = store.run('revoke_token', { token_id }, SYSTEM);
    const second = store.run('revoke_token', { token_id }, SYSTEM);
    assert.equal(first.token.revoked_us, second.token.revoked_us);
    assert.deepEqual(accessQueries(store.db).valid(), []);
    assert.throws(() => store.run('revoke_token', { token_id: 'none' }, SYSTEM), { reason: 'NOT_FOUND' });
    assert.deepEqual(verifyTokens(store.db), []);
  });

  const faults = [
    `UPDATE access_tokens SET role = 'admin'`,
    `UPDATE access_tokens SET agents = '["*"]'`,
    'UPDATE access_tokens SET expires_us = NULL WHERE expires_us IS NOT NULL',
    'UPDATE access_tokens SET revoked_us = NULL',
    `UPDATE access_tokens SET token_id = 'other' WHERE revoked_us IS NULL`,
    `INSERT INTO access_tokens SELECT 'forged', name, role, agents, secret_sha256, created_us, expires_us, revoked_us, position
     FROM access_tokens LIMIT 1`,
  ];
  for (const fault of faults) {
    test(`verify finds: ${fault.slice(0, 70)}`, () => {
      const store = new TestStore();
      create(store, 'bot', 60_000);
      store.run('revoke_token', { token_id: create(store, 'gone') }, SYSTEM);
      assert.deepEqual(verifyTokens(store.db), []);
      store.db.exec(fault);
      assert.ok(verifyTokens(store.db).length > 0);
    });
  }
});
