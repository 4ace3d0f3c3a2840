import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { summaryTask } from '../../src/tiers/conversations/task.js';
import { TestStore } from '../support/executor.js';
import { append, call, findings, put, refused, submit, view } from './support.js';

/** A group: how long its texts are, and how many calls it makes; 0 = a plain turn. */
const aGroup = fc.record({
  length: fc.integer({ min: 1, max: 300 }),
  calls: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 })),
  is_system: fc.boolean(),
});

describe('compaction', () => {
  let store: TestStore;
  let n = 0;
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  const task = (conversation_id: string, max_bytes: number) =>
    store.reads.snapshot(0, ({ conversations }) =>
      summaryTask(conversations, conversations.get('agent-1', conversation_id), max_bytes),
    );

  it('cuts between groups only, near the middle, and comes to rest', () => {
    let summaries = 0;
    let pieces = 0;
    fc.assert(
      fc.property(
        fc.array(aGroup, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 100, max: 3000 }),
        (groups, piece_bytes) => {
          const conversation_id = `c${++n}`;
          put(store, { max_tokens: 4000, summary_at: 150 }, conversation_id);
          /** Turns that end a group. */
          const ends = new Set<number>();
          let turns = 0;
          const say = (said: Parameters<typeof append>[1]) => {
            turns += 1;
            return append(store, said, { conversation_id });
          };
          for (const { length, calls, is_system } of groups) {
            const content = 'x'.repeat(length);
            const role = is_system ? ('system' as const) : ('user' as const);
            if (calls === 0) say({ role, content });
            else {
              const ids = Array.from({ length: calls }, (_, i) => `${turns}-${i}`);
              say({ role: 'assistant', tool_calls: ids.map((id) => call(id)) });
              for (const tool_call_id of ids) say({ role: 'tool', tool_call_id, content });
            }
            ends.add(turns);
            const before = view(store, conversation_id);
            if (before.due_through === 0) continue;
            assert.ok(before.window_tokens > before.summary_at);
            assert.ok(ends.has(before.due_through) && before.due_through < turns);
            // All of it in pieces, none of which ends inside a group.
            for (;;) {
              const { due_through, summarized_through, preamble } = view(store, conversation_id);
              if (due_through === 0 || due_through > before.due_through) break;
              const taken = task(conversation_id, piece_bytes);
              assert.equal(taken[0]?.turn, Math.max(summarized_through, preamble) + 1);
              const through = taken.at(-1)?.turn ?? 0;
              assert.ok(ends.has(through) && through <= due_through);
              submit(store, through, 'short', { conversation_id, from_turn: summarized_through });
              pieces += 1;
            }
            assert.ok(view(store, conversation_id).summarized_through >= before.due_through);
            summaries += 1;
          }
        },
      ),
      { numRuns: 150 },
    );
    assert.ok(summaries > 50 && pieces > summaries, `${summaries} summaries in ${pieces} pieces`);
    assert.deepEqual(findings(store), []);
  });

  it('shortens a group that is too large for any piece', () => {
    put(store, { max_tokens: 2_000_000 }, 'huge');
    const conversation_id = 'huge';
    const json = `{"a":"${'b'.repeat(9000)}"}`;
    append(
      store,
      { role: 'assistant', tool_calls: [call('one', 'f', json), call('two')] },
      { conversation_id },
    );
    append(
      store,
      { role: 'tool', tool_call_id: 'one', content: `begin ${'ä'.repeat(20_000)} end` },
      { conversation_id },
    );
    append(store, { role: 'tool', tool_call_id: 'two', content: 'small' }, { conversation_id });
    append(store, { content: 'go on' }, { conversation_id });
    store.run('compact_conversation', { conversation_id, keep_turns: null });
    const [asked, large, small] = task(conversation_id, 6000);
    assert.deepEqual(asked?.tool_calls, [
      ['one', 'f', `{"left_out_bytes":${json.length}}`],
      ['two', 'quote', '{}'],
    ]);
    assert.match(large?.content ?? '', /^begin ä+\n\[\d+ bytes left out\]\nä+ end$/);
    assert.ok(Buffer.byteLength(large?.content ?? '') < 2000);
    assert.equal(small?.content, 'small');
  });

  it('has limits', () => {
    const limit = (sql: string) => store.db.prepare(sql).run();
    append(store, { content: 'x' }, { conversation_id: 'full' });
    limit(`UPDATE conversation_agents SET conversations = conversations + 100000`);
    const more = refused(() => append(store, { content: 'x' }, { conversation_id: 'one-more' }));
    const put_more = refused(() => put(store, {}, 'one-more'));
    assert.deepEqual([more.reason, put_more.reason], ['TOO_MANY', 'TOO_MANY']);
    assert.equal(append(store, { content: 'y' }, { conversation_id: 'full' }).turn, 2);
    limit(`UPDATE conversation_agents SET conversations = conversations - 100000`);
    limit(`UPDATE conversations SET turns = 1000000 WHERE conversation_id = 'full'`);
    assert.equal(
      refused(() => append(store, { content: 'z' }, { conversation_id: 'full' })).reason,
      'TOO_MANY',
    );
    limit(`UPDATE conversations SET turns = 2 WHERE conversation_id = 'full'`);
    assert.deepEqual(findings(store), []);
  });

  it('is checked by verification: each thing that can be wrong is found', () => {
    const conversation_id = 'checked';
    put(store, { max_tokens: 200, summary_at: 60 }, conversation_id);
    append(store, { content: 'x'.repeat(100) }, { conversation_id });
    append(store, { content: 'y' }, { conversation_id });
    append(store, { role: 'assistant', tool_calls: [call('z')] }, { conversation_id });
    append(store, { role: 'tool', tool_call_id: 'z', content: 'z'.repeat(100) }, { conversation_id });
    submit(store, 1, 'one', { conversation_id });
    append(store, { content: 'w'.repeat(100) }, { conversation_id });
    const { conversation } = view(store, conversation_id);
    const here = `WHERE conversation = ${conversation}`;
    const tampered: [string, string][] = [
      [`UPDATE conversations SET turns = 4 ${here}`, 'conversations.turns'],
      [
        `UPDATE conversation_turns SET total_tokens = total_tokens + 1 ${here} AND turn = 2`,
        'conversations.totals',
      ],
      [`UPDATE conversations SET window_tokens = window_tokens - 1 ${here}`, 'conversations.window'],
      [`UPDATE conversations SET due_through = 3 ${here}`, 'conversations.groups'],
      [`UPDATE conversations SET due_through = 5 ${here}`, 'conversations.due'],
      [`UPDATE conversations SET open_calls = 1 ${here}`, 'conversations.calls'],
      [`DELETE FROM conversation_summaries ${here}`, 'conversations.summary'],
      [
        `INSERT INTO turn_words (turn_words, rowid, words, place, conversation, turn)
           SELECT 'delete', position, '', '', conversation, turn FROM conversation_turns ${here} AND turn = 2`,
        'conversations.words',
      ],
      [
        `INSERT INTO turn_words (rowid, words, place, conversation, turn) VALUES (7, 'a', 'b', ${conversation}, 9)`,
        'conversations.words',
      ],
      [`UPDATE conversation_agents SET conversations = conversations + 1`, 'conversations.agents'],
    ];
    assert.deepEqual(findings(store), []);
    for (const [sql, kind] of tampered) {
      store.db.exec('BEGIN');
      store.db.exec(sql);
      store.db.exec('COMMIT');
      const kinds = findings(store).map((finding) => finding.split(':')[0]);
      assert.ok(kinds.includes(kind), `${sql}: ${kinds.join(', ')}`);
    }
  });
});
