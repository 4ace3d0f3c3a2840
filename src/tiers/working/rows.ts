/** The table `slots`: its rows and how a slot is shown. */
import { unpackDocument } from '../../codec/msgpack.js';
import type { DocObject } from '../../codec/value.js';
import type { BlockCounts } from '../../tokens/block.js';
import type { Encoding } from '../../tokens/models.js';
import type { LiveSource } from './types.js';

/** A row without its payload. */
export interface SlotHead {
  readonly key: string;
  readonly position: number;
  readonly first_position: number;
  readonly version: number;
  readonly pinned: number;
  readonly priority: number;
  readonly expires_us: number | null;
  readonly updated_us: number;
  readonly content_bytes: number;
  readonly tokens: number;
  readonly o200k_alone: number | null;
  readonly o200k_followed: number | null;
  readonly cl100k_alone: number | null;
  readonly cl100k_followed: number | null;
}

export interface SlotRow extends SlotHead {
  readonly payload: Uint8Array;
}

export const SLOT_COLUMNS =
  'key, position, first_position, version, pinned, priority, expires_us, updated_us, content_bytes, tokens, ' +
  'o200k_alone, o200k_followed, cl100k_alone, cl100k_followed';

/** The payload of 'slot.put': content or live, never both. */
export interface SlotPayload {
  readonly content: string | null;
  readonly live: LiveSource | null;
  readonly version: number;
  readonly priority: number;
  readonly pinned: boolean;
  readonly expires_us: number | null;
}

export function unpackSlot(bytes: Uint8Array): SlotPayload {
  return unpackDocument(bytes) as DocObject as unknown as SlotPayload;
}

/** The tokens of a slot's block as they were counted when it was set; null for a live slot. */
export function countsOf(row: SlotHead, encoding: Encoding): BlockCounts | null {
  const [alone, followed] =
    encoding === 'o200k_base'
      ? [row.o200k_alone, row.o200k_followed]
      : [row.cl100k_alone, row.cl100k_followed];
  return alone === null || followed === null ? null : { alone, followed };
}
