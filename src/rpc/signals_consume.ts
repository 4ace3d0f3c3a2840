/**
 * Signals.Consume: hands a consumer's signals to one stream.
 *
 * What matches is looked for on the reading connection; one command then records a batch of deliveries, and only then are
 * they sent. So a daemon that dies in between has at worst recorded what it did not send: a delivery like any other that
 * nobody acknowledged, which comes again unless it was the last.
 */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { ConsumeRequest__Output } from '../gen/holdfast/v1/ConsumeRequest.js';
import type { ConsumeResponse } from '../gen/holdfast/v1/ConsumeResponse.js';
import { lastPositionOf } from '../journal/position.js';
import { steadyClock } from '../steady_clock.js';
import { staleEpoch } from '../tiers/epochs.js';
import type { Commands } from '../tiers/index.js';
import { noConsumer } from '../tiers/signals/errors.js';
import { compilePatterns } from '../tiers/signals/patterns.js';
import type { ConsumerRow, DeliverArgs, Delivered } from '../tiers/signals/types.js';
import { pack, unpack } from '../writer/transport.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { requestOf } from './proto.js';
import { consumerName } from './signals_mutations.js';
import { toSignal } from './signals_views.js';
import { signalOf, writeMessage } from './streams.js';

type Call = ServerWritableStream<ConsumeRequest__Output, ConsumeResponse>;

const DEFAULT_IN_FLIGHT = 64;
const MAX_IN_FLIGHT = 1000;
/**
 * A look though nothing woke it: bounds how late it learns of a take-over, of a consumer that is gone, and of a clock that
 * has moved.
 */
const IDLE_MS = 1000;
/** A full stream looks at most this often at what was acknowledged. */
const FULL_PAUSE_MS = 2;

/** Runs until the call or the daemon ends. @throws HoldfastError as the proto says of Consume. */
export async function consume(ctx: RpcContext, call: Call): Promise<void> {
  const request = requestOf(call);
  const agent_id = check.id(request.agent_id, 'agent_id');
  const name = consumerName(request.name);
  const max = check.integer(request.max_in_flight, 'max_in_flight', 0, MAX_IN_FLIGHT) || DEFAULT_IN_FLIGHT;
  const named = check.counter(request.epoch, 'epoch');
  const { row, epoch } = ctx.reads.snapshot(0, ({ signals, operations }) => ({
    row: signals.consumer(agent_id, name),
    epoch: operations.epoch(agent_id),
  }));
  if (named !== 0 && named !== epoch) throw staleEpoch(named, epoch);
  if (row === undefined) throw noConsumer(name);
  const stream = new ConsumeStream(ctx, call, row, max, epoch);
  try {
    await stream.run();
  } finally {
    stream.close();
  }
  if (ctx.hub.closed.aborted && !call.cancelled) {
    throw new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
  }
}

/** What there is to hand out. */
interface Found extends Omit<DeliverArgs, 'max' | 'epoch'> {
  readonly has_due: boolean;
  /** Unix microseconds; null = nothing comes again. */
  readonly first_due_us: number | null;
  /** There is more to look through. */
  readonly more: boolean;
}

class ConsumeStream {
  readonly #ctx: RpcContext;
  readonly #call: Call;
  readonly #signal: AbortSignal;
  readonly #max: number;
  /** The agent's as the stream began. */
  readonly #epoch: number;
  #row: ConsumerRow;
  /** The number of each delivery that this stream has out, by the signal's position. */
  readonly #in_flight = new Map<number, number>();
  /** Nothing between the consumer's place and this one matches the patterns that it has now. */
  #scanned = 0;
  #matches: (channel: string) => boolean = () => false;
  #leave: () => void = () => {};
  readonly #unwatch: () => void;
  #is_woken = false;
  #wake: () => void = () => {};

  constructor(ctx: RpcContext, call: Call, row: ConsumerRow, max: number, epoch: number) {
    this.#ctx = ctx;
    this.#call = call;
    this.#signal = signalOf(call);
    this.#max = max;
    this.#epoch = epoch;
    this.#row = row;
    this.#listen();
    this.#unwatch = ctx.hub.watchConsumer(row.position, () => this.#notice());
    this.#signal.addEventListener('abort', () => this.#notice(), { once: true });
    ctx.hub.closed.addEventListener('abort', this.#notice, { once: true });
  }

  close(): void {
    this.#leave();
    this.#unwatch();
    this.#ctx.hub.closed.removeEventListener('abort', this.#notice);
  }

  get #is_over(): boolean {
    return this.#signal.aborted || this.#ctx.hub.closed.aborted;
  }

  async run(): Promise<void> {
    while (!this.#is_over) {
      this.#is_woken = false;
      const room = this.#room();
      const found = this.#look(room);
      if (found.candidates.length > 0 || (found.has_due && room > 0)) {
        const delivered = await this.#deliver(found, room);
        await this.#send(delivered);
        if (delivered.length > 0) continue;
      } else if (found.more) {
        // One page per turn: a consumer that catches up over many signals must not hold up other calls.
        await new Promise((resolve) => setImmediate(resolve));
        continue;
      }
      await this.#sleep(room === 0 ? null : found.first_due_us);
      if (room === 0) await pause(FULL_PAUSE_MS);
    }
  }

  readonly #notice = (): void => {
    this.#is_woken = true;
    this.#wake();
  };

  /** Asks the hub to be woken by what matches. */
  #listen(): void {
    this.#leave();
    const patterns = JSON.parse(this.#row.patterns) as string[];
    const { min_confidence } = this.#row;
    this.#matches = compilePatterns(patterns);
    this.#scanned = 0;
    this.#leave = this.#ctx.hub.join({ patterns, min_confidence, is_counted: false, hear: this.#notice });
  }

  /** How many more deliveries this stream may have out. What is out is looked at only when that matters. */
  #room(): number {
    if (this.#in_flight.size >= this.#max) {
      const out = this.#ctx.reads.snapshot(0, ({ signals }) =>
        signals.stillOut(this.#row.position, steadyClock.now_us()),
      );
      for (const [position, delivery] of this.#in_flight) {
        if (out.get(position) !== delivery) this.#in_flight.delete(position);
      }
    }
    return this.#max - this.#in_flight.size;
  }

  #look(room: number): Found {
    return this.#ctx.reads.snapshot(0, ({ signals, operations }, revision) => {
      const epoch = operations.epoch(this.#row.agent_id);
      if (epoch !== this.#epoch) throw staleEpoch(this.#epoch, epoch);
      const row = signals.consumerAt(this.#row.position);
      if (row === undefined) throw noConsumer(this.#row.name);
      const has_changed = row.put_position !== this.#row.put_position;
      this.#row = row;
      if (has_changed) this.#listen();
      const first_due_us = signals.firstDue(row.position);
      const from = Math.max(row.cursor, this.#scanned);
      const found = {
        consumer: row.position,
        put_position: row.put_position,
        has_due: first_due_us !== null && first_due_us <= steadyClock.now_us(),
        first_due_us,
      };
      const nothing = { ...found, candidates: [], scanned: from, more: false };
      if (room === 0 || signals.newest() <= from) return nothing;
      // All that is committed, whether or not the hub has told of it.
      const upto = lastPositionOf(revision);
      const { heads, scanned } = signals.heads(from, upto);
      const wanted = heads
        .filter(({ channel, confidence }) => confidence >= row.min_confidence && this.#matches(channel))
        .map(({ position }) => position);
      if (wanted.length === 0) {
        this.#scanned = scanned;
        return { ...nothing, scanned, more: scanned < upto };
      }
      const candidates = wanted.slice(0, room);
      const is_all = candidates.length === wanted.length;
      return { ...found, candidates, scanned: is_all ? scanned : (candidates.at(-1) ?? from), more: false };
    });
  }

  async #deliver(found: Found, room: number): Promise<readonly Delivered[]> {
    const { consumer, put_position, candidates, scanned } = found;
    const args: DeliverArgs = { consumer, put_position, candidates, scanned, max: room, epoch: this.#epoch };
    const committed = await this.#ctx.writer.submit({
      name: 'deliver_signals',
      agent_id: this.#row.agent_id,
      request_id: '',
      epoch: 0,
      args: pack(args),
    });
    return unpack<Commands['deliver_signals']['result']>(committed.result).delivered;
  }

  async #send(delivered: readonly Delivered[]): Promise<void> {
    const { encoding } = this.#call.request;
    for (const [position, delivery] of delivered) this.#in_flight.set(position, delivery);
    for (const [position, delivery, due_us] of delivered) {
      if (this.#is_over) return;
      const row = this.#ctx.reads.snapshot(0, ({ signals }) => signals.get(position));
      // Retention keeps what is pending; but by now it may have been acknowledged, and gone.
      if (row === undefined) continue;
      const response = { signal: toSignal(row, encoding), delivery, ack_by: usToTimestamp(due_us) };
      await writeMessage(this.#call, response, this.#ctx.config.slow_consumer_ms, {}, row.payload.length);
    }
  }

  /** Until something happens, or something comes again. */
  async #sleep(first_due_us: number | null): Promise<void> {
    if (this.#is_woken || this.#is_over) return;
    const due_in_ms =
      first_due_us === null ? IDLE_MS : Math.ceil((first_due_us - steadyClock.now_us()) / 1000);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(IDLE_MS, Math.max(1, due_in_ms)));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }
}

async function pause(wait_ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, wait_ms));
}
