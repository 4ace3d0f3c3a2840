/**
 * How often may be called: by each agent, and by each credential for all of its agents together, for whoever may name any agent
 * of a beginning (`desk-*`) can make up a new one for each call. An admin's credential has no bound of its own.
 */
import { HoldfastError } from '../errors.js';
import type { Principal } from './principal.js';
import { Rates } from './rates.js';

/** Of a credential, in place of an option: as much as so many agents may that call as often as they can. */
const AGENTS_OF_CREDENTIAL = 100;
const SENDER = 'the credential';

export interface AllowanceLimits {
  /** Calls of one agent; 0 = as many as it likes. */
  readonly max_calls_per_second_per_agent: number;
  /** Calls with one credential; 0 = a hundred times those of an agent. */
  readonly max_calls_per_second_per_credential: number;
}

export class Allowances {
  readonly #agents: Rates;
  readonly #credentials: Rates;

  constructor(limits: AllowanceLimits, now_ms: () => number) {
    const { max_calls_per_second_per_agent: of_agent, max_calls_per_second_per_credential: own } = limits;
    this.#agents = new Rates(of_agent, now_ms);
    this.#credentials = new Rates(own || of_agent * AGENTS_OF_CREDENTIAL, now_ms);
  }

  /** Takes calls for an agent, empty = for none; returns the refusal if there are none to take. */
  take(principal: Principal, agent_id: string, calls = 1): HoldfastError | undefined {
    const wait_ms = this.#agents.take(agent_id || principal.id, calls);
    return refusal('the agent', wait_ms) ?? this.#takeOwn(principal, calls);
  }

  /** The same for a call that could not be read. */
  takeUnreadable(principal: Principal): HoldfastError | undefined {
    return refusal(SENDER, this.#agents.take(unreadable(principal))) ?? this.#takeOwn(principal, 1);
  }

  /** The same for what has to be unfolded before it can be read, as one call more; not for who sends what cannot be read. */
  takeFolded(principal: Principal): HoldfastError | undefined {
    return refusal(SENDER, this.#agents.wait(unreadable(principal))) ?? this.#takeOwn(principal, 1);
  }

  #takeOwn({ id, role }: Principal, calls: number): HoldfastError | undefined {
    return role === 'admin' ? undefined : refusal(SENDER, this.#credentials.take(id, calls));
  }
}

function refusal(who: string, wait_ms: number): HoldfastError | undefined {
  if (wait_ms === 0) return undefined;
  return new HoldfastError('RATE_LIMITED', `${who} calls more often than the daemon is set to allow`, {
    retry_after_ms: Math.ceil(wait_ms),
  });
}

/** No agent's id has a space. */
function unreadable({ id }: Principal): string {
  return `${id} unreadable`;
}
