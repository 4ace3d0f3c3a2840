/**
 * What an agent's supervisor does after a restart: fence the old processes, then settle what they left in doubt by asking
 * the outside. Sent like any client's requests, so that a crash in the middle of it is one more crash to survive.
 */
import type { Operation__Output } from '../../../src/gen/holdfast/v1/Operation.js';
import type { ResumeResponse__Output } from '../../../src/gen/holdfast/v1/ResumeResponse.js';
import type { ExchangeClient } from './exchange_client.js';
import { ASSET, SHARED_ACCOUNTS } from './made_up.js';
import { NAMESPACE, someText } from './memory_stories.js';
import { outcomeOf } from './order_story.js';
import type { Random } from './random.js';
import type { Sender } from './sender.js';
import { setUpSignals } from './signal_stories.js';
import { listOf, textOf } from './tier.js';
import { COLLECTION, UNIQUE_KEY } from './tier_knowledge.js';
import { insist } from './violation.js';
import type { Message, Wire } from './wire.js';

export interface Recovery {
  readonly wire: Wire;
  readonly sender: Sender;
  readonly exchange: ExchangeClient;
  readonly random: Random;
  /** Operations found in doubt after the death of the daemon or the client. */
  readonly in_doubt: InDoubt;
}

export interface InDoubt {
  /** Cut off between the outside call and the completion. */
  executed: number;
  not_executed: number;
}

/** Money, guards, retention, conversations, collections and a namespace of new agents. */
export async function setUpAgents(
  { sender, random }: Recovery,
  own: readonly string[],
  shared: string,
): Promise<void> {
  const deposit = (agent_id: string, account: string, amount: string) =>
    sender.send('Ledger/PostTransaction', {
      agent_id,
      postings: [],
      delta: { account, asset: ASSET, amount },
    });
  for (const agent_id of [...own, shared]) {
    const max_age = { seconds: String(3650 * 86_400), nanos: 0 };
    await sender.send('Episodic/SetRetention', { agent_id, type: '', max_count: 10_000_000, max_age });
    await sender.send('State/SetStateRetention', { agent_id, name: '', keep_versions: 100_000 });
    await sender.send('Knowledge/PutCollection', {
      agent_id,
      name: COLLECTION,
      fields: [
        { name: 'sku', type: 'FIELD_TYPE_STRING', required: true, indexed: true },
        { name: 'vendor', type: 'FIELD_TYPE_STRING', required: true },
        { name: 'qty', type: 'FIELD_TYPE_INTEGER', indexed: true },
        { name: 'note', type: 'FIELD_TYPE_STRING' },
      ],
      unique_keys: [{ fields: UNIQUE_KEY }],
    });
  }
  await setUpSignals(sender, own, shared);
  await sender.send('Semantic/PutNamespace', {
    agent_id: shared,
    name: NAMESPACE,
    readers: ['*'],
    writers: ['*'],
  });
  // Summaries are due all the time.
  const small = { title: 'small', max_tokens: 400, summary_at: 120 };
  await sender.send('Conversations/PutConversation', {
    agent_id: shared,
    conversation_id: 'floor',
    ...small,
  });
  for (const agent_id of own) {
    await sender.send('Conversations/PutConversation', { agent_id, conversation_id: 'c0', ...small });
    const larger = { agent_id, conversation_id: 'c1', max_tokens: 2000, summary_at: 500 };
    await sender.send('Conversations/PutConversation', larger);
    const content = someText(sender, random);
    await sender.send('Conversations/AppendTurn', {
      agent_id,
      conversation_id: 'c1',
      role: 'ROLE_SYSTEM',
      content,
    });
  }
  await Promise.all(own.map((agent_id) => deposit(agent_id, 'cash', '100000')));
  for (const [index, account] of SHARED_ACCOUNTS.entries()) {
    await deposit(shared, account, '500');
    if (index % 2 === 0) continue;
    await sender.send('Ledger/ConfigureAccount', {
      agent_id: shared,
      account,
      asset: ASSET,
      must_not_go_negative: true,
    });
  }
}

/** Gives the results that the dead client still owed: nothing else may be said before that. */
export async function answerCalls({ wire, sender, random }: Recovery, agent_id: string): Promise<void> {
  for (const conversation_id of ['c0', 'c1']) {
    const asked = { agent_id, conversation_id };
    const { turns } = await wire.call('Conversations/ListTurns', { ...asked, page_size: 10 });
    const newest_first = listOf(turns);
    const call = newest_first.find(({ role }) => role !== 'ROLE_TOOL');
    const answered = new Set(newest_first.map(({ tool_call_id }) => textOf(tool_call_id)));
    for (const { id } of listOf(call?.tool_calls).filter(({ id }) => !answered.has(textOf(id)))) {
      const turn = { ...asked, role: 'ROLE_TOOL', tool_call_id: id, content: someText(sender, random) };
      const reply = await sender.send('Conversations/AppendTurn', turn);
      insist(reply !== undefined, 'violation', 'turns', `the result of ${textOf(id)} was refused`, turn);
    }
  }
}

/** Returns the new epoch. */
export async function takeOver(recovery: Recovery, agent_id: string): Promise<string> {
  const { sender } = recovery;
  const taken = await sender.send('Operations/TakeOver', { agent_id, reason: 'restart' });
  insist(taken !== undefined, 'violation', 'operation', `a take-over of ${agent_id} was refused`);
  const epoch = textOf(taken.epoch);
  await settleInDoubt(recovery, agent_id, epoch);
  return epoch;
}

/** What the process of the epoch before left in doubt. */
export async function settleInDoubt(recovery: Recovery, agent_id: string, epoch: string): Promise<void> {
  const { wire, random } = recovery;
  const resume = (await wire.call('Operations/Resume', { agent_id })) as unknown as ResumeResponse__Output;
  for (const operation of resume.unknown_operations) {
    if (random.chance(0.1)) await expectUnknown(recovery, agent_id, operation);
    else await resolve(recovery, agent_id, epoch, operation);
  }
  for (const operation of resume.in_flight_operations) await tryAgain(recovery, agent_id, epoch, operation);
}

async function resolve(
  { sender, exchange, random, in_doubt }: Recovery,
  agent_id: string,
  epoch: string,
  operation: Operation__Output,
): Promise<void> {
  const count = await exchange.query(operation.client_order_id);
  in_doubt[count > 0 ? 'executed' : 'not_executed'] += 1;
  const evidence = { json: JSON.stringify({ executed: count }) };
  const resolution: Message = count > 0 ? { happened: outcomeOf(random, operation) } : { did_not_happen: {} };
  const reply = await sender.send('Operations/ResolveOperation', {
    agent_id,
    epoch,
    key: operation.key,
    evidence,
    ...resolution,
  });
  insist(
    reply !== undefined,
    'violation',
    'operation',
    `operation ${operation.key} is UNKNOWN and cannot be resolved`,
    operation,
  );
}

/** One that the exchange itself makes idempotent: the same client_order_id is sent a second time. */
async function tryAgain(
  { sender, exchange, random, in_doubt }: Recovery,
  agent_id: string,
  epoch: string,
  operation: Operation__Output,
): Promise<void> {
  const { key, on_crash, params } = operation;
  insist(
    on_crash === 'ON_CRASH_RETRY',
    'violation',
    'operation',
    `operation ${key} is in flight after a take-over`,
    operation,
  );
  const begun = await sender.send('Operations/BeginOperation', {
    agent_id,
    epoch,
    operation: operation.operation,
    params: { json: params?.json },
    key,
    lease: { seconds: '60', nanos: 0 },
    on_crash,
  });
  insist(
    begun?.outcome === 'BEGIN_OUTCOME_STARTED',
    'violation',
    'operation',
    `operation ${key} cannot be begun again`,
    begun,
  );
  const executed = (await exchange.query(operation.client_order_id)) > 0;
  in_doubt[executed ? 'executed' : 'not_executed'] += 1;
  await exchange.place(operation.client_order_id, true);
  const { lease_token } = begun;
  await sender.send('Operations/CompleteOperation', {
    agent_id,
    epoch,
    key,
    lease_token,
    ...outcomeOf(random, begun.operation as Operation__Output),
  });
}

/** Nobody may begin what is in doubt. */
async function expectUnknown(
  { sender }: Recovery,
  agent_id: string,
  { operation, key, params, on_crash }: Operation__Output,
): Promise<void> {
  const reply = await sender.send('Operations/BeginOperation', {
    agent_id,
    operation,
    key,
    params: { json: params?.json },
    on_crash,
  });
  insist(
    reply?.outcome === 'BEGIN_OUTCOME_UNKNOWN',
    'duplicated',
    'operation',
    `operation ${key} is in doubt and was begun again`,
    reply,
  );
}
