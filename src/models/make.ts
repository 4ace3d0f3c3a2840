/** From configuration to models. Everything that can be wrong with it is said here, at start. */
import type { Logger } from 'pino';
import type { EmbedderConfig, EndpointConfig, SummarizerConfig } from '../config_models.js';
import { readApiKey } from './api_key.js';
import { builtinEmbedder } from './embedders/builtin.js';
import { clientEmbedder } from './embedders/client.js';
import type { Embedder } from './embedders/embedder.js';
import { openLocalEmbedder } from './embedders/local.js';
import { openAiEmbedder } from './embedders/openai.js';
import { anthropicSummarizer } from './summarizers/anthropic.js';
import { builtinSummarizer } from './summarizers/builtin.js';
import { clientSummarizer } from './summarizers/client.js';
import { openAiSummarizer } from './summarizers/openai.js';
import type { Summarizer } from './summarizers/summarizer.js';

/**
 * No endpoint is called yet: one that is down at start may come up later. The local model is opened.
 *
 * @throws HoldfastError INVALID_FIELD naming the option.
 */
export async function makeEmbedder(
  config: EmbedderConfig,
  log: Logger,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Embedder> {
  switch (config.kind) {
    case 'builtin':
      return builtinEmbedder(config.dimensions);
    case 'client':
      return clientEmbedder(config.model, config.dimensions);
    case 'local':
      return await openLocalEmbedder(config);
    case 'openai':
      return openAiEmbedder(config, keyFor('embedder', config, log, env), log);
  }
}

/**
 * @param count the tokens of a text, for the builtin summarizer, which keeps within them by itself.
 * @throws HoldfastError INVALID_FIELD naming the option.
 */
export function makeSummarizer(
  config: SummarizerConfig,
  log: Logger,
  count: (text: string) => number,
  env: NodeJS.ProcessEnv = process.env,
): Summarizer {
  switch (config.kind) {
    case 'builtin':
      return builtinSummarizer(count);
    case 'client':
      return clientSummarizer();
    case 'openai':
      return openAiSummarizer(config, keyFor('summarizer', config, log, env));
    case 'anthropic':
      return anthropicSummarizer(config, keyFor('summarizer', config, log, env));
  }
}

function keyFor(
  family: 'embedder' | 'summarizer',
  config: EndpointConfig,
  log: Logger,
  env: NodeJS.ProcessEnv,
): string {
  const key = readApiKey(family, config.key_file, env);
  const url = new URL(config.url);
  const is_loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (key !== '' && url.protocol === 'http:' && !is_loopback)
    log.warn({ host: url.host }, `${family}: the API key travels unencrypted; use https`);
  return key;
}
