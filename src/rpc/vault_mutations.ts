/** The mutations of service Vault: values are sealed here, so that nothing behind this file ever sees one. */
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { Credential } from '../gen/holdfast/v1/Credential.js';
import type { CredentialView } from '../tiers/vault/types.js';
import * as check from './check.js';
import type { MutationSpecs } from './mutation.js';

export const MAX_NAME_CHARACTERS = 64;
const MAX_VALUE_BYTES = 65_536;
const MAX_DESCRIPTION_BYTES = 256;
const MIN_TTL_MS = 1000;
const MAX_TTL_MS = 10 * 365 * 24 * 3600 * 1000;
const MAX_VERSION = 2 ** 32 - 1;

export const vaultMutations: MutationSpecs<'put_credential' | 'delete_credential'> = {
  put_credential: {
    parse: (request, { agent_id, vault }) => {
      const name = credentialName(request.name);
      const value = checkValue(request.value);
      const description = check.text(request.description, 'description', MAX_DESCRIPTION_BYTES);
      const ttl_ms = check.optionalDuration(request.ttl, 'ttl', MIN_TTL_MS, MAX_TTL_MS);
      const { expected_version } = request;
      return {
        name,
        sealed: vault.seal({ agent_id, name }, value, request.request_id),
        key_id: vault.key_id,
        description,
        ttl_ms,
        expected_version:
          expected_version === undefined
            ? null
            : check.integer(expected_version, 'expected_version', 0, MAX_VERSION),
      };
    },
    reply: ({ credential }) => ({ credential: toCredentialMessage(credential) }),
  },

  delete_credential: {
    parse: (request) => ({ name: credentialName(request.name) }),
    reply: () => ({}),
  },
};

/** A name, which must not be the credential itself. */
export function credentialName(value: string): string {
  return check.plainId(value, 'name', MAX_NAME_CHARACTERS);
}

function checkValue(value: Uint8Array): Uint8Array {
  if (value.length === 0) throw new HoldfastError('FIELD_REQUIRED', 'value is required', { field: 'value' });
  if (value.length > MAX_VALUE_BYTES) {
    throw new HoldfastError(
      'LIMIT_EXCEEDED',
      `value: at most ${MAX_VALUE_BYTES} bytes, got ${value.length}`,
      {
        field: 'value',
        metadata: { limit: String(MAX_VALUE_BYTES), actual: String(value.length) },
      },
    );
  }
  return value;
}

export function toCredentialMessage(view: CredentialView): Credential {
  const { agent_id, name, version, key_id, description, stored_us, expires_us, revision } = view;
  return {
    name,
    agent_id,
    version,
    stored_at: usToTimestamp(stored_us),
    ...(expires_us === null ? {} : { expires_at: usToTimestamp(expires_us) }),
    key_id,
    description,
    revision: String(revision),
  };
}
