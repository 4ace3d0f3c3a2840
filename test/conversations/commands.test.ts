import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { unpackDocument } from '../../src/codec/msgpack.js';
import { conversationPayloads } from '../../src/tiers/conversations/queries.js';
import { summaryText } from '../../src/tiers/conversations/turn.js';
import { TestStore } from '../support/executor.js';
import { append, call, findings, put, refused, submit, view } from './support.js';

describe('conversations', () => {
  let store: TestStore;
  let n = 0;
  /** A conversation of its own for each test. */
  const named = () => ({ conversation_id: `c${++n}` });
  const seen = ({ conversation_id }: { conversation_id: string }) => view(store, conversation_id);
  before(() => {
    store = new TestStore();
  });
  after(() => {
    assert.deepEqual(findings(store), []);
    store.close();
  });

  it('are made by their first turn, with default settings', () => {
    const c = named();
    const { turn, tokens, window_tokens, due_through } = append(
      store,
      { content: '12345678', name: 'ann' },
      c,
    );
    // 8 + line feed + 3 = 12 characters are 3 tokens, and 4 of the message.
    assert.deepEqual([turn, tokens, window_tokens, due_through], [1, 7, 7, 0]);
    const { max_tokens, summary_at, model, turns, total_tokens } = seen(c);
    assert.deepEqual([max_tokens, summary_at, model, turns, total_tokens], [8000, 6000, 'o200k_base', 1, 7]);
  });

  it('keep their settings apart from what is not named', () => {
    const c = named();
    put(store, { max_tokens: 1000 }, c.conversation_id);
    assert.deepEqual([seen(c).max_tokens, seen(c).summary_at], [1000, 750]);
    put(store, { title: 'T', model: 'gpt-4', encoding: 'cl100k_base' }, c.conversation_id);
    assert.deepEqual([seen(c).title, seen(c).max_tokens, seen(c).encoding], ['T', 1000, 'cl100k_base']);
    const { reason, field } = refused(() => put(store, { max_tokens: 700 }, c.conversation_id));
    assert.deepEqual([reason, field], ['INVALID_FIELD', 'summary_at']);
    append(store, { content: 'x' }, c);
    const model = refused(() => put(store, { model: 'gpt-4o' }, c.conversation_id));
    assert.deepEqual([model.reason, model.field], ['WRONG_STATE', 'model']);
    // Another name of the same encoding is none of the turns' business.
    put(store, { model: 'gpt-3.5', encoding: 'cl100k_base' }, c.conversation_id);
    const { head } = store.executor;
    put(store, { title: 'T' }, c.conversation_id);
    assert.equal(store.executor.head.revision, head.revision, 'nothing changed, so nothing is journaled');
  });

  it('number their turns', () => {
    const c = named();
    append(store, { content: 'a' }, { ...c, expected_turn: 1 });
    const { reason, field } = refused(() => append(store, { content: 'b' }, { ...c, expected_turn: 3 }));
    assert.deepEqual([reason, field], ['VERSION_CONFLICT', 'expected_turn']);
    assert.equal(append(store, { content: 'b' }, { ...c, expected_turn: 2 }).turn, 2);
  });

  it('take a result only behind its call, and nothing else before it', () => {
    const c = named();
    const said = (turn: Parameters<typeof append>[1]) => append(store, turn, c);
    const wrong = (turn: Parameters<typeof append>[1]) => {
      const { reason, field } = refused(() => said(turn));
      return [reason, field];
    };
    assert.deepEqual(wrong({ role: 'tool', tool_call_id: 'a' }), ['WRONG_STATE', 'tool_call_id']);
    said({ content: 'hello' });
    said({ role: 'assistant', tool_calls: [call('a'), call('b')] });
    assert.deepEqual(wrong({ content: 'and?' }), ['WRONG_STATE', 'role']);
    assert.deepEqual(wrong({ role: 'assistant', content: 'x' }), ['WRONG_STATE', 'role']);
    assert.deepEqual(wrong({ role: 'tool', tool_call_id: 'c' }), ['WRONG_STATE', 'tool_call_id']);
    said({ role: 'tool', tool_call_id: 'b', content: 'B' });
    assert.deepEqual(wrong({ role: 'tool', tool_call_id: 'b' }), ['WRONG_STATE', 'tool_call_id']);
    said({ role: 'tool', tool_call_id: 'a' });
    assert.deepEqual(wrong({ role: 'tool', tool_call_id: 'a' }), ['WRONG_STATE', 'tool_call_id']);
    assert.deepEqual(wrong({ role: 'assistant', tool_calls: [call('new'), call('a')] }), [
      'INVALID_FIELD',
      'tool_calls[1].id',
    ]);
    assert.equal(said({ content: 'thanks' }).turn, 5);
    assert.equal(seen(c).open_calls, 0);
  });

  it('make the older half due by tokens, never inside a group', () => {
    const c = named();
    put(store, { max_tokens: 200, summary_at: 100 }, c.conversation_id);
    append(store, { role: 'system', content: 'x'.repeat(40) }, c); // 14
    append(store, { content: 'x'.repeat(40) }, c); // 14
    append(store, { role: 'assistant', content: 'x'.repeat(60), tool_calls: [call('a')] }, c); // 22
    const result = append(store, { role: 'tool', tool_call_id: 'a', content: 'x'.repeat(100) }, c); // 29
    assert.deepEqual([result.window_tokens, result.due_through], [79, 0]);
    // Of 89 tokens without the instructions the middle is inside the group, and nearer to its end.
    const { due_through } = append(store, { content: 'x'.repeat(80) }, c);
    assert.equal(due_through, 4);
    assert.equal(append(store, { content: 'more' }, c).due_through, 4, 'stays until it is summarised');
    const between = refused(() => submit(store, 3, 's', c));
    assert.deepEqual([between.reason, between.field], ['INVALID_FIELD', 'through_turn']);
    const window_tokens = submit(store, 4, 'short', c);
    const { summary, summary_tokens, summarized_through, due_through: due } = seen(c);
    assert.deepEqual([summary, summarized_through, due], ['short', 4, 0]);
    assert.equal(window_tokens, 14 + summary_tokens + 24 + 5);
  });

  it('refuse summaries of spans that are summarised, stale ones, and ones beyond the end', () => {
    const c = named();
    append(store, { role: 'system', content: 'rules' }, c);
    for (const content of ['a', 'b', 'c']) append(store, { content }, c);
    append(store, { role: 'assistant', tool_calls: [call('a')] }, c);
    const wrong = (through: number, from_turn: number | null = null) => {
      const { reason, field } = refused(() => submit(store, through, 's', { ...c, from_turn }));
      return [reason, field];
    };
    assert.deepEqual(wrong(6), ['INVALID_FIELD', 'through_turn']);
    assert.deepEqual(wrong(5), ['INVALID_FIELD', 'through_turn'], 'its results are not there yet');
    assert.deepEqual(wrong(1), ['INVALID_FIELD', 'through_turn'], 'instructions');
    submit(store, 2, 'first', { ...c, from_turn: 0 });
    assert.deepEqual(wrong(2), ['WRONG_STATE', 'through_turn']);
    assert.deepEqual(wrong(3, 0), ['WRONG_STATE', 'from_turn']);
    submit(store, 4, 'second', { ...c, from_turn: 2 });
    assert.equal(seen(c).summary, 'second');
    const other = refused(() => submit(store, 5, 's', { ...c, conversation: 1 }));
    assert.equal(other.reason, 'NOT_FOUND', 'another conversation of the same name');
  });

  it('refuse a summary that leaves no room for turns', () => {
    const c = named();
    put(store, { max_tokens: 100, summary_at: 80 }, c.conversation_id);
    append(store, { role: 'system', content: 'x'.repeat(24) }, c); // 10
    for (const content of ['a', 'b', 'c']) append(store, { content }, c);
    const before = seen(c);
    // 90 tokens are left, so a summary may take 45: 4 of a message, and 41 for 164 units with its heading.
    const longest = 'y'.repeat(164 - summaryText('').length);
    const { reason, field } = refused(() => submit(store, 4, `${longest}y`, c));
    assert.deepEqual([reason, field], ['LIMIT_EXCEEDED', 'summary']);
    assert.deepEqual(seen(c), before);
    submit(store, 4, longest, c);
    assert.equal(seen(c).summary_tokens, 45);
    append(store, { content: 'and now?' }, c);
    const args = { agent_id: 'agent-1', ...c, max_tokens: 0, format: 'openai' as const };
    assert.equal(store.scans.conversation_messages(args, () => {}).omitted_turns, 0);
  });

  it('are compacted on demand, keeping at least the newest group', () => {
    const c = named();
    const compact = (keep_turns: number | null) => store.run('compact_conversation', { ...c, keep_turns });
    append(store, { content: 'a' }, c);
    assert.equal(refused(() => compact(0)).reason, 'WRONG_STATE');
    append(store, { role: 'assistant', content: 'b' }, c);
    append(store, { role: 'assistant', tool_calls: [call('a'), call('b')] }, c);
    append(store, { role: 'tool', tool_call_id: 'a', content: 'A' }, c);
    append(store, { role: 'tool', tool_call_id: 'b', content: 'B' }, c);
    append(store, { role: 'assistant', content: 'so' }, c);
    assert.equal(compact(2).due_through, 2, 'the cut goes before the group, not into it');
    assert.equal(compact(1).due_through, 5);
    assert.equal(compact(0).due_through, 5);
    assert.equal(compact(3).due_through, 5, 'what is due stays due');
    assert.equal(refused(() => compact(6)).reason, 'WRONG_STATE');
    submit(store, 5, 's', c);
    assert.equal(refused(() => compact(null)).reason, 'WRONG_STATE');
    append(store, { content: 'x' }, c);
    append(store, { content: 'y' }, c);
    append(store, { content: 'z' }, c);
    assert.equal(compact(null).due_through, 7, 'half of four');
  });

  it('go at once when deleted, their rows by and by', () => {
    const c = named();
    const payloads = conversationPayloads(store.db);
    for (let i = 0; i < 1200; i += 1) append(store, { content: `word${i} delenda` }, c);
    const deleted = seen(c).conversation;
    const entry = store.db
      .prepare<[string], never>('SELECT * FROM journal WHERE key = ?')
      .get(`${c.conversation_id}/7`) as never;
    assert.equal(
      (unpackDocument(payloads(entry) ?? new Uint8Array()) as { content: string }).content,
      'word6 delenda',
    );
    const search = (query: string) =>
      store.scans.search_turns({ agent_id: 'agent-1', conversation_id: '', query, limit: 5 }, () => {}).hits;
    assert.equal(search('delenda').length, 5);
    assert.equal(store.run('delete_conversation', c).deleted_turns, 1200);
    assert.equal(refused(() => seen(c)).reason, 'NOT_FOUND');
    assert.equal(refused(() => store.run('delete_conversation', c)).reason, 'NOT_FOUND');
    assert.deepEqual(search('delenda'), []);
    assert.equal(payloads(entry), null);
    // Another of the same name is another.
    append(store, { content: 'delenda again' }, c);
    assert.deepEqual(
      search('delenda').map(({ row }) => row.turn),
      [1],
    );
    assert.deepEqual(findings(store), []);
    const left = store.db
      .prepare<[number], number>('SELECT count(*) FROM conversation_turns WHERE conversation = ?')
      .pluck();
    const counts: number[] = [];
    while (left.get(deleted) !== 0) {
      store.run('sweep', {});
      counts.push(left.get(deleted) ?? -1);
    }
    assert.deepEqual(counts, [869, 547, 225, 0], 'so many bytes at a time');
    for (let i = 0; i < 3; i += 1) store.run('sweep', {});
    const kept = store.db
      .prepare<[string], number>(
        'SELECT count(*) FROM turn_words_data WHERE instr(block, CAST(? AS BLOB)) > 0',
      )
      .pluck();
    assert.equal(kept.get('word777'), 0, 'its words have left the text index with it');
    assert.notEqual(kept.get('delenda'), 0);
    assert.equal(store.db.prepare('SELECT count(*) FROM conversation_removals').pluck().get(), 0);
    assert.equal(seen(c).turns, 1);
  });

  it('are found by words, in one conversation or all of the agent', () => {
    const [one, other] = [named(), named()];
    append(store, { content: 'The order BTC-USDT was filled at 0.25' }, one);
    append(
      store,
      { role: 'assistant', tool_calls: [call('x1', 'place_order', '{"symbol":"SOLUSD"}')] },
      other,
    );
    append(store, { role: 'tool', tool_call_id: 'x1', content: '取引所は注文を拒否しました' }, other);
    append(store, { content: 'someone else filled an order' }, { ...other, agent_id: 'agent-2' });
    const search = (query: string, conversation_id = '', agent_id = 'agent-1') =>
      store.scans
        .search_turns({ agent_id, conversation_id, query, limit: 10 }, () => {})
        .hits.map((hit) => `${hit.conversation_id}/${hit.row.turn}`);
    assert.deepEqual(search('filling'), [`${one.conversation_id}/1`]);
    assert.deepEqual(search('btcusdt'), [`${one.conversation_id}/1`]);
    assert.deepEqual(search('0.25'), [`${one.conversation_id}/1`]);
    assert.deepEqual(search('solusd'), [`${other.conversation_id}/1`]);
    assert.deepEqual(search('注文'), [`${other.conversation_id}/2`]);
    assert.deepEqual(search('拒'), [`${other.conversation_id}/2`]);
    assert.deepEqual(search('solusd', one.conversation_id), []);
    assert.deepEqual(search('filled', other.conversation_id, 'agent-2'), [`${other.conversation_id}/1`]);
    assert.deepEqual(search('filled', '', 'nobody'), []);
    for (const hostile of [
      '"',
      'a" OR "b',
      'words : (',
      'NEAR(order filled)',
      '*',
      '-',
      'the AND',
      '() OR *',
    ])
      assert.ok(Array.isArray(search(hostile)), hostile);
    assert.equal(refused(() => search('x', 'nowhere')).reason, 'NOT_FOUND');
  });
});
