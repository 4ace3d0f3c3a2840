/** GetMessages hands out calls with all their results or not at all, within its budget. */
import type { Random } from './random.js';
import { listOf, textOf } from './tier.js';
import { insist } from './violation.js';
import type { ModelConversation } from './window.js';
import { type Message, type Wire, WireError } from './wire.js';

export async function checkMessages(wire: Wire, known: ModelConversation, random: Random): Promise<void> {
  const { agent_id, conversation_id } = known;
  const max_tokens = random.chance(0.5) ? random.int(60, 600) : 100_000;
  for (const format of ['MESSAGE_FORMAT_OPENAI', 'MESSAGE_FORMAT_ANTHROPIC']) {
    let reply: Message;
    try {
      reply = await wire.call('Conversations/GetMessages', { agent_id, conversation_id, max_tokens, format });
    } catch (error) {
      // A small budget may not even bear the newest group.
      if (error instanceof WireError && error.reason === 'LIMIT_EXCEEDED' && max_tokens <= 600) continue;
      throw error;
    }
    const messages = JSON.parse(textOf(reply.messages_json)) as Message[];
    const steps = format === 'MESSAGE_FORMAT_OPENAI' ? openAiSteps(messages) : anthropicSteps(messages);
    const facts = { known, format, max_tokens, messages };
    const what = `the messages of ${conversation_id} of ${agent_id}`;
    insist(
      Number(reply.tokens) <= max_tokens,
      'violation',
      'messages',
      `${what} are above the budget`,
      facts,
    );
    let waiting = new Set<string>();
    for (const { calls, results } of steps) {
      const fits = results.length > 0 ? results.every((id) => waiting.delete(id)) : waiting.size === 0;
      insist(fits, 'violation', 'messages', `${what} separate a tool call from its result`, facts);
      if (calls.length > 0) waiting = new Set(calls);
    }
    insist(waiting.size === 0, 'violation', 'messages', `${what} end with a call without its result`, facts);
    if (max_tokens > 600) expectAll(known, reply, what, facts);
  }
}

/** With room enough, everything that is not summarised is there, but for a call that waits. */
function expectAll(known: ModelConversation, reply: Message, what: string, facts: unknown): void {
  const { turns, open } = known;
  const newest_group = turns.findLastIndex(({ role }) => role !== 'ROLE_TOOL');
  const omitted = open.size > 0 ? turns.length - newest_group : 0;
  insist(Number(reply.omitted_turns) === omitted, 'lost', 'messages', `${what} leave turns out`, facts);
}

interface MessageStep {
  readonly calls: readonly string[];
  readonly results: readonly string[];
}

function openAiSteps(messages: readonly Message[]): MessageStep[] {
  return messages.map(({ role, tool_calls, tool_call_id }) => ({
    calls: listOf(tool_calls).map(({ id }) => textOf(id)),
    results: role === 'tool' ? [textOf(tool_call_id)] : [],
  }));
}

function anthropicSteps(messages: readonly Message[]): MessageStep[] {
  return messages.map(({ content }) => {
    const blocks = listOf(content);
    return {
      calls: blocks.filter(({ type }) => type === 'tool_use').map(({ id }) => textOf(id)),
      results: blocks.filter(({ type }) => type === 'tool_result').map((block) => textOf(block.tool_use_id)),
    };
  });
}
