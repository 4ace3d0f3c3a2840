/** Tokens for tests: made over the daemon's Unix socket, whose own user is admin. */
import type { Role } from '../../src/access/roles.js';
import type { RawClient } from './rawClient.js';
import { requestId } from './work.js';

export interface TestToken {
  readonly token_id: string;
  readonly secret: string;
  /** As the header `authorization`. */
  readonly header: string;
}

export async function createToken(
  admin: RawClient,
  role: Role,
  agents: readonly string[],
  ttl_ms?: number,
): Promise<TestToken> {
  const reply = await admin.call('Admin', 'CreateToken', {
    request_id: requestId('token'),
    name: `test-${role}`,
    role: `ACCESS_ROLE_${role.toUpperCase()}`,
    agents,
    ...(ttl_ms !== undefined && {
      ttl: { seconds: Math.floor(ttl_ms / 1000), nanos: (ttl_ms % 1000) * 1e6 },
    }),
  });
  const secret: string = reply.secret_token;
  return { token_id: reply.token.token_id, secret, header: `Bearer ${secret}` };
}

/** The addresses that a daemon with `--listen unix:...,127.0.0.1:0` says that it serves on. */
export async function addressesOf(admin: RawClient): Promise<readonly string[]> {
  const { addresses } = await admin.call('Admin', 'GetServerInfo', {});
  return addresses;
}
