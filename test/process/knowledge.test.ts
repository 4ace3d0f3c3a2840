/** Service Knowledge over a socket: the procurement agent of the tables it learns, and what only shows on the wire. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';

const json = (value: unknown) => ({ json: JSON.stringify(value) });
const parsed = (document: Reply): Reply => JSON.parse(document.json);
const fieldOf = (name: string, type: string, more: object = {}) => ({
  name,
  type: `FIELD_TYPE_${type}`,
  ...more,
});
const compare = (field: string, comparison: string, value?: unknown) => ({
  field: {
    field,
    comparison: `COMPARISON_${comparison}`,
    ...(value !== undefined && { value: json(value) }),
  },
});
const decimal = (text: string) => ({ __decimal__: text });

const VENDORS = {
  name: 'vendor_ratings',
  fields: [
    fieldOf('vendor_name', 'STRING', { required: true }),
    fieldOf('reliability_score', 'FLOAT', { default_value: json(0), indexed: true }),
    fieldOf('last_evaluated', 'TIMESTAMP'),
    fieldOf('spent', 'DECIMAL', { default_value: json(0) }),
  ],
  unique_keys: [{ fields: ['vendor_name'] }],
};
const PREFERENCES = {
  name: 'product_preferences',
  fields: [
    fieldOf('user_id', 'STRING', { required: true }),
    fieldOf('product_sku', 'STRING', { required: true, indexed: true }),
    fieldOf('preferred_quantity', 'INTEGER', { default_value: json(1) }),
    fieldOf('is_critical_stock', 'BOOLEAN', { default_value: json(false) }),
  ],
  unique_keys: [{ fields: ['user_id', 'product_sku'] }],
};

let requests = 0;

/** A daemon and its client, which a test may replace by a later run on the same folder. */
class Procurement {
  daemon!: TestDaemon;
  client!: RawClient;

  async start(state_dir?: string): Promise<void> {
    this.daemon = await startDaemon(state_dir === undefined ? {} : { state_dir });
    this.client = new RawClient(this.daemon.address);
  }

  async restart(kill: boolean): Promise<void> {
    this.client.close();
    if (kill) await this.daemon.kill();
    else await this.daemon.stop();
    await this.start(this.daemon.state_dir);
  }

  async end(): Promise<void> {
    this.client.close();
    await this.daemon.stop();
    removeFolder(this.daemon.state_dir);
  }

  read(method: string, request: object): Promise<Reply> {
    return this.client.call('Knowledge', method, { agent_id: 'buyer', ...request });
  }

  write(method: string, request: object): Promise<Reply> {
    requests += 1;
    return this.read(method, { request_id: `k-${requests}`, ...request });
  }

  /** What the seed's update_vendor_rating does. */
  rate(vendor_name: string, reliability_score: number): Promise<Reply> {
    const value = json({
      vendor_name,
      reliability_score,
      last_evaluated: { __timestamp__: '2026-11-20T12:00:00Z' },
    });
    return this.write('PutRecord', { collection: VENDORS.name, value, match_key: ['vendor_name'] });
  }

  /** What the seed's get_preferred_quantity does. */
  async preferredQuantity(user_id: string, product_sku: string): Promise<number> {
    const key = json({ user_id, product_sku });
    const { record } = await this.read('GetRecord', { collection: PREFERENCES.name, key });
    return parsed(record.value).preferred_quantity;
  }

  async query(request: object): Promise<Reply[]> {
    const { records } = await this.read('QueryRecords', request);
    return records.map(({ value }: Reply) => parsed(value));
  }
}

describe('the procurement agent', () => {
  const agent = new Procurement();
  before(() => agent.start());
  after(() => agent.end());

  it('declares what it learns, rates vendors and remembers preferences', async () => {
    for (const declaration of [VENDORS, PREFERENCES]) {
      assert.equal((await agent.write('PutCollection', declaration)).version, '1');
      assert.equal((await agent.write('PutCollection', declaration)).version, '1');
    }
    for (const [vendor, score] of [
      ['acme', 0.97],
      ['globex', 0.41],
      ['initech', 0.88],
    ] as const) {
      assert.equal((await agent.rate(vendor, score)).created, true);
    }
    const again = await agent.rate('globex', 0.52);
    assert.deepEqual([again.created, again.version], [false, '2']);
    const put = (user_id: string, product_sku: string, more: object = {}) =>
      agent.write('PutRecord', {
        collection: PREFERENCES.name,
        value: json({ user_id, product_sku, ...more }),
      });
    await put('u1', 'widget-Y', { preferred_quantity: 50, is_critical_stock: true });
    await put('u1', 'widget-Z');
    await put('u2', 'widget-Y', { preferred_quantity: 5 });
    const twice = await refusal(put('u1', 'widget-Y', { preferred_quantity: 7 }));
    assert.deepEqual(
      [twice.status, twice.reason, twice.field, twice.metadata.key],
      ['ALREADY_EXISTS', 'ALREADY_EXISTS', 'value', 'user_id,product_sku'],
    );
  });

  const check = async (): Promise<void> => {
    assert.equal(await agent.preferredQuantity('u1', 'widget-Y'), 50);
    assert.equal(await agent.preferredQuantity('u1', 'widget-Z'), 1);
    const unknown = await refusal(agent.preferredQuantity('u3', 'widget-Y'));
    assert.deepEqual([unknown.status, unknown.field], ['NOT_FOUND', 'key']);
    const reliable = await agent.query({
      collection: VENDORS.name,
      filter: compare('reliability_score', 'GREATER_OR_EQUAL', 0.5),
      order_by: [{ field: 'reliability_score', descending: true }],
    });
    assert.deepEqual(
      reliable.map(({ vendor_name, reliability_score }) => [vendor_name, reliability_score]),
      [
        ['acme', 0.97],
        ['initech', 0.88],
        ['globex', 0.52],
      ],
    );
    const critical = {
      all: {
        filters: [compare('product_sku', 'EQUAL', 'widget-Y'), compare('is_critical_stock', 'EQUAL', true)],
      },
    };
    assert.deepEqual(
      (await agent.query({ collection: PREFERENCES.name, filter: critical })).map(({ user_id }) => user_id),
      ['u1'],
    );
    const { groups } = await agent.read('AggregateRecords', {
      collection: PREFERENCES.name,
      aggregates: [{ function: 'AGGREGATE_FUNCTION_SUM', field: 'preferred_quantity' }],
      group_by: ['product_sku'],
    });
    assert.deepEqual(
      groups.map(({ group, values }: Reply) => [parsed(group), parsed(values)]),
      [
        [{ product_sku: 'widget-Y' }, [decimal('55')]],
        [{ product_sku: 'widget-Z' }, [decimal('1')]],
      ],
    );
  };

  it('knows it', check);
  it('knows it after a restart', async () => {
    await agent.restart(false);
    await check();
  });
  it('knows it after it was killed', async () => {
    await agent.restart(true);
    await check();
  });

  it('buys and notes what it spent in one transaction, or neither', async () => {
    const { record } = await agent.read('GetRecord', {
      collection: VENDORS.name,
      key: json({ vendor_name: 'acme' }),
    });
    const buy = (expected_version: string, request_id: string) =>
      agent.client.call('Transact', 'Transact', {
        agent_id: 'buyer',
        request_id,
        mutations: [
          {
            post_transaction: {
              postings: [
                { account: 'budget', asset: 'USD', amount: '-120.50' },
                { account: 'orders', asset: 'USD', amount: '120.50' },
              ],
            },
          },
          {
            put_record: {
              collection: VENDORS.name,
              record_id: record.record_id,
              expected_version,
              value: json({ ...parsed(record.value), spent: decimal('120.50') }),
            },
          },
        ],
      });
    const spent = async (): Promise<unknown[]> => {
      const { balances } = await agent.client.call('Ledger', 'GetBalances', { agent_id: 'buyer' });
      const [vendor] = await agent.query({
        collection: VENDORS.name,
        filter: compare('vendor_name', 'EQUAL', 'acme'),
      });
      return [balances.find(({ account }: Reply) => account === 'orders')?.posted, vendor.spent];
    };
    const stale = await refusal(buy('9', 'buy-1'));
    assert.deepEqual(
      [stale.status, stale.reason, stale.field],
      ['ABORTED', 'VERSION_CONFLICT', 'mutations[1].put_record.expected_version'],
    );
    assert.deepEqual(await spent(), [undefined, decimal('0')]);
    const bought = await buy(record.version, 'buy-2');
    assert.deepEqual(bought.results[1].put_record.version, String(Number(record.version) + 1));
    assert.deepEqual(await spent(), ['120.5', decimal('120.5')]);
    // The answer was lost: the same request again buys nothing twice.
    const replayed = await buy(record.version, 'buy-2');
    assert.deepEqual([replayed.header.replayed, replayed.results], [true, bought.results]);
    await agent.restart(true);
    assert.deepEqual(await spent(), ['120.5', decimal('120.5')]);
    const verdict = await agent.client.last('Admin', 'Verify', {});
    assert.deepEqual([verdict.done, verdict.ok], [true, true]);
  });
});

describe('service Knowledge', () => {
  const service = new Procurement();
  before(async () => {
    await service.start();
    await service.write('PutCollection', {
      name: 'c',
      fields: [
        fieldOf('s', 'STRING', { indexed: true }),
        fieldOf('n', 'INTEGER'),
        fieldOf('d', 'DECIMAL', { default_value: json(decimal('1.50')) }),
        fieldOf('j', 'JSON'),
      ],
      unique_keys: [{ fields: ['s', 'n'] }],
    });
  });
  after(() => service.end());

  it('gives back what was written', async () => {
    const big = { json: '{"s":"x","n":9223372036854775807,"j":[null,{"a":18446744073709551615}]}' };
    const { record_id, header } = await service.write('PutRecord', { collection: 'c', value: big });
    const { record } = await service.read('GetRecord', { collection: 'c', record_id });
    assert.deepEqual(record, {
      record_id,
      value: {
        json: '{"d":{"__decimal__":"1.5"},"j":[null,{"a":18446744073709551615}],"n":9223372036854775807,"s":"x"}',
        encoding: 'json',
      },
      version: '1',
      created_at: header.committed_at,
      updated_at: header.committed_at,
    });
    const packed = await service.read('GetRecord', {
      collection: 'c',
      record_id,
      encoding: 'DOCUMENT_ENCODING_MSGPACK',
    });
    assert.equal(packed.record.value.encoding, 'msgpack');
    const { collection } = await service.read('GetCollection', { name: 'c' });
    assert.deepEqual(
      [collection.version, collection.records, collection.fields[2], collection.unique_keys],
      [
        '1',
        '1',
        {
          name: 'd',
          type: 'FIELD_TYPE_DECIMAL',
          required: false,
          indexed: false,
          default_value: { json: '{"__decimal__":"1.5"}', encoding: 'json' },
        },
        [{ fields: ['s', 'n'] }],
      ],
    );
    await service.write('DeleteRecord', { collection: 'c', record_id, expected_version: '1' });
    assert.equal(
      (await refusal(service.read('GetRecord', { collection: 'c', record_id }))).status,
      'NOT_FOUND',
    );
  });

  const name = 'x';
  const f = fieldOf('f', 'STRING');
  const deep = (levels: number): object =>
    levels === 1 ? compare('n', 'EQUAL', 1) : { all: { filters: [deep(levels - 1)] } };
  const wide = (count: number) => ({ any: { filters: Array(count).fill(compare('n', 'EQUAL', 1)) } });
  const query = { collection: 'c' };
  const put = (value: unknown, more: object = {}) => ({ collection: 'c', value: json(value), ...more });
  const cases: [string, object, string, string][] = [
    ['PutCollection', { name: 'bad name', fields: [f] }, 'INVALID_FIELD', 'name'],
    ['PutCollection', { name, fields: [] }, 'FIELD_REQUIRED', 'fields'],
    [
      'PutCollection',
      { name, fields: Array.from({ length: 129 }, (_, n) => fieldOf(`f${n}`, 'JSON')) },
      'LIMIT_EXCEEDED',
      'fields',
    ],
    ['PutCollection', { name, fields: [{ name: 'f' }] }, 'FIELD_REQUIRED', 'fields[0].type'],
    ['PutCollection', { name, fields: [f, f] }, 'INVALID_FIELD', 'fields[1]'],
    ['PutCollection', { name, fields: [fieldOf('__proto__', 'JSON')] }, 'INVALID_FIELD', 'fields[0].name'],
    ['PutCollection', { name, fields: [fieldOf("f'; --", 'JSON')] }, 'INVALID_FIELD', 'fields[0].name'],
    [
      'PutCollection',
      { name, fields: [fieldOf('f', 'JSON', { indexed: true })] },
      'INVALID_FIELD',
      'fields[0].indexed',
    ],
    [
      'PutCollection',
      { name, fields: [fieldOf('f', 'INTEGER', { default_value: json('1') })] },
      'INVALID_FIELD',
      'fields[0].default_value',
    ],
    [
      'PutCollection',
      { name, fields: [fieldOf('f', 'JSON', { default_value: json(null) })] },
      'INVALID_FIELD',
      'fields[0].default_value',
    ],
    [
      'PutCollection',
      {
        name,
        fields: Array.from({ length: 5 }, (_, n) =>
          fieldOf(`f${n}`, 'STRING', { default_value: json('x'.repeat(60_000)) }),
        ),
      },
      'LIMIT_EXCEEDED',
      'fields',
    ],
    [
      'PutCollection',
      { name, fields: [f], unique_keys: [{ fields: [] }] },
      'FIELD_REQUIRED',
      'unique_keys[0].fields',
    ],
    [
      'PutCollection',
      { name, fields: [f], unique_keys: [{ fields: ['f', 'g'] }] },
      'INVALID_FIELD',
      'unique_keys[0].fields[1]',
    ],
    [
      'PutCollection',
      { name, fields: [f], unique_keys: [{ fields: ['f', 'f'] }] },
      'INVALID_FIELD',
      'unique_keys[0].fields[1]',
    ],
    [
      'PutCollection',
      { name, fields: [f], unique_keys: [{ fields: ['f'] }, { fields: ['f'] }] },
      'INVALID_FIELD',
      'unique_keys[1]',
    ],
    [
      'PutCollection',
      { name, fields: [fieldOf('j', 'JSON')], unique_keys: [{ fields: ['j'] }] },
      'INVALID_FIELD',
      'unique_keys[0].fields[0]',
    ],
    [
      'PutCollection',
      { name: 'c', fields: [f], expected_version: '5' },
      'VERSION_CONFLICT',
      'expected_version',
    ],
    ['GetCollection', { name: 'none' }, 'NOT_FOUND', 'name'],
    ['DeleteCollection', { name: 'none' }, 'NOT_FOUND', 'name'],
    ['PutRecord', { ...put({}), collection: 'none' }, 'NOT_FOUND', 'collection'],
    ['PutRecord', { collection: 'c' }, 'FIELD_REQUIRED', 'value'],
    ['PutRecord', put([1]), 'INVALID_FIELD', 'value'],
    ['PutRecord', put({ x: 1 }), 'INVALID_FIELD', 'value'],
    ['PutRecord', put({ n: '1' }), 'INVALID_FIELD', 'value.n'],
    ['PutRecord', put({ s: 'x'.repeat(65_537) }), 'LIMIT_EXCEEDED', 'value.s'],
    ['PutRecord', put({ j: 'x '.repeat(140_000) }), 'DOCUMENT_TOO_LARGE', 'value'],
    ['PutRecord', put({ s: ['sk', 'ant', 'x1'.repeat(12)].join('-') }), 'SECRET_IN_DOCUMENT', 'value'],
    ['PutRecord', put({}, { record_id: 'record-0', match_key: ['s', 'n'] }), 'INVALID_FIELD', 'match_key'],
    ['PutRecord', put({}, { record_id: 'record-0' }), 'NOT_FOUND', 'record_id'],
    ['PutRecord', put({}, { match_key: ['s', 's'] }), 'INVALID_FIELD', 'match_key[1]'],
    ['PutRecord', put({}, { match_key: ['s'] }), 'INVALID_FIELD', 'match_key'],
    ['PutRecord', put({ s: 'x' }, { match_key: ['s', 'n'] }), 'FIELD_REQUIRED', 'value.n'],
    ['GetRecord', query, 'FIELD_REQUIRED', 'record_id'],
    ['GetRecord', { ...query, record_id: 'r', key: json({}) }, 'INVALID_FIELD', 'key'],
    ['GetRecord', { ...query, key: json({ s: 'x' }) }, 'INVALID_FIELD', 'key'],
    ['GetRecord', { ...query, key: json({ 's,n': 'x' }) }, 'INVALID_FIELD', 'key'],
    ['GetRecord', { ...query, key: json({ s: 'x', n: null }) }, 'INVALID_FIELD', 'key.n'],
    ['DeleteRecord', { ...query, record_id: '' }, 'FIELD_REQUIRED', 'record_id'],
    ['QueryRecords', { collection: 'none' }, 'NOT_FOUND', 'collection'],
    ['QueryRecords', { ...query, filter: {} }, 'FIELD_REQUIRED', 'filter'],
    ['QueryRecords', { ...query, filter: { any: {} } }, 'FIELD_REQUIRED', 'filter.any.filters'],
    [
      'QueryRecords',
      { ...query, filter: { not: compare('n', 'UNSPECIFIED') } },
      'FIELD_REQUIRED',
      'filter.not.field.comparison',
    ],
    [
      'QueryRecords',
      { ...query, filter: compare("n' OR ''='", 'EQUAL', 1) },
      'INVALID_FIELD',
      'filter.field.field',
    ],
    [
      'QueryRecords',
      { ...query, filter: compare('missing', 'EQUAL', 1) },
      'INVALID_FIELD',
      'filter.field.field',
    ],
    [
      'QueryRecords',
      { ...query, filter: { all: { filters: [compare('n', 'EQUAL', 1), compare('n', 'EQUAL', 'x')] } } },
      'INVALID_FIELD',
      'filter.all.filters[1].field.value',
    ],
    ['QueryRecords', { ...query, filter: deep(9) }, 'LIMIT_EXCEEDED', `filter${'.all.filters[0]'.repeat(8)}`],
    ['QueryRecords', { ...query, filter: wide(65) }, 'LIMIT_EXCEEDED', 'filter.any.filters'],
    [
      'QueryRecords',
      { ...query, filter: { all: { filters: [wide(40), wide(40)] } } },
      'LIMIT_EXCEEDED',
      'filter.all.filters[1].any.filters[24].field',
    ],
    ['QueryRecords', { ...query, order_by: [{ field: 'j' }] }, 'INVALID_FIELD', 'order_by[0].field'],
    [
      'QueryRecords',
      { ...query, order_by: [{ field: 'n' }, { field: 'n', descending: true }] },
      'INVALID_FIELD',
      'order_by[1].field',
    ],
    ['QueryRecords', { ...query, page_size: 1001 }, 'LIMIT_EXCEEDED', 'page_size'],
    ['QueryRecords', { ...query, page_token: 'nonsense' }, 'INVALID_PAGE_TOKEN', 'page_token'],
    ['AggregateRecords', query, 'FIELD_REQUIRED', 'aggregates'],
    [
      'AggregateRecords',
      { ...query, aggregates: [{ field: 'n' }] },
      'FIELD_REQUIRED',
      'aggregates[0].function',
    ],
    [
      'AggregateRecords',
      { ...query, aggregates: [{ function: 'AGGREGATE_FUNCTION_SUM' }] },
      'FIELD_REQUIRED',
      'aggregates[0].field',
    ],
    [
      'AggregateRecords',
      { ...query, aggregates: [{ function: 'AGGREGATE_FUNCTION_SUM', field: 's' }] },
      'INVALID_FIELD',
      'aggregates[0].field',
    ],
    [
      'AggregateRecords',
      { ...query, aggregates: [{ function: 'AGGREGATE_FUNCTION_COUNT' }], group_by: ['n', 'n'] },
      'INVALID_FIELD',
      'group_by[1]',
    ],
  ];
  for (const [index, [method, request, reason, at]] of cases.entries()) {
    it(`${method} says ${reason} at ${at} (${index})`, async () => {
      const before_it = await service.client.call('Admin', 'GetServerInfo', {});
      const error = await refusal(
        /^Put|^Delete/.test(method) ? service.write(method, request) : service.read(method, request),
      );
      assert.deepEqual([error.reason, error.field], [reason, at], error.message);
      const after_it = await service.client.call('Admin', 'GetServerInfo', {});
      assert.equal(after_it.revision, before_it.revision, 'nothing is stored');
    });
  }

  it('takes a filter as deep and as wide as it says', async () => {
    for (const filter of [deep(8), wide(64)]) assert.deepEqual(await service.query({ ...query, filter }), []);
  });

  it('pages bind to their query, and end before they are too large', async () => {
    await service.write('PutCollection', {
      name: 'pages',
      fields: [fieldOf('n', 'INTEGER', { indexed: true }), fieldOf('text', 'STRING')],
    });
    const text = 'x '.repeat(30_000);
    for (let n = 0; n < 60; n += 1)
      await service.write('PutRecord', { collection: 'pages', value: json({ n: n % 7, text }) });
    const first = {
      collection: 'pages',
      page_size: 1000,
      order_by: [{ field: 'n', descending: true }, { field: 'text' }],
    };
    const seen = new Set<string>();
    const order: number[] = [];
    let pages = 0;
    let page_token = '';
    do {
      const page = await service.read('QueryRecords', { ...first, page_token });
      for (const { record_id, value } of page.records) {
        seen.add(record_id);
        order.push(parsed(value).n);
      }
      pages += 1;
      page_token = page.next_page_token;
      if (page_token === '') continue;
      const other = await refusal(service.read('QueryRecords', { ...first, order_by: [], page_token }));
      assert.equal(other.reason, 'INVALID_PAGE_TOKEN');
    } while (page_token !== '');
    assert.deepEqual([seen.size, pages > 2], [60, true]);
    assert.deepEqual(
      order,
      [...order].sort((a, b) => b - a),
    );
    const listed = await service.read('ListCollections', { page_size: 1 });
    const rest = await service.read('ListCollections', { page_token: listed.next_page_token });
    assert.deepEqual(
      [...listed.collections, ...rest.collections].map((one: Reply) => one.name),
      ['c', 'pages'],
    );
  });

  it('gives the first answer to a request that comes again', async () => {
    const request = { ...put({ s: 'once', n: 1 }), request_id: 'once' };
    const first = await service.read('PutRecord', request);
    const again = await service.read('PutRecord', request);
    assert.deepEqual([again.record_id, again.created, again.header.replayed], [first.record_id, true, true]);
    const other = await refusal(service.read('PutRecord', { ...request, value: json({ s: 'twice', n: 1 }) }));
    assert.equal(other.reason, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('tells watchers what happened to a collection', async () => {
    const stream = service.client.stream('Watch', 'Watch', {
      agent_id: 'buyer',
      from_revision: '0',
      kind_prefixes: ['record.', 'collection.'],
    });
    const kinds = new Set<string>();
    try {
      for await (const message of stream) {
        for (const entry of message.entries) kinds.add(entry.kind);
        if (kinds.size === 3) break;
      }
    } finally {
      stream.cancel();
    }
    assert.deepEqual([...kinds].sort(), ['collection.put', 'record.deleted', 'record.put']);
  });
});
