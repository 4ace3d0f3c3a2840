/** The options of a benchmark; one that it does not have ends it with what is wrong, and exit code 2. */
import { parseArgs } from 'node:util';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
}

type ValueOf<Given extends Option> = Given extends { readonly type: 'boolean' }
  ? boolean
  : string | undefined;

/** Switches that were not given are false. */
export function readOptions<const Given extends Readonly<Record<string, Option>>>(
  options: Given,
): { readonly [Name in keyof Given]: ValueOf<Given[Name]> } {
  try {
    // The library's own type of this says the same in a form that cannot be exported.
    return parseArgs({ options }).values as unknown as { [Name in keyof Given]: ValueOf<Given[Name]> };
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    console.error(`${error instanceof Error ? error.message : error}\nOptions: ${known.join(' ')}`);
    return process.exit(2);
  }
}
