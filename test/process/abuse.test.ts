/** Clients that misbehave: each is refused or cut, and the others do not notice. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectHttp2, constants } from 'node:http2';
import { connect, type Socket } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { ServiceError } from '@grpc/grpc-js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, RpcError, refusal } from '../support/rawClient.js';
import { findings, getState, putState, requestId, stats, until, withClient } from '../support/work.js';

const MIB = 1024 * 1024;
const PREFACE = Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'latin1');
const EMPTY_SETTINGS = Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0]);

let daemon: TestDaemon;
let client: RawClient;

before(async () => {
  daemon = await startDaemon({ args: ['--slow-consumer-ms', '200', '--max-watches', '20'] });
  client = new RawClient(daemon.address);
});

after(async () => {
  client.close();
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

async function openSocket(): Promise<Socket> {
  const socket = connect(daemon.address.slice('unix:'.length));
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

/** The others notice nothing. */
async function othersAreWell(): Promise<void> {
  const name = requestId('well');
  await putState(client, name);
  assert.deepEqual(await getState(client, name), { a: 1 });
  assert.equal(daemon.process.exitCode, null, daemon.log());
}

describe('messages that are too large', () => {
  test('5 MB is refused, here and nested', async () => {
    const json = JSON.stringify('x'.repeat(5 * MIB));
    const error = await refusal(putState(client, 'big', { json }));
    assert.equal(error.status, 'RESOURCE_EXHAUSTED');
    assert.equal((await refusal(getState(client, 'big'))).reason, 'NOT_FOUND');
    await othersAreWell();
  });

  test('a document above its limit but within the message is refused with the limit', async () => {
    const error = await refusal(putState(client, 'big', { json: JSON.stringify('x'.repeat(300_000)) }));
    assert.deepEqual([error.status, error.reason], ['INVALID_ARGUMENT', 'DOCUMENT_TOO_LARGE']);
  });

  test('what a refusal quotes does not outgrow what clients take as trailers', async () => {
    const key = 'k'.repeat(100_000);
    const texts = [
      `{"${key}":{"__decimal__":"1e5"}}`,
      `{"${key}":"sk_live_${'a1b2c3d4'.repeat(4)}"}`,
      `{"${key}":1,"${key}":2}`,
    ];
    for (const json of texts) {
      const error = await refusal(putState(client, 'n', { json }));
      assert.equal(error.status, 'INVALID_ARGUMENT');
      assert.notEqual(error.reason, '');
      assert.ok(error.message.length < 2000);
    }
  });
});

describe('connections that are not clients', () => {
  const garbage: [string, Buffer][] = [
    ['noise', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 197 + 31) % 256))],
    ['HTTP/1', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
    ['a preface and noise', Buffer.concat([PREFACE, Buffer.alloc(4096, 0xee)])],
    [
      'a frame of the largest length',
      Buffer.concat([PREFACE, EMPTY_SETTINGS, Buffer.from('ffffff0000000000010000', 'hex')]),
    ],
    [
      'data on stream 0',
      Buffer.concat([PREFACE, EMPTY_SETTINGS, Buffer.from('000001000000000000ff', 'hex')]),
    ],
    [
      'headers that do not decode',
      Buffer.concat([PREFACE, EMPTY_SETTINGS, Buffer.from('000004010500000001ffffffff', 'hex')]),
    ],
    [
      'a continuation of nothing',
      Buffer.concat([PREFACE, EMPTY_SETTINGS, Buffer.from('000001090400000001ff', 'hex')]),
    ],
    ['ten thousand settings', Buffer.concat([PREFACE, ...Array<Buffer>(10_000).fill(EMPTY_SETTINGS)])],
    [
      'ten thousand pings',
      Buffer.concat([
        PREFACE,
        EMPTY_SETTINGS,
        ...Array<Buffer>(10_000).fill(Buffer.from('0000080600000000000102030405060708', 'hex')),
      ]),
    ],
  ];
  for (const [name, bytes] of garbage) {
    test(name, async () => {
      const socket = await openSocket();
      socket.resume();
      await new Promise<void>((resolve) => {
        socket.end(bytes, resolve);
        socket.once('close', () => resolve());
      });
      await othersAreWell();
      socket.destroy();
    });
  }

  test('calls that are no gRPC', async () => {
    const session = connectHttp2('http://localhost', {
      createConnection: () => connect(daemon.address.slice('unix:'.length)),
    });
    const ask = async (headers: Record<string, string>, body: Buffer) => {
      const stream = session.request(headers);
      stream.on('error', () => {});
      if (!stream.writableEnded) stream.end(body);
      stream.resume();
      const closed = once(stream, 'close');
      await closed;
    };
    const path = '/holdfast.v1.State/PutState';
    const grpc = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    await ask({ ':method': 'GET', ':path': path }, Buffer.alloc(0));
    await ask({ ...grpc, 'content-type': 'text/plain' }, Buffer.from('hello'));
    await ask({ ...grpc, ':path': '/holdfast.v1.State/None' }, Buffer.alloc(0));
    await ask({ ...grpc, 'grpc-timeout': 'soon' }, Buffer.from([0, 0, 0, 0, 0]));
    await ask({ ...grpc, 'grpc-encoding': 'gzip' }, Buffer.from([1, 0, 0, 0, 4, 1, 2, 3, 4]));
    await ask(grpc, Buffer.from([0, 0xff, 0xff, 0xff, 0xff]));
    await ask(grpc, Buffer.from([0, 0, 0]));
    await ask({ ...grpc, 'x-bin': '%%%' }, Buffer.from([0, 0, 0, 0, 0]));
    await ask(grpc, Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    session.close();
    await othersAreWell();
  });

  test('connections that stall and streams half sent do not keep it from stopping', {
    timeout: 30_000,
  }, async () => {
    const other = await startDaemon();
    const path = other.address.slice('unix:'.length);
    const [silent, half] = [connect(path), connect(path)];
    await Promise.all([silent, half].map((socket) => once(socket, 'connect')));
    for (const socket of [silent, half]) socket.on('error', () => {});
    half.write(Buffer.concat([PREFACE, EMPTY_SETTINGS]));
    const session = connectHttp2('http://localhost', { createConnection: () => connect(path) });
    session.on('error', () => {});
    const stream = session.request({
      ':method': 'POST',
      ':path': '/holdfast.v1.State/PutState',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.on('error', () => {});
    stream.write(Buffer.from([0, 0, 0, 1, 0, 1]));
    await withClient(other.address, (good) => putState(good, 'n'));
    assert.equal(await other.stop(), 0);
    silent.destroy();
    half.destroy();
    session.destroy();
    removeFolder(other.state_dir);
  });
});

/** Watches that ended with an error since the daemon's start. */
async function watchesEnded(through: RawClient): Promise<number> {
  const { rpcs } = await stats(through);
  const { errors } = rpcs.find(({ method }: { method: string }) => method === 'holdfast.v1.Watch/Watch') ?? {
    errors: '0',
  };
  return Number(errors);
}

describe('streams that nobody reads', () => {
  const json = JSON.stringify('x'.repeat(200_000));

  test('watches hold bounded memory and are given up', { timeout: 30_000 }, async () => {
    for (let count = 0; count < 200; count += 1) await putState(client, 'large', { json });
    const { rss_bytes: before_bytes } = await stats(client);
    const stalled = new RawClient(daemon.address);
    const streams = Array.from({ length: 16 }, () => {
      const stream = stalled.stream('Watch', 'Watch', { agent_id: '*', from_revision: '0' });
      stream.pause();
      return stream;
    });
    for (const stream of streams) stream.on('error', () => {});
    // 16 watchers of 40 MB each: held whole they would be 640 MB.
    await until(async () => (await watchesEnded(client)) === 16);
    const { rss_bytes } = await stats(client);
    const grown_mib = (Number(rss_bytes) - Number(before_bytes)) / MIB;
    assert.ok(grown_mib < 250, `grew by ${grown_mib} MiB`);
    for (const stream of streams) stream.cancel();
    stalled.close();
    await othersAreWell();
  });

  test('one that is never read again is reset', { timeout: 30_000 }, async () => {
    const session = connectHttp2('http://localhost', {
      createConnection: () => connect(daemon.address.slice('unix:'.length)),
    });
    session.on('error', () => {});
    const stream = session.request({
      ':method': 'POST',
      ':path': '/holdfast.v1.Watch/Watch',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.on('error', () => {});
    stream.pause();
    // WatchRequest{agent_id: "*", from_revision: 0}
    const request = Buffer.from([0x0a, 1, 0x2a, 0x10, 0]);
    stream.end(Buffer.concat([Buffer.from([0, 0, 0, 0, request.length]), request]));
    await until(() => stream.closed);
    assert.equal(stream.rstCode, constants.NGHTTP2_ENHANCE_YOUR_CALM);
    session.destroy();
    await othersAreWell();
  });

  test('a client that comes back soon finds the rest, the reason, and can resume there', {
    timeout: 30_000,
  }, async () => {
    const other = await startDaemon({ args: ['--slow-consumer-ms', '1500'] });
    await withClient(other.address, async (good) => {
      for (let count = 0; count < 60; count += 1) await putState(good, 'large', { json });
      const stream = good.stream('Watch', 'Watch', { agent_id: '*', from_revision: '0' });
      const seen: number[] = [];
      stream.pause();
      const ended = new Promise<RpcError>((resolve) =>
        stream.on('error', (error: ServiceError) => resolve(new RpcError(error))),
      );
      await until(async () => (await watchesEnded(good)) === 1);
      stream.on('data', ({ revision }) => seen.push(Number(revision)));
      stream.resume();
      const error = await ended;
      assert.deepEqual([error.status, error.reason], ['RESOURCE_EXHAUSTED', 'SLOW_CONSUMER']);
      assert.equal(Number(error.metadata.resume_revision), seen.at(-1));
      assert.deepEqual(
        seen,
        Array.from(seen, (_, index) => index + 1),
      );
    });
    await other.kill();
    removeFolder(other.state_dir);
  });

  test('Verify and Backup go on to their end', { timeout: 30_000 }, async () => {
    const stalled = new RawClient(daemon.address);
    const streams = [
      ...Array.from({ length: 10 }, () => stalled.stream('Admin', 'Verify', {})),
      stalled.stream('Admin', 'Backup', { name: 'unread' }),
    ];
    for (const stream of streams) {
      stream.on('error', () => {});
      stream.pause();
    }
    await until(async () => {
      const again = await client.last('Admin', 'Backup', { name: 'unread' }).then(
        () => null,
        (error) => error,
      );
      return again instanceof RpcError && again.reason === 'ALREADY_EXISTS';
    });
    assert.deepEqual(await findings(client), []);
    stalled.close();
  });

  test('more watches than allowed are refused with RetryInfo, and a closed one makes room', async () => {
    const streams = Array.from({ length: 20 }, () => client.stream('Watch', 'Watch', { agent_id: '*' }));
    for (const stream of streams) stream.on('error', () => {});
    await until(async () => (await stats(client)).watches === 20);
    const error = await refusal(client.last('Watch', 'Watch', { agent_id: '*' }));
    assert.deepEqual(
      [error.status, error.reason, error.metadata.limit],
      ['RESOURCE_EXHAUSTED', 'TOO_MANY', '20'],
    );
    assert.ok((error.retry_after_ms ?? 0) > 0);
    for (const stream of streams) stream.cancel();
    await until(async () => (await stats(client)).watches === 0);
  });
});

describe('more writes than it takes', () => {
  test('10,000 at once: each is done once or refused QUEUE_FULL, and all succeed when repeated', {
    timeout: 120_000,
  }, async () => {
    const other = await startDaemon({ args: ['--max-queued', '100', '--max-batch', '16'] });
    const clients = Array.from(
      { length: 10 },
      () => new RawClient(other.address, { 'grpc.enable_retries': 0 }),
    );
    const ids = Array.from({ length: 10_000 }, () => requestId('flood'));
    const put = (request_id: string, index: number) =>
      putState(clients[index % 10] ?? client, request_id, { request_id });
    const results = await Promise.allSettled(ids.map(put));
    let refusals = 0;
    const done = new Set<string>();
    for (const [index, result] of results.entries()) {
      const id = ids[index] ?? '';
      if (result.status === 'fulfilled') {
        done.add(id);
        assert.equal(result.value.version, '1');
        continue;
      }
      refusals += 1;
      const { reason } = result;
      assert.ok(reason instanceof RpcError);
      assert.deepEqual([reason.status, reason.reason], ['RESOURCE_EXHAUSTED', 'QUEUE_FULL']);
      assert.ok((reason.retry_after_ms ?? 0) > 0);
    }
    assert.ok(refusals > 0, 'the queue never filled');
    assert.equal((await stats(clients[0] ?? client)).revision, String(done.size));

    for (const [index, id] of ids.entries()) {
      const { header, version } = await put(id, index);
      assert.deepEqual([header.replayed, version], [done.has(id), '1']);
    }
    assert.equal((await stats(clients[0] ?? client)).revision, '10000');
    for (const each of clients) each.close();
    assert.equal(await other.stop(), 0);
    removeFolder(other.state_dir);
  });
});

test('a cancelled write happened whole or not at all, and its receipt tells', {
  timeout: 30_000,
}, async () => {
  const ids = Array.from({ length: 200 }, () => requestId('cancel'));
  for (const [index, id] of ids.entries()) {
    const call = client.stream('State', 'PutState', {
      agent_id: 'c',
      request_id: id,
      name: id,
      document: { json: '{"a":1}' },
    });
    call.on('error', () => {});
    call.on('data', () => {});
    if (index % 2 === 0) call.cancel();
    else setImmediate(() => call.cancel());
  }
  await othersAreWell();
  for (const id of ids) {
    const there = await getState(client, id, 'c').then(
      () => true,
      () => false,
    );
    const { header, version } = await putState(client, id, { agent_id: 'c', request_id: id });
    assert.deepEqual([header.replayed, version], [there, '1']);
  }
  assert.deepEqual(await findings(client), []);
});

test('streams reset as fast as they are opened (CVE-2023-44487) cost only their client', {
  timeout: 30_000,
}, async () => {
  const session = connectHttp2('http://localhost', {
    createConnection: () => connect(daemon.address.slice('unix:'.length)),
  });
  session.on('error', () => {});
  for (let count = 0; count < 5000 && !session.destroyed; count += 1) {
    const stream = session.request({
      ':method': 'POST',
      ':path': '/holdfast.v1.Admin/Ping',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    stream.on('error', () => {});
    stream.close(constants.NGHTTP2_CANCEL);
  }
  await othersAreWell();
  session.destroy();
  await othersAreWell();
});
