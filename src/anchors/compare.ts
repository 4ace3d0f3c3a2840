/** Holding anchors against the journal that is there. */
import type { Head } from '../journal/append.js';
import type { Finding } from '../journal/verify.js';
import type { AnchorLine } from './line.js';

/** The journal as it is. */
export interface Chain {
  readonly database_id: string;
  readonly head: Head;
  /** Entries at and below it are compacted. */
  readonly floor_revision: number;
  hashAt(revision: number): Uint8Array | undefined;
}

/** What is wrong with the journal when this line is true; undefined when nothing is, or when compaction took what could tell. */
export function holdAgainst(line: AnchorLine, chain: Chain): Finding | undefined {
  const { revision, database_id } = line;
  const anchored = `revision ${revision} was anchored at ${instant(line.time_us)}`;
  if (database_id !== chain.database_id) {
    const message = `this is database ${chain.database_id}, but ${anchored} of database ${database_id}`;
    return { kind: 'anchor.swapped', revision, message };
  }
  if (revision > chain.head.revision) {
    const { head } = chain;
    const ends = `the database ends at revision ${head.revision}${head.time_us > 0 ? ` of ${instant(head.time_us)}` : ''}`;
    const missing = `revisions ${head.revision + 1}..${revision} are missing`;
    return { kind: 'anchor.rolled_back', revision, message: `${missing}: ${ends}, but ${anchored}` };
  }
  if (revision < chain.floor_revision) return undefined;
  const hash = chain.hashAt(revision);
  if (hash !== undefined && Buffer.from(hash).toString('hex') === line.hash) return undefined;
  const found = hash === undefined ? 'is not there' : 'has another hash';
  return { kind: 'anchor.hash_differs', revision, message: `${anchored}, but ${found} in this database` };
}

/** The lines that the present journal descends from: those since a backup was restored or damage accepted. */
export function sinceReset(lines: readonly AnchorLine[]): readonly AnchorLine[] {
  const reset = lines.findLastIndex(({ kind }) => kind !== 'anchor');
  return lines.slice(Math.max(0, reset));
}

export function instant(time_us: number): string {
  return new Date(Math.floor(time_us / 1000)).toISOString();
}
