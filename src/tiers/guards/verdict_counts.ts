/**
 * How many verdicts of guards failed since the start, in the thread that judges. Volatile, and counted when judged: a command that
 * is judged and then rolled back with its batch counts all the same.
 */
import type { GuardMode } from './types.js';

export const failedVerdicts: Record<GuardMode, number> = { ENFORCE: 0, WARN: 0, SHADOW: 0 };
