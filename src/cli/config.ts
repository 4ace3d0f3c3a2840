/** What the daemon would be configured with; looks at this machine only. */
import { optionsTable, readConfig, readSettings } from '../config.js';
import { readUpstreams } from '../upstreams/config.js';
import type { Command } from './command.js';

export const configCommands: readonly Command[] = [
  {
    name: 'config show',
    summary: 'print what the daemon would be configured with here',
    details:
      'Takes the options of holdfastd, and reads the same file and environment. --origin tells what set each: a flag, an\n' +
      'environment variable, the file, or the default. A value that the daemon would refuse is refused here.',
    raw: true,
    examples: ['holdfast config show --origin', 'holdfast config show --config /etc/holdfast/holdfast.toml'],
    run: async (context) => {
      const { args, env, out } = context;
      const with_origin = args.includes('--origin');
      const named = context.text('state-dir');
      const options = [
        // What stands before the command's name; the daemon's own option behind it comes last and counts.
        ...(named === undefined ? [] : ['--state-dir', named]),
        ...args.filter((arg) => arg !== '--origin' && arg !== '--json'),
      ];
      const settings = readSettings(options, env);
      // Credentials are where systemd puts them for the daemon only.
      readUpstreams(readConfig(options, env).upstreams, {
        CREDENTIALS_DIRECTORY: '/run/credentials',
        ...env,
      });
      out.reply({ settings }, () => {
        const width = Math.max(...settings.map(({ key }) => key.length));
        for (const { key, value, origin } of settings) {
          const shown = `${key.padEnd(width)} = ${JSON.stringify(value)}`;
          out.line(with_origin ? `${shown.padEnd(width + 40)}  # ${origin}` : shown);
        }
      });
    },
  },
  {
    name: 'config reference',
    summary: 'print every option as a Markdown table',
    examples: ['holdfast config reference'],
    run: async ({ out }) => {
      out.line(optionsTable());
    },
  },
];
