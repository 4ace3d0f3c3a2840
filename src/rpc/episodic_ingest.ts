/**
 * Episodic.IngestEpisodes: every message is a command of its own, submitted as it arrives and acknowledged in the order
 * sent, so that many share a commit.
 *
 * Invariants: messages are submitted in the order sent; every message gets one answer; at most MAX_IN_FLIGHT messages
 * or about MAX_IN_FLIGHT_BYTES of them are without one, beyond that nothing is read from the client. Worst case: a
 * client that does not read its answers holds those messages for slow_consumer_ms and is then cut.
 */
import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { HoldfastError } from '../errors.js';
import type { IngestEpisodesRequest__Output } from '../gen/holdfast/v1/IngestEpisodesRequest.js';
import type { IngestEpisodesResponse } from '../gen/holdfast/v1/IngestEpisodesResponse.js';
import type { IngestError } from '../gen/holdfast/v1/IngestError.js';
import type { Commands } from '../tiers/index.js';
import { type Submission, unpack } from '../writer/transport.js';
import type { Committed } from '../writer/writer.js';
import type { RpcContext } from './context.js';
import { parseEpisodes } from './episodic_mutations.js';
import { toStatus, writeHeader } from './handle.js';
import { toSubmission } from './mutation.js';
import { requestOf, Undecodable } from './proto.js';
import { endWithError, signalOf, writeMessage } from './streams.js';

type Call = ServerDuplexStream<IngestEpisodesRequest__Output, IngestEpisodesResponse>;

const MAX_IN_FLIGHT = 64;
const MAX_IN_FLIGHT_BYTES = 8 * 1024 * 1024;
/** How often a stream that the writer has no room for asks again. */
const ROOM_POLL_MS = 5;
/** How long an idle stream sleeps at most; it is woken by whatever it waits for, so this only bounds the timer. */
const IDLE_MS = 60_000;

export function ingestEpisodes(ctx: RpcContext): (call: Call) => void {
  return (call) => {
    void new IngestStream(ctx, call).run();
  };
}

interface InFlight {
  readonly request_id: string;
  readonly size_bytes: number;
  /** Never rejects: a refusal is an answer. */
  readonly answer: Promise<IngestEpisodesResponse>;
}

class IngestStream {
  readonly #ctx: RpcContext;
  readonly #call: Call;
  readonly #signal: AbortSignal;
  readonly #in_flight: InFlight[] = [];
  #in_flight_bytes = 0;
  #half_closed = false;
  /** The newest message that waits for room at the writer; later ones wait behind it. */
  #last_waiting: Promise<unknown> | undefined;
  #wake: () => void = () => {};

  constructor(ctx: RpcContext, call: Call) {
    this.#ctx = ctx;
    this.#call = call;
    this.#signal = signalOf(call);
  }

  async run(): Promise<void> {
    const call = this.#call;
    const started_ms = performance.now();
    call.on('data', (request: IngestEpisodesRequest__Output) => this.#receive(request));
    call.on('end', () => {
      this.#half_closed = true;
      this.#wake();
    });
    // A broken request stream: grpc-js has answered the client; what is in flight still commits.
    call.on('error', () => this.#wake());
    this.#signal.addEventListener('abort', () => this.#wake(), { once: true });
    try {
      await this.#acknowledge();
      call.end();
    } catch (error) {
      this.#ctx.stats.record(this.#call, started_ms, false, error);
      endWithError(call, toStatus(this.#ctx, this.#call, error), this.#ctx.config.slow_consumer_ms);
    }
  }

  #receive(request: IngestEpisodesRequest__Output): void {
    // The stream is about to end; what it does not answer the client sends again on its next one.
    if (this.#signal.aborted || this.#ctx.feed.closed) return;
    // Of bytes that are no message nothing is known, not even the request_id: the answer's place tells which it was.
    const request_id = request instanceof Undecodable ? '' : request.request_id;
    const started_ms = performance.now();
    let size_bytes = 0;
    const submit = (): Promise<Committed> => {
      const { episodes } = requestOf({ request });
      const { submission } = toSubmission('ingest_episodes', request, () => ({
        episodes: parseEpisodes(episodes),
      }));
      size_bytes = submission.args.length;
      return this.#submit(submission);
    };
    const answer = this.#answer(request_id, started_ms, submit);
    this.#in_flight.push({ request_id, size_bytes, answer });
    this.#in_flight_bytes += size_bytes;
    if (this.#is_full) this.#call.pause();
    this.#wake();
  }

  get #is_full(): boolean {
    return this.#in_flight.length >= MAX_IN_FLIGHT || this.#in_flight_bytes >= MAX_IN_FLIGHT_BYTES;
  }

  async #answer(
    request_id: string,
    started_ms: number,
    submit: () => Promise<Committed>,
  ): Promise<IngestEpisodesResponse> {
    try {
      const committed = await submit();
      const { recorded, removed } = unpack<Commands['ingest_episodes']['result']>(committed.result);
      this.#ctx.stats.record(this.#call, started_ms, true);
      return { request_id, header: writeHeader(committed), recorded, removed: String(removed) };
    } catch (error) {
      this.#ctx.stats.record(this.#call, started_ms, false, error);
      return { request_id, error: this.#refusal(error) };
    }
  }

  #refusal(error: unknown): IngestError {
    if (error instanceof HoldfastError) {
      const { reason, message, details } = error;
      const { field = '', metadata = {} } = details;
      return { code: status[error.status], reason, message, field, metadata };
    }
    const { code, details } = toStatus(this.#ctx, this.#call, error);
    return { code, reason: 'INTERNAL', message: details };
  }

  /** Submits at once if the writer has room and nothing waits before; a full queue makes the stream wait, not fail. */
  #submit(submission: Submission): Promise<Committed> {
    const { writer } = this.#ctx;
    if (this.#last_waiting === undefined && writer.hasRoomFor(submission.args.length)) {
      return writer.submit(submission);
    }
    const admission = this.#submitWhenRoom(this.#last_waiting, submission);
    this.#last_waiting = admission;
    const settle = () => {
      if (this.#last_waiting === admission) this.#last_waiting = undefined;
    };
    admission.then(settle, settle);
    return admission.then(({ committed }) => committed);
  }

  /** Resolves when the writer has taken it, which is before it is committed; hence the object around the promise. */
  async #submitWhenRoom(
    previous: Promise<unknown> | undefined,
    submission: Submission,
  ): Promise<{ readonly committed: Promise<Committed> }> {
    await previous?.catch(() => {});
    while (!this.#ctx.writer.hasRoomFor(submission.args.length)) {
      if (this.#signal.aborted)
        throw new HoldfastError('QUEUE_FULL', 'the stream ended before there was room');
      if (this.#ctx.feed.closed) throw new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
      await new Promise((resolve) => setTimeout(resolve, ROOM_POLL_MS));
    }
    const committed = this.#ctx.writer.submit(submission);
    // Its refusal is handled where it is awaited, one turn later.
    committed.catch(() => {});
    return { committed };
  }

  /** Resolves on the next message, the half-close, the end of the call or of the daemon. */
  async #somethingHappens(): Promise<void> {
    const { feed } = this.#ctx;
    const happened = new AbortController();
    this.#wake = () => happened.abort();
    await feed.after(Number.MAX_SAFE_INTEGER, IDLE_MS, happened.signal);
    this.#wake = () => {};
  }

  /** Sends the answers in the order of the messages, until the client has half-closed and all are sent. */
  async #acknowledge(): Promise<void> {
    const call = this.#call;
    for (;;) {
      if (this.#signal.aborted) return;
      const next = this.#in_flight[0];
      if (next === undefined) {
        if (this.#half_closed) return;
        if (this.#ctx.feed.closed) throw new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping');
        await this.#somethingHappens();
        continue;
      }
      const response = await next.answer;
      await writeMessage(call, response, this.#ctx.config.slow_consumer_ms, {
        request_id: next.request_id,
      });
      this.#in_flight.shift();
      this.#in_flight_bytes -= next.size_bytes;
      if (call.isPaused() && !this.#is_full) call.resume();
    }
  }
}
