/** The desk on stage: an analyst and its executors as processes, some of them killed as the seed says. */
import { Holdfast } from '@holdfast/client';
import { kill, logOf, type ProgramName, type Running, startProgram } from '../processes.js';
import { PATIENCE_MS } from '../protocol.js';
import { seeded } from '../random.js';
import type { DeskNews } from './messages.js';
import { ANALYST, CHANNEL, CONSUMER, EXECUTORS, type Executor, takenBy } from './plan.js';

export interface DeskOptions {
  readonly folder: string;
  readonly seed: number;
  readonly trades: number;
  readonly signals: number;
  /** How often each of those that live to the end is killed. */
  readonly kills_each: number;
  readonly onKill: (agent_id: string, done: number) => void;
}

/** Signals that one kill needs for itself. */
const SIGNALS_PER_KILL = 10;
/** Kills lie within the first three quarters: on a slow machine a member may be through before a late one strikes it. */
const KILLS_WITHIN = 0.75;

interface Member {
  readonly agent_id: string;
  readonly program: ProgramName;
  /** Numbers of signals after which it is killed, ascending. */
  readonly kills: number[];
  /** The number of signals after which it hangs; null = it ends by itself. */
  readonly silent_at: number | null;
  done: number;
  waited_ms: number;
  process: Running | undefined;
}

export class Desk {
  /** SIGKILLs of its members. */
  killed = 0;
  readonly #options: DeskOptions;
  readonly #members: readonly Member[];
  readonly #address: () => string;
  #closed = false;
  #finish: () => void = () => {};
  #fail: (error: Error) => void = () => {};

  /** @param address where the daemon serves at present. */
  constructor(options: DeskOptions, address: () => string) {
    this.#options = options;
    this.#address = address;
    const random = seeded(options.seed ^ 0x5eed);
    const { signals } = options;
    const kills_each = Math.min(options.kills_each, Math.floor(signals / SIGNALS_PER_KILL));
    const kills = () =>
      Array.from({ length: kills_each }, (_, n) =>
        Math.floor(((n + random()) * signals * KILLS_WITHIN) / kills_each),
      );
    const member = (agent_id: string, program: ProgramName, silent_at: number | null): Member => {
      const own = silent_at === null ? kills() : [];
      return { agent_id, program, kills: own, silent_at, done: 0, waited_ms: 0, process: undefined };
    };
    this.#members = [
      member(ANALYST, 'desk/analyst', null),
      ...EXECUTORS.map((executor) => {
        const silent_at = executor.silent_after === null ? null : takenBy(executor, signals);
        return member(executor.agent_id, 'desk/executor', silent_at);
      }),
    ];
  }

  get planned_kills(): number {
    return this.#members.reduce((sum, { kills }) => sum + kills.length, this.killed);
  }

  /** Signals published so far, and how long executors waited for the shared bucket. */
  get published(): number {
    return this.#members[0]?.done ?? 0;
  }

  get waited_ms(): number {
    return this.#members.reduce((sum, { waited_ms }) => sum + waited_ms, 0);
  }

  /** Resolves once all have ended, and the silent one has fallen silent. @throws Error when one of them broke. */
  async run(): Promise<void> {
    const ended = new Promise<void>((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = reject;
    });
    for (const member of this.#members) this.#start(member);
    await ended;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { process } of this.#members) if (process !== undefined) await kill(process);
  }

  #start(member: Member): void {
    const { folder, trades, signals } = this.#options;
    const { agent_id, program } = member;
    const config = { address: this.#address(), agent_id, trades, signals };
    const running = startProgram(program, folder, config);
    member.process = running;
    let waited_before_ms = 0;
    running.process.on('message', ({ done, waited_ms }: DeskNews) => {
      member.done = done;
      member.waited_ms += waited_ms - waited_before_ms;
      waited_before_ms = waited_ms;
      this.#finishIfThrough();
      if (member.kills[0] !== undefined && done >= member.kills[0]) {
        member.kills.shift();
        void this.#strike(member);
      }
    });
    void running.exited.then((code) => {
      if (this.#closed || code === 'SIGKILL') return;
      if (code !== 0) this.#fail(new Error(`${agent_id} ended with ${code}:\n${logOf(program, folder)}`));
      member.process = undefined;
      this.#finishIfThrough();
    });
  }

  #finishIfThrough(): void {
    const isThrough = ({ process, silent_at, done }: Member) =>
      silent_at === null ? process === undefined : done >= silent_at;
    if (this.#members.every(isThrough)) this.#finish();
  }

  async #strike(member: Member): Promise<void> {
    const { process } = member;
    if (process === undefined) return;
    await kill(process);
    if ((await process.exited) !== 'SIGKILL' || this.#closed) return; // It was through before.
    this.killed += 1;
    this.#options.onKill(member.agent_id, member.done);
    this.#start(member);
  }
}

/** Guards, consumers and alert rules of the executors: what the owner of the agents sets up, not the agents. */
export async function prepareDesk(address: string): Promise<void> {
  const holdfast = new Holdfast({ address, deadline_ms: PATIENCE_MS });
  try {
    for (const executor of EXECUTORS) await prepareExecutor(holdfast, executor);
  } finally {
    holdfast.close();
  }
}

async function prepareExecutor(holdfast: Holdfast, { agent_id, max_position }: Executor): Promise<void> {
  await holdfast.procedural.putGuard({
    agent_id,
    name: 'position',
    rule: { max_position: { quantity: max_position } },
  });
  await holdfast.signals.putConsumer({
    agent_id,
    name: CONSUMER,
    patterns: [CHANNEL],
    from_revision: '0',
    ack_timeout: { seconds: 1, nanos: 0 },
    max_deliveries: 1000,
  });
  await holdfast.signals.putAlertRule({
    agent_id,
    rule: { name: 'drawdown', drawdown_near: { fraction_of_limit: '0.5' } },
  });
}
