import { listAll } from '@holdfast/client';
import { AggregateFunction } from '@holdfast/client/types/AggregateFunction.js';
import type { Record__Output } from '@holdfast/client/types/Record.js';
import type { Command, Context, Option } from './command.js';
import { declarationArgument } from './knowledge_declaration.js';
import { WHERE_HELP, whereFilter } from './knowledge_where.js';
import { LIMIT, take } from './lists.js';
import { countArgument, documentArgument, documentCell, enumArgument, enumCell, timeCell } from './values.js';

const COLLECTION = { name: 'COLLECTION', help: 'the collection’s name' };
const RECORD_ID = { name: 'RECORD_ID', help: 'the record’s id' };
const EXPECTED: Readonly<Record<string, Option>> = {
  'expected-version': { value: 'N', help: 'only if this is the present version; 0 = must not exist' },
};
const PRESENT: Readonly<Record<string, Option>> = {
  'expected-version': { value: 'N', help: 'only if this is the present version' },
};
const WHERE: Readonly<Record<string, Option>> = {
  where: { value: 'COMPARISON', help: `${WHERE_HELP}; all must hold`, multiple: true },
};

function expectedVersion(context: Context): { expected_version?: string } {
  const text = context.text('expected-version');
  return text === undefined ? {} : { expected_version: countArgument(text, '--expected-version') };
}

/** The filter of --where; the declaration is asked for only when there is one. */
async function filterOf(context: Context, collection: string) {
  const texts = context.texts('where');
  if (texts.length === 0) return {};
  const { collection: declared } = await context.holdfast.knowledge.getCollection({ name: collection });
  const filter = whereFilter(texts, declared);
  return filter === undefined ? {} : { filter };
}

const declare: Command = {
  name: 'knowledge declare',
  summary: 'declare a collection, or change what it declares',
  details: [
    'The declaration is JSON: {"fields": [{"name": "sku", "type": "string", "required": true, "indexed": true,',
    '"default": "x"}, ...], "unique_keys": [["user", "sku"], ...]}. Types: string, integer, decimal, float, boolean,',
    'timestamp, json.',
  ].join('\n'),
  args: [
    { name: 'NAME', help: 'the collection’s name' },
    { name: 'DECLARATION', help: 'JSON, @FILE, or - for standard input' },
  ],
  options: EXPECTED,
  examples: [
    `holdfast --agent alpha knowledge declare vendors '{"fields":[{"name":"vendor","type":"string","required":true},{"name":"reliability","type":"float","indexed":true}],"unique_keys":[["vendor"]]}'`,
    'holdfast --agent alpha knowledge declare vendors @vendors.json',
  ],
  run: async (context) => {
    const [name = '', text = ''] = context.args;
    const reply = await context.holdfast.knowledge.putCollection({
      name,
      ...declarationArgument(documentArgument(text).json),
      ...expectedVersion(context),
    });
    context.out.reply(reply, () => context.out.facts([['version', reply.version]]));
  },
};

const collections: Command = {
  name: 'knowledge collections',
  summary: 'list the collections, by name',
  options: LIMIT,
  examples: ['holdfast --agent alpha knowledge collections'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.knowledge.listCollections, {}));
    const right = true;
    context.out.reply(found, () =>
      context.out.table(
        [
          'NAME',
          { title: 'RECORDS', right },
          { title: 'FIELDS', right },
          { title: 'VERSION', right },
          'CREATED',
        ],
        found.map((one) => [one.name, one.records, one.fields.length, one.version, timeCell(one.created_at)]),
        'no collections',
      ),
    );
  },
};

const describe: Command = {
  name: 'knowledge describe',
  summary: 'show what a collection declares',
  args: [COLLECTION],
  examples: ['holdfast --agent alpha knowledge describe vendors'],
  run: async (context) => {
    const { collection } = await context.holdfast.knowledge.getCollection({ name: context.arg(0) });
    context.out.reply(collection, () => {
      context.out.table(
        ['FIELD', 'TYPE', 'REQUIRED', 'INDEXED', 'DEFAULT'],
        (collection?.fields ?? []).map((one) => [
          one.name,
          enumCell(one.type, 'FIELD_TYPE_'),
          one.required ? 'yes' : '',
          one.indexed ? 'yes' : '',
          documentCell(one.default_value, 40),
        ]),
      );
      context.out.line('');
      context.out.facts([
        ['version', collection?.version],
        ['records', collection?.records],
        ...(collection?.unique_keys ?? []).map(({ fields }) => ['unique', fields.join(', ')] as const),
      ]);
    });
  },
};

const put: Command = {
  name: 'knowledge put',
  summary: 'write a record whole',
  args: [COLLECTION, { name: 'RECORD', help: 'JSON, @FILE, or - for standard input' }],
  options: {
    ...EXPECTED,
    id: { value: 'RECORD_ID', help: 'overwrite this record' },
    match: { value: 'FIELD', help: 'a field of the unique key to upsert by', multiple: true },
  },
  examples: [
    `holdfast --agent alpha knowledge put vendors '{"vendor": "acme", "reliability": 0.97}' --match vendor`,
  ],
  run: async (context) => {
    const reply = await context.holdfast.knowledge.putRecord({
      collection: context.arg(0),
      value: documentArgument(context.arg(1)),
      record_id: context.text('id') ?? '',
      match_key: [...context.texts('match')],
      ...expectedVersion(context),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['record', reply.record_id],
        ['version', reply.version],
        ['created', reply.created ? 'yes' : 'no'],
      ]),
    );
  },
};

const get: Command = {
  name: 'knowledge get',
  summary: 'read one record, by its id or by a unique key',
  args: [COLLECTION, { name: 'ID_OR_KEY', help: 'the record’s id, or the key as JSON: {"vendor": "acme"}' }],
  examples: [`holdfast --agent alpha knowledge get vendors '{"vendor": "acme"}'`],
  run: async (context) => {
    const [collection = '', which = ''] = context.args;
    const is_key = which.startsWith('{') || which.startsWith('@') || which === '-';
    const { record } = await context.holdfast.knowledge.getRecord({
      collection,
      ...(is_key ? { key: documentArgument(which) } : { record_id: which }),
    });
    context.out.reply(record, () => showRecords(context, record === null ? [] : [record]));
  },
};

const query: Command = {
  name: 'knowledge query',
  summary: 'find records',
  args: [COLLECTION],
  options: {
    ...LIMIT,
    ...WHERE,
    order: { value: 'FIELD', help: 'order by it; -FIELD for descending [newest first]', multiple: true },
  },
  examples: [
    `holdfast --agent alpha knowledge query vendors --where 'reliability >= 0.9' --order=-reliability --limit 5`,
  ],
  run: async (context) => {
    const collection = context.arg(0);
    const order_by = context.texts('order').map((text) => ({
      field: text.replace(/^-/, ''),
      descending: text.startsWith('-'),
    }));
    const request = { collection, order_by, ...(await filterOf(context, collection)) };
    const found = await take(context, listAll(context.holdfast.knowledge.queryRecords, request));
    context.out.reply(found, () => showRecords(context, found));
  },
};

function showRecords(context: Context, records: readonly Record__Output[]): void {
  context.out.table(
    ['RECORD', { title: 'VERSION', right: true }, 'UPDATED', 'VALUE'],
    records.map((one) => [
      one.record_id,
      one.version,
      timeCell(one.updated_at),
      documentCell(one.value, 200),
    ]),
    'no records',
  );
}

const remove: Command = {
  name: 'knowledge rm',
  summary: 'remove a record',
  args: [COLLECTION, RECORD_ID],
  options: PRESENT,
  examples: ['holdfast --agent alpha knowledge rm vendors record-00000000sg0'],
  run: async (context) => {
    const [collection = '', record_id = ''] = context.args;
    const request = { collection, record_id, ...expectedVersion(context) };
    const reply = await context.holdfast.knowledge.deleteRecord(request);
    context.out.reply(reply, () => context.out.facts([['revision', reply.header?.revision]]));
  },
};

const aggregate: Command = {
  name: 'knowledge aggregate',
  summary: 'count, add up, average records, by group or all',
  args: [
    COLLECTION,
    { name: 'FIGURE', help: 'count, sum:FIELD, average:FIELD, min:FIELD or max:FIELD', rest: true },
  ],
  options: { ...WHERE, by: { value: 'FIELD', help: 'one line for each value of it', multiple: true } },
  examples: ['holdfast --agent alpha knowledge aggregate purchases count sum:price --by vendor'],
  run: async (context) => {
    const [collection = '', ...figures] = context.args;
    const aggregates = figures.map((text) => {
      const [name = '', field = ''] = text.split(':');
      return { function: enumArgument(AggregateFunction, 'AGGREGATE_FUNCTION_', name, 'FIGURE'), field };
    });
    const group_by = [...context.texts('by')];
    const request = { collection, aggregates, group_by, ...(await filterOf(context, collection)) };
    const reply = await context.holdfast.knowledge.aggregateRecords(request);
    context.out.reply(reply.groups, () =>
      context.out.table(
        ['GROUP', figures.join(', ').toUpperCase()],
        reply.groups.map(({ group, values }) => [documentCell(group, 120), documentCell(values, 200)]),
        'no groups',
      ),
    );
  },
};

const drop: Command = {
  name: 'knowledge drop',
  summary: 'remove a collection',
  args: [COLLECTION],
  options: { force: { help: 'also when it has records' } },
  examples: ['holdfast --agent alpha knowledge drop vendors --force'],
  run: async (context) => {
    const request = { name: context.arg(0), force: context.on('force') };
    const reply = await context.holdfast.knowledge.deleteCollection(request);
    context.out.reply(reply, () => context.out.facts([['deleted records', reply.deleted_records]]));
  },
};

export const knowledgeCommands: readonly Command[] = [
  declare,
  collections,
  describe,
  put,
  get,
  query,
  aggregate,
  remove,
  drop,
];
