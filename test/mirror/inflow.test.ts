import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Inflow } from '../../src/mirror/inflow.js';

/** How many of so many messages are taken at one time. */
const taken = (inflow: Inflow, count: number, size_bytes: number, now_ms: number): number =>
  Array.from({ length: count }).filter(() => inflow.take(size_bytes, now_ms)).length;

it('of what comes from Redis a burst is taken, then so much a second', () => {
  const inflow = new Inflow(1000);
  assert.equal(taken(inflow, 50_000, 60, 1000), 10_000);
  assert.equal(taken(inflow, 50_000, 60, 1500), 2500);
  assert.equal(taken(inflow, 50_000, 60, 61_500), 10_000, 'no more gathers');
});

it('large messages are bounded by their bytes', () => {
  const inflow = new Inflow(0);
  const MIB = 1024 * 1024;
  assert.equal(taken(inflow, 100, MIB, 0), 16);
  assert.equal(taken(inflow, 100, MIB, 1000), 4);
  assert.equal(taken(inflow, 100, 90 * MIB, 1250), 1, 'whatever its size');
  assert.equal(taken(inflow, 100, 1, 2000), 0);
});
