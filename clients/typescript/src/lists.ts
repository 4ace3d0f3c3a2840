import type { CallOptions } from './caller.js';
import type { Unary } from './services.js';

interface PagedRequest {
  page_token?: string;
}
interface Page {
  readonly next_page_token: string;
}
/** What a page's one list holds. */
type ItemOf<Response> = {
  [Key in keyof Response]: Response[Key] extends readonly (infer Item)[] ? Item : never;
}[keyof Response];

/**
 * Everything a list RPC returns, page after page: `for await (const t of listAll(holdfast.ledger.listTransactions, {}))`.
 * Each page is a read of its own: what is written meanwhile may or may not be seen, nothing is seen twice.
 */
export async function* listAll<Request extends PagedRequest, Response extends Page>(
  method: Unary<Request, Response>,
  request: Request,
  options?: CallOptions,
): AsyncGenerator<ItemOf<Response>, void, undefined> {
  let page_token = request.page_token ?? '';
  do {
    const page = await method({ ...request, page_token }, options);
    const items = Object.values(page).find(Array.isArray);
    yield* (items ?? []) as ItemOf<Response>[];
    page_token = page.next_page_token;
  } while (page_token !== '');
}
