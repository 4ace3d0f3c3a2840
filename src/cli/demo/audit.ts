/** Compares what the exchange wrote down with what Holdfast says, figure by figure. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fromDoc, type Holdfast, listAll } from '@holdfast/client';
import type { Operation__Output } from '@holdfast/client/types/Operation.js';
import { balancesAfter, STATE_NAME } from './books.js';
import type { LogLine } from './protocol.js';
import { START, type StrategyState } from './strategy.js';

export interface Check {
  readonly check: string;
  readonly expected: string;
  readonly found: string;
  readonly ok: boolean;
}

export interface Audit {
  readonly checks: Check[];
  /** Operations that were in doubt and had happened, as the exchange said; and those that were begun more than once. */
  readonly reconciled: { readonly happened: number; readonly begun_again: number };
  readonly journal: { readonly revision: string; readonly entries: string; readonly head_hash: string };
}

export function check(name: string, expected: string | number, found: string | number): Check {
  const texts = { expected: String(expected), found: String(found) };
  return { check: name, ...texts, ok: texts.expected === texts.found };
}

/** The first 16 hexadecimal digits of a hash over a set of ids. */
export function fingerprint(ids: Iterable<string>): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function readLog(path: string): readonly LogLine[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LogLine);
}

/** @param ideal where the rule ends when nothing is killed. */
export async function audit(holdfast: Holdfast, log_path: string, ideal: StrategyState): Promise<Audit> {
  const log = readLog(log_path);
  const accepted = log.filter(({ status }) => status === 'filled');
  const rejected = new Set(
    log.filter(({ status }) => status === 'rejected').map((one) => one.client_order_id),
  );
  const ids = new Set(accepted.map(({ client_order_id }) => client_order_id));
  for (const id of ids) rejected.delete(id);
  const truth = balancesAfter(
    START,
    accepted.flatMap(({ fill }) => (fill === undefined ? [] : [fill])),
  );

  const operations = await all(listAll(holdfast.operations.listOperations, {}));
  const completed = operations.filter(({ status }) => status === 'OPERATION_STATUS_COMPLETED');
  const failed = operations.filter(({ status }) => status === 'OPERATION_STATUS_FAILED');
  const transactions = await all(listAll(holdfast.ledger.listTransactions, {}));
  const trades = transactions.filter(({ reference }) => reference !== '');
  const episodes = await holdfast.episodic.summarizeEpisodes({ type: 'trade' });
  const { state } = await holdfast.state.getState({ name: STATE_NAME });
  const strategy = fromDoc(state?.document) as unknown as StrategyState;
  const { open_holds } = await holdfast.resume();
  const journal = await verify(holdfast);

  return {
    checks: [
      check('orders at the exchange, against a run without kills', ideal.orders, accepted.length),
      check('orders sent twice', 0, accepted.filter(({ duplicate }) => duplicate).length),
      check('operations completed', accepted.length, completed.length),
      check('their client_order_ids (hash of the set)', fingerprint(ids), idsOf(completed)),
      check('ledger transactions of trades', accepted.length, trades.length),
      check('their client_order_ids', fingerprint(ids), fingerprint(trades.map((one) => one.reference))),
      check('episodes recorded', accepted.length, episodes.count),
      check('orders in the agent’s state', accepted.length, strategy.orders),
      check('orders rejected, operations failed', rejected.size, failed.length),
      check('operations unknown or in flight', 0, operations.length - completed.length - failed.length),
      check('holds open', 0, open_holds.length),
      ...(await checkBalances(holdfast, truth)),
      check('ETH in the agent’s state', truth.ETH, strategy.eth),
      check('XRP in the agent’s state', truth.XRP, strategy.xrp),
      check('ETH without kills', ideal.eth, truth.ETH),
      check('XRP without kills', ideal.xrp, truth.XRP),
      check('fees by the episodes', truth.fees, sumOf(episodes.amounts, 'fee')),
      check('findings of the verification', 0, journal.findings),
    ],
    reconciled: reconciledOf(operations),
    journal: { revision: journal.revision, entries: journal.entries, head_hash: journal.head_hash },
  };
}

function idsOf(operations: readonly Operation__Output[]): string {
  return fingerprint(operations.map(({ client_order_id }) => client_order_id));
}

function sumOf(amounts: readonly { name: string; sum: string }[], name: string): string {
  return amounts.find((one) => one.name === name)?.sum ?? '0';
}

async function checkBalances(holdfast: Holdfast, truth: { ETH: string; XRP: string; fees: string }) {
  const claims = [
    { account: 'trading', asset: 'ETH', posted: truth.ETH },
    { account: 'trading', asset: 'XRP', posted: truth.XRP },
    { account: 'fees', asset: 'ETH', posted: truth.fees },
  ];
  const report = await holdfast.ledger.reconcile({ expected: claims });
  const checks = claims.flatMap(({ account, asset, posted }) => {
    const found = report.balances.find((one) => one.account === account && one.asset === asset);
    return [
      check(`${account} ${asset}, running balance`, posted, found?.running ?? 'none'),
      check(`${account} ${asset}, recomputed from all postings`, posted, found?.recomputed ?? 'none'),
    ];
  });
  return [
    ...checks,
    check('Reconcile against the exchange', 'matches', report.matches ? 'matches' : 'differs'),
  ];
}

async function verify(holdfast: Holdfast) {
  for await (const { done, findings, revision, checked, head_hash } of holdfast.admin.verify({})) {
    if (!done) continue;
    const hash = Buffer.from(head_hash).toString('hex');
    return { findings: findings.length, revision, entries: checked, head_hash: hash };
  }
  throw new Error('the daemon ended the verification without a result');
}

/** An operation that was completed by its evidence keeps it; one that had not happened is begun again under its key. */
function reconciledOf(operations: readonly Operation__Output[]) {
  const happened = operations.filter(
    ({ status, evidence }) => status === 'OPERATION_STATUS_COMPLETED' && evidence !== null,
  );
  const again = operations.filter(({ attempt }) => attempt > 1);
  return { happened: happened.length, begun_again: again.length };
}
