/** Checks the procedural tier's own invariants over a whole file. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import { readFloor } from '../../journal/append.js';
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { Findings, Journaled } from '../journaled.js';
import { inOrder } from '../keyset.js';
import { soundly } from '../standing.js';
import { labelKey, readVersionKey, unpackPrompt, versionKey } from './rows.js';

interface TemplateRow {
  readonly agent_id: string;
  readonly name: string;
}

interface VersionRow extends TemplateRow {
  readonly version: number;
  readonly position: number;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

interface LabelRow extends TemplateRow {
  readonly label: string;
  readonly version: number;
}

const MAX_FINDINGS = 100;
const PAGE_ROWS = 100;
/** An empty document. */
const NOTHING = Uint8Array.of(0x80);

/** Versions are 1 to the newest without gaps, labels point at one of them, and columns say what payloads say. */
export function verifyPrompts(db: Db): Finding[] {
  const wrong_templates = db.prepare<[number], TemplateRow>(
    `WITH kept AS (SELECT agent_id, name, min(version) AS oldest, max(version) AS newest, count(*) AS versions
                   FROM prompt_versions GROUP BY agent_id, name)
     SELECT agent_id, name FROM kept k FULL JOIN prompt_templates t USING (agent_id, name)
     WHERE t.newest_version IS NOT k.newest OR k.oldest IS NOT 1 OR k.versions IS NOT k.newest
     LIMIT ?`,
  );
  const wrong_labels = db.prepare<[number], LabelRow>(
    `SELECT agent_id, name, label, version FROM prompt_labels l
     WHERE NOT EXISTS (SELECT 1 FROM prompt_versions v
                       WHERE v.agent_id = l.agent_id AND v.name = l.name AND v.version = l.version)
     LIMIT ?`,
  );
  return [
    ...wrong_templates.all(MAX_FINDINGS).map(({ agent_id, name }) => ({
      kind: 'procedural.template',
      revision: 0,
      message: `the versions of prompt template ${name} of ${agent_id} are not 1 to its newest`,
    })),
    ...wrong_labels.all(MAX_FINDINGS).map(({ agent_id, name, label, version }) => ({
      kind: 'procedural.label',
      revision: 0,
      message: `label ${label} of prompt template ${name} of ${agent_id} points at version ${version}, which is not there`,
    })),
    ...alteredVersions(db),
    ...db.transaction(() => unlikeJournal(db))(),
  ].slice(0, MAX_FINDINGS);
}

/** Versions are never removed, and labels are where the journal put them last. */
function unlikeJournal(db: Db): Finding[] {
  const findings = new Findings(MAX_FINDINGS);
  const journal = new Journaled(db);
  const isThere = db
    .prepare<[string, string, number], number>(
      'SELECT 1 FROM prompt_versions WHERE agent_id = ? AND name = ? AND version = ?',
    )
    .pluck();
  for (const { agent_id, key, position } of journal.last('prompt.put')) {
    const { name, version } = readVersionKey(key);
    if (isThere.get(agent_id, name, version) === 1) continue;
    findings.add('procedural.version', position, `version ${key} of ${agent_id} is not there`);
  }
  const labelled = db
    .prepare<[string, string, string], number>(
      'SELECT version FROM prompt_labels WHERE agent_id = ? AND name = ? AND label = ?',
    )
    .pluck();
  const known = new Set<string>();
  for (const { agent_id, key, payload, position } of journal.last('prompt.labelled', 'prompt.unlabelled')) {
    known.add(`${agent_id} ${key}`);
    const [name = '', label = ''] = key.split('@');
    const problem = soundly(() => {
      const { version } = unpackDocument(payload ?? NOTHING) as DocObject;
      return labelled.get(agent_id, name, label) === version ? '' : 'it is not where the journal put it';
    });
    if (problem === '') continue;
    findings.add('procedural.label', position, `label ${key} of ${agent_id}: ${problem}`);
  }
  // A label without entries was set before the journal's beginning, where it was compacted.
  if (readFloor(db).revision > 0) return findings.list;
  const labels = db.prepare<[], LabelRow>('SELECT agent_id, name, label, version FROM prompt_labels');
  for (const { agent_id, name, label } of labels.iterate()) {
    if (known.has(`${agent_id} ${labelKey(name, label)}`)) continue;
    findings.add(
      'procedural.label',
      0,
      `label ${label} of ${name} of ${agent_id}: the journal knows nothing of it`,
    );
  }
  return findings.list;
}

/** Only the payload is in the journal's chain. Each page is read on its own, so that checkpoints need not wait. */
function alteredVersions(db: Db): Finding[] {
  const page = db.prepare<[string, string, number, number], VersionRow>(
    `SELECT agent_id, name, version, position, time_us, payload FROM prompt_versions
     WHERE (agent_id, name, version) > (?, ?, ?) ORDER BY agent_id, name, version LIMIT ?`,
  );
  const findings: Finding[] = [];
  const journal = new Journaled(db);
  const rows = inOrder(
    ['', '', 0] as [string, string, number],
    (after) => page.all(...after, PAGE_ROWS),
    (row) => [row.agent_id, row.name, row.version],
  );
  for (const row of rows) {
    const { agent_id, position, time_us } = row;
    const claim = { agent_id, kinds: ['prompt.put'], key: versionKey(row.name, row.version), time_us };
    const unlike = soundly(() => {
      const { name, version } = unpackPrompt(row.payload);
      return version === row.version && name === row.name ? '' : 'it is not what its payload says';
    });
    for (const problem of [journal.problem(position, claim), unlike]) {
      if (findings.length >= MAX_FINDINGS) return findings;
      if (problem === '') continue;
      const message = `version ${row.version} of prompt template ${row.name} of ${agent_id}: ${problem}`;
      findings.push({ kind: 'procedural.version', revision: revisionOf(position), message });
    }
  }
  return findings;
}
