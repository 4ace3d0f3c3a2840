/**
 * What every file of an older Holdfast in this folder was written with, and how today's daemon must give it back. Rows are only ever
 * added, with the schema version from which a daemon knows them. Nothing here may end by time: files are read years later.
 */
import assert from 'node:assert/strict';
import type { RawClient, Reply, Service } from '../../support/rawClient.js';
import { until } from '../../support/work.js';

export interface Known {
  readonly what: string;
  /** Schema version of the first daemon that knew this. */
  readonly since: number;
  write(to: Written): Promise<unknown>;
  check(from: Written): Promise<void>;
}

/** Calls of the one agent that wrote everything. */
export interface Written {
  readonly write: (service: Service, method: string, request: object) => Promise<Reply>;
  readonly read: (service: Service, method: string, request: object) => Promise<Reply>;
}

const AGENT = 'trader';
const json = (value: unknown) => ({ json: JSON.stringify(value) });
const DEEP = {
  grid: { __decimal__: '0.100000000000000001' },
  note: 'Zürich\n"quoted"',
  list: [1, null, true],
};

export function as(client: RawClient): Written {
  let requests = 0;
  return {
    read: (service, method, request) => client.call(service, method, { agent_id: AGENT, ...request }),
    write: (service, method, request) => {
      requests += 1;
      return client.call(service, method, { agent_id: AGENT, request_id: `known-${requests}`, ...request });
    },
  };
}

export const KNOWN: readonly Known[] = [
  {
    what: 'states and their versions',
    since: 7,
    write: async ({ write }) => {
      await write('State', 'PutState', { name: 'strategy', document: json({ v: 1 }) });
      await write('State', 'PutState', { name: 'strategy', document: json(DEEP) });
    },
    check: async ({ read }) => {
      const { state } = await read('State', 'GetState', { name: 'strategy' });
      assert.deepEqual(JSON.parse(state.document.json), DEEP);
      assert.equal(state.version, '2');
    },
  },
  {
    what: 'balances and holds, to the last digit',
    since: 7,
    write: async ({ write }) => {
      const delta = { account: 'cash', asset: 'ETH', amount: '1234567.123456789012345678' };
      await write('Ledger', 'PostTransaction', { delta });
      await write('Ledger', 'PlaceHold', { account: 'cash', asset: 'ETH', amount: '0.000000000000000001' });
    },
    check: async ({ read }) => {
      const { balances } = await read('Ledger', 'GetBalances', { account: 'cash' });
      const [{ posted, held, available }] = balances;
      assert.deepEqual(
        [posted, held, available],
        ['1234567.123456789012345678', '0.000000000000000001', '1234567.123456789012345677'],
      );
    },
  },
  {
    what: 'operations that ended, and one that was under way',
    since: 7,
    write: async ({ write }) => {
      const begin = (key: string) =>
        write('Operations', 'BeginOperation', { operation: 'order', params: json({ qty: '1.5' }), key });
      const { lease_token } = await begin('done');
      await write('Operations', 'CompleteOperation', { key: 'done', lease_token, result: json(DEEP) });
      await begin('open');
    },
    check: async ({ read }) => {
      const { operation } = await read('Operations', 'GetOperation', { key: 'done' });
      assert.equal(operation.status, 'OPERATION_STATUS_COMPLETED');
      assert.deepEqual(JSON.parse(operation.result.json), DEEP);
      const open = async () => (await read('Operations', 'GetOperation', { key: 'open' })).operation;
      // Its lease ended while nobody looked; what it did is for the outside to say.
      await until(async () => (await open()).status === 'OPERATION_STATUS_UNKNOWN');
      assert.notEqual((await open()).client_order_id, '');
    },
  },
  {
    what: 'tasks with their steps',
    since: 7,
    write: ({ write }) =>
      write('Tasks', 'CreateTask', {
        task_id: 'plan',
        name: 'Rebalance',
        context: json(DEEP),
        steps: [{ step: 'sell' }, { step: 'buy', requires_approval: true }],
      }),
    check: async ({ read }) => {
      const { task } = await read('Tasks', 'GetTask', { task_id: 'plan' });
      assert.deepEqual(JSON.parse(task.context.json), DEEP);
      const steps = task.steps.map(({ step, requires_approval }: Reply) => [step, requires_approval]);
      assert.deepEqual(steps, [
        ['sell', false],
        ['buy', true],
      ]);
    },
  },
  {
    what: 'episodes',
    since: 7,
    write: async ({ write }) => {
      await write('Episodic', 'SetRetention', { type: 'trade', max_age: { seconds: 3650 * 86_400 } });
      const amounts = [{ name: 'pnl', amount: '-0.05' }];
      const occurred_at = { seconds: 1_790_000_000 };
      const episodes = [{ type: 'trade', occurred_at, payload: json(DEEP), amounts }];
      await write('Episodic', 'RecordEpisodes', { episodes });
    },
    check: async ({ read }) => {
      const { episodes } = await read('Episodic', 'ListEpisodes', {});
      const [{ type, occurred_at, payload, amounts }] = episodes;
      assert.deepEqual([type, occurred_at.seconds, amounts[0].amount], ['trade', '1790000000', '-0.05']);
      assert.deepEqual(JSON.parse(payload.json), DEEP);
    },
  },
  {
    what: 'prompts',
    since: 14,
    write: ({ write }) =>
      write('Procedural', 'PutPromptTemplate', {
        name: 'brief',
        text: 'Trade {{market}}.',
        labels: ['live'],
      }),
    check: async ({ read }) => {
      const variables = [{ name: 'market', value: 'ETH' }];
      const { text } = await read('Procedural', 'RenderPrompt', { name: 'brief', label: 'live', variables });
      assert.equal(text, 'Trade ETH.');
    },
  },
  {
    what: 'slots',
    since: 14,
    write: ({ write }) =>
      write('Working', 'PutSlot', { key: 'goal', content: 'Stay solvent.', pinned: true }),
    check: async ({ read }) => {
      const { slot } = await read('Working', 'GetSlot', { key: 'goal' });
      assert.deepEqual([slot.content, slot.pinned], ['Stay solvent.', true]);
    },
  },
  {
    what: 'records of a collection, found by an index',
    since: 14,
    write: async ({ write }) => {
      const fields = [{ name: 'fee', type: 'FIELD_TYPE_DECIMAL', indexed: true }];
      await write('Knowledge', 'PutCollection', { name: 'venues', fields });
      for (const fee of ['0.10', '0.2'])
        await write('Knowledge', 'PutRecord', {
          collection: 'venues',
          value: json({ fee: { __decimal__: fee } }),
        });
    },
    check: async ({ read }) => {
      const fee = { field: 'fee', comparison: 'COMPARISON_GREATER', value: json({ __decimal__: '0.15' }) };
      const { records } = await read('Knowledge', 'QueryRecords', {
        collection: 'venues',
        filter: { field: fee },
      });
      assert.deepEqual(
        records.map(({ value }: Reply) => value.json),
        ['{"fee":{"__decimal__":"0.2"}}'],
      );
    },
  },
  {
    what: 'conversations, and the words of their turns',
    since: 14,
    write: async ({ write }) => {
      await write('Conversations', 'PutConversation', { conversation_id: 'desk', title: 'Desk' });
      for (const content of ['Buy the dip.', 'Which dips?'])
        await write('Conversations', 'AppendTurn', { conversation_id: 'desk', role: 'ROLE_USER', content });
    },
    check: async ({ read }) => {
      const { turns } = await read('Conversations', 'ListTurns', { conversation_id: 'desk' });
      assert.deepEqual(turns.map(({ content }: Reply) => content).sort(), ['Buy the dip.', 'Which dips?']);
      const { hits } = await read('Conversations', 'SearchTurns', { query: 'buy' });
      assert.equal(hits.length, 1);
    },
  },
  {
    what: 'memories, found by words and by vector',
    since: 14,
    write: async ({ write }) => {
      for (const content of ['Gas is cheap on Sundays.', 'The maker rebate ended in March.'])
        await write('Semantic', 'StoreMemory', { memory: { content, tags: ['fees'] } });
    },
    check: async ({ read }) => {
      for (const mode of ['RECALL_MODE_KEYWORD', 'RECALL_MODE_VECTOR', 'RECALL_MODE_HYBRID']) {
        const recall = async () =>
          (await read('Semantic', 'RecallMemories', { query: 'maker rebate', mode, limit: 1 })).hits;
        // Vectors of a newer generation of the builtin embedder are made in the background.
        await until(async () => (await recall())[0]?.memory.content === 'The maker rebate ended in March.');
      }
    },
  },
  {
    what: 'trades of a session',
    since: 20,
    write: async ({ write }) => {
      const { session, epoch } = await write('Sessions', 'OpenSession', {
        asset: 'USDC',
        start_capital: '1000',
      });
      const { session_id } = session;
      const trade = {
        session_id,
        epoch,
        venue: 'v',
        trade_id: 't1',
        market: 'ETH/USDC',
        side: 'TRADE_SIDE_BUY',
      };
      await write('Sessions', 'RecordTrade', { ...trade, quantity: '0.3', price: '3000.01', fee: '0.45' });
    },
    check: async ({ read }) => {
      const { trades } = await read('Sessions', 'ListTrades', {});
      const [{ trade_id, quantity, price, fee }] = trades;
      assert.deepEqual([trade_id, quantity, price, fee], ['t1', '0.3', '3000.01', '0.45']);
    },
  },
  {
    what: 'guards, which go on denying',
    since: 20,
    write: ({ write }) =>
      write('Procedural', 'PutGuard', {
        name: 'small',
        rule: { max_amount: { asset: 'ETH', amount: '5' } },
        mode: 'GUARD_MODE_ENFORCE',
      }),
    check: async ({ read, write }) => {
      const { guards } = await read('Procedural', 'ListGuards', {});
      assert.deepEqual(guards[0].rule.max_amount, { asset: 'ETH', amount: '5' });
      const delta = { account: 'cash', asset: 'ETH', amount: '-6' };
      await assert.rejects(write('Ledger', 'PostTransaction', { delta, request_id: 'denied' }), /small/);
    },
  },
  {
    what: 'counters',
    since: 20,
    write: ({ write }) => write('Limits', 'AddToCounter', { name: 'loss', delta: '-12.50', floor: '-100' }),
    check: async ({ read }) =>
      assert.equal((await read('Limits', 'GetCounter', { name: 'loss' })).counter.value, '-12.5'),
  },
  {
    what: 'consumers of signals',
    since: 20,
    write: ({ write }) => write('Signals', 'PutConsumer', { name: 'desk', patterns: ['prices:*'] }),
    check: async ({ read }) => {
      const { consumers } = await read('Signals', 'ListConsumers', {});
      assert.deepEqual([consumers[0].name, consumers[0].patterns], ['desk', ['prices:*']]);
    },
  },
  {
    what: 'audited actions and their sum',
    since: 20,
    write: ({ write }) =>
      write('Audit', 'RecordAction', { action: 'bet', pnl: '-1.10', pnl_asset: 'USDC', meta: json(DEEP) }),
    check: async ({ read }) => {
      const { sums } = await read('Audit', 'SumPnl', {});
      assert.equal(sums[0].pnl, '-1.1');
    },
  },
];
