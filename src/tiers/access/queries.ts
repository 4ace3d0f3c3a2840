/** Reads of the tokens. */
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { TOKEN_COLUMNS, type TokenRow, toToken } from './rows.js';
import type { TokenView } from './types.js';

export interface StoredToken extends TokenView {
  readonly secret_sha256: Uint8Array;
}

export interface AccessQueries {
  /** Every token that was not revoked, expired ones among them, with the hash of its secret. */
  valid(): readonly StoredToken[];
  /** By id, after an id, those included that were revoked or are over. */
  list(after: string, limit: number): Page<TokenView>;
}

export function accessQueries(db: Db): AccessQueries {
  const valid = db.prepare<[], TokenRow & { readonly secret_sha256: Uint8Array }>(
    `SELECT ${TOKEN_COLUMNS}, secret_sha256 FROM access_tokens WHERE revoked_us IS NULL`,
  );
  const list = db.prepare<[string], TokenRow>(
    `SELECT ${TOKEN_COLUMNS} FROM access_tokens WHERE token_id > ? ORDER BY token_id`,
  );
  return {
    valid: () => valid.all().map(({ secret_sha256, ...row }) => ({ ...toToken(row), secret_sha256 })),
    list: (after, limit) => {
      const { rows, more } = takePage(list.iterate(after), limit, (row) => row.agents.length + 256);
      return { rows: rows.map(toToken), more };
    },
  };
}
