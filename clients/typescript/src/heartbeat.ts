/** A timer that says that this process lives, and tells it when it must stop trading. */
import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from './errors.js';
import type { Session__Output } from './gen/holdfast/v1/Session.js';
import type { SessionState__Output } from './gen/holdfast/v1/SessionState.js';
import type { Services } from './services.js';

export interface HeartbeatOptions {
  /** Between heartbeats; default a third of the session's own interval, so that two may be lost. */
  readonly interval_ms?: number | undefined;
  /** The session stands otherwise than before: anything but SESSION_STATE_ACTIVE means "take no new risk". */
  readonly onState?: ((state: SessionState__Output) => void) | undefined;
  /**
   * This process has the session no more, and no heartbeat follows: another took over (STALE_EPOCH), or it has ended
   * (WRONG_STATE, NOT_FOUND).
   */
  readonly onEnd?: ((error: HoldfastError) => void) | undefined;
  /** One did not get through; they go on. The session is LOST once none did for its whole interval. */
  readonly onMissed?: ((error: HoldfastError) => void) | undefined;
}

/** Heartbeats under way; does not keep the process alive by itself. */
export class SessionHeartbeat {
  readonly #stop = new AbortController();
  #state: SessionState__Output;

  constructor(services: Services, session: Session__Output, options: HeartbeatOptions = {}) {
    this.#state = session.state;
    void this.#run(services, session, options);
  }

  /** How the session stood at the last heartbeat. */
  get state(): SessionState__Output {
    return this.#state;
  }

  /** It has been closed, or this process has the session no more. */
  get ended(): boolean {
    return this.#stop.signal.aborted;
  }

  /** No heartbeat follows; the session becomes LOST unless it is closed. */
  close(): void {
    this.#stop.abort();
  }

  async #run(services: Services, session: Session__Output, options: HeartbeatOptions): Promise<void> {
    const { signal } = this.#stop;
    const interval_ms = options.interval_ms ?? thirdOf(session);
    const request = { agent_id: session.agent_id, session_id: session.session_id };
    while (!signal.aborted) {
      try {
        const { state } = await services.sessions.heartbeat(request, { deadline_ms: interval_ms, signal });
        if (!signal.aborted && state !== this.#state) {
          this.#state = state;
          options.onState?.(state);
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof HoldfastError)) throw error;
        if (isOver(error)) {
          this.#stop.abort();
          options.onEnd?.(error);
          return;
        }
        options.onMissed?.(error);
      }
      await sleep(interval_ms, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}

const OVER: ReadonlySet<string> = new Set(['STALE_EPOCH', 'WRONG_STATE', 'NOT_FOUND']);

function isOver({ reason }: HoldfastError): boolean {
  return OVER.has(reason);
}

function thirdOf({ heartbeat_interval }: Session__Output): number {
  const { seconds, nanos } = heartbeat_interval ?? { seconds: '30', nanos: 0 };
  return (Number(seconds) * 1000 + nanos / 1e6) / 3;
}
