import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  MAX_RENDERED_BYTES,
  MAX_VARIABLES,
  parseTemplate,
  renderTemplate,
} from '../../src/tiers/procedural/template.js';
import { refusal } from '../state/helpers.js';

const render = (text: string, values: Record<string, string> = {}) =>
  renderTemplate(parseTemplate(text), new Map(Object.entries(values)));

const name = fc.stringMatching(/^[A-Za-z0-9_]{1,12}$/);
/** What could be mistaken for something else, and characters of every length in UTF-8. */
const value = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{',
        '}',
        '\\',
        '\\{{',
        '{{a}}',
        '$&',
        '$1',
        '\n',
        'é',
        '日本',
        '\u{1F600}',
      ),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(''));
/** A brace or a backslash directly before a variable is read as a part of it. */
const literal = value.filter((text) => !/[{\\]$/.test(text));
const escaped = (text: string) => text.replaceAll('{{', '\\{{');

describe('prompt templates', () => {
  it('renders any literals around any values, and never renders a value', () => {
    const pieces = fc.array(
      fc.record({ before: literal, name, value, space: fc.constantFrom('', ' ', '\n\t ') }),
    );
    fc.assert(
      fc.property(pieces, value, (given, end) => {
        const values = Object.fromEntries(given.map((piece) => [piece.name, piece.value]));
        const text = given.map((each) => `${escaped(each.before)}{{${each.space}${each.name}${each.space}}}`);
        const expected = given.map((each) => `${each.before}${values[each.name]}`);
        assert.equal(render(text.join('') + escaped(end), values), expected.join('') + end);
      }),
    );
  });

  it('lists its variables sorted and once', () => {
    assert.deepEqual(parseTemplate('{{b}} {{ a }} {{B}} {{b}} \\{{c}} {{__proto__}}').variables, [
      'B',
      '__proto__',
      'a',
      'b',
    ]);
    assert.equal(render('{{constructor}}{{__proto__}}', { constructor: '1', ['__proto__']: '2' }), '12');
  });

  it('takes braces that open nothing as they are', () => {
    for (const text of ['{"a":{"b":1}}', '}}', '{ {a}}', '{', '{a}}']) assert.equal(render(text), text);
    assert.equal(render('{"a":{"b":{{b}}}}', { b: '1' }), '{"a":{"b":1}}');
    assert.equal(render('\\{{a}} \\\\{{a}} \\{'), '{{a}} \\{{a}} \\{');
  });

  it('names the place of braces that hold no variable', () => {
    const cases: [string, string, string][] = [
      ['{{', '1', '1'],
      ['one\ntwo {{ name }\nthree', '2', '5'],
      ['{{}}', '1', '1'],
      ['ok {{a}} {{a b}}', '1', '10'],
      ['{{{a}}}', '1', '1'],
      ['{{a-b}}', '1', '1'],
      ['{{é}}', '1', '1'],
      [`{{${'n'.repeat(65)}}}`, '1', '1'],
      ['{{a\u00a0}}', '1', '1'],
      ['\\{{a}} {{b} }', '1', '8'],
    ];
    for (const [text, line, column] of cases)
      assert.throws(() => parseTemplate(text), refusal('INVALID_FIELD', { line, column }), text);
    assert.throws(() => parseTemplate('{{a'), /do not close/);
    assert.throws(() => parseTemplate('{{a-b}}'), /hold no variable name/);
  });

  it('names all that is missing and all that is unused in one error', () => {
    assert.throws(
      () => render('{{b}}{{a}}{{c}}', { c: '', z: '', y: '' }),
      refusal('INVALID_FIELD', { missing: 'a,b', unused: 'y,z' }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(name), fc.uniqueArray(name), (wanted, given) => {
        const text = wanted.map((each) => `{{${each}}}`).join(' ');
        const missing = wanted.filter((each) => !given.includes(each)).sort();
        const unused = given.filter((each) => !wanted.includes(each)).sort();
        const values = new Map(given.map((each) => [each, 'x']));
        const run = () => renderTemplate(parseTemplate(text), values);
        if (missing.length + unused.length === 0) assert.equal(run(), wanted.map(() => 'x').join(' '));
        else {
          const metadata = {
            ...(missing.length > 0 && { missing: missing.join(',') }),
            ...(unused.length > 0 && { unused: unused.join(',') }),
          };
          assert.throws(run, refusal('INVALID_FIELD', metadata));
        }
      }),
    );
  });

  it('limits the variables of a text', () => {
    const text = (count: number) => Array.from({ length: count }, (_, n) => `{{v${n}}}`).join('');
    assert.equal(parseTemplate(text(MAX_VARIABLES)).variables.length, MAX_VARIABLES);
    assert.throws(() => parseTemplate(text(MAX_VARIABLES + 1)), refusal('LIMIT_EXCEEDED', { actual: '257' }));
  });

  it('limits the rendered bytes, and finds out before it builds any', () => {
    const half = 'é'.repeat(MAX_RENDERED_BYTES / 4);
    assert.equal(Buffer.byteLength(render('{{a}}{{a}}', { a: half })), MAX_RENDERED_BYTES);
    assert.throws(
      () => render('{{a}}.{{a}}', { a: half }),
      refusal('LIMIT_EXCEEDED', { actual: String(MAX_RENDERED_BYTES + 1) }),
    );
    // Built, this would be longer than any string can be.
    assert.throws(
      () => render('{{a}}'.repeat(50_000), { a: 'x'.repeat(262_144) }),
      refusal('LIMIT_EXCEEDED', { actual: String(50_000 * 262_144) }),
    );
  });

  it('reads hostile texts in time linear in their length', () => {
    const long = 260_000;
    assert.equal(render('\\'.repeat(long)).length, long);
    assert.equal(render('{ '.repeat(long)).length, 2 * long);
    assert.throws(() => parseTemplate(`{{${' '.repeat(long)}`), refusal('INVALID_FIELD'));
    assert.throws(() => parseTemplate('{'.repeat(long)), refusal('INVALID_FIELD'));
    assert.equal(render('{{a}}'.repeat(50_000), { a: '' }), '');
  });
});
