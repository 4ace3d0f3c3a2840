/** JSON Pointers (RFC 6901) into document values. */
import { type DocObject, type DocValue, isDocObject, RESERVED_KEYS } from '../../codec/value.js';

/** The reference tokens of a pointer, unescaped; none for the whole document. */
export type Tokens = readonly string[];

const INDEX = /^(?:0|[1-9]\d{0,9})$/;

/** Reads a pointer; `refuse` makes the error for one that is malformed or names a reserved key. */
export function parsePointer(text: string, refuse: (problem: string) => Error): Tokens {
  if (text === '') return [];
  if (!text.startsWith('/')) throw refuse('must be empty or begin with "/"');
  if (/~(?![01])/.test(text)) throw refuse('"~" must be followed by 0 or 1');
  const tokens = text
    .slice(1)
    .split('/')
    // In this order (RFC 6901 section 4), or "~01" would become "/".
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const reserved = tokens.find((token) => RESERVED_KEYS.has(token));
  if (reserved !== undefined) throw refuse(`the key ${reserved} is reserved`);
  return tokens;
}

/** The pointer that parsePointer reads as these tokens. */
export function formatPointer(tokens: Tokens): string {
  return tokens.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The index that a token names in an array of this length, the place behind the end included; else undefined. */
export function arrayIndex(token: string, length: number): number | undefined {
  if (token === '-') return length;
  if (!INDEX.test(token)) return undefined;
  const index = Number(token);
  return index <= length ? index : undefined;
}

/** The member or element that a token names; undefined where there is none. */
export function childOf(value: DocValue, token: string): DocValue | undefined {
  if (Array.isArray(value)) {
    const index = arrayIndex(token, value.length);
    return index === undefined ? undefined : value[index];
  }
  return isDocObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** What is at a pointer; undefined where there is nothing. */
export function valueAt(value: DocValue, tokens: Tokens): DocValue | undefined {
  let found: DocValue | undefined = value;
  for (const token of tokens) {
    if (found === undefined) return undefined;
    found = childOf(found, token);
  }
  return found;
}

/** Takes out what a token names and returns it; undefined where there is nothing. */
export function removeChild(container: DocObject | DocValue[], token: string): DocValue | undefined {
  const value = childOf(container, token);
  if (value === undefined) return undefined;
  if (Array.isArray(container)) container.splice(Number(token), 1);
  else delete container[token];
  return value;
}

/** True when `inner` lies strictly below `outer`. */
export function isBelow(inner: Tokens, outer: Tokens): boolean {
  return inner.length > outer.length && outer.every((token, index) => inner[index] === token);
}
