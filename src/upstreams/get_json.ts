/** One GET, answered by JSON, with everything an upstream may do wrong turned into a specific error. */
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { readDocument } from '../codec/document.js';
import { DEFAULT_DOCUMENT_LIMITS } from '../codec/limits.js';
import { HoldfastError } from '../errors.js';
import { parseRetryAfter } from '../models/retry_after.js';
import { checkedLookup, ForbiddenAddress } from './addresses.js';

export interface Call {
  /** The upstream's name, for messages. */
  readonly upstream: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout_ms: number;
  readonly max_reply_bytes: number;
}

/** Connections are kept for a while: a ticker is asked for every second. */
const AGENTS = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: 16 }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: 16 }),
};

/**
 * The reply as a packed document. Messages hold neither address nor headers.
 * @throws HoldfastError RATE_LIMITED (429), UPSTREAM_UNAVAILABLE (no connection, timeout, 5xx), UPSTREAM_REFUSED (3xx,
 *   4xx), UPSTREAM_INVALID_REPLY; metadata upstream and status.
 */
export async function getJson(call: Call): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(call.timeout_ms);
  try {
    const response = await send(call, timeout, AGENTS[call.url.protocol === 'http:' ? 'http:' : 'https:']);
    const bytes = await readBounded(response, call.max_reply_bytes);
    if (response.statusCode !== 200) throw refusal(call, response);
    return parseReply(call, response, bytes);
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const problem = timeout.aborted
      ? `no complete reply within ${call.timeout_ms} ms`
      : connectionProblem(error);
    throw failed(call, 'UPSTREAM_UNAVAILABLE', problem);
  }
}

/** @param agent false = a connection of its own. */
function send(call: Call, signal: AbortSignal, agent: HttpAgent | false): Promise<IncomingMessage> {
  const { url, headers } = call;
  return new Promise((resolve, reject) => {
    const options = {
      // Compressed replies are not asked for: a small one can unfold into a huge one.
      headers: { accept: 'application/json', 'accept-encoding': 'identity', ...headers },
      agent,
      lookup: checkedLookup,
      signal,
    };
    const request = (url.protocol === 'http:' ? requestHttp : requestHttps)(url, options, resolve);
    request.on('error', (error: NodeJS.ErrnoException) => {
      // A server may close a kept connection at the very moment it is used again, which says nothing about the server: the
      // request, which only reads, goes out once more.
      const is_stale = request.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      if (is_stale && agent !== false) send(call, signal, false).then(resolve, reject);
      else reject(error);
    });
    request.end();
  });
}

/** The body, or undefined when it is longer than allowed; the rest is then not read. */
async function readBounded(response: IncomingMessage, max_bytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size_bytes = 0;
  // Leaving the loop destroys the response and with it the connection.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size_bytes += chunk.length;
    if (size_bytes > max_bytes) return undefined;
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('the reply was cut off');
  return Buffer.concat(chunks);
}

function parseReply(call: Call, response: IncomingMessage, bytes: Buffer | undefined): Uint8Array {
  const invalid = (problem: string): HoldfastError => failed(call, 'UPSTREAM_INVALID_REPLY', problem);
  if (bytes === undefined) throw invalid(`the reply is longer than ${call.max_reply_bytes} bytes`);
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = response.headers;
  if (encoding !== 'identity') throw invalid('the reply is compressed, which was not asked for');
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type))
    throw invalid('the reply is not of type JSON');
  let json: string;
  try {
    json = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid('the reply is not UTF-8');
  }
  try {
    return readDocument({ json }, 'reply', DEFAULT_DOCUMENT_LIMITS).bytes;
  } catch (error) {
    // The codec's messages name places and kinds, never what stands there.
    throw invalid(error instanceof HoldfastError ? error.message : 'the reply is not JSON');
  }
}

/** Anything but 200. */
function refusal(call: Call, response: IncomingMessage): HoldfastError {
  const status = response.statusCode ?? 0;
  const { 'retry-after': retry_after = null } = response.headers;
  const patience_ms = parseRetryAfter(retry_after, Date.now());
  const retry = patience_ms === undefined ? {} : { retry_after_ms: patience_ms };
  if (status === 429) return failed(call, 'RATE_LIMITED', 'HTTP 429', status, retry);
  if (status >= 500) return failed(call, 'UPSTREAM_UNAVAILABLE', `HTTP ${status}`, status, retry);
  if (status >= 300 && status < 400)
    return failed(call, 'UPSTREAM_REFUSED', `HTTP ${status}: redirects are not followed`, status);
  if (status >= 400) return failed(call, 'UPSTREAM_REFUSED', `HTTP ${status}`, status);
  return failed(call, 'UPSTREAM_INVALID_REPLY', `HTTP ${status}`, status);
}

type UpstreamReason = 'RATE_LIMITED' | 'UPSTREAM_UNAVAILABLE' | 'UPSTREAM_REFUSED' | 'UPSTREAM_INVALID_REPLY';

function failed(
  { upstream }: Call,
  reason: UpstreamReason,
  problem: string,
  status?: number,
  retry: { readonly retry_after_ms?: number } = {},
): HoldfastError {
  const metadata = { upstream, ...(status === undefined ? {} : { status: String(status) }) };
  return new HoldfastError(reason, `upstream ${upstream}: ${problem}`, { metadata, ...retry });
}

function connectionProblem(error: unknown): string {
  if (error instanceof ForbiddenAddress) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code !== undefined) return `the connection failed: ${code}`;
  return error instanceof Error && error.message === 'the reply was cut off'
    ? error.message
    : 'the connection failed';
}
