/** Checks the vault's own invariants over a whole file, without any key. */
import { revisionOf } from '../../journal/position.js';
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';
import { keyIdOf } from '../../vault/envelope.js';
import type { SealedRow } from './queries.js';
import { CREDENTIAL_COLUMNS } from './rows.js';

const MAX_FINDINGS = 100;

/** The row names the master key that the sealed value needs. Whether that opens is for its own tag to say. */
export function verifyVault(db: Db): Finding[] {
  const rows = db.prepare<[], SealedRow>(`SELECT ${CREDENTIAL_COLUMNS}, sealed FROM vault_credentials`);
  const findings: Finding[] = [];
  for (const { agent_id, name, key_id, sealed, changed_position } of rows.iterate()) {
    if (keyIdOf(sealed) !== key_id) {
      const message = `credential ${name} of ${agent_id} is not sealed under the master key that its row names`;
      findings.push({ kind: 'vault.key', revision: revisionOf(changed_position), message });
    }
    if (findings.length >= MAX_FINDINGS) break;
  }
  return findings;
}
