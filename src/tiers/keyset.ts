/**
 * Reading a table key by key, each page after the last key of the one before. In a damaged file that may never end: a text that
 * is not UTF-8 any more is read as another, and a key in the wrong place of its index leads back. So whoever reads what may be
 * damaged makes sure that it goes forward.
 */

type Key = readonly (string | number)[];

/** @returns the key. @throws Error when it does not come after the other in SQLite's order. */
export function requireAfter<Next extends Key>(key: Next, before: Key): Next {
  for (const [at, value] of key.entries()) {
    const order = compare(value, before[at]);
    if (order > 0) return key;
    if (order < 0) break;
  }
  throw new Error(`rows are out of order, or hold what is no text, at ${key.join(' ')}`);
}

/** Of one column, whose values are all texts or all numbers. */
function compare(value: string | number, other: string | number | undefined): number {
  if (typeof value === 'number' && typeof other === 'number') return value - other;
  return Buffer.compare(Buffer.from(String(value)), Buffer.from(String(other)));
}
