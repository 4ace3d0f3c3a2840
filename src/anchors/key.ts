/** The daemon's signing key: Ed25519 (RFC 8032), made at the first start, private to the owner of the state folder. */
import * as crypto from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HoldfastError } from '../errors.js';
import { syncFolder, writeDurably } from '../store/files.js';

export interface SigningKey {
  /** 32 bytes, as RFC 8032 has it. */
  readonly public_key: Buffer;
  /** 64 bytes over the UTF-8 of the text. */
  sign(text: string): Buffer;
}

/** The DER bytes before a raw public key in a SubjectPublicKeyInfo (RFC 8410). */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export function signingKeyPath(state_dir: string): string {
  return join(state_dir, 'signing.key');
}

/**
 * The key of a state folder; undefined when there is none. A file that others may read is made private.
 * @throws HoldfastError WRONG_STATE when the file holds something else.
 */
export function readSigningKey(state_dir: string): SigningKey | undefined {
  const path = signingKeyPath(state_dir);
  if (!existsSync(path)) return undefined;
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600);
  try {
    return signingKey(crypto.createPrivateKey(readFileSync(path)));
  } catch {
    throw new HoldfastError('WRONG_STATE', `${path} does not hold an Ed25519 private key (PKCS #8, PEM)`);
  }
}

/** The key of a state folder, made when there is none. It has its name only once it is whole and on disk. */
export function ensureSigningKey(state_dir: string): SigningKey {
  const present = readSigningKey(state_dir);
  if (present !== undefined) return present;
  const { privateKey } = crypto.generateKeyPairSync('ed25519');
  const path = signingKeyPath(state_dir);
  const partial = `${path}.partial`;
  writeDurably(partial, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  renameSync(partial, path);
  syncFolder(dirname(path));
  return signingKey(privateKey);
}

function signingKey(private_key: crypto.KeyObject): SigningKey {
  if (private_key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key');
  const spki = crypto.createPublicKey(private_key).export({ type: 'spki', format: 'der' });
  return {
    public_key: Buffer.from(spki.subarray(SPKI_PREFIX.length)),
    sign: (text) => crypto.sign(null, Buffer.from(text), private_key),
  };
}

export type VerifySignature = (text: string, signature: Uint8Array) => boolean;

/** Checks signatures of one public key. Make it once: turning bytes into a key costs as much as a check. */
export function signatureVerifier(public_key: Uint8Array): VerifySignature {
  const key = crypto.createPublicKey({
    key: Buffer.concat([SPKI_PREFIX, public_key]),
    format: 'der',
    type: 'spki',
  });
  return (text, signature) => crypto.verify(null, Buffer.from(text), key, signature);
}
