/** Checks the ledger's own invariants over a whole file. */
import { addText, sumText } from '../../codec/amount.js';
import { unpackDocument } from '../../codec/msgpack.js';
import { readFloor, readHead } from '../../journal/append.js';
import { lastPositionOf, revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { inOrder } from '../keyset.js';
import { soundly } from '../standing.js';
import { type NamedAccount, onSnapshot, Recomputer, unbalancedAssets } from './recompute.js';

interface StoredPosting {
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
}

interface TransactionRow {
  readonly position: number;
  readonly agent_id: string;
  readonly payload: Uint8Array;
}

type Report = (revision: number, kind: string, message: string) => void;

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;

/**
 * Transactions and their postings belong together and sum to zero, balances follow from postings, held amounts from open
 * holds. The daemon may be writing meanwhile: what only grows is read up to where it stood at the start, the rest agent by
 * agent on one snapshot each, so that no single read keeps checkpoints waiting for long.
 */
export function verifyLedger(db: Db, onProgress: (checked: number) => void): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (revision, kind, message) => {
    if (findings.length < MAX_FINDINGS) findings.push({ kind: `ledger.${kind}`, revision, message });
  };
  const end = lastPositionOf(readHead(db).revision);
  compareWithJournal(db, end, report);
  const listed = verifyTransactions(db, end, report, onProgress);
  for (const agent_id of agents(db)) {
    const problem = soundly(() => {
      const stored = onSnapshot(db, () => verifyAccounts(db, agent_id, end, report));
      const expected = listed.get(agent_id) ?? 0;
      return stored === expected ? '' : `there are ${stored}; its transactions list ${expected}`;
    });
    if (problem !== '') report(0, 'stray_postings', `the postings of ${agent_id}: ${problem}`);
  }
  return findings;
}

/** Every agent with anything in the ledger. */
function agents(db: Db): Generator<string> {
  const next = db
    .prepare<[string, string, string], string>(
      `SELECT min(agent_id) FROM (
         SELECT min(agent_id) AS agent_id FROM ledger_balances WHERE agent_id > ?
         UNION ALL SELECT min(agent_id) FROM ledger_postings WHERE agent_id > ?
         UNION ALL SELECT min(agent_id) FROM ledger_holds WHERE agent_id > ?)
       HAVING min(agent_id) IS NOT NULL`,
    )
    .pluck();
  return inOrder(
    [''] as [string],
    ([after]) => next.all(after, after, after),
    (agent_id) => [agent_id],
  );
}

/** No row without its entry. The other way round is the journal's own check: nothing removes these payloads. */
function compareWithJournal(db: Db, end: number, report: Report): void {
  const unknown = db.prepare<[number, number], { agent_id: string; position: number }>(
    `SELECT agent_id, position FROM ledger_transactions t WHERE position > ? AND position <= ? AND NOT EXISTS (
       SELECT 1 FROM journal j WHERE j.position = t.position AND j.agent_id = t.agent_id AND j.time_us = t.time_us
         AND j.kind = 'ledger.posted')
     LIMIT ${MAX_FINDINGS}`,
  );
  // On one snapshot: where compaction moved the floor in between, what it dropped would look forgotten.
  const strays = onSnapshot(db, () => unknown.all(lastPositionOf(readFloor(db).revision), end));
  for (const { agent_id, position } of strays) {
    report(
      revisionOf(position),
      'unknown_transaction',
      `transaction ${position} of ${agent_id}: it has no entry, or another's`,
    );
  }
}

/** Returns how many postings the agent has up to `end`. */
function verifyAccounts(db: Db, agent_id: string, end: number, report: Report): number {
  let postings = 0;
  const accounts = new Recomputer(db).accounts(agent_id, (posting, sum_before) => {
    if (posting.position <= end) postings += 1;
    if (addText(sum_before, posting.amount) !== posting.balance_after) {
      report(
        revisionOf(posting.position),
        'balance_chain',
        `${accountName(agent_id, posting)}: posting ${posting.position}.${posting.n} does not leave ${posting.balance_after}`,
      );
    }
  });
  for (const { account, asset, running, recomputed, running_held, recomputed_held } of accounts) {
    const name = accountName(agent_id, { account, asset });
    if (running !== recomputed) report(0, 'balance', `${name}: ${running} kept, ${recomputed} posted`);
    if (running_held !== recomputed_held)
      report(0, 'held', `${name}: ${running_held} kept, ${recomputed_held} held`);
  }
  for (const asset of unbalancedAssets(accounts)) {
    report(0, 'unbalanced', `the postings of ${agent_id} in ${asset} do not sum to zero`);
  }
  return postings;
}

/** Returns how many postings the transactions up to `end` list, by agent. */
function verifyTransactions(
  db: Db,
  end: number,
  report: Report,
  onProgress: (checked: number) => void,
): Map<string, number> {
  const page = db.prepare<[number, number], TransactionRow>(
    `SELECT position, agent_id, payload FROM ledger_transactions
     WHERE position > ? AND position <= ? ORDER BY position LIMIT ${PAGE_ROWS}`,
  );
  const amountOf = db
    .prepare<[string, string, string, number, number], string>(
      `SELECT amount FROM ledger_postings
       WHERE agent_id = ? AND account = ? AND asset = ? AND position = ? AND n = ?`,
    )
    .pluck();
  const listed = new Map<string, number>();
  let checked = 0;
  let after = -1;
  for (let rows = page.all(after, end); rows.length > 0; rows = page.all(after, end)) {
    for (const { position, agent_id, payload } of rows) {
      after = position;
      const unreadable = soundly(() => {
        const { postings } = unpackDocument(payload) as unknown as { postings: readonly StoredPosting[] };
        listed.set(agent_id, (listed.get(agent_id) ?? 0) + postings.length);
        for (const [n, { account, asset, amount }] of postings.entries()) {
          if (amountOf.get(agent_id, account, asset, position, n) === amount) continue;
          const message = `posting ${position}.${n} of ${agent_id} is gone or altered`;
          report(revisionOf(position), 'lost_posting', message);
        }
        requireBalanced(position, agent_id, postings, report);
        return '';
      });
      if (unreadable !== '')
        report(
          revisionOf(position),
          'unreadable_transaction',
          `transaction ${position} of ${agent_id}: ${unreadable}`,
        );
    }
    checked += rows.length;
    onProgress(checked);
  }
  return listed;
}

/** As the check of what stands names it; see verify_standing.ts. */
export function accountName(agent_id: string, { account, asset }: NamedAccount): string {
  return `account ${account} of ${agent_id} in ${asset}`;
}

function requireBalanced(
  position: number,
  agent_id: string,
  postings: readonly StoredPosting[],
  report: Report,
): void {
  for (const asset of new Set(postings.map((posting) => posting.asset))) {
    const amounts = postings.filter((posting) => posting.asset === asset).map(({ amount }) => amount);
    if (sumText(amounts) === '0') continue;
    const message = `transaction ${position} of ${agent_id} does not balance in ${asset}`;
    report(revisionOf(position), 'unbalanced', message);
  }
}
