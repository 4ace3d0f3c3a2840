// Long because what guards say of each kind of action, and what that leaves, is one story.
/**
 * Guards. Before a committed action is applied, all guards in force judge it by the model's own figures: none that is
 * enforced may refuse it, and what the others say must be in the reply and the journal. An action that was denied counts
 * nothing, which the later figures show.
 */
import {
  beginAction,
  holdAction,
  inScope,
  postAction,
  settlementAction,
  tradeAction,
} from './guard_actions.js';
import { type Action, bringsBack, judgeInScope, type Present, type Verdict } from './guard_judges.js';
import { stopOf } from './session_facts.js';
import {
  allPages,
  type Entry,
  expectRead,
  expectReply,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import type { LedgerModel } from './tier_ledger.js';
import type { OperationsModel } from './tier_operations.js';
import type { SessionsModel } from './tier_sessions.js';
import { usOf } from './times.js';
import { MARKETS, withoutOne } from './trading_guards.js';
import { canonical, insist } from './violation.js';
import type { Message } from './wire.js';

interface ModelGuard {
  readonly name: string;
  readonly kind: string;
  readonly rule: Message;
  readonly scope: Message;
  readonly mode: string;
  readonly version: number;
  /** As it was acknowledged. */
  readonly told: Message;
  /** By agent: when it counted actions. It goes on with them in its next version. */
  readonly counted: Map<string, number[]>;
}

interface InFlight {
  readonly market: string;
  readonly side: 'BUY' | 'SELL';
  readonly quantity: bigint;
}

interface Judged {
  readonly guard: ModelGuard;
  readonly verdict: Verdict;
}

/** Those whose verdict does not change while nothing is committed. */
const TIMELESS = new Set([
  'max_amount',
  'max_drawdown',
  'max_position',
  'allow',
  'deny',
  'min_balance',
  'stop_loss',
]);
const DAY_31_US = 31 * 86_400_000_000;

export class GuardsModel implements TierModel {
  readonly names = ['put_guard', 'delete_guard'];
  readonly #ledger: LedgerModel;
  readonly #sessions: SessionsModel;
  readonly #operations: OperationsModel;
  /** By agent, then by name. */
  readonly #guards = new Map<string, Map<string, ModelGuard>>();
  /** By agent, then by operation key. */
  readonly #in_flight = new Map<string, Map<string, InFlight>>();

  constructor(ledger: LedgerModel, sessions: SessionsModel, operations: OperationsModel) {
    this.#ledger = ledger;
    this.#sessions = sessions;
    this.#operations = operations;
  }

  apply(step: Step): Entry[] {
    const { name, agent_id, request, result } = step;
    const guards = this.#guards.get(agent_id) ?? new Map<string, ModelGuard>();
    this.#guards.set(agent_id, guards);
    const guard_name = textOf(request.name);
    const present = guards.get(guard_name);
    if (name === 'delete_guard') {
      insist(
        present !== undefined,
        'violation',
        'guards',
        `guard ${guard_name} was deleted, and is not there`,
        step,
      );
      guards.delete(guard_name);
      return [[agent_id, 'guard.deleted', guard_name]];
    }
    const told = result.guard as Message;
    const version = (present?.version ?? 0) + 1;
    expectReply(step, 'version', Number(told.version), version);
    const rule = request.rule as Message;
    const [kind = ''] = Object.keys(rule);
    expectReply(step, 'rule', (told.rule as Message)[kind], rule[kind]);
    const mode = textOf(request.mode);
    const goes_on = present?.kind === 'max_count' && kind === 'max_count';
    const counted = goes_on ? present.counted : new Map<string, number[]>();
    const scope = request.scope as Message;
    guards.set(guard_name, {
      name: guard_name,
      kind,
      rule: rule[kind] as Message,
      scope,
      mode,
      version,
      told,
      counted,
    });
    return [[agent_id, 'guard.put', guard_name]];
  }

  /** To be asked before the step is applied to the other tiers. Returns what the guards journal. */
  before(step: Step): Entry[] {
    const { agent_id, name, request, result } = step;
    const key = textOf(request.key);
    switch (name) {
      case 'post_transaction':
        return this.#admit(step, postAction(request), '', step.is_outcome !== true);
      case 'place_hold':
        return this.#admit(step, holdAction(request), '', true);
      case 'post_hold':
        return ['', 'world'].includes(textOf(request.to_account))
          ? []
          : this.#admit(step, settlementAction(request), '', true);
      case 'record_trade': {
        const move = this.#sessions.moveOf(step);
        return move === undefined
          ? []
          : this.#admit(step, tradeAction(request, move), '', request.executed !== true);
      }
      case 'begin_operation':
        return result.outcome === 'BEGIN_OUTCOME_DENIED' ? this.#deny(step) : this.#begin(step);
      case 'complete_operation':
      case 'fail_operation':
      case 'resolve_operation':
        this.#in_flight.get(agent_id)?.delete(key);
        return [];
      default:
        return [];
    }
  }

  async compare(scope: Scope): Promise<void> {
    const { wire, full } = scope;
    await Promise.all(
      [...this.#guards].map(async ([agent_id, guards]) => {
        const listed = await allPages(wire, 'Procedural/ListGuards', { agent_id }, 'guards');
        const own = listed.filter((guard) => guard.agent_id === agent_id);
        const told = [...guards.values()].map((guard) => guard.told);
        const byName = (list: readonly Message[]) => list.map((guard) => canonical(guard)).sort();
        expectRead(`the guards of ${agent_id}`, byName(own), byName(told));
        const asked = MARKETS.flatMap((market) => [
          { market, side: 'BUY' },
          { market, side: 'SELL' },
        ]);
        const drawn = agent_id === '*' ? [] : scope.random.sample(asked, full ? asked.length : 3);
        await Promise.all(drawn.map((risk) => this.#evaluate(scope, agent_id, risk)));
      }),
    );
  }

  /** A dry run, by the model's figures: positions and what is in flight, capital, money, and all that was counted. */
  async #evaluate(
    { wire, random, revision, time_us }: Scope,
    agent_id: string,
    told: Message,
  ): Promise<void> {
    // One that may expire while it is asked is left out.
    if (this.#sessions.openOf(agent_id, time_us)?.closes_us !== undefined) return;
    const whole = { ...told, quantity: String(random.int(1, 30)), price: String(random.int(1, 40)) };
    const risk = random.chance(0.3) ? withoutOne(random, whole) : whole;
    const asked = { agent_id, action: 'begin_operation', operation: 'exchange.place_order', risk };
    const reply = await wire.call('Procedural/EvaluateGuards', asked);
    // Something was committed meanwhile, by time: the next check asks again.
    if (Number((reply.header as Message).revision) !== revision) return;
    const judged = this.#judge(agent_id, beginAction({ ...asked, holds: [] }), '', time_us);
    this.#compareVerdicts(agent_id, listOf(reply.verdicts), judged);
  }

  #compareVerdicts(agent_id: string, told: readonly Message[], judged: readonly Judged[]): void {
    for (const { guard, verdict } of judged) {
      const found = told.find((each) => each.guard === guard.name && each.version === guard.version);
      const counts_long = guard.kind === 'max_count' && usOf(guard.rule.window) === DAY_31_US;
      if (!TIMELESS.has(guard.kind) && !counts_long) continue;
      const { passed, applicable, actual } = found ?? {};
      const with_actual = verdict.actual === undefined ? {} : { actual };
      expectRead(
        `what guard ${guard.name} says of ${agent_id}`,
        { passed, applicable, ...with_actual },
        { ...verdict },
      );
    }
  }

  #begin(step: Step): Entry[] {
    const { agent_id, request } = step;
    const key = textOf(request.key);
    const action = beginAction(request);
    const closed = this.#sessionDenies(step, action);
    insist(!closed, 'violation', 'session', `${key} was begun although the session does not allow it`, step);
    const entries = this.#admit(step, action, key, true);
    const in_flight = this.#in_flight.get(agent_id) ?? new Map<string, InFlight>();
    this.#in_flight.set(agent_id, in_flight);
    const { market, side, quantity } = action;
    if (market === '' || side === '' || quantity === undefined) in_flight.delete(key);
    else in_flight.set(key, { market, side, quantity });
    return entries;
  }

  /** Every reason must hold; what is refused for want of money is refused for nothing else. */
  #deny(step: Step): Entry[] {
    const action = beginAction(step.request);
    const failed = this.#judge(step.agent_id, action, textOf(step.request.key), step.time_us)
      .filter(({ guard, verdict }) => !verdict.passed && isEnforced(guard))
      .map(({ guard }) => guard.name);
    const session = this.#sessionDenies(step, action) ? ['session'] : [];
    const told = listOf(step.result.denials).map(({ rule }) => textOf(rule));
    const without_hold = told.filter((rule) => rule !== 'hold');
    expectReply(step, 'denials', [...without_hold].sort(), [...session, ...failed].sort());
    expectReply(step, 'a denial', told.length > 0, true);
    return [];
  }

  #sessionDenies({ agent_id, request, time_us }: Step, action: Action): boolean {
    const session = this.#sessions.openOf(agent_id, time_us);
    const wanted = textOf(request.session_id);
    if (wanted !== '' && session?.session_id !== wanted) return true;
    const reduce_only = (request.risk as Message | undefined)?.reduce_only === true;
    if (
      reduce_only &&
      !bringsBack(action, this.#present(agent_id, action.market, textOf(request.key), time_us))
    )
      return true;
    const last = this.#sessions.lastOf(agent_id);
    if (session === undefined) return last !== undefined && stopOf(last) !== undefined;
    if (session.state === 'ACTIVE') return false;
    return session.state !== 'REDUCING' || !reduce_only;
  }

  #admit(step: Step, action: Action, operation_key: string, enforced: boolean): Entry[] {
    const { agent_id, result, time_us } = step;
    const judged = this.#judge(agent_id, action, operation_key, time_us);
    const failed = judged.filter(({ verdict }) => !verdict.passed);
    const broken = failed.filter(({ guard }) => isEnforced(guard));
    insist(
      !enforced || broken.length === 0,
      'violation',
      'limit',
      `${step.name} of ${agent_id} at revision ${step.revision} went beyond guard ${broken[0]?.guard.name}`,
      { request: step.request, broken },
    );
    const warned = failed.filter(({ guard }) => guard.mode !== 'GUARD_MODE_SHADOW');
    // Not told for one whose reply is not given any more.
    if (result.warnings !== undefined)
      expectReply(
        step,
        'warnings',
        listOf(result.warnings)
          .map(({ guard }) => textOf(guard))
          .sort(),
        warned.map(({ guard }) => guard.name).sort(),
      );
    for (const { guard } of judged) {
      if (guard.kind !== 'max_count' || !inScope(guard, action)) continue;
      guard.counted.set(agent_id, [...(guard.counted.get(agent_id) ?? []), time_us]);
    }
    return failed.length === 0 ? [] : [[agent_id, 'guard.warned', action.action]];
  }

  #judge(agent_id: string, action: Action, operation_key: string, time_us: number): Judged[] {
    const present = this.#present(agent_id, action.market, operation_key, time_us);
    const guards = [agent_id, '*'].flatMap((owner) => [...(this.#guards.get(owner)?.values() ?? [])]);
    return guards.map((guard) => {
      const counted = guard.counted.get(agent_id) ?? [];
      const verdict = inScope(guard, action)
        ? judgeInScope(guard.kind, guard, action, present, counted)
        : { passed: true, applicable: false };
      return { guard, verdict };
    });
  }

  #present(agent_id: string, market: string, operation_key: string, time_us: number): Present {
    const session = this.#sessions.openOf(agent_id, time_us);
    const others = [...(this.#in_flight.get(agent_id) ?? [])].filter(
      ([key, each]) => key !== operation_key && each.market === market,
    );
    const sumOf = (side: string) =>
      others.reduce((sum, [, each]) => (each.side === side ? sum + each.quantity : sum), 0n);
    return {
      time_us,
      session,
      last: this.#sessions.lastOf(agent_id),
      lost_elsewhere: this.#sessions.lostElsewhere(agent_id, time_us),
      position:
        session === undefined || market === '' ? undefined : this.#sessions.positionOf(agent_id, market),
      buys: sumOf('BUY'),
      sells: sumOf('SELL'),
      available: (account, asset) => this.#ledger.availableOf(agent_id, account, asset),
    };
  }

  /** Operations that have an outcome are in flight no more: both models must agree. */
  checkInFlight(): void {
    for (const { agent_id, key, status } of this.#operations.all) {
      const told = this.#in_flight.get(agent_id)?.has(key) === true;
      insist(
        !told || status === 'IN_FLIGHT' || status === 'UNKNOWN',
        'violation',
        'guards',
        `${key} is over`,
      );
    }
  }
}

function isEnforced({ mode }: ModelGuard): boolean {
  return mode === 'GUARD_MODE_ENFORCE';
}
