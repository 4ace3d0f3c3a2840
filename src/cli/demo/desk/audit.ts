/** Compares what the desk left in Holdfast with what it must be. */
import { fromDoc, type Holdfast, listAll } from '@holdfast/client';
import type { Action__Output } from '@holdfast/client/types/Action.js';
import { addAmounts } from '../../../codec/amount.js';
import { all, type Check, check, fingerprint } from '../audit.js';
import { type Ideal, idealOf } from './ideal.js';
import { CHANNEL, CONSUMER, type DeskSignal, EXECUTORS, type Executor, MARKET, takenBy } from './plan.js';
import { type Grant, windowsAbove } from './rate.js';

/**
 * Waits for the daemon to declare the silent one LOST, which it does by itself. Answers how often each was LOST: a slow
 * machine loses one that is about to fall silent before that as well, and it comes back.
 */
export async function untilLost(holdfast: Holdfast): Promise<ReadonlyMap<string, number>> {
  const times_lost = new Map<string, number>();
  for (const { agent_id, silent_after } of EXECUTORS) {
    if (silent_after === null) continue;
    let times = 0;
    const kind_prefixes = ['session.changed'];
    for await (const { revision, entries } of holdfast.watch({
      agent_id,
      from_revision: '0',
      kind_prefixes,
    })) {
      times += entries.filter(
        ({ payload }) => (fromDoc(payload) as { session: { state: string } }).session.state === 'LOST',
      ).length;
      const { session } = await holdfast.sessions.getSession({ agent_id });
      // The loss that was just read, and no later one.
      if (session?.state === 'SESSION_STATE_LOST' && session.revision === revision) break;
    }
    times_lost.set(agent_id, times);
  }
  return times_lost;
}

/**
 * @param starts_ms when daemons were started, by `clockMs`.
 * @param times_lost by agent; none = never.
 */
export async function auditDesk(
  holdfast: Holdfast,
  signals: readonly DeskSignal[],
  starts_ms: readonly number[],
  times_lost: ReadonlyMap<string, number>,
): Promise<Check[]> {
  const published = await all(listAll(holdfast.signals.listSignals, { agent_id: '*', patterns: [CHANNEL] }));
  const trade_ids = published.map(({ payload }) => (fromDoc(payload) as { trade_id: string }).trade_id);
  const checks = [
    check('desk: signals published', signals.length, published.length),
    check(
      'desk: trades they were seen at (hash of the set)',
      fingerprint(signals.map(({ trade_id }) => trade_id)),
      fingerprint(trade_ids),
    ),
  ];
  const grants: Grant[] = [];
  for (const executor of EXECUTORS) {
    const lost = times_lost.get(executor.agent_id) ?? 0;
    checks.push(...(await auditExecutor(holdfast, executor, signals, lost)));
    grants.push(...(await grantsOf(holdfast, executor)));
  }
  return [...checks, ...auditRate(grants, signals.length, starts_ms)];
}

/** The tokens that led to a trade or to an action, as the executor noted beside it. */
async function grantsOf(holdfast: Holdfast, { agent_id }: Executor): Promise<Grant[]> {
  const trades = await all(listAll(holdfast.sessions.listTrades, { agent_id }));
  const actions = await actionsOf(holdfast, agent_id);
  const notes = [...trades.map(({ metadata }) => metadata), ...actions.map(({ meta }) => meta)];
  return notes.map((note) => (fromDoc(note) as unknown as { rate: Grant }).rate);
}

function auditRate(grants: readonly Grant[], signals: number, starts_ms: readonly number[]): Check[] {
  const orders = EXECUTORS.reduce((sum, executor) => sum + takenBy(executor, signals), 0);
  const has_waited = grants.some(({ waited_ms }) => waited_ms > 0);
  return [
    check('desk: orders with a token of the shared bucket', orders, grants.filter(isOrder).length),
    check('desk: windows above capacity + refill x time', 0, windowsAbove(grants, starts_ms)),
    check('desk: waits for the shared bucket', 'some', has_waited ? 'some' : 'none'),
  ];
}

const isOrder = ({ tokens }: Grant): boolean => tokens === 1;

async function auditExecutor(
  holdfast: Holdfast,
  executor: Executor,
  signals: readonly DeskSignal[],
  times_lost: number,
): Promise<Check[]> {
  const { agent_id, start_capital } = executor;
  const ideal = idealOf(executor, signals);
  const { session, positions } = await holdfast.sessions.getSession({ agent_id });
  const trades = await all(listAll(holdfast.sessions.listTrades, { agent_id }));
  const actions = await actionsOf(holdfast, agent_id);
  const { consumers } = await holdfast.signals.listConsumers({ agent_id });
  const consumer = consumers.find(({ name }) => name === CONSUMER);
  const { balances } = await holdfast.ledger.getBalances({ agent_id, account: 'trading', asset: 'ETH' });
  const alerts = await alertsOf(holdfast, agent_id);
  const left = signals.length - takenBy(executor, signals.length);
  const same = (name: string, expected: string | number, found: string | number) =>
    check(`${agent_id}: ${name}`, expected, found);
  return [
    same('trades', ideal.trades, trades.length),
    same('refused by its guard', ideal.denied, withStatus(actions, 'denied')),
    same('not tried, the session being halted', ideal.halted, withStatus(actions, 'halted')),
    same('session', stateOf(executor, ideal), session?.state.replace('SESSION_STATE_', '') ?? 'none'),
    same('capital, ETH', ideal.capital, session?.current_capital ?? 'none'),
    same('fees, ETH', ideal.fees, session?.total_fees ?? 'none'),
    same('position, XRP', ideal.position, positions.find(({ market }) => market === MARKET)?.quantity ?? '0'),
    same(
      'ledger balance on top of its start',
      ideal.capital,
      addAmounts(start_capital, balances[0]?.posted ?? '0'),
    ),
    same('signals not dealt with', left, Number(consumer?.waiting ?? 0) + Number(consumer?.pending ?? 0)),
    same('alerts', alertsFor(ideal, times_lost), alerts),
  ];
}

function stateOf({ silent_after }: Executor, { is_halted }: Ideal): string {
  if (silent_after !== null) return 'LOST';
  return is_halted ? 'HALTED' : 'ACTIVE';
}

function alertsFor({ is_halted, times_near }: Ideal, times_lost: number): string {
  const types = [
    ...Array.from({ length: times_near }, () => 'drawdown_near'),
    ...(is_halted ? ['session_halted'] : []),
    ...Array.from({ length: times_lost }, () => 'session_lost'),
  ];
  return shortly(types);
}

/** For the table: `2 near, 1 halted`. */
function shortly(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of [...types].sort()) counts.set(type, (counts.get(type) ?? 0) + 1);
  const parts = [...counts].map(([type, count]) => `${count} ${type.slice(type.lastIndexOf('_') + 1)}`);
  return parts.join(', ') || 'none';
}

async function alertsOf(holdfast: Holdfast, agent_id: string): Promise<string> {
  const patterns = [`pf:alerts:${agent_id}`];
  const alerts = await all(listAll(holdfast.signals.listSignals, { agent_id, patterns }));
  return shortly(alerts.map(({ payload }) => (fromDoc(payload) as { alert: string }).alert));
}

async function actionsOf(holdfast: Holdfast, agent_id: string): Promise<Action__Output[]> {
  const found: Action__Output[] = [];
  for await (const { actions } of holdfast.audit.replayActions({ agent_id })) found.push(...actions);
  return found;
}

const withStatus = (actions: readonly Action__Output[], status: string): number =>
  actions.filter((action) => action.status === status).length;
