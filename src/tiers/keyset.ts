/**
 * Reading a table key by key, each page after the last key of the one before, so that no page keeps the others waiting. In a
 * damaged file that would never end: a text that is not UTF-8 any more is read as another, and a key in the wrong place of its
 * index leads back. So it goes forward or fails.
 */

/** The empty one makes the compiler read a literal as a tuple. */
type Key = readonly [] | readonly (string | number)[];

/**
 * Every row.
 * @param start before all keys.
 * @param read the rows after a key, in SQLite's order; none = there are no more.
 * @throws Error where a page does not come after the one before.
 */
export function* inOrder<Row, RowKey extends Key>(
  start: RowKey,
  read: (after: RowKey) => readonly Row[],
  keyOf: (row: Row) => RowKey,
): Generator<Row> {
  let rows = read(start);
  let after = start;
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    const key = keyOf(last);
    if (!isAfter(key, after))
      throw new Error(`rows are out of order, or hold what is no text, at ${key.join(' ')}`);
    yield* rows;
    after = key;
    rows = read(after);
  }
}

/** In SQLite's order, column by column: texts by their UTF-8. */
function isAfter(key: Key, before: Key): boolean {
  for (const [at, value] of key.entries()) {
    const order = compare(value, before[at]);
    if (order !== 0) return order > 0;
  }
  return false;
}

/** Of one column, whose values are all texts or all numbers. */
function compare(value: string | number, other: string | number | undefined): number {
  if (typeof value === 'number' && typeof other === 'number') return value - other;
  return Buffer.compare(Buffer.from(String(value)), Buffer.from(String(other)));
}
