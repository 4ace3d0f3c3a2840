/**
 * The file with the master keys: one per line, 32 bytes as 64 hexadecimal digits or 44 characters of base64; the first is
 * the present one, the others open what was sealed before it. Empty lines and lines that begin with # are left out.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { HoldfastError } from '../errors.js';
import { systemWords } from '../system_words.js';
import { MasterKey } from './envelope.js';

const MAX_KEYS = 16;

/**
 * @throws HoldfastError INVALID_FIELD naming the file and the line, never what stands in it.
 */
export function readKeyFile(path: string): readonly [MasterKey, ...MasterKey[]] {
  const [first, ...others] = keysIn(textOf(path), path);
  if (first === undefined) throw wrong(path, 'holds no key');
  if (others.length >= MAX_KEYS) throw wrong(path, `holds more than ${MAX_KEYS} keys`);
  return [first, ...others];
}

/** Puts a new key before those of the file, which is made if need be; returns its id. */
export function addKey(path: string): string {
  const key = randomBytes(32);
  const others = statSync(path, { throwIfNoEntry: false }) === undefined ? '' : textOf(path);
  keysIn(others, path);
  writeFileSync(path, `${key.toString('base64')}\n${others}`, { mode: 0o600, flush: true });
  return new MasterKey(key).key_id;
}

function textOf(path: string): string {
  try {
    // Whoever may read the key may read every credential.
    if ((statSync(path).mode & 0o077) !== 0)
      throw wrong(path, 'may be read by others than its owner; chmod 600 it');
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    throw wrong(path, `cannot be read: ${systemWords(error)}`);
  }
}

function keysIn(text: string, path: string): MasterKey[] {
  return text.split('\n').flatMap((line, index) => {
    const spelled = line.trim();
    if (spelled === '' || spelled.startsWith('#')) return [];
    const is_hex = /^[0-9a-fA-F]{64}$/.test(spelled);
    if (!is_hex && !/^[A-Za-z0-9+/]{43}=$/.test(spelled)) {
      throw wrong(path, `line ${index + 1} is not a key: 64 hexadecimal digits or 44 characters of base64`);
    }
    return [new MasterKey(Buffer.from(spelled, is_hex ? 'hex' : 'base64'))];
  });
}

function wrong(path: string, problem: string): HoldfastError {
  return new HoldfastError('INVALID_FIELD', `master key file ${path} ${problem}`, {
    field: 'master-key-file',
  });
}
