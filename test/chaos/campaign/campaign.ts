// Long because a cycle is one story, and what it does to processes, folders and power is told in its order.
/** The campaign: cycle after cycle of start, check, load, kill. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/paths.js';
import { buildShim } from '../powerloss/powerloss.js';
import { build, SMALL_CELLS } from './builds.js';
import { type CheckReport, checkAfterRestart } from './check.js';
import { kill, startScript } from './children.js';
import { ClientProcess } from './client_process.js';
import { EmbeddingServer } from './embedding_server.js';
import { ExchangeClient } from './exchange_client.js';
import { runLoad } from './load.js';
import { olderFile } from './older_file.js';
import { type CyclePlan, drawPlan, type FolderTraits } from './plan.js';
import { Random } from './random.js';
import { Unanswered } from './sender.js';
import { StateFolder } from './state_folder.js';
import type { Summary } from './summary.js';
import { tamperAndStart, untilAnchored } from './tampered.js';
import { copyState } from './tampering.js';
import { insist, Violation } from './violation.js';
import { WallClock } from './wall_clock.js';
import { WireError } from './wire.js';

export interface CampaignOptions {
  readonly cycles: number;
  readonly seed: number;
  /** In how many of the folders power is lost as well; where gcc is missing, in none. */
  readonly power_loss: 'never' | 'every_second' | 'always';
  /** Another build than dist/: the path of its main.js. */
  readonly main?: string;
  /** Forces every cycle to end in this way. */
  readonly shape?: Partial<CyclePlan>;
  readonly onCycle?: (cycle: number, summary: Summary) => void;
}

const CLIENTS = 4;
const CYCLES_PER_FULL_CHECK = 25;
const CHECK_ATTEMPTS = 4;

export class Campaign {
  readonly #options: CampaignOptions;
  readonly #random: Random;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'hfc-'));
  readonly #shim: string | null;
  readonly #clients = Array.from({ length: CLIENTS }, (_, index) => new ClientProcess(index));
  readonly #epochs = new Map<string, string>();
  #folder: StateFolder | undefined;
  #folder_number = 0;
  #embedding: EmbeddingServer | undefined;
  /** The build whose index upkeep never rests; made when it is first needed. */
  #small_cells: string | undefined;
  readonly #clock: WallClock | undefined;
  #exchange_process: ChildProcess | undefined;
  #exchange: ExchangeClient | undefined;
  #prefixes = 0;
  readonly summary: Summary;

  constructor(options: CampaignOptions) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#shim = options.power_loss === 'never' ? null : buildShim(this.#scratch);
    this.#clock = WallClock.make(this.#scratch);
    this.summary = {
      kills: 0,
      by_point: new Map(),
      power_losses: 0,
      client_kills: 0,
      clock_jumps: 0,
      tampered: { refused: 0, served: 0 },
      whole: 0,
      absent: 0,
      revisions: 0,
      agreements: 0,
      agreements_ms: 0,
      signals: new Map(),
      in_doubt: { executed: 0, not_executed: 0 },
      trading: { trades: 0, halted: 0, lost: 0, expired: 0, denied: 0 },
      power_loss_available: this.#shim !== null,
      clock_available: this.#clock !== undefined,
    };
  }

  /** What is left on the disk when it fails. */
  get scratch(): string {
    return this.#scratch;
  }

  /** @throws Violation, the first one. Everything it wrote stays until `remove`. */
  async run(): Promise<Summary> {
    const { cycles, onCycle } = this.#options;
    try {
      // At least three folders, so that a short campaign sees new ones, older ones and both kinds of loss.
      const per_folder = Math.min(50, Math.max(1, Math.ceil(cycles / 3)));
      for (let cycle = 0; cycle < cycles; cycle++) {
        if (cycle % per_folder === 0) await this.#newFolder();
        await this.#cycle(cycle);
        onCycle?.(cycle + 1, this.summary);
      }
      await this.#finishFolder();
      return this.summary;
    } finally {
      for (const client of this.#clients) if (this.#exchange !== undefined) await client.kill(this.#exchange);
      this.#exchange?.close();
      if (this.#exchange_process !== undefined) await kill(this.#exchange_process);
      await this.#folder?.daemon?.kill();
      this.#embedding?.close();
    }
  }

  remove(): void {
    rmSync(this.#scratch, { recursive: true, force: true });
  }

  async #cycle(cycle: number): Promise<void> {
    const folder = this.#present();
    const is_new = folder.chain.revision === 0;
    const random = this.#random.fork(cycle);
    const drawn = { ...drawPlan(random, CLIENTS, this.#traits()), ...this.#options.shape };
    // A new folder's first check is its setting up, which is not done twice.
    const plan = is_new ? { ...drawn, crash_at: '' } : drawn;
    this.#clock?.begin(plan.clock);
    await this.#startAndCheck(
      plan.crash_at,
      random,
      cycle % CYCLES_PER_FULL_CHECK === CYCLES_PER_FULL_CHECK - 1,
    );
    if (plan.tampering === 'checked') {
      await untilAnchored(folder);
      await folder.daemon?.kill();
      this.#countKill('idle');
      await this.#tamper(folder, plan, random);
      await this.#startAgain(folder, plan.crash_at);
    }
    if (this.#embedding !== undefined) this.#embedding.is_faulty = plan.embedder_fails;
    const clockEnds = this.#clock?.play(plan.clock);
    const crashed = await runLoad({
      folder,
      clients: this.#clients,
      exchange: this.#outside(),
      exchange_socket: this.#exchangeSocket(),
      random,
      plan,
      prefix: this.#prefix(),
      own: this.#own(),
      shared: this.#shared(),
      epochs: this.#epochs,
    });
    clockEnds?.();
    this.summary.clock_jumps = this.#clock?.jumps ?? 0;
    if (this.#embedding !== undefined) this.#embedding.is_faulty = false;
    this.#countKill(crashed ? plan.crash_at.replace(/:.*/, '') : 'random');
    if (plan.kill_client !== undefined) this.summary.client_kills += 1;
    if (folder.loses_power && plan.power_loss !== 'no') this.#losePower(plan.power_loss, random);
    if (plan.read_file) folder.checkFile();
    if (plan.tampering === 'loaded') await this.#tamper(folder, plan, random);
    if (is_new) copyState(folder.dir, join(folder.base, 'earlier'));
  }

  /** On copies, so that nothing comes of it for the folder itself. */
  async #tamper(folder: StateFolder, { tamperings }: CyclePlan, random: Random): Promise<void> {
    const [earlier, foreign] = [join(folder.base, 'earlier'), join(this.#scratch, 'foreign')].map((path) =>
      existsSync(path) ? path : undefined,
    );
    for (let times = tamperings; times > 0; times -= 1)
      this.summary.tampered[await tamperAndStart(folder, random, { earlier, foreign })] += 1;
  }

  /** Without another check; should the crash point strike before it serves, without that. */
  async #startAgain(folder: StateFolder, crash_at: string): Promise<void> {
    try {
      await folder.start(crash_at);
    } catch (error) {
      if (error instanceof Violation || crash_at === '') throw error;
      this.#countKill(crash_at.replace(/:.*/, ''));
      await folder.start('');
    }
  }

  /** Starts the daemon and checks; should a crash point strike meanwhile, starts again without one. */
  async #startAndCheck(crash_at: string, random: Random, full: boolean): Promise<void> {
    const folder = this.#present();
    for (let attempt = 0; ; attempt++) {
      const armed = attempt === 0 ? crash_at : '';
      const died = await this.#attempt(armed, random, full);
      if (died === undefined) return;
      const signal = await folder.daemon?.exited;
      const expected = armed !== '' && (signal === 'SIGKILL' || folder.daemon === undefined);
      insist(
        expected && attempt < CHECK_ATTEMPTS,
        'violation',
        'exit',
        `the daemon died during the check: ${died.message}`,
        {
          signal,
          log: folder.daemon?.log().split('\n').slice(-20),
        },
      );
      this.#countKill(armed.replace(/:.*/, ''));
    }
  }

  /** The error that showed that the daemon died. */
  async #attempt(crash_at: string, random: Random, full: boolean): Promise<Error | undefined> {
    const folder = this.#present();
    folder.daemon = undefined;
    try {
      await folder.start(crash_at);
    } catch (error) {
      if (error instanceof Violation) throw error;
      return error as Error;
    }
    const options = {
      folder,
      exchange: this.#outside(),
      random,
      prefix: this.#prefix(),
      own: this.#own(),
      shared: this.#shared(),
      full,
      in_doubt: this.summary.in_doubt,
    };
    try {
      this.#count(await checkAfterRestart(options, this.#epochs));
      return undefined;
    } catch (error) {
      const connection_lost =
        error instanceof Unanswered || (error instanceof WireError && error.reason === '');
      if (!connection_lost) throw error;
      return error;
    }
  }

  async #newFolder(): Promise<void> {
    await this.#finishFolder();
    this.#folder_number += 1;
    const { power_loss } = this.#options;
    const loses = power_loss === 'always' || (power_loss === 'every_second' && this.#folder_number % 2 === 0);
    const base = join(this.#scratch, `f${this.#folder_number}`);
    mkdirSync(base);
    this.#epochs.clear();
    this.#folder = new StateFolder({
      base,
      shim: loses && this.#shim !== null ? this.#shim : undefined,
      clock: this.#traits().wrong_clock ? this.#clock : undefined,
      main: this.#main(),
      args: await this.#embedderArgs(),
      clients: CLIENTS,
    });
    await this.#startExchange(base);
    await this.#crashMigrations(this.#folder);
  }

  #traits(): FolderTraits {
    const is_whole = this.#options.main === undefined;
    return {
      small_cells: is_whole && this.#folder_number % 3 === 2,
      late_vectors: this.#folder_number % 3 === 0,
      // Once ahead, the journal's time stands still: so the first folder of three goes by true time throughout.
      wrong_clock: this.#options.shape?.clock !== undefined || (is_whole && this.#folder_number % 3 !== 1),
    };
  }

  /** The build under test; every third folder's has cells so small that they never rest. */
  #main(): string {
    const { main } = this.#options;
    if (main !== undefined) return main;
    if (!this.#traits().small_cells) return join(packageRoot, 'dist', 'src', 'main.js');
    this.#small_cells ??= build(SMALL_CELLS, join(this.#scratch, 'small_cells'));
    return this.#small_cells;
  }

  /** In every third folder vectors come from an endpoint, or from the builtin embedder: each start may change that. */
  async #embedderArgs(): Promise<() => readonly string[]> {
    if (!this.#traits().late_vectors) return () => [];
    const random = this.#random.fork(0x2000 + this.#folder_number);
    this.#embedding ??= await EmbeddingServer.start(random.fork(1));
    const { args } = this.#embedding;
    return () => (random.chance(0.8) ? args : []);
  }

  /** Every second folder begins as a file of an older Holdfast; the first starts die inside their migrations. */
  async #crashMigrations(folder: StateFolder): Promise<void> {
    const random = this.#random.fork(-this.#folder_number);
    if (random.chance(0.5)) olderFile(folder.dir, random);
    for (let crashes = random.int(1, 2); crashes > 0; crashes--) {
      const point = random.chance(0.8)
        ? `during_migration:${random.int(1, 25)}`
        : `during_migration:${random.int(1, 3)}`;
      const started = await folder.start(point).catch((error: unknown) => {
        if (error instanceof Violation) throw error;
        return undefined;
      });
      // A file that is up to date already has no migration left to die in.
      if (started !== undefined) await started.kill();
      folder.daemon = undefined;
      this.#countKill(started === undefined ? 'during_migration' : 'random');
      if (folder.loses_power) this.#losePower(random.chance(0.5) ? 'all' : 'random', random);
    }
  }

  async #finishFolder(): Promise<void> {
    const folder = this.#folder;
    if (folder === undefined) return;
    this.#clock?.begin(undefined);
    const random = this.#random.fork(0x1000 + this.#folder_number);
    await this.#startAndCheck('', random, true);
    const code = await folder.daemon?.stop();
    insist(
      code === 0,
      'violation',
      'exit',
      `the daemon ended with ${String(code)} when it was told to stop`,
      folder.daemon?.log(),
    );
    folder.checkFile();
    this.summary.revisions += folder.chain.revision;
    const { seen } = folder.model.sessions;
    const { trading } = this.summary;
    trading.trades += seen.trades;
    trading.halted += seen.HALTED;
    trading.lost += seen.LOST;
    trading.expired += seen.EXPIRED;
    trading.denied += folder.claims.guard_denied;
    this.summary.agreements += folder.agreements.count;
    folder.model.countSignals(this.summary.signals);
    this.summary.agreements_ms += folder.agreements.took_ms;
    this.#folder = undefined;
    copyState(folder.dir, join(this.#scratch, 'foreign'));
    folder.remove();
  }

  async #startExchange(base: string): Promise<void> {
    // Clients hold a connection to the exchange: new ones come with the new one.
    for (const client of this.#clients) if (this.#exchange !== undefined) await client.kill(this.#exchange);
    this.#exchange?.close();
    if (this.#exchange_process !== undefined) await kill(this.#exchange_process);
    this.#exchange_process = await startScript('exchange.js', [this.#exchangeSocket(), join(base, 'orders')]);
    this.#exchange = await ExchangeClient.open(this.#exchangeSocket(), 'campaign');
  }

  #losePower(mode: 'all' | 'random', random: Random): void {
    const seed = random.int(0, 0xffffffff);
    this.#present().losePower(mode === 'all' ? { mode } : { mode, seed });
    this.summary.power_losses += 1;
  }

  #present(): StateFolder {
    if (this.#folder === undefined) throw new Error('no folder');
    return this.#folder;
  }

  #outside(): ExchangeClient {
    if (this.#exchange === undefined) throw new Error('no exchange');
    return this.#exchange;
  }

  #exchangeSocket(): string {
    return join(this.#scratch, `x${this.#folder_number}`);
  }

  #prefix(): string {
    this.#prefixes += 1;
    return String(this.#prefixes).padStart(6, '0');
  }

  #own(): string[] {
    return this.#clients.map((_, index) => `agent${index}.${this.#folder_number}`);
  }

  #shared(): string {
    return `bank.${this.#folder_number}`;
  }

  #count({ whole, absent }: CheckReport): void {
    this.summary.whole += whole;
    this.summary.absent += absent;
  }

  #countKill(point: string): void {
    this.summary.kills += 1;
    this.summary.by_point.set(point, (this.summary.by_point.get(point) ?? 0) + 1);
  }
}
