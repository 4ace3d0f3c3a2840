/** Commands about prompt templates. Versions are only ever added; labels are what moves. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { Command, HandlersOf, Tx } from '../command.js';
import { labelKey, unpackPrompt, versionKey } from './rows.js';

export const MAX_TEMPLATES = 10_000;
export const MAX_VERSIONS = 10_000;
export const MAX_LABELS = 64;

export interface PutPromptArgs {
  readonly name: string;
  /** Parses as a template. */
  readonly text: string;
  readonly description: string;
  /** Null = whatever is there. */
  readonly expected_version: number | null;
  /** Each once, sorted. */
  readonly labels: readonly string[];
}

export interface SetLabelArgs {
  readonly name: string;
  readonly label: string;
  readonly version: number;
  /** Null = whatever is there; 0 = the label must not exist. */
  readonly expected_version: number | null;
}

export interface DeleteLabelArgs {
  readonly name: string;
  readonly label: string;
}

export interface ProceduralCommands {
  put_prompt_template: Command<PutPromptArgs, { readonly version: number; readonly unchanged: boolean }>;
  set_prompt_label: Command<SetLabelArgs, { readonly previous_version: number }>;
  delete_prompt_label: Command<DeleteLabelArgs, Record<string, never>>;
}

export function proceduralCommands(db: Db): HandlersOf<ProceduralCommands> {
  const tables = promptTables(db);

  const pointLabel = (tx: Tx, name: string, label: string, version: number): number => {
    const previous_version = tables.labelVersion(tx.agent_id, name, label);
    if (previous_version === version) return previous_version;
    if (previous_version === 0)
      checkRoom(tables.countLabels(tx.agent_id, name), MAX_LABELS, 'labels', 'label');
    tx.emit('prompt.labelled', labelKey(name, label), { version, previous_version }, 'journal');
    tables.putLabel(tx.agent_id, name, label, version);
    return previous_version;
  };

  const addVersion = (tx: Tx, { name, text, description }: PutPromptArgs, version: number): void => {
    if (version === 1) checkRoom(tables.countTemplates(tx.agent_id), MAX_TEMPLATES, 'templates', 'name');
    if (version > MAX_VERSIONS) throw tooMany(MAX_VERSIONS, 'versions', 'name');
    const payload = { name, version, text, description };
    const { position, bytes } = tx.emit('prompt.put', versionKey(name, version), payload, 'tier');
    tables.insertVersion(tx.agent_id, name, version, position, tx.now_us, bytes);
    tables.putTemplate(tx.agent_id, name, version);
  };

  return {
    put_prompt_template: (tx, args) => {
      const { name, expected_version, labels } = args;
      const newest = tables.newest(tx.agent_id, name);
      checkVersion(expected_version, newest, `template ${name}`);
      const payload = newest === 0 ? undefined : tables.payload(tx.agent_id, name, newest);
      const present = payload === undefined ? undefined : unpackPrompt(payload);
      const unchanged = present?.text === args.text && present.description === args.description;
      const version = unchanged ? newest : newest + 1;
      if (!unchanged) addVersion(tx, args, version);
      for (const label of labels) pointLabel(tx, name, label, version);
      return { version, unchanged };
    },

    set_prompt_label: (tx, { name, label, version, expected_version }) => {
      const newest = tables.newest(tx.agent_id, name);
      if (newest === 0) throw noTemplate(name);
      if (version > newest) throw noVersion(name, version);
      checkVersion(
        expected_version,
        tables.labelVersion(tx.agent_id, name, label),
        `label ${label} of template ${name}`,
      );
      return { previous_version: pointLabel(tx, name, label, version) };
    },

    delete_prompt_label: (tx, { name, label }) => {
      if (tables.newest(tx.agent_id, name) === 0) throw noTemplate(name);
      const previous_version = tables.labelVersion(tx.agent_id, name, label);
      if (previous_version === 0) throw noLabel(name, label);
      tx.emit('prompt.unlabelled', labelKey(name, label), { previous_version }, 'journal');
      tables.deleteLabel(tx.agent_id, name, label);
      return {};
    },
  };
}

function promptTables(db: Db) {
  const newest = db
    .prepare<[string, string], number>(
      'SELECT newest_version FROM prompt_templates WHERE agent_id = ? AND name = ?',
    )
    .pluck();
  const countTemplates = db
    .prepare<[string], number>('SELECT count(*) FROM prompt_templates WHERE agent_id = ?')
    .pluck();
  const putTemplate = db.prepare<[string, string, number]>(
    `INSERT INTO prompt_templates (agent_id, name, newest_version) VALUES (?, ?, ?)
     ON CONFLICT (agent_id, name) DO UPDATE SET newest_version = excluded.newest_version`,
  );
  const payload = db
    .prepare<[string, string, number], Uint8Array>(
      'SELECT payload FROM prompt_versions WHERE agent_id = ? AND name = ? AND version = ?',
    )
    .pluck();
  const insertVersion = db.prepare<[string, string, number, number, number, Uint8Array]>(
    `INSERT INTO prompt_versions (agent_id, name, version, position, time_us, payload) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const labelVersion = db
    .prepare<[string, string, string], number>(
      'SELECT version FROM prompt_labels WHERE agent_id = ? AND name = ? AND label = ?',
    )
    .pluck();
  const countLabels = db
    .prepare<[string, string], number>('SELECT count(*) FROM prompt_labels WHERE agent_id = ? AND name = ?')
    .pluck();
  const putLabel = db.prepare<[string, string, string, number]>(
    `INSERT INTO prompt_labels (agent_id, name, label, version) VALUES (?, ?, ?, ?)
     ON CONFLICT (agent_id, name, label) DO UPDATE SET version = excluded.version`,
  );
  const deleteLabel = db.prepare<[string, string, string]>(
    'DELETE FROM prompt_labels WHERE agent_id = ? AND name = ? AND label = ?',
  );
  return {
    /** 0 = no such template. */
    newest: (agent_id: string, name: string) => newest.get(agent_id, name) ?? 0,
    countTemplates: (agent_id: string) => countTemplates.get(agent_id) ?? 0,
    putTemplate: (agent_id: string, name: string, newest_version: number) =>
      void putTemplate.run(agent_id, name, newest_version),
    payload: (agent_id: string, name: string, version: number) => payload.get(agent_id, name, version),
    insertVersion: (
      agent_id: string,
      name: string,
      version: number,
      position: number,
      time_us: number,
      bytes: Uint8Array,
    ) => void insertVersion.run(agent_id, name, version, position, time_us, bytes),
    /** 0 = no such label. */
    labelVersion: (agent_id: string, name: string, label: string) =>
      labelVersion.get(agent_id, name, label) ?? 0,
    countLabels: (agent_id: string, name: string) => countLabels.get(agent_id, name) ?? 0,
    putLabel: (agent_id: string, name: string, label: string, version: number) =>
      void putLabel.run(agent_id, name, label, version),
    deleteLabel: (agent_id: string, name: string, label: string) =>
      void deleteLabel.run(agent_id, name, label),
  };
}

export function noTemplate(name: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no prompt template ${name}`, { field: 'name' });
}

export function noVersion(name: string, version: number): HoldfastError {
  return new HoldfastError('NOT_FOUND', `prompt template ${name} has no version ${version}`, {
    field: 'version',
  });
}

export function noLabel(name: string, label: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `prompt template ${name} has no label ${label}`, { field: 'label' });
}

function checkVersion(expected: number | null, actual: number, what: string): void {
  if (expected === null || expected === actual) return;
  throw new HoldfastError('VERSION_CONFLICT', `${what} is at version ${actual}, not ${expected}`, {
    field: 'expected_version',
    metadata: { expected: String(expected), actual: String(actual) },
  });
}

function checkRoom(count: number, limit: number, what: string, field: string): void {
  if (count >= limit) throw tooMany(limit, what, field);
}

function tooMany(limit: number, what: string, field: string): HoldfastError {
  return new HoldfastError('TOO_MANY', `${field}: at most ${limit} ${what}`, {
    field,
    metadata: { limit: String(limit) },
  });
}
