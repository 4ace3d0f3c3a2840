/** Files that a command reads or writes: what goes wrong is told in words, not in the system's codes. */

/**
 * Does something with a file. `what` it could not do stands in the message: `cannot read a.proof: no such file or directory`.
 * @throws Error
 */
export function withFile<Result>(what: 'read' | 'write', path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new Error(`cannot ${what} ${path}: ${wordsOf(error.message)}`);
  }
}

/** Of `ENOENT: no such file or directory, open '/tmp/a'` the middle. */
function wordsOf(message: string): string {
  return /^E[A-Z0-9]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
