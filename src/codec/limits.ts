/** What a document may cost, whichever encoding it came in. */
import { HoldfastError } from '../errors.js';

export interface DocumentLimits {
  /** Greatest size in bytes, as sent (UTF-8 bytes of JSON, or MessagePack bytes) and as stored (MessagePack). */
  readonly max_size_bytes: number;
  /** Greatest nesting of arrays and objects; a scalar has depth 0, `[]` depth 1. At most MAX_DEPTH_CEILING. */
  readonly max_depth: number;
  /** Greatest number of object members in the whole document. Array elements are bounded by the size. */
  readonly max_keys: number;
}

export const DEFAULT_DOCUMENT_LIMITS: DocumentLimits = {
  max_size_bytes: 262_144,
  max_depth: 32,
  max_keys: 10_000,
};

/**
 * The readers recurse once per level, so no configuration may ask for more levels than any stack holds with
 * ease; a greater max_depth acts as this one.
 */
export const MAX_DEPTH_CEILING = 256;

/** @throws HoldfastError DOCUMENT_TOO_LARGE naming the limit and the actual size. */
export function checkSize(size_bytes: number, limits: DocumentLimits): void {
  if (size_bytes <= limits.max_size_bytes) return;
  throw new HoldfastError(
    'DOCUMENT_TOO_LARGE',
    `document: ${size_bytes} bytes, more than max_size_bytes (${limits.max_size_bytes})`,
    { metadata: { limit: String(limits.max_size_bytes), actual: String(size_bytes) } },
  );
}

/** The refusal of a document nested deeper than max_depth. */
export function tooDeep(limits: DocumentLimits): HoldfastError {
  const limit = Math.min(limits.max_depth, MAX_DEPTH_CEILING);
  return new HoldfastError('DOCUMENT_TOO_DEEP', `document: nested deeper than max_depth (${limit})`, {
    metadata: { limit: String(limit) },
  });
}

/** The refusal of a document with more members than max_keys. */
export function tooManyKeys(limits: DocumentLimits): HoldfastError {
  return new HoldfastError(
    'DOCUMENT_TOO_LARGE',
    `document: more object members than max_keys (${limits.max_keys})`,
    { metadata: { limit: String(limits.max_keys) } },
  );
}
