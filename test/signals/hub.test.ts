/** The hub: who hears what, in which order, and where a listener can go on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { lastPositionOf, positionOf } from '../../src/journal/position.js';
import { HubMessage, type Listener, SignalHub } from '../../src/outbox/signals.js';
import { compilePatterns } from '../../src/tiers/signals/patterns.js';

interface Told {
  readonly what: string;
  readonly revision: number;
}

class Ear implements Listener {
  readonly told: Told[] = [];
  readonly is_counted: boolean;

  constructor(
    readonly patterns: readonly string[],
    readonly min_confidence = 0,
    is_counted = true,
  ) {
    this.is_counted = is_counted;
  }

  hear(message: HubMessage, revision: number): void {
    this.told.push({ what: message.once('what', ({ agent_id }) => agent_id), revision });
  }
}

/** A signal that is told apart by its agent. */
function message(channel: string, what = channel, confidence = 1): HubMessage {
  const signal = { position: 0, channel, confidence, agent_id: what, time_us: 0, payload: new Uint8Array() };
  return new HubMessage(channel, confidence, () => signal);
}

test('each listener hears a signal once, by whichever of its patterns; only subscriptions are counted', () => {
  const hub = new SignalHub(0);
  const twice = new Ear(['a*', 'ab', '*b']);
  const sure = new Ear(['ab'], 0.5);
  const quiet = new Ear(['*'], 0, false);
  for (const ear of [twice, sure, quiet]) hub.join(ear);
  assert.equal(hub.tell(message('ab', 'weak', 0.4)), 1);
  assert.equal(hub.tell(message('ab', 'strong', 0.5)), 2);
  assert.equal(hub.count('zz', 1), 0);
  const heard = (ear: Ear) => ear.told.map(({ what }) => what);
  assert.deepEqual(
    [heard(twice), heard(sure), heard(quiet)],
    [['weak', 'strong'], ['strong'], ['weak', 'strong']],
  );
});

test('who has left hears nothing more, others go on', () => {
  const hub = new SignalHub(0);
  const [first, second] = [new Ear(['a', 'b*']), new Ear(['a', 'b*'])];
  const leave = hub.join(first);
  hub.join(second);
  leave();
  hub.tell(message('a'));
  hub.tell(message('bb'));
  assert.deepEqual([first.told.length, second.told.length], [0, 2]);
});

test('of several signals of a revision only the last that a listener hears lets it go on after it', () => {
  const hub = new SignalHub(lastPositionOf(6));
  const [a, b] = [new Ear(['a']), new Ear(['*'])];
  hub.join(a);
  hub.join(b);
  hub.hand([message('a', '1'), message('a', '2'), message('b', '3')], 7, positionOf(7, 2));
  assert.deepEqual(a.told, [
    { what: '1', revision: 6 },
    { what: '2', revision: 7 },
  ]);
  assert.deepEqual(
    b.told.map(({ revision }) => revision),
    [6, 6, 7],
  );
  hub.tell(message('a', 'live'));
  assert.deepEqual(a.told.at(-1), { what: 'live', revision: 7 });
});

test('what is made of a message is made once for all', () => {
  let made = 0;
  const one = message('a');
  const make = () => {
    made += 1;
    return made;
  };
  assert.deepEqual([one.once('x', make), one.once('x', make), one.once('y', make)], [1, 1, 2]);
});

test('whoever comes and goes, each hears what its patterns match while it is there', () => {
  const channel = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 3 });
  const step = fc.oneof(
    fc.record({ join: fc.array(pattern, { minLength: 1, maxLength: 3 }), min: fc.constantFrom(0, 0.5, 1) }),
    fc.record({ leave: fc.nat(5) }),
    fc.record({ tell: channel, confidence: fc.constantFrom(0, 0.5, 1) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const hub = new SignalHub(0);
      const there: { ear: Ear; leave: () => void; expected: string[] }[] = [];
      const all: typeof there = [];
      for (const [n, one] of steps.entries()) {
        if ('join' in one) {
          const ear = new Ear(one.join, one.min);
          const entry = { ear, leave: hub.join(ear), expected: [] };
          there.push(entry);
          all.push(entry);
        } else if ('leave' in one) {
          const [gone] = there.splice(one.leave % Math.max(1, there.length), 1);
          gone?.leave();
        } else {
          const listening = there.filter(
            ({ ear }) => ear.min_confidence <= one.confidence && compilePatterns(ear.patterns)(one.tell),
          );
          for (const { expected } of listening) expected.push(String(n));
          assert.equal(hub.tell(message(one.tell, String(n), one.confidence)), listening.length);
        }
      }
      for (const { ear, expected } of all)
        assert.deepEqual(
          ear.told.map(({ what }) => what),
          expected,
        );
    }),
  );
});
