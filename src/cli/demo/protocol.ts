/** What is said between the demo's processes. Agent and exchange: JSON lines over loopback TCP. Control: Node's own IPC. */
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Fill, Order } from './market.js';
import type { Trade } from './tape.js';

/** Of calls to the daemon, and how long nothing may move: for a machine on which everything takes ten times as long. */
export const PATIENCE_MS = 300_000;

/** A request of the agent; the answer has the same id. One agent trades at a time: a logon ends the session before. */
export type Request = { readonly id: number } & (
  | { readonly type: 'logon' }
  | { readonly type: 'trades'; readonly from: number; readonly count: number }
  | { readonly type: 'place'; readonly client_order_id: string; readonly order: Order }
  | { readonly type: 'query'; readonly client_order_id: string }
);

/** What the exchange knows of a client_order_id. */
export interface OrderReport {
  readonly client_order_id: string;
  readonly status: 'filled' | 'rejected' | 'unknown here';
  readonly fill?: Fill;
  readonly why?: string;
}

export type Answer = { readonly id: number } & (
  | { readonly trades: readonly Trade[]; readonly end: boolean }
  | { readonly report: OrderReport }
  | { readonly welcome: true }
);

/** A line of the exchange's own log, one for each order that it accepted or rejected, in the order it did. */
export type LogLine = OrderReport & { readonly duplicate: boolean };

/** To the exchange: keep the next answer to an accepted order back; give it now; cut the agent's connection. */
export type ExchangeControl = 'hold_next' | 'answer' | 'cut';

export type ExchangeNews =
  | { readonly type: 'ready'; readonly port: number }
  /** An order is in the log and the agent does not know yet; `held`: nor will it before 'answer'. */
  | { readonly type: 'accepted'; readonly orders: number; readonly held: boolean };

export interface AgentNews {
  readonly type: 'progress';
  readonly cursor: number;
  readonly orders: number;
  /** Operations this process found in doubt and settled. */
  readonly reconciled: number;
}

export type Sabotage = 'double-send' | 'lost-order';

export interface ExchangeConfig {
  readonly log_path: string;
  readonly trades: number;
  readonly seed: number;
  /** The longest time between an order's acceptance and its answer. */
  readonly max_latency_ms: number;
  readonly sabotage?: Sabotage | undefined;
}

export interface AgentConfig {
  readonly address: string;
  readonly agent_id: string;
  readonly exchange_port: number;
  readonly sabotage?: Sabotage | undefined;
}

export function writeLine(socket: Socket, message: Request | Answer): void {
  socket.write(`${JSON.stringify(message)}\n`);
}

/** Calls back with each message of a socket. */
export function readLines<Message>(socket: Socket, take: (message: Message) => void): void {
  const lines = createInterface({ input: socket });
  // A socket that fails also closes; who listens for that learns it there.
  lines.on('error', () => {});
  lines.on('line', (line) => take(JSON.parse(line) as Message));
}

/** The configuration a process of the demo was started with. */
export function ownConfig<Config>(): Config {
  // Whoever started this process went away: nobody is left to do it for.
  process.on('disconnect', () => process.exit(1));
  return JSON.parse(process.argv[2] ?? '') as Config;
}
