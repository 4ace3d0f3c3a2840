/**
 * The stream of recorded actions. Several daemons append to it, so each keeps its own place in it: a guard that says up to which
 * of its entries the stream goes. Where that is not known, as after a rebuild or where the stream is gone, the stream is read
 * backwards until an entry is found that this journal holds, and filled from there.
 *
 * An entry counts only if the journal has that very action at its position: after a restore those of the lost time stand under
 * positions that the journal counts once more. Filling goes on a page a round, beside the journal.
 */
import { lastPositionOf } from '../journal/position.js';
import type { Reads } from '../reader/reads.js';
import { actionId } from '../tiers/audit/commands.js';
import type { MirroredAction } from '../tiers/composed_mirror.js';
import { isKeyRefusal, type RedisClient } from './connect.js';
import * as layout from './layout.js';
import type { Quarantine } from './quarantine.js';
import { STATUS } from './scripts.js';

/** Actions that one script appends, and entries that one looks at. */
const PAGE_ROWS = 250;
const PAGE_ENTRIES = 1000;
const NEWEST = '+';

type Filling =
  /** Entries newer than that one have been looked at. */
  | { readonly kind: 'search'; readonly newest: string; readonly trusted: number }
  | { readonly kind: 'append'; readonly after: number; readonly is_first: boolean };

export class AuditStream {
  readonly #reads: Reads;
  readonly #database_id: string;
  readonly #ttl_ms: number;
  readonly #connection: { readonly client: RedisClient };
  readonly #quarantine: Quarantine;
  #owner = '';
  #filling: Filling | undefined;

  constructor(
    reads: Reads,
    database_id: string,
    ttl_ms: number,
    connection: { readonly client: RedisClient },
    quarantine: Quarantine,
  ) {
    this.#reads = reads;
    this.#database_id = database_id;
    this.#ttl_ms = ttl_ms;
    this.#connection = connection;
    this.#quarantine = quarantine;
  }

  /** Its steps are to be done. */
  get is_filling(): boolean {
    return this.#filling !== undefined;
  }

  /**
   * Looks for this database's place, and appends what comes after it, from the next step on.
   * @param owner as the guards name it. @param revision up to which a guard of this rebuild is believed.
   */
  fill(owner: string, revision: number): void {
    this.#owner = owner;
    this.#filling = { kind: 'search', newest: NEWEST, trusted: lastPositionOf(revision) };
  }

  /** Appends the actions after a revision up to another one; where the stream is being filled that comes to them. */
  async append(after_revision: number, revision: number): Promise<void> {
    const end = lastPositionOf(revision);
    for (let after = lastPositionOf(after_revision); this.#filling === undefined; ) {
      const rows = this.#after(after).filter(({ position }) => position <= end);
      const last = rows.at(-1);
      if (last === undefined) return;
      if (!(await this.#send(this.#entriesOf(rows), false))) this.fill(this.#owner, after_revision);
      after = last.position;
    }
  }

  /** Keeps the stream from expiring, and mends it. @param revision up to which it was filled. */
  async refresh(revision: number): Promise<void> {
    const has_actions = this.#reads.single(({ mirror }) => mirror.actionsAfter(0, 1)).length > 0;
    if (this.#filling !== undefined || !has_actions) return;
    if (!(await this.#send([], false))) this.fill(this.#owner, revision);
  }

  /** A page of filling. @throws Error of Redis: what it refuses of the stream ends the filling, until the next append. */
  async step(): Promise<void> {
    const filling = this.#filling;
    try {
      if (filling?.kind === 'search') await this.#search(filling);
      if (filling?.kind === 'append') await this.#append(filling);
    } catch (error) {
      if (isKeyRefusal(error)) this.#filling = undefined;
      throw error;
    }
  }

  async #search({ newest, trusted }: Extract<Filling, { kind: 'search' }>): Promise<void> {
    const { client } = this.#connection;
    // From here on a daemon that began earlier appends nothing any more.
    if (newest === NEWEST && (await this.#place('', trusted)) < 0) return;
    const [entries, oldest, length, ...found] = await client.hfStreamPage(
      layout.AUDIT_STREAM,
      newest,
      PAGE_ENTRIES,
      this.#database_id,
    );
    let place: number | undefined;
    for (let n = 0; place === undefined && n < found.length; n += 3)
      place = this.#positionOf(found[n], found[n + 1], found[n + 2]);
    if (place === undefined && entries === PAGE_ENTRIES) {
      // The oldest is looked at again: to name the one before it would be arithmetic on ids.
      this.#filling = { kind: 'search', newest: oldest, trusted };
      return;
    }
    const floor = this.#reads.single(({ mirror }) => mirror.actionsFloor(layout.MAX_ACTIONS));
    const known = place ?? this.#placeBeside(oldest, length);
    const after = await this.#place(Math.max(floor, known), trusted);
    if (after >= 0) this.#filling = { kind: 'append', after, is_first: true };
  }

  async #append({ after, is_first }: Extract<Filling, { kind: 'append' }>): Promise<void> {
    const rows = this.#after(after);
    const entries = this.#entriesOf(rows);
    const last = rows.at(-1);
    if (last === undefined) this.#filling = undefined;
    else if (await this.#send(entries, is_first))
      this.#filling = { kind: 'append', after: last.position, is_first: is_first && entries.length === 0 };
    else this.fill(this.#owner, 0);
  }

  /** Tells the guard. Negative: another daemon has begun later, and it is for that one to fill the stream. */
  async #place(place: number | '', trusted: number): Promise<number> {
    const guard = layout.streamGuardKey(this.#database_id);
    const args = [this.#owner, this.#ttl_ms, place, trusted];
    const after = await this.#connection.client.hfStreamPlace(layout.AUDIT_STREAM, guard, ...args);
    if (after < 0) this.#filling = undefined;
    return after;
  }

  /** Of an entry in this database's name; undefined when the journal has no such action. */
  #positionOf(text = '', agent_id = '', recorded_at = ''): number | undefined {
    if (!/^[1-9]\d{0,15}$/.test(text)) return undefined;
    const position = Number(text);
    const [row] = this.#reads.single(({ mirror }) => mirror.actionsAfter(position - 1, 1));
    const is_ours = row?.position === position && row.agent_id === agent_id;
    return is_ours && layout.seconds(row.time_us) === recorded_at ? position : undefined;
  }

  /**
   * Where none of the stream's entries is ours. Of one that is full ours may have been trimmed, and those of the time before its
   * oldest entry would be: they would push out newer ones, and be new to those who read them long ago.
   */
  #placeBeside(oldest: string, length: number): number {
    if (length < layout.MAX_ACTIONS) return 0;
    const [ms] = oldest.split('-');
    return this.#reads.single(({ mirror }) => mirror.actionsBefore(Number(ms) * 1000));
  }

  #after(position: number): readonly MirroredAction[] {
    return this.#reads.single(({ mirror }) => mirror.actionsAfter(position, PAGE_ROWS));
  }

  /** As the script takes them. */
  #entriesOf(rows: readonly MirroredAction[]): string[] {
    return rows.flatMap((row) => {
      const pairs = this.#quarantine.attempt(`${actionId(row.position)} of ${row.agent_id}`, () =>
        layout.actionPairs(row, this.#database_id),
      );
      return pairs === undefined ? [] : [String(row.position), ...pairs];
    });
  }

  /** False when the stream is not as it was left. */
  async #send(entries: readonly string[], may_be_absent: boolean): Promise<boolean> {
    const guard = layout.streamGuardKey(this.#database_id);
    const sizes = [layout.MAX_ACTIONS, layout.ACTION_FIELDS.length, may_be_absent ? '1' : '0'];
    const args = [this.#owner, this.#ttl_ms, ...sizes, ...entries];
    const { client } = this.#connection;
    return (await client.hfStreamAdd(layout.AUDIT_STREAM, guard, ...args)) !== STATUS.incomplete;
  }
}
