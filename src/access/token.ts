/** The form of a token: `hf_<id>_<secret>`. The id finds it, the secret proves it; only a hash of the secret is kept. */
import { createHash, randomBytes } from 'node:crypto';

const ID_BYTES = 8;
const SECRET_BYTES = 32;
/** Ids of stored tokens are 16 hex digits; those of a tokens file are names. No underscore: it ends the id. */
const TOKEN = /^hf_([A-Za-z0-9-]{1,64})_([0-9a-f]{64})$/;

export interface ParsedToken {
  readonly token_id: string;
  readonly secret: string;
}

export interface NewToken {
  readonly token_id: string;
  /** Told once, stored nowhere. */
  readonly token: string;
  readonly secret_sha256: Buffer;
}

export function parseToken(text: string): ParsedToken | undefined {
  const [, token_id, secret] = TOKEN.exec(text) ?? [];
  return token_id === undefined || secret === undefined ? undefined : { token_id, secret };
}

/** @param token_id of [A-Za-z0-9-], 1 to 64; a random one by default. */
export function makeToken(token_id = randomBytes(ID_BYTES).toString('hex')): NewToken {
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  return { token_id, token: `hf_${token_id}_${secret}`, secret_sha256: hashSecret(secret) };
}

/**
 * One round of SHA-256 without salt is enough here: slow hashes and salts defend passwords that can be guessed or looked up,
 * and 256 random bits can be neither. A fast hash in turn cannot be used to keep the daemon busy.
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
