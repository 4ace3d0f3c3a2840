/**
 * What is known of each request: acknowledged with a revision, refused, or open. What is open after a restart is sent again
 * with the same request_id: that must either find what was done before the kill or do it now, once.
 */
import type { AckLogReader, Intent, LogLine } from './ack_log.js';
import type { Revision } from './journal.js';
import { type Claim, changedNothing, mayHaveMade } from './model.js';
import type { Random } from './random.js';
import type { JournalEntry } from './tier.js';
import { canonical, insist, Violation } from './violation.js';
import { type Message, type Wire, WireError } from './wire.js';

/** What no request of the campaign may be refused for. */
const BROKEN: ReadonlySet<string> = new Set(['INTERNAL', 'DATA_LOSS', 'WRONG_MASTER_KEY', 'VAULT_LOCKED']);

/** Read by the checker after each restart: what a request_id stands for. */
export class Claims {
  readonly #open = new Map<string, Intent>();
  readonly #fresh = new Map<number, Claim>();
  /** Of calls that made the revision if nobody else did. */
  readonly #maybe = new Map<number, Claim[]>();
  /**
   * Operations, by agent and key, that were begun before the kill and whose reply is not given any more, because another
   * process took the agent over: they are known by their entry.
   */
  readonly #begun = new Map<string, Intent & { readonly reply: Message }>();
  /** Trades that were called recorded before, since the last time that somebody asked. */
  readonly #known_trades: Claim[] = [];
  /** Acknowledged ones of all cycles, for asking for receipts again. */
  readonly #answered: Claim[] = [];
  /** Requests that a guard refused. */
  guard_denied = 0;
  /** The newest revision that a client was told. */
  newest_acked = 0;

  /** Takes in what the clients wrote down. */
  read(readers: readonly AckLogReader[]): void {
    for (const reader of readers) for (const line of reader.read()) this.#take(line);
  }

  #take(line: LogLine): void {
    if (line.t === 'intent') {
      this.#open.set(line.id, line);
      return;
    }
    const intent = this.#open.get(line.id);
    if (intent === undefined) throw new Error(`an answer without its intent: ${line.id}`);
    this.#open.delete(line.id);
    if (line.t === 'ack') {
      insist(
        replayedOf(line.reply) === false,
        'violation',
        'receipts',
        `the first answer to ${line.id} is marked as a replay`,
        line,
      );
      this.claim(intent, line.reply);
    } else {
      if (line.reason === 'GUARD_DENIED') this.guard_denied += 1;
      insist(
        !BROKEN.has(line.reason),
        'violation',
        'internal',
        `${intent.method} failed inside the daemon`,
        intent,
      );
    }
  }

  /** Records an acknowledgement; no two requests may be given one revision. */
  claim(intent: Intent, reply: Message): void {
    const revision = revisionIn(reply);
    this.newest_acked = Math.max(this.newest_acked, revision);
    const { id, method, request } = intent;
    const claim = { id, method, request, reply, revision };
    if (changedNothing(claim)) {
      if (method === 'Sessions/RecordTrade') this.#known_trades.push(claim);
      return;
    }
    if (mayHaveMade(claim) !== undefined) {
      this.#maybe.set(revision, [...(this.#maybe.get(revision) ?? []), claim]);
      return;
    }
    const other = this.#fresh.get(revision);
    insist(
      other === undefined,
      'violation',
      'claims',
      `two requests were acknowledged at revision ${revision}`,
      {
        first: other,
        second: { intent, reply },
      },
    );
    this.#fresh.set(revision, claim);
    // A read has no request_id: asked again it is another read.
    if (method !== 'Vault/GetCredential') this.#answered.push(claim);
  }

  /** The request that made this revision with its entries, if one did; asked once for each revision. */
  take({ revision, entries }: Revision): Claim | undefined {
    const claim = this.#fresh.get(revision) ?? this.#takeBegun(revision, entries);
    this.#fresh.delete(revision);
    const found = this.#maybe.get(revision) ?? [];
    const makers = found.filter((each) => entries.some(({ kind }) => kind === mayHaveMade(each)));
    const [maybe] = makers;
    this.#maybe.delete(revision);
    if (claim !== undefined || maybe === undefined) return claim;
    // Where several told of the change, one made it and has a receipt, and their replies do not say which: none is asked again.
    if (makers.length === 1) this.#answered.push(maybe);
    return maybe;
  }

  #takeBegun(revision: number, entries: readonly JournalEntry[]): Claim | undefined {
    const entry = entries.find(({ kind }) => kind === 'operation.begun');
    const key = `${entry?.agent_id} ${entry?.key}`;
    const begun = this.#begun.get(key);
    this.#begun.delete(key);
    return begun === undefined ? undefined : { ...begun, revision };
  }

  takeKnownTrades(): Claim[] {
    return this.#known_trades.splice(0);
  }

  /** Requests that named an epoch which is over since then, under new ids: every one must be refused. */
  async checkFencing(
    wire: Wire,
    random: Random,
    prefix: string,
    epochOf: (agent_id: string) => number,
    count: number,
  ): Promise<void> {
    const stale = this.#answered.filter(({ request }) => {
      const told = Number(request.epoch ?? '0');
      return told !== 0 && told !== epochOf(String(request.agent_id));
    });
    // One of each method first: a hole in one RPC is a hole.
    const methods = [...new Set(stale.map(({ method }) => method))];
    const drawn = random
      .sample(methods, count)
      .map((method) => random.pick(stale.filter((claim) => claim.method === method)));
    await allOf(
      drawn.map(async ({ method, request }, index) => {
        const again = { ...request, request_id: `${prefix}-stale${index}` };
        const reason = await wire.call(method, again).then(
          () => 'nothing',
          (error: unknown) => {
            if (error instanceof WireError && error.reason !== '') return error.reason;
            throw error;
          },
        );
        insist(
          reason === 'STALE_EPOCH',
          'violation',
          'fencing',
          `${method} with an epoch that is over was refused with ${reason}`,
          again,
        );
      }),
    );
  }

  /** Every acknowledged revision up to `head` must have been there to be taken. */
  expectAllTaken(head: number): void {
    const [missing] = [...this.#fresh.values()].filter(({ revision }) => revision <= head);
    insist(missing === undefined, 'lost', 'acked', 'an acknowledged write is not in the journal', missing);
    const [begun] = this.#begun.values();
    insist(
      begun === undefined,
      'lost',
      'acked',
      'an operation with a lease that is over is not in the journal',
      begun,
    );
  }

  /**
   * Sends every open request again. One that is found done was done before `head`, the newest revision at the restart; one
   * that is done now comes after it.
   */
  async settle(wire: Wire, head: number): Promise<{ readonly whole: number; readonly absent: number }> {
    const counts = { whole: 0, absent: 0 };
    await allOf(
      [...this.#open.values()].map(async (intent) => {
        const { reply, reason } = await sendAgain(wire, intent);
        this.#open.delete(intent.id);
        if (intent.method === 'Operations/BeginOperation' && reason === 'STALE_LEASE') {
          counts.whole += 1;
          const { agent_id, key } = intent.request;
          const { operation } = await wire.call('Operations/GetOperation', { agent_id, key });
          const begun = { outcome: 'BEGIN_OUTCOME_STARTED', operation };
          this.#begun.set(`${String(agent_id)} ${String(key)}`, { ...intent, reply: begun });
          return;
        }
        if (reply === undefined) {
          counts.absent += 1;
          return;
        }
        const revision = revisionIn(reply);
        const replayed = replayedOf(reply);
        counts[replayed ? 'whole' : 'absent'] += 1;
        const answer = { ...intent, reply };
        const placed =
          changedNothing(answer) || replayed || revision > head || mayHaveMade(answer) !== undefined;
        insist(
          placed,
          'duplicated',
          'receipts',
          `${intent.id} was done again at revision ${revision}, at or below the head ${head}`,
          intent,
        );
        this.claim(intent, reply);
      }),
    );
    return counts;
  }

  /** Asks again for replies that were given: the same must come back, marked as a replay. */
  async checkReceipts(wire: Wire, random: Random, count: number): Promise<void> {
    const recent = random.sample(this.#answered.slice(-1000), count);
    const old = random.sample(this.#answered, Math.ceil(count / 4));
    await allOf(
      [...new Set([...recent, ...old])].map(async (claim) => {
        const { reply } = await sendAgain(wire, claim);
        // The permission to make an outside call is not given twice: the lease it came with may be over by now.
        if (reply === undefined && claim.method === 'Operations/BeginOperation') return;
        insist(
          reply !== undefined,
          'lost',
          'receipts',
          `${claim.id} was acknowledged and is now refused`,
          claim,
        );
        const facts = { claim, reply };
        insist(
          replayedOf(reply) && revisionIn(reply) === claim.revision,
          'duplicated',
          'receipts',
          `${claim.id} was done twice: at revision ${claim.revision} and at ${revisionIn(reply)}`,
          facts,
        );
        insist(
          withoutHeader(reply) === withoutHeader(claim.reply),
          'violation',
          'receipts',
          `${claim.id} is answered otherwise than the first time`,
          facts,
        );
      }),
    );
  }
}

/** Without a reply when it is refused now; unless its lease is over, it had not been done then. */
async function sendAgain(wire: Wire, intent: Intent): Promise<{ reply?: Message; reason?: string }> {
  try {
    return { reply: await wire.call(intent.method, intent.request) };
  } catch (error) {
    if (!(error instanceof WireError) || !error.refused) throw error;
    insist(
      error.reason !== 'INTERNAL',
      'violation',
      'internal',
      `${intent.method} failed inside the daemon`,
      intent,
    );
    insist(
      error.reason !== 'IDEMPOTENCY_KEY_REUSED',
      'violation',
      'receipts',
      `${intent.id} is taken for another request`,
      intent,
    );
    return { reason: error.reason };
  }
}

function headerOf(reply: Message): { revision: string; replayed: boolean } {
  return reply.header as { revision: string; replayed: boolean };
}

export function revisionIn(reply: Message): number {
  return Number(headerOf(reply).revision);
}

function replayedOf(reply: Message): boolean {
  return headerOf(reply).replayed;
}

function withoutHeader({ header: _header, subscribers: _who_listens_now, ...rest }: Message): string {
  // Once through JSON, as the logged one went, so that bytes have one form.
  return canonical(JSON.parse(JSON.stringify(rest)));
}

/** Waits for all of them, also after the first failure, so that nothing is still under way; a violation goes first. */
async function allOf(work: readonly Promise<void>[]): Promise<void> {
  const failures = (await Promise.allSettled(work)).flatMap((each): unknown[] =>
    each.status === 'rejected' ? [each.reason] : [],
  );
  const worst = failures.find((error) => error instanceof Violation) ?? failures[0];
  if (worst !== undefined) throw worst;
}
