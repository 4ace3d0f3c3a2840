/** Made-up contents of requests. */
import type { Random } from './random.js';
import type { Message } from './wire.js';

export const ASSET = 'USDC';

/** Accounts of the shared agent; money only ever moves among them and `world`. */
export const SHARED_ACCOUNTS = ['acc0', 'acc1', 'acc2', 'acc3', 'acc4', 'acc5', 'acc6', 'acc7'] as const;
/** From 10 bytes to, rarely, 20 kB: large ones make the WAL grow and checkpoints come. */
export function someDocument(random: Random): { json: string } {
  const filler = random.chance(0.04) ? 20_000 : random.int(0, 300);
  const value = {
    n: random.int(0, 1e9),
    price: { __decimal__: someAmount(random) },
    deep: { list: [random.int(0, 9), null, 'ü€', { yes: random.chance(0.5) }] },
    text: 'x'.repeat(filler),
  };
  return { json: JSON.stringify(value) };
}

export function someAmount(random: Random): string {
  const whole = String(random.int(1, 40));
  return random.chance(0.5) ? whole : `${whole}.${String(random.int(1, 99_999_999)).padStart(8, '0')}1`;
}

export function someEpisodes(random: Random): Message[] {
  return Array.from({ length: random.int(1, 3) }, () => ({
    type: random.pick(['trade', 'bet', 'candle']),
    payload: someDocument(random),
    amounts: [
      { name: 'pnl', amount: `${random.chance(0.5) ? '-' : ''}${someAmount(random)}` },
      { name: 'fee', amount: '0.01' },
    ],
  }));
}
