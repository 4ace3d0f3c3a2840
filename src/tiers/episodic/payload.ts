/**
 * The packed document of an episode: {amounts?, outcome?, payload}. It is put together from parts that are canonical
 * already, because ingest does this for every episode: the result is what packDocument would have made of the whole.
 */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';

export interface EpisodeContent {
  /** Canonical amounts by name, in the order of names. */
  readonly amounts: Readonly<Record<string, string>>;
  /** Undefined when it was recorded without one. */
  readonly outcome: DocValue | undefined;
  readonly payload: DocValue;
}

// MessagePack: a map of up to 15 members is 0x80 + members, a string of up to 31 bytes 0xa0 + bytes.
const MAP_OF = [0, 1, 2, 3].map((members) => Buffer.from([0x80 + members]));
const AMOUNTS = key('amounts');
const OUTCOME = key('outcome');
const PAYLOAD = key('payload');

function key(name: string): Buffer {
  return Buffer.from([0xa0 + name.length, ...Buffer.from(name, 'latin1')]);
}

/** Packs an episode. `outcome` and `payload` are packed documents; `amounts` may be empty. */
export function packEpisode(
  amounts: Readonly<Record<string, string>> | null,
  outcome: Uint8Array | null,
  payload: Uint8Array,
): Uint8Array {
  // Members stand in the order of their keys.
  const parts: Uint8Array[] = [];
  if (amounts !== null) parts.push(AMOUNTS, packDocument(amounts as DocObject));
  if (outcome !== null) parts.push(OUTCOME, outcome);
  parts.push(PAYLOAD, payload);
  return Buffer.concat([MAP_OF[parts.length / 2] ?? Buffer.alloc(0), ...parts]);
}

/** Packs the payload of an 'episode.outcome' entry. */
export function packOutcome(outcome: Uint8Array): Uint8Array {
  return Buffer.concat([MAP_OF[1] ?? Buffer.alloc(0), OUTCOME, outcome]);
}

export function unpackEpisode(bytes: Uint8Array): EpisodeContent {
  const document = unpackDocument(bytes) as DocObject;
  return {
    amounts: (document.amounts ?? {}) as Record<string, string>,
    outcome: document.outcome,
    payload: document.payload ?? null,
  };
}

/** The amounts alone; a summary asks this of every episode of a window, and many have none. */
export function amountsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const has_amounts = AMOUNTS.every((byte, index) => bytes[index + 1] === byte);
  return has_amounts ? unpackEpisode(bytes).amounts : {};
}
