/** From the words of a command line to a command with its arguments and options. */
import { parseArgs } from 'node:util';
import { type Command, type Option, UsageError } from './command.js';
import { GLOBAL_OPTIONS, usageLine } from './help.js';

export interface Parsed {
  /** Undefined when no command was named. */
  readonly command: Command | undefined;
  /** The words that named it, or that name nothing. */
  readonly words: readonly string[];
  readonly args: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** Marks an argument such as -5, so that parseArgs does not take a negative amount for an option. */
const NEGATIVE = '\u0000';

/** @throws UsageError */
export function parseCommandLine(args: readonly string[], commands: readonly Command[]): Parsed {
  const { words, at } = commandWords(args, commands);
  const command = commands.find(({ name }) => name === words.join(' '));
  const others = args.filter((_, index) => !at.includes(index));
  if (command?.raw) {
    // What stood before the command's name is ours.
    const before = args.slice(0, at[0]);
    const { values } = parse(before, GLOBAL_OPTIONS);
    const after = args.slice((at.at(-1) ?? 0) + 1);
    return {
      command,
      words,
      args: after,
      values: { ...values, help: values.help === true || after.includes('--help') },
    };
  }
  const { values, positionals } = parse(others, { ...GLOBAL_OPTIONS, ...command?.options });
  if (command !== undefined && values.help !== true) checkArguments(command, positionals);
  return {
    command,
    words: command === undefined ? [...words, ...positionals] : words,
    args: positionals,
    values,
  };
}

function parse(args: readonly string[], options: Readonly<Record<string, Option>>) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { value, multiple }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: multiple ?? false },
    ]),
  );
  const unmark = <Value>(value: Value): Value =>
    (typeof value === 'string' && value.startsWith(NEGATIVE) ? value.slice(1) : value) as Value;
  try {
    const marked = args.map((arg) => (/^-\.?\d/.test(arg) ? `${NEGATIVE}${arg}` : arg));
    const { values, positionals } = parseArgs({ args: marked, options: config, allowPositionals: true });
    const clean = Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(unmark) : unmark(value),
    ]);
    return { values: Object.fromEntries(clean) as Parsed['values'], positionals: positionals.map(unmark) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

/** The one or two first words that are no options of ours, and where they stand. */
function commandWords(
  args: readonly string[],
  commands: readonly Command[],
): { words: string[]; at: number[] } {
  const words: string[] = [];
  const at: number[] = [];
  for (let index = 0; index < args.length && words.length < 2; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') break;
    if (arg.startsWith('-')) {
      // An option of ours that takes the next word as its value.
      if (GLOBAL_OPTIONS[arg.slice(2)]?.value !== undefined) index++;
      else if (GLOBAL_OPTIONS[arg.slice(2).split('=')[0] ?? ''] === undefined) break;
    } else {
      const name = [...words, arg].join(' ');
      if (!commands.some((command) => command.name === name || command.name.startsWith(`${name} `))) break;
      words.push(arg);
      at.push(index);
      if (commands.some((command) => command.name === name)) break;
    }
  }
  return { words, at };
}

function checkArguments(command: Command, args: readonly string[]): void {
  const declared = command.args ?? [];
  const missing = declared.filter(({ optional }) => !optional)[args.length];
  if (missing !== undefined) throw new UsageError(`${missing.name} is missing\nUsage: ${usageLine(command)}`);
  if (args.length > declared.length && !declared.some(({ rest }) => rest)) {
    throw new UsageError(`"${args[declared.length]}" is one argument too many\nUsage: ${usageLine(command)}`);
  }
}
