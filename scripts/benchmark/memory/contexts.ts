/** How long building a context takes, and what hostile texts do to everybody else. */
import type { Holdfast } from '@holdfast/client';
import { compileLoad, runLoad } from '../load.js';
import { prepareRequests } from '../requests.js';
import { DataSet } from './data.js';
import { type Latency, timeBeside, timeEach } from './timing.js';

const SLOTS = 200;
const TOKENS = 180_000;
const BUILDS = 60;
const TEXT_BYTES = 1024 * 1024;

export interface ContextFigures {
  readonly build: Latency;
  readonly tokens: number;
}

/** Fills the slots until all of them together take about the whole budget. */
export async function measureContext(holdfast: Holdfast): Promise<ContextFigures> {
  const data = new DataSet(8, 3);
  const memories = data.memories(1_000_000, 4);
  for (let slot = 0; slot < SLOTS; slot += 1) {
    let content = '';
    // Made-up words take about three bytes a token.
    while (content.length < (TOKENS / SLOTS) * 3) content += `${memories.next().value?.content ?? ''}.\n`;
    await holdfast.working.putSlot({ key: `slot-${slot}`, content, priority: slot % 11 });
  }
  let tokens = 0;
  const build = await timeEach(Array.from({ length: BUILDS }), async () => {
    ({ tokens } = await holdfast.working.buildContext({ max_tokens: TOKENS, reserve_for_output: 0 }));
  });
  return { build, tokens };
}

const HOSTILE: Readonly<Record<string, string>> = {
  'one letter': 'a',
  spaces: ' ',
  emoji: '👩‍👩‍👧‍👦',
  'special tokens': '<|endoftext|>',
  'line feeds': '\n',
  digits: '7',
  prose: 'The quick brown fox jumps over the lazy dog, and the desk bought 4.25 XRP. ',
};

export interface HostileFigures {
  readonly text: string;
  readonly seconds: number;
  /** Of small calls made meanwhile. */
  readonly beside: Latency;
}

export async function measureHostile(holdfast: Holdfast): Promise<HostileFigures[]> {
  const figures: HostileFigures[] = [];
  for (const [text, unit] of Object.entries(HOSTILE)) {
    const whole = unit.repeat(Math.ceil(TEXT_BYTES / Buffer.byteLength(unit)));
    const cut = Buffer.from(whole)
      .subarray(0, TEXT_BYTES - 8)
      .toString('utf8')
      .replaceAll('\ufffd', '');
    const started_ms = performance.now();
    let seconds = 0;
    const count = holdfast.working.countTokens({ text: cut }).then(() => {
      seconds = (performance.now() - started_ms) / 1000;
    });
    const beside = await timeBeside(5, () => holdfast.working.countTokens({ text: 'a few words' }), count);
    figures.push({ text, seconds, beside });
  }
  return figures;
}

export interface BesideFigures {
  readonly write_p99_ms: number;
  readonly read_p99_ms: number;
  readonly recalls_per_second: number;
}

/**
 * Writes and point reads at a steady pace while two callers recall without a pause. They come from the load generator, a
 * process of its own: here they would wait for the recalls' own client.
 */
export async function measureBeside(
  address: string,
  folder: string,
  recall: (index: number) => Promise<unknown>,
  seconds: number,
): Promise<BesideFigures> {
  const program = compileLoad(folder);
  const { put, get } = prepareRequests(folder, 1);
  const slow = { address, connections: 1, streams: 1, interval_us: 5000, seconds };
  await runLoad(program, { address, ...put, connections: 1, streams: 1, count: 16, warmup_ms: 0 });
  let recalls = 0;
  let over = false;
  const loop = async (): Promise<void> => {
    while (!over) await recall(recalls++);
  };
  const loops = [loop(), loop()];
  const started_ms = performance.now();
  const [write, read] = await Promise.all([
    runLoad(program, { ...slow, ...put }),
    runLoad(program, { ...slow, ...get }),
  ]);
  const recalls_per_second = recalls / ((performance.now() - started_ms) / 1000);
  over = true;
  await Promise.all(loops);
  if (write.failed + read.failed > 0) throw new Error(write.first_failure || read.first_failure);
  const ms = (us: number | undefined) => (us ?? Number.NaN) / 1000;
  return { write_p99_ms: ms(write.latency_us.p99), read_p99_ms: ms(read.latency_us.p99), recalls_per_second };
}
