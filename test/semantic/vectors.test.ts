import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import type { Db } from '../../src/store/db.js';
import { migrate } from '../../src/store/migrate.js';
import { openReader, openWriter } from '../../src/store/open.js';
import { dot, normalise, rotate } from '../../src/tiers/semantic/vectors/codes.js';
import { VectorReader } from '../../src/tiers/semantic/vectors/reader.js';
import { createGeneration } from '../../src/tiers/semantic/vectors/tables.js';
import { MAX_MOVES, VectorWriter } from '../../src/tiers/semantic/vectors/writer.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { bruteForce, type Model, type ModelRow, maintain, SMALL_CELLS } from '../support/vectorIndex.js';
import { modelSource, type Source, spectrumSource, topicSource, uniformSource } from '../support/vectors.js';

const DIMENSIONS = 24;

const folders: string[] = [];
const open: Db[] = [];
after(() => {
  for (const db of open) db.close();
  folders.forEach(removeFolder);
});

function newFile(dimensions = DIMENSIONS): { db: Db; reader_db: Db; writer: VectorWriter } {
  const folder = temporaryFolder();
  folders.push(folder);
  const path = join(folder, 'holdfast.db');
  const db = openWriter(path);
  migrate(db, { now_us: 1 });
  db.transaction(() => createGeneration(db, 1, dimensions))();
  const reader_db = openReader(path);
  open.push(db, reader_db);
  return { db, reader_db, writer: new VectorWriter(db) };
}

/** Stores `many` vectors of a source in scopes 0, 1, 2, ... in turn. */
function fill(writer: VectorWriter, db: Db, source: Source, many: number, scopes = 1): Model {
  const model: Model = new Map();
  db.transaction(() => {
    for (let position = 0; position < many; position++) {
      const vector = source();
      writer.insert(1, position % scopes, position, vector);
      model.set(position, { scope_id: position % scopes, unit: normalise(vector, vector.length) });
    }
  })();
  return model;
}

function refusedAs(reason: string, pattern: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof HoldfastError && error.reason === reason && pattern.test(error.message);
}

describe('codes', () => {
  test('rotation keeps lengths and angles, for any number of dimensions', () => {
    for (const dimensions of [1, 2, 3, 7, 8, 24, 100, 384]) {
      const source = uniformSource(dimensions, dimensions);
      const [a, b] = [normalise(source(), dimensions), normalise(source(), dimensions)];
      assert.ok(Math.abs(dot(a, b) - dot(rotate(a), rotate(b))) < 1e-5);
      assert.ok(Math.abs(dot(rotate(a), rotate(a)) - 1) < 1e-5);
    }
  });

  test('rotation spreads a single component', () => {
    for (const place of [0, 200, 383]) {
      const one = new Float32Array(384);
      one[place] = 1;
      assert.ok(Math.max(...rotate(one).map(Math.abs)) < 0.15);
    }
  });

  test('vectors without a direction, of other dimensions or not finite are refused', () => {
    const { writer } = newFile(3);
    for (const [vector, problem] of [
      [[1, 2], /2 dimensions/],
      [[1, Number.NaN, 0], /not a finite/],
      [[1, Number.POSITIVE_INFINITY, 0], /not a finite/],
      [[0, 0, 0], /zeros/],
    ] as const) {
      assert.throws(
        () => writer.insert(1, 0, 1, Float32Array.from(vector)),
        refusedAs('INVALID_FIELD', problem),
      );
    }
    assert.throws(
      () => writer.insert(2, 0, 1, new Float32Array(3)),
      refusedAs('NOT_FOUND', /no generation 2/),
    );
  });

  test('tiny and huge components keep their direction', () => {
    const { writer, reader_db } = newFile(3);
    writer.insert(1, 0, 1, Float32Array.of(1e-38, 0, 0));
    writer.insert(1, 0, 2, Float32Array.of(3e38, 3e38, 0));
    const hits = new VectorReader(reader_db).search(1, {
      scope_ids: [0],
      query: Float32Array.of(2e38, 0, 0),
      k: 5,
    });
    assert.deepEqual(
      hits.map(({ position, cosine }) => [position, Number(cosine.toFixed(5))]),
      [
        [1, 1],
        [2, Number(Math.SQRT1_2.toFixed(5))],
      ],
    );
  });
});

describe('searching', () => {
  test('a small scope is searched exactly, and scopes do not see one another', () => {
    const { db, reader_db, writer } = newFile();
    const source = topicSource(DIMENSIONS, 1, 10, 0.5);
    const model = fill(writer, db, source, 1500, 3);
    const reader = new VectorReader(reader_db);
    for (const scope_ids of [[0], [1], [0, 2], [0, 1, 2], [9]]) {
      for (const k of [1, 10, 100]) {
        const query = source();
        const hits = reader.search(1, { scope_ids, query, k });
        assert.deepEqual(
          hits.map((hit) => hit.position),
          bruteForce(model, scope_ids, query, k),
        );
      }
    }
    assert.deepEqual(
      [0, 1, 2, 9].map((scope_id) => reader.count(1, scope_id)),
      [500, 500, 500, 0],
    );
  });

  test('k and an unknown generation are refused', () => {
    const { reader_db } = newFile();
    const reader = new VectorReader(reader_db);
    const query = new Float32Array(DIMENSIONS).fill(1);
    for (const k of [0, 2049, 1.5, Number.NaN]) {
      assert.throws(() => reader.search(1, { scope_ids: [0], query, k }), refusedAs('LIMIT_EXCEEDED', /^k:/));
    }
    assert.throws(
      () => reader.search(7, { scope_ids: [0], query, k: 1 }),
      refusedAs('NOT_FOUND', /generation 7/),
    );
    assert.deepEqual(reader.search(1, { scope_ids: [0], query, k: 1 }), []);
  });

  test('equal vectors come in the order of their positions', () => {
    const { writer, reader_db } = newFile();
    const vector = new Float32Array(DIMENSIONS).fill(1);
    for (const position of [5, 3, 9, 4]) writer.insert(1, 0, position, vector);
    const hits = new VectorReader(reader_db).search(1, { scope_ids: [0], query: vector, k: 3 });
    assert.deepEqual(
      hits.map((hit) => hit.position),
      [3, 4, 5],
    );
    assert.ok(hits.every((hit) => Math.abs(hit.cosine - 1) < 1e-6));
  });

  test('a filter never loses a vector that qualifies, few or many, near or far', () => {
    const { db, reader_db, writer } = newFile();
    const source = topicSource(DIMENSIONS, 3, 20, 0.4);
    const model = fill(writer, db, source, 9000, 2);
    maintain(db, reader_db, writer);
    const reader = new VectorReader(reader_db, { always_rows: 100, most_rows: 200, exact_rows: 1000 });
    for (const modulus of [3000, 300, 4, 2]) {
      // Of scope 1, whose positions are odd.
      const allowed = [...model.keys()].filter(
        (position) => position % 2 === 1 && position % modulus < modulus / 2,
      );
      const only: Model = new Map(allowed.map((position) => [position, model.get(position) as ModelRow]));
      for (let q = 0; q < 5; q++) {
        const query = source();
        const expected = bruteForce(only, [1], query, 10);
        const search = { scope_ids: [1], query, k: 10 };
        const listed = reader.search(1, { ...search, allowed });
        assert.deepEqual(
          listed.map((hit) => hit.position),
          expected,
        );
        const sql = 'SELECT position FROM memory_vectors_1 WHERE position % 2 = 1 AND position % ? < ?';
        const asked = reader.search(1, { ...search, allowed: { sql, params: [modulus, modulus / 2] } });
        assert.deepEqual(asked, listed);
      }
    }
    const none = reader.search(1, { scope_ids: [1], query: source(), k: 10, allowed: [] });
    assert.deepEqual(none, []);
    const foreign = reader.search(1, { scope_ids: [1], query: source(), k: 10, allowed: [0, 2, 4] });
    assert.deepEqual(foreign, [], 'positions of another scope do not answer');
  });
});

describe('recall of scopes too large to be searched whole', () => {
  const cases: readonly (readonly [string, Source, number])[] = [
    ['topics', topicSource(64, 5, 60, 0.7), 0.97],
    ['tight topics', topicSource(64, 6, 300, 0.4), 0.97],
    ['falling spectrum with topics', modelSource(64, 7, 80, 0.6), 0.97],
    ['falling spectrum without topics', spectrumSource(64, 8), 0.95],
    // Without structure an index can only look at more: most_rows is reached.
    ['uniform', uniformSource(64, 9), 0.6],
  ];
  for (const [name, source, least] of cases) {
    test(name, () => {
      const { db, reader_db, writer } = newFile(64);
      const model: Model = new Map();
      for (let first = 0; first < 6000; first += 2000) {
        db.transaction(() => {
          for (let position = first; position < first + 2000; position++) {
            const vector = source();
            writer.insert(1, 0, position, vector);
            model.set(position, { scope_id: 0, unit: normalise(vector, 64) });
          }
        })();
        maintain(db, reader_db, writer, { first_split: 1500, flush: 300, most: 160, wanted: 56, least: 8 });
      }
      const reader = new VectorReader(reader_db, { always_rows: 800, most_rows: 3000, exact_rows: 1000 });
      let found = 0;
      for (let q = 0; q < 40; q++) {
        const query = source();
        const hits = new Set(reader.search(1, { scope_ids: [0], query, k: 50 }).map((hit) => hit.position));
        found += bruteForce(model, [0], query, 10).filter((position) => hits.has(position)).length;
      }
      assert.ok(found / 400 >= least, `recall@10 is ${found / 400}`);
    });
  }
});

describe('vec0 and the connection', () => {
  test('SQL cannot load extensions', () => {
    const { db } = newFile();
    assert.throws(() => db.exec("SELECT load_extension('x')"), /not authorized/);
  });

  test('the chunks of a cell that became empty are given back', () => {
    const { db, writer } = newFile();
    fill(writer, db, uniformSource(DIMENSIONS, 4), 500);
    const chunks = db.prepare<[], number>('SELECT count(*) FROM memory_index_1_chunks').pluck();
    assert.ok((chunks.get() ?? 0) > 1);
    db.transaction(() => {
      for (let position = 0; position < 500; position++) assert.ok(writer.remove(1, position));
    })();
    assert.equal(chunks.get(), 0);
    assert.equal(writer.remove(1, 3), false);
  });

  test('a position has one vector per generation', () => {
    const { db, writer } = newFile();
    fill(writer, db, uniformSource(DIMENSIONS, 4), 3);
    const vector = new Float32Array(DIMENSIONS).fill(1);
    assert.throws(() => writer.insert(1, 0, 2, vector), refusedAs('ALREADY_EXISTS', /position 2/));
  });

  test('a generation goes with all it had; another stays', () => {
    const { db, reader_db, writer } = newFile();
    const source = topicSource(DIMENSIONS, 3, 20, 0.4);
    fill(writer, db, source, 500);
    maintain(db, reader_db, writer, SMALL_CELLS);
    db.transaction(() => createGeneration(db, 2, 3))();
    writer.insert(2, 0, 1, Float32Array.of(1, 0, 0));
    db.transaction(() => writer.drop(1))();
    const left = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE name LIKE 'memory%_1%'")
      .pluck();
    assert.deepEqual(left.all(), []);
    assert.equal(db.prepare('SELECT count(*) FROM vector_centroids').pluck().get(), 0);
    assert.throws(() => writer.insert(1, 0, 1, source()), refusedAs('NOT_FOUND', /generation 1/));
    assert.equal(new VectorReader(reader_db).count(2, 0), 1);
  });

  test('more moves than one write may take are refused', () => {
    const { writer } = newFile();
    const moves = Array.from({ length: MAX_MOVES + 1 }, (_, i) => [i, 1] as const);
    assert.throws(() => writer.applyMoves(1, 1, moves), /above/);
  });
});
