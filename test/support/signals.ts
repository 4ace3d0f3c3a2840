/** What the tests of service Signals over a socket share: one daemon, calls to it, and streams that remember. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { ClientReadableStream, ServiceError } from '@grpc/grpc-js';
import { removeFolder, startDaemon, type TestDaemon } from './daemon.js';
import { RawClient, type Reply, RpcError } from './rawClient.js';
import { findings, requestId, until } from './work.js';

let daemon: TestDaemon;
/** Of the file's one daemon, once the tests run. */
export let client: RawClient;

/** One daemon for the tests of a file; when they are over, it must have found nothing and logged nothing odd. */
export function oneDaemon(): void {
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });

  after(async () => {
    assert.deepEqual(await findings(client), []);
    assert.doesNotMatch(daemon.log(), /failed inside the daemon|cannot be told|Warning/);
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });
}

export const call = (method: string, request: object, through = client) =>
  through.call('Signals', method, { agent_id: 'alpha', ...request });
export const mutate = (method: string, request: object, through = client) =>
  call(method, { request_id: requestId(), ...request }, through);
export const publish = (channel: string, value: unknown = null, more: object = {}, through = client) =>
  mutate('Publish', { channel, payload: { json: JSON.stringify(value) }, durable: true, ...more }, through);
export const value = ({ signal }: Reply): unknown => JSON.parse(signal.payload.json);

/** A stream that remembers what it got. */
export class Stream {
  readonly messages: Reply[] = [];
  readonly stream: ClientReadableStream<Reply>;
  readonly ended: Promise<RpcError>;
  is_over = false;

  constructor(method: 'Subscribe' | 'Consume', request: object, through = client) {
    this.stream = through.stream('Signals', method, { agent_id: 'alpha', ...request });
    this.stream.on('data', (message) => this.messages.push(message));
    this.ended = new Promise((resolve) => {
      this.stream.on('error', (error: ServiceError) => {
        this.is_over = true;
        resolve(new RpcError(error));
      });
    });
  }

  get signals(): Reply[] {
    return this.messages.filter(({ signal }) => signal !== null);
  }
  get values(): unknown[] {
    return this.signals.map(value);
  }

  async has(count: number): Promise<void> {
    await until(() => this.is_over || this.signals.length >= count);
  }
  async isLive(): Promise<this> {
    await until(() => this.is_over || this.messages.some(({ live }) => live));
    return this;
  }
  async cancel(): Promise<void> {
    this.stream.cancel();
    await this.ended;
  }
}

export const subscribe = (request: object, through = client) =>
  new Stream('Subscribe', request, through).isLive();
export const consume = (request: object, through = client) => new Stream('Consume', request, through);
