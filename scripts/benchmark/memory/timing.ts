/** Latencies of repeated work, one after the other. */

export interface Latency {
  readonly p50_ms: number;
  readonly p99_ms: number;
  readonly max_ms: number;
}

export function latencyOf(samples_ms: readonly number[]): Latency {
  const sorted = samples_ms.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1) };
}

/** Runs the work for each item and times each run. */
export async function timeEach<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<void> | void,
): Promise<Latency> {
  const samples: number[] = [];
  for (const [index, item] of items.entries()) {
    const started_ms = performance.now();
    await work(item, index);
    samples.push(performance.now() - started_ms);
  }
  return latencyOf(samples);
}

/** Repeats a call at a steady pace while other work runs, and times each. */
export async function timeBeside(
  interval_ms: number,
  call: () => Promise<unknown>,
  other: Promise<unknown>,
): Promise<Latency> {
  const samples: number[] = [];
  let over = false;
  const ended = other.finally(() => {
    over = true;
  });
  while (!over) {
    const started_ms = performance.now();
    await call();
    samples.push(performance.now() - started_ms);
    const rest_ms = interval_ms - (performance.now() - started_ms);
    if (rest_ms > 0) await new Promise((resolve) => setTimeout(resolve, rest_ms));
  }
  await ended;
  return latencyOf(samples);
}
