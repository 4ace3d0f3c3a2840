/** The evaluation file: one JSON object a line, checked before anything is stored. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Timestamp } from '@holdfast/client';

export interface Doc {
  readonly id: string;
  readonly agent: string;
  readonly text: string;
  readonly time?: Timestamp;
}

export interface Query {
  readonly id: string;
  readonly agent: string;
  readonly text: string;
  /** Ids of documents; at least one. */
  readonly relevant: ReadonlySet<string>;
}

export interface EvaluationData {
  /** In the order of the file; by agent and id each once. */
  readonly docs: readonly Doc[];
  readonly queries: readonly Query[];
  /** What was odd but is no error, in words. */
  readonly notes: readonly string[];
}

/** The file cannot be used; the message names lines. */
export class DataError extends Error {
  override readonly name = 'DataError';
}

const MAX_ERRORS = 10;

/** @throws DataError naming the first ten lines that are malformed; an Error when the file cannot be read. */
export async function readData(path: string): Promise<EvaluationData> {
  const lines = createInterface({
    input: createReadStream(path, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const collected = new Collected();
  const errors: string[] = [];
  let number = 0;
  for await (const line of lines) {
    number += 1;
    try {
      collected.add(line, number);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      errors.push(`${path}:${number}: ${error.message}`);
    }
    if (errors.length === MAX_ERRORS) break;
  }
  if (errors.length > 0) throw new DataError(errors.join('\n'));
  return collected.finish(path);
}

class Collected {
  readonly #docs = new Map<string, Doc & { readonly line: number }>();
  readonly #queries: Query[] = [];
  readonly #notes: string[] = [];

  add(line: string, number: number): void {
    // A byte order mark, which some editors write.
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '') return;
    const record = parseRecord(text);
    if (record.type === 'doc') this.#addDoc(readDoc(record), number);
    else if (record.type === 'query') this.#addQuery(record, number);
    else throw new DataError(`"type" must be "doc" or "query", not ${shown(record.type)}`);
  }

  finish(path: string): EvaluationData {
    if (this.#docs.size === 0) throw new DataError(`${path}: holds no documents`);
    if (this.#queries.length === 0) throw new DataError(`${path}: holds no queries`);
    for (const query of this.#queries) {
      const unknown = [...query.relevant].filter((id) => !this.#docs.has(docKey(query.agent, id)));
      if (unknown.length === 0) continue;
      this.#notes.push(
        `query ${query.id} of ${query.agent}: the agent has no document ${unknown.join(', ')}: counted as missed`,
      );
    }
    return { docs: [...this.#docs.values()], queries: this.#queries, notes: this.#notes };
  }

  #addDoc(doc: Doc, line: number): void {
    const key = docKey(doc.agent, doc.id);
    const earlier = this.#docs.get(key);
    if (earlier === undefined) this.#docs.set(key, { ...doc, line });
    else if (earlier.text === doc.text)
      this.#notes.push(`document ${doc.id} of ${doc.agent} stands in lines ${earlier.line} and ${line}`);
    else
      throw new DataError(`document ${doc.id} of ${doc.agent} has another text than in line ${earlier.line}`);
  }

  #addQuery(record: Record<string, unknown>, line: number): void {
    const { relevant } = record;
    if (!Array.isArray(relevant))
      throw new DataError(`"relevant" must be a list of ids, not ${shown(relevant)}`);
    const query = {
      id: readId(record.id ?? `line ${line}`, 'id'),
      agent: readId(record.agent, 'agent'),
      text: readText(record.text),
      relevant: new Set(relevant.map((id, index) => readId(id, `relevant[${index}]`))),
    };
    if (query.relevant.size > 0) this.#queries.push(query);
    else this.#notes.push(`query ${query.id} of ${query.agent}: nothing is relevant: left out`);
  }
}

/** Ids need to be unique within their agent only. */
export function docKey(agent: string, id: string): string {
  return JSON.stringify([agent, id]);
}

function parseRecord(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new DataError(`not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DataError(`must be an object, not ${shown(value)}`);
  }
  return value as Record<string, unknown>;
}

function readDoc(record: Record<string, unknown>): Doc {
  const { time } = record;
  return {
    id: readId(record.id, 'id'),
    agent: readId(record.agent, 'agent'),
    text: readText(record.text),
    ...(time !== undefined && time !== null && { time: readTime(time) }),
  };
}

/** Numbers are taken as ids too. */
function readId(value: unknown, field: string): string {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  throw new DataError(`"${field}" must be a text or a number, not ${shown(value)}`);
}

function readText(value: unknown): string {
  if (typeof value !== 'string') throw new DataError(`"text" must be a text, not ${shown(value)}`);
  return value;
}

const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/** RFC 3339, also as a date alone (midnight) or without an offset (UTC), or Unix seconds as a number or digits. */
function readTime(value: unknown): Timestamp {
  const time =
    typeof value === 'number' ? fromSeconds(value) : typeof value === 'string' ? fromText(value) : undefined;
  if (time === undefined) {
    throw new DataError(
      `"time" must be RFC 3339 or Unix seconds in the years 1 to 9999, not ${shown(value)}`,
    );
  }
  return time;
}

function fromText(text: string): Timestamp | undefined {
  if (/^-?\d{1,12}(?:\.\d+)?$/.test(text)) return fromSeconds(Number(text));
  const [, date, minutes = '00:00', seconds = ':00', offset = 'Z'] = DATE_TIME.exec(text.trim()) ?? [];
  if (date === undefined) return undefined;
  const ms = Date.parse(`${date}T${minutes}${seconds}${offset.toUpperCase()}`);
  return Number.isNaN(ms) ? undefined : fromSeconds(ms / 1000);
}

function fromSeconds(seconds: number): Timestamp | undefined {
  const whole = Math.floor(seconds);
  if (!(whole >= -62_135_596_800 && whole <= 253_402_300_799)) return undefined;
  // Microseconds: a double holds no more of a present time.
  return new Timestamp(whole, Math.floor((seconds - whole) * 1e6) * 1000);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
