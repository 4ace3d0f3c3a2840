import { type Command, EXIT } from './command.js';
import { durationCell } from './values.js';

const STATES: Readonly<Record<string, string>> = {
  MIRROR_STATE_OFF: 'off: no Redis is configured',
  MIRROR_STATE_AWAY: 'AWAY: Redis cannot be reached, or refuses everything',
  MIRROR_STATE_REBUILDING: 'rebuilding',
  MIRROR_STATE_FOLLOWING: 'following',
  MIRROR_STATE_STANDBY: 'STANDBY: another daemon mirrors this database',
};

const status: Command = {
  name: 'mirror status',
  summary: 'how the Redis mirror does; exit code 1 while Redis is away or another daemon mirrors',
  examples: ['holdfast mirror status', 'holdfast mirror status --json | jq .lag_revisions'],
  run: async ({ daemon, out }) => {
    const reply = await daemon.mirror.mirrorStatus({});
    out.reply(reply, () => {
      const state = ['state', STATES[reply.state] ?? reply.state] as const;
      // There is nothing else to tell of one that is not there.
      if (reply.state === 'MIRROR_STATE_OFF') return out.facts([state]);
      out.facts([
        state,
        ['Redis', reply.address],
        ['signals', reply.connected ? 'connected' : 'not connected'],
        ['revision', `${reply.mirrored_revision} of ${reply.head_revision}, ${reply.lag_revisions} behind`],
        ['lag', durationCell(reply.lag)],
        ['commit to Redis', `p50 ${durationCell(reply.delay_p50)}, p99 ${durationCell(reply.delay_p99)}`],
        ['queue', reply.queue],
        ['keys', `${reply.keys_written} written, ${reply.keys_stale} newer already`],
        ['rebuilds', reply.rebuilds],
        ['messages out', `${reply.messages_out}, ${reply.messages_out_dropped} dropped`],
        [
          'messages in',
          `${reply.messages_in}, ${reply.messages_in_dropped} dropped, ${reply.messages_in_known} known`,
        ],
        ['errors', reply.errors.map(({ kind, count }) => `${kind} ${count}`).join(', ')],
        ['last error', reply.last_error],
      ]);
    });
    return /AWAY|STANDBY/.test(reply.state) ? EXIT.refused : EXIT.ok;
  },
};

const rebuild: Command = {
  name: 'mirror rebuild',
  summary: 'write everything in Redis anew',
  details:
    'A flushed, restarted or exchanged Redis is noticed and rebuilt by itself; this also takes over keys\nthat another database wrote. It begins at once and goes on in the background: see mirror status.',
  examples: ['holdfast mirror rebuild'],
  run: async ({ daemon, out }) => {
    const reply = await daemon.mirror.rebuildMirror({});
    out.reply(reply, () => out.line('begun: see holdfast mirror status'));
  },
};

export const mirrorCommands: readonly Command[] = [status, rebuild];
