/** Each account against its newest posting, its open holds and what it was configured to: cheap enough for every start. */
import { addAmounts } from '../../codec/amount.js';
import { revisionOf } from '../../journal/position.js';
import { type Standing, soundly } from '../standing.js';
import type { BalanceRow } from './accounts.js';
import { accountName } from './verify.js';

type AccountRow = BalanceRow & { readonly agent_id: string };

interface HoldRow {
  readonly agent_id: string;
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
  readonly position: number;
  readonly changed_position: number;
}

type Name = readonly [agent_id: string, account: string, asset: string];

/** Balance after the newest posting, the sum of the open holds, and whether it may go negative. */
export function standingAccounts({ db, journal, report }: Standing): void {
  const balances = db.prepare<[], AccountRow>('SELECT * FROM ledger_balances');
  const balanceAfter = db
    .prepare<[string, string, string], string>(
      `SELECT balance_after FROM ledger_postings WHERE agent_id = ? AND account = ? AND asset = ?
       ORDER BY position DESC, n DESC LIMIT 1`,
    )
    .pluck();
  const held = openHolds(standingHolds({ db, journal, report }));
  const known = new Set<string>();
  for (const row of balances.iterate()) {
    const { agent_id, account, asset, posted, must_not_go_negative } = row;
    const name = nameOf([agent_id, account, asset]);
    known.add(name);
    const subject = accountName(agent_id, { account, asset });
    const after = balanceAfter.get(agent_id, account, asset) ?? '0';
    if (posted !== after)
      report('ledger.balance', row.position, subject, `${posted} kept, ${after} after its newest posting`);
    const expected = held.get(name) ?? '0';
    if (row.held !== expected)
      report('ledger.held', row.position, subject, `${row.held} kept as held, ${expected} in open holds`);
    const problem = soundly(() => {
      const told = journal.at(journal.lastOf('account', agent_id, `${account} ${asset}`)?.position ?? 0);
      const is_so = must_not_go_negative === 1;
      if (told === undefined)
        return is_so && journal.from === 0 ? 'nobody said that it must not go negative' : '';
      return told.payload.must_not_go_negative === is_so
        ? ''
        : 'the journal says otherwise whether it may go negative';
    });
    if (problem !== '') report('ledger.account', row.position, subject, problem);
  }
  const next = db.prepare<[string, string, string], AccountRow>(
    `SELECT agent_id, account, asset, position FROM ledger_postings WHERE (agent_id, account, asset) > (?, ?, ?)
     ORDER BY agent_id, account, asset LIMIT 1`,
  );
  for (let row = next.get('', '', ''); row !== undefined; ) {
    const { agent_id, account, asset, position } = row;
    if (!known.has(nameOf([agent_id, account, asset])))
      report(
        'ledger.balance',
        position,
        accountName(agent_id, { account, asset }),
        'it has postings, but no balance',
      );
    row = next.get(agent_id, account, asset);
  }
}

/** Every open hold, after it was compared with the entry that placed it. */
function* standingHolds({ db, journal, report }: Omit<Standing, 'whole'>): Generator<HoldRow> {
  const agents = db
    .prepare<[string], string | null>('SELECT min(agent_id) FROM ledger_holds WHERE agent_id > ?')
    .pluck();
  const open = db.prepare<[string], HoldRow>(
    `SELECT agent_id, account, asset, amount, position, changed_position FROM ledger_holds
     WHERE agent_id = ? AND status = 'OPEN'`,
  );
  for (let agent_id = agents.get(''); typeof agent_id === 'string'; agent_id = agents.get(agent_id)) {
    for (const row of open.all(agent_id)) {
      const problem = soundly(() => {
        const told = journal.at(row.changed_position);
        if (told === undefined)
          return row.changed_position > journal.compacted ? 'no journal entry has its position' : '';
        const { account, asset, amount } = told.payload;
        if (told.agent_id !== agent_id || told.kind !== 'ledger.hold_placed')
          return `it is open, but the journal's entry of it is ${told.kind}`;
        return account === row.account && asset === row.asset && amount === row.amount
          ? ''
          : `the journal says ${amount} ${asset} of ${account}`;
      });
      const subject = `hold ${revisionOf(row.position)} of ${agent_id} on ${row.account}`;
      if (problem !== '') report('ledger.hold', row.position, subject, problem);
      yield row;
    }
  }
}

function openHolds(rows: Iterable<HoldRow>): Map<string, string> {
  const held = new Map<string, string>();
  for (const { agent_id, account, asset, amount } of rows) {
    const name = nameOf([agent_id, account, asset]);
    held.set(name, addAmounts(held.get(name) ?? '0', amount));
  }
  return held;
}

/** The space stands in none of them. */
function nameOf(name: Name): string {
  return name.join(' ');
}
