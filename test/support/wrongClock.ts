/** A wall clock that a test sets, for a daemon process of its own. */
import { spawnSync } from 'node:child_process';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/paths.js';

export interface WrongClock {
  /** What the daemon's environment needs. */
  readonly env: NodeJS.ProcessEnv;
  /** It shows so many seconds more than true time. */
  ahead(seconds: number): void;
  /** It stands still at this instant, in milliseconds since 1970. */
  standStill(at_ms: number): void;
  right(): void;
}

/** Compiles the library into a folder; undefined where there is no C compiler. */
export function makeWrongClock(folder: string): WrongClock | undefined {
  const library = join(folder, 'wrong_clock.so');
  const source = join(packageRoot, 'test', 'support', 'wrong_clock.c');
  if (spawnSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']).status !== 0)
    return undefined;
  const file = join(folder, 'clock');
  const show = (text: string): void => {
    // In one step: a half-written number is another time.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  return {
    env: { LD_PRELOAD: library, HOLDFAST_CLOCK_FILE: file },
    ahead: (seconds) => show(`+${seconds}`),
    standStill: (at_ms) => show(`=${at_ms * 1_000_000}`),
    right: () => rmSync(file, { force: true }),
  };
}
