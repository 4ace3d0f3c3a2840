/**
 * Measures IngestEpisodes against a running daemon: one stream, messages sent ahead of their acknowledgements.
 *
 *   node dist/scripts/bench/ingest.js ADDRESS [seconds=5] [episodes per message=100] [streams=1]
 *
 * Prints acknowledged durable episodes per second. The messages are encoded before the clock starts and differ only in
 * their request_id, so that the figure is the daemon's and not this client's.
 */
import { randomUUID } from 'node:crypto';
import { credentials, makeGenericClientConstructor, type ServiceDefinition } from '@grpc/grpc-js';
import { serviceDefinition } from '../../src/rpc/proto.js';

const [address, seconds = '5', per_message = '100', streams = '1'] = process.argv.slice(2);
if (address === undefined)
  throw new Error('usage: ingest.js ADDRESS [seconds] [episodes per message] [streams]');

interface Answer {
  readonly request_id: string;
  readonly recorded: number;
  readonly error: { readonly reason: string; readonly message: string } | null;
}

const { IngestEpisodes: method } = serviceDefinition('Episodic') as ServiceDefinition;
if (method === undefined) throw new Error('the protos have no IngestEpisodes');
// The id has always the same length, so it can be written over the encoded message.
const PLACEHOLDER = '0'.repeat(36);
const template = method.requestSerialize({
  agent_id: 'bench',
  request_id: PLACEHOLDER,
  episodes: Array.from({ length: Number(per_message) }, (_, index) => ({
    type: 'ohlcv-1m',
    payload: {
      json: `{"open":"2950.12","high":"2951.50","low":"2949.8","close":"2950.4","volume":"12.5","n":${index}}`,
    },
  })),
});
const id_offset = template.indexOf(PLACEHOLDER);
const Client = makeGenericClientConstructor(
  { Ingest: { ...method, requestSerialize: (bytes: Buffer) => bytes } },
  'Episodic',
);
let sequence = 0;

/** Time-ordered like UUIDv7, so that receipts append. */
function nextMessage(): Buffer {
  const message = Buffer.from(template);
  const id = `${Date.now().toString(16).padStart(12, '0')}${String(sequence++).padStart(8, '0')}${randomUUID().slice(0, 16)}`;
  message.write(id, id_offset, 'latin1');
  return message;
}

async function run(until_ms: number): Promise<number> {
  const client = new Client(address ?? '', credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
  });
  const call = client.makeBidiStreamRequest(
    method?.path ?? '',
    (bytes: Buffer) => bytes,
    (bytes: Buffer) => method?.responseDeserialize(bytes) as Answer,
  );
  let recorded = 0;
  let in_flight = 0;
  const fill = () => {
    while (in_flight < 64 && performance.now() < until_ms) {
      call.write(nextMessage());
      in_flight += 1;
    }
    if (in_flight === 0) call.end();
  };
  await new Promise<void>((resolve, reject) => {
    call.on('data', (answer: Answer) => {
      if (answer.error !== null) reject(new Error(`${answer.error.reason}: ${answer.error.message}`));
      recorded += answer.recorded;
      in_flight -= 1;
      fill();
    });
    call.on('end', resolve);
    call.on('error', reject);
    fill();
  });
  client.close();
  return recorded;
}

const started_ms = performance.now();
const until_ms = started_ms + Number(seconds) * 1000;
const totals = await Promise.all(Array.from({ length: Number(streams) }, () => run(until_ms)));
const took_s = (performance.now() - started_ms) / 1000;
const total = totals.reduce((sum, each) => sum + each, 0);
console.log(`${total} episodes in ${took_s.toFixed(1)} s: ${Math.round(total / took_s)} episodes/s`);
