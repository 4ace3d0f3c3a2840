import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findPackageRoot(): string {
  // The same module runs from src/ and from dist/src/, so the root is searched for, never counted in "..".
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('no package.json above the Holdfast sources: broken installation');
    folder = parent;
  }
}

/** The folder that holds package.json; files that tsc does not copy (SQL, proto) are found below it. */
export const packageRoot: string = findPackageRoot();

/** The version in package.json, such as `0.1.0`. */
export const packageVersion: string = (() => {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const version = (manifest as { version?: unknown }).version;
  if (typeof version !== 'string') throw new Error('package.json has no version: broken installation');
  return version;
})();
