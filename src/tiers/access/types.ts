/** Tokens as commands and queries share them. */
import type { DeniedKind } from '../../access/denials.js';
import type { Role } from '../../access/roles.js';
import type { Command } from '../command.js';

/** Of tokens that count; those that were revoked or expired make room when it is needed. */
export const MAX_TOKENS = 1000;

export interface TokenView {
  readonly token_id: string;
  readonly name: string;
  readonly role: Role;
  readonly agents: readonly string[];
  readonly created_us: number;
  /** Null = it does not expire. */
  readonly expires_us: number | null;
  /** Null = it was not revoked. */
  readonly revoked_us: number | null;
}

export interface CreateTokenArgs {
  readonly token_id: string;
  readonly name: string;
  readonly role: Role;
  readonly agents: readonly string[];
  readonly secret_sha256: Uint8Array;
  readonly ttl_ms: number | null;
}

export interface AccessCommands {
  readonly create_token: Command<CreateTokenArgs, { readonly token: TokenView }>;
  readonly revoke_token: Command<{ readonly token_id: string }, { readonly token: TokenView }>;
  /** What was refused is journaled; see access/denials.ts. */
  readonly record_denials: Command<{ readonly kinds: readonly DeniedKind[] }, Record<string, never>>;
}
