/** A connection to the exchange. */
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

type Body =
  | {
      readonly do: 'place';
      readonly client_order_id: string;
      readonly idempotent: boolean;
      readonly delay_ms: number;
    }
  | { readonly do: 'query'; readonly client_order_id: string }
  | { readonly do: 'gone' | 'hello'; readonly name: string }
  | { readonly do: 'effects' };

export class ExchangeClient {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #next = 1;

  private constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (line) => {
      const { n, value } = JSON.parse(line) as { n: number; value: unknown };
      this.#waiting.get(n)?.(value);
      this.#waiting.delete(n);
    });
  }

  static async open(socket_path: string, name: string): Promise<ExchangeClient> {
    const socket = connect(socket_path);
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const client = new ExchangeClient(socket);
    await client.#ask({ do: 'hello', name });
    return client;
  }

  /** The answer comes `delay_ms` after the order was executed. */
  async place(client_order_id: string, idempotent: boolean, delay_ms = 0): Promise<void> {
    await this.#ask({ do: 'place', client_order_id, idempotent, delay_ms });
  }

  async query(client_order_id: string): Promise<number> {
    return (await this.#ask({ do: 'query', client_order_id })) as number;
  }

  /** Resolves once everything that clients of this name sent has been executed and they are gone. */
  async gone(name: string): Promise<void> {
    await this.#ask({ do: 'gone', name });
  }

  async effects(): Promise<Record<string, number>> {
    return (await this.#ask({ do: 'effects' })) as Record<string, number>;
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(body: Body): Promise<unknown> {
    const n = this.#next++;
    return new Promise((resolve) => {
      this.#waiting.set(n, resolve);
      this.#socket.write(`${JSON.stringify({ n, ...body })}\n`);
    });
  }
}
