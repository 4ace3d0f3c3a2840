/** The pool of reader threads. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { Scans } from '../../src/reader/scans.js';
import { TestStore } from '../support/executor.js';

describe('the pool of reader threads', () => {
  let store: TestStore;
  let scans: Scans;

  before(() => {
    store = new TestStore();
    for (let index = 0; index < 300; index += 1) {
      const document = packDocument({ index });
      store.run('put_state', {
        name: `s${index}`,
        document,
        expected_version: null,
        schema: '',
        schema_version: 0,
      });
    }
    scans = new Scans(store.path, 2, (message) => assert.fail(message));
  });
  after(async () => {
    await scans.close();
    store.close();
  });

  it('keeps a thread free of slow scans, so that a recall waits for none of them', async () => {
    const events: string[] = [];
    const slow = (name: string) =>
      scans
        .run('verify', { skip_integrity_check: false }, () => events.push(`${name} runs`))
        .then(() => events.push(`${name} ended`));
    const recall = scans
      .run('search_turns', { agent_id: 'a', conversation_id: '', query: 'q', limit: 1 })
      .then(() => events.push('recall ended'));
    await Promise.all([slow('first'), slow('second'), recall]);
    assert.ok(
      events.indexOf('first ended') < events.indexOf('second runs'),
      `the second slow scan took the last thread: ${events.join(', ')}`,
    );
  });
});
