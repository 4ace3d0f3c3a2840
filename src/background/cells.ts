/**
 * Keeps the vector index in shape: asks a reader thread what to change (vectors/maintenance.ts) and has the writer do it in
 * short steps, so that no write waits long behind them. A crash between two steps leaves an index that answers rightly.
 */
import type { Logger } from 'pino';
import { crashPoint } from '../crash_points.js';
import type { Feed } from '../outbox/feed.js';
import type { Reads } from '../reader/reads.js';
import type { Scans } from '../reader/scans.js';
import { stepsOf } from '../tiers/semantic/vectors/maintenance.js';
import type { WriterPort } from '../writer/writer.js';
import { runCommand } from './command.js';
import { Follower } from './follow.js';

export interface CellKeeperOptions {
  readonly writer: Pick<WriterPort, 'submit'>;
  readonly reads: Reads;
  readonly scans: Scans;
  readonly feed: Feed;
  readonly log: Logger;
}

const RETRY_MS = 5000;

export class CellKeeper {
  readonly #options: CellKeeperOptions;
  readonly #follower = new Follower();

  constructor(options: CellKeeperOptions) {
    this.#options = options;
  }

  start(): void {
    this.#follower.start(this.#options.feed, () => this.#round());
  }

  async close(): Promise<void> {
    await this.#follower.close();
  }

  async #round(): Promise<boolean | number> {
    const { reads } = this.#options;
    try {
      const generations = reads.snapshot(0, ({ semantic }) => semantic.generations());
      for (const { generation_id, status } of generations) {
        if (status !== 'retired' && (await this.#improve(generation_id))) return true;
      }
      return false;
    } catch (error) {
      if (!this.#follower.signal.aborted)
        this.#options.log.warn({ err: error }, 'the vector index is not looked after now');
      return RETRY_MS;
    }
  }

  /** Carries out the plan that matters most; false when the index is in shape. */
  async #improve(generation_id: number): Promise<boolean> {
    const { scans, writer } = this.#options;
    const plan = await scans.run('plan_vectors', { generation_id });
    if (plan === null) return false;
    const { moves: _moves, cell_ids: _cell_ids, ...start } = plan;
    const { cell_ids } = await runCommand(writer, 'begin_vector_plan', start);
    const { from_cell_id } = plan;
    for (const moves of stepsOf(plan, cell_ids)) {
      if (this.#follower.signal.aborted) return false;
      await runCommand(writer, 'move_vectors', { generation_id, from_cell_id, moves });
      crashPoint('during_index_upkeep');
    }
    return true;
  }
}
