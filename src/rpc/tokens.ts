/** The tokens of service Admin. The secret is made here and told once; the writer gets its hash. */
import { isPattern, MAX_PATTERNS } from '../access/patterns.js';
import type { Role } from '../access/roles.js';
import { makeToken } from '../access/token.js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { AccessToken } from '../gen/holdfast/v1/AccessToken.js';
import type { AdminHandlers } from '../gen/holdfast/v1/Admin.js';
import type { CreateTokenRequest__Output } from '../gen/holdfast/v1/CreateTokenRequest.js';
import type { CreateTokenResponse } from '../gen/holdfast/v1/CreateTokenResponse.js';
import type { RevokeTokenRequest__Output } from '../gen/holdfast/v1/RevokeTokenRequest.js';
import type { RevokeTokenResponse } from '../gen/holdfast/v1/RevokeTokenResponse.js';
import type { TokenView } from '../tiers/access/types.js';
import type { Commands } from '../tiers/index.js';
import { pack, unpack } from '../writer/transport.js';
import type { Committed } from '../writer/writer.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { principalOf } from './entrance.js';
import { read, unary, writeHeader } from './handle.js';
import { pageToken, readPageToken } from './page_token.js';

const SYSTEM_AGENT = '_system';
const MIN_TTL_MS = 1000;
const MAX_TTL_MS = 10 * 365 * 24 * 3600 * 1000;

const ROLES: Readonly<Record<string, Role>> = {
  ACCESS_ROLE_READER: 'reader',
  ACCESS_ROLE_AGENT: 'agent',
  ACCESS_ROLE_OPERATOR: 'operator',
  ACCESS_ROLE_ADMIN: 'admin',
};

export function tokenHandlers(
  ctx: RpcContext,
): Pick<AdminHandlers, 'CreateToken' | 'RevokeToken' | 'ListTokens'> {
  return {
    CreateToken: unary(
      ctx,
      async (request: CreateTokenRequest__Output, call): Promise<CreateTokenResponse> => {
        const made = makeToken();
        const args = { ...parse(request), token_id: made.token_id, secret_sha256: made.secret_sha256 };
        const committed = await submit(ctx, 'create_token', request.request_id, args, principalOf(call));
        const { token } = unpack<Commands['create_token']['result']>(committed.result);
        return { header: writeHeader(committed), token: toMessage(token), secret_token: made.token };
      },
    ),

    RevokeToken: unary(
      ctx,
      async (request: RevokeTokenRequest__Output, call): Promise<RevokeTokenResponse> => {
        const args = { token_id: check.id(request.token_id, 'token_id') };
        const committed = await submit(ctx, 'revoke_token', request.request_id, args, principalOf(call));
        const { token } = unpack<Commands['revoke_token']['result']>(committed.result);
        return { header: writeHeader(committed), token: toMessage(token) };
      },
    ),

    ListTokens: read(ctx, (request, { access }) => {
      const limit = check.pageSize(request.page_size);
      const query = ['tokens'];
      const [after = ''] = readPageToken(request.page_token, query, ['string']) ?? [];
      const { rows, more } = access.list(String(after), limit);
      const last = rows.at(-1);
      return {
        tokens: rows.map(toMessage),
        next_page_token: more && last !== undefined ? pageToken(query, [last.token_id]) : '',
      };
    }),
  };
}

/** Answers once the daemon goes by what was committed. */
async function submit<Name extends 'create_token' | 'revoke_token'>(
  ctx: RpcContext,
  name: Name,
  request_id: string,
  args: Commands[Name]['args'],
  principal: string,
): Promise<Committed> {
  const submission = {
    name,
    agent_id: SYSTEM_AGENT,
    request_id: check.id(request_id, 'request_id'),
    epoch: 0,
    principal,
  };
  const committed = await ctx.writer.submit({ ...submission, args: pack(args) });
  ctx.access.loadStored();
  return committed;
}

function parse(request: CreateTokenRequest__Output) {
  const name = check.plainId(request.name, 'name');
  const role = ROLES[check.enumValue(request.role, 'ACCESS_ROLE_UNSPECIFIED', 'role')];
  if (role === undefined) throw invalidField('role', 'is no role');
  const agents = check.list(request.agents, 'agents', 1, MAX_PATTERNS);
  for (const [index, pattern] of agents.entries()) {
    if (isPattern(pattern)) continue;
    const field = `agents[${index}]`;
    throw new HoldfastError('INVALID_FIELD', `${field}: an agent id, a beginning with * at its end, or *`, {
      field,
    });
  }
  const ttl_ms = check.optionalDuration(request.ttl, 'ttl', MIN_TTL_MS, MAX_TTL_MS);
  return { name, role, agents: [...new Set(agents)].sort(), ttl_ms };
}

function toMessage(view: TokenView): AccessToken {
  const { token_id, name, role, agents, created_us, expires_us, revoked_us } = view;
  return {
    token_id,
    name,
    role: `ACCESS_ROLE_${role.toUpperCase() as Uppercase<Role>}`,
    agents: [...agents],
    created_at: usToTimestamp(created_us),
    ...(expires_us !== null && { expires_at: usToTimestamp(expires_us) }),
    ...(revoked_us !== null && { revoked_at: usToTimestamp(revoked_us) }),
  };
}
