/** Registered schemas of agents: reading them, migrating documents along them, checking documents against them. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import { compileJsonSchema, type Validator } from './json_schema.js';
import { type CompiledStep, compileSteps, type MigrationStep } from './steps.js';
import { checkShape } from './values.js';

/** What is stored of a schema version, and the journal's payload. */
export interface SchemaContent {
  readonly schema: string;
  readonly version: number;
  /** Absent = anything. */
  readonly json_schema?: DocValue;
  readonly steps: readonly MigrationStep[];
}

/** A schema version ready to run. */
export class CompiledSchema {
  readonly content: SchemaContent;
  readonly steps: readonly CompiledStep[];
  #validator: Validator | null | undefined;

  /** @throws HoldfastError INVALID_SCHEMA for its steps; its JSON Schema is compiled when first used. */
  constructor(content: SchemaContent) {
    this.content = content;
    this.steps = compileSteps(content.steps);
  }

  /** Null when this version accepts anything. @throws HoldfastError INVALID_SCHEMA. */
  get validator(): Validator | null {
    const { json_schema } = this.content;
    this.#validator ??= json_schema === undefined ? null : compileJsonSchema(json_schema);
    return this.#validator;
  }
}

/** Reads packed content. */
export function unpackSchema(payload: Uint8Array): SchemaContent {
  return unpackDocument(payload) as DocObject & SchemaContent;
}

interface SchemaRow {
  readonly version: number;
  readonly digest: Buffer;
}

const MAX_CACHED = 128;

export class SchemaRegistry {
  readonly #newest: Statement<[string, string], SchemaRow>;
  readonly #row: Statement<[string, string, number], SchemaRow>;
  readonly #payload: Statement<[string, string, number], { payload: Uint8Array }>;
  /** By content and not by name: what a rolled-back transaction registered may come again with other content. */
  readonly #compiled = new Map<string, CompiledSchema>();

  constructor(db: Db) {
    this.#newest = db.prepare(
      `SELECT version, digest FROM state_schemas WHERE agent_id = ? AND schema = ? ORDER BY version DESC LIMIT 1`,
    );
    this.#row = db.prepare(
      'SELECT version, digest FROM state_schemas WHERE agent_id = ? AND schema = ? AND version = ?',
    );
    this.#payload = db.prepare(
      'SELECT payload FROM state_schemas WHERE agent_id = ? AND schema = ? AND version = ?',
    );
  }

  /** The newest registered version; 0 for a schema that was never registered. */
  newest(agent_id: string, schema: string): number {
    return this.#newest.get(agent_id, schema)?.version ?? 0;
  }

  /** The digest of a registered version's content. */
  digest(agent_id: string, schema: string, version: number): Buffer | undefined {
    return this.#row.get(agent_id, schema, version)?.digest;
  }

  /** The registered version, compiled. */
  get(agent_id: string, schema: string, version: number): CompiledSchema {
    const key = this.digest(agent_id, schema, version)?.toString('latin1');
    const row = key === undefined ? undefined : this.#compiled.get(key);
    if (row !== undefined) return row;
    const payload = this.#payload.get(agent_id, schema, version)?.payload;
    if (key === undefined || payload === undefined)
      throw new Error(`schema ${schema} has no version ${version}`);
    const compiled = new CompiledSchema(unpackSchema(payload));
    const [oldest] = this.#compiled.keys();
    if (oldest !== undefined && this.#compiled.size >= MAX_CACHED) this.#compiled.delete(oldest);
    this.#compiled.set(key, compiled);
    return compiled;
  }

  /**
   * Takes a document from version `from` to version `to`. The document must be the caller's own: it is changed.
   * @throws HoldfastError SCHEMA_TOO_NEW when `from` is above `to`; MIGRATION_FAILED with to_schema_version and path.
   */
  migrate(agent_id: string, schema: string, document: DocValue, from: number, to: number): DocValue {
    if (from > to) throw tooNew(schema, from, to);
    let migrated = document;
    for (let version = from + 1; version <= to; version += 1) {
      migrated = migrateOnce(this.get(agent_id, schema, version), migrated);
    }
    return migrated;
  }
}

/** One link of the chain. @throws HoldfastError MIGRATION_FAILED. */
export function migrateOnce(schema: CompiledSchema, document: DocValue): DocValue {
  const holder: DocObject = { document };
  try {
    for (const step of schema.steps) step(holder);
    const migrated = holder.document as DocValue;
    checkShape(migrated);
    return migrated;
  } catch (error) {
    throw error instanceof HoldfastError ? migrationFailed(schema.content, error) : error;
  }
}

function migrationFailed({ schema, version }: SchemaContent, cause: HoldfastError): HoldfastError {
  const { path = '', problem = cause.message } = cause.details.metadata ?? {};
  return new HoldfastError(
    'MIGRATION_FAILED',
    `schema ${schema}: version ${version} cannot be reached: ${cause.message}`,
    { metadata: { path, problem, to_schema_version: String(version) } },
  );
}

/** @throws HoldfastError SCHEMA_VIOLATION (or another reason) with the path when the document breaks its schema. */
export function checkSchema(
  schema: CompiledSchema,
  document: DocValue,
  reason: 'SCHEMA_VIOLATION' | 'MIGRATION_FAILED' = 'SCHEMA_VIOLATION',
): void {
  const violation = schema.validator?.(document) ?? null;
  if (violation === null) return;
  const { path, problem } = violation;
  const { schema: name, version } = schema.content;
  throw new HoldfastError(
    reason,
    `document: ${path || 'the document'} ${problem} (schema ${name} version ${version})`,
    { field: 'document', metadata: { path, problem, to_schema_version: String(version) } },
  );
}

export function tooNew(schema: string, version: number, newest: number): HoldfastError {
  return new HoldfastError(
    'SCHEMA_TOO_NEW',
    `schema_version: ${version} is above the newest of schema ${schema}, ${newest}`,
    { field: 'schema_version', metadata: { schema_version: String(version), newest: String(newest) } },
  );
}
