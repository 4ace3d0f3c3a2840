/** Reads of slots. All of them leave out slots whose time is over at `now_us`. */
import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { SLOT_COLUMNS, type SlotHead, type SlotRow, unpackSlot } from './rows.js';

/** Where a list stands: slots after it in the order of contexts come next. */
export interface SlotCursor {
  readonly pinned: number;
  readonly priority: number;
  readonly first_position: number;
}

/** Before all slots. */
export const FIRST_SLOT: SlotCursor = { pinned: 1, priority: 10, first_position: 0 };

export interface WorkingQueries {
  find(agent_id: string, key: string, now_us: number): SlotRow | undefined;
  /** In the order of contexts, after a place in it. */
  list(agent_id: string, after: SlotCursor, now_us: number, limit: number): Page<SlotRow>;
  /** The same without end and lazily. Take it inside the snapshot. */
  inOrder(agent_id: string, now_us: number): Generator<SlotRow, void>;
  /** The texts that live recalls among these slots look for by meaning, each once; no keys = all slots. */
  recallQueries(agent_id: string, keys: readonly string[], now_us: number): string[];
}

export function workingQueries(db: Db): WorkingQueries {
  const visible = '(expires_us IS NULL OR expires_us > :now_us)';
  const find = db.prepare<[{ agent_id: string; key: string; now_us: number }], SlotRow>(
    `SELECT ${SLOT_COLUMNS}, payload FROM slots WHERE agent_id = :agent_id AND key = :key AND ${visible}`,
  );
  // Without payloads, which would all go through the sorter.
  const heads = db.prepare<[SlotCursor & { agent_id: string; now_us: number }], SlotHead>(
    `SELECT ${SLOT_COLUMNS} FROM slots
     WHERE agent_id = :agent_id AND ${visible}
       AND (-pinned, -priority, first_position) > (-:pinned, -:priority, :first_position)
     ORDER BY pinned DESC, priority DESC, first_position`,
  );
  const payload = db
    .prepare<[string, string], Uint8Array>('SELECT payload FROM slots WHERE agent_id = ? AND key = ?')
    .pluck();
  const live = db.prepare<[{ agent_id: string; now_us: number }], { key: string; payload: Uint8Array }>(
    `SELECT key, payload FROM slots WHERE agent_id = :agent_id AND o200k_alone IS NULL AND ${visible}`,
  );

  function* after(agent_id: string, cursor: SlotCursor, now_us: number): Generator<SlotRow, void> {
    const { pinned, priority, first_position } = cursor;
    for (const head of heads.all({ agent_id, now_us, pinned, priority, first_position })) {
      const bytes = payload.get(agent_id, head.key);
      if (bytes !== undefined) yield { ...head, payload: bytes };
    }
  }

  return {
    find: (agent_id, key, now_us) => find.get({ agent_id, key, now_us }),
    list: (agent_id, cursor, now_us, limit) =>
      takePage(after(agent_id, cursor, now_us), limit, (row) => row.payload.length),
    inOrder: (agent_id, now_us) => after(agent_id, FIRST_SLOT, now_us),
    recallQueries: (agent_id, keys, now_us) => {
      const only = keys.length === 0 ? undefined : new Set(keys);
      const queries = live.all({ agent_id, now_us }).flatMap(({ key, payload: bytes }) => {
        if (only !== undefined && !only.has(key)) return [];
        const source = unpackSlot(bytes).live;
        return source?.kind === 'recall' && source.mode !== 'KEYWORD' ? [source.query] : [];
      });
      return [...new Set(queries)];
    },
  };
}

/** Payloads of 'slot.put' entries; null once the slot was replaced or removed. */
export function slotPayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db
    .prepare<[string, string, number], Uint8Array>(
      'SELECT payload FROM slots WHERE agent_id = ? AND key = ? AND position = ?',
    )
    .pluck();
  return ({ agent_id, key, position }) => find.get(agent_id, key, position) ?? null;
}
