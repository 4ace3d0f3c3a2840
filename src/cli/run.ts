/** Runs one command line: finds the command, runs it, and turns whatever is thrown into a message and an exit code. */
import { resolve } from 'node:path';
import { HoldfastError as ClientError, Holdfast } from '@holdfast/client';
import { readWhereabouts, socketIn } from '../config.js';
import { HoldfastError } from '../errors.js';
import { didYouMean } from '../nearest.js';
import { readOptionFile } from '../option_files.js';
import { packageVersion } from '../paths.js';
import { type Command, Context, EXIT, UsageError } from './command.js';
import { commandHelp, groupHelp, overview } from './help.js';
import { Output, type Streams, toJson } from './output.js';
import { type Parsed, parseCommandLine } from './parse.js';

/** Resolves with the exit code; throws nothing. */
export async function runCommandLine(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  streams: Streams,
  commands: readonly Command[],
): Promise<number> {
  const out = new Output(streams, args.includes('--json'));
  let context: Context | undefined;
  try {
    const parsed = parseCommandLine(args, commands);
    if (parsed.values.version === true) {
      out.reply({ version: packageVersion }, () => out.line(`holdfast ${packageVersion}`));
      return EXIT.ok;
    }
    if (parsed.command === undefined) return explain(parsed, commands, out);
    if (parsed.values.help === true) {
      out.line(commandHelp(parsed.command));
      return EXIT.ok;
    }
    context = makeContext(parsed, env, out);
    return (await parsed.command.run(context)) ?? EXIT.ok;
  } catch (error) {
    return report(error, out, context);
  } finally {
    context?.close();
  }
}

function makeContext({ args, values }: Parsed, env: NodeJS.ProcessEnv, out: Output): Context {
  const given = (name: string): string | undefined =>
    typeof values[name] === 'string' ? values[name] : undefined;
  // A state folder named on the command line is meant more than an address in the environment or the file.
  const named = given('state-dir');
  const here = readWhereabouts(env);
  const state_dir = named === undefined ? here.state_dir : resolve(named);
  const standard = named === undefined ? env.HOLDFAST_ADDRESS || here.address : socketIn(state_dir);
  return new Context({
    args,
    values,
    env,
    out,
    state_dir,
    address: given('address') || standard,
    connect: (target, agent_id) =>
      new Holdfast({
        address: target,
        agent_id,
        wait_for_ready: false,
        deadline_ms: 30_000,
        token: tokenFrom(given('token-file')),
      }),
  });
}

/** A token never stands on the command line, where every user of the machine can read it (proc(5)). */
function tokenFrom(path: string | undefined): string | undefined {
  return path === undefined ? undefined : readOptionFile('token-file', path).trim();
}

/** No command was named, or none of this name exists. */
function explain({ words, values }: Parsed, commands: readonly Command[], out: Output): number {
  const [first, ...others] = words;
  if (first === undefined) {
    out.line(overview(packageVersion, commands));
    return values.help === true ? EXIT.ok : EXIT.usage;
  }
  const group = commands.filter(({ name }) => name.startsWith(`${first} `));
  if (group.length > 0 && others.length === 0) {
    out.line(groupHelp(first, group));
    return values.help === true ? EXIT.ok : EXIT.usage;
  }
  const typed = words.slice(0, group.length > 0 ? 2 : 1).join(' ');
  const names = group.length > 0 ? group.map(({ name }) => name) : commands.map(({ name }) => name);
  const firsts = names.flatMap((name) => [name, name.split(' ')[0] ?? '']);
  throw new UsageError(
    `there is no command "${typed}"${didYouMean(typed, firsts)}; holdfast --help lists them`,
  );
}

interface Failure {
  readonly reason: string;
  readonly message: string;
  readonly field?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** Says what went wrong. @returns the exit code. */
export function report(error: unknown, out: Output, context?: Context): number {
  const { code, failure } = classify(error, context);
  if (out.json) {
    out.remark(toJson({ error: failure }));
    return code;
  }
  const field = failure.field === undefined || failure.field === '' ? '' : ` (field ${failure.field})`;
  out.remark(`holdfast: ${failure.reason}: ${failure.message}${field}`);
  const facts = Object.entries(failure.metadata ?? {});
  if (facts.length > 0) out.remark(facts.map(([name, value]) => `  ${name}: ${value}`).join('\n'));
  return code;
}

function classify(error: unknown, context: Context | undefined): { code: number; failure: Failure } {
  if (error instanceof UsageError)
    return { code: EXIT.usage, failure: { reason: 'USAGE', message: error.message } };
  if (error instanceof ClientError) {
    const { reason, message, field, metadata, method } = error;
    const failure = { reason, message, field, metadata };
    // An empty method: the client refused the arguments itself.
    if (method === '') return { code: EXIT.usage, failure };
    if (reason === 'UNAVAILABLE' || reason === 'SHUTTING_DOWN' || reason === 'DEADLINE_EXCEEDED') {
      const where = `no answer from ${context?.address}`;
      const hint = 'is holdfastd running? holdfast doctor says more';
      return { code: EXIT.unreachable, failure: { reason, message: `${where}: ${message}; ${hint}` } };
    }
    return { code: EXIT.refused, failure };
  }
  if (error instanceof HoldfastError) {
    const { reason, message, details } = error;
    // Not from the daemon: what is invalid here stands in the configuration or on the command line, and the daemon ends with 2 too.
    const known: Partial<Record<string, number>> = { DATA_LOSS: EXIT.wrong, INVALID_FIELD: EXIT.usage };
    return {
      code: known[reason] ?? EXIT.refused,
      failure: { reason, message, field: details.field, metadata: details.metadata },
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: EXIT.refused, failure: { reason: 'FAILED', message } };
}
