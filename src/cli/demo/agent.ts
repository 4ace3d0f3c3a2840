/**
 * The trading agent: a process of its own that uses nothing but the public client, and may be killed at any instant.
 *
 * Everything it knows is in Holdfast. What was in doubt when it died is settled first, by asking the exchange; then it
 * goes on from its state.
 */
import { DefinitelyDidNotHappen, Holdfast, OperationOutcomeUnknownError } from '@holdfast/client';
import { Books, type Decision, MARKET } from './books.js';
import { ConnectionLost, ExchangeClient } from './exchange_client.js';
import { type AgentConfig, type AgentNews, ownConfig, PATIENCE_MS } from './protocol.js';
import { advance, afterRejection, decide, type StrategyState, WINDOW, worstCase } from './strategy.js';
import type { Trade } from './tape.js';

const CHUNK_TRADES = 50;
/** Trades without an order after which the state is written all the same. */
const CHECKPOINT_TRADES = 500;

const config = ownConfig<AgentConfig>();
// Longer than a daemon needs to come back: the client's calls wait for it.
const holdfast = new Holdfast({
  address: config.address,
  agent_id: config.agent_id,
  deadline_ms: PATIENCE_MS,
});
const books = new Books(holdfast);
let reconciled = 0;

function tell({ cursor, orders }: StrategyState): void {
  process.send?.({ type: 'progress', cursor, orders, reconciled } satisfies AgentNews);
}

/** What every start and every lost connection begins with. */
async function recover(exchange: ExchangeClient): Promise<void> {
  await holdfast.takeOver({ reason: 'start' });
  const { unknown_operations } = await holdfast.resume();
  for (const operation of unknown_operations) {
    await books.load();
    await books.settle(operation, await exchange.query(operation.client_order_id));
    reconciled++;
  }
  await books.load();
}

/** Makes the order at most once, whatever is killed meanwhile. */
async function send(exchange: ExchangeClient, decision: Decision): Promise<void> {
  const { order } = decision;
  const { amount, asset } = worstCase(order);
  try {
    await holdfast.executeOnce(
      'exchange.place_order',
      decision,
      async ({ client_order_id }) => {
        const report = await exchange.place(client_order_id, order);
        const breaks = config.sabotage === 'double-send' && books.state.orders === 2;
        if (breaks) await exchange.place(client_order_id, order);
        if (report.fill === undefined) throw new DefinitelyDidNotHappen(report.why);
        return books.completion(decision, client_order_id, report.fill);
      },
      { key: `${MARKET}:${order.at_trade_id}`, holds: [{ account: 'trading', asset, amount }] },
    );
    await books.load();
  } catch (error) {
    if (!(error instanceof DefinitelyDidNotHappen)) throw error;
    await books.save(afterRejection({ ...books.state, cursor: decision.cursor }));
  }
}

/** Deals with the trade at the state's cursor, which is the newest of the window. */
async function step(exchange: ExchangeClient, window: readonly Trade[], state: StrategyState) {
  const order = decide(window, state);
  if (order !== undefined) {
    await send(exchange, { cursor: state.cursor, order });
    tell(books.state);
    return books.state;
  }
  const next = advance(state);
  if (next.cursor - books.state.cursor >= CHECKPOINT_TRADES) await books.save(next);
  return next;
}

/** Trades until the tape ends. @throws ConnectionLost, or OperationOutcomeUnknownError because of one. */
async function trade(exchange: ExchangeClient): Promise<void> {
  await recover(exchange);
  let { state } = books;
  tell(state);
  const before = Math.max(0, state.cursor - WINDOW + 1);
  const window = [...(await exchange.trades(before, state.cursor - before)).trades];
  for (let end = false; !end; ) {
    const chunk = await exchange.trades(state.cursor, CHUNK_TRADES);
    for (const one of chunk.trades) {
      window.push(one);
      if (window.length > WINDOW) window.shift();
      state = await step(exchange, window, state);
    }
    tell(state);
    end = chunk.end;
  }
  if (state.cursor > books.state.cursor) await books.save(state);
}

function isConnectionLost(error: unknown): boolean {
  const cause = error instanceof OperationOutcomeUnknownError ? error.cause : error;
  return cause instanceof ConnectionLost;
}

for (let finished = false; !finished; ) {
  const exchange = await ExchangeClient.logon(config.exchange_port);
  try {
    await trade(exchange);
    finished = true;
  } catch (error) {
    // Whether the order arrived is not known: the same as after a crash, and dealt with in the same way.
    if (!isConnectionLost(error)) throw error;
  } finally {
    exchange.close();
  }
}
holdfast.close();
// Ours is the end of the channel, so that it is no reason to give up.
process.removeAllListeners('disconnect').disconnect?.();
