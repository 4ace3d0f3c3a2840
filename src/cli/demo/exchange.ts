/**
 * The exchange: a process of its own that plays the tape, fills orders and keeps its own log of them.
 *
 * It is as unhelpful as an exchange can be: an order sent twice is executed twice, under the same client_order_id, and
 * marked as a duplicate in the log. Only an agent that never sends twice comes out right.
 */
import { fsyncSync, openSync, writeSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { fillOrder, type Order } from './market.js';
import {
  type Answer,
  type ExchangeConfig,
  type ExchangeControl,
  type ExchangeNews,
  type LogLine,
  type OrderReport,
  ownConfig,
  type Request,
  readLines,
  writeLine,
} from './protocol.js';
import { seeded } from './random.js';
import { readTape } from './tape.js';

const config = ownConfig<ExchangeConfig>();
const tape = readTape(config.trades);
const numbers = new Map(tape.map(({ trade_id }, index) => [trade_id, index]));
const log = openSync(config.log_path, 'a', 0o600);
const random = seeded(config.seed);
/** By client_order_id: the first order accepted under it. */
const accepted = new Map<string, OrderReport>();
let orders = 0;
let session: Socket | undefined;
let holding = false;
let held: (() => void) | undefined;

function tell(news: ExchangeNews): void {
  process.send?.(news);
}

function record(line: LogLine): void {
  if (config.sabotage === 'lost-order' && orders === 3) return;
  writeSync(log, `${JSON.stringify(line)}\n`);
  fsyncSync(log);
}

function place(client_order_id: string, order: Order, answer: (report: OrderReport) => void): void {
  const number = numbers.get(order.at_trade_id);
  const outcome = fillOrder(order, number === undefined ? undefined : tape[number + 1]);
  if ('rejected' in outcome) {
    const report: OrderReport = { client_order_id, status: 'rejected', why: outcome.rejected };
    record({ ...report, duplicate: false });
    answer(report);
    return;
  }
  const report: OrderReport = { client_order_id, status: 'filled', fill: outcome.fill };
  orders++;
  record({ ...report, duplicate: accepted.has(client_order_id) });
  if (!accepted.has(client_order_id)) accepted.set(client_order_id, report);
  if (holding) held = () => answer(report);
  else setTimeout(answer, random() * config.max_latency_ms, report);
  tell({ type: 'accepted', orders, held: holding });
  holding = false;
}

function serve(socket: Socket, request: Request): void {
  if (request.type === 'logon') {
    // Nothing that an earlier process of the agent sent is looked at any more, even if it is on its way: from here on
    // "unknown here" is certain.
    session?.destroy();
    session = socket;
  }
  if (session !== socket) return;
  const { id } = request;
  const answer = (content: Omit<Answer, 'id'>): void => {
    if (!socket.destroyed) writeLine(socket, { id, ...content } as Answer);
  };
  if (request.type === 'logon') answer({ welcome: true });
  else if (request.type === 'trades') {
    const end = request.from + request.count;
    answer({ trades: tape.slice(request.from, end), end: end >= tape.length });
  } else if (request.type === 'place') {
    place(request.client_order_id, request.order, (report) => answer({ report }));
  } else {
    const { client_order_id } = request;
    answer({ report: accepted.get(client_order_id) ?? { client_order_id, status: 'unknown here' } });
  }
}

const CONTROLS: Readonly<Record<ExchangeControl, () => void>> = {
  hold_next: () => {
    holding = true;
  },
  answer: () => {
    held?.();
    held = undefined;
  },
  cut: () => {
    session?.destroy();
    session = undefined;
    held = undefined;
  },
};

process.on('message', (control: ExchangeControl) => CONTROLS[control]());

const server = createServer((socket) => {
  socket.setNoDelay(true).on('error', () => {});
  readLines<Request>(socket, (request) => serve(socket, request));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) tell({ type: 'ready', port: address.port });
});
