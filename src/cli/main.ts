#!/usr/bin/env node
/** holdfast: the command line. */
import { systemWords } from '../system_words.js';
import { Output, type Streams } from './output.js';
import { COMMANDS } from './registry.js';
import { report, runCommandLine } from './run.js';

const args = process.argv.slice(2);
let is_told = false;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever hands something over undoes what it did before it ends.
  if (is_told) return;
  // `holdfast tail | head` closes the pipe: that is an end, not an error.
  if (error.code === 'EPIPE') process.exit(0);
  const failed = new Error(`cannot write to standard output: ${systemWords(error)}`);
  process.exit(report(failed, new Output(streams, args.includes('--json'))));
});
// Whoever reads what goes wrong may go away; that is no reason to end.
process.stderr.on('error', () => {});

const streams: Streams = {
  stdout: process.stdout,
  stderr: process.stderr,
  handOver: (text) =>
    new Promise((resolve, reject) => {
      // Called before the error is emitted (https://nodejs.org/api/stream.html#writablewritechunk-encoding-callback).
      process.stdout.write(text, (error) => {
        is_told = error instanceof Error;
        if (error instanceof Error) reject(error);
        else resolve();
      });
    }),
};

process.exitCode = await runCommandLine(args, process.env, streams, COMMANDS);
