/**
 * Vectors and their codes. A vector is stored at unit length, so that a cosine is a dot product. The index holds one signed
 * byte per dimension, taken after a fixed rotation: models put much of the length into a few dimensions (and lexical
 * embedders are sparse), and a rotation spreads it evenly, so that one scale fits every vector and L2 between codes ranks
 * like the cosine between vectors.
 */
import { HoldfastError } from '../../../errors.js';

/** Of vec0. */
export const MAX_DIMENSIONS = 8192;

/** A component of a rotated unit vector is about normal with deviation 1/sqrt(d); beyond this many it is cut. */
const DEVIATIONS = 5;

/**
 * The vector at unit length, as a new array. Throws INVALID_FIELD for a wrong number of dimensions, a component that is
 * not finite, and a vector without a direction.
 */
export function normalise(vector: Float32Array, dimensions: number): Float32Array {
  if (vector.length !== dimensions) {
    throw invalid(`has ${vector.length} dimensions, but its generation has ${dimensions}`);
  }
  let largest = 0;
  for (const component of vector) {
    if (!Number.isFinite(component)) throw invalid('has a component that is not a finite number');
    largest = Math.max(largest, Math.abs(component));
  }
  if (largest === 0) throw invalid('is all zeros and so has no direction');
  let square = 0;
  for (const component of vector) square += (component / largest) ** 2;
  // In doubles, and scaled first: squares of tiny or huge floats would leave the range of floats.
  const scale = 1 / Math.sqrt(square);
  return vector.map((component) => (component / largest) * scale);
}

function invalid(problem: string): HoldfastError {
  return new HoldfastError('INVALID_FIELD', `vector: ${problem}`, { field: 'vector' });
}

/** The dot product; the cosine when both are at unit length. */
export function dot(a: Float32Array, b: Float32Array): number {
  // Four sums, because one would make each addition wait for the last.
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const whole = a.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    s0 += at(a, i) * at(b, i);
    s1 += at(a, i + 1) * at(b, i + 1);
    s2 += at(a, i + 2) * at(b, i + 2);
    s3 += at(a, i + 3) * at(b, i + 3);
  }
  for (let i = whole; i < a.length; i++) s0 += at(a, i) * at(b, i);
  return s0 + s1 + (s2 + s3);
}

/** An element that is known to be there. */
export function at(values: Float32Array, index: number): number {
  return values[index] as number;
}

/** The bytes of a stored vector: float32, little-endian (every platform that Node runs on is). */
export function toBytes(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** The vector in stored bytes; a view when they are aligned. */
export function fromBytes(bytes: Uint8Array): Float32Array {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >> 2);
}

/** The code of a vector at unit length: one signed byte per dimension. */
export function codeOf(vector: Float32Array): Uint8Array {
  const rotated = rotate(vector);
  const scale = 127 * Math.max(1, Math.sqrt(vector.length) / DEVIATIONS);
  const code = new Int8Array(vector.length);
  for (let i = 0; i < rotated.length; i++) {
    code[i] = Math.max(-127, Math.min(127, Math.round(at(rotated, i) * scale)));
  }
  return new Uint8Array(code.buffer);
}

/**
 * A fixed orthogonal map: signs, then a Walsh-Hadamard transform over the first 2^m dimensions, then the same over the
 * last 2^m, where 2^m is the largest power of two that fits. (Ailon and Chazelle's fast Johnson-Lindenstrauss transform,
 * without its projection.)
 */
export function rotate(vector: Float32Array): Float32Array {
  const rotated = vector.slice();
  const size = 2 ** Math.floor(Math.log2(vector.length));
  transform(rotated.subarray(0, size), 1);
  if (size < vector.length) transform(rotated.subarray(vector.length - size), 2);
  return rotated;
}

function transform(values: Float32Array, round: number): void {
  const size = values.length;
  const scale = 1 / Math.sqrt(size);
  for (let i = 0; i < size; i++) values[i] = at(values, i) * (isNegative(i, round) ? -scale : scale);
  for (let half = 1; half < size; half *= 2) {
    for (let start = 0; start < size; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const [low, high] = [at(values, i), at(values, i + half)];
        values[i] = low + high;
        values[i + half] = low - high;
      }
    }
  }
}

/** Signs without a pattern: a multiplicative hash (Knuth) of the place. */
function isNegative(index: number, round: number): boolean {
  const hash = Math.imul(index * 2 + round, 0x9e3779b1);
  return (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) & 0x10000) !== 0;
}
