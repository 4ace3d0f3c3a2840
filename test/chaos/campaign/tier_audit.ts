import { fromUnits, toUnits } from './amounts.js';
import {
  documentOf,
  type Entry,
  expectRead,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { canonical, insist } from './violation.js';
import type { Message, Wire } from './wire.js';

interface ModelAction {
  readonly action_id: string;
  readonly agent_id: string;
  readonly action: string;
  readonly market: string;
  readonly amount: string;
  readonly asset: string;
  readonly status: string;
  readonly tx_id: string;
  readonly pnl: string;
  readonly pnl_asset: string;
  readonly meta: unknown;
  readonly time_us: number;
  readonly revision: number;
}

const GROUPS = ['PNL_GROUP_AGENT', 'PNL_GROUP_MARKET', 'PNL_GROUP_DAY'] as const;

export class AuditModel implements TierModel {
  readonly names = ['record_action'];
  /** Oldest first. */
  readonly #actions: ModelAction[] = [];
  #compared_revision = 0;

  apply({ agent_id, request, result, revision, time_us }: Step): Entry[] {
    const canonicalAmount = (text: string) => (text === '' ? '' : fromUnits(toUnits(text)));
    const pnl = canonicalAmount(textOf(request.pnl));
    const action = textOf(request.action);
    const asset = textOf(request.asset);
    const last = this.#actions.at(-1)?.action_id ?? '';
    const action_id = textOf(result.action_id);
    insist(
      last < action_id,
      'violation',
      'action',
      `action ${action_id} does not come after ${last}`,
      request,
    );
    this.#actions.push({
      ...{ action_id, agent_id, action, asset, pnl, time_us, revision },
      market: textOf(request.market),
      amount: canonicalAmount(textOf(request.amount)),
      status: textOf(request.status),
      tx_id: textOf(request.tx_id),
      pnl_asset: pnl === '' ? '' : textOf(request.pnl_asset) || asset,
      meta: documentOf(request.meta),
    });
    return [[agent_id, 'audit.action', action]];
  }

  get count(): number {
    return this.#actions.length;
  }

  async compare({ wire, random, full }: Scope): Promise<void> {
    const after = full ? 0 : this.#compared_revision;
    const found = await replay(wire, after);
    expectRead(
      `the actions after revision ${after}`,
      found.map(viewOf),
      this.#actions.filter(({ revision }) => revision > after).map((action) => ({ ...action })),
    );
    this.#compared_revision = this.#actions.at(-1)?.revision ?? 0;
    const agents = [...new Set(this.#actions.map(({ agent_id }) => agent_id))];
    await this.#compareSums(wire, '*', '', random.sample(GROUPS, random.int(0, 3)));
    if (agents.length > 0) {
      const market = random.pick(['', 'XRP-USD', 'BTC-USD']);
      await this.#compareSums(wire, random.pick(agents), market, random.sample(GROUPS, random.int(0, 2)));
    }
  }

  async #compareSums(
    wire: Wire,
    agent_id: string,
    market: string,
    group_by: readonly string[],
  ): Promise<void> {
    const { sums } = await wire.call('Audit/SumPnl', { agent_id, market, group_by });
    const expected = new Map<string, { group: Message; units: bigint; actions: number }>();
    for (const action of this.#actions) {
      const is_asked = agent_id === '*' || action.agent_id === agent_id;
      if (action.pnl === '' || !is_asked || (market !== '' && action.market !== market)) continue;
      const day = new Date(action.time_us / 1000).toISOString().slice(0, 10);
      const group = {
        agent_id: group_by.includes('PNL_GROUP_AGENT') ? action.agent_id : '',
        market: group_by.includes('PNL_GROUP_MARKET') ? action.market : '',
        day: group_by.includes('PNL_GROUP_DAY') ? day : '',
        asset: action.pnl_asset,
      };
      const sum = expected.get(canonical(group)) ?? { group, units: 0n, actions: 0 };
      sum.units += toUnits(action.pnl);
      sum.actions += 1;
      expected.set(canonical(group), sum);
    }
    const rows = [...expected.values()].map(({ group, units, actions }) => ({
      ...group,
      pnl: fromUnits(units),
      actions,
    }));
    const sorted = (list: readonly unknown[]) => list.map((each) => canonical(each)).sort();
    const actual = listOf(sums).map(({ agent_id, market, day, asset, pnl, actions }) => ({
      ...{ agent_id, market, day, asset, pnl, actions: Number(actions) },
    }));
    insist(
      sorted(actual).join() === sorted(rows).join(),
      'violation',
      'pnl',
      `the sums of ${agent_id} by ${group_by.join()} are not those of what was recorded`,
      { actual, expected: rows },
    );
  }
}

async function replay(wire: Wire, from: number): Promise<Message[]> {
  const found: Message[] = [];
  let is_whole = false;
  await wire.stream('Audit/ReplayActions', { agent_id: '*', from_revision: String(from) }, (message) => {
    found.push(...listOf(message.actions));
    is_whole = message.done === true;
    return is_whole;
  });
  insist(is_whole, 'lost', 'action', 'the replay of actions ended before it was done');
  return found;
}

function viewOf(row: Message): ModelAction {
  const { seconds, nanos } = row.recorded_at as { seconds: string; nanos: number };
  return {
    action_id: textOf(row.action_id),
    agent_id: textOf(row.agent_id),
    action: textOf(row.action),
    market: textOf(row.market),
    amount: textOf(row.amount),
    asset: textOf(row.asset),
    status: textOf(row.status),
    tx_id: textOf(row.tx_id),
    pnl: textOf(row.pnl),
    pnl_asset: textOf(row.pnl_asset),
    meta: documentOf(row.meta),
    time_us: Number(seconds) * 1_000_000 + nanos / 1000,
    revision: Number(row.revision),
  };
}
