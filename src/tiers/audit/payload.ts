/** The packed document of an action. Members that were not given are absent: an amount of "0" is one, no amount is none. */
import { packDocument, unpackDocument } from '../../codec/msgpack.js';
import type { DocObject, DocValue } from '../../codec/value.js';

export interface ActionContent {
  readonly action: string;
  readonly market?: string;
  /** Canonical, as are all amounts here. */
  readonly amount?: string;
  readonly asset?: string;
  readonly status?: string;
  readonly tx_id?: string;
  readonly pnl?: string;
  readonly pnl_asset?: string;
  /** Unix microseconds, as told. */
  readonly wall_time_us?: number;
  readonly meta?: DocValue;
}

export function packAction(content: ActionContent): Uint8Array {
  return packDocument(content as unknown as DocObject);
}

export function unpackAction(bytes: Uint8Array): ActionContent {
  return unpackDocument(bytes) as unknown as ActionContent;
}
