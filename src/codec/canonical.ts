/**
 * Canonical JSON (RFC 8785, JCS), for keys and digests: equal values give equal text.
 *
 * Within RFC 8259's values it is RFC 8785 to the letter. Values beyond JSON use the tagged forms of json.ts, and an
 * integer beyond ±(2^53 - 1) is {"__int64__":"<digits>"}, because RFC 8785 prints every number as a double and two
 * neighbouring 64-bit integers would share a text. That tag exists in this form only; as a key in a document it is
 * reserved, so no document can imitate it. The deviation: a JCS of plain JSON prints the double 9007199254740992 as
 * digits, this one tags it.
 */
import { HoldfastError } from '../errors.js';
import { base64 } from './json_format.js';
import { formatTimestamp } from './rfc3339.js';
import { DecimalValue, type DocValue, normalizeDouble, normalizeInteger, Timestamp } from './value.js';

/**
 * @throws HoldfastError INVALID_DOCUMENT for what no document holds: NaN, the infinities, lone surrogates (RFC 8785
 *   section 3.2.2.2 demands that).
 */
export function canonicalJson(value: DocValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'boolean':
      return String(value);
    case 'number':
      return canonicalInteger(normalizeDouble(value));
    case 'bigint':
      return canonicalInteger(normalizeInteger(value));
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof DecimalValue) return `{"__decimal__":"${value.text}"}`;
  if (value instanceof Timestamp) return `{"__timestamp__":"${formatTimestamp(value)}"}`;
  if (value instanceof Uint8Array) return `{"__binary__":"${base64(value)}"}`;
  // The default sort compares UTF-16 code units, which is the order of RFC 8785 section 3.2.3.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(value[key] as DocValue)}`);
  return `{${members.join(',')}}`;
}

function canonicalInteger(value: number | bigint): string {
  return typeof value === 'bigint' ? `{"__int64__":"${value}"}` : canonicalNumber(value);
}

/**
 * RFC 8785 section 3.2.2.3: the number as ECMAScript prints it.
 * @throws HoldfastError INVALID_DOCUMENT for NaN and the infinities.
 */
export function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) {
    throw new HoldfastError('INVALID_DOCUMENT', 'a document cannot hold NaN or an infinity');
  }
  return String(value + 0);
}

function canonicalString(text: string): string {
  if (/[\ud800-\udfff]/u.test(text)) {
    throw new HoldfastError('INVALID_DOCUMENT', 'a document cannot hold a lone surrogate');
  }
  // ECMAScript's JSON.stringify is the serialisation that RFC 8785 section 3.2.2.2 describes.
  return JSON.stringify(text);
}
