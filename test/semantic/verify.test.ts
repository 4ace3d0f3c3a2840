/** Damage to memories that only the journal and the payloads tell. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packMemory, unpackMemory } from '../../src/tiers/semantic/payload.js';
import { TestStore } from '../support/executor.js';
import { memory, store, storeIn } from './support.js';

const FIRST = 'WHERE position = (SELECT min(position) FROM memories)';

const FAULTS: readonly (readonly [string, string])[] = [
  [`UPDATE memories SET agent_id = 'evil' ${FIRST}`, 'memory'],
  [`UPDATE memory_scopes SET agent_id = 'bob' WHERE agent_id = 'agent-1'`, 'memory'],
  [`UPDATE memories SET stored_at_us = 5 ${FIRST}`, 'memory'],
  [`UPDATE memories SET digest = zeroblob(16) ${FIRST}`, 'memory'],
  [`UPDATE memories SET pinned = 0 ${FIRST}`, 'memory'],
  [`UPDATE memory_namespaces SET readers = '["*"]'`, 'namespace'],
  [`UPDATE memory_namespaces SET owner = 'evil'`, 'namespace'],
  [`UPDATE memory_generations SET model = 'other'`, 'generations'],
  [
    `DELETE FROM memory_words WHERE position = (SELECT max(position) FROM memories);
     DELETE FROM memories WHERE position = (SELECT max(position) FROM memories)`,
    'memory',
  ],
];

describe('verify finds', () => {
  for (const [sql, kind] of FAULTS) {
    it(sql.replace(/\s+/g, ' '), () => {
      const at = new TestStore();
      const kinds = () =>
        at.scans.verify({ skip_integrity_check: true }, () => {}).findings.map((finding) => finding.kind);
      try {
        const memory_id = store(at, 'of one agent');
        at.run('pin_memory', { memory_id, pinned: true });
        const gone = store(at, 'forgotten');
        at.run('forget_memory', { memory_id: gone, force: false });
        at.run('put_namespace', { name: 'desk', readers: ['bob'], writers: [] });
        storeIn(at, 'desk', 'of the desk');
        at.run(
          'open_generation',
          { embedder: 'builtin', model: 'm', dimensions: 2, settings: '{}' },
          { agent_id: '_system', request_id: '' },
        );
        assert.deepEqual(kinds(), []);
        at.db.exec(sql);
        assert.ok(kinds().includes(`semantic.${kind}`), kinds().join());
      } finally {
        at.close();
      }
    });
  }
});

it('what replaces a memory of a shared namespace is where that one was, and says so', () => {
  const at = new TestStore();
  try {
    at.run('put_namespace', { name: 'desk', readers: [], writers: [] });
    const old = storeIn(at, 'desk', 'the limit is 10');
    const payload = packMemory({ content: 'the limit is 20', supersedes: old });
    at.run('supersede_memory', { memory_id: old, memory: { ...memory('the limit is 20'), payload } });
    const findings = () => at.scans.verify({ skip_integrity_check: true }, () => {}).findings;
    assert.deepEqual(findings(), []);
    const row = at.db
      .prepare<[], { payload: Uint8Array }>('SELECT payload FROM memories ORDER BY position DESC LIMIT 1')
      .get();
    assert.equal(unpackMemory(row?.payload ?? new Uint8Array()).namespace, 'desk');
    at.run('forget_memory', { memory_id: old, force: false });
    assert.deepEqual(findings(), []);
  } finally {
    at.close();
  }
});
