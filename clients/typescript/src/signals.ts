/** Signals as async iterators: subscriptions, and consumers whose deliveries are acknowledged. */
import type { Caller, CallOptions } from './caller.js';
import { HoldfastError } from './errors.js';
import type { ConsumeRequest } from './gen/holdfast/v1/ConsumeRequest.js';
import type { ConsumeResponse__Output } from './gen/holdfast/v1/ConsumeResponse.js';
import type { Mutation } from './gen/holdfast/v1/Mutation.js';
import type { Signal__Output } from './gen/holdfast/v1/Signal.js';
import type { SubscribeRequest } from './gen/holdfast/v1/SubscribeRequest.js';
import type { SubscribeResponse__Output } from './gen/holdfast/v1/SubscribeResponse.js';
import { methodsOf } from './protos.js';
import { type ReconnectOptions, reconnecting } from './reconnect.js';
import type { Services } from './services.js';
import type { ProtoTimestamp } from './values.js';

export interface SubscribeOptions extends ReconnectOptions {
  /** Called whenever all that was published before has been yielded: at first, and after each reconnect. */
  readonly onLive?: (() => void) | undefined;
}

/**
 * Yields signals as they are published; with from_revision first the durable ones since. Each durable one is yielded once
 * and in order, also over reconnects; ephemeral ones that are published meanwhile are missed.
 * @throws HoldfastError what the daemon refuses (ACCESS_DENIED, REVISION_COMPACTED, REVISION_IN_FUTURE, INVALID_ARGUMENT),
 * and HistoryChangedError when a restored backup has undone some of what it yielded.
 */
export async function* subscribe(
  caller: Caller,
  services: Services,
  request: SubscribeRequest,
  options: SubscribeOptions = {},
): AsyncGenerator<Signal__Output, void, undefined> {
  const calls: CallOptions = { signal: options.signal };
  const method = methodsOf('Signals').get('Subscribe');
  if (method === undefined) throw new Error('no Subscribe in the protos');
  let { from_revision, history = '' } = request;
  let last_id = '';
  const open = async function* (): AsyncGenerator<Signal__Output, void, undefined> {
    // "From now on" must mean the same after a reconnect, so it is made a revision first.
    if (from_revision === undefined)
      ({ revision: from_revision, history } = await services.admin.getServerInfo({}, calls));
    for await (const message of caller.serverStream<SubscribeResponse__Output>(
      method,
      { ...request, from_revision, history },
      calls,
    )) {
      const { signal, revision, live } = message;
      from_revision = revision;
      history = message.history;
      if (live) options.onLive?.();
      // A connection that broke between two signals of one revision brings the first of them again.
      if (signal === null || (signal.durable && signal.signal_id <= last_id)) continue;
      if (signal.durable) last_id = signal.signal_id;
      yield signal;
    }
  };
  yield* reconnecting(open, options);
}

export interface ConsumeOptions extends ReconnectOptions {
  /** Unacknowledged deliveries at most; default 64. */
  readonly max_in_flight?: number | undefined;
}

/** A signal that a consumer was given. It comes again unless it is acknowledged before `ack_by`. */
export interface Delivery {
  readonly signal: Signal__Output;
  /** 1 for the first. */
  readonly delivery: number;
  readonly ack_by: ProtoTimestamp | null;
  /** Says that it was dealt with. Many at once share a call. */
  ack(): Promise<void>;
  /** Gives it back: it comes again, after the delay if there is one. */
  nack(delay_ms?: number): Promise<void>;
  /** The acknowledgement as a mutation: in one Transact with what the signal causes, that happens exactly once. */
  readonly ackMutation: Mutation;
}

/**
 * Yields a consumer's signals, each at least once until it is acknowledged; over reconnects what was not comes again.
 * @throws HoldfastError what the daemon refuses (NOT_FOUND, INVALID_ARGUMENT), and STALE_EPOCH when another process has
 * taken over. When it was this client itself, it goes on with the epoch that it has now.
 */
export async function* consume(
  caller: Caller,
  services: Services,
  name: string,
  options: ConsumeOptions = {},
): AsyncGenerator<Delivery, void, undefined> {
  const calls: CallOptions = { signal: options.signal };
  const method = methodsOf('Signals').get('Consume');
  if (method === undefined) throw new Error('no Consume in the protos');
  const request: ConsumeRequest = { name, max_in_flight: options.max_in_flight ?? 0 };
  const acks = new Acks(services, name);
  const open = async function* (): AsyncGenerator<Delivery, void, undefined> {
    for (;;) {
      const { epoch } = caller;
      try {
        return yield* deliveries();
      } catch (error) {
        if (!(error instanceof HoldfastError) || error.reason !== 'STALE_EPOCH') throw error;
        await caller.raised;
        if (caller.epoch === epoch) throw error;
      }
    }
  };
  const deliveries = async function* (): AsyncGenerator<Delivery, void, undefined> {
    for await (const { signal, delivery, ack_by } of caller.serverStream<ConsumeResponse__Output>(
      method,
      request,
      calls,
    )) {
      if (signal === null) continue;
      const signal_ids = [signal.signal_id];
      yield {
        signal,
        delivery,
        ack_by,
        ack: () => acks.add(signal.signal_id),
        nack: async (delay_ms = 0) => {
          await services.signals.nackSignals({ name, signal_ids, delay: delayOf(delay_ms) });
        },
        ackMutation: { ack_signals: { name, signal_ids } },
      };
    }
  };
  yield* reconnecting(open, options);
}

function delayOf(delay_ms: number): { seconds: number; nanos: number } {
  const seconds = Math.floor(delay_ms / 1000);
  return { seconds, nanos: Math.round(delay_ms - seconds * 1000) * 1_000_000 };
}

const MAX_ACKS = 1000;

/** Collects the acknowledgements of one turn into one call. */
class Acks {
  readonly #services: Services;
  readonly #name: string;
  #signal_ids = new Set<string>();
  #call: Promise<void> | undefined;

  constructor(services: Services, name: string) {
    this.#services = services;
    this.#name = name;
  }

  add(signal_id: string): Promise<void> {
    if (this.#signal_ids.size >= MAX_ACKS) {
      this.#signal_ids = new Set();
      this.#call = undefined;
    }
    this.#signal_ids.add(signal_id);
    this.#call ??= this.#send(this.#signal_ids);
    return this.#call;
  }

  async #send(signal_ids: Set<string>): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#signal_ids === signal_ids) {
      this.#signal_ids = new Set();
      this.#call = undefined;
    }
    await this.#services.signals.ackSignals({ name: this.#name, signal_ids: [...signal_ids] });
  }
}
