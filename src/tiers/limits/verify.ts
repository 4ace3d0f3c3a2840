/** Checks the counters' own invariants over a whole file. */
import { addText, parseAmount } from '../../codec/amount.js';
import { unpackDocument } from '../../codec/msgpack.js';
import { readHead } from '../../journal/append.js';
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { soundly } from '../standing.js';
import type { CounterRow } from './types.js';
import { goneAfter, windowAt } from './windows.js';

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;

interface Entry {
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
  readonly position: number;
  readonly payload: Uint8Array | null;
}

/** What the journal says of a counter. */
interface Payload {
  readonly delta?: string;
  readonly previous?: string;
  readonly value: string;
  readonly window_us: number | null;
  readonly began_us: number | null;
}

type AgentRow = CounterRow & { readonly agent_id: string };

/**
 * Every counter is what its last entry says, and every entry of it is the sum of the one before and what was added: all
 * counters are counted again from the journal. One snapshot of the journal a page, and one of the rows at the end of it.
 */
export function verifyCounters(db: Db): Finding[] {
  const findings: Finding[] = [];
  const report = (agent_id: string, name: string, position: number, problem: string): void => {
    const message = `counter ${name} of ${agent_id}: ${problem}`;
    if (findings.length < MAX_FINDINGS)
      findings.push({ kind: 'limits.counter', revision: revisionOf(position), message });
  };
  const page = db.prepare<[number, number], Entry>(
    `SELECT agent_id, kind, key, position, payload FROM journal
     WHERE position > ? AND kind IN ('limit.counted', 'limit.counter_reset') ORDER BY position LIMIT ?`,
  );
  const last = new Map<string, { readonly position: number; readonly payload: Payload }>();
  let position = 0;
  const readPage = (): boolean => {
    const entries = page.all(position, PAGE_ROWS);
    for (const entry of entries) {
      position = entry.position;
      if (entry.payload === null) continue;
      const id = `${entry.agent_id} ${entry.key}`;
      const before = last.get(id)?.payload;
      // The journal's own check says more of an entry that is damaged.
      last.delete(id);
      const { payload: bytes } = entry;
      const problem = soundly(() => {
        const payload = unpackDocument(bytes) as unknown as Payload;
        const wrong = wrongStep(before, payload);
        last.set(id, { position, payload });
        return wrong;
      });
      if (problem !== '') report(entry.agent_id, entry.key, position, problem);
    }
    return entries.length === PAGE_ROWS;
  };
  while (readPage());
  const rows = db.prepare<[], AgentRow>(
    'SELECT agent_id, name, position, value, window_us, began_us, gone_us FROM counters',
  );
  // In one snapshot with what was counted since the pages were read.
  db.transaction(() => {
    while (readPage());
    for (const row of rows.iterate()) {
      const problem = wrongRow(row, last.get(`${row.agent_id} ${row.name}`));
      if (problem !== '') report(row.agent_id, row.name, row.position, problem);
      last.delete(`${row.agent_id} ${row.name}`);
    }
    // The sweep goes by the time of the newest entry.
    const { time_us } = readHead(db);
    for (const [id, { position, payload }] of last) {
      const { window_us, began_us } = payload;
      if (window_us !== null && began_us !== null && goneAfter(began_us, window_us) <= time_us) continue;
      const [agent_id = '', name = ''] = id.split(' ');
      report(agent_id, name, position, 'it is not there');
    }
  })();
  return findings;
}

/** What is wrong with an entry after the one before it, if the journal still has that one. */
function wrongStep(
  before: Payload | undefined,
  { delta, previous, value, window_us, began_us }: Payload,
): string {
  if (window_us !== null && (began_us === null || windowAt(began_us, window_us) !== began_us))
    return `its window begins at ${began_us}, which no window of ${window_us} us does`;
  if (before === undefined) return '';
  const carried = before.window_us === window_us && before.began_us === began_us ? before.value : '0';
  if (previous !== undefined)
    return previous === carried ? '' : `it was reset at ${previous}, not ${carried}`;
  const sum = addText(carried, parseAmount(delta, 'delta'));
  return sum === value ? '' : `${carried} and ${delta} are not ${value}`;
}

function wrongRow(row: CounterRow, last: { position: number; payload: Payload } | undefined): string {
  const { value, window_us, began_us, gone_us, position } = row;
  const gone = window_us === null || began_us === null ? null : goneAfter(began_us, window_us);
  if (gone_us !== gone) return `it is gone at ${gone_us}, not ${gone}`;
  // Its entries may have been compacted away.
  if (last === undefined) return '';
  if (last.position !== position) return `its last entry is at revision ${revisionOf(last.position)}`;
  const { payload } = last;
  if (payload.value !== value) return `it holds ${value}, not ${payload.value}`;
  return payload.window_us === window_us && payload.began_us === began_us ? '' : 'it has another window';
}
