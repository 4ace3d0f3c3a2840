/** The guards of service Procedural. */
import type { ProceduralHandlers } from '../gen/holdfast/v1/Procedural.js';
import { steadyClock } from '../steady_clock.js';
import { guardView } from '../tiers/guards/rows.js';
import { EVERYONE } from '../tiers/guards/rule.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toGuardVerdict } from './guard_views.js';
import { parseAction } from './guards_action.js';
import { toGuard } from './guards_mutations.js';
import { read } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';

type GuardHandlers = Pick<ProceduralHandlers, 'PutGuard' | 'DeleteGuard' | 'ListGuards' | 'EvaluateGuards'>;

export function guardHandlers(ctx: RpcContext, mutation: MutationRpc): GuardHandlers {
  return {
    PutGuard: mutation('put_guard'),
    DeleteGuard: mutation('delete_guard'),

    ListGuards: read(ctx, (request, { guards }) => {
      const agent_id = check.idOrEveryone(request.agent_id, 'agent_id');
      const limit = check.pageSize(request.page_size);
      const query = ['ListGuards', agent_id];
      const [owner, name] = readPageToken(request.page_token, query, ['string', 'string']) ?? [agent_id, ''];
      const after = { of_everyone: owner === EVERYONE, name: String(name) };
      const { rows, more } = guards.list(agent_id, after, limit);
      const last = rows.at(-1);
      return {
        guards: rows.map((row) => toGuard(guardView(row))),
        next_page_token: more && last !== undefined ? pageToken(query, [last.agent_id, last.name]) : '',
      };
    }),

    EvaluateGuards: read(ctx, (request, { guards }) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const { allowed, verdicts } = guards.evaluate(agent_id, parseAction(request), steadyClock.now_us());
      return { allowed, verdicts: verdicts.map(toGuardVerdict) };
    }),
  };
}
