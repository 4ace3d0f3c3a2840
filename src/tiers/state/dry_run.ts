/** DryRunMigration: runs the chain over every stored state of a schema and changes nothing. A scan, page by page. */
import { HoldfastError } from '../../errors.js';
import { readHead } from '../../journal/append.js';
import type { Db } from '../../store/db.js';
import { asStored, type VersionRow } from './queries.js';
import { CompiledSchema, checkSchema, migrateOnce, SchemaRegistry, unpackSchema } from './schemas.js';
import { packWithinLimits } from './values.js';

export interface DryRunArgs {
  readonly agent_id: string;
  readonly schema: string;
  /** Packed SchemaContent of one version more, or null. */
  readonly candidate: Uint8Array | null;
}

export interface DryRunFailure {
  readonly name: string;
  readonly version: number;
  readonly to_schema_version: number;
  readonly path: string;
  readonly problem: string;
}

export interface DryRunResult {
  /** The newest revision when it began. */
  readonly revision: number;
  readonly states: number;
  readonly would_migrate: number;
  readonly up_to_date: number;
  readonly failed: number;
  /** The first 1,000. */
  readonly failures: readonly DryRunFailure[];
}

const MAX_FAILURES = 1000;
const PAGE_ROWS = 50;

/** @throws HoldfastError NOT_FOUND, or WRONG_STATE for a candidate that is not the next version. */
export function dryRunMigration(db: Db, { agent_id, schema, candidate }: DryRunArgs): DryRunResult {
  const registry = new SchemaRegistry(db);
  const newest = registry.newest(agent_id, schema);
  if (newest === 0) {
    throw new HoldfastError('NOT_FOUND', `schema: ${schema} is not registered`, { field: 'schema' });
  }
  const next = candidate === null ? undefined : new CompiledSchema(unpackSchema(candidate));
  if (next !== undefined && next.content.version !== newest + 1) {
    throw new HoldfastError(
      'WRONG_STATE',
      `candidate.version: the next version of ${schema} is ${newest + 1}, not ${next.content.version}`,
      { field: 'candidate.version', metadata: { newest: String(newest) } },
    );
  }
  // A page is one statement, so no read lasts longer than a page and a head always meets its own row.
  const page = db.prepare<[string, string, string, number], VersionRow>(
    `SELECT v.name, v.position, v.version, v.deleted, v.time_us, v.payload
     FROM state_heads AS h CROSS JOIN state_versions AS v USING (agent_id, name, position)
     WHERE h.agent_id = ? AND h.name > ? AND h.schema = ? AND h.deleted = 0 ORDER BY h.name LIMIT ?`,
  );
  const { revision } = readHead(db);
  const counts = { states: 0, would_migrate: 0, up_to_date: 0, failed: 0 };
  const failures: DryRunFailure[] = [];
  let after = '';
  for (;;) {
    const rows = page.all(agent_id, after, schema, PAGE_ROWS);
    for (const row of rows) {
      counts.states += 1;
      const outcome = tryOne(registry, agent_id, row, newest, next);
      if (outcome === 'would_migrate' || outcome === 'up_to_date') counts[outcome] += 1;
      else {
        counts.failed += 1;
        if (failures.length < MAX_FAILURES) failures.push(outcome);
      }
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return { revision, ...counts, failures };
    after = last.name;
  }
}

function tryOne(
  registry: SchemaRegistry,
  agent_id: string,
  row: VersionRow,
  newest: number,
  next: CompiledSchema | undefined,
): 'would_migrate' | 'up_to_date' | DryRunFailure {
  const { schema, stored_schema_version, document } = asStored(row);
  const target = next?.content.version ?? newest;
  if (stored_schema_version === target) return 'up_to_date';
  try {
    const known = registry.migrate(agent_id, schema, document, stored_schema_version, newest);
    const migrated = next === undefined ? known : migrateOnce(next, known);
    packWithinLimits(migrated);
    checkSchema(next ?? registry.get(agent_id, schema, newest), migrated, 'MIGRATION_FAILED');
    return 'would_migrate';
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const { path = '', problem = error.message, to_schema_version } = error.details.metadata ?? {};
    const { name, version } = row;
    return { name, version, to_schema_version: Number(to_schema_version ?? target), path, problem };
  }
}
