import { defaultAddress } from './address.js';
import { Caller, type CallOptions } from './caller.js';
import { executeOnce } from './execute_once.js';
import type { Attempt, Completion, Executed, ExecuteOnceOptions } from './execute_once_types.js';
import type { OpenSessionRequest } from './gen/holdfast/v1/OpenSessionRequest.js';
import type { OpenSessionResponse__Output } from './gen/holdfast/v1/OpenSessionResponse.js';
import type { ResumeRequest } from './gen/holdfast/v1/ResumeRequest.js';
import type { ResumeResponse__Output } from './gen/holdfast/v1/ResumeResponse.js';
import type { Session__Output } from './gen/holdfast/v1/Session.js';
import type { Signal__Output } from './gen/holdfast/v1/Signal.js';
import type { SubscribeRequest } from './gen/holdfast/v1/SubscribeRequest.js';
import type { TakeOverRequest } from './gen/holdfast/v1/TakeOverRequest.js';
import type { TakeOverResponse__Output } from './gen/holdfast/v1/TakeOverResponse.js';
import type { WatchRequest } from './gen/holdfast/v1/WatchRequest.js';
import type { WatchResponse__Output } from './gen/holdfast/v1/WatchResponse.js';
import { type HeartbeatOptions, SessionHeartbeat } from './heartbeat.js';
import { EpisodeStream, type IngestOptions } from './ingest.js';
import type { SecurityOptions } from './security.js';
import { makeServices, type Services } from './services.js';
import { type ConsumeOptions, consume, type Delivery, type SubscribeOptions, subscribe } from './signals.js';
import { type WatchOptions, watch } from './watch.js';

export interface HoldfastOptions extends SecurityOptions {
  /**
   * `unix:/path/holdfast.sock`, `/path/holdfast.sock` or `127.0.0.1:7070`; by default HOLDFAST_ADDRESS, else the daemon's socket in
   * the user's state folder.
   */
  readonly address?: string | undefined;
  /** Filled into every request that names no agent. */
  readonly agent_id?: string | undefined;
  /** The fencing number that takeOver() returned to this process; 0 (default) = not fenced. */
  readonly epoch?: string | number | undefined;
  /** For each unary call with all its attempts; default 10,000. */
  readonly deadline_ms?: number | undefined;
  /** False: a daemon that cannot be reached fails a call at once. Default true: calls wait for it until their deadline. */
  readonly wait_for_ready?: boolean | undefined;
}

/**
 * A connection to one daemon, for one agent. Made without I/O; connects with the first call and again whenever the
 * daemon comes back.
 */
export class Holdfast {
  readonly #caller: Caller;
  readonly #services: Services;

  constructor(options: HoldfastOptions = {}) {
    this.#caller = new Caller({
      address: options.address || defaultAddress(process.env),
      agent_id: options.agent_id ?? '',
      epoch: String(options.epoch ?? 0),
      deadline_ms: options.deadline_ms ?? 10_000,
      wait_for_ready: options.wait_for_ready ?? true,
      token: options.token,
      tls: options.tls,
    });
    this.#services = makeServices(this.#caller);
  }

  get state(): Services['state'] {
    return this.#services.state;
  }

  get ledger(): Services['ledger'] {
    return this.#services.ledger;
  }

  get operations(): Services['operations'] {
    return this.#services.operations;
  }

  get tasks(): Services['tasks'] {
    return this.#services.tasks;
  }

  get episodic(): Services['episodic'] {
    return this.#services.episodic;
  }

  get semantic(): Services['semantic'] {
    return this.#services.semantic;
  }

  get working(): Services['working'] {
    return this.#services.working;
  }

  get procedural(): Services['procedural'] {
    return this.#services.procedural;
  }

  get conversations(): Services['conversations'] {
    return this.#services.conversations;
  }

  get knowledge(): Services['knowledge'] {
    return this.#services.knowledge;
  }

  get sessions(): Services['sessions'] {
    return this.#services.sessions;
  }

  get signals(): Services['signals'] {
    return this.#services.signals;
  }

  get limits(): Services['limits'] {
    return this.#services.limits;
  }

  get mirror(): Services['mirror'] {
    return this.#services.mirror;
  }

  get audit(): Services['audit'] {
    return this.#services.audit;
  }

  get cache(): Services['cache'] {
    return this.#services.cache;
  }

  get upstreams(): Services['upstreams'] {
    return this.#services.upstreams;
  }

  get vault(): Services['vault'] {
    return this.#services.vault;
  }

  get admin(): Services['admin'] {
    return this.#services.admin;
  }

  /** All or nothing over every tier, at one revision. */
  get transact(): Services['transactions']['transact'] {
    return this.#services.transactions.transact;
  }

  /** The fencing number that mutations name; "0" = not fenced. */
  get epoch(): string {
    return this.#caller.epoch;
  }

  /** Ends every call under way and the connection. */
  close(): void {
    this.#caller.close();
  }

  /** Fences every older process of this agent; from now on this client names the new epoch. Call it first after a restart. */
  async takeOver(request: TakeOverRequest = {}, options?: CallOptions): Promise<TakeOverResponse__Output> {
    return this.#raising(this.operations.takeOver(request, options));
  }

  /**
   * Opens the agent's session or finds the open one; from now on this client names the epoch that it is given. With
   * `take_over` every older process of the agent is fenced: what a restarted process calls first.
   */
  async openSession(
    request: OpenSessionRequest,
    options?: CallOptions,
  ): Promise<OpenSessionResponse__Output & { readonly session: Session__Output }> {
    const reply = await this.#raising(this.sessions.openSession(request, options));
    const { session } = reply;
    if (session === null) throw new Error('OpenSession was answered without a session');
    return { ...reply, session };
  }

  /** Its streams learn that the epoch has changed before this client has the reply that says so. */
  async #raising<Reply extends { readonly epoch: string }>(call: Promise<Reply>): Promise<Reply> {
    const caller = this.#caller;
    caller.raised = call.then(
      ({ epoch }) => {
        caller.epoch = epoch;
      },
      () => {},
    );
    await caller.raised;
    return call;
  }

  /** Says on a timer that this process lives, and tells when the session is not what it was or is another's. */
  heartbeat(session: Session__Output, options?: HeartbeatOptions): SessionHeartbeat {
    return new SessionHeartbeat(this.#caller, this.#services, session, options);
  }

  /** Everything a restarted agent needs, in-doubt operations first. */
  resume(request: ResumeRequest = {}, options?: CallOptions): Promise<ResumeResponse__Output> {
    return this.operations.resume(request, options);
  }

  /**
   * Makes a side effect happen at most once: records the intent, calls fn with a stable client_order_id, records the
   * outcome with whatever mutations belong to it. Done before: returns the recorded result without calling fn.
   * @throws OperationDeniedError, OperationInFlightError, OperationUnknownError (without options.reconcile),
   *   OperationOutcomeUnknownError (fn threw, or its outcome could not be recorded), DefinitelyDidNotHappen (fn's own),
   *   HoldfastError.
   */
  executeOnce<Result>(
    operation: string,
    params: unknown,
    fn: (attempt: Attempt) => Promise<Result | Completion<Result>> | Result | Completion<Result>,
    options?: ExecuteOnceOptions,
  ): Promise<Executed<Result>> {
    return executeOnce(this.#services, operation, params, fn, options);
  }

  /** The journal, revision by revision, over reconnects; `agent_id: '*'` for every agent. */
  watch(
    request: WatchRequest = {},
    options?: WatchOptions,
  ): AsyncGenerator<WatchResponse__Output, void, undefined> {
    return watch(this.#caller, this.#services, request, options);
  }

  /** Signals as they are published, over reconnects without gap or double; `from_revision: 0` for all that are kept. */
  subscribe(
    request: SubscribeRequest,
    options?: SubscribeOptions,
  ): AsyncGenerator<Signal__Output, void, undefined> {
    return subscribe(this.#caller, this.#services, request, options);
  }

  /** The signals of a durable consumer (signals.putConsumer), each until it is acknowledged, over reconnects. */
  consume(name: string, options?: ConsumeOptions): AsyncGenerator<Delivery, void, undefined> {
    return consume(this.#caller, this.#services, name, options);
  }

  /** A stream of episodes with bounded memory that survives a daemon restart. */
  ingestEpisodes(options?: IngestOptions): EpisodeStream {
    return new EpisodeStream(this.#caller, options);
  }
}
