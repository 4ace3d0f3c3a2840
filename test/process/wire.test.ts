/**
 * What an attacker can put on the wire, against every RPC of the protos: random bytes, cut and flipped messages, random
 * well-formed ones, deep ones, huge ones, invalid UTF-8, unknown fields. Each is answered with a status that is not our
 * failure, the process lives, a well-behaved client beside it notices nothing, and the file verifies afterwards.
 *
 * HOLDFAST_SEED repeats a run.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ServiceError, status } from '@grpc/grpc-js';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import { checkedService, protoRoot, serviceDefinition } from '../../src/rpc/proto.js';
import { MAX_WIRE_FIELDS } from '../../src/rpc/wire.js';
import { encode, messageOf } from '../support/arbitraryMessage.js';
import { masterKey, removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, RpcError, type Service } from '../support/rawClient.js';
import { findings, getState, putState } from '../support/work.js';

const SEED = Number(process.env.HOLDFAST_SEED ?? Date.now() % 2 ** 31);
const RUNS = Number(process.env.HOLDFAST_RUNS ?? 40);
const SERVICES: Service[] = [
  'State',
  'Ledger',
  'Operations',
  'Tasks',
  'Episodic',
  'Semantic',
  'Working',
  'Procedural',
  'Conversations',
  'Knowledge',
  'Sessions',
  'Signals',
  'Vault',
  'Cache',
  'Upstreams',
  'Limits',
  'Audit',
  'Transact',
  'Watch',
  'Admin',
];
/** Streams that an accepted request leaves open: they end only when they are cancelled. */
const ENDLESS: ReadonlySet<string> = new Set([
  'Watch.Watch',
  'Sessions.WatchSessions',
  'Signals.Subscribe',
  'Signals.Consume',
]);
/** Statuses that say the daemon itself is at fault. */
const OURS = ['INTERNAL', 'UNKNOWN', 'DATA_LOSS', 'UNAVAILABLE', 'UNIMPLEMENTED'];

interface Rpc {
  readonly name: string;
  readonly path: string;
  readonly streams: boolean;
  readonly request: protobuf.Type;
}

const RPCS: Rpc[] = SERVICES.flatMap((service) =>
  Object.values(checkedService(service)).map(({ path, responseStream }) => {
    const name = path.split('/')[2] ?? '';
    const method = protoRoot.lookupService(`holdfast.v1.${service}`).methods[name];
    return {
      name: `${service}.${name}`,
      path,
      streams: responseStream,
      request: protoRoot.lookupType(`holdfast.v1.${method?.requestType}`),
    };
  }),
);

let daemon: TestDaemon;
let client: RawClient;
let good_client: RawClient;
/** RPCs of services that this build does not have yet, and the mutations that belong to them. */
const absent = new Set<string>();
const absent_mutations = new Set<string>();

type Refusal = Pick<RpcError, 'status' | 'reason' | 'field' | 'message' | 'metadata'>;

/** An ingest stream goes on after a message that it refuses: the refusal is in the answer. */
function ingestRefusal(bytes: Buffer): Refusal | null {
  const method = serviceDefinition('Episodic').IngestEpisodes;
  assert.ok(method !== undefined);
  const { error } = method.responseDeserialize(bytes) as {
    error: (Omit<Refusal, 'status'> & { code: number }) | null;
  };
  return error === null ? null : { ...error, status: status[error.code] ?? '' };
}

/** The status a call ends with: OK, or a refusal's. A watch that was accepted is OK. */
function send(rpc: Rpc, bytes: Buffer): Promise<Refusal | null> {
  if (!rpc.streams)
    return client.callBytes(rpc.path, bytes).then(
      () => null,
      (error) => {
        assert.ok(error instanceof RpcError);
        return error;
      },
    );
  return new Promise((resolve) => {
    const stream = client.streamBytes(rpc.path, bytes);
    // The headers of a watch come with its first message, so an accepted one is told apart by the answer to a call
    // that was sent after it on the same connection.
    stream.on('data', (answer: Buffer) => {
      if (rpc.name === 'Episodic.IngestEpisodes') resolve(ingestRefusal(answer));
    });
    stream.on('end', () => resolve(null));
    stream.on('error', (error: ServiceError) => resolve(error.code === 1 ? null : new RpcError(error)));
    if (ENDLESS.has(rpc.name) && bytes.length < 16_384) {
      const asked = client.call('Admin', 'Ping', {}).then(() => client.call('Admin', 'Ping', {}));
      void asked.then(() => stream.cancel());
    }
  });
}

async function sendChecked(rpc: Rpc, bytes: Buffer): Promise<Refusal | null> {
  const error = await send(rpc, bytes);
  if (error !== null) {
    assert.ok(!OURS.includes(error.status), `${rpc.name}: ${error.message}\n${daemon.log().slice(-2000)}`);
    assert.notEqual(error.reason, '', `${rpc.name} refuses without a reason: ${error.message}`);
  }
  return error;
}

/** A client that behaves: writes and reads back, over and over, until it is told to stop. */
class GoodClient {
  #stopping = false;
  readonly #running: Promise<number>;

  constructor() {
    this.#running = this.#run();
    this.#running.catch(() => {});
  }

  async #run(): Promise<number> {
    let rounds = 0;
    while (!this.#stopping) {
      rounds += 1;
      await putState(good_client, 'good', { agent_id: 'good', json: `{"round":${rounds}}` });
      assert.deepEqual(await getState(good_client, 'good', 'good'), { round: rounds });
    }
    return rounds;
  }

  /** Rejects with what went wrong. */
  stop(): Promise<number> {
    this.#stopping = true;
    return this.#running;
  }
}

before(async () => {
  daemon = await startDaemon({ args: ['--log-level', 'error', ...masterKey()] });
  client = new RawClient(daemon.address);
  good_client = new RawClient(daemon.address);
  for (const rpc of RPCS) {
    const error = await send(rpc, Buffer.alloc(0));
    if (error?.status !== 'UNIMPLEMENTED') continue;
    absent.add(rpc.name);
    const name = rpc.name.split('.')[1] ?? '';
    absent_mutations.add(name.replaceAll(/(?<=.)[A-Z]/g, (letter) => `_${letter}`).toLowerCase());
  }
});

after(async () => {
  client.close();
  good_client.close();
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

const implemented = (rpc: Rpc) => !absent.has(rpc.name);

/** Runs a property over every RPC beside a well-behaved client. */
function overAll(name: string, work: (rpc: Rpc) => Promise<void>): void {
  test(name, { timeout: 300_000 }, async (t) => {
    t.diagnostic(`HOLDFAST_SEED=${SEED}`);
    const beside = new GoodClient();
    try {
      for (const rpc of RPCS.filter(implemented)) await work(rpc);
    } finally {
      assert.ok((await beside.stop()) > 0);
    }
    assert.equal(daemon.process.exitCode, null, daemon.log());
  });
}

function property<T>(
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
  runs = RUNS,
): Promise<void> {
  return fc.assert(fc.asyncProperty(arbitrary, check), {
    seed: SEED,
    numRuns: runs,
    interruptAfterTimeLimit: 60_000,
  });
}

/** Backups and compactions are no harm, but forty backups take their time. */
const runsOf = (rpc: Rpc) => (rpc.name === 'Admin.Backup' ? 5 : RUNS);

describe(`every RPC (HOLDFAST_SEED=${SEED})`, () => {
  test('the spine is there', (t) => {
    for (const name of absent) t.diagnostic(`not in this build: ${name}`);
    for (const name of [
      'State.PutState',
      'State.GetState',
      'Transact.Transact',
      'Watch.Watch',
      'Admin.Verify',
    ])
      assert.ok(!absent.has(name), name);
  });

  overAll('random bytes', (rpc) =>
    property(
      fc.uint8Array({ maxLength: 300 }),
      async (bytes) => {
        await sendChecked(rpc, Buffer.from(bytes));
      },
      runsOf(rpc),
    ),
  );

  overAll('random well-formed messages', (rpc) =>
    property(
      messageOf(rpc.request, absent_mutations),
      async (message) => {
        await sendChecked(rpc, encode(rpc.request, message));
      },
      runsOf(rpc) * 2,
    ),
  );

  overAll('cut and flipped messages', (rpc) =>
    property(
      fc.tuple(messageOf(rpc.request, absent_mutations), fc.nat(), fc.nat(), fc.boolean()),
      async ([message, at, bit, cut]) => {
        const bytes = encode(rpc.request, message);
        if (bytes.length === 0) return;
        const place = at % bytes.length;
        if (cut) {
          await sendChecked(rpc, bytes.subarray(0, place));
          return;
        }
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit % 8));
        await sendChecked(rpc, bytes);
      },
      runsOf(rpc),
    ),
  );

  overAll('invalid UTF-8 in each text names the field', async (rpc) => {
    for (const field of rpc.request.fieldsArray.filter(({ type }) => type === 'string')) {
      for (const text of [
        [0xff],
        [0xc0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf5, 0x80, 0x80, 0x80],
        [0x61, 0xe2, 0x82],
      ]) {
        const error = await sendChecked(rpc, Buffer.from([...tag(field.id, 2), text.length, ...text]));
        assert.equal(error?.reason, 'INVALID_FIELD');
        assert.equal(error.field, field.repeated ? `${field.name}[0]` : field.name);
      }
    }
  });

  overAll('a text longer than its message is refused, not cut', async (rpc) => {
    for (const field of rpc.request.fieldsArray.filter(({ type }) => type === 'string')) {
      const error = await sendChecked(rpc, Buffer.from([...tag(field.id, 2), 5, 0x61, 0x62]));
      assert.equal(error?.reason, 'INVALID_FIELD');
    }
  });

  overAll('groups, deep and endless, are refused', async (rpc) => {
    const error = await sendChecked(rpc, Buffer.alloc(1_000_000, (1000 << 3) | 3));
    assert.equal(error?.status, 'INVALID_ARGUMENT');
  });

  overAll('unknown fields are refused by number', async (rpc) => {
    for (const unknown of [
      [...tag(1999, 2), 3, 1, 2, 3],
      [...tag(1999, 0), 7],
      [...tag(1999, 5), 1, 2, 3, 4],
    ]) {
      const error = await sendChecked(rpc, Buffer.from(unknown));
      assert.deepEqual([error?.reason, error?.field], ['INVALID_FIELD', '1999']);
    }
  });

  overAll('numbers that an enum does not have are refused', async (rpc) => {
    for (const field of rpc.request.fieldsArray) {
      if (!(field.resolve().resolvedType instanceof protobuf.Enum)) continue;
      const single = [...tag(field.id, 0), 99];
      const packed = [...tag(field.id, 2), 2, 0, 99];
      for (const bytes of field.repeated ? [single, packed] : [single]) {
        const error = await sendChecked(rpc, Buffer.from(bytes));
        const named = field.repeated ? `${field.name}[0]` : field.name;
        assert.deepEqual([error?.reason, error?.field], ['INVALID_FIELD', named]);
      }
    }
  });

  overAll('millions of empty elements are refused before they are made', async (rpc) => {
    for (const field of rpc.request.fieldsArray.filter(({ repeated }) => repeated)) {
      const element = Buffer.from([...tag(field.id, 2), 0]);
      const count = Math.floor(4_190_000 / element.length);
      const error = await sendChecked(rpc, Buffer.concat(Array<Buffer>(count).fill(element)));
      assert.equal(error?.reason, 'LIMIT_EXCEEDED');
      assert.equal(error.metadata.limit, String(MAX_WIRE_FIELDS));
    }
  });

  overAll('messages nested a thousand deep are refused', async (rpc) => {
    const path = recursion(rpc.request, []);
    if (path === undefined) return;
    let bytes = Buffer.alloc(0);
    for (let level = 0; level < 1000; level += 1) {
      for (const id of [...path].reverse())
        bytes = Buffer.concat([Buffer.from([...tag(id, 2), ...varint(bytes.length)]), bytes]);
    }
    const error = await sendChecked(rpc, bytes);
    assert.equal(error?.reason, 'LIMIT_EXCEEDED');
  });

  test('afterwards the file verifies and the daemon stops as it should', { timeout: 60_000 }, async () => {
    assert.deepEqual(await findings(good_client), []);
    assert.doesNotMatch(daemon.log(), /failed inside the daemon/);
    assert.equal(await daemon.stop(), 0);
  });
});

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
}

function tag(id: number, wire_type: number): number[] {
  return varint(id * 8 + wire_type);
}

/** The field numbers that lead from a type to itself, when its messages can hold themselves. */
function recursion(type: protobuf.Type, seen: readonly protobuf.Type[]): number[] | undefined {
  if (seen.length > 6) return undefined;
  for (const field of type.fieldsArray) {
    const { resolvedType } = field.resolve();
    if (!(resolvedType instanceof protobuf.Type)) continue;
    if (resolvedType === seen[0] || (seen.length === 0 && resolvedType === type)) return [field.id];
    const rest = recursion(resolvedType, [...seen, type]);
    if (rest !== undefined && seen.length === 0) return [field.id, ...rest];
    if (rest !== undefined) return [field.id, ...rest];
  }
  return undefined;
}
