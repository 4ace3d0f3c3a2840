import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readDocument, writeDocument } from '../../src/codec/document.js';
import { formatJson } from '../../src/codec/json_format.js';
import { DEFAULT_DOCUMENT_LIMITS as LIMITS } from '../../src/codec/limits.js';
import { packDocument } from '../../src/codec/msgpack.js';
import type { HoldfastError } from '../../src/errors.js';
import { documents } from './arbitrary.js';

describe('readDocument', () => {
  it('stores the same bytes for the same value in either encoding, and gives either back', () => {
    fc.assert(
      fc.property(documents, (value) => {
        const json = readDocument({ json: formatJson(value) }, 'payload', LIMITS);
        const msgpack = readDocument({ msgpack: packDocument(value) }, 'payload', LIMITS);
        assert.deepEqual(json.value, value);
        assert.deepEqual(Buffer.from(json.bytes), Buffer.from(msgpack.bytes));
        const text = writeDocument(json.bytes, 'json').json;
        assert.deepEqual(readDocument({ json: text }, 'payload', LIMITS).value, value);
        assert.deepEqual(readDocument(writeDocument(json.bytes, 'msgpack'), 'payload', LIMITS).value, value);
      }),
    );
  });

  it('refuses a secret with its path and never its text', () => {
    const secret = `pf_${'live'}_a1b2c3d4`;
    const input = { json: JSON.stringify({ config: { keys: ['none', secret] } }) };
    assert.throws(
      () => readDocument(input, 'payload', LIMITS),
      (error: HoldfastError) => {
        assert.equal(error.reason, 'SECRET_IN_DOCUMENT');
        assert.deepEqual(error.details.metadata, { path: '$.config.keys[1]', kind: 'Purple Flea API key' });
        assert.ok(!JSON.stringify(error.serialize()).includes('a1b2c3d4'));
        return true;
      },
    );
    const msgpack = packDocument({ [secret]: 1 });
    assert.throws(() => readDocument({ msgpack }, 'payload', LIMITS), { reason: 'SECRET_IN_DOCUMENT' });
  });

  it('names the field in every refusal', () => {
    const cases: [Parameters<typeof readDocument>[0], string][] = [
      [{}, 'FIELD_REQUIRED'],
      [{ json: '1', msgpack: new Uint8Array([1]) }, 'INVALID_DOCUMENT'],
      [{ json: '' }, 'INVALID_DOCUMENT'],
      [{ json: '{"__decimal__":"1e5"}' }, 'INVALID_AMOUNT'],
      [{ json: '['.repeat(100_000) }, 'DOCUMENT_TOO_DEEP'],
      [{ msgpack: Buffer.alloc(300_000) }, 'DOCUMENT_TOO_LARGE'],
      // 160,001 bytes as sent, 360,005 as stored.
      [{ json: `[${Array<string>(40_000).fill('1.5').join(',')}]` }, 'DOCUMENT_TOO_LARGE'],
      [{ msgpack: Buffer.from('a1ff', 'hex') }, 'INVALID_DOCUMENT'],
    ];
    for (const [input, reason] of cases) {
      assert.throws(
        () => readDocument(input, 'state.payload', LIMITS),
        (error: HoldfastError) => {
          assert.equal(error.reason, reason);
          assert.equal(error.details.field, 'state.payload');
          return /^state\.payload: (?!document)/.test(error.message);
        },
      );
    }
  });
});
