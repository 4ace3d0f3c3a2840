/**
 * The options of the embedder and the summarizer. API keys are no part of the configuration: it names a file or an
 * environment variable, and only src/models reads the key, so that a configuration may be logged or handed to a thread.
 */
import { resolve } from 'node:path';
import type { HoldfastError } from './errors.js';

/** What an endpoint needs whatever it speaks. */
export interface EndpointConfig {
  /** Base address, http or https, without credentials; the path of the call is appended. */
  readonly url: string;
  readonly model: string;
  /** Absolute path of the file with the API key (a systemd credential is one); empty: the environment variable, or no key. */
  readonly key_file: string;
  /** How long one request may take. */
  readonly timeout_ms: number;
}

export interface OpenAiEmbedderConfig extends EndpointConfig {
  readonly kind: 'openai';
  readonly dimensions: number;
  /** Whether requests ask for `dimensions`; models that cannot shorten their vectors refuse the field. */
  readonly send_dimensions: boolean;
  /** Most texts in one request. */
  readonly batch_size: number;
  /** Longer texts are cut at a code point boundary before they are sent. */
  readonly max_input_bytes: number;
}

export interface LocalEmbedderConfig {
  readonly kind: 'local';
  /** Absolute path of the folder with model.onnx and tokenizer.json. */
  readonly folder: string;
  readonly batch_size: number;
  readonly max_input_bytes: number;
}

export type EmbedderConfig =
  | OpenAiEmbedderConfig
  | LocalEmbedderConfig
  | { readonly kind: 'client'; readonly model: string; readonly dimensions: number }
  | { readonly kind: 'builtin'; readonly dimensions: number };

export type SummarizerConfig =
  | ({ readonly kind: 'openai' | 'anthropic' } & EndpointConfig)
  | { readonly kind: 'client' | 'builtin' };

/** As the rows of config.ts: flag, environment variable, default, description. */
export const MODEL_OPTIONS = [
  ['embedder', 'HOLDFAST_EMBEDDER', 'builtin', 'builtin, openai, local or client'],
  ['embedder-url', 'HOLDFAST_EMBEDDER_URL', '', 'openai: base URL, such as http://127.0.0.1:11434/v1'],
  ['embedder-model', 'HOLDFAST_EMBEDDER_MODEL', '', 'openai, client: name of the model'],
  [
    'embedder-dimensions',
    'HOLDFAST_EMBEDDER_DIMENSIONS',
    '',
    'openai, client: length of its vectors; builtin: 1024 unless set',
  ],
  [
    'embedder-send-dimensions',
    'HOLDFAST_EMBEDDER_SEND_DIMENSIONS',
    'false',
    'openai: true asks for vectors of this length',
  ],
  ['embedder-folder', 'HOLDFAST_EMBEDDER_FOLDER', '', 'local: folder with model.onnx and tokenizer.json'],
  [
    'embedder-key-file',
    'HOLDFAST_EMBEDDER_KEY_FILE',
    '',
    'openai: file with the API key [HOLDFAST_EMBEDDER_KEY, or none]',
  ],
  ['embedder-timeout-ms', 'HOLDFAST_EMBEDDER_TIMEOUT_MS', '10000', 'openai: how long one request may take'],
  ['embedder-batch-size', 'HOLDFAST_EMBEDDER_BATCH_SIZE', '64', 'openai, local: most texts at once'],
  [
    'embedder-max-input-bytes',
    'HOLDFAST_EMBEDDER_MAX_INPUT_BYTES',
    '32768',
    'openai, local: longer texts are cut for the vector',
  ],
  ['summarizer', 'HOLDFAST_SUMMARIZER', 'builtin', 'builtin, openai, anthropic or client'],
  [
    'summarizer-url',
    'HOLDFAST_SUMMARIZER_URL',
    '',
    'openai, anthropic: base URL [https://api.anthropic.com]',
  ],
  ['summarizer-model', 'HOLDFAST_SUMMARIZER_MODEL', '', 'openai, anthropic: name of the model'],
  [
    'summarizer-key-file',
    'HOLDFAST_SUMMARIZER_KEY_FILE',
    '',
    'openai, anthropic: file with the API key [HOLDFAST_SUMMARIZER_KEY]',
  ],
  ['summarizer-timeout-ms', 'HOLDFAST_SUMMARIZER_TIMEOUT_MS', '60000', 'how long one request may take'],
] as const;

type ModelOption = (typeof MODEL_OPTIONS)[number][0];

/** How config.ts lets its options be read. */
export interface OptionReader {
  value(name: ModelOption): string;
  count(name: ModelOption, min: number, max: number): number;
  wrong(name: ModelOption, problem: string): HoldfastError;
}

const MAX_DIMENSIONS = 8192;
/** Node's own fetch gives up after 300 s without headers or data, with a message that names no option. */
const MAX_TIMEOUT_MS = 280_000;

/** @throws HoldfastError INVALID_FIELD naming the option. */
export function readEmbedder(options: OptionReader): EmbedderConfig {
  const kind = options.value('embedder');
  const dimensions = (): number => {
    required(options, 'embedder-dimensions', `--embedder ${kind}`);
    return options.count('embedder-dimensions', 1, MAX_DIMENSIONS);
  };
  const limits = () => ({
    batch_size: options.count('embedder-batch-size', 1, 2048),
    max_input_bytes: options.count('embedder-max-input-bytes', 64, 1024 * 1024),
  });
  switch (kind) {
    case 'builtin':
      return {
        kind,
        // Below 64 dimensions nearly every feature shares its place with another.
        dimensions:
          options.value('embedder-dimensions') === '' ? 1024 : options.count('embedder-dimensions', 64, 4096),
      };
    case 'openai':
      return {
        kind,
        ...endpoint(options, 'embedder', kind, ''),
        dimensions: dimensions(),
        send_dimensions: readBoolean(options, 'embedder-send-dimensions'),
        ...limits(),
      };
    case 'local':
      if (options.value('embedder-dimensions') !== '')
        throw options.wrong(
          'embedder-dimensions',
          'may not be set with --embedder local: the model has its own',
        );
      return {
        kind,
        folder: resolve(required(options, 'embedder-folder', '--embedder local')),
        ...limits(),
      };
    case 'client':
      return {
        kind,
        model: required(options, 'embedder-model', '--embedder client'),
        dimensions: dimensions(),
      };
    default:
      throw options.wrong('embedder', `"${kind}" is not one of builtin, openai, local, client`);
  }
}

/** @throws HoldfastError INVALID_FIELD naming the option. */
export function readSummarizer(options: OptionReader): SummarizerConfig {
  const kind = options.value('summarizer');
  switch (kind) {
    case 'builtin':
    case 'client':
      return { kind };
    case 'openai':
      return { kind, ...endpoint(options, 'summarizer', kind, '') };
    case 'anthropic':
      return { kind, ...endpoint(options, 'summarizer', kind, 'https://api.anthropic.com') };
    default:
      throw options.wrong('summarizer', `"${kind}" is not one of builtin, openai, anthropic, client`);
  }
}

function endpoint(
  options: OptionReader,
  family: 'embedder' | 'summarizer',
  kind: string,
  usual_url: string,
): EndpointConfig {
  const for_what = `--${family} ${kind}`;
  const url =
    usual_url === ''
      ? required(options, `${family}-url`, for_what)
      : options.value(`${family}-url`) || usual_url;
  const key_file = options.value(`${family}-key-file`);
  return {
    url: checkUrl(options, `${family}-url`, url),
    model: required(options, `${family}-model`, for_what),
    key_file: key_file === '' ? '' : resolve(key_file),
    timeout_ms: options.count(`${family}-timeout-ms`, 10, MAX_TIMEOUT_MS),
  };
}

function required(options: OptionReader, name: ModelOption, for_what: string): string {
  const value = options.value(name);
  if (value === '') throw options.wrong(name, `is needed with ${for_what}`);
  return value;
}

function readBoolean(options: OptionReader, name: ModelOption): boolean {
  const value = options.value(name);
  if (value !== 'true' && value !== 'false')
    throw options.wrong(name, `must be true or false, not "${value}"`);
  return value === 'true';
}

/** The messages never repeat the address: it may hold the very credentials that it is refused for. */
function checkUrl(options: OptionReader, name: ModelOption, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw options.wrong(name, 'must be an http:// or https:// address');
  if (url.username !== '' || url.password !== '')
    throw options.wrong(name, 'may not hold credentials: put the key into a file');
  if (url.hash !== '') throw options.wrong(name, 'may not have a #fragment');
  return text;
}
