/**
 * Envelope encryption of credentials: AES-256-GCM (NIST SP 800-38D) under a data key of the value's own, which is encrypted
 * in the same way under the master key. Rotating the master key encrypts the data key anew and leaves the value alone.
 *
 * Data key and nonces are not random but derived from the master key and everything that is sealed, as in synthetic-IV
 * modes (RFC 5297, RFC 8452): sealing the same request twice gives the same bytes, so a retry is the same request, and no
 * nonce ever meets two plaintexts under one key. Agent and name are the additional data of both layers: a sealed value
 * put under another name or agent does not open.
 *
 * Sealed value: format (1 byte, 1) | key id (8) | nonce (12) | encrypted data key (32) | tag (16) | nonce (12) |
 * encrypted value | tag (16).
 */
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './gcm.js';

const FORMAT = 1;
const KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + TAG_BYTES;
const HEAD_BYTES = 1 + KEY_ID_BYTES;

/** What a sealed value is bound to. */
export interface Binding {
  readonly agent_id: string;
  readonly name: string;
}

export class MasterKey {
  /** The first 8 bytes of the key's SHA-256, in hex. */
  readonly key_id: string;
  /** Encrypts data keys. */
  readonly wrapping: Buffer;
  /** Derives data keys and nonces. */
  readonly deriving: Buffer;

  /** @param key 32 bytes of randomness. */
  constructor(key: Uint8Array) {
    if (key.length !== KEY_BYTES)
      throw new RangeError(`a master key has ${KEY_BYTES} bytes, not ${key.length}`);
    this.key_id = createHash('sha256')
      .update(key)
      .digest('hex')
      .slice(0, 2 * KEY_ID_BYTES);
    // One key, one use (HKDF, RFC 5869): what derives never encrypts.
    this.wrapping = subkey(key, 'holdfast vault wrapping v1');
    this.deriving = subkey(key, 'holdfast vault deriving v1');
  }
}

/** @param salt makes two requests that store the same value give different bytes. */
export function seal(master: MasterKey, binding: Binding, value: Uint8Array, salt: string): Buffer {
  const secret = createHmac('sha256', master.deriving)
    .update(framed(binding.agent_id, binding.name, salt))
    .update(value)
    .digest();
  const additional = additionalData(binding);
  const data_key = derive(secret, 'data key');
  const sealed_value = encrypt(data_key, nonceFrom(derive(secret, 'nonce')), additional, value);
  const wrapped = encrypt(master.wrapping, nonceFrom(derive(secret, 'wrap')), additional, data_key);
  return Buffer.concat([head(master), wrapped, sealed_value]);
}

/** The master key that a sealed value needs. */
export function keyIdOf(sealed: Uint8Array): string {
  return Buffer.from(sealed.subarray(1, HEAD_BYTES)).toString('hex');
}

/** @throws Error when it is damaged, or bound to something else, or another key's. */
export function open(master: MasterKey, binding: Binding, sealed: Uint8Array): Buffer {
  const data_key = dataKeyOf(master, binding, sealed);
  return decrypt(data_key, additionalData(binding), sealed.subarray(HEAD_BYTES + WRAPPED_BYTES));
}

/** The same value under another master key. @throws Error as open. */
export function rewrap(from: MasterKey, to: MasterKey, binding: Binding, sealed: Uint8Array): Buffer {
  const data_key = dataKeyOf(from, binding, sealed);
  const nonce = createHmac('sha256', to.deriving).update('rewrap').update(data_key).digest();
  const wrapped = encrypt(to.wrapping, nonceFrom(nonce), additionalData(binding), data_key);
  return Buffer.concat([head(to), wrapped, sealed.subarray(HEAD_BYTES + WRAPPED_BYTES)]);
}

function dataKeyOf(master: MasterKey, binding: Binding, sealed: Uint8Array): Buffer {
  if (sealed[0] !== FORMAT || sealed.length < HEAD_BYTES + WRAPPED_BYTES + NONCE_BYTES + TAG_BYTES) {
    throw new Error('not a sealed value');
  }
  return decrypt(
    master.wrapping,
    additionalData(binding),
    sealed.subarray(HEAD_BYTES, HEAD_BYTES + WRAPPED_BYTES),
  );
}

function head(master: MasterKey): Buffer {
  return Buffer.concat([Buffer.of(FORMAT), Buffer.from(master.key_id, 'hex')]);
}

function additionalData({ agent_id, name }: Binding): Buffer {
  return framed('holdfast vault v1', agent_id, name);
}

/** Parts with their lengths, so that no two lists of parts are the same bytes. */
function framed(...parts: readonly string[]): Buffer {
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(Buffer.byteLength(part));
      return [length, Buffer.from(part)];
    }),
  );
}

const nonceFrom = (digest: Buffer): Buffer => digest.subarray(0, NONCE_BYTES);

function derive(secret: Uint8Array, label: string): Buffer {
  return createHmac('sha256', secret).update(label).digest();
}

function subkey(key: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', label, KEY_BYTES));
}
