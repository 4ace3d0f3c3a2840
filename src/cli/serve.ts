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
  run: async (context) => {
    // holdfastd reads its own command line: what stands behind the command's name comes last and counts.
    const named = context.text('state-dir');
    const before = named === undefined ? [] : ['--state-dir', named];
    process.argv = [process.argv[0] ?? '', 'holdfastd', ...before, ...context.args];
    // Loaded as the program it is, not as a part of the command line: the cli imports nothing of the daemon.
    await import(pathToFileURL(join(packageRoot, 'dist', 'src', 'main.js')).href);
  },
};
