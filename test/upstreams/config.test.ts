/** The file of upstreams: what it may say, and how it is told what it may not. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import {
  checkedLookup,
  isForbiddenAddress,
  isForbiddenHost,
  isLoopbackHost,
} from '../../src/upstreams/addresses.js';
import { readUpstreams } from '../../src/upstreams/config.js';
import { fillTemplate } from '../../src/upstreams/template.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const RESOURCES = { r: { path: '/r', ttl_ms: 1000 } };

describe('the file of upstreams', () => {
  const folder = temporaryFolder();
  after(() => removeFolder(folder));
  const path = join(folder, 'upstreams.json');
  const read = (content: unknown, env: NodeJS.ProcessEnv = {}) => {
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return readUpstreams({ path }, env);
  };
  const refusal = (content: unknown): string => {
    try {
      read(content);
    } catch (error) {
      assert.ok(error instanceof HoldfastError);
      assert.deepEqual([error.reason, error.details.field], ['INVALID_FIELD', 'upstreams']);
      return error.message.replace(path, 'FILE');
    }
    throw new Error('was taken');
  };
  const up = (more: object) => ({
    up: { base_url: 'https://example.org/api/', resources: RESOURCES, ...more },
  });

  it('adds resources to those of a preset', () => {
    const own = {
      book: { path: '/book/{market}', ttl_ms: 100 },
      ticker: { path: '/t/{market}', ttl_ms: 50 },
    };
    const resources = read({ pf: { preset: 'purple-flea', resources: own } }).get('pf')?.resources;
    assert.equal(resources?.get('book')?.ttl_ms, 100);
    assert.equal(resources?.get('ticker')?.path, '/t/{market}', 'its own goes before');
    assert.equal(resources?.size, 9);
  });

  it('has the six services of Purple Flea with their times, tickers and balances, as a preset', () => {
    const preset = read({ pf: { preset: 'purple-flea', base_url: 'http://127.0.0.1:1/api' } }).get('pf');
    const resources = [...(preset?.resources.values() ?? [])];
    assert.equal(preset?.base_url, 'http://127.0.0.1:1/api');
    assert.deepEqual(
      resources.filter(({ in_portfolio }) => in_portfolio).map(({ name, ttl_ms }) => [name, ttl_ms / 1000]),
      [
        ['wallet', 60],
        ['casino', 10],
        ['trading', 30],
        ['domains', 300],
        ['faucet', 120],
        ['escrow', 15],
      ],
    );
    assert.deepEqual(
      resources.filter(({ in_portfolio }) => !in_portfolio).map(({ name, ttl_ms }) => [name, ttl_ms / 1000]),
      [
        ['ticker', 1],
        ['wallet_balance', 30],
      ],
    );
    assert.equal(read({ pf: { preset: 'purple-flea' } }).get('pf')?.base_url, 'https://purpleflea.com/api');
  });

  it('takes a credential from vault, file or systemd, one of them', () => {
    const source = (credential: object, env = {}) => read(up({ credential }), env).get('up')?.credential;
    assert.deepEqual(source({ vault: { agent_id: 'a', name: 'n' } }), {
      kind: 'vault',
      agent_id: 'a',
      name: 'n',
    });
    assert.deepEqual(source({ file: '/etc/key' }), { kind: 'file', path: '/etc/key' });
    assert.deepEqual(source({ systemd: 'pf' }, { CREDENTIALS_DIRECTORY: '/run/c' }), {
      kind: 'file',
      path: '/run/c/pf',
    });
    assert.match(
      refusal(up({ credential: { file: '/a', systemd: 'b' } })),
      /up\.credential: must have exactly one/,
    );
    assert.match(
      refusal(up({ credential: { file: 'relative' } })),
      /up\.credential\.file: must be an absolute path/,
    );
    assert.match(refusal(up({ credential: { systemd: 'pf' } })), /not started with credentials/);
  });

  const WRONG: readonly (readonly [string, unknown, RegExp])[] = [
    ['no JSON', '{', /is not JSON/],
    ['no object', [], /must be an object/],
    ['unknown keys', up({ retries: 3 }), /up\.retries: is not one of/],
    [
      'credentials in the URL',
      up({ base_url: 'https://me:hunter2@example.org' }),
      /may not hold credentials/,
    ],
    ['a query in the URL', up({ base_url: 'https://example.org/?key=hunter2' }), /may not have a query/],
    ['another scheme', up({ base_url: 'ftp://example.org' }), /must be an http/],
    ['plain HTTP to elsewhere', up({ base_url: 'http://example.org' }), /sends credentials in clear/],
    ['the metadata address', up({ base_url: 'https://169.254.169.254/latest' }), /metadata/],
    ['the same as a number', up({ base_url: 'https://2852039166/' }), /metadata/],
    ['the same in hexadecimal', up({ base_url: 'https://0xa9fea9fe/' }), /metadata/],
    ['the same inside IPv6', up({ base_url: 'https://[::ffff:169.254.169.254]/' }), /metadata/],
    ['the metadata address of IPv6', up({ base_url: 'https://[fd00:ec2::254]/' }), /metadata/],
    ['the metadata name', up({ base_url: 'https://metadata.google.internal/' }), /metadata/],
    ['the unspecified address', up({ base_url: 'https://0.0.0.0/' }), /unspecified/],
    ['a path that climbs', up({ resources: { r: { path: '/a/../b', ttl_ms: 1 } } }), /resources\.r\.path/],
    [
      'no time to live',
      up({ resources: { r: { path: '/a' } } }),
      /resources\.r\.ttl_ms: must be an integer from 1/,
    ],
    [
      'a portfolio that asks',
      up({ resources: { r: { path: '/{x}', ttl_ms: 1, in_portfolio: true } } }),
      /in_portfolio/,
    ],
    ['an unknown preset', up({ preset: 'other' }), /preset: is not one of purple-flea/],
    ['a header that breaks', up({ header: 'x\r\ny' }), /must be the name of a header/],
    ['a word for a switch', up({ allow_http: 'yes' }), /up\.allow_http: must be true or false/],
    [
      'the same of a resource',
      up({ resources: { r: { path: '/', ttl_ms: 1, in_portfolio: 'no' } } }),
      /resources\.r\.in_portfolio: must be true or false/,
    ],
    ['no patience at all', up({ timeout_ms: 0 }), /timeout_ms: must be an integer from 10/],
  ];
  for (const [name, content, message] of WRONG) {
    it(`refuses ${name} and repeats no secret`, () => {
      const told = refusal(content);
      assert.match(told, message);
      assert.ok(!told.includes('hunter2'));
    });
  }
});

describe('addresses', () => {
  it('where no upstream may be', () => {
    for (const host of [
      '169.254.0.1',
      '[fe80::1]',
      '0.0.0.0',
      '[::]',
      'metadata',
      'METADATA.google.internal.',
    ])
      assert.ok(isForbiddenHost(host), host);
    for (const host of ['example.org', '127.0.0.1', '10.0.0.1', '[2606:4700::1111]'])
      assert.ok(!isForbiddenHost(host), host);
    assert.ok(isForbiddenAddress('::ffff:169.254.169.254'));
    assert.ok(isForbiddenAddress('::ffff:a9fe:a9fe'));
    for (const address of [
      '64:ff9b::a9fe:a9fe',
      '64:ff9b:1::a9fe:a9fe',
      '::ffff:0:a9fe:a9fe',
      '::169.254.169.254',
      '2002:a9fe:a9fe::',
      'fd20:ce::254',
      '192.0.0.192',
      '168.63.129.16',
      '64:ff9b::6464:64c8',
      '::100.100.100.200',
      '::ffff:0:6464:64c8',
    ])
      assert.ok(isForbiddenAddress(address), address);
    assert.ok(isForbiddenHost('metadata.azure.internal'));
    assert.ok(!isForbiddenAddress('::1'));
    assert.ok(!isForbiddenAddress('64:ff9b::808:808'));
  });

  it('are looked at again once a name is resolved', async () => {
    const look = (host: string, options: object) =>
      new Promise((resolve) => checkedLookup(host, options, (...found) => resolve(found)));
    for (const all of [true, false]) {
      const [error] = (await look('169.254.169.254', { all })) as [Error | null];
      assert.match(String(error), /169\.254\.169\.254, where no upstream may be/);
    }
    assert.deepEqual(await look('127.0.0.1', { all: false }), [null, '127.0.0.1', 4]);
    assert.deepEqual(await look('127.0.0.1', { all: true }), [null, [{ address: '127.0.0.1', family: 4 }]]);
  });

  it('that are this machine', () => {
    for (const host of ['127.0.0.1', '127.9.9.9', 'localhost', '[::1]'])
      assert.ok(isLoopbackHost(host), host);
    for (const host of ['localhost.example.org', '128.0.0.1', 'example.org'])
      assert.ok(!isLoopbackHost(host), host);
  });
});

describe('a template', () => {
  const template = { path: '/markets/{market}/ticker', query: { agent: '{agent_id}', 'a b': 'x&{unit}' } };
  const params = (values: object) => new Map(Object.entries(values) as [string, string][]);

  it('encodes what it is filled with', () => {
    assert.equal(
      fillTemplate(template, params({ market: 'ETH PERP?', unit: 'é&=' }), 'alpha'),
      '/markets/ETH%20PERP%3F/ticker?agent=alpha&a+b=x%26%C3%A9%26%3D',
    );
  });

  it('refuses what would be another path', () => {
    for (const market of ['..', '.', 'a/b', '../x', 'a\\b', 'a\0b'])
      assert.throws(
        () => fillTemplate(template, params({ market, unit: 'u' }), 'alpha'),
        /one segment of a path/,
        market,
      );
    assert.match(
      fillTemplate(template, params({ market: '%2e%2e', unit: 'u' }), 'alpha'),
      /^\/markets\/%252e%252e\/ticker/,
    );
  });

  it('wants each of its places and no other', () => {
    assert.throws(() => fillTemplate(template, params({ market: 'm' }), 'alpha'), /unit is required/);
    assert.throws(
      () => fillTemplate(template, params({ market: 'm', unit: 'u', more: 'x' }), 'alpha'),
      /more has no place/,
    );
    assert.throws(
      () => fillTemplate(template, params({ market: 'm', unit: 'u', agent_id: 'beta' }), 'alpha'),
      /agent_id has no place/,
    );
  });
});
