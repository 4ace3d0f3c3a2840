import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getEncodingNameForModel, type TiktokenModel } from 'js-tiktoken/lite';
import { HoldfastError } from '../../src/errors.js';
import { tokenizerFor } from '../../src/tokens/models.js';

const KNOWN_TO_TIKTOKEN: readonly TiktokenModel[] = [
  'chatgpt-4o-latest',
  'gpt-3.5-turbo',
  'gpt-3.5-turbo-instruct-0914',
  'gpt-35-turbo',
  'gpt-4',
  'gpt-4-0125-preview',
  'gpt-4-32k-0613',
  'gpt-4-turbo-2024-04-09',
  'gpt-4.1',
  'gpt-4.1-nano-2025-04-14',
  'gpt-4.5-preview',
  'gpt-4o',
  'gpt-4o-mini-2024-07-18',
  'gpt-4o-realtime-preview-2024-12-17',
  'gpt-5',
  'gpt-5-chat-latest',
  'gpt-5-nano-2025-08-07',
  'o1-pro-2025-03-19',
  'o3-mini',
  'o4-mini-2025-04-16',
  'text-embedding-3-large',
  'text-embedding-ada-002',
];

test('models with a public tokenizer get the encoding that js-tiktoken knows for them', () => {
  for (const model of KNOWN_TO_TIKTOKEN) {
    assert.deepEqual(
      tokenizerFor(model),
      { encoding: getEncodingNameForModel(model), estimate: false },
      model,
    );
  }
});

describe('other names', () => {
  for (const [name, encoding, estimate] of [
    ['', 'o200k_base', false],
    ['o200k_base', 'o200k_base', false],
    ['CL100K_BASE', 'cl100k_base', false],
    ['openai/gpt-4o', 'o200k_base', false],
    ['ft:gpt-4o:acme::7p4lURel', 'o200k_base', false],
    ['gpt-5.1-codex', 'o200k_base', false],
    ['gpt-oss-120b', 'o200k_base', false],
    ['claude-sonnet-4-5', 'o200k_base', true],
    ['us.anthropic.claude-3-5-haiku', 'o200k_base', true],
    ['Gemini-2.5-pro', 'o200k_base', true],
    ['meta-llama/Llama-3.3-70B', 'o200k_base', true],
    ['mistral-large', 'o200k_base', true],
    ['deepseek-chat', 'o200k_base', true],
    ['Qwen/Qwen3-32B', 'o200k_base', true],
    ['grok-4', 'o200k_base', true],
  ] as const) {
    test(`${name || 'none'} is counted with ${encoding}${estimate ? ' as an estimate' : ''}`, () => {
      assert.deepEqual(tokenizerFor(name), { encoding, estimate });
    });
  }

  for (const name of [
    'gpt2',
    'p50k_base',
    'davinci',
    'gpt-4x',
    'o2',
    'notclaude',
    'x'.repeat(100_000),
    'gpt-4\n',
  ]) {
    test(`${JSON.stringify(name.slice(0, 20))} is refused with what is known`, () => {
      assert.throws(
        () => tokenizerFor(name, 'model'),
        (error) =>
          error instanceof HoldfastError &&
          error.reason === 'INVALID_FIELD' &&
          error.details.field === 'model' &&
          error.message.includes('o200k_base, cl100k_base') &&
          error.message.length < 1000,
      );
    });
  }
});
