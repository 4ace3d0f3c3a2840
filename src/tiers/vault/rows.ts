/** A credential's row as commands and queries share it. */
import { HoldfastError } from '../../errors.js';
import { revisionOf } from '../../journal/position.js';
import type { CredentialView } from './types.js';

export const CREDENTIAL_COLUMNS =
  'agent_id, name, version, key_id, description, stored_us, expires_us, changed_position';

export interface CredentialRow extends Omit<CredentialView, 'revision'> {
  readonly changed_position: number;
}

export function toCredential(row: CredentialRow): CredentialView {
  const { agent_id, name, version, key_id, description, stored_us, expires_us, changed_position } = row;
  const revision = revisionOf(changed_position);
  return { agent_id, name, version, key_id, description, stored_us, expires_us, revision };
}

export function noCredential(name: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no credential ${name}`, { field: 'name' });
}
