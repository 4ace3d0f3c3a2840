/**
 * Follows the journal into Redis, one round at a time: reads a page, writes what it changed as it is now, and only then moves
 * the cursor, which stands in Redis itself, under this database's id and with the journal's hash. So a Redis that was flushed,
 * restarted empty or exchanged has no cursor, and a database that was restored has another hash: either way everything is
 * written anew. A round that fails is done again; the guards of scripts.ts make that harmless. A single key that Redis refuses
 * fails no round: it is written as a whole, or given up until the next time, and the others go on.
 *
 * Beside the journal, a bit of each a round: agents are refreshed (agents.ts), the stream is filled (audit_stream.ts), and what an
 * earlier journal wrote for agents that are not in this one goes (sweep.ts).
 */
import { randomUUID } from 'node:crypto';
import type { MirrorConfig } from '../config_mirror.js';
import type { Reads } from '../reader/reads.js';
import { Agents } from './agents.js';
import { AuditStream } from './audit_stream.js';
import type { RedisClient } from './connect.js';
import { KeyWriter, tryKey } from './keys.js';
import * as layout from './layout.js';
import { HeldElsewhere, Lease } from './lease.js';
import { isPut, type Plan, Planner } from './plan.js';
import { Quarantine } from './quarantine.js';
import { newRound, type Round } from './round.js';
import { STATUS } from './scripts.js';
import { Sweep } from './sweep.js';
import { firstUnpublished } from './unpublished.js';

interface Rebuild {
  /** What the cursor holds meanwhile. */
  readonly name: string;
  /** Where it goes on from then. */
  readonly revision: number;
  /** Agents up to this one are done. */
  readonly after: string;
}

/** Agents of one round of a rebuild. */
const REBUILT_AGENTS = 16;
/** How often a quiet mirror looks whether its cursor is still there. */
const LOOK_MS = 1000;
const EVERYTHING = { kind_prefixes: [], key_prefix: '' };

export class MirrorTail {
  readonly #reads: Reads;
  readonly #database_id: string;
  readonly #config: MirrorConfig;
  readonly #planner: Planner;
  readonly #quarantine = new Quarantine();
  readonly #stream: AuditStream;
  readonly #lease: Lease;
  readonly #keys: KeyWriter;
  readonly #agents: Agents;
  readonly #clock_ms: () => number;
  /** As Redis has it; undefined = not known. */
  #cursor: number | undefined;
  /** Signals up to here are known to have been published, or to be too old; undefined = not known. */
  #published: number | undefined;
  /** That the last rebuild began, and the guards of what is written name. */
  #era = '';
  #rebuild: Rebuild | undefined;
  /** Of what an earlier journal may have left behind. */
  #sweep: Sweep | undefined;
  #looked_ms = Number.NEGATIVE_INFINITY;
  #must_rebuild = false;
  /** Another daemon mirrors this database. */
  #is_standby = false;
  readonly #connection: { readonly client: RedisClient };
  #round: Round = newRound(0);

  /** @param clock_ms monotonic. */
  constructor(
    reads: Reads,
    database_id: string,
    config: MirrorConfig,
    connection: { readonly client: RedisClient },
    clock_ms: () => number,
  ) {
    this.#reads = reads;
    this.#database_id = database_id;
    this.#config = config;
    this.#connection = connection;
    this.#clock_ms = clock_ms;
    this.#lease = new Lease(connection, database_id, clock_ms);
    const { ttl_ms, signal_max_age_ms } = config;
    this.#keys = new KeyWriter(connection, ttl_ms);
    this.#stream = new AuditStream(reads, database_id, ttl_ms, connection, this.#quarantine);
    this.#planner = new Planner({ database_id, ttl_ms, signal_max_age_ms }, this.#quarantine);
    this.#agents = new Agents(reads, this.#planner, this.#keys, ttl_ms);
  }

  /** As the guards of agents' keys name it. */
  get #owner(): string {
    return `${this.#database_id}/${this.#era}`;
  }

  get mirrored_revision(): number {
    return this.#cursor ?? 0;
  }

  /** Writes everything anew from the next round on. */
  rebuild(): void {
    this.#must_rebuild = true;
  }

  /** @throws Error of Redis: the round is to be done again. */
  async round(now_us: number): Promise<Round> {
    this.#round = newRound(this.mirrored_revision);
    const round = this.#round;
    try {
      await this.#step(now_us);
    } catch (error) {
      if (!(error instanceof HeldElsewhere)) throw error;
      this.#cursor = undefined;
      this.#rebuild = undefined;
      this.#is_standby = true;
    }
    round.is_standby = this.#is_standby;
    round.mirrored_revision = this.mirrored_revision;
    round.is_rebuilding = this.#rebuild !== undefined || this.#sweep !== undefined || this.#stream.is_filling;
    round.unmirrored = this.#quarantine.take();
    return round;
  }

  /** Lets another daemon of the same database mirror it, at once. Every later round leaves it to that one. */
  giveBack(): Promise<void> {
    return this.#lease.giveBack();
  }

  async #step(now_us: number): Promise<void> {
    if (!this.#lease.is_held) await this.#readCursor();
    if (this.#is_standby) {
      // Until the main thread knows, it would take for another's what it hears of our own.
      this.#is_standby = false;
      this.#round.more = true;
      return;
    }
    if (this.#must_rebuild) await this.#beginRebuild(now_us);
    else if (this.#cursor === undefined && this.#rebuild === undefined) await this.#resume(now_us);
    if (this.#rebuild !== undefined) await this.#rebuildStep(this.#rebuild, now_us);
    else if (this.#cursor !== undefined) await this.#follow(this.#cursor, now_us);
  }

  #readCursor(): ReturnType<RedisClient['hfCursor']> {
    return this.#lease.through((client, keys) => client.hfCursor(...keys));
  }

  /** Goes on from where Redis says that this database was, if that is so. */
  async #resume(now_us: number): Promise<void> {
    const [, text = '', hash = '', era = '', must_sweep] = await this.#readCursor();
    const revision = /^\d{1,13}$/.test(text) ? Number(text) : -1;
    const is_ours =
      revision >= this.#reads.floor &&
      this.#reads.snapshot(
        0,
        ({ audit }, head) => revision <= head && hashText(audit.hashAt(revision)) === hash,
      );
    this.#planner.forget();
    if (!is_ours) return this.#beginRebuild(now_us);
    this.#cursor = revision;
    // A copy of this database that mirrored meanwhile may have set it back.
    this.#published = Math.max(revision, this.#published ?? 0);
    this.#era = era;
    this.#sweep = must_sweep === 1 ? new Sweep(this.#connection, this.#owner) : undefined;
    this.#stream.fill(this.#owner, revision);
    this.#agents.forget();
  }

  async #beginRebuild(now_us: number): Promise<void> {
    const name = `rebuild-${randomUUID()}`;
    const [, era, was_there] = await this.#lease.through((client, keys) =>
      client.hfRebuild(...keys, name, this.#config.ttl_ms, now_us),
    );
    this.#era = era;
    this.#must_rebuild = false;
    this.#planner.forget();
    this.#cursor = undefined;
    const revision = this.#reads.snapshot(0, (_, head) => head);
    this.#rebuild = { name, revision, after: '' };
    // Where nothing was, nothing is left behind.
    this.#sweep = was_there === 1 ? new Sweep(this.#connection, this.#owner) : undefined;
    this.#stream.fill(this.#owner, 0);
    this.#round.rebuilds += 1;
  }

  async #rebuildStep(rebuild: Rebuild, now_us: number): Promise<void> {
    const { name, revision } = rebuild;
    const how = { owner: this.#owner, force: true, now_us };
    const after = await this.#agents.writeAfter(rebuild.after, REBUILT_AGENTS, how, this.#round);
    this.#round.more = true;
    if (after !== undefined) {
      // Where it was flushed meanwhile what was written is gone.
      const is_there = await this.#commit(name, name, '', []);
      this.#rebuild = is_there ? { ...rebuild, after } : undefined;
      return;
    }
    // What was written since is written as it is now: only the messages of it are still to be sent.
    const oldest_us = now_us - this.#config.signal_max_age_ms * 1000;
    const unpublished = firstUnpublished(this.#reads, this.#published, revision, oldest_us);
    const cursor = unpublished.after;
    const is_there = await this.#commit(name, String(cursor), this.#hashAt(cursor), []);
    this.#rebuild = undefined;
    if (!is_there) return;
    this.#cursor = cursor;
    this.#published = cursor;
    this.#agents.areFresh(this.#clock_ms());
    this.#round.messages_too_old += unpublished.too_old;
  }

  async #follow(cursor: number, now_us: number): Promise<void> {
    if (this.#reads.floor > cursor) {
      // What comes next was compacted away.
      this.#round.more = true;
      return this.rebuild();
    }
    const page = this.#reads.entriesAfter(cursor, EVERYTHING, false);
    const now_ms = this.#clock_ms();
    const looked_ms = this.#looked_ms;
    const must_look = now_ms - looked_ms >= LOOK_MS;
    // Until this round has come to its end nothing is known: one that failed is followed by one that looks.
    this.#looked_ms = Number.NEGATIVE_INFINITY;
    if (page.entries.length > 0) {
      const plan = this.#reads.snapshot(0, (queries, head) =>
        this.#planner.page(queries, page.entries, head, now_us, this.#published ?? 0),
      );
      await this.#carryOut(plan, now_us);
      await this.#advance(cursor, plan);
    } else if (must_look) await this.#advance(cursor, undefined);
    if (this.#cursor !== undefined) await this.#besides(now_ms, now_us);
    this.#looked_ms = must_look || page.entries.length > 0 ? now_ms : looked_ms;
  }

  async #carryOut(plan: Plan, now_us: number): Promise<void> {
    const incomplete = await this.#keys.write(plan.writes, this.#owner, false, this.#round);
    const wholes = this.#reads.snapshot(0, (queries, head) =>
      incomplete.map(({ part, agent_id }) =>
        this.#planner.whole(queries, part, agent_id, head, now_us, false),
      ),
    );
    // A key that had another type, or was written by nobody known, is nobody's.
    await this.#keys.write(wholes.filter(isPut), this.#owner, false, this.#round);
    if (plan.actions > 0)
      await tryKey(
        layout.AUDIT_STREAM,
        this.#stream.append(this.mirrored_revision, plan.next_revision),
        this.#round,
      );
  }

  async #advance(cursor: number, plan: Plan | undefined): Promise<void> {
    const next = plan?.next_revision ?? cursor;
    const messages = plan?.messages ?? [];
    if (!(await this.#commit(String(cursor), String(next), this.#hashAt(next), messages))) {
      // It may be further than we know, where an answer was lost, or gone.
      this.#cursor = undefined;
      this.#round.more = true;
      return;
    }
    this.#cursor = next;
    this.#published = Math.max(next, this.#published ?? 0);
    this.#round.times_us = plan?.times_us ?? [];
    this.#round.messages_too_old += plan?.too_old ?? 0;
  }

  /** What goes on beside the journal. */
  async #besides(now_ms: number, now_us: number): Promise<void> {
    const round = this.#round;
    if (await this.#agents.refresh(this.#owner, now_ms, now_us, round))
      await tryKey(layout.AUDIT_STREAM, this.#stream.refresh(this.mirrored_revision), round);
    await tryKey(layout.AUDIT_STREAM, this.#stream.step(), round);
    const swept = await this.#sweep?.step(round);
    // What was given up is tried again after the next start.
    if (swept === 'done') await this.#lease.through((client, keys) => client.hfSwept(...keys, this.#era));
    if (swept !== 'more') this.#sweep = undefined;
    round.more ||= this.#stream.is_filling || this.#sweep !== undefined;
  }

  async #commit(from: string, to: string, hash: string, messages: readonly string[]): Promise<boolean> {
    const [status, refused = 0, channel = '', problem = ''] = await this.#lease.through((client, keys) =>
      client.hfCommit(...keys, from, to, hash, this.#config.ttl_ms, ...messages),
    );
    if (status === STATUS.written) this.#round.messages_out += messages.length / 2 - refused;
    this.#round.messages_refused += refused;
    if (refused > 0) this.#round.refused.push({ thing: channel, message: problem });
    return status === STATUS.written;
  }

  #hashAt(revision: number): string {
    return this.#reads.single(({ audit }) => hashText(audit.hashAt(revision)));
  }
}

function hashText(hash: Uint8Array | undefined): string {
  return hash === undefined ? '' : Buffer.from(hash).toString('hex');
}
