/**
 * What stands, against what the journal said of it last. The journal's chain and its anchors tell when an entry is gone or
 * changed; the rows that commands go by have neither, so they are compared with their entries: each row with the entry that
 * it says wrote it, and each newest entry with the row that it must have left. What was compacted says nothing.
 */
import { packDocument, unpackDocument } from '../codec/msgpack.js';
import type { DocObject, DocValue } from '../codec/value.js';
import { readFloor } from '../journal/append.js';
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { Finding } from '../journal/verify.js';
import type { Db, Statement } from '../store/db.js';
import { classifyStorageError } from '../store/faults.js';

/** What newest entries are kept of. The key of an entry names it, within its agent. */
export type Thing =
  | 'account'
  | 'alert'
  | 'consumer'
  | 'credential'
  | 'delivered'
  | 'epoch'
  | 'guard'
  | 'position'
  | 'rule'
  | 'sealed'
  | 'session';

/** There is one of each agent: the key names something else. */
const OF_AGENT: ReadonlySet<Thing> = new Set(['epoch']);

const KINDS: Readonly<Record<string, readonly Thing[]>> = {
  'agent.taken_over': ['epoch'],
  'alert.armed': ['alert'],
  'alert.rule_deleted': ['rule'],
  'alert.rule_put': ['rule'],
  'consumer.deleted': ['consumer'],
  'consumer.delivered': ['delivered'],
  'consumer.put': ['consumer'],
  'guard.deleted': ['guard'],
  'guard.put': ['guard'],
  'ledger.account_configured': ['account'],
  'session.changed': ['session'],
  'session.opened': ['session', 'epoch'],
  'session.position': ['position'],
  'session.taken_over': ['session', 'epoch'],
  'vault.deleted': ['credential'],
  'vault.expired': ['credential'],
  'vault.put': ['credential', 'sealed'],
  'vault.rewrapped': ['sealed'],
};

/** An entry by what it is about. */
export interface Mention {
  readonly position: number;
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
}

export interface Told extends Mention {
  readonly time_us: number;
  readonly payload: DocObject;
}

interface StoredEntry extends Omit<Told, 'payload'> {
  /** Null = kept by the tier's row. */
  readonly payload: Uint8Array | null;
}

const PAGE_ROWS = 10_000;
/** An empty document. */
const NOTHING = Uint8Array.of(0x80);

/** The newest entry of each thing, and every entry by its position. */
export class Newest {
  /** Entries up to here were not looked through: what they said last of a thing is not known. */
  from: number;
  /** Entries up to here are not there any more. */
  compacted: number;
  readonly #db: Db;
  readonly #at: Statement<[number], StoredEntry>;
  readonly #page: Statement<[number, string, number], Mention>;
  readonly #last = new Map<Thing, Map<string, Mention>>();
  #position: number;

  /** @param max_entries that are looked through, newest first; null = all. Any entry is still found by its position. */
  constructor(db: Db, max_entries: number | null) {
    this.#db = db;
    this.#at = db.prepare(
      'SELECT position, agent_id, kind, key, time_us, payload FROM journal WHERE position = ?',
    );
    this.#page = db.prepare(
      `SELECT position, agent_id, kind, key FROM journal
       WHERE position > ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY position LIMIT ?`,
    );
    const before =
      max_entries === null
        ? undefined
        : db
            .prepare<[number], number>('SELECT position FROM journal ORDER BY position DESC LIMIT 1 OFFSET ?')
            .pluck()
            .get(max_entries);
    this.compacted = compactedIn(db);
    this.from = Math.max(before ?? 0, this.compacted);
    this.#position = this.from;
    while (this.#readPage());
  }

  /** Compares on one snapshot, with what was written since the pages were read. */
  compare(check: () => void): void {
    this.#db
      .transaction(() => {
        while (this.#readPage());
        // What was compacted while the pages were read may have been missed by them.
        this.compacted = compactedIn(this.#db);
        this.from = Math.max(this.from, this.compacted);
        check();
      })
      .deferred();
  }

  /** Undefined when no entry has that position. */
  at(position: number): Told | undefined {
    const entry = this.#at.get(position);
    return entry && { ...entry, payload: unpackDocument(entry.payload ?? NOTHING) as DocObject };
  }

  of(thing: Thing): readonly Mention[] {
    return [...(this.#last.get(thing)?.values() ?? [])].filter(({ position }) => position > this.from);
  }

  lastOf(thing: Thing, agent_id: string, key: string): Mention | undefined {
    const last = this.#last.get(thing)?.get(nameOf(thing, agent_id, key));
    return last !== undefined && last.position > this.from ? last : undefined;
  }

  #readPage(): boolean {
    const entries = this.#page.all(this.#position, JSON.stringify(Object.keys(KINDS)), PAGE_ROWS);
    for (const entry of entries) {
      for (const thing of KINDS[entry.kind] ?? []) {
        const known = this.#last.get(thing) ?? new Map<string, Mention>();
        this.#last.set(thing, known.set(nameOf(thing, entry.agent_id, entry.key), entry));
      }
      this.#position = entry.position;
    }
    return entries.length === PAGE_ROWS;
  }
}

function compactedIn(db: Db): number {
  const { revision } = readFloor(db);
  return revision === 0 ? 0 : lastPositionOf(revision);
}

/** The space stands in no agent's name. */
function nameOf(thing: Thing, agent_id: string, key: string): string {
  return OF_AGENT.has(thing) ? agent_id : `${agent_id} ${key}`;
}

/** What a check of a tier is given. */
export interface Standing {
  readonly db: Db;
  readonly journal: Newest;
  /** Everything is looked at; otherwise only what a start has the time for. */
  readonly whole: boolean;
  readonly report: Report;
}

/**
 * Reports a finding: `${subject}: ${problem}`. The subject is the same as long as the thing is the same, because damage that
 * was accepted of it is accepted for good; see audit/accepted.ts.
 */
export type Report = (kind: string, position: number, subject: string, problem: string) => void;

export function reportTo(findings: Finding[], max_findings: number): Report {
  return (kind, position, subject, problem) => {
    if (findings.length < max_findings)
      findings.push({ kind, revision: revisionOf(position), message: `${subject}: ${problem}` });
  };
}

/** Things that one kind of entry puts and others remove, and their rows. */
export interface Kept<Row> {
  readonly thing: Thing;
  readonly put: string;
  readonly kind: string;
  readonly rows: Iterable<Row>;
  /** Agent and key. */
  nameOf(row: Row): readonly [agent_id: string, key: string];
  /** Of the entry that put it. */
  positionOf(row: Row): number;
  subjectOf(agent_id: string, key: string): string;
  /** What is wrong with a row, given its entry; '' = nothing. */
  problem(row: Row, told: Told): string;
}

/** Each row is what its entry says and no later one says otherwise; each thing that was put last has its row. */
export function compareKept<Row>({ journal, report }: Standing, kept: Kept<Row>): void {
  const { thing, put, kind, subjectOf } = kept;
  const present = new Set<string>();
  for (const row of kept.rows) {
    const [agent_id, key] = kept.nameOf(row);
    const position = kept.positionOf(row);
    present.add(nameOf(thing, agent_id, key));
    const problem = soundly(() => {
      const last = journal.lastOf(thing, agent_id, key);
      if (last !== undefined && last.position !== position)
        return `the journal's last entry of it is ${last.kind} of revision ${revisionOf(last.position)}`;
      const told = journal.at(position);
      if (told === undefined) return position > journal.compacted ? 'no journal entry has its position' : '';
      if (told.kind !== put || told.agent_id !== agent_id || told.key !== key)
        return `its journal entry is ${told.kind} of ${told.key} of ${told.agent_id}`;
      return kept.problem(row, told);
    });
    if (problem !== '') report(kind, position, subjectOf(agent_id, key), problem);
  }
  for (const last of journal.of(thing)) {
    if (last.kind !== put || present.has(nameOf(thing, last.agent_id, last.key))) continue;
    report(kind, last.position, subjectOf(last.agent_id, last.key), 'it is not there');
  }
}

/** A row or an entry that is damaged may hold anything. What cannot be read at all is not for a check of rows to name. */
export function soundly(find: () => string): string {
  try {
    return find();
  } catch (error) {
    if (classifyStorageError(error) === 'fatal') throw error;
    return `it cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The first column that is not as it was told, in words; '' when all are. */
export function differing(row: object, told: Readonly<Record<string, unknown>>): string {
  const stored = row as Readonly<Record<string, unknown>>;
  for (const [name, value] of Object.entries(told)) {
    if (stored[name] !== value) return `${name} is ${stored[name]}, and ${value} in the journal`;
  }
  return '';
}

export function sameDocument(a: DocValue, b: DocValue): boolean {
  return Buffer.compare(packDocument(a), packDocument(b)) === 0;
}
