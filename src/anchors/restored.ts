/** Leaves a signed line behind a restore, so that the next start takes the older database for what was meant. */
import { existsSync } from 'node:fs';
import { HoldfastError } from '../errors.js';
import { readHead } from '../journal/append.js';
import { steadyClock } from '../steady_clock.js';
import { openConnection } from '../store/db.js';
import { knownDatabaseId } from '../store/meta.js';
import { readNumber } from '../store/open.js';
import { AnchorFile, setAside } from './file.js';
import { ensureSigningKey, readSigningKey, signatureVerifier } from './key.js';
import type { AnchorFacts } from './line.js';
import { readLines, readNewest } from './read.js';

/**
 * Appends a line of kind "restored" for a database that nobody has open. A file that is damaged, or signed with a key that is
 * gone, is set aside and a new one begun.
 * @returns the name of the file that was set aside.
 */
export async function anchorRestored(
  database: string,
  state_dir: string,
  anchor_file: string,
): Promise<string | undefined> {
  const facts = headOf(database);
  const aside =
    existsSync(anchor_file) && !isUsable(state_dir, anchor_file) ? setAside(anchor_file) : undefined;
  const file = await AnchorFile.open(anchor_file, ensureSigningKey(state_dir));
  try {
    await file.append(facts);
  } finally {
    await file.close();
  }
  return aside;
}

function isUsable(state_dir: string, anchor_file: string): boolean {
  const [first] = readLines(anchor_file);
  if (first === undefined) return true;
  const key = readSigningKey(state_dir);
  return (
    key !== undefined && readNewest(anchor_file, signatureVerifier(key.public_key)).problem === undefined
  );
}

function headOf(database: string): AnchorFacts {
  const db = openConnection(database, { readonly: true });
  try {
    if (readNumber(db, 'user_version') < 2)
      throw new HoldfastError('WRONG_STATE', `${database} holds no journal, so it cannot be anchored`);
    const { revision, hash, time_us } = readHead(db);
    return {
      kind: 'restored',
      revision,
      hash: Buffer.from(hash).toString('hex'),
      time_us: Math.max(steadyClock.now_us(), time_us),
      database_id: knownDatabaseId(db),
    };
  } finally {
    db.close();
  }
}
