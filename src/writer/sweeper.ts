/** Asks the writer, on a timer, to do what time alone makes due: expire holds, leases, episodes and receipts, checkpoint. */
import { pack } from './transport.js';
import type { Writer } from './writer.js';

export class Sweeper {
  readonly #writer: Writer;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | undefined;

  constructor(writer: Writer, interval_ms: number) {
    this.#writer = writer;
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

  async #sweep(): Promise<void> {
    try {
      await this.#writer.submit({
        name: 'sweep',
        agent_id: SYSTEM_AGENT,
        request_id: '',
        epoch: 0,
        args: pack({}),
      });
      await this.#writer.call('sweep_receipts', null);
      if (this.#writer.queue_depth === 0) await this.#writer.call('checkpoint', null);
    } catch {
      // A full queue or disk, or a stopping daemon: the next tick tries again, and the writer reports what is fatal.
    }
  }
}

/** What acts without being an agent. No client can name it: agent ids begin with a letter or digit. */
const SYSTEM_AGENT = '_system';
