/**
 * Counters, histograms and gauges, and their text (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4).
 * Written by hand: the format is the few lines of `render`, and a client library would bring global state and defaults of
 * its own for them. Nothing here exists unless metrics are asked for.
 */
import { METRICS, type MetricName, type MetricRow } from './names.js';

/** Values of the labels in the order of the table; empty = none. */
export interface Sample {
  readonly labels?: readonly string[];
  readonly value: number;
}

interface Series {
  readonly labels: readonly string[];
  /** A counter's value, or the sum of what a histogram saw. */
  sum: number;
  count: number;
  /** Of a histogram: how many fell into each bucket, the one without a bound last; not cumulative. */
  readonly buckets: number[];
}

/** No metric needs as many: 200 methods by 17 codes. What is beyond is left out rather than kept without bound. */
const MAX_SERIES = 4096;

export class Metrics {
  readonly #series = new Map<MetricName, Map<string, Series>>();
  readonly #reads = new Map<MetricName, () => number | readonly Sample[]>();

  constructor() {
    // What has no labels is there from the beginning, at zero.
    for (const [name, { type, labels }] of Object.entries<MetricRow>(METRICS) as [MetricName, MetricRow][])
      if (type === 'histogram' && labels === undefined) this.#find(name, []);
  }

  /** Adds one measurement to a histogram. */
  observe(name: MetricName, value: number, ...labels: string[]): void {
    const series = this.#find(name, labels);
    if (series === undefined) return;
    series.sum += value;
    series.count += 1;
    const bounds = METRICS[name].buckets ?? [];
    const place = bounds.findIndex((bound) => value <= bound);
    const index = place < 0 ? bounds.length : place;
    series.buckets[index] = (series.buckets[index] ?? 0) + 1;
  }

  /** Says how a gauge, or a counter that is kept elsewhere, is read at each scrape. What throws is left out of that scrape. */
  read(name: MetricName, read: () => number | readonly Sample[]): void {
    this.#reads.set(name, read);
  }

  /** The page, every metric of the table with its HELP and TYPE. */
  render(): string {
    const lines: string[] = [];
    for (const [name, row] of Object.entries<MetricRow>(METRICS) as [MetricName, MetricRow][]) {
      lines.push(`# HELP ${name} ${row.help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}`);
      lines.push(`# TYPE ${name} ${row.type}`);
      for (const { labels = [], value } of this.#samples(name))
        lines.push(`${name}${labelsText(row.labels ?? [], labels)} ${numberText(value)}`);
      for (const series of this.#series.get(name)?.values() ?? []) pushHistogram(lines, name, row, series);
    }
    return `${lines.join('\n')}\n`;
  }

  #samples(name: MetricName): readonly Sample[] {
    try {
      const read = this.#reads.get(name)?.() ?? [];
      return typeof read === 'number' ? [{ value: read }] : read;
    } catch {
      // Such as a file that is just being replaced; the other metrics matter more than a failed scrape.
      return [];
    }
  }

  #find(name: MetricName, labels: readonly string[]): Series | undefined {
    let all = this.#series.get(name);
    if (all === undefined) {
      all = new Map();
      this.#series.set(name, all);
    }
    const key = labels.join('\0');
    let series = all.get(key);
    if (series === undefined && all.size < MAX_SERIES) {
      const buckets = new Array<number>((METRICS[name].buckets?.length ?? 0) + 1).fill(0);
      series = { labels, sum: 0, count: 0, buckets };
      all.set(key, series);
    }
    return series;
  }
}

function pushHistogram(lines: string[], name: string, row: MetricRow, series: Series): void {
  const names = row.labels ?? [];
  let below = 0;
  for (const [index, bound] of [...(row.buckets ?? []), Number.POSITIVE_INFINITY].entries()) {
    below += series.buckets[index] ?? 0;
    lines.push(
      `${name}_bucket${labelsText([...names, 'le'], [...series.labels, numberText(bound)])} ${below}`,
    );
  }
  lines.push(`${name}_sum${labelsText(names, series.labels)} ${numberText(series.sum)}`);
  lines.push(`${name}_count${labelsText(names, series.labels)} ${series.count}`);
}

function labelsText(names: readonly string[], values: readonly string[]): string {
  if (names.length === 0) return '';
  const escaped = (value: string): string =>
    value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `{${names.map((name, index) => `${name}="${escaped(values[index] ?? '')}"`).join(',')}}`;
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  if (value === Number.NEGATIVE_INFINITY) return '-Inf';
  return String(value);
}
