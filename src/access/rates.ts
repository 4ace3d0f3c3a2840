/** How often each agent may call: the generic cell rate algorithm (ITU-T I.371), one number an agent. */

const MAX_AGENTS = 10_000;

export class Rates {
  readonly #interval_ms: number;
  readonly #now_ms: () => number;
  /** When the agent's allowance would be whole again; past = it is. */
  readonly #whole_at_ms = new Map<string, number>();

  /** @param per_second a whole number: calls of each agent, and how many may come at once; 0 = as many as it likes. */
  constructor(per_second: number, now_ms: () => number) {
    this.#interval_ms = per_second === 0 ? 0 : 1000 / per_second;
    this.#now_ms = now_ms;
  }

  /**
   * Takes calls; returns 0, or the milliseconds after which there is one again. Many at once are taken when there is one, and
   * paid for by those that come later: what counts for more than a second's worth could otherwise never be done.
   */
  take(agent_id: string, calls = 1): number {
    if (this.#interval_ms === 0) return 0;
    const wait_ms = this.wait(agent_id);
    if (wait_ms > 0) return wait_ms;
    const now_ms = this.#now_ms();
    const whole_at_ms = Math.max(this.#whole_at_ms.get(agent_id) ?? now_ms, now_ms);
    if (this.#whole_at_ms.size >= MAX_AGENTS) this.#forget(now_ms);
    this.#whole_at_ms.set(agent_id, whole_at_ms + calls * this.#interval_ms);
    return 0;
  }

  /** What `take` would return, and takes nothing. */
  wait(agent_id: string): number {
    const whole_at_ms = this.#whole_at_ms.get(agent_id);
    if (whole_at_ms === undefined) return 0;
    return Math.max(whole_at_ms + this.#interval_ms - this.#now_ms() - 1000, 0);
  }

  /** Makes undone what was taken. */
  giveBack(agent_id: string, calls: number): void {
    const whole_at_ms = this.#whole_at_ms.get(agent_id);
    if (whole_at_ms !== undefined) this.#whole_at_ms.set(agent_id, whole_at_ms - calls * this.#interval_ms);
  }

  /** Those whose allowance is whole, and if that is nobody, all: then it is not agents that call. */
  #forget(now_ms: number): void {
    for (const [agent_id, at_ms] of this.#whole_at_ms)
      if (at_ms <= now_ms) this.#whole_at_ms.delete(agent_id);
    if (this.#whole_at_ms.size >= MAX_AGENTS) this.#whole_at_ms.clear();
  }
}
