import { MessageFormat } from '@holdfast/client/types/MessageFormat.js';
import { Role } from '@holdfast/client/types/Role.js';
import { chatListCommands } from './chat_lists.js';
import { type Command, UsageError } from './command.js';
import {
  countArgument,
  documentArgument,
  enumArgument,
  enumCell,
  indentJson,
  textArgument,
} from './values.js';

const CONVERSATION = { name: 'CONVERSATION', help: 'its id' };

const append: Command = {
  name: 'chat append',
  summary: 'append a turn to a conversation; the first one makes it',
  details: 'A tool call is ID,NAME=JSON, such as call_1,quote={"market":"XRP/ETH"}.',
  args: [
    CONVERSATION,
    { name: 'ROLE', help: 'system, user, assistant or tool' },
    { name: 'TEXT', help: 'what was said, @FILE, or - for standard input', optional: true },
  ],
  options: {
    name: { value: 'NAME', help: 'who, where several speak in one role' },
    call: { value: 'ID,NAME=JSON', help: 'a tool call of the assistant', multiple: true },
    result: { value: 'ID', help: 'the tool call that a tool answers' },
    metadata: { value: 'JSON', help: 'kept with the turn' },
    expect: { value: 'N', help: 'refuse unless this becomes turn N' },
  },
  examples: [`holdfast --agent alpha chat append desk user 'Sell 5 XRP at 0.00021'`],
  run: async (context) => {
    const metadata = context.text('metadata');
    const expect = context.text('expect');
    const text = context.args[2] ?? '';
    if (text === '-' && metadata === '-') throw new UsageError('standard input can be read once only');
    const reply = await context.holdfast.conversations.appendTurn({
      conversation_id: context.arg(0),
      role: roleArgument(context.arg(1)),
      content: textArgument(text),
      name: context.text('name') ?? '',
      tool_calls: context.texts('call').map(callArgument),
      tool_call_id: context.text('result') ?? '',
      ...(metadata !== undefined && { metadata: documentArgument(metadata) }),
      ...(expect !== undefined && { expected_turn: countArgument(expect, '--expect') }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['turn', reply.turn],
        ['tokens', reply.tokens],
        ['window tokens', reply.window_tokens],
        ['due for summary through', reply.due_through === '0' ? '' : reply.due_through],
      ]),
    );
  },
};

function roleArgument(text: string): Exclude<keyof typeof Role, 'ROLE_UNSPECIFIED'> {
  const names = ['ROLE_SYSTEM', 'ROLE_USER', 'ROLE_ASSISTANT', 'ROLE_TOOL'] as const;
  const found = names.find((name) => enumCell(Role[name], 'ROLE_') === text);
  if (found === undefined)
    throw new UsageError(`ROLE must be system, user, assistant or tool, not "${text}"`);
  return found;
}

function callArgument(text: string): { id: string; name: string; arguments_json: string } {
  const [, id = '', name = '', arguments_json = ''] = /^([^,=]+),([^=]+)=(.*)$/s.exec(text) ?? [];
  if (id === '') throw new UsageError(`--call takes ID,NAME=JSON, not "${text}"`);
  return { id, name, arguments_json };
}

const messages: Command = {
  name: 'chat messages',
  summary: 'print the messages for the next call of a chat API, as JSON',
  details:
    'Without --json the messages alone (of format anthropic the system text in front), ready to be sent.',
  args: [CONVERSATION],
  options: {
    format: { value: 'FORMAT', help: 'openai or anthropic [openai]' },
    'max-tokens': { value: 'N', help: 'budget [the conversation’s]' },
  },
  examples: ['holdfast --agent alpha chat messages desk --format anthropic --max-tokens 4000'],
  run: async (context) => {
    const format = enumArgument(
      MessageFormat,
      'MESSAGE_FORMAT_',
      context.text('format') ?? 'openai',
      'format',
    );
    const reply = await context.holdfast.conversations.getMessages({
      conversation_id: context.arg(0),
      max_tokens: Number(countArgument(context.text('max-tokens') ?? '0', '--max-tokens')),
      format,
    });
    context.out.reply(reply, () => {
      const json =
        format === 'MESSAGE_FORMAT_ANTHROPIC'
          ? `{"system":${JSON.stringify(reply.system)},"messages":${reply.messages_json}}`
          : reply.messages_json;
      context.out.line(indentJson(json));
      const left_out = reply.omitted_turns === '0' ? '' : `; ${reply.omitted_turns} turns left out`;
      context.out.remark(`${reply.tokens} tokens${reply.estimate ? ' (estimate)' : ''}${left_out}`);
    });
  },
};

const compact: Command = {
  name: 'chat compact',
  summary: 'make the older part of a conversation’s window due for summary now',
  args: [CONVERSATION],
  options: { keep: { value: 'N', help: 'newest turns to leave as they are [half of the window’s]' } },
  examples: ['holdfast --agent alpha chat compact desk --keep 10'],
  run: async (context) => {
    const keep = context.text('keep');
    const reply = await context.holdfast.conversations.compactConversation({
      conversation_id: context.arg(0),
      ...(keep !== undefined && { keep_turns: Number(countArgument(keep, '--keep')) }),
    });
    context.out.reply(reply, () => context.out.facts([['due for summary through', reply.due_through]]));
  },
};

const summary: Command = {
  name: 'chat summary',
  summary: 'show a conversation’s running summary and how full its window is, or submit a summary',
  details: 'With --submit the text replaces the summary so far, so it must cover that too.',
  args: [CONVERSATION],
  options: {
    submit: { value: 'TEXT', help: 'a summary, @FILE, or - for standard input' },
    through: { value: 'N', help: 'with --submit: the last turn that it covers' },
  },
  examples: [
    'holdfast --agent alpha chat summary desk',
    'holdfast --agent alpha chat summary desk --submit @summary.txt --through 40',
  ],
  run: async (context) => {
    const conversation_id = context.arg(0);
    const submit = context.text('submit');
    const through = context.text('through');
    if ((submit === undefined) !== (through === undefined))
      throw new UsageError('--submit and --through go together');
    const { conversations } = context.holdfast;
    if (submit !== undefined && through !== undefined) {
      const through_turn = countArgument(through, '--through');
      const reply = await conversations.submitSummary({
        conversation_id,
        through_turn,
        summary: textArgument(submit),
      });
      context.out.reply(reply, () => context.out.facts([['window tokens', reply.window_tokens]]));
      return;
    }
    const { conversation } = await conversations.getConversation({ conversation_id });
    context.out.reply(conversation, () => {
      context.out.facts([
        ['title', conversation?.title],
        ['model', `${conversation?.model}${conversation?.estimate ? ' (estimate)' : ''}`],
        ['turns', conversation?.turns],
        ['window tokens', `${conversation?.window_tokens} of ${conversation?.max_tokens}`],
        ['summary at', conversation?.summary_at],
        ['summarised through', conversation?.summarized_through],
        ['due through', conversation?.due_through],
        ['last error', conversation?.last_summary_error],
      ]);
      if (conversation?.summary) context.out.line(`\n${conversation.summary}`);
    });
  },
};

const remove: Command = {
  name: 'chat rm',
  summary: 'remove a conversation with all its turns',
  args: [CONVERSATION],
  examples: ['holdfast --agent alpha chat rm desk'],
  run: async (context) => {
    const reply = await context.holdfast.conversations.deleteConversation({
      conversation_id: context.arg(0),
    });
    context.out.reply(reply, () => context.out.facts([['turns removed', reply.deleted_turns]]));
  },
};

const configure: Command = {
  name: 'chat configure',
  summary: 'make a conversation or change its settings; what is not named stays',
  args: [CONVERSATION],
  options: {
    title: { value: 'TEXT', help: 'for people' },
    model: { value: 'MODEL', help: 'whose tokens are counted [o200k_base]' },
    'max-tokens': { value: 'N', help: 'largest window handed out [8000]' },
    'summary-at': { value: 'N', help: 'window that makes its older half due [three quarters]' },
  },
  examples: [
    'holdfast --agent alpha chat configure desk --model gpt-4o --max-tokens 16000 --summary-at 12000',
  ],
  run: async (context) => {
    const count = (option: string) => {
      const text = context.text(option);
      return text === undefined ? undefined : Number(countArgument(text, `--${option}`));
    };
    const [title, model] = [context.text('title'), context.text('model')];
    const [max_tokens, summary_at] = [count('max-tokens'), count('summary-at')];
    const reply = await context.holdfast.conversations.putConversation({
      conversation_id: context.arg(0),
      ...(title !== undefined && { title }),
      ...(model !== undefined && { model }),
      ...(max_tokens !== undefined && { max_tokens }),
      ...(summary_at !== undefined && { summary_at }),
    });
    context.out.reply(reply, () => context.out.facts([['revision', reply.header?.revision]]));
  },
};

export const chatCommands: readonly Command[] = [
  append,
  messages,
  ...chatListCommands,
  compact,
  summary,
  remove,
  configure,
];
