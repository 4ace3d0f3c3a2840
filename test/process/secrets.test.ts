/** No name, id or tag of the memory tiers that a caller makes up may be a credential by mistake. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, refusal, type Service } from '../support/rawClient.js';
import { requestId } from '../support/work.js';

// Assembled, so that scanners of source code do not take it for a real one.
const SECRET = `sk_${'live'}_abcdEFGH12345678`;
const FIELD = { name: 'f', type: 'FIELD_TYPE_STRING' };

const slot = (live: object) => ({ key: 'k', live });

const CASES: readonly (readonly [Service, string, object, string])[] = [
  ['Working', 'PutSlot', { key: SECRET, content: 'x' }, 'key'],
  ['Working', 'PutSlot', slot({ recall: { query: 'q', tags: [SECRET] } }), 'live.recall.tags[0]'],
  ['Working', 'PutSlot', slot({ recall: { query: 'q', namespaces: [SECRET] } }), 'live.recall.namespaces[0]'],
  ['Working', 'PutSlot', slot({ portfolio: { accounts: [SECRET] } }), 'live.portfolio.accounts[0]'],
  ['Working', 'PutSlot', slot({ transactions: { account: SECRET } }), 'live.transactions.account'],
  ['Working', 'PutSlot', slot({ episodes: { type: SECRET } }), 'live.episodes.type'],
  ['Working', 'PutSlot', slot({ task: { task_id: SECRET } }), 'live.task.task_id'],
  [
    'Working',
    'PutSlot',
    slot({ conversation: { conversation_id: SECRET } }),
    'live.conversation.conversation_id',
  ],
  ['Conversations', 'PutConversation', { conversation_id: SECRET }, 'conversation_id'],
  [
    'Conversations',
    'AppendTurn',
    { conversation_id: SECRET, role: 'ROLE_USER', content: 'x' },
    'conversation_id',
  ],
  ['Knowledge', 'PutCollection', { name: SECRET, fields: [FIELD] }, 'name'],
  ['Knowledge', 'PutCollection', { name: 'c', fields: [{ ...FIELD, name: SECRET }] }, 'fields[0].name'],
  ['Procedural', 'PutPromptTemplate', { name: SECRET, text: 'x' }, 'name'],
  ['Procedural', 'PutPromptTemplate', { name: 'p', text: 'x', labels: [SECRET] }, 'labels[0]'],
  ['Procedural', 'SetPromptLabel', { name: 'p', label: SECRET, version: 1 }, 'label'],
  ['Semantic', 'PutNamespace', { name: SECRET }, 'name'],
  ['Semantic', 'PutNamespace', { name: 'n', readers: [SECRET] }, 'readers[0]'],
  ['Semantic', 'PutNamespace', { name: 'n', writers: [SECRET] }, 'writers[0]'],
];

describe('credentials', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('are refused as names, ids and tags', async () => {
    for (const [service, method, request, field] of CASES) {
      const error = await refusal(
        client.call(service, method, { agent_id: 'a', request_id: requestId(), ...request }),
      );
      assert.deepEqual([error.reason, error.field], ['SECRET_IN_DOCUMENT', field], `${method} ${field}`);
      assert.ok(!error.message.includes(SECRET), 'the refusal does not repeat it');
    }
  });
});
