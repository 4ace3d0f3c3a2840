/**
 * The checker's own model of the daemon, one class per tier. It is fed every request that is known to have been committed,
 * in the order of the revisions, and says what each must have answered and journaled; afterwards it is compared with what
 * the daemon reads back. Nothing of the daemon's code is used.
 */
import type { Random } from './random.js';
import { canonical, insist } from './violation.js';
import { type Message, type Wire, WireError } from './wire.js';

/** A committed mutation, alone or nested in another. */
export interface Step {
  readonly name: string;
  readonly agent_id: string;
  readonly request: Message;
  readonly result: Message;
  readonly revision: number;
  /** When it was committed, in Unix microseconds. */
  readonly time_us: number;
  /** It is part of an operation's outcome, which has happened: guards do not stop it. */
  readonly is_outcome?: boolean;
}

/** What the journal must hold for it. */
export type Entry = readonly [agent_id: string, kind: string, key: string];

/** An entry as the journal has it. */
export interface JournalEntry {
  readonly agent_id: string;
  readonly kind: string;
  readonly key: string;
  /** Unpacked, decimals as JSON has them; undefined for kinds whose payload nobody compares. */
  readonly payload: unknown;
}

export interface Scope {
  readonly wire: Wire;
  readonly random: Random;
  /** Compare everything, not only what changed since the last time and samples. */
  readonly full: boolean;
  /** The newest revision of the journal that the model has seen, and its time, in Unix microseconds. */
  readonly revision: number;
  readonly time_us: number;
}

export interface TierModel {
  /** The mutations it knows, as in the proto's Mutation. */
  readonly names: readonly string[];
  apply(step: Step): Entry[];
  compare(scope: Scope): Promise<void>;
}

/** A reply must follow from the revisions before it. */
export function expectReply(step: Step, what: string, actual: unknown, expected: unknown): void {
  insist(
    canonical(actual) === canonical(expected),
    'violation',
    'reply',
    `the acknowledged reply to ${step.name} at revision ${step.revision} does not follow from the revisions before it: ${what}`,
    { expected, actual, request: step.request, result: step.result },
  );
}

/** What was acknowledged must be read back equal. */
export function expectRead(what: string, actual: unknown, expected: unknown): void {
  insist(canonical(actual) === canonical(expected), 'lost', 'read', `${what} is not what was acknowledged`, {
    expected,
    actual,
  });
}

/** A document of a request or a JSON reply as a value; absent = undefined. */
export function documentOf(document: unknown): unknown {
  if (document === null || document === undefined) return undefined;
  const { json } = document as { json?: string };
  return json === undefined ? undefined : JSON.parse(json);
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function listOf(value: unknown): Message[] {
  return Array.isArray(value) ? (value as Message[]) : [];
}

/** The reply, or undefined when the daemon says NOT_FOUND. */
export async function ifFound(wire: Wire, method: string, request: Message): Promise<Message | undefined> {
  try {
    return await wire.call(method, request);
  } catch (error) {
    if (error instanceof WireError && error.reason === 'NOT_FOUND') return undefined;
    throw error;
  }
}

/** Reads all pages of a list. */
export async function allPages(
  wire: Wire,
  method: string,
  request: Message,
  field: string,
): Promise<Message[]> {
  const rows: Message[] = [];
  let page_token = '';
  do {
    const reply = await wire.call(method, { ...request, page_size: 1000, page_token });
    rows.push(...listOf(reply[field]));
    page_token = textOf(reply.next_page_token);
  } while (page_token !== '');
  return rows;
}

/** Bounded, because a full comparison asks thousands of questions. */
export async function inChunks<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 256) await Promise.all(items.slice(at, at + 256).map(work));
}
