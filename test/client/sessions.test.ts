/** Opening a session with the client, and heartbeats that tell when to stop. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HoldfastError, StaleEpochError } from '@holdfast/client';
import { fixture, gate } from './support.js';

const OPEN = { asset: 'USDC', start_capital: '1000', heartbeat_interval: { seconds: '1', nanos: 0 } };

test('openSession adopts the epoch, and a take-over fences who opened before', async (t) => {
  const daemon = await fixture(t);
  const [first, second] = [daemon.client(), daemon.client()];
  const { session, opened } = await first.openSession(OPEN);
  assert.deepEqual([opened, first.epoch], [true, '1']);
  const trade = { session_id: session.session_id, venue: 'v', market: 'm', pnl: '1' };
  await first.sessions.recordTrade({ ...trade, trade_id: '1' });
  const taken = await second.openSession({ ...OPEN, take_over: true });
  assert.deepEqual([taken.opened, second.epoch, taken.session.total_pnl], [false, '2', '1']);
  await assert.rejects(first.sessions.recordTrade({ ...trade, trade_id: '2' }), StaleEpochError);
  await assert.rejects(first.openSession({ ...OPEN, take_over: true }), StaleEpochError);
  assert.equal(first.epoch, '1', 'a refusal changes nothing');
  await second.sessions.recordTrade({ ...trade, trade_id: '2' });
});

test('heartbeats keep the session alive, tell of its state, and end when another takes over', async (t) => {
  const daemon = await fixture(t);
  const [first, second, desk] = [daemon.client(), daemon.client(), daemon.client()];
  const { session } = await first.openSession(OPEN);
  const halted = gate<string>();
  const fenced = gate<HoldfastError>();
  const heart = first.heartbeat(session, { interval_ms: 50, onState: halted.open, onEnd: fenced.open });
  await desk.sessions.haltSession({ reason: 'enough' });
  assert.equal(await halted.opened, 'SESSION_STATE_HALTED');
  assert.equal(heart.state, 'SESSION_STATE_HALTED');
  await second.openSession({ ...OPEN, take_over: true });
  assert.equal((await fenced.opened).reason, 'STALE_EPOCH');
  assert.equal(heart.ended, true);

  await second.sessions.resetHalt({ reason: 'looked', operator: 'ann' });
  const closed = gate<HoldfastError>();
  second.heartbeat(session, { onEnd: closed.open });
  await second.sessions.closeSession({});
  assert.equal((await closed.opened).reason, 'WRONG_STATE');
});

test('heartbeats that do not get through are told and go on; closed ones stop', async (t) => {
  const daemon = await fixture(t);
  const client = daemon.client();
  const { session } = await client.openSession(OPEN);
  const missed = gate<HoldfastError>();
  let seen = '';
  const lost = gate();
  const heart = client.heartbeat(session, {
    interval_ms: 100,
    onMissed: missed.open,
    onState: (state) => {
      seen = state;
      lost.open();
    },
  });
  await daemon.daemon.kill();
  assert.ok((await missed.opened) instanceof HoldfastError);
  await daemon.restart();
  heart.close();
  const again = client.heartbeat(session, {
    interval_ms: 100,
    onState: (state) => {
      seen = state;
      lost.open();
    },
  });
  await client.sessions.pauseSession({});
  await lost.opened;
  assert.deepEqual([seen, again.ended, heart.ended], ['SESSION_STATE_PAUSED', false, true]);
  again.close();
});

test('callbacks that fail are told to onError, and the heartbeats go on', async (t) => {
  const daemon = await fixture(t);
  const client = daemon.client();
  const { session } = await client.openSession(OPEN);
  const told: unknown[] = [];
  let next = gate<unknown>();
  const failures = [
    new TypeError('thrown'),
    // As a call made inside the callback may throw it; it says nothing about this session.
    await client.operations.getOperation({ key: 'none' }).catch((error: unknown) => error),
    new TypeError('rejected'),
  ];
  assert.ok(failures[1] instanceof HoldfastError && failures[1].reason === 'NOT_FOUND');
  const heart = client.heartbeat(session, {
    interval_ms: 50,
    onState: (state) => {
      const failure = failures[told.length];
      if (state === 'SESSION_STATE_PAUSED' && told.length < 2) throw failure;
      return Promise.reject(failure);
    },
    onError: (error) => {
      told.push(error);
      next.open(error);
      throw new Error('and onError fails as well');
    },
  });
  const warnings: string[] = [];
  const warned = gate();
  const listen = ({ message }: Error): void => {
    if (warnings.push(message) === failures.length) warned.open();
  };
  process.on('warning', listen);
  t.after(() => process.off('warning', listen));
  for (const change of ['pauseSession', 'resumeSession', 'pauseSession'] as const) {
    next = gate();
    await client.sessions[change]({});
    await next.opened;
  }
  await warned.opened;
  assert.deepEqual(told, failures);
  for (const message of warnings) assert.match(message, /and onError fails as well/);
  assert.equal(heart.ended, false);
  heart.close();
});

test("a client's own take-over does not end its heartbeats", async (t) => {
  const daemon = await fixture(t);
  const client = daemon.client();
  const { session } = await client.openSession(OPEN);
  const told = gate<string>();
  const heart = client.heartbeat(session, {
    interval_ms: 1,
    onState: told.open,
    onEnd: ({ reason }) => told.open(reason),
  });
  for (let n = 0; n < 100; n++) await client.takeOver();
  await client.sessions.pauseSession({});
  assert.equal(await told.opened, 'SESSION_STATE_PAUSED');
  assert.equal(heart.ended, false);
  heart.close();
});

test('closing the client ends its heartbeats', async (t) => {
  const daemon = await fixture(t);
  const client = daemon.client();
  const { session } = await client.openSession(OPEN);
  const heart = client.heartbeat(session, { interval_ms: 1 });
  await client.admin.ping({});
  client.close();
  while (!heart.ended) await new Promise((resolve) => setImmediate(resolve));
});
