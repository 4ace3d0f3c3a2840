/** Messages that come folded (gzip, deflate): who may have them unfolded, and how far. */
import { gunzipSync, inflateSync } from 'node:zlib';
import { status } from '@grpc/grpc-js';
import type { Allowances } from '../access/allowances.js';
import type { Principal } from '../access/principal.js';
import { toServiceError } from './errors.js';

/** What is not there to keep us busy unfolds to less than this many times its size, or to little. */
const MAX_RATIO = 100;
const FREE_BYTES = 256 * 1024;

/**
 * What a message is once unfolded. @param sender undefined when a call needs no token.
 * @throws what grpc-js makes a status of, as for its own: an Error with code and details.
 */
export type Unfold = (
  folded: Buffer,
  encoding: string,
  max_bytes: number,
  sender: Principal | undefined,
) => Buffer;

/** Who calls too often has nothing unfolded, and what cannot be unfolded counts as a call that cannot be read. */
export function unfolder(allowances: Allowances): Unfold {
  return (folded, encoding, max_bytes, sender) => {
    const refusal = sender === undefined ? undefined : allowances.takeFolded(sender);
    if (refusal !== undefined) throw toServiceError(refusal);
    try {
      return decompress(folded, encoding, max_bytes);
    } catch (error) {
      if (sender !== undefined) allowances.takeUnreadable(sender);
      throw error;
    }
  };
}

/**
 * At once rather than beside other work, as grpc-js does it: a message that unfolds to many times its size is then alone, and is
 * decoded before the next.
 */
function decompress(folded: Buffer, encoding: string, max_bytes: number): Buffer {
  const unfold = { gzip: gunzipSync, deflate: inflateSync }[encoding];
  if (unfold === undefined)
    throw unreadable(status.UNIMPLEMENTED, `compressed with unsupported encoding "${encoding}"`);
  const most_bytes = Math.min(max_bytes, Math.max(FREE_BYTES, folded.length * MAX_RATIO));
  try {
    return unfold(folded, { maxOutputLength: most_bytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw unreadable(status.RESOURCE_EXHAUSTED, `that decompresses to a size larger than ${most_bytes}`);
    throw unreadable(status.INTERNAL, 'that cannot be decompressed');
  }
}

function unreadable(code: status, problem: string): Error {
  return Object.assign(new Error(problem), { code, details: `Received message ${problem}` });
}
