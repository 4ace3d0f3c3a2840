/** A real HTTP server on a free loopback port that answers as it is told, request by request. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';

export interface Received {
  readonly path: string;
  /** The client's end: the same port is the same connection. */
  readonly port: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly body: Record<string, unknown>;
}

export type Answer = (response: ServerResponse, request: Received) => void;

export interface TestEndpoint {
  readonly url: string;
  /** Every request that came completely, in order. */
  readonly received: Received[];
  /** Answers the next requests, one each; the last one also answers all that follow. */
  answer(...answers: Answer[]): void;
  close(): Promise<void>;
}

export async function startEndpoint(): Promise<TestEndpoint> {
  const received: Received[] = [];
  let answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const port = request.socket.remotePort;
    const found = { path: request.url ?? '', port, headers: request.headers, text, body: JSON.parse(text) };
    received.push(found);
    const next = answers.length > 1 ? answers.shift() : answers[0];
    if (next === undefined) throw new Error('the test gave no answer');
    next(response, found);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer(...given) {
      received.length = 0;
      answers = given;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Status 200 unless told otherwise. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };
}

export function raw(body: string, type = 'application/json'): Answer {
  return (response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(body);
  };
}

/** Drops the connection in the middle of the reply. */
export const truncated: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"data": [', () => response.destroy());
};

/** Drops the connection without a reply. */
export const hangUp: Answer = (response) => {
  response.destroy();
};

export const never: Answer = () => {};

/** A log that keeps its lines. */
export function keepingLog() {
  const lines: string[] = [];
  return { lines, log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }) };
}
