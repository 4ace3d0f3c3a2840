/**
 * Writes the summaries of conversations whose older half is due, beside everything else: no append waits for a model.
 *
 * Nothing is lost whatever fails. What is due stands in the file, so a restart finds it again; a summary is stored only
 * if the one that it was made from is still the newest (`from_turn`), so two of them can never cover a span twice, and a
 * turn that is appended meanwhile is simply not part of it. A failure is kept with the conversation and tried again after
 * 1 s, 2 s, 4 s ... 5 min; the next summary that succeeds clears it.
 *
 * Work is bounded: MAX_RUNNING conversations at a time, one piece of PIECE_BYTES each, and a round looks at ROUND_ROWS
 * conversations, going on where the last one stopped, so that many that fail do not shut out the others.
 */

import type { Logger } from 'pino';
import { findSecretInText } from '../codec/secrets.js';
import { HoldfastError } from '../errors.js';
import type { Summarizer } from '../models/summarizers/summarizer.js';
import type { Feed } from '../outbox/feed.js';
import type { Reads } from '../reader/reads.js';
import type { ConversationView } from '../tiers/conversations/queries.js';
import { summaryTask, type TaskTurn } from '../tiers/conversations/task.js';
import { readableText, summaryText } from '../tiers/conversations/turn.js';
import type { ConversationRow, SubmitSummaryArgs } from '../tiers/conversations/types.js';
import { type DerivedData, factKey } from '../tiers/derived.js';
import type { Encoding } from '../tokens/models.js';
import { pack } from '../writer/transport.js';
import type { WriterPort } from '../writer/writer.js';
import { pause } from './follow.js';

export interface SummariesOptions {
  readonly writer: Pick<WriterPort, 'submit'>;
  readonly reads: Reads;
  readonly feed: Feed;
  readonly tokens: { count(texts: readonly string[], encoding: Encoding): Promise<number[]> };
  readonly summarizer: Summarizer;
  readonly log: Logger;
  /** The first pause after a failure; 1 s unless a test is in a hurry. */
  readonly backoff_ms?: number;
}

const MAX_RUNNING = 2;
/** About 12,000 tokens: what small local models take with their prompt. */
const PIECE_BYTES = 48_000;
const ROUND_ROWS = 500;
/** Rounds while writes go on: due conversations are looked for at most this often. */
const ROUND_MS = 100;
const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 300_000;
const IDLE_MS = 60_000;
/** A summary is asked for this share of `summary_at`, within these bounds. */
const SUMMARY_SHARE = 4;
const MIN_SUMMARY_TOKENS = 100;
const MAX_SUMMARY_TOKENS = 1_000;
/** What stands around a summary in its message; less than the least that is asked for says nothing. */
const FRAME_TOKENS = 16;
const MIN_FITTING_TOKENS = 20;
const MAX_SUMMARY_BYTES = 262_144;
const MAX_ERROR_LENGTH = 500;
/** Stands in the journal's time line only by what it does: entries carry the conversation's own agent. */
const SYSTEM_AGENT = '_system';

interface Failing {
  readonly failures: number;
  readonly next_ms: number;
}

export class Summaries {
  readonly #options: SummariesOptions;
  readonly #stop = new AbortController();
  readonly #running = new Map<number, Promise<void>>();
  readonly #failing = new Map<number, Failing>();
  #wake = new AbortController();
  #after = -1;
  #loop: Promise<void> | undefined;

  constructor(options: SummariesOptions) {
    this.#options = options;
  }

  /** Begins; with summarizer `client` there is nothing to do, because clients ask by themselves. */
  start(): void {
    if (this.#options.summarizer.kind !== 'client') this.#loop ??= this.#follow();
  }

  /** Breaks off what runs: it is due still and asked for again after a restart. */
  async close(): Promise<void> {
    this.#stop.abort(new HoldfastError('SHUTTING_DOWN', 'the daemon is stopping'));
    this.#wake.abort();
    await this.#loop;
    await Promise.all(this.#running.values());
  }

  async #follow(): Promise<void> {
    const { feed } = this.#options;
    while (!this.#stop.signal.aborted && !feed.closed) {
      const seen = feed.revision;
      this.#wake = new AbortController();
      const wait_ms = this.#startDue();
      if (this.#stop.signal.aborted) return;
      await feed.after(seen, wait_ms, this.#wake.signal);
      await pause(ROUND_MS, this.#stop.signal);
    }
  }

  /** Starts what may start; returns how long nothing further can, unless something happens. */
  #startDue(): number {
    const free = MAX_RUNNING - this.#running.size;
    // Whatever ends wakes the loop.
    if (free <= 0) return IDLE_MS;
    let rows: ConversationRow[];
    try {
      rows = this.#options.reads.snapshot(0, ({ conversations }) =>
        conversations.due(this.#after, ROUND_ROWS),
      );
    } catch (error) {
      // The next write or read of a client finds out as well, and stops the daemon.
      this.#options.log.error({ err: error }, 'cannot look for conversations that are due for summary');
      return IDLE_MS;
    }
    const now_ms = performance.now();
    const ready = rows.filter((row) => this.#isReady(row, now_ms)).slice(0, free);
    for (const row of ready) this.#start(row);
    const is_full = ready.length === free;
    const at_end = !is_full && rows.length < ROUND_ROWS;
    const from_beginning = this.#after === -1;
    this.#after = at_end ? -1 : ((is_full ? ready : rows).at(-1)?.conversation ?? -1);
    if (is_full) return IDLE_MS;
    if (!at_end || !from_beginning) return 0;
    return this.#nextRetryMs(now_ms);
  }

  /** Until the next of those that failed may be tried again. Those that are due no longer are forgotten by and by. */
  #nextRetryMs(now_ms: number): number {
    let wait_ms = IDLE_MS;
    for (const [conversation, { next_ms }] of this.#failing) {
      if (next_ms > now_ms) wait_ms = Math.min(wait_ms, next_ms - now_ms);
      else if (next_ms + MAX_BACKOFF_MS < now_ms) this.#failing.delete(conversation);
    }
    return wait_ms;
  }

  #isReady({ conversation }: ConversationRow, now_ms: number): boolean {
    return !this.#running.has(conversation) && (this.#failing.get(conversation)?.next_ms ?? 0) <= now_ms;
  }

  #start(row: ConversationRow): void {
    const { conversation } = row;
    const work = this.#summarize(row)
      .then(
        () => {
          this.#failing.delete(conversation);
        },
        (error: unknown) => this.#fail(row, error),
      )
      .finally(() => {
        this.#running.delete(conversation);
        this.#wake.abort();
      });
    this.#running.set(conversation, work);
  }

  /** One piece; while more is due the next round finds it again. */
  async #summarize({ agent_id, conversation_id }: ConversationRow): Promise<void> {
    const { reads, summarizer, tokens } = this.#options;
    const { view, turns, most_tokens } = reads.snapshot(0, ({ conversations }) => {
      const found = conversations.get(agent_id, conversation_id);
      const most = conversations.mostSummaryTokens(found);
      return { view: found, turns: summaryTask(conversations, found, PIECE_BYTES), most_tokens: most };
    });
    const last = turns.at(-1);
    if (last === undefined) return;
    const max_tokens = Math.min(
      summaryTokens(view),
      Math.max(most_tokens - FRAME_TOKENS, MIN_FITTING_TOKENS),
    );
    const summary = await summarizer.summarize(
      { previous_summary: view.summary, turns: turns.map(toInput), max_tokens },
      this.#stop.signal,
    );
    const text = summaryText(summary);
    const [count = 0] = await tokens.count([text], view.encoding);
    // Twice what was asked for is long; more would leave little room for turns.
    checkSummary(summary, count, Math.min(2 * max_tokens + MIN_SUMMARY_TOKENS, most_tokens));
    const args: SubmitSummaryArgs = {
      conversation_id: view.conversation_id,
      through_turn: last.turn,
      summary,
      from_turn: view.summarized_through,
      conversation: view.conversation,
      summarizer: summarizer.kind,
    };
    const fact = factKey({ kind: 'tokens', encoding: view.encoding, text });
    const derived: DerivedData = { tokens: { [fact]: count }, generation_id: 0, vectors: {}, degraded: '' };
    await this.#submit('submit_summary', view.agent_id, args, pack(derived));
  }

  async #fail(row: ConversationRow, error: unknown): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const { conversation, agent_id, conversation_id } = row;
    // Another summary came first, or the conversation is gone: nothing failed, and what is due is looked at anew.
    if (error instanceof HoldfastError && (error.reason === 'WRONG_STATE' || error.reason === 'NOT_FOUND')) {
      this.#failing.delete(conversation);
      return;
    }
    const { log, backoff_ms = FIRST_BACKOFF_MS } = this.#options;
    const message = error instanceof Error ? error.message : String(error);
    const failures = (this.#failing.get(conversation)?.failures ?? 0) + 1;
    const asked_ms = error instanceof HoldfastError ? (error.details.retry_after_ms ?? 0) : 0;
    const wait_ms = Math.min(Math.max(backoff_ms * 2 ** (failures - 1), asked_ms), MAX_BACKOFF_MS);
    this.#failing.set(conversation, { failures, next_ms: performance.now() + wait_ms });
    log.warn({ agent_id, conversation_id, failures, wait_ms, err: message }, 'a summary failed');
    try {
      const note = { conversation, error: message.slice(0, MAX_ERROR_LENGTH) };
      await this.#submit('note_summary_error', SYSTEM_AGENT, note);
    } catch {
      // A full queue or disk: the log has it.
    }
  }

  async #submit(name: string, agent_id: string, args: unknown, derived?: Uint8Array): Promise<void> {
    await this.#options.writer.submit({
      name,
      agent_id,
      request_id: '',
      epoch: 0,
      args: pack(args),
      ...(derived !== undefined && { derived }),
    });
  }
}

function summaryTokens({ summary_at }: ConversationView): number {
  const share = Math.floor(summary_at / SUMMARY_SHARE);
  return Math.min(Math.max(share, MIN_SUMMARY_TOKENS), MAX_SUMMARY_TOKENS);
}

/** A model may answer with anything. @throws HoldfastError SUMMARIZER_INVALID_REPLY. */
function checkSummary(summary: string, tokens: number, limit: number): void {
  const secret = findSecretInText(summary);
  const problem =
    summary.trim() === ''
      ? 'it is empty'
      : summary.includes('\0')
        ? 'it holds a NUL'
        : secret !== null
          ? `it holds what looks like a credential (${secret})`
          : tokens > limit || Buffer.byteLength(summary) > MAX_SUMMARY_BYTES
            ? `it has ${tokens} tokens, more than ${limit}`
            : undefined;
  if (problem !== undefined)
    throw new HoldfastError('SUMMARIZER_INVALID_REPLY', `the summary cannot be used: ${problem}`);
}

function toInput(turn: TaskTurn): { role: string; content: string } {
  const role = turn.name === '' ? turn.role : `${turn.role} ${turn.name}`;
  return { role, content: readableText(turn) };
}
