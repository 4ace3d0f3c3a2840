/** Service Vault. */
import type { GetCredentialRequest__Output } from '../gen/holdfast/v1/GetCredentialRequest.js';
import type { GetCredentialResponse } from '../gen/holdfast/v1/GetCredentialResponse.js';
import type { VaultHandlers } from '../gen/holdfast/v1/Vault.js';
import { steadyClock } from '../steady_clock.js';
import { toCredential } from '../tiers/vault/rows.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read, unary, writeHeader } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { credentialName, toCredentialMessage } from './vault_mutations.js';
import { rotateMasterKey } from './vault_rotation.js';

const MAX_PURPOSE_BYTES = 128;

export function vaultService(ctx: RpcContext, mutation: MutationRpc): VaultHandlers {
  return {
    PutCredential: mutation('put_credential'),
    DeleteCredential: mutation('delete_credential'),
    RotateMasterKey: rotateMasterKey(ctx),

    GetCredential: unary(
      ctx,
      async (request: GetCredentialRequest__Output): Promise<GetCredentialResponse> => {
        const agent_id = check.id(request.agent_id, 'agent_id');
        const name = credentialName(request.name);
        const purpose = check.text(request.purpose, 'purpose', MAX_PURPOSE_BYTES);
        const { credential, value, committed } = await ctx.credentials.read(agent_id, name, purpose);
        return { header: writeHeader(committed), credential: toCredentialMessage(credential), value };
      },
    ),

    ListCredentials: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const limit = check.pageSize(request.page_size);
      const query = ['credentials', agent_id];
      const [after = ''] = readPageToken(request.page_token, query, ['string']) ?? [];
      const { rows, more } = queries.vault.list(agent_id, String(after), steadyClock.now_us(), limit);
      const last = rows.at(-1);
      return {
        credentials: rows.map((row) => toCredentialMessage(toCredential(row))),
        next_page_token: more && last !== undefined ? pageToken(query, [last.name]) : '',
      };
    }),
  };
}
