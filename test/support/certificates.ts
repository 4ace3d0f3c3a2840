/** Certificates of an authority of the test's own, made by openssl for localhost and 127.0.0.1. */
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why tests that need openssl are skipped, or false. */
export const no_openssl: string | false =
  spawnSync('openssl', ['version']).status === 0 ? false : 'openssl is not installed';

const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function openssl(...args: string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}

/** A self-signed authority: `ca.pem` and `ca.key` in the folder. */
export function makeAuthority(folder: string): void {
  const [certificate, key] = [join(folder, 'ca.pem'), join(folder, 'ca.key')];
  openssl('req', '-x509', ...EC, '-keyout', key, '-subj', '/CN=test', '-days', '2', '-out', certificate);
}

/** A certificate of the folder's authority: NAME.pem and NAME.key. */
export function certify(folder: string, name: string, common_name: string): void {
  const file = (ending: string): string => join(folder, `${name}.${ending}`);
  const subject = ['-subj', `/CN=${common_name}`];
  openssl('req', '-new', ...EC, '-keyout', file('key'), ...subject, '-out', file('csr'));
  writeFileSync(file('ext'), 'subjectAltName=DNS:localhost,IP:127.0.0.1\n');
  const by = ['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-CAcreateserial'];
  const extensions = ['-days', '2', '-extfile', file('ext')];
  openssl('x509', '-req', '-in', file('csr'), ...by, ...extensions, '-out', file('pem'));
}
