/** Stories over signals and consumers, audited actions and the vault; and how they are set up. */
import { secretValue } from './in_clear.js';
import { ASSET, SHARED_ACCOUNTS, someAmount, someDocument } from './made_up.js';
import type { World } from './order_story.js';
import type { Random } from './random.js';
import type { Sender } from './sender.js';
import { textOf } from './tier.js';
import type { Message } from './wire.js';

/** The consumer of each client's own agent. */
export const WORK = 'work';
/** The consumer of the shared agent, which all clients consume. */
export const DESK = 'desk';
const A_SECOND = { seconds: '1', nanos: 0 };

function someSignal(random: Random): Message {
  return {
    channel: `sig:${random.int(0, 3)}`,
    durable: true,
    ...(random.chance(0.9) && { payload: someDocument(random) }),
    ...(random.chance(0.7) && { confidence: random.int(0, 4) / 4 }),
    ...(random.chance(0.3) && { source: 'model-a' }),
  };
}

function someAction(sender: Sender, random: Random): Message {
  const pnl = `${random.chance(0.5) ? '-' : ''}${someAmount(random)}`;
  return {
    action: random.pick(['order', 'bet', 'escrow_deposit']),
    market: random.pick(['', 'XRP-USD', 'BTC-USD']),
    status: random.pick(['win', 'loss', '']),
    tx_id: sender.unique('tx'),
    ...(random.chance(0.6) && { amount: `${someAmount(random)}00`, asset: ASSET }),
    ...(random.chance(0.8) && { pnl, pnl_asset: random.chance(0.8) ? ASSET : 'XRP' }),
    ...(random.chance(0.4) && { meta: someDocument(random) }),
  };
}

export async function publish({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent = random.chance(0.3) ? { agent_id: shared } : { agent_id: own, epoch };
  const durable = random.chance(0.8);
  await sender.send('Signals/Publish', { ...agent, ...someSignal(random), durable });
}

/** Signals, an action and a credential in one transaction; every fourth ends with a mutation that takes all of it back. */
export async function publishTogether({ sender, random, own, epoch }: World): Promise<void> {
  const fails = random.chance(0.25);
  const mutations: Message[] = [
    { publish: someSignal(random) },
    { record_action: someAction(sender, random) },
    { publish: { ...someSignal(random), channel: fails ? 'sig:never' : 'sig:1' } },
    { increment_field: { name: 'published', integer: '3' } },
    { put_credential: { name: 'venue', value: secretValue(sender.unique('v')), description: 'together' } },
    { publish: someSignal(random) },
  ];
  if (fails) mutations.push({ delete_alert_rule: { name: 'nobody-made-this' } });
  await sender.send('Transact/Transact', { agent_id: own, epoch, preconditions: [], mutations });
}

export async function recordActions({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent = random.chance(0.4) ? { agent_id: shared } : { agent_id: own, epoch };
  for (let count = random.int(1, 3); count > 0; count--)
    await sender.send('Audit/RecordAction', { ...agent, ...someAction(sender, random) });
}

/** Written, read and removed by several streams at once; each read's revision says what it must have answered. */
export async function keepCredentials({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent_id = random.chance(0.3) ? shared : own;
  const agent = agent_id === own ? { agent_id, epoch } : { agent_id };
  const name = `key${random.int(0, 3)}`;
  const draw = random.next();
  if (draw < 0.5) {
    const stored = await sender.send('Vault/PutCredential', {
      ...{ ...agent, name, value: secretValue(sender.unique('v')), description: sender.unique('d') },
      ...(random.chance(0.15) && { ttl: A_SECOND }),
      ...(random.chance(0.2) && { expected_version: 0 }),
    });
    if (stored === undefined) return;
  } else if (draw < 0.6) {
    await sender.send('Vault/DeleteCredential', { ...agent, name });
    return;
  }
  await sender.send('Vault/GetCredential', { agent_id, name, purpose: 'to trade' });
}

/** One that others know nothing of, from the beginning; changed, and mostly deleted again. */
export async function tryConsumer({ sender, random, own, epoch }: World): Promise<void> {
  const name = sender.unique('c');
  const put = { agent_id: own, epoch, name, ack_timeout: A_SECOND, max_deliveries: 2 };
  const from_revision = random.chance(0.5) ? { from_revision: '0' } : {};
  const made = await sender.send('Signals/PutConsumer', { ...put, patterns: ['sig:*'], ...from_revision });
  if (made === undefined) return;
  const patterns = ['sig:0', `nobody:${name}`];
  if (random.chance(0.3)) await sender.send('Signals/PutConsumer', { ...put, patterns });
  if (random.chance(0.95)) await sender.send('Signals/DeleteConsumer', { agent_id: own, epoch, name });
}

export async function redrive({ sender, random, own, epoch, shared }: World): Promise<void> {
  const agent = random.chance(0.5) ? { agent_id: own, epoch, name: WORK } : { agent_id: shared, name: DESK };
  await sender.send('Signals/RedriveDeadLetters', agent);
}

/** Near the balance, so that it is crossed again and again; now and then one that fires at once. */
export async function watchBalance({ sender, random, own, epoch, shared }: World): Promise<void> {
  const digits = String(random.int(1, 999_999_999)).padStart(9, '0');
  const is_own = random.chance(0.4);
  const agent = is_own ? { agent_id: own, epoch } : { agent_id: shared };
  const account = is_own ? 'cash' : random.pick(SHARED_ACCOUNTS);
  const amount = is_own ? `100${random.int(0, 9)}00.${digits}` : `${random.int(420, 560)}.${digits}`;
  const name = is_own ? 'cash' : `low-${account}`;
  const rule = { name, balance_below: { account, asset: ASSET, amount } };
  const put = await sender.send('Signals/PutAlertRule', { ...agent, rule });
  if (put !== undefined && random.chance(0.1))
    await sender.send('Signals/DeleteAlertRule', { ...agent, name });
}

/** Consumers and rules of new agents. */
export async function setUpSignals(sender: Sender, own: readonly string[], shared: string): Promise<void> {
  for (const agent_id of own) {
    const patterns = ['sig:0', 'sig:1', `pf:alerts:${agent_id}`];
    const work = { name: WORK, patterns, ack_timeout: A_SECOND, max_deliveries: 3 };
    await sender.send('Signals/PutConsumer', { agent_id, ...work });
  }
  const patterns = ['sig:*', `pf:alerts:${shared}`];
  const desk = { name: DESK, patterns, ack_timeout: A_SECOND, max_deliveries: 2, min_confidence: 0.5 };
  await sender.send('Signals/PutConsumer', { agent_id: shared, ...desk });
  for (const [index, account] of SHARED_ACCOUNTS.entries()) {
    const amount = String(500 - 15 * index);
    const rule = { name: `low-${account}`, balance_below: { account, asset: ASSET, amount } };
    await sender.send('Signals/PutAlertRule', { agent_id: shared, rule });
  }
}

/** Reads credentials back: each one that is listed must open. */
export function credentialNames(rows: readonly Message[]): string[] {
  return rows.filter(({ expires_at }) => expires_at == null).map(({ name }) => textOf(name));
}
