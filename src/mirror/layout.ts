/**
 * What stands in Redis, and under which keys: the layout that agents' own Python programs read, so it is theirs and not ours
 * to change. All of it has a time to live.
 *
 * - `agent:{id}:profile`, hash: profile fields, each value as JSON.
 * - `agent:{id}:ledger`, sorted set by time in seconds: the newest 1,000 transactions as JSON. `tx_id` stands first, so that
 *   two identical transactions are two members and those of one instant keep their order. `amount_usdc` is what the
 *   transaction did to all of the agent's USDC, `postings` is all that it moved, `balance_usdc` the sum right after it. Older
 *   ones are carried by one member of type `carried_forward`, so that the sum over the set is the balance still.
 * - `episodes:{id}`, sorted set by time in seconds: the newest 500 episodes as JSON with exactly the five members that readers
 *   construct theirs from. What else there is of one (its id, which keeps equal episodes apart, and amounts) is in
 *   `payload._holdfast`.
 * - `session:{id}`, hash of plain text: the open session; one that has ended stays until the next refresh. A limit that is not
 *   set is `inf`, which readers compare with as with any other number. Gone at closes_at at the latest.
 * - `heartbeat:{id}`, text: `alive` for one heartbeat interval after each heartbeat.
 * - `price:{market}`, text: the JSON of an upstream's resource `ticker`, as long as the cache holds it.
 * - `pf:audit`, stream of about the newest 100,000 recorded actions of all daemons on this Redis. `amount` and `pnl` are "0"
 *   where none was given, which `absent` then names. `origin` and `position` say which entry of which database it is.
 * - `purpleflea:state:updates`, channel: profile fields as they change.
 * - `pf:signals:*`, `pf:alerts:*`, `pf:broadcast`, channels: see envelope.ts.
 *
 * Ours alone: `hf:rev:{K}` guards the key K (scripts.ts), `hf:mirror:{database_id}` is the cursor and
 * `hf:lease:{hf:mirror:{database_id}}` whose it is to move (lease.ts), `hf:bucket:{name}` and `hf:bucket:{name}:agent` are
 * shared token buckets.
 */

import { fitting, sumText } from '../codec/amount.js';
import { formatJson } from '../codec/json_format.js';
import { unpackDocument } from '../codec/msgpack.js';
import { type DocObject, type DocValue, isDocObject } from '../codec/value.js';
import { revisionOf } from '../journal/position.js';
import { actionId } from '../tiers/audit/commands.js';
import { unpackAction } from '../tiers/audit/payload.js';
import type { MirroredAction } from '../tiers/composed_mirror.js';
import { episodeId } from '../tiers/episodic/episode_id.js';
import { unpackEpisode } from '../tiers/episodic/payload.js';
import type { EpisodeRow } from '../tiers/episodic/queries.js';
import { WORLD } from '../tiers/ledger/types.js';
import type { SessionAt } from '../tiers/sessions/queries.js';

export const profileKey = (agent_id: string): string => `agent:${agent_id}:profile`;
export const ledgerKey = (agent_id: string): string => `agent:${agent_id}:ledger`;
export const episodesKey = (agent_id: string): string => `episodes:${agent_id}`;
export const sessionKey = (agent_id: string): string => `session:${agent_id}`;
export const heartbeatKey = (agent_id: string): string => `heartbeat:${agent_id}`;
export const priceKey = (market: string): string => `price:${market}`;
export const AUDIT_STREAM = 'pf:audit';
export const UPDATES_CHANNEL = 'purpleflea:state:updates';

/** In the same slot of a Cluster as the key. */
export const guardKey = (key: string): string => `hf:rev:{${key}}`;
export const GUARD_PATTERN = 'hf:rev:{*}';
/** An id may have colons, as `desk:a:ledger` has; whose a key is, its first and its last word still tell. */
const AGENTS_KEY = /^(?:agent:[A-Za-z0-9._:-]+:(?:profile|ledger)|(?:episodes|session):[A-Za-z0-9._:-]+)$/;
/** The agent's key that a guard is of, if it is one. */
export function guardedKey(guard: string): string | undefined {
  const key = guard.slice('hf:rev:{'.length, -1);
  return AGENTS_KEY.test(key) ? key : undefined;
}
/** Each database has its own place in the stream that all of them share. */
export const streamGuardKey = (database_id: string): string => `${guardKey(AUDIT_STREAM)}:${database_id}`;
export const cursorKey = (database_id: string): string => `hf:mirror:${database_id}`;
/** In the same slot of a Cluster as the cursor. */
export const leaseKey = (database_id: string): string => `hf:lease:{${cursorKey(database_id)}}`;

/** Members of the sorted sets. */
export const MAX_TRANSACTIONS = 1000;
export const MAX_EPISODES = 500;
/** Entries of the stream, about. */
export const MAX_ACTIONS = 100_000;
/** The asset that readers mean by `amount_usdc`. */
export const USDC = 'USDC';

/** Seconds with six decimals, exactly: a number to JSON and a score to Redis. */
export function seconds(at_us: number): string {
  const digits = String(Math.abs(at_us)).padStart(7, '0');
  return `${at_us < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

const decimal = (amount: string): string => `{"__decimal__":"${amount}"}`;

export interface TransactionRow {
  readonly position: number;
  readonly time_us: number;
  readonly payload: Uint8Array;
}

export interface Posting {
  readonly account: string;
  readonly asset: string;
  readonly amount: string;
}

export interface Transaction {
  readonly postings: readonly Posting[];
  readonly description: string;
  readonly reference: string;
  readonly metadata: DocValue;
  readonly hold_id: string;
}

export function readTransaction(payload: Uint8Array): Transaction {
  return unpackDocument(payload) as unknown as Transaction;
}

/**
 * What a transaction did to all of the agent's USDC: what moved between its own accounts is nothing.
 * @throws HoldfastError LIMIT_EXCEEDED when it is beyond the largest amount, as from one end of what a balance can be to the other.
 */
export function usdcOf({ postings }: Transaction): string {
  const own = postings.filter(({ account, asset }) => asset === USDC && account !== WORLD);
  return fitting(sumText(own.map(({ amount }) => amount)));
}

/** @param balance what the agent had of USDC right after it. */
export function ledgerMember(
  tx_id: string,
  time_us: number,
  transaction: Transaction,
  amount: string,
  balance: string,
): string {
  const { postings, description, reference, metadata, hold_id } = transaction;
  const rest = formatJson({
    description,
    reference,
    metadata,
    hold_id,
    postings: postings.map((posting) => ({ ...posting })),
  });
  return (
    `{"tx_id":"${tx_id}","type":"transaction","timestamp":${seconds(time_us)},` +
    `"amount_usdc":${decimal(amount)},"balance_usdc":${decimal(balance)},${rest.slice(1)}`
  );
}

/** The member that stands for all transactions before those in the set; as the script makes it. */
export function carriedMember(score: string, balance: string): string {
  return (
    `{"tx_id":"carried","type":"carried_forward","timestamp":${score},` +
    `"amount_usdc":${decimal(balance)},"balance_usdc":${decimal(balance)}}`
  );
}

/** A payload as the members of a message; one that is none, or has our member, as the member `value`. */
export function asObject(payload: DocValue): DocObject {
  return isDocObject(payload) && !('_holdfast' in payload) ? payload : { value: payload };
}

/** @param with_outcome false: as it was before its outcome was attached. */
export function episodeMember(agent_id: string, row: EpisodeRow, with_outcome: boolean): string {
  const { amounts, outcome, payload } = unpackEpisode(row.payload);
  const attached = row.outcome === null || !with_outcome ? null : readOutcome(row.outcome);
  const id = episodeId(row.position, row.occurred_at_us, row.type);
  const extra = { id, ...(Object.keys(amounts).length > 0 && { amounts: { ...amounts } }) };
  return (
    `{"agent_id":"${agent_id}","event_type":${JSON.stringify(row.type)},"timestamp":${seconds(row.occurred_at_us)},` +
    `"payload":${formatJson({ ...asObject(payload), _holdfast: extra })},"outcome":${formatJson(outcome ?? attached)}}`
  );
}

function readOutcome(bytes: Uint8Array): DocValue {
  return unpackDocument(bytes);
}

export function profilePair(name: string, value: Uint8Array): [name: string, text: string] {
  return [name, formatJson(unpackDocument(value))];
}

const orInfinite = (limit: string): string => (limit === '' ? 'inf' : limit);

export function sessionPairs(view: SessionAt): string[] {
  const fields: Record<string, string> = {
    start_capital: view.start_capital,
    current_capital: view.current_capital,
    max_drawdown: orInfinite(view.max_drawdown),
    total_pnl: view.total_pnl,
    trades: String(view.trades),
    started_at: seconds(view.opened_us),
    status: view.state.toLowerCase(),
    reason: view.reason,
    session_id: view.session_id,
    epoch: String(view.epoch),
    asset: view.asset,
    account: view.account,
    base_capital: view.base_capital,
    peak_capital: view.peak_capital,
    total_fees: view.total_fees,
    max_drawdown_from_peak: orInfinite(view.max_drawdown_from_peak),
    max_daily_loss: orInfinite(view.max_daily_loss),
    wins: String(view.wins),
    losses: String(view.losses),
    consecutive_losses: String(view.consecutive_losses),
    closes_at: view.closes_us === null ? 'inf' : seconds(view.closes_us),
    revision: String(view.revision),
  };
  return Object.entries(fields).flat();
}

/** The fields of an entry of the stream, in this order. */
export const ACTION_FIELDS = [
  ...['agent_id', 'action', 'market', 'amount', 'status', 'tx_id', 'pnl', 'wall_time', 'meta'],
  ...['asset', 'pnl_asset', 'absent', 'action_id', 'revision', 'recorded_at', 'origin', 'position'],
] as const;

/** Fields and values of an entry of the stream. */
export function actionPairs(row: MirroredAction, database_id: string): string[] {
  const action = unpackAction(row.payload);
  const absent = (['amount', 'pnl', 'wall_time_us', 'meta'] as const).filter(
    (name) => action[name] === undefined,
  );
  const values: Record<(typeof ACTION_FIELDS)[number], string> = {
    agent_id: row.agent_id,
    action: action.action,
    market: action.market ?? '',
    amount: action.amount ?? '0',
    status: action.status ?? 'unknown',
    tx_id: action.tx_id ?? '',
    pnl: action.pnl ?? '0',
    wall_time: seconds(action.wall_time_us ?? row.time_us),
    meta: formatJson(action.meta ?? {}),
    asset: action.asset ?? '',
    pnl_asset: action.pnl_asset ?? '',
    absent: absent.join(',').replace('wall_time_us', 'wall_time'),
    action_id: actionId(row.position),
    revision: String(revisionOf(row.position)),
    recorded_at: seconds(row.time_us),
    origin: database_id,
    position: String(row.position),
  };
  return ACTION_FIELDS.flatMap((name) => [name, values[name]]);
}

export function updateMessage(
  agent_id: string,
  field: string,
  value: Uint8Array | undefined,
  database_id: string,
  revision: number,
): string {
  const text = value === undefined ? 'null' : formatJson(unpackDocument(value));
  return (
    `{"agent_id":"${agent_id}","field":${JSON.stringify(field)},"value":${text},` +
    `"_holdfast":{"origin":"${database_id}","revision":${revision}}}`
  );
}
