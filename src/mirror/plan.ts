/**
 * What a page of the journal, or an agent as a whole, comes to in Redis: which scripts with which arguments. It reads and
 * decides; nothing here talks to Redis.
 */
import { addAmounts } from '../codec/amount.js';
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { TailEntry } from '../journal/tail.js';
import { readEpisodeId } from '../tiers/episodic/episode_id.js';
import type { Queries } from '../tiers/queries.js';
import { PUBLISHED, signalId } from '../tiers/signals/publish.js';
import { isMirrored, toMessage } from './envelope.js';
import * as layout from './layout.js';
import type { Quarantine } from './quarantine.js';
import { transactionOf, wholeEpisodes, wholeLedger } from './sets.js';

export type Part = 'profile' | 'ledger' | 'episodes' | 'session';
export const PARTS: readonly Part[] = ['profile', 'ledger', 'episodes', 'session'];

/** Writes all of a key, or with no pairs removes it. */
export interface Put {
  readonly op: 'put';
  readonly key: string;
  readonly type: 'hash' | 'zset';
  readonly position: number;
  readonly ttl_ms: number;
  readonly pairs: readonly string[];
}

export function isPut(put: Put | undefined): put is Put {
  return put !== undefined;
}

/** Adds to a sorted set. */
export interface Add {
  readonly op: 'add';
  readonly part: 'ledger' | 'episodes';
  readonly agent_id: string;
  readonly key: string;
  readonly position: number;
  /** Of each member: position, score, text, and the text whose place it takes. */
  readonly members: string[];
  /** The daemon has no more than so many: a set that has more has some that are gone. */
  readonly most: number;
}

export interface Plan {
  readonly writes: readonly (Put | Add)[];
  /** Positions of recorded actions. */
  readonly actions: number;
  /** Channel and message of each, in order. */
  readonly messages: readonly string[];
  /** Everything up to here is in the plan. */
  readonly next_revision: number;
  /** When what is in it was committed, Unix microseconds. */
  readonly times_us: readonly number[];
  /** Signals that are too old to be published. */
  readonly too_old: number;
}

export interface PlanOptions {
  readonly database_id: string;
  readonly ttl_ms: number;
  readonly signal_max_age_ms: number;
}

/** What one plan may hold, in bytes of text; it ends after the revision that goes beyond. */
const MAX_PLAN_BYTES = 2 * 1024 * 1024;
/** Balances remembered, so that the next transaction needs no look at all accounts. */
const MAX_REMEMBERED = 10_000;

export class Planner {
  readonly #options: PlanOptions;
  readonly #quarantine: Quarantine;
  /** The USDC that an agent had after its last transaction that was planned. */
  readonly #balances = new Map<string, { readonly position: number; readonly balance: string }>();

  /** @param quarantine takes what cannot be planned. */
  constructor(options: PlanOptions, quarantine: Quarantine) {
    this.#options = options;
    this.#quarantine = quarantine;
  }

  /** After anything but the next page: what is remembered may be of another history. */
  forget(): void {
    this.#balances.clear();
  }

  /**
   * @param entries of whole revisions, oldest first. @param head the snapshot's revision.
   * @param published the revision up to which signals are known to have been published.
   */
  page(
    queries: Queries,
    entries: readonly TailEntry[],
    head: number,
    now_us: number,
    published: number,
  ): Plan {
    const { database_id, signal_max_age_ms } = this.#options;
    const profiles = new Map<string, Set<string>>();
    const sessions = new Set<string>();
    /** Agents with a transaction that cannot be a member of the set. */
    const ledgers = new Set<string>();
    const adds = new Map<string, Add>();
    const messages: string[] = [];
    const times_us: number[] = [];
    let actions = 0;
    let too_old = 0;
    let size_bytes = 0;
    let next_revision = 0;
    for (const entry of entries) {
      const revision = revisionOf(entry.position);
      if (size_bytes > MAX_PLAN_BYTES && revision > next_revision) break;
      next_revision = revision;
      times_us.push(entry.time_us);
      const { kind, agent_id, key, position, time_us } = entry;
      if (kind.startsWith('field.')) {
        const fields = profiles.get(agent_id) ?? new Set<string>();
        profiles.set(agent_id, fields.add(key));
      } else if (kind.startsWith('session.') || kind === 'agent.taken_over') sessions.add(agent_id);
      else if (kind === 'ledger.posted') {
        const added = this.#quarantine.attempt(transactionOf(agent_id, key), () =>
          this.#addTransaction(queries, adds, entry),
        );
        size_bytes += added ?? 0;
        // What is remembered lacks this transaction; the set as a whole carries it.
        if (added === undefined) this.#balances.delete(agent_id);
        if (added === undefined) ledgers.add(agent_id);
      } else if (kind.startsWith('episode.'))
        size_bytes +=
          this.#quarantine.attempt(`${key} of ${agent_id}`, () => addEpisode(queries, adds, entry)) ?? 0;
      else if (kind === 'audit.action') actions += 1;
      else if (kind === PUBLISHED && isMirrored(key) && revision > published) {
        if (now_us - time_us > signal_max_age_ms * 1000) too_old += 1;
        const row = now_us - time_us > signal_max_age_ms * 1000 ? undefined : queries.signals.get(position);
        if (row === undefined) continue;
        const signal_id = signalId(position);
        const message = this.#quarantine.attempt(`${signal_id} of ${agent_id}`, () =>
          toMessage({ ...row, signal_id }, database_id),
        );
        if (message !== undefined) messages.push(key, message);
        size_bytes += message?.length ?? 0;
      }
    }
    const writes: (Put | Add)[] = [...adds.values()];
    const addWhole = (part: Part, agent_id: string): void => {
      const put = this.whole(queries, part, agent_id, head, now_us, false);
      if (put !== undefined) writes.push(put);
    };
    for (const agent_id of ledgers) addWhole('ledger', agent_id);
    for (const [agent_id, fields] of profiles) {
      addWhole('profile', agent_id);
      const present = new Map(
        queries.state.fields(agent_id, [...fields]).map(({ name, value }) => [name, value]),
      );
      for (const field of fields) {
        const update = this.#quarantine.attempt(fieldOf(agent_id, field), () =>
          layout.updateMessage(agent_id, field, present.get(field), database_id, head),
        );
        if (update !== undefined) messages.push(layout.UPDATES_CHANNEL, update);
      }
    }
    for (const agent_id of sessions) addWhole('session', agent_id);
    return { writes, actions, messages, next_revision, times_us, too_old };
  }

  /**
   * A key of an agent as it is now; undefined when it cannot be told at all.
   * @param is_refresh nobody has just changed it: a session that has ended goes.
   */
  whole(
    queries: Queries,
    part: Part,
    agent_id: string,
    head: number,
    now_us: number,
    is_refresh: boolean,
  ): Put | undefined {
    return this.#quarantine.attempt(`${part} of ${agent_id}`, () =>
      this.#whole(queries, part, agent_id, head, now_us, is_refresh),
    );
  }

  #whole(
    queries: Queries,
    part: Part,
    agent_id: string,
    head: number,
    now_us: number,
    is_refresh: boolean,
  ): Put {
    const { ttl_ms } = this.#options;
    const put = { op: 'put', position: lastPositionOf(head), ttl_ms } as const;
    switch (part) {
      case 'profile': {
        const pairs = queries.state
          .fields(agent_id, [])
          .flatMap(
            ({ name, value }) =>
              this.#quarantine.attempt(fieldOf(agent_id, name), () => layout.profilePair(name, value)) ?? [],
          );
        return { ...put, key: layout.profileKey(agent_id), type: 'hash', pairs };
      }
      case 'session': {
        const key = layout.sessionKey(agent_id);
        const session = queries.sessions.newest(agent_id, now_us);
        const has_ended = session === undefined || session.state === 'CLOSED' || session.state === 'EXPIRED';
        if (session === undefined || (has_ended && is_refresh))
          return { ...put, key, type: 'hash', pairs: [] };
        const left_ms =
          has_ended || session.closes_us === null ? ttl_ms : Math.ceil((session.closes_us - now_us) / 1000);
        const pairs = layout.sessionPairs(session);
        return { ...put, key, type: 'hash', ttl_ms: Math.max(1, Math.min(ttl_ms, left_ms)), pairs };
      }
      case 'ledger':
        return {
          ...put,
          key: layout.ledgerKey(agent_id),
          type: 'zset',
          pairs: wholeLedger(queries, agent_id, this.#quarantine),
        };
      case 'episodes':
        return {
          ...put,
          key: layout.episodesKey(agent_id),
          type: 'zset',
          pairs: wholeEpisodes(queries, agent_id, this.#quarantine),
        };
    }
  }

  #addTransaction(queries: Queries, adds: Map<string, Add>, entry: TailEntry): number {
    const { agent_id, position, time_us, key } = entry;
    const row = queries.ledger.transaction(agent_id, position);
    if (row === undefined) return 0;
    const transaction = layout.readTransaction(row.payload);
    const amount = layout.usdcOf(transaction);
    const balance = this.#balanceAfter(queries, agent_id, position, amount);
    const member = layout.ledgerMember(key, time_us, transaction, amount, balance);
    addOf(adds, 'ledger', entry, Number.MAX_SAFE_INTEGER).members.push(
      String(position),
      layout.seconds(time_us),
      member,
      '',
    );
    return member.length;
  }

  #balanceAfter(queries: Queries, agent_id: string, position: number, amount: string): string {
    const last = this.#balances.get(agent_id);
    // A page that failed is planned again: what is remembered may then be of a later transaction.
    const balance =
      last !== undefined && last.position < position
        ? addAmounts(last.balance, amount)
        : queries.mirror.totalAt(agent_id, layout.USDC, position);
    this.#balances.delete(agent_id);
    this.#balances.set(agent_id, { position, balance });
    const [oldest] = this.#balances.keys();
    if (this.#balances.size > MAX_REMEMBERED && oldest !== undefined) this.#balances.delete(oldest);
    return balance;
  }
}

const fieldOf = (agent_id: string, name: string): string => `profile field ${name} of ${agent_id}`;

function addOf(adds: Map<string, Add>, part: Add['part'], entry: TailEntry, most: number): Add {
  const { agent_id, position } = entry;
  const key = part === 'ledger' ? layout.ledgerKey(agent_id) : layout.episodesKey(agent_id);
  const members = adds.get(key)?.members ?? [];
  const add: Add = { op: 'add', part, agent_id, key, position, members, most };
  adds.set(key, add);
  return add;
}

function addEpisode(queries: Queries, adds: Map<string, Add>, entry: TailEntry): number {
  const { agent_id, key, kind, position } = entry;
  const id = readEpisodeId(key);
  // Undefined for a change of retention, and for an episode that retention has dropped meanwhile.
  const row = id === undefined ? undefined : queries.episodic.get(agent_id, id);
  const add = addOf(
    adds,
    'episodes',
    entry,
    Math.min(layout.MAX_EPISODES, queries.mirror.episodes(agent_id)),
  );
  if (row === undefined) return 0;
  const member = layout.episodeMember(agent_id, row, true);
  const before = kind === 'episode.outcome' ? layout.episodeMember(agent_id, row, false) : '';
  add.members.push(String(position), layout.seconds(row.occurred_at_us), member, before);
  return member.length + before.length;
}
