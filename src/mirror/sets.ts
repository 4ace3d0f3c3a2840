/** The members of an agent's sorted sets when they are written as a whole, as scores and texts. */
import { subtractAmounts } from '../codec/amount.js';
import { positionOf } from '../journal/position.js';
import { idAt } from '../tiers/command.js';
import { episodeId } from '../tiers/episodic/episode_id.js';
import type { EpisodeRow } from '../tiers/episodic/queries.js';
import type { Queries } from '../tiers/queries.js';
import * as layout from './layout.js';
import type { Quarantine } from './quarantine.js';

/** What one sorted set may hold when it is written anew; of a ledger the rest is carried, older episodes are left out. */
const MAX_SET_BYTES = 4 * 1024 * 1024;

/** How the quarantine names one. */
export const transactionOf = (agent_id: string, tx_id: string): string =>
  `transaction ${tx_id} of ${agent_id}`;

/**
 * Newest first, which is no matter to a sorted set. The balances are known from the last one backwards. A transaction that
 * cannot be a member is carried with all before it: so the sum is the balance still.
 */
export function wholeLedger(queries: Queries, agent_id: string, quarantine: Quarantine): string[] {
  const pairs: string[] = [];
  const filter = { account: '', asset: '', since_us: null, until_us: null };
  let before = Number.MAX_SAFE_INTEGER;
  let balance = queries.mirror.totalAt(agent_id, layout.USDC, before);
  let size_bytes = 0;
  for (;;) {
    const page = queries.ledger.transactions(agent_id, filter, before, layout.MAX_TRANSACTIONS);
    for (const { position, time_us, payload } of page.rows) {
      const score = layout.seconds(time_us);
      const tx_id = idAt('tx', position);
      const is_full = pairs.length === 2 * (layout.MAX_TRANSACTIONS - 1) || size_bytes > MAX_SET_BYTES;
      const made = is_full
        ? undefined
        : quarantine.attempt(transactionOf(agent_id, tx_id), () => {
            const transaction = layout.readTransaction(payload);
            const amount = layout.usdcOf(transaction);
            const member = layout.ledgerMember(tx_id, time_us, transaction, amount, balance);
            return { member, balance_before: subtractAmounts(balance, amount) };
          });
      if (made === undefined) {
        pairs.push(score, layout.carriedMember(score, balance));
        return pairs;
      }
      pairs.push(score, made.member);
      size_bytes += made.member.length;
      balance = made.balance_before;
      before = position;
    }
    if (!page.more) return pairs;
  }
}

/** The newest episodes; older ones are left out. */
export function wholeEpisodes(queries: Queries, agent_id: string, quarantine: Quarantine): string[] {
  const pairs: string[] = [];
  const end = { occurred_at_us: Number.MAX_SAFE_INTEGER, position: positionOf(2 ** 41 - 1, 0) };
  let size_bytes = 0;
  const rows: Iterable<EpisodeRow> = queries.episodic.newestFirst({
    agent_id,
    type: '',
    since_us: Number.MIN_SAFE_INTEGER,
    before: end,
  });
  for (const row of rows) {
    if (pairs.length === 2 * layout.MAX_EPISODES || size_bytes > MAX_SET_BYTES) break;
    const id = episodeId(row.position, row.occurred_at_us, row.type);
    const member = quarantine.attempt(`${id} of ${agent_id}`, () =>
      layout.episodeMember(agent_id, row, true),
    );
    if (member === undefined) continue;
    pairs.push(layout.seconds(row.occurred_at_us), member);
    size_bytes += member.length;
  }
  return pairs;
}
