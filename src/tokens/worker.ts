/** A token thread: works on what it is sent in short turns, so that a small text does not wait for a large one. */
import { parentPort } from 'node:worker_threads';
import { HoldfastError } from '../errors.js';
import { stepBack } from '../priority.js';
import { assembleSteps } from './assemble.js';
import { encoderOf, type Steps } from './encoder.js';
import { ENCODINGS } from './models.js';
import type { FromTokens, TokenRequest, ToTokens } from './pool.js';

const port = parentPort;
if (port === null) throw new Error('a token thread runs as a worker thread');

stepBack();

interface Task {
  readonly id: number;
  readonly steps: Steps<unknown>;
}

const TURN_MS = 3;

/** Tasks that have not had a turn yet, and those that need more than one. */
const fresh: Task[] = [];
const begun: Task[] = [];

function send(message: FromTokens): void {
  port?.postMessage(message);
}

function* stepsOf(request: TokenRequest): Steps<unknown> {
  const encoder = encoderOf(request.encoding);
  if (request.kind === 'truncate') return yield* encoder.truncateSteps(request.text, request.max_tokens);
  if (request.kind === 'assemble') return yield* assembleSteps(encoder, request.parts, request.options);
  const counts: number[] = [];
  for (const text of request.texts) {
    counts.push(yield* encoder.countSteps(text));
    yield;
  }
  return counts;
}

/** @returns false when the task has ended and was answered. */
function takeTurn({ id, steps }: Task): boolean {
  const end_ms = performance.now() + TURN_MS;
  try {
    while (performance.now() < end_ms) {
      const step = steps.next();
      if (!step.done) continue;
      send({ id, value: step.value });
      return false;
    }
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const known = error instanceof HoldfastError ? error : new HoldfastError('INTERNAL', message);
    send({ id, error: known.serialize() });
    return false;
  }
}

/** One turn for a new task and one for an old one, in order: neither kind can shut the other out. */
function work(): void {
  for (const task of [fresh.shift(), begun.shift()]) {
    if (task !== undefined && takeTurn(task)) begun.push(task);
  }
  // Between turns the event loop takes in what has arrived.
  if (fresh.length + begun.length > 0) setImmediate(work);
}

port.on('message', ({ id, request }: ToTokens) => {
  if (fresh.length + begun.length === 0) setImmediate(work);
  fresh.push({ id, steps: stepsOf(request) });
});
for (const encoding of ENCODINGS) encoderOf(encoding);
