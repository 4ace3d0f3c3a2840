/**
 * What a client does all day: short stories of one to four calls over every tier, on agents of its own and on one that all
 * clients share, so that there are conflicts to refuse.
 */
import type { BeginOperationResponse__Output } from '../../../src/gen/holdfast/v1/BeginOperationResponse.js';
import type { CreateTaskResponse__Output } from '../../../src/gen/holdfast/v1/CreateTaskResponse.js';
import type { Operation__Output } from '../../../src/gen/holdfast/v1/Operation.js';
import type { PlaceHoldResponse__Output } from '../../../src/gen/holdfast/v1/PlaceHoldResponse.js';
import type { PutStateResponse__Output } from '../../../src/gen/holdfast/v1/PutStateResponse.js';
import type { ExchangeClient } from './exchange_client.js';
import type { Random } from './random.js';
import type { Sender } from './sender.js';
import type { Message } from './wire.js';

export interface World {
  readonly random: Random;
  readonly sender: Sender;
  readonly exchange: ExchangeClient;
  /** The client's own agent, whose epoch is fenced. */
  readonly own: string;
  readonly epoch: string;
  /** The agent that all clients share. */
  readonly shared: string;
}

/** Accounts of the shared agent; money only ever moves among them and `world`. */
export const SHARED_ACCOUNTS = ['acc0', 'acc1', 'acc2', 'acc3', 'acc4', 'acc5', 'acc6', 'acc7'] as const;
const SHARED_NAMES = ['plan0', 'plan1', 'plan2', 'plan3'] as const;
const COUNTERS = ['count0', 'count1', 'count2'] as const;
export const ASSET = 'USDC';

type Story = (world: World) => Promise<void>;

/** Stories with how often each is told. */
const STORIES: readonly (readonly [number, Story])[] = [
  [5, putOwnState],
  [3, changeSharedState],
  [3, countUp],
  [5, transfer],
  [2, holdAndSettle],
  [3, recordEpisodes],
  [4, placeOrder],
  [3, moveEverything],
  [2, workOnTask],
];
const TOTAL = STORIES.reduce((sum, [weight]) => sum + weight, 0);

export async function tellStory(world: World): Promise<void> {
  let draw = world.random.next() * TOTAL;
  for (const [weight, story] of STORIES) {
    draw -= weight;
    if (draw < 0) return story(world);
  }
}

/** From 10 bytes to, rarely, 20 kB: large ones make the WAL grow and checkpoints come. */
export function someDocument(random: Random): { json: string } {
  const filler = random.chance(0.04) ? 20_000 : random.int(0, 300);
  const value = {
    n: random.int(0, 1e9),
    price: { __decimal__: someAmount(random) },
    deep: { list: [random.int(0, 9), null, 'ü€', { yes: random.chance(0.5) }] },
    text: 'x'.repeat(filler),
  };
  return { json: JSON.stringify(value) };
}

export function someAmount(random: Random): string {
  const whole = String(random.int(1, 40));
  return random.chance(0.5) ? whole : `${whole}.${String(random.int(1, 99_999_999)).padStart(8, '0')}1`;
}

async function putOwnState({ sender, random, own, epoch }: World): Promise<void> {
  await sender.send('State/PutState', {
    agent_id: own,
    epoch,
    name: `s${random.int(0, 19)}`,
    document: someDocument(random),
  });
}

/** Compare-and-set against the other clients: most of these are conflicts. */
async function changeSharedState({ sender, random, shared }: World): Promise<void> {
  const name = random.pick(SHARED_NAMES);
  let expected_version = '0';
  const first = (await sender.send('State/PutState', {
    agent_id: shared,
    name,
    document: someDocument(random),
    ...(random.chance(0.5) && { expected_version }),
  })) as PutStateResponse__Output | undefined;
  if (first === undefined) return;
  expected_version = first.version;
  await sender.send('State/PutState', {
    agent_id: shared,
    name,
    document: someDocument(random),
    expected_version,
  });
}

async function countUp({ sender, random, shared, own, epoch }: World): Promise<void> {
  if (random.chance(0.5)) {
    const name = random.pick(COUNTERS);
    await sender.send('State/IncrementField', {
      agent_id: shared,
      name,
      integer: String(random.int(-3, 9) || 1),
    });
  } else {
    await sender.send('State/IncrementField', {
      agent_id: own,
      epoch,
      name: 'pnl',
      decimal: someAmount(random),
    });
  }
  if (!random.chance(0.3)) return;
  const set = [{ name: 'mode', value: someDocument(random) }];
  await sender.send('State/SetFields', { agent_id: own, epoch, set, remove: [] });
}

export function transferPostings(random: Random): Message[] {
  const [from = 'acc0', to = 'acc1'] = random.sample(SHARED_ACCOUNTS, 2);
  const amount = someAmount(random);
  return [
    { account: from, asset: ASSET, amount: `-${amount}` },
    { account: to, asset: ASSET, amount },
  ];
}

async function transfer({ sender, random, shared }: World): Promise<void> {
  const postings = transferPostings(random);
  const metadata = random.chance(0.3) ? { metadata: someDocument(random) } : {};
  await sender.send('Ledger/PostTransaction', {
    agent_id: shared,
    postings,
    description: 'transfer',
    ...metadata,
  });
}

async function holdAndSettle({ sender, random, shared }: World): Promise<void> {
  const account = random.pick(SHARED_ACCOUNTS);
  const placed = (await sender.send('Ledger/PlaceHold', {
    agent_id: shared,
    account,
    asset: ASSET,
    amount: '7.5',
  })) as PlaceHoldResponse__Output | undefined;
  const hold_id = placed?.hold?.hold_id;
  if (hold_id === undefined) return;
  const draw = random.next();
  if (draw < 0.4) {
    const to_account = random.pick(SHARED_ACCOUNTS.filter((other) => other !== account));
    const amount = random.chance(0.5) ? '' : '2.25';
    await sender.send('Ledger/PostHold', { agent_id: shared, hold_id, amount, to_account });
  } else if (draw < 0.8) await sender.send('Ledger/ReleaseHold', { agent_id: shared, hold_id });
}

export function someEpisodes(random: Random): Message[] {
  return Array.from({ length: random.int(1, 3) }, () => ({
    type: random.pick(['trade', 'bet', 'candle']),
    payload: someDocument(random),
    amounts: [
      { name: 'pnl', amount: `${random.chance(0.5) ? '-' : ''}${someAmount(random)}` },
      { name: 'fee', amount: '0.01' },
    ],
  }));
}

async function recordEpisodes({ sender, random, own, epoch }: World): Promise<void> {
  const reply = await sender.send('Episodic/RecordEpisodes', {
    agent_id: own,
    epoch,
    episodes: someEpisodes(random),
  });
  const [episode_id] = (reply?.episode_ids ?? []) as string[];
  if (episode_id === undefined || !random.chance(0.4)) return;
  await sender.send('Episodic/AttachOutcome', {
    agent_id: own,
    epoch,
    episode_id,
    outcome: someDocument(random),
  });
}

/** Checkpoint before the outside call, commit after; sometimes it fails first and is begun again. */
async function placeOrder({ sender, random, exchange, own, epoch }: World): Promise<void> {
  const key = sender.unique('op');
  const idempotent = random.chance(0.4);
  const request = {
    agent_id: own,
    epoch,
    operation: 'exchange.place_order',
    key,
    params: someDocument(random),
    lease: { seconds: '60', nanos: 0 },
    on_crash: idempotent ? 'ON_CRASH_RETRY' : 'ON_CRASH_UNKNOWN',
    ...(random.chance(0.6) && { holds: [{ account: 'cash', asset: ASSET, amount: '3' }] }),
  };
  let begun = await begin(sender, request);
  if (begun !== undefined && random.chance(0.15)) {
    const { lease_token } = begun;
    await sender.send('Operations/FailOperation', {
      agent_id: own,
      epoch,
      key,
      lease_token,
      reason: someDocument(random),
    });
    begun = await begin(sender, request);
  }
  if (begun?.operation == null) return;
  await exchange.place(begun.operation.client_order_id, idempotent);
  await sender.send('Operations/CompleteOperation', {
    agent_id: own,
    epoch,
    key,
    lease_token: begun.lease_token,
    ...outcomeOf(random, begun.operation),
  });
}

async function begin(sender: Sender, request: Message): Promise<BeginOperationResponse__Output | undefined> {
  const reply = (await sender.send('Operations/BeginOperation', request)) as
    | BeginOperationResponse__Output
    | undefined;
  return reply?.outcome === 'BEGIN_OUTCOME_STARTED' ? reply : undefined;
}

/** The result of an order with what is committed beside it. */
export function outcomeOf(random: Random, operation: Operation__Output): Message {
  return {
    result: { json: JSON.stringify({ order: operation.client_order_id }) },
    settlements: operation.hold_ids.map((hold_id) => ({
      hold_id,
      amount: random.chance(0.5) ? '' : '1.25',
      to_account: random.chance(0.5) ? '' : 'position',
    })),
    mutations: [
      {
        post_transaction: {
          postings: [],
          delta: { account: 'cash', asset: ASSET, amount: someAmount(random) },
          reference: operation.client_order_id,
        },
      },
      { record_episodes: { episodes: someEpisodes(random) } },
      ...(random.chance(0.5)
        ? [{ put_state: { name: 'last_order', document: { json: JSON.stringify({ key: operation.key }) } } }]
        : []),
    ],
  };
}

/** One transaction over the tiers; every fourth ends with a mutation that must take all the others back. */
async function moveEverything({ sender, random, own, epoch }: World): Promise<void> {
  const mutations: Message[] = [
    { put_state: { name: `t${random.int(0, 3)}`, document: someDocument(random) } },
    {
      post_transaction: {
        postings: [
          { account: 'cash', asset: ASSET, amount: '-0.5' },
          { account: 'savings', asset: ASSET, amount: '0.5' },
        ],
      },
    },
    { increment_field: { name: 'moves', integer: '1' } },
    { record_episodes: { episodes: someEpisodes(random) } },
  ];
  if (random.chance(0.25)) {
    const document = { json: '{"never":"seen"}' };
    mutations.push({ put_state: { name: 'never', document, expected_version: '123456' } });
  }
  await sender.send('Transact/Transact', { agent_id: own, epoch, preconditions: [], mutations });
}

async function workOnTask({ sender, random, own, epoch }: World): Promise<void> {
  const created = (await sender.send('Tasks/CreateTask', {
    agent_id: own,
    epoch,
    task_id: sender.unique('t'),
    name: 'rebalance',
    steps: [{ step: 'one' }, { step: 'two', requires_approval: random.chance(0.5) }],
    context: someDocument(random),
  })) as CreateTaskResponse__Output | undefined;
  const task_id = created?.task?.task_id;
  if (task_id === undefined) return;
  const advance = (step: string, state: string) =>
    sender.send('Tasks/AdvanceTask', {
      agent_id: own,
      epoch,
      task_id,
      step,
      state,
      checkpoint: someDocument(random),
    });
  if ((await advance('one', 'TASK_STATE_RUNNING')) === undefined) return;
  await advance('one', random.chance(0.8) ? 'TASK_STATE_DONE' : 'TASK_STATE_FAILED');
  const second = await advance('two', 'TASK_STATE_RUNNING');
  const steps = (second?.task as { steps: { state: string }[] } | undefined)?.steps;
  if (steps?.[1]?.state !== 'TASK_STATE_WAITING_FOR_APPROVAL') return;
  const approved = random.chance(0.7);
  await sender.send('Tasks/ApproveStep', {
    agent_id: own,
    epoch,
    task_id,
    step: 'two',
    approved,
    approver: 'ada',
    note: '',
  });
}
