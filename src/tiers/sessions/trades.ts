/** Recorded trades: found by what the venue calls them, kept as the payload of their journal entry. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import type { RecordTradeArgs, TradeSide, TradeView } from './types.js';

export interface TradeRow {
  readonly agent_id: string;
  readonly position: number;
  readonly session_position: number;
  readonly market: string;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

export interface Trades {
  find(agent_id: string, venue: string, trade_id: string): TradeRow | undefined;
  insert(row: TradeRow, venue: string, trade_id: string): void;
}

export function sessionTrades(db: Db): Trades {
  const find = db.prepare<[string, string, string], TradeRow>(
    `SELECT t.* FROM session_trade_ids i
     JOIN session_trades t ON t.agent_id = i.agent_id AND t.position = i.position
     WHERE i.agent_id = ? AND i.venue = ? AND i.trade_id = ?`,
  );
  const insert = db.prepare<unknown[]>(
    `INSERT INTO session_trades (agent_id, position, session_position, market, time_us, payload)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const insertId = db.prepare<[string, string, string, number]>(
    'INSERT INTO session_trade_ids (agent_id, venue, trade_id, position) VALUES (?, ?, ?, ?)',
  );
  return {
    find: (agent_id, venue, trade_id) => find.get(agent_id, venue, trade_id),
    insert: (row, venue, trade_id) => {
      const { agent_id, position, session_position, market, time_us, payload } = row;
      insert.run(agent_id, position, session_position, market, time_us, payload);
      insertId.run(agent_id, venue, trade_id, position);
    },
  };
}

/** What a caller tells of a trade, as its payload keeps it. */
function toldOf(args: RecordTradeArgs): DocObject {
  const told: DocObject = {
    session_id: args.session_id,
    market: args.market,
    side: args.side,
    quantity: args.quantity,
    price: args.price,
    told_pnl: args.pnl,
    fee: args.fee,
    postings: args.postings === null ? null : args.postings.map((posting) => [...posting]),
    occurred_us: args.occurred_us,
  };
  // Left out when there is none: a document may be null.
  if (args.metadata !== null) told.metadata = unpackDocument(args.metadata);
  return told;
}

/** What the daemon adds to that. */
export interface Recorded {
  readonly pnl: string;
  readonly transaction_id: string;
  /** Totals after the trade, and the position of its market; null = it was no fill. */
  readonly session: DocObject;
  readonly position: DocObject | null;
}

/** A trade's entry. Assigned to, not spread: beyond twelve names a spread object becomes a hash table, slow ever after. */
export function payloadOf(args: RecordTradeArgs, recorded: Recorded): DocObject {
  const payload = toldOf(args);
  payload.venue = args.venue;
  payload.trade_id = args.trade_id;
  payload.executed = args.executed;
  payload.pnl = recorded.pnl;
  payload.transaction_id = recorded.transaction_id;
  payload.session = recorded.session;
  payload.position = recorded.position;
  return payload;
}

/** What callers call it, by the name in the payload. */
const FIELDS: readonly (readonly [name: string, field: string])[] = [
  ['market', 'market'],
  ['side', 'side'],
  ['quantity', 'quantity'],
  ['price', 'price'],
  ['told_pnl', 'pnl'],
  ['fee', 'fee'],
  ['postings', 'postings'],
  ['occurred_us', 'occurred_at'],
  ['metadata', 'metadata'],
];

/**
 * The first field in which a trade differs from the one recorded under its id; undefined when it is the same. `executed`
 * is no part of what happened: whoever recovers from the venue's list of fills tells it, whoever sent the order did not. Nor
 * is the session: who comes back after a restart, in a session of its own, tells the fills of the one before. The time and
 * the metadata may be left out by one side: a venue's list of fills says more, or less, than the reply to the order did. So
 * may the P&L of a fill: what is told is held against what was recorded, whoever worked it out.
 */
export function differingField(recorded: Uint8Array, args: RecordTradeArgs): string | undefined {
  const before = unpackDocument(recorded) as DocObject;
  const told = toldOf(args);
  const differs = (name: string): boolean => {
    const [one, other] = [before[name], told[name]];
    if (name === 'occurred_us' && (one === null || other === null)) return false;
    // A document may be null; one that was not told is absent.
    if (name === 'metadata' && (one === undefined || other === undefined)) return false;
    if (name === 'told_pnl' && other === null) return false;
    return !sameValue(name === 'told_pnl' ? before.pnl : one, other);
  };
  return FIELDS.find(([name]) => differs(name))?.[1];
}

/** Canonical bytes: one value has one spelling. */
function sameValue(a: DocValue | undefined, b: DocValue | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return Buffer.compare(packDocument(a), packDocument(b)) === 0;
}

export function tradeMismatch({ venue, trade_id }: RecordTradeArgs, field: string): HoldfastError {
  return new HoldfastError(
    'TRADE_MISMATCH',
    `${field}: trade ${trade_id} of ${venue} was recorded with another ${field}`,
    { field, metadata: { field } },
  );
}

export function toTradeView(row: Pick<TradeRow, 'position' | 'time_us' | 'payload'>): TradeView {
  const payload = unpackDocument(row.payload) as DocObject;
  const text = (name: string): string => String(payload[name]);
  const { metadata, occurred_us } = payload;
  return {
    venue: text('venue'),
    trade_id: text('trade_id'),
    session_id: text('session_id'),
    market: text('market'),
    side: text('side') as TradeSide,
    quantity: text('quantity'),
    price: text('price'),
    pnl: text('pnl'),
    fee: text('fee'),
    transaction_id: text('transaction_id'),
    recorded_us: row.time_us,
    occurred_us: typeof occurred_us === 'number' ? occurred_us : null,
    metadata: metadata === undefined ? null : packDocument(metadata),
    revision: revisionOf(row.position),
    executed: payload.executed === true,
  };
}
