// Generates the wire types from proto/ into src/gen and clients/typescript/src/gen, and the descriptor set that the daemon's
// reflection serves into src/gen.
// `--check` generates into a temporary folder instead and fails when the committed files differ.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const targets = ['src/gen', 'clients/typescript/src/gen'];
const check = process.argv.includes('--check');

const protos = readdirSync(join(root, 'proto/holdfast/v1'))
  .filter((name) => name.endsWith('.proto'))
  .map((name) => `holdfast/v1/${name}`)
  .sort();

function filesBelow(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

// proto-loader's own descriptors lose imports and map entries, so reflection is given buf's.
function describe(out_file) {
  const scratch = mkdtempSync(join(tmpdir(), 'holdfast-protos-'));
  try {
    cpSync(join(root, 'proto/holdfast'), join(scratch, 'holdfast'), { recursive: true });
    mkdirSync(join(scratch, 'grpc/health/v1'), { recursive: true });
    cpSync(
      join(root, 'node_modules/grpc-health-check/proto/health/v1/health.proto'),
      join(scratch, 'grpc/health/v1/health.proto'),
    );
    const args = ['build', scratch, '-o', out_file, '--as-file-descriptor-set', '--exclude-source-info'];
    execFileSync(join(root, 'node_modules/.bin/buf'), args, { stdio: ['ignore', 'ignore', 'inherit'] });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function generate(out_dir, with_descriptors) {
  rmSync(out_dir, { recursive: true, force: true });
  execFileSync(
    join(root, 'node_modules/.bin/proto-loader-gen-types'),
    // The same options as the loader gets at run time (src/rpc/proto.ts), so that types and values agree.
    [
      ...['--keepCase', '--longs=String', '--enums=String', '--defaults', '--oneofs'],
      ...[
        '--grpcLib=@grpc/grpc-js',
        '--importFileExtension=.js',
        '-I',
        join(root, 'proto'),
        '-O',
        out_dir,
        ...protos,
      ],
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  // The generator names its input by absolute path; the committed files must not depend on where they were made.
  for (const name of filesBelow(out_dir)) {
    const path = join(out_dir, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\/\/ Original file: .*\n\n?/, ''));
  }
  if (with_descriptors) describe(join(out_dir, 'descriptors.binpb'));
}

let stale = 0;
for (const target of targets) {
  const committed = join(root, target);
  if (!check) {
    generate(committed, target === 'src/gen');
    continue;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'holdfast-gen-'));
  try {
    generate(scratch, target === 'src/gen');
    const names = new Set([...filesBelow(scratch), ...filesBelow(committed)]);
    for (const name of names) {
      const [now, then] = [scratch, committed].map((dir) => {
        try {
          return readFileSync(join(dir, name), 'latin1');
        } catch {
          return undefined;
        }
      });
      if (now !== then) {
        console.error(`stale: ${target}/${name}`);
        stale++;
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
if (stale > 0) {
  console.error(`${stale} generated files differ from proto/: run \`npm run gen\` and commit.`);
  process.exit(1);
}
