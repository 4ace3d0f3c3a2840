/** Service State. */
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { DryRunMigrationRequest__Output } from '../gen/holdfast/v1/DryRunMigrationRequest.js';
import type { DryRunMigrationResponse } from '../gen/holdfast/v1/DryRunMigrationResponse.js';
import type { GetStateRequest__Output } from '../gen/holdfast/v1/GetStateRequest.js';
import type { StateHandlers } from '../gen/holdfast/v1/State.js';
import type { StateRecord } from '../gen/holdfast/v1/StateRecord.js';
import { revisionOf } from '../journal/position.js';
import type { Queries } from '../tiers/queries.js';
import { asStored, type ReadDocument, type VersionRow } from '../tiers/state/queries.js';
import { unpackSchema } from '../tiers/state/schemas.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toDocument, valueToDocument } from './documents.js';
import { read, readHeader, requireRevision, unary } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';
import { parseSchemaVersion, toSchemaVersion } from './state_schemas.js';

const MAX_FIELD_NAMES = 1024;

export function stateService(ctx: RpcContext, mutation: MutationRpc): StateHandlers {
  return {
    PutState: mutation('put_state'),
    PatchState: mutation('patch_state'),
    DeleteState: mutation('delete_state'),
    SetStateRetention: mutation('set_state_retention'),
    RegisterSchema: mutation('register_schema'),
    SetFields: mutation('set_fields'),
    IncrementField: mutation('increment_field'),

    GetState: read(ctx, (request, queries, revision) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const row = findState(queries, agent_id, request, revision);
      if (row === undefined || row.deleted === 1) throw noState(request.name);
      const found = request.without_migration ? asStored(row) : queries.state.migrated(agent_id, row);
      return { state: toRecord(row, found, request.encoding) };
    }),

    ListStates: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name_prefix = optionalName(request.name_prefix, 'name_prefix');
      const schema = optionalName(request.schema, 'schema');
      const limit = check.pageSize(request.page_size);
      const query = ['states', agent_id, name_prefix, schema];
      const [after = ''] = readPageToken(request.page_token, query, ['string']) ?? [];
      const filter = { name_prefix, schema, after: String(after) };
      const { rows, more } = queries.state.states(agent_id, filter, limit);
      const states = rows.map((row) => {
        if (!request.names_only) return toRecord(row, listed(queries, agent_id, row), request.encoding);
        const { document: _, ...record } = toRecord(row, asStored(row), request.encoding);
        return record;
      });
      return { states, next_page_token: nextToken(query, more, rows.at(-1)?.name) };
    }),

    ListStateVersions: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name = check.name(request.name, 'name');
      const limit = check.pageSize(request.page_size);
      const query = ['state_versions', agent_id, name];
      const [before = Number.MAX_SAFE_INTEGER] = readPageToken(request.page_token, query, ['number']) ?? [];
      const page = queries.state.versions(agent_id, name, Number(before), limit);
      if (page === undefined) throw noState(name);
      return {
        versions: page.rows.map((row) => toRecord(row, asStored(row), request.encoding)),
        next_page_token: nextToken(query, page.more, page.rows.at(-1)?.position),
      };
    }),

    ListSchemas: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const only = optionalName(request.schema, 'schema');
      const limit = check.pageSize(request.page_size);
      const query = ['schemas', agent_id, only];
      const [schema = '', version = 0] = readPageToken(request.page_token, query, ['string', 'number']) ?? [];
      const after = [String(schema), Number(version)] as const;
      const { rows, more } = queries.state.schemas(agent_id, only, after, limit);
      const last = rows.at(-1);
      return {
        schemas: rows.map(({ payload }) => toSchemaVersion(payload, request.encoding)),
        next_page_token: nextToken(query, more, last?.schema, last?.version),
      };
    }),

    DryRunMigration: unary(ctx, (request) => dryRun(ctx, request)),

    GetFields: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const names = check
        .list(request.names, 'names', 0, MAX_FIELD_NAMES)
        .map((name, index) => check.name(name, `names[${index}]`));
      const fields = queries.state.fields(agent_id, names).map(({ name, value, position }) => ({
        name,
        value: toDocument(value, request.encoding),
        revision: String(revisionOf(position)),
      }));
      return { fields };
    }),
  };
}

function optionalName(value: string, field: string): string {
  return value === '' ? '' : check.name(value, field);
}

function noState(name: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no state ${name}`, { field: 'name' });
}

function nextToken(
  query: readonly string[],
  more: boolean,
  ...cursor: (string | number | undefined)[]
): string {
  return more
    ? pageToken(
        query,
        cursor.map((part) => part ?? ''),
      )
    : '';
}

/** The version asked for: the newest, or that of a point in the past. */
function findState(
  queries: Queries,
  agent_id: string,
  request: GetStateRequest__Output,
  newest_revision: number,
): VersionRow | undefined {
  const name = check.name(request.name, 'name');
  const at_revision = check.counter(request.at_revision, 'at_revision');
  const at_time_us = check.optionalTimestamp(request.at_time, 'at_time');
  if (at_revision !== 0 && at_time_us !== null) {
    throw invalidField('at_time', 'must not stand beside at_revision');
  }
  if (at_revision > newest_revision) {
    throw new HoldfastError(
      'REVISION_IN_FUTURE',
      `at_revision: ${at_revision} is above the newest, ${newest_revision}`,
      { field: 'at_revision', metadata: { newest: String(newest_revision) } },
    );
  }
  if (at_time_us !== null) return queries.state.atTime(agent_id, name, at_time_us);
  return queries.state.at(agent_id, name, at_revision === 0 ? newest_revision : at_revision);
}

/** A list shows a state that cannot be migrated as it is stored: one bad state must not hide the others. */
function listed(queries: Queries, agent_id: string, row: VersionRow): ReadDocument {
  try {
    return queries.state.migrated(agent_id, row);
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.status !== 'FAILED_PRECONDITION') throw error;
    return asStored(row);
  }
}

function toRecord(row: VersionRow, found: ReadDocument, encoding: DocumentEncoding__Output): StateRecord {
  const deleted = row.deleted === 1;
  return {
    name: row.name,
    version: String(row.version),
    schema: found.schema,
    schema_version: found.schema_version,
    stored_schema_version: found.stored_schema_version,
    ...(deleted ? {} : { document: valueToDocument(found.document, encoding) }),
    revision: String(revisionOf(row.position)),
    updated_at: usToTimestamp(row.time_us),
    deleted,
  };
}

async function dryRun(
  ctx: RpcContext,
  request: DryRunMigrationRequest__Output,
): Promise<DryRunMigrationResponse> {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const schema = check.name(request.schema, 'schema');
  const { candidate } = request;
  const content = candidate === null ? null : parseSchemaVersion(candidate, 'candidate');
  if (content !== null && unpackSchema(content).schema !== schema) {
    throw invalidField('candidate.schema', `must be ${schema}`);
  }
  requireRevision(ctx, request.min_revision);
  const { revision, states, would_migrate, up_to_date, failed, failures } = await ctx.scans.run(
    'dry_run_migration',
    { agent_id, schema, candidate: content },
  );
  return {
    header: readHeader(revision),
    states: String(states),
    would_migrate: String(would_migrate),
    up_to_date: String(up_to_date),
    failed: String(failed),
    failures: failures.map((failure) => ({ ...failure, version: String(failure.version) })),
  };
}
