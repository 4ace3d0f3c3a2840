/** Reconcile: three opinions on every account, side by side. A scan, because it reads all postings of an agent. */
import { subtractText } from '../../codec/amount.js';
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { byAccount, onSnapshot, type RecomputedAccount, Recomputer, unbalancedAssets } from './recompute.js';

export interface ReconcileArgs {
  readonly agent_id: string;
  readonly expected: readonly { readonly account: string; readonly asset: string; readonly posted: string }[];
}

export interface ReconciledAccount extends RecomputedAccount {
  readonly expected: string | null;
  /** expected - running. */
  readonly difference: string | null;
  readonly matches: boolean;
}

export interface ReconcileResult {
  readonly revision: number;
  readonly balances: readonly ReconciledAccount[];
  readonly transactions: number;
  readonly postings: number;
  readonly unbalanced_assets: readonly string[];
}

export function reconcileLedger(db: Db, { agent_id, expected }: ReconcileArgs): ReconcileResult {
  return onSnapshot(db, () => {
    let postings = 0;
    let transactions = 0;
    const accounts = new Recomputer(db).accounts(agent_id, ({ n }) => {
      postings += 1;
      if (n === 0) transactions += 1;
    });
    return {
      revision: readHead(db).revision,
      balances: compare(accounts, expected),
      transactions,
      postings,
      unbalanced_assets: unbalancedAssets(accounts),
    };
  });
}

function compare(
  accounts: readonly RecomputedAccount[],
  expected: ReconcileArgs['expected'],
): ReconciledAccount[] {
  const claims = new Map(expected.map((claim) => [`${claim.account} ${claim.asset}`, claim]));
  const compared = accounts.map((account) => {
    const key = `${account.account} ${account.asset}`;
    const claim = claims.get(key);
    claims.delete(key);
    return withClaim(account, claim?.posted ?? null);
  });
  // Whoever expects something of an account that does not exist is told that it holds nothing.
  const unknown = [...claims.values()].map(({ account, asset, posted }) =>
    withClaim(
      { account, asset, running: '0', recomputed: '0', running_held: '0', recomputed_held: '0' },
      posted,
    ),
  );
  return [...compared, ...unknown].sort(byAccount);
}

function withClaim(account: RecomputedAccount, expected: string | null): ReconciledAccount {
  const sound = account.running === account.recomputed && account.running_held === account.recomputed_held;
  return {
    ...account,
    expected,
    difference: expected === null ? null : subtractText(expected, account.running),
    matches: sound && (expected === null || expected === account.running),
  };
}
