/**
 * Declares sessions LOST whose process is silent. It knows of sessions by the rows that changed state, and asks the writer
 * to lose those that are due; the command looks again, so that a session that was taken over, closed or revived meanwhile
 * is not hit. A restarted daemon has heard nobody: every session gets one full interval first.
 */
import type { Logger } from 'pino';
import { lastPositionOf } from '../journal/position.js';
import type { Feed } from '../outbox/feed.js';
import type { Reads } from '../reader/reads.js';
import type { WatchedSession } from '../tiers/sessions/queries.js';
import { MAX_LOST, MAY_BE_LOST } from '../tiers/sessions/types.js';
import type { Beating, Heartbeats } from '../volatile/heartbeats.js';
import type { WriterPort } from '../writer/writer.js';
import { runCommand } from './command.js';

export interface SessionMonitorOptions {
  readonly writer: Pick<WriterPort, 'submit'>;
  readonly reads: Reads;
  readonly feed: Feed;
  readonly heartbeats: Heartbeats;
  readonly log: Logger;
}

/** How long after its time a silent session may still be told alive. */
const TICK_MS = 250;
const PAGE_ROWS = 1000;

export class SessionMonitor {
  readonly #options: SessionMonitorOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  /** Everything up to this revision, and up to this position, is known. */
  #revision = -1;
  #cursor = 0;

  constructor(options: SessionMonitorOptions) {
    this.#options = options;
  }

  /** Begins; every open session has a full interval from now on. */
  start(): void {
    const { reads, heartbeats } = this.#options;
    reads.snapshot(0, ({ sessions }, revision) => {
      for (const row of sessions.watched()) heartbeats.follow(toBeating(row));
      this.#revision = revision;
      this.#cursor = lastPositionOf(revision);
    });
    this.#timer = setInterval(() => {
      this.#running ??= this.#tick().finally(() => {
        this.#running = undefined;
      });
    }, TICK_MS);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #tick(): Promise<void> {
    const { writer, heartbeats, log } = this.#options;
    let silent: Beating[] = [];
    try {
      this.#followStates();
      silent = heartbeats.silent(MAX_LOST);
      if (silent.length === 0) return;
      const sessions = silent.map(({ agent_id, position, state_position }) => ({
        agent_id,
        position,
        state_position,
      }));
      const { lost } = await runCommand(writer, 'lose_sessions', { sessions });
      log.warn({ silent: silent.length, lost }, 'sessions without a heartbeat');
    } catch (error) {
      // A full queue or disk, or a stopping daemon: the next tick tries again, and the writer reports what is fatal.
      heartbeats.again(silent);
      log.error({ err: error }, 'cannot look after silent sessions');
    }
  }

  #followStates(): void {
    const { reads, feed, heartbeats } = this.#options;
    while (this.#revision < feed.revision) {
      const { rows, revision } = reads.snapshot(0, ({ sessions }, at) => ({
        rows: sessions.statesAfter(this.#cursor, PAGE_ROWS),
        revision: at,
      }));
      for (const row of rows) {
        if (row.ended_us === null) heartbeats.follow(toBeating(row));
        else heartbeats.forget(row.position);
        this.#cursor = row.state_position;
      }
      if (rows.length < PAGE_ROWS) this.#revision = revision;
    }
  }
}

export function toBeating(row: WatchedSession): Beating {
  const { agent_id, position, state_position, heartbeat_interval_ms: interval_ms } = row;
  return { agent_id, position, state_position, interval_ms, may_be_lost: MAY_BE_LOST.has(row.state) };
}
