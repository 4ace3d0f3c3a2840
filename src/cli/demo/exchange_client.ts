/** The agent's connection to the exchange. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Order } from './market.js';
import { type Answer, type OrderReport, type Request, readLines, writeLine } from './protocol.js';
import type { Trade } from './tape.js';

/** The connection went away: whether what was under way reached the exchange is not known. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

type RequestBody<All> = All extends Request ? Omit<All, 'id'> : never;

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

export class ExchangeClient {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, Waiting>();
  #last_id = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    readLines<Answer>(socket, (answer) => {
      this.#waiting.get(answer.id)?.resolve(answer);
      this.#waiting.delete(answer.id);
    });
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new ConnectionLost('the exchange hung up'));
      this.#waiting.clear();
    });
  }

  /** Connects and logs on, which ends any session before. */
  static async logon(port: number): Promise<ExchangeClient> {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    await once(socket, 'connect');
    socket.on('error', () => {});
    const client = new ExchangeClient(socket);
    await client.#ask({ type: 'logon' });
    return client;
  }

  async trades(from: number, count: number): Promise<{ trades: readonly Trade[]; end: boolean }> {
    const answer = await this.#ask({ type: 'trades', from, count });
    if ('trades' in answer) return answer;
    throw new Error('the exchange answered something else');
  }

  async place(client_order_id: string, order: Order): Promise<OrderReport> {
    return reportOf(await this.#ask({ type: 'place', client_order_id, order }));
  }

  async query(client_order_id: string): Promise<OrderReport> {
    return reportOf(await this.#ask({ type: 'query', client_order_id }));
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(body: RequestBody<Request>): Promise<Answer> {
    if (this.#socket.destroyed) return Promise.reject(new ConnectionLost('the exchange hung up'));
    const id = ++this.#last_id;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      writeLine(this.#socket, { id, ...body } as Request);
    });
  }
}

function reportOf(answer: Answer): OrderReport {
  if ('report' in answer) return answer.report;
  throw new Error('the exchange answered something else');
}
