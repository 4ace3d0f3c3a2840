/** Rebuilding the indexes step by step, and that verification sees what is wrong with them. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { memoryPosition } from '../../src/tiers/semantic/memory_table.js';
import { verifyMemories } from '../../src/tiers/semantic/verify.js';
import { TestStore } from '../support/executor.js';
import { contents, memory, recall, store } from './support.js';

const SYSTEM = { agent_id: 'system', request_id: '' };

describe('rebuilding', () => {
  let at: TestStore;
  let ids: string[];
  beforeEach(() => {
    at = new TestStore();
    at.run('open_generation', { embedder: 'client', model: 'm', dimensions: 2, settings: '' }, SYSTEM);
    ids = Array.from({ length: 20 }, (_, n) => store(at, `memory number ${n}`, { vector: [1, n] }));
  });
  afterEach(() => at.close());
  const text = (restart: boolean, max_rows = 4) => at.run('rebuild_text', { restart, max_rows }, SYSTEM);
  const found = (query: string) => contents(recall(at, query, { limit: 50 }));
  const finish = () => {
    let steps = 0;
    while (!text(false).is_finished) steps += 1;
    return steps;
  };

  it('keeps searches right at every step, whatever is written between', () => {
    text(true);
    let n = 0;
    for (let result = text(false); !result.is_finished; result = text(false)) {
      n += 1;
      store(at, `late number ${n}`, { vector: [1, 1] });
      // One that was copied already, and one that was not.
      for (const index of [n - 1, 20 - n]) {
        at.run('forget_memory', { memory_id: ids[index] ?? '', force: false }, {});
      }
      const successor = memory(`new number ${n}`, { vector: [1, 0] });
      at.run('supersede_memory', { memory_id: ids[9 + (n % 2)] ?? '', memory: successor });
      ids[9 + (n % 2)] = 'memory-00000000000';
      assert.deepEqual(verifyMemories(at.db), []);
      if (n === 2) break;
    }
    finish();
    assert.deepEqual(verifyMemories(at.db), []);
    assert.equal(found('late').length, 2);
    assert.equal(found('number').length, 20 - 4 - 2 + 2 + 2);
  });

  it('begins anew after a kill in between', () => {
    text(true);
    text(false);
    store(at, 'meanwhile', { vector: [1, 1] });
    text(true);
    finish();
    assert.deepEqual(verifyMemories(at.db), []);
    assert.deepEqual(found('meanwhile'), ['meanwhile']);
    // A forgotten word leaves the new table as it left the old one.
    assert.equal(
      at.db.prepare(`SELECT v FROM memory_text_config WHERE k = 'secure-delete'`).pluck().get(),
      1,
    );
  });

  it('mends what verification finds', () => {
    const position = memoryPosition(ids[3] ?? '') ?? 0;
    const damages: [string, RegExp][] = [
      [`INSERT INTO memory_text (memory_text) VALUES ('delete-all')`, /semantic.text/],
      [`INSERT INTO memory_text (rowid, tokens) VALUES (77, 'x:y')`, /semantic.text/],
      [`DELETE FROM memory_words WHERE position = ${position}`, /semantic.words/],
      [`UPDATE memory_words SET words = zeroblob(4) WHERE position = ${position}`, /semantic.words/],
      [`INSERT INTO memory_words (position, occurred_at_us, words) VALUES (78, 0, x'')`, /semantic.words/],
      ['DELETE FROM memory_index_1 WHERE rowid > 0', /semantic.vectors/],
    ];
    for (const [sql, kind] of damages) {
      at.db.exec(sql);
      assert.match(verifyMemories(at.db)[0]?.kind ?? '', kind, sql);
      text(true);
      finish();
      const vectors = (restart: boolean) =>
        at.run('rebuild_vectors', { generation_id: 1, restart, max_rows: 6 }, SYSTEM);
      vectors(true);
      while (!vectors(false).is_finished);
      assert.deepEqual(verifyMemories(at.db), [], sql);
    }
  });

  it('cannot mend the tables themselves, but verification tells', () => {
    const position = memoryPosition(ids[3] ?? '') ?? 0;
    for (const [sql, kind] of [
      ['UPDATE memory_scopes SET memories = memories + 1', 'semantic.count'],
      ['UPDATE memory_scopes SET words = words + 1', 'semantic.count'],
      ['UPDATE memory_generations SET missing = missing + 1', 'semantic.backlog'],
      [`INSERT INTO memory_backlog VALUES (1, ${position})`, 'semantic.backlog'],
      [`DELETE FROM memory_vectors_1 WHERE position = ${position}`, 'semantic.backlog'],
      [
        `UPDATE memories SET supersedes = ${memoryPosition(ids[4] ?? '')} WHERE position = ${position}`,
        'semantic.links',
      ],
    ] as const) {
      at.db.exec('SAVEPOINT damage');
      at.db.exec(sql);
      assert.ok(
        verifyMemories(at.db).some((finding) => finding.kind === kind),
        sql,
      );
      at.db.exec('ROLLBACK TO damage; RELEASE damage');
    }
    assert.deepEqual(verifyMemories(at.db), []);
  });
});
