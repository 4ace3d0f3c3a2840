/** Compares the model's ledger with what the daemon reads back. */
import { fromUnits, toUnits } from './amounts.js';
import { allPages, expectRead, listOf, type Scope, textOf } from './tier.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

export interface Account {
  posted: bigint;
  held: bigint;
  guarded: boolean;
  /** Posted after each revision that changed it. */
  readonly history: { readonly revision: number; readonly posted: bigint }[];
}

export interface Hold {
  readonly account: string;
  readonly asset: string;
  readonly amount: bigint;
  readonly operation_key: string;
  status: 'OPEN' | 'SETTLED' | 'RELEASED' | 'EXPIRED';
}

export interface Posted {
  readonly transaction_id: string;
  readonly revision: number;
  readonly postings: readonly Message[];
}

/** By `account asset`. */
export type Accounts = ReadonlyMap<string, Account>;

export async function compareBalances(wire: Wire, agent_id: string, accounts: Accounts): Promise<void> {
  const rows = await allPages(wire, 'Ledger/GetBalances', { agent_id, include_world: true }, 'balances');
  const actual = new Map(
    rows.map((row) => [`${textOf(row.account)} ${textOf(row.asset)}`, balanceFacts(row)]),
  );
  for (const [key, { posted, held, guarded }] of accounts) {
    const found = actual.get(key);
    const {
      account: _account,
      asset: _asset,
      ...rest
    } = found ?? balanceFacts({ posted: '0', held: '0', available: '0' });
    expectRead(`the balance of ${key} of ${agent_id}`, rest, facts(posted, held, guarded));
  }
  const strange = [...actual.keys()].filter((key) => !accounts.has(key));
  insist(strange.length === 0, 'violation', 'balance', `${agent_id} has accounts that nobody made`, strange);
}

/** Those after revision `after`; each sums to zero. */
export async function compareTransactions(
  wire: Wire,
  agent_id: string,
  posted: readonly Posted[],
  after: number,
): Promise<void> {
  const expected = posted.filter(({ revision }) => revision > after);
  const found: Message[] = [];
  for (let page_token = ''; ; ) {
    const reply = await wire.call('Ledger/ListTransactions', { agent_id, page_size: 1000, page_token });
    const rows = listOf(reply.transactions);
    const newer = rows.filter(({ revision }) => Number(revision) > after);
    found.push(...newer);
    page_token = textOf(reply.next_page_token);
    if (page_token === '' || newer.length < rows.length) break;
  }
  for (const { transaction_id, postings } of found) {
    const sums = new Map<string, bigint>();
    for (const { asset, amount } of listOf(postings)) {
      sums.set(textOf(asset), (sums.get(textOf(asset)) ?? 0n) + toUnits(textOf(amount)));
    }
    const balanced = [...sums.values()].every((sum) => sum === 0n);
    insist(
      balanced,
      'violation',
      'postings',
      `the postings of ${textOf(transaction_id)} do not sum to zero`,
      postings,
    );
  }
  const harm = found.length > expected.length ? 'duplicated' : 'lost';
  insist(
    found.length === expected.length,
    harm,
    'transactions',
    `${agent_id} has ${found.length} transactions after revision ${after}, not ${expected.length}`,
  );
  // Newest first; those of one revision in an order of their own, so they are compared as a set.
  const view = (rows: readonly Message[]) =>
    rows.map(({ revision, postings }) => [Number(revision), postingsOf(postings)].join()).sort();
  expectRead(
    `the transactions of ${agent_id} after revision ${after}`,
    view(found),
    view(expected.map((each) => ({ ...each }))),
  );
  const ids = new Set(found.map(({ transaction_id }) => textOf(transaction_id)));
  const missing = expected.filter(({ transaction_id }) => transaction_id !== '' && !ids.has(transaction_id));
  insist(
    missing.length === 0,
    'lost',
    'transactions',
    `acknowledged transactions of ${agent_id} are missing`,
    missing,
  );
}

export async function compareHolds(wire: Wire, agent_id: string, open: readonly string[]): Promise<void> {
  const rows = await allPages(wire, 'Ledger/ListHolds', { agent_id, status: 'HOLD_STATUS_OPEN' }, 'holds');
  expectRead(
    `the open holds of ${agent_id}`,
    rows.map(({ hold_id }) => textOf(hold_id)).sort(),
    [...open].sort(),
  );
}

/** Balances of the past, at random. */
export async function compareHistory(
  { wire, random, full }: Scope,
  agent_id: string,
  accounts: Accounts,
): Promise<void> {
  for (const [key, { history }] of random.sample([...accounts], full ? 20 : 2)) {
    if (history.length === 0) continue;
    const index = random.int(0, history.length - 1);
    const { revision = 0 } = history[index] ?? {};
    // One revision may hold several postings to the account: what counts is the last of them.
    const last = history.filter((each) => each.revision === revision).at(-1);
    const [account = '', asset = ''] = key.split(' ');
    const reply = await wire.call('Ledger/BalanceAsOf', {
      agent_id,
      account,
      asset,
      at_revision: String(revision),
    });
    expectRead(
      `the balance of ${key} of ${agent_id} at ${revision}`,
      reply.posted,
      fromUnits(last?.posted ?? 0n),
    );
  }
}

/** Asks the daemon to recompute. */
export async function reconcile(wire: Wire, agent_id: string, expected: number): Promise<void> {
  const { matches, balances, unbalanced_assets, transactions } = await wire.call('Ledger/Reconcile', {
    agent_id,
    expected: [],
  });
  insist(
    matches === true,
    'violation',
    'reconcile',
    `the running balances of ${agent_id} are not the recomputed ones`,
    {
      balances,
      unbalanced_assets,
    },
  );
  expectRead(`the number of transactions of ${agent_id}`, Number(transactions), expected);
}

export function balanceFacts(balance: Message) {
  const { account, asset, posted, held, available, must_not_go_negative = false } = balance;
  return { account: textOf(account), asset: textOf(asset), posted, held, available, must_not_go_negative };
}

export function facts(posted: bigint, held: bigint, guarded: boolean) {
  return {
    posted: fromUnits(posted),
    held: fromUnits(held),
    available: fromUnits(posted - held),
    must_not_go_negative: guarded,
  };
}

function postingsOf(postings: unknown): string {
  return listOf(postings)
    .map(
      ({ account, asset, amount }) =>
        `${textOf(account)} ${textOf(asset)} ${fromUnits(toUnits(textOf(amount)))}`,
    )
    .join(';');
}
