/** What the load generator sends, and what must be there before. */
import { Holdfast } from '@holdfast/client';
import { FRESH_UUID, pathOf, times, writeBodies } from '../bodies.js';
import type { Prepared } from '../requests.js';

const AGENTS = 8;
const MARKETS = 4;

const agentOf = (index: number): string => `trader-${index % AGENTS}`;

export interface TradingRequests {
  readonly ping: Prepared;
  readonly trade: Prepared;
  readonly tokens: Prepared;
  readonly cache_get: Prepared;
}

/** Opens a session with three guards for each agent, fills the cache, and writes the bodies into a folder. */
export async function prepareTrading(address: string, folder: string): Promise<TradingRequests> {
  const sessions = await Promise.all(times(AGENTS, (index) => openSession(address, agentOf(index))));
  const cached = { agent_id: agentOf(0), key: 'price/ETH' };
  const holdfast = new Holdfast({ address });
  await holdfast.cache.cacheSet({
    ...cached,
    value: { json: JSON.stringify({ price: '2950.12', filler: 'x'.repeat(110) }) },
    ttl: { seconds: 24 * 3600, nanos: 0 },
  });
  holdfast.close();
  const prepare = (name: string, service: string, method: string, requests: readonly object[]): Prepared => {
    const bodies = `${folder}/${name}.bodies`;
    writeBodies(bodies, service, method, requests);
    return { path: pathOf(service, method), bodies };
  };
  const trade = (index: number): object => ({
    agent_id: agentOf(index),
    request_id: FRESH_UUID,
    ...sessions[index % AGENTS],
    venue: 'bench',
    trade_id: FRESH_UUID,
    market: `MARKET-${index % MARKETS}`,
    // Bought and sold in turn, so that positions stay near zero.
    side: Math.floor(index / AGENTS / MARKETS) % 2 === 0 ? 'TRADE_SIDE_BUY' : 'TRADE_SIDE_SELL',
    quantity: '0.5',
    price: '2950.12',
    fee: '0.01',
  });
  const bucket = { bucket: 'bench', capacity: 1_000_000_000, refill_per_second: 1_000_000_000 };
  return {
    ping: prepare('ping', 'Admin', 'Ping', [{ payload: Buffer.alloc(100, 'x') }]),
    trade: prepare('trade', 'Sessions', 'RecordTrade', times(AGENTS * MARKETS * 2, trade)),
    tokens: prepare(
      'tokens',
      'Limits',
      'AcquireTokens',
      times(AGENTS, (index) => ({ agent_id: agentOf(index), ...bucket })),
    ),
    cache_get: prepare('cache', 'Cache', 'CacheGet', [cached]),
  };
}

async function openSession(
  address: string,
  agent_id: string,
): Promise<{ session_id: string; epoch: string }> {
  const holdfast = new Holdfast({ address, agent_id });
  try {
    const rules = {
      size: { max_amount: { asset: 'USDC', amount: '1000000' } },
      position: { max_position: { quantity: '1000000' } },
      loss: { max_daily_loss: { amount: '1000000000' } },
    };
    for (const [name, rule] of Object.entries(rules)) await holdfast.procedural.putGuard({ name, rule });
    const { session, epoch } = await holdfast.sessions.openSession({
      asset: 'USDC',
      start_capital: '1000000000',
      max_drawdown: '0.9',
      heartbeat_interval: { seconds: 3600, nanos: 0 },
    });
    return { session_id: session?.session_id ?? '', epoch };
  } finally {
    holdfast.close();
  }
}
