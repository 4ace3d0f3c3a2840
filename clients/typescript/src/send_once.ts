/** An HTTP request made inside executeOnce: sends the idempotency key, and says honestly what is known of its outcome. */
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
   * Status codes by which this service says that it did nothing, such as 422 of an order refused. Default none: a 4xx may
   * come from a proxy after the service has done it, and a 409 may mean that it was done before.
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

/** Before these no byte of the request can have reached the service. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);

/**
 * @returns the reply's JSON (undefined when it has no body) for a 2xx.
 * @throws DefinitelyDidNotHappen when no connection came about, or for a status of `refused`; HttpOutcomeUnknownError for
 *   everything else: timeouts, cut connections, other statuses, replies that are no JSON.
 */
export async function sendOnce(
  { client_order_id, signal }: Pick<Attempt, 'client_order_id' | 'signal'>,
  url: string | URL,
  options: SendOnceOptions = {},
): Promise<unknown> {
  const { method = 'POST', headers, body, refused = [], timeout_ms = 10_000 } = options;
  signal.throwIfAborted();
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        accept: 'application/json',
        ...headers,
        [options.key_header ?? 'idempotency-key']: client_order_id,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A redirect would do it somewhere else, under the same credentials.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout_ms)]),
    });
  } catch (error) {
    const code = codeOf(error);
    if (NEVER_SENT.has(code)) throw new DefinitelyDidNotHappen(`no connection: ${code}`);
    throw new HttpOutcomeUnknownError(code || messageOf(error), undefined, error);
  }
  const { status, ok } = response;
  const text = await bodyOf(response, options.max_reply_bytes ?? 1_048_576);
  if (refused.includes(status)) throw new DefinitelyDidNotHappen(`HTTP ${status}: ${text.slice(0, 200)}`);
  if (!ok) throw new HttpOutcomeUnknownError(`HTTP ${status}`, status);
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new HttpOutcomeUnknownError(`the reply to HTTP ${status} is not JSON`, status, error);
  }
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
