/** Commands of working memory: slots. */
import type { DocObject } from '../../codec/value.js';
import { HoldfastError } from '../../errors.js';
import type { Db, Statement } from '../../store/db.js';
import { countBlock, headerOf } from '../../tokens/block.js';
import { DEFAULT_ENCODING, ENCODINGS, type Encoding } from '../../tokens/models.js';
import type { HandlersOf, Tx } from '../command.js';
import type { Fact } from '../derived.js';
import type { SlotPayload } from './rows.js';
import {
  type DeleteSlotArgs,
  MAX_CONTENT_BYTES,
  MAX_SLOTS,
  type PutSlotArgs,
  type WorkingCommands,
} from './types.js';

interface Known {
  readonly first_position: number;
  readonly version: number;
  readonly expires_us: number | null;
}

interface Totals {
  readonly slots: number;
  readonly content_bytes: number;
}

const MAX_SWEPT = 1000;

export function workingCommands(db: Db): HandlersOf<WorkingCommands> {
  const slots = new SlotWriter(db);
  return {
    put_slot: (tx, args) => slots.put(tx, args),
    delete_slot: (tx, args) => slots.delete(tx, args),
  };
}

/** Removes slots whose time is over; returns how many. Nobody has seen them since. */
export function slotSweeper(db: Db): (tx: Tx) => number {
  const due = db.prepare<[number], { agent_id: string; key: string; version: number }>(
    `SELECT agent_id, key, version FROM slots WHERE expires_us <= ? ORDER BY expires_us LIMIT ${MAX_SWEPT}`,
  );
  const remove = db.prepare<[string, string]>('DELETE FROM slots WHERE agent_id = ? AND key = ?');
  return (tx) => {
    const rows = due.all(tx.now_us);
    for (const { agent_id, key, version } of rows) {
      remove.run(agent_id, key);
      tx.as(agent_id).emit('slot.expired', key, { version }, 'journal');
    }
    return rows.length;
  };
}

/** The texts whose tokens put_slot takes: those of the block, in every encoding, so that no later reader counts again. */
export function slotFacts({ key, content }: PutSlotArgs): Fact[] {
  if (content === null) return [];
  const texts = new Set<string>();
  countBlock(headerOf(key, false), content, (text) => texts.add(text).size);
  const facts = ENCODINGS.flatMap((encoding) =>
    [...texts].map((text): Fact => ({ kind: 'tokens', encoding, text })),
  );
  // The slot's own count, which most blocks have asked for already.
  if (!texts.has(content)) facts.push({ kind: 'tokens', encoding: DEFAULT_ENCODING, text: content });
  return facts;
}

class SlotWriter {
  readonly #find: Statement<[string, string], Known>;
  readonly #totals: Statement<[string, string, number], Totals>;
  readonly #set: Statement<unknown[]>;
  readonly #remove: Statement<[string, string]>;

  constructor(db: Db) {
    this.#find = db.prepare(
      'SELECT first_position, version, expires_us FROM slots WHERE agent_id = ? AND key = ?',
    );
    this.#totals = db.prepare(
      `SELECT count(*) AS slots, coalesce(sum(content_bytes), 0) AS content_bytes FROM slots
       WHERE agent_id = ? AND key <> ? AND (expires_us IS NULL OR expires_us > ?)`,
    );
    this.#set = db.prepare(
      `INSERT OR REPLACE INTO slots (agent_id, key, position, first_position, version, pinned, priority, expires_us,
         updated_us, content_bytes, tokens, o200k_alone, o200k_followed, cl100k_alone, cl100k_followed, payload)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#remove = db.prepare('DELETE FROM slots WHERE agent_id = ? AND key = ?');
  }

  put(tx: Tx, args: PutSlotArgs): { version: number; tokens: number } {
    const { agent_id, now_us } = tx;
    const { key, content, priority, pinned } = args;
    const present = this.#present(tx, key);
    checkVersion(key, args.expected_version, present?.version ?? 0);
    const content_bytes = content === null ? 0 : Buffer.byteLength(content);
    this.#checkRoom(tx, key, content_bytes);
    const version = (present?.version ?? 0) + 1;
    const expires_us = args.ttl_ms === null ? null : now_us + args.ttl_ms * 1000;
    const payload: SlotPayload = { content, live: args.live, version, priority, pinned, expires_us };
    const { position, bytes } = tx.emit('slot.put', key, payload as unknown as DocObject, 'tier');
    const tokens = content === null ? 0 : tx.derived.tokens(DEFAULT_ENCODING, content);
    const o200k = countsIn(tx, 'o200k_base', args);
    const cl100k = countsIn(tx, 'cl100k_base', args);
    this.#set.run(
      agent_id,
      key,
      position,
      present?.first_position ?? position,
      version,
      pinned ? 1 : 0,
      priority,
      expires_us,
      now_us,
      content_bytes,
      tokens,
      ...o200k,
      ...cl100k,
      bytes,
    );
    return { version, tokens };
  }

  delete(tx: Tx, { key, expected_version }: DeleteSlotArgs): Record<string, never> {
    const present = this.#present(tx, key);
    if (present === undefined) throw noSlot(key);
    checkVersion(key, expected_version, present.version);
    tx.emit('slot.deleted', key, { version: present.version }, 'journal');
    this.#remove.run(tx.agent_id, key);
    return {};
  }

  /** One whose time is over is gone, swept or not. */
  #present(tx: Tx, key: string): Known | undefined {
    const known = this.#find.get(tx.agent_id, key);
    return known === undefined || (known.expires_us !== null && known.expires_us <= tx.now_us)
      ? undefined
      : known;
  }

  /** @throws HoldfastError TOO_MANY. */
  #checkRoom(tx: Tx, key: string, content_bytes: number): void {
    const others = this.#totals.get(tx.agent_id, key, tx.now_us) ?? { slots: 0, content_bytes: 0 };
    if (others.slots >= MAX_SLOTS) {
      throw new HoldfastError('TOO_MANY', `the agent has ${MAX_SLOTS} slots already`, {
        field: 'key',
        metadata: { limit: String(MAX_SLOTS) },
      });
    }
    const total = others.content_bytes + content_bytes;
    if (total > MAX_CONTENT_BYTES) {
      throw new HoldfastError(
        'TOO_MANY',
        `content: the slots of the agent would hold ${total} bytes, more than ${MAX_CONTENT_BYTES}`,
        { field: 'content', metadata: { limit: String(MAX_CONTENT_BYTES), actual: String(total) } },
      );
    }
  }
}

function countsIn(tx: Tx, encoding: Encoding, { key, content }: PutSlotArgs): (number | null)[] {
  if (content === null) return [null, null];
  const { alone, followed } = countBlock(headerOf(key, false), content, (text) =>
    tx.derived.tokens(encoding, text),
  );
  return [alone, followed];
}

/** @throws HoldfastError VERSION_CONFLICT unless the caller expects nothing, or this. */
function checkVersion(key: string, expected: number | null, actual: number): void {
  if (expected === null || expected === actual) return;
  throw new HoldfastError('VERSION_CONFLICT', `slot ${key} is at version ${actual}, not ${expected}`, {
    field: 'expected_version',
    metadata: { expected: String(expected), actual: String(actual) },
  });
}

export function noSlot(key: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no slot ${key}`, { field: 'key' });
}
