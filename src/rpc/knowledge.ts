/** Service Knowledge. */

import { sha256 } from '../codec/digest.js';
import { unpackDocument } from '../codec/msgpack.js';
import { usToTimestamp } from '../codec/time.js';
import { isDocObject } from '../codec/value.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { AggregateRecordsRequest__Output } from '../gen/holdfast/v1/AggregateRecordsRequest.js';
import type { AggregateRecordsResponse } from '../gen/holdfast/v1/AggregateRecordsResponse.js';
import type { Collection as CollectionMessage } from '../gen/holdfast/v1/Collection.js';
import type { Document } from '../gen/holdfast/v1/Document.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { GetRecordRequest__Output } from '../gen/holdfast/v1/GetRecordRequest.js';
import type { KnowledgeHandlers } from '../gen/holdfast/v1/Knowledge.js';
import type { QueryRecordsRequest__Output } from '../gen/holdfast/v1/QueryRecordsRequest.js';
import type { QueryRecordsResponse } from '../gen/holdfast/v1/QueryRecordsResponse.js';
import type { Record as RecordMessage } from '../gen/holdfast/v1/Record.js';
import type { AggregateArgs, AggregateFunction } from '../tiers/knowledge/aggregate.js';
import { contentOf, packContent } from '../tiers/knowledge/declaration.js';
import type { QueryArgs } from '../tiers/knowledge/query.js';
import { type Collection, type RecordRow, recordId } from '../tiers/knowledge/rows.js';
import { takePage } from '../tiers/page.js';
import type { Queries } from '../tiers/queries.js';
import { pack } from '../writer/transport.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { toDocument, valueToDocument } from './documents.js';
import { read, readHeader, requireRevision, unary } from './handle.js';
import { parseFilter } from './knowledge_filter.js';
import { distinct, fieldName } from './knowledge_mutations.js';
import type { MutationRpc } from './mutation.js';
import { pageToken, readPageToken } from './page_token.js';

const MAX_ORDER = 8;
const MAX_AGGREGATES = 16;
const MAX_GROUP_BY = 4;
/** What all groups of a reply may take on the wire: clients accept 4 MiB by default. */
const MAX_REPLY_BYTES = 3_500_000;

export function knowledgeService(ctx: RpcContext, mutation: MutationRpc): KnowledgeHandlers {
  return {
    PutCollection: mutation('put_collection'),
    DeleteCollection: mutation('delete_collection'),
    PutRecord: mutation('put_record'),
    DeleteRecord: mutation('delete_record'),

    GetCollection: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const name = check.id(request.name, 'name');
      return { collection: toCollection(queries.knowledge.collection(agent_id, name)) };
    }),

    ListCollections: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const page_size = check.pageSize(request.page_size);
      const query = ['ListCollections', agent_id];
      const [after = ''] = readPageToken(request.page_token, query, ['string']) ?? [];
      const { rows, more } = takePage(
        queries.knowledge.collections(agent_id, String(after)),
        page_size,
        ({ schema }) => packContent(contentOf(schema)).length,
      );
      const last = rows.at(-1);
      return {
        collections: rows.map(toCollection),
        next_page_token: more && last !== undefined ? pageToken(query, [last.name]) : '',
      };
    }),

    GetRecord: read(ctx, (request, queries) => ({
      record: toRecord(findRecord(queries, request), request.encoding),
    })),

    QueryRecords: unary(ctx, async (request: QueryRecordsRequest__Output): Promise<QueryRecordsResponse> => {
      const { args, query } = parseQuery(request);
      requireRevision(ctx, request.min_revision);
      const { revision, rows, next } = await ctx.scans.run('query_records', args);
      const cursor = next && [...next.keys.map((key) => Buffer.from(key).toString('base64url')), next.record];
      return {
        header: readHeader(revision),
        records: rows.map((row) => toRecord(row, request.encoding)),
        next_page_token: cursor === null ? '' : pageToken(query, cursor),
      };
    }),

    AggregateRecords: unary(
      ctx,
      async (request: AggregateRecordsRequest__Output): Promise<AggregateRecordsResponse> => {
        const args = parseAggregates(request);
        requireRevision(ctx, request.min_revision);
        const { revision, groups } = await ctx.scans.run('aggregate_records', args);
        let left = MAX_REPLY_BYTES;
        const take = (bytes: Uint8Array): Document => {
          const document = toDocument(bytes, request.encoding);
          left -= document.msgpack?.length ?? Buffer.byteLength(document.json ?? '');
          if (left < 0) throw tooLarge();
          return document;
        };
        return {
          header: readHeader(revision),
          groups: groups.map(({ group, values }) => ({ group: take(group), values: take(values) })),
        };
      },
    ),
  };
}

function findRecord(queries: Queries, request: GetRecordRequest__Output): RecordRow {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const collection = check.id(request.collection, 'collection');
  if (request.key === null) {
    const record_id = check.id(check.required(request.record_id, 'record_id'), 'record_id');
    return queries.knowledge.record(agent_id, collection, record_id);
  }
  if (request.record_id !== '') throw invalidField('key', 'must not stand beside record_id');
  const key = unpackDocument(check.document(request.key, 'key'));
  if (!isDocObject(key)) throw invalidField('key', 'must be an object of the fields of a unique key');
  return queries.knowledge.recordByKey(agent_id, collection, key);
}

function parseQuery(request: QueryRecordsRequest__Output): { args: QueryArgs; query: readonly unknown[] } {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const collection = check.id(request.collection, 'collection');
  const filter = parseFilter(request.filter);
  const order_by = check
    .list(request.order_by, 'order_by', 0, MAX_ORDER)
    .map(({ field, descending }, index) => {
      const at = `order_by[${index}].field`;
      const is_twice = request.order_by.findIndex((other) => other.field === field) < index;
      if (is_twice) throw invalidField(at, 'is ordered by already');
      return { field: fieldName(field, at), descending };
    });
  const limit = check.pageSize(request.page_size);
  const query = ['QueryRecords', agent_id, collection, sha256(pack(filter)).toString('hex'), order_by];
  const shape = [...order_by.map(() => 'string' as const), 'number' as const];
  const cursor = readPageToken(request.page_token, query, shape);
  const after = cursor && {
    keys: cursor.slice(0, -1).map((key) => Buffer.from(String(key), 'base64url')),
    record: Number(cursor.at(-1)),
  };
  return { args: { agent_id, collection, filter, order_by, limit, after: after ?? null }, query };
}

function parseAggregates(request: AggregateRecordsRequest__Output): AggregateArgs {
  const agent_id = check.id(request.agent_id, 'agent_id');
  const collection = check.id(request.collection, 'collection');
  const filter = parseFilter(request.filter);
  const aggregates = check.list(request.aggregates, 'aggregates', 1, MAX_AGGREGATES).map((each, index) => {
    const at = `aggregates[${index}]`;
    const name = check
      .enumValue(each.function, 'AGGREGATE_FUNCTION_UNSPECIFIED', `${at}.function`)
      .slice('AGGREGATE_FUNCTION_'.length) as AggregateFunction;
    const field = name === 'COUNT' && each.field === '' ? '' : fieldName(each.field, `${at}.field`);
    return { function: name, field };
  });
  const group_by = distinct(check.list(request.group_by, 'group_by', 0, MAX_GROUP_BY), 'group_by');
  return { agent_id, collection, filter, aggregates, group_by };
}

function toCollection({ name, schema, version, records, created_at_us }: Collection): CollectionMessage {
  return {
    name,
    fields: schema.fields.map((field) => ({
      name: field.name,
      type: `FIELD_TYPE_${field.type}` as const,
      required: field.required,
      indexed: field.indexed,
      ...(field.default_value !== undefined && {
        default_value: valueToDocument(field.default_value, 'DOCUMENT_ENCODING_UNSPECIFIED'),
      }),
    })),
    unique_keys: schema.unique_keys.map(({ fields }) => ({ fields: [...fields] })),
    version: String(version),
    records: String(records),
    created_at: usToTimestamp(created_at_us),
  };
}

function toRecord(row: RecordRow, encoding: DocumentEncoding__Output): RecordMessage {
  return {
    record_id: recordId(row.record),
    value: toDocument(row.value, encoding),
    version: String(row.version),
    created_at: usToTimestamp(row.created_at_us),
    updated_at: usToTimestamp(row.updated_at_us),
  };
}

function tooLarge(): HoldfastError {
  return new HoldfastError(
    'TOO_MANY',
    `group_by: the groups are more than ${MAX_REPLY_BYTES} bytes; narrow the filter or group by less`,
    { field: 'group_by', metadata: { limit: String(MAX_REPLY_BYTES) } },
  );
}
