/** Subscribers over a socket that do not keep up. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect as connectHttp2,
  constants,
} from 'node:http2';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { serviceDefinition } from '../../src/rpc/proto.js';
import { removeFolder, startDaemon } from '../support/daemon.js';
import { RawClient, type Reply } from '../support/rawClient.js';
import { publish, subscribe, value } from '../support/signals.js';
import { until } from '../support/work.js';

const method = serviceDefinition('Signals').Subscribe as NonNullable<
  ReturnType<typeof serviceDefinition>[string]
>;

/** A subscription on a connection of its own that takes nothing until it is told to; grpc-js would read ahead. */
class Sleeper {
  readonly #session: ClientHttp2Session;
  readonly #stream: ClientHttp2Stream;
  readonly #chunks: Buffer[] = [];

  constructor(address: string, request: object) {
    this.#session = connectHttp2('http://localhost', {
      createConnection: () => connect(address.slice('unix:'.length)),
    });
    this.#session.on('error', () => {});
    this.#stream = this.#session.request({
      ':method': 'POST',
      ':path': method.path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    this.#stream.on('error', () => {});
    this.#stream.pause();
    const bytes = method.requestSerialize(request);
    const head = Buffer.alloc(5);
    head.writeUInt32BE(bytes.length, 1);
    this.#stream.end(Buffer.concat([head, bytes]));
  }

  get reset_code(): number {
    return this.#stream.closed ? this.#stream.rstCode : 0;
  }

  /** Reads what is left, to the end; the messages, and the status with its details. */
  async wake(): Promise<{ messages: Reply[]; status: string; details: string }> {
    this.#stream.on('data', (chunk) => this.#chunks.push(chunk));
    this.#stream.resume();
    const [trailers] = await once(this.#stream, 'trailers');
    const whole = Buffer.concat(this.#chunks);
    const messages: Reply[] = [];
    for (let at = 0; at < whole.length; at += 5 + whole.readUInt32BE(at + 1)) {
      messages.push(method.responseDeserialize(whole.subarray(at + 5, at + 5 + whole.readUInt32BE(at + 1))));
    }
    const details = Buffer.from(String(trailers['grpc-status-details-bin']), 'base64').toString('latin1');
    return { messages, status: String(trailers['grpc-status']), details };
  }

  close(): void {
    this.#session.destroy();
  }
}

describe('a subscriber that does not keep up', () => {
  const live = (value_: unknown, through: RawClient) => publish('f', value_, { durable: false }, through);

  test('is cut with a place to go on from, while others hear everything', { timeout: 60_000 }, async () => {
    const own = await startDaemon({ args: ['--max-queued-signals', '50', '--slow-consumer-ms', '60000'] });
    const through = new RawClient(own.address);
    const fast = await subscribe({ patterns: ['f'] }, through);
    const slow = new Sleeper(own.address, { agent_id: 'alpha', patterns: ['f'] });
    await until(async () => (await live(0, through)).subscribers === 2);
    const before = fast.signals.length;
    const filler = 'x'.repeat(50_000);
    let published = 0;
    let subscribers = 2;
    while (subscribers === 2 && published < 2000) {
      ({ subscribers } = await publish('f', { filler, published }, {}, through));
      published += 1;
    }
    assert.equal(subscribers, 1);
    await fast.has(before + published);
    assert.equal(fast.signals.length, before + published);
    const { messages, status, details } = await slow.wake();
    assert.equal(status, '8');
    assert.match(details, /SLOW_CONSUMER/);
    const [, resume_revision] = /resume_revision..(\d+)/s.exec(details) ?? [];
    // It got a part, in order, and goes on where that ended.
    const again = await subscribe({ patterns: ['f'], from_revision: resume_revision }, through);
    const numbers = [...messages, ...again.messages]
      .filter(({ signal }) => signal?.durable)
      .map((message) => (value(message) as { published: number }).published);
    assert.deepEqual(
      numbers,
      Array.from({ length: published }, (_, n) => n),
    );
    assert.ok(again.signals.length >= 50);
    await Promise.all([fast.cancel(), again.cancel()]);
    slow.close();
    through.close();
    await own.stop();
    removeFolder(own.state_dir);
  });

  test('or takes nothing for too long, and is reset if it never reads', { timeout: 60_000 }, async () => {
    const own = await startDaemon({ args: ['--slow-consumer-ms', '300'] });
    const through = new RawClient(own.address);
    const slow = new Sleeper(own.address, { agent_id: 'alpha', patterns: ['f'] });
    await until(async () => (await live(0, through)).subscribers === 1);
    const filler = 'x'.repeat(60_000);
    for (let n = 0; n < 60; n += 1) await live(filler, through);
    await until(async () => (await live(0, through)).subscribers === 0);
    await until(() => slow.reset_code === constants.NGHTTP2_ENHANCE_YOUR_CALM);
    slow.close();
    through.close();
    await own.stop();
    removeFolder(own.state_dir);
  });
});
