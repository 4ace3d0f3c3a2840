/**
 * What a receipt may not say twice. "STARTED: make the outside call" is true only while the lease it came with lives: a
 * process that crashed after the call and sends its old request again must not be told to make it once more.
 */
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import type { MutationCall, MutationOutcome } from './nested.js';
import { operationLife } from './operations/life.js';
import { leaseIsOver, STATUS, statusName } from './operations/rows.js';
import type { BeginOperationArgs, BeginOperationResult } from './operations/types.js';

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

  const checkBegin = (agent_id: string, args: unknown, result: unknown, now_us: number): void => {
    const { outcome, lease_token } = result as BeginOperationResult;
    if (outcome !== 'STARTED') return;
    const row = life.require(agent_id, (args as BeginOperationArgs).key);
    const live = row.status === STATUS.IN_FLIGHT && row.lease_token === lease_token;
    if (live && !leaseIsOver(row, now_us)) return;
    throw new HoldfastError(
      'STALE_LEASE',
      `request_id: this request began operation ${row.key}, and the lease it got has ended; begin again with a new request_id to learn where it stands`,
      {
        field: 'request_id',
        metadata: { status: statusName(row.status), attempt: String(row.attempt) },
      },
    );
  };

  return ({ name, agent_id, args, result, now_us }) => {
    if (name === 'begin_operation') checkBegin(agent_id, args, result, now_us);
    if (name !== 'transact') return;
    const { mutations } = args as { mutations: readonly MutationCall[] };
    const { results } = result as { results: readonly MutationOutcome[] };
    for (const [index, call] of mutations.entries()) {
      if (call.name !== 'begin_operation') continue;
      checkBegin(call.agent_id, call.args, results[index]?.result, now_us);
    }
  };
}
