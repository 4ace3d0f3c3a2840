/** The `history` that goes with a revision: what a stream tells, and is given when it is to go on there. */
import { HoldfastError, invalidField } from '../errors.js';
import type { RpcContext } from './context.js';

/** A history's id; with the plus its reader has seen a part of the next revision as well. */
const TOKEN = /^([0-9a-f]{16})(\+?)$/;

/** @param seen the newest revision of which anything was told, where that is not all up to `revision`. */
export function historyAt({ histories }: RpcContext, revision: number, seen = revision): string {
  return seen > revision ? `${histories.present}+` : histories.present;
}

/**
 * Refuses to go on where the reader has seen what is not there any more. An empty `history` is not checked.
 * @throws HoldfastError HISTORY_CHANGED, INVALID_FIELD.
 */
export function requireHistory(ctx: RpcContext, history: string, revision: number): void {
  if (history === '') return;
  const [, id, part] = TOKEN.exec(history) ?? [];
  if (id === undefined) throw invalidField('history', 'must be as a reply gave it');
  const seen = part === '' ? revision : revision + 1;
  const common = ctx.histories.commonRevision(id);
  // Who has seen nothing has seen nothing that is gone.
  if (seen === 0 || (common !== undefined && seen <= common)) return;
  const what =
    common === undefined
      ? 'read anew what you keep and go on from now, or from 0'
      : `what came after revision ${common} is undone, read anew what you keep of it and go on from there`;
  throw new HoldfastError(
    'HISTORY_CHANGED',
    `history: a backup was restored that does not hold what was seen up to revision ${revision}: ${what}`,
    {
      field: 'history',
      metadata: {
        newest: String(ctx.feed.revision),
        history: ctx.histories.present,
        ...(common !== undefined && { common_revision: String(common) }),
      },
    },
  );
}
