import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { HoldfastError } from '../../src/errors.js';
import { NOTE_TOKENS } from '../../src/tiers/conversations/format.js';
import { conversationWindow } from '../../src/tiers/conversations/messages.js';
import { type StoredTurn, unpackTurn } from '../../src/tiers/conversations/turn.js';
import { encoderOf } from '../../src/tokens/encoder.js';
import { ENCODINGS } from '../../src/tokens/models.js';
import { TestStore } from '../support/executor.js';
import { checkAnthropic, checkOpenAi } from './chat_apis.js';
import { append, call, findings, put, refused, type Said, submit, view } from './support.js';

type Format = 'openai' | 'anthropic';

const aText = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.constantFrom(' ', '\n\t', 'ends in blanks  \n', '"quoted" \\ \u2028', 'x'.repeat(300)),
);
const aCall = fc.tuple(
  fc.constantFrom('call_', 'functions.quote:', `long-${'x'.repeat(60)}-`, 'toolu_'),
  fc.constantFrom('{}', '{"a":1e400,"b":12345678901234567890}', '{"deep":{"x":[1,"\\u0000"]}}'),
);
/** What comes next; tool calls are answered in an order of their own, and maybe not all of them. */
const aStep = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('system' as const), content: aText }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('user' as const),
      content: aText,
      name: fc.constantFrom('', 'ann'),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('assistant' as const), content: aText }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('calls' as const),
      content: fc.oneof(fc.constant(''), aText),
      calls: fc.array(aCall, { minLength: 1, maxLength: 4 }),
      results: fc.array(fc.oneof(fc.constant(''), aText), { minLength: 4, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('summary' as const),
      of: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  },
);
type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;

let calls = 0;

/** Plays the steps; the newest group stays without its last result when `is_open`. */
function play(store: TestStore, conversation_id: string, steps: readonly Step[], is_open: boolean): void {
  const say = (said: Said) => append(store, said, { conversation_id });
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'summary') summarize(store, conversation_id, step.of);
    else if (step.kind === 'calls') {
      const tool_calls = step.calls.map(([prefix, json]) => call(`${prefix}${++calls}`, 'quote', json));
      say({ role: 'assistant', content: step.content, tool_calls });
      const answered = is_open && index === steps.length - 1 ? tool_calls.slice(1) : tool_calls;
      for (const [place, [tool_call_id]] of [...answered].reverse().entries())
        say({ role: 'tool', tool_call_id, content: step.results[place] ?? '' });
    } else say({ role: step.kind, content: step.content, name: 'name' in step ? step.name : '' });
  }
}

/** Summarises up to about a share of the turns, where that is allowed. */
function summarize(store: TestStore, conversation_id: string, share: number): void {
  const { turns } = view(store, conversation_id);
  try {
    submit(store, Math.ceil(turns * share), `They spoke of ${turns} things.`, { conversation_id });
  } catch (error) {
    assert.ok(error instanceof HoldfastError && ['INVALID_FIELD', 'WRONG_STATE'].includes(error.reason));
  }
}

function allTurns(store: TestStore, conversation_id: string): StoredTurn[] {
  const { conversation, turns } = view(store, conversation_id);
  return store.reads.snapshot(0, ({ conversations }) =>
    [...conversations.turnsBetween(conversation, 1, turns)].map(({ payload }) => unpackTurn(payload)),
  );
}

describe('messages for a chat API', () => {
  let store: TestStore;
  let n = 0;
  const messages = (conversation_id: string, format: Format, max_tokens = 0) =>
    store.scans.conversation_messages({ agent_id: 'agent-1', conversation_id, max_tokens, format }, () => {});
  before(() => {
    store = new TestStore();
  });
  after(() => store.close());

  it('are what the API takes and within the budget, whatever was said', () => {
    let refusals = 0;
    let handed_out = 0;
    fc.assert(
      fc.property(
        fc.array(aStep, { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 400 }),
        fc.boolean(),
        fc.constantFrom<Format>('openai', 'anthropic'),
        (steps, budget, is_open, format) => {
          const conversation_id = `p${++n}`;
          put(store, { max_tokens: 2_000_000, summary_at: 1_000_000 }, conversation_id);
          play(store, conversation_id, steps, is_open);
          const said = view(store, conversation_id);
          const turns = allTurns(store, conversation_id);
          let reply: ReturnType<typeof messages>;
          try {
            reply = messages(conversation_id, format, budget);
          } catch (error) {
            assert.ok(error instanceof HoldfastError && error.reason === 'LIMIT_EXCEEDED');
            assert.ok(Number(error.details.metadata?.needed_tokens) > budget);
            refusals += 1;
            return;
          }
          handed_out += 1;
          if (format === 'openai') checkOpenAi(reply.messages_json);
          else checkAnthropic(reply.messages_json);
          const base = Math.max(said.preamble, said.summarized_through);
          const first = said.turns - (said.turns - base) + reply.omitted_turns + 1;
          assert.ok(reply.tokens <= budget);
          // What is handed out is the instructions, the summary and a run of turns; the open group at the end is not.
          const is_left_out = ({ turn }: StoredTurn) =>
            said.open_calls > 0 && turn >= (turns.findLast(({ role }) => role !== 'tool')?.turn ?? 0);
          const open = turns.filter(is_left_out).length;
          const given = turns.filter(
            ({ turn }) => turn <= said.preamble || (turn >= first - open && turn <= said.turns - open),
          );
          const counted = given.reduce((sum, { tokens }) => sum + tokens, said.summary_tokens);
          assert.ok([0, NOTE_TOKENS].includes(reply.tokens - counted), `${reply.tokens} of ${counted}`);
          // Nothing that would fit is left out: one group more is over the budget.
          if (reply.omitted_turns - open > 0) {
            const before = turns.filter(({ turn }) => turn < first - open);
            const start = before.findLastIndex(({ role }) => role !== 'tool');
            const more = before.slice(start).reduce((sum, { tokens }) => sum + tokens, counted);
            assert.ok(more > budget || (format === 'anthropic' && more + NOTE_TOKENS > budget));
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(refusals > 0 && handed_out > refusals, `${handed_out} handed out, ${refusals} refused`);
    assert.deepEqual(findings(store), []);
  });

  it('have the shapes of the two APIs', () => {
    const conversation_id = 'shapes';
    const say = (said: Said) => append(store, said, { conversation_id });
    say({ role: 'system', content: 'Trade carefully.' });
    say({ content: 'gone into the summary' });
    say({
      role: 'assistant',
      content: 'Looking. ',
      tool_calls: [call('a.1', 'quote', '{"p":1.10}'), call('b')],
    });
    say({ role: 'tool', tool_call_id: 'b', content: '' });
    say({ role: 'tool', tool_call_id: 'a.1', content: '42' });
    say({ content: 'Sell', name: 'ann' });
    say({ role: 'system', content: 'The market closes.' });
    say({ role: 'assistant', content: 'Sold. \n' });
    submit(store, 2, 'Ann wants to trade.', { conversation_id });
    const openai = messages(conversation_id, 'openai');
    assert.deepEqual(checkOpenAi(openai.messages_json), [
      { role: 'system', content: 'Trade carefully.' },
      { role: 'system', content: 'Summary of the conversation so far:\nAnn wants to trade.' },
      {
        role: 'assistant',
        content: 'Looking. ',
        tool_calls: [
          { id: 'a.1', type: 'function', function: { name: 'quote', arguments: '{"p":1.10}' } },
          { id: 'b', type: 'function', function: { name: 'quote', arguments: '{}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'b', content: '' },
      { role: 'tool', tool_call_id: 'a.1', content: '42' },
      { role: 'user', name: 'ann', content: 'Sell' },
      { role: 'system', content: 'The market closes.' },
      { role: 'assistant', content: 'Sold. \n' },
    ]);
    const anthropic = messages(conversation_id, 'anthropic');
    assert.equal(
      anthropic.system,
      'Trade carefully.\n\nSummary of the conversation so far:\nAnn wants to trade.\n\nThe market closes.',
    );
    const [note, asked, answered, sold] = checkAnthropic(anthropic.messages_json);
    assert.deepEqual(note, { role: 'user', content: [{ type: 'text', text: 'Go on from here.' }] });
    const [, use] = (asked?.content ?? []) as { id: string }[];
    assert.deepEqual(use, { type: 'tool_use', id: use?.id, name: 'quote', input: { p: 1.1 } });
    assert.notEqual(use?.id, 'a.1');
    assert.ok(anthropic.messages_json.includes('"input":{"p":1.10}'), 'no digit of arguments changes');
    assert.deepEqual(answered?.content, [
      { type: 'tool_result', tool_use_id: 'b' },
      { type: 'tool_result', tool_use_id: use?.id, content: '42' },
      { type: 'text', text: 'ann: Sell' },
    ]);
    assert.deepEqual(sold?.content, [{ type: 'text', text: 'Sold.' }]);
    assert.equal(anthropic.tokens - openai.tokens, NOTE_TOKENS);
    assert.deepEqual([openai.first_turn, openai.omitted_turns], [1, 0]);
  });

  it('count the note for what it costs at most', () => {
    const { messages_json } = messages('shapes', 'anthropic');
    const [note] = JSON.parse(messages_json) as { content: { text: string }[] }[];
    for (const encoding of ENCODINGS)
      assert.ok(encoderOf(encoding).count(note?.content[0]?.text ?? '') + 4 <= NOTE_TOKENS);
  });

  it('are refused when they would not fit into a reply', () => {
    const conversation_id = 'large';
    put(store, { max_tokens: 2_000_000 }, conversation_id);
    for (let i = 0; i < 5; i += 1) append(store, { content: 'x'.repeat(1_000_000) }, { conversation_id });
    const { messages_json, omitted_turns } = messages(conversation_id, 'openai');
    assert.ok(messages_json.length < 4_000_000);
    assert.equal(omitted_turns, 2);
    append(store, { content: '\u0001'.repeat(1_000_000) }, { conversation_id });
    const { reason, field } = refused(() => messages(conversation_id, 'openai'));
    assert.deepEqual([reason, field], ['LIMIT_EXCEEDED', 'conversation_id']);
  });

  it('are lines of text for a context of another shape', () => {
    const lines = (max_tokens: number) =>
      conversationWindow(store.db, { agent_id: 'agent-1', conversation_id: 'shapes', max_tokens });
    assert.deepEqual(lines(0), [
      'summary: Ann wants to trade.',
      'assistant: Looking. \n[calls quote (a.1): {"p":1.10}]\n[calls quote (b): {}]',
      'tool: [result of b]',
      'tool: [result of a.1]\n42',
      'ann: Sell',
      'system: The market closes.',
      'assistant: Sold. \n',
    ]);
    // The summary has 18 tokens, the last two turns 6 and 9; before them are 6, then the results of a call.
    assert.deepEqual(lines(41), ['summary: Ann wants to trade.', ...lines(0).slice(4)]);
    assert.deepEqual(lines(3), []);
  });
});
