/** Following streams over a restore of the daemon's database. */
import { HistoryChangedError } from '@holdfast/client';
import type { Output } from './output.js';

/** What a request for a stream that resumes names. */
export interface Place {
  readonly from_revision: string;
  readonly history: string;
}

/**
 * Follows a stream; where a restored backup has undone some of what it told, says so and follows it from the newest revision
 * that still stands.
 * @param follow is called again with that place.
 * @throws what `follow` threw, also where nobody knows what still stands.
 */
export async function followHistory(
  out: Output,
  place: Place,
  follow: (place: Place) => Promise<void>,
): Promise<void> {
  for (let from = place; ; ) {
    try {
      return await follow(from);
    } catch (error) {
      if (!(error instanceof HistoryChangedError)) throw error;
      const { common_revision, history = '' } = error.metadata;
      if (common_revision === undefined) throw error;
      out.remark(
        `holdfast: a backup was restored: what came after revision ${common_revision} is undone; going on from there`,
      );
      from = { from_revision: common_revision, history };
    }
  }
}
