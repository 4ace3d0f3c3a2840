/** Patterns: what they match, and whether they could match what is another agent's. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  alertChannel,
  compilePattern,
  compilePatterns,
  foreignAlerts,
  literalPrefix,
} from '../../src/tiers/signals/patterns.js';

const AGENT_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** The plain meaning of a pattern; slow on hostile ones, so only for short texts. */
function oracle(pattern: string, channel: string): boolean {
  const pieces = pattern.split('*').map((piece) => piece.replaceAll(/[.\-/]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`).test(channel);
}

const short = (characters: string, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...characters), maxLength });
const agentId = fc.oneof(
  fc.constantFrom('alpha', 'a', 'a:b', 'pf:alerts:a', 'x'.repeat(64), `${'x'.repeat(63)}-`, '0', '1'),
  fc
    .tuple(short('ab0', 1), short('ab0.:_-', 6))
    .map(([first, rest]) => `${first || 'a'}${rest.replaceAll('_', '-')}`),
);

/** A text with some of its stretches replaced by stars: a pattern that matches it. */
const withStars = (text: string) =>
  fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)), { maxLength: 3 }).map((stretches) =>
    stretches.reduce((pattern, [a, b]) => {
      const [from, to] = [Math.min(a, b, pattern.length), Math.min(Math.max(a, b), pattern.length)];
      return `${pattern.slice(0, from)}*${pattern.slice(to)}`;
    }, text),
  );

describe('what a pattern matches', () => {
  test('is what the regular expression of the same meaning matches', () => {
    fc.assert(
      fc.property(short('ab:*', 8), short('ab:', 10), (pattern, channel) => {
        assert.equal(compilePattern(pattern)(channel), oracle(pattern, channel));
      }),
      { numRuns: 2000 },
    );
  });

  test('is the same for a list as for any of its members, asked once or twice', () => {
    fc.assert(
      fc.property(
        fc.array(short('ab*', 4), { maxLength: 4 }),
        fc.array(short('ab', 4), { maxLength: 5 }),
        (patterns, channels) => {
          const matches = compilePatterns(patterns);
          for (const channel of [...channels, ...channels]) {
            assert.equal(
              matches(channel),
              patterns.some((one) => compilePattern(one)(channel)),
            );
          }
        },
      ),
    );
  });

  test('begins with the literal prefix', () => {
    fc.assert(
      fc.property(
        short('ab:', 8).chain((channel) => fc.tuple(fc.constant(channel), withStars(channel))),
        ([channel, pattern]) => {
          assert.ok(compilePattern(pattern)(channel));
          assert.ok(channel.startsWith(literalPrefix(pattern)));
        },
      ),
    );
  });

  test('a hostile pattern costs no more than its length', () => {
    const matches = compilePattern(`${'*a'.repeat(63)}*b`);
    const channel = 'a'.repeat(128);
    for (let n = 0; n < 10_000; n += 1) assert.equal(matches(channel), false);
  });
});

describe("whether a pattern could match another agent's alerts", () => {
  test('what is found is an alerts channel of another agent, and matches', () => {
    const pattern = fc.oneof(
      short('pf:alerts*', 14),
      fc.tuple(fc.constant('pf:alerts:'), short('ab0:*-/', 8)).map((parts) => parts.join('')),
      fc.constantFrom('pf:alerts:', 'pf:alerts:x*').chain(withStars),
    );
    fc.assert(
      fc.property(pattern, agentId, (one, agent_id) => {
        const found = foreignAlerts(one, agent_id);
        if (found === undefined) return;
        const id = found.slice('pf:alerts:'.length);
        assert.equal(found, alertChannel(id));
        assert.match(id, AGENT_ID);
        assert.notEqual(id, agent_id);
        assert.ok(compilePattern(one)(found), `${one} does not match ${found}`);
      }),
      { numRuns: 5000 },
    );
  });

  test('none that matches one is let through', () => {
    fc.assert(
      fc.property(
        fc
          .tuple(agentId, agentId)
          .filter(([mine, other]) => mine !== other)
          .chain(([mine, other]) =>
            fc.tuple(fc.constant(mine), fc.constant(other), withStars(alertChannel(other))),
          ),
        ([mine, other, pattern]) => {
          assert.ok(compilePattern(pattern)(alertChannel(other)));
          assert.notEqual(foreignAlerts(pattern, mine), undefined);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('of examples', () => {
    const refused = [
      '*',
      'pf:*',
      'p*',
      '*a*',
      'pf:alerts:*',
      'pf:alerts:alpha*',
      '*alpha',
      '**',
      'pf:alerts:beta',
    ];
    for (const pattern of refused) assert.ok(foreignAlerts(pattern, 'alpha'), pattern);
    const allowed = [
      'pf:alerts:alpha',
      'pf:signals:*',
      '*/USDC',
      'pf:alerts:',
      'pf:alerts:-*',
      'pf:alert*-/',
      'pf:broadcast',
      `pf:alerts:${'x'.repeat(65)}*`,
      'pf:alerts',
    ];
    for (const pattern of allowed) assert.equal(foreignAlerts(pattern, 'alpha'), undefined, pattern);
    // As long as an id may be, a star has no room: only the very same id is left.
    const longest = 'x'.repeat(64);
    assert.equal(foreignAlerts(`pf:alerts:*${longest}`, longest), undefined);
    assert.ok(foreignAlerts(`pf:alerts:*${longest}`, 'alpha'));
  });
});
