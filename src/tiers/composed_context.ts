/**
 * What a context is made of: the slots of working memory, the live ones filled from the other tiers, all in one snapshot.
 * The one place where working memory meets the other tiers.
 */
import { readHead } from '../journal/append.js';
import type { Db } from '../store/db.js';
import type { ContextPart } from '../tokens/assemble.js';
import type { Encoding } from '../tokens/models.js';
import { balanceLine, episodeLine, taskLines, transactionLine } from './composed_context_lines.js';
import { type LiveText, liveReaders, missing, type QueryVector } from './composed_live_readers.js';
import { type EpisodicQueries, episodicQueries } from './episodic/queries.js';
import { END, type LedgerQueries, ledgerQueries } from './ledger/queries.js';
import { takePage } from './page.js';
import { type TaskQueries, taskQueries } from './tasks/queries.js';
import { workingQueries } from './working/queries.js';
import { countsOf, unpackSlot } from './working/rows.js';
import type { LiveEpisodes, LivePortfolio, LiveSource, LiveTask, LiveTransactions } from './working/types.js';

export interface ContextArgs {
  readonly agent_id: string;
  /** Only these slots; empty = all. */
  readonly keys: readonly string[];
  /** In which the known counts are wanted. */
  readonly encoding: Encoding;
  /** Slots whose time is over by then are left out. */
  readonly now_us: number;
  readonly vectors: readonly QueryVector[];
}

export interface ContextParts {
  readonly revision: number;
  /** In the order in which they are to be taken. */
  readonly parts: readonly ContextPart[];
}

/** Balances that a portfolio shows. */
const MAX_BALANCES = 1000;
/** UTF-16 units of all live slots of a context together: what a thread is asked to hold and to count. */
const MAX_LIVE_UNITS = 16 * 1024 * 1024;
const NO_TIME = Number.MIN_SAFE_INTEGER;

export function contextParts(db: Db): (args: ContextArgs) => ContextParts {
  const working = workingQueries(db);
  const fill = liveTexts(db);
  return (args) =>
    db
      .transaction((): ContextParts => {
        const { revision } = readHead(db);
        const only = args.keys.length === 0 ? undefined : new Set(args.keys);
        const parts: ContextPart[] = [];
        let live_units = 0;
        for (const row of working.inOrder(args.agent_id, args.now_us)) {
          if (only !== undefined && !only.has(row.key)) continue;
          const { content, live } = unpackSlot(row.payload);
          const full = live_units > MAX_LIVE_UNITS;
          const filled =
            live === null
              ? { text: content ?? '', note: '' }
              : full
                ? missing('the live slots before it hold too much')
                : fill(args, live);
          if (live !== null) live_units += filled.text.length;
          parts.push({
            key: row.key,
            content: filled.text,
            counts: countsOf(row, args.encoding),
            priority: row.priority,
            pinned: row.pinned === 1,
            live: live !== null,
            note: filled.note,
          });
        }
        return { revision, parts };
      })
      .deferred();
}

function liveTexts(db: Db): (args: ContextArgs, source: LiveSource) => LiveText {
  const ledger = ledgerQueries(db);
  const episodic = episodicQueries(db);
  const tasks = taskQueries(db);
  const readers = liveReaders(db);
  return ({ agent_id, vectors, now_us }, source) => {
    switch (source.kind) {
      case 'portfolio':
        return portfolio(ledger, agent_id, source);
      case 'transactions':
        return transactions(ledger, agent_id, source);
      case 'episodes':
        return episodes(episodic, agent_id, source);
      case 'task':
        return task(tasks, agent_id, source);
      case 'recall': {
        const vector = vectors.find(({ query }) => query === source.query);
        return readers.recall(agent_id, source, vector, now_us);
      }
      case 'conversation':
        return readers.conversation(agent_id, source);
    }
  };
}

function portfolio(ledger: LedgerQueries, agent_id: string, { accounts }: LivePortfolio): LiveText {
  if (accounts.length === 0) {
    const { rows, more } = ledger.allBalances(agent_id, MAX_BALANCES);
    if (rows.length === 0) return missing('no balances');
    const lines = rows.map(balanceLine);
    if (!more) return found(lines);
    const note = `only the first ${MAX_BALANCES} balances`;
    return { text: [...lines, `(${note})`].join('\n'), note };
  }
  const absent: string[] = [];
  const lines = accounts.flatMap((account) => {
    const filter = { account, asset: '', include_world: true };
    const { rows } = ledger.balances(agent_id, filter, ['', ''], MAX_BALANCES);
    if (rows.length > 0) return rows.map(balanceLine);
    absent.push(account);
    return [`no account ${account}`];
  });
  const note = absent.length === 0 ? '' : `no account ${absent.join(', ')}`;
  return { text: lines.join('\n'), note };
}

function transactions(
  ledger: LedgerQueries,
  agent_id: string,
  { account, limit }: LiveTransactions,
): LiveText {
  const filter = { account, asset: '', since_us: null, until_us: null };
  const { rows } = ledger.transactions(agent_id, filter, END, limit);
  if (rows.length === 0) return missing(account === '' ? 'no transactions' : `no transactions of ${account}`);
  return found([...rows].reverse().map(transactionLine));
}

function episodes(episodic: EpisodicQueries, agent_id: string, { type, limit }: LiveEpisodes): LiveText {
  const newest = episodic.newestFirst({
    agent_id,
    type,
    since_us: NO_TIME,
    before: { occurred_at_us: END, position: END },
  });
  const { rows } = takePage(newest, limit, (row) => row.payload.length + (row.outcome?.length ?? 0));
  if (rows.length === 0) return missing(type === '' ? 'no episodes' : `no episodes of type ${type}`);
  return found([...rows].reverse().map(episodeLine));
}

function task(tasks: TaskQueries, agent_id: string, { task_id }: LiveTask): LiveText {
  if (task_id !== '') {
    const named = tasks.find(agent_id, task_id);
    return named === undefined ? missing(`no task ${task_id}`) : found(taskLines(named));
  }
  const newest = tasks.list(agent_id, ['PENDING', 'RUNNING', 'WAITING_FOR_APPROVAL', 'FAILED'], END, 1);
  const [row] = newest.rows;
  return row === undefined ? missing('no task that is not done') : found(taskLines(row.task));
}

function found(lines: readonly string[]): LiveText {
  return { text: lines.join('\n'), note: '' };
}
