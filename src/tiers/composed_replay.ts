/**
 * What a receipt may not say twice. "STARTED: make the outside call" and "the lease is extended" are true only while the
 * lease they speak of lives: a process that crashed after the call, or that was away until others took the operation
 * over, and sends its old request again must not be told to go on. Nor must one whose session was stopped meanwhile be told
 * to make the call: the operation stays in flight until its lease is over, as of any process that dies before the call.
 */
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import { beginAction } from './composed_guarded.js';
import { guardFigures } from './composed_guards.js';
import { sessionVerdict } from './guards/session_state.js';
import type { MutationCall, MutationOutcome } from './nested.js';
import { operationLife } from './operations/life.js';
import { leaseIsOver, type OperationRow, STATUS, statusName } from './operations/rows.js';
import type { BeginOperationArgs, BeginOperationResult, ExtendLeaseArgs } from './operations/types.js';

/** An earlier request that was sent again, and what it was answered. */
export interface ReplayedRequest {
  readonly name: string;
  readonly agent_id: string;
  readonly args: unknown;
  readonly result: unknown;
  readonly now_us: number;
}

/** Asked before a recorded reply is given again. @throws HoldfastError STALE_LEASE when it is no longer true. */
export function replayGuard(db: Db): (replay: ReplayedRequest) => void {
  const life = operationLife(db);
  const figures = guardFigures(db);

  const requireLive = (agent_id: string, key: string, lease_token: string, now_us: number): OperationRow => {
    const row = life.require(agent_id, key);
    const live = row.status === STATUS.IN_FLIGHT && row.lease_token === lease_token;
    if (live && !leaseIsOver(row, now_us)) return row;
    throw noLongerTrue(row, `was answered with a lease on operation ${row.key} that has ended`);
  };

  const requireOpen = (row: OperationRow, args: BeginOperationArgs, now_us: number): void => {
    const action = beginAction(args, null);
    const now = figures(row.agent_id, action.market, now_us, row.key);
    const { passed, message } = sessionVerdict(action, args.session_id ?? '', now);
    if (!passed) throw noLongerTrue(row, `began operation ${row.key}, and by now ${message}`);
  };

  const checkOne = ({ name, agent_id, args, result, now_us }: ReplayedRequest): void => {
    if (name === 'begin_operation') {
      const { outcome, lease_token } = result as BeginOperationResult;
      if (outcome !== 'STARTED') return;
      const begun = args as BeginOperationArgs;
      requireOpen(requireLive(agent_id, begun.key, lease_token, now_us), begun, now_us);
    } else if (name === 'extend_lease') {
      const { key, lease_token } = args as ExtendLeaseArgs;
      requireLive(agent_id, key, lease_token, now_us);
    }
  };

  return (replay) => {
    if (replay.name !== 'transact') {
      checkOne(replay);
      return;
    }
    const { mutations } = replay.args as { mutations: readonly MutationCall[] };
    const { results } = replay.result as { results: readonly MutationOutcome[] };
    for (const [index, call] of mutations.entries()) {
      checkOne({ ...call, result: results[index]?.result, now_us: replay.now_us });
    }
  };
}

function noLongerTrue(row: OperationRow, why: string): HoldfastError {
  return new HoldfastError(
    'STALE_LEASE',
    `request_id: this request ${why}; begin again with a new request_id to learn where it stands`,
    {
      field: 'request_id',
      metadata: { status: statusName(row.status), attempt: String(row.attempt) },
    },
  );
}
