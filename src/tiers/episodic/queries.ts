import type { EntryHeader } from '../../journal/entry.js';
import type { Db } from '../../store/db.js';
import { type EpisodeKey, readEpisodeId } from './episode_id.js';

export interface EpisodeRow extends EpisodeKey {
  readonly outcome_at_us: number | null;
  readonly payload: Uint8Array;
  readonly outcome: Uint8Array | null;
}

/** Where a list stands: episodes before it in time, then in the order of recording, come next. */
export interface EpisodeCursor {
  readonly occurred_at_us: number;
  readonly position: number;
}

export interface EpisodeFilter {
  readonly agent_id: string;
  /** Empty = all types. */
  readonly type: string;
  readonly since_us: number;
  /** The list begins before this place. */
  readonly before: EpisodeCursor;
}

export interface EpisodicQueries {
  get(agent_id: string, key: EpisodeKey): EpisodeRow | undefined;
  /** Newest first, lazily: what is not taken is not read. Take it inside the snapshot. */
  newestFirst(filter: EpisodeFilter): Generator<EpisodeRow, void>;
}

/** Rows read of a type at once: few while there are many types, since most of what is read may not be taken. */
const CHUNK_ROWS = 16;

const COLUMNS = 'type, occurred_at_us, position, outcome_at_us, payload, outcome';

export function episodicQueries(db: Db): EpisodicQueries {
  const get = db.prepare<[string, string, number, number], EpisodeRow>(
    `SELECT ${COLUMNS} FROM episodes WHERE agent_id = ? AND type = ? AND occurred_at_us = ? AND position = ?`,
  );
  const types = db
    .prepare<[string], string>(
      `SELECT type FROM episode_types WHERE agent_id = ? AND type > '' AND count > 0`,
    )
    .pluck();
  const before = db.prepare<[string, string, number, number, number, number], EpisodeRow>(
    `SELECT ${COLUMNS} FROM episodes
     WHERE agent_id = ? AND type = ? AND occurred_at_us >= ? AND (occurred_at_us, position) < (?, ?)
     ORDER BY occurred_at_us DESC, position DESC LIMIT ?`,
  );

  function* ofType(type: string, filter: EpisodeFilter, first_rows: number): Generator<EpisodeRow, void> {
    let place = filter.before;
    for (let limit = first_rows; ; limit = CHUNK_ROWS) {
      const { agent_id, since_us } = filter;
      const rows = before.all(agent_id, type, since_us, place.occurred_at_us, place.position, limit);
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit) return;
      place = last;
    }
  }

  return {
    get: (agent_id, { type, occurred_at_us, position }) => get.get(agent_id, type, occurred_at_us, position),
    newestFirst: (filter) =>
      filter.type !== ''
        ? ofType(filter.type, filter, CHUNK_ROWS)
        : merged(types.all(filter.agent_id).map((type) => ofType(type, filter, 1))),
  };
}

/** Merges lists that are each newest first. A linear search for the newest beats a heap up to the 1,000 types allowed. */
function* merged(lists: readonly Generator<EpisodeRow, void>[]): Generator<EpisodeRow, void> {
  const heads = lists.map((list) => ({ list, row: list.next().value }));
  for (;;) {
    let newest: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (head.row !== undefined && (newest?.row === undefined || isNewer(head.row, newest.row)))
        newest = head;
    }
    if (newest?.row === undefined) return;
    yield newest.row;
    newest.row = newest.list.next().value;
  }
}

function isNewer(a: EpisodeCursor, b: EpisodeCursor): boolean {
  return a.occurred_at_us === b.occurred_at_us
    ? a.position > b.position
    : a.occurred_at_us > b.occurred_at_us;
}

/** Payloads of 'episode.recorded' entries; null once retention has removed the episode. */
export function episodePayloads(db: Db): (entry: EntryHeader) => Uint8Array | null {
  const find = db.prepare<[string, string, number, number], { payload: Uint8Array }>(
    'SELECT payload FROM episodes WHERE agent_id = ? AND type = ? AND occurred_at_us = ? AND position = ?',
  );
  return ({ agent_id, key }) => {
    const parts = readEpisodeId(key);
    if (parts === undefined) return null;
    return find.get(agent_id, parts.type, parts.occurred_at_us, parts.position)?.payload ?? null;
  };
}
