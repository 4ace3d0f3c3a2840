/** A timer that says that this process lives, and tells it when it must stop trading. */
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import type { Caller } from './caller.js';
import { HoldfastError } from './errors.js';
import type { Session__Output } from './gen/holdfast/v1/Session.js';
import type { SessionState__Output } from './gen/holdfast/v1/SessionState.js';
import type { Services } from './services.js';

/** What a callback throws, or its promise rejects with, goes to onError and touches no heartbeat. */
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
  /** One of the others failed. Without it, or when it fails itself, the process emits a warning. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** Heartbeats under way; does not keep the process alive by itself. */
export class SessionHeartbeat {
  readonly #stop = new AbortController();
  #state: SessionState__Output;

  constructor(caller: Caller, services: Services, session: Session__Output, options: HeartbeatOptions = {}) {
    this.#state = session.state;
    void this.#run(caller, services, session, options);
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

  async #run(
    caller: Caller,
    services: Services,
    session: Session__Output,
    { onState, onEnd, onMissed, onError, ...options }: HeartbeatOptions,
  ): Promise<void> {
    const { signal } = this.#stop;
    const interval_ms = options.interval_ms ?? thirdOf(session);
    while (!signal.aborted) {
      const { epoch } = caller;
      const answer = await beat(caller, services, session, interval_ms, signal);
      if (caller.closed) this.close();
      if (signal.aborted || answer === undefined) return;
      if (!(answer instanceof HoldfastError)) {
        if (answer !== this.#state) {
          this.#state = answer;
          tell(onState, answer, onError);
        }
      } else if (answer.reason === 'STALE_EPOCH' && (await isRaisedSince(caller, epoch))) {
        // It was this client that took over, so the session is still this process's: again with the epoch it has now.
        continue;
      } else if (isOver(answer)) {
        if (signal.aborted) return;
        this.#stop.abort();
        tell(onEnd, answer, onError);
        return;
      } else {
        tell(onMissed, answer, onError);
      }
      await sleep(interval_ms, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}

/** How the session stands, or why the heartbeat did not count; undefined when the client was closed. */
async function beat(
  caller: Caller,
  services: Services,
  { agent_id, session_id }: Session__Output,
  deadline_ms: number,
  signal: AbortSignal,
): Promise<SessionState__Output | HoldfastError | undefined> {
  try {
    const reply = await services.sessions.heartbeat({ agent_id, session_id }, { deadline_ms, signal });
    return reply.state;
  } catch (error) {
    if (error instanceof HoldfastError) return error;
    if (caller.closed) return undefined;
    throw error;
  }
}

/** A heartbeat may learn of a new epoch before the take-over that made it has its reply, so that is waited for. */
async function isRaisedSince(caller: Caller, epoch: string): Promise<boolean> {
  await caller.raised;
  return caller.epoch !== epoch;
}

/** Waits for no callback: a promise that it returns is only watched for its rejection. */
function tell<Value>(
  callback: ((value: Value) => unknown) | undefined,
  value: Value,
  onError: ((error: unknown) => unknown) | undefined,
): void {
  const call = async (): Promise<void> => {
    await callback?.(value);
  };
  call().catch((error: unknown) => {
    if (onError !== undefined) tell(onError, error, undefined);
    else process.emitWarning(`a callback of heartbeat failed: ${inspect(error)}`, 'HoldfastWarning');
  });
}

const OVER: ReadonlySet<string> = new Set(['STALE_EPOCH', 'WRONG_STATE', 'NOT_FOUND']);

function isOver({ reason }: HoldfastError): boolean {
  return OVER.has(reason);
}

function thirdOf({ heartbeat_interval }: Session__Output): number {
  const { seconds, nanos } = heartbeat_interval ?? { seconds: '30', nanos: 0 };
  return (Number(seconds) * 1000 + nanos / 1e6) / 3;
}
