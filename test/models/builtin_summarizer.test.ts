/** The summarizer without a model: within its tokens, in order, word for word, and never half a number. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { HoldfastError } from '../../src/errors.js';
import { builtinSummarizer } from '../../src/models/summarizers/builtin.js';
import { clientSummarizer } from '../../src/models/summarizers/client.js';
import type { SummaryInput } from '../../src/models/summarizers/summarizer.js';

const idle = new AbortController().signal;
/** Not what a model counts, but as uneven: a token for every four characters of a word, and for each other character. */
const count = (text: string): number => (text.match(/[a-z]{1,4}|[^a-z ]/gi) ?? []).length;
const summarizer = builtinSummarizer(count);

const summarize = (changes: Partial<SummaryInput>) =>
  summarizer.summarize({ previous_summary: '', turns: [], max_tokens: 100, ...changes }, idle);
const says = (content: string, role = 'user') => ({ role, content });

test('all is kept, in order, where all fits', async () => {
  const turns = [says('Hello there.'), says('Bought 2 ETH. Fee was 0.1%!', 'assistant')];
  assert.equal(
    await summarize({ turns }),
    'user: Hello there.\nassistant: Bought 2 ETH.\nassistant: Fee was 0.1%!',
  );
});

test('amounts, ids and decisions are kept before chatter', async () => {
  const chatter = (index: number) =>
    `It is nice weather out here today, ${'very '.repeat(index % 5)}pleasant`;
  const turns = Array.from({ length: 40 }, (_, index) => says(chatter(index)));
  turns.splice(17, 0, says('Order A-1038 was filled at 1,930.55 USD.', 'assistant'));
  turns.splice(25, 0, says('We decided never to hold more than 5 ETH.'));
  const summary = await summarize({ turns, max_tokens: 60 });
  assert.match(summary, /A-1038 was filled at 1,930\.55 USD/);
  assert.match(summary, /decided never to hold more than 5 ETH/);
  assert.ok(summary.indexOf('A-1038') < summary.indexOf('decided'));
});

test('the summary of summaries stays within its tokens and makes room for what is new', async () => {
  let summary = '';
  for (let round = 0; round < 30; round += 1) {
    const turns = Array.from({ length: 10 }, (_, index) =>
      says(`Trade ${round}-${index}: sold ${round * 10 + index}.25 SOL because of the limit.`),
    );
    summary = await summarize({ previous_summary: summary, turns, max_tokens: 120 });
    assert.ok(count(summary) <= 120);
    assert.ok(summary.includes(`Trade ${round}-`), summary);
    assert.ok(
      round === 0 || summary.includes(`Trade ${round - 1}-`),
      'the previous round is not forgotten at once',
    );
  }
});

test('an earlier summary alone, of a model, is condensed; its own lines come back unchanged', async () => {
  const prose = 'The user owns 3 BTC. They decided to hold. '.repeat(40);
  const first = await summarize({ previous_summary: prose, max_tokens: 30 });
  assert.ok(count(first) <= 30);
  assert.equal(await summarize({ previous_summary: first, max_tokens: 30 }), first);
});

test('what is said twice stays once, where it was said last; a sign makes a difference', async () => {
  const turns = [says('PnL is -5'), says('Stop at 10.'), says('PnL is 5'), says('Stop at 10.')];
  assert.equal(await summarize({ turns }), 'user: PnL is -5\nuser: PnL is 5\nuser: Stop at 10.');
});

describe('without sentences:', () => {
  const numbers = Array.from({ length: 400 }, (_, index) => (index * 7919.37).toFixed(2));
  const texts: Record<string, string> = {
    'one giant line': numbers.join(' '),
    JSON: JSON.stringify(numbers.map((price, id) => ({ id, price }))),
    'numbers and commas without spaces': numbers.join(';'),
    code: numbers.map((price, index) => `  const p${index} = ${price};`).join('\n'),
    Chinese: numbers.map((price) => `价格是${price}元，今天买入`).join(''),
    emoji: '👩‍👩‍👧é'.repeat(500) + numbers.join('👍'),
  };
  for (const [name, content] of Object.entries(texts)) {
    test(`${name} is shortened, and no number is cut`, async () => {
      const summary = await summarize({ turns: [says(content)], max_tokens: 200 });
      assert.ok(count(summary) <= 200 && summary.length > 50, summary);
      assert.equal(Buffer.from(summary).toString(), summary, 'no half characters');
      const known = new Set(content.match(/\d+(?:\.\d+)?/g));
      for (const number of summary.match(/\d+(?:\.\d+)?/g) ?? [])
        assert.ok(known.has(number), `${number} was never said`);
    });
  }

  test('a single token that does not fit is left out, and nothing at all is an error', async () => {
    const key = 'f00'.repeat(500);
    assert.equal(await summarize({ turns: [says(key), says('ok then')], max_tokens: 20 }), 'user: ok then');
    await assert.rejects(summarize({ turns: [says(key)], max_tokens: 20 }), (error) => {
      assert.ok(error instanceof HoldfastError);
      assert.equal(error.reason, 'LIMIT_EXCEEDED');
      return true;
    });
  });
});

test('any conversation: within its tokens, only what was said, the same each time', async () => {
  const content = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.constantFrom('buy', 'hold.', '12.5', 'A-17', 'why?', '价格', '\n', '{"a":1}'), {
        maxLength: 200,
      })
      .map((words) => words.join(' ')),
  );
  const turns = fc.array(fc.record({ role: fc.constantFrom('user', 'assistant'), content }), {
    maxLength: 12,
  });
  await fc.assert(
    fc.asyncProperty(turns, fc.integer({ min: 1, max: 300 }), async (turns, max_tokens) => {
      let summary: string;
      try {
        summary = await summarize({ turns, max_tokens });
      } catch (error) {
        assert.ok(error instanceof HoldfastError && error.reason === 'LIMIT_EXCEEDED', String(error));
        return;
      }
      assert.ok(count(summary) <= max_tokens);
      for (const line of summary.split('\n'))
        assert.ok(
          turns.some(({ content }) => content.includes(line.replace(/^(?:user|assistant): /, ''))),
          line,
        );
      assert.equal(await summarize({ turns, max_tokens }), summary);
    }),
  );
});

test('a long conversation lets other work have its turn, and an abort its effect', async () => {
  const turns = Array.from({ length: 3000 }, (_, index) => says(`Trade ${index} went well.`));
  let ticks = 0;
  const tick = (): void => {
    ticks += 1;
    ticking = setImmediate(tick);
  };
  let ticking = setImmediate(tick);
  const summary = await summarize({ turns, max_tokens: 2000 });
  clearImmediate(ticking);
  assert.ok(count(summary) > 1500);
  assert.ok(ticks >= 4, `${ticks} turns`);
  const aborted = AbortSignal.abort(new Error('enough'));
  await assert.rejects(
    summarizer.summarize({ previous_summary: '', turns, max_tokens: 2000 }, aborted),
    /enough/,
  );
});

test('an earlier summary is not lost beside an enormous conversation', async () => {
  const turns = Array.from({ length: 20_000 }, (_, index) => says(`Trade ${index} went well.`));
  const previous_summary = 'user: We decided to sell 7 BTC.';
  assert.ok((await summarize({ previous_summary, turns })).startsWith(previous_summary));
});

test('the client kind summarises nothing', async () => {
  const input = { previous_summary: '', turns: [], max_tokens: 1 };
  await assert.rejects(clientSummarizer().summarize(input, idle), { reason: 'WRONG_STATE' });
});
