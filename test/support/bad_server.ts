/** A local HTTP server that behaves as the test says, and remembers what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

export class BadServer {
  readonly #server: Server;
  readonly asked: { readonly url: string; readonly headers: IncomingMessage['headers'] }[] = [];
  #behaviour: Behaviour = answer(200, {});
  #arrived: () => void = () => {};

  private constructor() {
    this.#server = createServer((request, response) => {
      this.asked.push({ url: request.url ?? '', headers: request.headers });
      this.#arrived();
      this.#behaviour(request, response);
    });
  }

  static async start(): Promise<BadServer> {
    const bad = new BadServer();
    bad.#server.listen(0, '127.0.0.1');
    await once(bad.#server, 'listening');
    return bad;
  }

  get base_url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  behave(behaviour: Behaviour): void {
    this.#behaviour = behaviour;
    this.asked.length = 0;
  }

  /** Resolves when so many requests have come since the last `behave`. */
  async until(count: number): Promise<void> {
    while (this.asked.length < count) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Behaviour {
  return (_request, response) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  };
}
