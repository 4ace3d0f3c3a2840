/** Each guard against the entry that put it, and each guard that was put last against its row. */
import type { DocObject } from '../../codec/value.js';
import { compareKept, type Newest, type Standing, sameDocument, type Told } from '../standing.js';
import { GUARD_COLUMNS, type GuardRow } from './rows.js';
import { contentDocument, unpackContent } from './rule.js';

export function standingGuards(standing: Standing): void {
  const { db, journal } = standing;
  compareKept<GuardRow>(standing, {
    thing: 'guard',
    put: 'guard.put',
    kind: 'guard.altered',
    rows: db.prepare<[], GuardRow>(`SELECT ${GUARD_COLUMNS} FROM guards`).iterate(),
    nameOf: ({ agent_id, name }) => [agent_id, name],
    positionOf: ({ position }) => position,
    subjectOf: (agent_id, name) => `guard ${name} of ${agent_id}`,
    problem: (row, told) => wrongIn(row, told) || wrongCounter(journal, row),
  });
}

function wrongIn(row: GuardRow, { payload, time_us }: Told): string {
  const { before: _before, principal: _principal, ...journaled } = payload;
  const { name, version, mode, changed_us } = row;
  const stored: DocObject = { name, version, mode, ...contentDocument(unpackContent(row.payload)) };
  if (!sameDocument(stored, journaled)) return `it is not what the journal says of version ${version}`;
  return changed_us === time_us ? '' : 'its time is not that of its journal entry';
}

/** A max_count goes on with the counter of its earlier versions; others have none. */
function wrongCounter(journal: Newest, { agent_id, name, counter, position, payload }: GuardRow): string {
  const counts = unpackContent(payload).rule.kind === 'max_count';
  if (counts !== (counter !== 0)) return counts ? 'it has no counter' : 'it has a counter';
  if (!counts || counter <= journal.compacted) return '';
  const began = journal.at(counter);
  const is_its = began?.kind === 'guard.put' && began.agent_id === agent_id && began.key === name;
  return is_its && counter <= position ? '' : 'its counter is not its own';
}
