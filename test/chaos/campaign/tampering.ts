/** What somebody does to the files of a state folder behind the daemon's back. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random.js';

const DATABASE = 'holdfast.db';
const WAL = 'holdfast.db-wal';
const PAGE_BYTES = 4096;

export type Tampering =
  | 'flip_database'
  | 'flip_wal'
  | 'cut_database'
  | 'cut_wal'
  | 'remove_wal'
  | 'roll_back'
  | 'swap';

export interface Copies {
  /** A folder with an earlier state of the same database, and one with another database. */
  readonly earlier: string | undefined;
  readonly foreign: string | undefined;
}

/** Copies what a killed daemon leaves behind, and all that a start holds it against. */
export function copyState(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of [DATABASE, WAL, 'anchors.jsonl', 'signing.key'])
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name));
}

/** Changes the folder in a way drawn from those that it and the copies have the files for; says how. */
export function tamperWith(dir: string, random: Random, { earlier, foreign }: Copies): Tampering {
  const wal = join(dir, WAL);
  const has_wal = existsSync(wal) && statSync(wal).size > 0;
  const tampering = random.pick<Tampering>([
    'flip_database',
    'flip_database',
    'cut_database',
    ...(has_wal ? (['flip_wal', 'cut_wal', 'remove_wal'] as const) : []),
    ...(earlier === undefined ? [] : (['roll_back', 'roll_back'] as const)),
    ...(foreign === undefined ? [] : (['swap'] as const)),
  ]);
  switch (tampering) {
    case 'flip_database':
    case 'flip_wal':
      flip(join(dir, tampering === 'flip_wal' ? WAL : DATABASE), random);
      break;
    case 'cut_database':
    case 'cut_wal': {
      const path = join(dir, tampering === 'cut_wal' ? WAL : DATABASE);
      truncateSync(path, Math.floor(random.next() * statSync(path).size));
      break;
    }
    case 'remove_wal':
      rmSync(wal);
      break;
    default:
      replace(dir, (tampering === 'swap' ? foreign : earlier) ?? dir);
  }
  return tampering;
}

/** A few bits: any, or in the head of a page, where one bit makes other rows of the same bytes. */
function flip(path: string, random: Random): void {
  const bytes = readFileSync(path);
  for (let flips = random.int(1, 4); flips > 0; flips -= 1) {
    const anywhere = random.int(0, bytes.length - 1);
    const at = random.chance(0.5) ? anywhere : anywhere - (anywhere % PAGE_BYTES) + random.int(0, 15);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random.int(0, 7));
  }
  writeFileSync(path, bytes);
}

/** The database and its log, and nothing of what they are held against. */
function replace(dir: string, by: string): void {
  for (const name of [DATABASE, WAL]) {
    rmSync(join(dir, name), { force: true });
    if (existsSync(join(by, name))) cpSync(join(by, name), join(dir, name));
  }
}
