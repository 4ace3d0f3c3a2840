/**
 * Page tokens: where a list goes on, bound to the query that made it. Opaque to clients; a token is checked, never
 * trusted, because it comes back over the wire.
 */
import { sha256 } from '../codec/digest.js';
import { HoldfastError } from '../errors.js';

export type Cursor = readonly (string | number)[];

const QUERY_DIGEST_BYTES = 9;

/** Makes the token that continues `query` after `cursor`. */
export function pageToken(query: readonly unknown[], cursor: Cursor): string {
  return `${queryDigest(query)}.${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`;
}

/**
 * The cursor inside a token, or undefined for the first page. `shape` names the type of each part.
 * @throws HoldfastError INVALID_PAGE_TOKEN for a token of another query, or one that is damaged.
 */
export function readPageToken(
  token: string,
  query: readonly unknown[],
  shape: readonly ('string' | 'number')[],
): Cursor | undefined {
  if (token === '') return undefined;
  const [digest, body] = token.split('.');
  if (digest !== queryDigest(query) || body === undefined) throw invalid('is not of this query');
  const cursor = parse(body);
  if (!Array.isArray(cursor) || cursor.length !== shape.length) throw invalid('is damaged');
  for (const [index, type] of shape.entries()) {
    const part: unknown = cursor[index];
    if (typeof part !== type || (type === 'number' && !Number.isSafeInteger(part)))
      throw invalid('is damaged');
  }
  return cursor as Cursor;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    throw invalid('is damaged');
  }
}

function queryDigest(query: readonly unknown[]): string {
  return sha256(JSON.stringify(query)).subarray(0, QUERY_DIGEST_BYTES).toString('base64url');
}

function invalid(problem: string): HoldfastError {
  return new HoldfastError('INVALID_PAGE_TOKEN', `page_token ${problem}`, { field: 'page_token' });
}
