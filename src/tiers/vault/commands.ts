/**
 * The vault's commands. They see sealed values only; no entry holds one, sealed or not, but its digest: an earlier value put
 * back under its name opens as well as the present one, and the digest tells.
 */
import { sha256 } from '../../codec/digest.js';
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import type { HandlersOf, Tx } from '../command.js';
import { CREDENTIAL_COLUMNS, type CredentialRow, noCredential, toCredential } from './rows.js';
import {
  MAX_CREDENTIALS,
  type PutCredentialArgs,
  type RewrappedCredential,
  type VaultCommands,
} from './types.js';

const MAX_SWEPT = 1000;

interface Row extends CredentialRow {
  readonly sealed: Uint8Array;
}

export function vaultCommands(db: Db): HandlersOf<VaultCommands> {
  const credentials = new Credentials(db);
  return {
    put_credential: (tx, args) => ({ credential: toCredential(credentials.put(tx, args)) }),
    delete_credential: (tx, { name }) => {
      const { version } = credentials.require(tx, name);
      tx.emit('vault.deleted', name, { version }, 'journal');
      credentials.remove(tx.agent_id, name);
      return {};
    },
    read_credential: (tx, { name, purpose }) => {
      const row = credentials.require(tx, name);
      tx.emit('vault.read', name, { version: row.version, purpose }, 'journal');
      return { ...toCredential(row), sealed: row.sealed };
    },
    rewrap_credentials: (tx, { key_id, credentials: rewrapped }) => {
      credentials.key_id = key_id;
      return {
        rewrapped: rewrapped.filter((one) => credentials.rewrap(tx.as(one.agent_id), key_id, one)).length,
      };
    },
  };
}

/** Removes credentials whose time is over; returns how many. Nobody could read them since. */
export function credentialSweeper(db: Db): (tx: Tx) => number {
  const due = db.prepare<[number], { agent_id: string; name: string; version: number }>(
    `SELECT agent_id, name, version FROM vault_credentials WHERE expires_us <= ? ORDER BY expires_us LIMIT ${MAX_SWEPT}`,
  );
  const remove = db.prepare<[string, string]>(
    'DELETE FROM vault_credentials WHERE agent_id = ? AND name = ?',
  );
  return (tx) => {
    const rows = due.all(tx.now_us);
    for (const { agent_id, name, version } of rows) {
      remove.run(agent_id, name);
      tx.as(agent_id).emit('vault.expired', name, { version }, 'journal');
    }
    return rows.length;
  };
}

class Credentials {
  /** The only one that values may come under; '' = no rotation since the start, and nothing else can come. */
  key_id = '';
  readonly #find: Statement<[string, string], Row>;
  readonly #count: Statement<[string], number>;
  readonly #set: Statement<unknown[]>;
  readonly #rewrap: Statement<[Uint8Array, string, string, string, number, string]>;
  readonly #remove: Statement<[string, string]>;

  constructor(db: Db) {
    this.#find = db.prepare(
      `SELECT ${CREDENTIAL_COLUMNS}, sealed FROM vault_credentials WHERE agent_id = ? AND name = ?`,
    );
    this.#count = db
      .prepare<[string], number>('SELECT count(*) FROM vault_credentials WHERE agent_id = ?')
      .pluck() as Statement<[string], number>;
    this.#set = db.prepare(
      `INSERT OR REPLACE INTO vault_credentials (agent_id, name, version, sealed, key_id, description, stored_us,
         expires_us, changed_position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#rewrap = db.prepare(
      `UPDATE vault_credentials SET sealed = ?, key_id = ?
       WHERE agent_id = ? AND name = ? AND version = ? AND key_id = ?`,
    );
    this.#remove = db.prepare('DELETE FROM vault_credentials WHERE agent_id = ? AND name = ?');
  }

  put(
    tx: Tx,
    { name, sealed, key_id, description, ttl_ms, expected_version }: PutCredentialArgs,
  ): CredentialRow {
    const { agent_id, now_us } = tx;
    if (this.key_id !== '' && key_id !== this.key_id) {
      throw new HoldfastError(
        'MASTER_KEY_CHANGED',
        'the master key was changed meanwhile: repeat the request',
        {
          retry_after_ms: 0,
        },
      );
    }
    const present = this.#find.get(agent_id, name);
    // One whose time is over is gone, swept or not; its number is not used again while it is in the file.
    const current = present === undefined || isOver(present, now_us) ? 0 : present.version;
    if (expected_version !== null && expected_version !== current) {
      throw new HoldfastError(
        'VERSION_CONFLICT',
        `credential ${name} is at version ${current}, not ${expected_version}`,
        {
          field: 'expected_version',
          metadata: { expected: String(expected_version), actual: String(current) },
        },
      );
    }
    if (present === undefined && (this.#count.get(agent_id) ?? 0) >= MAX_CREDENTIALS) {
      throw new HoldfastError('TOO_MANY', `an agent may have at most ${MAX_CREDENTIALS} credentials`, {
        field: 'name',
        metadata: { limit: String(MAX_CREDENTIALS) },
      });
    }
    const version = (present?.version ?? 0) + 1;
    const expires_us = ttl_ms === null ? null : now_us + ttl_ms * 1000;
    const sealed_sha256 = sha256(sealed).toString('hex');
    const payload = { version, key_id, expires_us, description, sealed_sha256 };
    const { position } = tx.emit('vault.put', name, payload, 'journal');
    const row = { agent_id, name, version, key_id, description, stored_us: now_us, expires_us };
    this.#set.run(agent_id, name, version, sealed, key_id, description, now_us, expires_us, position);
    return { ...row, changed_position: position };
  }

  /** @throws HoldfastError NOT_FOUND. */
  require(tx: Tx, name: string): Row {
    const row = this.#find.get(tx.agent_id, name);
    if (row === undefined || isOver(row, tx.now_us)) throw noCredential(name);
    return row;
  }

  remove(agent_id: string, name: string): void {
    this.#remove.run(agent_id, name);
  }

  /** False when it is no longer what was rewrapped. */
  rewrap(tx: Tx, key_id: string, one: RewrappedCredential): boolean {
    const { name, version, sealed, old_key_id } = one;
    const { changes } = this.#rewrap.run(sealed, key_id, tx.agent_id, name, version, old_key_id);
    const sealed_sha256 = sha256(sealed).toString('hex');
    if (changes === 1) tx.emit('vault.rewrapped', name, { version, key_id, sealed_sha256 }, 'journal');
    return changes === 1;
  }
}

function isOver({ expires_us }: Row, now_us: number): boolean {
  return expires_us !== null && expires_us <= now_us;
}
