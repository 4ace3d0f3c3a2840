/** TLS and client certificates, made by openssl for the test; the TypeScript client and the command line use them. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import { Holdfast, PermissionDeniedError, UnauthenticatedError } from '@holdfast/client';
import { run } from '../cli/support.js';
import { addressesOf, createToken, type TestToken } from '../support/access.js';
import { certify, makeAuthority, no_openssl } from '../support/certificates.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { until } from '../support/work.js';

const skip = no_openssl;

let folder: string;
let daemon: TestDaemon;
let address: string;
let token: TestToken;
const file = (name: string) => join(folder, name);

before(async () => {
  if (skip !== false) return;
  folder = temporaryFolder();
  makeAuthority(folder);
  certify(folder, 'server', 'first');
  certify(folder, 'client', 'bot');
  const listen = `unix:${file('holdfast.sock')},0.0.0.0:0`;
  const tls = [
    '--tls-cert-file',
    file('server.pem'),
    '--tls-key-file',
    file('server.key'),
    '--tls-client-ca-file',
    file('ca.pem'),
  ];
  daemon = await startDaemon({ state_dir: folder, args: ['--listen', listen, ...tls] });
  const admin = new RawClient(daemon.address);
  address = (await addressesOf(admin))[1]?.replace('0.0.0.0', '127.0.0.1') ?? '';
  token = await createToken(admin, 'agent', ['alpha']);
  admin.close();
});

after(async () => {
  if (skip !== false) return;
  await daemon.kill();
  removeFolder(folder);
});

const options = { agent_id: 'alpha', wait_for_ready: false, deadline_ms: 20_000 };
const tls = () => ({
  ca: readFileSync(file('ca.pem')),
  cert: readFileSync(file('client.pem')),
  key: readFileSync(file('client.key')),
});

test('a client with a certificate and a token may do what the token says', { skip }, async () => {
  const client = new Holdfast({ ...options, address, token: token.secret, tls: tls() });
  await client.state.putState({ name: 'n', document: { json: '{}' } });
  await assert.rejects(client.state.getState({ agent_id: 'beta', name: 'n' }), PermissionDeniedError);
  client.close();
});

test('a certificate is no token, and a token no certificate', { skip }, async () => {
  const nobody = new Holdfast({ ...options, address, tls: tls() });
  await assert.rejects(nobody.admin.ping({}), UnauthenticatedError);
  nobody.close();
  const uncertified = new Holdfast({ ...options, address, token: token.secret, tls: { ca: tls().ca } });
  await assert.rejects(uncertified.admin.ping({}), { reason: 'UNAVAILABLE' });
  uncertified.close();
  const in_clear = new Holdfast({ ...options, address, token: token.secret });
  await assert.rejects(in_clear.admin.ping({}), { reason: 'UNAVAILABLE' });
  in_clear.close();
});

test('the command line takes a token from a file and certificates from the environment', {
  skip,
}, async () => {
  writeFileSync(file('token'), `${token.secret}\n`);
  const env = {
    HOLDFAST_ADDRESS: address,
    HOLDFAST_TLS_CA: file('ca.pem'),
    HOLDFAST_TLS_CERT: file('client.pem'),
    HOLDFAST_TLS_KEY: file('client.key'),
  };
  const named = await run(['--agent', 'alpha', '--token-file', file('token'), 'state', 'get', 'n'], env);
  assert.equal(named.code, 0, named.stderr);
  const refused = await run(['--agent', 'alpha', 'state', 'get', 'n'], {
    ...env,
    HOLDFAST_TOKEN: `hf_none_${'0'.repeat(64)}`,
  });
  assert.equal(refused.code, 1);
  assert.match(refused.stderr, /TOKEN_INVALID/);
  assert.doesNotMatch(refused.stderr, /hf_none/);
});

test('a certificate that is replaced is shown to who connects from then on', { skip }, async () => {
  const shown = () =>
    new Promise<string>((resolve, reject) => {
      const port = Number(address.split(':')[1]);
      const socket = connect({ host: '127.0.0.1', port, ...tls(), ALPNProtocols: ['h2'] }, () => {
        resolve(String(socket.getPeerCertificate().subject.CN));
        socket.destroy();
      });
      socket.once('error', reject);
    });
  assert.equal(await shown(), 'first');
  certify(folder, 'next', 'second');
  renameSync(file('next.key'), file('server.key'));
  renameSync(file('next.pem'), file('server.pem'));
  daemon.process.kill('SIGHUP');
  await until(async () => (await shown()) === 'second');
});

test('a token is not sent in clear to another machine, and no error says what it is', () => {
  assert.throws(
    () => new Holdfast({ address: '192.0.2.1:7070', token: token?.secret ?? `hf_x_${'0'.repeat(64)}` }),
    (error: Error) => /clear/.test(error.message) && !/hf_x|[0-9a-f]{64}/.test(error.message),
  );
  assert.throws(
    () => new Holdfast({ address: 'unix:/none', token: 'hf_half_a_secret' }),
    (error: Error) => /form/.test(error.message) && !/half/.test(error.message),
  );
});
