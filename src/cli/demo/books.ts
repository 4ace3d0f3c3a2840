/** What the agent keeps in Holdfast: one document of state, and per order a ledger transaction and an episode. */
import { type Completion, doc, fromDoc, type Holdfast, NotFoundError } from '@holdfast/client';
import type { Mutation } from '@holdfast/client/types/Mutation.js';
import type { Operation__Output } from '@holdfast/client/types/Operation.js';
import { addAmounts, negateAmount } from '../../codec/amount.js';
import type { Fill, Order } from './market.js';
import type { OrderReport } from './protocol.js';
import { afterFill, FIRST_STATE, type StrategyState } from './strategy.js';

export const MARKET = 'XRP/ETH';
export const STATE_NAME = 'strategy';

/** The params of an operation: the order, and the trade of the tape it was decided at. */
export interface Decision {
  readonly cursor: number;
  readonly order: Order;
}

export class Books {
  readonly #holdfast: Holdfast;
  #version = '0';
  /** As last read or written. */
  state: StrategyState = FIRST_STATE;

  constructor(holdfast: Holdfast) {
    this.#holdfast = holdfast;
  }

  async load(): Promise<void> {
    try {
      const { state } = await this.#holdfast.state.getState({ name: STATE_NAME });
      this.#version = state?.version ?? '0';
      this.state = fromDoc(state?.document) as unknown as StrategyState;
    } catch (error) {
      if (!(error instanceof NotFoundError)) throw error;
    }
  }

  async save(state: StrategyState): Promise<void> {
    const reply = await this.#holdfast.state.putState(this.#put(state));
    this.#version = reply.version;
    this.state = state;
  }

  /** All that an order changes, for one transaction. The hold is released in it, and the exact amounts are posted. */
  completion(decision: Decision, client_order_id: string, fill: Fill): Completion<Fill> {
    const state = afterFill({ ...this.state, cursor: decision.cursor }, fill);
    const mutations: Mutation[] = [
      { post_transaction: transactionOf(client_order_id, fill) },
      { record_episodes: { episodes: [episodeOf(decision, client_order_id, fill)] } },
      { put_state: this.#put(state) },
    ];
    return { result: fill, mutations };
  }

  /** Settles an operation in doubt with what the exchange says about it. */
  async settle(operation: Operation__Output, report: OrderReport): Promise<void> {
    const decision = fromDoc(operation.params) as unknown as Decision;
    const base = { key: operation.key, evidence: doc(report) };
    if (report.fill === undefined) {
      await this.#holdfast.operations.resolveOperation({ ...base, did_not_happen: {} });
      return;
    }
    const { result, mutations } = this.completion(decision, operation.client_order_id, report.fill);
    await this.#holdfast.operations.resolveOperation({
      ...base,
      happened: { result: doc(result), mutations: [...(mutations ?? [])] },
    });
  }

  /** Only over the version this process knows: two agents at once would be refused here. */
  #put(state: StrategyState) {
    return { name: STATE_NAME, document: doc(state), expected_version: this.#version };
  }
}

function transactionOf(client_order_id: string, { side, amount, price, cost, fee, eth, xrp }: Fill) {
  return {
    description: `${side} ${amount} XRP at ${price} ETH`,
    reference: client_order_id,
    postings: [
      { account: 'trading', asset: 'ETH', amount: eth },
      { account: 'world', asset: 'ETH', amount: side === 'buy' ? cost : negateAmount(cost) },
      { account: 'fees', asset: 'ETH', amount: fee },
      { account: 'trading', asset: 'XRP', amount: xrp },
      { account: 'world', asset: 'XRP', amount: negateAmount(xrp) },
    ],
  };
}

function episodeOf({ order }: Decision, client_order_id: string, { side, price, fee, eth, xrp }: Fill) {
  return {
    type: 'trade',
    payload: doc({ market: MARKET, side, price, client_order_id, at_trade_id: order.at_trade_id }),
    amounts: [
      { name: 'eth', amount: eth },
      { name: 'xrp', amount: xrp },
      { name: 'fee', amount: fee },
    ],
  };
}

/** What the ledger must hold of a set of fills. */
export function balancesAfter(start: { ETH: string; XRP: string }, fills: readonly Fill[]) {
  let { ETH, XRP } = start;
  let fees = '0';
  for (const { eth, xrp, fee } of fills) {
    ETH = addAmounts(ETH, eth);
    XRP = addAmounts(XRP, xrp);
    fees = addAmounts(fees, fee);
  }
  return { ETH, XRP, fees };
}
