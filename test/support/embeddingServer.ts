/** A local HTTP server that speaks /v1/embeddings; each test decides how it behaves. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface Asked {
  readonly model: string;
  readonly input: readonly string[];
  readonly authorization: string | undefined;
  /** As the API answers; the vectors point where `direction` says. */
  answer(dimensions: number): void;
  reply(status: number, value: object): void;
}

export interface EmbeddingServer {
  /** Base URL. */
  readonly url: string;
  /** What it does with each request; it may answer later, or never. */
  behave: (asked: Asked) => void;
  close(): void;
}

/** A vector of a text that only its words decide, so that equal texts are found. */
export function direction(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0.01);
  for (const word of text.toLowerCase().match(/[a-z]+/g) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (hash * 31 + letter.charCodeAt(0)) % 1_000_003;
    vector[hash % dimensions] = (vector[hash % dimensions] ?? 0) + 1;
  }
  return vector;
}

/** @param port an earlier server's, to come back where it was. */
export async function startEmbeddingServer(
  behave: (asked: Asked) => void,
  port = 0,
): Promise<EmbeddingServer> {
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { model, input } = body as { model: string; input: string[] };
      made.behave(asked(model, input, request.headers.authorization, response));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const made = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    behave,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return made;
}

function asked(
  model: string,
  input: string[],
  authorization: string | undefined,
  response: ServerResponse,
): Asked {
  const reply = (status: number, value: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  return {
    model,
    input,
    authorization,
    reply,
    answer: (dimensions) =>
      reply(200, {
        data: input.map((text, index) => ({ index, embedding: direction(text, dimensions) })),
      }),
  };
}
