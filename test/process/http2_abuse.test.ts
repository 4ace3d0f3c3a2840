/** What HTTP/2 lets a client do to a server: the connection that does it is cut, memory stays bounded, others are answered. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:http2';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { addressesOf, createToken } from '../support/access.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import {
  call,
  END_HEADERS,
  END_STREAM,
  frame,
  header,
  message,
  PREFACE,
  RawConnection,
  TYPE,
} from '../support/frames.js';
import { RawClient } from '../support/rawClient.js';
import { putState, stats, until } from '../support/work.js';

const MAX_GROWTH_BYTES = 256 * 1024 * 1024;
const PING = '/holdfast.v1.Admin/Ping';

let daemon: TestDaemon;
let victim: RawClient;

before(async () => {
  daemon = await startDaemon({ args: ['--slow-consumer-ms', '2000', '--max-call-ms', '2000'] });
  victim = new RawClient(daemon.address);
  await putState(victim, 'big', { json: JSON.stringify('x'.repeat(200_000)) });
});

after(async () => {
  victim.close();
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

async function timed(): Promise<number> {
  const began_ms = performance.now();
  await victim.call('State', 'ListStates', { agent_id: 'agent-1', page_size: 1, name_prefix: 'none' });
  return performance.now() - began_ms;
}

/** The 99th percentile of calls one after the other, in milliseconds. */
async function p99(calls: number, go_on: () => boolean = () => false): Promise<number> {
  const times: number[] = [];
  while (times.length < calls || go_on()) times.push(await timed());
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

/** Another client calls while the attack lasts; prints how it fared, and checks the daemon's memory. */
async function survives(t: TestContext, attack: () => Promise<void>): Promise<void> {
  const { rss_bytes: before_bytes } = await stats(victim);
  const quiet_ms = await p99(100);
  let lasts = true;
  const attacked = attack().finally(() => {
    lasts = false;
  });
  const busy_ms = await p99(100, () => lasts);
  await attacked;
  const { rss_bytes: after_bytes } = await stats(victim);
  t.diagnostic(`p99 of another client: ${quiet_ms.toFixed(1)} ms before, ${busy_ms.toFixed(1)} ms during`);
  const growth = Number(after_bytes) - Number(before_bytes);
  assert.ok(growth < MAX_GROWTH_BYTES, `grew by ${growth} bytes`);
  assert.equal(daemon.process.exitCode, null, daemon.log());
}

const repeated = (one: Buffer, times: number) => Buffer.concat(Array<Buffer>(times).fill(one));

describe('floods', () => {
  test('streams that are opened and reset at once (CVE-2023-44487)', async (t) => {
    await survives(t, async () => {
      const connection = await RawConnection.open(daemon.address);
      let stream = 1;
      const cancel = Buffer.from([0, 0, 0, 8]);
      await connection.flood(() => {
        const frames: Buffer[] = [];
        for (let n = 0; n < 50; n += 1, stream += 2)
          frames.push(
            frame(TYPE.headers, END_HEADERS, stream, call(PING)),
            frame(TYPE.reset, 0, stream, cancel),
          );
        return Buffer.concat(frames);
      });
    });
  });

  test('pings', async (t) => {
    await survives(t, async () => {
      const connection = await RawConnection.open(daemon.address);
      const pings = repeated(frame(TYPE.ping, 0, 0, Buffer.alloc(8)), 500);
      await connection.flood(() => pings);
    });
  });

  test('settings', async (t) => {
    await survives(t, async () => {
      const connection = await RawConnection.open(daemon.address);
      const settings = repeated(frame(TYPE.settings, 0, 0), 200);
      await connection.flood(() => settings);
    });
  });

  test('a header block without end (CVE-2024-27983)', async (t) => {
    await survives(t, async () => {
      const connection = await RawConnection.open(daemon.address);
      connection.socket.write(frame(TYPE.headers, 0, 1, call(PING)));
      const more = repeated(frame(TYPE.continuation, 0, 1, header('x-more', 'y'.repeat(100))), 50);
      await connection.flood(() => more);
    });
  });

  test('header blocks that unfold to megabytes', async (t) => {
    await survives(t, async () => {
      const connection = await RawConnection.open(daemon.address);
      // A value of 4,000 bytes goes into the dynamic table (RFC 7541, 6.2.1, a length in two more bytes), then is named again.
      const length = Buffer.from([0x7f, ...varint(4000 - 127)]);
      const entry = Buffer.concat([
        Buffer.from([0x40, 6]),
        Buffer.from('x-bomb'),
        length,
        Buffer.alloc(4000, 0x61),
      ]);
      const again = Buffer.alloc(8000, 0x80 | 62);
      let stream = 1;
      await Promise.race([
        connection.flood(() => {
          const block = Buffer.concat([call(PING), entry, again]);
          const bomb = frame(TYPE.headers, END_HEADERS | END_STREAM, stream, block);
          stream += 2;
          return bomb;
        }),
        // It may be refused stream by stream for as long as it likes.
        until(() => stream > 2000 || !connection.is_open),
      ]);
      connection.close();
    });
  });
});

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)];
}

/** GetStateRequest{agent_id: "agent-1", name: "big"}. */
const GET_BIG = message(
  Buffer.concat([Buffer.from([0x0a, 7]), Buffer.from('agent-1'), Buffer.from([0x12, 3]), Buffer.from('big')]),
);

function ask(stream: number): Buffer {
  return Buffer.concat([
    frame(TYPE.headers, END_HEADERS, stream, call('/holdfast.v1.State/GetState')),
    frame(TYPE.data, END_STREAM, stream, GET_BIG),
  ]);
}

describe('clients that do not read', () => {
  test('a connection that asks for much and takes nothing is cut', async (t) => {
    await survives(t, async () => {
      // Windows as large as can be: what holds it back is the socket.
      const connection = await RawConnection.open(daemon.address, [[4, 0x7fffffff]]);
      connection.socket.write(frame(8, 0, 0, Buffer.from([0x7f, 0, 0, 0])));
      connection.socket.pause();
      for (let stream = 1; stream < 400; stream += 2) connection.socket.write(ask(stream));
      await until(
        async () =>
          Number((await stats(victim)).cut_connections) > 0 && daemon.log().includes('takes nothing'),
      );
      connection.close();
    });
  });

  test('replies for which there is no window are given up', async (t) => {
    await survives(t, async () => {
      const connection = await RawConnection.open(daemon.address, [[4, 0]]);
      const resets = once(connection.socket, 'data');
      await resets;
      let seen = Buffer.alloc(0);
      connection.socket.on('data', (chunk: Buffer) => {
        seen = Buffer.concat([seen, chunk]);
      });
      for (let stream = 1; stream < 100; stream += 2) connection.socket.write(ask(stream));
      // RST_STREAM of the last of them: four bytes long, type 3.
      await until(() => seen.includes(frame(TYPE.reset, 0, 99, Buffer.from([0, 0, 0, 11])).subarray(0, 9)));
      connection.close();
    });
  });
});

describe('connections that wait', () => {
  test('one that says nothing, and one that stops in the middle of saying it, are cut', {
    timeout: 60_000,
  }, async (t) => {
    await survives(t, async () => {
      const silent = await RawConnection.silent(daemon.address);
      const halting = await RawConnection.silent(daemon.address);
      halting.socket.write(PREFACE.subarray(0, 10));
      await Promise.all([silent.closed, halting.closed]);
    });
  });

  test('a call that never sends its request ends with its deadline', async () => {
    const connection = await RawConnection.open(daemon.address);
    let seen = '';
    connection.socket.on('data', (chunk: Buffer) => {
      seen += chunk.toString('latin1');
    });
    connection.socket.write(frame(TYPE.headers, END_HEADERS, 1, call(PING)));
    // Trailers alone: HEADERS of stream 1 that end it.
    await until(() => seen.includes('\x01\x05\x00\x00\x00\x01'));
    connection.close();
  });

  test('beyond the number of connections new ones are closed, and those that are open go on', async () => {
    const other = await startDaemon({ args: ['--max-connections', '10'] });
    const client = new RawClient(other.address);
    await client.call('Admin', 'Ping', {});
    const made = await Promise.all(
      Array.from({ length: 15 }, () => RawConnection.open(other.address).catch(() => null)),
    );
    await until(() => made.filter((one) => one === null || !one.is_open).length >= 6);
    await client.call('Admin', 'Ping', {});
    for (const one of made) one?.close();
    client.close();
    await other.kill();
    removeFolder(other.state_dir);
  });

  test('those that show no token make room for who has one, are cut in time, and leave the Unix socket alone', {
    timeout: 60_000,
  }, async () => {
    const state_dir = temporaryFolder();
    const unix = `unix:${join(state_dir, 'holdfast.sock')}`;
    const args = ['--listen', `${unix},127.0.0.1:0`, '--max-connections', '10'];
    const other = await startDaemon({ state_dir, args });
    const local = new RawClient(unix);
    const tcp = (await addressesOf(local))[1] ?? '';
    const owner = new RawClient(tcp, {}, (await createToken(local, 'agent', ['*'])).header);
    await owner.call('Admin', 'Ping', {});
    const made = Array.from({ length: 60 }, () => connect(`http://${tcp}`).on('error', () => {}));
    await until(() => made.filter(({ closed, destroyed }) => closed || destroyed).length >= 51);
    // One that was let in stays, and others that have a token find room; the kernel's own door was never narrower.
    await owner.call('Admin', 'Ping', {});
    const late = new RawClient(tcp, {}, (await createToken(local, 'agent', ['*'])).header);
    await late.call('Admin', 'Ping', {});
    const another = new RawClient(unix);
    await another.call('Admin', 'Ping', {});
    await until(() => made.every(({ closed, destroyed }) => closed || destroyed));
    await until(() => other.log().includes('made no call that was let in'));
    const lines = other
      .log()
      .split('\n')
      .filter((line) => line.includes('too many connections'));
    assert.ok(lines.length > 0 && lines.length < 20, `${lines.length} lines`);
    await owner.call('Admin', 'Ping', {});
    for (const one of [local, owner, late, another]) one.close();
    await other.kill();
    removeFolder(state_dir);
  });
});
