/** What cannot be read of one thing hides nothing that is wrong with another of its tier. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { append, put as putConversation } from '../conversations/support.js';
import { GuardedDesk } from '../guards/support.js';
import { declare, field, put as putRecord } from '../knowledge/support.js';
import { deposit } from '../ledger/support.js';
import { add } from '../limits/support.js';
import { store as storeMemory } from '../semantic/support.js';
import type { TestStore } from '../support/executor.js';

interface Case {
  readonly tier: string;
  /** Makes two things, a and b. */
  readonly fill: (store: GuardedDesk) => void;
  /** Leaves of a what cannot be read: text of five bytes that are not there, or an amount that is none. */
  readonly unreadable: string;
  /** Is wrong with b. */
  readonly wrong: string;
  readonly found: RegExp;
}

const NAMES = ['a', 'b'] as const;
/** An entry of a counter that nothing can be added to, as a literal. */
const NO_SUM = Buffer.from(
  packDocument({ delta: '1', value: 'much', window_us: null, began_us: null }),
).toString('hex');

const CASES: readonly Case[] = [
  {
    tier: 'state',
    fill: (store) => {
      const state = { document: packDocument({}), expected_version: null, schema: '', schema_version: 0 };
      for (const name of NAMES) store.run('put_state', { ...state, name });
    },
    unreadable: "UPDATE state_versions SET payload = x'a5' WHERE name = 'a'",
    wrong: "UPDATE state_versions SET deleted = 1 WHERE name = 'b'",
    found: /version 1 of state b of agent-1: it is not what its payload says/,
  },
  {
    tier: 'procedural',
    fill: (store) => {
      const prompt = { description: '', expected_version: null, text: 't', labels: ['live'] };
      for (const name of NAMES) store.run('put_prompt_template', { ...prompt, name });
    },
    unreadable: "UPDATE prompt_versions SET payload = x'a5' WHERE name = 'a'",
    wrong: "UPDATE prompt_versions SET time_us = 5 WHERE name = 'b'",
    found: /version 1 of prompt template b of agent-1: its time/,
  },
  {
    tier: 'procedural, in the journal',
    fill: (store) => {
      const prompt = { description: '', expected_version: null, text: 't', labels: ['live'] };
      for (const name of NAMES) store.run('put_prompt_template', { ...prompt, name });
    },
    unreadable: "UPDATE journal SET payload = x'a5' WHERE kind = 'prompt.labelled' AND key LIKE 'a@%'",
    wrong: "UPDATE prompt_labels SET label = 'other' WHERE name = 'b'",
    found: /label b@live of agent-1: it is not where the journal put it/,
  },
  {
    tier: 'working',
    fill: (store) => {
      const live = { kind: 'task' as const, task_id: '' };
      const slot = { content: null, live, priority: 5, pinned: false, ttl_ms: null, expected_version: null };
      for (const key of NAMES) store.run('put_slot', { ...slot, key });
    },
    unreadable: "UPDATE slots SET payload = x'a5' WHERE key = 'a'",
    wrong: "UPDATE slots SET priority = 9 WHERE key = 'b'",
    found: /slot b of agent-1 does not agree with its payload: order/,
  },
  {
    tier: 'limits',
    fill: (store) => {
      for (const name of [...NAMES, ...NAMES]) add(store, '1', { name });
    },
    unreadable: `UPDATE journal SET payload = x'${NO_SUM}'
      WHERE position = (SELECT min(position) FROM journal WHERE kind = 'limit.counted' AND key = 'a')`,
    wrong: "UPDATE counters SET value = '7' WHERE name = 'b'",
    found: /counter b of agent-1: it holds 7, not 2/,
  },
  {
    tier: 'ledger',
    fill: (store) => {
      for (const agent_id of NAMES) store.run('post_transaction', deposit('cash', 'X', '1'), { agent_id });
    },
    unreadable: "UPDATE ledger_transactions SET payload = x'a5' WHERE agent_id = 'a'",
    wrong: "UPDATE ledger_postings SET amount = '2' WHERE agent_id = 'b' AND account = 'cash'",
    found: /posting \d+\.\d of b is gone or altered/,
  },
  {
    tier: 'ledger, by its postings',
    fill: (store) => {
      for (const agent_id of NAMES) store.run('post_transaction', deposit('cash', 'X', '1'), { agent_id });
    },
    unreadable: "UPDATE ledger_postings SET amount = 'much' WHERE agent_id = 'a'",
    wrong: "UPDATE ledger_postings SET balance_after = '3' WHERE agent_id = 'b' AND account = 'cash'",
    found: /account cash of b in X: posting \d+\.\d does not leave 3/,
  },
  {
    tier: 'ledger, by its holds',
    fill: (store) => {
      for (const agent_id of NAMES) {
        store.run('post_transaction', deposit('cash', 'X', '1'), { agent_id });
        const hold = { account: 'cash', asset: 'X', amount: '1', operation_key: null, description: '' };
        store.run('place_hold', { ...hold, ttl_ms: null }, { agent_id });
      }
    },
    unreadable: "UPDATE ledger_holds SET amount = 'much' WHERE agent_id = 'a'",
    wrong: "UPDATE ledger_balances SET held = '3' WHERE agent_id = 'b' AND account = 'cash'",
    found: /account cash of b in X: 3 kept as held, 1 in open holds/,
  },
  {
    tier: 'guard',
    fill: (store) => {
      store.open();
      for (const market of NAMES) store.begin({ market, side: 'BUY', quantity: '1', price: '1' });
    },
    unreadable: "UPDATE guard_exposures SET quantity = 'much' WHERE market = 'a'",
    wrong: "UPDATE guard_in_flight SET buys = '7' WHERE market = 'b'",
    found: /is said to have 7 to buy and 0 to sell in flight on b, but its operations make 1 and 0/,
  },
  {
    tier: 'conversations',
    fill: (store) => {
      putConversation(store, {});
      for (const content of NAMES) append(store, { content });
    },
    unreadable: "UPDATE conversation_turns SET payload = x'a5' WHERE turn = 1",
    wrong: 'UPDATE conversation_turns SET created_us = 5 WHERE turn = 2',
    found: /turn c\/2 of agent-1: its time/,
  },
  {
    tier: 'semantic',
    fill: (store) => {
      for (const name of NAMES) storeMemory(store, `what ${name} knows`);
    },
    unreadable: "UPDATE memories SET payload = x'a5' WHERE position = (SELECT min(position) FROM memories)",
    wrong: "UPDATE memories SET digest = x'00' WHERE position = (SELECT max(position) FROM memories)",
    found: /: its digest is not that of its content/,
  },
  {
    tier: 'access',
    fill: (store) => {
      const token = {
        role: 'agent' as const,
        agents: ['agent-1'],
        secret_sha256: new Uint8Array(32),
        ttl_ms: null,
      };
      for (const name of NAMES)
        store.run('create_token', { ...token, name, token_id: name }, { agent_id: '_system' });
    },
    unreadable: "UPDATE journal SET payload = x'a5' WHERE kind = 'token.created' AND key = 'a'",
    wrong: "UPDATE access_tokens SET role = 'admin' WHERE name = 'b'",
    found: /token b: is not what its journal entry says/,
  },
  {
    tier: 'knowledge',
    fill: (store) => {
      declare(store, 'c', [field('n', 'INTEGER', { indexed: true })]);
      for (const n of [1, 2]) putRecord(store, 'c', { n });
    },
    unreadable:
      "UPDATE knowledge_records SET value = x'a5' WHERE record = (SELECT min(record) FROM knowledge_records)",
    wrong: 'DELETE FROM knowledge_index WHERE record = (SELECT max(record) FROM knowledge_records)',
    found: /is not in the index of n/,
  },
];

function messagesOf(store: TestStore): string[] {
  const { findings } = store.scans.verify({ skip_integrity_check: true }, () => {});
  return findings.map(({ kind, message }) => `${kind}: ${message}`);
}

for (const { tier, fill, unreadable, wrong, found } of CASES) {
  test(tier, () => {
    const store = new GuardedDesk();
    try {
      fill(store);
      assert.deepEqual(messagesOf(store), []);
      for (const sql of [unreadable, wrong]) assert.ok(store.db.prepare(sql).run().changes > 0, sql);
      const messages = messagesOf(store);
      const all = messages.join('\n');
      assert.doesNotMatch(all, /cannot be checked/);
      assert.match(all, /it cannot be read/);
      assert.match(all, found);
    } finally {
      store.close();
    }
  });
}
