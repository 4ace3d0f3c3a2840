/**
 * The dependency rule as a function over source texts, so that the rule itself can be tested on small made-up trees.
 *
 * Imports are found with regular expressions: the native TypeScript compiler has no JavaScript API, and the formatter
 * keeps every static import at the start of a line.
 */
import { posix } from 'node:path';

/** Paths relative to src/, with forward slashes, and the text of each file. */
export type Sources = ReadonlyMap<string, string>;

export type Import = { specifier: string; kind: 'static' | 'dynamic' | 'worker' };

const STATIC = /^(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*(['"])([^'"\n]+)\1/gm;
const DYNAMIC = /\b(?:import|require)\(\s*(['"`])([^'"`\n]+)\1/g;
const WORKER = /\bnew URL\(\s*(['"])([^'"\n]+\.js)\1\s*,\s*import\.meta\.url/g;

/** Every module a source text names: imports, re-exports, import types, dynamic imports, and workers started by URL. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  for (const [pattern, kind] of [
    [STATIC, 'static'] as const,
    [DYNAMIC, 'dynamic'] as const,
    [WORKER, 'worker'] as const,
  ]) {
    for (const match of code.matchAll(pattern)) found.push({ specifier: match[2] ?? '', kind });
  }
  return found;
}

/** Drops whole-line comments only: a comment after code cannot hide an import, and a string cannot look like one. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*\/\*[\s\S]*?\*\//gm, '').replace(/^[ \t]*\/\/.*$/gm, '');
}

const LEAF_FILES = new Set([
  'config.ts',
  'config_access.ts',
  'config_anchors.ts',
  'config_listen.ts',
  'config_mirror.ts',
  'config_models.ts',
  'config_operations.ts',
  'config_sources.ts',
  'crash_points.ts',
  'errors.ts',
  'log.ts',
  'nearest.ts',
  'option_files.ts',
  'paths.ts',
  'percentiles.ts',
  'service_manager.ts',
  'steady_clock.ts',
  'system_words.ts',
  'priority.ts',
]);
const LEAF_FOLDERS = new Set([
  'access',
  'codec',
  'tokens',
  'models',
  'words',
  'gen',
  'metrics',
  'tracing',
  'vault',
  'volatile',
  'upstreams',
  'proof',
]);
const ROOT_FILES = new Set(['main.ts', 'daemon.ts', 'daemon_metrics.ts', 'start_check.ts']);

/** From the top down. A layer imports itself and what is below it; members of one layer do not import one another. */
const LAYERS: readonly (readonly string[])[] = [
  ['rpc'],
  ['background', 'mirror'],
  ['writer', 'reader', 'outbox'],
  ['tiers'],
  ['anchors'],
  ['journal'],
  ['store'],
];
const CLI_MAY_IMPORT = new Set(['cli', 'leaf', 'store', 'journal', 'anchors']);
/** `holdfast verify --file` must find what the daemon's own verification finds, so it runs the very same check. */
const CLI_MAY_ALSO_IMPORT = new Set(['tiers/verify.ts']);

/** Packages that only one folder touches. A name ending in a slash stands for everything below it. */
const OWNED_PACKAGES: readonly (readonly [string, string])[] = [
  ['better-sqlite3', 'store'],
  ['sqlite-vec', 'store'],
  ['node:sqlite', 'store'],
  ['@grpc/', 'rpc'],
  ['@holdfast/client', 'cli'],
  ['ioredis', 'mirror'],
];

const MAX_LINES = 300;

/** Where a file belongs: 'root', 'leaf', 'cli', a folder of LAYERS, or undefined for a place the rule does not know. */
function placeOf(file: string): string | undefined {
  const [first = ''] = file.split('/');
  if (first === file) return LEAF_FILES.has(file) ? 'leaf' : ROOT_FILES.has(file) ? 'root' : undefined;
  if (LEAF_FOLDERS.has(first)) return 'leaf';
  return first === 'cli' || LAYERS.some((layer) => layer.includes(first)) ? first : undefined;
}

function mayImport(from: string, to: string): boolean {
  if (from === 'root') return true;
  if (to === 'leaf') return true;
  if (from === 'cli') return CLI_MAY_IMPORT.has(to);
  if (from === to) return true;
  const rank = (place: string) => LAYERS.findIndex((layer) => layer.includes(place));
  return rank(from) !== -1 && rank(to) > rank(from);
}

/** The folder below tiers/ that a file lies in, or undefined for files directly in tiers/ and elsewhere. */
function tierOf(file: string): string | undefined {
  const parts = file.split('/');
  return parts[0] === 'tiers' && parts.length > 2 ? parts[1] : undefined;
}

function resolve(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts');
}

const isRelative = (specifier: string) => specifier.startsWith('.');
const isGenerated = (file: string) => file.startsWith('gen/');

/** All that is wrong with the tree, one sentence each, sorted; empty when the rule holds. */
export function violations(sources: Sources): string[] {
  const found: string[] = [];
  for (const [file, text] of sources) {
    if (placeOf(file) === undefined) {
      found.push(
        `${file} has no place in the dependency rule: give its folder one in test/architecture/checker.ts`,
      );
    }
    for (const { specifier } of importsOf(text)) {
      const problem = isRelative(specifier)
        ? relativeProblem(sources, file, resolve(file, specifier))
        : packageProblem(file, specifier);
      if (problem !== undefined) found.push(problem);
    }
    if (!isGenerated(file)) found.push(...shapeProblems(file, text));
  }
  found.push(...cycles(sources).map((cycle) => `import cycle: ${cycle.join(' -> ')}`));
  return [...new Set(found)].sort();
}

function relativeProblem(sources: Sources, file: string, target: string): string | undefined {
  if (target.startsWith('..')) return `${file} imports ${target}, which is outside src`;
  const from = placeOf(file);
  const to = placeOf(target);
  if (from === undefined || to === undefined) return undefined; // The file without a place is named already.
  if (from === 'cli' && CLI_MAY_ALSO_IMPORT.has(target)) return undefined;
  if (!mayImport(from, to)) return `${file} (${from}) may not import ${target} (${to})`;
  const ownTier = tierOf(file);
  if (ownTier === undefined || to !== 'tiers') return undefined;
  const otherTier = tierOf(target);
  if (otherTier !== undefined && otherTier !== ownTier) return `${file} imports another tier: ${target}`;
  // A file directly in tiers/ may compose several tiers, but then no tier may reach the others through it.
  const reached = importsOf(sources.get(target) ?? '')
    .filter((found) => otherTier === undefined && isRelative(found.specifier))
    .map((found) => tierOf(resolve(target, found.specifier)))
    .find((tier) => tier !== undefined && tier !== ownTier);
  return reached === undefined ? undefined : `${file} reaches the tier ${reached} through ${target}`;
}

function packageProblem(file: string, specifier: string): string | undefined {
  const place = placeOf(file);
  if (place === 'root' || isGenerated(file)) return undefined;
  for (const [name, owner] of OWNED_PACKAGES) {
    const matches = specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`);
    if (matches && place !== owner) return `${file} imports ${specifier}, which only ${owner}/ may`;
  }
  return undefined;
}

function shapeProblems(file: string, text: string): string[] {
  const found: string[] = [];
  const code = withoutComments(text).trim();
  const rest = code.replace(
    /^export\b(?:\s+type\b)?\s*(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*['"][^'"]+['"];?\s*/gm,
    '',
  );
  if (code !== '' && rest === '' && file !== 'tiers/index.ts')
    found.push(`${file} is a barrel file: it only re-exports`);
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > MAX_LINES && !argued(text)) {
    found.push(`${file} has ${lines} lines, over ${MAX_LINES}, and no "// Long because" line at its head`);
  }
  return found;
}

/** True when the comments before the first line of code hold a line that starts with "// Long because". */
function argued(text: string): boolean {
  const head = text.match(/^(?:\s*\/\*[\s\S]*?\*\/|[ \t]*\/\/.*\n|\s*\n)*/)?.[0] ?? '';
  return /^\/\/ Long because/m.test(head);
}

/** Import cycles between files, type-only imports included; generated files are the generator's business. */
function cycles(sources: Sources): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const start = path.indexOf(file);
    if (start !== -1) {
      found.push([...path.slice(start), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const { specifier, kind } of importsOf(sources.get(file) ?? '')) {
      // A worker started by URL is another program: it may import its starter's types.
      const target = isRelative(specifier) && kind !== 'worker' ? resolve(file, specifier) : undefined;
      if (target !== undefined && sources.has(target) && !isGenerated(target)) visit(target);
    }
    path.pop();
    done.add(file);
  };
  for (const file of sources.keys()) if (!isGenerated(file)) visit(file);
  return found;
}
