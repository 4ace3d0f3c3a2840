import { setPriority } from 'node:os';

/** How much the calling thread steps back: a weight of about a tenth against the main and the writer's thread (sched(7)). */
const NICE = 10;

/**
 * Lets the main thread and the writer go first where cores are few: a recall may take a moment longer, a write or a point
 * read must not. On Linux a nice value belongs to a thread, and 0 names the caller's (setpriority(2), "C library/kernel
 * differences"); elsewhere it belongs to the process, so nothing is done.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, NICE);
  } catch {
    // A sandbox may forbid it: then all threads are equal, as they would be without it.
  }
}
