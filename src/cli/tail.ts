import type { Context } from './command.js';
import { type Command, UsageError } from './command.js';
import { followHistory } from './history.js';
import { shown, toJson } from './output.js';
import { countArgument, documentCell, timeCell } from './values.js';

export const tail: Command = {
  name: 'tail',
  summary: 'follow what changes, one line per entry, over daemon restarts',
  details: 'All agents unless --agent names one. With --json one JSON object per line.',
  options: {
    from: { value: 'REVISION', help: 'start after this revision; 0 = from the beginning [only what comes]' },
    kind: { value: 'PREFIX', help: 'only kinds that begin so, such as ledger.', multiple: true },
    key: { value: 'PREFIX', help: 'only keys that begin so' },
    'no-payload': { help: 'leave the payloads out' },
    count: { value: 'N', help: 'end after N entries' },
  },
  examples: ['holdfast tail', 'holdfast --agent alpha tail --from 0 --kind ledger. --json'],
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
  const { out, daemon } = context;
  const from = context.text('from');
  // The first contact must succeed: a wrong address is an error, a restart later on is not.
  const { revision, history } = await daemon.admin.getServerInfo({}, { signal });
  const request = {
    agent_id: context.agent ?? '*',
    kind_prefixes: [...context.texts('kind')],
    key_prefix: context.text('key') ?? '',
    without_payload: context.on('no-payload'),
  };
  let away = false;
  const onReconnect = (error: Error): void => {
    if (!away) out.remark(`holdfast: ${error.message}; waiting for the daemon`);
    away = true;
  };
  let entries = 0;
  const begin =
    from === undefined
      ? { from_revision: revision, history }
      : { from_revision: countArgument(from, '--from'), history: '' };
  await followHistory(out, begin, async (place) => {
    for await (const message of daemon.watch({ ...request, ...place }, { signal, onReconnect })) {
      if (away) out.remark('holdfast: the daemon is back');
      away = false;
      for (const entry of message.entries) {
        const { agent_id, kind, key, payload } = entry;
        if (out.json) {
          out.line(toJson({ revision: message.revision, committed_at: message.committed_at, ...entry }));
        } else {
          const words = [message.revision, timeCell(message.committed_at), agent_id, kind, key];
          out.line([...words.map(shown), documentCell(payload, 120)].join('  ').trimEnd());
        }
        entries += 1;
        if (entries === limit) return;
      }
    }
  });
}
