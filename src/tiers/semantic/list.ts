/** Lists of memories: on a reader thread, because a filter may have to walk over a whole scope to find its page. */
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { takePage } from '../page.js';
import { MEMORY_COLUMNS, type MemoryRow } from './memory_table.js';
import { type MemoryView, MemoryViews } from './memory_views.js';
import { type FilterKey, indexScopes, keyToken, quoted } from './tokens.js';
import { tablesOf } from './vectors/tables.js';

export interface ListArgs {
  readonly scope_id: number;
  /** The list begins below this position. */
  readonly before: number;
  readonly limit: number;
  /** All of these. */
  readonly keys: readonly FilterKey[];
  /** Null = open. */
  readonly since_us: number | null;
  readonly until_us: number | null;
  readonly pinned_only: boolean;
  readonly include_superseded: boolean;
  /** Only memories without a vector of this generation; 0 = no matter. */
  readonly missing_generation_id: number;
}

export interface ListResult {
  readonly revision: number;
  readonly memories: readonly MemoryView[];
  readonly more: boolean;
}

/** One page, newest first by the order of storing. */
export function listMemories(db: Db, args: ListArgs): ListResult {
  const { sql, params } = listStatement(args);
  const views = new MemoryViews(db);
  return db.transaction((): ListResult => {
    const { revision } = readHead(db);
    const rows = db.prepare<unknown[], MemoryRow>(sql).iterate(...params);
    const page = takePage(rows, args.limit, ({ payload }) => payload.length);
    return { revision, memories: page.rows.map((row) => views.of(row)), more: page.more };
  })();
}

function listStatement(args: ListArgs): { sql: string; params: (number | string)[] } {
  const { scope_id, before, since_us, until_us, keys } = args;
  const columns = MEMORY_COLUMNS.split(', ')
    .map((name) => `m.${name}`)
    .join(', ');
  const conditions = ['m.scope_id = ?', 'm.position < ?'];
  const params: (number | string)[] = [scope_id, before];
  if (since_us !== null) {
    conditions.push('m.occurred_at_us >= ?');
    params.push(since_us);
  }
  if (until_us !== null) {
    conditions.push('m.occurred_at_us < ?');
    params.push(until_us);
  }
  if (args.pinned_only) conditions.push('m.pinned = 1');
  if (!args.include_superseded) conditions.push('m.superseded_by IS NULL');
  if (args.missing_generation_id > 0) {
    const { vectors } = tablesOf(args.missing_generation_id);
    conditions.push(`NOT EXISTS (SELECT 1 FROM ${vectors} v WHERE v.position = m.position)`);
  }
  const where = conditions.join(' AND ');
  if (keys.length === 0) {
    const index = args.pinned_only ? 'memories_pinned' : 'memories_by_scope';
    return {
      sql: `SELECT ${columns} FROM memories m INDEXED BY ${index} WHERE ${where} ORDER BY m.position DESC`,
      params,
    };
  }
  const index_scopes = indexScopes([scope_id], args.include_superseded);
  const expression = keys
    .map((key) => `(${index_scopes.map((scope) => quoted(keyToken(scope, key))).join(' OR ')})`)
    .join(' AND ');
  return {
    sql: `SELECT ${columns} FROM memory_text t CROSS JOIN memories m ON m.position = t.rowid
          WHERE t.memory_text MATCH ? AND t.rowid < ? AND ${where} ORDER BY t.rowid DESC`,
    params: [expression, before, ...params],
  };
}
