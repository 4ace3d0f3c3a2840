/** Service Transact. */
import type { TransactHandlers } from '../gen/holdfast/v1/Transact.js';
import type { TransactRequest__Output } from '../gen/holdfast/v1/TransactRequest.js';
import type { TransactResponse } from '../gen/holdfast/v1/TransactResponse.js';
import type { Commands } from '../tiers/index.js';
import { unpack } from '../writer/transport.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { principalOf } from './entrance.js';
import { unary, writeHeader } from './handle.js';
import { sealingAnew, toSubmission } from './mutation.js';
import { nestedParser, replyMutations, submit } from './mutations.js';
import { preconditions } from './preconditions.js';

const MAX_MUTATIONS = 256;

export function transactService(ctx: RpcContext): TransactHandlers {
  return {
    Transact: unary(ctx, async (request: TransactRequest__Output, call): Promise<TransactResponse> => {
      const committed = await sealingAnew(() => {
        const { submission, args } = toSubmission(
          'transact',
          request,
          (agent_id): Commands['transact']['args'] => ({
            preconditions: preconditions(request.preconditions, agent_id),
            mutations: nestedParser(
              ctx,
              agent_id,
              true,
            )(check.list(request.mutations, 'mutations', 1, MAX_MUTATIONS), 'mutations'),
          }),
        );
        return submit(ctx, submission, args, principalOf(call));
      });
      const { results } = unpack<Commands['transact']['result']>(committed.result);
      return {
        header: writeHeader(committed),
        results: replyMutations(results, 'DOCUMENT_ENCODING_UNSPECIFIED'),
      };
    }),
  };
}
