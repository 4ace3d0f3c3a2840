/** The daemon's access control: the tokens that count, what was refused, and how often each agent calls. */
import type { Logger } from 'pino';
import { Allowances } from '../access/allowances.js';
import { ChangedFiles } from '../access/changed_files.js';
import { Denials } from '../access/denials.js';
import { AgentPatterns } from '../access/patterns.js';
import { Tokens } from '../access/tokens.js';
import { readTokensFile } from '../access/tokens_file.js';
import type { AccessConfig } from '../config_access.js';
import { HoldfastError } from '../errors.js';
import { withOptionFile } from '../option_files.js';
import type { Reads } from '../reader/reads.js';
import { steadyClock } from '../steady_clock.js';
import type { WriterPort } from '../writer/writer.js';
import { runCommand } from './command.js';

export interface AccessParts {
  readonly writer: Pick<WriterPort, 'submit'>;
  readonly reads: Reads;
  readonly log: Logger;
  readonly config: AccessConfig;
}

export class Access {
  readonly tokens = new Tokens(() => steadyClock.now_us());
  readonly denials: Denials;
  readonly allowances: Allowances;
  /** Open streaming calls by agent, or by principal where no agent is named. */
  readonly streams = new Map<string, number>();
  readonly #parts: AccessParts;
  readonly #changed: ChangedFiles;

  /** @throws HoldfastError INVALID_FIELD when the tokens file cannot be read, or a line of it. */
  constructor(parts: AccessParts) {
    const { writer, log, config } = parts;
    this.#parts = parts;
    this.denials = new Denials((kinds) => runCommand(writer, 'record_denials', { kinds }), log);
    this.allowances = new Allowances(config, () => performance.now());
    this.loadStored();
    const { tokens_file } = config;
    try {
      const [problem] = withOptionFile('tokens-file', tokens_file, () => this.#loadFile());
      if (problem !== undefined) throw new Error(problem);
    } catch (error) {
      if (error instanceof HoldfastError || !(error instanceof Error)) throw error;
      // What is wrong with what the file holds names it.
      throw new HoldfastError('INVALID_FIELD', `--tokens-file: ${error.message}`, { field: 'tokens-file' });
    }
    this.#changed = new ChangedFiles([config.tokens_file], () => this.reload());
  }

  /** Takes over what the database says; after every command that changes it. */
  loadStored(): void {
    const stored = this.#parts.reads.snapshot(0, ({ access }) => access.valid());
    const records = stored.map(({ agents, ...row }) => ({ ...row, agents: new AgentPatterns(agents) }));
    this.tokens.replace('database', records);
  }

  /**
   * Reads the tokens file again. Lines that are gone take their tokens along, and so does a file that is gone; one that cannot
   * be read leaves things as they are.
   */
  reload(): void {
    const { log, config } = this.#parts;
    const { tokens_file } = config;
    if (tokens_file === '') return;
    try {
      const problems = this.#loadFile();
      if (problems.length > 0) log.error({ problems }, 'lines of the tokens file do not count');
      log.info({ tokens_file }, 'tokens file read');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
        this.tokens.replace('file', []);
        log.warn({ tokens_file }, 'the tokens file is gone: its tokens no longer count');
      } else log.error({ err: error }, 'the tokens file cannot be read: what it said before still counts');
    }
  }

  async close(): Promise<void> {
    this.#changed.close();
    this.tokens.close();
    await this.denials.close();
  }

  /** Returns what is wrong with lines that do not count. */
  #loadFile(): readonly string[] {
    const { tokens_file } = this.#parts.config;
    if (tokens_file === '') return [];
    const { records, problems } = readTokensFile(tokens_file);
    this.tokens.replace('file', records);
    return problems;
  }
}
