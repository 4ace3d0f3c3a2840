/**
 * Whether what somebody saw of the journal is still in it. A restored database counts its revisions once more, so a revision
 * alone does not say what it was the revision of. Each start therefore begins a history under a random id, and the file
 * remembers those it went through and where each ended: in a file that was put back to an earlier time, however that was
 * done, the later ones are unknown, or ended earlier. Compaction changes nothing of it.
 */
import { randomBytes } from 'node:crypto';
import type { Db } from '../store/db.js';
import { classifyStorageError } from '../store/faults.js';

export interface History {
  /** 16 hexadecimal digits. */
  readonly id: string;
  /** The newest revision when it began: where the one before it ended. */
  readonly after_revision: number;
}

/** Starts that are remembered; who saw nothing later than an older one is told that it is not known. */
const MAX_HISTORIES = 10_000;

export interface BegunHistory {
  /** All of the file, oldest first; the last one has just begun. */
  readonly all: readonly History[];
  /**
   * Where the disk was full: writes it down, in the transaction of whoever commits the next revision. No revision may be
   * committed under a history that the file does not know; undefined = it knows it.
   */
  readonly unwritten: (() => void) | undefined;
}

/**
 * Begins a history. Writing connection only; never begin one twice with what was read before: a copy of the file may have gone
 * on from there.
 * @param revision the newest.
 */
export function beginHistory(db: Db, revision: number): BegunHistory {
  const begun: History = { id: randomBytes(8).toString('hex'), after_revision: revision };
  const before = db.prepare<[], History>('SELECT id, after_revision FROM histories ORDER BY number').all();
  const insert = db.prepare<[History]>(
    'INSERT INTO histories (id, after_revision) VALUES (:id, :after_revision)',
  );
  const forget = db.prepare<[number]>(
    'DELETE FROM histories WHERE number <= (SELECT max(number) FROM histories) - ?',
  );
  const write = (): void => {
    insert.run(begun);
    forget.run(MAX_HISTORIES);
  };
  const all = [...before, begun];
  try {
    db.transaction(write).immediate();
    return { all, unwritten: undefined };
  } catch (error) {
    // A full disk must not keep reads from being served.
    if (classifyStorageError(error) !== 'disk_full') throw error;
    return { all, unwritten: write };
  }
}

export class Histories {
  readonly #all: readonly History[];

  /** @param all as `beginHistory` returned them. */
  constructor(all: readonly History[]) {
    this.#all = all;
  }

  /** The id of the one that goes on. */
  get present(): string {
    return this.#all.at(-1)?.id ?? '';
  }

  /**
   * The newest revision of which a reader in this history saw what is there now; Infinity for the present one, undefined
   * for one that is not of this file.
   */
  commonRevision(id: string): number | undefined {
    const index = this.#all.findIndex((history) => history.id === id);
    if (index < 0) return undefined;
    // A journal that was cut off below its last start ends all of them where it was cut.
    return Math.min(...this.#all.slice(index + 1).map(({ after_revision }) => after_revision));
  }
}
