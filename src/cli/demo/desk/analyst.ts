/**
 * The analyst: reads the tape and publishes what it sees. Where it is in the tape is written in the transaction that
 * publishes, so that a restarted analyst neither leaves a signal out nor says one twice.
 */
import { fromDoc, Holdfast, HoldfastError } from '@holdfast/client';
import { ownConfig, PATIENCE_MS } from '../protocol.js';
import { readTape } from '../tape.js';
import type { AnalystConfig, DeskNews } from './messages.js';
import { ANALYST, CHANNEL, type DeskSignal, MARKET, signalsOf } from './plan.js';

const STATE_NAME = 'desk/analyst';
/** Between two signals: a market that moves, not a file that is read. */
const PACE_MS = 10;

const config = ownConfig<AnalystConfig>();
const holdfast = new Holdfast({ address: config.address, agent_id: ANALYST, deadline_ms: PATIENCE_MS });

async function published(): Promise<number> {
  try {
    const { state } = await holdfast.state.getState({ name: STATE_NAME });
    return (fromDoc(state?.document) as { published: number }).published;
  } catch (error) {
    if (error instanceof HoldfastError && error.reason === 'NOT_FOUND') return 0;
    throw error;
  }
}

async function publish({ number, type, price, trade_id }: DeskSignal): Promise<void> {
  const payload = { market: MARKET, number, type, price, trade_id };
  const document = { json: JSON.stringify({ published: number + 1 }) };
  await holdfast.transact({
    request_id: `signal-${trade_id}`,
    mutations: [
      { publish: { channel: CHANNEL, payload: { json: JSON.stringify(payload) }, durable: true } },
      { put_state: { name: STATE_NAME, document } },
    ],
  });
}

await holdfast.takeOver({ reason: 'start' });
const first = await published();
for (const signal of signalsOf(readTape(config.trades)).slice(first)) {
  await publish(signal);
  process.send?.({ done: signal.number + 1, waited_ms: 0 } satisfies DeskNews);
  await new Promise((resolve) => setTimeout(resolve, PACE_MS));
}
holdfast.close();
process.removeAllListeners('disconnect').disconnect?.();
