/** Summaries in the background: a real daemon that asks a real HTTP server. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { type ChatServer, startChatServer } from '../support/chatServer.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { findings, requestId, until } from '../support/work.js';

const SETTINGS = { max_tokens: 400, summary_at: 200 };
/** 43 tokens or so, with those of the message. */
const FILLER = 'the quick brown fox jumps over the lazy dog and '.repeat(4);

describe('summaries', () => {
  let server: ChatServer;
  let daemon: TestDaemon;
  let client: RawClient;
  const state_dir = temporaryFolder();
  const args = () => ['--summarizer', 'openai', '--summarizer-url', server.url, '--summarizer-model', 'm'];
  const start = async (more: readonly string[] = args()) => {
    daemon = await startDaemon({ state_dir, args: more });
    client = new RawClient(daemon.address);
  };
  const restart = async (more: readonly string[] = args()) => {
    client.close();
    await daemon.stop();
    await start(more);
  };
  const mutate = (method: string, conversation_id: string, request: object = {}): Promise<Reply> =>
    client.call('Conversations', method, {
      agent_id: 'a',
      request_id: requestId(),
      conversation_id,
      ...request,
    });
  const say = (id: string, content: string, role = 'ROLE_USER') =>
    mutate('AppendTurn', id, { role, content });
  const get = async (conversation_id: string): Promise<Reply> =>
    (await client.call('Conversations', 'GetConversation', { agent_id: 'a', conversation_id })).conversation;
  /** Says things until a part is due; returns what is due. */
  const fill = async (id: string): Promise<number> => {
    await mutate('PutConversation', id, SETTINGS);
    for (let i = 1; ; i += 1) {
      const { due_through } = await say(id, `${id} fact ${i}: ${FILLER}`);
      if (due_through !== '0') return Number(due_through);
    }
  };
  const summarised = (id: string) => until(async () => (await get(id)).summarized_through !== '0');

  before(async () => {
    server = await startChatServer();
    await start();
  });
  afterEach(async () => {
    assert.deepEqual(await findings(client), []);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    server.close();
    removeFolder(state_dir);
  });

  it('follow once a window is too large, and take in the summary before', async () => {
    const due = await fill('plain');
    const asked = await server.next();
    assert.ok(asked.prompt.includes('plain fact 1:') && asked.prompt.includes(`plain fact ${due}:`));
    assert.ok(!asked.prompt.includes(`plain fact ${due + 1}:`));
    // What is said meanwhile is no part of it, and nothing waits for it.
    const { turn } = await say('plain', 'said meanwhile');
    asked.answer('They listed facts.');
    await summarised('plain');
    const first = await get('plain');
    assert.deepEqual(
      [first.summary, first.summarized_through, first.due_through, first.turns],
      ['They listed facts.', String(due), '0', turn],
    );
    assert.ok(Number(first.window_tokens) < SETTINGS.summary_at);
    await mutate('CompactConversation', 'plain', { keep_turns: 1 });
    const again = await server.next();
    assert.ok(again.prompt.includes('They listed facts.') && !again.prompt.includes('plain fact 1:'));
    again.answer('They listed more facts.');
    await until(async () => (await get('plain')).summary === 'They listed more facts.');
  });

  it('are asked for again after the daemon was killed while it waited for one', async () => {
    const due = await fill('killed');
    await server.next();
    await daemon.kill();
    client.close();
    await start();
    assert.equal((await get('killed')).due_through, String(due));
    const asked = await server.next();
    assert.ok(asked.prompt.includes('killed fact 1:'));
    asked.answer('Once.');
    await summarised('killed');
    const entries: string[] = [];
    await restart();
    const watch = client.stream('Watch', 'Watch', { agent_id: 'a', from_revision: 0, key_prefix: 'killed/' });
    const turns = Number((await get('killed')).turns);
    for await (const message of watch) {
      for (const { kind } of message.entries) entries.push(kind);
      if (entries.length === turns + 1) break;
    }
    assert.equal(entries.filter((kind) => kind === 'conversation.summarized').length, 1);
    assert.equal(server.waiting, 0);
  });

  it('are tried again when they fail, and say why meanwhile', async () => {
    await fill('failing');
    const revision = (await client.call('Conversations', 'ListConversations', { agent_id: 'a' })).header
      .revision;
    (await server.next()).fail(400, 'too hot to think');
    await until(async () => /too hot/.test((await get('failing')).last_summary_error));
    const after_error = await client.call('Conversations', 'ListConversations', { agent_id: 'a' });
    assert.equal(after_error.header.revision, revision, 'an error is no change that anyone made');
    (await server.next()).answer(`It is ${'very '.repeat(500)}long.`);
    await until(async () => /more than/.test((await get('failing')).last_summary_error));
    (await server.next()).answer('Cooler now.');
    await summarised('failing');
    assert.equal((await get('failing')).last_summary_error, '');
  });

  it('give way to one that came first', async () => {
    const due = await fill('raced');
    const asked = await server.next();
    await mutate('SubmitSummary', 'raced', { through_turn: due, summary: 'Mine.', from_turn: 0 });
    asked.answer('Theirs.');
    // The next that is asked for is made from the first.
    await mutate('CompactConversation', 'raced', { keep_turns: 1 }).catch(() => fill('raced'));
    const next = await server.next();
    assert.ok(next.prompt.includes('Mine.'));
    next.answer('Both.');
    await until(async () => (await get('raced')).summary === 'Both.');
  });

  it('of a conversation that is deleted and made again are not the new one’s', async () => {
    const due = await fill('reborn');
    const asked = await server.next();
    await mutate('DeleteConversation', 'reborn');
    assert.equal(await fill('reborn'), due);
    const anew = await server.next();
    asked.answer('Of the dead.');
    anew.answer('Of the living.');
    await summarised('reborn');
    assert.equal((await get('reborn')).summary, 'Of the living.');
  });

  it('of long spans are made in pieces', async () => {
    await mutate('PutConversation', 'long', { max_tokens: 100_000, summary_at: 100_000 });
    for (let i = 0; i < 6; i += 1) await say('long', `part ${i}: ${'word '.repeat(5000)}`);
    await mutate('CompactConversation', 'long', { keep_turns: 2 });
    const parts: string[][] = [];
    for (;;) {
      const asked = await server.next();
      parts.push([...asked.prompt.matchAll(/part \d/g)].map(([part]) => part));
      asked.answer(`Piece ${parts.length}.`);
      await until(async () => (await get('long')).summary === `Piece ${parts.length}.`);
      if ((await get('long')).due_through === '0') break;
    }
    assert.deepEqual(parts, [['part 0'], ['part 1'], ['part 2'], ['part 3']]);
  });

  it('are left to the client, or made without a model', async () => {
    await restart(['--summarizer', 'client']);
    const due = await fill('own');
    const task = await client.call('Conversations', 'GetSummaryTask', {
      agent_id: 'a',
      conversation_id: 'own',
    });
    assert.equal(task.through_turn, String(due));
    assert.deepEqual(
      task.turns.map(({ turn }: Reply) => Number(turn)),
      Array.from({ length: due }, (_, i) => i + 1),
    );
    await restart(['--summarizer', 'builtin']);
    await summarised('own');
    const { summary, summary_tokens } = await get('own');
    assert.ok(summary.length > 0 && summary_tokens < 200);
    // In the smallest window a summary is asked for that fits into it.
    await mutate('PutConversation', 'small', { max_tokens: 100, summary_at: 50 });
    for (let i = 0; i < 4; i += 1)
      await say('small', `I bought ${i} BTC. Then I sold ${i} ETH. That was ${i}.`);
    await summarised('small');
    await say('small', 'and now?');
    const messages = await client.call('Conversations', 'GetMessages', {
      agent_id: 'a',
      conversation_id: 'small',
    });
    assert.ok(messages.tokens <= 100, JSON.stringify(messages));
  });
});
