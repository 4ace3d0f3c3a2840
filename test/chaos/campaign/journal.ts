/**
 * Reads the journal through Watch and recomputes its chain: revisions without gap or double, each entry's hash from the one
 * before, each payload against its digest. The hash is computed anew here, from the description of the format.
 */
import { createHash } from 'node:crypto';
import { addExtension, Unpackr } from 'msgpackr';
import { type JournalEntry, listOf, textOf } from './tier.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

// Documents' decimals, in the form they have in JSON. Nothing is packed here.
addExtension({ type: 1, unpack: (bytes: Buffer) => ({ __decimal__: bytes.toString('latin1') }) } as never);
const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true, int64AsType: 'number' });

export interface Revision {
  readonly revision: number;
  /** When it was committed, in Unix microseconds. */
  readonly time_us: number;
  readonly entries: readonly JournalEntry[];
}

/** Kinds whose payload is compared, or says what the daemon did by itself; the other tiers are read back. */
const READ_KINDS: ReadonlySet<string> = new Set([
  'state.put',
  'conversation.due',
  'conversation.summarized',
  'memory.generation',
  'signal.published',
  'consumer.delivered',
  'consumer.gave_up',
  'session.opened',
  'session.taken_over',
  'session.changed',
  'session.trade',
]);

const GENESIS = Buffer.alloc(32);

export class Chain {
  /** The newest revision read. */
  revision = 0;
  /** When that was committed, in Unix microseconds. */
  time_us = 0;
  #hash: Buffer = GENESIS;
  /** The chain's hash after each revision, for checking again later and in backups. */
  readonly #hashes = new Map<number, string>([[0, GENESIS.toString('hex')]]);

  hashAt(revision: number): string | undefined {
    return this.#hashes.get(revision);
  }

  /** Appends the revisions after the newest read so far, up to `head`, to `found`; what is there stays when it fails. */
  async readOn(wire: Wire, head: number, found: Revision[]): Promise<void> {
    await readJournal(wire, this.revision, this.#hash, head, (revision, hash, entries, time_us) => {
      insist(
        time_us >= this.time_us,
        'violation',
        'time',
        `revision ${revision} was committed before the one before it`,
        { time_us, before_us: this.time_us },
      );
      this.revision = revision;
      this.time_us = time_us;
      this.#hash = hash;
      this.#hashes.set(revision, hash.toString('hex'));
      found.push({ revision, time_us, entries });
    });
    insist(
      this.revision === head,
      'lost',
      'revisions',
      `the journal ends at revision ${this.revision}, not at ${head}`,
    );
  }

  /** Reads it all again from `floor` and compares each hash with what it was when it was first read. */
  async readAgain(wire: Wire, floor: number): Promise<void> {
    const known = this.#hashes.get(floor);
    insist(
      known !== undefined,
      'violation',
      'chain',
      `the journal begins at revision ${floor}, which was never there`,
    );
    let last = floor;
    await readJournal(wire, floor, Buffer.from(known, 'hex'), this.revision, (revision, hash) => {
      last = revision;
      const same = this.#hashes.get(revision) === hash.toString('hex');
      insist(
        same,
        'violation',
        'chain',
        `revision ${revision} was rewritten: its hash is another than before`,
      );
    });
    insist(
      last === this.revision,
      'lost',
      'revisions',
      `the journal ends at revision ${last}, not at ${this.revision}`,
    );
  }
}

/** Each revision after `after` up to `head`, each entry held against the one before and against its payload. */
export async function readJournal(
  wire: Wire,
  after: number,
  hash_before: Buffer,
  head: number,
  take: (revision: number, hash: Buffer, entries: JournalEntry[], time_us: number) => void,
): Promise<void> {
  if (after >= head) return;
  let expected = after + 1;
  let hash = hash_before;
  const request = { agent_id: '*', from_revision: String(after), encoding: 'DOCUMENT_ENCODING_MSGPACK' };
  await wire.stream('Watch/Watch', request, (message) => {
    const revision = Number(message.revision);
    insist(
      revision === expected,
      'violation',
      'revisions',
      `revision ${revision} follows revision ${expected - 1}`,
    );
    expected += 1;
    const entries = listOf(message.entries);
    const time_us = timeOf(message.committed_at);
    entries.forEach((entry, index) => {
      insist(
        Number(entry.ordinal) === index,
        'violation',
        'revisions',
        `revision ${revision} has an entry too few or too many`,
        entries,
      );
      hash = checkEntry(revision, hash, entry, time_us);
    });
    take(revision, hash, entries.map(readEntry), Number(time_us));
    return revision >= head;
  });
}

/** The chain's hash with this entry. */
function checkEntry(revision: number, before: Buffer, entry: Message, time_us: bigint): Buffer {
  const digest = entry.payload_digest as Buffer;
  const bytes = (entry.payload as { msgpack?: Buffer } | null)?.msgpack;
  if (bytes !== undefined && bytes.length > 0) {
    const same = createHash('sha256').update(bytes).digest().equals(digest);
    insist(
      same,
      'violation',
      'chain',
      `the payload of revision ${revision} does not have its digest`,
      entry.key,
    );
  }
  const hash = createHash('sha256')
    .update('holdfast.journal.v1\0')
    .update(before)
    .update(uint64(BigInt(revision)))
    .update(uint32(Number(entry.ordinal)))
    .update(uint64(time_us));
  for (const text of [entry.agent_id, entry.kind, entry.key].map(textOf)) {
    hash.update(uint32(Buffer.byteLength(text))).update(text);
  }
  const computed = hash.update(digest).digest();
  const same = computed.equals(entry.hash as Buffer);
  insist(same, 'violation', 'chain', `the hash of revision ${revision} does not follow from the one before`, {
    kind: entry.kind,
    key: entry.key,
    computed: computed.toString('hex'),
    stored: (entry.hash as Buffer).toString('hex'),
  });
  return computed;
}

function readEntry({ agent_id, kind, key, payload }: Message): JournalEntry {
  const bytes = (payload as { msgpack?: Buffer } | null)?.msgpack;
  const wanted = READ_KINDS.has(textOf(kind)) && bytes !== undefined && bytes.length > 0;
  return {
    agent_id: textOf(agent_id),
    kind: textOf(kind),
    key: textOf(key),
    payload: wanted ? (unpackr.unpack(bytes) as unknown) : undefined,
  };
}

/** In Unix microseconds. */
function timeOf(timestamp: unknown): bigint {
  const { seconds, nanos } = timestamp as { seconds: string; nanos: number };
  return BigInt(seconds) * 1_000_000n + BigInt(nanos / 1000);
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
