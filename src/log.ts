/** The daemon's log: one JSON object a line on standard error. Requests and documents are never logged. */
import { destination, type Logger, pino, stdTimeFunctions } from 'pino';
import { withoutSecrets } from './codec/secrets.js';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;

/** Fields that are never written, whatever they hold: at the top of a line, and one level down. */
const SECRET_FIELDS = [
  'authorization',
  'api_key',
  'credential',
  'credentials',
  'master_key',
  'password',
  'private_key',
  'secret',
  'token',
];

export function makeLog(level: string): Logger {
  // Synchronous, so that the lines before a crash are not lost.
  const out = destination({ dest: 2, sync: true });
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: SECRET_FIELDS.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
    },
    // Beneath that, whatever is shaped like a credential: an error's message may quote what it was given.
    { write: (line: string) => out.write(withoutSecrets(line)) },
  );
}

/** A timer of Node counts 2^31 milliseconds at most. */
export const MAX_LEVEL_MS = 24 * 3_600_000;

/** Changes the level of a running log and puts it back. */
export class LogLevel {
  readonly #log: Logger;
  readonly configured: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(log: Logger) {
    this.#log = log;
    this.configured = log.level;
  }

  get current(): string {
    return this.#log.level;
  }

  /** @param for_ms at most MAX_LEVEL_MS; undefined = until the daemon stops. */
  set(level: string, for_ms: number | undefined): void {
    clearTimeout(this.#timer);
    this.#log.level = level;
    if (for_ms === undefined) return;
    this.#timer = setTimeout(() => {
      this.#log.level = this.configured;
      this.#log.info({ level: this.configured }, 'the log level is as configured again');
    }, for_ms);
    // No reason to keep a stopping daemon.
    this.#timer.unref();
  }
}
