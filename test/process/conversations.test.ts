/** Service Conversations over a socket: what only shows on the wire. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { encoderOf } from '../../src/tokens/encoder.js';
import { checkAnthropic, checkOpenAi } from '../conversations/chat_apis.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';
import { findings, requestId } from '../support/work.js';

describe('service Conversations', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  const start = async (state_dir?: string) => {
    daemon = await startDaemon({
      args: ['--summarizer', 'client'],
      ...(state_dir !== undefined && { state_dir }),
    });
    client = new RawClient(daemon.address);
  };
  const call = (method: string, request: object): Promise<Reply> =>
    client.call('Conversations', method, { agent_id: 'a', ...request });
  const mutate = (method: string, request: object): Promise<Reply> =>
    call(method, { request_id: requestId(), ...request });
  const say = (conversation_id: string, content: string, more: object = {}) =>
    mutate('AppendTurn', { conversation_id, role: 'ROLE_USER', content, ...more });
  const why = async (answer: Promise<unknown>) => {
    const { reason, field } = await refusal(answer);
    return [reason, field];
  };

  before(() => start());
  after(async () => {
    assert.deepEqual(await findings(client), []);
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('gives back what was said', async () => {
    const said = await say('talk', 'Hello, world', { name: 'ann', metadata: { json: '{"b":1,"a":"x"}' } });
    const tokens = encoderOf('o200k_base').count('Hello, world\nann') + 4;
    assert.deepEqual([said.turn, said.tokens, said.window_tokens], ['1', tokens, String(tokens)]);
    await mutate('AppendTurn', {
      conversation_id: 'talk',
      role: 'ROLE_ASSISTANT',
      tool_calls: [{ id: 'call_1', name: 'quote', arguments_json: '{"p": 1.10}' }],
    });
    await mutate('AppendTurn', {
      conversation_id: 'talk',
      role: 'ROLE_TOOL',
      tool_call_id: 'call_1',
      content: '42',
    });
    const { turns } = await call('ListTurns', { conversation_id: 'talk' });
    assert.deepEqual(
      turns.map(({ turn, role }: Reply) => [turn, role]),
      [
        ['3', 'ROLE_TOOL'],
        ['2', 'ROLE_ASSISTANT'],
        ['1', 'ROLE_USER'],
      ],
    );
    assert.deepEqual(turns[2].metadata, { json: '{"a":"x","b":1}', encoding: 'json' });
    assert.deepEqual(turns[1].tool_calls, [{ id: 'call_1', name: 'quote', arguments_json: '{"p": 1.10}' }]);
    assert.equal(turns[0].tool_call_id, 'call_1');
    const { conversation } = await call('GetConversation', { conversation_id: 'talk' });
    assert.deepEqual(
      [conversation.turns, conversation.model, conversation.estimate],
      ['3', 'o200k_base', false],
    );
  });

  it('hands out messages for both APIs', async () => {
    const openai = await call('GetMessages', { conversation_id: 'talk' });
    assert.equal(checkOpenAi(openai.messages_json).length, 3);
    const format = 'MESSAGE_FORMAT_ANTHROPIC';
    const anthropic = await call('GetMessages', { conversation_id: 'talk', format });
    assert.equal(checkAnthropic(anthropic.messages_json).length, 3);
    assert.deepEqual([anthropic.first_turn, anthropic.omitted_turns], ['1', '0']);
    const { reason, field, metadata } = await refusal(
      call('GetMessages', { conversation_id: 'talk', max_tokens: 5 }),
    );
    assert.deepEqual([reason, field, metadata.budget], ['LIMIT_EXCEEDED', 'max_tokens', '5']);
    const exact = await call('GetMessages', {
      conversation_id: 'talk',
      max_tokens: Number(metadata.needed_tokens),
    });
    assert.equal(exact.tokens, Number(metadata.needed_tokens));
  });

  it('names what is wrong with a turn', async () => {
    const fn = { id: 'x', name: 'f', arguments_json: '{}' };
    const assistant = { role: 'ROLE_ASSISTANT' };
    const cases: [object, string, string][] = [
      [{ role: 'ROLE_UNSPECIFIED' }, 'FIELD_REQUIRED', 'role'],
      [{ content: '' }, 'FIELD_REQUIRED', 'content'],
      [{ content: 'x'.repeat(1_048_577) }, 'LIMIT_EXCEEDED', 'content'],
      [{ content: 'nul \0' }, 'INVALID_FIELD', 'content'],
      [{ content: `my key is sk-proj-${'a1B2'.repeat(8)}` }, 'SECRET_IN_DOCUMENT', 'content'],
      [{ content: 'hello', name: `sk_live_${'a1'.repeat(12)}` }, 'SECRET_IN_DOCUMENT', 'name'],
      [{ name: 'a b' }, 'INVALID_FIELD', 'name'],
      [{ conversation_id: '' }, 'FIELD_REQUIRED', 'conversation_id'],
      [{ tool_calls: [fn] }, 'INVALID_FIELD', 'tool_calls'],
      [{ tool_call_id: 'x' }, 'INVALID_FIELD', 'tool_call_id'],
      [{ role: 'ROLE_TOOL' }, 'FIELD_REQUIRED', 'tool_call_id'],
      [{ role: 'ROLE_TOOL', tool_call_id: 'none' }, 'WRONG_STATE', 'tool_call_id'],
      [{ ...assistant, tool_calls: [fn, fn] }, 'INVALID_FIELD', 'tool_calls[1].id'],
      [{ ...assistant, tool_calls: [{ ...fn, id: 'a b' }] }, 'INVALID_FIELD', 'tool_calls[0].id'],
      [{ ...assistant, tool_calls: [{ ...fn, name: '' }] }, 'FIELD_REQUIRED', 'tool_calls[0].name'],
      [{ ...assistant, tool_calls: Array.from({ length: 65 }, () => fn) }, 'LIMIT_EXCEEDED', 'tool_calls'],
      [{ metadata: { json: '{' } }, 'INVALID_DOCUMENT', 'metadata'],
      [{ expected_turn: 9 }, 'VERSION_CONFLICT', 'expected_turn'],
    ];
    for (const arguments_json of ['{', '[]', 'null', '1', '{"a":}'])
      cases.push([
        { ...assistant, tool_calls: [{ ...fn, arguments_json }] },
        'INVALID_FIELD',
        'tool_calls[0].arguments_json',
      ]);
    const deep = `{"a":${'['.repeat(100)}${']'.repeat(100)}}`;
    const long = `{"a":"${'x'.repeat(262_144)}"}`;
    for (const arguments_json of [deep, long])
      cases.push([
        { ...assistant, tool_calls: [{ ...fn, arguments_json }] },
        'LIMIT_EXCEEDED',
        'tool_calls[0].arguments_json',
      ]);
    for (const [request, reason, field] of cases)
      assert.deepEqual(
        await why(say('wrong', 'x', request)),
        [reason, field],
        JSON.stringify(request).slice(0, 100),
      );
    assert.deepEqual(await why(call('GetConversation', { conversation_id: 'wrong' })), [
      'NOT_FOUND',
      'conversation_id',
    ]);
  });

  it('names what is wrong with everything else', async () => {
    const conversation_id = 'talk';
    const cases: [string, object, string, string][] = [
      ['PutConversation', { max_tokens: 99 }, 'INVALID_FIELD', 'max_tokens'],
      ['PutConversation', { summary_at: 9000 }, 'INVALID_FIELD', 'summary_at'],
      ['PutConversation', { model: 'abacus-1' }, 'INVALID_FIELD', 'model'],
      ['PutConversation', { model: 'gpt-4' }, 'WRONG_STATE', 'model'],
      ['PutConversation', { title: 'x'.repeat(257) }, 'LIMIT_EXCEEDED', 'title'],
      ['CompactConversation', { keep_turns: 3 }, 'WRONG_STATE', 'conversation_id'],
      ['CompactConversation', { keep_turns: 10 }, 'WRONG_STATE', 'conversation_id'],
      ['CompactConversation', { keep_turns: 4_294_967_295 }, 'WRONG_STATE', 'conversation_id'],
      ['CompactConversation', { conversation_id: 'none' }, 'NOT_FOUND', 'conversation_id'],
      ['SubmitSummary', { through_turn: 1 }, 'FIELD_REQUIRED', 'summary'],
      ['SubmitSummary', { through_turn: 1, summary: ' \n' }, 'FIELD_REQUIRED', 'summary'],
      ['SubmitSummary', { through_turn: 2, summary: 's' }, 'INVALID_FIELD', 'through_turn'],
      ['SubmitSummary', { through_turn: 4, summary: 's' }, 'INVALID_FIELD', 'through_turn'],
      ['SubmitSummary', { through_turn: 1, from_turn: 7, summary: 's' }, 'WRONG_STATE', 'from_turn'],
      ['SubmitSummary', { through_turn: 1, summary: 'x'.repeat(262_145) }, 'LIMIT_EXCEEDED', 'summary'],
      ['DeleteConversation', { conversation_id: 'none' }, 'NOT_FOUND', 'conversation_id'],
    ];
    for (const [method, request, reason, field] of cases)
      assert.deepEqual(await why(mutate(method, { conversation_id, ...request })), [reason, field], method);
    const reads: [string, object, string, string][] = [
      ['GetMessages', { max_tokens: 2_000_001 }, 'INVALID_FIELD', 'max_tokens'],
      ['GetMessages', { conversation_id: 'none' }, 'NOT_FOUND', 'conversation_id'],
      ['SearchTurns', {}, 'FIELD_REQUIRED', 'query'],
      ['SearchTurns', { query: 'x', limit: 101 }, 'LIMIT_EXCEEDED', 'limit'],
      ['SearchTurns', { query: 'x', conversation_id: 'none' }, 'NOT_FOUND', 'conversation_id'],
      ['ListTurns', { conversation_id: 'none' }, 'NOT_FOUND', 'conversation_id'],
      ['ListTurns', { page_token: 'x' }, 'INVALID_PAGE_TOKEN', 'page_token'],
      ['GetSummaryTask', { conversation_id: 'none' }, 'NOT_FOUND', 'conversation_id'],
    ];
    for (const [method, request, reason, field] of reads)
      assert.deepEqual(await why(call(method, { conversation_id, ...request })), [reason, field], method);
  });

  it('answers a retry as the first time, and a request_id used for something else not at all', async () => {
    const request = {
      conversation_id: 'retried',
      role: 'ROLE_USER',
      content: 'once',
      request_id: requestId(),
    };
    const first = await call('AppendTurn', request);
    const again = await call('AppendTurn', request);
    assert.deepEqual([first.header.replayed, again.header.replayed, again.turn], [false, true, '1']);
    const [reason] = await why(call('AppendTurn', { ...request, content: 'twice' }));
    assert.equal(reason, 'IDEMPOTENCY_KEY_REUSED');
    assert.equal((await call('GetConversation', { conversation_id: 'retried' })).conversation.turns, '1');
  });

  it('is part of transactions, all or nothing', async () => {
    const turn = (content: string, more: object = {}) => ({
      append_turn: { conversation_id: 'tx', role: 'ROLE_USER', content, ...more },
    });
    const transact = (mutations: object[]) =>
      client.call('Transact', 'Transact', { agent_id: 'a', request_id: requestId(), mutations });
    const model = { put_conversation: { conversation_id: 'tx', model: 'gpt-4' } };
    const refused = await refusal(transact([model, turn('one'), turn('two', { expected_turn: 1 })]));
    assert.deepEqual(
      [refused.reason, refused.field],
      ['VERSION_CONFLICT', 'mutations[2].append_turn.expected_turn'],
    );
    assert.equal((await why(call('GetConversation', { conversation_id: 'tx' })))[0], 'NOT_FOUND');
    const { results } = await transact([
      model,
      turn('one'),
      turn('two', { expected_turn: 2 }),
      { submit_summary: { conversation_id: 'tx', through_turn: 1, summary: 'one was said' } },
    ]);
    assert.deepEqual([results[1].append_turn.turn, results[2].append_turn.turn], ['1', '2']);
    const { conversation } = await call('GetConversation', { conversation_id: 'tx' });
    assert.deepEqual([conversation.model, conversation.summary], ['gpt-4', 'one was said']);
    const count = (text: string) => encoderOf('cl100k_base').count(text) + 4;
    assert.equal(
      conversation.window_tokens,
      String(count('Summary of the conversation so far:\none was said') + count('two')),
    );
  });

  it('pages through large turns and many conversations', async () => {
    for (let i = 0; i < 12; i += 1) await say('large', `${i} ${'words '.repeat(50_000)}`);
    const seen: string[] = [];
    let pages = 0;
    let page_token = '';
    do {
      const page = await call('ListTurns', { conversation_id: 'large', page_size: 1000, page_token });
      for (const { turn } of page.turns) seen.push(turn);
      page_token = page.next_page_token;
      pages += 1;
    } while (page_token !== '');
    assert.deepEqual(seen.map(Number), [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert.ok(pages > 1);
    for (const id of ['m1', 'm2', 'm3']) await say(id, 'hi');
    await say('m1', 'again');
    const first = await call('ListConversations', { page_size: 2 });
    const second = await call('ListConversations', { page_size: 2, page_token: first.next_page_token });
    assert.deepEqual(
      [...first.conversations, ...second.conversations].map(({ conversation_id }: Reply) => conversation_id),
      ['m1', 'm3', 'm2', 'large'],
    );
    const { hits } = await call('SearchTurns', { query: 'words', limit: 100 });
    assert.ok(hits.length > 1 && hits.length < 12, 'cut by size');
    const foreign = await refusal(call('ListTurns', { conversation_id: 'm1', page_token: 'abc.W10' }));
    assert.equal(foreign.reason, 'INVALID_PAGE_TOKEN');
  });

  it('tells watchers, and forgets what was said when it is deleted', async () => {
    const { header } = await say('watched', 'a secret plan');
    await mutate('DeleteConversation', { conversation_id: 'watched' });
    const from_revision = Number(header.revision) - 1;
    const watch = client.stream('Watch', 'Watch', { agent_id: 'a', from_revision });
    const entries: [string, string, boolean][] = [];
    for await (const message of watch) {
      for (const { kind, key, payload } of message.entries) entries.push([kind, key, payload !== null]);
      if (entries.length >= 2) break;
    }
    assert.deepEqual(entries, [
      ['conversation.turn', 'watched/1', false],
      ['conversation.deleted', 'watched', true],
    ]);
  });

  it('has everything after a kill', async () => {
    const before_kill = await call('GetMessages', { conversation_id: 'talk' });
    await daemon.kill();
    client.close();
    await start(daemon.state_dir);
    const { header: _, ...after_kill } = await call('GetMessages', { conversation_id: 'talk' });
    assert.deepEqual({ header: before_kill.header, ...after_kill }, before_kill);
    assert.equal((await call('SearchTurns', { query: 'hello' })).hits[0].turn.content, 'Hello, world');
  });
});
