/** A Python with pinned packages, for tests: a virtual environment in the temporary folder, made once per list of packages. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The path of the interpreter, or why there is none. @param requirements a file as pip takes it. */
export function pythonWith(requirements: string): { readonly path: string } | { readonly problem: string } {
  const base = process.env.HOLDFAST_PYTHON ?? 'python3';
  if (spawnSync(base, ['--version']).error !== undefined) return { problem: 'python3 is not installed' };
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `hf-venv-${hash}`);
  const path = join(folder, 'bin', 'python');
  if (existsSync(path)) return { path };
  // Made beside it and renamed, so that what is there is whole, whoever else makes one at the same time.
  const made = mkdtempSync(`${folder}-`);
  try {
    execFileSync(base, ['-m', 'venv', made], { stdio: 'pipe' });
    const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements];
    execFileSync(join(made, 'bin', 'python'), install, { stdio: 'pipe' });
    if (!existsSync(path)) renameSync(made, folder);
    return { path };
  } catch (error) {
    return { problem: `its packages cannot be installed: ${String(error).split('\n')[0]}` };
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}
