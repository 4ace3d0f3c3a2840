import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { MAX_LABELS, MAX_TEMPLATES, MAX_VERSIONS } from '../../src/tiers/procedural/commands.js';
import { unpackPrompt } from '../../src/tiers/procedural/rows.js';
import { verifyDatabase } from '../../src/tiers/verify.js';
import { refusal } from '../state/helpers.js';
import { TestStore } from '../support/executor.js';

const NEWEST = { version: 0, label: '' };

describe('prompt templates in the store', () => {
  let store: TestStore;
  beforeEach(() => {
    store = new TestStore();
  });
  afterEach(() => store.close());

  const put = (
    text: string,
    given: { name?: string; expected?: number; labels?: string[]; note?: string } = {},
  ) =>
    store.run('put_prompt_template', {
      name: given.name ?? 'plan',
      text,
      description: given.note ?? '',
      expected_version: given.expected ?? null,
      labels: given.labels ?? [],
    });
  const label = (name: string, version: number, expected_version: number | null = null) =>
    store.run('set_prompt_label', { name: 'plan', label: name, version, expected_version });
  const read = (which: { version?: number; label?: string } = {}, agent_id = 'agent-1', name = 'plan') =>
    store.reads.snapshot(0, ({ procedural }) =>
      unpackPrompt(procedural.version(agent_id, name, { ...NEWEST, ...which }).payload),
    );
  const labels = () =>
    store.reads.snapshot(0, ({ procedural }) =>
      procedural.labels('agent-1', 'plan').map((each) => `${each.label}=${each.version}`),
    );
  const findings = () =>
    verifyDatabase(store.db, true, () => {}).findings.map(({ kind, message }) => `${kind}: ${message}`);

  it('numbers versions, never changes one, and adds none that is the newest already', () => {
    assert.deepEqual({ ...put('one'), revision: 0 }, { version: 1, unchanged: false, revision: 0 });
    assert.equal(put('two').version, 2);
    const { revision } = put('two', { note: 'better' });
    const again = put('two', { note: 'better' });
    assert.deepEqual([again.version, again.unchanged], [3, true]);
    assert.equal(put('two', { note: 'better' }).version, 3);
    assert.equal(put('one').version, 4, 'only the newest is compared');
    assert.equal(put('x').revision, revision + 2, 'what changed nothing made no revision');
    assert.deepEqual(
      [1, 2, 3, 4].map((version) => read({ version }).text),
      ['one', 'two', 'two', 'one'],
    );
    assert.throws(() => read({ version: 6 }), refusal('NOT_FOUND'));
    assert.throws(() => read({}, 'agent-2'), refusal('NOT_FOUND'));
    assert.deepEqual(findings(), []);
  });

  it('puts only over the version that is expected', () => {
    assert.throws(
      () => put('one', { expected: 1 }),
      refusal('VERSION_CONFLICT', { expected: '1', actual: '0' }),
    );
    put('one', { expected: 0 });
    assert.throws(() => put('one', { expected: 0 }), refusal('VERSION_CONFLICT', { actual: '1' }));
    assert.equal(put('two', { expected: 1 }).version, 2);
  });

  it('points labels, by themselves and with a put', () => {
    put('one', { labels: ['production', 'staging'] });
    put('two', { labels: ['staging'] });
    assert.deepEqual(labels(), ['production=1', 'staging=2']);
    assert.equal(label('production', 2, 1).previous_version, 1);
    assert.throws(
      () => label('production', 1, 1),
      refusal('VERSION_CONFLICT', { expected: '1', actual: '2' }),
    );
    assert.throws(() => label('production', 1, 0), refusal('VERSION_CONFLICT'));
    assert.equal(label('old', 1, 0).previous_version, 0);
    assert.throws(() => label('old', 3), refusal('NOT_FOUND'));
    assert.equal(read({ label: 'old' }).text, 'one');
    const { revision } = label('old', 1);
    assert.equal(put('two', { labels: ['old'] }).unchanged, true, 'a label moves without a new version');
    assert.deepEqual(labels(), ['old=2', 'production=2', 'staging=2']);
    assert.equal(label('old', 1).revision, revision + 2);
    store.run('delete_prompt_label', { name: 'plan', label: 'old' });
    const remove = (name: string) => store.run('delete_prompt_label', { name, label: 'old' });
    assert.throws(() => remove('plan'), refusal('NOT_FOUND'));
    assert.throws(() => remove('other'), refusal('NOT_FOUND'));
    assert.throws(() => read({ label: 'old' }), refusal('NOT_FOUND'));
    assert.deepEqual(findings(), []);
  });

  it('has limits, and a put that meets one leaves nothing', () => {
    put('one');
    for (let n = 1; n < MAX_LABELS; n += 1) label(`l${n}`, 1);
    assert.throws(() => put('two', { labels: ['l1', 'm1', 'm2'] }), refusal('TOO_MANY', { limit: '64' }));
    assert.equal(read().version, 1);
    assert.equal(labels().length, MAX_LABELS - 1);
    label('l1', 1);
    store.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
         INSERT INTO prompt_templates SELECT 'agent-1', 'many-' || i, 1 FROM n`,
      )
      .run(MAX_TEMPLATES - 1);
    assert.throws(() => put('one', { name: 'more' }), refusal('TOO_MANY', { limit: '10000' }));
    store.db.prepare(`UPDATE prompt_templates SET newest_version = ? WHERE name = 'plan'`).run(MAX_VERSIONS);
    assert.throws(() => put('two'), refusal('TOO_MANY', { limit: '10000' }));
  });

  it('lists by name and by version, and cuts pages by bytes as well', () => {
    const long = 'x'.repeat(250_000);
    for (const name of ['b', 'a/x', 'c']) put('t', { name });
    for (let n = 0; n < 6; n += 1) put(`${long}${n}`);
    store.reads.snapshot(0, ({ procedural }) => {
      const names = procedural.templates('agent-1', 'a/x', 2);
      assert.deepEqual([names.rows.map(({ name }) => name), names.more], [['b', 'c'], true]);
      const page = procedural.versions('agent-1', 'plan', 6, 100);
      assert.deepEqual([page.rows.map(({ version }) => version), page.more], [[5, 4, 3], true]);
      assert.throws(() => procedural.versions('agent-1', 'none', 6, 100), refusal('NOT_FOUND'));
    });
  });

  it('verifies: gaps, labels that point nowhere, altered columns', () => {
    put('one', { labels: ['production'] });
    put('two');
    store.db.exec(`UPDATE prompt_versions SET version = 3 WHERE version = 1`);
    const found = findings().join('\n');
    assert.match(found, /procedural\.template: the versions of prompt template plan of agent-1/);
    assert.match(found, /procedural\.label: label production .* version 1/);
    assert.match(found, /procedural\.version: version 3 of prompt template plan/);
  });
});
