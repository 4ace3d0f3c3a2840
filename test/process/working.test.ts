/** Service Working over a socket. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Tiktoken } from 'js-tiktoken/lite';
import cl100k from 'js-tiktoken/ranks/cl100k_base';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, refusal } from '../support/rawClient.js';
import { findings, requestId, until, withClient } from '../support/work.js';

const reference = { o200k_base: new Tiktoken(o200k), cl100k_base: new Tiktoken(cl100k) };

function count(text: string, encoding: keyof typeof reference = 'o200k_base'): number {
  return reference[encoding].encode(text, [], []).length;
}

const seconds = (value: number) => ({ seconds: String(value), nanos: 0 });

describe('service Working', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  const call = (method: string, request: object): Promise<Reply> => client.call('Working', method, request);
  const put = (key: string, request: object) =>
    call('PutSlot', { agent_id: 'alice', request_id: requestId(), key, ...request });
  const build = (request: object = {}) => call('BuildContext', { agent_id: 'alice', ...request });

  before(async () => {
    daemon = await startDaemon({ args: ['--sweep-interval-ms', '20'] });
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('gives back what was set', async () => {
    const agent_id = 'getter';
    const content = "They'll sell at 12.50.\n";
    const { version, tokens, header } = await put('Plan', {
      agent_id,
      content,
      priority: 0,
      pinned: true,
      ttl: seconds(60),
    });
    assert.deepEqual([version, tokens], ['1', count(content)]);
    const { slot } = await call('GetSlot', { agent_id, key: 'Plan' });
    assert.deepEqual(slot, {
      key: 'Plan',
      content,
      live: null,
      priority: 0,
      pinned: true,
      expires_at: { ...header.committed_at, seconds: String(Number(header.committed_at.seconds) + 60) },
      tokens: count(content),
      version: '1',
      updated_at: header.committed_at,
    });
    const recall = { query: 'what did we pay?', tags: ['b', 'a', 'b'], namespaces: ['desk'] };
    await put('live', { agent_id, live: { recall } });
    await put('empty', { agent_id, content: '' });
    const { slots } = await call('ListSlots', { agent_id });
    assert.deepEqual(
      slots.map(({ key, priority }: Reply) => [key, priority]),
      [
        ['Plan', 0],
        ['live', 5],
        ['empty', 5],
      ],
    );
    assert.deepEqual(slots[1].live.recall, {
      query: 'what did we pay?',
      mode: 'RECALL_MODE_HYBRID',
      limit: 5,
      tags: ['a', 'b'],
      namespaces: ['desk'],
    });
    assert.deepEqual([slots[1].content, slots[1].tokens], ['', 0]);
    assert.deepEqual([slots[2].content, slots[2].live], ['', null]);
    await call('DeleteSlot', { agent_id, request_id: requestId(), key: 'Plan', expected_version: '1' });
    assert.equal((await refusal(call('GetSlot', { agent_id, key: 'Plan' }))).reason, 'NOT_FOUND');
  });

  it('names what is wrong', async () => {
    const recall = (more: object) => ({ live: { recall: { query: 'q', ...more } } });
    const cases: [string, object, string, string][] = [
      ['', { content: '' }, 'FIELD_REQUIRED', 'key'],
      ['a b', { content: '' }, 'INVALID_FIELD', 'key'],
      ['x'.repeat(65), { content: '' }, 'LIMIT_EXCEEDED', 'key'],
      ['k', {}, 'FIELD_REQUIRED', 'content'],
      ['k', { live: {} }, 'FIELD_REQUIRED', 'live.source'],
      ['k', { content: 'x'.repeat(1_048_577) }, 'LIMIT_EXCEEDED', 'content'],
      ['k', { content: 'a\0b' }, 'INVALID_FIELD', 'content'],
      ['k', { content: `AKIA${'A1B2C3D4E5F6G7H8'}` }, 'SECRET_IN_DOCUMENT', 'content'],
      ['k', { content: '', priority: 11 }, 'INVALID_FIELD', 'priority'],
      ['k', { content: '', ttl: { seconds: '0', nanos: 999_000_000 } }, 'INVALID_FIELD', 'ttl'],
      ['k', { content: '', ttl: seconds(3650 * 86_400 + 1) }, 'INVALID_FIELD', 'ttl'],
      ['k', { live: { portfolio: { accounts: ['a b'] } } }, 'INVALID_FIELD', 'live.portfolio.accounts[0]'],
      ['k', { live: { transactions: { limit: 201 } } }, 'INVALID_FIELD', 'live.transactions.limit'],
      ['k', { live: { episodes: { type: '/' } } }, 'INVALID_FIELD', 'live.episodes.type'],
      ['k', { live: { conversation: {} } }, 'FIELD_REQUIRED', 'live.conversation.conversation_id'],
      ['k', recall({ query: '' }), 'FIELD_REQUIRED', 'live.recall.query'],
      ['k', recall({ query: 'q'.repeat(8193) }), 'LIMIT_EXCEEDED', 'live.recall.query'],
      ['k', recall({ limit: 51 }), 'INVALID_FIELD', 'live.recall.limit'],
      ['k', recall({ mode: 9 }), 'INVALID_FIELD', 'live.recall.mode'],
      ['k', recall({ tags: Array.from({ length: 17 }, () => 't') }), 'LIMIT_EXCEEDED', 'live.recall.tags'],
      ['k', { live: { task: { task_id: ' ' } } }, 'INVALID_FIELD', 'live.task.task_id'],
      ['k', { content: '', expected_version: '1' }, 'VERSION_CONFLICT', 'expected_version'],
    ];
    for (const [key, request, reason, field] of cases) {
      const error = await refusal(put(key, { agent_id: 'wrong', ...request }));
      assert.deepEqual([error.reason, error.field], [reason, field], JSON.stringify(request).slice(0, 80));
    }
    assert.deepEqual((await call('ListSlots', { agent_id: 'wrong' })).slots, []);
    const remove = (request: object) =>
      refusal(call('DeleteSlot', { agent_id: 'wrong', request_id: requestId(), key: 'k', ...request }));
    assert.equal((await remove({ expected_version: '0' })).reason, 'INVALID_FIELD');
    assert.equal((await remove({})).reason, 'NOT_FOUND');
  });

  it('builds the context in order, exactly, the same twice, in either encoding', async () => {
    const agent_id = 'builder';
    await put('notes', { agent_id, content: 'BTC closed at 64,123.10.\n\n', priority: 2 });
    await put('goals', { agent_id, content: "Don't sell at a loss", pinned: true });
    await put('balances', { agent_id, live: { portfolio: {} }, priority: 9 });
    await put('errand', { agent_id, live: { task: { task_id: 't-9' } } });
    await client.call('Ledger', 'PostTransaction', {
      agent_id,
      request_id: requestId(),
      delta: { account: 'cash', asset: 'USDC', amount: '12.50' },
    });
    const request = { agent_id, max_tokens: 1000 };
    const first = await build(request);
    const text = [
      "=== GOALS ===\nDon't sell at a loss",
      '=== BALANCES ===\ncash USDC: 12.5 available, 0 held',
      '=== ERRAND ===\nno task t-9',
      '=== NOTES ===\nBTC closed at 64,123.10.\n\n',
    ].join('\n\n');
    assert.equal(first.text, text);
    assert.deepEqual([first.tokens, first.budget], [count(text), 500]);
    assert.equal(first.percent_used, (first.tokens / 500) * 100);
    assert.deepEqual([first.encoding, first.estimate], ['o200k_base', false]);
    assert.deepEqual(
      first.slots.map(({ key, outcome, live, note }: Reply) => [key, outcome, live, note]),
      [
        ['goals', 'SLOT_OUTCOME_INCLUDED', false, ''],
        ['balances', 'SLOT_OUTCOME_INCLUDED', true, ''],
        ['errand', 'SLOT_OUTCOME_INCLUDED', true, 'no task t-9'],
        ['notes', 'SLOT_OUTCOME_INCLUDED', false, ''],
      ],
    );
    const sum = (slots: Reply[]) => slots.reduce((total, { tokens }) => total + tokens, 0);
    assert.equal(sum(first.slots), first.tokens);
    assert.deepEqual(await build(request), first);
    const older = await build({ ...request, model: 'gpt-4', keys: ['notes', 'goals', 'gone'] });
    assert.equal(older.encoding, 'cl100k_base');
    assert.equal(older.tokens, count(older.text, 'cl100k_base'));
    assert.equal(older.slots.length, 2);
    const claude = await build({ ...request, model: 'claude-sonnet-4' });
    assert.deepEqual([claude.estimate, claude.tokens], [true, first.tokens]);
    const tight = await build({ agent_id, max_tokens: 20, reserve_for_output: 0 });
    assert.ok(tight.tokens <= 20 && tight.tokens === count(tight.text));
    assert.equal(sum(tight.slots), tight.tokens);
    const nothing = await build({ agent_id: 'nobody' });
    assert.deepEqual(
      [nothing.text, nothing.tokens, nothing.percent_used, nothing.budget],
      ['', 0, 0, 180_000 - 4096],
    );
  });

  it('refuses a budget that makes no sense and models it does not know', async () => {
    const cases: [object, string][] = [
      [{ max_tokens: 2_000_001 }, 'max_tokens'],
      [{ max_tokens: 100, reserve_for_output: 100 }, 'reserve_for_output'],
      [{ reserve_for_output: 180_000 }, 'reserve_for_output'],
      [{ model: 'abacus' }, 'model'],
      [{ truncate_at_priority: 12 }, 'truncate_at_priority'],
      [{ keys: ['a b'] }, 'keys[0]'],
    ];
    for (const [request, field] of cases) {
      const error = await refusal(build(request));
      assert.deepEqual(
        [error.status, error.reason, error.field],
        ['INVALID_ARGUMENT', 'INVALID_FIELD', field],
      );
    }
    assert.match((await refusal(build({ model: 'abacus' }))).message, /o200k_base.*claude/);
    const keys = Array.from({ length: 1001 }, (_, n) => `k${n}`);
    assert.equal((await refusal(build({ keys }))).reason, 'LIMIT_EXCEEDED');
    assert.equal((await build({ max_tokens: 1 })).budget, 1);
  });

  it('counts tokens of any text', async () => {
    const text = "<|endoftext|> isn't special here: \0 sk_live_1234567890";
    assert.deepEqual(await call('CountTokens', { text }), {
      tokens: count(text),
      estimate: false,
      encoding: 'o200k_base',
    });
    const older = await call('CountTokens', { text, model: 'cl100k_base' });
    assert.equal(older.tokens, count(text, 'cl100k_base'));
    assert.equal((await call('CountTokens', {})).tokens, 0);
    assert.equal((await call('CountTokens', { text, model: 'gemini-pro' })).estimate, true);
    assert.equal((await refusal(call('CountTokens', { text, model: 'abacus' }))).field, 'model');
    const large = await refusal(call('CountTokens', { text: 'é'.repeat(524_289) }));
    assert.deepEqual([large.reason, large.field], ['LIMIT_EXCEEDED', 'text']);
  });

  it('answers others while a hostile megabyte is counted, set and built', async () => {
    const agent_id = 'hostile';
    const content = 'a'.repeat(1_048_576);
    let is_set = false;
    const slow = put('wall', { agent_id, content, priority: 10 }).finally(() => {
      is_set = true;
    });
    await build({ agent_id: 'builder' });
    await call('CountTokens', { text: 'hello' });
    assert.equal(is_set, false);
    const { tokens } = await slow;
    assert.ok(tokens > 100_000);
    const { text, slots, ...built } = await build({ agent_id, max_tokens: 10_000, reserve_for_output: 0 });
    assert.equal(slots[0].outcome, 'SLOT_OUTCOME_TRUNCATED');
    assert.ok(built.tokens > 9_900 && built.tokens <= 10_000);
    assert.match(text, /^=== WALL \(truncated\) ===\na+$/);
  });

  it('takes part in transactions, all or nothing, and replays', async () => {
    const agent_id = 'transactor';
    const mutations = [
      { put_slot: { key: 'a', content: 'one' } },
      { put_slot: { key: 'a', content: 'two', agent_id: 'other' } },
      { put_slot: { key: 'b', live: { task: {} } } },
      { delete_slot: { key: 'b', expected_version: '1' } },
    ];
    const transact = (request_id: string, more: object[] = []) =>
      client.call('Transact', 'Transact', { agent_id, request_id, mutations: [...mutations, ...more] });
    const error = await refusal(transact(requestId(), [{ delete_slot: { key: 'gone' } }]));
    assert.deepEqual([error.reason, error.field], ['NOT_FOUND', 'mutations[4].delete_slot.key']);
    assert.deepEqual((await call('ListSlots', { agent_id })).slots, []);
    const request_id = requestId();
    const { results, header } = await transact(request_id);
    assert.deepEqual(results[0].put_slot.tokens, count('one'));
    assert.deepEqual((await call('GetSlot', { agent_id: 'other', key: 'a' })).slot.content, 'two');
    const again = await transact(request_id);
    assert.deepEqual([again.header.replayed, again.header.revision], [true, header.revision]);
    assert.equal((await call('GetSlot', { agent_id, key: 'a' })).slot.version, '1');
  });

  it('shows slots on Resume, cut by bytes', async () => {
    const agent_id = 'resumer';
    for (const key of ['a', 'b', 'c']) {
      await put(key, { agent_id, content: `${key} `.repeat(200_000), pinned: key === 'c' });
    }
    const resumed = await client.call('Operations', 'Resume', { agent_id });
    assert.deepEqual(
      resumed.slots.map(({ key, content }: Reply) => [key, content.length]),
      [
        ['c', 400_000],
        ['a', 400_000],
      ],
    );
    assert.deepEqual(resumed.truncated, ['slots']);
  });

  it('forgets what has expired, and tells watchers', async () => {
    const agent_id = 'brief';
    await put('k', { agent_id, content: 'x', ttl: seconds(1) });
    await until(async () => (await build({ agent_id })).slots.length === 0);
    assert.equal((await refusal(call('GetSlot', { agent_id, key: 'k' }))).reason, 'NOT_FOUND');
    const kind_prefixes = ['slot.expired'];
    const watch = client.stream('Watch', 'Watch', { agent_id, from_revision: '0', kind_prefixes });
    for await (const { entries } of watch) {
      if (entries.length === 0) continue;
      assert.equal(entries[0].key, 'k');
      break;
    }
    watch.cancel();
  });

  it('keeps slots over a kill, and verifies', async () => {
    const agent_id = 'lasting';
    await put('text', { agent_id, content: 'still here' });
    await put('live', { agent_id, live: { episodes: { type: 'trade' } } });
    const before_kill = await build({ agent_id });
    client.close();
    await daemon.kill();
    daemon = await startDaemon({ state_dir: daemon.state_dir });
    client = new RawClient(daemon.address);
    assert.deepEqual(await build({ agent_id }), before_kill);
    await withClient(daemon.address, async (other) => assert.deepEqual(await findings(other), []));
  });
});
