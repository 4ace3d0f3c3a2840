import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readConfig } from '../../src/config.js';
import { describePlace, type MirrorConfig } from '../../src/config_mirror.js';
import { HoldfastError } from '../../src/errors.js';

const read = (...args: string[]): MirrorConfig | null => readConfig(args, {}).mirror;
const shown = (...args: string[]): string => {
  const config = read(...args);
  assert.ok(config !== null);
  return describePlace(config);
};

describe('options of the mirror', () => {
  it('are off unless a Redis is named', () => {
    assert.equal(read(), null);
    assert.equal(read('--redis-ttl-ms', '5000'), null);
  });

  it('are off for an empty flag, whatever the file names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hf-'));
    try {
      const path = join(folder, 'holdfast.toml');
      writeFileSync(path, 'redis_url = "rediss://box"\nredis_ca_file = "/ca.pem"\n');
      assert.notEqual(read('--config', path), null);
      assert.equal(read('--config', path, '--redis-url', ''), null);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('name a standalone Redis, Sentinel or a Cluster', () => {
    assert.equal(shown('--redis-url', 'redis://box'), 'redis://box:6379/0');
    assert.equal(shown('--redis-url', 'rediss://box:7000/3'), 'rediss://box:7000/3');
    assert.equal(shown('--redis-url', 'redis://[::1]:7000'), 'redis://[::1]:7000/0');
    assert.equal(shown('--redis-url', 'unix:/run/redis.sock'), 'unix:/run/redis.sock');
    const sentinels = ['--redis-sentinels', 'a:26379,[::1]:26380', '--redis-sentinel-name', 'main'];
    assert.equal(shown(...sentinels), 'sentinel main at a:26379,[::1]:26380');
    assert.equal(shown('--redis-cluster', 'a:1,b:2'), 'cluster at a:1,b:2');
  });

  it('show no user', () => {
    const config = read('--redis-url', 'redis://someone@box');
    assert.equal(config?.username, 'someone');
    assert.doesNotMatch(shown('--redis-url', 'redis://someone@box'), /someone/);
  });

  for (const args of [
    ['--redis-url', 'redis://:hunter2@box'],
    ['--redis-url', 'redis://u:hunter2@box'],
    ['--redis-url', 'http://hunter2'],
    ['--redis-url', 'redis://hunter2/0/1'],
    ['--redis-url', 'redis://hunter2?x=1'],
    ['--redis-url', 'hunter2'],
    ['--redis-cluster', 'hunter2'],
    ['--redis-cluster', 'hunter2:0'],
    ['--redis-sentinels', 'u@hunter2:1'],
    ['--redis-url', 'redis://a', '--redis-cluster', 'a:1'],
    ['--redis-ttl-ms', '0'],
    ['--redis-url', 'redis://a', '--redis-ca-file', 'hunter2'],
    ['--redis-cluster', 'a:1', '--redis-ca-file', 'hunter2'],
  ]) {
    it(`refuse ${args.join(' ')} without repeating it`, () => {
      assert.throws(
        () => read(...args),
        (error) => {
          assert.ok(error instanceof HoldfastError);
          assert.equal(error.reason, 'INVALID_FIELD');
          assert.match(error.details.field ?? '', /^redis-/);
          assert.doesNotMatch(error.message, /hunter2/);
          return true;
        },
      );
    });
  }
});
