/**
 * The connections of one listening socket, and who leaves when there are too many. Where a token is needed a connection is a
 * stranger's until a call is let in on it, and again once none of the credentials that were let in is valid any more.
 */
import type { Socket } from 'node:net';
import type { Principal } from '../access/principal.js';

/** How long a stranger may take: for a TLS handshake and a call that is let in, or, where no token is needed, for SETTINGS. */
const PROVE_MS = 10_000;
/** Strangers have room for so many, or a sixteenth of what is set if that is more, however many others there are. */
const LEAST_ROOM = 8;
const SHARE_OF_STRANGERS = 16;

/** One connection, and what is known of it. */
export interface Visitor {
  readonly gate: Gate;
  readonly socket: Socket;
  /** The one that it counts for. */
  readonly address: string;
  /** Whose calls were let in; the last of them apart, which a call looks at. */
  readonly principals: Set<Principal>;
  last: Principal | undefined;
  /** Streaming calls that are open. */
  streaming: number;
  /** Seconds without a new call. */
  idle_s: number;
  is_cut: boolean;
  readonly cut: (why: string) => void;
}

export class Gate {
  /** Speaking is not enough: a call must be let in. */
  readonly needs_token: boolean;
  readonly #max: number;
  /** The oldest first, with what cuts them in time. */
  readonly #strangers = new Map<Visitor, NodeJS.Timeout>();
  readonly #known = new Set<Visitor>();

  constructor(needs_token: boolean, max_connections: number) {
    this.needs_token = needs_token;
    this.#max = max_connections;
  }

  get #room(): number {
    if (!this.needs_token) return this.#max - this.#known.size;
    const least = Math.min(Math.max(LEAST_ROOM, Math.ceil(this.#max / SHARE_OF_STRANGERS)), this.#max);
    return Math.max(this.#max - this.#known.size, least);
  }

  /**
   * Lets a stranger in; false when there is no room. Where a token is needed it takes the place of another stranger, the oldest of
   * the address that has most, so that whoever has a token gets in whatever others hold open.
   */
  enter(visitor: Visitor): boolean {
    if (this.#strangers.size >= this.#room) {
      const leaves = this.needs_token ? this.#oldestOfMost() : undefined;
      if (leaves === undefined) return false;
      this.leave(leaves);
      leaves.cut('too many connections');
    }
    this.#wait(visitor);
    return true;
  }

  /** It has spoken, or been let in; false when those that are known are too many and it is the one to go. */
  know(visitor: Visitor): boolean {
    const timer = this.#strangers.get(visitor);
    if (timer === undefined) return !visitor.is_cut;
    this.leave(visitor);
    if (this.#known.size >= this.#max) {
      const leaves = this.#idlestOfMost(visitor);
      if (leaves === undefined) return false;
      this.leave(leaves);
      leaves.cut('its credential has more connections than others');
    }
    this.#known.add(visitor);
    return true;
  }

  leave(visitor: Visitor): void {
    clearTimeout(this.#strangers.get(visitor));
    this.#strangers.delete(visitor);
    this.#known.delete(visitor);
  }

  isStranger(visitor: Visitor): boolean {
    return this.#strangers.has(visitor);
  }

  /** To be asked when tokens change, and now and then for those that expire. */
  reconsider(isValid: (principal: Principal) => boolean): void {
    if (!this.needs_token) return;
    for (const visitor of this.#known) {
      for (const principal of visitor.principals)
        if (!isValid(principal)) visitor.principals.delete(principal);
      if (visitor.last === undefined || isValid(visitor.last)) continue;
      [visitor.last] = visitor.principals;
      if (visitor.last !== undefined) continue;
      this.leave(visitor);
      this.#wait(visitor);
    }
  }

  #wait(visitor: Visitor): void {
    const why = this.needs_token ? 'made no call that was let in' : 'did not speak';
    const timer = setTimeout(() => visitor.cut(why), PROVE_MS).unref();
    this.#strangers.set(visitor, timer);
  }

  #oldestOfMost(): Visitor | undefined {
    const [first] = largest(this.#strangers.keys(), ({ address }) => address);
    return first;
  }

  /**
   * Of the credential with most connections, if that is more than the newcomer's has with it: the one without open streams that
   * has been idle for longest.
   */
  #idlestOfMost({ last }: Visitor): Visitor | undefined {
    const id = ({ last: principal }: Visitor): string => principal?.id ?? '';
    const most = largest(this.#known, id);
    const own = [...this.#known].filter((one) => id(one) === last?.id).length + 1;
    if (most.length <= own) return undefined;
    const cost = ({ streaming, idle_s }: Visitor): number => (streaming > 0 ? 0 : idle_s + 1);
    return most.reduce((best, one) => (cost(one) > cost(best) ? one : best));
  }
}

/** The largest group of those with the same key, in their order. */
function largest(all: Iterable<Visitor>, keyOf: (one: Visitor) => string): Visitor[] {
  const groups = new Map<string, Visitor[]>();
  let most: Visitor[] = [];
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    groups.set(keyOf(one), group);
    group.push(one);
    if (group.length > most.length) most = group;
  }
  return most;
}
