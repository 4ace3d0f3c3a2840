/** Stories over the memory tiers: what an agent remembers, says, has in view, knows and is told. */
import { ASSET, someDocument } from './made_up.js';
import type { World } from './order_story.js';
import type { Random } from './random.js';
import type { Sender } from './sender.js';
import { listOf, textOf } from './tier.js';
import { COLLECTION, UNIQUE_KEY } from './tier_knowledge.js';
import { NEVER_WORD } from './tier_memories.js';
import type { Message } from './wire.js';

/** The namespace that all agents of a folder share. */
export const NAMESPACE = 'lore';
/** What many remember alike. */
const COMMON = 24;
const KNOWN = 40;
const FILLER = [
  'spread',
  'widens',
  'before',
  'funding',
  'maker',
  'fills',
  'late',
  'on',
  'thin',
  'books',
  'at',
  'night',
];

/** A word without meaning that the search finds as it is: letters alone, and none that a stemmer could take off. */
function wordFor(name: string): string {
  return `q${name.replaceAll(/\D/g, '').replaceAll(/\d/g, (digit) => 'bcdfghjkmn'.charAt(Number(digit)))}k`;
}

/** Its second word is found nowhere else. */
export function someText(sender: Sender, random: Random): string {
  return `Note ${wordFor(sender.unique('w'))} ${random.sample(FILLER, random.int(3, 10)).join(' ')}.`;
}

function someMemory(sender: Sender, random: Random): Message {
  const common = random.int(1, COMMON);
  const content = random.chance(0.3)
    ? `Lesson ${wordFor(String(1000 + common))} of old`
    : someText(sender, random);
  return {
    content,
    tags: random.sample(['risk', 'fees', 'venue:x'], random.int(0, 2)),
    pinned: random.chance(0.1),
    ...(random.chance(0.5) && { metadata: { json: JSON.stringify({ n: random.int(0, 9) }) } }),
  };
}

export async function remember({ sender, random, own, epoch, known }: World): Promise<void> {
  const agent = { agent_id: own, epoch, namespace: random.chance(0.4) ? NAMESPACE : '' };
  const reply = random.chance(0.5)
    ? await sender.send('Semantic/StoreMemory', {
        ...agent,
        memory: someMemory(sender, random),
        allow_duplicate: random.chance(0.1),
      })
    : await sender.send('Semantic/StoreMemories', {
        ...agent,
        memories: Array.from({ length: random.int(1, 6) }, () => someMemory(sender, random)),
        allow_duplicates: random.chance(0.1),
      });
  if (reply === undefined) return;
  const stored = reply.memories === undefined ? [reply] : listOf(reply.memories);
  known.push(...stored.map(({ memory_id }) => textOf(memory_id)));
  known.splice(0, known.length - KNOWN);
}

/** On memories that other streams of this client know as well: some are gone or superseded by the time. */
export async function changeMemory(world: World): Promise<void> {
  const { sender, random, own, epoch, known } = world;
  if (known.length === 0) return remember(world);
  const memory_id = random.pick(known);
  const agent = { agent_id: own, epoch };
  const draw = random.next();
  if (draw < 0.4) {
    const memory = someMemory(sender, random);
    const reply = await sender.send('Semantic/SupersedeMemory', { ...agent, memory_id, memory });
    if (reply !== undefined) known.push(textOf(reply.memory_id));
  } else if (draw < 0.8) {
    await sender.send('Semantic/ForgetMemory', { ...agent, memory_id, force: random.chance(0.5) });
  } else await pinAnew(world);
}

/** One that nobody else knows of, so that each of these calls changes something. */
async function pinAnew({ sender, random, own, epoch }: World): Promise<void> {
  const agent = { agent_id: own, epoch };
  const memory = { content: someText(sender, random) };
  const stored = await sender.send('Semantic/StoreMemory', { ...agent, memory });
  if (stored === undefined) return;
  const { memory_id } = stored;
  await sender.send('Semantic/PinMemory', { ...agent, memory_id, pinned: true });
  if (random.chance(0.3)) await sender.send('Semantic/ForgetMemory', { ...agent, memory_id });
  else if (random.chance(0.5))
    await sender.send('Semantic/PinMemory', { ...agent, memory_id, pinned: false });
}

/** One transaction over the memory tiers; every third ends with a mutation that must take all the others back. */
export async function learnFromTrade({ sender, random, own, epoch }: World): Promise<void> {
  const fails = random.chance(0.33);
  const content = fails ? `Note ${NEVER_WORD} seen` : someText(sender, random);
  const conversation_id = fails ? 'never' : sender.unique('c');
  // The journal keeps no summary of a conversation that is gone, so none is asked for then.
  const is_passing = random.chance(0.4);
  const mutations: Message[] = [
    { store_memory: { memory: { content }, namespace: random.chance(0.3) ? NAMESPACE : '' } },
    { put_state: { name: fails ? 'never' : `m${random.int(0, 3)}`, document: someDocument(random) } },
    { post_transaction: { postings: [], delta: { account: 'cash', asset: ASSET, amount: '0.25' } } },
    { append_turn: { conversation_id, role: 'ROLE_USER', content: someText(sender, random) } },
    { append_turn: { conversation_id, role: 'ROLE_ASSISTANT', content: someText(sender, random) } },
    ...(is_passing
      ? []
      : [{ compact_conversation: { conversation_id, ...(random.chance(0.5) && { keep_turns: 1 }) } }]),
    { put_slot: { key: fails ? 'never' : 'lesson', content } },
    { put_record: { collection: COLLECTION, value: someRecord(sender, random), match_key: UNIQUE_KEY } },
  ];
  if (fails) mutations.push({ delete_slot: { key: 'nobody-set-this' } });
  const done = await sender.send('Transact/Transact', { agent_id: own, epoch, preconditions: [], mutations });
  if (done === undefined || !is_passing) return;
  await sender.send('Conversations/DeleteConversation', { agent_id: own, epoch, conversation_id });
}

/** With tools; the other streams say something in the same conversation meanwhile, which is refused while a call waits. */
export async function converse({ sender, random, own, epoch, shared }: World): Promise<void> {
  if (random.chance(0.25)) return speakTogether(sender, random, shared);
  const conversation_id = `c${random.int(0, 1)}`;
  const append = (turn: Message) =>
    sender.send('Conversations/AppendTurn', { agent_id: own, epoch, conversation_id, ...turn });
  await append({ role: 'ROLE_USER', content: someText(sender, random) });
  if (random.chance(0.4)) {
    const tool_calls = Array.from({ length: random.int(1, 3) }, () => ({
      id: sender.unique('call'),
      name: 'quote',
      arguments_json: '{"symbol":"XRP"}',
    }));
    if ((await append({ role: 'ROLE_ASSISTANT', content: '', tool_calls })) === undefined) return;
    for (const { id } of random.sample(tool_calls, 3))
      await append({ role: 'ROLE_TOOL', tool_call_id: id, content: someText(sender, random) });
  }
  await append({ role: 'ROLE_ASSISTANT', content: someText(sender, random) });
}

/** Whoever speaks first is heard. */
async function speakTogether(sender: Sender, random: Random, agent_id: string): Promise<void> {
  const say = (more: Message) => {
    const content = someText(sender, random);
    const turn = { agent_id, conversation_id: 'floor', role: 'ROLE_USER', content };
    return sender.send('Conversations/AppendTurn', { ...turn, ...more });
  };
  const first = await say({ name: 'ada' });
  if (first === undefined) return;
  await say({ expected_turn: String(Number(first.turn) + 1) });
}

/** Own slots, some for a second only, and shared ones that others write as well. */
export async function arrangeSlots({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent = random.chance(0.3) ? { agent_id: shared } : { agent_id: own, epoch };
  const key = `k${random.int(0, 7)}`;
  const reply = await sender.send('Working/PutSlot', {
    ...agent,
    key,
    ...(random.chance(0.1) ? { live: { portfolio: {} } } : { content: someText(sender, random) }),
    priority: random.int(0, 10),
    pinned: random.chance(0.1),
    ...(random.chance(0.3) && { ttl: { seconds: String(random.int(1, 2)), nanos: 0 } }),
    ...(random.chance(0.2) && { expected_version: '0' }),
  });
  if (reply === undefined || !random.chance(0.4)) return;
  const expected_version = reply.version;
  if (random.chance(0.5)) await sender.send('Working/DeleteSlot', { ...agent, key, expected_version });
  else await sender.send('Working/PutSlot', { ...agent, key, content: 'again', expected_version });
}

function someRecord(sender: Sender, random: Random): Message {
  const [sku, vendor] = [`s${random.int(0, 4)}`, `v${random.int(0, 3)}`];
  return { json: JSON.stringify({ sku, vendor, qty: random.int(1, 99), note: sender.unique('n') }) };
}

export async function keepRecords({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent = random.chance(0.4) ? { agent_id: shared } : { agent_id: own, epoch };
  const put = { ...agent, collection: COLLECTION };
  const value = someRecord(sender, random);
  // Without the key to match, another record may have its values already.
  const match_key = random.chance(0.85) ? UNIQUE_KEY : [];
  const reply = await sender.send('Knowledge/PutRecord', { ...put, value, match_key });
  if (reply === undefined) return;
  const { record_id, version: expected_version } = reply;
  const draw = random.next();
  if (draw < 0.25) await sender.send('Knowledge/DeleteRecord', { ...put, record_id, expected_version });
  else if (draw < 0.4)
    await sender.send('Knowledge/PutRecord', { ...put, value, record_id, expected_version });
  else if (draw < 0.6) {
    const other = someRecord(sender, random);
    await sender.send('Knowledge/PutRecord', { ...put, value: other, record_id, expected_version });
  }
}

export async function rewritePrompt({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent = random.chance(0.4) ? { agent_id: shared } : { agent_id: own, epoch };
  const name = `p${random.int(0, 2)}`;
  // The same text twice adds nothing; labels come with new texts only.
  const text = random.chance(0.4) ? `Old ${random.int(0, 1)}: {{task}}` : `${sender.unique('t')}: {{task}}`;
  const labels = text.startsWith('Old') || random.chance(0.6) ? [] : ['canary'];
  const put = await sender.send('Procedural/PutPromptTemplate', { ...agent, name, text, labels });
  if (put === undefined || !random.chance(0.6)) return;
  await sender.send('Procedural/SetPromptLabel', {
    ...agent,
    name,
    label: random.pick(['production', 'test']),
    version: put.version,
    ...(random.chance(0.3) && { expected_version: put.version }),
  });
}
