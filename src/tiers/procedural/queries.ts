/** Reads of prompt templates. */
import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { noLabel, noTemplate, noVersion } from './commands.js';
import { readVersionKey } from './rows.js';

export interface PromptVersionRow {
  readonly version: number;
  readonly position: number;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

export interface PromptLabelRow {
  readonly label: string;
  readonly version: number;
}

export interface PromptSummary {
  readonly name: string;
  readonly newest_version: number;
  /** By label ascending. */
  readonly labels: readonly PromptLabelRow[];
}

/** Which version is meant: at most one is given; neither = the newest. */
export interface WhichVersion {
  /** 0 = not given. */
  readonly version: number;
  /** Empty = not given. */
  readonly label: string;
}

export interface ProceduralQueries {
  /** @throws HoldfastError NOT_FOUND: template, version or label. */
  version(agent_id: string, name: string, which: WhichVersion): PromptVersionRow;
  /** By label ascending. */
  labels(agent_id: string, name: string): readonly PromptLabelRow[];
  /** By name, after a name. */
  templates(agent_id: string, after: string, limit: number): Page<PromptSummary>;
  /** Newest first, below a version. @throws HoldfastError NOT_FOUND. */
  versions(agent_id: string, name: string, before: number, limit: number): Page<PromptVersionRow>;
}

export function proceduralQueries(db: Db): ProceduralQueries {
  const newest = db
    .prepare<[string, string], number>(
      'SELECT newest_version FROM prompt_templates WHERE agent_id = ? AND name = ?',
    )
    .pluck();
  const labelled = db
    .prepare<[string, string, string], number>(
      'SELECT version FROM prompt_labels WHERE agent_id = ? AND name = ? AND label = ?',
    )
    .pluck();
  const version = db.prepare<[string, string, number], PromptVersionRow>(
    `SELECT version, position, time_us, payload FROM prompt_versions
     WHERE agent_id = ? AND name = ? AND version = ?`,
  );
  const labels = db.prepare<[string, string], PromptLabelRow>(
    'SELECT label, version FROM prompt_labels WHERE agent_id = ? AND name = ? ORDER BY label',
  );
  const templates = db.prepare<[string, string], Omit<PromptSummary, 'labels'>>(
    'SELECT name, newest_version FROM prompt_templates WHERE agent_id = ? AND name > ? ORDER BY name',
  );
  const versions = db.prepare<[string, string, number], PromptVersionRow>(
    `SELECT version, position, time_us, payload FROM prompt_versions
     WHERE agent_id = ? AND name = ? AND version < ? ORDER BY version DESC`,
  );
  function* summaries(agent_id: string, after: string): Generator<PromptSummary, void> {
    for (const row of templates.iterate(agent_id, after)) {
      yield { ...row, labels: labels.all(agent_id, row.name) };
    }
  }
  const newestOf = (agent_id: string, name: string): number => {
    const found = newest.get(agent_id, name);
    if (found === undefined) throw noTemplate(name);
    return found;
  };

  return {
    version: (agent_id, name, { version: given, label }) => {
      const newest_version = newestOf(agent_id, name);
      const wanted = label === '' ? given || newest_version : labelled.get(agent_id, name, label);
      if (wanted === undefined) throw noLabel(name, label);
      const row = version.get(agent_id, name, wanted);
      if (row === undefined) throw noVersion(name, wanted);
      return row;
    },
    labels: (agent_id, name) => labels.all(agent_id, name),
    templates: (agent_id, after, limit) => takePage(summaries(agent_id, after), limit, summaryBytes),
    versions: (agent_id, name, before, limit) => {
      newestOf(agent_id, name);
      return takePage(versions.iterate(agent_id, name, before), limit, ({ payload }) => payload.length);
    },
  };
}

/** A thousand templates with 64 labels of 64 characters each are more than a reply holds. */
function summaryBytes({ name, labels }: PromptSummary): number {
  return labels.reduce((sum, { label }) => sum + label.length, name.length);
}

export function promptPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db
    .prepare<[string, string, number, number], Uint8Array>(
      'SELECT payload FROM prompt_versions WHERE agent_id = ? AND name = ? AND version = ? AND position = ?',
    )
    .pluck();
  return ({ agent_id, key, position }) => {
    const { name, version } = readVersionKey(key);
    return find.get(agent_id, name, version, position) ?? null;
  };
}
