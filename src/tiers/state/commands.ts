import { unpackDocument } from '../../codec/msgpack.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import type { Command, HandlersOf } from '../command.js';

export interface PutStateArgs {
  readonly name: string;
  /** Packed document. */
  readonly document: Uint8Array;
  readonly expected_version: number | null;
  readonly schema: string;
  readonly schema_version: number;
}

export interface PutStateResult {
  readonly version: number;
  readonly schema_version: number;
}

export interface StateCommands {
  put_state: Command<PutStateArgs, PutStateResult>;
}

interface VersionRow {
  readonly version: number;
  readonly deleted: number;
}

export function stateCommands(db: Db): HandlersOf<StateCommands> {
  const newest = db.prepare<[string, string], VersionRow>(
    `SELECT version, deleted FROM state_versions WHERE agent_id = ? AND name = ? ORDER BY position DESC LIMIT 1`,
  );
  const insert = db.prepare<unknown[]>(
    `INSERT INTO state_versions (agent_id, name, position, version, deleted, time_us, payload)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  return {
    put_state: (tx, { name, document, expected_version }) => {
      const row = newest.get(tx.agent_id, name);
      const current = row === undefined || row.deleted === 1 ? 0 : row.version;
      if (expected_version !== null && expected_version !== current) {
        throw new HoldfastError(
          'VERSION_CONFLICT',
          `state ${name} is at version ${current}, not ${expected_version}`,
          {
            field: 'expected_version',
            metadata: { expected: String(expected_version), actual: String(current) },
          },
        );
      }
      const version = (row?.version ?? 0) + 1;
      const payload = {
        version,
        schema: '',
        schema_version: 0,
        deleted: false,
        document: unpackDocument(document),
      };
      const { position, bytes } = tx.emit('state.put', name, payload, 'tier');
      insert.run(tx.agent_id, name, position, version, 0, tx.now_us, bytes);
      return { version, schema_version: 0 };
    },
  };
}
