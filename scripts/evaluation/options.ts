/** The command line of scripts/eval-recall: its own options, and those that the daemon is given as they are. */

export interface EvaluationOptions {
  readonly file: string;
  readonly json: boolean;
  readonly misses: boolean;
  /** Hits asked for. */
  readonly limit: number;
  /** Of a daemon that runs already; absent = one of its own. */
  readonly address?: string;
  readonly daemon_args: readonly string[];
}

/** A command line that makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const MAX_LIMIT = 200;

/** Every option that is not ours is the daemon's, and all of those take a value. @throws UsageError */
export function readOptions(args: readonly string[]): EvaluationOptions {
  const files: string[] = [];
  const daemon_args: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const [name = '', ...given] = arg.split('=');
    const value = (): string => {
      if (given.length > 0) return given.join('=');
      index += 1;
      const next = args[index];
      if (next === undefined) throw new UsageError(`${name} takes a value`);
      return next;
    };
    if (!arg.startsWith('--')) files.push(arg);
    else if (arg === '--json' || arg === '--misses') switches.add(arg);
    else if (name === '--limit' || name === '--address') values.set(name, value());
    else daemon_args.push(name, value());
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError('name one FILE.jsonl');
  const limit = Number(values.get('--limit') ?? 20);
  if (!Number.isInteger(limit) || limit < 20 || limit > MAX_LIMIT) {
    throw new UsageError(`--limit must be from 20 to ${MAX_LIMIT}: recall@20 needs 20 hits`);
  }
  const address = values.get('--address');
  if (address !== undefined && daemon_args.length > 0) {
    throw new UsageError(`${daemon_args[0]} is an option of a daemon that --address says runs already`);
  }
  return {
    file,
    json: switches.has('--json'),
    misses: switches.has('--misses'),
    limit,
    daemon_args,
    ...(address !== undefined && { address }),
  };
}
