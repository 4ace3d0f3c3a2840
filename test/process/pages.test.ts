/** Lists of large documents, read by a client that takes no more than gRPC's default of 4 MiB in one message. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { removeFolder, startDaemon, type TestDaemon } from '../support/daemon.js';
import { RawClient, type Reply, type Service } from '../support/rawClient.js';

const COUNT = 30;
const LARGE = { json: JSON.stringify('x y '.repeat(50_000)) };
const SIGNAL = { json: JSON.stringify('x '.repeat(30_000)) };
const LARGE_OBJECT = { json: JSON.stringify({ text: 'x y '.repeat(50_000) }) };
const DEFAULT_LIMIT_BYTES = 4 * 1024 * 1024;

interface List {
  readonly service: Service;
  readonly write: string;
  readonly of: (n: number) => object;
  readonly list: string;
  /** What the list asks for besides. */
  readonly of_list?: object;
  readonly elements: string;
  /** What is there before the writes; what it returns goes into each. */
  readonly prepare?: (client: RawClient) => Promise<object>;
}

const LISTS: readonly List[] = [
  {
    service: 'Working',
    write: 'PutSlot',
    of: (n) => ({ key: `k${n}`, content: LARGE.json }),
    list: 'ListSlots',
    elements: 'slots',
  },
  {
    service: 'Operations',
    write: 'BeginOperation',
    of: (n) => ({ operation: 'o', key: `k${n}`, params: LARGE }),
    list: 'ListOperations',
    elements: 'operations',
  },
  {
    service: 'Tasks',
    write: 'CreateTask',
    of: () => ({ steps: [{ step: 's' }], context: LARGE }),
    list: 'ListTasks',
    elements: 'tasks',
  },
  {
    service: 'Ledger',
    write: 'PostTransaction',
    of: () => ({ delta: { account: 'cash', asset: 'USD', amount: '1' }, metadata: LARGE }),
    list: 'ListTransactions',
    elements: 'transactions',
  },
  {
    service: 'Ledger',
    write: 'SnapshotPortfolio',
    of: () => ({ metadata: LARGE }),
    list: 'ListSnapshots',
    elements: 'snapshots',
  },
  {
    service: 'Episodic',
    write: 'RecordEpisodes',
    of: () => ({ episodes: [{ type: 't', payload: LARGE }] }),
    list: 'ListEpisodes',
    elements: 'episodes',
  },
  {
    service: 'Semantic',
    write: 'StoreMemory',
    of: (n) => ({ memory: { content: `memory ${n}`, metadata: LARGE_OBJECT } }),
    list: 'ListMemories',
    elements: 'memories',
  },
  {
    service: 'State',
    write: 'PutState',
    of: (n) => ({ name: `s${n}`, document: LARGE }),
    list: 'ListStates',
    elements: 'states',
  },
  {
    service: 'Procedural',
    write: 'PutPromptTemplate',
    of: (n) => ({ name: 'n', text: `${LARGE.json}${n}` }),
    list: 'ListPromptVersions',
    of_list: { name: 'n' },
    elements: 'versions',
  },
  {
    service: 'Sessions',
    write: 'OpenSession',
    of: (n) => ({ agent_id: `a${n}`, asset: 'USD', start_capital: '1', parameters: LARGE }),
    list: 'ListSessions',
    of_list: { agent_id: '*' },
    elements: 'sessions',
  },
  {
    service: 'Sessions',
    write: 'RecordTrade',
    of: (n) => ({ venue: 'v', trade_id: `t${n}`, market: 'm', pnl: '1', metadata: LARGE }),
    list: 'ListTrades',
    elements: 'trades',
    prepare: async (client) => {
      const request = { agent_id: 'a', request_id: 'open', asset: 'USD', start_capital: '1' };
      const { session, epoch } = await client.call('Sessions', 'OpenSession', request);
      return { session_id: session.session_id, epoch };
    },
  },
  {
    service: 'Signals',
    write: 'Publish',
    of: () => ({ channel: 'c', payload: SIGNAL, durable: true }),
    list: 'ListSignals',
    of_list: { patterns: ['c'] },
    elements: 'signals',
  },
];

describe('lists of large documents', () => {
  let daemon: TestDaemon;
  let client: RawClient;
  before(async () => {
    daemon = await startDaemon();
    client = new RawClient(daemon.address, { 'grpc.max_receive_message_length': DEFAULT_LIMIT_BYTES });
  });
  after(async () => {
    client.close();
    await daemon.stop();
    removeFolder(daemon.state_dir);
  });

  for (const { service, write, of, list, of_list, elements, prepare } of LISTS) {
    it(`${list} ends its pages early and loses nothing`, async () => {
      const known = (await prepare?.(client)) ?? {};
      for (let n = 0; n < COUNT; n += 1)
        await client.call(service, write, { agent_id: 'a', request_id: `${list}-${n}`, ...known, ...of(n) });
      const seen = new Set<string>();
      let pages = 0;
      let page_token = '';
      do {
        const request = { agent_id: 'a', page_size: 1000, page_token, ...of_list };
        const page: Reply = await client.call(service, list, request);
        for (const element of page[elements]) seen.add(element.revision ?? element.key);
        page_token = page.next_page_token;
        pages += 1;
      } while (page_token !== '');
      assert.equal(seen.size, COUNT);
      assert.ok(pages > 1);
    });
  }

  it('Resume shows what fits and names the lists that hold more', async () => {
    const resumed = await client.call('Operations', 'Resume', { agent_id: 'a' });
    assert.deepEqual(resumed.truncated, ['in_flight_operations', 'open_tasks', 'slots']);
    assert.ok(resumed.in_flight_operations.length > 0 && resumed.open_tasks.length > 0);
  });
});
