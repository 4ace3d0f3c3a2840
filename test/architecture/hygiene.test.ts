import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';

const ROOT = join(import.meta.dirname, '../../..');
const NOT_OURS = /(?:^|\/)(?:node_modules|dist|\.git|coverage)(?:\/|$)/;

/** The files git tracks or would track; of a tree without git, every file that is not installed or built. */
function projectFiles(): string[] {
  const names = existsSync(join(ROOT, '.git'))
    ? execFileSync(
        'git',
        ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
        { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 },
      ).split('\0')
    : readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) => !NOT_OURS.test(name));
  return names.filter(
    (name) => name !== '' && statSync(join(ROOT, name), { throwIfNoEntry: false })?.isFile(),
  );
}

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

type Package = { version?: string; resolved?: string; link?: boolean };
type Manifest = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'peerDependencies',
  Record<string, string> | undefined
>;

const lock: { packages: Record<string, Package> } = JSON.parse(read('package-lock.json'));
const manifest: Manifest = JSON.parse(read('package.json'));
const wanted: Record<string, string> = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
  ...manifest.optionalDependencies,
  ...manifest.peerDependencies,
};

/** Every version of a package that the lock file installs, wherever in the tree. */
function lockedVersions(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .map(([, { version }]) => version ?? '');
}

function isAtLeast(version: string, least: string): boolean {
  return version.localeCompare(least, 'en', { numeric: true }) >= 0;
}

describe('lock files', () => {
  test('name no download address', () => {
    const addresses = Object.entries(lock.packages).filter(([, found]) => /:\/\//.test(found.resolved ?? ''));
    assert.deepEqual(addresses, []);
    for (const name of projectFiles().filter((file) => /(?:\.lock|requirements[\w-]*\.txt)$/.test(file))) {
      assert.doesNotMatch(read(name), /https?:\/\/\S+\.(?:whl|tgz|tar\.gz|zip)/, name);
    }
  });

  test('agree with every package.json of the workspace', () => {
    const groups = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;
    for (const folder of ['', 'clients/typescript']) {
      const declared: Partial<Manifest> = JSON.parse(read(join(folder, 'package.json')));
      const locked = lock.packages[folder] as Partial<Manifest> | undefined;
      for (const group of groups)
        assert.deepEqual(locked?.[group] ?? {}, declared[group] ?? {}, `${folder} ${group}`);
    }
  });

  test('carry the hash of every package', () => {
    const entries = Object.entries(lock.packages).filter(
      ([path, found]) => path.includes('node_modules/') && !found.link,
    );
    assert.ok(entries.length > 0);
    assert.deepEqual(
      entries.filter(([, found]) => !('integrity' in found)).map(([path]) => path),
      [],
    );
  });
});

/** Folders of one person's or one build's machine. Built from pieces, or this file would find itself. */
const MACHINE_PATH = new RegExp(
  `(?<![\\w.])(?:/${'work'}/[a-z]|/${'tmp'}/[A-Za-z]+[-_]|/${'root'}/|/${'home'}/[a-z]|/${'Users'}/[A-Za-z]|[A-Z]:\\\\${'Users'})`,
);

describe('machine paths', () => {
  test('are in no project file', () => {
    const self = basename(import.meta.filename).replace(/\.js$/, '.ts');
    const names = projectFiles().filter((name) => basename(name) !== self);
    assert.ok(names.includes('package.json'));
    const found: string[] = [];
    for (const name of names) {
      const text = read(name);
      if (text.includes('\0') || /-lock\.json$|go\.sum$/.test(name)) continue;
      text.split('\n').forEach((line, index) => {
        if (MACHINE_PATH.test(line)) found.push(`${name}:${index + 1}: ${line.trim()}`);
      });
    }
    assert.deepEqual(found, []);
  });

  test('are recognised, and other paths are not', () => {
    for (const path of [`/${'work'}/x`, `'/${'tmp'}/build-1'`, `/${'home'}/someone/x`, `=/${'root'}/.npm`]) {
      assert.match(path, MACHINE_PATH);
    }
    for (const path of [
      `./${'work'}/x`,
      '/var/lib/holdfast',
      '/tmp/x',
      'https://example.org/home/page',
      '$HOME/go',
    ]) {
      assert.doesNotMatch(path, MACHINE_PATH);
    }
  });
});

describe('versions that traps depend on', () => {
  test('better-sqlite3 is exactly 12.11.1: 13 crashes on Node 20, older SQLite corrupts its WAL', () => {
    assert.equal(wanted['better-sqlite3'], '12.11.1');
    assert.deepEqual(lockedVersions('better-sqlite3'), ['12.11.1']);
  });

  for (const [name, least] of [
    ['@grpc/grpc-js', '1.14.4'],
    ['protobufjs', '7.6.1'],
  ] as const) {
    test(`${name} is at least ${least} everywhere: older ones die on hostile input`, () => {
      const versions = lockedVersions(name);
      assert.ok(versions.length > 0);
      assert.deepEqual(
        versions.filter((version) => !isAtLeast(version, least)),
        [],
      );
    });
  }

  for (const [name, expected] of [
    ['sqlite-vec', /^0\.1\.9$/],
    ['ioredis', /^6\./],
    ['msgpackr', /^2\./],
  ] as const) {
    test(`${name} has the measured version where it is used`, (t) => {
      if (!(name in wanted)) return t.skip('not a dependency');
      const versions = lockedVersions(name);
      assert.ok(versions.length > 0);
      for (const version of versions) assert.match(version, expected);
    });
  }

  test('every direct dependency is pinned exactly', () => {
    assert.deepEqual(
      Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
      [],
    );
  });

  test('versions compare by number, not by letter', () => {
    assert.ok(isAtLeast('1.14.10', '1.14.4'));
    assert.ok(isAtLeast('7.6.1', '7.6.1'));
    assert.ok(!isAtLeast('7.5.99', '7.6.1'));
  });
});

test('ARCHITECTURE.md names every dependency', () => {
  const text = read('ARCHITECTURE.md');
  assert.deepEqual(
    Object.keys(wanted).filter((name) => !text.includes(name)),
    [],
  );
});
