/** What leaves the accounts of an agent. */
import { absoluteAmount, addText, compareAmounts, isNegativeAmount, sumText } from '../../codec/amount.js';
import type { GuardedAction } from './types.js';

type Line = readonly [account: string, asset: string, amount: string];

/** Postings taken together per account: what leaves each, `outside` left out. What goes to another account leaves as well. */
export function outflowsOf(postings: readonly Line[], outside: string): Line[] {
  const net = new Map<string, Line>();
  for (const [account, asset, amount] of postings) {
    if (account === outside) continue;
    // No account or asset holds a space.
    const key = `${account} ${asset}`;
    net.set(key, [account, asset, addText(net.get(key)?.[2] ?? '0', amount)]);
  }
  return [...net.values()]
    .filter(([, , amount]) => isNegativeAmount(amount))
    .map(([account, asset, amount]) => [account, asset, absoluteAmount(amount)]);
}

/** The accounts that postings name, each once. */
export function accountsOf(postings: readonly Line[], outside: string): [string, string][] {
  const named = new Map<string, [string, string]>();
  for (const [account, asset] of postings)
    if (account !== outside) named.set(`${account} ${asset}`, [account, asset]);
  return [...named.values()];
}

/**
 * What the action takes out of an asset: the sum over its accounts, or what it tells without naming an account when that is
 * more, because both speak of the same money. Null when it tells nothing.
 */
export function outflowIn({ outflows }: Pick<GuardedAction, 'outflows'>, asset: string): string | null {
  const lines = outflows.filter((line) => line[1] === asset);
  if (lines.length === 0) return null;
  const sumOf = (named: boolean) =>
    sumText(lines.filter(([account]) => (account !== '') === named).map(([, , amount]) => amount));
  const [named, told] = [sumOf(true), sumOf(false)];
  return compareAmounts(named, told) >= 0 ? named : told;
}

/** What the action takes out of one account; null when nothing. */
export function outflowFrom({ outflows }: GuardedAction, account: string, asset: string): string | null {
  const lines = outflows.filter((line) => line[0] === account && line[1] === asset);
  return lines.length === 0 ? null : sumText(lines.map(([, , amount]) => amount));
}
