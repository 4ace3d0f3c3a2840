/** What strangers are allowed: by address and together, and who waits for a turn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, Strangers } from '../../src/rpc/strangers.js';
import { until } from '../support/work.js';

test('an address has an allowance, all of them have one together, and each gets its own again', () => {
  let now_ms = 0;
  const strangers = new Strangers(() => now_ms);
  const taken = (address: string): number => {
    let calls = 0;
    while (strangers.called(address)) calls += 1;
    return calls;
  };
  assert.equal(taken('a'), 500);
  now_ms = 100;
  assert.equal(taken('a'), 50);
  assert.equal(
    [...'bcd'].reduce((sum, address) => sum + taken(address), 0),
    1500,
  );
  // Two thousand a second whoever they are; it has used 2,050 and got 200 back.
  assert.equal(taken('e'), 150);
  now_ms = 5000;
  assert.equal(taken('e'), 500);
});

test('beyond it connections wait, addresses take turns, and one that leaves is not called', async () => {
  let now_ms = 0;
  const strangers = new Strangers(() => now_ms);
  const came: string[] = [];
  const arrive = (name: string) => strangers.arrived(name.charAt(0), () => came.push(name));
  for (const address of 'ab') while (strangers.called(address)) assert.equal(now_ms, 0);
  arrive('a1');
  const leave = arrive('a2');
  arrive('a3');
  arrive('b1');
  assert.deepEqual(came, []);
  leave?.();
  now_ms = 1000;
  await until(() => came.length === 3);
  assert.deepEqual(came, ['a1', 'b1', 'a3']);
  arrive('a4');
  assert.equal(came.at(-1), 'a4');
  strangers.close();
});

test('a line has an end', () => {
  const strangers = new Strangers(() => 0);
  while (strangers.called('a')) assert.ok(true);
  const leaves = Array.from({ length: 300 }, () => strangers.arrived('a', () => {}));
  assert.equal(leaves.filter((leave) => leave === undefined).length, 44);
  leaves[0]?.();
  assert.notEqual(
    strangers.arrived('a', () => {}),
    undefined,
  );
  strangers.close();
});

test('who proves to be no stranger has cost nothing', () => {
  const strangers = new Strangers(() => 0);
  for (let n = 0; n < 5000; n += 1) {
    let came = false;
    strangers.arrived('a', () => {
      came = true;
    });
    assert.ok(came);
    strangers.proved('a');
  }
});

test('of IPv6 a network is one address', () => {
  for (const [peer, address] of [
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:10.0.0.1', '::ffff:10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    [undefined, ''],
  ] as const)
    assert.equal(addressOf(peer), address);
});
