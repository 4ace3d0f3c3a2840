/** Publishing a durable signal: the one way into the table. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';
import type { Db } from '../../store/db.js';
import { idAt, positionInId, type Tx } from '../command.js';
import type { PublishArgs } from './types.js';

/** The kind of its journal entry; the key is the channel. */
export const PUBLISHED = 'signal.published';

export function signalId(position: number): string {
  return idAt('signal', position);
}

/** The position inside an id of a durable signal; undefined when it is none. */
export function signalPosition(signal_id: string): number | undefined {
  return positionInId('signal', signal_id);
}

/** What the payload of the journal entry says; its members stand in the order of their keys. */
export interface SignalContent {
  readonly confidence: number;
  readonly payload: DocValue;
  readonly source: string;
}

// MessagePack: a map of three members, and a string of up to 31 bytes.
const MAP_OF_THREE = Buffer.from([0x83]);
const [CONFIDENCE, PAYLOAD, SOURCE] = ['confidence', 'payload', 'source'].map((key) => packDocument(key)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/** Packs the entry around a payload that is packed already: the result is what packDocument would make of the whole. */
export function packSignal({ payload, confidence, source }: Omit<PublishArgs, 'channel'>): Uint8Array {
  return Buffer.concat([
    MAP_OF_THREE,
    CONFIDENCE,
    packDocument(confidence),
    PAYLOAD,
    payload,
    SOURCE,
    packDocument(source),
  ]);
}

export function unpackSignal(bytes: Uint8Array): SignalContent {
  const { confidence, payload, source } = unpackDocument(bytes) as DocObject;
  return { confidence: Number(confidence), payload: payload ?? null, source: String(source) };
}

/** Writes a signal of the transaction's agent; returns its position. */
export type Publisher = (tx: Tx, signal: PublishArgs) => number;

export function signalPublisher(db: Db): Publisher {
  const insert = db.prepare<[number, string, string, number, number, Uint8Array]>(
    'INSERT INTO signals (position, agent_id, channel, confidence, time_us, payload) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const count = db.prepare<[string]>(
    `INSERT INTO signal_channels (channel, count, dropped) VALUES (?, 1, 0)
     ON CONFLICT (channel) DO UPDATE SET count = count + 1`,
  );
  return (tx, signal) => {
    const { position, bytes } = tx.emit(PUBLISHED, signal.channel, packSignal(signal), 'tier');
    insert.run(position, tx.agent_id, signal.channel, signal.confidence, tx.now_us, bytes);
    count.run(signal.channel);
    return position;
  };
}
