/**
 * Signals.Subscribe: pages of the table first, then the hub, joined in one turn so that nothing is missed or doubled.
 *
 * What is live is pushed: a message is serialised once for all subscribers and waits in each one's own bounded queue. A
 * subscriber whose queue is full, or that takes nothing for slow_consumer_ms, is cut; nobody waits for it.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { HoldfastError } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { SubscribeRequest__Output } from '../gen/holdfast/v1/SubscribeRequest.js';
import type { SubscribeResponse } from '../gen/holdfast/v1/SubscribeResponse.js';
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { HeardSignal, HubMessage, Listener } from '../outbox/signals.js';
import { compilePatterns } from '../tiers/signals/patterns.js';
import type { SignalHead } from '../tiers/signals/queries.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { historyAt, requireHistory } from './history.js';
import { requestOf, serviceDefinition } from './proto.js';
import * as checks from './signals_checks.js';
import { toSignal } from './signals_views.js';
import { signalOf, writeMessage } from './streams.js';

type Call = ServerWritableStream<SubscribeRequest__Output, SubscribeResponse>;

/** Quiet for this long a subscriber is told how far it has heard. */
const QUIET_MS = 10_000;

const { Subscribe } = serviceDefinition('Signals');

/** The bytes of a response, which the service definition passes through; see proto.ts. */
function encode(response: SubscribeResponse): Buffer {
  if (Subscribe === undefined) throw new Error('no Subscribe in the protos');
  return Subscribe.responseSerialize(response);
}

/** Runs until the call or the daemon ends. @throws HoldfastError as the proto says of Subscribe. */
export async function subscribe(ctx: RpcContext, call: Call): Promise<void> {
  const { hub } = ctx;
  const request = parse(ctx, requestOf(call));
  const subscriber = new Subscriber(ctx, call, request);
  const signal = signalOf(call);
  if (request.from_revision !== undefined) await replay(ctx, subscriber, request.from_revision, signal);
  if (signal.aborted) return;
  const leave = hub.join(subscriber);
  try {
    subscriber.begin(revisionOf(hub.position));
    await subscriber.ends(signal, hub.closed);
  } finally {
    leave();
  }
  if (hub.closed.aborted && !signal.aborted) {
    throw new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping', { metadata: subscriber.resume });
  }
}

interface Wanted {
  readonly patterns: readonly string[];
  readonly min_confidence: number;
  readonly encoding: DocumentEncoding__Output;
}

function parse(
  ctx: RpcContext,
  request: SubscribeRequest__Output,
): Wanted & { readonly from_revision: number | undefined } {
  const agent_id = checks.listener(request.agent_id);
  const wanted = {
    patterns: checks.patterns(request.patterns, agent_id),
    min_confidence: checks.confidence(request.min_confidence, 'min_confidence'),
    encoding: request.encoding,
  };
  if (request.from_revision === undefined) return { ...wanted, from_revision: undefined };
  const newest = ctx.feed.revision;
  const from_revision = check.counter(request.from_revision, 'from_revision');
  requireHistory(ctx, request.history, from_revision);
  if (from_revision <= newest) return { ...wanted, from_revision };
  const message = `from_revision: ${from_revision} is above the newest, ${newest}`;
  const metadata = { newest: String(newest) };
  throw new HoldfastError('REVISION_IN_FUTURE', message, { field: 'from_revision', metadata });
}

/** Sends what was published after the revision; returns in a turn in which the hub has told no more than was read here. */
async function replay(
  ctx: RpcContext,
  subscriber: Subscriber,
  from_revision: number,
  signal: AbortSignal,
): Promise<void> {
  const { hub } = ctx;
  const { patterns, min_confidence } = subscriber;
  const matches = compilePatterns(patterns);
  let cursor = from_revision === 0 ? 0 : lastPositionOf(from_revision);
  while (!signal.aborted && !hub.closed.aborted) {
    const upto = hub.position;
    const { heads, scanned } = ctx.reads.snapshot(0, ({ signals }) => {
      const dropped = cursor === 0 ? 0 : signals.droppedAfter(cursor, patterns);
      if (dropped > 0) throw compacted(revisionOf(dropped));
      return signals.heads(cursor, upto);
    });
    const wanted = heads.filter(
      ({ channel, confidence }) => confidence >= min_confidence && matches(channel),
    );
    cursor = scanned;
    if (wanted.length === 0 && cursor === hub.position) return;
    for (const [index, head] of wanted.entries()) {
      await subscriber.sendStored(head, wanted[index + 1]);
      if (signal.aborted) return;
    }
    // One page per turn, and the hub may still be on its way to what the caller has seen.
    if (wanted.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

function compacted(floor: number): HoldfastError {
  return new HoldfastError('REVISION_COMPACTED', `signals up to revision ${floor} were dropped`, {
    field: 'from_revision',
    metadata: { floor: String(floor) },
  });
}

interface Queued {
  readonly bytes: Buffer;
  readonly revision: number;
}

class Subscriber implements Listener {
  readonly patterns: readonly string[];
  readonly min_confidence: number;
  readonly is_counted = true;
  readonly #encoding: DocumentEncoding__Output;
  readonly #ctx: RpcContext;
  readonly #call: Call;
  #queue: Queued[] = [];
  #queued_bytes = 0;
  #is_blocked = false;
  #patience: NodeJS.Timeout | undefined;
  /** Of the last message that was given to the stream. */
  #told = 0;
  #told_at_ms = 0;
  #fail: (error: unknown) => void = () => {};

  constructor(ctx: RpcContext, call: Call, { patterns, min_confidence, encoding }: Wanted) {
    this.patterns = patterns;
    this.min_confidence = min_confidence;
    this.#encoding = encoding;
    this.#ctx = ctx;
    this.#call = call;
  }

  /** Where to go on after the last message. */
  get resume(): Record<string, string> {
    return { resume_revision: String(this.#told) };
  }

  /** Sends a signal of the table, as fast as the client takes it. @throws HoldfastError SLOW_CONSUMER. */
  async sendStored(head: SignalHead, next: SignalHead | undefined): Promise<void> {
    const row = this.#ctx.reads.snapshot(0, ({ signals }) => signals.get(head.position));
    const own = revisionOf(head.position);
    if (row === undefined) throw compacted(own);
    const revision = next !== undefined && revisionOf(next.position) === own ? own - 1 : own;
    const response = { signal: toSignal(row, this.#encoding), ...this.#place(revision, own) };
    const metadata = { resume_revision: String(revision) };
    const { slow_consumer_ms } = this.#ctx.config;
    await writeMessage(this.#call, response, slow_consumer_ms, metadata, row.payload.length);
    this.#told = revision;
  }

  /** From now on live. */
  begin(revision: number): void {
    this.#call.on('drain', () => this.#drain());
    this.#send({ bytes: encode({ live: true, ...this.#place(revision) }), revision });
  }

  hear(message: HubMessage, revision: number): void {
    try {
      const make = (signal: HeardSignal) =>
        encode({
          signal: toSignal(signal, this.#encoding),
          ...this.#place(revision, revisionOf(signal.position)),
        });
      this.#send({ bytes: message.once(`${this.#encoding} ${revision}`, make), revision });
    } catch (error) {
      this.#fail(error);
    }
  }

  progress(revision: number): void {
    const is_quiet = performance.now() - this.#told_at_ms >= QUIET_MS;
    if (is_quiet && revision > this.#told && this.#queue.length === 0) {
      this.#send({ bytes: encode(this.#place(revision)), revision });
    }
  }

  /** Resolves when one of the signals aborts. @throws HoldfastError SLOW_CONSUMER. */
  async ends(...signals: readonly AbortSignal[]): Promise<void> {
    let end = (): void => {};
    try {
      await new Promise<void>((resolve, reject) => {
        this.#fail = reject;
        end = resolve;
        for (const signal of signals) signal.addEventListener('abort', end);
        if (signals.some(({ aborted }) => aborted)) resolve();
      });
    } finally {
      for (const signal of signals) signal.removeEventListener('abort', end);
      clearTimeout(this.#patience);
      // What is heard from now on goes nowhere.
      this.#is_blocked = true;
      this.#queue = [];
    }
  }

  /** @param seen the revision of the signal that is told with it. */
  #place(revision: number, seen = revision): { revision: string; history: string } {
    return { revision: String(revision), history: historyAt(this.#ctx, revision, seen) };
  }

  #send(message: Queued): void {
    if (!this.#is_blocked && this.#queue.length === 0) {
      this.#write(message);
      return;
    }
    this.#queue.push(message);
    this.#queued_bytes += message.bytes.length;
    const { max_queued_signals, max_queued_signal_bytes } = this.#ctx.config;
    if (this.#queue.length > max_queued_signals || this.#queued_bytes > max_queued_signal_bytes) {
      this.#cut(`more than ${max_queued_signals} signals or ${max_queued_signal_bytes} bytes were waiting`);
    }
  }

  #write({ bytes, revision }: Queued): void {
    // The stream takes any message; the serialiser passes bytes through.
    this.#is_blocked = !this.#call.write(bytes as unknown as SubscribeResponse);
    this.#told = revision;
    this.#told_at_ms = performance.now();
    if (!this.#is_blocked || this.#patience !== undefined) return;
    const { slow_consumer_ms } = this.#ctx.config;
    this.#patience = setTimeout(
      () => this.#cut(`nothing was read for ${slow_consumer_ms} ms`),
      slow_consumer_ms,
    );
  }

  #drain(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#is_blocked = false;
    let written = 0;
    for (const message of this.#queue) {
      if (this.#is_blocked) break;
      this.#queued_bytes -= message.bytes.length;
      written += 1;
      this.#write(message);
    }
    this.#queue.splice(0, written);
  }

  #cut(problem: string): void {
    this.#queue = [];
    this.#fail(new HoldfastError('SLOW_CONSUMER', problem, { metadata: this.resume }));
  }
}
