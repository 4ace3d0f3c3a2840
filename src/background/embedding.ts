/**
 * Makes vectors: for what is stored and asked now, and in the background for whatever has none yet.
 *
 * A generation of vectors is embedder, model and dimensions. One serves; after a change of the configuration the next one is
 * filled from the newest memory to the oldest while the old one, its embedder made again from what was recorded of it, goes
 * on serving. What is stored meanwhile gets its vector of the serving generation at once and that of the next one from here.
 *
 * Invariant: nothing here is needed for a memory to be safe. A vector that cannot be made now is made later, also after a
 * crash: the backlog is in the database, and attaching a vector twice changes nothing.
 */
import type { Logger } from 'pino';
import type { EmbedderConfig } from '../config_models.js';
import { HoldfastError } from '../errors.js';
import { type BreakerEmbedder, withBreaker } from '../models/embedders/breaker.js';
import { makeEmbedder } from '../models/make.js';
import type { Feed } from '../outbox/feed.js';
import type { Reads } from '../reader/reads.js';
import { spanned } from '../tracing/spans.js';
import type { WriterPort } from '../writer/writer.js';
import { Backfill, type Maker } from './backfill.js';
import { runCommand } from './command.js';

export interface EmbeddingOptions {
  readonly writer: Pick<WriterPort, 'submit'>;
  readonly reads: Reads;
  readonly feed: Feed;
  readonly config: EmbedderConfig;
  readonly log: Logger;
}

export interface Embedded {
  /** The generation that the vectors belong to; 0 = none. */
  readonly generation_id: number;
  /** In the order of the texts; undefined where one could not be made. */
  readonly vectors: readonly (Float32Array | undefined)[];
  /** Why some could not be made; empty = none, or it is no fault (embedder `client`). */
  readonly degraded: string;
}

const NONE: Maker = { generation_id: 0, embedder: undefined };

export class EmbeddingService {
  readonly #options: EmbeddingOptions;
  readonly #configured: BreakerEmbedder;
  readonly #backfill: Backfill;
  #serving: Maker = NONE;
  #building: Maker | undefined;
  #configured_id = 0;
  #opening: Promise<void> | undefined;

  private constructor(options: EmbeddingOptions, embedder: BreakerEmbedder) {
    this.#options = options;
    this.#configured = embedder;
    this.#backfill = new Backfill({
      ...options,
      makers: () => (this.#building === undefined ? [this.#serving] : [this.#serving, this.#building]),
      onSwitch: () => this.#adopt(),
    });
  }

  /**
   * Makes the configured embedder and, where there are memories, begins to fill what is missing. A daemon that never holds a
   * memory never writes a generation.
   */
  static async start(options: EmbeddingOptions): Promise<EmbeddingService> {
    const embedder = withBreaker(await makeEmbedder(options.config, options.log));
    const service = new EmbeddingService(options, embedder);
    if (options.reads.snapshot(0, ({ semantic }) => semantic.total()) > 0) await service.ready();
    return service;
  }

  /**
   * Resolves once the generation of the configured embedder is there, as whoever stores or looks for a memory needs.
   * @throws HoldfastError as WriterPort.submit; asked again, it tries again.
   */
  async ready(): Promise<void> {
    this.#opening ??= this.#open();
    try {
      await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  async #open(): Promise<void> {
    const { config, reads, writer } = this.#options;
    const { kind: embedder, model, dimensions } = this.#configured;
    const settings = JSON.stringify(config);
    const rows = reads.snapshot(0, ({ semantic }) => semantic.generations());
    // Nothing needs to be written when just this one serves and no other is being built.
    const current = rows.filter(({ status }) => status !== 'retired');
    const known = current.find(
      (row) =>
        current.length === 1 &&
        row.embedder === embedder &&
        row.model === model &&
        row.dimensions === dimensions &&
        row.settings === settings,
    );
    this.#configured_id =
      known?.generation_id ??
      (await runCommand(writer, 'open_generation', { embedder, model, dimensions, settings })).generation_id;
    await this.#adopt();
    this.#backfill.start();
  }

  async close(): Promise<void> {
    await this.#backfill.close();
    for (const { embedder } of [this.#serving, this.#building ?? NONE]) {
      if (embedder !== this.#configured) await embedder?.close();
    }
    await this.#configured.close();
  }

  /** True when making a vector takes a network or a model: nothing that moves money waits for it. */
  get is_slow(): boolean {
    return this.#serving.embedder?.kind !== 'builtin';
  }

  /** Why vectors of a generation could not be made at the last attempt; empty = they could. */
  lastError(generation_id: number): string {
    const maker = [this.#serving, this.#building].find((each) => each?.generation_id === generation_id);
    if (maker === undefined) return '';
    if (maker.embedder === undefined) return 'its embedder cannot be made again';
    return maker.embedder.health().last_error || this.#backfill.lastError(generation_id);
  }

  /** Never throws: what cannot be made within `max_wait_ms` is left to the backlog. */
  documents(texts: readonly string[], max_wait_ms: number): Promise<Embedded> {
    return spanned('embed', () => this.#embed(texts, 'document', max_wait_ms));
  }

  /** The same for what is looked for. */
  query(text: string, max_wait_ms: number): Promise<Embedded> {
    return spanned('embed', () => this.#embed([text], 'query', max_wait_ms));
  }

  async #embed(
    texts: readonly string[],
    purpose: 'document' | 'query',
    max_wait_ms: number,
  ): Promise<Embedded> {
    const { generation_id, embedder } = this.#serving;
    const nothing = { generation_id, vectors: texts.map(() => undefined) };
    if (embedder === undefined) return { ...nothing, degraded: this.lastError(generation_id) };
    if (embedder.kind === 'client') return { ...nothing, degraded: '' };
    try {
      // The call goes on when nobody waits for it any longer: how it ends is what the breaker learns from.
      const made = embedder.embed(texts, purpose, new AbortController().signal);
      return { generation_id, vectors: await within(made, max_wait_ms), degraded: '' };
    } catch (error) {
      return { ...nothing, degraded: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Looks up which generations serve and are being built, and has what makes their vectors. */
  async #adopt(): Promise<void> {
    const { reads } = this.#options;
    const rows = reads.snapshot(0, ({ semantic }) => semantic.generations());
    const before = [this.#serving, this.#building ?? NONE];
    const makerOf = async (status: string): Promise<Maker | undefined> => {
      const row = rows.find((each) => each.status === status);
      if (row === undefined) return undefined;
      const known = before.find(({ generation_id }) => generation_id === row.generation_id);
      return (
        known ?? {
          generation_id: row.generation_id,
          embedder: await this.#remake(row.generation_id, row.settings),
        }
      );
    };
    this.#serving = (await makerOf('serving')) ?? NONE;
    this.#building = await makerOf('building');
    for (const { embedder } of before) {
      const is_used = [this.#serving, this.#building].some((each) => each?.embedder === embedder);
      if (!is_used && embedder !== this.#configured) await embedder?.close();
    }
  }

  async #remake(generation_id: number, settings: string): Promise<BreakerEmbedder | undefined> {
    if (generation_id === this.#configured_id) return this.#configured;
    try {
      const { config: present, log } = this.#options;
      const config = JSON.parse(settings) as EmbedderConfig;
      const env = originOf(config) === originOf(present) ? process.env : {};
      return withBreaker(await makeEmbedder(config, log, env));
    } catch (error) {
      const err = error instanceof Error ? error.message : String(error);
      this.#options.log.warn(
        { generation_id, err },
        'the embedder of an older generation cannot be made again',
      );
      return undefined;
    }
  }
}

/** The key in the environment is for the provider that is configured now, and must not be told to an earlier one. */
function originOf(config: EmbedderConfig): string {
  return config.kind === 'openai' ? new URL(config.url).origin : '';
}

async function within<T>(work: Promise<T>, max_wait_ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new HoldfastError('EMBEDDER_UNAVAILABLE', `the embedder took longer than ${max_wait_ms} ms`));
    }, max_wait_ms);
  });
  // Whoever loses the race may fail unseen.
  work.catch(() => {});
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
