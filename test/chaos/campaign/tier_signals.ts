import {
  allPages,
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  type JournalEntry,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { canonical, insist } from './violation.js';
import type { Message } from './wire.js';

/** Durable, as the journal has it. */
export interface ModelSignal {
  readonly signal_id: string;
  /** In the order of publication. */
  readonly position: number;
  readonly revision: number;
  readonly agent_id: string;
  readonly channel: string;
  readonly confidence: number;
  readonly source: string;
  readonly payload: unknown;
}

/** Who publishes alerts. */
export const SYSTEM_AGENT = '_system';
const ENTRIES_PER_REVISION = 4096;
const LISTED = 200;

export function positionOf(revision: number, ordinal: number): number {
  return revision * ENTRIES_PER_REVISION + ordinal;
}

export function signalIdOf(position: number): string {
  return `signal-${position.toString(36).padStart(11, '0')}`;
}

/** `*` stands for any characters, or none. */
export function matcherOf(patterns: readonly string[]): (channel: string) => boolean {
  const spelled = patterns.map((pattern) => pattern.replaceAll('.', '\\.').replaceAll('*', '.*'));
  const expression = new RegExp(`^(?:${spelled.join('|')})$`);
  return (channel) => expression.test(channel);
}

export class SignalsModel implements TierModel {
  readonly names = ['publish'];
  /** In the order of publication. */
  readonly all: ModelSignal[] = [];
  readonly byId = new Map<string, ModelSignal>();
  /** Those that a request was answered with. */
  readonly #answered = new Set<string>();

  /** Takes in what a revision published, whoever did. */
  observe(revision: number, entries: readonly JournalEntry[]): void {
    for (const [ordinal, { agent_id, kind, key, payload }] of entries.entries()) {
      if (kind !== 'signal.published') continue;
      const content = payload as { confidence: number; payload: unknown; source: string } | undefined;
      insist(
        content !== undefined,
        'lost',
        'signal',
        `the journal does not hold a signal of ${revision}`,
        key,
      );
      const position = positionOf(revision, ordinal);
      const signal_id = signalIdOf(position);
      const signal = { signal_id, position, revision, agent_id, channel: key, ...content };
      this.all.push(signal);
      this.byId.set(signal_id, signal);
    }
  }

  /** Those of a revision that the daemon told by itself. */
  alertsOf(revision: number): ModelSignal[] {
    const first = this.all.findLastIndex((signal) => signal.revision < revision) + 1;
    return this.all.slice(first).filter(({ agent_id }) => agent_id === SYSTEM_AGENT);
  }

  apply(step: Step): Entry[] {
    const { agent_id, request, result, revision } = step;
    const signal_id = textOf(result.signal_id);
    const found = this.byId.get(signal_id);
    insist(
      found?.revision === revision && !this.#answered.has(signal_id),
      'lost',
      'signal',
      `the signal ${signal_id} that was acknowledged at ${revision} is not in the journal`,
      step,
    );
    this.#answered.add(signal_id);
    expectReply(
      step,
      'the signal in the journal',
      viewOf(found),
      canonicalOf({
        agent_id,
        channel: textOf(request.channel),
        confidence: (request.confidence as number | undefined) ?? 1,
        source: textOf(request.source) || agent_id,
        payload: documentOf(request.payload) ?? {},
      }),
    );
    return [[agent_id, 'signal.published', textOf(request.channel)]];
  }

  /** What matches and was published after the revision, in order. */
  after(revision: number, patterns: readonly string[]): ModelSignal[] {
    const matches = matcherOf(patterns);
    return this.all.filter((signal) => signal.revision > revision && matches(signal.channel));
  }

  async compare({ wire, random, full, revision }: Scope): Promise<void> {
    // A session may be lost meanwhile, and its alert told: that is looked at after the next kill.
    const isSeen = (signal: Message) => Number(signal.revision) <= revision;
    const asked = { agent_id: '*', patterns: ['*'] };
    const rows = full
      ? await allPages(wire, 'Signals/ListSignals', asked, 'signals')
      : listOf((await wire.call('Signals/ListSignals', { ...asked, page_size: LISTED })).signals);
    const seen = rows.filter(isSeen);
    const listed = full ? this.all.length : Math.max(0, LISTED - (rows.length - seen.length));
    const newest_first = this.all.toReversed();
    expectRead('the list of signals', seen.map(expectedOf), newest_first.slice(0, listed).map(withId));
    // Right before a signal, where a gap would be.
    const from = full || this.all.length === 0 ? 0 : random.pick(this.all).revision - 1;
    const patterns = random.pick([['*'], ['sig:1', 'sig:2'], ['pf:alerts:*'], ['sig:*', 'nobody']]);
    const replayed: Message[] = [];
    await wire.stream(
      'Signals/Subscribe',
      { agent_id: '*', patterns, from_revision: String(from) },
      (message) => {
        if (message.signal != null) replayed.push(message.signal as Message);
        return message.live === true;
      },
    );
    expectRead(
      `the replay of ${patterns.join()} from revision ${from}`,
      replayed.filter(isSeen).map(expectedOf),
      this.after(from, patterns).map(withId),
    );
  }
}

/** What a reply says of a signal. */
function expectedOf(signal: Message): unknown {
  const { signal_id, agent_id, channel, confidence, source, payload, revision, durable } = signal;
  const content = { agent_id, channel, confidence, source, payload: documentOf(payload) };
  return canonicalOf({ ...content, signal_id, revision: Number(revision), durable });
}

function withId(signal: ModelSignal): unknown {
  const { signal_id, revision, agent_id, channel, confidence, source, payload } = signal;
  const content = { agent_id, channel, confidence, source, payload };
  return canonicalOf({ ...content, signal_id, revision, durable: true });
}

/** What was published, without what the daemon added. */
export function viewOf({ agent_id, channel, confidence, source, payload }: ModelSignal): string {
  return canonicalOf({ agent_id, channel, confidence, source, payload });
}

/** Through JSON once, as payloads come from the journal as well as from JSON. */
function canonicalOf(value: unknown): string {
  return canonical(JSON.parse(JSON.stringify(value)));
}
