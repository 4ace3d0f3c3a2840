/**
 * What a start does about damage: refuses and says exactly what it found, or goes on when its owner named the revision to go
 * on from. What was accepted is then journaled and anchored by daemon.ts.
 */
import type { Logger } from 'pino';
import { setAside } from './anchors/file.js';
import { checkAtStart, type StartReport } from './anchors/start.js';
import { describeFindings } from './background/chain_check.js';
import type { Config } from './config.js';
import { HoldfastError } from './errors.js';
import type { Finding } from './journal/verify.js';
import type { Scans } from './reader/scans.js';
import { clearSuspect } from './store/faults.js';
import { readMigrations } from './store/migrations.js';
import { notAccepted } from './tiers/audit/accepted.js';
import type { AcceptDamageArgs } from './tiers/audit/commands.js';
import { verifyStanding } from './tiers/composed_standing.js';
import { loadPayload } from './tiers/payloads.js';

/** Entries verified before serving; all of them follow in the background. */
const NEWEST_ENTRIES = 20_000;

export class StartCheck {
  readonly #config: Config;
  readonly #log: Logger;
  readonly #report: StartReport;
  readonly #accepted: Finding[] = [];

  /**
   * Holds the database against its anchors, before anything is written to it. The caller has the state folder's lock.
   * @throws HoldfastError DATA_LOSS naming what is missing or different.
   */
  constructor(config: Config, log: Logger) {
    this.#config = config;
    this.#log = log;
    const started_ms = performance.now();
    this.#report = checkAtStart({
      state_dir: config.state_dir,
      anchor_file: config.anchor_file,
      newest_entries: config.verify_on_start === 'off' ? 0 : NEWEST_ENTRIES,
      schema_version: readMigrations().length,
      loadPayload,
      verifyStanding: (db) => verifyStanding(db, false),
      notAccepted,
    });
    const { findings, head_revision, checked_entries, unanchored } = this.#report;
    this.#acceptOrRefuse(findings);
    if (unanchored)
      log.warn(
        { head_revision },
        'this database has no anchors yet: what happened to it before cannot be noticed',
      );
    if (config.accept_damage !== null && findings.length === 0)
      log.warn({ accept_damage: config.accept_damage }, 'no damage was found; leave --accept-damage out');
    if (findings.length > 0) return;
    const took_ms = Math.round(performance.now() - started_ms);
    log.debug({ head_revision, checked_entries, took_ms }, 'the database agrees with its newest anchor');
  }

  /** What was accepted; null when there was nothing to accept. */
  get acceptance(): AcceptDamageArgs | null {
    if (this.#accepted.length === 0) return null;
    const { head_revision, anchor } = this.#report;
    return { revision: head_revision, findings: this.#accepted, anchor };
  }

  /** After a storage error, or when asked to, nothing is served before the whole file has been checked. */
  async verifyBeforeServing(scans: Scans, suspicion: string | undefined): Promise<void> {
    if (suspicion === undefined && this.#config.verify_on_start !== 'full') return;
    const why = suspicion === undefined ? 'as configured' : 'the last run ended with a storage error';
    this.#log.warn({ reason: suspicion }, `${why}; verifying the database before serving`);
    const { findings, revision } = await scans.run('verify', {
      skip_integrity_check: false,
      leave_out_accepted: true,
    });
    this.#acceptOrRefuse(findings);
    clearSuspect(this.#config.state_dir);
    this.#log.info({ revision }, 'the database verifies');
  }

  /** An anchor file that cannot be gone by is kept under another name, and a new one begun. */
  setAsideAnchors(): void {
    if (!this.#report.file_unusable) return;
    const aside = setAside(this.#config.anchor_file);
    this.#log.warn({ aside }, 'the anchor file was set aside; a new one begins');
  }

  #acceptOrRefuse(findings: readonly Finding[]): void {
    if (findings.length === 0) return;
    const { head_revision } = this.#report;
    for (const finding of findings) this.#log.error(finding, 'the database is not what it was');
    const found = describeFindings(findings);
    if (this.#config.accept_damage !== head_revision) {
      const asked = this.#config.accept_damage;
      const other = asked === null ? '' : ` (not ${asked}: that is not where this database ends)`;
      throw new HoldfastError(
        'DATA_LOSS',
        `${found}. Restore a backup, or go on from revision ${head_revision} nevertheless with --accept-damage ${head_revision}${other}`,
      );
    }
    this.#log.warn({ head_revision, found }, 'going on in spite of damage, as --accept-damage says');
    this.#accepted.push(...findings);
  }
}
