/** The options of embedders and summarizers, and the models that come of them. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { describeOptions, readConfig } from '../../src/config.js';
import { makeEmbedder, makeSummarizer } from '../../src/models/make.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { json, keepingLog, startEndpoint } from './endpoint.js';

const folder = temporaryFolder();
after(() => removeFolder(folder));
const idle = new AbortController().signal;
const URL_OPTION = ['--embedder-url', 'http://127.0.0.1:1/v1'];
const OPENAI = ['--embedder', 'openai', ...URL_OPTION, '--embedder-model', 'm', '--embedder-dimensions', '3'];
const CHAT = ['--summarizer', 'openai', '--summarizer-url', 'http://127.0.0.1:1', '--summarizer-model', 'm'];

test('by default both are builtin', async () => {
  const config = readConfig([], {});
  assert.deepEqual(config.embedder, { kind: 'builtin', dimensions: 1024 });
  assert.deepEqual(config.summarizer, { kind: 'builtin' });
  const { log } = keepingLog();
  const embedder = await makeEmbedder(config.embedder, log, {});
  assert.deepEqual(
    [embedder.kind, embedder.model, embedder.dimensions],
    ['builtin', 'builtin-ngram-1', 1024],
  );
  assert.equal(makeSummarizer(config.summarizer, log, (text) => text.length, {}).kind, 'builtin');
});

test('every kind can be configured, by flag or environment', () => {
  assert.deepEqual(readConfig(OPENAI, { HOLDFAST_EMBEDDER_BATCH_SIZE: '8' }).embedder, {
    kind: 'openai',
    url: 'http://127.0.0.1:1/v1',
    model: 'm',
    key_file: '',
    timeout_ms: 10_000,
    dimensions: 3,
    send_dimensions: false,
    batch_size: 8,
    max_input_bytes: 32_768,
  });
  assert.deepEqual(readConfig(['--embedder', 'local', '--embedder-folder', '/m'], {}).embedder, {
    kind: 'local',
    folder: '/m',
    batch_size: 64,
    max_input_bytes: 32_768,
  });
  const client = ['--embedder', 'client', '--embedder-model', 'm', '--embedder-dimensions', '1536'];
  assert.deepEqual(readConfig(client, {}).embedder, { kind: 'client', model: 'm', dimensions: 1536 });
  assert.deepEqual(
    readConfig([], { HOLDFAST_SUMMARIZER: 'anthropic', HOLDFAST_SUMMARIZER_MODEL: 'm' }).summarizer,
    {
      kind: 'anthropic',
      url: 'https://api.anthropic.com',
      model: 'm',
      key_file: '',
      timeout_ms: 60_000,
    },
  );
  assert.deepEqual(readConfig(['--summarizer', 'client'], {}).summarizer, { kind: 'client' });
  assert.match(describeOptions(), /--embedder-send-dimensions +openai/);
});

describe('what cannot work is refused at start, naming the option:', () => {
  const without = (options: readonly string[], name: string) =>
    options.filter((option, index) => option !== name && options[index - 1] !== name);
  const cases: [string[], RegExp][] = [
    [['--embedder', 'magic'], /^--embedder: "magic" is not one of builtin, openai, local, client$/],
    [['--summarizer', ''], /^--summarizer: "" is not one of/],
    [without(OPENAI, '--embedder-url'), /^--embedder-url: is needed with --embedder openai$/],
    [without(OPENAI, '--embedder-model'), /^--embedder-model: is needed/],
    [without(OPENAI, '--embedder-dimensions'), /^--embedder-dimensions: is needed/],
    [[...OPENAI, '--embedder-dimensions', '0'], /^--embedder-dimensions: must be an integer from 1 to 8192/],
    [['--embedder-dimensions', '63'], /^--embedder-dimensions: must be an integer from 64 to 4096/],
    [[...OPENAI, '--embedder-timeout-ms', '5'], /^--embedder-timeout-ms/],
    [[...OPENAI, '--embedder-batch-size', '0'], /^--embedder-batch-size/],
    [[...OPENAI, '--embedder-max-input-bytes', '1'], /^--embedder-max-input-bytes/],
    [[...OPENAI, '--embedder-send-dimensions', 'yes'], /^--embedder-send-dimensions: must be true or false/],
    [['--embedder', 'local'], /^--embedder-folder: is needed with --embedder local$/],
    [
      ['--embedder', 'local', '--embedder-folder', '/m', '--embedder-dimensions', '384'],
      /^--embedder-dimensions: may not be set/,
    ],
    [['--embedder', 'client', '--embedder-model', 'm'], /^--embedder-dimensions: is needed/],
    [['--embedder', 'client', '--embedder-dimensions', '3'], /^--embedder-model: is needed/],
    [without(CHAT, '--summarizer-url'), /^--summarizer-url: is needed with --summarizer openai$/],
    [['--summarizer', 'anthropic'], /^--summarizer-model: is needed/],
  ];
  for (const [args, expected] of cases) {
    test(args.join(' '), () => {
      assert.throws(() => readConfig(args, {}), { reason: 'INVALID_FIELD', message: expected });
    });
  }

  for (const url of [
    'ftp://h/v1',
    'h:1',
    'nonsense',
    'unix:/x',
    'http://',
    'http://h/#part',
    'http://u:pass1@h',
    'https://tok1@h',
  ]) {
    test(`the address ${url}, which the message does not repeat`, () => {
      assert.throws(
        () => readConfig([...OPENAI, '--embedder-url', url], {}),
        ({ message }: Error) => message.startsWith('--embedder-url: ') && !/pass1|tok1/.test(message),
      );
    });
  }
});

describe('the API key', () => {
  const key_file = join(folder, 'key');
  const withFile = (text: string | undefined, path = key_file) => {
    if (text !== undefined) writeFileSync(path, text);
    return readConfig([...OPENAI, '--embedder-key-file', path], {});
  };

  test('comes from a file, else from the environment, and is no part of the configuration', async () => {
    const server = await startEndpoint();
    const { lines, log } = keepingLog();
    server.answer(json({ data: [{ index: 0, embedding: [1, 2, 3] }] }));
    const env = { HOLDFAST_EMBEDDER_KEY: 'from-environment' };
    const used = async (args: readonly string[]) => {
      const config = readConfig([...OPENAI, '--embedder-url', server.url, ...args], env);
      assert.doesNotMatch(JSON.stringify(config), /from-/);
      await (await makeEmbedder(config.embedder, log, env)).embed(['a'], 'query', idle);
      return server.received.at(-1)?.headers.authorization;
    };
    writeFileSync(key_file, 'from-file\n');
    assert.equal(await used(['--embedder-key-file', key_file]), 'Bearer from-file');
    assert.equal(await used([]), 'Bearer from-environment');
    assert.deepEqual(lines, []);
    await server.close();
  });

  const cases: [string, string | undefined, string, RegExp][] = [
    ['no file', undefined, join(folder, 'none'), /--embedder-key-file: .*: no such file or directory/],
    ['a folder', undefined, folder, /: illegal operation on a directory/],
    ['an empty file', ' \n', key_file, /is empty/],
    ['two lines', 'secret-one\nsecret-two', key_file, /one line of printable ASCII/],
    ['other characters', 'secret-é', key_file, /one line of printable ASCII/],
    ['a whole book', 'secret'.repeat(1000), key_file, /at most 4096/],
  ];
  for (const [name, text, path, expected] of cases) {
    test(`${name} is refused, without its content`, async () => {
      const { embedder } = withFile(text, path);
      await assert.rejects(makeEmbedder(embedder, keepingLog().log, {}), ({ message }: Error) => {
        assert.match(message, /^--embedder-key-file: /);
        assert.match(message, expected);
        assert.doesNotMatch(message, /secret/);
        return true;
      });
    });
  }

  test('that would travel unencrypted to another machine is worth a warning', () => {
    const { lines, log } = keepingLog();
    const env = { HOLDFAST_SUMMARIZER_KEY: 'k-123456789' };
    const make = (url: string) =>
      makeSummarizer(
        readConfig([...CHAT, '--summarizer-url', url], {}).summarizer,
        log,
        (text) => text.length,
        env,
      );
    for (const url of [
      'https://models.example',
      'http://localhost:8000',
      'http://127.0.0.2',
      'http://[::1]:8000',
    ])
      make(url);
    assert.deepEqual(lines, []);
    make('http://models.example:8000/v1');
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /models\.example:8000.*unencrypted/);
    assert.doesNotMatch(lines[0] ?? '', /k-123456789/);
  });
});
