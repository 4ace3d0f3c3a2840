import { fromUnits, toUnits } from './amounts.js';
import {
  type Account,
  balanceFacts,
  compareBalances,
  compareHistory,
  compareHolds,
  compareTransactions,
  facts,
  type Hold,
  type Posted,
  reconcile,
} from './compare_ledger.js';
import { type Entry, expectReply, listOf, type Scope, type Step, type TierModel, textOf } from './tier.js';
import { insist } from './violation.js';
import type { Message } from './wire.js';

export class LedgerModel implements TierModel {
  readonly names = ['post_transaction', 'configure_account', 'place_hold', 'post_hold', 'release_hold'];
  /** By agent, then by `account asset`. */
  readonly #accounts = new Map<string, Map<string, Account>>();
  readonly #holds = new Map<string, Map<string, Hold>>();
  readonly #posted = new Map<string, Posted[]>();
  #compared_revision = 0;
  #newest_revision = 0;

  apply(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    this.#newest_revision = revision;
    switch (step.name) {
      case 'post_transaction': {
        const { postings, delta } = request as { postings?: Message[]; delta?: Message };
        const all = delta == null ? listOf(postings) : [delta, againstWorld(delta)];
        const entry = this.post(step, all, textOf(result.transaction_id));
        for (const balance of listOf(result.balances)) this.#expectBalance(step, balance);
        return [entry];
      }
      case 'configure_account': {
        const account = this.#account(agent_id, textOf(request.account), textOf(request.asset));
        account.guarded = request.must_not_go_negative === true;
        return [
          [agent_id, 'ledger.account_configured', `${textOf(request.account)} ${textOf(request.asset)}`],
        ];
      }
      case 'place_hold': {
        const hold_id = textOf((result.hold as Message).hold_id);
        const entry = this.place(agent_id, hold_id, request, '');
        this.#expectBalance(step, result.balance as Message);
        return [entry];
      }
      case 'post_hold': {
        const entries = this.settle(step, request, textOf(result.transaction_id), '');
        this.#expectBalance(step, result.balance as Message);
        return entries;
      }
      default: {
        const entry = this.release(agent_id, textOf(request.hold_id), '', 'RELEASED');
        this.#expectBalance(step, result.balance as Message);
        return [entry];
      }
    }
  }

  place(agent_id: string, hold_id: string, hold: Message, operation_key: string): Entry {
    const account = textOf(hold.account);
    const asset = textOf(hold.asset);
    const amount = toUnits(textOf(hold.amount));
    this.holdsOf(agent_id).set(hold_id, { account, asset, amount, operation_key, status: 'OPEN' });
    this.#account(agent_id, account, asset).held += amount;
    return [agent_id, 'ledger.hold_placed', hold_id];
  }

  /** `transaction_id` empty: the reply does not name it, as for an operation's settlements. */
  settle(step: Step, settlement: Message, transaction_id: string, operation_key: string): Entry[] {
    const { agent_id } = step;
    const hold_id = textOf(settlement.hold_id);
    const hold = this.#open(agent_id, hold_id, operation_key);
    const amount = textOf(settlement.amount) === '' ? fromUnits(hold.amount) : textOf(settlement.amount);
    this.#account(agent_id, hold.account, hold.asset).held -= hold.amount;
    hold.status = 'SETTLED';
    const { account, asset } = hold;
    const to_account = textOf(settlement.to_account) || 'world';
    const postings = [
      { account, asset, amount: `-${amount}` },
      { account: to_account, asset, amount },
    ];
    return [this.post(step, postings, transaction_id, true), [agent_id, 'ledger.hold_settled', hold_id]];
  }

  release(agent_id: string, hold_id: string, operation_key: string, status: 'RELEASED' | 'EXPIRED'): Entry {
    const hold = this.#open(agent_id, hold_id, operation_key);
    this.#account(agent_id, hold.account, hold.asset).held -= hold.amount;
    hold.status = status;
    return [agent_id, `ledger.hold_${status.toLowerCase()}`, hold_id];
  }

  holdsOf(agent_id: string): Map<string, Hold> {
    const known = this.#holds.get(agent_id) ?? new Map<string, Hold>();
    this.#holds.set(agent_id, known);
    return known;
  }

  openHoldsOf(agent_id: string): string[] {
    return [...this.holdsOf(agent_id)]
      .filter(([, { status }]) => status === 'OPEN')
      .map(([hold_id]) => hold_id);
  }

  /** Posted less held; an account that does not exist has nothing. */
  availableOf(agent_id: string, account: string, asset: string): bigint {
    const { posted = 0n, held = 0n } = this.#accounts.get(agent_id)?.get(`${account} ${asset}`) ?? {};
    return posted - held;
  }

  async compare(scope: Scope): Promise<void> {
    const after = scope.full ? 0 : this.#compared_revision;
    await Promise.all(
      [...this.#accounts].flatMap(([agent_id, accounts]) => [
        compareBalances(scope.wire, agent_id, accounts),
        compareTransactions(scope.wire, agent_id, this.#posted.get(agent_id) ?? [], after),
        compareHolds(scope.wire, agent_id, this.openHoldsOf(agent_id)),
        compareHistory(scope, agent_id, accounts),
        ...(scope.full ? [reconcile(scope.wire, agent_id, this.#posted.get(agent_id)?.length ?? 0)] : []),
      ]),
    );
    this.#compared_revision = this.#newest_revision;
  }

  /** @param has_happened what settles a hold, or is the result of an executed trade, may take an account below zero. */
  post(
    { agent_id, revision }: Step,
    postings: readonly Message[],
    transaction_id: string,
    has_happened = false,
  ): Entry {
    for (const { account, asset, amount } of postings) {
      const found = this.#account(agent_id, textOf(account), textOf(asset));
      found.posted += toUnits(textOf(amount));
      found.history.push({ revision, posted: found.posted });
    }
    for (const { account, asset, amount } of postings) {
      const { posted, held, guarded } = this.#account(agent_id, textOf(account), textOf(asset));
      const sound = has_happened || !guarded || toUnits(textOf(amount)) >= 0n || posted - held >= 0n;
      insist(sound, 'violation', 'guard', `account ${textOf(account)} of ${agent_id} went below zero`, {
        revision,
      });
    }
    const list = this.#posted.get(agent_id) ?? [];
    this.#posted.set(agent_id, list);
    list.push({ transaction_id, revision, postings });
    return [agent_id, 'ledger.posted', transaction_id];
  }

  #account(agent_id: string, account: string, asset: string): Account {
    const accounts = this.#accounts.get(agent_id) ?? new Map<string, Account>();
    this.#accounts.set(agent_id, accounts);
    const key = `${account} ${asset}`;
    const known = accounts.get(key) ?? { posted: 0n, held: 0n, guarded: false, history: [] };
    accounts.set(key, known);
    return known;
  }

  #open(agent_id: string, hold_id: string, operation_key: string): Hold {
    const hold = this.holdsOf(agent_id).get(hold_id);
    insist(
      hold?.status === 'OPEN' && hold.operation_key === operation_key,
      'violation',
      'hold',
      `hold ${hold_id} of ${agent_id} was ended, but it is not open or not this operation's`,
      { hold, operation_key },
    );
    return hold;
  }

  #expectBalance(step: Step, balance: Message): void {
    const { posted, held, guarded } = this.#account(
      step.agent_id,
      textOf(balance.account),
      textOf(balance.asset),
    );
    const { account, asset, ...rest } = balanceFacts(balance);
    expectReply(step, `balance of ${account} in ${asset}`, rest, facts(posted, held, guarded));
  }
}

function againstWorld(delta: Message): Message {
  return { account: 'world', asset: delta.asset, amount: fromUnits(-toUnits(textOf(delta.amount))) };
}
