/**
 * Writes agents' keys as they are now: all of them in a rebuild, and one a round beside the journal. The latter is done when the
 * mirror resumes and after every third of the keys' life: it keeps what lives from expiring, and mends what was evicted, expired
 * with a wrong clock or while the daemon was down, or was written over by somebody else.
 */
import type { Reads } from '../reader/reads.js';
import type { KeyWriter } from './keys.js';
import { isPut, PARTS, type Planner } from './plan.js';
import type { Round } from './round.js';

/** Part of the keys' life after which they are written anew. */
const REFRESHES_PER_LIFE = 3;

export class Agents {
  readonly #reads: Reads;
  readonly #planner: Planner;
  readonly #keys: KeyWriter;
  readonly #ttl_ms: number;
  /** Of the walk beside the journal: up to this one they are done; undefined = there is none now. */
  #after: string | undefined;
  /** When the last one began. */
  #began_ms = Number.NEGATIVE_INFINITY;

  constructor(reads: Reads, planner: Planner, keys: KeyWriter, ttl_ms: number) {
    this.#reads = reads;
    this.#planner = planner;
    this.#keys = keys;
    this.#ttl_ms = ttl_ms;
  }

  /** Nobody knows how long nobody refreshed anything: the next step begins with all. */
  forget(): void {
    this.#after = undefined;
    this.#began_ms = Number.NEGATIVE_INFINITY;
  }

  /** They have all been written just now. */
  areFresh(now_ms: number): void {
    this.#after = undefined;
    this.#began_ms = now_ms;
  }

  /** Refreshes the next agent where it is time. Returns whether that was the last one. */
  async refresh(owner: string, now_ms: number, now_us: number, round: Round): Promise<boolean> {
    if (this.#after === undefined) {
      if (now_ms - this.#began_ms < this.#ttl_ms / REFRESHES_PER_LIFE) return false;
      this.#after = '';
      this.#began_ms = now_ms;
    }
    this.#after = await this.writeAfter(this.#after, 1, { owner, force: false, now_us }, round);
    if (this.#after === undefined) return true;
    round.more = true;
    return false;
  }

  /**
   * Writes the next agents after one. Returns the last of them; undefined = there are no more.
   * @param how as KeyWriter.write takes it.
   */
  async writeAfter(
    after: string,
    count: number,
    how: { readonly owner: string; readonly force: boolean; readonly now_us: number },
    round: Round,
  ): Promise<string | undefined> {
    const agents = this.#reads.single(({ mirror }) => mirror.agentsAfter(after, count));
    for (const agent_id of agents) {
      const puts = this.#reads.snapshot(0, (queries, head) =>
        PARTS.map((part) => this.#planner.whole(queries, part, agent_id, head, how.now_us, true)),
      );
      await this.#keys.write(puts.filter(isPut), how.owner, how.force, round);
    }
    return agents.at(-1);
  }
}
