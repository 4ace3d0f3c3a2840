import { type Command, UsageError } from './command.js';
import { spanArgument, timeCell } from './values.js';

export const logLevel: Command = {
  name: 'log-level',
  summary: 'change how much the running daemon logs',
  details: `trace, debug, info, warn, error or silent; without one it goes back to what is configured. At debug each call leaves a line with its
method, outcome, time, request_id and trace. Nothing is restarted, and a restart forgets it.`,
  args: [{ name: 'LEVEL', help: 'as configured, when left out', optional: true }],
  options: { for: { value: 'SPAN', help: 'then back as configured, such as 90s or 10m; at most a day' } },
  examples: ['holdfast log-level debug --for 10m', 'holdfast log-level'],
  run: async (context) => {
    const { daemon, out, args } = context;
    const span = context.text('for');
    const level = args[0] ?? '';
    if (span !== undefined && level === '') throw new UsageError('--for belongs to a level');
    const reply = await daemon.admin.setLogLevel({
      level,
      ...(span !== undefined && { duration: { seconds: spanArgument(span, '--for') } }),
    });
    out.reply(reply, () => {
      const back =
        reply.configured_level === '' ? '' : `, ${reply.configured_level} again at ${timeCell(reply.until)}`;
      out.line(`${reply.level}${back} (was ${reply.previous_level})`);
    });
  },
};
