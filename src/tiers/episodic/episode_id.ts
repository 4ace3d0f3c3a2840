/** Ids of episodes. Opaque to clients; inside is the row's whole key, so that finding an episode is one seek. */

export interface EpisodeKey {
  readonly type: string;
  /** Unix time in microseconds; negative before 1970. */
  readonly occurred_at_us: number;
  readonly position: number;
}

const EPISODE_ID = /^ep-([0-9a-z]{11})-(-?[0-9a-z]{1,11})-(.+)$/;

/** Such as `ep-00000000zk0-4hh7dn3nv5-trade`: begins with the position, so ids sort in the order of recording. */
export function episodeId(position: number, occurred_at_us: number, type: string): string {
  return `ep-${position.toString(36).padStart(11, '0')}-${occurred_at_us.toString(36)}-${type}`;
}

/** The key inside an id; undefined for anything that episodeId did not make. */
export function readEpisodeId(episode_id: string): EpisodeKey | undefined {
  const [, position36 = '', time36 = '', type = ''] = EPISODE_ID.exec(episode_id) ?? [];
  const position = Number.parseInt(position36, 36);
  const occurred_at_us = Number.parseInt(time36, 36);
  if (!Number.isSafeInteger(position) || !Number.isSafeInteger(occurred_at_us)) return undefined;
  // One key has one spelling: leading zeros and -0 are not it.
  if (episodeId(position, occurred_at_us, type) !== episode_id) return undefined;
  return { type, occurred_at_us, position };
}
