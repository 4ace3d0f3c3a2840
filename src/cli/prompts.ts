import { listAll } from '@holdfast/client';
import type { PromptTemplate__Output } from '@holdfast/client/types/PromptTemplate.js';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { countArgument, pairArgument, textArgument, timeCell } from './values.js';

const NAME = { name: 'NAME', help: 'the template’s name' };
const LABEL = { name: 'LABEL', help: 'such as production' };

const WHICH: Readonly<Record<string, Option>> = {
  'at-version': { value: 'N', help: 'this version [the newest]' },
  label: { value: 'LABEL', help: 'the version that this label points at' },
};

const EXPECTED: Option = { value: 'N', help: 'only if this is the present version; 0 = must not exist' };

function expectedVersion(context: Context): { expected_version?: number } {
  const text = context.text('expected-version');
  return text === undefined ? {} : { expected_version: Number(countArgument(text, '--expected-version')) };
}

function which(context: Context): { name: string; version: number; label: string } {
  const version = context.text('at-version');
  const label = context.text('label');
  if (version !== undefined && label !== undefined)
    throw new UsageError('--at-version and --label: one of the two');
  return {
    name: context.arg(0),
    version: version === undefined ? 0 : Number(countArgument(version, '--at-version')),
    label: label ?? '',
  };
}

const put: Command = {
  name: 'prompt put',
  summary: 'add a version of a prompt template',
  details: 'In the text {{name}} stands for a variable, \\{{ for two braces.',
  args: [NAME, { name: 'TEXT', help: 'the text, @FILE, or - for standard input' }],
  options: {
    description: { value: 'TEXT', help: 'what is new about it' },
    label: { value: 'LABEL', help: 'point this label at it', multiple: true },
    'expected-version': EXPECTED,
  },
  examples: ['holdfast --agent alpha prompt put plan @plan.txt --label staging'],
  run: async (context) => {
    const reply = await context.holdfast.procedural.putPromptTemplate({
      name: context.arg(0),
      text: textArgument(context.arg(1)),
      description: context.text('description') ?? '',
      labels: [...context.texts('label')],
      ...expectedVersion(context),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['template', context.arg(0)],
        ['version', reply.version],
        ['added', reply.unchanged ? 'no, the newest is the same' : 'yes'],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

const get: Command = {
  name: 'prompt get',
  summary: 'read a version of a prompt template',
  args: [NAME],
  options: { ...WHICH, text: { help: 'only the text' } },
  examples: [
    'holdfast --agent alpha prompt get plan --label production',
    'holdfast --agent alpha prompt get plan --text',
  ],
  run: async (context) => {
    const { template } = await context.holdfast.procedural.getPromptTemplate(which(context));
    if (context.on('text')) context.out.text(template?.text ?? '');
    else
      context.out.reply(template, () => {
        context.out.table(COLUMNS, template === null ? [] : [row(template)]);
        context.out.line(`\n${template?.text ?? ''}`);
      });
  },
};

const COLUMNS = ['NAME', { title: 'VERSION', right: true }, 'LABELS', 'VARIABLES', 'CREATED', 'DESCRIPTION'];

function row(template: PromptTemplate__Output): (string | number)[] {
  const { name, version, labels, variables, created_at, description } = template;
  return [name, version, labels.join(' '), variables.join(' '), timeCell(created_at), description];
}

const list: Command = {
  name: 'prompt list',
  summary: 'list the prompt templates',
  options: LIMIT,
  examples: ['holdfast --agent alpha prompt list'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.procedural.listPromptTemplates, {}));
    context.out.reply(found, () =>
      context.out.table(
        ['NAME', { title: 'NEWEST', right: true }, 'LABELS'],
        found.map(({ name, newest_version, labels }) => [
          name,
          newest_version,
          labels.map(({ label, version }) => `${label}=${version}`).join(' '),
        ]),
        'no templates',
      ),
    );
  },
};

const versions: Command = {
  name: 'prompt versions',
  summary: 'list the versions of a prompt template, newest first',
  args: [NAME],
  options: LIMIT,
  examples: ['holdfast --agent alpha prompt versions plan'],
  run: async (context) => {
    const request = { name: context.arg(0) };
    const found = await take(context, listAll(context.holdfast.procedural.listPromptVersions, request));
    context.out.reply(found, () => context.out.table(COLUMNS, found.map(row)));
  },
};

const label: Command = {
  name: 'prompt label',
  summary: 'point a label at a version',
  args: [NAME, LABEL, { name: 'VERSION', help: 'the version' }],
  options: { 'expected-version': { ...EXPECTED, help: 'only if it points here now; 0 = must not exist' } },
  examples: ['holdfast --agent alpha prompt label plan production 3 --expected-version 2'],
  run: async (context) => {
    const reply = await context.holdfast.procedural.setPromptLabel({
      name: context.arg(0),
      label: context.arg(1),
      version: Number(countArgument(context.arg(2), 'VERSION')),
      ...expectedVersion(context),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['label', context.arg(1)],
        ['version', context.arg(2)],
        ['before', reply.previous_version || 'nowhere'],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

const unlabel: Command = {
  name: 'prompt unlabel',
  summary: 'remove a label',
  args: [NAME, LABEL],
  examples: ['holdfast --agent alpha prompt unlabel plan staging'],
  run: async (context) => {
    const request = { name: context.arg(0), label: context.arg(1) };
    const reply = await context.holdfast.procedural.deletePromptLabel(request);
    context.out.reply(reply, () =>
      context.out.facts([
        ['removed', context.arg(1)],
        ['revision', reply.header?.revision],
      ]),
    );
  },
};

const render: Command = {
  name: 'prompt render',
  summary: 'fill a prompt template in',
  args: [NAME],
  options: {
    ...WHICH,
    var: { value: 'NAME=VALUE', help: 'a variable', multiple: true },
    'var-file': {
      value: 'NAME=FILE',
      help: 'a variable whose value is the content of a file',
      multiple: true,
    },
    model: { value: 'MODEL', help: 'count the tokens for this model or encoding' },
  },
  examples: ['holdfast --agent alpha prompt render plan --label production --var market=XRP/ETH'],
  run: async (context) => {
    const from_files = context.texts('var-file').map((text) => {
      const { name, value } = pairArgument(text, 'var-file');
      return { name, value: textArgument(`@${value}`) };
    });
    const reply = await context.holdfast.procedural.renderPrompt({
      ...which(context),
      variables: [...context.texts('var').map((text) => pairArgument(text, 'var')), ...from_files],
      model: context.text('model') ?? '',
    });
    context.out.reply(reply, () => {
      context.out.text(reply.text);
      if (context.text('model') !== undefined)
        context.out.remark(`${reply.tokens} tokens${reply.estimate ? ', estimated' : ''}`);
    });
  },
};

export const promptCommands: readonly Command[] = [put, get, list, versions, label, unlabel, render];
