/** Asks the writer, on a timer, to do what time alone makes due: expire holds, leases, episodes and receipts, checkpoint. */
import type { Logger } from 'pino';
import { HoldfastError } from '../errors.js';
import { MAX_SWEPT_AT_ONCE } from '../tiers/composed.js';
import { pack } from './transport.js';
import type { Writer } from './writer.js';

export class Sweeper {
  readonly #writer: Writer;
  readonly #log: Logger;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;
  #limit = MAX_SWEPT_AT_ONCE;

  constructor(writer: Writer, interval_ms: number, log: Logger) {
    this.#writer = writer;
    this.#log = log;
    this.#timer = setInterval(() => {
      this.#running ??= this.#sweep().finally(() => {
        this.#running = undefined;
      });
    }, interval_ms);
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Each part on its own: none waits for another that cannot be done. */
  async #sweep(): Promise<void> {
    await this.#part('what is due', () => this.#due());
    await this.#part('receipts', () => this.#writer.call('sweep_receipts', null));
    if (this.#writer.queue_depth === 0)
      await this.#part('a checkpoint', () => this.#writer.call('checkpoint', null));
  }

  async #part(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      // The next tick tries again, and the writer reports what is fatal.
      if (!isPassing(error)) this.#log.warn({ err: error }, `the sweep failed at ${what}`);
    }
  }

  /** Where a step of many is too much for one revision it takes fewer, and more again once that went well. */
  async #due(): Promise<void> {
    for (;;) {
      try {
        await this.#writer.submit({
          name: 'sweep',
          agent_id: SYSTEM_AGENT,
          request_id: '',
          epoch: 0,
          args: pack({ limit: this.#limit }),
        });
        this.#limit = Math.min(MAX_SWEPT_AT_ONCE, this.#limit * 2);
        return;
      } catch (error) {
        const is_too_much = error instanceof HoldfastError && error.reason === 'LIMIT_EXCEEDED';
        if (!is_too_much || this.#limit === 1) throw error;
        this.#limit = Math.ceil(this.#limit / 8);
      }
    }
  }
}

/** A full queue or disk, or a stopping daemon: who is concerned hears of it elsewhere. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof HoldfastError && ['QUEUE_FULL', 'DISK_FULL', 'SHUTTING_DOWN'].includes(error.reason)
  );
}

/** What acts without being an agent. No client can name it: agent ids begin with a letter or digit. */
const SYSTEM_AGENT = '_system';
