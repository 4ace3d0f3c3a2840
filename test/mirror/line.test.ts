/** A connection on which signals are heard, behind a network that lets through what the test says. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { Line } from '../../src/mirror/line.js';
import { gate } from '../client/support.js';
import { no_redis, startRedis } from '../support/redis.js';

const MESSAGE = '>4\r\n$8\r\npmessage\r\n$12\r\npf:signals:*\r\n$14\r\npf:signals:BTC\r\n$7\r\n{"n":1}\r\n';

test('one that says something while it owes an answer, and then nothing, is told silent again', {
  skip: no_redis,
}, async (t) => {
  const redis = await startRedis();
  t.after(() => redis.remove());
  const pairs: (readonly [near: Socket, far: Socket])[] = [];
  const network = createServer((near) => {
    const far = connect(redis.port, '127.0.0.1');
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    pairs.push([near, far]);
  });
  await once(network.listen(0, '127.0.0.1'), 'listening');
  const answered = gate();
  const heard = gate<string>();
  let silences = 0;
  const silent = [gate(), gate()] as const;
  const line = new Line(
    {
      place: {
        kind: 'standalone',
        node: { host: '127.0.0.1', port: (network.address() as AddressInfo).port },
        db: 0,
      },
      tls: false,
      username: '',
      password_file: '',
      ca_file: '',
      ttl_ms: 60_000,
      timeout_ms: 500,
      signal_max_age_ms: 1000,
    },
    {
      onMessage: (channel) => heard.open(channel),
      onAnswer: () => answered.open(),
      onSilence: () => silent[Math.min(silences++, 1) as 0 | 1].open(),
      onLost: () => {},
      onError: () => {},
    },
  );
  t.after(() => {
    line.close();
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    network.close();
  });
  await answered.opened;
  // From here on nothing of Redis comes through.
  for (const [near, far] of pairs) far.unpipe(near).resume();
  await silent[0].opened;
  for (const [near] of pairs) near.write(MESSAGE);
  assert.equal(await heard.opened, 'pf:signals:BTC');
  await silent[1].opened;
  assert.equal(line.is_subscribed, false);
});
