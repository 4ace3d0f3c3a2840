/** Durable signals that are still to be published, once a rebuild has written all that there is. */
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { Reads } from '../reader/reads.js';
import { isMirrored } from './envelope.js';

export interface Unpublished {
  /** The revision after which they begin. */
  readonly after: number;
  /** Signals left out because they are too old. */
  readonly too_old: number;
}

/**
 * Where publishing goes on after a rebuild up to a revision: where it is known to have ended, but without what is too old
 * anyway, which is counted. Where it is not known, as after a restart, what is young enough is published, maybe once more.
 * @param published the revision up to which it is known. @param oldest_us when the oldest that is young enough was published.
 */
export function firstUnpublished(
  reads: Reads,
  published: number | undefined,
  revision: number,
  oldest_us: number,
): Unpublished {
  return reads.snapshot(0, ({ signals }) => {
    const young = signals.positionAt(oldest_us);
    const old = young > signals.newest() ? revision : revisionOf(young) - 1;
    const known = published ?? old;
    const after = Math.min(revision, Math.max(known, old, reads.floor));
    let too_old = 0;
    for (let from = lastPositionOf(known), upto = lastPositionOf(after); from < upto; ) {
      const { heads, scanned } = signals.heads(from, upto);
      too_old += heads.filter(({ channel }) => isMirrored(channel)).length;
      from = scanned;
    }
    return { after, too_old };
  });
}
