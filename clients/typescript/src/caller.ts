/**
 * Makes calls: deadlines, request ids, and retries where they are safe.
 *
 * A mutation carries the same request_id on each attempt, so the daemon does it at most once and repeating it is as
 * safe as repeating a read. Repeated are: UNAVAILABLE (the daemon is away or stopping), UNKNOWN (OUTCOME_UNKNOWN: the
 * commit failed), RESOURCE_EXHAUSTED with RetryInfo (QUEUE_FULL; DISK_FULL once). Never: ABORTED, because somebody else
 * wrote and the caller must decide again; DEADLINE_EXCEEDED, because the time is up. Waits grow exponentially with full
 * jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), never shorter than RetryInfo says,
 * and end with the deadline.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Client,
  type ClientDuplexStream,
  type CallOptions as GrpcCallOptions,
  type ServiceError,
  status,
} from '@grpc/grpc-js';
import { HoldfastError, refuseLocally, toHoldfastError } from './errors.js';
import { uuidv7 } from './ids.js';
import type { Method } from './protos.js';
import { type Security, type SecurityOptions, securityOf } from './security.js';

export interface CallOptions {
  /** For the call with all its attempts, in milliseconds. By default a request's `max_wait` comes on top of it. */
  readonly deadline_ms?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** False: a daemon that cannot be reached fails the call at once instead of at the deadline. */
  readonly wait_for_ready?: boolean | undefined;
}

export interface CallerOptions extends SecurityOptions {
  readonly address: string;
  readonly agent_id: string;
  readonly epoch: string;
  readonly deadline_ms: number;
  readonly wait_for_ready: boolean;
}

const FIRST_BACKOFF_MS = 50;
const MAX_BACKOFF_MS = 2_000;
const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;

/** `/path` and `unix:/path` are sockets, everything else is HOST:PORT. */
function target(address: string): string {
  return address.startsWith('/') ? `unix:${address}` : address;
}

export class Caller {
  readonly #client: Client;
  readonly #options: CallerOptions;
  readonly #security: Security;
  /** The agent's fencing number, named in every mutation; "0" = not fenced. */
  epoch: string;
  /** Settled once the epoch is what this client's own last TakeOver or OpenSession made it. */
  raised: Promise<void> = Promise.resolve();
  /** No call is possible any more. */
  closed = false;

  constructor(options: CallerOptions) {
    this.#options = options;
    this.epoch = options.epoch;
    const where = target(options.address);
    this.#security = securityOf(where, options, process.env);
    this.#client = new Client(where, this.#security.channel, {
      // Retries are made here, where it is known what is safe.
      'grpc.enable_retries': 0,
      'grpc.enable_http_proxy': 0,
      'grpc.initial_reconnect_backoff_ms': FIRST_BACKOFF_MS,
      'grpc.max_reconnect_backoff_ms': 500,
      'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
      'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
    });
  }

  close(): void {
    this.closed = true;
    this.#client.close();
  }

  /** The request with agent, request id and epoch filled in where it has these fields and the caller gave none. */
  fill(method: Method, request: object): { message: object; request_id: string | undefined } {
    const given = request as { agent_id?: string; request_id?: string; epoch?: unknown };
    const { fills } = method;
    const request_id = fills.request_id ? given.request_id || uuidv7() : undefined;
    const message = {
      ...request,
      ...(fills.agent_id && { agent_id: given.agent_id || this.#options.agent_id }),
      ...(fills.request_id && { request_id }),
      ...(fills.epoch && { epoch: given.epoch ?? this.epoch }),
    };
    return { message, request_id };
  }

  async unary<Response>(method: Method, request: object, options: CallOptions = {}): Promise<Response> {
    const { message, request_id } = this.fill(method, request);
    // Serialised once: every attempt sends the same bytes, and a request of the wrong shape fails here.
    const bytes = serialize(method, message);
    const end_ms = Date.now() + (options.deadline_ms ?? this.#options.deadline_ms + maxWaitMs(request));
    const seen: string[] = [];
    for (;;) {
      try {
        return await this.#attempt<Response>(method, bytes, request_id, end_ms, options.signal);
      } catch (error) {
        if (!(error instanceof HoldfastError)) throw error;
        const wait_ms = this.#retryDelay(error, seen, options);
        if (wait_ms === undefined || Date.now() + wait_ms >= end_ms || options.signal?.aborted) throw error;
        seen.push(error.reason);
        await sleep(wait_ms, undefined, options.signal ? { signal: options.signal } : {}).catch(() => {
          throw error;
        });
      }
    }
  }

  /** How long to wait before the next attempt; undefined when there must be none. */
  #retryDelay(error: HoldfastError, seen: readonly string[], options: CallOptions): number | undefined {
    const { code, reason, retry_after_ms } = error;
    const wait_for_ready = options.wait_for_ready ?? this.#options.wait_for_ready;
    const safe =
      (code === status.UNAVAILABLE && (wait_for_ready || reason === 'SHUTTING_DOWN')) ||
      code === status.UNKNOWN ||
      (code === status.RESOURCE_EXHAUSTED &&
        retry_after_ms !== undefined &&
        !(reason === 'DISK_FULL' && seen.includes('DISK_FULL')));
    return safe ? backoff(seen.length, retry_after_ms) : undefined;
  }

  #attempt<Response>(
    method: Method,
    bytes: Buffer,
    request_id: string | undefined,
    end_ms: number,
    signal: AbortSignal | undefined,
  ): Promise<Response> {
    const { definition, name } = method;
    return new Promise((resolve, reject) => {
      const call = this.#client.makeUnaryRequest(
        definition.path,
        (one: Buffer) => one,
        definition.responseDeserialize,
        bytes,
        this.#security.metadata(),
        { deadline: end_ms },
        (error, response) => {
          signal?.removeEventListener('abort', cancel);
          if (error) reject(toHoldfastError(error, name, request_id));
          else resolve(response as Response);
        },
      );
      const cancel = (): void => call.cancel();
      if (signal?.aborted) cancel();
      else signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  /** The messages of a server stream. Leaving the loop cancels the call. Never repeated by itself. */
  async *serverStream<Response>(
    method: Method,
    request: object,
    options: CallOptions = {},
  ): AsyncGenerator<Response, void, undefined> {
    const { message, request_id } = this.fill(method, request);
    const { definition, name } = method;
    const call = this.#client.makeServerStreamRequest(
      definition.path,
      (one: Buffer) => one,
      definition.responseDeserialize,
      serialize(method, message),
      this.#security.metadata(),
      deadline(options),
    );
    const cancel = (): void => call.cancel();
    options.signal?.addEventListener('abort', cancel, { once: true });
    if (options.signal?.aborted) cancel();
    try {
      for await (const response of call) yield response as Response;
    } catch (error) {
      throw isServiceError(error) ? toHoldfastError(error, name, request_id) : error;
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      // A cancelled call still emits its error; nobody listens any more.
      call.on('error', () => {});
      call.cancel();
    }
  }

  duplex(method: Method): ClientDuplexStream<object, object> {
    const { path, requestSerialize, responseDeserialize } = method.definition;
    return this.#client.makeBidiStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      this.#security.metadata(),
    );
  }
}

/** The wait before attempt number `retries` + 2, in milliseconds. */
export function backoff(retries: number, retry_after_ms = 0): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** retries);
  return Math.max(retry_after_ms, Math.random() * ceiling);
}

export function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' && 'details' in error;
}

/** How long the request itself says that the daemon may take (AcquireTokens), on top of what any call may. */
function maxWaitMs(request: object): number {
  const { max_wait } = request as { max_wait?: { seconds?: unknown; nanos?: unknown } | null };
  return Number(max_wait?.seconds ?? 0) * 1000 + Number(max_wait?.nanos ?? 0) / 1e6 || 0;
}

function deadline(options: CallOptions): GrpcCallOptions {
  return options.deadline_ms === undefined ? {} : { deadline: Date.now() + options.deadline_ms };
}

function serialize(method: Method, message: object): Buffer {
  try {
    return method.definition.requestSerialize(message);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw refuseLocally('INVALID_FIELD', `${method.name}: the request does not fit its message: ${problem}`);
  }
}
