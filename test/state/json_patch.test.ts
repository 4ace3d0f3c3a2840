import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import type { DocValue } from '../../src/codec/value.js';
import { applyJsonPatch, parseJsonPatch } from '../../src/tiers/state/json_patch.js';
import { packWithinLimits } from '../../src/tiers/state/values.js';
import { json, refusal } from './helpers.js';

const patch = (document: string, operations: string): DocValue =>
  applyJsonPatch(json(document), parseJsonPatch(json(operations)));

/** RFC 6902 appendix A: title, document, patch, result or the reason of its refusal. */
// biome-ignore format: one table
const APPENDIX: readonly [string, string, string, string][] = [
  ['A.1 adding an object member', '{"foo":"bar"}', '[{"op":"add","path":"/baz","value":"qux"}]', '{"baz":"qux","foo":"bar"}'],
  ['A.2 adding an array element', '{"foo":["bar","baz"]}', '[{"op":"add","path":"/foo/1","value":"qux"}]', '{"foo":["bar","qux","baz"]}'],
  ['A.3 removing an object member', '{"baz":"qux","foo":"bar"}', '[{"op":"remove","path":"/baz"}]', '{"foo":"bar"}'],
  ['A.4 removing an array element', '{"foo":["bar","qux","baz"]}', '[{"op":"remove","path":"/foo/1"}]', '{"foo":["bar","baz"]}'],
  ['A.5 replacing a value', '{"baz":"qux","foo":"bar"}', '[{"op":"replace","path":"/baz","value":"boo"}]', '{"baz":"boo","foo":"bar"}'],
  [
    'A.6 moving a value',
    '{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}',
    '[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]',
    '{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}',
  ],
  ['A.7 moving an array element', '{"foo":["all","grass","cows","eat"]}', '[{"op":"move","from":"/foo/1","path":"/foo/3"}]', '{"foo":["all","cows","eat","grass"]}'],
  [
    'A.8 testing a value: success',
    '{"baz":"qux","foo":["a",2,"c"]}',
    '[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]',
    '{"baz":"qux","foo":["a",2,"c"]}',
  ],
  ['A.9 testing a value: error', '{"baz":"qux"}', '[{"op":"test","path":"/baz","value":"bar"}]', 'WRONG_STATE'],
  ['A.10 adding a nested member object', '{"foo":"bar"}', '[{"op":"add","path":"/child","value":{"grandchild":{}}}]', '{"foo":"bar","child":{"grandchild":{}}}'],
  ['A.11 ignoring unrecognized elements', '{"foo":"bar"}', '[{"op":"add","path":"/baz","value":"qux","xyz":123}]', '{"foo":"bar","baz":"qux"}'],
  ['A.12 adding to a nonexistent target', '{"foo":"bar"}', '[{"op":"add","path":"/baz/bat","value":"qux"}]', 'WRONG_STATE'],
  ['A.13 invalid JSON patch document', '{"foo":"bar"}', '[{"op":"add","path":"/baz","value":"qux","op":"remove"}]', 'INVALID_DOCUMENT'],
  ['A.14 ~ escape ordering', '{"/":9,"~1":10}', '[{"op":"test","path":"/~01","value":10}]', '{"/":9,"~1":10}'],
  ['A.15 comparing strings and numbers', '{"/":9,"~1":10}', '[{"op":"test","path":"/~01","value":"10"}]', 'WRONG_STATE'],
  ['A.16 adding an array value', '{"foo":["bar"]}', '[{"op":"add","path":"/foo/-","value":["abc","def"]}]', '{"foo":["bar",["abc","def"]]}'],
];

describe('RFC 6902 appendix A', () => {
  for (const [title, document, operations, result] of APPENDIX) {
    it(title, () => {
      if (/^[A-Z_]+$/.test(result)) assert.throws(() => patch(document, operations), refusal(result));
      else assert.deepEqual(patch(document, operations), json(result));
    });
  }
});

describe('a JSON Patch is refused as INVALID_PATCH', () => {
  const cases: Record<string, string> = {
    'that is no array': '{"op":"remove","path":"/a"}',
    'with an unknown op': '[{"op":"increment","path":"/a"}]',
    'with a path that is no pointer': '[{"op":"remove","path":"a"}]',
    'with a bad escape': '[{"op":"remove","path":"/a~2"}]',
    'with a trailing tilde': '[{"op":"remove","path":"/a~"}]',
    'without a value': '[{"op":"add","path":"/a"}]',
    'without a from': '[{"op":"copy","path":"/a"}]',
    'that names __proto__': '[{"op":"add","path":"/__proto__/polluted","value":1}]',
    'that names a tag': '[{"op":"replace","path":"/a/__decimal__","value":"2"}]',
    'that moves into its own child': '[{"op":"move","from":"/a","path":"/a/b"}]',
    'that moves the document into itself': '[{"op":"move","from":"","path":"/a"}]',
    'that removes the whole document': '[{"op":"remove","path":""}]',
  };
  for (const [title, operations] of Object.entries(cases)) {
    it(title, () => assert.throws(() => patch('{"a":{}}', operations), refusal('INVALID_PATCH')));
  }

  it('and says which operation', () => {
    const operations = '[{"op":"test","path":"/a","value":1},{"op":"add","path":"b","value":1}]';
    assert.throws(() => patch('{"a":1}', operations), refusal('INVALID_PATCH', { index: '1', path: 'b' }));
  });

  it('beyond 1,000 operations as LIMIT_EXCEEDED', () => {
    const test = { op: 'test', path: '', value: 1 };
    assert.equal(parseJsonPatch(Array.from({ length: 1000 }, () => test)).length, 1000);
    assert.throws(
      () => parseJsonPatch(Array.from({ length: 1001 }, () => test)),
      refusal('LIMIT_EXCEEDED', { limit: '1000', actual: '1001' }),
    );
  });
});

describe('what a JSON Patch finds', () => {
  const absent: Record<string, string> = {
    'a member that is not there': '[{"op":"replace","path":"/x","value":1}]',
    'an index with a leading zero': '[{"op":"test","path":"/list/01","value":2}]',
    'an index behind the end': '[{"op":"add","path":"/list/4","value":2}]',
    'the place behind the end, to remove': '[{"op":"remove","path":"/list/-"}]',
    'an inherited member': '[{"op":"test","path":"/constructor","value":1}]',
    'a member of a string': '[{"op":"add","path":"/text/length","value":1}]',
    'a member of a decimal': '[{"op":"add","path":"/decimal/text","value":1}]',
    'an element of bytes': '[{"op":"replace","path":"/bytes/0","value":1}]',
  };
  const document =
    '{"list":[1,2,3],"text":"abc","decimal":{"__decimal__":"1"},"bytes":{"__binary__":"AAE="}}';
  for (const [title, operations] of Object.entries(absent)) {
    it(`is absent: ${title}`, () => {
      assert.throws(() => patch(document, operations), refusal('WRONG_STATE', { index: '0' }));
    });
  }

  it('may be replaced whole', () => {
    assert.deepEqual(
      patch('{"a":1}', '[{"op":"replace","path":"","value":[1]},{"op":"add","path":"/0","value":0}]'),
      [0, 1],
    );
    assert.deepEqual(patch('{"a":{"b":1}}', '[{"op":"move","from":"/a","path":""}]'), { b: 1 });
  });

  it('may be null, which is a value', () => {
    assert.deepEqual(
      patch('{"a":null}', '[{"op":"test","path":"/a","value":null},{"op":"remove","path":"/a"}]'),
      {},
    );
  });

  it('is copied and not shared', () => {
    const operations = '[{"op":"copy","from":"/a","path":"/b"},{"op":"add","path":"/b/c","value":1}]';
    assert.deepEqual(patch('{"a":{}}', operations), { a: {}, b: { c: 1 } });
  });
});

/** Pairs that JSON Patch's test must tell apart, and values that it must find equal to themselves. */
// biome-ignore format: one table
const DISTINCT = [
  '1', '"1"', '{"__decimal__":"1"}', 'true', '[1]', '{"a":1}', 'null', '0', 'false', '""', '[]', '{}',
  '9007199254740993', '9007199254740992', '{"__decimal__":"9007199254740993"}', '{"__binary__":"AQ=="}',
  '{"__binary__":"Ag=="}', '{"__timestamp__":"2026-11-20T00:00:00Z"}', '{"__timestamp__":"2026-11-20T00:00:00.000000001Z"}',
  '"2026-11-20T00:00:00Z"', '{"a":1,"b":2}', '{"b":1}', '[1,2]',
];

test('a test operation compares values of every kind', () => {
  for (const a of DISTINCT) {
    for (const b of DISTINCT) {
      const compare = (): DocValue => patch(`{"v":${a}}`, `[{"op":"test","path":"/v","value":${b}}]`);
      if (a === b) assert.doesNotThrow(compare, `${a} equals itself`);
      else assert.throws(compare, refusal('WRONG_STATE'), `${a} is not ${b}`);
    }
  }
  patch('{"v":{"a":1,"b":2}}', '[{"op":"test","path":"/v","value":{"b":2.0,"a":1}}]');
  patch('{"v":{"__decimal__":"1.50"}}', '[{"op":"test","path":"/v","value":{"__decimal__":"1.5"}}]');
});

test('copies of copies end before memory does', () => {
  const doubling = Array.from({ length: 40 }, (_, i) => ({ op: 'copy', from: '/a', path: `/a/${i}` }));
  const value: DocValue = { a: { text: 'x'.repeat(1000) } };
  assert.throws(() => applyJsonPatch(value, parseJsonPatch(doubling)), refusal('DOCUMENT_TOO_LARGE'));
  const nesting = Array.from({ length: 40 }, () => ({ op: 'copy', from: '', path: '/a' }));
  assert.throws(() => applyJsonPatch({}, parseJsonPatch(nesting)), refusal('DOCUMENT_TOO_DEEP'));
  const wide = Array.from({ length: 300 }, (_, i) => ({ op: 'copy', from: '/text', path: `/t${i}` }));
  const copied = applyJsonPatch({ text: 'x'.repeat(2000) }, parseJsonPatch(wide));
  assert.throws(() => packWithinLimits(copied), refusal('DOCUMENT_TOO_LARGE'));
});

test('adding and removing again gives the document back', () => {
  const documents = fc.dictionary(fc.stringMatching(/^[a-z~/]{1,4}$/), fc.array(fc.integer()), {
    maxKeys: 5,
  });
  fc.assert(
    fc.property(
      documents,
      fc.stringMatching(/^[A-Z~/]{1,4}$/),
      fc.jsonValue({ maxDepth: 2 }),
      (document, key, value) => {
        const path = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        fc.pre(!Object.hasOwn(document, key) && !JSON.stringify(value).includes('__'));
        const before = packDocument(document);
        const operations = parseJsonPatch([
          { op: 'add', path, value: value as DocValue },
          { op: 'test', path, value: value as DocValue },
          { op: 'remove', path },
        ]);
        assert.deepEqual(packDocument(applyJsonPatch(unpackDocument(before), operations)), before);
      },
    ),
  );
});
