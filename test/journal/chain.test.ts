/** The hash chain: its bytes are fixed, and every way to change the past is found. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { compactJournal } from '../../src/journal/compact.js';
import { chainHash, GENESIS_HASH } from '../../src/journal/entry.js';
import { positionOf } from '../../src/journal/position.js';
import { type Finding, journalVerifier, verifyNewest } from '../../src/journal/verify.js';
import { loadPayload } from '../../src/tiers/payloads.js';
import { TestStore } from '../support/executor.js';

const now = () => Promise.resolve();

describe('an entry', () => {
  const entry = {
    position: positionOf(7, 2),
    agent_id: 'agent-1',
    kind: 'state.put',
    key: 'é/1',
    time_us: 1_700_000_000_000_001,
    payload_digest: createHash('sha256').update('payload').digest(),
  };

  test('hashes to the known answer', () => {
    // Written out independently of entry.ts: tag, previous hash, revision, ordinal, time, three texts, digest.
    const text = (value: string) => {
      const bytes = Buffer.from(value);
      const size = Buffer.alloc(4);
      size.writeUInt32BE(bytes.length);
      return Buffer.concat([size, bytes]);
    };
    const numbers = Buffer.alloc(20);
    numbers.writeBigUInt64BE(7n, 0);
    numbers.writeUInt32BE(2, 8);
    numbers.writeBigUInt64BE(1_700_000_000_000_001n, 12);
    const bytes = Buffer.concat([
      Buffer.from('holdfast.journal.v1\0'),
      GENESIS_HASH,
      numbers,
      text('agent-1'),
      text('state.put'),
      text('é/1'),
      entry.payload_digest,
    ]);
    assert.equal(
      chainHash(GENESIS_HASH, entry).toString('hex'),
      createHash('sha256').update(bytes).digest('hex'),
    );
    assert.equal(chainHash(GENESIS_HASH, entry).toString('hex'), KNOWN);
  });

  test('a long key, and a short one after it, hash as they are', () => {
    const long = { ...entry, key: 'k'.repeat(5000) };
    const before = chainHash(GENESIS_HASH, entry);
    chainHash(GENESIS_HASH, long);
    assert.deepEqual(chainHash(GENESIS_HASH, entry), before);
  });

  test('a character that moves from one text to the next changes the hash', () => {
    const [one, other] = [
      { ...entry, kind: 'ab', key: 'c' },
      { ...entry, kind: 'a', key: 'bc' },
    ];
    assert.notDeepEqual(chainHash(GENESIS_HASH, one), chainHash(GENESIS_HASH, other));
  });
});

const KNOWN = 'bd3dc473cf559e5e234d7b2d0054dd45af5a31637d4da8b9756b4f0b16a178f3';

/** A store with `count` revisions. */
function written(count: number): TestStore {
  const store = new TestStore();
  for (let index = 0; index < count; index += 1) {
    store.now_us += 1;
    store.run('put_state', {
      name: `n${index % 3}`,
      document: packDocument({ index }),
      expected_version: null,
      schema: '',
      schema_version: 0,
    });
  }
  return store;
}

function verify(store: TestStore) {
  return store.scans.verify({ skip_integrity_check: false }, () => {});
}

describe('verification finds', () => {
  const row = (revision: number) => positionOf(revision, 0);
  const swap = (db: TestStore['db'], one: number, other: number) => {
    const columns = ['agent_id', 'kind', 'key', 'time_us', 'payload', 'payload_digest', 'hash'];
    const read = db.prepare('SELECT * FROM journal WHERE position = ?');
    const [a, b] = [read.get(one), read.get(other)] as Record<string, unknown>[];
    const set = db.prepare(
      `UPDATE journal SET ${columns.map((name) => `${name} = :${name}`).join(', ')} WHERE position = :at`,
    );
    set.run({ ...b, at: one });
    set.run({ ...a, at: other });
  };
  const changes: [string, (store: TestStore) => void, RegExp][] = [
    [
      'a changed key',
      ({ db }) => db.prepare(`UPDATE journal SET key = 'x' WHERE position = ?`).run(row(5)),
      /^journal.hash_mismatch@5/,
    ],
    [
      'a changed time',
      ({ db }) => db.prepare('UPDATE journal SET time_us = time_us - 3 WHERE position = ?').run(row(5)),
      /journal.time_goes_back@5/,
    ],
    [
      'a changed digest',
      ({ db }) =>
        db.prepare(`UPDATE journal SET payload_digest = zeroblob(32) WHERE position = ?`).run(row(5)),
      /journal.hash_mismatch@5.*journal.payload_mismatch@5/,
    ],
    [
      'a changed payload in the journal',
      ({ db }) => db.prepare(`UPDATE journal SET payload = x'00' WHERE position = ?`).run(row(5)),
      /^journal.payload_mismatch@5$/,
    ],
    [
      'a changed row of state_versions',
      ({ db }) => db.prepare(`UPDATE state_versions SET payload = x'80' WHERE position = ?`).run(row(5)),
      /^journal.payload_mismatch@5/,
    ],
    [
      'a deleted row',
      ({ db }) => db.prepare('DELETE FROM journal WHERE position = ?').run(row(5)),
      /journal.gap@6/,
    ],
    ['swapped rows', ({ db }) => swap(db, row(4), row(5)), /journal.hash_mismatch@4/],
    [
      'a row added at the end',
      ({ db }) =>
        db
          .prepare(
            `INSERT INTO journal SELECT ?, agent_id, kind, key, time_us, payload, payload_digest, hash FROM journal WHERE position = ?`,
          )
          .run(row(11), row(10)),
      /journal.hash_mismatch@11/,
    ],
    [
      'the last row cut off',
      ({ db }) => db.prepare('DELETE FROM journal WHERE position = ?').run(row(10)),
      /^journal.cut@10$/,
    ],
    ['the whole journal gone', ({ db }) => db.prepare('DELETE FROM journal').run(), /^journal.cut@10$/],
    [
      'a forged floor',
      ({ db }) => db.prepare(`INSERT INTO journal_floor VALUES (1, 3, zeroblob(32), 0)`).run(),
      /journal/,
    ],
  ];
  for (const [name, change, expected] of changes) {
    test(name, () => {
      const store = written(10);
      try {
        assert.deepEqual(verify(store).findings, []);
        change(store);
        const found = verify(store).findings.map(({ kind, revision }) => `${kind}@${revision}`);
        assert.match(found.join(' '), expected);
      } finally {
        store.close();
      }
    });
  }
});

test('the newest entries and a part of the chain show a row that is gone although nothing removes such rows', () => {
  const store = written(3);
  try {
    const content = {
      market: '',
      status: '',
      pnl: null,
      pnl_asset: '',
      payload: packDocument({ action: 'bet' }),
    };
    store.run('record_action', { action: 'bet', ...content });
    const revision = 4;
    const load = loadPayload(store.db);
    const findings = (): Finding[][] => [
      verifyNewest(store.db, load, 100).findings,
      [...journalVerifier(store.db, load)(null, 100).findings],
    ];
    assert.deepEqual(findings(), [[], []]);
    store.db.exec('DELETE FROM audit_actions');
    const message = `the payload of entry ${positionOf(revision, 0)} is not there`;
    const missing = { kind: 'journal.payload_missing', revision, message };
    assert.deepEqual(findings(), [[missing], [missing]]);
  } finally {
    store.close();
  }
});

test('an entry whose hash is none is found, not stumbled over', () => {
  const store = written(3);
  try {
    const verify = journalVerifier(store.db, loadPayload(store.db));
    const { cursor } = verify(null, 2);
    // What a flipped bit in the header of a record makes of a blob; no constraint of SQLite looks at that.
    const damaged = { ...cursor, hash: null as unknown as Uint8Array };
    assert.deepEqual(
      verify(damaged, 1).findings.map(({ kind, revision }) => `${kind}@${revision}`),
      [`journal.hash_mismatch@${cursor.revision + 1}`],
    );
  } finally {
    store.close();
  }
});

describe('compaction', () => {
  test('at any revision leaves a chain that verifies and goes on', async () => {
    for (const revision of [1, 5, 9]) {
      const store = written(10);
      const hash_before = verify(store).head_hash;
      const { compacted_revision, dropped_entries } = await compactJournal(store.db, revision, now);
      assert.deepEqual([compacted_revision, dropped_entries], [revision, revision]);
      const report = verify(store);
      assert.deepEqual([report.findings, report.entries], [[], 10 - revision]);
      assert.deepEqual(report.head_hash, hash_before);
      store.run('put_state', {
        name: 'x',
        document: packDocument({}),
        expected_version: null,
        schema: '',
        schema_version: 0,
      });
      assert.deepEqual(verify(store).findings, []);
      store.close();
    }
  });

  test('lets writes go between its chunks, and verification beside it finds nothing', async () => {
    const store = written(12_000);
    let pauses = 0;
    await compactJournal(store.db, 11_999, async () => {
      pauses += 1;
      assert.deepEqual(store.scans.verify({ skip_integrity_check: true }, () => {}).findings, []);
    });
    assert.ok(pauses >= 2);
    // The floor moves while the pages are read: after the first page the rest of what it would read is gone.
    const other = written(5000);
    let compacted: Promise<unknown> | undefined;
    const report = other.scans.verify({ skip_integrity_check: true }, ({ phase }) => {
      if (phase === 'journal') compacted ??= compactJournal(other.db, 4990, now);
    });
    await compacted;
    assert.deepEqual(report.findings, []);
    assert.equal(report.revision, 5000);
    store.close();
    other.close();
  });
});
