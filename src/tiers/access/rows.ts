/** A token's row as commands and queries share it. */
import type { TokenView } from './types.js';

export const TOKEN_COLUMNS = 'token_id, name, role, agents, created_us, expires_us, revoked_us';

export interface TokenRow extends Omit<TokenView, 'agents'> {
  /** JSON. */
  readonly agents: string;
}

export function toToken({ agents, ...row }: TokenRow): TokenView {
  return { ...row, agents: JSON.parse(agents) as string[] };
}
