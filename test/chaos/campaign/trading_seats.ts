/** What a client knows of the desks that it trades at. */
import type { Message } from './wire.js';

export interface Seat {
  readonly epoch: string;
  readonly session_id: string;
}

/** The agents with sessions: each client's own, and one that all of them share and take from one another. */
export function desksOf(own: string, shared: string): readonly [own_desk: string, shared_desk: string] {
  return [`desk.${own}`, `desk.${shared}`];
}

/** An agent without a session, whose money is guarded; all clients draw on it. */
export function tillOf(shared: string): string {
  return `till.${shared}`;
}

const REMEMBERED = 40;

/** Of one client process; its streams share it. */
export class Seats {
  readonly #seats = new Map<string, Seat>();
  /** Seats that were taken away, to be tried again. */
  readonly #lost = new Map<string, Seat[]>();
  readonly #trades: Message[] = [];

  of(agent_id: string): Seat | undefined {
    return this.#seats.get(agent_id);
  }

  take(agent_id: string, seat: Seat): void {
    const before = this.#seats.get(agent_id);
    if (before !== undefined && before.epoch !== seat.epoch) {
      const lost = [...(this.#lost.get(agent_id) ?? []), before];
      this.#lost.set(agent_id, lost.slice(-REMEMBERED));
    }
    this.#seats.set(agent_id, seat);
  }

  /** So that it is opened anew: something was refused there. */
  leave(agent_id: string): void {
    const before = this.#seats.get(agent_id);
    this.#seats.delete(agent_id);
    if (before !== undefined)
      this.#lost.set(agent_id, [...(this.#lost.get(agent_id) ?? []), before].slice(-REMEMBERED));
  }

  lostOf(agent_id: string): readonly Seat[] {
    return this.#lost.get(agent_id) ?? [];
  }

  remember(trade: Message): void {
    this.#trades.push(trade);
    if (this.#trades.length > REMEMBERED) this.#trades.shift();
  }

  get trades(): readonly Message[] {
    return this.#trades;
  }
}
