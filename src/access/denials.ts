/**
 * What was refused, for the journal: the first of a kind at once, the rest of its minute as one more entry with their number,
 * and beyond a number of kinds all others as one kind. So an attacker cannot fill the disk, nor hide in the noise of others.
 */
import type { Logger } from 'pino';

export interface Denial {
  /** `token:ID`, `socket:PATH`, or empty: nobody known. */
  readonly principal: string;
  /** The address of the other side, or the Unix socket that it came by. */
  readonly peer: string;
  /** `holdfast.v1.State/PutState`; empty = no RPC of ours. */
  readonly method: string;
  /** Whom it named; empty = nobody, or no agent's id. */
  readonly agent_id: string;
  readonly reason: string;
}

export interface DeniedKind extends Denial {
  readonly count: number;
}

const WINDOW_MS = 60_000;
const MAX_KINDS = 32;
const OTHERS: Omit<Denial, 'reason'> = { principal: '', peer: '', method: '', agent_id: '' };

export class Denials {
  /** Since the start. */
  total = 0;
  /** Those of this window by kind, with how many have not been journaled. */
  #kinds = new Map<string, { readonly denial: Denial; waiting: number }>();
  #timer: NodeJS.Timeout | undefined;
  readonly #journal: (kinds: readonly DeniedKind[]) => Promise<unknown>;
  readonly #log: Pick<Logger, 'warn'>;

  /** @param journal writes the entries; when it cannot, the log says so and that is all. */
  constructor(journal: (kinds: readonly DeniedKind[]) => Promise<unknown>, log: Pick<Logger, 'warn'>) {
    this.#journal = journal;
    this.#log = log;
  }

  record(denial: Denial): void {
    this.total += 1;
    this.#timer ??= setTimeout(() => this.#endWindow(), WINDOW_MS).unref();
    const key = Object.values(denial).join('\0');
    const known = this.#kinds.get(key);
    if (known !== undefined) known.waiting += 1;
    else if (this.#kinds.size < MAX_KINDS) this.#begin(key, denial);
    else this.#other(denial.reason);
  }

  /** Journals what waits. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#flush();
  }

  #begin(key: string, denial: Denial): void {
    this.#kinds.set(key, { denial, waiting: 0 });
    void this.#write([{ ...denial, count: 1 }]);
  }

  #other(reason: string): void {
    const known = this.#kinds.get('');
    if (known !== undefined) known.waiting += 1;
    else this.#begin('', { ...OTHERS, reason });
  }

  #endWindow(): void {
    this.#timer = undefined;
    void this.#flush();
  }

  async #flush(): Promise<void> {
    const kinds = [...this.#kinds.values()];
    this.#kinds = new Map();
    const waiting = kinds.filter((one) => one.waiting > 0);
    if (waiting.length > 0) await this.#write(waiting.map((one) => ({ ...one.denial, count: one.waiting })));
  }

  async #write(kinds: readonly DeniedKind[]): Promise<void> {
    try {
      await this.#journal(kinds);
    } catch (error) {
      this.#log.warn({ err: error, kinds: kinds.length }, 'refusals could not be journaled');
    }
  }
}
