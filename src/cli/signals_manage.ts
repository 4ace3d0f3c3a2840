/** Commands for what of the signals is kept: consumers with their dead letters, and alert rules. */
import { listAll } from '@holdfast/client';
import { type Command, type Context, UsageError } from './command.js';
import { LIMIT, take } from './lists.js';
import { shown, toJson } from './output.js';
import { signalCells } from './signals_cells.js';
import { countArgument, postingArgument, spanArgument } from './values.js';

const CONSUMER = { name: 'CONSUMER', help: 'its name' } as const;

const consumer: Command = {
  name: 'signals consumer',
  summary: 'make or change a consumer, a durable place in what matches its patterns; or delete it',
  args: [CONSUMER, { name: 'PATTERN', help: "such as 'pf:signals:*'", rest: true, optional: true }],
  options: {
    from: { value: 'REVISION', help: 'a new one begins after this; 0 = with all that are kept [what comes]' },
    'ack-timeout': { value: 'SPAN', help: 'what is not acknowledged by then comes again [30s]' },
    'max-deliveries': { value: 'N', help: 'after as many it is a dead letter [5]' },
    delete: { help: 'forget it, and what it had not acknowledged' },
  },
  examples: [
    "holdfast --agent alpha signals consumer executor 'pf:signals:*' --from 0",
    'holdfast --agent alpha signals consumer executor --delete',
  ],
  run: async (context) => {
    const [name = '', ...patterns] = context.args;
    const { signals } = context.holdfast;
    if (context.on('delete')) {
      const reply = await signals.deleteConsumer({ name });
      return context.out.reply(reply, () => context.out.facts([['deleted', name]]));
    }
    if (patterns.length === 0) throw new UsageError('at least one PATTERN, or --delete');
    const from = context.text('from');
    const ack_timeout = context.text('ack-timeout');
    const max_deliveries = context.text('max-deliveries');
    const reply = await signals.putConsumer({
      name,
      patterns,
      ...(from !== undefined && { from_revision: countArgument(from, '--from') }),
      ...(ack_timeout !== undefined && {
        ack_timeout: { seconds: spanArgument(ack_timeout, '--ack-timeout'), nanos: 0 },
      }),
      ...(max_deliveries !== undefined && {
        max_deliveries: Number(countArgument(max_deliveries, '--max-deliveries')),
      }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        [reply.created ? 'created' : 'changed', name],
        ['patterns', reply.consumer?.patterns.join(' ')],
        ['waiting', reply.consumer?.waiting],
      ]),
    );
  },
};

const consume: Command = {
  name: 'signals consume',
  summary: 'take a consumer’s signals, one line each, and acknowledge each once it is printed',
  details: `Each is delivered at least once: one that was printed when the command was killed comes again. With --json one JSON
object per line. The consumer is made with "signals consumer".`,
  args: [CONSUMER],
  options: { count: { value: 'N', help: 'end after N signals' } },
  examples: ['holdfast --agent alpha signals consume executor --json'],
  run: async (context) => {
    const stop = new AbortController();
    const end = (): void => stop.abort();
    process.once('SIGINT', end).once('SIGTERM', end);
    try {
      await takeDeliveries(context, stop.signal);
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end);
    }
  },
};

async function takeDeliveries(context: Context, signal: AbortSignal): Promise<void> {
  const { out, holdfast } = context;
  const [name = ''] = context.args;
  const count = context.text('count');
  const limit = count === undefined ? Number.POSITIVE_INFINITY : Number(countArgument(count, '--count'));
  if (limit === 0) throw new UsageError('--count must be at least 1');
  let taken = 0;
  let ackLast: (() => Promise<void>) | undefined;
  for await (const { signal: one, delivery, ack } of holdfast.consume(name, { signal, max_in_flight: 1 })) {
    if (out.json) out.line(toJson({ signal: one, delivery }));
    else out.line([...signalCells(one), `delivery ${delivery}`].map(shown).join('  '));
    taken += 1;
    ackLast = ack;
    if (taken === limit) break;
    await ack();
  }
  // With the stream gone: an acknowledgement would bring the next one, and count as one of its deliveries.
  if (taken === limit) await ackLast?.();
}

const dead: Command = {
  name: 'signals dead',
  summary: 'list a consumer’s dead letters, newest first, or hand them out again',
  args: [CONSUMER],
  options: { ...LIMIT, redrive: { help: 'hand those listed out again, their count at zero' } },
  examples: [
    'holdfast --agent alpha signals dead executor',
    'holdfast --agent alpha signals dead executor --redrive',
  ],
  run: async (context) => {
    const [name = ''] = context.args;
    const { signals } = context.holdfast;
    const found = await take(context, listAll(signals.listDeadLetters, { name }));
    if (context.on('redrive') && found.length > 0) {
      const signal_ids = found.map(({ signal_id }) => signal_id);
      const reply = await signals.redriveDeadLetters({ name, signal_ids });
      return context.out.reply(reply, () => context.out.facts([['redriven', reply.redriven]]));
    }
    context.out.reply(found, () =>
      context.out.table(
        ['PUBLISHED', 'CHANNEL', 'SOURCE', { title: 'CONFIDENCE', right: true }, 'PAYLOAD', 'SIGNAL'],
        found.map((one) => [...signalCells(one), one.signal_id]),
        'no dead letters',
      ),
    );
  },
};

const alert: Command = {
  name: 'signals alert',
  summary: 'make or change an alert rule of the agent, or delete it',
  details: `It fires once when its figure crosses, on the channel pf:alerts:AGENT, and is armed again when the figure is back.`,
  args: [{ name: 'RULE', help: 'its name' }],
  options: {
    below: { value: 'ACCOUNT,ASSET,AMOUNT', help: 'what the account has available falls below the amount' },
    drawdown: {
      value: 'FRACTION',
      help: 'the session has used this fraction of a drawdown limit of its own',
    },
    delete: { help: 'remove it' },
  },
  examples: [
    'holdfast --agent alpha signals alert low-cash --below cash,USDC,100',
    'holdfast --agent alpha signals alert near-the-end --drawdown 0.8',
  ],
  run: async (context) => {
    const [name = ''] = context.args;
    const { signals } = context.holdfast;
    const below = context.text('below');
    const drawdown = context.text('drawdown');
    const chosen = [below !== undefined, drawdown !== undefined, context.on('delete')].filter(Boolean);
    if (chosen.length !== 1) throw new UsageError('one of --below, --drawdown and --delete');
    if (context.on('delete')) {
      const reply = await signals.deleteAlertRule({ name });
      return context.out.reply(reply, () => context.out.facts([['deleted', name]]));
    }
    const rule =
      below === undefined
        ? { drawdown_near: { fraction_of_limit: drawdown ?? '' } }
        : { balance_below: postingArgument(below) };
    const reply = await signals.putAlertRule({ rule: { name, ...rule } });
    context.out.reply(reply, () =>
      context.out.facts([
        ['rule', name],
        ['state', reply.rule?.fired ? 'fired' : 'armed'],
      ]),
    );
  },
};

export const signalsManageCommands: readonly Command[] = [consumer, consume, dead, alert];
