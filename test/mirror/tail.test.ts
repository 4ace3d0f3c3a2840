/** The rounds of the mirror's thread, one by one, on a database that a daemon wrote and in a real Redis. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { RedisConnection } from '../../src/mirror/connect.js';
import { MirrorTail } from '../../src/mirror/tail.js';
import { Reads } from '../../src/reader/reads.js';
import { openReader } from '../../src/store/open.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { agentOf } from './support.js';

const AGENTS = ['a', 'b', 'c', 'd', 'e'];
const KEYS = AGENTS.map((agent_id) => `agent:${agent_id}:profile`);
const DATABASE_ID = '00000000-0000-4000-8000-000000000000';

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
});
