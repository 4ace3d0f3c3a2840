/** What a command is: one declaration from which parsing, help and shell completion all come. */
import type { Holdfast } from '@holdfast/client';
import type { Output } from './output.js';

export interface Option {
  /** A value's name in the help, such as NAME; absent = a switch. */
  readonly value?: string;
  /** May be given more than once. */
  readonly multiple?: boolean;
  readonly help: string;
}

export interface Argument {
  readonly name: string;
  readonly help: string;
  readonly optional?: boolean;
  /** Takes all that follow. */
  readonly rest?: boolean;
}

export interface Command {
  /** One or two words, such as `state put`. */
  readonly name: string;
  readonly summary: string;
  /** More about it, in lines. */
  readonly details?: string;
  readonly args?: readonly Argument[];
  readonly options?: Readonly<Record<string, Option>>;
  /** Whole command lines. */
  readonly examples: readonly string[];
  /** Everything after the command's name is its own business (`serve`). */
  readonly raw?: boolean;
  /** Resolves with the exit code; nothing = 0. */
  run(context: Context): Promise<number | undefined> | Promise<void>;
}

/** A command line that makes no sense; exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The exit codes, as the help explains them. */
export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3, wrong: 4 } as const;

export interface ContextParts {
  readonly args: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly env: NodeJS.ProcessEnv;
  readonly out: Output;
  readonly state_dir: string;
  readonly address: string;
  readonly connect: (address: string, agent_id: string | undefined) => Holdfast;
}

/** What a command is given when it runs. */
export class Context {
  readonly #parts: ContextParts;
  #holdfast: Holdfast | undefined;

  constructor(parts: ContextParts) {
    this.#parts = parts;
  }

  get out(): Output {
    return this.#parts.out;
  }
  get env(): NodeJS.ProcessEnv {
    return this.#parts.env;
  }
  get state_dir(): string {
    return this.#parts.state_dir;
  }
  get address(): string {
    return this.#parts.address;
  }
  /** All positional arguments; for commands that are `raw`, everything after the name. */
  get args(): readonly string[] {
    return this.#parts.args;
  }

  /** A positional argument that the declaration requires. */
  arg(index: number): string {
    return this.#parts.args[index] ?? '';
  }

  text(option: string): string | undefined {
    const value = this.#parts.values[option];
    return typeof value === 'string' ? value : undefined;
  }

  texts(option: string): readonly string[] {
    const value = this.#parts.values[option];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  on(option: string): boolean {
    return this.#parts.values[option] === true;
  }

  /** The agent named by --agent or HOLDFAST_AGENT, if any. */
  get agent(): string | undefined {
    return this.text('agent') ?? (this.env.HOLDFAST_AGENT || undefined);
  }

  /** The client, for a command that concerns the daemon as a whole. */
  get daemon(): Holdfast {
    this.#holdfast ??= this.#parts.connect(this.address, this.agent);
    return this.#holdfast;
  }

  /** The client, for a command that concerns one agent. @throws UsageError when none is named. */
  get holdfast(): Holdfast {
    if (this.agent === undefined) throw new UsageError('name the agent: --agent ID or HOLDFAST_AGENT');
    return this.daemon;
  }

  close(): void {
    this.#holdfast?.close();
  }
}
