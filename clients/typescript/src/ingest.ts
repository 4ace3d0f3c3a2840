/** Volume: a stream of episodes, each message acknowledged once it is durable, at most `window` of them unacknowledged. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClientDuplexStream, type ServiceError, status } from '@grpc/grpc-js';
import { backoff, type Caller } from './caller.js';
import { HoldfastError, toHoldfastError } from './errors.js';
import type { EpisodeInput } from './gen/holdfast/v1/EpisodeInput.js';
import type { IngestEpisodesResponse__Output } from './gen/holdfast/v1/IngestEpisodesResponse.js';
import { uuidv7 } from './ids.js';
import { type Method, methodsOf } from './protos.js';

export interface IngestOptions {
  readonly agent_id?: string | undefined;
  /** Messages sent and not yet acknowledged before send() waits; 1 to 1,024, default 64. */
  readonly window?: number | undefined;
  /** How long the daemon may be away, in milliseconds, before the stream fails; default 60,000. */
  readonly patience_ms?: number | undefined;
}

interface Sent {
  readonly message: object;
  readonly resolve: (answer: IngestEpisodesResponse__Output) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Survives a daemon restart: what is unacknowledged is sent again with the same request_id, in order, so that nothing
 * is lost and nothing recorded twice.
 */
export class EpisodeStream {
  readonly #caller: Caller;
  readonly #options: IngestOptions;
  readonly #method: Method;
  /** By request_id, in the order sent. */
  readonly #unacknowledged = new Map<string, Sent>();
  #call: ClientDuplexStream<object, object> | undefined;
  #wake: (() => void)[] = [];
  #failures = 0;
  #away_since_ms: number | undefined;
  #failed: HoldfastError | undefined;
  #ended = false;

  constructor(caller: Caller, options: IngestOptions = {}) {
    const method = methodsOf('Episodic').get('IngestEpisodes');
    if (method === undefined) throw new Error('no IngestEpisodes in the protos');
    this.#method = method;
    this.#caller = caller;
    this.#options = options;
  }

  /**
   * Sends 1 to 1,000 episodes as one command. Resolves as soon as it is under way, waiting while the window is full.
   * `acknowledged` resolves once they are durable and rejects with the daemon's refusal, which does not end the stream.
   */
  async send(
    episodes: readonly EpisodeInput[],
  ): Promise<{ readonly acknowledged: Promise<IngestEpisodesResponse__Output> }> {
    const window = this.#options.window ?? 64;
    while (this.#unacknowledged.size >= window && this.#failed === undefined) await this.#change();
    if (this.#failed !== undefined) throw this.#failed;
    if (this.#ended) throw new Error('the episode stream was ended');
    const request_id = uuidv7();
    const request = { agent_id: this.#options.agent_id ?? '', request_id, episodes };
    const { message } = this.#caller.fill(this.#method, request);
    const acknowledged = new Promise<IngestEpisodesResponse__Output>((resolve, reject) => {
      this.#unacknowledged.set(request_id, { message, resolve, reject });
    });
    // Who does not look at an acknowledgement must not be ended by an unhandled rejection.
    acknowledged.catch(() => {});
    if (this.#call === undefined) this.#connect();
    else this.#call.write(message);
    return { acknowledged };
  }

  /** Resolves when everything sent is answered, then closes the stream. @throws HoldfastError when it failed. */
  async end(): Promise<void> {
    this.#ended = true;
    while (this.#unacknowledged.size > 0 && this.#failed === undefined) await this.#change();
    this.#call?.end();
    this.#call = undefined;
    if (this.#failed !== undefined) throw this.#failed;
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #changed(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Opens the call and sends all that is unacknowledged. */
  #connect(): void {
    const call = this.#caller.duplex(this.#method);
    this.#call = call;
    call.on('data', (answer: IngestEpisodesResponse__Output) => this.#answered(answer));
    call.on('error', (error: ServiceError) => void this.#broken(call, error));
    call.on('end', () => {
      const gone = { code: status.UNAVAILABLE, details: 'the daemon ended the stream' };
      void this.#broken(call, Object.assign(new Error(gone.details), gone) as ServiceError);
    });
    for (const { message } of this.#unacknowledged.values()) call.write(message);
  }

  #answered(answer: IngestEpisodesResponse__Output): void {
    const sent = this.#unacknowledged.get(answer.request_id);
    if (sent === undefined) return;
    this.#failures = 0;
    this.#away_since_ms = undefined;
    this.#unacknowledged.delete(answer.request_id);
    const { error, request_id } = answer;
    if (error === null) sent.resolve(answer);
    else {
      const { message, field, ...facts } = error;
      const method = this.#method.name;
      sent.reject(new HoldfastError(message, { ...facts, field: field || undefined, method, request_id }));
    }
    this.#changed();
  }

  async #broken(call: ClientDuplexStream<object, object>, cause: ServiceError): Promise<void> {
    // An error is followed by an end; the first of the two counts.
    if (this.#call !== call) return;
    this.#call = undefined;
    if (this.#unacknowledged.size === 0) return;
    const error = toHoldfastError(cause, this.#method.name);
    this.#away_since_ms ??= Date.now();
    const away_ms = Date.now() - this.#away_since_ms;
    const again = error.code === status.UNAVAILABLE || error.code === status.UNKNOWN;
    if (!again || away_ms > (this.#options.patience_ms ?? 60_000)) {
      this.#fail(error);
      return;
    }
    await sleep(backoff(this.#failures++, error.retry_after_ms));
    // Meanwhile a `send` may have connected, and all may have been answered: then there is nothing to send again.
    if (this.#call !== undefined || this.#unacknowledged.size === 0) return;
    try {
      this.#connect();
    } catch {
      // The client was closed while this waited; nobody awaits this function, so nothing may be thrown from it.
      this.#fail(error);
    }
  }

  #fail(error: HoldfastError): void {
    this.#failed = error;
    for (const { reject } of this.#unacknowledged.values()) reject(error);
    this.#changed();
  }
}
