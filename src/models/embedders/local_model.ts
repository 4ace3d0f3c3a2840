/** A sentence model in memory: texts to tokens to vectors. Lives in the worker thread, because each step blocks. */
import { cutToBytes, invalidReply, unitVector } from './embedder.js';
import { type ModelFolder, wrongFolder } from './local_folder.js';
import type { OnnxRuntime, OnnxSession, OnnxTensor, Tokenizer, TokenizersPackage } from './local_packages.js';

/** Leaves the other core to the rest of the daemon on a small machine. */
const THREADS = 2;
const INPUTS = ['input_ids', 'attention_mask', 'token_type_ids'];

export class LocalModel {
  readonly #onnx: OnnxRuntime;
  readonly #session: OnnxSession;
  readonly #tokenizer: Tokenizer;
  readonly #folder: ModelFolder;
  readonly #max_input_bytes: number;
  /** How many special tokens end every text, such as one [SEP]: they stay when the text is cut. */
  readonly #suffix: number;

  private constructor(
    onnx: OnnxRuntime,
    session: OnnxSession,
    tokenizer: Tokenizer,
    folder: ModelFolder,
    max_input_bytes: number,
  ) {
    this.#onnx = onnx;
    this.#session = session;
    this.#tokenizer = tokenizer;
    this.#folder = folder;
    this.#max_input_bytes = max_input_bytes;
    const bare = tokenizer.encode('a', { add_special_tokens: false }).ids;
    const whole = tokenizer.encode('a').ids;
    const start = whole.findIndex((_, at) => bare.every((id, index) => whole[at + index] === id));
    this.#suffix = start === -1 ? 0 : whole.length - start - bare.length;
  }

  /** @throws HoldfastError INVALID_FIELD when the files are not what their names say. */
  static async open(
    folder: ModelFolder,
    packages: { onnx: OnnxRuntime; tokenizers: TokenizersPackage },
    max_input_bytes: number,
  ): Promise<LocalModel> {
    const tokenizer = await understood('tokenizer.json', async () => {
      const made = new packages.tokenizers.Tokenizer(folder.tokenizer, folder.tokenizer_config);
      made.encode('a');
      return made;
    });
    const session = await understood(folder.model_path, () =>
      packages.onnx.InferenceSession.create(folder.model_path, {
        intraOpNumThreads: THREADS,
        interOpNumThreads: 1,
        executionProviders: ['cpu'],
        logSeverityLevel: 3,
      }),
    );
    const unknown = session.inputNames.filter((name) => !INPUTS.includes(name));
    if (unknown.length > 0 || !session.inputNames.includes('input_ids'))
      throw wrongFolder(
        `${folder.model_path} is no sentence model: its inputs are ${session.inputNames.join(', ')}`,
      );
    return new LocalModel(packages.onnx, session, tokenizer, folder, max_input_bytes);
  }

  /** Unit vectors of the model's own length. The caller limits how many texts come at once. */
  async embed(texts: readonly string[], purpose: 'document' | 'query'): Promise<Float32Array[]> {
    const prefix = this.#folder.prefixes[purpose];
    const rows = texts.map((text) => this.#encode(prefix + cutToBytes(text, this.#max_input_bytes)));
    const length = Math.max(...rows.map((row) => row.length));
    const outputs = await this.#session.run(this.#feeds(rows, length));
    // Some exports pool inside the graph and say so by this name; otherwise the first output has a vector per token.
    const output = outputs.sentence_embedding ?? outputs[this.#session.outputNames[0] ?? ''];
    if (output === undefined) throw invalidReply('the model has no output');
    return rows.map((row, index) => {
      const vector = pool(output, index, row.length, rows.length, this.#folder.pooling);
      return unitVector(vector, vector.length, 'vector');
    });
  }

  async close(): Promise<void> {
    await this.#session.release();
  }

  #encode(text: string): number[] {
    const { ids } = this.#tokenizer.encode(text);
    const { max_tokens } = this.#folder;
    if (ids.length <= max_tokens) return ids;
    const end = ids.length - this.#suffix;
    return [...ids.slice(0, max_tokens - this.#suffix), ...ids.slice(end)];
  }

  /** Shorter rows are filled up with 0; the attention mask hides that. */
  #feeds(rows: readonly number[][], length: number): Record<string, OnnxTensor> {
    const dims = [rows.length, length];
    const ids = new BigInt64Array(rows.length * length);
    const mask = new BigInt64Array(rows.length * length);
    rows.forEach((row, index) => {
      row.forEach((id, place) => {
        ids[index * length + place] = BigInt(id);
        mask[index * length + place] = 1n;
      });
    });
    const values: Record<string, BigInt64Array> = {
      input_ids: ids,
      attention_mask: mask,
      token_type_ids: new BigInt64Array(rows.length * length),
    };
    return Object.fromEntries(
      this.#session.inputNames.map((name) => [
        name,
        new this.#onnx.Tensor('int64', values[name] ?? mask, dims),
      ]),
    );
  }
}

/** One text's vector out of [texts, tokens, dimensions], or [texts, dimensions] when the model pooled it already. */
function pool(
  output: OnnxTensor,
  index: number,
  tokens: number,
  texts: number,
  pooling: 'mean' | 'cls',
): number[] {
  const dimensions = output.dims.at(-1) ?? 0;
  const [rows, length] =
    output.dims.length === 3 ? [output.dims[0], output.dims[1] ?? 0] : [output.dims[0], 1];
  if (output.dims.length < 2 || output.dims.length > 3 || rows !== texts || dimensions < 1)
    throw invalidReply(`the model's output has the shape [${output.dims.join(', ')}] for ${texts} texts`);
  if (!(output.data instanceof Float32Array)) throw invalidReply("the model's output is not float32");
  const used = output.dims.length === 2 || pooling === 'cls' ? 1 : tokens;
  const sums = new Array<number>(dimensions).fill(0);
  for (let token = 0; token < used; token += 1) {
    const start = (index * length + token) * dimensions;
    for (let place = 0; place < dimensions; place += 1)
      sums[place] = (sums[place] ?? 0) + Number(output.data[start + place]);
  }
  return sums.map((sum) => sum / used);
}

async function understood<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw wrongFolder(
      `${name} cannot be used: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500),
    );
  }
}
