/**
 * Signals as messages on Redis channels, both ways.
 *
 * A message is the JSON that agents' own programs publish and read: the members of the payload, and `confidence`, `source`,
 * `agent_id`, `market` (on `pf:signals:{market}`) and `ts`. Those are always the signal's own: what an agent's payload has
 * under these names, or as `alert` on `pf:alerts:*`, stands in the member `payload` instead, so that no agent speaks for
 * another one or for the daemon. Only the daemon's own alerts have an `alert`, and an `agent_id` that says whom it is about.
 * `_holdfast` says the rest: which database it came from (origin), its id there, whose it was, which members are not the
 * payload's (added) and whether some of it are in `payload` (moved), so that another daemon gets the signal back as it was,
 * and this one knows its own.
 *
 * All that holds for what daemons send. Whoever may publish to Redis can send any message there, also one that looks like a
 * daemon's: bound who may by Redis's own access rules (ACL).
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
const ALERTS_PREFIX = 'pf:alerts:';
/** Whose the daemon's own alerts are. No client can name it. */
const SYSTEM_AGENT = '_system';
/** Who publishes what came from Redis. No client can name it: agent ids begin with a letter or digit. */
export const REDIS_AGENT = '_redis';

/** Of a signal's payload, as in Publish, and of a message, which has the envelope besides. */
const LIMITS: DocumentLimits = { ...DEFAULT_DOCUMENT_LIMITS, max_size_bytes: 65_536 };
/** A longer one is no signal. */
export const MAX_MESSAGE_BYTES = 98_304;
/** One level more: a payload may stand below a member of the message. */
const MESSAGE_LIMITS: DocumentLimits = {
  ...LIMITS,
  max_size_bytes: MAX_MESSAGE_BYTES,
  max_depth: LIMITS.max_depth + 1,
};
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
    ['agent_id', JSON.stringify(agent_id)],
    ['ts', seconds(time_us)],
  ];
  if (channel.startsWith(SIGNALS_PREFIX))
    ours.push(['market', JSON.stringify(channel.slice(SIGNALS_PREFIX.length))]);
  const names = ours.map(([name]) => name);
  if (channel.startsWith(ALERTS_PREFIX)) names.push('alert');
  const is_shadowed = agent_id !== SYSTEM_AGENT && names.some((name) => Object.hasOwn(own, name));
  // A `payload` of its own goes the same way, so that it is not taken for ours.
  const [moved, members] = is_shadowed ? split(own, [...names, 'payload']) : [{}, own];
  const added = ours.filter(([name]) => !Object.hasOwn(members, name));
  if (is_shadowed) added.push(['payload', formatJson(moved)]);
  const envelope = {
    ...{ origin, id: signal_id, agent_id, confidence, source, time_us },
    ...{ added: added.map(([name]) => name), moved: is_shadowed, is_value: own !== payload },
  };
  const parts = [
    formatJson(members).slice(1, -1),
    ...added.map(([name, text]) => `"${name}":${text}`),
    `"_holdfast":${formatJson(envelope)}`,
  ];
  return `{${parts.filter((part) => part !== '').join(',')}}`;
}

/** The members that have one of the names, and the others. */
function split(members: DocObject, names: readonly string[]): [named: DocObject, others: DocObject] {
  const entries = Object.entries(members);
  return [
    Object.fromEntries(entries.filter(([name]) => names.includes(name))),
    Object.fromEntries(entries.filter(([name]) => !names.includes(name))),
  ];
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
    const { value } = readDocument({ json }, 'message', MESSAGE_LIMITS);
    if (!isDocObject(value)) return undefined;
    const received = '_holdfast' in value ? ofDaemon(value) : ofProgram(value);
    if (received === undefined || !isFraction(received.confidence)) return undefined;
    const { bytes: payload } = readDocument({ msgpack: packDocument(received.payload) }, 'payload', LIMITS);
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
  const { origin, id, agent_id, confidence, source, added, moved, is_value } = _holdfast as DocObject;
  if (typeof origin !== 'string' || !ID.test(origin) || typeof id !== 'string' || !ID.test(id))
    return undefined;
  if (typeof agent_id !== 'string' || typeof source !== 'string' || typeof confidence !== 'number')
    return undefined;
  if (!Array.isArray(added)) return undefined;
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !added.includes(name)));
  const below = moved === true ? (rest.payload ?? null) : {};
  if (!isDocObject(below)) return undefined;
  const own = { ...kept, ...below };
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
