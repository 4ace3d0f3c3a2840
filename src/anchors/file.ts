/** Appending to the anchor file. One appender per state folder, under its lock. */
import { existsSync, renameSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HoldfastError } from '../errors.js';
import { syncFolder } from '../store/files.js';
import { type SigningKey, signatureVerifier } from './key.js';
import { type AnchorFacts, lineDigest, signLine } from './line.js';
import { readNewest } from './read.js';

export class AnchorFile {
  readonly #key: SigningKey;
  readonly #handle: FileHandle;
  #end_bytes: number;
  #previous: string;

  private constructor(key: SigningKey, handle: FileHandle, end_bytes: number, previous: string) {
    this.#key = key;
    this.#handle = handle;
    this.#end_bytes = end_bytes;
    this.#previous = previous;
  }

  /** Opens or makes the file (0600). What a crash left of a line is cut off. The lines must have been checked before. */
  static async open(path: string, key: SigningKey): Promise<AnchorFile> {
    const is_new = !existsSync(path);
    const handle = await open(path, is_new ? 'wx+' : 'r+', 0o600).catch((error: Error) => {
      throw new HoldfastError('WRONG_STATE', `the anchor file cannot be opened: ${error.message}`);
    });
    try {
      if (is_new) syncFolder(dirname(path));
      const { end_bytes, digest } = readNewest(path, signatureVerifier(key.public_key));
      await handle.truncate(end_bytes);
      return new AnchorFile(key, handle, end_bytes, digest);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get is_empty(): boolean {
    return this.#end_bytes === 0;
  }

  /** Signs and appends a line; resolves once it is on disk. When that fails the file is as it was. */
  async append(facts: AnchorFacts): Promise<void> {
    const line = signLine(this.#key, facts, this.#previous);
    const bytes = Buffer.from(`${line}\n`);
    try {
      await this.#handle.truncate(this.#end_bytes);
      await this.#handle.write(bytes, 0, bytes.length, this.#end_bytes);
      await this.#handle.datasync();
    } catch (error) {
      await this.#handle.truncate(this.#end_bytes).catch(() => {});
      throw error;
    }
    this.#end_bytes += bytes.length;
    this.#previous = lineDigest(line);
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

/** Keeps a file that cannot be gone by under another name; returns the name. */
export function setAside(path: string): string {
  const aside = `${path}.replaced-${new Date().toISOString().replaceAll(':', '')}`;
  renameSync(path, aside);
  syncFolder(dirname(path));
  return aside;
}
