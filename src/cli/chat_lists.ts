import { listAll } from '@holdfast/client';
import type { Command } from './command.js';
import { LIMIT, take } from './lists.js';
import { countArgument, enumCell, timeCell } from './values.js';

/** One line of a text, cut to what a table bears. */
function textCell(text: string, max = 80): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length > max ? `${line.slice(0, max - 1).join('')}…` : line.join('');
}

const list: Command = {
  name: 'chat list',
  summary: 'list conversations, newest activity first',
  options: { ...LIMIT },
  examples: ['holdfast --agent alpha chat list'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.conversations.listConversations, {}));
    const right = true;
    context.out.reply(found, () =>
      context.out.table(
        [
          'CONVERSATION',
          'UPDATED',
          { title: 'TURNS', right },
          { title: 'WINDOW', right },
          { title: 'MAX', right },
          'TITLE',
        ],
        found.map((one) => [
          one.conversation_id,
          timeCell(one.updated_at),
          one.turns,
          one.window_tokens,
          one.max_tokens,
          one.title,
        ]),
        'no conversations',
      ),
    );
  },
};

const turns: Command = {
  name: 'chat turns',
  summary: 'list the turns of a conversation, newest first; summarised ones too',
  args: [{ name: 'CONVERSATION', help: 'its id' }],
  options: { ...LIMIT },
  examples: ['holdfast --agent alpha chat turns desk --limit 20'],
  run: async (context) => {
    const request = { conversation_id: context.arg(0) };
    const found = await take(context, listAll(context.holdfast.conversations.listTurns, request));
    const right = true;
    context.out.reply(found, () =>
      context.out.table(
        [{ title: 'TURN', right }, 'ROLE', { title: 'TOKENS', right }, 'SUMMARISED', 'TEXT'],
        found.map((one) => [
          one.turn,
          enumCell(one.role, 'ROLE_'),
          one.tokens,
          one.summarized ? 'yes' : '',
          turnCell(one),
        ]),
        'no turns',
      ),
    );
  },
};

function turnCell(turn: {
  readonly content: string;
  readonly tool_call_id: string;
  readonly tool_calls: readonly { readonly name: string; readonly arguments_json: string }[];
}): string {
  const calls = turn.tool_calls.map(({ name, arguments_json }) => `${name}(${arguments_json})`);
  const answers = turn.tool_call_id === '' ? [] : [`${turn.tool_call_id}:`];
  return textCell([...answers, turn.content, ...calls].join(' '));
}

const search: Command = {
  name: 'chat search',
  summary: 'find turns by their words, best first',
  args: [{ name: 'WORDS', help: 'what was said', rest: true }],
  options: {
    in: { value: 'CONVERSATION', help: 'only in this one [all of the agent’s]' },
    limit: { value: 'N', help: 'at most N, up to 100 [10]' },
  },
  examples: ['holdfast --agent alpha chat search stop loss'],
  run: async (context) => {
    const reply = await context.holdfast.conversations.searchTurns({
      query: context.args.join(' '),
      conversation_id: context.text('in') ?? '',
      limit: Number(countArgument(context.text('limit') ?? '0', '--limit')),
    });
    const right = true;
    context.out.reply(reply.hits, () =>
      context.out.table(
        ['CONVERSATION', { title: 'TURN', right }, 'ROLE', { title: 'SCORE', right }, 'TEXT'],
        reply.hits.map(({ conversation_id, turn, score }) => [
          conversation_id,
          turn?.turn,
          enumCell(turn?.role ?? '', 'ROLE_'),
          score.toFixed(2),
          turn ? turnCell(turn) : '',
        ]),
      ),
    );
  },
};

export const chatListCommands: readonly Command[] = [list, turns, search];
