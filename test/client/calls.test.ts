import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  DeadlineExceededError,
  doc,
  fromDoc,
  HoldfastError,
  IdempotencyKeyReusedError,
  InvalidRequestError,
  listAll,
  NotFoundError,
  UnavailableError,
  uuidv7,
  VersionConflictError,
} from '@holdfast/client';
import protobuf from 'protobufjs';
import { protoRoot } from '../../src/rpc/proto.js';
import { fixture } from './support.js';

test('the client fills in agent and request id, and takes those it is given', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.state.putState({ name: 'mine', document: doc(1) });
  const request = { agent_id: 'beta', request_id: 'r-1', name: 'theirs', document: doc(2) };
  const first = await holdfast.state.putState(request);
  const again = await holdfast.state.putState(request);
  assert.equal(first.header?.replayed, false);
  assert.deepEqual(again.header, { ...first.header, replayed: true });
  const { state } = await holdfast.state.getState({ agent_id: 'beta', name: 'theirs' });
  assert.equal(fromDoc(state?.document), 2);
  await assert.rejects(holdfast.state.getState({ name: 'theirs' }), NotFoundError);
});

test('a refusal is a typed exception with everything the daemon said', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.state.putState({ name: 's', document: doc(1) });
  const conflict = await holdfast.state
    .putState({ name: 's', document: doc(2), expected_version: 7 })
    .catch((error: unknown) => error);
  assert.ok(conflict instanceof VersionConflictError);
  assert.equal(conflict.name, 'VersionConflictError');
  assert.equal(conflict.reason, 'VERSION_CONFLICT');
  assert.equal(conflict.code, 10);
  assert.equal(conflict.method, 'holdfast.v1.State/PutState');
  assert.equal(conflict.field, 'expected_version');
  assert.deepEqual(conflict.metadata, { expected: '7', actual: '1' });
  assert.equal(conflict.outcome_unknown, false);

  await holdfast.state.putState({ request_id: 'once', name: 's', document: doc(3) });
  await assert.rejects(
    holdfast.state.putState({ request_id: 'once', name: 's', document: doc(4) }),
    IdempotencyKeyReusedError,
  );
  await assert.rejects(holdfast.state.putState({ name: 'no spaces', document: doc(1) }), (error: unknown) => {
    assert.ok(error instanceof InvalidRequestError);
    assert.equal(error.field, 'name');
    return true;
  });
});

test('a request that does not fit its message is refused before it is sent', async (t) => {
  const holdfast = (await fixture(t)).client({ address: 'unix:/nonexistent/holdfast.sock' });
  const wrong = { name: 's', document: 'text' } as unknown as { name: string };
  await assert.rejects(holdfast.state.putState(wrong), { reason: 'INVALID_FIELD', method: '' });
});

test('a mutation waits for a daemon that is away, and happens once', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.state.putState({ name: 's', document: doc(1) });
  await daemon.daemon.kill();
  const waiting = holdfast.state.putState({ name: 's', document: doc(2) });
  await daemon.restart();
  assert.equal((await waiting).version, '2');
  const { state } = await holdfast.state.getState({ name: 's' });
  assert.equal(state?.version, '2');
});

test('a commit whose reply was lost is not made twice', async (t) => {
  // The daemon dies right after its commit reached the disk, before it could answer.
  const daemon = await fixture(t, { env: { HOLDFAST_CRASH_AT: 'after_commit' } });
  const holdfast = daemon.client();
  const waiting = holdfast.state.putState({ name: 's', document: doc(1) });
  await daemon.daemon.exited;
  await daemon.restart();
  const reply = await waiting;
  assert.equal(reply.header?.replayed, true);
  assert.equal(reply.version, '1');
});

test('a deadline ends a call to a daemon that does not answer, and leaves the outcome open', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await holdfast.admin.ping({});
  daemon.daemon.process.kill('SIGSTOP');
  const late = await holdfast.state
    .putState({ name: 's', document: doc(1) }, { deadline_ms: 100 })
    .catch((error: unknown) => error);
  assert.ok(late instanceof DeadlineExceededError);
  assert.equal(late.outcome_unknown, true);
  daemon.daemon.process.kill('SIGCONT');
  const { request_id } = late;
  assert.ok(request_id !== undefined);
  const reply = await holdfast.state.putState({ request_id, name: 's', document: doc(1) });
  assert.equal(reply.version, '1');
});

test('without wait_for_ready a daemon that is away is an error at once', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client({ wait_for_ready: false });
  await daemon.daemon.stop();
  await assert.rejects(holdfast.admin.ping({}, { deadline_ms: 60_000 }), (error: unknown) => {
    assert.ok(error instanceof UnavailableError);
    assert.doesNotMatch(error.message, /Resolution note/);
    return true;
  });
});

test('a signal ends a call, also one that waits for the daemon', async (t) => {
  const daemon = await fixture(t);
  const holdfast = daemon.client();
  await assert.rejects(holdfast.admin.ping({}, { signal: AbortSignal.abort() }), { reason: 'CANCELLED' });
  await daemon.daemon.stop();
  const stop = new AbortController();
  const waiting = holdfast.admin.ping({}, { signal: stop.signal, deadline_ms: 60_000 });
  setImmediate(() => stop.abort());
  await assert.rejects(waiting, HoldfastError);
});

test('listAll reads every page', async (t) => {
  const holdfast = (await fixture(t)).client();
  const names = ['a', 'b', 'c', 'd', 'e'];
  for (const name of names) await holdfast.state.putState({ name, document: doc(name) });
  const found: string[] = [];
  for await (const state of listAll(holdfast.state.listStates, { page_size: 2 })) found.push(state.name);
  assert.deepEqual(found, names);
});

test('progress streams yield until done and can be left early', async (t) => {
  const holdfast = (await fixture(t)).client();
  await holdfast.state.putState({ name: 's', document: doc(1) });
  let last: { done: boolean; ok: boolean } | undefined;
  for await (const message of holdfast.admin.verify({})) last = message;
  assert.deepEqual([last?.done, last?.ok], [true, true]);
  for await (const message of holdfast.admin.verify({})) {
    assert.equal(message.phase, 'sqlite');
    break;
  }
  await assert.rejects(async () => {
    for await (const _ of holdfast.admin.backup({ name: '../escape' })) assert.fail('no backup of that name');
  }, InvalidRequestError);
});

test('request ids are UUIDs of version 7 that sort by time', () => {
  assert.match(uuidv7(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  // The timestamp of RFC 9562's own example (appendix A.6).
  assert.ok(uuidv7(0x017f22e279b0).startsWith('017f22e2-79b0-7'));
  const ids = [5, 1, 3].map((ms) => uuidv7(1_700_000_000_000 + ms));
  assert.deepEqual([...ids].sort(), [ids[1], ids[2], ids[0]]);
});

test('a full queue delays calls and fails none', async (t) => {
  const daemon = await fixture(t, { args: ['--max-queued', '1'] });
  const holdfast = daemon.client({ deadline_ms: 60_000 });
  const names = Array.from({ length: 50 }, (_, index) => `s-${index}`);
  await Promise.all(names.map((name) => holdfast.state.putState({ name, document: doc(name) })));
  const { rpcs } = await holdfast.admin.stats({});
  const puts = rpcs.find(({ method }) => method === 'holdfast.v1.State/PutState');
  // Some were refused with QUEUE_FULL and sent again, or this test shows nothing.
  assert.ok(Number(puts?.errors) > 0);
  assert.equal(Number(puts?.calls) - Number(puts?.errors), names.length);
  const versions = await Promise.all(names.map((name) => holdfast.state.getState({ name })));
  assert.ok(versions.every(({ state }) => state?.version === '1'));
});

test('every RPC of the contract has its method', async (t) => {
  const holdfast = (await fixture(t)).client();
  /** Those whose methods stand elsewhere than under the service's name. */
  const elsewhere: Readonly<Record<string, string>> = {
    'Transact.Transact': 'transact',
    'Watch.Watch': 'watch',
    'Episodic.IngestEpisodes': 'ingestEpisodes',
    'Operations.Resume': 'resume',
    'Operations.TakeOver': 'takeOver',
  };
  const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
  const services = protoRoot.lookup('holdfast.v1') as protobuf.Namespace;
  let checked = 0;
  for (const service of services.nestedArray.filter((each) => each instanceof protobuf.Service)) {
    for (const rpc of Object.keys(service.methods)) {
      const place = elsewhere[`${service.name}.${rpc}`] ?? `${lower(service.name)}.${lower(rpc)}`;
      const found = place
        .split('.')
        .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], holdfast);
      assert.equal(typeof found, 'function', `${service.name}.${rpc}: holdfast.${place}`);
      checked += 1;
    }
  }
  assert.ok(checked > 90, `${checked} RPCs`);
});

test('the time that a request asks to wait comes on top of the deadline', async (t) => {
  const { limits } = (await fixture(t)).client({ deadline_ms: 400 });
  const size = { bucket: 'b', capacity: 1, refill_per_second: 1 };
  assert.equal((await limits.acquireTokens(size)).allowed, true);
  assert.equal((await limits.acquireTokens({ ...size, max_wait: { seconds: 5, nanos: 0 } })).allowed, true);
});
