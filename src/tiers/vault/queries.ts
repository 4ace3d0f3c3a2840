/** Reads of the vault: what is there, and what a rotation has yet to do. */
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { CREDENTIAL_COLUMNS, type CredentialRow } from './rows.js';

export interface SealedRow extends CredentialRow {
  readonly sealed: Uint8Array;
}

export interface VaultQueries {
  /** By name, after a name; those whose time is over by `now_us` left out. */
  list(agent_id: string, after: string, now_us: number, limit: number): Page<CredentialRow>;
  /** How many are sealed under each master key, whose they are. */
  keyIds(): readonly { readonly key_id: string; readonly credentials: number }[];
  /** Sealed under another master key than this, in order of key, agent and name, after a place. */
  sealedUnder(
    key_id: string,
    after: readonly [agent_id: string, name: string],
    limit: number,
  ): readonly SealedRow[];
}

export function vaultQueries(db: Db): VaultQueries {
  const list = db.prepare<[string, string, number], CredentialRow>(
    `SELECT ${CREDENTIAL_COLUMNS} FROM vault_credentials
     WHERE agent_id = ? AND name > ? AND (expires_us IS NULL OR expires_us > ?) ORDER BY name`,
  );
  const keyIds = db.prepare<[], { key_id: string; credentials: number }>(
    'SELECT key_id, count(*) AS credentials FROM vault_credentials GROUP BY key_id ORDER BY key_id',
  );
  const sealedUnder = db.prepare<[string, string, string, number], SealedRow>(
    `SELECT ${CREDENTIAL_COLUMNS}, sealed FROM vault_credentials
     WHERE key_id = ? AND (agent_id, name) > (?, ?) ORDER BY agent_id, name LIMIT ?`,
  );
  return {
    list: (agent_id, after, now_us, limit) =>
      takePage(list.iterate(agent_id, after, now_us), limit, ({ description }) => description.length + 128),
    keyIds: () => keyIds.all(),
    sealedUnder: (key_id, [agent_id, name], limit) => sealedUnder.all(key_id, agent_id, name, limit),
  };
}
