/** Random well-formed messages of any type of the protos, with the values that break things more often than chance gives. */
import fc from 'fast-check';
import protobuf from 'protobufjs';

const TEXTS = [
  '',
  'agent-1',
  'agent-2',
  '*',
  'n',
  'a/b',
  'USD',
  'BTC',
  'world',
  'cash',
  'r-1',
  '../../etc/passwd',
  '\0',
  ' ',
  'x'.repeat(65),
  'x'.repeat(5000),
  '\u{1F600}',
  '\uFFFD',
  'e\u0301',
  '__proto__',
  'constructor',
  "'; DROP TABLE journal; --",
];
const AMOUNTS = [
  '1',
  '-1',
  '0',
  '-0',
  '1e5',
  'NaN',
  'Infinity',
  '1,5',
  '1.5',
  '.5',
  '5.',
  '+1',
  '1_000',
  '0x10',
  ' 1',
  '9'.repeat(38),
  '9'.repeat(39),
  `0.${'1'.repeat(18)}`,
  `0.${'1'.repeat(19)}`,
];
const JSONS = [
  '{}',
  '{"a":1}',
  '[]',
  'null',
  '',
  '{',
  '{"a":1,"a":2}',
  '{"a":NaN}',
  '"\\ud800"',
  '{"__decimal__":"1.5"}',
  '{"__decimal__":"1e5"}',
  '{"__timestamp__":"9999-99-99"}',
  '1e999',
  '-0',
  '9007199254740993',
  '{"__proto__":{"x":1}}',
  '['.repeat(40) + ']'.repeat(40),
  '['.repeat(100_000),
  '[{"op":"add","path":"/a","value":1}]',
];
const WHOLE = [
  '0',
  '1',
  '2',
  '3',
  '100',
  '2199023255551',
  '2199023255552',
  '9007199254740993',
  '18446744073709551615',
];
const SIGNED = [
  '0',
  '1',
  '-1',
  '253402300799',
  '253402300800',
  '-62135596801',
  '9223372036854775807',
  '-9223372036854775808',
];

function scalar(field: protobuf.Field): fc.Arbitrary<unknown> {
  if (field.resolvedType instanceof protobuf.Enum) return fc.integer({ min: -1, max: 9 });
  switch (field.type) {
    case 'string':
      if (field.name === 'json') return fc.oneof(fc.constantFrom(...JSONS), fc.json());
      if (/amount|price|limit|floor|ceiling|delta/.test(field.name)) return fc.constantFrom(...AMOUNTS);
      return fc.oneof(fc.constantFrom(...TEXTS, ...AMOUNTS), fc.string({ maxLength: 12, unit: 'grapheme' }));
    case 'bytes':
      return fc.uint8Array({ maxLength: 64 });
    case 'bool':
      return fc.boolean();
    case 'double':
    case 'float':
      return fc.double();
    case 'uint64':
    case 'fixed64':
      return fc.constantFrom(...WHOLE);
    case 'int64':
    case 'sint64':
      return fc.constantFrom(...SIGNED);
    case 'uint32':
      return fc.constantFrom(0, 1, 2, 100, 1000, 1001, 2 ** 32 - 1);
    default:
      return fc.constantFrom(0, 1, -1, 999_999_999, 1_000_000_000, 500, 2 ** 31 - 1, -(2 ** 31));
  }
}

/**
 * Plain objects for `type.fromObject`. At most one member of a oneof; `leave_out` names fields that are never set;
 * `depth` bounds nesting.
 */
export function messageOf(
  type: protobuf.Type,
  leave_out: ReadonlySet<string> = new Set(),
  depth = 3,
): fc.Arbitrary<Record<string, unknown>> {
  const fields = type.fieldsArray.map((field) => field.resolve()).filter(({ name }) => !leave_out.has(name));
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const field of fields) {
    const is_message = field.resolvedType instanceof protobuf.Type;
    if (is_message && depth === 0) continue;
    const one =
      field.resolvedType instanceof protobuf.Type
        ? messageOf(field.resolvedType, leave_out, depth - 1)
        : scalar(field);
    const value = field.map
      ? fc.dictionary(fc.string({ maxLength: 8 }), one, { maxKeys: 3 })
      : field.repeated
        ? fc.array(one, { maxLength: 3 })
        : one;
    values[field.name] = fc.option(value, { nil: undefined, freq: 4 });
  }
  return fc.tuple(fc.record(values), fc.nat()).map(([message, choice]) => {
    const kept = new Map(Object.entries(message).filter(([, value]) => value !== undefined));
    for (const { oneof } of type.oneofsArray.map((group) => ({ oneof: group.oneof }))) {
      const set = oneof.filter((name) => kept.has(name));
      for (const [index, name] of set.entries()) if (index !== choice % set.length) kept.delete(name);
    }
    return Object.fromEntries(kept);
  });
}

export function encode(type: protobuf.Type, message: Record<string, unknown>): Buffer {
  return Buffer.from(type.encode(type.fromObject(message)).finish());
}
