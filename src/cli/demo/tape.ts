import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAmount } from '../../codec/amount.js';
import { packageRoot } from '../../paths.js';

/** One real trade of the market XRP/ETH, October 2019. */
export interface Trade {
  readonly time_ms: number;
  readonly trade_id: string;
  /** ETH for one XRP, as a canonical amount. */
  readonly price: string;
  /** XRP, as a canonical amount. */
  readonly amount: string;
}

const HEADER = 'time_ms,trade_id,side,price_eth,amount_xrp';

/** The recorded tape, oldest trade first. @param count how many trades of it at most. */
export function readTape(count = Number.POSITIVE_INFINITY): readonly Trade[] {
  const path = join(packageRoot, 'src', 'cli', 'demo', 'xrp-eth-trades.csv');
  const [header, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (header !== HEADER) throw new Error(`${path} does not begin with ${HEADER}`);
  return lines.slice(0, count).map((line, index) => {
    const [time_ms = '', trade_id = '', , price, amount] = line.split(',');
    const field = `trade ${index + 1}`;
    return {
      time_ms: Number(time_ms),
      trade_id,
      price: parseAmount(price, field),
      amount: parseAmount(amount, field),
    };
  });
}
