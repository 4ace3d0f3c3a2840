/** The campaign's end of a client process. */
import type { ChildProcess } from 'node:child_process';
import { kill, startScript } from './children.js';
import type { ExchangeClient } from './exchange_client.js';
import type { RunOrder } from './worker.js';

export class ClientProcess {
  readonly #index: number;
  #child: ChildProcess | undefined;
  #generation = 0;

  constructor(index: number) {
    this.#index = index;
  }

  /** Each process that ever was has its own name at the exchange. */
  get name(): string {
    return `client${this.#index}.${this.#generation}`;
  }

  /** Works until the daemon is gone or the process is killed. */
  async run(order: Omit<RunOrder, 'name'>): Promise<void> {
    if (this.#child === undefined) {
      this.#generation += 1;
      this.#child = await startScript('worker.js', []);
    }
    const child = this.#child;
    const { name } = this;
    child.send({ ...order, name });
    await new Promise<void>((resolve, reject) => {
      const onExit = (code: number | null) => {
        child.off('message', onDone);
        if (code === null) resolve();
        else reject(new Error(`client ${name} ended by itself with ${code}`));
      };
      const onDone = () => {
        child.off('exit', onExit);
        resolve();
      };
      child.once('message', onDone);
      child.once('exit', onExit);
    });
  }

  /** Kills it and waits until the exchange has executed what it had sent. */
  async kill(exchange: ExchangeClient): Promise<void> {
    if (this.#child === undefined) return;
    await kill(this.#child);
    this.#child = undefined;
    await exchange.gone(this.name);
  }
}
