/** Messages that many streams begin and none ends: memory stays bounded, others are answered, and nothing is left afterwards. */
import assert from 'node:assert/strict';
import { type ClientHttp2Session, connect } from 'node:http2';
import { after, before, test } from 'node:test';
import { metricsAddress, scrape, value } from '../metrics/scrape.js';
import { addressesOf, createToken } from '../support/access.js';
import { removeFolder, startDaemon, type TestDaemon, temporaryFolder } from '../support/daemon.js';
import { message } from '../support/frames.js';
import { RawClient } from '../support/rawClient.js';
import { putState, stats, until } from '../support/work.js';

const MIB = 1024 * 1024;
const STREAMS = 250;
const LARGE = message(Buffer.alloc(4 * MIB)).subarray(0, -1);
const REFUSED = 'holdfast_messages_refused_total';

let daemon: TestDaemon;
let admin: RawClient;
let tcp = '';

before(async () => {
  const state_dir = temporaryFolder();
  const listen = `unix:${state_dir}/holdfast.sock,127.0.0.1:0`;
  daemon = await startDaemon({
    state_dir,
    args: ['--listen', listen, '--metrics-listen', '127.0.0.1:0', '--max-receiving-bytes', String(96 * MIB)],
  });
  admin = new RawClient(daemon.address);
  tcp = (await addressesOf(admin))[1] ?? '';
});

after(async () => {
  admin.close();
  await daemon.kill();
  removeFolder(daemon.state_dir);
});

/** Begins a message of 4 MiB on many streams and ends none. */
function flood(
  path: string,
  authorization?: string,
  streams = STREAMS,
): { session: ClientHttp2Session; refused: () => number } {
  // With less memory of its own the client would reset what is answered while it sends.
  const session = connect(`http://${tcp}`, { maxSessionMemory: 8000 }).on('error', () => {});
  let refused = 0;
  for (let n = 0; n < streams; n += 1) {
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
      ...(authorization !== undefined && { authorization }),
    });
    stream.on('error', () => {});
    // RESOURCE_EXHAUSTED.
    stream.on('response', (headers) => {
      if (headers['grpc-status'] === '8') refused += 1;
    });
    stream.write(LARGE);
  }
  return { session, refused: () => refused };
}

async function rss(): Promise<number> {
  return Number((await stats(admin)).rss_bytes);
}

async function refusedSoFar(): Promise<number> {
  return value(await scrape(metricsAddress(daemon)), REFUSED) ?? Number.NaN;
}

test('without a token nothing of it is kept', async () => {
  const before_bytes = await rss();
  // A stranger's connection has room for no more.
  const floods = Array.from({ length: STREAMS / 10 }, () =>
    flood('/grpc.health.v1.Health/Check', undefined, 10),
  );
  await until(() => floods.reduce((sum, { refused }) => sum + refused(), 0) === STREAMS);
  await putState(admin, 'beside');
  const grown = (await rss()) - before_bytes;
  assert.ok(grown < 128 * MIB, `grew by ${grown} bytes`);
  assert.equal(await refusedSoFar(), STREAMS);
  for (const { session } of floods) session.destroy();
});

test('with a token as much as is set is kept, others write, and all of it is let go', async () => {
  const { header } = await createToken(admin, 'reader', ['*']);
  const before_bytes = await rss();
  const refused_before = await refusedSoFar();
  // One connection may hold 16 of them; of two the later takes from the earlier until both hold alike.
  const floods = [1, 2].map(() => flood('/holdfast.v1.Ledger/GetBalances', header));
  await until(async () => (await refusedSoFar()) - refused_before >= 2 * STREAMS - 24);
  await putState(admin, 'large', { json: JSON.stringify('x'.repeat(200_000)) });
  const grown = (await rss()) - before_bytes;
  assert.ok(grown < (96 + 128) * MIB, `grew by ${grown} bytes`);
  for (const { session } of floods) session.destroy();
  // Sixteen at once, as a client in good faith sends them, find their room again.
  await until(async () => Number((await stats(admin)).connections) === 1);
  const { session, refused } = flood('/holdfast.v1.Ledger/GetBalances', header);
  await until(() => refused() === STREAMS - 16);
  session.destroy();
});
