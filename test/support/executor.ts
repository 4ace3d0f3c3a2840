/** Commands and queries on a real file in a temporary folder, without processes and sockets: for tests of the tiers. */
import { join } from 'node:path';
import { HoldfastError } from '../../src/errors.js';
import { Reads } from '../../src/reader/reads.js';
import type { Db } from '../../src/store/db.js';
import { migrate } from '../../src/store/migrate.js';
import { openReader, openWriter } from '../../src/store/open.js';
import { replayGuard } from '../../src/tiers/composed_replay.js';
import type { DerivedData } from '../../src/tiers/derived.js';
import { type CommandName, type Commands, commandHandlers } from '../../src/tiers/index.js';
import { type ScanHandlers, scanHandlers } from '../../src/tiers/scans.js';
import { Executor, type Handler } from '../../src/writer/execute.js';
import { type Outcome, pack, type Submission, unpack } from '../../src/writer/transport.js';
import { removeFolder, temporaryFolder } from './daemon.js';

export interface RunOptions {
  readonly agent_id?: string;
  readonly request_id?: string;
  readonly epoch?: number;
  /** What was worked out for the command before it was queued. */
  readonly derived?: DerivedData;
}

export class TestStore {
  readonly folder = temporaryFolder();
  readonly path = join(this.folder, 'holdfast.db');
  readonly db: Db;
  readonly reads: Reads;
  readonly scans: ScanHandlers;
  readonly executor: Executor;
  readonly #reader: Db;
  /** What commands take for the present; microseconds. Move it as a test needs. */
  now_us = 1_700_000_000_000_000;
  #requests = 0;

  constructor() {
    this.db = openWriter(this.path);
    migrate(this.db, { now_us: this.now_us });
    this.executor = new Executor(this.db, commandHandlers(this.db) as unknown as Record<string, Handler>, {
      receipt_ttl_ms: 24 * 3600 * 1000,
      clock: () => this.now_us,
      onReplay: replayGuard(this.db),
      onInternalError: (error) => {
        throw error;
      },
    });
    this.#reader = openReader(this.path);
    this.reads = new Reads(this.#reader);
    this.scans = scanHandlers(this.#reader);
  }

  submission<Name extends CommandName>(
    name: Name,
    args: Commands[Name]['args'],
    options: RunOptions = {},
  ): Submission {
    this.#requests += 1;
    return {
      name,
      agent_id: options.agent_id ?? 'agent-1',
      request_id: options.request_id ?? `request-${this.#requests}`,
      epoch: options.epoch ?? 0,
      args: pack(args),
      ...(options.derived !== undefined && { derived: pack(options.derived) }),
    };
  }

  /** Runs one command as a batch of its own; throws its refusal. */
  run<Name extends CommandName>(
    name: Name,
    args: Commands[Name]['args'],
    options: RunOptions = {},
  ): Commands[Name]['result'] & { readonly revision: number } {
    const [outcome] = this.executor.execute([this.submission(name, args, options)]);
    return resultOf<Commands[Name]['result']>(outcome);
  }

  close(): void {
    this.#reader.close();
    this.db.close();
    removeFolder(this.folder);
  }
}

export function resultOf<Result>(outcome: Outcome | undefined): Result & { readonly revision: number } {
  if (outcome === undefined) throw new Error('no outcome');
  if (!outcome.ok) throw HoldfastError.deserialize(outcome.error);
  return { ...unpack<Result>(outcome.result), revision: outcome.revision };
}
