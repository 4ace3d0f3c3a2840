/**
 * Operations where they span tiers: beginning places holds and belongs to a task, an outcome moves holds and applies
 * mutations of any tier. Everything a command does here is one savepoint: all of it or nothing.
 */
import { compareAmounts } from '../codec/amount.js';
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import type { Command, HandlersOf, Tx } from './command.js';
import {
  beginAction,
  denialOf,
  type GuardedLedgerCommands,
  type HeldAmount,
  type Warned,
  warned,
} from './composed_guarded.js';
import { type Exposure, exposures } from './guards/exposure.js';
import type { GuardGate, GuardVerdictView } from './guards/types.js';
import { openHoldsOf } from './ledger/holds.js';
import type { LedgerCommands } from './ledger/types.js';
import { type AnyHandlers, applyMutations, at } from './nested.js';
import { type OperationLife, operationLife } from './operations/life.js';
import { leaseIsOver, ON_CRASH, type OperationRow, packedParams, STATUS, toView } from './operations/rows.js';
import {
  type BeginOperationArgs,
  type BeginOperationResult,
  type CompleteOperationArgs,
  type ComposedOperationCommands,
  clientOrderId,
  type DenialView,
  type Happened,
  type ResolveOperationArgs,
  type SettledOperation,
} from './operations/types.js';
import { requireEpoch } from './sessions/life.js';
import { taskSteps } from './tasks/rows.js';

/** The ledger's part in an operation. */
export type HoldHandlers = Pick<HandlersOf<LedgerCommands>, 'place_hold' | 'release_hold'>;

/** What the outcome of an operation settles its holds by, and whatever else its mutations may name. */
export type OutcomeHandlers = Pick<HandlersOf<GuardedLedgerCommands>, 'post_hold'> & AnyHandlers;

export type GuardedBeginResult = BeginOperationResult & Warned;
/** Its warnings are of settlements; those of mutations are in their results. */
export type GuardedSettledOperation = SettledOperation & Warned;

type Guarded = 'begin_operation' | 'complete_operation' | 'resolve_operation';

export interface GuardedOperationCommands extends Omit<ComposedOperationCommands, Guarded> {
  begin_operation: Command<BeginOperationArgs, GuardedBeginResult>;
  complete_operation: Command<CompleteOperationArgs, GuardedSettledOperation>;
  resolve_operation: Command<ResolveOperationArgs, GuardedSettledOperation>;
}

type CarriedOut = Omit<GuardedSettledOperation, 'operation'>;

/**
 * @param holds asks no guards: they judge the operation as a whole.
 * @param inOutcome settles holds, and has what the mutations of an outcome may name (composed_outcomes.ts).
 */
export function composedOperationCommands(
  db: Db,
  holds: HoldHandlers,
  inOutcome: OutcomeHandlers,
  gate: GuardGate,
): HandlersOf<GuardedOperationCommands> {
  const life = operationLife(db);
  const steps = taskSteps(db);
  const exposed = exposures(db);
  const openHolds = openHoldsOf(db);

  /** Asks the session's state and the guards; `goOn` counts the operation and what it would do to a position. */
  const judge = (tx: Tx, args: BeginOperationArgs, held: readonly HeldAmount[] | null) => {
    const action = beginAction(args, held);
    const closed = gate.sessionDenial(tx, action, args.key, args.session_id ?? '');
    const judged = gate.judge(tx, action, args.key);
    const denials = [...(closed === undefined ? [] : [closed]), ...judged.denials].map(denialOf);
    const goOn = (): void => {
      gate.passed(tx, action, judged);
      const { market, side, quantity } = action;
      if (market === '' || side === '' || quantity === null) exposed.remove(tx.agent_id, args.key);
      else exposed.put(tx.agent_id, args.key, market, side, quantity);
    };
    return { denials, warnings: judged.warnings, goOn };
  };

  const releaseHolds = (tx: Tx, operation_key: string, hold_ids: Iterable<string>): void => {
    for (const hold_id of hold_ids) holds.release_hold(tx, { hold_id, operation_key });
  };

  /**
   * Settles what is listed, releases the rest, applies the mutations. What was in flight is not any more once they are
   * judged: they are what became of it.
   */
  const carryOut = (tx: Tx, row: OperationRow, happened: Happened, place: string): CarriedOut => {
    exposed.remove(tx.agent_id, row.key);
    const open = new Set(toView(row).hold_ids);
    const warnings = happened.settlements.flatMap(([hold_id, amount, to_account], index) =>
      at(`${place}settlements[${index}]`, () => {
        if (!open.delete(hold_id)) throw notItsHold(row.key, hold_id);
        const reference = clientOrderId(tx.agent_id, row.key);
        const description = row.operation;
        const operation_key = row.key;
        const settlement = { hold_id, amount, to_account, description, reference, operation_key };
        return inOutcome.post_hold(tx, settlement).warnings ?? [];
      }),
    );
    releaseHolds(tx, row.key, open);
    const all = { ...inOutcome, ...handlers };
    const results = applyMutations(all, tx, happened.mutations, `${place}mutations`);
    return { results, ...warned(warnings) };
  };

  const handlers: HandlersOf<GuardedOperationCommands> = {
    begin_operation: (tx, args) => {
      if (args.session_id !== undefined) requireEpoch(tx);
      const row = life.find(tx.agent_id, args.key);
      if (row !== undefined) checkSameRequest(row, args);
      const found = row === undefined ? undefined : whereItStands(life, tx, row);
      if (found !== undefined) return found;
      if (args.task_id !== '') steps.require(tx.agent_id, args.task_id, args.step);
      // A lease that ended with on_crash RETRY: the money is still set aside.
      if (row !== undefined && row.status === STATUS.IN_FLIGHT) {
        checkNoLess(row.key, exposed.of(tx.agent_id, row.key), args.risk);
        const { denials, warnings, goOn } = judge(tx, args, openHolds(tx.agent_id, row.key));
        if (denials.length > 0) return denied(tx, args, row, denials, warnings);
        goOn();
        return started(life.beginAgain(tx, row, args, toView(row).hold_ids), warnings);
      }
      life.checkRoom(tx.agent_id);
      const { denials, warnings, goOn } = judge(tx, args, null);
      const placed = placeHolds(tx, holds, args, denials);
      if ('denials' in placed) return denied(tx, args, row, placed.denials, warnings);
      const { hold_ids } = placed;
      goOn();
      return started(
        row === undefined ? life.begin(tx, args, hold_ids) : life.beginAgain(tx, row, args, hold_ids),
        warnings,
      );
    },

    complete_operation: (tx, args) => {
      const row = life.requireLease(tx, args.key, args.lease_token);
      const carried = carryOut(tx, row, args, '');
      // A mutation may have failed this very operation, or taken its agent over.
      const present = args.mutations.length === 0 ? row : life.requireLease(tx, args.key, args.lease_token);
      return { operation: toView(life.complete(tx, present, args.result, null)), ...carried };
    },

    fail_operation: (tx, { key, lease_token, reason }) => {
      const row = life.requireLease(tx, key, lease_token);
      exposed.remove(tx.agent_id, key);
      releaseHolds(tx, key, toView(row).hold_ids);
      return { operation: toView(life.fail(tx, row, reason)) };
    },

    resolve_operation: (tx, { key, attempt, happened, evidence }) => {
      const row = life.requireInDoubt(tx, key);
      if (attempt !== 0 && attempt !== row.attempt) throw otherAttempt(row, attempt);
      if (happened === null) {
        exposed.remove(tx.agent_id, key);
        releaseHolds(tx, key, toView(row).hold_ids);
        return { operation: toView(life.fail(tx, row, evidence)), results: [] };
      }
      const carried = carryOut(tx, row, happened, 'happened.');
      return { operation: toView(life.complete(tx, row, happened.result, evidence)), ...carried };
    },
  };
  return handlers;
}

/** @throws HoldfastError IDEMPOTENCY_KEY_REUSED: the key stands for another side effect. */
function checkSameRequest(row: OperationRow, args: BeginOperationArgs): void {
  const same = row.operation === args.operation && Buffer.compare(packedParams(row.begun), args.params) === 0;
  if (same) return;
  throw new HoldfastError(
    'IDEMPOTENCY_KEY_REUSED',
    `key: ${row.key} stands for operation ${row.operation} with ${row.operation === args.operation ? 'other params' : 'params of its own'}`,
    { field: 'key', metadata: { operation: row.operation } },
  );
}

/**
 * The attempt before may have gone outside as it was told, so what is told now must cover it: limits on positions count
 * the operation by it.
 * @throws HoldfastError IDEMPOTENCY_KEY_REUSED: another market or side, or less of it.
 */
function checkNoLess(key: string, before: Exposure | undefined, risk: BeginOperationArgs['risk']): void {
  if (before === undefined) return;
  const { market = '', side = '', quantity = '' } = risk ?? {};
  if (market !== before.market) throw otherRisk(key, 'market', before.market, market);
  if (side !== before.side) throw otherRisk(key, 'side', before.side, side);
  if (quantity === '' || compareAmounts(quantity, before.quantity) < 0)
    throw otherRisk(key, 'quantity', before.quantity, quantity);
}

function otherRisk(key: string, name: keyof Exposure, before: string, now: string): HoldfastError {
  const field = `risk.${name}`;
  const wanted = name === 'quantity' ? `at least ${before}` : before;
  return new HoldfastError(
    'IDEMPOTENCY_KEY_REUSED',
    `${field}: nobody knows what became of the last attempt of operation ${key}: it must be ${wanted} again, not ${now || 'left out'}`,
    { field, metadata: { expected: before, actual: now } },
  );
}

/** The answer about an operation that must not be begun now; undefined when it may be. */
function whereItStands(life: OperationLife, tx: Tx, row: OperationRow): BeginOperationResult | undefined {
  if (row.status === STATUS.COMPLETED) return answer('COMPLETED', row);
  if (row.status === STATUS.UNKNOWN) return answer('UNKNOWN', row);
  if (row.status === STATUS.FAILED) return undefined;
  if (!leaseIsOver(row, tx.now_us)) return answer('IN_FLIGHT', row);
  return row.on_crash === ON_CRASH.RETRY
    ? undefined
    : answer('UNKNOWN', life.markUnknown(tx, row, 'lease_over'));
}

function answer(outcome: BeginOperationResult['outcome'], row: OperationRow): BeginOperationResult {
  return { outcome, operation: toView(row), lease_token: '', denials: [] };
}

function started(row: OperationRow, warnings: readonly GuardVerdictView[]): GuardedBeginResult {
  const { lease_token } = row;
  return { outcome: 'STARTED', operation: toView(row), lease_token, denials: [], ...warned(warnings) };
}

/** Records that it was refused; the operation itself, if there is one, stays as it is. */
function denied(
  tx: Tx,
  args: BeginOperationArgs,
  row: OperationRow | undefined,
  denials: readonly DenialView[],
  warnings: readonly GuardVerdictView[],
): GuardedBeginResult {
  const payload = { operation: args.operation, denials: denials.map((denial) => ({ ...denial })) };
  tx.emit('operation.denied', args.key, payload, 'journal');
  const operation = row === undefined ? null : toView(row);
  return { outcome: 'DENIED', operation, lease_token: '', denials, ...warned(warnings) };
}

type Placed = { readonly hold_ids: readonly string[] } | { readonly denials: readonly DenialView[] };

/** Undoes the holds that were placed when another one was denied. */
class HoldsDenied extends HoldfastError {
  constructor(readonly denials: readonly DenialView[]) {
    super('INSUFFICIENT_FUNDS', 'a hold was denied');
  }
}

/**
 * Places all holds, or none and says of each that failed why. The ledger's own rules decide.
 * @param refused what stands against the operation already: then none stays, and what the ledger says is added.
 */
function placeHolds(
  tx: Tx,
  holds: HoldHandlers,
  { key, operation, holds: wanted }: BeginOperationArgs,
  refused: readonly DenialView[],
): Placed {
  if (wanted.length === 0) return refused.length === 0 ? { hold_ids: [] } : { denials: refused };
  try {
    return tx.savepoint(() => {
      const hold_ids: string[] = [];
      const denials: DenialView[] = [...refused];
      for (const [index, [account, asset, amount]] of wanted.entries()) {
        const args = { account, asset, amount, ttl_ms: null, description: operation, operation_key: key };
        try {
          const place = () => at(`holds[${index}]`, () => holds.place_hold(tx, args));
          hold_ids.push(tx.savepoint(place).hold.hold_id);
        } catch (error) {
          if (!(error instanceof HoldfastError) || error.reason !== 'INSUFFICIENT_FUNDS') throw error;
          denials.push({ rule: 'hold', reason: error.reason, message: error.message });
        }
      }
      if (denials.length > 0) throw new HoldsDenied(denials);
      return { hold_ids };
    });
  } catch (error) {
    if (error instanceof HoldsDenied) return { denials: error.denials };
    throw error;
  }
}

/** What was found out about an earlier attempt says nothing about this one, which may have gone outside since. */
function otherAttempt(row: OperationRow, attempt: number): HoldfastError {
  return new HoldfastError(
    'VERSION_CONFLICT',
    `attempt: operation ${row.key} is at attempt ${row.attempt}, not ${attempt}; ask the outside again`,
    { field: 'attempt', metadata: { expected: String(attempt), actual: String(row.attempt) } },
  );
}

function notItsHold(key: string, hold_id: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `hold ${hold_id} is not an open hold of operation ${key}`, {
    field: 'hold_id',
  });
}
