/**
 * What those cost who have shown no valid token: each connection of theirs and each call is paid for out of an allowance of
 * their address and one of all strangers together. Cutting a connection alone helps little: it comes back at once. Where the
 * allowance is used up a new connection waits for its turn, its bytes in the kernel, and addresses take turns. An address from
 * which more come than may wait is one whose newcomers nobody can tell from the flood: those too many are cut, whoever they are.
 * Who shows a token gets back what the connection cost.
 */
import { isIPv6 } from 'node:net';
import { Rates } from '../access/rates.js';

/** Units a second, each about the time of a refused call, 30 to 50 us: of one address, and of all. */
const UNITS_OF_EACH = 500;
const UNITS_OF_ALL = 2000;
/** Accepting a connection, and the calls that it can have refused before it is cut. A hundred agents may start at once. */
const UNITS_OF_CONNECTION = 5;
const TURN_MS = 20;
/** Connections that wait: of one address, and all. */
const MAX_WAITING = 256;
const MAX_WAITING_OF_ALL = 1024;

type Come = () => void;

export class Strangers {
  readonly #each: Rates;
  readonly #all: Rates;
  /** What lets in those who wait, the oldest first, by address. */
  readonly #waiting = new Map<string, Set<Come>>();
  #count = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(now_ms: () => number) {
    this.#each = new Rates(UNITS_OF_EACH, now_ms);
    this.#all = new Rates(UNITS_OF_ALL, now_ms);
  }

  /** A call that is refused or needs no token; false when that is one too many. */
  called(address: string): boolean {
    return this.#take(address, 1);
  }

  /** What a connection has cost, once it has shown that it is no stranger's. */
  proved(address: string): void {
    this.#each.giveBack(address, UNITS_OF_CONNECTION);
    this.#all.giveBack('', UNITS_OF_CONNECTION);
  }

  /**
   * Calls `come` when it is the connection's turn, at once if nobody waits.
   * @returns what takes it out of the line; undefined when the line is too long, and it is to go.
   */
  arrived(address: string, come: Come): (() => void) | undefined {
    const line = this.#waiting.get(address);
    if (line === undefined && this.#take(address, UNITS_OF_CONNECTION)) {
      come();
      return () => {};
    }
    if ((line?.size ?? 0) >= MAX_WAITING || this.#count >= MAX_WAITING_OF_ALL) return undefined;
    this.#count += 1;
    this.#waiting.set(address, (line ?? new Set()).add(come));
    this.#timer ??= setTimeout(() => this.#turn(), TURN_MS).unref();
    return () => this.#leave(address, come);
  }

  /** Lets in nobody more of those who wait. */
  close(): void {
    clearTimeout(this.#timer);
    this.#waiting.clear();
    this.#count = 0;
  }

  #take(address: string, units: number): boolean {
    if (this.#each.take(address, units) > 0) return false;
    if (this.#all.take('', units) === 0) return true;
    this.#each.giveBack(address, units);
    return false;
  }

  /** One of each address, and again, for as long as there is an allowance. */
  #turn(): void {
    this.#timer = undefined;
    for (const [address, line] of this.#waiting) {
      const [first] = line;
      if (first === undefined || !this.#take(address, UNITS_OF_CONNECTION)) continue;
      this.#leave(address, first);
      // Behind the others; what is put at the end is come to again.
      if (this.#waiting.delete(address)) this.#waiting.set(address, line);
      first();
    }
    if (this.#waiting.size > 0) this.#timer = setTimeout(() => this.#turn(), TURN_MS).unref();
  }

  #leave(address: string, come: Come): void {
    const line = this.#waiting.get(address);
    if (line?.delete(come) === true) this.#count -= 1;
    if (line?.size === 0) this.#waiting.delete(address);
  }
}

/** What counts as one address: of IPv6 the first 64 bits, which whoever has one address has all of (RFC 6177). */
export function addressOf(peer: string | undefined): string {
  if (peer === undefined || !isIPv6(peer) || peer.includes('.')) return peer ?? '';
  const [head = '', tail = ''] = (peer.split('%')[0] ?? '').split('::');
  const [first, last] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(Math.max(8 - (first?.length ?? 0) - (last?.length ?? 0), 0)).fill('0');
  return [...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4).join(':');
}
