/**
 * The two optional packages of the local embedder, as far as it uses them. Declared here because they need not be
 * installed for Holdfast to compile; versions as in package.json's peerDependencies.
 */
import { HoldfastError } from '../../errors.js';

export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<unknown>;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

export interface OnnxRuntime {
  readonly InferenceSession: {
    create(path: string, options: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => OnnxTensor;
}

export interface Tokenizer {
  encode(text: string, options?: { readonly add_special_tokens?: boolean }): { readonly ids: number[] };
}

export interface TokenizersPackage {
  readonly Tokenizer: new (tokenizer: object, config: object) => Tokenizer;
}

const ONNX_RUNTIME = 'onnxruntime-node';
const TOKENIZERS = '@huggingface/tokenizers';
const INSTALL = `npm install --no-save --ignore-scripts ${ONNX_RUNTIME}@1.30.0 ${TOKENIZERS}@0.2.0`;

/** @throws HoldfastError INVALID_FIELD saying what to install. */
export async function loadPackages(): Promise<{ onnx: OnnxRuntime; tokenizers: TokenizersPackage }> {
  return {
    tokenizers: (await load(TOKENIZERS)) as TokenizersPackage,
    onnx: (await load(ONNX_RUNTIME)) as OnnxRuntime,
  };
}

async function load(name: string): Promise<unknown> {
  try {
    return await import(name);
  } catch (error) {
    const is_missing = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    const problem = is_missing
      ? 'is not installed'
      : `does not load: ${error instanceof Error ? error.message : String(error)}`;
    throw new HoldfastError(
      'INVALID_FIELD',
      `--embedder local: the optional package ${name} ${problem}. In Holdfast's folder: ${INSTALL}`,
      { field: 'embedder' },
    );
  }
}
