import assert from 'node:assert/strict';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import {
  ensureSigningKey,
  readSigningKey,
  signatureVerifier,
  signingKeyPath,
} from '../../src/anchors/key.js';
import { removeFolder, temporaryFolder } from '../support/daemon.js';

function folder(t: TestContext): string {
  const path = temporaryFolder();
  t.after(() => removeFolder(path));
  return path;
}

/** RFC 8032, section 7.1, tests 1 and 2: secret key, public key, message, signature. */
const VECTORS = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    'r',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
] as const;

for (const [index, [secret, public_key, message, signature]] of VECTORS.entries()) {
  test(`Ed25519 as RFC 8032 has it, test ${index + 1}`, (t) => {
    const state_dir = folder(t);
    const der = Buffer.concat([
      Buffer.from('302e020100300506032b657004220420', 'hex'),
      Buffer.from(secret, 'hex'),
    ]);
    const pem = `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`;
    writeFileSync(signingKeyPath(state_dir), pem);
    const key = readSigningKey(state_dir);
    assert.equal(key?.public_key.toString('hex'), public_key);
    assert.equal(key.sign(message).toString('hex'), signature);
    const verify = signatureVerifier(Buffer.from(public_key, 'hex'));
    assert.equal(verify(message, Buffer.from(signature, 'hex')), true);
    assert.equal(verify(`${message}.`, Buffer.from(signature, 'hex')), false);
  });
}

test('a key is made once, private, and the same afterwards', (t) => {
  const state_dir = folder(t);
  assert.equal(readSigningKey(state_dir), undefined);
  const made = ensureSigningKey(state_dir);
  const path = signingKeyPath(state_dir);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const text = readFileSync(path, 'utf8');
  chmodSync(path, 0o644);
  assert.deepEqual(ensureSigningKey(state_dir).public_key, made.public_key);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(readFileSync(path, 'utf8'), text);
});

test('what is no Ed25519 key is refused by the name of its file', (t) => {
  const state_dir = folder(t);
  writeFileSync(signingKeyPath(state_dir), 'noise');
  assert.throws(() => ensureSigningKey(state_dir), {
    reason: 'WRONG_STATE',
    message: /signing\.key does not hold/,
  });
});
