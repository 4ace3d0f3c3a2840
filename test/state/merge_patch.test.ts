import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { applyMergePatch } from '../../src/tiers/state/merge_patch.js';
import { json } from './helpers.js';

/** RFC 7386 appendix A: original, patch, result. */
const APPENDIX: readonly [string, string, string][] = [
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', 'null', 'null'],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
];

for (const [original, patch, result] of APPENDIX) {
  test(`RFC 7386 appendix A: ${original} merged with ${patch}`, () => {
    assert.deepEqual(applyMergePatch(json(original), json(patch)), json(result));
  });
}

test('a decimal is a scalar: it is replaced, never merged into', () => {
  const original = json('{"balance":{"__decimal__":"1.5"},"at":{"__timestamp__":"2026-11-20T00:00:00Z"}}');
  const merged = applyMergePatch(original, json('{"balance":{"usdc":1},"at":null}'));
  assert.deepEqual(packDocument(merged), packDocument(json('{"balance":{"usdc":1}}')));
});

test('members named like those of Object.prototype are members like others', () => {
  const merged = applyMergePatch(
    json('{}'),
    json('{"constructor":{"prototype":{"polluted":true}},"toString":{"a":1}}'),
  );
  assert.deepEqual(
    packDocument(merged),
    packDocument(json('{"constructor":{"prototype":{"polluted":true}},"toString":{"a":1}}')),
  );
  assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
});
