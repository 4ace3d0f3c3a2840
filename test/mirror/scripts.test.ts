/** The scripts inside a real Redis: whatever comes late, twice or in another order, the newest stands. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { sumText } from '../../src/codec/amount.js';
import type { Scripts } from '../../src/mirror/connect.js';
import { SCRIPTS, STATUS } from '../../src/mirror/scripts.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';

const seed = Number(process.env.HOLDFAST_SEED ?? Date.now() % 2 ** 31);
const TTL_MS = 60_000;

describe('scripts', { skip: no_redis }, () => {
  let server: TestRedis;
  let redis: Redis & Scripts;
  before(async () => {
    server = await startRedis();
    redis = new Redis({ port: server.port, scripts: SCRIPTS }) as Redis & Scripts;
  });
  after(async () => {
    redis.disconnect();
    await server.remove();
  });

  const put = (key: string, position: number, owner = 'one', force = '0') =>
    redis.hfPut(key, `hf:rev:{${key}}`, owner, position, force, TTL_MS, 'hash', 'position', String(position));
  const add = (
    key: string,
    cap: number,
    kind: string,
    members: readonly (readonly [number, string])[],
    most = 0,
  ) => {
    const newest = Math.max(most, ...members.map(([position]) => position));
    const quads = members.flatMap(([position, text]) => [String(position), String(position), text, '']);
    return redis.hfAdd(key, `hf:rev:{${key}}`, 'one', newest, TTL_MS, cap, kind, ...quads);
  };

  it(`older values never overwrite newer ones (seed ${seed})`, async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 2 ** 53 - 1 }), { minLength: 1, maxLength: 20 }),
        async (all) => {
          run += 1;
          const key = `put-${run}`;
          const statuses = await Promise.all(all.map((position) => put(key, position)));
          assert.equal(await redis.hget(key, 'position'), String(Math.max(...all)));
          let newest = 0;
          for (const [index, position] of all.entries()) {
            assert.equal(statuses[index], position >= newest ? STATUS.written : STATUS.stale);
            newest = Math.max(newest, position);
          }
        },
      ),
      { seed, numRuns: 100 },
    );
  });

  it('a key belongs to who wrote it, until it is taken', async () => {
    assert.equal(await put('mine', 5), STATUS.written);
    assert.equal(await put('mine', 9, 'two'), STATUS.owned_elsewhere);
    assert.equal(await put('mine', 3, 'two', '1'), STATUS.written);
    assert.equal(await put('mine', 9), STATUS.owned_elsewhere);
  });

  it('a later rebuild is newer, whatever the position, and an earlier one changes nothing any more', async () => {
    assert.equal(await put('again', 900, 'one/5'), STATUS.written);
    assert.equal(await put('again', 3, 'one/6'), STATUS.written);
    assert.equal(await put('again', 901, 'one/5'), STATUS.stale);
    assert.equal(await redis.hget('again', 'position'), '3');
    assert.equal(await put('again', 4, 'two/9'), STATUS.owned_elsewhere);

    const zset = ['set', 'hf:rev:{set}'] as const;
    await redis.hfPut(...zset, 'one/5', 900, '0', TTL_MS, 'zset', '1', 'lost');
    const member = ['4', '4', 'b', ''];
    const none = [STATUS.incomplete, 0];
    assert.deepEqual(await redis.hfAdd(...zset, 'one/6', 4, TTL_MS, 10, 'plain', ...member), none);
    await redis.hfPut(...zset, 'one/6', 3, '0', TTL_MS, 'zset', '1', 'a');
    const stale = [STATUS.stale, 0];
    assert.deepEqual(await redis.hfAdd(...zset, 'one/5', 901, TTL_MS, 10, 'plain', ...member), stale);
    assert.deepEqual(await redis.hfAdd(...zset, 'one/6', 4, TTL_MS, 10, 'plain', ...member), [1, 2]);
    assert.deepEqual(await redis.zrange('set', '0', '-1'), ['a', 'b']);

    assert.equal(await redis.hfSweep(...zset, 'one/6'), 0, 'of this rebuild');
    assert.equal(await redis.hfSweep(...zset, 'two/9'), 0, 'of another database');
    assert.equal(await redis.hfSweep(...zset, 'one/7'), 1);
    assert.equal(await redis.exists(...zset), 0);
  });

  it('of a stream append each entry once, and nothing for who began earlier', async () => {
    const stream = ['events', 'hf:rev:{events}:one'] as const;
    const append = (owner: string, is_first: string, ...positions: number[]) =>
      redis.hfStreamAdd(
        ...[...stream, owner, TTL_MS, 100, 1, is_first],
        ...positions.flatMap((n) => [n, 'n', n]),
      );
    const place = (owner: string, position: number | '', trusted = 0) =>
      redis.hfStreamPlace(...stream, owner, TTL_MS, position, trusted);
    const { incomplete, stale, written } = STATUS;
    assert.equal(await append('one/5', '1', 1), incomplete, 'nobody knows where it is');
    assert.equal(await place('one/5', ''), 0);
    assert.equal(await append('one/5', '1', 1), incomplete, 'it is being looked for');
    assert.equal(await place('one/5', 1), 1);
    assert.equal(await append('one/5', '0', 1, 2), incomplete, 'there is none');
    assert.equal(await append('one/5', '1', 1, 2), written);
    assert.equal(await append('one/5', '0', 2, 3), written);
    assert.equal(await place('one/5', ''), 0);
    assert.equal(await place('one/5', 1, 9), 3, 'its guard is believed');
    assert.equal(await place('one/5', 1, 2), 2, 'up to there');
    assert.equal(await append('one/5', '0', 3), written);
    assert.equal(await place('one/6', ''), 0);
    assert.equal(await append('one/5', '0', 4), stale);
    assert.equal(await place('one/5', 4), -1);
    assert.equal(await place('one/6', 3, 9), 3);
    assert.equal(await append('one/6', '0', 3, 4), written);
    const entries = await redis.xrange('events', '-', '+');
    assert.deepEqual(
      entries.map(([, [, n]]) => n),
      ['2', '3', '3', '4'],
    );
  });

  it(`a ledger sums to the same however pages are cut and repeated (seed ${seed})`, async () => {
    let run = 0;
    const pages = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(pages, fc.integer({ min: 2, max: 10 }), async (cuts, cap) => {
        run += 1;
        const key = `ledger-${run}`;
        await redis.hfPut(key, `hf:rev:{${key}}`, 'one', 0, '0', TTL_MS, 'zset');
        let position = 0;
        const amounts: string[] = [];
        for (const [size, is_repeated] of cuts) {
          const page = Array.from({ length: size }, (): [number, string] => {
            position += 1;
            amounts.push(`${position}.5`);
            const [amount, balance] = [`${position}.5`, sumText(amounts)].map(
              (text) => `{"__decimal__":"${text}"}`,
            );
            return [position, `{"tx_id":"tx-${position}","amount_usdc":${amount},"balance_usdc":${balance}}`];
          });
          const [status, members] = await add(key, cap, 'ledger', page);
          assert.deepEqual([status, members], [STATUS.written, Math.min(cap, position)]);
          // An answer was lost: the page is sent again.
          if (is_repeated) assert.equal((await add(key, cap, 'ledger', page))[0], STATUS.written);
        }
        const found = (await redis.zrange(key, '0', '-1')).map(
          (text) => JSON.parse(text).amount_usdc.__decimal__,
        );
        assert.equal(sumText(found), sumText(amounts));
        assert.equal(found.length, Math.min(cap, position));
      }),
      { seed, numRuns: 100 },
    );
  });

  it('a set that is not known to be whole is not added to', async () => {
    assert.deepEqual(await add('nobody', 10, 'plain', [[1, 'a']]), [STATUS.incomplete, 0]);
    await redis.hfPut('gone', 'hf:rev:{gone}', 'one', 1, '0', TTL_MS, 'zset', '1', 'a');
    await redis.del('gone');
    assert.deepEqual(await add('gone', 10, 'plain', [[2, 'b']]), [STATUS.incomplete, 0]);
    await redis.hfPut('empty', 'hf:rev:{empty}', 'one', 1, '0', TTL_MS, 'zset');
    assert.deepEqual(await add('empty', 10, 'plain', [[2, 'b']]), [STATUS.written, 1]);
  });

  it('a ledger carries no balance out of a member that is not its own', async () => {
    const strangers = [
      ...['{"amount_usdc":1}', '{"balance_usdc":"1"}', '{"balance_usdc":{"__decimal__":1}}', '[1]', '"text"'],
      ...['{"balance_usdc":{"__decimal__":"1\\"}"}}', '{"torn"', '', '7', 'null', `${'['.repeat(5000)}`],
    ];
    for (const [index, stranger] of strangers.entries()) {
      const key = `strange-${index}`;
      await redis.hfPut(key, `hf:rev:{${key}}`, 'one', 1, '0', TTL_MS, 'zset', '1', 'a', '3', 'b');
      await redis.zadd(key, '2', stranger);
      assert.deepEqual(await add(key, 3, 'ledger', [[4, 'c']]), [STATUS.incomplete, 0], stranger);
    }
  });

  it('leave a full Redis as it is', async () => {
    await put('before', 1);
    await redis.config('SET', 'maxmemory', '1');
    const size = await redis.dbsize();
    await assert.rejects(put('after', 1), /OOM/);
    await assert.rejects(put('before', 2), /OOM/);
    await redis.config('SET', 'maxmemory', '0');
    assert.equal(await redis.dbsize(), size);
    assert.equal(await redis.hget('before', 'position'), '1');
  });

  it('set a time to live on all that they write', async () => {
    for (const key of await redis.keys('*')) assert.ok((await redis.pttl(key)) > 0, key);
  });
});
