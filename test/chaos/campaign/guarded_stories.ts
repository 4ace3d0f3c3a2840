/** Payments from a guarded till, guards that change under load, and counters that run into their limits. */
import { ASSET } from './made_up.js';
import type { World } from './order_story.js';
import type { Random } from './random.js';
import { seconds } from './times.js';
import { FLOAT, guardNames, someGuard } from './trading_guards.js';
import { desksOf, tillOf } from './trading_seats.js';
import type { Message } from './wire.js';

export function someDesk({ random, own, shared }: World): string {
  return random.pick(desksOf(own, shared));
}

/** Canonical, because what was told is read back. */
export function someUnits(random: Random): string {
  return `${random.int(1, 40)}.${random.int(1, 9)}`;
}

/** All clients draw on one account that must keep a balance. */
export async function pay({ sender, random, shared }: World): Promise<void> {
  const agent_id = tillOf(shared);
  const payment = () => {
    const amount = someUnits(random);
    const account = random.pick(['world', 'world', 'petty', 'petty', 'closed']);
    return {
      postings: [
        { account: FLOAT, asset: ASSET, amount: `-${amount}` },
        { account, asset: ASSET, amount },
      ],
    };
  };
  const draw = random.next();
  if (draw < 0.4) await sender.send('Ledger/PostTransaction', { agent_id, ...payment() });
  else if (draw < 0.55) {
    const mutations = [payment(), payment(), payment()].map((post_transaction) => ({ post_transaction }));
    await sender.send('Transact/Transact', { agent_id, preconditions: [], mutations });
  } else if (draw < 0.75) {
    const hold = { agent_id, account: FLOAT, asset: ASSET, amount: someUnits(random) };
    const placed = await sender.send('Ledger/PlaceHold', hold);
    const { hold_id } = (placed?.hold ?? {}) as Message;
    if (hold_id === undefined) return;
    if (random.chance(0.5)) await sender.send('Ledger/ReleaseHold', { agent_id, hold_id });
    else
      await sender.send('Ledger/PostHold', {
        agent_id,
        hold_id,
        amount: '',
        to_account: random.pick(['', 'petty', 'closed']),
      });
  } else {
    const delta = { account: FLOAT, asset: ASSET, amount: someUnits(random) };
    await sender.send('Ledger/PostTransaction', { agent_id, postings: [], delta });
  }
}

export async function changeGuards(world: World): Promise<void> {
  const { sender, random, shared } = world;
  const draw = random.next();
  const agent_id = draw < 0.1 ? '*' : draw < 0.3 ? tillOf(shared) : someDesk(world);
  const guard = someGuard(random, agent_id);
  if (random.chance(0.12)) {
    const name = random.pick(guardNames(agent_id));
    await sender.send('Procedural/DeleteGuard', { agent_id, name, reason: 'rest' });
  }
  await sender.send('Procedural/PutGuard', guard);
  if (random.chance(0.3)) await sender.send('Procedural/PutGuard', guard);
}

/** Counters that run into their limits, with windows that end under load and with none. */
export async function count({ sender, random, shared, own, epoch }: World): Promise<void> {
  const draw = random.int(0, 4);
  const name = `limit${draw}`;
  const agent = random.chance(0.7) ? { agent_id: shared } : { agent_id: own, epoch };
  if (random.chance(0.08)) {
    await sender.send('Limits/ResetCounter', { ...agent, name });
    return;
  }
  const windows = [undefined, 1, 2, 3600, 86_400][draw];
  await sender.send('Limits/AddToCounter', {
    ...agent,
    name,
    delta: `${random.chance(0.4) ? '-' : ''}${someUnits(random)}`,
    ...(random.chance(0.7) && { floor: '-60.5', ceiling: '90.25' }),
    ...(windows !== undefined && { window: seconds(windows) }),
  });
}
