import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeOptions } from '../config.js';
import { packageRoot } from '../paths.js';
import type { Command } from './command.js';

/** Runs the daemon in this very process: nothing has to forward signals, and the exit code is the daemon's. */
export const serve: Command = {
  name: 'serve',
  summary: 'run the daemon in the foreground',
  details: `The same as holdfastd. Its options (flag over environment over default):\n${describeOptions()}`,
  raw: true,
  examples: ['holdfast serve', 'holdfast serve --state-dir /var/lib/holdfast --listen 127.0.0.1:7070'],
  run: async ({ args }) => {
    // holdfastd reads its own command line.
    process.argv = [process.argv[0] ?? '', 'holdfastd', ...args];
    // Loaded as the program it is, not as a part of the command line: the cli imports nothing of the daemon.
    await import(pathToFileURL(join(packageRoot, 'dist', 'src', 'main.js')).href);
  },
};
