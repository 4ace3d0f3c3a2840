/** The way back: JSON text of a document value. */
import { formatTimestamp } from './rfc3339.js';
import { DecimalValue, type DocValue, normalizeDouble, Timestamp } from './value.js';

/**
 * JSON text of a value, without white space; parseJson gives the value back. Big integers are plain integer
 * literals. Keys keep the object's own order.
 */
export function formatJson(value: DocValue): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return formatNumber(value);
    case 'bigint':
    case 'boolean':
      return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(formatJson).join(',')}]`;
  if (value instanceof DecimalValue) return `{"__decimal__":"${value.text}"}`;
  if (value instanceof Timestamp) return `{"__timestamp__":"${formatTimestamp(value)}"}`;
  if (value instanceof Uint8Array) return `{"__binary__":"${base64(value)}"}`;
  const members: string[] = [];
  for (const key in value) members.push(`${JSON.stringify(key)}:${formatJson(value[key] as DocValue)}`);
  return `{${members.join(',')}}`;
}

/** Standard padded base64 (RFC 4648 section 4). */
export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function formatNumber(value: number): string {
  const normal = normalizeDouble(value);
  // From 2^64 to 10^21 JavaScript prints plain digits, which would read back as an integer out of range.
  if (typeof normal === 'number' && Number.isInteger(normal) && Math.abs(normal) >= 2 ** 63) {
    return normal.toExponential();
  }
  return String(normal);
}
