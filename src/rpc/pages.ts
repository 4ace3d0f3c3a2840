/** Pages of what is ordered by position, newest first. */
import type { PartialPage } from '../tiers/page.js';
import * as check from './check.js';
import { pageToken, readPageToken } from './page_token.js';

/**
 * One page and the token of the next. `find` is given the position to begin below and how many rows to take.
 * @throws HoldfastError INVALID_PAGE_TOKEN, LIMIT_EXCEEDED (page_size).
 */
export function pageByPosition<Row extends { readonly position: number }>(
  request: { readonly page_size: number; readonly page_token: string },
  query: readonly unknown[],
  find: (before: number, limit: number) => PartialPage<Row>,
): { rows: readonly Row[]; next_page_token: string } {
  const limit = check.pageSize(request.page_size);
  const [before] = readPageToken(request.page_token, query, ['number']) ?? [Number.MAX_SAFE_INTEGER];
  const { rows, more, looked_to } = find(Number(before), limit);
  const next = more ? rows.at(-1)?.position : looked_to;
  return { rows, next_page_token: next === undefined ? '' : pageToken(query, [next]) };
}
