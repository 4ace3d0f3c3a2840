/** Sends mutations and writes down what is known of each: the intent before it leaves, the answer when it came. */
import type { AckLog } from './ack_log.js';
import { type Message, type Wire, WireError } from './wire.js';

/** The daemon is gone, or said that it does not know: whether the request was done is open. */
export class Unanswered extends Error {}

export class Sender {
  readonly #wire: Wire;
  readonly #log: AckLog;
  readonly #prefix: string;
  #count = 0;

  /** `prefix` begins the request ids and must never have been used before in this state folder. */
  constructor(wire: Wire, log: AckLog, prefix: string) {
    this.#wire = wire;
    this.#log = log;
    this.#prefix = prefix;
  }

  /** A name that nothing else has. */
  unique(what: string): string {
    this.#count += 1;
    return `${this.#prefix}-${what}${String(this.#count).padStart(6, '0')}`;
  }

  /** For what changes nothing that lasts: the reply, or undefined when the daemon refused. @throws Unanswered */
  async ask(method: string, request: Message): Promise<Message | undefined> {
    try {
      return await this.#wire.call(method, request);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      if (!error.refused) throw new Unanswered(error.message);
      return undefined;
    }
  }

  /** The reply; undefined when the daemon refused for certain. @throws Unanswered */
  async send(method: string, request: Message): Promise<Message | undefined> {
    const id = this.unique('r');
    const whole = { ...request, request_id: id };
    this.#log.write({ t: 'intent', id, method, request: whole });
    try {
      const reply = await this.#wire.call(method, whole);
      this.#log.write({ t: 'ack', id, reply });
      return reply;
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      if (!error.refused) throw new Unanswered(error.message);
      this.#log.write({ t: 'refused', id, reason: error.reason });
      return undefined;
    }
  }
}
