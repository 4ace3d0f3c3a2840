/**
 * Where options come from: defaults, one TOML file, the environment, flags; each beats those before it. A key of the file is
 * the flag with `_` for `-`; nothing unknown is passed over.
 */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, TomlError, type TomlTable, type TomlValue } from 'smol-toml';
import { HoldfastError } from './errors.js';
import { didYouMean } from './nearest.js';

/** A row of the table of options: flag, environment variable, default, description. */
export type OptionRow = readonly [flag: string, variable: string, fallback: string, text: string];

/** An option as it stands, and what made it so. */
export interface Setting {
  /** As in the file. */
  readonly key: string;
  readonly value: string;
  /** `default`, the path of the file, the environment variable or the flag. */
  readonly origin: string;
}

/** What each option is set to. */
export class OptionSources<Name extends string> {
  readonly #rows: readonly OptionRow[];
  readonly #flags: Readonly<Record<string, string | undefined>>;
  readonly #env: NodeJS.ProcessEnv;
  /** Absolute path of the file; empty = there is none. */
  readonly #path: string;
  readonly #file: TomlTable;

  /**
   * @param tables keys that may be a table in the file instead of a text.
   * @throws HoldfastError INVALID_FIELD for a flag or key that is not known, and for a file that cannot be read.
   */
  constructor(
    rows: readonly OptionRow[],
    tables: readonly Name[],
    args: readonly string[],
    env: NodeJS.ProcessEnv,
  ) {
    this.#rows = rows;
    this.#env = env;
    this.#flags = readFlags(rows, args);
    this.#path = filePath(this.#flags.config, env);
    this.#file = this.#path === '' ? {} : readFile(this.#path);
    const keys = rows.map(([flag]) => keyOf(flag)).filter((key) => key !== 'config');
    for (const [key, value] of Object.entries(this.#file)) {
      if (!keys.includes(key))
        throw this.#wrongFile(`there is no key "${key}"${didYouMean(key.replaceAll('-', '_'), keys)}`, key);
      const is_table = tables.some((name) => keyOf(name) === key) && isTable(value);
      if (!is_table && textOf(value) === undefined)
        throw this.#wrongFile(`${key} must be a text, an integer, true, false or a list of texts`, key);
    }
  }

  value(name: Name): string {
    return this.#setting(this.#row(name)).value;
  }

  /** The table that the file has in place of a text; undefined when there is none, or something beats it. */
  table(name: Name): { readonly path: string; readonly table: TomlTable } | undefined {
    const value = this.#file[keyOf(name)];
    const { origin } = this.#setting(this.#row(name));
    return origin === this.#path && isTable(value) ? { path: this.#path, table: value } : undefined;
  }

  /** Every option in the order of the table. */
  settings(): Setting[] {
    return this.#rows.map((row) => this.#setting(row));
  }

  /** The refusal of a value, naming where it was set. */
  wrong(name: Name, problem: string): HoldfastError {
    const { key, origin } = this.#setting(this.#row(name));
    const where = origin === this.#path ? `${origin}: ${key}` : origin === 'default' ? `--${name}` : origin;
    return new HoldfastError('INVALID_FIELD', `${where}: ${problem}`, { field: name });
  }

  #row(name: Name): OptionRow {
    const row = this.#rows.find(([flag]) => flag === name);
    if (row === undefined) throw new Error(`no option ${name}`);
    return row;
  }

  #setting([flag, variable, fallback]: OptionRow): Setting {
    const key = keyOf(flag);
    const given = this.#flags[flag];
    if (given !== undefined) return { key, value: given, origin: `--${flag}` };
    const from_env = this.#env[variable];
    if (from_env !== undefined) return { key, value: from_env, origin: variable };
    if (flag === 'config') return { key, value: this.#path, origin: 'default' };
    const from_file = this.#file[key];
    if (from_file !== undefined) return { key, value: textOf(from_file) ?? '[table]', origin: this.#path };
    return { key, value: fallback, origin: 'default' };
  }

  #wrongFile(problem: string, field: string): HoldfastError {
    return new HoldfastError('INVALID_FIELD', `${this.#path}: ${problem}`, { field });
  }
}

/** The key of an option in the file. */
export function keyOf(flag: string): string {
  return flag.replaceAll('-', '_');
}

function isTable(value: TomlValue | undefined): value is TomlTable {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

/** As it would be written on the command line; undefined for what is neither a text, an integer, a switch nor a list of texts. */
function textOf(value: TomlValue): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(',');
  return undefined;
}

/** An empty HOLDFAST_CONFIG means none; otherwise the user's own is taken if there is one (XDG Base Directory Specification). */
function filePath(flag: string | undefined, env: NodeJS.ProcessEnv): string {
  const given = flag ?? env.HOLDFAST_CONFIG;
  if (given !== undefined) return given === '' ? '' : resolve(given);
  const own = join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'holdfast', 'holdfast.toml');
  return existsSync(own) ? own : '';
}

function readFile(path: string): TomlTable {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const problem =
      error instanceof TomlError
        ? `line ${error.line}, column ${error.column}: ${error.message.split('\n')[0]}`
        : `cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`;
    throw new HoldfastError('INVALID_FIELD', `${path}: ${problem}`, { field: 'config' });
  }
}

/** Of a flag given twice the last one counts, so that whoever starts the daemon by a script of theirs can set it otherwise. */
function readFlags(
  rows: readonly OptionRow[],
  args: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const names = rows.map(([flag]) => flag);
  const unknown = args
    .map((arg) => /^--([^=]+)/.exec(arg)?.[1])
    .find((name) => name !== undefined && !names.includes(name));
  if (unknown !== undefined)
    throw new HoldfastError('INVALID_FIELD', `there is no option --${unknown}${didYouMean(unknown, names)}`);
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new HoldfastError('INVALID_FIELD', error instanceof Error ? error.message : String(error));
  }
}
