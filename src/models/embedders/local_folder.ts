/** Reads the folder of a sentence model as Hugging Face lays it out, and says exactly what is missing or not understood. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HoldfastError } from '../../errors.js';

export interface ModelFolder {
  /** Folder's name and a hash of what decides the vectors: another model in the same folder is another generation. */
  readonly model: string;
  readonly model_path: string;
  /** tokenizer.json and tokenizer_config.json, parsed. */
  readonly tokenizer: object;
  readonly tokenizer_config: Readonly<Record<string, unknown>>;
  /** Most tokens of one text, special ones included. */
  readonly max_tokens: number;
  readonly pooling: 'mean' | 'cls';
  readonly prefixes: Readonly<Record<'document' | 'query', string>>;
}

const MODEL_FILES = ['model.onnx', 'onnx/model.onnx'];
const TOKENIZER = 'tokenizer.json';
/** All other files; each may be absent. */
const OPTIONAL = {
  tokenizer: 'tokenizer_config.json',
  model: 'config.json',
  sentence: 'sentence_bert_config.json',
  pooling: '1_Pooling/config.json',
  prompts: 'config_sentence_transformers.json',
} as const;
/** Where neither file names a limit: what BERT and its descendants were trained with. */
const USUAL_MAX_TOKENS = 512;
/** Attention costs the square of the length. */
const MOST_TOKENS = 8192;

type Json = Readonly<Record<string, unknown>>;

/** @throws HoldfastError INVALID_FIELD naming --embedder-folder and the file. */
export async function readModelFolder(folder: string): Promise<ModelFolder> {
  if (!existsSync(folder)) throw wrongFolder(`there is no folder ${folder}`);
  const model_file = MODEL_FILES.find((name) => existsSync(join(folder, name)));
  if (model_file === undefined) throw wrongFolder(`${folder} has no ${MODEL_FILES.join(' and no ')}`);
  if (!existsSync(join(folder, TOKENIZER))) throw wrongFolder(`${folder} has no ${TOKENIZER}`);
  const tokenizer_config = readJson(folder, OPTIONAL.tokenizer);
  return {
    model: `${basename(folder)}@${await digestOf(folder, model_file)}`,
    model_path: join(folder, model_file),
    tokenizer: readJson(folder, TOKENIZER),
    tokenizer_config,
    max_tokens: maxTokens(folder, tokenizer_config),
    pooling: poolingOf(readJson(folder, OPTIONAL.pooling)),
    prefixes: prefixesOf(readJson(folder, OPTIONAL.prompts)),
  };
}

export function wrongFolder(problem: string): HoldfastError {
  return new HoldfastError('INVALID_FIELD', `--embedder-folder: ${problem}`, { field: 'embedder-folder' });
}

/** The object in a file; empty when there is no such file. */
function readJson(folder: string, name: string): Json {
  const path = join(folder, name);
  if (!existsSync(path)) return {};
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrongFolder(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrongFolder(`${path} is not a JSON object`);
  return value as Json;
}

/** The least limit that any file names: sentence-transformers' own is often shorter than what the network could take. */
function maxTokens(folder: string, tokenizer_config: Json): number {
  const candidates = [
    readJson(folder, OPTIONAL.sentence).max_seq_length,
    tokenizer_config.model_max_length,
    readJson(folder, OPTIONAL.model).max_position_embeddings,
  ].map((value) => (typeof value === 'number' && value >= 3 ? value : Number.POSITIVE_INFINITY));
  const least = Math.min(...candidates);
  // Tokenizers without a limit write 1e30.
  return Math.min(least > 2 ** 31 ? USUAL_MAX_TOKENS : Math.floor(least), MOST_TOKENS);
}

/** Mean over the tokens is what sentence models without the file were made for. */
function poolingOf(config: Json): 'mean' | 'cls' {
  const modes = Object.keys(config).filter((key) => key.startsWith('pooling_mode_') && config[key] === true);
  if (modes.length === 0 || (modes.length === 1 && modes[0] === 'pooling_mode_mean_tokens')) return 'mean';
  if (modes.length === 1 && modes[0] === 'pooling_mode_cls_token') return 'cls';
  throw wrongFolder(
    `${OPTIONAL.pooling} wants ${modes.join(' + ')}; only mean and cls pooling are supported`,
  );
}

/** Names as sentence-transformers and its models use them. */
function prefixesOf(config: Json): ModelFolder['prefixes'] {
  const prompts = Object(config.prompts) as Json;
  const first = (...names: string[]): string =>
    names.map((name) => prompts[name]).find((prompt) => typeof prompt === 'string') ?? '';
  return { query: first('query', 'search_query'), document: first('document', 'passage', 'search_document') };
}

/** Twelve hexadecimal digits over every file that decides the vectors, weights beside the graph included. */
async function digestOf(folder: string, model_file: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [model_file, `${model_file}_data`, TOKENIZER, ...Object.values(OPTIONAL)]) {
    if (!existsSync(join(folder, name))) continue;
    hash.update(`${name}\n`);
    for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk);
  }
  return hash.digest('hex').slice(0, 12);
}
