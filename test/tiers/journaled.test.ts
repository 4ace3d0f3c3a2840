/** Damage to conversations, slots, prompts and records that only the journal and the payloads tell. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compactJournal } from '../../src/journal/compact.js';
import { append, findings, put, submit } from '../conversations/support.js';
import { declare, field, put as putRecord } from '../knowledge/support.js';
import { TestStore } from '../support/executor.js';

const FAULTS: readonly (readonly [string, string])[] = [
  ['UPDATE conversation_turns SET role = 4 WHERE turn = 2', 'conversations.journal'],
  ['UPDATE conversation_turns SET created_us = 5 WHERE turn = 2', 'conversations.journal'],
  [`UPDATE conversations SET title = 'other'`, 'conversations.journal'],
  ['UPDATE conversations SET max_tokens = 900', 'conversations.journal'],
  [`UPDATE conversations SET conversation_id = 'd'`, 'conversations.journal'],
  [`UPDATE conversations SET agent_id = 'evil'`, 'conversations.agents'],
  ['DELETE FROM conversation_agents', 'conversations.agents'],
  [
    `INSERT INTO turn_words (turn_words) VALUES ('delete-all'); DELETE FROM conversation_turns; DELETE FROM conversations;
     DELETE FROM conversation_summaries; DELETE FROM conversation_agents`,
    'conversations.journal',
  ],
  ['DELETE FROM slots', 'working.journal'],
  ['UPDATE slots SET updated_us = 5', 'working.journal'],
  [`UPDATE slots SET agent_id = 'evil'`, 'working.journal'],
  ['DELETE FROM prompt_labels', 'procedural.label'],
  ['UPDATE prompt_labels SET version = 2', 'procedural.label'],
  [`UPDATE prompt_labels SET label = 'forged'`, 'procedural.label'],
  ['UPDATE prompt_versions SET time_us = 5', 'procedural.version'],
  ['UPDATE prompt_versions SET position = position + 1', 'procedural.version'],
  [
    'DELETE FROM prompt_versions; DELETE FROM prompt_templates; DELETE FROM prompt_labels',
    'procedural.version',
  ],
  ['UPDATE knowledge_collections SET version = 7', 'knowledge.journal'],
  ['UPDATE knowledge_records SET updated_at_us = 5', 'knowledge.journal'],
  ['UPDATE knowledge_records SET created_at_us = 5', 'knowledge.journal'],
  ['UPDATE knowledge_records SET position = position - 1', 'knowledge.journal'],
  [
    `DELETE FROM knowledge_records; DELETE FROM knowledge_index; DELETE FROM knowledge_declarations;
     DELETE FROM knowledge_collections`,
    'knowledge.journal',
  ],
];

function filled(): TestStore {
  const store = new TestStore();
  put(store, { title: 'talk' });
  for (const content of ['one', 'two', 'three']) append(store, { content });
  submit(store, 2, 'they counted');
  put(store, {}, 'gone');
  append(store, { content: 'of a conversation that is deleted' }, { conversation_id: 'gone' });
  store.run('delete_conversation', { conversation_id: 'gone' });
  const live = { kind: 'task' as const, task_id: '' };
  const slot = { content: null, live, priority: 5, pinned: false, ttl_ms: null, expected_version: null };
  for (const key of ['kept', 'removed']) store.run('put_slot', { ...slot, key });
  store.run('delete_slot', { key: 'removed', expected_version: null });
  const prompt = { name: 'p', description: '', expected_version: null };
  store.run('put_prompt_template', { ...prompt, text: 'a', labels: ['live', 'old'] });
  store.run('put_prompt_template', { ...prompt, text: 'b', labels: [] });
  store.run('delete_prompt_label', { name: 'p', label: 'old' });
  declare(store, 'k', [field('n', 'INTEGER', { indexed: true })]);
  store.now_us += 1_000_000;
  putRecord(store, 'k', { n: 1 });
  declare(store, 'k', [
    field('n', 'INTEGER', { indexed: true }),
    field('m', 'INTEGER', { default_value: 2n }),
  ]);
  return store;
}

describe('verify finds', () => {
  for (const [sql, kind] of FAULTS) {
    it(sql.replace(/\s+/g, ' '), () => {
      const store = filled();
      try {
        assert.deepEqual(findings(store), []);
        store.db.exec(sql);
        const found = findings(store);
        assert.ok(
          found.some((finding) => finding.startsWith(`${kind}:`)),
          found.join('; '),
        );
      } finally {
        store.close();
      }
    });
  }

  it('nothing where the journal was compacted', async () => {
    const store = filled();
    try {
      const { revision } = store.executor.head;
      for (const to of [Math.floor(revision / 2), revision - 1]) {
        await compactJournal(store.db, to, async () => {});
        assert.deepEqual(findings(store), []);
      }
    } finally {
      store.close();
    }
  });
});
