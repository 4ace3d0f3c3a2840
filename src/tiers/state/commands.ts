/** Commands of service State: documents and schemas. Profile fields are in fields.ts, retention in retention.ts. */
import { sha256 } from '../../codec/digest.js';
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import { HoldfastError, invalidField } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import type { Command, HandlersOf, Tx } from '../command.js';
import { type FieldCommands, fieldCommands } from './fields.js';
import { applyJsonPatch, parseJsonPatch } from './json_patch.js';
import { applyMergePatch } from './merge_patch.js';
import { type SetStateRetentionArgs, StateRetention } from './retention.js';
import { checkSchema, SchemaRegistry, tooNew, unpackSchema } from './schemas.js';
import { packWithinLimits } from './values.js';

export interface PutStateArgs {
  readonly name: string;
  /** Packed document. */
  readonly document: Uint8Array;
  readonly expected_version: number | null;
  /** Empty: that of the present version. */
  readonly schema: string;
  /** 0 = the newest. */
  readonly schema_version: number;
}

export interface PatchStateArgs {
  readonly name: string;
  readonly kind: 'merge' | 'json';
  /** Packed patch. */
  readonly patch: Uint8Array;
  readonly expected_version: number | null;
}

export interface DeleteStateArgs {
  readonly name: string;
  readonly expected_version: number | null;
}

export interface WrittenVersion {
  readonly version: number;
  readonly schema_version: number;
}

export interface RegisterSchemaArgs {
  /** Packed SchemaContent, checked by checkSchemaContent. */
  readonly content: Uint8Array;
}

export interface StateCommands extends FieldCommands {
  put_state: Command<PutStateArgs, WrittenVersion>;
  patch_state: Command<PatchStateArgs, WrittenVersion>;
  delete_state: Command<DeleteStateArgs, { readonly version: number }>;
  set_state_retention: Command<SetStateRetentionArgs, { readonly removed_versions: number }>;
  register_schema: Command<RegisterSchemaArgs, { readonly newest_version: number }>;
}

interface HeadRow {
  readonly position: number;
  readonly version: number;
  readonly deleted: number;
  readonly schema: string;
  readonly schema_version: number;
}

/** What a version holds beside its number. */
interface VersionContent {
  readonly schema: string;
  readonly schema_version: number;
  readonly deleted: boolean;
  readonly document: DocValue;
}

export function stateCommands(db: Db): HandlersOf<StateCommands> {
  const states = new StateWriter(db);
  const retention = states.retention;
  return {
    put_state: (tx, args) => states.put(tx, args),
    patch_state: (tx, args) => states.patch(tx, args),
    delete_state: (tx, args) => states.delete(tx, args),
    set_state_retention: (tx, args) => retention.set(tx, args),
    register_schema: registerSchema(db, states.schemas),
    ...fieldCommands(db),
  };
}

class StateWriter {
  readonly schemas: SchemaRegistry;
  readonly retention: StateRetention;
  readonly #head: Statement<[string, string], HeadRow>;
  readonly #setHead: Statement<[string, string, number, number, number, string, number]>;
  readonly #payload: Statement<[string, string, number], { payload: Uint8Array }>;
  readonly #insert: Statement<[string, string, number, number, number, number, Uint8Array]>;

  constructor(db: Db) {
    this.schemas = new SchemaRegistry(db);
    this.retention = new StateRetention(db);
    this.#head = db.prepare(
      `SELECT position, version, deleted, schema, schema_version FROM state_heads
       WHERE agent_id = ? AND name = ?`,
    );
    this.#setHead = db.prepare(
      `INSERT INTO state_heads (agent_id, name, position, version, deleted, schema, schema_version)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (agent_id, name) DO UPDATE SET position = excluded.position, version = excluded.version,
         deleted = excluded.deleted, schema = excluded.schema, schema_version = excluded.schema_version`,
    );
    this.#payload = db.prepare(
      'SELECT payload FROM state_versions WHERE agent_id = ? AND name = ? AND position = ?',
    );
    this.#insert = db.prepare(
      `INSERT INTO state_versions (agent_id, name, position, version, deleted, time_us, payload)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  put(tx: Tx, args: PutStateArgs): WrittenVersion {
    const head = this.#head.get(tx.agent_id, args.name);
    const present = head?.deleted === 0 ? head : undefined;
    const schema = args.schema === '' ? (present?.schema ?? '') : args.schema;
    const newest = this.#newestSchema(tx, schema, args.schema_version);
    checkVersion(args.name, args.expected_version, present?.version ?? 0);
    let document = unpackDocument(args.document);
    if (newest > 0) {
      const from = args.schema_version === 0 ? newest : args.schema_version;
      document = this.schemas.migrate(tx.agent_id, schema, document, from, newest);
      if (from < newest) packWithinLimits(document);
      checkSchema(this.schemas.get(tx.agent_id, schema, newest), document);
    }
    const content = { schema, schema_version: newest, deleted: false, document };
    return this.#write(tx, 'state.put', args.name, head, content);
  }

  patch(tx: Tx, { name, kind, patch, expected_version }: PatchStateArgs): WrittenVersion {
    const head = this.#present(tx, name, expected_version);
    const { schema, schema_version } = head;
    const newest = schema === '' ? 0 : this.schemas.newest(tx.agent_id, schema);
    const stored = this.#document(tx, name, head);
    const before =
      schema === '' ? stored : this.schemas.migrate(tx.agent_id, schema, stored, schema_version, newest);
    const change = unpackDocument(patch);
    const document =
      kind === 'merge' ? applyMergePatch(before, change) : applyJsonPatch(before, parseJsonPatch(change));
    packWithinLimits(document);
    if (newest > 0) checkSchema(this.schemas.get(tx.agent_id, schema, newest), document);
    const content = { schema, schema_version: newest, deleted: false, document };
    return this.#write(tx, 'state.patched', name, head, content);
  }

  delete(tx: Tx, { name, expected_version }: DeleteStateArgs): { version: number } {
    const head = this.#present(tx, name, expected_version);
    const { schema, schema_version } = head;
    const content = { schema, schema_version, deleted: true, document: null };
    return { version: this.#write(tx, 'state.deleted', name, head, content).version };
  }

  /** @throws HoldfastError NOT_FOUND, then VERSION_CONFLICT. */
  #present(tx: Tx, name: string, expected_version: number | null): HeadRow {
    const head = this.#head.get(tx.agent_id, name);
    if (head === undefined || head.deleted === 1) {
      throw new HoldfastError('NOT_FOUND', `no state ${name}`, { field: 'name' });
    }
    checkVersion(name, expected_version, head.version);
    return head;
  }

  #document(tx: Tx, name: string, { position }: HeadRow): DocValue {
    const payload = this.#payload.get(tx.agent_id, name, position)?.payload;
    if (payload === undefined) throw new Error(`state ${name} has no row at its newest position`);
    return (unpackDocument(payload) as DocObject).document ?? null;
  }

  /** The newest version of the schema, 0 without one. @throws HoldfastError NOT_FOUND or SCHEMA_TOO_NEW. */
  #newestSchema(tx: Tx, schema: string, schema_version: number): number {
    if (schema === '') {
      if (schema_version === 0) return 0;
      throw invalidField('schema_version', 'must be 0 for a state without schema');
    }
    const newest = this.schemas.newest(tx.agent_id, schema);
    if (newest === 0) {
      throw new HoldfastError('NOT_FOUND', `schema: ${schema} is not registered`, { field: 'schema' });
    }
    if (schema_version > newest) throw tooNew(schema, schema_version, newest);
    return newest;
  }

  #write(
    tx: Tx,
    kind: string,
    name: string,
    head: HeadRow | undefined,
    content: VersionContent,
  ): WrittenVersion {
    const { agent_id } = tx;
    const { schema, schema_version } = content;
    const deleted = content.deleted ? 1 : 0;
    const version = (head?.version ?? 0) + 1;
    const { position, bytes } = tx.emit(kind, name, { version, ...content }, 'tier');
    this.#insert.run(agent_id, name, position, version, deleted, tx.now_us, bytes);
    this.#setHead.run(agent_id, name, position, version, deleted, schema, schema_version);
    this.retention.applyAfterWrite({ agent_id, name, position, version }, tx.now_us);
    return { version, schema_version };
  }
}

/** @throws HoldfastError VERSION_CONFLICT unless the caller expects nothing, or this. */
function checkVersion(name: string, expected: number | null, actual: number): void {
  if (expected === null || expected === actual) return;
  throw new HoldfastError('VERSION_CONFLICT', `state ${name} is at version ${actual}, not ${expected}`, {
    field: 'expected_version',
    metadata: { expected: String(expected), actual: String(actual) },
  });
}

function registerSchema(
  db: Db,
  schemas: SchemaRegistry,
): (tx: Tx, args: RegisterSchemaArgs) => { newest_version: number } {
  const insert = db.prepare<[string, string, number, number, Uint8Array, Uint8Array]>(
    `INSERT INTO state_schemas (agent_id, schema, version, position, digest, payload) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (tx, { content }) => {
    const { schema, version } = unpackSchema(content);
    const newest = schemas.newest(tx.agent_id, schema);
    const registered = schemas.digest(tx.agent_id, schema, version);
    if (registered !== undefined) {
      if (registered.equals(sha256(content))) return { newest_version: newest };
      throw new HoldfastError('ALREADY_EXISTS', `schema ${schema} has another version ${version} already`, {
        field: 'schema.version',
        metadata: { newest: String(newest) },
      });
    }
    if (version !== newest + 1) {
      throw new HoldfastError(
        'WRONG_STATE',
        `schema.version: the next version of ${schema} is ${newest + 1}, not ${version}`,
        { field: 'schema.version', metadata: { newest: String(newest) } },
      );
    }
    const { position, bytes } = tx.emit('schema.registered', schema, content, 'tier');
    insert.run(tx.agent_id, schema, version, position, sha256(bytes), bytes);
    return { newest_version: version };
  };
}
