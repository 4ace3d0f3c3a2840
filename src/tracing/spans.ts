/**
 * Notes what a call waits for (queue, commit, scan, embedder), when traces are asked for; otherwise each function here is one look at
 * a variable. Nothing is sent from here, and no call waits for what is noted.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

/** On the monotonic clock of the process, milliseconds. */
export interface Span {
  readonly name: string;
  readonly started_ms: number;
  readonly ended_ms: number;
}

/** A call waits for few things; one that loops is not let grow. */
const MAX_SPANS = 64;

let current: AsyncLocalStorage<Span[]> | undefined;
const noted = new WeakMap<object, Span[]>();

/** From now on spans are noted, for the rest of the process. */
export function noteSpans(): void {
  current ??= new AsyncLocalStorage();
}

/** Runs a call; what it waits for is noted under it. */
export function withinCall<T>(call: object, work: () => T): T {
  if (current === undefined) return work();
  const spans: Span[] = [];
  noted.set(call, spans);
  return current.run(spans, work);
}

/** What a call has waited for so far. */
export function spansOf(call: object): readonly Span[] {
  return noted.get(call) ?? [];
}

/** Notes how long a piece of work takes, however it ends. */
export async function spanned<T>(name: string, work: () => Promise<T>): Promise<T> {
  const spans = current?.getStore();
  if (spans === undefined) return work();
  const started_ms = performance.now();
  try {
    return await work();
  } finally {
    note(spans, { name, started_ms, ended_ms: performance.now() });
  }
}

/** A write: the time that it waited, then the commit that it was part of. @param commit_ms of the newest commit, when asked. */
export function spannedWrite<T>(work: () => Promise<T>, commit_ms: () => number): Promise<T> {
  const spans = current?.getStore();
  if (spans === undefined) return work();
  const started_ms = performance.now();
  const written = work();
  const told = (): void => {
    const ended_ms = performance.now();
    const committing_ms = Math.max(started_ms, ended_ms - commit_ms());
    note(spans, { name: 'queue', started_ms, ended_ms: committing_ms });
    note(spans, { name: 'commit', started_ms: committing_ms, ended_ms });
  };
  written.then(told, told);
  return written;
}

function note(spans: Span[], span: Span): void {
  if (spans.length < MAX_SPANS) spans.push(span);
}
