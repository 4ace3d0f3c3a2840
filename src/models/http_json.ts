/**
 * One POST of JSON to a model endpoint, answered by JSON, with everything an endpoint may do wrong turned into a
 * specific error. Three kinds, because callers act differently on them:
 *
 * - `_UNAVAILABLE`: says nothing about what was sent (no connection, timeout, 429, 5xx, a wrong key or path). Later.
 * - `_REFUSED`: the endpoint refuses this very request (400, 413, 422). The same request will be refused again.
 * - `_INVALID_REPLY`: an answer that is none.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { HoldfastError } from '../errors.js';
import { revealsKey } from './api_key.js';
import { parseRetryAfter } from './retry_after.js';

export interface Endpoint {
  readonly family: 'EMBEDDER' | 'SUMMARIZER';
  /** Where to POST, complete. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Only to keep it out of error messages; the headers carry it. */
  readonly key: string;
  /** How long one request may take, its reply included. */
  readonly timeout_ms: number;
  /** First pause before a request is repeated; doubled each time. 200 unless a test is in a hurry. */
  readonly backoff_ms?: number;
}

const MAX_ATTEMPTS = 3;
/** A server that asks for more patience than this is not waited for: the caller is told when to come back. */
const MAX_WAIT_MS = 5_000;
const MAX_SERVER_WORDS = 200;

/** What went wrong, and whether the same request may be repeated at once. */
interface Failure {
  readonly error: HoldfastError;
  readonly repeat: boolean;
}

/**
 * The parsed reply. Repeats a request up to twice after 429, 5xx and connection errors, never after a timeout, and as
 * long as all attempts together stay within twice `timeout_ms`.
 *
 * @param max_reply_bytes a longer reply is not read to its end.
 * @throws HoldfastError as above, or the signal's reason when it aborts.
 */
export async function postJson(
  endpoint: Endpoint,
  body: unknown,
  max_reply_bytes: number,
  signal: AbortSignal,
): Promise<unknown> {
  const text = JSON.stringify(body);
  const deadline = performance.now() + 2 * endpoint.timeout_ms;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    const timeout_ms = Math.max(1, Math.min(endpoint.timeout_ms, deadline - performance.now()));
    const outcome = await postOnce(endpoint, text, max_reply_bytes, timeout_ms, signal);
    if ('reply' in outcome) return outcome.reply;
    signal.throwIfAborted();
    const { error, repeat } = outcome;
    // Half to all of the pause, so that clients which failed together do not come back together.
    const pause_ms = (endpoint.backoff_ms ?? 200) * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    const wait_ms = error.details.retry_after_ms ?? pause_ms;
    if (
      !repeat ||
      attempt === MAX_ATTEMPTS ||
      wait_ms > MAX_WAIT_MS ||
      performance.now() + wait_ms >= deadline
    )
      throw error;
    await wait(wait_ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}

async function postOnce(
  endpoint: Endpoint,
  body: string,
  max_reply_bytes: number,
  timeout_ms: number,
  signal: AbortSignal,
): Promise<Failure | { reply: unknown }> {
  const timeout = AbortSignal.timeout(timeout_ms);
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...endpoint.headers },
      body,
      // A redirect would carry the key and the texts to wherever it points.
      redirect: 'manual',
      signal: AbortSignal.any([signal, timeout]),
    });
    const bytes = await readBounded(response, max_reply_bytes);
    if (response.status !== 200) return refusal(endpoint, response, bytes);
    return readReply(endpoint, response, bytes, max_reply_bytes);
  } catch (error) {
    const problem = timeout.aborted ? `no complete reply within ${timeout_ms} ms` : connectionProblem(error);
    return failure(endpoint, 'UNAVAILABLE', problem, { repeat: !timeout.aborted });
  }
}

/** The body, or undefined when it is longer than allowed; the rest is then not read. */
async function readBounded(response: Response, max_bytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size_bytes = 0;
  // Leaving the loop cancels the stream, which closes the connection.
  for await (const chunk of response.body ?? []) {
    size_bytes += chunk.byteLength;
    if (size_bytes > max_bytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readReply(
  endpoint: Endpoint,
  response: Response,
  bytes: Buffer | undefined,
  max_reply_bytes: number,
): Failure | { reply: unknown } {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
    return failure(endpoint, 'INVALID_REPLY', `the content type is "${type.slice(0, 80)}", not JSON`);
  if (bytes === undefined)
    return failure(endpoint, 'INVALID_REPLY', `the reply is longer than ${max_reply_bytes} bytes`);
  try {
    return { reply: JSON.parse(bytes.toString('utf8')) };
  } catch {
    // The parser's own message quotes the text, which may echo what was sent.
    return failure(endpoint, 'INVALID_REPLY', `the reply of ${bytes.byteLength} bytes is not JSON`);
  }
}

/** Anything but 200. */
function refusal(endpoint: Endpoint, response: Response, bytes: Buffer | undefined): Failure {
  const { status } = response;
  const problem = `HTTP ${status}${serverWords(bytes)}`;
  if (status >= 300 && status < 400)
    return failure(endpoint, 'UNAVAILABLE', `HTTP ${status}: redirects are not followed`);
  if (status < 300) return failure(endpoint, 'INVALID_REPLY', problem);
  if (status === 400 || status === 413 || status === 422) return failure(endpoint, 'REFUSED', problem);
  const repeat = status === 429 || status >= 500;
  const retry_after_ms = repeat
    ? parseRetryAfter(response.headers.get('retry-after'), Date.now())
    : undefined;
  return failure(endpoint, 'UNAVAILABLE', problem, {
    repeat,
    ...(retry_after_ms === undefined ? {} : { retry_after_ms }),
  });
}

function failure(
  endpoint: Endpoint,
  kind: 'UNAVAILABLE' | 'REFUSED' | 'INVALID_REPLY',
  problem: string,
  options: { readonly repeat?: boolean; readonly retry_after_ms?: number } = {},
): Failure {
  const { family, url, key } = endpoint;
  const { repeat = false, ...details } = options;
  const words = revealsKey(problem, key) ? 'it failed, and what it said repeats the API key' : problem;
  // Without the query, which is where some gateways want a key.
  const message = `${family.toLowerCase()} at ${url.origin}${url.pathname}: ${words}`;
  return { error: new HoldfastError(`${family}_${kind}`, message, details), repeat };
}

/**
 * The endpoint's own explanation, shortened. Only fields that are meant for people: a whole body, or the `detail` of
 * some servers, repeats the texts that were sent.
 */
function serverWords(bytes: Buffer | undefined): string {
  let reply: unknown;
  try {
    reply = JSON.parse(bytes?.toString('utf8') ?? '');
  } catch {
    return '';
  }
  const { error, message } = Object(reply) as { error?: unknown; message?: unknown };
  const words = [(Object(error) as { message?: unknown }).message, error, message].find(
    (candidate) => typeof candidate === 'string',
  );
  if (typeof words !== 'string') return '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  return `: ${words.replace(/[\x00-\x1f\x7f]+/g, ' ').slice(0, MAX_SERVER_WORDS)}`;
}

/** fetch() says only "fetch failed" or "terminated"; the cause says why. */
function connectionProblem(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return 'the connection failed';
  const { code } = cause as NodeJS.ErrnoException;
  return `the connection failed: ${code ?? ''} ${cause.message}`.replace(/\s+/g, ' ').trim();
}

/** The base address with a path appended; its query stays. */
export function endpointUrl(base: string, path: string): URL {
  const url = new URL(base);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  return url;
}
