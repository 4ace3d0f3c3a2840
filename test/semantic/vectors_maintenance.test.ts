import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Db } from '../../src/store/db.js';
import { migrate } from '../../src/store/migrate.js';
import { openReader, openWriter } from '../../src/store/open.js';
import { normalise } from '../../src/tiers/semantic/vectors/codes.js';
import { planMaintenance, stepsOf } from '../../src/tiers/semantic/vectors/maintenance.js';
import { VectorReader } from '../../src/tiers/semantic/vectors/reader.js';
import { continueRebuild, startRebuild } from '../../src/tiers/semantic/vectors/rebuild.js';
import { createGeneration } from '../../src/tiers/semantic/vectors/tables.js';
import { verifyVectors } from '../../src/tiers/semantic/vectors/verify.js';
import { VectorWriter } from '../../src/tiers/semantic/vectors/writer.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { bruteForce, type Model, maintain, SMALL_CELLS } from '../support/vectorIndex.js';
import { topicSource, uniform } from '../support/vectors.js';

const DIMENSIONS = 16;

class Index {
  readonly folder = temporaryFolder();
  readonly db: Db;
  readonly reader_db: Db;
  readonly model: Model = new Map();
  readonly source = topicSource(DIMENSIONS, 11, 8, 0.5);
  writer: VectorWriter;
  reader: VectorReader;
  #next = 0;

  constructor() {
    const path = join(this.folder, 'holdfast.db');
    this.db = openWriter(path);
    migrate(this.db, { now_us: 1 });
    this.db.transaction(() => createGeneration(this.db, 1, DIMENSIONS))();
    this.reader_db = openReader(path);
    this.writer = new VectorWriter(this.db);
    this.reader = new VectorReader(this.reader_db);
  }

  insert(many: number, scope_id: number, source = this.source): void {
    this.db.transaction(() => {
      for (let i = 0; i < many; i++) {
        const vector = source();
        const position = this.#next++;
        this.writer.insert(1, scope_id, position, vector);
        this.model.set(position, { scope_id, unit: normalise(vector, DIMENSIONS) });
      }
    })();
  }

  remove(positions: readonly number[]): void {
    this.db.transaction(() => {
      for (const position of positions) {
        assert.equal(this.writer.remove(1, position), this.model.delete(position));
      }
    })();
  }

  maintain(): number {
    return maintain(this.db, this.reader_db, this.writer, SMALL_CELLS);
  }

  rebuild(budget: number): void {
    this.db.transaction(() => startRebuild(this.db, 1, DIMENSIONS))();
    while (!this.rebuildStep(budget)) this.check();
  }

  rebuildStep(budget: number): boolean {
    return this.db.transaction(() => continueRebuild(this.db, this.writer, 1, budget))().is_finished;
  }

  /** Searches find what the model finds, nothing is lost or doubled, and verify has nothing to say. */
  check(): void {
    assert.deepEqual(verifyVectors(this.reader_db, 1), []);
    for (const scope_ids of [[0], [1], [0, 1]]) {
      const query = this.source();
      const hits = this.reader.search(1, { scope_ids, query, k: 20 });
      assert.deepEqual(
        hits.map((hit) => hit.position),
        bruteForce(this.model, scope_ids, query, 20),
      );
    }
  }

  cellCount(): number {
    return this.db.prepare<[], number>('SELECT count(*) FROM vector_cells').pluck().get() ?? 0;
  }

  close(): void {
    this.reader_db.close();
    this.db.close();
    removeFolder(this.folder);
  }
}

const opened: Index[] = [];
after(() => {
  for (const index of opened) index.close();
});

function newIndex(): Index {
  const index = new Index();
  opened.push(index);
  return index;
}

describe('maintenance', () => {
  test('a scope grows from one cell to many and shrinks again', () => {
    const index = newIndex();
    index.insert(50, 0);
    assert.equal(index.maintain(), 0, 'a small scope is left alone');
    for (let round = 0; round < 6; round++) {
      index.insert(100, 0);
      index.maintain();
      index.check();
    }
    assert.ok(index.cellCount() > 20);
    const largest = index.db.prepare<[], number>('SELECT max(count) FROM vector_cells').pluck().get() ?? 0;
    assert.ok(largest <= SMALL_CELLS.most);
    index.remove([...index.model.keys()].filter((position) => position % 20 !== 0));
    index.check();
    index.maintain();
    index.check();
    const small = index.db
      .prepare<[number], number>('SELECT count(*) FROM vector_cells WHERE is_entry = 0 AND count < ?')
      .pluck()
      .get(SMALL_CELLS.least);
    assert.equal(small, 0, 'cells that shrank were given up');
  });

  test('the same commands give the same cells', () => {
    const cells = [newIndex(), newIndex()].map((index) => {
      index.insert(300, 0);
      index.maintain();
      index.insert(300, 0);
      index.maintain();
      return index.db.prepare('SELECT * FROM vector_cells LEFT JOIN vector_centroids USING (cell_id)').all();
    });
    assert.deepEqual(cells[0], cells[1]);
  });

  test('vectors that are all alike are cut without end', () => {
    const index = newIndex();
    const vector = new Float32Array(DIMENSIONS).fill(1);
    index.insert(200, 0, () => vector);
    index.maintain();
    index.insert(100, 0, () => vector);
    index.maintain();
    assert.deepEqual(verifyVectors(index.db, 1), []);
    const hits = index.reader.search(1, { scope_ids: [0], query: vector, k: 300 });
    assert.equal(hits.length, 300);
  });

  test('a plan stopped after any step, or late, leaves a whole index and is made good by the next', () => {
    const index = newIndex();
    index.insert(700, 0);
    index.insert(30, 1);
    for (let stop = 0; stop < 8; stop++) {
      index.insert(60, 0);
      const plan = planMaintenance(index.reader_db, 1, SMALL_CELLS);
      assert.ok(plan !== null);
      if (stop > 0) {
        const cells = index.db.transaction(() => index.writer.begin(plan))();
        for (const step of stepsOf(plan, cells).slice(0, stop - 1)) {
          // Between the plan and its steps, vectors go and come.
          index.remove(step.slice(0, 5).map(([position]) => position));
          index.insert(3, 0);
          index.db.transaction(() => index.writer.applyMoves(1, plan.from_cell_id, step))();
          index.check();
        }
        // A step that is applied twice moves nothing.
        const [first = []] = stepsOf(plan, cells);
        if (stop > 1) assert.equal(index.writer.applyMoves(1, plan.from_cell_id, first), 0);
      }
      index.check();
    }
    index.maintain();
    index.check();
  });

  test('cells that a plan made and never filled are given up', () => {
    const index = newIndex();
    index.insert(300, 0);
    const plan = planMaintenance(index.reader_db, 1, SMALL_CELLS);
    assert.ok(plan !== null && plan.centroids.length > 5);
    index.db.transaction(() => index.writer.begin(plan))();
    index.remove([...index.model.keys()].slice(0, 290));
    index.maintain();
    assert.ok(index.cellCount() <= 2);
    index.check();
  });

  test('a cell counted wrong does not keep maintenance busy', () => {
    const index = newIndex();
    index.insert(100, 0);
    index.db.exec('UPDATE vector_cells SET count = 1000');
    index.maintain();
    assert.ok(verifyVectors(index.db, 1).length > 0);
  });

  test('a step that is rolled back leaves nothing', () => {
    const index = newIndex();
    index.insert(300, 0);
    const plan = planMaintenance(index.reader_db, 1, SMALL_CELLS);
    assert.ok(plan !== null);
    const before = index.cellCount();
    assert.throws(() =>
      index.db.transaction(() => {
        const cells = index.writer.begin(plan);
        for (const step of stepsOf(plan, cells)) index.writer.applyMoves(1, plan.from_cell_id, step);
        throw new Error('killed');
      })(),
    );
    assert.equal(index.cellCount(), before);
    index.check();
  });
});

describe('rebuilding', () => {
  test('answers stay whole throughout, with stores and removals in between, and resume', () => {
    const index = newIndex();
    index.insert(400, 0);
    index.insert(50, 1);
    index.maintain();
    index.db.transaction(() => startRebuild(index.db, 1, DIMENSIONS))();
    index.check();
    assert.equal(index.rebuildStep(100), false);
    index.remove([3, 50, 399, 420]);
    index.insert(20, 0);
    index.check();
    const query = index.source();
    const allowed = [...index.model.keys()].filter((position) => position % 2 === 0);
    const only: Model = new Map([...index.model].filter(([position]) => position % 2 === 0));
    assert.deepEqual(
      index.reader.search(1, { scope_ids: [0], query, k: 10, allowed }).map((hit) => hit.position),
      bruteForce(only, [0], query, 10),
      'filtered searches too',
    );
    // As after a restart.
    index.writer = new VectorWriter(index.db);
    index.reader = new VectorReader(index.reader_db);
    while (!index.rebuildStep(100)) index.check();
    assert.throws(() => index.rebuildStep(100), /no rebuild/);
    index.check();
    index.maintain();
    index.check();
  });

  test('mends an index that holds the wrong things', () => {
    const index = newIndex();
    index.insert(200, 0);
    index.db.exec('DELETE FROM memory_index_1 WHERE rowid < 50');
    assert.ok(verifyVectors(index.db, 1).length > 0);
    index.rebuild(64);
    index.check();
  });
});

describe('verify finds', () => {
  const damages: readonly (readonly [string, string, RegExp])[] = [
    [
      'a vector that is not indexed',
      'DELETE FROM memory_index_1 WHERE rowid = 7',
      /position 7: .*not in the index/,
    ],
    [
      'a code without a vector',
      'DELETE FROM memory_vectors_1 WHERE position = 7',
      /position 7: indexed without/,
    ],
    [
      'another code',
      'UPDATE memory_index_1_vector_chunks00 SET vectors = zeroblob(length(vectors))',
      /position 7: .*another vector's code/,
    ],
    [
      'a vector that was changed',
      'UPDATE memory_vectors_1 SET vector = (SELECT vector FROM memory_vectors_1 WHERE position = 8) WHERE position = 7',
      /position 7: .*another vector's code/,
    ],
    [
      'a vector that is too short',
      'UPDATE memory_vectors_1 SET vector = zeroblob(60) WHERE position = 7',
      /position 7: .*dimensions/,
    ],
    [
      'another scope',
      'UPDATE memory_vectors_1 SET scope_id = 5 WHERE position = 7',
      /position 7: is of scope 5/,
    ],
    ['a wrong count', 'UPDATE vector_cells SET count = count + 1 WHERE cell_id = 2', /cell 2: .*counted/],
    ['a cell that is gone', 'DELETE FROM vector_cells WHERE cell_id = 2', /no such cell/],
    ['a centroid that is gone', 'DELETE FROM vector_centroids WHERE cell_id = 2', /cell 2: has no centroid/],
    [
      'a centroid that is damaged',
      'UPDATE vector_centroids SET centroid = zeroblob(64) WHERE cell_id = 2',
      /cell 2: the centroid/,
    ],
  ];
  for (const [name, sql, expected] of damages) {
    test(name, () => {
      const index = newIndex();
      index.insert(100, 0);
      index.maintain();
      assert.deepEqual(verifyVectors(index.db, 1), []);
      index.db.exec(sql);
      const messages = verifyVectors(index.db, 1).map((finding) => finding.message);
      assert.ok(
        messages.some((message) => expected.test(message)),
        messages.join('\n'),
      );
    });
  }
});

test('any sequence of commands, maintenance and rebuilds answers as a plain scan does', () => {
  const action = fc.oneof(
    fc.record({
      name: fc.constant('insert' as const),
      many: fc.integer({ min: 1, max: 80 }),
      scope_id: fc.nat(1),
    }),
    fc.record({
      name: fc.constant('remove' as const),
      seed: fc.nat(1000),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.record({ name: fc.constant('maintain' as const) }),
    fc.record({ name: fc.constant('one plan in part' as const), steps: fc.nat(2) }),
    fc.record({ name: fc.constant('rebuild' as const), budget: fc.integer({ min: 10, max: 200 }) }),
  );
  fc.assert(
    fc.property(fc.array(action, { minLength: 3, maxLength: 12 }), (actions) => {
      const index = new Index();
      try {
        for (const step of actions) {
          if (step.name === 'insert') index.insert(step.many, step.scope_id);
          else if (step.name === 'remove') {
            const next = uniform(step.seed);
            index.remove([...index.model.keys()].filter(() => next() < step.share));
          } else if (step.name === 'maintain') index.maintain();
          else if (step.name === 'rebuild') index.rebuild(step.budget);
          else {
            const plan = planMaintenance(index.reader_db, 1, SMALL_CELLS);
            if (plan === null) continue;
            const cells = index.db.transaction(() => index.writer.begin(plan))();
            for (const moves of stepsOf(plan, cells).slice(0, step.steps)) {
              index.db.transaction(() => index.writer.applyMoves(1, plan.from_cell_id, moves))();
            }
          }
          index.check();
        }
      } finally {
        index.close();
      }
    }),
    { numRuns: 25 },
  );
});
