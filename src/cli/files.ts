/** Files that a command reads or writes: what goes wrong is told in words, not in the system's codes. */

import { systemWords } from '../system_words.js';

/**
 * Does something with a file. `what` it could not do stands in the message: `cannot read a.proof: no such file or directory`.
 * @throws Error
 */
export function withFile<Result>(what: 'read' | 'write', path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Error(`cannot ${what} ${path}: ${systemWords(error)}`);
  }
}
