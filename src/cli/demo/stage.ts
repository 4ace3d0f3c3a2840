/** Runs the play: starts the processes, kills them as planned, starts them again, until the agent is through the tape. */
import { once } from 'node:events';
import { join } from 'node:path';
import { clockMs } from './desk/rate.js';
import type { Kill, Victim } from './kills.js';
import { type Daemon, kill, logOf, type Running, startDaemon, startProgram } from './processes.js';
import {
  type AgentNews,
  type ExchangeControl,
  type ExchangeNews,
  PATIENCE_MS,
  type Sabotage,
} from './protocol.js';

export const AGENT_ID = 'demo';

export interface StageOptions {
  readonly folder: string;
  readonly seed: number;
  readonly trades: number;
  readonly max_latency_ms: number;
  readonly sabotage: Sabotage | undefined;
  readonly plan: readonly Kill[];
  /** Once, before the agent trades. */
  readonly prepare: (address: string) => Promise<void>;
  readonly onChange: (stage: Stage) => void;
  readonly onKill: (stage: Stage, done: Kill) => void;
}

export class Stage {
  readonly log_path: string;
  readonly killed: Record<Victim, number> = { agent: 0, daemon: 0, connection: 0 };
  killed_in_window = 0;
  /** Trades of the tape that the agent has dealt with. */
  cursor = 0;
  orders = 0;
  /** When each daemon was started, by `clockMs`. */
  readonly daemon_starts_ms: number[] = [];
  /** Settled after a restart; what an agent had not reported before it was killed is missing. */
  reconciled = 0;
  readonly #options: StageOptions;
  readonly #plan: Kill[];
  readonly #done = new AbortController();
  #daemon: Daemon | undefined;
  #exchange: Running | undefined;
  #agent: Running | undefined;
  #agent_reconciled = 0;
  #exchange_port = 0;
  #killing: Promise<void> = Promise.resolve();
  /** Kills that are due and not done. */
  #due = 0;
  #finish: () => void = () => {};
  #fail: (error: Error) => void = () => {};
  #stall: NodeJS.Timeout | undefined;

  constructor(options: StageOptions) {
    this.#options = options;
    this.#plan = [...options.plan];
    this.log_path = join(options.folder, 'exchange-orders.jsonl');
  }

  /** Starts the daemon and prepares what agents find there. Before `run`. */
  async open(): Promise<void> {
    await this.#startDaemon();
    await this.#options.prepare(this.address);
  }

  /** Resolves with the daemon's address once the agent is through; the daemon still runs. @throws Error */
  async run(): Promise<string> {
    const ended = new Promise<void>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    // Whatever fails before it is awaited is not lost: it is awaited below.
    ended.catch(() => {});
    await this.#startExchange(this.#options.folder);
    this.#startAgent();
    this.#moved();
    await ended;
    clearTimeout(this.#stall);
    await this.#killing;
    return this.address;
  }

  get address(): string {
    return this.#daemon?.address ?? '';
  }

  /** Ends every process; the daemon in good order. */
  async close(): Promise<void> {
    clearTimeout(this.#stall);
    this.#done.abort();
    await this.#killing.catch(() => {});
    for (const one of [this.#agent, this.#exchange]) if (one !== undefined) await kill(one);
    this.#daemon?.process.kill('SIGTERM');
    await this.#daemon?.exited;
  }

  async #startDaemon(): Promise<void> {
    this.daemon_starts_ms.push(clockMs());
    const daemon = await startDaemon(this.#options.folder);
    this.#daemon = daemon;
    void daemon.exited.then((code) => {
      if (code !== 'SIGKILL') this.#broke('daemon', code);
    });
  }

  async #startExchange(folder: string): Promise<void> {
    const { seed, trades, max_latency_ms, sabotage } = this.#options;
    const config = { log_path: this.log_path, trades, seed, max_latency_ms, sabotage };
    const exchange = startProgram('exchange', folder, config);
    this.#exchange = exchange;
    void exchange.exited.then((code) => this.#broke('exchange', code));
    const gone = exchange.exited.then((code) => Promise.reject(new Error(`the exchange ended with ${code}`)));
    const [ready] = (await Promise.race([once(exchange.process, 'message'), gone])) as [ExchangeNews];
    gone.catch(() => {});
    if (ready.type === 'ready') this.#exchange_port = ready.port;
    exchange.process.on('message', (news: ExchangeNews) => {
      if (news.type === 'accepted') this.#accepted(news.orders, news.held);
    });
    // For a kill at the very first order.
    this.#prepareWindow();
  }

  #startAgent(): void {
    const { folder, sabotage } = this.#options;
    const config = {
      address: this.address,
      agent_id: AGENT_ID,
      exchange_port: this.#exchange_port,
      sabotage,
    };
    const agent = startProgram('agent', folder, config);
    this.#agent = agent;
    this.#agent_reconciled = 0;
    agent.process.on('message', (news: AgentNews) => {
      this.cursor = news.cursor;
      this.reconciled += news.reconciled - this.#agent_reconciled;
      this.#agent_reconciled = news.reconciled;
      this.#moved();
    });
    void agent.exited.then((code) => {
      if (code === 0) this.#finish();
      else if (code !== 'SIGKILL') this.#broke('agent', code);
    });
  }

  #broke(name: 'agent' | 'exchange' | 'daemon', code: number | string): void {
    if (this.#done.signal.aborted) return;
    this.#fail(new Error(`the ${name} ended with ${code}:\n${logOf(name, this.#options.folder)}`));
  }

  #moved(): void {
    clearTimeout(this.#stall);
    this.#stall = setTimeout(() => this.#fail(new Error('nothing has moved for five minutes')), PATIENCE_MS);
    this.#options.onChange(this);
  }

  #control(control: ExchangeControl): void {
    this.#exchange?.process.send(control);
  }

  #prepareWindow(): void {
    const [next] = this.#plan;
    // One at a time: a kill that is still under way could free the order that this one wants held.
    if (next?.in_window && this.#due === 0 && this.orders >= next.at_order - 1) this.#control('hold_next');
  }

  /** The exchange has an order in its log, and the agent does not know yet. */
  #accepted(orders: number, held: boolean): void {
    this.orders = orders;
    this.#moved();
    const [next] = this.#plan;
    const due = next !== undefined && (next.in_window ? held : orders >= next.at_order);
    if (!due) {
      this.#prepareWindow();
      return;
    }
    this.#plan.shift();
    this.#due++;
    this.#killing = this.#killing.then(() => this.#strike(next)).catch((error: Error) => this.#fail(error));
  }

  async #strike(next: Kill): Promise<void> {
    if (!next.in_window) await new Promise((resolve) => setTimeout(resolve, next.delay_ms));
    if (this.#done.signal.aborted) return;
    if (next.victim === 'connection') this.#control('cut');
    else if (next.victim === 'daemon' && this.#daemon !== undefined) {
      await kill(this.#daemon);
      // The agent learns of its fill while nobody can take the outcome.
      if (next.in_window) this.#control('answer');
      await this.#startDaemon();
    } else if (next.victim === 'agent' && this.#agent !== undefined) {
      await kill(this.#agent);
      if ((await this.#agent.exited) !== 'SIGKILL') return; // It was through before.
      if (next.in_window) this.#control('answer');
      this.#startAgent();
    }
    this.#due--;
    this.killed[next.victim]++;
    if (next.in_window) this.killed_in_window++;
    this.#options.onKill(this, next);
    this.#prepareWindow();
  }
}
