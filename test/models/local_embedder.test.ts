/** The local embedder on two tiny ONNX models (fixtures/), whose vectors are computed here once more. */
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { HoldfastError } from '../../src/errors.js';
import type { Embedder } from '../../src/models/embedders/embedder.js';
import { openLocalEmbedder } from '../../src/models/embedders/local.js';
import { readModelFolder } from '../../src/models/embedders/local_folder.js';
import { loadPackages } from '../../src/models/embedders/local_packages.js';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const FIXTURES = join(packageRoot, 'test/models/fixtures');
const missing = await loadPackages().then(
  () => undefined,
  (error: HoldfastError) => error,
);
const skip = missing === undefined ? false : 'the optional packages are not installed';
const idle = new AbortController().signal;

const folders: string[] = [];
after(() => {
  for (const folder of folders) removeFolder(folder);
});

/** A copy of a fixture that a test may spoil. */
function copyOf(name: string): string {
  const folder = temporaryFolder();
  folders.push(folder);
  cpSync(join(FIXTURES, name), join(folder, name), { recursive: true });
  return join(folder, name);
}

const open = (folder: string, changes = {}) =>
  openLocalEmbedder({ kind: 'local', folder, batch_size: 2, max_input_bytes: 4096, ...changes });

/** The tables of make_models.py, and the vocabulary of tokenizer.json by number. */
const cell = (a: number, b: number) => (row: number, column: number) =>
  (((row * a + column * b + row * column) % 17) - 8) / 8;
const word = cell(7, 5);
const type = cell(3, 11);
const CLS = 2;
const SEP = 3;
const UNK = 1;
const [BUY, SELL, ETH, PLURAL, LIMIT, QUERY, COLON, PASSAGE] = [4, 5, 6, 8, 9, 14, 15, 16];

function meanOf(...tokens: number[]): number[] {
  const sums = Array.from({ length: 8 }, (_, column) =>
    tokens.reduce((sum, token) => sum + word(token, column) + type(0, column), 0),
  );
  const norm = Math.hypot(...sums);
  return sums.map((sum) => sum / norm);
}

function assertClose(found: Float32Array | undefined, expected: readonly number[]): void {
  assert.equal(found?.length, expected.length);
  expected.forEach((value, index) => {
    assert.ok(Math.abs((found?.[index] ?? 0) - value) < 1e-5, `${found} is not ${expected}`);
  });
}

async function withEmbedder(folder: string, use: (embedder: Embedder) => Promise<void>, changes = {}) {
  const embedder = await open(folder, changes);
  try {
    await use(embedder);
  } finally {
    await embedder.close();
  }
}

async function refusedFolder(folder: string): Promise<string> {
  try {
    const embedder = await open(folder);
    await embedder.close();
  } catch (error) {
    assert.ok(error instanceof HoldfastError, String(error));
    assert.equal(error.reason, 'INVALID_FIELD');
    return error.message;
  }
  throw new Error('the folder was accepted');
}

describe('local embedder', { skip }, () => {
  test('mean pooling over the tokens of each text, padding left out, prompts put before', async () => {
    await withEmbedder(join(FIXTURES, 'words'), async (embedder) => {
      assert.equal(embedder.dimensions, 8);
      assert.match(embedder.model, /^words@[0-9a-f]{12}$/);
      // Three texts in batches of two, of different lengths: padding and batching show.
      const texts = ['Buy ETHs', 'SELL', 'buy zebra'];
      const found = await embedder.embed(texts, 'document', idle);
      const before = [CLS, PASSAGE, COLON];
      assertClose(found[0], meanOf(...before, BUY, ETH, PLURAL, SEP));
      assertClose(found[1], meanOf(...before, SELL, SEP));
      assertClose(found[2], meanOf(...before, BUY, UNK, SEP));
      assertClose((await embedder.embed(['sell'], 'query', idle))[0], meanOf(CLS, QUERY, COLON, SELL, SEP));
      assert.deepEqual(await embedder.embed([], 'query', idle), []);
    });
  });

  test('a text beyond the maximum of tokens is cut and keeps its last special token', async () => {
    await withEmbedder(join(FIXTURES, 'words'), async (embedder) => {
      const [found] = await embedder.embed(['buy '.repeat(500)], 'query', idle);
      assertClose(found, meanOf(CLS, QUERY, COLON, BUY, BUY, BUY, BUY, SEP));
    });
  });

  test('a text beyond the maximum of bytes is cut before it is read', async () => {
    const cut = { max_input_bytes: 64 };
    await withEmbedder(
      copyOf('cls'),
      async (embedder) => {
        const texts = [`${'x'.repeat(64)} buy`, 'x'.repeat(64)];
        const [long, short] = await embedder.embed(texts, 'document', idle);
        assert.deepEqual(long, short);
      },
      cut,
    );
  });

  test('cls pooling, a model in onnx/ without token types and prompts', async () => {
    await withEmbedder(join(FIXTURES, 'cls'), async (embedder) => {
      const row = Array.from({ length: 8 }, (_, column) => word(CLS, column));
      const norm = Math.hypot(...row);
      const [found] = await embedder.embed(['buy limit'], 'document', idle);
      assertClose(
        found,
        row.map((value) => value / norm),
      );
    });
  });

  test('another model in the same folder has another name', async () => {
    const folder = copyOf('words');
    const { model } = await readModelFolder(folder);
    assert.equal((await readModelFolder(copyOf('words'))).model, model);
    rmSync(join(folder, '1_Pooling'), { recursive: true });
    assert.notEqual((await readModelFolder(folder)).model, model);
  });

  test('an abort ends the call; calls after close fail', async () => {
    const embedder = await open(join(FIXTURES, 'words'));
    const controller = new AbortController();
    const call = embedder.embed(['buy', 'sell', 'limit'], 'document', controller.signal);
    controller.abort(new Error('enough'));
    await assert.rejects(call, /enough/);
    const [found] = await embedder.embed(['limit'], 'query', idle);
    assertClose(found, meanOf(CLS, QUERY, COLON, LIMIT, SEP));
    await embedder.close();
    await embedder.close();
    await assert.rejects(embedder.embed(['a'], 'query', idle), /thread has ended/);
  });

  test('the main thread goes on while texts are embedded', async () => {
    await withEmbedder(join(FIXTURES, 'words'), async (embedder) => {
      let turns = 0;
      const ticking = setInterval(() => {
        turns += 1;
      }, 1);
      const texts = Array.from({ length: 200 }, (_, index) => `buy ${'eth '.repeat(900)} ${index}`);
      await embedder.embed(texts, 'document', idle);
      clearInterval(ticking);
      assert.ok(turns > 5, `${turns} turns`);
    });
  });

  describe('says what is wrong with a folder:', () => {
    const spoilt: [string, (folder: string) => void, RegExp][] = [
      ['no folder', (folder) => rmSync(folder, { recursive: true }), /there is no folder/],
      [
        'no model',
        (folder) => rmSync(join(folder, 'model.onnx')),
        /has no model\.onnx and no onnx\/model\.onnx/,
      ],
      ['no tokenizer', (folder) => rmSync(join(folder, 'tokenizer.json')), /has no tokenizer\.json/],
      [
        'a broken model',
        (folder) => writeFileSync(join(folder, 'model.onnx'), 'x'.repeat(100)),
        /model\.onnx cannot be used/,
      ],
      [
        'a tokenizer that is no JSON',
        (folder) => appendFileSync(join(folder, 'tokenizer.json'), '}'),
        /tokenizer\.json cannot be read/,
      ],
      [
        'a tokenizer of another kind',
        (folder) => writeFileSync(join(folder, 'tokenizer.json'), '{"model":{"type":"Sorcery"}}'),
        /tokenizer\.json cannot be used/,
      ],
      [
        'a pooling that we do not do',
        (folder) => writeFileSync(join(folder, '1_Pooling/config.json'), '{"pooling_mode_max_tokens":true}'),
        /pooling_mode_max_tokens; only mean and cls/,
      ],
      [
        'a list for an object',
        (folder) => writeFileSync(join(folder, 'tokenizer_config.json'), '[]'),
        /tokenizer_config\.json is not a JSON object/,
      ],
    ];
    for (const [name, spoil, expected] of spoilt) {
      test(name, async () => {
        const folder = copyOf('words');
        spoil(folder);
        const message = await refusedFolder(folder);
        assert.match(message, /^--embedder-folder: /);
        assert.match(message, expected);
      });
    }
  });
});

test('a missing package is named with the command that installs it', async () => {
  // A copy of the compiled module in a folder of its own finds no packages.
  const folder = temporaryFolder();
  folders.push(folder);
  for (const name of ['errors.js', 'models/embedders/local_packages.js']) {
    mkdirSync(join(folder, 'src/models/embedders'), { recursive: true });
    cpSync(join(packageRoot, 'dist/src', name), join(folder, 'src', name));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const copy: { loadPackages: typeof loadPackages } = await import(
    join(folder, 'src/models/embedders/local_packages.js')
  );
  await assert.rejects(copy.loadPackages(), (error: HoldfastError) => {
    assert.equal(error.reason, 'INVALID_FIELD');
    assert.match(error.message, /optional package @huggingface\/tokenizers is not installed/);
    const manifest: { peerDependencies: Record<string, string> } = JSON.parse(
      readFileSync(join(packageRoot, 'package.json'), 'utf8'),
    );
    assert.match(error.message, /: npm install --no-save --save-prod --ignore-scripts /);
    for (const name of ['onnxruntime-node', '@huggingface/tokenizers']) {
      const version = manifest.peerDependencies[name];
      assert.ok(error.message.includes(` ${name}@${version}`), error.message);
    }
    return true;
  });
});
