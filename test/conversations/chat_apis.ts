/**
 * What the two chat APIs accept, written down from their references and from what they refuse with. Independent of the
 * code under test: each throws with the first thing that is wrong.
 */
import assert from 'node:assert/strict';

type Json = Record<string, unknown>;

const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

function keys(object: Json, required: readonly string[], optional: readonly string[] = []): void {
  for (const key of required) assert.ok(key in object, `${key} is missing in ${JSON.stringify(object)}`);
  const known = [...required, ...optional];
  for (const key of Object.keys(object))
    assert.ok(known.includes(key), `${key} is no key of ${JSON.stringify(object)}`);
}

function text(value: unknown): string {
  assert.equal(typeof value, 'string');
  return value as string;
}

/** https://platform.openai.com/docs/api-reference/chat/create */
export function checkOpenAi(messages_json: string): Json[] {
  const messages = JSON.parse(messages_json) as Json[];
  assert.ok(Array.isArray(messages));
  const seen = new Set<string>();
  let waiting = new Set<string>();
  for (const message of messages) {
    const { role, name } = message;
    if (name !== undefined) assert.match(text(name), NAME);
    if (role === 'tool') {
      keys(message, ['role', 'content', 'tool_call_id']);
      text(message.content);
      assert.ok(
        waiting.delete(text(message.tool_call_id)),
        'a tool message answers a call of the turn before',
      );
      continue;
    }
    assert.equal(waiting.size, 0, 'every tool call is answered before anything else is said');
    if (role === 'system' || role === 'user') {
      keys(message, ['role', 'content'], ['name']);
      assert.ok(text(message.content) !== '');
      continue;
    }
    assert.equal(role, 'assistant');
    keys(message, ['role', 'content'], ['name', 'tool_calls']);
    const { tool_calls, content } = message;
    if (tool_calls === undefined) {
      assert.ok(text(content) !== '');
      continue;
    }
    if (content !== null) assert.ok(text(content) !== '', 'empty content with tool calls is null');
    assert.ok(Array.isArray(tool_calls) && tool_calls.length > 0);
    for (const each of tool_calls as Json[]) {
      keys(each, ['id', 'type', 'function']);
      assert.equal(each.type, 'function');
      const call_id = text(each.id);
      assert.ok(call_id.length >= 1 && call_id.length <= 40, 'an id has at most 40 characters');
      assert.ok(!seen.has(call_id), 'ids of tool calls are unique');
      seen.add(call_id);
      waiting.add(call_id);
      const called = each.function as Json;
      keys(called, ['name', 'arguments']);
      assert.match(text(called.name), NAME);
      const value: unknown = JSON.parse(text(called.arguments));
      assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value));
    }
  }
  waiting = new Set(waiting);
  assert.equal(waiting.size, 0, 'the last tool calls are answered');
  return messages;
}

/** https://docs.anthropic.com/en/api/messages */
export function checkAnthropic(messages_json: string): Json[] {
  const messages = JSON.parse(messages_json) as Json[];
  assert.ok(Array.isArray(messages));
  const seen = new Set<string>();
  let waiting: string[] = [];
  for (const [index, message] of messages.entries()) {
    keys(message, ['role', 'content']);
    assert.equal(
      message.role,
      index % 2 === 0 ? 'user' : 'assistant',
      'roles alternate and begin with the user',
    );
    const blocks = message.content as Json[];
    assert.ok(Array.isArray(blocks) && blocks.length > 0);
    const results = blocks.filter((block) => block.type === 'tool_result').map((block) => block.tool_use_id);
    assert.deepEqual(
      [...results].sort(),
      [...waiting].sort(),
      'results of exactly the calls of the message before',
    );
    waiting = [];
    for (const [place, block] of blocks.entries()) {
      switch (block.type) {
        case 'text':
          keys(block, ['type', 'text']);
          assert.ok(text(block.text).trim() !== '', 'text is not blank');
          if (index === messages.length - 1 && message.role === 'assistant' && place === blocks.length - 1)
            assert.equal(text(block.text).trimEnd(), block.text);
          break;
        case 'tool_use': {
          keys(block, ['type', 'id', 'name', 'input']);
          assert.equal(message.role, 'assistant');
          const call_id = text(block.id);
          assert.match(call_id, /^[a-zA-Z0-9_-]+$/);
          assert.ok(!seen.has(call_id), 'ids are unique');
          seen.add(call_id);
          waiting.push(call_id);
          assert.match(text(block.name), NAME);
          const { input } = block;
          assert.ok(typeof input === 'object' && input !== null && !Array.isArray(input));
          break;
        }
        case 'tool_result':
          keys(block, ['type', 'tool_use_id'], ['content']);
          assert.equal(message.role, 'user');
          assert.ok(place < results.length, 'results come first');
          if (block.content !== undefined) assert.ok(text(block.content).trim() !== '');
          break;
        default:
          assert.fail(`no block is of type ${String(block.type)}`);
      }
    }
  }
  assert.deepEqual(waiting, [], 'the last tool calls are answered');
  return messages;
}
