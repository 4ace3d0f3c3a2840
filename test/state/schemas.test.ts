import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import type { DocObject, DocValue } from '../../src/codec/value.js';
import { CompiledSchema, migrateOnce } from '../../src/tiers/state/schemas.js';
import { compileSteps, type MigrationStep } from '../../src/tiers/state/steps.js';
import { TestStore } from '../support/executor.js';
import { get, json, packed, put, refusal, registerSchema } from './helpers.js';

const migrate = (document: string, ...steps: MigrationStep[]): DocValue =>
  migrateOnce(new CompiledSchema({ schema: 's', version: 2, steps }), json(document));

const move = (from: string, to: string, required = false): MigrationStep => ({
  op: 'move',
  from,
  to,
  required,
});

describe('a migration step', () => {
  const cases: [string, string, MigrationStep, string][] = [
    [
      'moves and makes objects on the way',
      '{"balance":1}',
      move('/balance', '/portfolio/usdc'),
      '{"portfolio":{"usdc":1}}',
    ],
    ['moves nothing where nothing is', '{"a":1}', move('/balance', '/portfolio/usdc'), '{"a":1}'],
    ['moves null, which is a value', '{"a":null}', move('/a', '/b', true), '{"b":null}'],
    [
      'renames in place',
      '{"a":{"b":1}}',
      { op: 'rename', path: '/a/b', name: 'c', required: true },
      '{"a":{"c":1}}',
    ],
    [
      'defaults where nothing is',
      '{}',
      { op: 'default', path: '/preferences', value: { mode: 'paper' } },
      '{"preferences":{"mode":"paper"}}',
    ],
    [
      'defaults nothing where something is',
      '{"a":null}',
      { op: 'default', path: '/a', value: 1 },
      '{"a":null}',
    ],
    ['removes', '{"a":1,"b":[1,2]}', { op: 'remove', path: '/b/0' }, '{"a":1,"b":[2]}'],
    ['removes nothing where nothing is', '{"a":1}', { op: 'remove', path: '/b/c' }, '{"a":1}'],
    ['sets whatever is there', '{"a":1}', { op: 'set', path: '/a', value: [2] }, '{"a":[2]}'],
    ['sets an element', '{"a":[1,2]}', { op: 'set', path: '/a/1', value: 3 }, '{"a":[1,3]}'],
    ['wraps', '{"a":1}', { op: 'wrap', path: '/a', key: 'usdc' }, '{"a":{"usdc":1}}'],
    ['wraps the whole document', '[1]', { op: 'wrap', path: '', key: 'list' }, '{"list":[1]}'],
    ['wraps nothing where nothing is', '{"a":1}', { op: 'wrap', path: '/b', key: 'usdc' }, '{"a":1}'],
  ];
  for (const [title, before, step, after] of cases) {
    it(title, () => assert.deepEqual(migrate(before, step), json(after)));
  }

  const failures: [string, string, MigrationStep, string][] = [
    ['a required source that is absent', '{}', move('/balance', '/x', true), '/balance'],
    ['a target that is taken', '{"a":1,"b":2}', move('/a', '/b'), '/b'],
    ['a name that is taken', '{"a":1,"b":2}', { op: 'rename', path: '/a', name: 'b', required: false }, '/b'],
    ['a scalar on the way', '{"a":1,"b":2}', move('/a', '/b/c'), '/b'],
    ['an element that is not there', '{"a":[]}', { op: 'set', path: '/a/0', value: 1 }, '/a/0'],
    ['an element to rename', '{"a":[1]}', { op: 'rename', path: '/a/0', name: 'b', required: false }, '/a/0'],
    ['a document that is no object', '1', { op: 'set', path: '/a', value: 1 }, ''],
  ];
  for (const [title, before, step, path] of failures) {
    it(`fails at ${title}`, () => {
      assert.throws(
        () => migrate(before, step),
        refusal('MIGRATION_FAILED', { path, to_schema_version: '2' }),
      );
    });
  }

  it('fails when the document outgrows what a document may be', () => {
    const wraps = Array.from({ length: 33 }, (): MigrationStep => ({ op: 'wrap', path: '', key: 'a' }));
    assert.throws(() => migrate('1', ...wraps), refusal('MIGRATION_FAILED'));
    const text = 'x'.repeat(100_000);
    const sets = ['/a', '/b', '/c'].map((path): MigrationStep => ({ op: 'set', path, value: text }));
    assert.throws(() => migrate('{}', ...sets), refusal('MIGRATION_FAILED'));
  });

  const invalid: [string, MigrationStep, string][] = [
    ['a path that is no pointer', { op: 'remove', path: 'a' }, '/steps/0/remove/path'],
    ['the whole document to remove', { op: 'remove', path: '' }, '/steps/0/remove/path'],
    ['a move into its own child', move('/a', '/a/b'), '/steps/0/move/to'],
    ['a reserved key', { op: 'wrap', path: '/a', key: '__proto__' }, '/steps/0/wrap/key'],
    ['a reserved key in a path', { op: 'set', path: '/__proto__/x', value: 1 }, '/steps/0/set/path'],
    ['an empty name', { op: 'rename', path: '/a', name: '', required: false }, '/steps/0/rename/name'],
    ['a path deeper than any document', { op: 'remove', path: '/a'.repeat(33) }, '/steps/0/remove/path'],
  ];
  for (const [title, step, path] of invalid) {
    it(`is refused with ${title}`, () => {
      assert.throws(() => compileSteps([step]), refusal('INVALID_SCHEMA', { path }));
    });
  }
});

const STEPS_TO_2: MigrationStep[] = [
  move('/balance', '/portfolio/usdc', true),
  { op: 'default', path: '/preferences', value: {} },
];
const SCHEMA_2 = '{"type":"object","required":["portfolio","preferences"]}';

describe('states of a schema', () => {
  let store: TestStore;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  it('are refused without their schema, or newer than it', () => {
    assert.throws(() => put(store, 'a', '{}', { schema: 'unknown' }), refusal('NOT_FOUND'));
    assert.throws(() => put(store, 'a', '{}', { schema_version: 1 }), refusal('INVALID_FIELD'));
    registerSchema(store, 'agent', 1);
    assert.throws(
      () => put(store, 'a', '{}', { schema: 'agent', schema_version: 2, expected_version: 9 }),
      refusal('SCHEMA_TOO_NEW', { newest: '1' }),
    );
  });

  it('migrate on read and persist on write', () => {
    put(store, 'flat', '{"balance":{"__decimal__":"10.5"}}', { schema: 'agent' });
    put(store, 'untouched', '{"balance":1}', { schema: 'agent' });
    put(store, 'impossible', '{"portfolio":1}', { schema: 'agent' });
    assert.equal(registerSchema(store, 'agent', 2, STEPS_TO_2, SCHEMA_2).newest_version, 2);
    const found = get(store, 'flat');
    assert.deepEqual(found && [found.stored_schema_version, found.schema_version], [1, 2]);
    assert.deepEqual(
      packDocument(found?.document ?? null),
      packed('{"portfolio":{"usdc":{"__decimal__":"10.5"}},"preferences":{}}'),
    );
    const patched = store.run('patch_state', {
      name: 'flat',
      kind: 'merge',
      patch: packed('{"preferences":{"risk":"low"}}'),
      expected_version: 1,
    });
    assert.deepEqual([patched.version, patched.schema_version], [2, 2]);
    assert.equal(get(store, 'flat')?.stored_schema_version, 2);
  });

  it('keep their schema when a put names none, and accept an older document', () => {
    const { schema_version } = put(store, 'flat', '{"balance":3}', { schema_version: 1 });
    assert.equal(schema_version, 2);
    assert.deepEqual(get(store, 'flat')?.document, json('{"portfolio":{"usdc":3},"preferences":{}}'));
  });

  it('must satisfy it', () => {
    assert.throws(
      () => put(store, 'flat', '{"portfolio":{}}'),
      refusal('SCHEMA_VIOLATION', { path: '/preferences' }),
    );
    assert.throws(
      () => put(store, 'flat', '{"x":1}', { schema_version: 1 }),
      refusal('MIGRATION_FAILED', { path: '/balance' }),
    );
    const patch = packed('[{"op":"remove","path":"/portfolio"}]');
    assert.throws(
      () => store.run('patch_state', { name: 'flat', kind: 'json', patch, expected_version: null }),
      refusal('SCHEMA_VIOLATION', { path: '/portfolio' }),
    );
  });

  it('that cannot be migrated say where, and can be read as stored', () => {
    assert.throws(
      () => get(store, 'impossible'),
      refusal('MIGRATION_FAILED', { path: '/balance', to_schema_version: '2' }),
    );
  });

  it('newer than the newest known version are refused, not guessed at', () => {
    registerSchema(store, 'shrunk', 1);
    registerSchema(store, 'shrunk', 2);
    put(store, 'future', '{}', { schema: 'shrunk' });
    // As in a file that an older backup of the schemas was merged into: nothing that Holdfast does by itself.
    store.db.exec("DELETE FROM state_schemas WHERE schema = 'shrunk' AND version = 2");
    assert.throws(
      () => get(store, 'future'),
      refusal('SCHEMA_TOO_NEW', { schema_version: '2', newest: '1' }),
    );
    const patch = packed('{}');
    assert.throws(
      () => store.run('patch_state', { name: 'future', kind: 'merge', patch, expected_version: null }),
      refusal('SCHEMA_TOO_NEW'),
    );
    const head = store.executor.head.revision;
    const result = store.scans.dry_run_migration(
      { agent_id: 'agent-1', schema: 'shrunk', candidate: null },
      () => {},
    );
    assert.deepEqual([result.states, result.failed, result.revision], [1, 1, head]);
  });

  it('register one version at a time, each once', () => {
    assert.throws(() => registerSchema(store, 'agent', 4), refusal('WRONG_STATE', { newest: '2' }));
    const head = store.executor.head.revision;
    assert.equal(registerSchema(store, 'agent', 2, STEPS_TO_2, SCHEMA_2).newest_version, 2);
    assert.equal(store.executor.head.revision, head);
    assert.throws(() => registerSchema(store, 'agent', 2), refusal('ALREADY_EXISTS'));
    assert.equal(registerSchema(store, 'agent', 1).newest_version, 2);
  });

  it('do not see a schema whose registration was rolled back', () => {
    const content = (json_schema: string) =>
      packDocument({ schema: 'rolled', version: 1, steps: [], json_schema: json(json_schema) });
    const call = (name: string, args: unknown) => ({ name, agent_id: 'agent-1', args });
    const document = {
      name: 'r',
      document: packed('1'),
      expected_version: null,
      schema: 'rolled',
      schema_version: 0,
    };
    assert.throws(
      () =>
        store.run('transact', {
          preconditions: [],
          mutations: [
            call('register_schema', { content: content('true') }),
            call('put_state', document),
            call('put_state', { ...document, expected_version: 7 }),
          ],
        }),
      refusal('VERSION_CONFLICT'),
    );
    store.run('register_schema', { content: content('{"type":"string"}') });
    assert.throws(() => store.run('put_state', document), refusal('SCHEMA_VIOLATION'));
  });

  describe('in a dry run', () => {
    const dryRun = (candidate: { steps: MigrationStep[]; json_schema?: string } | null) => {
      const content =
        candidate &&
        packDocument({
          schema: 'dry',
          version: 2,
          steps: candidate.steps,
          ...(candidate.json_schema === undefined ? {} : { json_schema: json(candidate.json_schema) }),
        } as unknown as DocObject);
      return store.scans.dry_run_migration(
        { agent_id: 'agent-1', schema: 'dry', candidate: content },
        () => {},
      );
    };

    it('are all run through a candidate, and nothing changes', () => {
      assert.throws(() => dryRun(null), refusal('NOT_FOUND'));
      registerSchema(store, 'dry', 1);
      for (let i = 0; i < 120; i += 1) {
        put(store, `dry/${i}`, i % 40 === 7 ? '{}' : `{"balance":${i}}`, { schema: 'dry' });
      }
      put(store, 'dry/gone', '{}', { schema: 'dry' });
      store.run('delete_state', { name: 'dry/gone', expected_version: null });
      const head = store.executor.head;
      assert.deepEqual(
        { ...dryRun(null), revision: 0 },
        {
          revision: 0,
          states: 120,
          would_migrate: 0,
          up_to_date: 120,
          failed: 0,
          failures: [],
        },
      );
      const json_schema = '{"properties":{"portfolio":{"properties":{"usdc":{"maximum":100}}}}}';
      const result = dryRun({ steps: STEPS_TO_2, json_schema });
      assert.deepEqual(
        [result.states, result.would_migrate, result.up_to_date, result.failed],
        [120, 98, 0, 22],
      );
      assert.equal(result.failures.length, 22);
      const failureOf = (name: string) => result.failures.find((failure) => failure.name === name);
      assert.deepEqual(failureOf('dry/47'), {
        name: 'dry/47',
        version: 1,
        to_schema_version: 2,
        path: '/balance',
        problem: 'nothing is here to move',
      });
      assert.equal(failureOf('dry/119')?.path, '/portfolio/usdc');
      assert.deepEqual(store.executor.head, head);
      assert.equal(get(store, 'dry/1')?.schema_version, 1);
    });

    it('need the next version as the candidate', () => {
      registerSchema(store, 'dry', 2, STEPS_TO_2);
      assert.throws(() => dryRun({ steps: [] }), refusal('WRONG_STATE', { newest: '2' }));
      assert.deepEqual(
        { ...dryRun(null), revision: 0, failures: [] },
        {
          revision: 0,
          states: 120,
          would_migrate: 117,
          up_to_date: 0,
          failed: 3,
          failures: [],
        },
      );
    });
  });

  it('leave a journal that verifies, but for the schema that was taken away above', () => {
    const { findings } = store.scans.verify({ skip_integrity_check: false }, () => {});
    assert.deepEqual(
      findings.map(({ kind }) => kind),
      ['journal.payload_missing'],
    );
  });
});
