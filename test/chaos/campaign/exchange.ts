/**
 * The outside: a process of its own that outlives daemon and clients, keeps its own append-only log of orders and executes
 * whatever it is told, duplicates included, so that a duplicate is seen. An order marked `idempotent` is dropped when its
 * client_order_id is known, as good exchanges do. JSON lines over a Unix socket.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export type ExchangeRequest =
  | { readonly n: number; readonly do: 'hello'; readonly name: string }
  | {
      readonly n: number;
      readonly do: 'place';
      readonly client_order_id: string;
      readonly idempotent: boolean /** The answer comes so much later than the deed. */;
      readonly delay_ms: number;
    }
  | { readonly n: number; readonly do: 'query'; readonly client_order_id: string }
  /** Answered once no client of this name is connected any more, so that all it sent has been executed. */
  | { readonly n: number; readonly do: 'gone'; readonly name: string }
  /** How often each order has been executed. */
  | { readonly n: number; readonly do: 'effects' };

const [socket_path = '', log_path = ''] = process.argv.slice(2);
const effects = new Map<string, number>();
const connected = new Map<string, number>();
const waiting: { readonly name: string; readonly answer: () => void }[] = [];

function load(): void {
  let text = '';
  try {
    text = readFileSync(log_path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  for (const id of text.split('\n').filter((line) => line !== ''))
    effects.set(id, (effects.get(id) ?? 0) + 1);
}

function place(id: string, idempotent: boolean): void {
  if (idempotent && effects.has(id)) return;
  appendFileSync(log_path, `${id}\n`);
  effects.set(id, (effects.get(id) ?? 0) + 1);
}

function serve(socket: Socket): void {
  let name = '';
  const answer = (n: number, value: unknown) => {
    if (!socket.destroyed) socket.write(`${JSON.stringify({ n, value })}\n`);
  };
  const lines = createInterface({ input: socket });
  lines.on('line', (line) => {
    const request = JSON.parse(line) as ExchangeRequest;
    if (request.do === 'hello') {
      name = request.name;
      connected.set(name, (connected.get(name) ?? 0) + 1);
      answer(request.n, null);
    } else if (request.do === 'place') {
      place(request.client_order_id, request.idempotent);
      setTimeout(() => answer(request.n, null), request.delay_ms);
    } else if (request.do === 'query') answer(request.n, effects.get(request.client_order_id) ?? 0);
    else if (request.do === 'effects') answer(request.n, Object.fromEntries(effects));
    else if ((connected.get(request.name) ?? 0) === 0) answer(request.n, null);
    else waiting.push({ name: request.name, answer: () => answer(request.n, null) });
  });
  // A client that was killed with answers unread resets the connection.
  for (const each of [socket, lines]) each.on('error', () => {});
  // By then every line has been given.
  socket.on('close', () => {
    if (name === '') return;
    connected.set(name, (connected.get(name) ?? 1) - 1);
    for (const each of waiting) if (each.name === name && connected.get(name) === 0) each.answer();
  });
}

load();
const server = createServer(serve);
server.listen(socket_path, () => process.send?.('ready'));
process.on('disconnect', () => process.exit(0));
