/**
 * Signals as messages on Redis channels, both ways.
 *
 * A message is the JSON that agents' own programs publish and read: the members of the payload, and `confidence`, `source`,
 * `market` (on `pf:signals:{market}`) and `ts` where the payload has none of its own. `_holdfast` says the rest: which
 * database it came from (origin), its id there, whose it was, and which members are not the payload's (added), so that
 * another daemon gets the signal back as it was, and this one knows its own.
 */
import { readDocument } from '../codec/document.js';
import { formatJson } from '../codec/json_format.js';
import { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from '../codec/limits.js';
import { packDocument } from '../codec/msgpack.js';
import { findSecretInText } from '../codec/secrets.js';
import { type DocObject, type DocValue, isDocObject } from '../codec/value.js';
import { MAX_CHANNEL_LENGTH } from '../tiers/signals/patterns.js';
import { packSignal, unpackSignal } from '../tiers/signals/publish.js';
import { asObject, seconds } from './layout.js';

/** What is published to Redis, and subscribed to there. */
export const SIGNAL_PATTERNS = ['pf:signals:*', 'pf:alerts:*', 'pf:broadcast'] as const;
const SIGNALS_PREFIX = 'pf:signals:';
/** Who publishes what came from Redis. No client can name it: agent ids begin with a letter or digit. */
export const REDIS_AGENT = '_redis';

/** Of a signal's payload, as in Publish, and of a message, which has the envelope besides. */
const LIMITS: DocumentLimits = { ...DEFAULT_DOCUMENT_LIMITS, max_size_bytes: 65_536 };
const MAX_MESSAGE_BYTES = 98_304;
const MAX_SOURCE_BYTES = 128;
const CHANNEL = /^pf:(?:signals:[A-Za-z0-9._:/-]+|alerts:[A-Za-z0-9._:/-]+|broadcast)$/;
const ID = /^[A-Za-z0-9-]{1,64}$/;

export interface SentSignal {
  /** As in Signal.signal_id. */
  readonly signal_id: string;
  readonly agent_id: string;
  readonly channel: string;
  readonly time_us: number;
  /** What packSignal made. */
  readonly payload: Uint8Array;
}

export function isMirrored(channel: string): boolean {
  return CHANNEL.test(channel);
}

export function toMessage(signal: SentSignal, origin: string): string {
  const { confidence, payload, source } = unpackSignal(signal.payload);
  const { signal_id, agent_id, channel, time_us } = signal;
  const own = asObject(payload);
  const ours: [string, string][] = [
    ['confidence', formatJson(confidence)],
    ['source', JSON.stringify(source)],
    ['ts', seconds(time_us)],
  ];
  if (channel.startsWith(SIGNALS_PREFIX))
    ours.push(['market', JSON.stringify(channel.slice(SIGNALS_PREFIX.length))]);
  const added = ours.filter(([name]) => !(name in own));
  const envelope = {
    ...{ origin, id: signal_id, agent_id, confidence, source, time_us },
    ...{ added: added.map(([name]) => name), is_value: own !== payload },
  };
  const members = formatJson(own).slice(1, -1);
  const parts = [
    members,
    ...added.map(([name, text]) => `"${name}":${text}`),
    `"_holdfast":${formatJson(envelope)}`,
  ];
  return `{${parts.filter((part) => part !== '').join(',')}}`;
}

/** A message of Redis as a signal. */
export interface ReceivedSignal {
  readonly channel: string;
  readonly confidence: number;
  readonly source: string;
  /** What packSignal makes. */
  readonly payload: Uint8Array;
  /** The database it came from and its id there; null = of no daemon. */
  readonly sent: { readonly origin: string; readonly id: string } | null;
}

/** Undefined for what is no signal: anybody may write anything there. Never throws. */
export function fromMessage(channel: string, message: Uint8Array): ReceivedSignal | undefined {
  if (message.length > MAX_MESSAGE_BYTES || channel.length > MAX_CHANNEL_LENGTH) return undefined;
  if (!CHANNEL.test(channel) || findSecretInText(channel) !== null) return undefined;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(message);
    const { value } = readDocument({ json }, 'message', { ...LIMITS, max_size_bytes: MAX_MESSAGE_BYTES });
    if (!isDocObject(value)) return undefined;
    const received = '_holdfast' in value ? ofDaemon(value) : ofProgram(value);
    if (received === undefined || !isFraction(received.confidence)) return undefined;
    const payload = packDocument(received.payload);
    if (payload.length > LIMITS.max_size_bytes) return undefined;
    const { confidence, sent } = received;
    const source = cutToBytes(received.source, MAX_SOURCE_BYTES);
    return { channel, confidence, source, payload: packSignal({ payload, confidence, source }), sent };
  } catch {
    return undefined;
  }
}

type Parsed = Pick<ReceivedSignal, 'source' | 'sent' | 'confidence'> & { readonly payload: DocValue };

function ofProgram(message: DocObject): Parsed | undefined {
  const { confidence = 1, source = '' } = message;
  if (typeof confidence !== 'number') return undefined;
  const named = typeof source === 'string' ? source : '';
  return { confidence, source: `redis:${named}`, payload: message, sent: null };
}

function ofDaemon({ _holdfast, ...rest }: DocObject): Parsed | undefined {
  if (!isDocObject(_holdfast ?? null)) return undefined;
  const { origin, id, agent_id, confidence, source, added, is_value } = _holdfast as DocObject;
  if (typeof origin !== 'string' || !ID.test(origin) || typeof id !== 'string' || !ID.test(id))
    return undefined;
  if (typeof agent_id !== 'string' || typeof source !== 'string' || typeof confidence !== 'number')
    return undefined;
  if (!Array.isArray(added)) return undefined;
  const own = Object.fromEntries(Object.entries(rest).filter(([name]) => !added.includes(name)));
  const payload = is_value === true ? (own.value ?? null) : own;
  return { confidence, source: `redis:${origin}:${agent_id}:${source}`, payload, sent: { origin, id } };
}

function isFraction(value: number): boolean {
  return value >= 0 && value <= 1;
}

/** Cut between characters. */
function cutToBytes(text: string, max: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= max) return text;
  return new TextDecoder().decode(bytes.subarray(0, max)).replace(/\ufffd+$/, '');
}
