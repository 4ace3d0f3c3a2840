/** The first rows in an order of values, kept while looking through any number of them. */
import type { OrderedField } from './declaration.js';
import type { RecordRow } from './rows.js';

export type Order = readonly { readonly field: OrderedField; readonly descending: boolean }[];

/** Where a record stands in an order: its encoded values, then itself. */
export interface Place {
  readonly keys: readonly Uint8Array[];
  readonly record: number;
}

export interface Placed {
  readonly keys: readonly Uint8Array[];
  readonly row: RecordRow;
}

/** Below 0 when a comes before b. Equal values: the newer record comes first. */
export function comparePlaces(order: Order, a: Place, b: Place): number {
  for (const [index, { descending }] of order.entries()) {
    const compared = Buffer.compare(a.keys[index] ?? new Uint8Array(), b.keys[index] ?? new Uint8Array());
    if (compared !== 0) return descending ? -compared : compared;
  }
  return b.record - a.record;
}

/** More bytes than a page of a list takes (tiers/page.ts): rows beyond them could not be on it. */
const MAX_BYTES = 2_000_000;

export class TopRows {
  readonly #order: Order;
  readonly #max_rows: number;
  readonly #rows: Placed[] = [];
  #size_bytes = 0;

  constructor(order: Order, max_rows: number) {
    this.#order = order;
    this.#max_rows = max_rows;
  }

  /** In order. */
  get rows(): readonly Placed[] {
    return this.#rows;
  }

  add(placed: Placed): void {
    const place = { keys: placed.keys, record: placed.row.record };
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#rows[middle] as Placed;
      const comes_first =
        comparePlaces(this.#order, place, { keys: other.keys, record: other.row.record }) < 0;
      if (comes_first) high = middle;
      else low = middle + 1;
    }
    if (low >= this.#max_rows) return;
    this.#rows.splice(low, 0, placed);
    this.#size_bytes += placed.row.value.length;
    this.#shrink();
  }

  #shrink(): void {
    for (;;) {
      const last = this.#rows.at(-1);
      if (last === undefined) return;
      const size_bytes = this.#size_bytes - last.row.value.length;
      const is_beyond = size_bytes > MAX_BYTES || this.#rows.length > this.#max_rows;
      if (!is_beyond) return;
      this.#rows.pop();
      this.#size_bytes = size_bytes;
    }
  }
}
