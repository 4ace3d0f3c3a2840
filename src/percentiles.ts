/** The last N measurements of something, in a ring: exact percentiles of the recent past in bounded memory. */
export class Percentiles {
  readonly #ring: Float64Array;
  #count = 0;

  constructor(size: number) {
    this.#ring = new Float64Array(size);
  }

  record(value: number): void {
    this.#ring[this.#count % this.#ring.length] = value;
    this.#count += 1;
  }

  /** The value at a fraction from 0 to 1 of those kept; 0 when nothing was recorded. */
  at(fraction: number): number {
    const kept = this.#ring.slice(0, Math.min(this.#count, this.#ring.length)).sort();
    return kept[Math.min(kept.length - 1, Math.floor(fraction * kept.length))] ?? 0;
  }
}
