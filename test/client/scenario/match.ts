/** The scenario's variables, paths and matchers, as clients/scenario/README.md describes them. */
import assert from 'node:assert/strict';
import { compareAmounts, parseAmount } from '../../../src/codec/amount.js';

type Json = unknown;
type Fields = Record<string, Json>;

const MATCHERS = new Set(['any', 'absent', 'size', 'matches', 'gt', 'contains']);

/** A copy with `$name` and `${name}` replaced. */
export function substitute(value: Json, vars: Readonly<Fields>): Json {
  const read = (name: string): Json => {
    if (!Object.hasOwn(vars, name)) throw new Error(`unknown variable ${name}`);
    return vars[name];
  };
  if (typeof value === 'string') {
    const alone = /^\$([a-z_]\w*)$/.exec(value)?.[1];
    if (alone !== undefined) return read(alone);
    return value.replace(/\$\{([a-z_]\w*)\}/g, (_all, name: string) => String(read(name)));
  }
  if (Array.isArray(value)) return value.map((one) => substitute(one, vars));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, substitute(one, vars)]));
}

/** What is at the path; undefined where there is nothing. */
export function at(value: Json, path: string): Json {
  let found = value;
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)) {
    if (index !== undefined) found = Array.isArray(found) ? found[Number(index)] : undefined;
    else found = isMap(found) && name !== undefined && Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found;
}

/** @throws AssertionError unless the value is as the matcher says. */
export function check(value: Json, matcher: Json, where: string): void {
  const told = `${where}: ${JSON.stringify(value)} does not match ${JSON.stringify(matcher)}`;
  assert.ok(matches(value, matcher), told);
}

function matches(value: Json, matcher: Json): boolean {
  if (Array.isArray(matcher)) {
    if (!Array.isArray(value) || value.length !== matcher.length) return false;
    return matcher.every((one, index) => matches(value[index], one));
  }
  if (!isMap(matcher)) return matcher === null ? value === null : sameText(value, matcher);
  const [key = '', second] = Object.keys(matcher);
  if (second === undefined && MATCHERS.has(key)) return special(value, key, matcher[key]);
  return isMap(value) && Object.keys(value).length === Object.keys(matcher).length && holds(value, matcher);
}

function special(value: Json, key: string, operand: Json): boolean {
  if (key === 'any') return value !== undefined && value !== null && value !== '' && sizeOf(value) !== 0;
  if (key === 'absent') return value === undefined;
  if (key === 'size') return sizeOf(value) === operand;
  if (key === 'matches') return typeof value === 'string' && new RegExp(String(operand)).test(value);
  if (key === 'gt') return isScalar(value) && compareAmounts(amount(value), amount(operand)) > 0;
  if (isMap(operand)) {
    return Array.isArray(value) ? value.some((one) => holds(one, operand)) : holds(value, operand);
  }
  if (Array.isArray(value)) return value.some((one) => sameText(one, operand));
  return typeof value === 'string' && value.includes(String(operand));
}

/** A map with at least these entries. */
function holds(value: Json, entries: Fields): boolean {
  return isMap(value) && Object.entries(entries).every(([key, one]) => matches(value[key], one));
}

function amount(value: Json): string {
  return parseAmount(String(value), 'gt');
}

function sameText(value: Json, expected: Json): boolean {
  return isScalar(value) && String(value) === String(expected);
}

function isScalar(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function sizeOf(value: Json): number | undefined {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : undefined;
}

function isMap(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
