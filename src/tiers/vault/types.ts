/** What the vault's commands are given and answer. Values are sealed before they get here: see src/vault. */
import type { Command } from '../command.js';

export const MAX_CREDENTIALS = 1000;

/** What is known of a credential without opening it. */
export interface CredentialView {
  readonly agent_id: string;
  readonly name: string;
  readonly version: number;
  readonly key_id: string;
  readonly description: string;
  /** Unix microseconds. */
  readonly stored_us: number;
  /** Unix microseconds; null = does not expire. */
  readonly expires_us: number | null;
  readonly revision: number;
}

export interface SealedCredential extends CredentialView {
  readonly sealed: Uint8Array;
}

export interface PutCredentialArgs {
  readonly name: string;
  readonly sealed: Uint8Array;
  readonly key_id: string;
  readonly description: string;
  readonly ttl_ms: number | null;
  /** 0 = it must not exist; null = whatever is there. */
  readonly expected_version: number | null;
}

export interface RewrappedCredential {
  readonly agent_id: string;
  readonly name: string;
  /** The one that was rewrapped; another one meanwhile is left alone. */
  readonly version: number;
  readonly old_key_id: string;
  readonly sealed: Uint8Array;
}

export interface VaultCommands {
  put_credential: Command<PutCredentialArgs, { readonly credential: CredentialView }>;
  delete_credential: Command<{ readonly name: string }, Record<string, never>>;
  /** Journals the read and answers with what is to be opened. */
  read_credential: Command<{ readonly name: string; readonly purpose: string }, SealedCredential>;
  /**
   * Run by the daemon while the master key is rotated. From then on nothing is put under another key than this one: what was
   * sealed before and waited meanwhile is refused with MASTER_KEY_CHANGED, and sealed anew.
   */
  rewrap_credentials: Command<
    { readonly key_id: string; readonly credentials: readonly RewrappedCredential[] },
    { readonly rewrapped: number }
  >;
}
