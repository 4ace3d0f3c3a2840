/** A Redis that stands still for longer than it may take, and goes on: nobody misses what was published meanwhile. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { agentOf, errorsOf, mirrorStatus, untilMirrored } from '../mirror/support.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { no_redis, startRedis, type TestRedis } from '../support/redis.js';
import { until } from '../support/work.js';

describe('a Redis that stands still', { skip: no_redis }, () => {
  let redis: TestRedis;
  let daemons: TestDaemon[];
  let clients: [RawClient, RawClient];
  const heard: string[] = [];

  before(async () => {
    redis = await startRedis();
    const args = [...redis.args, '--redis-timeout-ms', '200', '--redis-signal-max-age-ms', '3600000'];
    daemons = await Promise.all([0, 1].map(() => startDaemon({ args })));
    clients = daemons.map(({ address }) => new RawClient(address)) as [RawClient, RawClient];
    for (const client of clients) {
      await until(async () => (await mirrorStatus(client)).connected === true);
      await untilMirrored(client);
    }
    const stream = clients[1].stream('Signals', 'Subscribe', { agent_id: '*', patterns: ['pf:signals:*'] });
    stream.on('error', () => {});
    stream.on('data', ({ signal }: Reply) => signal && heard.push(JSON.parse(signal.payload.json).name));
    await new Promise((resolve) => stream.once('metadata', resolve));
  });
  after(async () => {
    for (const client of clients) client.close();
    for (const daemon of daemons) {
      assert.doesNotMatch(daemon.log(), /failed inside the daemon|Warning|Unhandled/);
      assert.equal(await daemon.stop(), 0);
      removeFolder(daemon.state_dir);
    }
    await redis.remove();
  });

  it('has all signals of that time heard by the other daemon, each once', async () => {
    const [one, other] = clients;
    const sent: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      redis.process.kill('SIGSTOP');
      const timeouts = errorsOf(await mirrorStatus(other), 'timeout');
      await until(async () => (await mirrorStatus(other)).connected === false);
      // The subscription is silent, and that is said.
      await until(async () => errorsOf(await mirrorStatus(other), 'timeout') > timeouts);
      for (let n = 0; n < 20; n += 1) {
        const name = `durable ${round}/${n}`;
        sent.push(name);
        await agentOf(one, 'alpha').publish('pf:signals:BTC', { name }, { durable: true });
      }
      const name = `program ${round}`;
      sent.push(name);
      const published = redis.client.publish('pf:signals:BTC', JSON.stringify({ name }));
      redis.process.kill('SIGCONT');
      await published;
      await untilMirrored(one);
      await until(async () => (await mirrorStatus(other)).connected === true);
    }
    await redis.client.publish('pf:signals:BTC', '{"name":"end"}');
    await until(() => heard.includes('end'));
    assert.deepEqual(heard.toSorted(), [...sent, 'end'].toSorted());
    assert.equal(errorsOf(await mirrorStatus(other), 'unheard'), 0);
  });

  it('that dies instead has that said: what was published before anybody was back is not heard', async () => {
    const [, other] = clients;
    await redis.kill();
    await redis.restart();
    await until(async () => (await mirrorStatus(other)).connected === true);
    const status = await mirrorStatus(other);
    assert.equal(errorsOf(status, 'unheard'), 1);
  });
});
