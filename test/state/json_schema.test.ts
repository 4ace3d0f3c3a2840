import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compileJsonSchema } from '../../src/tiers/state/json_schema.js';
import { json, refusal } from './helpers.js';

const check = (schema: string, document: string) => compileJsonSchema(json(schema))(json(document));

describe('a JSON Schema', () => {
  it('names where a document breaks it', () => {
    const schema =
      '{"type":"object","required":["portfolio"],"properties":{"portfolio":{"type":"object","additionalProperties":{"type":"number","minimum":0}}}}';
    assert.equal(check(schema, '{"portfolio":{"usdc":1}}'), null);
    assert.equal(check(schema, '{"portfolio":{"usdc":-1}}')?.path, '/portfolio/usdc');
    assert.equal(check(schema, '{"portfolio":{"a/b":"x"}}')?.path, '/portfolio/a~1b');
    assert.equal(check(schema, '{}')?.path, '/portfolio');
  });

  it('sees decimals, times and bytes as their JSON form', () => {
    const decimal =
      '{"type":"object","required":["__decimal__"],"patternProperties":{"^__decimal__$":{"pattern":"^[0-9]"}}}';
    assert.equal(check(decimal, '{"__decimal__":"1.5"}'), null);
    assert.notEqual(check(decimal, '{"__decimal__":"-1.5"}'), null);
    assert.notEqual(check(decimal, '1.5'), null);
    assert.equal(
      check('{"const":{"__timestamp__":"2026-11-20T00:00:00Z"}}', '{"__timestamp__":"2026-11-20T00:00:00Z"}'),
      null,
    );
    assert.equal(check('{"required":["__binary__"]}', '{"__binary__":"AAE="}'), null);
    assert.equal(check('{"type":"integer"}', '9007199254740993'), null);
  });

  it('may refer to its own parts, recursively', () => {
    const tree =
      '{"$defs":{"node":{"type":"object","properties":{"left":{"$ref":"#/$defs/node"},"value":{"type":"integer"}}}},"$ref":"#/$defs/node"}';
    assert.equal(check(tree, '{"left":{"left":{"value":1}}}'), null);
    assert.equal(check(tree, '{"left":{"left":{"value":"x"}}}')?.path, '/left/left/value');
  });

  it('may refer to itself', () => {
    const list = '{"type":"object","properties":{"next":{"$ref":"#"}},"additionalProperties":false}';
    assert.equal(check(list, '{"next":{"next":{}}}'), null);
    assert.equal(check(list, '{"next":{"nxt":{}}}')?.path, '/next/nxt');
  });

  it('keeps its patterns apart', () => {
    const schema = '{"properties":{"a":{"pattern":"^a$"},"b":{"pattern":"^b$"}}}';
    assert.equal(check(schema, '{"a":"a","b":"b"}'), null);
    assert.equal(check(schema, '{"a":"b","b":"b"}')?.path, '/a');
    assert.equal(check(schema, '{"a":"a","b":"a"}')?.path, '/b');
  });

  it('may be a boolean', () => {
    assert.equal(check('true', '{"a":1}'), null);
    assert.notEqual(check('false', '{"a":1}'), null);
  });

  const invalid: Record<string, [schema: string, path: string]> = {
    'a type that is none': ['{"properties":{"a":{"type":"money"}}}', '/properties/a/type'],
    'a keyword of another kind': ['{"minimum":"1"}', '/minimum'],
    'an unknown keyword': ['{"minimun":1}', ''],
    'a remote reference': ['{"$ref":"https://example.com/schema.json"}', ''],
    'a reference to the meta-schema': ['{"$ref":"https://json-schema.org/draft/2020-12/schema"}', ''],
    'a reference to nothing': ['{"$ref":"#/$defs/missing"}', ''],
    'another draft': ['{"$schema":"http://json-schema.org/draft-07/schema#"}', ''],
    'a look-ahead': ['{"pattern":"(?=a)b"}', ''],
    'a back-reference': ['{"pattern":"(a)\\\\1"}', ''],
    'an enormous repetition': ['{"pattern":"(a{1,900}){1,2}"}', ''],
    'more members than compile in time': [
      `{"enum":[${Array.from({ length: 2000 }, (_, i) => `{"a":${i}}`).join(',')}]}`,
      '',
    ],
    'patterns that are too much together': [
      `{"allOf":[${Array.from({ length: 30 }, (_, i) => `{"pattern":"^[a-z]{1,400}${i}$"}`).join(',')}]}`,
      '',
    ],
    'a pattern that is too long': [`{"pattern":"${'a'.repeat(1001)}"}`, ''],
    'an asynchronous schema': ['{"$async":true}', '/$async'],
    'a string': ['"object"', ''],
  };
  for (const [title, [schema, path]] of Object.entries(invalid)) {
    it(`is refused with ${title}`, () => {
      assert.throws(() => compileJsonSchema(json(schema)), refusal('INVALID_SCHEMA', { path }));
    });
  }

  it('cannot backtrack: a pattern that takes a backtracking engine 2^50 steps answers', () => {
    assert.equal(check('{"pattern":"^(a+)+$"}', `"${'a'.repeat(50)}!"`)?.path, '');
    assert.equal(check('{"patternProperties":{"^(a|aa)+$":false}}', `{"${'a'.repeat(200)}!":1}`), null);
  });

  it('cannot double its work at every reference', () => {
    const defs = Array.from(
      { length: 60 },
      (_, i) => `"d${i}":{"allOf":[{"$ref":"#/$defs/d${i + 1}"},{"$ref":"#/$defs/d${i + 1}"}]}`,
    );
    const schema = `{"$defs":{${defs.join(',')},"d60":{"type":"object"}},"$ref":"#/$defs/d0"}`;
    assert.match(check(schema, '{}')?.problem ?? '', /references/);
  });

  it('cannot recurse without end', () => {
    assert.match(check('{"$ref":"#"}', '{}')?.problem ?? '', /recurses without end/);
    assert.match(check('{"allOf":[{"$ref":"#"}]}', '{}')?.problem ?? '', /recurses without end/);
    const circle = '{"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}';
    assert.throws(() => compileJsonSchema(json(circle)), refusal('INVALID_SCHEMA'));
    assert.match(
      check('{"$dynamicAnchor":"x","allOf":[{"$dynamicRef":"#x"}]}', '{}')?.problem ?? '',
      /recurses without end/,
    );
  });

  it('tells duplicates in long arrays, whatever the order of keys', () => {
    const schema = '{"uniqueItems":true}';
    const long = Array.from({ length: 40_000 }, (_, i) => i).join(',');
    assert.equal(check(schema, `[${long}]`), null);
    assert.notEqual(check(schema, `[${long},7]`), null);
    assert.notEqual(check(schema, '[{"a":1,"b":2},{"b":2,"a":1}]'), null);
    assert.equal(check(schema, '[{"a":1},["a",1],[["a",1]],1,"1",null,"null",{},[]]'), null);
  });
});
