/** The pool of reader threads. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
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

  it('lets the main thread go first', { skip: process.platform !== 'linux' }, async () => {
    await scans.run('search_turns', { agent_id: 'a', conversation_id: '', query: 'q', limit: 1 });
    // The nineteenth field of proc(5) is the nice value; the second is a name in brackets.
    const nice = (task: string): string =>
      readFileSync(`/proc/self/task/${task}/stat`, 'utf8').split(') ')[1]?.split(' ')[16] ?? '';
    const others = readdirSync('/proc/self/task').filter((task) => task !== String(process.pid));
    assert.equal(nice(String(process.pid)), '0');
    assert.ok(others.some((task) => nice(task) === '10'));
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
