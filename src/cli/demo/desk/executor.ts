/**
 * An executor: acts on each of the analyst's signals once, in their order. Trade, position in the stream and
 * acknowledgement are one transaction, so that it may be killed at any instant.
 */
import { fromDoc, Holdfast, HoldfastError } from '@holdfast/client';
import type { Mutation } from '@holdfast/client/types/Mutation.js';
import type { TransactRequest } from '@holdfast/client/types/TransactRequest.js';
import { multiplyAmounts } from '../../../codec/amount.js';
import { ownConfig, PATIENCE_MS } from '../protocol.js';
import type { DeskNews, ExecutorConfig } from './messages.js';
import {
  BUCKET,
  CONSUMER,
  type DeskSignal,
  EXECUTORS,
  FEE_RATE,
  MARKET,
  SNAPSHOT_TOKENS,
  takenBy,
} from './plan.js';
import { clockMs, type Grant } from './rate.js';

const HEARTBEAT_MS = 300;
/** Out of order after a kill: those that were under way come again once nobody has acknowledged them in time. */
const OUT_OF_ORDER_DELAY_MS = 100;
const RECONNECT_MS = 50;
const HANDLED = 'desk.handled';

const config = ownConfig<ExecutorConfig>();
const executor = EXECUTORS.find(({ agent_id }) => agent_id === config.agent_id);
if (executor === undefined) throw new Error(`no executor ${config.agent_id}`);
const { quantity, silent_after } = executor;
const holdfast = new Holdfast({
  address: config.address,
  agent_id: config.agent_id,
  deadline_ms: PATIENCE_MS,
});
const opening = {
  asset: 'ETH',
  start_capital: executor.start_capital,
  max_drawdown: executor.max_drawdown,
  heartbeat_interval: { seconds: executor.heartbeat_interval_seconds, nanos: 0 },
};
const { session_id } = (await holdfast.openSession({ ...opening, take_over: true })).session;
let handled = await readHandled();
let waited_ms = 0;
const heartbeats = setInterval(() => {
  // One that is lost is as good as late; the next one comes soon.
  holdfast.sessions.heartbeat({ session_id }).catch(() => {});
}, HEARTBEAT_MS);

async function readHandled(): Promise<number> {
  const { fields } = await holdfast.state.getFields({ names: [HANDLED] });
  return Number(fromDoc(fields[0]?.value) ?? 0);
}

const seconds = (span_ms: number) => ({
  seconds: Math.floor(span_ms / 1000),
  nanos: (span_ms % 1000) * 1_000_000,
});

async function acquire(tokens: number): Promise<Grant> {
  for (;;) {
    const sent_ms = clockMs();
    const { allowed, waited } = await holdfast.limits.acquireTokens({
      ...BUCKET,
      tokens,
      max_wait: seconds(30_000),
    });
    const until_ms = clockMs();
    const span_ms = Number(waited?.seconds ?? 0) * 1000 + (waited?.nanos ?? 0) / 1e6;
    waited_ms += span_ms;
    if (allowed) return { tokens, from_ms: sent_ms + span_ms, until_ms, waited_ms: span_ms };
  }
}

/** Beside what was done under it, so that no grant is missing that led to something. */
const noteOf = (rate: Grant, more: object = {}) => ({ json: JSON.stringify({ ...more, rate }) });

/** What is true of the signal whatever becomes of it: it has been dealt with. */
function dealtWith(signal_id: string): Mutation[] {
  return [
    { increment_field: { name: HANDLED, integer: '1' } },
    { ack_signals: { name: CONSUMER, signal_ids: [signal_id] } },
  ];
}

/** Why the session takes no trade; undefined when the error says something else. */
function stateIn(error: unknown): string | undefined {
  return error instanceof HoldfastError && error.reason === 'WRONG_STATE' ? error.metadata.state : undefined;
}

/** A machine that stood still may have lost the session: the process lives, so it comes back. */
async function transactAlive(request: TransactRequest): Promise<void> {
  for (;;) {
    try {
      await holdfast.transact(request);
      return;
    } catch (error) {
      if (stateIn(error) !== 'LOST') throw error;
      await holdfast.openSession(opening);
    }
  }
}

/** What becomes of an order that was refused for good; undefined when it was not. */
function refusalIn(error: unknown): 'denied' | 'halted' | undefined {
  if (error instanceof HoldfastError && error.reason === 'GUARD_DENIED') return 'denied';
  return stateIn(error) === 'HALTED' ? 'halted' : undefined;
}

async function act(signal_id: string, { type, price, trade_id }: DeskSignal): Promise<void> {
  const rate = await acquire(1);
  const trade: Mutation = {
    record_trade: {
      session_id,
      venue: 'paper',
      trade_id: signal_id,
      market: MARKET,
      side: type === 'LONG' ? 'TRADE_SIDE_BUY' : 'TRADE_SIDE_SELL',
      quantity,
      price,
      fee: multiplyAmounts(multiplyAmounts(quantity, price), FEE_RATE),
      metadata: noteOf(rate),
    },
  };
  try {
    await transactAlive({ request_id: `act-${signal_id}`, mutations: [trade, ...dealtWith(signal_id)] });
  } catch (error) {
    const status = refusalIn(error);
    if (status === undefined) throw error;
    const action: Mutation = {
      record_action: {
        action: 'order',
        market: MARKET,
        status,
        tx_id: trade_id,
        meta: noteOf(rate, { reason: (error as HoldfastError).message }),
      },
    };
    await holdfast.transact({
      request_id: `skip-${signal_id}`,
      mutations: [action, ...dealtWith(signal_id)],
    });
  }
}

async function take(signal_id: string, signal: DeskSignal): Promise<void> {
  if (signal.number !== handled) {
    const delay = seconds(OUT_OF_ORDER_DELAY_MS);
    await holdfast.signals.nackSignals({ name: CONSUMER, signal_ids: [signal_id], delay });
    return;
  }
  await act(signal_id, signal);
  handled += 1;
  process.send?.({ done: handled, waited_ms } satisfies DeskNews);
}

/** What every start begins with: a list of the account as the venue has it, which takes the whole bucket. */
async function snapshot(action: string): Promise<void> {
  const rate = await acquire(SNAPSHOT_TOKENS);
  await holdfast.audit.recordAction({ action, market: MARKET, status: 'ok', meta: noteOf(rate) });
}

// Both at once: one of them has to wait, however slow the machine is.
await Promise.all([snapshot('list_orders'), snapshot('list_positions')]);
const end = takenBy(executor, config.signals);
while (handled < end) {
  try {
    for await (const { signal } of holdfast.signals.consume({ name: CONSUMER, max_in_flight: 1 })) {
      if (signal) await take(signal.signal_id, fromDoc(signal.payload) as unknown as DeskSignal);
      if (handled >= end) break;
    }
  } catch (error) {
    // The daemon was killed: it comes back, and so does what was not acknowledged.
    if (!(error instanceof HoldfastError) || error.reason !== 'UNAVAILABLE') throw error;
    await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
  }
}
clearInterval(heartbeats);
// The silent one hangs: a process that is there and says nothing.
if (silent_after !== null) await new Promise(() => setInterval(() => {}, 60_000));
holdfast.close();
process.removeAllListeners('disconnect').disconnect?.();
