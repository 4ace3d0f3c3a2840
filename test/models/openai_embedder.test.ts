/** The openai embedder against a server that speaks /v1/embeddings, well and badly. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import type { OpenAiEmbedderConfig } from '../../src/config_models.js';
import { HoldfastError } from '../../src/errors.js';
import { openAiEmbedder } from '../../src/models/embedders/openai.js';
import { type Answer, json, keepingLog, never, raw, startEndpoint } from './endpoint.js';

const server = await startEndpoint();
after(() => server.close());
const idle = new AbortController().signal;

function embedder(changes: Partial<OpenAiEmbedderConfig> = {}, log = keepingLog().log) {
  const config: OpenAiEmbedderConfig = {
    kind: 'openai',
    url: `${server.url}/v1`,
    model: 'tiny',
    key_file: '',
    timeout_ms: 5_000,
    dimensions: 3,
    send_dimensions: false,
    batch_size: 64,
    max_input_bytes: 32_768,
    ...changes,
  };
  return openAiEmbedder(config, '', log, 1);
}

const inputOf = (body: Record<string, unknown>): string[] => {
  assert.ok(Array.isArray(body.input));
  return body.input.map(String);
};

/** Each vector says which text it belongs to, and the reply is in the reverse order. */
const good: Answer = (response, request) => {
  const data = inputOf(request.body).map((text, index) => ({ index, embedding: [text.length, 1, 0] }));
  json({ data: data.reverse() })(response, request);
};

const vectors = (...embeddings: unknown[]) =>
  json({ data: embeddings.map((embedding, index) => ({ index, embedding })) });

test('vectors come in the order of the texts, of unit length', async () => {
  server.answer(good);
  const found = await embedder().embed(['', 'aaa', 'a'.repeat(7)], 'document', idle);
  const expected = [0, 3, 7].map((length) => Float32Array.of(length, 1, 0));
  found.forEach((vector, index) => {
    const [x = 0, y = 0, z] = expected[index] ?? [];
    assert.ok(Math.abs((vector[0] ?? 0) - x / Math.hypot(x, y)) < 1e-6);
    assert.ok(Math.abs(Math.hypot(...vector) - 1) < 1e-6);
    assert.equal(vector[2], z);
  });
  assert.deepEqual(server.received[0]?.body, {
    model: 'tiny',
    input: ['', 'aaa', 'aaaaaaa'],
    encoding_format: 'float',
  });
  assert.equal(server.received[0]?.path, '/v1/embeddings');
  assert.equal(server.received[0]?.headers.authorization, undefined);
});

test('no text is no request', async () => {
  server.answer(good);
  assert.deepEqual(await embedder().embed([], 'document', idle), []);
  assert.equal(server.received.length, 0);
});

test('dimensions are asked for only when told to', async () => {
  server.answer(good);
  await embedder({ send_dimensions: true }).embed(['a'], 'query', idle);
  assert.equal(server.received[0]?.body.dimensions, 3);
});

test('batches hold so many texts, and a mebibyte', async () => {
  const sizes = () => server.received.map(({ body }) => inputOf(body).length);
  server.answer(good);
  const texts = Array.from({ length: 10 }, (_, index) => 'x'.repeat(index));
  const found = await embedder({ batch_size: 4 }).embed(texts, 'document', idle);
  assert.deepEqual(sizes(), [4, 4, 2]);
  assert.equal(found.length, 10);
  found.forEach((vector, index) => {
    assert.ok(Math.abs((vector[0] ?? 0) / (vector[1] ?? 1) - index) < 1e-3);
  });
  server.answer(good);
  const long = 'x'.repeat(300 * 1024);
  await embedder({ max_input_bytes: 1024 * 1024 }).embed([long, long, long, long, 'a'], 'document', idle);
  assert.deepEqual(sizes(), [3, 2]);
});

test('connections are kept: fetch may open a second one while the first is still settling', async () => {
  server.answer(good);
  await embedder({ batch_size: 1 }).embed([...'abcdefgh'], 'document', idle);
  assert.equal(server.received.length, 8);
  assert.ok(new Set(server.received.map(({ port }) => port)).size <= 2);
});

test('texts above the limit are cut between code points, and the log says so', async () => {
  server.answer(good);
  const { lines, log } = keepingLog();
  const texts = ['é'.repeat(40), 'x'.repeat(64), '😀'.repeat(20), `a${'😀'.repeat(20)}`];
  await embedder({ max_input_bytes: 64 }, log).embed(texts, 'document', idle);
  assert.deepEqual(server.received[0]?.body.input, [
    'é'.repeat(32),
    'x'.repeat(64),
    '😀'.repeat(16),
    `a${'😀'.repeat(15)}`,
  ]);
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? '', /"texts":3,"max_input_bytes":64/);
});

describe('a reply that cannot be used is refused:', () => {
  const twice = json({
    data: [
      { index: 0, embedding: [1, 0, 0] },
      { index: 0, embedding: [1, 0, 0] },
    ],
  });
  const at = (index: unknown) =>
    json({
      data: [
        { index: 0, embedding: [1, 0, 0] },
        { index, embedding: [1, 0, 0] },
      ],
    });
  const cases: [string, Answer, RegExp][] = [
    ['no data', json({}), /no array "data"/],
    ['not an object', json(null), /no array "data"/],
    ['too few', vectors([1, 0, 0]), /1 vectors for 2 texts/],
    ['too many', vectors([1, 0, 0], [1, 0, 0], [1, 0, 0]), /3 vectors for 2 texts/],
    ['an index twice', twice, /index 0 twice/],
    ['an index out of range', at(2), /integer from 0 to 1/],
    ['a negative index', at(-1), /integer from 0 to 1/],
    ['half an index', at(0.5), /integer from 0 to 1/],
    ['no index', at(undefined), /integer from 0 to 1/],
    ['other dimensions', vectors([1, 0, 0], [1, 0]), /data\[1\]\.embedding has 2 dimensions.* 3/],
    ['base64', vectors('AACAPwAAAAAAAAAA', 'AACAPwAAAAAAAAAA'), /not an array of numbers/],
    ['null for a number', vectors([1, 0, 0], [1, null, 0]), /data\[1\]\.embedding\[1\] is not a finite/],
    ['a number in a string', vectors([1, 0, 0], ['1', 0, 0]), /is not a finite number/],
    [
      'infinite in float32',
      raw('{"data":[{"index":0,"embedding":[1e39,0,0]},{"index":1,"embedding":[1,0,0]}]}'),
      /not a finite/,
    ],
    ['zeros', vectors([1, 0, 0], [0, 0, 0]), /data\[1\]\.embedding is all zeros/],
    ['zeros in float32', vectors([1, 0, 0], [1e-300, 0, 0]), /all zeros/],
    ['NaN, which is no JSON', raw('{"data":[NaN]}'), /is not JSON/],
    ['too long', raw(' '.repeat(70_000)), /longer than 65920 bytes/],
  ];
  for (const [name, answer, text] of cases) {
    test(name, async () => {
      server.answer(answer);
      await assert.rejects(embedder().embed(['a', 'b'], 'document', idle), (error) => {
        assert.ok(error instanceof HoldfastError);
        assert.equal(error.reason, 'EMBEDDER_INVALID_REPLY');
        assert.match(error.message, text);
        return true;
      });
      assert.equal(server.received.length, 1);
    });
  }
});

test('an abort between batches sends no further one', async () => {
  const controller = new AbortController();
  server.answer(good, (response, request) => {
    controller.abort(new Error('enough'));
    never(response, request);
  });
  const call = embedder({ batch_size: 1 }).embed(['a', 'b', 'c'], 'document', controller.signal);
  await assert.rejects(call, /enough/);
  assert.equal(server.received.length, 2);
});
