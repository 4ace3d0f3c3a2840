/** Standard tools against the daemon: reflection by buf curl, which the project has, and the health service. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { Client, credentials } from '@grpc/grpc-js';
import { service as health } from 'grpc-health-check';
import { packageRoot } from '../../src/paths.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient } from '../support/rawClient.js';
import { getState } from '../support/work.js';

let daemon: TestDaemon;

before(async () => {
  daemon = await startDaemon();
});

after(async () => {
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

async function bufCurl(method: string, request: object): Promise<{ stdout: string; stderr: string }> {
  const socket = daemon.address.slice('unix:'.length);
  const how = ['--protocol', 'grpc', '--http2-prior-knowledge', '--unix-socket', socket];
  const args = ['curl', ...how, '-d', JSON.stringify(request), `http://localhost/holdfast.v1.${method}`];
  return promisify(execFile)(join(packageRoot, 'node_modules', '.bin', 'buf'), args).catch((error) => error);
}

test('buf curl calls by reflection, and 2^53 + 1 and an absent field survive', async () => {
  const document = { json: '{"n":9007199254740993}' };
  const put = { agentId: 'agent-1', requestId: 'r-1', name: 'n', document, expectedVersion: '0' };
  const { stdout } = await bufCurl('State/PutState', put);
  assert.equal(JSON.parse(stdout).version, '1');
  const client = new RawClient(daemon.address);
  const { state } = await client.call('State', 'GetState', { agent_id: 'agent-1', name: 'n' });
  assert.equal(state.document.json, '{"n":9007199254740993}');
  // Absent is not 0: 0 demands that there is none.
  const absent = await bufCurl('State/PutState', { ...put, requestId: 'r-2', expectedVersion: undefined });
  assert.equal(JSON.parse(absent.stdout).version, '2');
  const zero = await bufCurl('State/PutState', { ...put, requestId: 'r-3' });
  assert.match(zero.stderr, /"code": "aborted"/);
  assert.deepEqual(await getState(client, 'n'), { n: 9007199254740992 });
  client.close();
});

test('buf curl shows the code and message of a refusal', async () => {
  const { stderr } = await bufCurl('State/GetState', { agentId: 'agent-1', name: 'none' });
  assert.match(stderr, /"code": "not_found"/);
  assert.match(stderr, /no state none/);
});

test('health: SERVING for the whole and each service, NOT_SERVING while it stops', {
  timeout: 60_000,
}, async () => {
  const other = await startDaemon();
  const client = new Client(other.address, credentials.createInsecure());
  const { Check: check, Watch: watch } = health;
  assert.ok(check !== undefined && watch !== undefined);
  for (const name of ['', 'holdfast.v1.State', 'holdfast.v1.Admin']) {
    const reply = await new Promise((resolve, reject) => {
      const request = { service: name };
      client.makeUnaryRequest(
        check.path,
        check.requestSerialize,
        check.responseDeserialize,
        request,
        (error, value) => (error === null ? resolve(value) : reject(error)),
      );
    });
    assert.deepEqual(reply, { status: 'SERVING' });
  }
  const statuses: string[] = [];
  const request = { service: '' };
  const stream = client.makeServerStreamRequest(
    watch.path,
    watch.requestSerialize,
    watch.responseDeserialize,
    request,
  );
  stream.on('error', () => {});
  stream.on('data', ({ status }) => {
    statuses.push(status);
    if (status === 'SERVING') other.process.kill('SIGTERM');
  });
  assert.equal(await other.exited, 0);
  assert.deepEqual(statuses, ['SERVING', 'NOT_SERVING']);
  client.close();
  removeFolder(other.state_dir);
});
