/** Reads credentials out of the vault, each read journaled before the value is known to anybody. */
import { HoldfastError } from '../errors.js';
import type { Commands } from '../tiers/index.js';
import type { SealedCredential } from '../tiers/vault/types.js';
import type { Vault } from '../vault/vault.js';
import { pack, unpack } from '../writer/transport.js';
import type { Committed, WriterPort } from '../writer/writer.js';

export interface OpenedCredential {
  readonly credential: SealedCredential;
  readonly value: Buffer;
  readonly committed: Committed;
}

export class Credentials {
  readonly #writer: Pick<WriterPort, 'submit'>;
  readonly #vault: Vault;

  constructor(writer: Pick<WriterPort, 'submit'>, vault: Vault) {
    this.#writer = writer;
    this.#vault = vault;
  }

  /**
   * The value as UTF-8, for what the daemon itself does outside.
   * @throws HoldfastError VAULT_LOCKED, NOT_FOUND, WRONG_MASTER_KEY, DATA_LOSS, INVALID_FIELD (no UTF-8).
   */
  async open(agent_id: string, name: string, purpose: string): Promise<string> {
    const { value } = await this.read(agent_id, name, purpose);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(value);
    } catch {
      throw new HoldfastError('INVALID_FIELD', `credential ${name} is not UTF-8`, { field: 'name' });
    }
  }

  /** @throws HoldfastError as open, but for the last. */
  async read(agent_id: string, name: string, purpose: string): Promise<OpenedCredential> {
    // Locked comes before absent: without a key nothing is journaled as read.
    this.#vault.requireKey();
    const args: Commands['read_credential']['args'] = { name, purpose };
    const committed = await this.#writer.submit({
      name: 'read_credential',
      agent_id,
      request_id: '',
      epoch: 0,
      args: pack(args),
    });
    const credential = unpack<SealedCredential>(committed.result);
    const value = this.#vault.open({ agent_id, name }, credential.sealed);
    return { credential, value, committed };
  }
}
