/** `holdfast sessions trades`: what was recorded, newest first. */
import { listAll } from '@holdfast/client';
import type { Command } from './command.js';
import { LIMIT, take } from './lists.js';
import { enumCell, timeCell } from './values.js';

const right = true;

export const trades: Command = {
  name: 'sessions trades',
  summary: "list an agent's trades, newest first",
  args: [{ name: 'SESSION', help: 'only of this one', optional: true }],
  options: { ...LIMIT, market: { value: 'MARKET', help: 'only of this one' } },
  examples: ['holdfast --agent alpha sessions trades --market BTC/USDC'],
  run: async (context) => {
    const request = { session_id: context.arg(0), market: context.text('market') ?? '' };
    const found = await take(context, listAll(context.holdfast.sessions.listTrades, request));
    context.out.reply(found, () =>
      context.out.table(
        [
          'RECORDED',
          'MARKET',
          'SIDE',
          { title: 'QUANTITY', right },
          { title: 'PRICE', right },
          { title: 'P&L', right },
          { title: 'FEE', right },
          'VENUE',
          'TRADE',
          'SESSION',
        ],
        found.map((one) => [
          timeCell(one.recorded_at),
          one.market,
          one.side === 'TRADE_SIDE_UNSPECIFIED' ? '' : enumCell(one.side, 'TRADE_SIDE_'),
          one.quantity,
          one.price,
          one.pnl,
          one.fee,
          one.venue,
          one.trade_id,
          one.session_id,
        ]),
        'no trades',
      ),
    );
  },
};
