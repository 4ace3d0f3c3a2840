import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, test } from 'node:test';
import { importsOf, violations } from './checker.js';

const SRC = join(import.meta.dirname, '../../../src');

function readSources(): Map<string, string> {
  const sources = new Map<string, string>();
  for (const entry of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (/\.[cm]?tsx?$/.test(entry)) {
      sources.set(entry.split(sep).join('/'), readFileSync(join(SRC, entry), 'utf8'));
    }
  }
  return sources;
}

test('src keeps the dependency rule', () => {
  const sources = readSources();
  assert.ok(sources.has('errors.ts'), 'the sources were found');
  assert.deepEqual(violations(sources), []);
});

/** The violations of a made-up tree whose files hold only the given text. */
function of(tree: Record<string, string>): string[] {
  return violations(new Map(Object.entries(tree)));
}

const lines = (count: number) => 'const x = 1;\n'.repeat(count);

const ALLOWED: Record<string, Record<string, string>> = {
  'every layer imports what is below it, not only the next': {
    'rpc/state.ts':
      "import { submit } from '../writer/queue.js';\nimport { open } from '../store/open.js';\n",
    'writer/queue.ts':
      "import { commands } from '../tiers/index.js';\nimport { read } from '../codec/json.js';\n",
    'tiers/index.ts':
      "import { put } from './state/commands.js';\nimport { post } from './ledger/commands.js';\n",
    'tiers/state/commands.ts':
      "import { append } from '../../journal/append.js';\nimport { f } from './fields.js';\n",
    'tiers/ledger/commands.ts': "import type { Transaction } from '../../store/open.js';\n",
    'journal/append.ts': "import { insert } from '../store/open.js';\n",
    'store/open.ts':
      "import Database from 'better-sqlite3';\nimport { HoldfastError } from '../errors.js';\n",
  },
  'the composition root imports everything': {
    'daemon.ts':
      "import { Server } from '@grpc/grpc-js';\nimport { a } from './rpc/state.js';\nimport { b } from './store/open.js';\n",
    'main.ts': "import { start } from './daemon.js';\n",
  },
  'the cli imports leaves, the client, store and journal': {
    'cli/main.ts':
      "import { connect } from '@holdfast/client';\nimport { verify } from '../journal/verify.js';\nimport { open } from '../store/open.js';\nimport { c } from '../config.js';\n",
  },
  'the cli verifies a file with the daemon’s own check': {
    'cli/verify.ts': "import { verifyDatabase } from '../tiers/verify.js';\n",
    'tiers/verify.ts': 'export const verifyDatabase = 1;\n',
  },
  'generated types are leaves and may name grpc-js and one another': {
    'gen/a.ts': "import type { B } from './b.js';\nimport type * as grpc from '@grpc/grpc-js';\n",
    'gen/b.ts': "import type { A } from './a.js';\n",
    'tiers/state/commands.ts': "import type { A } from '../../gen/a.js';\n",
  },
  'a worker started by URL may import from its starter': {
    'reader/pool.ts': "const worker = new Worker(new URL('./worker.js', import.meta.url));\n",
    'reader/worker.ts': "import type { Job } from './pool.js';\n",
  },
  'the registry may only re-export': { 'tiers/index.ts': "export { put } from './state/commands.js';\n" },
  'an import in a comment is none': {
    'journal/append.ts':
      "// import { x } from '../rpc/state.js';\n/*\nimport { y } from '../rpc/state.js';\n*/\n",
  },
  '300 lines': { 'errors.ts': lines(300) },
  'a long file that argues for itself': {
    'errors.ts': `/** What. */\n\n// Long because one table.\n${lines(400)}`,
  },
};

const REFUSED: Record<string, [Record<string, string>, RegExp]> = {
  'a lower layer importing a higher one': [
    { 'journal/append.ts': "import { x } from '../tiers/index.js';\n" },
    /journal\/append\.ts \(journal\) may not import tiers\/index\.ts/,
  ],
  'a type-only import upwards': [
    { 'store/open.ts': "import type { X } from '../writer/queue.js';\n" },
    /may not import writer\/queue\.ts/,
  ],
  'an import over several lines': [
    { 'store/open.ts': "import {\n  a,\n  type B,\n} from '../rpc/state.js';\n" },
    /may not import rpc\/state\.ts/,
  ],
  'an import for its effect': [{ 'store/open.ts': "import '../rpc/state.js';\n" }, /may not import rpc/],
  'a re-export upwards': [
    { 'store/open.ts': "export { x } from '../rpc/state.js';\nexport const y = 1;\n" },
    /may not import rpc/,
  ],
  'a dynamic import upwards': [
    { 'store/open.ts': "async function f() {\n  await import('../rpc/state.js');\n}\n" },
    /may not import rpc/,
  ],
  'an import type upwards': [
    { 'store/open.ts': "export type T = import('../rpc/state.js').T;\n" },
    /may not import rpc/,
  ],
  'a worker upwards': [
    { 'store/open.ts': "new Worker(new URL('../rpc/worker.js', import.meta.url));\n" },
    /may not import rpc/,
  ],
  'members of one layer importing one another': [
    { 'reader/pool.ts': "import { x } from '../writer/queue.js';\n" },
    /may not import writer/,
  ],
  'a leaf importing a layer': [
    { 'codec/json.ts': "import { x } from '../store/open.js';\n" },
    /\(leaf\) may not/,
  ],
  'anything importing the composition root': [
    { 'rpc/admin.ts': "import { x } from '../daemon.js';\n" },
    /may not import daemon\.ts/,
  ],
  'a layer importing the cli': [
    { 'rpc/admin.ts': "import { x } from '../cli/main.js';\n" },
    /may not import cli/,
  ],
  'the cli importing rpc': [
    { 'cli/main.ts': "import { x } from '../rpc/state.js';\n" },
    /may not import rpc/,
  ],
  'the cli importing the writer': [
    { 'cli/main.ts': "import { x } from '../writer/queue.js';\n" },
    /may not import writer/,
  ],
  'the cli importing grpc-js': [{ 'cli/main.ts': "import { x } from '@grpc/grpc-js';\n" }, /only rpc\/ may/],
  'SQLite outside store': [
    { 'tiers/state/commands.ts': "import type Database from 'better-sqlite3';\n" },
    /imports better-sqlite3, which only store\/ may/,
  ],
  'sqlite-vec outside store': [
    { 'reader/worker.ts': "import * as vec from 'sqlite-vec';\n" },
    /only store\/ may/,
  ],
  'SQLite by require': [
    {
      'journal/x.ts':
        "const D = createRequire(import.meta.url)('x');\nconst E = require('better-sqlite3');\n",
    },
    /only store\/ may/,
  ],
  'gRPC outside rpc': [{ 'writer/queue.ts': "import { status } from '@grpc/grpc-js';\n" }, /only rpc\/ may/],
  'proto-loader by a path inside it': [
    { 'codec/x.ts': "import { y } from '@grpc/proto-loader/build/src/util.js';\n" },
    /only rpc\/ may/,
  ],
  'the client outside the cli': [{ 'rpc/x.ts': "import { y } from '@holdfast/client';\n" }, /only cli\/ may/],
  'a tier importing a tier': [
    { 'tiers/state/commands.ts': "import { x } from '../ledger/commands.js';\n" },
    /imports another tier: tiers\/ledger/,
  ],
  'a tier reaching another through a file in tiers/': [
    {
      'tiers/state/commands.ts': "import { x } from '../both.js';\n",
      'tiers/both.ts': "import { y } from './ledger/commands.js';\nexport const x = y;\n",
    },
    /reaches the tier ledger through tiers\/both\.ts/,
  ],
  'a cycle': [
    {
      'codec/a.ts': "import { b } from './b.js';\n",
      'codec/b.ts': "import { c } from './c.js';\n",
      'codec/c.ts': "import type { A } from './a.js';\n",
    },
    /import cycle: codec\/a\.ts -> codec\/b\.ts -> codec\/c\.ts -> codec\/a\.ts/,
  ],
  'a file importing itself': [{ 'codec/a.ts': "import { a } from './a.js';\n" }, /import cycle/],
  'a barrel file': [
    { 'codec/index.ts': "/** All. */\nexport * from './json.js';\nexport {\n  a,\n  b,\n} from './b.js';\n" },
    /codec\/index\.ts is a barrel file/,
  ],
  'an import from outside src': [
    { 'rpc/x.ts': "import { y } from '../../test/helper.js';\n" },
    /outside src/,
  ],
  'a folder without a place': [
    { 'utils/misc.ts': 'export const x = 1;\n' },
    /no place in the dependency rule/,
  ],
  'a top-level file without a place': [{ 'helpers.ts': 'export const x = 1;\n' }, /no place/],
  '301 lines': [{ 'errors.ts': lines(301) }, /has 301 lines/],
  'a long file that argues too late': [
    { 'errors.ts': `${lines(300)}// Long because one table.\n` },
    /has 301 lines/,
  ],
};

describe('the checker allows', () => {
  for (const [name, tree] of Object.entries(ALLOWED)) test(name, () => assert.deepEqual(of(tree), []));
});

describe('the checker refuses', () => {
  for (const [name, [tree, expected]] of Object.entries(REFUSED)) {
    test(name, () => {
      const found = of(tree);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', expected);
    });
  }
});

test('an export of a string is no import', () => {
  assert.deepEqual(importsOf("export const from = 'x';\nexport type Kind = 'a' | 'b';\n"), []);
});
