/** Shared by the tests of tier State. */
import { parseJson } from '../../src/codec/json.js';
import { DEFAULT_DOCUMENT_LIMITS } from '../../src/codec/limits.js';
import { packDocument } from '../../src/codec/msgpack.js';
import type { DocObject, DocValue } from '../../src/codec/value.js';
import { HoldfastError } from '../../src/errors.js';
import type { MigrationStep } from '../../src/tiers/state/steps.js';
import type { TestStore } from '../support/executor.js';

export const json = (text: string): DocValue => parseJson(text, DEFAULT_DOCUMENT_LIMITS);
export const packed = (text: string): Uint8Array => packDocument(json(text));

/** Matches a refusal by its reason and, where given, by parts of its metadata. */
export function refusal(reason: string, metadata: Record<string, string> = {}) {
  return (error: unknown): boolean => {
    if (!(error instanceof HoldfastError) || error.reason !== reason) return false;
    return Object.entries(metadata).every(([key, value]) => error.details.metadata?.[key] === value);
  };
}

export interface PutOptions {
  readonly expected_version?: number;
  readonly schema?: string;
  readonly schema_version?: number;
  readonly agent_id?: string;
}

/** Puts a document given as JSON text. */
export function put(store: TestStore, name: string, document: string, options: PutOptions = {}) {
  const { expected_version = null, schema = '', schema_version = 0, agent_id = 'agent-1' } = options;
  return store.run(
    'put_state',
    { name, document: packed(document), expected_version, schema, schema_version },
    { agent_id },
  );
}

/** The newest document of a state as it reads, with its schema versions. */
export function get(store: TestStore, name: string, agent_id = 'agent-1') {
  return store.reads.snapshot(0, ({ state }, revision) => {
    const row = state.at(agent_id, name, revision);
    return row === undefined || row.deleted === 1 ? undefined : state.migrated(agent_id, row);
  });
}

/** The version numbers that are kept, newest first. */
export function kept(store: TestStore, name: string): number[] {
  return store.reads.snapshot(0, ({ state }) =>
    (state.versions('agent-1', name, Number.MAX_SAFE_INTEGER, 1000)?.rows ?? []).map(
      ({ version }) => version,
    ),
  );
}

export function registerSchema(
  store: TestStore,
  schema: string,
  version: number,
  steps: readonly MigrationStep[] = [],
  json_schema?: string,
) {
  const content = {
    schema,
    version,
    steps,
    ...(json_schema === undefined ? {} : { json_schema: json(json_schema) }),
  };
  return store.run('register_schema', { content: packDocument(content as unknown as DocObject) });
}
