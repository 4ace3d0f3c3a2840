/**
 * Sessions where they span tiers: opening may take the agent over, a trade moves the ledger, and guards stand before it.
 * Everything a command does here is one savepoint: all of it or nothing.
 */
import { isZeroAmount, negateAmount, subtractAmounts } from '../codec/amount.js';
import type { DocObject } from '../codec/value.js';
import { revisionOf } from '../journal/position.js';
import type { Db } from '../store/db.js';
import type { Command, HandlersOf, Tx } from './command.js';
import { agentEpochs } from './epochs.js';
import { accountsOf, outflowsOf } from './guards/outflows.js';
import { tradeProblem } from './guards/session_state.js';
import type { GuardedAction, GuardGate, GuardVerdictView } from './guards/types.js';
import { Assets, assetPrecision } from './ledger/assets.js';
import { type LedgerCommands, type PostingTuple, WORLD } from './ledger/types.js';
import type { OperationCommands } from './operations/types.js';
import { figuresAt } from './sessions/figures.js';
import { type Filled, fillOf, NOTHING, reduces } from './sessions/fill.js';
import { requireEpoch, type SessionLife, sessionLife, wrongState } from './sessions/life.js';
import { addTrade, reachedLimit } from './sessions/limits.js';
import { EXPIRED_REASON, isDue, type PositionRow, type SessionRow } from './sessions/rows.js';
import {
  differingField,
  payloadOf,
  sessionTrades,
  type TradeRow,
  type Trades,
  toTradeView,
  tradeMismatch,
} from './sessions/trades.js';
import type {
  OpenSessionArgs,
  PositionView,
  RecordTradeArgs,
  SessionView,
  TradeView,
} from './sessions/types.js';
import { toPositionView, totalsOf, toView } from './sessions/views.js';

export interface OpenSessionResult {
  readonly session: SessionView;
  readonly opened: boolean;
  readonly epoch: number;
}

export interface RecordTradeResult {
  readonly trade: TradeView;
  readonly duplicate: boolean;
  /** Without its parameters, which every receipt of a trade would hold. */
  readonly session: SessionView;
  readonly position: PositionView | null;
  readonly halted: boolean;
  readonly warnings: readonly GuardVerdictView[];
}

export interface ComposedSessionCommands {
  open_session: Command<OpenSessionArgs, OpenSessionResult>;
  record_trade: Command<RecordTradeArgs, RecordTradeResult>;
}

/** What sessions ask of other tiers; `post_transaction` asks no guards, which judge the trade as a whole. */
export type SessionParts = Pick<HandlersOf<LedgerCommands>, 'post_transaction'> &
  Pick<HandlersOf<OperationCommands>, 'take_over'>;

/** @param gate what stands before a trade. */
export function composedSessionCommands(
  db: Db,
  parts: SessionParts,
  gate: Pick<GuardGate, 'admit'>,
): HandlersOf<ComposedSessionCommands> {
  const life = sessionLife(db);
  const epochs = agentEpochs(db);
  const assets = new Assets(db);
  const record = tradeRecorder(life, sessionTrades(db), assetPrecision(db), parts, gate);

  return {
    open_session: (tx, args) => {
      const present = expireIfDue(life, tx, life.rows.open(tx.agent_id));
      if (present === undefined && assets.anyOf(tx)) assets.require(tx, args.asset, 'asset');
      const epoch = args.take_over
        ? parts.take_over(tx, { reason: 'OpenSession' }).epoch
        : epochs.of(tx.agent_id) || epochs.raise(tx.agent_id);
      if (present === undefined) {
        const row = life.open(tx, args, epoch);
        return { session: toView(row, epoch, tx.now_us, args.parameters), opened: true, epoch };
      }
      const owned = args.take_over ? life.takenOver(tx, present, epoch) : present;
      const { state, state_before, pause_reason } = owned;
      const row = state === 'LOST' ? life.change(tx, owned, state_before || 'ACTIVE', pause_reason) : owned;
      const parameters = life.rows.parameters(row.position);
      return { session: toView(row, epoch, tx.now_us, parameters), opened: false, epoch };
    },

    record_trade: record,
  };
}

/** The open session, or none once its time is over. */
function expireIfDue(life: SessionLife, tx: Tx, row: SessionRow | undefined): SessionRow | undefined {
  if (row === undefined || !isDue(row, tx.now_us)) return row;
  life.end(tx, row, 'EXPIRED', EXPIRED_REASON);
  return undefined;
}

function tradeRecorder(
  life: SessionLife,
  trades: Trades,
  precisionOf: ReturnType<typeof assetPrecision>,
  parts: SessionParts,
  gate: Pick<GuardGate, 'admit'>,
): (tx: Tx, args: RecordTradeArgs) => RecordTradeResult {
  const { positions, rows } = life;

  /** One recorded before, and everything as it stands now. */
  const duplicateOf = (tx: Tx, known: TradeRow, session: SessionRow): RecordTradeResult => {
    const trade = toTradeView(known);
    const is_open = session.ended_us === null && !isDue(session, tx.now_us);
    const position = is_open ? positions.find(tx.agent_id, trade.market) : undefined;
    return {
      trade,
      duplicate: true,
      session: toView(session, tx.epoch, tx.now_us, null),
      position: position === undefined ? null : toPositionView(position),
      halted: false,
      warnings: [],
    };
  };

  /** Stores what a fill left of the position, if anything. */
  const storePosition = (
    tx: Tx,
    market: string,
    before: PositionRow | undefined,
    filled: Filled,
    at: number,
  ): PositionRow | undefined => {
    if (isZeroAmount(filled.quantity)) {
      positions.remove(tx.agent_id, market);
      return undefined;
    }
    const row = {
      agent_id: tx.agent_id,
      market,
      quantity: filled.quantity,
      cost: filled.cost,
      mark_price: before?.mark_price ?? '',
      opened_us: before === undefined || filled.flipped ? tx.now_us : before.opened_us,
      updated_us: tx.now_us,
      changed_position: at,
    };
    positions.put(row, before === undefined);
    return row;
  };

  return (tx, args) => {
    requireEpoch(tx);
    const known = trades.find(tx.agent_id, args.venue, args.trade_id);
    const difference = known === undefined ? undefined : differingField(known.payload, args);
    if (known !== undefined && difference === undefined)
      return duplicateOf(tx, known, life.require(tx, args.session_id));
    const session = life.requireOpenId(tx, args.session_id);
    const before = positions.find(tx.agent_id, args.market);
    requireTakes(session, before, args);
    if (difference !== undefined) throw tradeMismatch(args, difference);

    const filled = fillOf(before, args, () => precisionOf(tx.agent_id, session.asset));
    const pnl = args.pnl ?? filled?.pnl ?? '0';
    const postings = args.postings ?? ownPostings(session, subtractAmounts(pnl, args.fee));
    const now = { session: figuresAt(session, tx.now_us), position: before };
    const warnings = gate.admit(tx, actionOf(session, args, pnl, postings), !args.executed, now);
    const transaction_id =
      postings.length === 0
        ? ''
        : parts.post_transaction(tx, {
            postings,
            description: `trade on ${args.venue}`,
            reference: args.trade_id,
            metadata: null,
            ...(args.postings === null && { regardless_of_registry: true }),
            ...(args.executed && args.postings === null && { regardless_of_funds: true }),
          }).transaction_id;

    const traded = addTrade(session, pnl, args.fee, tx.now_us);
    const limit = session.state === 'HALTED' ? undefined : reachedLimit(traded);
    const payload = payloadOf(args, {
      pnl,
      transaction_id,
      session: totalsOf(limit === undefined ? traded : { ...traded, state: 'HALTED', reason: limit }),
      position: filled === undefined ? null : holdingOf(filled),
    });
    const { position, bytes } = tx.emit('session.trade', `${args.venue}/${args.trade_id}`, payload, 'tier');
    const row: TradeRow = {
      agent_id: tx.agent_id,
      position,
      session_position: session.position,
      market: args.market,
      time_us: tx.now_us,
      payload: bytes,
    };
    trades.insert(row, args.venue, args.trade_id);
    traded.changed_position = position;
    rows.updateTotals(traded);
    const left = filled === undefined ? before : storePosition(tx, args.market, before, filled, position);
    const halted = limit !== undefined;
    const present = halted ? life.change(tx, traded, 'HALTED', limit) : traded;
    return {
      trade: tradeViewOf(args, tx, row, pnl, transaction_id),
      duplicate: false,
      session: toView(present, tx.epoch, tx.now_us, null),
      position: left === undefined ? null : toPositionView(left),
      halted,
      warnings,
    };
  };
}

/** @throws HoldfastError WRONG_STATE when the session takes no such trade now; what has happened is always taken. */
function requireTakes({ state }: SessionRow, before: PositionRow | undefined, args: RecordTradeArgs): void {
  if (args.executed) return;
  const { side, quantity } = args;
  const problem = tradeProblem(state, () => side !== '' && reduces(before ?? NOTHING, side, quantity));
  if (problem !== undefined) throw wrongState(state, problem);
}

function holdingOf({ quantity, cost }: Filled): DocObject {
  return { quantity, cost };
}

/** P&L less fee against the outside; nothing when it comes to zero. */
export function ownPostings({ account, asset }: Books, net: string): PostingTuple[] {
  if (isZeroAmount(net)) return [];
  return [
    [account, asset, net],
    [WORLD, asset, negateAmount(net)],
  ];
}

/** Where P&L goes. */
type Books = Pick<SessionRow, 'account' | 'asset'>;

/** A trade as guards see it; it tells the session's account even when nothing moves. */
export function actionOf(
  { account, asset }: Books,
  args: Omit<RecordTradeArgs, 'session_id' | 'trade_id' | 'occurred_us' | 'metadata' | 'executed'>,
  pnl: string,
  postings: readonly PostingTuple[],
): GuardedAction {
  return {
    action: 'record_trade',
    operation: '',
    venue: args.venue,
    market: args.market,
    side: args.side,
    quantity: args.side === '' ? null : args.quantity,
    price: args.side === '' ? null : args.price,
    outflows: outflowsOf(postings, WORLD),
    accounts: args.postings === null ? [[account, asset]] : accountsOf(args.postings, WORLD),
    pnl: subtractAmounts(pnl, args.fee),
    reduce_only: false,
  };
}

function tradeViewOf(
  args: RecordTradeArgs,
  tx: Tx,
  row: TradeRow,
  pnl: string,
  transaction_id: string,
): TradeView {
  return {
    venue: args.venue,
    trade_id: args.trade_id,
    session_id: args.session_id,
    market: args.market,
    side: args.side,
    quantity: args.quantity,
    price: args.price,
    pnl,
    fee: args.fee,
    transaction_id,
    recorded_us: tx.now_us,
    occurred_us: args.occurred_us,
    metadata: args.metadata,
    revision: revisionOf(row.position),
    executed: args.executed,
  };
}
