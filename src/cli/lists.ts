import type { Context, Option } from './command.js';
import { countArgument } from './values.js';

/** What every list command takes. */
export const LIMIT: Readonly<Record<string, Option>> = {
  limit: { value: 'N', help: 'show at most N; 0 = all [100]' },
};

/** The first of an endless list, as --limit says, and a remark when there are more. */
export async function take<Item>(context: Context, items: AsyncIterable<Item>): Promise<Item[]> {
  const limit = Number(countArgument(context.text('limit') ?? '100', '--limit'));
  const taken: Item[] = [];
  for await (const item of items) {
    if (limit > 0 && taken.length === limit) {
      context.out.remark(`only the first ${limit}; there are more: --limit N, or --limit 0 for all`);
      break;
    }
    taken.push(item);
  }
  return taken;
}
