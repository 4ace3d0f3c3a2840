/** Contexts: their tokens against counting the whole text from scratch with js-tiktoken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Tiktoken } from 'js-tiktoken/lite';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import {
  type Assembled,
  type AssembleOptions,
  assembleSteps,
  type ContextPart,
} from '../../src/tokens/assemble.js';
import { countBlock, headerOf } from '../../src/tokens/block.js';
import { encoderOf } from '../../src/tokens/encoder.js';
import type { Encoding } from '../../src/tokens/models.js';
import { awkward, HOSTILE } from './texts.js';

const REFERENCES = { o200k_base: new Tiktoken(o200k), cl100k_base: new Tiktoken(cl100k) };

/** Counts as js-tiktoken does; text that spells a special token is text. */
function reference(encoding: Encoding, text: string): number {
  return REFERENCES[encoding].encode(text, [], []).length;
}

function assemble(encoding: Encoding, parts: readonly ContextPart[], options: AssembleOptions): Assembled {
  const steps = assembleSteps(encoderOf(encoding), parts, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function part(key: string, content: string, more: Partial<ContextPart> = {}): ContextPart {
  return { key, content, counts: null, priority: 5, pinned: false, live: false, note: '', ...more };
}

/** The same with the counts that a slot's row keeps. */
function counted(encoding: Encoding, one: ContextPart): ContextPart {
  const encoder = encoderOf(encoding);
  const counts = countBlock(headerOf(one.key, false), one.content, (text) => encoder.count(text));
  return { ...one, counts };
}

const ALL = { budget: 1_000_000, truncate_at_priority: 7 };

const edge = fc.constantFrom(
  '',
  '\n',
  '\n\n\n',
  ' ',
  '   ',
  '\t',
  "'",
  "'s",
  "'ll",
  '7',
  '123',
  '=',
  '===',
  '/',
  '//',
  '.',
  '…',
  ' \n',
  '\r\n',
  '\u2028',
  '字',
  '😀',
);
const content = fc.tuple(edge, awkward(20), edge).map((texts) => texts.join(''));
const parts = fc.array(
  fc.record({
    key: fc.constantFrom('a', 'notes', 'task:1', 'x.y-z', 'k_9', 'A'),
    content,
    priority: fc.integer({ min: 0, max: 10 }),
    pinned: fc.boolean(),
    is_counted: fc.boolean(),
  }),
  { maxLength: 6 },
);

test('a context is exact, within its budget, and adds up', () => {
  const encodings = fc.constantFrom<Encoding>('o200k_base', 'cl100k_base');
  fc.assert(
    fc.property(
      encodings,
      parts,
      fc.double({ min: 0, max: 1.1, noNaN: true }),
      fc.integer({ min: 0, max: 11 }),
      (encoding, wanted, share, truncate_at_priority) => {
        const slots = wanted.map(({ is_counted, ...fields }) => {
          const one = part(fields.key, fields.content, fields);
          return is_counted ? counted(encoding, one) : one;
        });
        const whole = slots.map((one) => headerOf(one.key, false) + one.content).join('\n\n');
        const budget = Math.floor(reference(encoding, whole) * share);
        const result = assemble(encoding, slots, { budget, truncate_at_priority });
        assert.equal(result.tokens, reference(encoding, result.text));
        assert.ok(result.tokens <= budget, `${result.tokens} of ${budget}`);
        assert.equal(
          result.slots.reduce((sum, { tokens }) => sum + tokens, 0),
          result.tokens,
        );
        checkText(slots, result);
        for (const [index, slot] of result.slots.entries()) {
          const { key, content: text, priority, pinned } = slots[index] as ContextPart;
          if (slot.outcome === 'INCLUDED') assert.equal(slot.tokens, slot.wanted_tokens);
          if (slot.outcome === 'TRUNCATED') assert.ok(pinned || priority >= truncate_at_priority);
          if (slot.outcome !== 'SKIPPED') continue;
          assert.equal(slot.tokens, 0);
          assert.equal(slot.wanted_tokens, reference(encoding, headerOf(key, false) + text));
        }
        if (share >= 1) assert.equal(result.text, whole);
      },
    ),
    { numRuns: 1500 },
  );
});

/** The text is that of the slots that are in it, the cut ones cut at their end and after at least a character. */
function checkText(slots: readonly ContextPart[], { text, slots: reports }: Assembled): void {
  let rest = text;
  const taken = reports.map((report, index) => ({ report, content: slots[index]?.content ?? '' }));
  const shown = taken.filter(({ report }) => report.outcome !== 'SKIPPED');
  for (const [index, { report, content: whole }] of shown.entries()) {
    const is_truncated = report.outcome === 'TRUNCATED';
    const header = headerOf(report.key, is_truncated);
    assert.ok(rest.startsWith(header), `${rest} begins with ${header}`);
    rest = rest.slice(header.length);
    const separator = index === shown.length - 1 ? '' : '\n\n';
    let length = whole.length;
    if (is_truncated) {
      const next = shown[index + 1];
      const following = next && headerOf(next.report.key, next.report.outcome === 'TRUNCATED');
      length = following === undefined ? rest.length : rest.indexOf(`\n\n${following}`);
      assert.ok(length > 0 && length <= whole.length);
    }
    assert.equal(rest.slice(0, length), whole.slice(0, length));
    assert.equal(rest.slice(length, length + separator.length), separator);
    rest = rest.slice(length + separator.length);
  }
  assert.equal(rest, '');
}

test('what is too large is skipped or cut, and smaller slots after it get their chance', () => {
  const prose = 'The order was filled at 12.50 and the rest cancelled. '.repeat(100);
  const slots = [
    part('pinned', 'Never sell at a loss.', { pinned: true }),
    part('large', prose, { priority: 6 }),
    part('small', 'BTC is at 64,123.10'),
    part('empty', '', { priority: 0 }),
  ];
  const { text, slots: reports } = assemble('o200k_base', slots, { budget: 60, truncate_at_priority: 7 });
  assert.equal(
    text,
    '=== PINNED ===\nNever sell at a loss.\n\n=== SMALL ===\nBTC is at 64,123.10\n\n=== EMPTY ===\n',
  );
  assert.deepEqual(
    reports.map(({ outcome }) => outcome),
    ['INCLUDED', 'SKIPPED', 'INCLUDED', 'INCLUDED'],
  );
  const cut = assemble('o200k_base', slots, { budget: 60, truncate_at_priority: 6 });
  assert.match(cut.text, /=== LARGE \(truncated\) ===\nThe order was filled/);
  assert.ok(cut.tokens > 50 && cut.tokens <= 60);
  // With less than its header and one token a slot is left out, pinned or not.
  const header = encoderOf('o200k_base').count(headerOf('pinned', true));
  const none = assemble('o200k_base', slots.slice(0, 1), { budget: header, truncate_at_priority: 0 });
  assert.deepEqual([none.text, none.tokens, none.slots[0]?.outcome], ['', 0, 'SKIPPED']);
  const one = assemble('o200k_base', slots.slice(0, 1), { budget: header + 1, truncate_at_priority: 11 });
  assert.deepEqual([one.text, one.tokens], ['=== PINNED (truncated) ===\nNever', header + 1]);
});

test('no slots make an empty context', () => {
  assert.deepEqual(assemble('cl100k_base', [], ALL), { text: '', tokens: 0, slots: [] });
});

// Longer than any window that the split pattern sees (chunks.ts).
for (const [name, hostile] of Object.entries(HOSTILE)) {
  test(`a long run of ${name} is taken whole and cut`, () => {
    const text = hostile.slice(0, 140_000);
    const encoder = encoderOf('o200k_base');
    const slots = [
      part('first', text, { pinned: true }),
      part('second', text, { pinned: true }),
      part('last', 'the end'),
    ];
    const whole = assemble('o200k_base', slots, { budget: 10_000_000, truncate_at_priority: 7 });
    assert.equal(whole.tokens, encoder.count(whole.text));
    const cut = assemble('o200k_base', slots, {
      budget: Math.floor(whole.tokens * 0.7),
      truncate_at_priority: 7,
    });
    assert.equal(cut.tokens, encoder.count(cut.text));
    assert.ok(cut.tokens <= whole.tokens * 0.7);
    assert.equal(cut.slots[1]?.outcome, 'TRUNCATED');
    assert.deepEqual(
      whole.slots.map(({ outcome }) => outcome),
      ['INCLUDED', 'INCLUDED', 'INCLUDED'],
    );
  });
}
