/** Each credential, sealed value included, against the entries that put and rewrapped it; and the other way round. */
import { sha256 } from '../../codec/digest.js';
import { compareKept, differing, type Standing } from '../standing.js';
import type { SealedRow } from './queries.js';
import { CREDENTIAL_COLUMNS } from './rows.js';

export function standingCredentials(standing: Standing): void {
  const { db, journal } = standing;
  const rows = db.prepare<[], SealedRow>(`SELECT ${CREDENTIAL_COLUMNS}, sealed FROM vault_credentials`);
  compareKept<SealedRow>(standing, {
    thing: 'credential',
    put: 'vault.put',
    kind: 'vault.altered',
    rows: rows.iterate(),
    nameOf: ({ agent_id, name }) => [agent_id, name],
    positionOf: ({ changed_position }) => changed_position,
    subjectOf: (agent_id, name) => `credential ${name} of ${agent_id}`,
    problem: (row, { payload, time_us }) => {
      const { version, expires_us, description } = payload;
      const wrong = differing(row, { version, expires_us, description, stored_us: time_us });
      if (wrong !== '') return wrong;
      // Without a newer one that is known it was sealed when it was put, unless that is further back than was looked.
      const sealed = journal.lastOf('sealed', row.agent_id, row.name)?.position;
      if (sealed === undefined && journal.from >= row.changed_position) return '';
      const told = journal.at(sealed ?? row.changed_position)?.payload;
      if (told?.key_id !== row.key_id) return 'it is sealed under another master key than the journal says';
      const digest = sha256(row.sealed).toString('hex');
      return told.sealed_sha256 === digest ? '' : 'its sealed value is not the one that the journal knows';
    },
  });
}
