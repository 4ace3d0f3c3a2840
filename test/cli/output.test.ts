/** JSON of replies: what tells a duration from an instant is the field's name, so the names must agree with the contract. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import protobuf from 'protobufjs';
import { DURATIONS, harmless, shown, toJson } from '../../src/cli/output.js';
import { protoRoot } from '../../src/rpc/proto.js';

function* messagesOf(namespace: protobuf.NamespaceBase): Generator<protobuf.Type> {
  for (const nested of namespace.nestedArray) {
    if (nested instanceof protobuf.Type) yield nested;
    if (nested instanceof protobuf.Namespace) yield* messagesOf(nested);
  }
}

test('every duration of the contract is shown as one, and no instant is', () => {
  const fields = [...messagesOf(protoRoot.lookup('holdfast.v1') as protobuf.Namespace)].flatMap(
    ({ fieldsArray }) => fieldsArray,
  );
  const named = (type: string) =>
    new Set(fields.filter((field) => field.type.endsWith(type)).map(({ name }) => name));
  const durations = named('google.protobuf.Duration');
  const instants = named('google.protobuf.Timestamp');
  assert.ok(durations.has('ttl') && instants.has('expires_at'), 'the contract was read');
  assert.deepEqual(
    [...durations].filter((name) => !DURATIONS.has(name)),
    [],
  );
  assert.deepEqual(
    [...DURATIONS].filter((name) => instants.has(name)),
    [],
  );
});

test('a duration is seconds, an instant a time', () => {
  const value = { seconds: '60', nanos: 500_000_000 };
  assert.equal(
    toJson({ ttl: value, expires_at: value }),
    '{"ttl":"60.5s","expires_at":"1970-01-01T00:01:00.500Z"}',
  );
});

test('what would steer a terminal is blotted out of tables and spelled out in lines', () => {
  const text = 'a\u001b[31m\u009b31m\u202eb\u2066c\u200f\n\td';
  assert.equal(shown(text), 'a [31m 31m b c   d');
  const line = harmless(text);
  assert.equal(line, 'a\\u001b[31m\\u009b31m\\u202eb\\u2066c\\u200f\n\td');
  // JSON stays what it was.
  const json = JSON.stringify({ note: text });
  assert.deepEqual(JSON.parse(harmless(json)), { note: text });
});
