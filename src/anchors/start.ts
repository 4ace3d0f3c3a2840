/**
 * What a start checks before anything is written: the database and its write-ahead log against the newest anchor, and the
 * newest entries against their hashes. Reads only, so that what is found can be looked at afterwards.
 */
import { existsSync } from 'node:fs';
import { HoldfastError } from '../errors.js';
import { type Head, readFloor, readHead } from '../journal/append.js';
import { hashAt } from '../journal/hash_at.js';
import { type Finding, type LoadPayload, verifyNewest } from '../journal/verify.js';
import { type Db, openConnection } from '../store/db.js';
import { damageAtOpening } from '../store/faults.js';
import { stateFiles } from '../store/files.js';
import { anchoredIn, knownDatabaseId } from '../store/meta.js';
import { readNumber } from '../store/open.js';
import { inspectWal, type WalReport } from '../store/wal.js';
import { type Chain, holdAgainst, instant, sinceReset } from './compare.js';
import { readSigningKey, signatureVerifier, signingKeyPath } from './key.js';
import type { AnchorLine } from './line.js';
import { LineChecker, readLines, readNewest } from './read.js';

export interface StartOptions {
  readonly state_dir: string;
  readonly anchor_file: string;
  /** Entries whose hashes are recomputed, newest first; 0 = none. */
  readonly newest_entries: number;
  /** Schema version of this program: what tiers keep can only be read in a file of this one. */
  readonly schema_version: number;
  readonly loadPayload: (db: Db) => LoadPayload;
  /** What is kept, held against the newest entries of it. */
  readonly verifyStanding: (db: Db) => readonly Finding[];
  /** Leaves out what was accepted at an earlier start. */
  readonly notAccepted: (db: Db, findings: readonly Finding[]) => Finding[];
}

export interface StartReport {
  readonly findings: readonly Finding[];
  /** Where the database ends; 0 without one. */
  readonly head_revision: number;
  readonly anchor: { readonly revision: number; readonly time_us: number } | null;
  /** The anchor file cannot be gone by: it has to be set aside. */
  readonly file_unusable: boolean;
  /** The database has entries and there are no anchors to hold it against. */
  readonly unanchored: boolean;
  readonly checked_entries: number;
}

const EMPTY: Head = { revision: 0, hash: new Uint8Array(32), time_us: 0 };

/** @throws HoldfastError DATA_LOSS when the database cannot be read at all: that is nothing to go on from. */
export function checkAtStart(options: StartOptions): StartReport {
  const { database, wal } = stateFiles(options.state_dir);
  const anchors = newestAnchors(options);
  const [newest] = anchors.lines.slice(-1);
  const anchor = newest === undefined ? null : { revision: newest.revision, time_us: newest.time_us };
  const base = { anchor, file_unusable: anchors.findings.length > 0 };
  if (!existsSync(database)) {
    const gone = newest === undefined || newest.revision === 0 ? [] : [databaseMissing(database, newest)];
    const findings = [...anchors.findings, ...gone];
    return { ...base, findings, head_revision: 0, unanchored: false, checked_entries: 0 };
  }
  const log = inspectWal(wal);
  try {
    // Not openReader: a file that was just restored is not in WAL mode yet.
    const db = openConnection(database, { readonly: true });
    try {
      return { ...base, ...checkDatabase(db, options, anchors, log) };
    } finally {
      db.close();
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    if (newest === undefined) throw damageAtOpening(error) ?? error;
    throw new HoldfastError(
      'DATA_LOSS',
      `${database} cannot be read (${problem}); revision ${newest.revision} was anchored at ${instant(newest.time_us)}: restore a backup`,
    );
  }
}

interface Anchors {
  readonly lines: readonly AnchorLine[];
  readonly findings: readonly Finding[];
}

/** The newest lines, as far as they can be trusted. */
function newestAnchors({ state_dir, anchor_file }: StartOptions): Anchors {
  const [first] = readLines(anchor_file);
  if (first === undefined) return { lines: [], findings: [] };
  const key = readSigningKey(state_dir);
  if (key === undefined) {
    const message = `${signingKeyPath(state_dir)} is missing, and ${anchor_file} holds anchors that were signed with it`;
    return { lines: [], findings: [{ kind: 'anchor.key_missing', revision: 0, message }] };
  }
  const { lines, problem } = readNewest(anchor_file, signatureVerifier(key.public_key));
  if (problem === undefined) return { lines, findings: [] };
  const message = `${anchor_file}: ${problem}`;
  return { lines, findings: [{ kind: 'anchor.file_changed', revision: 0, message }] };
}

function databaseMissing(database: string, { revision, time_us }: AnchorLine): Finding {
  const message = `${database} is missing: revisions 1..${revision}, of which the last was anchored at ${instant(time_us)}`;
  return { kind: 'anchor.database_missing', revision, message };
}

function checkDatabase(
  db: Db,
  options: StartOptions,
  anchors: Anchors,
  log: WalReport,
): Pick<StartReport, 'findings' | 'head_revision' | 'unanchored' | 'checked_entries'> {
  // A crash in the middle of the very first start leaves a file without tables.
  const has_journal = readNumber(db, 'user_version') >= 2;
  const head = has_journal ? readHead(db) : EMPTY;
  const chain: Chain = {
    database_id: has_journal ? knownDatabaseId(db) : '',
    head,
    floor_revision: has_journal ? readFloor(db).revision : 0,
    hashAt: has_journal ? hashAt(db) : () => undefined,
  };
  const findings = [
    ...anchors.findings,
    ...walFindings(log, head),
    ...heldAgainst(options, anchors, chain, log),
  ];
  const anchored_in = has_journal ? anchoredIn(db) : undefined;
  const has_lines = anchors.lines.length > 0 || anchors.findings.length > 0;
  if (anchored_in !== undefined && !has_lines) {
    const message = `${options.anchor_file} holds no anchors, but this database had them (in ${anchored_in})${movedHint(anchored_in, options.anchor_file)}`;
    findings.push({ kind: 'anchor.file_missing', revision: head.revision, message });
  }
  const unanchored = !has_lines && anchored_in === undefined && head.revision > 0;
  if (!has_journal || options.newest_entries === 0)
    return { findings, head_revision: head.revision, unanchored, checked_entries: 0 };
  const is_current = readNumber(db, 'user_version') === options.schema_version;
  const load = is_current ? options.loadPayload(db) : () => null;
  const newest = verifyNewest(db, load, options.newest_entries);
  const found = is_current ? [...newest.findings, ...options.verifyStanding(db)] : newest.findings;
  findings.push(...(is_current ? options.notAccepted(db, found) : found));
  return { findings, head_revision: head.revision, unanchored, checked_entries: newest.entries };
}

/** Whoever names another anchor file takes along what the old one holds: without it the start cannot tell a move from a loss. */
function movedHint(from: string, to: string): string {
  if (from === to || !existsSync(from)) return '';
  return `; to go on in the new file copy the old one there first, as the daemon's user: cp -p ${from} ${to}`;
}

function walFindings({ lost_commits, sound_frames }: WalReport, head: Head): Finding[] {
  if (lost_commits === 0) return [];
  const message =
    `frame ${sound_frames + 1} of the write-ahead log is damaged: at least ${lost_commits} flushed commits from there on ` +
    `cannot be read, so that revisions from ${head.revision + 1} on are missing`;
  return [{ kind: 'wal.damaged', revision: head.revision + 1, message }];
}

/** What the newest anchor says; when it does not agree, since when. */
function heldAgainst(options: StartOptions, anchors: Anchors, chain: Chain, log: WalReport): Finding[] {
  const newest = anchors.lines.at(-1);
  if (newest === undefined) return [];
  const finding = holdAgainst(newest, chain);
  if (finding === undefined) return [];
  const hint = log.exists ? '' : '; there is no write-ahead log beside the database';
  return [{ ...finding, message: `${finding.message}${agreesUntil(options, chain)}${hint}` }];
}

/** The newest anchor that still agrees, looked for in the whole file: what is missing or changed came after it. */
function agreesUntil({ state_dir, anchor_file }: StartOptions, chain: Chain): string {
  const key = readSigningKey(state_dir);
  if (key === undefined) return '';
  const checker = new LineChecker(signatureVerifier(key.public_key), 0);
  let lines: AnchorLine[] = [];
  for (const read of readLines(anchor_file)) {
    const line = checker.check(read, false);
    if (typeof line === 'string') break;
    if (line.kind !== 'anchor') lines = [];
    lines.push(line);
  }
  const agreeing = sinceReset(lines).findLast(
    (line) => line.revision >= chain.floor_revision && holdAgainst(line, chain) === undefined,
  );
  if (agreeing === undefined) return '; no anchor agrees with it';
  const { revision, time_us } = agreeing;
  return `; up to revision ${revision}, anchored at ${instant(time_us)}, it agrees`;
}
