/** Sessions.Heartbeat: volatile, and the one call that every idle agent makes for as long as it lives. */
import { toBeating } from '../background/session_monitor.js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { HeartbeatRequest__Output } from '../gen/holdfast/v1/HeartbeatRequest.js';
import type { HeartbeatResponse } from '../gen/holdfast/v1/HeartbeatResponse.js';
import { steadyClock } from '../steady_clock.js';
import { staleEpoch } from '../tiers/epochs.js';
import type { BeatingSession } from '../tiers/sessions/queries.js';
import { isDue, sessionPosition } from '../tiers/sessions/rows.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { noSession, sessionIdOf } from './sessions_mutations.js';

/** Sessions that are remembered between two commits. */
const MAX_REMEMBERED = 100_000;

/** An assignment, and one point read of each session after a commit. */
export function heartbeatAnswer(ctx: RpcContext): (request: HeartbeatRequest__Output) => HeartbeatResponse {
  const find = beatingSessions(ctx);
  return (request) => {
    const agent_id = check.id(request.agent_id, 'agent_id');
    const session_id = sessionIdOf(request.session_id);
    const epoch = check.counter(request.epoch, 'epoch');
    if (epoch === 0) throw new HoldfastError('FIELD_REQUIRED', 'epoch is required', { field: 'epoch' });
    const session = find(sessionPosition(session_id) ?? 0);
    if (session?.agent_id !== agent_id) throw noSession(session_id);
    if (epoch !== session.epoch) throw staleEpoch(epoch, session.epoch);
    const now_us = steadyClock.now_us();
    const state = isDue(session, now_us) ? 'EXPIRED' : session.state;
    if (session.ended_us !== null || state === 'EXPIRED') {
      throw new HoldfastError('WRONG_STATE', `the session is ${state}`, {
        field: 'session_id',
        metadata: { state },
      });
    }
    ctx.heartbeats.beat(toBeating(session));
    return {
      state: `SESSION_STATE_${state}`,
      due_at: usToTimestamp(now_us + session.heartbeat_interval_ms * 1000),
    };
  };
}

/**
 * Reads a session once and then remembers it until anything is committed: the revision advances before whoever committed is
 * answered, so a heartbeat that follows an acknowledged write never sees what was before it.
 */
function beatingSessions({ reads, feed }: RpcContext): (position: number) => BeatingSession | undefined {
  const remembered = new Map<number, BeatingSession>();
  let revision = feed.revision;
  return (position) => {
    if (feed.revision !== revision || remembered.size >= MAX_REMEMBERED) {
      remembered.clear();
      revision = feed.revision;
    }
    const known = remembered.get(position);
    if (known !== undefined) return known;
    const found = reads.single(({ sessions }) => sessions.beating(position));
    if (found !== undefined) remembered.set(position, found);
    return found;
  };
}
