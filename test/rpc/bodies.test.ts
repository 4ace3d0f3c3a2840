/** Messages that are not whole: what they hold is counted exactly, bounded, and given back however they end. */
import assert from 'node:assert/strict';
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type ServerHttp2Stream,
} from 'node:http2';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { Allowances } from '../../src/access/allowances.js';
import { AgentPatterns } from '../../src/access/patterns.js';
import type { Principal } from '../../src/access/principal.js';
import { Bodies, type BodyLimits, MAX_OPEN_BYTES } from '../../src/rpc/bodies.js';
import { unfolder } from '../../src/rpc/unfold.js';
import { message } from '../support/frames.js';
import { uniform } from '../support/vectors.js';
import { until } from '../support/work.js';

const KIB = 1024;
const MOST = 256 * KIB;
const PATIENCE_MS = 30_000;
const LIMITS: BodyLimits = {
  max_message_bytes: MOST,
  max_receiving_bytes_per_connection: 4 * MOST,
  max_receiving_bytes: 6 * MOST,
  slow_consumer_ms: PATIENCE_MS,
};
const [ONE, MANY] = ['/test.Echo/One', '/test.Echo/Many'];
const SEED = Number(process.env.HOLDFAST_SEED ?? Date.now() % 2 ** 31);

const same = (bytes: Buffer): Buffer => bytes;
const method = (path: string, streams: boolean) => ({
  path,
  requestStream: streams,
  responseStream: streams,
  requestSerialize: same,
  requestDeserialize: same,
  responseSerialize: same,
  responseDeserialize: same,
});

interface Served extends Partial<BodyLimits> {
  readonly is_open?: boolean;
  /** The credential of the nth connection that makes a call; one of its own by default. */
  readonly senderOf?: (nth: number) => string;
}

/** A server whose calls answer each message with its length. */
async function serve(
  t: TestContext,
  { is_open = false, senderOf = String, ...limits }: Served = {},
): Promise<{ bodies: Bodies; join: () => ClientHttp2Session; streams: Set<ServerHttp2Stream> }> {
  const bodies = new Bodies({ ...LIMITS, ...limits });
  const streams = new Set<ServerHttp2Stream>();
  const seen: unknown[] = [];
  const allowances = new Allowances(
    { max_calls_per_second_per_agent: 0, max_calls_per_second_per_credential: 0 },
    () => 0,
  );
  const principalOf = (stream: ServerHttp2Stream): Principal | undefined => {
    streams.add(stream);
    stream.once('close', () => streams.delete(stream));
    if (!seen.includes(stream.session)) seen.push(stream.session);
    const id = `token:${senderOf(seen.indexOf(stream.session))}`;
    return is_open ? undefined : { id, role: 'agent', agents: new AgentPatterns([]) };
  };
  const server = new Server({ interceptors: [bodies.interceptor(principalOf, unfolder(allowances))] });
  const lengthOf = ({ length }: Buffer): Buffer => Buffer.from(String(length));
  server.addService(
    { one: method(ONE, false), many: method(MANY, true) },
    {
      one: ({ request }: { request: Buffer }, reply: sendUnaryData<Buffer>) => reply(null, lengthOf(request)),
      many: (call: ServerDuplexStream<Buffer, Buffer>) => {
        call.on('data', (request: Buffer) => call.write(lengthOf(request)));
        call.on('end', () => call.end());
        call.on('error', () => {});
      },
    },
  );
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  );
  const sessions: ClientHttp2Session[] = [];
  t.after(() => {
    for (const session of sessions) session.destroy();
    server.forceShutdown();
  });
  const join = (): ClientHttp2Session => {
    const session = connect(`http://127.0.0.1:${port}`).on('error', () => {});
    session.once('goaway', () => session.destroy());
    sessions.push(session);
    return session;
  };
  return { bodies, join, streams };
}

interface Started {
  readonly stream: ClientHttp2Stream;
  /** The gRPC status, or `reset` when there was none. */
  readonly ended: Promise<string>;
  readonly trailers: () => Record<string, unknown>;
  readonly replies: () => string;
}

function start(
  session: ClientHttp2Session,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Started {
  const stream = session.request(
    { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers', ...headers },
    { endStream: false },
  );
  let trailers: Record<string, unknown> = {};
  let replies = '';
  stream.on('error', () => {});
  stream.on('response', (got) => Object.assign(trailers, got));
  stream.on('trailers', (got) => {
    trailers = { ...trailers, ...got };
  });
  stream.on('data', (chunk: Buffer) => {
    replies += chunk.subarray(5).toString();
  });
  const ended = new Promise<string>((resolve) =>
    stream.once('close', () => resolve(String(trailers['grpc-status'] ?? 'reset'))),
  );
  return { stream, ended, trailers: () => trailers, replies: () => replies };
}

/** Sends all of a message but its last byte. */
function begin(call: Started, size_bytes: number): void {
  call.stream.write(message(Buffer.alloc(size_bytes)).subarray(0, -1));
}

const code = (name: keyof typeof status): string => String(status[name]);

test('a message is counted from its head on until it is whole, and small ones are not', async (t) => {
  const { bodies, join } = await serve(t);
  const session = join();
  const call = start(session, MANY);
  begin(call, 200 * KIB);
  await until(() => bodies.held_bytes === 200 * KIB);
  call.stream.write(Buffer.concat([Buffer.alloc(1), message(Buffer.alloc(3)), message(Buffer.alloc(0))]));
  await until(() => call.replies() === `${200 * KIB}30`);
  assert.equal(bodies.held_bytes, 0);
  // A few bytes at a time, its head among them.
  for (const byte of message(Buffer.alloc(1000))) {
    call.stream.write(Buffer.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await until(() => call.replies().endsWith('1000'));
  call.stream.end();
  assert.equal(await call.ended, code('OK'));
  assert.equal(bodies.refused, 0);
});

test('a call that needs no token may send little, folded or not, and is refused at its head', async (t) => {
  const { bodies, join } = await serve(t, { is_open: true });
  const session = join();
  const fits = start(session, ONE);
  fits.stream.end(message(Buffer.alloc(MAX_OPEN_BYTES)));
  assert.equal(await fits.ended, code('OK'));
  const large = start(session, ONE);
  large.stream.write(message(Buffer.alloc(MAX_OPEN_BYTES + 1)).subarray(0, 5));
  assert.equal(await large.ended, code('RESOURCE_EXHAUSTED'));
  assert.match(String(large.trailers()['grpc-message']), /1025 vs 1024/);
  const folded = (bytes: Buffer): Buffer => {
    const sent = message(gzipSync(bytes));
    sent.writeUInt8(1);
    return sent;
  };
  const gzip = { 'grpc-encoding': 'gzip' };
  const bomb = start(session, ONE, gzip);
  bomb.stream.end(folded(Buffer.alloc(MAX_OPEN_BYTES + 1)));
  assert.equal(await bomb.ended, code('RESOURCE_EXHAUSTED'));
  const small = start(session, ONE, gzip);
  small.stream.end(folded(Buffer.alloc(MAX_OPEN_BYTES)));
  assert.equal(await small.ended, code('OK'));
  assert.equal(small.replies(), String(MAX_OPEN_BYTES));
  const broken = start(session, ONE, gzip);
  broken.stream.end(folded(Buffer.alloc(10)).fill(7, 5));
  assert.equal(await broken.ended, code('INTERNAL'));
  assert.equal(bodies.held_bytes, 0);
});

test('a message unfolds to a hundred times its size or to 256 KiB, whichever is more', async (t) => {
  const { join } = await serve(t, {
    max_message_bytes: 8 * MOST,
    max_receiving_bytes_per_connection: 8 * MOST,
  });
  const session = join();
  const statusOf = (bytes: Buffer): Promise<string> => {
    const call = start(session, ONE, { 'grpc-encoding': 'gzip' });
    const sent = message(gzipSync(bytes));
    sent.writeUInt8(1);
    call.stream.end(sent);
    return call.ended;
  };
  assert.equal(await statusOf(Buffer.alloc(MOST)), code('OK'));
  assert.equal(await statusOf(Buffer.alloc(MOST + 1)), code('RESOURCE_EXHAUSTED'));
  // One byte in a hundred that is not like the others: about eighty to one.
  const random = uniform(SEED);
  const real = Buffer.from(
    Buffer.alloc(4 * MOST).map((_, at) => (at % 100 === 0 ? Math.floor(random() * 256) : 0)),
  );
  const ratio = real.length / gzipSync(real).length;
  assert.ok(ratio > 20 && ratio < 100, `${ratio}`);
  assert.equal(await statusOf(real), code('OK'));
});

test('beyond its share a connection is refused with the limit, and its other calls go on', async (t) => {
  const { bodies, join } = await serve(t);
  const session = join();
  const begun = Array.from({ length: 4 }, () => start(session, ONE));
  for (const call of begun) begin(call, MOST);
  await until(() => bodies.held_bytes === 4 * MOST);
  const late = start(session, ONE);
  begin(late, MOST);
  assert.equal(await late.ended, code('RESOURCE_EXHAUSTED'));
  assert.match(String(late.trailers()['grpc-message']), /1048576/);
  assert.equal(bodies.refused, 1);
  const small = start(session, ONE);
  small.stream.end(message(Buffer.alloc(100)));
  assert.equal(await small.ended, code('OK'));
  for (const call of begun) call.stream.end(Buffer.alloc(1));
  for (const call of begun) assert.equal(await call.ended, code('OK'));
  assert.equal(bodies.held_bytes, 0);
});

test('who takes all there is makes room for who takes little', async (t) => {
  const { bodies, join } = await serve(t);
  const [greedy, other, modest] = [join(), join(), join()];
  const taken = [greedy, greedy, greedy, greedy, other, other].map((session) => start(session, ONE));
  for (const [index, call] of taken.entries()) {
    begin(call, MOST);
    await until(() => bodies.held_bytes === (index + 1) * MOST);
  }
  const small = start(modest, ONE);
  begin(small, MOST);
  // The newest of the connection that holds most.
  assert.equal(await taken[3]?.ended, code('RESOURCE_EXHAUSTED'));
  await until(() => bodies.held_bytes === 6 * MOST);
  // Once it would hold as much as anybody else, it is its own turn.
  begin(start(modest, ONE), MOST);
  await until(() => bodies.refused === 2);
  const more = start(modest, ONE);
  begin(more, MOST);
  assert.equal(await more.ended, code('RESOURCE_EXHAUSTED'));
  small.stream.end(Buffer.alloc(1));
  assert.equal(await small.ended, code('OK'));
});

test('who spreads over many connections makes room as well, and on the one that holds most', async (t) => {
  const { bodies, join } = await serve(t, { senderOf: (nth) => (nth < 4 ? 'many' : 'one') });
  const [first, second, third, fourth, other] = [join(), join(), join(), join(), join()];
  const taken = [first, second, second, third, fourth, fourth].map((session) => start(session, ONE));
  for (const [index, call] of taken.entries()) {
    begin(call, MOST);
    await until(() => bodies.held_bytes === (index + 1) * MOST);
  }
  // More than any one connection holds, and less than the credential of the others does.
  const large = [start(other, ONE), start(other, ONE), start(other, ONE)];
  for (const [index, call] of large.entries()) {
    begin(call, MOST);
    await until(() => bodies.refused === index + 1);
  }
  assert.equal(await taken[2]?.ended, code('RESOURCE_EXHAUSTED'));
  assert.equal(await taken[5]?.ended, code('RESOURCE_EXHAUSTED'));
  // Both hold alike: the fourth is its own turn.
  const more = start(other, ONE);
  begin(more, MOST);
  assert.equal(await more.ended, code('RESOURCE_EXHAUSTED'));
  for (const call of large) call.stream.end(Buffer.alloc(1));
  for (const call of large) assert.equal(await call.ended, code('OK'));
});

test('a message that does not move on is given up, a stream between messages is not', async (t) => {
  const { bodies, join } = await serve(t);
  const session = join();
  const [idle, stuck, moving] = [start(session, MANY), start(session, ONE), start(session, ONE)];
  idle.stream.write(message(Buffer.alloc(2)));
  for (const call of [stuck, moving]) call.stream.write(message(Buffer.alloc(MOST)).subarray(0, 100));
  await until(() => bodies.held_bytes === 2 * MOST && idle.replies() === '2');
  bodies.look(performance.now() + PATIENCE_MS - 1000);
  assert.equal(bodies.refused, 0);
  // What was sent before a call that is answered has been read.
  await new Promise((resolve) => moving.stream.write(Buffer.alloc(64 * KIB), resolve));
  const echo = start(session, ONE);
  echo.stream.end(message(Buffer.alloc(100)));
  await echo.ended;
  bodies.look(performance.now() + PATIENCE_MS + 1000);
  assert.equal(await stuck.ended, code('DEADLINE_EXCEEDED'));
  assert.equal(bodies.held_bytes, MOST);
  bodies.look(performance.now() + 3 * PATIENCE_MS);
  assert.equal(await moving.ended, code('DEADLINE_EXCEEDED'));
  idle.stream.end(message(Buffer.alloc(4)));
  assert.equal(await idle.ended, code('OK'));
  assert.equal(idle.replies(), '24');
  assert.deepEqual([bodies.held_bytes, bodies.refused], [0, 2]);
});

test('what is left of a message when its call was answered is let go', async (t) => {
  const { bodies, join } = await serve(t);
  const call = start(join(), ONE, { 'grpc-timeout': '300m' });
  begin(call, MOST);
  await until(() => bodies.held_bytes === MOST);
  await until(() => call.trailers()['grpc-status'] === code('DEADLINE_EXCEEDED'));
  bodies.look();
  assert.deepEqual([bodies.held_bytes, bodies.refused], [0, 0]);
  assert.equal(await call.ended, code('DEADLINE_EXCEEDED'));
});

test(`whatever becomes of them nothing stays counted (HOLDFAST_SEED=${SEED})`, async (t) => {
  const { bodies, join, streams } = await serve(t);
  const random = uniform(SEED);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let round = 0; round < 12; round += 1) {
    const sessions = Array.from({ length: 3 }, join);
    const calls: Started[] = [];
    for (let n = 0; n < 40; n += 1) {
      const session = sessions[below(3)];
      if (session === undefined || session.closed || session.destroyed) continue;
      const call = start(
        session,
        below(2) === 0 ? ONE : MANY,
        below(6) === 0 ? { 'grpc-timeout': '5m' } : {},
      );
      calls.push(call);
      const bytes = message(Buffer.alloc(below(4) === 0 ? below(2 * KIB) : below(MOST + KIB)));
      const cut = below(bytes.length + 1);
      call.stream.write(bytes.subarray(0, cut));
      const fates = [
        () => call.stream.end(bytes.subarray(cut)),
        () => call.stream.write(Buffer.concat([bytes.subarray(cut), bytes.subarray(0, below(bytes.length))])),
        () => call.stream.end(),
        () => call.stream.close(constants.NGHTTP2_CANCEL),
        () => {},
        () => {},
        () => below(6) === 0 && session.destroy(),
        // Both sides may cut it.
        () => [...streams][below(streams.size)]?.destroy(new Error('cut')),
        () => below(6) === 0 && [...streams][below(streams.size)]?.session?.destroy(undefined, 11),
      ];
      if (below(3) === 0) await new Promise((resolve) => setImmediate(resolve));
      fates[below(fates.length)]?.();
      assert.ok(bodies.held_bytes <= LIMITS.max_receiving_bytes);
    }
    // What was answered or does not move on is given up; what is left is cut.
    if (below(2) === 0) {
      for (const session of sessions) {
        if (session.closed || session.destroyed) continue;
        const call = start(session, ONE);
        call.stream.end(message(Buffer.alloc(10)));
        const answer = await call.ended;
        assert.ok(answer === code('OK') || session.closed || session.destroyed, answer);
      }
      let now_ms = performance.now();
      await until(() => {
        now_ms += PATIENCE_MS;
        bodies.look(now_ms);
        return bodies.held_bytes === 0;
      });
    }
    for (const session of sessions) session.destroy();
    await Promise.all(calls.map(({ ended }) => ended));
    await until(() => bodies.held_bytes === 0);
  }
  assert.equal(bodies.held_bytes, 0);
});
