/** Reads a page of metrics and refuses whatever the format does not allow (version 0.0.4 of the text format). */

export interface ParsedSample {
  /** As written: with _bucket, _sum or _count. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface Family {
  readonly type: string;
  readonly help: string;
  readonly samples: ParsedSample[];
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\\\|\\"|\\n)*)"(,|$)/y;
const NUMBER = /^(?:[+-]?Inf|NaN|[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)$/;

/** @throws Error naming the first line that is wrong. */
export function parseExposition(page: string): Map<string, Family> {
  if (!page.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let current: { name: string; family: Family } | undefined;
  let help: { name: string; text: string } | undefined;
  for (const line of page.slice(0, -1).split('\n')) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (word === 'HELP') help = { name, text: rest };
    else if (word === 'TYPE') {
      if (help?.name !== name) throw new Error(`TYPE without HELP: ${line}`);
      if (!['counter', 'gauge', 'histogram'].includes(rest)) throw new Error(`unknown type: ${line}`);
      if (families.has(name)) throw new Error(`a family comes twice: ${line}`);
      current = { name, family: { type: rest, help: help.text, samples: [] } };
      families.set(name, current.family);
    } else {
      const sample = parseSample(line);
      if (current === undefined || baseName(sample.name, current.family.type) !== current.name)
        throw new Error(`a sample outside its family: ${line}`);
      const key = line.slice(0, line.lastIndexOf(' '));
      if (seen.has(key)) throw new Error(`a series comes twice: ${line}`);
      seen.add(key);
      current.family.samples.push(sample);
    }
  }
  return families;
}

function parseSample(line: string): ParsedSample {
  const [, name, text = '', number = ''] = SAMPLE.exec(line) ?? [];
  if (name === undefined || !NUMBER.test(number)) throw new Error(`no sample: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < text.length) {
    const [, label = '', value = ''] = LABEL.exec(text) ?? [];
    if (label === '' || label in labels) throw new Error(`a wrong label: ${line}`);
    labels[label] = value.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
  }
  return { name, labels, value: Number(number.replace('Inf', 'Infinity')) };
}

function baseName(name: string, type: string): string {
  return type === 'histogram' ? name.replace(/_(?:bucket|sum|count)$/, '') : name;
}

/** A histogram's series by its labels without `le`; checks that its buckets rise to the count. */
export function histogramsOf({ samples }: Family): Map<string, { count: number; sum: number }> {
  const found = new Map<string, { count: number; sum: number; below: number; bound: number }>();
  for (const { name, labels, value } of samples) {
    const { le, ...others } = labels;
    const key = JSON.stringify(others);
    const series = found.get(key) ?? { count: -1, sum: Number.NaN, below: 0, bound: -Infinity };
    found.set(key, series);
    if (name.endsWith('_sum')) series.sum = value;
    else if (name.endsWith('_count')) series.count = value;
    else {
      const bound = Number(le?.replace('Inf', 'Infinity'));
      if (!(bound > series.bound)) throw new Error(`bounds of ${key} do not rise at ${le}`);
      if (value < series.below) throw new Error(`${key} is not cumulative at ${le}`);
      series.bound = bound;
      series.below = value;
    }
  }
  for (const [key, { count, sum, below, bound }] of found) {
    if (bound !== Infinity || below !== count || Number.isNaN(sum))
      throw new Error(`${key}: +Inf holds ${below} of ${count}, the sum is ${sum}`);
  }
  return found;
}
