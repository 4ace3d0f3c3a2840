/**
 * The tokens that are valid now, in memory: those of the database and those of the tokens file. Checking one costs a hash,
 * so that what was checked is remembered by the header that carried it, until the token is gone.
 */
import { timingSafeEqual } from 'node:crypto';
import type { AgentPatterns } from './patterns.js';
import type { Principal } from './principal.js';
import type { Role } from './roles.js';
import { hashSecret, parseToken } from './token.js';

export interface TokenRecord {
  readonly token_id: string;
  readonly role: Role;
  readonly agents: AgentPatterns;
  readonly secret_sha256: Uint8Array;
  /** Unix microseconds; null = it does not expire. */
  readonly expires_us: number | null;
}

/** Where tokens come from; each source is replaced as a whole. */
export type TokenSource = 'database' | 'file';

interface Entry extends Principal {
  readonly record: TokenRecord;
  readonly source: TokenSource;
}

const MAX_REMEMBERED = 4096;
/** What is compared with when there is no such token, so that both answers take the same time. */
const NO_HASH = new Uint8Array(32);

export class Tokens {
  readonly #now_us: () => number;
  readonly #entries = new Map<string, Entry>();
  /** By header. A lookup compares whole strings only where their hashes, seeded per process, agree: it tells nothing. */
  readonly #remembered = new Map<string, Entry>();
  /** What ends each open stream, by the entry that opened it. */
  readonly #streams = new Map<Principal, Set<() => void>>();
  #onReplaced = (): void => {};
  readonly #timer: NodeJS.Timeout;

  /** @param sweep_ms how late an open stream may end after its token expired. */
  constructor(now_us: () => number, sweep_ms = 250) {
    this.#now_us = now_us;
    this.#timer = setInterval(() => this.#endExpired(), sweep_ms);
    this.#timer.unref();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Replaces all tokens of a source; the streams of those that are gone or changed end at once. */
  replace(source: TokenSource, records: readonly TokenRecord[]): void {
    const before = new Map([...this.#entries].filter(([, entry]) => entry.source === source));
    for (const id of before.keys()) this.#entries.delete(id);
    for (const record of records) {
      const known = before.get(record.token_id);
      const entry =
        known !== undefined && isSame(known.record, record)
          ? known
          : { id: `token:${record.token_id}`, role: record.role, agents: record.agents, record, source };
      this.#entries.set(record.token_id, entry);
    }
    this.#remembered.clear();
    for (const entry of before.values()) if (!this.#isCurrent(entry)) this.#end(entry);
    this.#onReplaced();
  }

  /** Calls `onReplaced` after tokens were replaced; for whoever would rather look than be told of each (`onEnd`). */
  whenReplaced(onReplaced: () => void): void {
    this.#onReplaced = onReplaced;
  }

  /** Whose the value of an `authorization` header is; undefined for anything but a valid token, whatever is wrong. */
  find(header: string): Principal | undefined {
    const entry = this.#remembered.get(header) ?? this.#check(header);
    return entry === undefined || this.#isOver(entry) ? undefined : entry;
  }

  /** Whether what `find` returned earlier still counts; who came without a token stays who it is. */
  isValid(principal: Principal): boolean {
    return !isEntry(principal) || (this.#isCurrent(principal) && !this.#isOver(principal));
  }

  /** Calls `end` once the principal's token is revoked, replaced or expired; returns what forgets that. */
  onEnd(principal: Principal, end: () => void): () => void {
    const ends = this.#streams.get(principal) ?? new Set();
    this.#streams.set(principal, ends);
    ends.add(end);
    return () => {
      ends.delete(end);
      if (ends.size === 0) this.#streams.delete(principal);
    };
  }

  #check(header: string): Entry | undefined {
    const [, text = ''] = /^bearer +(\S+)$/i.exec(header) ?? [];
    const parsed = parseToken(text);
    if (parsed === undefined) return undefined;
    const entry = this.#entries.get(parsed.token_id);
    const is_right = timingSafeEqual(hashSecret(parsed.secret), entry?.record.secret_sha256 ?? NO_HASH);
    if (!is_right || entry === undefined) return undefined;
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(header, entry);
    return entry;
  }

  #isOver({ record: { expires_us } }: Entry): boolean {
    return expires_us !== null && expires_us <= this.#now_us();
  }

  #isCurrent(entry: Entry): boolean {
    return this.#entries.get(entry.record.token_id) === entry;
  }

  #endExpired(): void {
    for (const principal of [...this.#streams.keys()]) if (!this.isValid(principal)) this.#end(principal);
  }

  #end(principal: Principal): void {
    for (const end of [...(this.#streams.get(principal) ?? [])]) end();
    this.#streams.delete(principal);
  }
}

function isEntry(principal: Principal): principal is Entry {
  return 'record' in principal;
}

function isSame(a: TokenRecord, b: TokenRecord): boolean {
  return (
    a.role === b.role &&
    a.expires_us === b.expires_us &&
    a.agents.patterns.join() === b.agents.patterns.join() &&
    timingSafeEqual(a.secret_sha256, b.secret_sha256)
  );
}
