/** Commands of the episodic tier. One command records up to 1,000 episodes; what is per type is done once for all of them. */
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type Command, type HandlersOf, type Tx } from '../command.js';
import { episodeId, readEpisodeId } from './episode_id.js';
import { packOutcome } from './payload.js';
import { newType, ownPolicy, Retention, type TypeRow } from './retention.js';

/** An episode as it crosses to the writer: a tuple, because there are many. */
export type EpisodeArgs = readonly [
  type: string,
  /** Null = the time of the command. */
  occurred_at_us: number | null,
  /** What packEpisode made. */
  payload: Uint8Array,
  has_outcome: boolean,
];

export interface RecordArgs {
  readonly episodes: readonly EpisodeArgs[];
}

export interface AttachOutcomeArgs {
  readonly episode_id: string;
  /** Packed document. */
  readonly outcome: Uint8Array;
}

export interface SetRetentionArgs {
  /** Empty = the agent's default. */
  readonly type: string;
  readonly max_count: number;
  readonly max_age_us: number;
}

export interface EpisodicCommands {
  record_episodes: Command<RecordArgs, { readonly episode_ids: readonly string[]; readonly removed: number }>;
  /** The same without the ids, which would be kept with the receipt of every message. */
  ingest_episodes: Command<RecordArgs, { readonly recorded: number; readonly removed: number }>;
  attach_outcome: Command<AttachOutcomeArgs, Record<string, never>>;
  set_retention: Command<SetRetentionArgs, { readonly removed: number }>;
}

export function episodicCommands(db: Db): HandlersOf<EpisodicCommands> {
  const insert = db.prepare<unknown[]>(
    `INSERT INTO episodes (agent_id, type, occurred_at_us, position, outcome_at_us, payload)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const outcome_at = db.prepare<[string, string, number, number], { outcome_at_us: number | null }>(
    `SELECT outcome_at_us FROM episodes WHERE agent_id = ? AND type = ? AND occurred_at_us = ? AND position = ?`,
  );
  const set_outcome = db.prepare<[Uint8Array, number, string, string, number, number]>(
    `UPDATE episodes SET outcome = ?, outcome_at_us = ?
     WHERE agent_id = ? AND type = ? AND occurred_at_us = ? AND position = ?`,
  );
  const retention = new Retention(db);

  /** Inserts and journals; returns the ids and what retention removed. */
  const record = (tx: Tx, episodes: readonly EpisodeArgs[]): { episode_ids: string[]; removed: number } => {
    const { agent_id, now_us } = tx;
    const rows = typeRows(retention, agent_id, episodes);
    const episode_ids = episodes.map(([type, given_us, payload, has_outcome]) => {
      const occurred_at_us = given_us ?? now_us;
      const episode_id = episodeId(tx.next_position, occurred_at_us, type);
      const { position } = tx.emit('episode.recorded', episode_id, payload, 'tier');
      insert.run(agent_id, type, occurred_at_us, position, has_outcome ? now_us : null, payload);
      return episode_id;
    });
    const fallback = retention.defaultPolicy(agent_id);
    let removed = 0;
    for (const row of rows) removed += retention.apply(row, fallback, now_us);
    return { episode_ids, removed };
  };

  return {
    record_episodes: (tx, { episodes }) => record(tx, episodes),
    ingest_episodes: (tx, { episodes }) => {
      const { removed } = record(tx, episodes);
      return { recorded: episodes.length, removed };
    },

    attach_outcome: (tx, { episode_id, outcome }) => {
      const key = readEpisodeId(episode_id);
      const row = key && outcome_at.get(tx.agent_id, key.type, key.occurred_at_us, key.position);
      if (key === undefined || row === undefined) throw noEpisode(episode_id);
      if (row.outcome_at_us !== null) {
        throw new HoldfastError('WRONG_STATE', `episode ${episode_id} has an outcome already`, {
          field: 'episode_id',
        });
      }
      tx.emit('episode.outcome', episode_id, packOutcome(outcome), 'journal');
      set_outcome.run(outcome, tx.now_us, tx.agent_id, key.type, key.occurred_at_us, key.position);
      return {};
    },

    set_retention: (tx, { type, max_count, max_age_us }) => {
      const { agent_id } = tx;
      const present = retention.row(agent_id, type);
      if (present === undefined && type !== '') retention.checkRoom(agent_id, 1, 'type');
      const row = { ...(present ?? newType(agent_id, type)), max_count, max_age_us };
      let removed = 0;
      if (type === '') {
        retention.store(row);
        for (const each of retention.rows(agent_id)) {
          if (ownPolicy(each) === undefined) removed += retention.apply(each, row, tx.now_us);
        }
      } else removed = retention.apply(row, row, tx.now_us);
      const changed = present?.max_count !== max_count || present.max_age_us !== max_age_us || removed > 0;
      // No agent has a type '*'.
      const payload = { type, max_count, max_age_us, ...attribution(tx) };
      if (changed) tx.emit('episode.retention', type || '*', payload, 'journal');
      return { removed };
    },
  };
}

/** The row of each type that the episodes have, its count already with them. */
function typeRows(retention: Retention, agent_id: string, episodes: readonly EpisodeArgs[]): TypeRow[] {
  const added = new Map<string, number>();
  for (const [type] of episodes) added.set(type, (added.get(type) ?? 0) + 1);
  let unknown = 0;
  const rows = [...added].map(([type, count]): TypeRow => {
    const row = retention.row(agent_id, type);
    if (row === undefined) unknown += 1;
    return { ...(row ?? newType(agent_id, type)), count: (row?.count ?? 0) + count };
  });
  if (unknown > 0) retention.checkRoom(agent_id, unknown, 'episodes');
  return rows;
}

export function noEpisode(episode_id: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no episode ${episode_id}`, { field: 'episode_id' });
}
