/** Each account against its newest posting, its open holds and what it was configured to: cheap enough for every start. */
import { addText } from '../../codec/amount.js';
import { Timestamp } from '../../codec/value.js';
import { idAt } from '../command.js';
import { inOrder } from '../keyset.js';
import { differing, type Newest, type Standing, soundly } from '../standing.js';
import type { BalanceRow } from './accounts.js';
import { accountName } from './verify.js';

type AccountRow = BalanceRow & { readonly agent_id: string };

interface HoldRow {
  readonly agent_id: string;
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
  readonly status: string;
  readonly operation_key: string | null;
  readonly placed_us: number;
  readonly expires_us: number | null;
  readonly description: string;
  readonly position: number;
  readonly changed_position: number;
}

const HOLD_COLUMNS =
  'agent_id, account, asset, amount, status, operation_key, placed_us, expires_us, description, position, changed_position';

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
      // Until somebody says otherwise it may. What was said before what was looked through is not known.
      if (told === undefined && journal.from > 0) return '';
      const expected = told?.payload.must_not_go_negative === true ? 1 : 0;
      return differing({ must_not_go_negative }, { must_not_go_negative: expected });
    });
    if (problem !== '') report('ledger.account', row.position, subject, problem);
  }
  const next = db.prepare<[string, string, string], AccountRow>(
    `SELECT agent_id, account, asset, position FROM ledger_postings WHERE (agent_id, account, asset) > (?, ?, ?)
     ORDER BY agent_id, account, asset LIMIT 1`,
  );
  const listed = inOrder(
    ['', '', ''] as Name,
    (after) => next.all(...after),
    ({ agent_id, account, asset }) => [agent_id, account, asset],
  );
  for (const { agent_id, account, asset, position } of listed) {
    if (!known.has(nameOf([agent_id, account, asset])))
      report(
        'ledger.balance',
        position,
        accountName(agent_id, { account, asset }),
        'it has postings, but no balance',
      );
  }
}

/** Every open hold, after it was compared with the entry that placed it. */
function* standingHolds({ db, journal, report }: Omit<Standing, 'whole'>): Generator<HoldRow> {
  const next = db
    .prepare<[string], string>(
      'SELECT agent_id FROM ledger_holds WHERE agent_id > ? ORDER BY agent_id LIMIT 1',
    )
    .pluck();
  const open = db.prepare<[string], HoldRow>(
    `SELECT ${HOLD_COLUMNS} FROM ledger_holds WHERE agent_id = ? AND status = 'OPEN'`,
  );
  const agents = inOrder(
    [''] as [string],
    ([after]) => next.all(after),
    (agent_id) => [agent_id],
  );
  for (const agent_id of agents) {
    for (const row of open.all(agent_id)) {
      const problem = soundly(() => wrongHold(journal, row));
      if (problem !== '') report('ledger.hold', row.position, holdName(row), problem);
      yield row;
    }
  }
}

/** Those that are not open any more: what they are is what ended them. For the whole check only. */
export function standingEndedHolds({ db, journal, whole, report }: Standing): void {
  if (!whole) return;
  const rows = db.prepare<[], HoldRow>(`SELECT ${HOLD_COLUMNS} FROM ledger_holds WHERE status <> 'OPEN'`);
  for (const row of rows.iterate()) {
    const problem = soundly(() => {
      const { status, changed_position, account, asset, amount } = row;
      const ended = journal.at(changed_position);
      if (ended === undefined) return changed_position > journal.compacted ? 'no journal entry ended it' : '';
      const is_its = ended.agent_id === row.agent_id && ended.key === idAt('hold', row.position);
      if (!is_its || ended.kind !== `ledger.hold_${status.toLowerCase()}`)
        return `it is ${status}, but its entry is ${ended.kind} of ${ended.key}`;
      const told = ended.payload;
      return differing(
        { account, asset, amount },
        { account: told.account, asset: told.asset, amount: told.amount },
      );
    });
    if (problem !== '') report('ledger.hold', row.position, holdName(row), problem);
  }
}

function wrongHold(journal: Newest, row: HoldRow): string {
  const told = journal.at(row.changed_position);
  if (told === undefined)
    return row.changed_position > journal.compacted ? 'no journal entry has its position' : '';
  if (told.agent_id !== row.agent_id || told.kind !== 'ledger.hold_placed')
    return `it is open, but the journal's entry of it is ${told.kind} of ${told.agent_id}`;
  const { expires_at, ...rest } = told.payload;
  const expires_us =
    expires_at instanceof Timestamp ? Number(expires_at.seconds) * 1_000_000 + expires_at.nanos / 1000 : null;
  return differing(row, { ...rest, expires_us, placed_us: told.time_us, position: told.position });
}

function holdName({ agent_id, account, position }: HoldRow): string {
  return `hold ${idAt('hold', position)} of ${agent_id} on ${account}`;
}

function openHolds(rows: Iterable<HoldRow>): Map<string, string> {
  const held = new Map<string, string>();
  for (const { agent_id, account, asset, amount } of rows) {
    const name = nameOf([agent_id, account, asset]);
    // One that is no amount makes a sum that no balance has, and is reported with its own entry.
    soundly(() => {
      held.set(name, addText(held.get(name) ?? '0', amount));
      return '';
    });
  }
  return held;
}

/** The space stands in none of them. */
function nameOf(name: Name): string {
  return name.join(' ');
}
