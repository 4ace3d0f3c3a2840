/** Files that options name. What keeps one from being used is told the same way everywhere: `--OPTION: PATH: reason`. */
import { readFileSync } from 'node:fs';
import { HoldfastError } from './errors.js';
import { systemWords } from './system_words.js';

/** @param option its flag, without the dashes. @throws HoldfastError INVALID_FIELD. */
export function readOptionFile(option: string, path: string): string {
  return withOptionFile(option, path, () => readFileSync(path, 'utf8'));
}

/** Does something with such a file. @throws HoldfastError INVALID_FIELD for what the system refuses; anything else as it is. */
export function withOptionFile<Result>(option: string, path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw wrongOptionFile(option, path, systemWords(error));
  }
}

export function wrongOptionFile(option: string, path: string, problem: string): HoldfastError {
  return new HoldfastError('INVALID_FIELD', `--${option}: ${path}: ${problem}`, { field: option });
}
