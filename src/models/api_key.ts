/** API keys of model endpoints: read once at start, sent in one header, never logged and never part of an error. */
import { HoldfastError } from '../errors.js';
import { readOptionFile } from '../option_files.js';

/** Longer is no API key but a wrong file. */
const MAX_KEY_BYTES = 4096;

/**
 * The key in the file, else in the environment variable, else empty. With systemd's LoadCredential= the file is
 * `%d/NAME` (systemd.unit(5), specifier %d).
 *
 * @throws HoldfastError INVALID_FIELD naming the option or variable; the message never holds what was read.
 */
export function readApiKey(
  family: 'embedder' | 'summarizer',
  key_file: string,
  env: NodeJS.ProcessEnv,
): string {
  const variable = `HOLDFAST_${family.toUpperCase()}_KEY`;
  if (key_file === '') return checkKey(variable, env[variable] ?? '');
  const option = `--${family}-key-file`;
  const key = checkKey(option, readOptionFile(`${family}-key-file`, key_file));
  if (key === '') throw wrong(option, `${key_file} is empty`);
  return key;
}

function checkKey(source: string, text: string): string {
  const key = text.trim();
  if (key.length > MAX_KEY_BYTES) throw wrong(source, `a key has at most ${MAX_KEY_BYTES} characters`);
  if (!/^[\x21-\x7e]*$/.test(key)) throw wrong(source, 'a key is one line of printable ASCII without spaces');
  return key;
}

function wrong(source: string, problem: string): HoldfastError {
  return new HoldfastError('INVALID_FIELD', `${source}: ${problem}`, { field: source.replace(/^--/, '') });
}

/** Whether a text gives away the key, or any eight characters of it in a row. */
export function revealsKey(text: string, key: string): boolean {
  if (key === '') return false;
  const length = Math.min(8, key.length);
  for (let start = 0; start + length <= key.length; start += 1) {
    if (text.includes(key.slice(start, start + length))) return true;
  }
  return false;
}
