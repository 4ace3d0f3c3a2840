/** holdfast chat, against a real daemon. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliFixture } from './support.js';

test('chat: append, turns, messages, search, compact, summary, configure, rm', async (t) => {
  const { holdfast, json } = await cliFixture(t, { args: ['--summarizer', 'client'] });
  const chat = (...args: string[]) => holdfast('chat', ...args);
  await chat('append', 'desk', 'system', 'Trade carefully.');
  const first = await chat(
    'append',
    'desk',
    'user',
    'Sell 5 XRP',
    '--name',
    'ann',
    '--metadata',
    '{"a":1}',
    '--expect',
    '2',
  );
  assert.match(first.stdout, /^turn +2\ntokens +\d+\n/);
  await chat('append', 'desk', 'assistant', '--call', 'call_1,quote={"market":"XRP/ETH"}');
  await chat('append', 'desk', 'tool', '0.00021', '--result', 'call_1');
  await chat('append', 'desk', 'assistant', 'Sold.');
  assert.match(
    (await chat('turns', 'desk', '--limit', '3')).stdout,
    /3 +assistant +\d+ +- +quote\(\{"market":"XRP\/ETH"\}\)\n/,
  );
  const { stdout, stderr } = await chat('messages', 'desk');
  assert.deepEqual(
    (JSON.parse(stdout) as { role: string }[]).map(({ role }) => role),
    ['system', 'user', 'assistant', 'tool', 'assistant'],
  );
  assert.match(stderr, /^\d+ tokens\n/);
  const anthropic = JSON.parse((await chat('messages', 'desk', '--format', 'anthropic')).stdout) as {
    system: string;
    messages: object[];
  };
  assert.deepEqual([anthropic.system, anthropic.messages.length], ['Trade carefully.', 4]);
  const small = await chat('messages', 'desk', '--max-tokens', '10');
  assert.deepEqual([small.code, /LIMIT_EXCEEDED/.test(small.stderr)], [1, true]);
  assert.match(
    (await chat('search', 'selling', 'xrp', '--in', 'desk')).stdout,
    /\ndesk +2 +user +[\d.]+ +Sell 5 XRP\n/,
  );

  assert.match((await chat('compact', 'desk', '--keep', '1')).stdout, /due for summary through +4\n/);
  assert.equal((await chat('summary', 'desk', '--submit', 'Ann sold 5 XRP.')).code, 2);
  assert.equal((await chat('summary', 'desk', '--submit', 'Ann sold 5 XRP.', '--through', '4')).code, 0);
  assert.match((await chat('summary', 'desk')).stdout, /summarised through +4\n[\s\S]*\nAnn sold 5 XRP\.\n$/);
  assert.match(
    (await chat('turns', 'desk')).stdout,
    /\n +1 +system +\d+ +- /,
    'instructions are not summarised',
  );

  await chat('configure', 'desk', '--title', 'Desk', '--max-tokens', '9000', '--model', 'gpt-4o');
  const [listed] = (await json('chat', 'list')) as Record<string, unknown>[];
  assert.deepEqual(
    [listed?.conversation_id, listed?.title, listed?.max_tokens, listed?.summary_at, listed?.model],
    ['desk', 'Desk', 9000, 6000, 'gpt-4o'],
  );
  assert.match((await chat('list')).stdout, /\ndesk +\S+ +5 +\d+ +9000 +Desk\n/);
  assert.match((await chat('rm', 'desk')).stdout, /turns removed +5\n/);
  assert.equal((await chat('turns', 'desk')).code, 1);
});

test('chat: command lines that make no sense', async (t) => {
  const { holdfast } = await cliFixture(t);
  for (const args of [
    ['append', 'c', 'robot', 'hi'],
    ['append', 'c', 'assistant', '--call', 'quote={}'],
    ['append', 'c', 'user', '@/no/such/file'],
    ['messages', 'c', '--format', 'cohere'],
    ['compact', 'c', '--keep', 'all'],
  ])
    assert.equal((await holdfast('chat', ...args)).code, 2, args.join(' '));
});
