/** Checks the ledger's own invariants over a whole file. */
import { addAmounts, sumAmounts } from '../../codec/amount.js';
import { unpackDocument } from '../../codec/msgpack.js';
import { readFloor } from '../../journal/append.js';
import { lastPositionOf, revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { onSnapshot, Recomputer, unbalancedAssets } from './recompute.js';

interface StoredPosting {
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
}

type Report = (revision: number, kind: string, message: string) => void;

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;

/**
 * For every agent: transactions and their postings belong together and sum to zero, balances follow from postings, held
 * amounts from open holds. Each agent on one snapshot, because the daemon may be writing meanwhile.
 */
export function verifyLedger(db: Db, onProgress: (checked: number) => void): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (revision, kind, message) => {
    if (findings.length < MAX_FINDINGS) findings.push({ kind: `ledger.${kind}`, revision, message });
  };
  const nextAgent = db
    .prepare<[string, string, string, string], string>(
      `SELECT min(agent_id) FROM (
         SELECT min(agent_id) AS agent_id FROM ledger_balances WHERE agent_id > ?
         UNION ALL SELECT min(agent_id) FROM ledger_transactions WHERE agent_id > ?
         UNION ALL SELECT min(agent_id) FROM ledger_postings WHERE agent_id > ?
         UNION ALL SELECT min(agent_id) FROM ledger_holds WHERE agent_id > ?)`,
    )
    .pluck();
  let checked = 0;
  const count = () => {
    checked += 1;
    if (checked % PAGE_ROWS === 0) onProgress(checked);
  };
  onSnapshot(db, () => compareWithJournal(db, report));
  let agent_id = '';
  for (;;) {
    const next = nextAgent.get(agent_id, agent_id, agent_id, agent_id);
    if (typeof next !== 'string') break;
    agent_id = next;
    onSnapshot(db, () => {
      const postings = verifyAccounts(db, agent_id, report);
      verifyTransactions(db, agent_id, postings, report, count);
    });
  }
  onProgress(checked);
  return findings;
}

/** Both ways: no entry without its row, no row without its entry. */
function compareWithJournal(db: Db, report: Report): void {
  const lost = db.prepare<[], { agent_id: string; position: number }>(
    `SELECT agent_id, position FROM journal WHERE kind = 'ledger.posted' AND NOT EXISTS (
       SELECT 1 FROM ledger_transactions t WHERE t.agent_id = journal.agent_id AND t.position = journal.position)
     LIMIT ${MAX_FINDINGS}`,
  );
  for (const { agent_id, position } of lost.all()) {
    report(revisionOf(position), 'lost_transaction', `transaction ${position} of ${agent_id} is gone`);
  }
  const unknown = db.prepare<[number], { agent_id: string; position: number }>(
    `SELECT agent_id, position FROM ledger_transactions t WHERE position > ? AND NOT EXISTS (
       SELECT 1 FROM journal j WHERE j.position = t.position AND j.agent_id = t.agent_id)
     LIMIT ${MAX_FINDINGS}`,
  );
  for (const { agent_id, position } of unknown.all(lastPositionOf(readFloor(db).revision))) {
    report(
      revisionOf(position),
      'unknown_transaction',
      `transaction ${position} of ${agent_id} has no entry`,
    );
  }
}

/** Returns how many postings the agent has. */
function verifyAccounts(db: Db, agent_id: string, report: Report): number {
  let postings = 0;
  const accounts = new Recomputer(db).accounts(agent_id, (posting, sum_before) => {
    postings += 1;
    if (addAmounts(sum_before, posting.amount) !== posting.balance_after) {
      report(
        revisionOf(posting.position),
        'balance_chain',
        `posting ${posting.position}.${posting.n} to ${posting.account} of ${agent_id} does not leave ${posting.balance_after} ${posting.asset}`,
      );
    }
  });
  for (const { account, asset, running, recomputed, running_held, recomputed_held } of accounts) {
    if (running !== recomputed)
      report(0, 'balance', `${account} of ${agent_id}: ${running} ${asset} kept, ${recomputed} posted`);
    if (running_held !== recomputed_held)
      report(0, 'held', `${account} of ${agent_id}: ${running_held} ${asset} kept, ${recomputed_held} held`);
  }
  for (const asset of unbalancedAssets(accounts)) {
    report(0, 'unbalanced', `the postings of ${agent_id} in ${asset} do not sum to zero`);
  }
  return postings;
}

function verifyTransactions(
  db: Db,
  agent_id: string,
  stored_postings: number,
  report: Report,
  onTransaction: () => void,
): void {
  const page = db.prepare<[string, number], { position: number; payload: Uint8Array }>(
    `SELECT position, payload FROM ledger_transactions
     WHERE agent_id = ? AND position > ? ORDER BY position LIMIT ${PAGE_ROWS}`,
  );
  const amountOf = db
    .prepare<[string, string, string, number, number], string>(
      `SELECT amount FROM ledger_postings
       WHERE agent_id = ? AND account = ? AND asset = ? AND position = ? AND n = ?`,
    )
    .pluck();
  let listed_postings = 0;
  let after = -1;
  for (let rows = page.all(agent_id, after); rows.length > 0; rows = page.all(agent_id, after)) {
    for (const { position, payload } of rows) {
      const { postings } = unpackDocument(payload) as unknown as { postings: readonly StoredPosting[] };
      listed_postings += postings.length;
      for (const [n, { account, asset, amount }] of postings.entries()) {
        if (amountOf.get(agent_id, account, asset, position, n) !== amount)
          report(
            revisionOf(position),
            'lost_posting',
            `posting ${position}.${n} of ${agent_id} is gone or altered`,
          );
      }
      for (const asset of new Set(postings.map((posting) => posting.asset))) {
        const amounts = postings.filter((posting) => posting.asset === asset).map(({ amount }) => amount);
        if (sumAmounts(amounts) !== '0')
          report(
            revisionOf(position),
            'unbalanced',
            `transaction ${position} of ${agent_id} does not balance in ${asset}`,
          );
      }
      after = position;
      onTransaction();
    }
  }
  if (listed_postings !== stored_postings)
    report(
      0,
      'stray_postings',
      `${agent_id} has ${stored_postings} postings; its transactions list ${listed_postings}`,
    );
}
