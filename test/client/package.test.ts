import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';
import { fixture } from './support.js';

const run = promisify(execFile);
const CLIENT = join(packageRoot, 'clients', 'typescript');
const PROGRAM = `
import { Holdfast } from '@holdfast/client';
const holdfast = new Holdfast();
console.log((await holdfast.admin.getServerInfo({})).version);
holdfast.close();
`;

/** A runner of the README's examples, their types checked by the same compiler, in the test folder of the build. */
async function compiledExamples(folder: string): Promise<string[]> {
  const readme = readFileSync(join(CLIENT, 'README.md'), 'utf8');
  const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, example = '']) => example);
  mkdirSync(folder, { recursive: true });
  const sources = examples.map((example, index) => {
    const source = join(folder, `example${index}.mts`);
    writeFileSync(source, example);
    return source;
  });
  const options = [
    ...['--module', 'nodenext', '--target', 'es2023', '--strict', '--skipLibCheck', '--types', 'node'],
    '--ignoreConfig',
  ];
  await run(process.execPath, [
    join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc'),
    ...options,
    ...sources,
  ]).catch((error: { stdout: string }) => assert.fail(error.stdout));
  return sources.map((source) => source.replace(/mts$/, 'mjs'));
}

test('the examples of the README run as they stand', async (t) => {
  const { daemon } = await fixture(t);
  const folder = join(packageRoot, 'dist', 'test', 'client', 'readme');
  t.after(() => removeFolder(folder));
  const [orders = '', memory = ''] = await compiledExamples(folder);
  const env = { ...process.env, HOLDFAST_ADDRESS: daemon.address };
  const once = await run(process.execPath, [orders], { env });
  assert.match(once.stdout, /^to reconcile: 0\nplaced \{ order: 'x-[a-z0-9-]+' \}\nlast order: \{ id: 'x-/);
  const again = await run(process.execPath, [orders], { env });
  assert.match(again.stdout, /\nwas placed before \{ order: 'x-/);
  const { stdout } = await run(process.execPath, [memory], { env });
  assert.match(stdout, /^recalled: Spreads widen after 20:00 UTC/);
  assert.match(stdout, /\nmessages: \[\{"role":"user","content":"Buy XRP now\?"\}\]\n/);
  assert.match(stdout, /=== GOALS ===\nNever sell at a loss\n\n=== LESSONS ===\n.*Spreads widen/);
});

test('the packed package works outside the repository, with protos of its own', async (t) => {
  const { daemon } = await fixture(t);
  const folder = temporaryFolder();
  t.after(() => removeFolder(folder));
  const manifest = JSON.parse(readFileSync(join(CLIENT, 'package.json'), 'utf8')) as {
    files: string[];
    dependencies: Record<string, string>;
    scripts: { prepack: string };
  };
  assert.deepEqual(Object.keys(manifest.dependencies).sort(), ['@grpc/grpc-js', '@grpc/proto-loader']);
  assert.match(manifest.scripts.prepack, /cpSync\('\.\.\/\.\.\/proto', 'proto'/);
  assert.deepEqual(manifest.files, ['dist', 'proto']);
  // What npm pack takes, put where npm install would put it.
  const installed = join(folder, 'node_modules', '@holdfast', 'client');
  cpSync(join(CLIENT, 'dist'), join(installed, 'dist'), { recursive: true });
  cpSync(join(CLIENT, 'package.json'), join(installed, 'package.json'));
  cpSync(join(packageRoot, 'proto'), join(installed, 'proto'), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules', '@grpc'), join(folder, 'node_modules', '@grpc'));
  writeFileSync(join(folder, 'program.mjs'), PROGRAM);
  // It finds the daemon by itself: where the environment says, or in the state folder.
  symlinkSync(daemon.state_dir, join(folder, 'holdfast'));
  const places = [
    { HOLDFAST_ADDRESS: daemon.address },
    { HOLDFAST_ADDRESS: '', XDG_STATE_HOME: folder },
    { HOLDFAST_ADDRESS: undefined, XDG_STATE_HOME: folder },
  ];
  for (const place of places) {
    const env = { ...process.env, ...place };
    const { stdout } = await run(process.execPath, [join(folder, 'program.mjs')], { env });
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
  }
});
