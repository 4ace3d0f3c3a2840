/** A trading desk on a TestStore: one agent with an open session. */
import type { OpenSessionArgs, RecordTradeArgs } from '../../src/tiers/sessions/types.js';
import type { RunOptions } from '../support/executor.js';
import { TestStore } from '../support/executor.js';

export const OPEN: OpenSessionArgs = {
  asset: 'USDC',
  start_capital: '1000',
  account: 'trading',
  max_drawdown: '',
  max_drawdown_from_peak: '',
  max_daily_loss: '',
  closes_us: null,
  ttl_ms: null,
  heartbeat_interval_ms: 30_000,
  parameters: null,
  take_over: false,
};

export const TRADE: RecordTradeArgs = {
  session_id: '',
  venue: 'binance',
  trade_id: 't-1',
  market: 'BTC/USDC',
  side: '',
  quantity: '',
  price: '',
  pnl: null,
  fee: '0',
  postings: null,
  occurred_us: null,
  metadata: null,
  executed: false,
};

export class Desk extends TestStore {
  #trades = 0;
  session_id = '';
  epoch = 0;

  open(args: Partial<OpenSessionArgs> = {}, options: RunOptions = {}) {
    const reply = this.run('open_session', { ...OPEN, ...args }, options);
    this.session_id = reply.session.session_id;
    this.epoch = reply.epoch;
    return reply;
  }

  /** A trade under an id of its own, by the process that opened the session. */
  trade(args: Partial<RecordTradeArgs>, options: RunOptions = {}) {
    this.#trades += 1;
    const trade = { ...TRADE, trade_id: `t-${this.#trades}`, session_id: this.session_id, ...args };
    return this.run('record_trade', trade, { epoch: this.epoch, ...options });
  }

  /** A result without a position. */
  result(pnl: string, args: Partial<RecordTradeArgs> = {}) {
    return this.trade({ pnl, ...args });
  }

  fill(side: 'BUY' | 'SELL', quantity: string, price: string, args: Partial<RecordTradeArgs> = {}) {
    return this.trade({ side, quantity, price, ...args });
  }

  /** What the agent's account in the session's asset holds. */
  balance(account = 'trading', asset = 'USDC'): string {
    return (
      this.reads
        .snapshot(0, ({ ledger }) => ledger.allBalances('agent-1', 100).rows)
        .find((row) => row.account === account && row.asset === asset)?.posted ?? '0'
    );
  }

  /** Journal entries of a kind, with their payloads. */
  entries(kind: string) {
    return this.reads.entriesAfter(0, { kind_prefixes: [kind], key_prefix: '' }, true).entries;
  }
}
