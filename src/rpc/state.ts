/** Service State. */
import { unpackDocument } from '../codec/msgpack.js';
import { usToTimestamp } from '../codec/time.js';
import type { DocObject } from '../codec/value.js';
import { HoldfastError } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { StateHandlers } from '../gen/holdfast/v1/State.js';
import type { StateRecord } from '../gen/holdfast/v1/StateRecord.js';
import { revisionOf } from '../journal/position.js';
import type { VersionRow } from '../tiers/state/queries.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { valueToDocument } from './documents.js';
import { read } from './handle.js';
import type { MutationRpc, MutationSpecs } from './mutation.js';

export const stateMutations: MutationSpecs<'put_state'> = {
  put_state: {
    parse: (request) => ({
      name: check.name(request.name, 'name'),
      document: check.document(request.document, 'document'),
      expected_version:
        request.expected_version === undefined
          ? null
          : check.counter(request.expected_version, 'expected_version'),
      schema: request.schema,
      schema_version: request.schema_version,
    }),
    reply: ({ version, schema_version }) => ({ version: String(version), schema_version }),
  },
};

export function stateService(ctx: RpcContext, mutation: MutationRpc): Partial<StateHandlers> {
  return {
    PutState: mutation('put_state'),
    GetState: read(ctx, (request, queries, revision) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name = check.name(request.name, 'name');
      const at_revision = check.counter(request.at_revision, 'at_revision');
      const row = queries.state.at(agent_id, name, at_revision === 0 ? revision : at_revision);
      if (row === undefined || row.deleted === 1)
        throw new HoldfastError('NOT_FOUND', `no state ${name}`, { field: 'name' });
      return { state: toRecord(row, request.encoding) };
    }),
  };
}

function toRecord(row: VersionRow, encoding: DocumentEncoding__Output): StateRecord {
  const payload = unpackDocument(row.payload) as DocObject;
  return {
    name: row.name,
    version: String(row.version),
    document: valueToDocument(payload.document ?? null, encoding),
    revision: String(revisionOf(row.position)),
    updated_at: usToTimestamp(row.time_us),
    deleted: row.deleted === 1,
  };
}
