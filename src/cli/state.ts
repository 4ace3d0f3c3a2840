import { listAll } from '@holdfast/client';
import type { StateRecord__Output } from '@holdfast/client/types/StateRecord.js';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import {
  countArgument,
  documentArgument,
  documentCell,
  indentJson,
  timeArgument,
  timeCell,
} from './values.js';

const EXPECTED: Readonly<Record<string, Option>> = {
  'expected-version': { value: 'N', help: 'only if this is the present version; 0 = must not exist' },
};

function expectedVersion(context: Context): { expected_version?: string } {
  const text = context.text('expected-version');
  return text === undefined ? {} : { expected_version: countArgument(text, '--expected-version') };
}

const NAME = { name: 'NAME', help: 'the state’s name' };
const DOCUMENT = { name: 'DOCUMENT', help: 'JSON, @FILE, or - for standard input' };

const get: Command = {
  name: 'state get',
  summary: 'read a state, now or as it was',
  args: [NAME],
  options: {
    'at-revision': { value: 'N', help: 'as it was right after this revision' },
    'at-time': { value: 'TIME', help: 'as it was then: 2026-11-20T12:00:00Z, or 24h for a day ago' },
    raw: { help: 'as stored, without migration to the newest schema version' },
    document: { help: 'only the document' },
  },
  examples: [
    'holdfast --agent alpha state get config',
    'holdfast --agent alpha state get config --document | jq .',
  ],
  run: async (context) => {
    const at_revision = context.text('at-revision');
    const at_time = context.text('at-time');
    if (at_revision !== undefined && at_time !== undefined) {
      throw new UsageError('--at-revision and --at-time: one of the two');
    }
    const { state } = await context.holdfast.state.getState({
      name: context.arg(0),
      without_migration: context.on('raw'),
      ...(at_revision !== undefined && { at_revision: countArgument(at_revision, '--at-revision') }),
      ...(at_time !== undefined && { at_time: timeArgument(at_time, '--at-time') }),
    });
    if (context.on('document')) context.out.line(state?.document?.json ?? 'null');
    else
      context.out.reply(state, () => {
        context.out.table(COLUMNS, state === null ? [] : [row(state)]);
        context.out.line(`\n${indentJson(state?.document?.json ?? '')}`);
      });
  },
};

const put: Command = {
  name: 'state put',
  summary: 'write a new version of a state',
  args: [NAME, DOCUMENT],
  options: {
    ...EXPECTED,
    schema: { value: 'NAME', help: 'the schema it follows [that of the present version]' },
    'schema-version': { value: 'N', help: 'the version the document is written in [the newest]' },
  },
  examples: [
    `holdfast --agent alpha state put config '{"max_position": {"__decimal__": "2500.00"}}'`,
    'holdfast --agent alpha state put config @config.json --expected-version 3',
  ],
  run: async (context) => {
    const reply = await context.holdfast.state.putState({
      name: context.arg(0),
      document: documentArgument(context.arg(1)),
      schema: context.text('schema') ?? '',
      schema_version: Number(countArgument(context.text('schema-version') ?? '0', '--schema-version')),
      ...expectedVersion(context),
    });
    context.out.reply(reply, () => written(context, reply));
  },
};

const patch: Command = {
  name: 'state patch',
  summary: 'change part of a state',
  args: [NAME, { name: 'PATCH', help: 'an RFC 7386 merge patch: JSON, @FILE, or -' }],
  options: { ...EXPECTED, 'json-patch': { help: 'PATCH is an RFC 6902 JSON Patch' } },
  examples: [`holdfast --agent alpha state patch config '{"mode": "safe", "note": null}'`],
  run: async (context) => {
    const document = documentArgument(context.arg(1));
    const reply = await context.holdfast.state.patchState({
      name: context.arg(0),
      ...(context.on('json-patch') ? { json_patch: document } : { merge_patch: document }),
      ...expectedVersion(context),
    });
    context.out.reply(reply, () => written(context, reply));
  },
};

const remove: Command = {
  name: 'state delete',
  summary: 'delete a state; its versions stay readable',
  args: [NAME],
  options: EXPECTED,
  examples: ['holdfast --agent alpha state delete config'],
  run: async (context) => {
    const reply = await context.holdfast.state.deleteState({
      name: context.arg(0),
      ...expectedVersion(context),
    });
    context.out.reply(reply, () => written(context, reply));
  },
};

function written(
  context: Context,
  reply: { version: string; header: { revision: string; replayed: boolean } | null },
): void {
  context.out.facts([
    ['state', context.arg(0)],
    ['version', reply.version],
    ['revision', reply.header?.revision],
  ]);
}

const COLUMNS = [
  'NAME',
  { title: 'VERSION', right: true },
  'SCHEMA',
  { title: 'REVISION', right: true },
  'UPDATED',
];

function row(state: StateRecord__Output): string[] {
  const schema = state.schema === '' ? '' : `${state.schema} ${state.schema_version}`;
  return [state.name, state.version, schema, state.revision, timeCell(state.updated_at)];
}

const list: Command = {
  name: 'state list',
  summary: 'list the states that exist',
  options: {
    ...LIMIT,
    prefix: { value: 'TEXT', help: 'only names that begin so' },
    schema: { value: 'NAME', help: 'only this schema' },
  },
  examples: ['holdfast --agent alpha state list --prefix strategy/'],
  run: async (context) => {
    const request = { name_prefix: context.text('prefix') ?? '', schema: context.text('schema') ?? '' };
    const states = await take(context, listAll(context.holdfast.state.listStates, request));
    context.out.reply(states, () =>
      context.out.table(
        [...COLUMNS, 'DOCUMENT'],
        states.map((state) => [...row(state), documentCell(state.document)]),
      ),
    );
  },
};

const versions: Command = {
  name: 'state versions',
  summary: 'list the kept versions of a state, newest first',
  args: [NAME],
  options: LIMIT,
  examples: ['holdfast --agent alpha state versions config --limit 5'],
  run: async (context) => {
    const request = { name: context.arg(0) };
    const found = await take(context, listAll(context.holdfast.state.listStateVersions, request));
    context.out.reply(found, () =>
      context.out.table(
        [...COLUMNS, 'DOCUMENT'],
        found.map((state) => [...row(state), state.deleted ? '(deleted)' : documentCell(state.document)]),
      ),
    );
  },
};

export const stateCommands: readonly Command[] = [get, put, patch, remove, list, versions];
