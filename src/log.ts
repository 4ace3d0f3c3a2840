/** The daemon's log: one JSON object a line on standard error. Requests and documents are never logged. */
import { destination, type Logger, pino, stdTimeFunctions } from 'pino';

export function makeLog(level: string): Logger {
  // Synchronous, so that the lines before a crash are not lost.
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime },
    destination({ dest: 2, sync: true }),
  );
}
