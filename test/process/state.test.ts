import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';

const json = (value: unknown) => ({ json: typeof value === 'string' ? value : JSON.stringify(value) });

describe('service State over a socket', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  let requests = 0;
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  const read = (method: string, request: object): Promise<Reply> =>
    client.call('State', method, { agent_id: 'agent-1', ...request });
  const write = (method: string, request: object): Promise<Reply> => {
    requests += 1;
    return read(method, { request_id: `request-${requests}`, ...request });
  };
  const put = (name: string, value: unknown, more: object = {}) =>
    write('PutState', { name, document: json(value), ...more });

  it('reads back what was put, in either encoding, with its version and revision', async () => {
    const document = '{"balance":{"__decimal__":"10.5"},"big":9007199254740993}';
    const { header, version } = await put('bot/state', document);
    assert.equal(version, '1');
    const { state } = await read('GetState', { name: 'bot/state', min_revision: header.revision });
    assert.deepEqual(
      [state.version, state.revision, state.schema, state.deleted, state.document.json],
      ['1', header.revision, '', false, document],
    );
    assert.deepEqual(state.updated_at, header.committed_at);
    const packed = await read('GetState', { name: 'bot/state', encoding: 'DOCUMENT_ENCODING_MSGPACK' });
    const copy = await write('PutState', {
      name: 'copy',
      document: { msgpack: packed.state.document.msgpack },
    });
    assert.equal(copy.version, '1');
    assert.equal((await read('GetState', { name: 'copy' })).state.document.json, document);
  });

  it('replays a repeated request, whatever the order of its keys', async () => {
    const request = { name: 'once', request_id: 'once', document: json('{"a":1,"b":2}') };
    const first = await write('PutState', request);
    const again = await write('PutState', { ...request, document: json('{"b":2.0,"a":1}') });
    assert.deepEqual(again, { ...first, header: { ...first.header, replayed: true } });
  });

  it('names the field, the reason and the facts of a refusal', async () => {
    await put('refused', { a: 1 });
    const cases: [string, object, string, string, string][] = [
      ['PutState', { name: 'bad name', document: json(1) }, 'INVALID_ARGUMENT', 'INVALID_FIELD', 'name'],
      ['PutState', { name: 'x' }, 'INVALID_ARGUMENT', 'FIELD_REQUIRED', 'document'],
      [
        'PutState',
        { name: 'x', document: json('{"a":1,"a":2}') },
        'INVALID_ARGUMENT',
        'INVALID_DOCUMENT',
        'document',
      ],
      ['PutState', { name: 'x', document: json(1), schema: 's' }, 'NOT_FOUND', 'NOT_FOUND', 'schema'],
      [
        'PutState',
        { name: 'refused', document: json(1), expected_version: 7 },
        'ABORTED',
        'VERSION_CONFLICT',
        'expected_version',
      ],
      ['PatchState', { name: 'refused' }, 'INVALID_ARGUMENT', 'FIELD_REQUIRED', 'patch'],
      [
        'PatchState',
        { name: 'refused', merge_patch: json([]) },
        'INVALID_ARGUMENT',
        'INVALID_PATCH',
        'merge_patch',
      ],
      [
        'PatchState',
        { name: 'refused', json_patch: json([{ op: 'no', path: '' }]) },
        'INVALID_ARGUMENT',
        'INVALID_PATCH',
        'json_patch',
      ],
      [
        'PatchState',
        { name: 'refused', merge_patch: json({}), expected_version: 0 },
        'INVALID_ARGUMENT',
        'INVALID_FIELD',
        'expected_version',
      ],
      ['DeleteState', { name: 'nothing' }, 'NOT_FOUND', 'NOT_FOUND', 'name'],
      ['SetStateRetention', { keep_versions: 100_001 }, 'INVALID_ARGUMENT', 'INVALID_FIELD', 'keep_versions'],
      [
        'SetStateRetention',
        { keep_age: { seconds: 0, nanos: 0 } },
        'INVALID_ARGUMENT',
        'INVALID_FIELD',
        'keep_age',
      ],
      ['RegisterSchema', {}, 'INVALID_ARGUMENT', 'FIELD_REQUIRED', 'schema.schema'],
      [
        'RegisterSchema',
        { schema: { schema: 's', version: 2 } },
        'FAILED_PRECONDITION',
        'WRONG_STATE',
        'schema.version',
      ],
      [
        'RegisterSchema',
        { schema: { schema: 's', version: 1, steps: [{ remove: { path: '/a' } }] } },
        'INVALID_ARGUMENT',
        'INVALID_SCHEMA',
        'schema.steps',
      ],
      [
        'RegisterSchema',
        { schema: { schema: 's', version: 2, steps: [{}] } },
        'INVALID_ARGUMENT',
        'FIELD_REQUIRED',
        'schema.steps[0]',
      ],
      [
        'RegisterSchema',
        { schema: { schema: 's', version: 2, steps: [{ remove: { path: 'a' } }] } },
        'INVALID_ARGUMENT',
        'INVALID_SCHEMA',
        'schema.steps[0].remove.path',
      ],
      [
        'RegisterSchema',
        { schema: { schema: 's', version: 1, json_schema: json({ type: 'money' }) } },
        'INVALID_ARGUMENT',
        'INVALID_SCHEMA',
        'schema.json_schema',
      ],
      ['SetFields', {}, 'INVALID_ARGUMENT', 'FIELD_REQUIRED', 'set'],
      [
        'SetFields',
        { set: [{ name: 'a', value: json(1) }], remove: ['a'] },
        'INVALID_ARGUMENT',
        'INVALID_FIELD',
        'remove[0]',
      ],
      [
        'SetFields',
        { set: [{ name: 'a', value: json('x'.repeat(4096)) }] },
        'INVALID_ARGUMENT',
        'INVALID_DOCUMENT',
        'set[0].value',
      ],
      [
        'SetFields',
        { set: [{ name: 'a', value: json(['x'.repeat(4096)]) }] },
        'INVALID_ARGUMENT',
        'LIMIT_EXCEEDED',
        'set[0].value',
      ],
      ['IncrementField', { name: 'a' }, 'INVALID_ARGUMENT', 'FIELD_REQUIRED', 'by'],
      ['IncrementField', { name: 'a', decimal: '1e3' }, 'INVALID_ARGUMENT', 'INVALID_AMOUNT', 'decimal'],
      [
        'IncrementField',
        { name: 'a', integer: '1', floor: '2', ceiling: '1' },
        'INVALID_ARGUMENT',
        'INVALID_FIELD',
        'floor',
      ],
      [
        'IncrementField',
        { name: 'a', integer: '5', ceiling: '4' },
        'FAILED_PRECONDITION',
        'LIMIT_CROSSED',
        'ceiling',
      ],
    ];
    for (const [method, request, status, reason, field] of cases) {
      const error = await refusal(write(method, request));
      assert.deepEqual(
        [error.status, error.reason, error.field],
        [status, reason, field],
        `${method}: ${error.message}`,
      );
    }
    const conflict = await refusal(put('refused', 1, { expected_version: 7 }));
    assert.deepEqual(conflict.metadata, { expected: '7', actual: '1' });
  });

  it('patches, and says which operation of a patch does not fit', async () => {
    await put('patched', { mode: 'paper', open: ['a'] });
    const { version } = await write('PatchState', { name: 'patched', merge_patch: json({ mode: null }) });
    assert.equal(version, '2');
    const patch = [
      { op: 'add', path: '/open/-', value: 'b' },
      { op: 'test', path: '/mode', value: 'paper' },
    ];
    const error = await refusal(write('PatchState', { name: 'patched', json_patch: json(patch) }));
    assert.deepEqual(
      [error.status, error.reason, error.metadata],
      ['FAILED_PRECONDITION', 'WRONG_STATE', { index: '1', path: '/mode' }],
    );
    assert.equal((await read('GetState', { name: 'patched' })).state.document.json, '{"open":["a"]}');
  });

  it('reads the past by revision and by time, but not the future', async () => {
    const first = (await put('past', 1)).header;
    const second = (await write('DeleteState', { name: 'past' })).header;
    const third = (await put('past', 3)).header;
    const at = async (point: object) =>
      (await read('GetState', { name: 'past', ...point })).state.document.json;
    assert.equal(await at({ at_revision: first.revision }), '1');
    assert.equal(await at({ at_revision: third.revision }), '3');
    assert.equal(await at({ at_time: third.committed_at }), '3');
    assert.equal((await refusal(at({ at_revision: second.revision }))).status, 'NOT_FOUND');
    assert.equal((await refusal(at({ at_time: { seconds: 1 } }))).status, 'NOT_FOUND');
    const future = await refusal(at({ at_revision: String(Number(third.revision) + 1000) }));
    assert.deepEqual(
      [future.status, future.reason, future.field],
      ['OUT_OF_RANGE', 'REVISION_IN_FUTURE', 'at_revision'],
    );
    assert.equal((await refusal(at({ at_revision: 1, at_time: { seconds: 1 } }))).field, 'at_time');
    const { versions } = await read('ListStateVersions', { name: 'past' });
    assert.deepEqual(
      versions.map(({ version, deleted, document }: Reply) => [version, deleted, document?.json]),
      [
        ['3', false, '3'],
        ['2', true, undefined],
        ['1', false, '1'],
      ],
    );
  });

  it('pages through states, versions and schemas', async () => {
    const other = { agent_id: 'pager' };
    for (const name of ['p/1', 'p/2', 'p/3', 'q']) await put(name, { name }, other);
    for (let i = 2; i <= 5; i += 1) await put('p/1', i, other);
    for (let version = 1; version <= 3; version += 1) {
      await write('RegisterSchema', { ...other, schema: { schema: 'paged', version } });
    }
    const pages = async (method: string, request: object, list: string): Promise<Reply[][]> => {
      const found: Reply[][] = [];
      for (let page_token = ''; ; ) {
        const page = await read(method, { ...other, ...request, page_size: 2, page_token });
        found.push(page[list]);
        page_token = page.next_page_token;
        if (page_token === '') return found;
      }
    };
    const names = (await pages('ListStates', { name_prefix: 'p/' }, 'states')).map((page) =>
      page.map((state) => state.name),
    );
    assert.deepEqual(names, [['p/1', 'p/2'], ['p/3']]);
    const versions = (await pages('ListStateVersions', { name: 'p/1' }, 'versions')).map((page) =>
      page.map((state) => state.version),
    );
    assert.deepEqual(versions, [['5', '4'], ['3', '2'], ['1']]);
    const schemas = (await pages('ListSchemas', {}, 'schemas')).map((page) =>
      page.map((schema) => schema.version),
    );
    assert.deepEqual(schemas, [[1, 2], [3]]);
    const { next_page_token } = await read('ListStates', { ...other, page_size: 1 });
    const error = await refusal(
      read('ListStates', { ...other, name_prefix: 'p', page_token: next_page_token }),
    );
    assert.equal(error.reason, 'INVALID_PAGE_TOKEN');
    const { states } = await read('ListStates', { ...other, names_only: true });
    assert.deepEqual([states[0].name, states[0].document ?? null], ['p/1', null]);
    assert.equal((await refusal(read('ListStateVersions', { name: 'never' }))).status, 'NOT_FOUND');
  });

  it('migrates on read, tries a migration without changing anything, and lists what it cannot migrate', async () => {
    await write('RegisterSchema', { schema: { schema: 'agent', version: 1 } });
    await put('m/good', { balance: 5 }, { schema: 'agent' });
    await put('m/bad', { portfolio: {} }, { schema: 'agent' });
    const candidate = {
      schema: 'agent',
      version: 2,
      json_schema: json({ type: 'object', required: ['portfolio'] }),
      steps: [
        { move: { from: '/balance', to: '/portfolio/usdc', required: true } },
        { default: { path: '/preferences', value: json({ risk: 'low' }) } },
      ],
    };
    const tried = await read('DryRunMigration', { schema: 'agent', candidate });
    assert.deepEqual(
      [tried.states, tried.would_migrate, tried.up_to_date, tried.failed],
      ['2', '1', '0', '1'],
    );
    assert.deepEqual(tried.failures, [
      {
        name: 'm/bad',
        version: '1',
        to_schema_version: 2,
        path: '/balance',
        problem: 'nothing is here to move',
      },
    ]);
    assert.equal((await refusal(read('DryRunMigration', { schema: 'nothing' }))).status, 'NOT_FOUND');
    assert.equal((await read('GetState', { name: 'm/good' })).state.schema_version, 1);

    assert.equal((await write('RegisterSchema', { schema: candidate })).newest_version, 2);
    const { state } = await read('GetState', { name: 'm/good' });
    assert.deepEqual(
      [state.schema_version, state.stored_schema_version, JSON.parse(state.document.json)],
      [2, 1, { portfolio: { usdc: 5 }, preferences: { risk: 'low' } }],
    );
    const stored = await read('GetState', { name: 'm/good', without_migration: true });
    assert.deepEqual([stored.state.schema_version, stored.state.document.json], [1, '{"balance":5}']);
    const failed = await refusal(read('GetState', { name: 'm/bad' }));
    assert.deepEqual(
      [failed.status, failed.reason, failed.metadata.path],
      ['FAILED_PRECONDITION', 'MIGRATION_FAILED', '/balance'],
    );
    const { states } = await read('ListStates', { schema: 'agent' });
    assert.deepEqual(
      states.map((listed: Reply) => [listed.name, listed.schema_version]),
      [
        ['m/bad', 1],
        ['m/good', 2],
      ],
    );
    const violation = await refusal(put('m/good', {}));
    assert.deepEqual([violation.reason, violation.metadata.path], ['SCHEMA_VIOLATION', '/portfolio']);
    const tooNew = await refusal(put('m/good', {}, { schema_version: 3 }));
    assert.equal(tooNew.reason, 'SCHEMA_TOO_NEW');
    const { schemas } = await read('ListSchemas', { schema: 'agent' });
    assert.deepEqual(schemas[1].steps[0].move, { from: '/balance', to: '/portfolio/usdc', required: true });
    assert.equal(schemas[1].steps[1].default.value.json, '{"risk":"low"}');
    assert.equal(schemas[1].json_schema.json, '{"required":["portfolio"],"type":"object"}');
  });

  it('sweeps versions that are past their age, in its own time', async () => {
    await put('aging', 1);
    await put('aging', 2);
    await write('SetStateRetention', { name: 'aging', keep_age: { seconds: 0, nanos: 1_000_000 } });
    // No write of this state follows: only the sweep can make the first version go.
    const deadline = Date.now() + 20_000;
    let left = Number.POSITIVE_INFINITY;
    while (left > 1 && Date.now() < deadline)
      left = (await read('ListStateVersions', { name: 'aging' })).versions.length;
    assert.equal(left, 1);
    assert.equal((await read('GetState', { name: 'aging' })).state.document.json, '2');
  });

  it('sets, counts and reads fields, and keeps all of it across a restart', async () => {
    await write('SetFields', {
      set: [
        { name: 'mode', value: json('"live"') },
        { name: 'goal', value: json({ a: 1 }) },
      ],
    });
    assert.equal((await write('SetFields', { remove: ['goal', 'nothing'] })).removed, 1);
    const increments = Array.from({ length: 50 }, () =>
      write('IncrementField', { name: 'sessions', integer: '1' }),
    );
    await Promise.all(increments);
    assert.equal(
      (await write('IncrementField', { name: 'pnl', decimal: '-0.10', floor: '-1' })).value,
      '-0.1',
    );
    const before_restart = await read('GetFields', {});
    client.close();
    await daemon.stop();
    daemon = await startDaemon({ state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    const { fields } = await read('GetFields', {});
    assert.deepEqual(fields, before_restart.fields);
    assert.deepEqual(
      fields.map(({ name, value }: Reply) => [name, value.json]),
      [
        ['mode', '"live"'],
        ['pnl', '{"__decimal__":"-0.1"}'],
        ['sessions', '50'],
      ],
    );
    assert.deepEqual(
      (await read('GetFields', { names: ['sessions', 'nothing'] })).fields.map(({ name }: Reply) => name),
      ['sessions'],
    );
  });

  it('serves the same mutations inside Transact', async () => {
    const mutations = [
      { put_state: { name: 't', document: json({ n: 1 }) } },
      { patch_state: { name: 't', merge_patch: json({ m: 2 }) } },
      { increment_field: { name: 'in-transact', integer: '3' } },
      { set_state_retention: { name: 't', keep_versions: 1 } },
    ];
    const { results } = await client.call('Transact', 'Transact', {
      agent_id: 'agent-1',
      request_id: 'transact',
      mutations,
    });
    assert.deepEqual(
      [
        results[0].put_state.version,
        results[1].patch_state.version,
        results[2].increment_field.value,
        results[3].set_state_retention.removed_versions,
      ],
      ['1', '2', '3', '1'],
    );
    const failing = [...mutations, { delete_state: { name: 'never' } }];
    const error = await refusal(
      client.call('Transact', 'Transact', {
        agent_id: 'agent-1',
        request_id: 'transact-2',
        mutations: failing,
      }),
    );
    assert.deepEqual([error.reason, error.field], ['NOT_FOUND', 'mutations[4].delete_state.name']);
    assert.equal((await read('GetState', { name: 't' })).state.version, '2');
  });
});
