import { listAll } from '@holdfast/client';
import { type Command, type Context, type Option, UsageError } from './command.js';
import { followHistory } from './history.js';
import { LIMIT, take } from './lists.js';
import { shown, toJson } from './output.js';
import { signalCells } from './signals_cells.js';
import { countArgument, documentArgument, timeArgument } from './values.js';

const CONFIDENCE: Readonly<Record<string, Option>> = {
  'min-confidence': { value: 'C', help: 'only signals at or above, 0 to 1 [0]' },
};

function confidenceArgument(text: string, option: string): number {
  const confidence = Number(text);
  if (text.trim() === '' || !(confidence >= 0 && confidence <= 1)) {
    throw new UsageError(`${option} must be a number from 0 to 1, not "${text}"`);
  }
  return confidence;
}

function minConfidence(context: Context): number {
  const text = context.text('min-confidence');
  return text === undefined ? 0 : confidenceArgument(text, '--min-confidence');
}

const publish: Command = {
  name: 'signals publish',
  summary: 'publish a signal to whoever listens',
  args: [
    { name: 'CHANNEL', help: 'such as pf:signals:BTC' },
    { name: 'PAYLOAD', help: 'JSON, @FILE, or - for standard input', optional: true },
  ],
  options: {
    durable: { help: 'keep it: it can be replayed, and consumers get it' },
    confidence: { value: 'C', help: '0 to 1 [1]' },
    source: { value: 'TEXT', help: 'where it comes from [the agent]' },
  },
  examples: [
    `holdfast --agent analyst signals publish pf:signals:BTC '{"side": "buy"}' --confidence 0.8 --durable`,
  ],
  run: async (context) => {
    const [channel = '', payload] = context.args;
    const confidence = context.text('confidence');
    const source = context.text('source');
    const reply = await context.holdfast.signals.publish({
      channel,
      durable: context.on('durable'),
      ...(payload !== undefined && { payload: documentArgument(payload) }),
      ...(confidence !== undefined && { confidence: confidenceArgument(confidence, '--confidence') }),
      ...(source !== undefined && { source }),
    });
    context.out.reply(reply, () =>
      context.out.facts([
        ['signal', reply.signal_id],
        ['revision', context.on('durable') ? reply.header?.revision : ''],
        ['subscribers', reply.subscribers],
      ]),
    );
  },
};

const subscribe: Command = {
  name: 'signals subscribe',
  summary: 'follow signals, one line each, over daemon restarts',
  details: `A pattern is a channel in which * stands for any characters. --agent '*' is the operator, who may hear everything.
With --json one JSON object per line.`,
  args: [{ name: 'PATTERN', help: "such as 'pf:signals:*'", rest: true }],
  options: {
    from: {
      value: 'REVISION',
      help: 'first the durable ones after this; 0 = all that are kept [only what comes]',
    },
    ...CONFIDENCE,
    count: { value: 'N', help: 'end after N signals' },
  },
  examples: [
    "holdfast --agent alpha signals subscribe 'pf:signals:*' pf:alerts:alpha",
    "holdfast --agent '*' signals subscribe '*' --from 0 --json",
  ],
  run: async (context) => {
    const count = context.text('count');
    const limit = count === undefined ? Number.POSITIVE_INFINITY : Number(countArgument(count, '--count'));
    if (limit === 0) throw new UsageError('--count must be at least 1');
    const stop = new AbortController();
    const end = (): void => stop.abort();
    process.once('SIGINT', end).once('SIGTERM', end);
    try {
      await follow(context, limit, stop.signal);
    } finally {
      process.off('SIGINT', end).off('SIGTERM', end);
    }
  },
};

async function follow(context: Context, limit: number, signal: AbortSignal): Promise<void> {
  const { out, holdfast } = context;
  const from = context.text('from');
  // The first contact must succeed: a wrong address is an error, a restart later on is not.
  const { revision, history } = await holdfast.admin.getServerInfo({}, { signal });
  const request = {
    patterns: [...context.args],
    min_confidence: minConfidence(context),
  };
  let is_away = false;
  const onReconnect = (error: Error): void => {
    if (!is_away) out.remark(`holdfast: ${error.message}; waiting for the daemon`);
    is_away = true;
  };
  const onLive = (): void => {
    if (is_away) out.remark('holdfast: the daemon is back');
    is_away = false;
  };
  let signals = 0;
  const begin =
    from === undefined
      ? { from_revision: revision, history }
      : { from_revision: countArgument(from, '--from'), history: '' };
  await followHistory(out, begin, async (place) => {
    for await (const one of holdfast.subscribe({ ...request, ...place }, { signal, onReconnect, onLive })) {
      if (out.json) out.line(toJson(one));
      else out.line(signalCells(one).map(shown).join('  ').trimEnd());
      signals += 1;
      if (signals === limit) return;
    }
  });
}

const list: Command = {
  name: 'signals list',
  summary: 'list kept durable signals, newest first',
  args: [{ name: 'PATTERN', help: "such as 'pf:signals:*'", rest: true }],
  options: {
    ...LIMIT,
    since: { value: 'TIME', help: 'only at or after: 2026-11-20T12:00:00Z, or 24h for a day ago' },
    until: { value: 'TIME', help: 'only before' },
    ...CONFIDENCE,
  },
  examples: ["holdfast --agent alpha signals list 'pf:signals:*' --since 1h"],
  run: async (context) => {
    const since = context.text('since');
    const until = context.text('until');
    const request = {
      patterns: [...context.args],
      min_confidence: minConfidence(context),
      ...(since !== undefined && { since: timeArgument(since, '--since') }),
      ...(until !== undefined && { until: timeArgument(until, '--until') }),
    };
    const found = await take(context, listAll(context.holdfast.signals.listSignals, request));
    const right = true;
    context.out.reply(found, () =>
      context.out.table(
        ['PUBLISHED', 'CHANNEL', 'SOURCE', { title: 'CONFIDENCE', right }, 'PAYLOAD', 'SIGNAL'],
        found.map((one) => [...signalCells(one), one.signal_id]),
        'no signals',
      ),
    );
  },
};

const consumers: Command = {
  name: 'signals consumers',
  summary: 'list durable consumers and how much waits for each',
  options: LIMIT,
  examples: ['holdfast --agent alpha signals consumers'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.signals.listConsumers, {}));
    const right = true;
    const number = (title: string) => ({ title, right });
    context.out.reply(found, () =>
      context.out.table(
        [
          'CONSUMER',
          number('WAITING'),
          number('PENDING'),
          number('DEAD'),
          number('DELIVERED TO'),
          'PATTERNS',
        ],
        found.map((one) => [
          one.name,
          // Counted up to 10,000 only, or as far as could be looked.
          one.waiting === '10000' || one.waiting_is_partial ? `${one.waiting}+` : one.waiting,
          one.pending,
          one.dead,
          one.cursor_revision,
          one.patterns.join(' '),
        ]),
        'no consumers',
      ),
    );
  },
};

const alerts: Command = {
  name: 'signals alerts',
  summary: 'list alert rules and whether each has fired',
  options: LIMIT,
  examples: ['holdfast --agent alpha signals alerts'],
  run: async (context) => {
    const found = await take(context, listAll(context.holdfast.signals.listAlertRules, {}));
    context.out.reply(found, () =>
      context.out.table(
        ['RULE', 'WATCHES', 'STATE'],
        found.map((one) => [
          one.name,
          one.balance_below
            ? `${one.balance_below.account} below ${one.balance_below.amount} ${one.balance_below.asset}`
            : `drawdown at ${one.drawdown_near?.fraction_of_limit} of its limit`,
          one.fired ? 'fired' : 'armed',
        ]),
        'no alert rules',
      ),
    );
  },
};

export const signalsCommands: readonly Command[] = [publish, subscribe, list, consumers, alerts];
