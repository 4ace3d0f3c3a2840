/** One state folder with the daemon on it, through many kills, and all that the checker knows about it. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { addKey } from '../../../src/vault/key_file.js';
import { startDaemon, type TestDaemon } from '../../support/daemon.js';
import { applyPowerLoss, type PowerLossOptions, powerLossEnv } from '../powerloss/powerloss.js';
import { AckLogReader } from './ack_log.js';
import { checkAgreement } from './agreement.js';
import { fromUnits, toUnits } from './amounts.js';
import { track } from './children.js';
import { Claims } from './claims.js';
import { checkNothingInClear } from './in_clear.js';
import { Chain, type Revision } from './journal.js';
import { Model } from './model.js';
import { type Note, readNotes } from './notes.js';
import { insist } from './violation.js';
import type { WallClock } from './wall_clock.js';

export interface FolderOptions {
  readonly base: string;
  /** The power loss library; without it, only processes die here. */
  readonly shim: string | undefined;
  /** What sets the daemons' wall clock; without it, it is right. */
  readonly clock: WallClock | undefined;
  /** The daemon's main.js. */
  readonly main: string;
  /** More of the daemon's options, asked for at each start. */
  readonly args: () => readonly string[];
  /** How many clients write a log, the campaign itself not counted. */
  readonly clients: number;
}

const ENTRIES_PER_REVISION = 4096;

export class StateFolder {
  readonly model = new Model();
  readonly chain = new Chain();
  readonly claims = new Claims();
  /** Read from the journal and not yet applied to the model. */
  readonly unapplied: Revision[] = [];
  readonly readers: readonly AckLogReader[];
  readonly notes: readonly AckLogReader<Note>[];
  readonly base: string;
  readonly dir: string;
  readonly #undo: string;
  readonly #options: FolderOptions;
  readonly #verified = new Set<string>();
  /** Acknowledged as done. */
  readonly backups = new Set<string>();
  daemon: TestDaemon | undefined;
  #args: readonly string[] = [];
  /** How often tables and indexes were compared after a kill, and what that took. */
  readonly agreements = { count: 0, took_ms: 0 };

  constructor(options: FolderOptions) {
    this.#options = options;
    this.base = options.base;
    this.dir = join(options.base, 's');
    this.#undo = join(options.base, 'undo');
    for (const folder of [this.dir, this.#undo]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.readers = Array.from(
      { length: options.clients + 1 },
      (_, index) => new AckLogReader(this.logPath(index)),
    );
    this.notes = this.readers.map((_, index) => readNotes(this.logPath(index)));
    addKey(this.#masterKey);
  }

  get #masterKey(): string {
    return join(this.base, 'master.key');
  }

  get loses_power(): boolean {
    return this.#options.shim !== undefined;
  }

  /** Index `clients` is the campaign's own log. */
  logPath(index: number): string {
    return join(this.base, `acks.${index}`);
  }

  /** Checks first what the last one left. @throws Error when the daemon exits before it serves; Violation. */
  async start(crash_at: string): Promise<TestDaemon> {
    const { shim, clock, main } = this.#options;
    this.#checkAgreement();
    checkNothingInClear(this.dir);
    const env = { ...clock?.env, ...(shim !== undefined && powerLossEnv(shim, this.dir, this.#undo)) };
    // Each library wraps functions of its own, and both are loaded.
    const libraries = [shim, clock?.env.LD_PRELOAD].filter((library) => library !== undefined);
    if (libraries.length > 0) env.LD_PRELOAD = libraries.join(':');
    // A cycle is too short for a jump ahead to be believed, and what it makes due is what matters here.
    const often = ['--sweep-interval-ms', '150', '--anchor-interval-ms', '100', '--clock-jump-ms', '0'];
    const keys = ['--master-key-file', this.#masterKey];
    this.#args = [...often, '--reader-threads', '1', ...keys, ...this.#options.args()];
    this.daemon = await startDaemon({
      state_dir: this.dir,
      main,
      args: ['--log-level', 'error', ...this.#args],
      env: { ...env, HOLDFAST_CRASH_AT: crash_at },
      onSpawn: track,
    });
    return this.daemon;
  }

  /** Another daemon, started on another folder as the last one was on this. */
  startOn(state_dir: string): Promise<TestDaemon> {
    const { clock, main } = this.#options;
    const args = ['--log-level', 'info', ...this.#args];
    return startDaemon({ state_dir, main, args, env: { ...clock?.env }, onSpawn: track });
  }

  /** Takes back what the dead daemon had not synced. */
  losePower(options: PowerLossOptions): void {
    applyPowerLoss(this.#undo, this.dir, options);
  }

  /** Every file that is called a backup must be a whole one of this database; those announced as done must be there. */
  checkBackups(): number {
    const folder = join(this.dir, 'backups');
    const found = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
    for (const path of this.backups) {
      insist(existsSync(path), 'lost', 'backup', `backup ${path} was acknowledged and is gone`);
    }
    for (const name of found.filter((each) => !this.#verified.has(each))) {
      inspect(join(folder, name), this.chain);
      this.#verified.add(name);
    }
    return found.length;
  }

  /** Reads the database itself, out of a copy made while no daemon runs. */
  checkFile(): void {
    this.#onCopy((path) => inspect(path, this.chain));
  }

  #checkAgreement(): void {
    const started_ms = performance.now();
    this.#onCopy((path) => {
      if (checkAgreement(path)) this.agreements.count += 1;
    });
    this.agreements.took_ms += performance.now() - started_ms;
  }

  #onCopy(look: (path: string) => void): void {
    const copy = join(this.base, 'copy');
    mkdirSync(copy);
    for (const name of readdirSync(this.dir)) {
      if (/^holdfast\.db(-wal)?$/.test(name)) cpSync(join(this.dir, name), join(copy, name));
    }
    if (existsSync(join(copy, 'holdfast.db'))) look(join(copy, 'holdfast.db'));
    rmSync(copy, { recursive: true });
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }
}

function inspect(path: string, chain: Chain): void {
  const db = new Database(path, { readonly: true });
  try {
    const integrity = db.pragma('integrity_check', { simple: true });
    insist(integrity === 'ok', 'violation', 'file', `${path} is damaged: ${String(integrity)}`);
    const has_journal = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'journal'").get() !== undefined;
    if (!has_journal) return;
    // What is newer than the last reading is looked at through the daemon, after the restart.
    const rows = db
      .prepare<[number], { position: number; hash: Buffer }>(
        'SELECT position, hash FROM journal WHERE position < ? ORDER BY position DESC LIMIT 200',
      )
      .all((chain.revision + 1) * ENTRIES_PER_REVISION);
    const newest = new Map<number, Buffer>();
    for (const { position, hash } of rows) {
      const revision = Math.floor(position / ENTRIES_PER_REVISION);
      if (!newest.has(revision)) newest.set(revision, hash);
    }
    for (const [revision, hash] of newest) {
      insist(
        chain.hashAt(revision) === hash.toString('hex'),
        'violation',
        'file',
        `${path} has another revision ${revision} than the daemon`,
      );
    }
    checkPostings(db, path);
  } finally {
    db.close();
  }
}

/** Postings sum to zero, and each running balance is the sum of its postings. */
function checkPostings(db: Database.Database, path: string): void {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'ledger_postings'").get() === undefined) return;
  const postings = db.prepare<[], { agent_id: string; account: string; asset: string; amount: string }>(
    'SELECT agent_id, account, asset, amount FROM ledger_postings',
  );
  const balances = new Map<string, bigint>();
  const totals = new Map<string, bigint>();
  for (const { agent_id, account, asset, amount } of postings.iterate()) {
    const units = toUnits(amount);
    const key = `${agent_id} ${account} ${asset}`;
    balances.set(key, (balances.get(key) ?? 0n) + units);
    totals.set(`${agent_id} ${asset}`, (totals.get(`${agent_id} ${asset}`) ?? 0n) + units);
  }
  for (const [key, total] of totals)
    insist(
      total === 0n,
      'violation',
      'postings',
      `${path}: the postings of ${key} sum to ${fromUnits(total)}`,
    );
  const running = db.prepare<[], { agent_id: string; account: string; asset: string; posted: string }>(
    'SELECT agent_id, account, asset, posted FROM ledger_balances',
  );
  for (const { agent_id, account, asset, posted } of running.all()) {
    const key = `${agent_id} ${account} ${asset}`;
    const sum = fromUnits(balances.get(key) ?? 0n);
    insist(
      posted === sum,
      'violation',
      'balance',
      `${path}: the balance of ${key} is ${posted}, its postings sum to ${sum}`,
    );
  }
}
