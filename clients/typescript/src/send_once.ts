/** An HTTP request made inside executeOnce: sends the idempotency key, and says honestly what is known of its outcome. */
import { type DocValue, fromJson } from './document.js';
import type { Attempt } from './execute_once_types.js';
import { DefinitelyDidNotHappen } from './operation_errors.js';

export interface SendOnceOptions {
  /** Default POST. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** The header that carries client_order_id. Default Idempotency-Key. */
  readonly key_header?: string;
  /**
   * Status codes by which this service says that it did nothing, such as 422 of an order refused; only 4xx count. Default
   * none: a 4xx may come from a proxy after the service has done it, and a 409 may mean that it was done before.
   */
  readonly refused?: readonly number[];
  /** For the whole reply; default 10,000. */
  readonly timeout_ms?: number;
  /** A longer reply leaves the outcome unknown; default 1,048,576. */
  readonly max_reply_bytes?: number;
}

/** The outside may have done it, or not: executeOnce leaves the operation to be reconciled. */
export class HttpOutcomeUnknownError extends Error {
  override readonly name = 'HttpOutcomeUnknownError';
  /** Undefined when no status came. */
  readonly status: number | undefined;

  constructor(problem: string, status?: number, cause?: unknown) {
    super(`the outcome of the request is unknown: ${problem}`, { cause });
    this.status = status;
  }
}

/**
 * @returns the reply's JSON (undefined when it has no body) for a 2xx. No digit is lost: an integer beyond 2^53 is a bigint,
 *   a number that a double would round is a Decimal.
 * @throws DefinitelyDidNotHappen when the request could not be made or no connection came about, or for a status of
 *   `refused`; HttpOutcomeUnknownError for everything else: timeouts, cut connections, other statuses, replies that are no
 *   JSON.
 */
export async function sendOnce(
  { client_order_id, signal }: Pick<Attempt, 'client_order_id' | 'signal'>,
  url: string | URL,
  options: SendOnceOptions = {},
): Promise<DocValue | undefined> {
  signal.throwIfAborted();
  const request = makeRequest(url, options, client_order_id, signal);
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    const problem = codeOf(error) || messageOf(error);
    if (isNeverConnected(error)) throw new DefinitelyDidNotHappen(`no connection: ${problem}`);
    throw new HttpOutcomeUnknownError(problem, undefined, error);
  }
  const { status, ok } = response;
  const text = await bodyOf(response, options.max_reply_bytes ?? 1_048_576);
  if (status >= 400 && status < 500 && options.refused?.includes(status))
    throw new DefinitelyDidNotHappen(`HTTP ${status}: ${text.slice(0, 200)}`);
  if (!ok) throw new HttpOutcomeUnknownError(`HTTP ${status}`, status);
  try {
    return text === '' ? undefined : fromJson(text);
  } catch (error) {
    throw new HttpOutcomeUnknownError(
      `the reply to HTTP ${status} is not JSON that can be kept`,
      status,
      error,
    );
  }
}

/** Everything that can be wrong with what the caller gave is found here, before anything is sent. */
function makeRequest(
  url: string | URL,
  { method = 'POST', body, key_header = 'idempotency-key', timeout_ms = 10_000, ...options }: SendOnceOptions,
  client_order_id: string,
  signal: AbortSignal,
): Request {
  try {
    const headers = new Headers({ accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
    headers.set(key_header, client_order_id);
    return new Request(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A redirect would do it somewhere else, under the same credentials.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout_ms)]),
    });
  } catch (error) {
    throw new DefinitelyDidNotHappen(`the request cannot be made: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * True when connecting failed, to every address of the name: then no byte of the request can have left. What counts is the
 * system call, not the code: EHOSTUNREACH also ends a read, long after the request went out.
 */
function isNeverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const causes: readonly unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  const syscalls = causes.map((one) => (one as NodeJS.ErrnoException | undefined)?.syscall);
  return syscalls.every((syscall) => syscall === 'connect' || syscall === 'getaddrinfo');
}

async function bodyOf(response: Response, max_bytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size_bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size_bytes += chunk.byteLength;
      if (size_bytes > max_bytes) break;
      chunks.push(chunk);
    }
  } catch (error) {
    throw new HttpOutcomeUnknownError('the reply was cut off', response.status, error);
  }
  if (size_bytes > max_bytes)
    throw new HttpOutcomeUnknownError(`the reply is longer than ${max_bytes} bytes`, response.status);
  return Buffer.concat(chunks).toString('utf8');
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
