/** A page of a list, cut by count and by size, so that a reply of large documents stays within what clients accept. */

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** True when rows follow the last one. */
  readonly more: boolean;
}

/** A page that may end early because much was looked at that did not match. */
export interface PartialPage<Row> extends Page<Row> {
  /** Where the next look begins, when this one ended early; rows may follow. */
  readonly looked_to?: number;
}

/** Stored bytes in a page. gRPC clients take 4 MiB by default, and JSON is longer than what is stored. */
const MAX_PAGE_BYTES = 1_000_000;

/** Reads rows until there are enough of them, or enough bytes, but at least one. The iteration is always ended. */
export function takePage<Row>(rows: Iterable<Row>, limit: number, sizeOf: (row: Row) => number): Page<Row> {
  const taken: Row[] = [];
  let size_bytes = 0;
  for (const row of rows) {
    size_bytes += sizeOf(row);
    if (taken.length === limit || (taken.length > 0 && size_bytes > MAX_PAGE_BYTES))
      return { rows: taken, more: true };
    taken.push(row);
  }
  return { rows: taken, more: false };
}
