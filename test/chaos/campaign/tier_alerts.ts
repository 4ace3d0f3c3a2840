/** Alert rules on balances: each fires once per crossing, judged by what a revision leaves. */
import { fromUnits, toUnits } from './amounts.js';
import {
  type Entry,
  expectRead,
  expectReply,
  type JournalEntry,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import type { LedgerModel } from './tier_ledger.js';
import { type SignalsModel, SYSTEM_AGENT } from './tier_signals.js';
import { canonical, insist } from './violation.js';
import type { Message } from './wire.js';

interface ModelRule {
  readonly agent_id: string;
  readonly name: string;
  readonly account: string;
  readonly asset: string;
  readonly amount: bigint;
  readonly revision: number;
  fired: boolean;
}

export class AlertsModel implements TierModel {
  readonly names = ['put_alert_rule', 'delete_alert_rule'];
  readonly #rules = new Map<string, ModelRule>();
  readonly #agents = new Set<string>();
  readonly #ledger: LedgerModel;
  readonly #signals: SignalsModel;
  fired = 0;

  constructor(ledger: LedgerModel, signals: SignalsModel) {
    this.#ledger = ledger;
    this.#signals = signals;
  }

  apply(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    this.#agents.add(agent_id);
    if (step.name === 'delete_alert_rule') {
      const name = textOf(request.name);
      const is_there = this.#rules.delete(`${agent_id} ${name}`);
      expectReply(step, 'the rule was there', is_there, true);
      return [[agent_id, 'alert.rule_deleted', name]];
    }
    const { name, balance_below } = request.rule as { name: string; balance_below: Message };
    const { account, asset, amount } = balance_below;
    const rule: ModelRule = {
      ...{ agent_id, name, account: textOf(account), asset: textOf(asset) },
      ...{ amount: toUnits(textOf(amount)), revision, fired: false },
    };
    this.#rules.set(`${agent_id} ${name}`, rule);
    const replied = (result.rule as Message).fired;
    expectReply(step, 'fired', replied, this.#available(rule) < rule.amount);
    return [[agent_id, 'alert.rule_put', name]];
  }

  /** What the balances that a revision leaves call for; the alerts that it told must be those. */
  react(revision: number): Entry[] {
    const alerts: unknown[] = [];
    const entries: Entry[] = [];
    for (const rule of this.#rules.values()) {
      const { agent_id, name, account, asset, amount } = rule;
      const available = this.#available(rule);
      if (available < amount === rule.fired) continue;
      rule.fired = !rule.fired;
      if (!rule.fired) {
        entries.push([agent_id, 'alert.armed', name]);
        continue;
      }
      this.fired += 1;
      entries.push([SYSTEM_AGENT, 'signal.published', `pf:alerts:${agent_id}`]);
      const facts = { account, asset, amount: fromUnits(amount), available: fromUnits(available) };
      alerts.push({ alert: 'balance_below', agent_id, rule: name, ...facts });
    }
    const told = this.#signals
      .alertsOf(revision)
      .map(({ payload }) => payload as Message)
      .filter(({ alert }) => alert === 'balance_below');
    const sorted = (list: readonly unknown[]) => list.map((each) => canonical(each)).sort();
    insist(
      sorted(told).join() === sorted(alerts).join(),
      told.length > alerts.length ? 'duplicated' : 'lost',
      'alert',
      `the alerts of revision ${revision} are not those that its balances call for`,
      { told, expected: alerts },
    );
    return entries;
  }

  /** As `react`, for a revision that no request made: all that it tells and arms must follow from the rest of it. */
  reactToTime(revision: number, entries: readonly JournalEntry[], of_sessions: readonly Entry[]): void {
    const made = entries
      .filter(({ kind }) => kind === 'signal.published' || kind === 'alert.armed')
      .map(({ agent_id, kind, key }): Entry => [agent_id, kind, key]);
    const expired = entries.filter(({ kind }) => kind === 'ledger.hold_expired');
    const owed = [
      ...this.react(revision),
      ...of_sessions,
      ...expired.map(({ agent_id }): Entry => [SYSTEM_AGENT, 'signal.published', `pf:alerts:${agent_id}`]),
    ];
    insist(
      canonical(made.sort()) === canonical(owed.sort()),
      made.length > owed.length ? 'duplicated' : 'lost',
      'alert',
      `revision ${revision} does not tell and arm what the rest of it calls for`,
      { made, owed },
    );
  }

  async compare({ wire }: Scope): Promise<void> {
    await Promise.all(
      [...this.#agents].map(async (agent_id) => {
        const { rules } = await wire.call('Signals/ListAlertRules', { agent_id, page_size: 1000 });
        const mine = [...this.#rules.values()]
          .filter((rule) => rule.agent_id === agent_id)
          .sort((a, b) => (a.name < b.name ? -1 : 1));
        expectRead(
          `the alert rules of ${agent_id}`,
          listOf(rules).map(({ name, balance_below, fired, revision }) => {
            const { account, asset, amount } = balance_below as Message;
            return [name, account, asset, amount, fired, Number(revision)];
          }),
          mine.map(({ name, account, asset, amount, fired, revision }) => [
            ...[name, account, asset, fromUnits(amount), fired, revision],
          ]),
        );
      }),
    );
  }

  #available({ agent_id, account, asset }: ModelRule): bigint {
    return this.#ledger.availableOf(agent_id, account, asset);
  }
}
