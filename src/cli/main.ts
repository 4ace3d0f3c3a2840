#!/usr/bin/env node
/** holdfast: the command line. */
import { COMMANDS } from './registry.js';
import { runCommandLine } from './run.js';

// `holdfast tail | head` closes the pipe: that is an end, not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runCommandLine(process.argv.slice(2), process.env, process, COMMANDS);
