/** The scenario's values: YAML with tagged forms, to and from what documents are made of here. */
import { Decimal, type DocValue, Timestamp } from '@holdfast/client';

export type Plain = unknown;
type Fields = Record<string, Plain>;

/** A value of the scenario as a TypeScript program would write it. An object that only looks tagged stays an object. */
export function fromTagged(value: Plain): DocValue {
  if (Array.isArray(value)) return value.map(fromTagged);
  if (typeof value !== 'object' || value === null) return value as DocValue;
  const [entry, second] = Object.entries(value as Fields);
  if (entry !== undefined && second === undefined) {
    const [tag, text] = [entry[0], String(entry[1])];
    if (tag === '__decimal__') return new Decimal(text);
    if (tag === '__int64__') return BigInt(text);
    if (tag === '__timestamp__') return Timestamp.parse(text);
    if (tag === '__binary__') return new Uint8Array(Buffer.from(text, 'base64'));
  }
  return Object.fromEntries(Object.entries(value as Fields).map(([key, one]) => [key, fromTagged(one)]));
}

/** The inverse. */
export function toTagged(value: DocValue | undefined): Plain {
  if (Array.isArray(value)) return value.map(toTagged);
  if (typeof value === 'bigint') return { __int64__: String(value) };
  if (value instanceof Decimal) return { __decimal__: value.text };
  if (value instanceof Timestamp) return { __timestamp__: value.toString() };
  if (value instanceof Uint8Array) return { __binary__: Buffer.from(value).toString('base64') };
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toTagged(one)]));
}
