/** Reads of service State, prepared on a read-only connection. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { EntryHeader } from '../../journal/entry.js';
import { lastPositionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { checkSchema, SchemaRegistry } from './schemas.js';

export interface VersionRow {
  readonly name: string;
  readonly position: number;
  readonly version: number;
  readonly deleted: number;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

export interface SchemaVersionRow {
  readonly schema: string;
  readonly version: number;
  readonly payload: Uint8Array;
}

export interface FieldRow {
  readonly name: string;
  readonly position: number;
  readonly value: Uint8Array;
}

/** A document with the schema that it is in. */
export interface ReadDocument {
  readonly schema: string;
  readonly schema_version: number;
  readonly stored_schema_version: number;
  readonly document: DocValue;
}

export interface ListStatesFilter {
  readonly name_prefix: string;
  /** Empty = all. */
  readonly schema: string;
  /** The name that the page before ended with; empty for the first. */
  readonly after: string;
}

export interface StateQueries {
  /** The version that was newest right after a revision, deletes included. */
  at(agent_id: string, name: string, revision: number): VersionRow | undefined;
  /** The version that was newest at a moment. */
  atTime(agent_id: string, name: string, time_us: number): VersionRow | undefined;
  /** States that exist, by name. */
  states(agent_id: string, filter: ListStatesFilter, limit: number): Page<VersionRow>;
  /** Versions below a position, newest first; undefined when there never was such a state. */
  versions(
    agent_id: string,
    name: string,
    before_position: number,
    limit: number,
  ): Page<VersionRow> | undefined;
  /** Schema versions after (schema, version), all or those of one schema. */
  schemas(
    agent_id: string,
    only: string,
    after: readonly [string, number],
    limit: number,
  ): Page<SchemaVersionRow>;
  /** Fields by name ascending: those named, or all for an empty list. */
  fields(agent_id: string, names: readonly string[]): readonly FieldRow[];
  /**
   * The document of a row in its schema's newest version.
   * @throws HoldfastError SCHEMA_TOO_NEW, or MIGRATION_FAILED with the path.
   */
  migrated(agent_id: string, row: VersionRow): ReadDocument;
}

const payloadSize = ({ payload }: { readonly payload: Uint8Array }): number => payload.length;

export function stateQueries(db: Db): StateQueries {
  const registry = new SchemaRegistry(db);
  const columns = 'name, position, version, deleted, time_us, payload';
  const at = db.prepare<[string, string, number], VersionRow>(
    `SELECT ${columns} FROM state_versions
     WHERE agent_id = ? AND name = ? AND position <= ? ORDER BY position DESC LIMIT 1`,
  );
  const timeAt = db.prepare<[string, string, number], { position: number; time_us: number }>(
    `SELECT position, time_us FROM state_versions
     WHERE agent_id = ? AND name = ? AND position <= ? ORDER BY position DESC LIMIT 1`,
  );
  const oldest = db.prepare<[string, string], { position: number; time_us: number }>(
    `SELECT position, time_us FROM state_versions
     WHERE agent_id = ? AND name = ? ORDER BY position LIMIT 1`,
  );
  const states = db.prepare<[string, string, string, string, string], VersionRow>(
    `SELECT v.name, v.position, v.version, v.deleted, v.time_us, v.payload
     FROM state_heads AS h CROSS JOIN state_versions AS v USING (agent_id, name, position)
     WHERE h.agent_id = ? AND h.name >= ? AND h.name < ? AND h.deleted = 0
       AND (? = '' OR h.schema = ?)
     ORDER BY h.name`,
  );
  const versions = db.prepare<[string, string, number], VersionRow>(
    `SELECT ${columns} FROM state_versions
     WHERE agent_id = ? AND name = ? AND position < ? ORDER BY position DESC`,
  );
  const schemas = db.prepare<[string, string, number, string, string], SchemaVersionRow>(
    `SELECT schema, version, payload FROM state_schemas
     WHERE agent_id = ? AND (schema, version) > (?, ?) AND (? = '' OR schema = ?)
     ORDER BY schema, version`,
  );
  const field = db.prepare<[string, string], FieldRow>(
    'SELECT name, position, value FROM state_fields WHERE agent_id = ? AND name = ?',
  );
  const fields = db.prepare<[string], FieldRow>(
    'SELECT name, position, value FROM state_fields WHERE agent_id = ? ORDER BY name',
  );

  return {
    at: (agent_id, name, revision) => at.get(agent_id, name, lastPositionOf(revision)),
    atTime: (agent_id, name, time_us) => {
      const newest = at.get(agent_id, name, Number.MAX_SAFE_INTEGER);
      if (newest === undefined || newest.time_us <= time_us) return newest;
      const first = oldest.get(agent_id, name);
      if (first === undefined || first.time_us > time_us) return undefined;
      // Times never decrease with positions, so a bisection finds it without an index over times.
      let low = first.position;
      let high = newest.position;
      while (high - low > 1) {
        const middle = low + Math.floor((high - low) / 2);
        const row = timeAt.get(agent_id, name, middle);
        if (row === undefined || row.time_us <= time_us) low = middle;
        else high = row.position;
      }
      return at.get(agent_id, name, low);
    },
    states: (agent_id, { name_prefix, schema, after }, limit) => {
      // No character of a name sorts before '!' or after DEL. One lower bound, or SQLite may begin at the wrong one.
      const low = after < name_prefix ? name_prefix : `${after}!`;
      return takePage(
        states.iterate(agent_id, low, `${name_prefix}\x7f`, schema, schema),
        limit,
        payloadSize,
      );
    },
    versions: (agent_id, name, before_position, limit) =>
      oldest.get(agent_id, name) &&
      takePage(versions.iterate(agent_id, name, before_position), limit, payloadSize),
    schemas: (agent_id, only, [schema, version], limit) =>
      takePage(schemas.iterate(agent_id, schema, version, only, only), limit, payloadSize),
    fields: (agent_id, names) =>
      names.length === 0
        ? fields.all(agent_id)
        : [...new Set(names)].sort().flatMap((name) => field.get(agent_id, name) ?? []),
    migrated: (agent_id, row) => {
      const stored = asStored(row);
      const { schema, stored_schema_version } = stored;
      if (schema === '') return stored;
      const newest = registry.newest(agent_id, schema);
      const document = registry.migrate(agent_id, schema, stored.document, stored_schema_version, newest);
      if (newest > stored_schema_version) {
        checkSchema(registry.get(agent_id, schema, newest), document, 'MIGRATION_FAILED');
      }
      return { ...stored, schema_version: newest, document };
    },
  };
}

/** The document of a row as it was written. */
export function asStored(row: VersionRow): ReadDocument {
  const payload = unpackDocument(row.payload) as DocObject;
  const { schema, schema_version, document = null } = payload;
  if (typeof schema !== 'string' || typeof schema_version !== 'number') {
    throw new HoldfastError('DATA_LOSS', `state ${row.name} version ${row.version} cannot be read`);
  }
  return { schema, schema_version, stored_schema_version: schema_version, document };
}

export function statePayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[string, string, number], { payload: Uint8Array }>(
    'SELECT payload FROM state_versions WHERE agent_id = ? AND name = ? AND position = ?',
  );
  return ({ agent_id, key, position }) => find.get(agent_id, key, position)?.payload ?? null;
}

export function schemaPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[string, string, number], { payload: Uint8Array }>(
    'SELECT payload FROM state_schemas WHERE agent_id = ? AND schema = ? AND position = ?',
  );
  return ({ agent_id, key, position }) => find.get(agent_id, key, position)?.payload ?? null;
}
