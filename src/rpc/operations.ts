/** Service Operations. */
import { HoldfastError, invalidField } from '../errors.js';
import type { OperationStatus__Output } from '../gen/holdfast/v1/OperationStatus.js';
import type { OperationsHandlers } from '../gen/holdfast/v1/Operations.js';
import type { ResumeResponse } from '../gen/holdfast/v1/ResumeResponse.js';
import { steadyClock } from '../steady_clock.js';
import { toView } from '../tiers/operations/rows.js';
import type { OperationStatus } from '../tiers/operations/types.js';
import type { Page } from '../tiers/page.js';
import type { Queries } from '../tiers/queries.js';
import { unreadSignals } from '../tiers/signals/unread.js';
import { FIRST_SLOT } from '../tiers/working/queries.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read } from './handle.js';
import { toBalance, toHold } from './ledger_views.js';
import type { MutationRpc } from './mutation.js';
import { operationKey } from './operations_mutations.js';
import { toOperation } from './operations_views.js';
import { pageByPosition } from './pages.js';
import { toPosition, toSession } from './sessions_views.js';
import { toConsumer, toSignal } from './signals_views.js';
import { toTask } from './tasks_mutations.js';
import { toSlot } from './working.js';

/** Entries that each list of Resume holds. */
const MAX_RESUMED = 1000;

export function operationsService(ctx: RpcContext, mutation: MutationRpc): OperationsHandlers {
  return {
    BeginOperation: mutation('begin_operation'),
    CompleteOperation: mutation('complete_operation'),
    FailOperation: mutation('fail_operation'),
    ResolveOperation: mutation('resolve_operation'),
    ExtendLease: mutation('extend_lease'),
    TakeOver: mutation('take_over'),

    GetOperation: read(ctx, (request, queries) => {
      const row = queries.operations.find(check.id(request.agent_id, 'agent_id'), operationKey(request.key));
      if (row === undefined)
        throw new HoldfastError('NOT_FOUND', `no operation ${request.key}`, { field: 'key' });
      return { operation: toOperation(toView(row), request.encoding) };
    }),

    ListOperations: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const statuses = request.statuses.map((status, index) => statusOf(status, `statuses[${index}]`));
      const operation = request.operation === '' ? '' : check.name(request.operation, 'operation');
      const task_id = request.task_id === '' ? '' : check.id(request.task_id, 'task_id');
      const query = ['operations', agent_id, [...new Set(statuses)].sort(), operation, task_id];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        queries.operations.list(agent_id, { statuses, operation, task_id }, before, limit),
      );
      return { operations: rows.map((row) => toOperation(toView(row), request.encoding)), next_page_token };
    }),

    Resume: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const open = everythingOpen(agent_id, queries);
      const { encoding } = request;
      return {
        epoch: String(queries.operations.epoch(agent_id)),
        unknown_operations: open.unknown.map((row) => toOperation(toView(row), encoding)),
        in_flight_operations: open.in_flight.map((row) => toOperation(toView(row), encoding)),
        open_tasks: open.tasks.map(({ task }) => toTask(task, encoding)),
        open_holds: open.holds.map(toHold),
        balances: open.balances.map(toBalance),
        slots: open.slots.map(toSlot),
        ...(open.session !== undefined && {
          session: toSession(open.session, encoding, ctx.heartbeats.heardUs(open.session.position)),
        }),
        positions: open.positions.map(toPosition),
        consumers: open.unread.consumers.map(toConsumer),
        unread_signals: open.unread.signals.map((row) => toSignal(row, encoding)),
        truncated: open.truncated,
      } satisfies Omit<ResumeResponse, 'header'>;
    }),
  };
}

/** Everything open, each list cut to what a reply holds; `truncated` names those that were. */
function everythingOpen(agent_id: string, queries: Queries) {
  const { operations, tasks, ledger, working, sessions, signals } = queries;
  const truncated: string[] = [];
  const upTo = <Row>(name: keyof ResumeResponse, list: (limit: number) => Page<Row>): readonly Row[] => {
    const { rows, more } = list(MAX_RESUMED);
    if (more) truncated.push(name);
    return rows;
  };
  const session = sessions.open(agent_id, steadyClock.now_us());
  const unread = unreadSignals(signals, agent_id, MAX_RESUMED);
  return {
    session,
    positions:
      session === undefined ? [] : upTo('positions', (limit) => sessions.positions(agent_id, '', limit)),
    unknown: upTo('unknown_operations', (limit) => operations.open(agent_id, 'UNKNOWN', limit)),
    in_flight: upTo('in_flight_operations', (limit) => operations.open(agent_id, 'IN_FLIGHT', limit)),
    tasks: upTo('open_tasks', (limit) => tasks.notDone(agent_id, limit)),
    holds: upTo('open_holds', (limit) => ledger.openHolds(agent_id, limit)),
    balances: upTo('balances', (limit) => ledger.allBalances(agent_id, limit)),
    slots: upTo('slots', (limit) => working.list(agent_id, FIRST_SLOT, steadyClock.now_us(), limit)),
    unread,
    truncated: [
      ...truncated,
      ...(unread.has_more_consumers ? ['consumers'] : []),
      ...(unread.has_more_signals ? ['unread_signals'] : []),
    ],
  };
}

const STATUSES: Readonly<Record<string, OperationStatus>> = {
  OPERATION_STATUS_IN_FLIGHT: 'IN_FLIGHT',
  OPERATION_STATUS_COMPLETED: 'COMPLETED',
  OPERATION_STATUS_FAILED: 'FAILED',
  OPERATION_STATUS_UNKNOWN: 'UNKNOWN',
};

/** @throws HoldfastError INVALID_FIELD for UNSPECIFIED and for numbers that the enum does not have. */
export function statusOf(status: OperationStatus__Output, field: string): OperationStatus {
  const known = STATUSES[status];
  if (known === undefined)
    throw invalidField(field, 'is not a status to look for', { actual: String(status) });
  return known;
}
