/**
 * Token buckets: volatile, so what must hold is what each life of the daemon promises. Never more than capacity and refill
 * within any span of time; from the bucket and the agent's share, or from neither; full after a restart.
 */
import { type Granted, monotonicUs, type NoteBook } from './notes.js';
import type { Random } from './random.js';
import { Unanswered } from './sender.js';
import { listOf, textOf } from './tier.js';
import { insist } from './violation.js';
import { type Wire, WireError } from './wire.js';

interface Size {
  readonly capacity: number;
  readonly refill_per_second: number;
}

/** The bucket that all clients share under load. */
const RATE = {
  bucket: 'campaign/rate',
  size: { capacity: 20, refill_per_second: 60 },
  share: { capacity: 8, refill_per_second: 25 },
} as const;
/** Of the checker alone. It gains nothing to speak of while it is looked at. */
const EXACT = {
  bucket: 'campaign/exact',
  size: { capacity: 12, refill_per_second: 0.000001 },
  share: { capacity: 4, refill_per_second: 0.000001 },
} as const;

/** Takes some tokens, waiting for them or not, and notes when it got them. */
export async function takeTokens(
  wire: Wire,
  notes: NoteBook,
  random: Random,
  agent_id: string,
): Promise<void> {
  const tokens = random.int(1, 4);
  const max_wait = random.chance(0.4) ? { max_wait: { seconds: '0', nanos: 40_000_000 } } : {};
  const sent_us = monotonicUs();
  try {
    const { allowed } = await wire.call('Limits/AcquireTokens', {
      ...{ agent_id, bucket: RATE.bucket, ...RATE.size, agent_bucket: RATE.share, tokens },
      ...max_wait,
    });
    if (allowed !== true) return;
    notes.write({
      ...{ t: 'granted', bucket: RATE.bucket, agent_id, tokens, sent_us },
      answered_us: monotonicUs(),
    });
  } catch (error) {
    if (error instanceof WireError && !error.refused) throw new Unanswered(error.message);
    throw error;
  }
}

/** `granted` is of one life of the daemon. */
export function checkGrants(granted: readonly Granted[]): void {
  expectWithin(granted, RATE.size, RATE.bucket);
  for (const agent_id of new Set(granted.map((grant) => grant.agent_id))) {
    const own = granted.filter((grant) => grant.agent_id === agent_id);
    expectWithin(own, RATE.share, `the share of ${agent_id}`);
  }
}

/** What was asked for and answered within a span was given within it. */
function expectWithin(
  granted: readonly Granted[],
  { capacity, refill_per_second }: Size,
  what: string,
): void {
  const by_answer = [...granted].sort((a, b) => a.answered_us - b.answered_us);
  for (const { sent_us: from_us } of granted) {
    let tokens = 0;
    for (const grant of by_answer.filter(({ sent_us }) => sent_us >= from_us)) {
      tokens += grant.tokens;
      const span_us = grant.answered_us - from_us;
      const most = capacity + (refill_per_second * span_us) / 1e6;
      insist(
        tokens <= most + 1e-6,
        'duplicated',
        'bucket',
        `${what} gave ${tokens} tokens within ${span_us} µs, at most ${most} are allowed`,
        granted,
      );
    }
  }
}

/** Many ask at once for more than there is; afterwards what was given and what is left are all that there was. */
export async function checkExactBucket(wire: Wire, random: Random): Promise<void> {
  const { bucket, size, share } = EXACT;
  const asks = Array.from({ length: 24 }, () => ({
    agent_id: `asker${random.int(0, 4)}`,
    tokens: random.int(1, 3),
  }));
  const answers = await Promise.all(
    asks.map(async ({ agent_id, tokens }) => {
      const request = { agent_id, bucket, ...size, agent_bucket: share, tokens };
      const { allowed } = await wire.call('Limits/AcquireTokens', request);
      return { agent_id, tokens, allowed };
    }),
  );
  const { buckets } = await wire.call('Limits/ListBuckets', { prefix: bucket });
  const left = new Map(listOf(buckets).map((each) => [textOf(each.agent_id), Number(each.available)]));
  const facts = { answers, buckets };
  for (const agent_id of ['', ...new Set(asks.map((ask) => ask.agent_id))]) {
    const { capacity } = agent_id === '' ? size : share;
    const given = answers
      .filter((each) => each.allowed === true && (agent_id === '' || each.agent_id === agent_id))
      .reduce((sum, { tokens }) => sum + tokens, 0);
    // One that is full and unused is not listed.
    const rest = left.get(agent_id) ?? capacity;
    insist(
      given + rest === capacity,
      given + rest > capacity ? 'duplicated' : 'lost',
      'bucket',
      `the bucket of ${agent_id === '' ? 'all' : agent_id} was full, gave ${given} and has ${rest} of ${capacity}`,
      facts,
    );
  }
  for (const { agent_id, tokens, allowed } of answers) {
    const most = Math.min(left.get('') ?? size.capacity, left.get(agent_id) ?? share.capacity);
    const sound = allowed === true || tokens > most;
    insist(sound, 'violation', 'bucket', `${agent_id} was refused ${tokens} tokens that are there`, facts);
  }
}
