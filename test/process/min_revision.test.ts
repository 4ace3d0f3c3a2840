/** Every read of an agent's data can ask not to be answered from before a revision. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { protoRoot } from '../../src/rpc/proto.js';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, refusal, type Service } from '../support/rawClient.js';

const SERVICES: readonly Service[] = [
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
  'Limits',
  'Vault',
  'Audit',
];
/** They name an agent and read nothing of the file, or write down that they did. */
const NO_READS: ReadonlySet<string> = new Set([
  'AcquireTokens',
  'GetCredential',
  'Heartbeat',
  'WatchSessions',
]);
const READS = SERVICES.flatMap((service) =>
  Object.values(protoRoot.lookupService(`holdfast.v1.${service}`).methods)
    .filter(({ name, requestType, responseStream }) => {
      const { fields } = protoRoot.lookupType(`holdfast.v1.${requestType}`);
      // A stream names the revision that it goes on from instead.
      const is_read = 'agent_id' in fields && !('request_id' in fields) && responseStream !== true;
      return is_read && !NO_READS.has(name);
    })
    .map(({ name }) => ({ service, name })),
);
/** Whatever some of them require besides. */
const REQUIRED: Readonly<Record<string, object>> = {
  all: { agent_id: 'a', schema: 's' },
  Working: { key: 'k' },
  Conversations: { conversation_id: 'c', query: 'q' },
  Semantic: { query: 'q', memory_id: 'memory-00000000001' },
  Procedural: { name: 'p' },
  Sessions: { venue: 'v', trade_id: 't', market: 'm' },
  Signals: { name: 'c', patterns: ['c'] },
  Limits: { name: 'c' },
  Knowledge: { collection: 'c', aggregates: [{ function: 'AGGREGATE_FUNCTION_COUNT' }] },
};

describe('min_revision', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address);
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  it('is asked of reads of every service', () => {
    assert.deepEqual([...new Set(READS.map(({ service }) => service))], SERVICES);
  });

  for (const { service, name } of READS) {
    it(`${service}.${name} refuses one that is not there yet`, async () => {
      const { status, reason, field, metadata } = await refusal(
        client.call(service, name, { ...REQUIRED.all, ...REQUIRED[service], min_revision: '1000000' }),
      );
      assert.deepEqual(
        { status, reason, field, newest: metadata.newest },
        { status: 'OUT_OF_RANGE', reason: 'REVISION_IN_FUTURE', field: 'min_revision', newest: '0' },
      );
    });
  }
});
