/** A bit flipped anywhere in the rows that the checks cover: noticed at a start or by what follows it in the background. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { ChainCursor, Finding } from '../../src/journal/verify.js';
import { openReader } from '../../src/store/open.js';
import { verifyStanding } from '../../src/tiers/composed_standing.js';
import { scanHandlers } from '../../src/tiers/scans.js';
import { GuardedDesk } from '../guards/support.js';
import { CONSUMER, publishArgs } from '../signals/support.js';
import { COVERED, coveredRows } from '../support/covered.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

const folder = temporaryFolder();
const sound = join(folder, 'sound.db');
const damaged = join(folder, 'damaged.db');
/** Where the rows of covered tables lie. */
let offsets: number[] = [];
let clean = '';

before(() => {
  const desk = new GuardedDesk();
  for (const agent_id of ['a', 'b', 'c', 'd']) {
    const as = { agent_id };
    for (let n = 0; n < 5; n += 1) {
      const postings = [
        [`cash-${n}`, 'USDC', '100'],
        ['world', 'USDC', '-100'],
      ] as const;
      desk.run('post_transaction', { postings, description: '', reference: '', metadata: null }, as);
      const hold = {
        account: `cash-${n}`,
        asset: 'USDC',
        amount: '1',
        operation_key: null,
        description: 'd',
      };
      desk.run('place_hold', { ...hold, ttl_ms: n === 0 ? 60_000 : null }, as);
      const limit = { kind: 'max_amount', asset: 'USDC', amount: `${500 + n}` } as const;
      desk.guard(`limit-${n}`, limit, as);
      desk.run('put_consumer', { ...CONSUMER, name: `c-${n}` }, as);
      desk.run('publish', publishArgs('pf:signals:x', { n }, 1), as);
      const rule = { name: `r-${n}`, kind: 'balance_below', account: 'cash-1', asset: 'USDC' } as const;
      desk.run('put_alert_rule', { ...rule, amount: n === 3 ? '1000' : '10' }, as);
      const sealed = Buffer.alloc(200, n + 1);
      const rest = { description: 'x', ttl_ms: null, expected_version: null };
      desk.run(
        'put_credential',
        { name: `k-${n}`, sealed, key_id: sealed.toString('hex', 1, 9), ...rest },
        as,
      );
    }
    const opened = desk.run(
      'open_session',
      {
        asset: 'USDC',
        start_capital: '1000',
        account: 'trading',
        max_drawdown: '0.5',
        max_drawdown_from_peak: '',
        max_daily_loss: '700',
        closes_us: null,
        ttl_ms: null,
        heartbeat_interval_ms: 30_000,
        parameters: null,
        take_over: agent_id === 'a',
      },
      as,
    );
    const session_id = opened.session.session_id;
    for (let n = 0; n < 8; n += 1) {
      const fill = { side: 'BUY', quantity: `${n + 1}`, price: '7', market: `M-${n}` } as const;
      desk.trade({ session_id, ...fill }, { ...as, epoch: opened.epoch });
      desk.trade({ session_id, pnl: n % 3 === 0 ? '-2' : '3', fee: '1' }, { ...as, epoch: opened.epoch });
    }
    if (agent_id === 'b') desk.run('halt_session', { reason: 'enough' }, as);
  }
  clean = coveredRows(desk.db);
  desk.db.pragma('wal_checkpoint(TRUNCATE)');
  cpSync(desk.path, sound);
  const names = Object.keys(COVERED).map((table) => `'${table}'`);
  const pages = desk.db
    .prepare(`SELECT pageno FROM dbstat WHERE name IN (${names.join(', ')})`)
    .pluck()
    .all() as number[];
  const size = Number(desk.db.pragma('page_size', { simple: true }));
  desk.close();
  const bytes = readFileSync(sound);
  offsets = pages.flatMap((page) => {
    const start = (page - 1) * size;
    return Array.from({ length: size }, (_, n) => start + n).filter((offset) => bytes[offset] !== 0);
  });
});
after(() => removeFolder(folder));

/** Undefined when the file cannot be read, which its reader is told as well. */
function noticed(): readonly Finding[] | undefined {
  const db = openReader(damaged);
  try {
    const at_start = verifyStanding(db, false);
    if (at_start.length > 0) return at_start;
    const scans = scanHandlers(db);
    for (let cursor: ChainCursor | null = null; ; ) {
      const part = scans.verify_chain_part({ cursor, max_entries: 2000 }, () => {});
      if (part.findings.length > 0) return part.findings;
      if (part.done) break;
      cursor = part.cursor;
    }
    for (let part = 0; ; part += 1) {
      const { findings, done } = scans.verify_tier_part({ part }, () => {});
      if (findings.length > 0 || done) return findings;
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'SqliteError') return undefined;
    throw error;
  } finally {
    db.close();
  }
}

/** For messages. */
function changedIn(): string {
  const db = openReader(damaged);
  try {
    const before = new Map(JSON.parse(clean) as [string, string[]][]);
    const after = JSON.parse(coveredRows(db)) as [string, string[]][];
    return after
      .flatMap(([table, rows]) => {
        const was = before.get(table) ?? [];
        const gone = was.filter((row) => !rows.includes(row)).map((row) => `${table} - ${row}`);
        return [...gone, ...rows.filter((row) => !was.includes(row)).map((row) => `${table} + ${row}`)];
      })
      .join('\n');
  } finally {
    db.close();
  }
}

function isChanged(): boolean {
  const db = openReader(damaged);
  try {
    return coveredRows(db) !== clean;
  } catch {
    return true;
  } finally {
    db.close();
  }
}

test('a sound file is found sound', () => {
  cpSync(sound, damaged);
  assert.deepEqual(noticed(), []);
  assert.equal(isChanged(), false);
});

test('a flipped bit in any row', { timeout: 120_000 }, () => {
  const bytes = readFileSync(sound);
  let changed = 0;
  fc.assert(
    fc.property(fc.nat(offsets.length - 1), fc.nat(7), (index, bit) => {
      const at = offsets[index] ?? 0;
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      writeFileSync(damaged, flipped);
      if (!isChanged()) return;
      changed += 1;
      const found = noticed();
      if (found?.length === 0) assert.fail(`byte ${at}, bit ${bit}: nothing noticed of ${changedIn()}`);
      for (const { kind, message } of found ?? []) assert.ok(kind.includes('.') && message.length > 20);
    }),
    { numRuns: 300, includeErrorInReport: true },
  );
  assert.ok(changed > 100, `only ${changed} flips changed anything`);
});
