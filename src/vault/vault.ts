/** The master keys in memory, and what is done with them. Nothing here touches the database. */
import { HoldfastError } from '../errors.js';
import { type Binding, keyIdOf, type MasterKey, open, rewrap, seal } from './envelope.js';
import { readKeyFile } from './key_file.js';

type Keys = readonly [MasterKey, ...MasterKey[]];

export class Vault {
  readonly #path: string;
  #keys: Keys | undefined;

  /**
   * @param path of the file with the master keys; empty = none: everything but names stays locked.
   * @throws HoldfastError INVALID_FIELD when the file is no key file.
   */
  constructor(path: string) {
    this.#path = path;
    this.#keys = path === '' ? undefined : readKeyFile(path);
  }

  /** The present master key's. @throws HoldfastError VAULT_LOCKED. */
  get key_id(): string {
    return this.#open()[0].key_id;
  }

  /** @throws HoldfastError VAULT_LOCKED. */
  requireKey(): void {
    this.#open();
  }

  /** Whether values under this master key can be read. */
  knows(key_id: string): boolean {
    return this.#keys?.some((key) => key.key_id === key_id) ?? false;
  }

  /** Reads the key file again; what it held before is forgotten. @throws HoldfastError VAULT_LOCKED, INVALID_FIELD. */
  reload(): void {
    this.#open();
    this.#keys = readKeyFile(this.#path);
  }

  /** @throws HoldfastError VAULT_LOCKED. */
  seal(binding: Binding, value: Uint8Array, salt: string): Buffer {
    return seal(this.#open()[0], binding, value, salt);
  }

  /** @throws HoldfastError VAULT_LOCKED, WRONG_MASTER_KEY, DATA_LOSS. */
  open(binding: Binding, sealed: Uint8Array): Buffer {
    return this.#with(binding, sealed, (key) => open(key, binding, sealed));
  }

  /** The same value under the present master key. @throws HoldfastError as open. */
  rewrap(binding: Binding, sealed: Uint8Array): Buffer {
    const [present] = this.#open();
    return this.#with(binding, sealed, (key) => rewrap(key, present, binding, sealed));
  }

  #with(binding: Binding, sealed: Uint8Array, use: (key: MasterKey) => Buffer): Buffer {
    const key_id = keyIdOf(sealed);
    const key = this.#open().find((one) => one.key_id === key_id);
    if (key === undefined) throw wrongKey(binding, key_id);
    try {
      return use(key);
    } catch {
      throw new HoldfastError('DATA_LOSS', `credential ${binding.name} does not open: it is damaged`, {
        field: 'name',
      });
    }
  }

  #open(): Keys {
    if (this.#keys !== undefined) return this.#keys;
    throw new HoldfastError(
      'VAULT_LOCKED',
      'the vault has no master key: start the daemon with --master-key-file, or with the systemd credential holdfast-master-key',
    );
  }
}

function wrongKey({ name }: Binding, key_id: string): HoldfastError {
  return new HoldfastError(
    'WRONG_MASTER_KEY',
    `credential ${name} was sealed under master key ${key_id}, which the key file does not list`,
    { field: 'name', metadata: { key_id } },
  );
}
