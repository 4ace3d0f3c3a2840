/** What the system refuses, in words: `no such file or directory` for ENOENT. */
import { getSystemErrorMap } from 'node:util';

/** The message of whatever else was thrown. */
export function systemWords(error: unknown): string {
  const { errno, message } = error as NodeJS.ErrnoException;
  return getSystemErrorMap().get(errno ?? 0)?.[1] ?? message ?? String(error);
}
