/** What commands write: tables or JSON on standard output, progress and remarks on standard error. Never a colour. */
import { Timestamp } from '@holdfast/client';

export interface Column {
  readonly title: string;
  /** Numbers and money go to the right. */
  readonly right?: boolean;
}

export type Cell = string | number | boolean | null | undefined;

export interface Streams {
  readonly stdout: {
    write(text: string | Uint8Array): unknown;
    readonly isTTY?: boolean;
    /** Of the terminal, in characters. */
    readonly columns?: number;
    readonly rows?: number;
  };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  /** Writes to standard output; rejects when that fails, which is then the caller's business. */
  handOver(text: string): Promise<void>;
}

/**
 * What steers a terminal instead of being shown: control characters, and the marks that turn the direction of writing
 * (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), after which a text reads as another.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Such characters as \uXXXX, which in JSON is the same text. Lines and tabs stay. */
export function harmless(text: string): string {
  return text.replace(STEERING, (character) =>
    character === '\n' || character === '\t'
      ? character
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Absent, empty and "not a number" are all shown as a dash. */
export function shown(cell: Cell): string {
  if (
    cell === null ||
    cell === undefined ||
    cell === '' ||
    (typeof cell === 'number' && !Number.isFinite(cell))
  ) {
    return '-';
  }
  // A line break or an escape sequence in data must not break the table or steer the terminal.
  return String(cell).replace(STEERING, ' ');
}

/** Columns as wide as their widest cell; nothing is cut. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map(shown))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => [...(line[index] ?? '')].length)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => {
          const pad = ' '.repeat((widths[index] ?? 0) - [...cell].length);
          return columns[index]?.right ? pad + cell : cell + pad;
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Reply fields that hold a google.protobuf.Duration, which looks like a Timestamp once decoded. */
export const DURATIONS: ReadonlySet<string> = new Set([
  'uptime',
  'took',
  'commit_p50',
  'commit_p99',
  'p50',
  'p99',
  'lease',
  'max_age',
  'keep_age',
  'heartbeat_interval',
  'window',
  'duration',
  'ttl',
  'max_stale',
  'max_wait',
  'retry_after',
  'waited',
  'ack_timeout',
  'delay',
  'half_life',
  'interval',
  'lag',
  'delay_p50',
  'delay_p99',
]);

/**
 * JSON of a reply, as protobuf's JSON mapping has it, with the contract's field names: 64-bit integers are strings,
 * timestamps RFC 3339, durations such as "1.5s", bytes base64. Documents are embedded digit for digit.
 */
export function toJson(value: unknown, key = ''): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item)).join(',')}]`;
  if (value instanceof Uint8Array) return JSON.stringify(Buffer.from(value).toString('base64'));
  if (isDocument(value)) return value.json;
  if (isInstant(value)) {
    return JSON.stringify(DURATIONS.has(key) ? durationText(value) : Timestamp.fromProto(value).toString());
  }
  const members = Object.entries(value).filter(
    ([name, member]) => !name.startsWith('_') && member !== undefined,
  );
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toJson(member, name)}`).join(',')}}`;
}

function isDocument(value: object): value is { json: string } {
  return (
    'json' in value && typeof value.json === 'string' && 'encoding' in value && value.encoding === 'json'
  );
}

interface Instant {
  readonly seconds: string;
  readonly nanos: number;
}

function isInstant(value: object): value is Instant {
  return 'seconds' in value && 'nanos' in value && Object.keys(value).length === 2;
}

function durationText({ seconds, nanos }: Instant): string {
  const fraction = String(Math.abs(nanos)).padStart(9, '0').replace(/0+$/, '');
  return fraction === '' ? `${seconds}s` : `${seconds}.${fraction}s`;
}

export class Output {
  readonly #streams: Streams;
  readonly json: boolean;
  #progress_shown = '';

  constructor(streams: Streams, json: boolean) {
    this.#streams = streams;
    this.json = json;
  }

  line(text: string): void {
    this.#streams.stdout.write(`${harmless(text)}\n`);
  }

  /** A text of somebody's, without a line break of our own: as it is for a file or a program, harmless on a terminal. */
  text(text: string): void {
    this.raw(this.screen ? harmless(text) : text);
  }

  /** A text or bytes as they are, without a line break of our own: what is written to a file is what was put. */
  raw(text: string | Uint8Array): void {
    this.#endProgress();
    this.#streams.stdout.write(text);
  }

  /** A line that must arrive, because it cannot be had again. Rejects when it could not be written. */
  async handOver(text: string): Promise<void> {
    this.#endProgress();
    await this.#streams.handOver(`${text}\n`);
  }

  /** A reply: JSON when asked for, else what `human` writes. */
  reply(value: unknown, human: () => void): void {
    this.#endProgress();
    if (this.json) this.line(toJson(value));
    else human();
  }

  /** A table, or a remark in its place when it has no rows. */
  table(
    columns: readonly (Column | string)[],
    rows: readonly (readonly Cell[])[],
    none = 'nothing found',
  ): void {
    if (rows.length === 0) {
      this.remark(none);
      return;
    }
    this.line(
      formatTable(
        columns.map((one) => (typeof one === 'string' ? { title: one } : one)),
        rows,
      ),
    );
  }

  /** Names and values, one a line. */
  facts(facts: readonly (readonly [string, Cell])[]): void {
    const width = Math.max(...facts.map(([name]) => name.length));
    for (const [name, value] of facts) this.line(`${name.padEnd(width)}  ${shown(value)}`);
  }

  /** For people, on standard error: never mixed into what another program reads. */
  remark(text: string): void {
    this.#endProgress();
    this.#streams.stderr.write(`${harmless(text)}\n`);
  }

  /** Whether a person watches: a line on standard error may be rewritten. */
  get live(): boolean {
    return this.#streams.stderr.isTTY === true;
  }

  /** Whether standard output is a terminal that can be drawn on. */
  get screen(): boolean {
    return this.#streams.stdout.isTTY === true;
  }

  /** Takes the terminal's other screen, so that what was on it comes back with `closeScreen`. */
  openScreen(): void {
    this.raw('\u001b[?1049h\u001b[?25l');
  }

  closeScreen(): void {
    this.raw('\u001b[?25h\u001b[?1049l');
  }

  /** Draws the whole screen anew in one write, so that it does not flicker; what does not fit is cut. */
  draw(lines: readonly string[]): void {
    const { columns = 80, rows = 24 } = this.#streams.stdout;
    const fitting = lines.slice(0, rows).map((line) => [...line].slice(0, columns).join(''));
    const hidden = lines.length - fitting.length;
    if (hidden > 0) fitting[rows - 1] = `... and ${hidden + 1} more`.slice(0, columns);
    this.raw(`\u001b[H${fitting.map((line) => `${line}\u001b[K`).join('\r\n')}\u001b[J`);
  }

  /** How far long work is: a line that is rewritten on a terminal, else one line per phase. */
  progress(phase: string, done: number, total: number): void {
    if (this.#streams.stderr.isTTY) {
      const percent = total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
      this.#progress_shown = phase;
      this.#streams.stderr.write(`\r${phase}${percent} (${done}${total > 0 ? ` of ${total}` : ''})\u001b[K`);
    } else if (phase !== this.#progress_shown) {
      this.#progress_shown = phase;
      this.#streams.stderr.write(`${phase}...\n`);
    }
  }

  #endProgress(): void {
    if (this.#progress_shown !== '' && this.#streams.stderr.isTTY) this.#streams.stderr.write('\r\u001b[K');
    this.#progress_shown = '';
  }
}
