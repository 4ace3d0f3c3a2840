/** Waits until the daemon has done in the background what it owes, so that what is read stands still while it is compared. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Model } from './model.js';
import { listOf } from './tier.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 20;

/** `readOn` reads the journal into the model and returns its newest revision, as this does. */
export async function untilQuiet(wire: Wire, model: Model, readOn: () => Promise<number>): Promise<number> {
  const deadline_ms = Date.now() + PATIENCE_MS;
  for (;;) {
    const generations = listOf((await wire.call('Semantic/ListGenerations', {})).generations);
    const missing = generations.filter(isUnfinished);
    // Last, because whatever takes over is journaled.
    const revision = await readOn();
    if (missing.length === 0 && !model.conversations.is_waiting) return revision;
    const what = missing.length > 0 ? 'vectors that are missing' : 'summaries that are due';
    insist(Date.now() < deadline_ms, 'violation', 'background', `${what} are not made`, generations);
    await pause(PAUSE_MS);
  }
}

function isUnfinished({ status, backlog }: Message): boolean {
  return (
    status === 'GENERATION_STATUS_BUILDING' || (status === 'GENERATION_STATUS_SERVING' && Number(backlog) > 0)
  );
}
