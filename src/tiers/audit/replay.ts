/** A page of a replay. A scan, because a filter may pass over everything there is. */
import { readHead } from '../../journal/append.js';
import { lastPositionOf, revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import { takePage } from '../page.js';
import { type ActionFilter, type ActionRow, actionReader } from './window.js';

export interface ReplayArgs extends ActionFilter {
  /** Go on after this position. */
  readonly after: number;
  /** As of this revision; 0 = now. */
  readonly at_revision: number;
}

export interface ReplayPage {
  readonly rows: readonly ActionRow[];
  /** What the replay is as of. */
  readonly at_revision: number;
  /** Whoever has all pages up to this one has every action up to this revision. */
  readonly complete_revision: number;
  readonly done: boolean;
}

const PAGE_ROWS = 500;

export function replayActions(db: Db): (args: ReplayArgs) => ReplayPage {
  const read = actionReader(db, false);
  return (args) =>
    db.transaction((): ReplayPage => {
      const at_revision = args.at_revision || readHead(db).revision;
      const page = takePage(
        read(args, args.after, lastPositionOf(at_revision)),
        PAGE_ROWS,
        ({ payload }) => payload.length,
      );
      const last = page.rows.at(-1);
      const done = !page.more || last === undefined;
      // The next page may begin inside the last row's revision.
      return {
        rows: page.rows,
        at_revision,
        done,
        complete_revision: done ? at_revision : revisionOf(last.position) - 1,
      };
    })();
}
