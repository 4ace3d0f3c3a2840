/** The wall clock of a real daemon is set back an hour, ahead, and stands still: limits keep what they promise. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { removeFolder, startDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply, refusal, type Service } from '../support/rawClient.js';
import { until } from '../support/work.js';
import { makeWrongClock, type WrongClock } from '../support/wrongClock.js';

const AGENT = 'agent-1';
const HOUR_S = 3600;
const WINDOW = { seconds: HOUR_S };

interface Fixture {
  readonly client: RawClient;
  readonly clock: WrongClock;
  readonly call: (method: string, request: object) => Promise<Reply>;
  readonly other: (service: Service, method: string, request: object) => Promise<Reply>;
  readonly log: () => string;
  readonly count: (delta: string, more?: object) => Promise<Reply>;
  readonly working: (method: string, request: object) => Promise<Reply>;
  readonly findings: () => Promise<unknown[]>;
}

/** Undefined where there is no C compiler. */
async function fixture(t: TestContext, args: readonly string[] = []): Promise<Fixture | undefined> {
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const clock = makeWrongClock(folder);
  if (clock === undefined) {
    t.skip('no C compiler');
    return undefined;
  }
  const daemon = await startDaemon({ env: clock.env, args });
  const client = new RawClient(daemon.address);
  t.after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });
  let requests = 0;
  const call = (method: string, request: object) =>
    client.call('Limits', method, { agent_id: AGENT, ...request });
  const count = (delta: string, more: object = {}) => {
    requests += 1;
    return call('AddToCounter', {
      request_id: `request-${requests}`,
      name: 'hour',
      delta,
      window: WINDOW,
      ...more,
    });
  };
  const other = (service: Service, method: string, request: object) =>
    client.call(service, method, { agent_id: AGENT, ...request });
  const working = (method: string, request: object) => other('Working', method, request);
  const findings = async () => (await client.last('Admin', 'Verify', {})).findings;
  return { client, clock, call, other, count, working, findings, log: () => daemon.log() };
}

/** Seconds since 1970, exactly enough for a comparison of instants. */
const seconds = ({ seconds: whole, nanos }: { seconds: string; nanos: number }) =>
  Number(whole) + nanos / 1e9;
/** Seconds from now to the middle of a window, counted from that in which this test began. */
const began_window = Math.floor(Date.now() / 1000 / HOUR_S);
const toMiddle = (windows: number): number => (began_window + windows + 0.5) * HOUR_S - Date.now() / 1000;

test('counters go by a time that never goes back', async (t) => {
  // So that a jump is followed at once.
  const limits = await fixture(t, ['--clock-jump-ms', '0']);
  if (limits === undefined) return;
  const { clock, call, count, findings } = limits;
  const value = async () => (await call('GetCounter', { name: 'hour' })).counter.value;
  clock.ahead(Math.round(toMiddle(10)));
  const first = await count('7');
  const ahead_s = seconds(first.header.committed_at) - Date.now() / 1000;
  assert.ok(ahead_s > 9 * HOUR_S, 'the library does nothing');

  // Back into the window before.
  clock.ahead(Math.round(toMiddle(9)));
  assert.equal(await value(), '7');
  const second = await count('2');
  assert.deepEqual([second.counter.value, second.counter.resets_at], ['9', first.counter.resets_at]);
  assert.ok(seconds(second.header.committed_at) >= seconds(first.header.committed_at));
  assert.equal((await refusal(count('2', { ceiling: '10' }))).reason, 'LIMIT_CROSSED');

  // On into the window after, and back again: what is over stays over.
  clock.ahead(Math.round(toMiddle(11)));
  assert.equal(await value(), '0');
  assert.equal((await count('10', { ceiling: '10' })).counter.value, '10');
  clock.ahead(Math.round(toMiddle(10)));
  assert.equal(await value(), '10');
  assert.equal((await refusal(count('1', { ceiling: '10' }))).reason, 'LIMIT_CROSSED');

  // Standing still, and in the distant past.
  clock.standStill(Date.now() + toMiddle(12) * 1000);
  assert.equal((await count('1')).counter.value, '1');
  assert.equal((await count('1')).counter.value, '2');
  clock.standStill(0);
  assert.equal((await count('1')).counter.value, '3');
  assert.equal(await value(), '3');
  assert.deepEqual(await findings(), []);
  clock.right();
  assert.equal(await value(), '3');
});

test('a slot whose time was over for writers is over for readers, whatever the clock shows then', async (t) => {
  // So that no sweep takes it away.
  const limits = await fixture(t, ['--sweep-interval-ms', '3600000', '--clock-jump-ms', '0']);
  if (limits === undefined) return;
  const { clock, count, working } = limits;
  await working('PutSlot', { request_id: 'put', key: 'k', content: 'x', ttl: { seconds: 60 } });
  clock.ahead(HOUR_S);
  await count('1');
  clock.right();
  assert.deepEqual((await working('ListSlots', {})).slots, []);
  assert.equal((await refusal(working('GetSlot', { key: 'k' }))).reason, 'NOT_FOUND');
  const again = { request_id: 'again', key: 'k', content: 'y', expected_version: '0' };
  assert.equal((await working('PutSlot', again)).version, '1');
});

test('token buckets do not notice what the wall clock shows', async (t) => {
  const limits = await fixture(t);
  if (limits === undefined) return;
  const { clock, call } = limits;
  const acquire = (more: object = {}) =>
    call('AcquireTokens', { bucket: 'b', capacity: 5, refill_per_second: 5, ...more });
  const waiting = { max_wait: { seconds: 30 } };
  const states: (() => void)[] = [
    () => clock.right(),
    () => clock.ahead(-HOUR_S),
    () => clock.ahead(HOUR_S),
    () => clock.standStill(Date.now()),
    () => clock.standStill(0),
  ];
  const began_ms = performance.now();
  let taken = 5;
  const slow = { bucket: 'slow', capacity: 1, refill_per_second: 0.001 };
  assert.equal((await acquire({ tokens: 5 })).allowed, true);
  assert.equal((await acquire(slow)).allowed, true);
  for (const set of states) {
    const before = acquire(waiting);
    set();
    const after = acquire(waiting);
    for (const answer of await Promise.all([before, after])) {
      assert.equal(answer.allowed, true);
      taken += 1;
    }
    const elapsed_s = (performance.now() - began_ms) / 1000;
    assert.ok(taken <= 5 + 5 * elapsed_s, `${taken} tokens in ${elapsed_s} s`);
    const { allowed, retry_after } = await acquire(slow);
    assert.equal(allowed, false);
    assert.ok(seconds(retry_after) > 0 && seconds(retry_after) <= 1000);
  }
});

test('what is due falls due though the wall clock was set back an hour', async (t) => {
  const one = await fixture(t, ['--sweep-interval-ms', '50']);
  if (one === undefined) return;
  const { clock, other, log } = one;
  const asset = { account: 'cash', asset: 'USDC' };
  await other('Ledger', 'PostTransaction', {
    request_id: 'funds',
    postings: [
      { ...asset, amount: '10' },
      { ...asset, account: 'world', amount: '-10' },
    ],
  });
  await other('Ledger', 'PlaceHold', { request_id: 'hold', ...asset, amount: '5', ttl: { seconds: 1 } });
  const opened = await other('Sessions', 'OpenSession', {
    request_id: 'open',
    asset: 'USDC',
    start_capital: '10',
    ttl: { seconds: 1 },
  });
  const held = async () => (await other('Ledger', 'GetBalances', {})).balances[0].held;
  const { session_id } = opened.session;
  const state = async () => (await other('Sessions', 'GetSession', { session_id })).session.state;
  assert.deepEqual([await held(), await state()], ['5', 'SESSION_STATE_ACTIVE']);
  clock.ahead(-HOUR_S);
  await until(async () => (await held()) === '0' && (await state()) === 'SESSION_STATE_EXPIRED');
  const { committed_at } = (
    await other('State', 'PutState', { request_id: 'later', name: 'n', document: { json: '1' } })
  ).header;
  assert.ok(seconds(committed_at) > Date.now() / 1000 - 60, 'not an hour ago');
  assert.match(log(), /the wall clock went back: time goes on at half speed/);
});

test('a moment in which the wall clock shows next month leaves no trace', async (t) => {
  const one = await fixture(t);
  if (one === undefined) return;
  const { clock, other, log } = one;
  const put = async (request_id: string) =>
    (await other('State', 'PutState', { request_id, name: 'n', document: { json: '1' } })).header
      .committed_at as { seconds: string; nanos: number };
  await put('before');
  clock.ahead(30 * 24 * HOUR_S);
  await until(() => /the wall clock jumped ahead/.test(log()));
  assert.ok(seconds(await put('meanwhile')) < Date.now() / 1000 + 60);
  clock.right();
  assert.ok(seconds(await put('after')) < Date.now() / 1000 + 60);
});

test('what is given back to a consumer comes again at once, though the clock was set back', async (t) => {
  const one = await fixture(t);
  if (one === undefined) return;
  const { client, clock, other } = one;
  let requests = 0;
  const mutate = (method: string, request: object) => {
    requests += 1;
    return other('Signals', method, { request_id: `request-${requests}`, ...request });
  };
  await mutate('PutConsumer', { name: 'c', patterns: ['a'], max_deliveries: 2 });
  const { signal_id } = await mutate('Publish', { channel: 'a', durable: true });
  const given_back = { name: 'c', signal_ids: [signal_id] };
  const deliveries = client.stream('Signals', 'Consume', { agent_id: AGENT, name: 'c' });
  t.after(() => deliveries.cancel());
  deliveries.on('error', () => {});
  const next = async () => ((await once(deliveries, 'data')) as [Reply])[0].delivery as number;
  assert.equal(await next(), 1);
  clock.ahead(-HOUR_S);
  // The journal's time stands where it was, an hour ahead of the clock.
  const second = next();
  await mutate('NackSignals', given_back);
  assert.equal(await second, 2);
  const first_again = next();
  await mutate('NackSignals', given_back);
  await mutate('RedriveDeadLetters', { name: 'c' });
  assert.equal(await first_again, 1);
});
