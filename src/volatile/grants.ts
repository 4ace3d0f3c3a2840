/** What calls of AcquireTokens are answered: granted, denied, or why neither. */
import { HoldfastError } from '../errors.js';
import type { Bucket, BucketSize, Grant } from './bucket.js';

/** The least that a call has to wait which comes after all that wait now. */
export function soonest(bucket: Bucket, share: Bucket | undefined, tokens: number, now_us: number): number {
  if (share === undefined) return bucket.waitFor(bucket.line.tokens + tokens, now_us);
  const { first, tokens: before } = share.line;
  // Calls of the same share come before this one in either line; those that are in the bucket's already count there.
  const counted = first !== undefined && bucket.line.has(first) ? first.tokens : 0;
  return Math.max(
    share.waitFor(before + tokens, now_us),
    bucket.waitFor(bucket.line.tokens + before - counted + tokens, now_us),
  );
}

export function granted(bucket: Bucket, share: Bucket | undefined, now_us: number, waited_us: number): Grant {
  return { allowed: true, remaining: remaining(bucket, share, now_us), retry_after_us: 0, waited_us };
}

export function denied(
  bucket: Bucket,
  share: Bucket | undefined,
  tokens: number,
  now_us: number,
  waited_us: number,
): Grant {
  const retry_after_us = soonest(bucket, share, tokens, now_us);
  return { allowed: false, remaining: remaining(bucket, share, now_us), retry_after_us, waited_us };
}

function remaining(bucket: Bucket, share: Bucket | undefined, now_us: number): number {
  const left = bucket.available(now_us);
  return share === undefined ? left : Math.min(left, share.available(now_us));
}

/** @throws HoldfastError LIMIT_EXCEEDED: it could never be served. */
export function checkFits(tokens: number, { capacity }: BucketSize, which: string): void {
  if (tokens > capacity) throw tooLarge(tokens, capacity, which);
}

export function tooLarge(tokens: number, capacity: number, which: string): HoldfastError {
  return new HoldfastError('LIMIT_EXCEEDED', `tokens: ${tokens} are more than the ${which}, ${capacity}`, {
    field: 'tokens',
    metadata: { limit: String(capacity), actual: String(tokens) },
  });
}

export function tooMany(what: string, limit: number): HoldfastError {
  return new HoldfastError('TOO_MANY', `${limit} ${what} already`, {
    metadata: { limit: String(limit) },
    retry_after_ms: 1000,
  });
}

export function shuttingDown(): HoldfastError {
  return new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
}
