/** What an embedder is, and the checks that every vector passes whoever made it. */
import { HoldfastError } from '../../errors.js';

export interface Embedder {
  readonly kind: 'openai' | 'local' | 'client' | 'builtin';
  /** With kind and dimensions it names the generation of its vectors. */
  readonly model: string;
  readonly dimensions: number;
  /**
   * One vector of unit length for each text, in their order. Some models want to know whether a text is to be found
   * or to find.
   *
   * @throws HoldfastError EMBEDDER_UNAVAILABLE (later), EMBEDDER_REFUSED (never these texts), EMBEDDER_INVALID_REPLY,
   *   VECTOR_REQUIRED, or the signal's reason when it aborts. Then there is no vector for any of the texts.
   */
  embed(
    texts: readonly string[],
    purpose: 'document' | 'query',
    signal: AbortSignal,
  ): Promise<Float32Array[]>;
  close(): Promise<void>;
}

/**
 * The numbers as a float32 vector of unit length, so that a dot product is the cosine and no index meets a vector that
 * it cannot compare.
 *
 * @throws HoldfastError EMBEDDER_INVALID_REPLY for a wrong length, a number that is not finite in float32, or all zeros.
 */
export function unitVector(numbers: ArrayLike<unknown>, dimensions: number, name: string): Float32Array {
  if (numbers.length !== dimensions)
    throw invalidReply(`${name} has ${numbers.length} dimensions, not the configured ${dimensions}`);
  const vector = new Float32Array(dimensions);
  let squares = 0;
  for (let index = 0; index < dimensions; index += 1) {
    const number = numbers[index];
    const value = typeof number === 'number' ? Math.fround(number) : Number.NaN;
    if (!Number.isFinite(value)) throw invalidReply(`${name}[${index}] is not a finite number`);
    vector[index] = value;
    squares += value * value;
  }
  if (squares === 0) throw invalidReply(`${name} is all zeros`);
  const scale = 1 / Math.sqrt(squares);
  for (let index = 0; index < dimensions; index += 1) vector[index] = (vector[index] ?? 0) * scale;
  return vector;
}

export function invalidReply(problem: string): HoldfastError {
  return new HoldfastError('EMBEDDER_INVALID_REPLY', problem);
}

/** The longest beginning of the text that has at most max_bytes in UTF-8 and ends between two code points. */
export function cutToBytes(text: string, max_bytes: number): string {
  // No UTF-16 unit takes more than three bytes, so most texts need no counting.
  if (text.length * 3 <= max_bytes || Buffer.byteLength(text) <= max_bytes) return text;
  // encodeInto never writes half a code point.
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(max_bytes));
  return text.slice(0, read);
}
