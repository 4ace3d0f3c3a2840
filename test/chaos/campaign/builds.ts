/** Builds of the daemon with a few lines of the compiled text replaced. */
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../../src/paths.js';

export interface Edit {
  /** Below dist/src. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Cells that split, empty and close at the sizes that a campaign reaches, so that index upkeep never rests. */
export const SMALL_CELLS: readonly Edit[] = [
  {
    file: 'tiers/semantic/vectors/maintenance.js',
    from: 'first_split: 4096, flush: 1024, most: 640, wanted: 224, least: 24',
    to: 'first_split: 12, flush: 6, most: 10, wanted: 5, least: 2',
  },
];

/** Copies what the daemon needs to run and applies the edits. @throws Error when a text to replace is not there. */
export function build(edits: readonly Edit[], root: string): string {
  for (const part of [
    'package.json',
    'proto',
    'dist/src',
    'src/store/migrations',
    'src/gen/descriptors.binpb',
  ]) {
    mkdirSync(dirname(join(root, part)), { recursive: true });
    cpSync(join(packageRoot, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  for (const { file, from, to } of edits) {
    const path = join(root, 'dist', 'src', file);
    const text = readFileSync(path, 'utf8');
    if (text.split(from).length !== 2) throw new Error(`this is not once in ${file}: ${from}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  return join(root, 'dist', 'src', 'main.js');
}
