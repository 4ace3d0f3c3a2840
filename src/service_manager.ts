/**
 * What the service manager is told, by the protocol of sd_notify(3): that the daemon serves, that it is alive, that it stops.
 * Node has no datagram sockets of the Unix family, so systemd-notify(1) speaks for us; the unit allows that with
 * NotifyAccess=all. Without NOTIFY_SOCKET there is nobody to tell, and nothing is done.
 */
import { execFile } from 'node:child_process';
import type { Logger } from 'pino';

/** Three chances in the time after which the service manager takes us for hung. */
const BEATS_PER_TIMEOUT = 3;
/** Longer than any child of ours takes; a hung one must not keep us from the next. */
const NOTIFY_TIMEOUT_MS = 10_000;

export class ServiceManager {
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | undefined;
  #probing = false;

  constructor(env: NodeJS.ProcessEnv, log: Logger) {
    this.#env = env;
    this.#log = log;
  }

  /**
   * The daemon serves. From now on it is told to be alive as long as `probe` comes back: a process that answers timers while
   * its database hangs is of no use to anybody.
   */
  ready(status: string, probe: () => Promise<void>): void {
    this.#notify(['--ready', `--status=${status}`]);
    const timeout_ms = this.#watchdogMs();
    if (timeout_ms === undefined) return;
    this.#timer = setInterval(() => void this.#beat(probe), timeout_ms / BEATS_PER_TIMEOUT);
  }

  stopping(): void {
    clearInterval(this.#timer);
    this.#notify(['STOPPING=1']);
  }

  /** Set for this process, or for whichever process there is (sd_watchdog_enabled(3)). */
  #watchdogMs(): number | undefined {
    const { WATCHDOG_USEC, WATCHDOG_PID } = this.#env;
    const timeout_ms = Math.floor(Number(WATCHDOG_USEC) / 1000);
    const is_ours = WATCHDOG_PID === undefined || WATCHDOG_PID === String(process.pid);
    return is_ours && timeout_ms > 0 ? timeout_ms : undefined;
  }

  async #beat(probe: () => Promise<void>): Promise<void> {
    if (this.#probing) return;
    this.#probing = true;
    try {
      await probe();
      this.#notify(['WATCHDOG=1']);
    } catch (error) {
      this.#log.error({ err: error }, 'the database does not answer: the watchdog is not fed');
    } finally {
      this.#probing = false;
    }
  }

  #notify(args: readonly string[]): void {
    if ((this.#env.NOTIFY_SOCKET ?? '') === '') return;
    const options = { env: this.#env, timeout: NOTIFY_TIMEOUT_MS };
    execFile('systemd-notify', args, options, (error) => {
      if (error !== null) this.#log.error({ err: error, args }, 'the service manager cannot be told');
    });
  }
}
