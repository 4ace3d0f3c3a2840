/** The rounds of the mirror's thread, one by one, on a database that a daemon wrote and in a real Redis. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Redis } from 'ioredis';
import { RedisConnection } from '../../src/mirror/connect.js';
import { MirrorTail } from '../../src/mirror/tail.js';
import { Reads } from '../../src/reader/reads.js';
import { openReader } from '../../src/store/open.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';
import { agentOf } from './support.js';

const AGENTS = ['a', 'b', 'c', 'd', 'e'];
const KEYS = AGENTS.map((agent_id) => `agent:${agent_id}:profile`);
const SIGNALS = 3;
const END = -1;
const DATABASE_ID = '00000000-0000-4000-8000-000000000000';
const CURSOR = `hf:mirror:${DATABASE_ID}`;

describe('the tail', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemon: TestDaemon;
  let connection: RedisConnection;
  let db: ReturnType<typeof openReader>;
  let now_ms = 0;

  before(async () => {
    redis = await startRedis();
    daemon = await startDaemon();
    const client = new RawClient(daemon.address);
    for (let n = 0; n < SIGNALS; n += 1)
      await agentOf(client, 'a').publish('pf:signals:BTC', { n }, { durable: true });
    for (const agent_id of AGENTS) await agentOf(client, agent_id).setField('mode', agent_id);
    client.close();
    assert.equal(await daemon.stop(), 0);
    db = openReader(join(daemon.state_dir, 'holdfast.db'));
    connection = new RedisConnection(config(), () => {});
    await once(connection.client, 'ready');
  });
  after(async () => {
    connection.close();
    db.close();
    removeFolder(daemon.state_dir);
    await redis.remove();
  });
  afterEach(() => redis.client.flushall());

  const config = () => ({
    place: { kind: 'standalone', node: { host: '127.0.0.1', port: redis.port }, db: 0 } as const,
    ...{ tls: false, username: '', password_file: '', ca_file: '' },
    ...{ ttl_ms: 3_600_000, timeout_ms: 10_000, signal_max_age_ms: 30_000 },
  });
  const start = (): MirrorTail =>
    new MirrorTail(new Reads(db), DATABASE_ID, config(), connection, () => now_ms);
  const round = (tail: MirrorTail) => tail.round(Date.UTC(2026, 0) * 1000);
  /** A program that reads the channel. */
  const listen = async (): Promise<{ subscriber: Redis; heard: number[] }> => {
    const subscriber = redis.client.duplicate();
    const heard: number[] = [];
    subscriber.on('message', (_, message: string) => heard.push(JSON.parse(message).n));
    await subscriber.subscribe('pf:signals:BTC');
    return { subscriber, heard };
  };
  /** One that mirrors all, and ends. */
  const mirrorAll = async (): Promise<void> => {
    const tail = start();
    await settle(tail);
    await tail.giveBack();
  };
  /** Until there is nothing to do. */
  const settle = async (tail: MirrorTail): Promise<void> => {
    for (let rounds = 0; (await round(tail)).more; rounds += 1) assert.ok(rounds < 100, 'it never ends');
  };

  it('writes everything anew when it resumes: what expired meanwhile is there again', async () => {
    await mirrorAll();
    assert.equal(await redis.client.exists(...KEYS), AGENTS.length);
    await redis.client.del('agent:b:profile');
    await redis.client.pexpire('agent:d:profile', 1000);
    const again = start();
    await settle(again);
    assert.equal(await redis.client.exists(...KEYS), AGENTS.length);
    assert.ok((await redis.client.pttl('agent:d:profile')) > 1000);
    // And from then on every third of their life.
    now_ms += 1_100_000;
    assert.equal((await round(again)).more, false);
    now_ms += 200_000;
    assert.equal((await round(again)).more, true);
  });

  it('notices a flushed Redis in the midst of a walk', async () => {
    await mirrorAll();
    const again = start();
    assert.equal((await round(again)).more, true, 'it walks');
    await redis.client.flushall();
    now_ms += 1000;
    await settle(again);
    assert.equal(await redis.client.exists(...KEYS), AGENTS.length);
    assert.ok(again.mirrored_revision > 0);
  });

  describe('what an earlier journal left behind', () => {
    const lost = ['agent:lost:profile', 'hf:rev:{agent:lost:profile}'] as const;
    const leave = async (): Promise<void> => {
      await redis.client.hset(lost[0], 'mode', '"lost"');
      await redis.client.set(lost[1], `${DATABASE_ID}/1 99 f`, 'PX', 600_000);
    };
    /** The steps of a rebuild that write what there is. */
    const rebuildAgents = async (tail: MirrorTail): Promise<void> => {
      tail.rebuild();
      do await round(tail);
      while (tail.mirrored_revision === 0);
    };

    it('is looked for beside the journal, and by the next one where this one ends', async () => {
      await mirrorAll();
      await leave();
      // More than a page of SCAN, many times.
      await redis.client.call('DEBUG', 'POPULATE', '20000', 'other', '10');
      const tail = start();
      await rebuildAgents(tail);
      const { is_rebuilding, more } = await round(tail);
      assert.deepEqual([is_rebuilding, more], [true, true]);
      assert.ok(tail.mirrored_revision > 0, 'it follows meanwhile');
      await tail.giveBack();
      const next = start();
      assert.equal((await round(next)).rebuilds, 0, 'nothing is written anew');
      let rounds = 0;
      while ((await round(next)).is_rebuilding) rounds += 1;
      assert.ok(rounds > 10, `a page a round: ${rounds}`);
      assert.equal(await redis.client.exists(...lost), 0);
      await next.giveBack();
      const last = start();
      await settle(last);
      assert.equal((await round(last)).is_rebuilding, false);
    });

    it('stays where Redis does not let anybody look, and holds up nothing', async () => {
      await mirrorAll();
      await leave();
      await redis.client.call('ACL', 'SETUSER', 'default', '-scan');
      const tail = start();
      tail.rebuild();
      const refused = [];
      for (let is_done = false; !is_done; ) {
        const one = await round(tail);
        refused.push(...one.refused);
        is_done = !one.more && !one.is_rebuilding;
      }
      await tail.giveBack();
      await redis.client.call('ACL', 'SETUSER', 'default', '+scan');
      assert.equal(refused.length, 1);
      assert.match(`${refused[0]?.thing}: ${refused[0]?.message}`, /^SCAN hf:rev.*: NOPERM/);
      await settle(start());
      assert.equal(await redis.client.exists(...lost), 0);
    });
  });

  it('writes everything anew where its era is none', async () => {
    for (const era of ['nan', 'inf', '1e300', '', 'x/1', '0x10', '9007199254740992', '-1', '1 ']) {
      await mirrorAll();
      await redis.client.hset(CURSOR, 'era', era);
      await redis.client.hset('agent:a:profile', 'mode', '"poison"');
      const tail = start();
      const { rebuilds } = await round(tail);
      assert.equal(rebuilds, 1, era);
      await settle(tail);
      await tail.giveBack();
      assert.match((await redis.client.hget(CURSOR, 'era')) ?? '', /^\d{16}$/);
      assert.equal(await redis.client.hget('agent:a:profile', 'mode'), '"a"');
    }
  });

  it('publishes what is allowed where Redis forbids a channel, and counts the rest', async () => {
    const { subscriber, heard } = await listen();
    // Not that of the profile's changes, which are of the same page.
    await redis.client.call('ACL', 'SETUSER', 'default', 'resetchannels', '&pf:*');
    const tail = start();
    const sum = { out: 0, refused: 0 };
    for (let more = true; more; ) {
      const one = await round(tail);
      sum.out += one.messages_out;
      sum.refused += one.messages_refused;
      for (const { thing, message } of one.refused)
        assert.match(`${thing}: ${message}`, /^purpleflea:state:updates: .*channel/);
      more = one.more;
    }
    await redis.client.call('ACL', 'SETUSER', 'default', 'allchannels');
    assert.deepEqual(sum, { out: SIGNALS, refused: AGENTS.length });
    await until(() => heard.length >= SIGNALS);
    subscriber.disconnect();
  });

  it('publishes no signal once more where its cursor was set back', async () => {
    const { subscriber, heard } = await listen();
    const tail = start();
    await settle(tail);
    const upto = tail.mirrored_revision;
    const reads = new Reads(db);
    const back = upto - SIGNALS - AGENTS.length + 1;
    const hash = reads.single(({ audit }) => audit.hashAt(back)) ?? new Uint8Array();
    // As a copy of this database leaves it that mirrored meanwhile.
    await redis.client.hset(CURSOR, 'cursor', back, 'hash', Buffer.from(hash).toString('hex'));
    now_ms += 1000;
    await settle(tail);
    assert.equal(await redis.client.hget(CURSOR, 'cursor'), String(upto), 'it went there again');
    await redis.client.publish('pf:signals:BTC', `{"n":${END}}`);
    await until(() => heard.at(-1) === END);
    subscriber.disconnect();
    assert.deepEqual(heard, [...Array.from({ length: SIGNALS }, (_, n) => n), END]);
  });
});
