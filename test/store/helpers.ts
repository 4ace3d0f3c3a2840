import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Db } from '../../src/store/db.js';
import { openReader, openWriter, type WriterOptions } from '../../src/store/open.js';

/** A folder that is gone after the test. */
export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writerFor(t: TestContext, path: string, options: WriterOptions = {}): Db {
  const db = openWriter(path, options);
  t.after(() => db.close());
  return db;
}

export function readerFor(t: TestContext, path: string): Db {
  const db = openReader(path);
  t.after(() => db.close());
  return db;
}

/** Writes migration files into a new folder below `folder`. */
export function migrationsFolder(folder: string, name: string, files: Record<string, string>): string {
  const dir = join(folder, name);
  mkdirSync(dir, { recursive: true });
  for (const [file, sql] of Object.entries(files)) writeFileSync(join(dir, file), sql);
  return dir;
}

/** A real second process running test/store/child.ts; `line` resolves with its next line of output. */
export interface Child {
  readonly process: ChildProcess;
  line(): Promise<string>;
  /** Resolves with the signal or exit code. */
  readonly ended: Promise<string>;
}

export function startChild(t: TestContext, ...args: string[]): Child {
  const script = fileURLToPath(new URL('./child.js', import.meta.url));
  const process_ = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<string>((resolve) => {
    process_.on('close', (code, signal) => resolve(signal ?? String(code)));
  });
  t.after(async () => {
    process_.kill('SIGKILL');
    await ended;
  });
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const line = async (): Promise<string> => {
    const next = await lines.next();
    return next.done === true ? '(end of output)' : next.value;
  };
  return { process: process_, line, ended };
}
