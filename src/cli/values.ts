/** Arguments to request values, and reply values to cells. Documents pass as text, so that no digit of them changes. */
import { readFileSync } from 'node:fs';
import { type ProtoTimestamp, Timestamp } from '@holdfast/client';
import { systemWords } from '../system_words.js';
import { UsageError } from './command.js';

/** A document given in place, as @FILE, or as - for standard input. */
export function documentArgument(text: string): { json: string } {
  return { json: textArgument(text) };
}

/** A text given in place, as @FILE, or as - for standard input. */
export function textArgument(text: string): string {
  if (text === '-') return readFileSync(0, 'utf8');
  if (!text.startsWith('@')) return text;
  try {
    return readFileSync(text.slice(1), 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read ${text.slice(1)}: ${systemWords(error)}`);
  }
}

/** A whole number of the contract, kept as text because it may have 64 bits. */
export function countArgument(text: string, name: string): string {
  if (!/^\d{1,20}$/.test(text)) throw new UsageError(`${name} must be a whole number, not "${text}"`);
  return text;
}

/** A span such as `90s`, `15m`, `24h`, `7d`, in seconds. */
export function spanArgument(text: string, name: string): number {
  const seconds = spanSeconds(text);
  if (seconds === undefined) throw new UsageError(`${name} must be a span such as 15m or 7d, not "${text}"`);
  return seconds;
}

function spanSeconds(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const seconds = { s: 1, m: 60, h: 3_600, d: 86_400 }[unit];
  return seconds && Number(count) * seconds;
}

/** `2026-11-20T12:00:00Z`, `2026-11-20`, or a span back from now such as `15m`, `24h`, `7d`. */
export function timeArgument(text: string, name: string): Timestamp {
  const span = spanSeconds(text);
  if (span !== undefined) return Timestamp.fromDate(new Date(Date.now() - span * 1_000));
  try {
    return Timestamp.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  } catch {
    throw new UsageError(`${name} must be a UTC time such as 2026-11-20T12:00:00Z or 24h, not "${text}"`);
  }
}

/** `ACCOUNT,ASSET,AMOUNT`: a comma, because accounts may hold every other mark. */
export function postingArgument(text: string): { account: string; asset: string; amount: string } {
  const [account = '', asset = '', amount = '', ...more] = text.split(',');
  if (amount === '' || more.length > 0) throw new UsageError(`"${text}" must be ACCOUNT,ASSET,AMOUNT`);
  return { account, asset, amount };
}

/** JSON on the command line, where the quotes of a text are easily forgotten. */
export function jsonArgument(text: string, what: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new UsageError(`${what} must be JSON, not ${text}; a text has quotes of its own: '"${text}"'`);
  }
}

/** `NAME=VALUE`. */
export function pairArgument(text: string, option: string): { name: string; value: string } {
  const at = text.indexOf('=');
  if (at < 1) throw new UsageError(`--${option} takes NAME=VALUE, not "${text}"`);
  return { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** An enum's short name, such as `open` for HOLD_STATUS_OPEN. */
export function enumArgument<Name extends string>(
  values: Readonly<Record<Name, string>>,
  prefix: string,
  text: string,
  option: string,
): Name {
  const wanted = `${prefix}${text.toUpperCase().replaceAll('-', '_')}`;
  const names = (Object.keys(values) as Name[]).filter((name) => !name.endsWith('_UNSPECIFIED'));
  const found = names.find((name) => name === wanted);
  if (found !== undefined) return found;
  const known = names.map((name) => enumCell(name, prefix)).join(', ');
  // A name in capitals is an argument, not an option.
  const label = option === option.toUpperCase() ? option : `--${option}`;
  throw new UsageError(`${label} must be one of ${known}, not "${text}"`);
}

/** The inverse: `in-flight` for OPERATION_STATUS_IN_FLIGHT. */
export function enumCell(value: string, prefix: string): string {
  return value.slice(prefix.length).toLowerCase().replaceAll('_', '-');
}

export function timeCell(time: ProtoTimestamp | null | undefined): string {
  return time ? Timestamp.fromProto(time).toString() : '';
}

/** A document on one line, cut to what a table bears. */
export function documentCell(document: { json?: string } | null | undefined, max = 80): string {
  const text = [...(document?.json ?? '')];
  return text.length > max ? `${text.slice(0, max - 1).join('')}…` : text.join('');
}

/** JSON text indented, character for character otherwise: JSON.parse would round what it cannot hold. */
export function indentJson(text: string): string {
  let depth = 0;
  let indented = '';
  for (const token of text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{[]\s*[}\]]|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []) {
    const newline = (): string => `\n${'  '.repeat(depth)}`;
    if (token === '{' || token === '[') {
      depth += 1;
      indented += token + newline();
    } else if (token === '}' || token === ']') {
      depth -= 1;
      indented += newline() + token;
    } else if (token === ',') indented += token + newline();
    else indented += token === ':' ? ': ' : token;
  }
  return indented;
}

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

export function bytesCell(bytes: number | string): string {
  let size = Number(bytes);
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}

/** A duration as people read it: 850 us, 1.3 ms, 42.0 s, 3 h 12 min. */
export function durationCell(
  duration: { seconds: string | number; nanos: number } | null | undefined,
): string {
  if (!duration) return '';
  const us = Number(duration.seconds) * 1e6 + duration.nanos / 1e3;
  if (us < 1_000) return `${Math.round(us)} us`;
  if (us < 1e6) return `${(us / 1e3).toFixed(1)} ms`;
  const seconds = us / 1e6;
  if (seconds < 120) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
