/** What the demo shows: a line that moves, a line for each kill, and the table at the end. */
import type { Output } from '../output.js';
import type { Audit, Check } from './audit.js';
import type { Desk } from './desk/desk.js';
import { type Kill, VICTIMS } from './kills.js';
import type { Stage } from './stage.js';

export interface Result extends Audit {
  readonly ok: boolean;
  readonly checks: Check[];
  readonly stage: Stage;
  readonly desk: Desk;
  readonly wall_ms: number;
}

/** How often the line is written again. */
const REFRESH_MS = 100;

export class DemoView {
  readonly #out: Output;
  readonly #seed: number;
  readonly #trades: number;
  readonly #kills: number;
  #shown_ms = Number.NEGATIVE_INFINITY;

  constructor(out: Output, seed: number, trades: number, kills: number) {
    this.#out = out;
    this.#seed = seed;
    this.#trades = trades;
    this.#kills = kills;
    out.remark(`holdfast demo: ${trades} trades of XRP/ETH, ${kills} kills, seed ${seed}`);
  }

  progress(stage: Stage): void {
    if (!this.#out.live || performance.now() - this.#shown_ms < REFRESH_MS) return;
    this.#shown_ms = performance.now();
    this.#out.progress(`${facts(stage)}, trades`, stage.cursor, this.#trades);
  }

  killed(stage: Stage, { victim, in_window, delay_ms }: Kill): void {
    const { agent, daemon, connection } = stage.killed;
    const count = `kill ${agent + daemon + connection} of ${this.#kills}`;
    const when = in_window
      ? `after the exchange had accepted order ${stage.orders}, before it answered`
      : `${delay_ms.toFixed(1)} ms after order ${stage.orders}`;
    this.#out.remark(
      `${count}: ${victim === 'connection' ? 'connection cut' : `${victim} SIGKILL`}, ${when}`,
    );
  }

  deskKilled(agent_id: string, done: number): void {
    this.#out.remark(`${agent_id} SIGKILL, after signal ${done}`);
  }

  show({ ok, checks, stage, desk, reconciled, journal, wall_ms }: Result): void {
    const { killed, killed_in_window, cursor, orders } = stage;
    const kills = { ...killed, in_window: killed_in_window };
    const json = {
      ok,
      seed: this.#seed,
      trades: cursor,
      orders,
      checks,
      kills,
      desk: { signals: desk.published, killed: desk.killed, waited_ms: Math.round(desk.waited_ms) },
      reconciled,
      journal,
      wall_ms,
    };
    this.#out.reply(json, () => {
      const right = true;
      this.#out.table(
        ['CHECK', { title: 'EXPECTED', right }, { title: 'FOUND', right }, 'RESULT'],
        checks.map((one) => [one.check, one.expected, one.found, one.ok ? 'ok' : 'DIFFERENT']),
      );
      this.#out.line('');
      this.#out.facts([
        ['result', ok ? 'all equal' : 'DIFFERENT'],
        ['trades replayed', cursor],
        [
          'kills',
          `${VICTIMS.map((one) => `${one} ${killed[one]}`).join(', ')}; ${killed_in_window} with an order accepted and not answered`,
        ],
        [
          'desk',
          `${desk.published} signals; its members killed ${desk.killed} times; ${(desk.waited_ms / 1000).toFixed(1)} s waited for the shared bucket`,
        ],
        [
          'reconciled',
          `${reconciled.happened} in doubt had happened; ${reconciled.begun_again} were begun again, with the same client_order_id`,
        ],
        [
          'journal',
          `${journal.entries} entries verified, revision ${journal.revision}, head ${journal.head_hash}`,
        ],
        ['seed', this.#seed],
        ['wall time', `${(wall_ms / 1000).toFixed(1)} s`],
      ]);
    });
  }
}

function facts({ orders, killed, reconciled }: Stage): string {
  const kills = VICTIMS.map((victim) => `${victim} ${killed[victim]}`).join(', ');
  return `orders ${orders}, killed: ${kills}, reconciled ${reconciled}`;
}
