import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, type TestContext, test } from 'node:test';
import type { Worker } from 'node:worker_threads';
import { HoldfastError } from '../../src/errors.js';
import { encoderOf } from '../../src/tokens/encoder.js';
import { TokenPool } from '../../src/tokens/pool.js';
import { HOSTILE, ORDINARY } from './texts.js';

const refusedAs = (reason: string) => (error: unknown) =>
  error instanceof HoldfastError && error.reason === reason;

function poolFor(t: TestContext, threads?: number): TokenPool {
  const pool = new TokenPool(threads);
  t.after(() => pool.close());
  return pool;
}

describe('the token pool', () => {
  test('counts and truncates as the encoder does', async (t) => {
    const pool = poolFor(t, 2);
    const texts = Object.values(ORDINARY);
    const encoder = encoderOf('cl100k_base');
    const counts = texts.map((text) => encoder.count(text));
    const { prose = '' } = ORDINARY;
    assert.deepEqual(
      await Promise.all([
        pool.count(texts, 'cl100k_base'),
        pool.truncate(prose, 'cl100k_base', 7),
        pool.count([], 'o200k_base'),
        pool.count(['', 'a'], 'o200k_base'),
      ]),
      [counts, encoder.truncate(prose, 7), [], [0, 1]],
    );
  });

  test('a small text overtakes large ones', async (t) => {
    const pool = poolFor(t);
    const { ideographs = '', letter = '' } = HOSTILE;
    const ended: string[] = [];
    const note = (name: string) => () => ended.push(name);
    await Promise.all([
      pool.count([ideographs], 'o200k_base').then(note('large')),
      pool.truncate(letter, 'o200k_base', 100_000).then(note('large')),
      pool.count(['small'], 'o200k_base').then(note('small')),
    ]);
    assert.deepEqual(ended, ['small', 'large', 'large']);
  });

  test('what fails is told, and the thread goes on', async (t) => {
    const pool = poolFor(t);
    await assert.rejects(pool.truncate('a', 'o200k_base', -1), refusedAs('INTERNAL'));
    assert.deepEqual(await pool.count(['a'], 'o200k_base'), [1]);
  });

  test('calls beyond a thousand waiting ones are refused with when to come back', async (t) => {
    const pool = poolFor(t);
    const waiting = Array.from({ length: 1000 }, () => pool.count(['a'], 'o200k_base'));
    await assert.rejects(
      pool.count(['a'], 'o200k_base'),
      (error) =>
        refusedAs('TOO_MANY')(error) &&
        error instanceof HoldfastError &&
        error.details.retry_after_ms === 1000,
    );
    await Promise.all(waiting);
    assert.deepEqual(await pool.count(['a'], 'o200k_base'), [1]);
  });

  test('so are calls beyond 32 Mi characters, but not one text by itself', async (t) => {
    const pool = poolFor(t);
    const large = pool.count([' '.repeat(33 * 1024 * 1024)], 'o200k_base');
    await assert.rejects(pool.count(['a'], 'o200k_base'), refusedAs('TOO_MANY'));
    assert.ok(((await large)[0] ?? 0) > 0);
    assert.deepEqual(await pool.count(['a'], 'o200k_base'), [1]);
  });

  test('a thread that ends takes its calls with it and is replaced', async (t) => {
    const first = once(process, 'worker') as Promise<Worker[]>;
    const pool = poolFor(t);
    const { ideographs = '' } = HOSTILE;
    const lost = assert.rejects(pool.count([ideographs], 'o200k_base'), refusedAs('INTERNAL'));
    await Promise.all([lost, first.then(([worker]) => worker?.terminate())]);
    const second = once(process, 'worker');
    assert.deepEqual(await pool.count(['a'], 'o200k_base'), [1]);
    await second;
  });

  test('closing refuses what waits and what comes', async (t) => {
    const pool = poolFor(t);
    const waiting = assert.rejects(pool.count(['a'], 'o200k_base'), refusedAs('SHUTTING_DOWN'));
    await pool.close();
    await waiting;
    await assert.rejects(pool.count(['a'], 'o200k_base'), refusedAs('SHUTTING_DOWN'));
  });
});
