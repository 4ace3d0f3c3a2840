/** A local HTTP server that speaks /v1/chat/completions, for the daemon's summarizer; each test decides what it answers. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export interface Asked {
  /** The whole prompt. */
  readonly prompt: string;
  answer(summary: string): void;
  fail(status: number, message: string): void;
}

export interface ChatServer {
  /** Base URL. */
  readonly url: string;
  /** The next request, waited for. */
  next(): Promise<Asked>;
  /** Requests that nobody has taken with `next`. */
  readonly waiting: number;
  close(): void;
}

export async function startChatServer(): Promise<ChatServer> {
  const asked: Asked[] = [];
  const takers: ((asked: Asked) => void)[] = [];
  const server = createServer((request, response) => {
    void receive(request, response).then((one) => {
      const taker = takers.shift();
      if (taker === undefined) asked.push(one);
      else taker(one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    next: () => {
      const one = asked.shift();
      return one === undefined ? new Promise((resolve) => takers.push(resolve)) : Promise.resolve(one);
    },
    get waiting() {
      return asked.length;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<Asked> {
  const body = (await json(request)) as { messages: { content: string }[] };
  const reply = (status: number, value: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
  return {
    prompt: body.messages.map(({ content }) => content).join('\n'),
    answer: (summary) =>
      reply(200, { choices: [{ message: { role: 'assistant', content: summary }, finish_reason: 'stop' }] }),
    fail: (status, message) => reply(status, { error: { message } }),
  };
}
