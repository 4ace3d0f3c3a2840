// Long because every step of a round shares the cursor, the lease and the walk: to split it would hide who moves them.
/**
 * Follows the journal into Redis, one round at a time: reads a page, writes what it changed as it is now, and only then moves
 * the cursor, which stands in Redis itself, under this database's id and with the journal's hash. So a Redis that was flushed,
 * restarted empty or exchanged has no cursor, and a database that was restored has another hash: either way everything is
 * written anew, and what an earlier journal wrote for agents that are not in this one goes (sweep.ts). A round that fails is
 * done again; the guards of scripts.ts make that harmless. A single key that Redis refuses fails no round: it is written as a
 * whole, or given up until the next time, and the others go on.
 *
 * Between pages it walks over all agents, one a round, and writes their keys anew when it resumes and every third of their
 * life: that keeps what lives from expiring, and mends what was evicted, expired with a wrong clock or while the daemon was
 * down, or was written over by somebody else.
 */
import { randomUUID } from 'node:crypto';
import type { MirrorConfig } from '../config_mirror.js';
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { Reads } from '../reader/reads.js';
import { AuditStream } from './audit_stream.js';
import type { RedisClient } from './connect.js';
import { isMirrored } from './envelope.js';
import { KeyWriter, tryKey } from './keys.js';
import * as layout from './layout.js';
import { HeldElsewhere, Lease } from './lease.js';
import { PARTS, type Plan, Planner, type Put } from './plan.js';
import { Quarantine } from './quarantine.js';
import { newRound, type Round } from './round.js';
import { STATUS } from './scripts.js';
import { Sweep } from './sweep.js';

interface Walk {
  /** Agents up to this one are done. */
  after: string;
  /** Of a rebuild: what the cursor holds meanwhile, and where it goes on from then. */
  readonly rebuild: {
    readonly name: string;
    readonly revision: number;
    /** Of what an earlier journal may have left behind. */
    readonly sweep: Sweep | null;
  } | null;
}

/** Agents of one round: of a rebuild, and of the refresh that runs beside the journal. */
const REBUILT_AGENTS = 16;
const REFRESHED_AGENTS = 1;
/** How often a quiet mirror looks whether its cursor is still there. */
const LOOK_MS = 1000;
/** Part of the keys' life after which they are written anew. */
const REFRESHES_PER_LIFE = 3;
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
  readonly #clock_ms: () => number;
  /** As Redis has it; undefined = not known. */
  #cursor: number | undefined;
  /** Signals up to here are known to have been published, or to be too old; undefined = not known. */
  #published: number | undefined;
  /** That the last rebuild began, and the guards of what is written name. */
  #era = '';
  #walk: Walk | undefined;
  /** When the last walk began; a mirror that resumes begins with one. */
  #walked_ms = Number.NEGATIVE_INFINITY;
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
      this.#walk = undefined;
      this.#is_standby = true;
    }
    round.is_standby = this.#is_standby;
    round.mirrored_revision = this.mirrored_revision;
    round.is_rebuilding = Boolean(this.#walk?.rebuild) || this.#stream.is_filling;
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
    else if (this.#cursor === undefined && !this.#walk?.rebuild) await this.#resume(now_us);
    if (this.#walk?.rebuild) await this.#rebuildStep(this.#walk, this.#walk.rebuild, now_us);
    else if (this.#cursor !== undefined) await this.#follow(this.#cursor, now_us);
  }

  #readCursor(): ReturnType<RedisClient['hfCursor']> {
    return this.#lease.through((client, keys) => client.hfCursor(...keys));
  }

  /** Goes on from where Redis says that this database was, if that is so. */
  async #resume(now_us: number): Promise<void> {
    const [, text = '', hash = '', era = ''] = await this.#readCursor();
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
    this.#published = revision;
    this.#era = era;
    this.#stream.fill(this.#owner, revision);
    // Nobody knows how long nobody refreshed anything: what idle agents have may be about to expire, or be gone.
    this.#walked_ms = Number.NEGATIVE_INFINITY;
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
    // Where nothing was, nothing is left behind.
    const sweep = was_there === 1 ? new Sweep(this.#connection, this.#owner) : null;
    this.#walk = { after: '', rebuild: { name, revision, sweep } };
    this.#round.rebuilds += 1;
  }

  async #rebuildStep(
    walk: Walk,
    { name, revision, sweep }: NonNullable<Walk['rebuild']>,
    now_us: number,
  ): Promise<void> {
    const agents = this.#reads.single(({ mirror }) => mirror.agentsAfter(walk.after, REBUILT_AGENTS));
    await this.#writeAgents(agents, now_us, true);
    walk.after = agents.at(-1) ?? walk.after;
    this.#round.more = true;
    const is_done = agents.length === 0 && (sweep === null || (await sweep.step()));
    // What was written since is written as it is now: only the messages of it are still to be sent.
    const unpublished = is_done ? this.#firstUnpublished(revision, now_us) : undefined;
    const cursor = unpublished === undefined ? name : String(unpublished.after);
    const hash = unpublished === undefined ? '' : this.#hashAt(unpublished.after);
    if (!(await this.#commit(name, cursor, hash, []))) {
      // Flushed meanwhile: what was written is gone.
      this.#walk = undefined;
    } else if (unpublished !== undefined) {
      this.#walk = undefined;
      this.#walked_ms = this.#clock_ms();
      this.#cursor = unpublished.after;
      this.#published = unpublished.after;
      this.#stream.fill(this.#owner, 0);
      this.#round.messages_too_old += unpublished.too_old;
    }
  }

  /**
   * Where publishing goes on after a rebuild up to a revision: where it is known to have ended, but without what is too old
   * anyway, which is counted. Where it is not known, as after a restart, what is young enough is published, maybe once more.
   */
  #firstUnpublished(revision: number, now_us: number): { readonly after: number; readonly too_old: number } {
    return this.#reads.snapshot(0, ({ signals }) => {
      const young = signals.positionAt(now_us - this.#config.signal_max_age_ms * 1000);
      const old = young > signals.newest() ? revision : revisionOf(young) - 1;
      const known = this.#published ?? old;
      const after = Math.min(revision, Math.max(known, old, this.#reads.floor));
      let too_old = 0;
      for (let from = lastPositionOf(known), upto = lastPositionOf(after); from < upto; ) {
        const { heads, scanned } = signals.heads(from, upto);
        too_old += heads.filter(({ channel }) => isMirrored(channel)).length;
        from = scanned;
      }
      return { after, too_old };
    });
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
        this.#planner.page(queries, page.entries, head, now_us),
      );
      await this.#carryOut(plan, now_us);
      await this.#advance(cursor, plan);
    } else if (must_look) await this.#advance(cursor, undefined);
    if (this.#cursor !== undefined) {
      await this.#refreshStep(now_ms, now_us);
      await tryKey(layout.AUDIT_STREAM, this.#stream.step(), this.#round);
      this.#round.more ||= this.#stream.is_filling;
    }
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
    this.#published = next;
    this.#round.times_us = plan?.times_us ?? [];
    this.#round.messages_out += messages.length / 2;
    this.#round.messages_too_old += plan?.too_old ?? 0;
  }

  async #refreshStep(now_ms: number, now_us: number): Promise<void> {
    if (this.#walk === undefined) {
      if (now_ms - this.#walked_ms < this.#config.ttl_ms / REFRESHES_PER_LIFE) return;
      this.#walk = { after: '', rebuild: null };
      this.#walked_ms = now_ms;
    }
    const walk = this.#walk;
    const agents = this.#reads.single(({ mirror }) => mirror.agentsAfter(walk.after, REFRESHED_AGENTS));
    await this.#writeAgents(agents, now_us, false);
    const last = agents.at(-1);
    if (last !== undefined) {
      walk.after = last;
      this.#round.more = true;
      return;
    }
    this.#walk = undefined;
    await tryKey(layout.AUDIT_STREAM, this.#stream.refresh(this.mirrored_revision), this.#round);
  }

  async #writeAgents(agents: readonly string[], now_us: number, force: boolean): Promise<void> {
    for (const agent_id of agents) {
      const puts = this.#reads.snapshot(0, (queries, head) =>
        PARTS.map((part) => this.#planner.whole(queries, part, agent_id, head, now_us, true)),
      );
      await this.#keys.write(puts.filter(isPut), this.#owner, force, this.#round);
    }
  }

  async #commit(from: string, to: string, hash: string, messages: readonly string[]): Promise<boolean> {
    const [status] = await this.#lease.through((client, keys) =>
      client.hfCommit(...keys, from, to, hash, this.#config.ttl_ms, ...messages),
    );
    return status === STATUS.written;
  }

  #hashAt(revision: number): string {
    return this.#reads.single(({ audit }) => hashText(audit.hashAt(revision)));
  }
}

function isPut(put: Put | undefined): put is Put {
  return put !== undefined;
}

function hashText(hash: Uint8Array | undefined): string {
  return hash === undefined ? '' : Buffer.from(hash).toString('hex');
}
