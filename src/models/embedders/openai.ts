/** Embeddings from an endpoint that speaks OpenAI's /v1/embeddings: OpenAI, Ollama, TEI, vLLM, LM Studio and others. */
import type { Logger } from 'pino';
import type { OpenAiEmbedderConfig } from '../../config_models.js';
import { type Endpoint, endpointUrl, postJson } from '../http_json.js';
import { cutToBytes, type Embedder, invalidReply, unitVector } from './embedder.js';

/** Texts of one request together, unless a single one is longer. */
const MAX_REQUEST_BYTES = 1024 * 1024;
/** A float takes at most 25 characters; indented replies add as much again. */
const MAX_NUMBER_BYTES = 64;
const MAX_FRAME_BYTES = 64 * 1024;

/** @param backoff_ms see Endpoint. */
export function openAiEmbedder(
  config: OpenAiEmbedderConfig,
  key: string,
  log: Logger,
  backoff_ms = 200,
): Embedder {
  const { model, dimensions, max_input_bytes } = config;
  const endpoint: Endpoint = {
    family: 'EMBEDDER',
    url: endpointUrl(config.url, '/embeddings'),
    headers: key === '' ? {} : { authorization: `Bearer ${key}` },
    key,
    timeout_ms: config.timeout_ms,
    backoff_ms,
  };
  const embedBatch = async (input: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    const body = {
      model,
      input,
      encoding_format: 'float',
      ...(config.send_dimensions ? { dimensions } : {}),
    };
    const max_reply_bytes = input.length * dimensions * MAX_NUMBER_BYTES + MAX_FRAME_BYTES;
    const reply = await postJson(endpoint, body, max_reply_bytes, signal);
    return readVectors(reply, input.length, dimensions);
  };
  return {
    kind: 'openai',
    model,
    dimensions,
    async embed(texts, _purpose, signal) {
      signal.throwIfAborted();
      const inputs = texts.map((text) => cutToBytes(text, max_input_bytes));
      const cut = inputs.filter((input, index) => input !== texts[index]).length;
      if (cut > 0)
        log.info({ texts: cut, max_input_bytes }, 'embedder: longer texts were cut for their vectors');
      const vectors: Float32Array[] = [];
      for (const batch of batches(inputs, config.batch_size))
        vectors.push(...(await embedBatch(batch, signal)));
      return vectors;
    },
    async close() {},
  };
}

function* batches(inputs: readonly string[], max_texts: number): Generator<string[]> {
  let batch: string[] = [];
  let size_bytes = 0;
  for (const input of inputs) {
    const input_bytes = Buffer.byteLength(input);
    if (batch.length > 0 && (batch.length === max_texts || size_bytes + input_bytes > MAX_REQUEST_BYTES)) {
      yield batch;
      batch = [];
      size_bytes = 0;
    }
    batch.push(input);
    size_bytes += input_bytes;
  }
  if (batch.length > 0) yield batch;
}

/** The vectors in the order of the texts, which need not be the order of the reply. */
function readVectors(reply: unknown, count: number, dimensions: number): Float32Array[] {
  const { data } = Object(reply) as { data?: unknown };
  if (!Array.isArray(data)) throw invalidReply('the reply has no array "data"');
  if (data.length !== count) throw invalidReply(`the reply has ${data.length} vectors for ${count} texts`);
  const vectors: (Float32Array | undefined)[] = new Array(count).fill(undefined);
  for (const item of data) {
    const { index, embedding } = Object(item) as { index?: unknown; embedding?: unknown };
    if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index >= count)
      throw invalidReply(`an index of the reply is no integer from 0 to ${count - 1}`);
    if (vectors[index] !== undefined) throw invalidReply(`the reply has index ${index} twice`);
    if (!Array.isArray(embedding)) throw invalidReply(`data[${index}].embedding is not an array of numbers`);
    vectors[index] = unitVector(embedding, dimensions, `data[${index}].embedding`);
  }
  // As many distinct indices in range as there are texts: none is missing.
  return vectors.filter((vector) => vector !== undefined);
}
