/** Checks the state tier's own invariants over a whole file. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { inOrder } from '../keyset.js';
import { soundly } from '../standing.js';

interface HeadRow {
  readonly agent_id: string;
  readonly name: string;
  readonly position: number;
}

interface VersionRow extends HeadRow {
  readonly version: number;
  readonly deleted: number;
  readonly payload: Uint8Array;
}

const MAX_FINDINGS = 100;
const PAGE_ROWS = 1000;

/**
 * Every head is the newest version of its state, and what the columns of a version say is what its payload says: only the
 * payload is in the journal's chain. Each page is read on its own, so that a long check never keeps checkpoints waiting.
 */
export function verifyStates(db: Db): Finding[] {
  const wrong_heads = db.prepare<[number], HeadRow>(
    `SELECT h.agent_id, h.name, h.position FROM state_heads h
     LEFT JOIN state_versions v USING (agent_id, name, position)
     WHERE v.version IS NOT h.version OR v.deleted IS NOT h.deleted
       OR EXISTS (SELECT 1 FROM state_versions n
                  WHERE n.agent_id = h.agent_id AND n.name = h.name AND n.position > h.position)
     LIMIT ?`,
  );
  const findings = wrong_heads.all(MAX_FINDINGS).map(({ agent_id, name, position }) => ({
    kind: 'state.head',
    revision: revisionOf(position),
    message: `the head of state ${name} of ${agent_id} is not its newest version`,
  }));
  return [...findings, ...alteredVersions(db)];
}

function alteredVersions(db: Db): Finding[] {
  const page = db.prepare<[string, string, number, number], VersionRow>(
    `SELECT agent_id, name, position, version, deleted, payload FROM state_versions
     WHERE (agent_id, name, position) > (?, ?, ?) ORDER BY agent_id, name, position LIMIT ?`,
  );
  const findings: Finding[] = [];
  const rows = inOrder(
    ['', '', 0] as [string, string, number],
    (after) => page.all(...after, PAGE_ROWS),
    (row) => [row.agent_id, row.name, row.position],
  );
  for (const row of rows) {
    const problem = soundly(() => {
      const { version, deleted } = unpackDocument(row.payload) as DocObject;
      const is_same = version === row.version && deleted === (row.deleted === 1);
      return is_same ? '' : 'it is not what its payload says';
    });
    if (problem === '') continue;
    if (findings.length >= MAX_FINDINGS) return findings;
    const message = `version ${row.version} of state ${row.name} of ${row.agent_id}: ${problem}`;
    findings.push({ kind: 'state.version', revision: revisionOf(row.position), message });
  }
  return findings;
}
