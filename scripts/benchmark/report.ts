/** Samples, medians, and the table a benchmark ends with. */

export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function summarize(samples: readonly number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** One line of the outcome. */
export interface Figure {
  readonly figure: string;
  readonly unit: string;
  readonly value: Summary;
  readonly baseline?: { readonly name: string; readonly value: Summary };
  /** Of value to baseline, taken round by round where both have rounds. */
  readonly ratio?: Summary;
  readonly target?: { readonly text: string; readonly met: boolean };
}

const one = (value: number): Summary => ({ median: value, min: value, max: value });

/** A figure that was measured once. */
export function single(
  name: string,
  unit: string,
  value: number,
  target?: readonly [text: string, met: boolean],
  against?: { readonly name: string; readonly value: number },
): Figure {
  return {
    figure: name,
    unit,
    value: one(value),
    ...(against !== undefined && {
      baseline: { name: against.name, value: one(against.value) },
      ratio: one(value / against.value),
    }),
    ...(target !== undefined && { target: { text: target[0], met: target[1] } }),
  };
}

export const atMost = (limit: number, value: number, unit: string) =>
  [`<= ${limit} ${unit}`, value <= limit] as const;
export const atLeast = (limit: number, value: number, unit: string) =>
  [`>= ${limit} ${unit}`, value >= limit] as const;

function number(value: number): string {
  if (Number.isNaN(value)) return '-';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(2);
}

function spread({ median, min, max }: Summary): string {
  return min === max ? number(median) : `${number(median)} (${number(min)} to ${number(max)})`;
}

/** The figures as a Markdown table. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, unit, value, baseline, ratio, target }) => [
    `${figure}, ${unit}`,
    spread(value),
    baseline === undefined ? '' : `${baseline.name}: ${spread(baseline.value)}`,
    ratio === undefined ? '' : spread(ratio),
    target?.text ?? '',
    target === undefined ? '' : target.met ? 'yes' : 'NO',
  ]);
  const all = [['figure', 'median (min to max)', 'baseline', 'ratio', 'target', 'met'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join(
    '\n',
  );
}
