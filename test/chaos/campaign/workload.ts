/**
 * What a client does all day: short stories of one to four calls over every tier, on agents of its own and on one that all
 * clients share, so that there are conflicts to refuse.
 */
import type { CreateTaskResponse__Output } from '../../../src/gen/holdfast/v1/CreateTaskResponse.js';
import type { PlaceHoldResponse__Output } from '../../../src/gen/holdfast/v1/PlaceHoldResponse.js';
import type { PutStateResponse__Output } from '../../../src/gen/holdfast/v1/PutStateResponse.js';
import { ASSET, SHARED_ACCOUNTS, someAmount, someDocument, someEpisodes } from './made_up.js';
import {
  arrangeSlots,
  changeMemory,
  converse,
  keepRecords,
  learnFromTrade,
  remember,
  rewritePrompt,
} from './memory_stories.js';
import { placeOrder, type World } from './order_story.js';
import type { Random } from './random.js';
import {
  keepCredentials,
  publish,
  publishTogether,
  recordActions,
  redrive,
  tryConsumer,
  watchBalance,
} from './signal_stories.js';
import { TRADING_STORIES } from './trading_stories.js';
import type { Message } from './wire.js';

const SHARED_NAMES = ['plan0', 'plan1', 'plan2', 'plan3'] as const;
const COUNTERS = ['count0', 'count1', 'count2'] as const;
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
  [3, remember],
  [2, changeMemory],
  [3, learnFromTrade],
  [3, converse],
  [3, arrangeSlots],
  [2, keepRecords],
  [1, rewritePrompt],
  [5, publish],
  [2, publishTogether],
  [2, recordActions],
  [3, keepCredentials],
  [1, tryConsumer],
  [1, redrive],
  [2, watchBalance],
  ...TRADING_STORIES,
];
const TOTAL = STORIES.reduce((sum, [weight]) => sum + weight, 0);

export async function tellStory(world: World): Promise<void> {
  let draw = world.random.next() * TOTAL;
  for (const [weight, story] of STORIES) {
    draw -= weight;
    if (draw < 0) return story(world);
  }
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

function transferPostings(random: Random): Message[] {
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
