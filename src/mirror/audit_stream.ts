/**
 * The stream of recorded actions. Several daemons append to it, so each keeps its own place in it: a guard that says up to which
 * of its entries the stream goes. Where the guard or the stream is gone, it is filled again from where it ends.
 */
import { lastPositionOf } from '../journal/position.js';
import type { Reads } from '../reader/reads.js';
import { actionId } from '../tiers/audit/commands.js';
import type { MirroredAction } from '../tiers/composed_mirror.js';
import type { RedisClient } from './connect.js';
import * as layout from './layout.js';
import type { Quarantine } from './quarantine.js';
import { STATUS } from './scripts.js';

/** Actions that one script appends. */
const PAGE_ROWS = 250;

export class AuditStream {
  readonly #reads: Reads;
  readonly #database_id: string;
  readonly #ttl_ms: number;
  readonly #connection: { readonly client: RedisClient };
  readonly #quarantine: Quarantine;

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

  /** Appends the actions after a revision up to another one. */
  async append(after_revision: number, revision: number): Promise<void> {
    const end = lastPositionOf(revision);
    for (let after = lastPositionOf(after_revision); ; ) {
      const rows = this.#after(after).filter(({ position }) => position <= end);
      const last = rows.at(-1);
      if (last === undefined) return;
      if (!(await this.#send(rows, false))) return this.fill();
      after = last.position;
    }
  }

  /** Keeps the stream from expiring, and mends it. */
  async refresh(): Promise<void> {
    const has_actions = this.#reads.single(({ mirror }) => mirror.actionsAfter(0, 1)).length > 0;
    if (has_actions && !(await this.#send([], false))) await this.fill();
  }

  /** Brings the stream up to the present from where this database's entries end in it. */
  async fill(): Promise<void> {
    const { floor, head } = this.#reads.snapshot(0, ({ mirror }, revision) => ({
      floor: mirror.actionsFloor(layout.MAX_ACTIONS),
      head: lastPositionOf(revision),
    }));
    const guard = layout.streamGuardKey(this.#database_id);
    const found = await this.#connection.client.hfStreamBegin(
      layout.AUDIT_STREAM,
      guard,
      this.#database_id,
      this.#ttl_ms,
      head,
    );
    for (let after = Math.max(floor, found); ; ) {
      const rows = this.#after(after);
      const last = rows.at(-1);
      if (last === undefined || !(await this.#send(rows, true))) return;
      after = last.position;
    }
  }

  #after(position: number): readonly MirroredAction[] {
    return this.#reads.single(({ mirror }) => mirror.actionsAfter(position, PAGE_ROWS));
  }

  /** False when the stream is not as it was left. */
  async #send(rows: readonly MirroredAction[], may_be_absent: boolean): Promise<boolean> {
    const guard = layout.streamGuardKey(this.#database_id);
    const entries = rows.flatMap((row) => {
      const pairs = this.#quarantine.attempt(`${actionId(row.position)} of ${row.agent_id}`, () =>
        layout.actionPairs(row, this.#database_id),
      );
      return pairs === undefined ? [] : [String(row.position), ...pairs];
    });
    const sizes = [layout.MAX_ACTIONS, layout.ACTION_FIELDS.length, may_be_absent ? '1' : '0'];
    const args = [this.#database_id, this.#ttl_ms, ...sizes, ...entries];
    const { client } = this.#connection;
    return (await client.hfStreamAdd(layout.AUDIT_STREAM, guard, ...args)) === STATUS.written;
  }
}
