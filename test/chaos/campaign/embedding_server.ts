/** An endpoint for vectors, as models offer them: sound while things are checked, and often at fault under load. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from './random.js';

const DIMENSIONS = 64;

export class EmbeddingServer {
  readonly #server: Server;
  readonly #random: Random;
  /** Whether it fails, stalls and miscounts now. */
  is_faulty = false;

  private constructor(random: Random) {
    this.#random = random;
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(random: Random): Promise<EmbeddingServer> {
    const server = new EmbeddingServer(random);
    server.#server.listen(0, '127.0.0.1');
    await once(server.#server, 'listening');
    return server;
  }

  /** The daemon's options for it. */
  get args(): string[] {
    const { port } = this.#server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/v1`;
    return [
      ...['--embedder', 'openai', '--embedder-url', url, '--embedder-model', 'hashed'],
      ...['--embedder-dimensions', String(DIMENSIONS), '--embedder-timeout-ms', '1000'],
    ];
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    try {
      for await (const chunk of request.setEncoding('utf8')) body += String(chunk);
    } catch {
      // The daemon was killed while it asked.
      return;
    }
    const draw = this.is_faulty ? this.#random.next() : 1;
    if (draw < 0.15) return;
    const { input } = JSON.parse(body) as { input: readonly string[] };
    const data = input.map((text, index) => ({ index, embedding: hashed(text) }));
    if (draw < 0.25) data.pop();
    response.writeHead(draw < 0.4 && draw >= 0.25 ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ data }));
  }
}

/** The same text gives the same vector; different texts are nearly at right angles. */
function hashed(text: string): number[] {
  const bytes = createHash('shake256', { outputLength: DIMENSIONS }).update(text).digest();
  return [...bytes].map((byte) => byte - 127.5);
}
