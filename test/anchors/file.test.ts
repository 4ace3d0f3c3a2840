/** The anchor file alone: what is written is read again, torn ends are cut off, changes show. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Chain } from '../../src/anchors/compare.js';
import { AnchorFile } from '../../src/anchors/file.js';
import { ensureSigningKey, signatureVerifier } from '../../src/anchors/key.js';
import type { AnchorFacts } from '../../src/anchors/line.js';
import { readNewest } from '../../src/anchors/read.js';
import { verifyAnchors } from '../../src/anchors/verify.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const hashOf = (revision: number): string => revision.toString(16).padStart(64, '0');
const facts = (revision: number, kind: AnchorFacts['kind'] = 'anchor'): AnchorFacts => ({
  kind,
  revision,
  hash: hashOf(revision),
  time_us: 1_700_000_000_000_000 + revision,
  database_id: 'd-1',
});
const chainTo = (revision: number): Chain => ({
  database_id: 'd-1',
  head: { revision, hash: Buffer.from(hashOf(revision), 'hex'), time_us: 1 },
  floor_revision: 0,
  hashAt: (at) => (at <= revision ? Buffer.from(hashOf(at), 'hex') : undefined),
});

async function fixture(t: TestContext, revisions: number) {
  const state_dir = temporaryFolder();
  t.after(() => removeFolder(state_dir));
  const path = join(state_dir, 'anchors.jsonl');
  const key = ensureSigningKey(state_dir);
  const append = async (...lines: AnchorFacts[]): Promise<void> => {
    const file = await AnchorFile.open(path, key);
    for (const line of lines) await file.append(line);
    await file.close();
  };
  await append(...Array.from({ length: revisions }, (_, n) => facts(n)));
  const newest = () => readNewest(path, signatureVerifier(key.public_key));
  const verify = (chain: Chain, every_signature = true) =>
    verifyAnchors(path, key.public_key, chain, every_signature);
  return { path, append, newest, verify };
}

test('lines follow one another over openings; only the newest are read at a start', async (t) => {
  const { path, append, newest, verify } = await fixture(t, 100);
  await append(facts(100), facts(101));
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const { lines, problem } = newest();
  assert.equal(problem, undefined);
  assert.ok(lines.length > 5 && lines.length < 102);
  assert.equal(lines.at(-1)?.revision, 101);
  assert.deepEqual(verify(chainTo(101)), { findings: [], anchors: 102 });
});

test('a torn last line is passed over and cut off, wherever it was torn', async (t) => {
  const { path, append, newest, verify } = await fixture(t, 3);
  const two = readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n').length + 1;
  const whole = readFileSync(path);
  for (let size = two; size < whole.length; size += 7) {
    writeFileSync(path, whole);
    truncateSync(path, size);
    assert.equal(newest().lines.at(-1)?.revision, 1);
    await append(facts(2));
    assert.deepEqual(verify(chainTo(2)), { findings: [], anchors: 3 });
  }
  appendFileSync(path, Buffer.alloc(100));
  assert.equal(newest().problem, undefined);
});

test('every changed byte of a line shows', async (t) => {
  const { path, verify } = await fixture(t, 3);
  const whole = readFileSync(path);
  const last_break = whole.length - 1;
  fc.assert(
    fc.property(fc.nat(last_break - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ mask;
      writeFileSync(path, bytes);
      const { findings } = verify(chainTo(2));
      assert.ok(
        findings.some(({ kind }) => kind === 'anchor.file_changed'),
        `byte ${at}`,
      );
    }),
    { numRuns: 500 },
  );
});

test('a line that was taken out shows, and without its signatures the links still do', async (t) => {
  const { path, verify, newest } = await fixture(t, 4);
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, lines.filter((_, index) => index !== 1).join('\n'));
  for (const every_signature of [true, false])
    assert.deepEqual(
      verify(chainTo(3), every_signature).findings.map(({ kind }) => kind),
      ['anchor.file_changed'],
    );
  assert.match(newest().problem ?? '', /does not follow/);
});

test('lines of another key show', async (t) => {
  const { path, newest } = await fixture(t, 2);
  const other = await fixture(t, 3);
  writeFileSync(path, readFileSync(other.path));
  assert.match(newest().problem ?? '', /not signed by this daemon's key/);
});

test('anchors are held against the journal since the last restore or accepted damage', async (t) => {
  const { append, verify } = await fixture(t, 10);
  assert.deepEqual(
    verify(chainTo(7)).findings.map(({ kind, revision }) => `${kind}@${revision}`),
    ['anchor.rolled_back@8', 'anchor.rolled_back@9'],
  );
  const other = { ...chainTo(9), hashAt: (at: number) => Buffer.from(hashOf(at === 5 ? 99 : at), 'hex') };
  assert.deepEqual(
    verify(other).findings.map(({ kind, revision }) => `${kind}@${revision}`),
    ['anchor.hash_differs@5'],
  );
  assert.equal(verify({ ...chainTo(9), database_id: 'd-2' }).findings[0]?.kind, 'anchor.swapped');
  assert.deepEqual(verify({ ...other, floor_revision: 6 }), { findings: [], anchors: 4 });
  await append(facts(7, 'restored'), facts(8));
  assert.deepEqual(verify(chainTo(8)), { findings: [], anchors: 2 });
});
