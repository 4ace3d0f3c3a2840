/** Desks and the till: set up in a new folder, and taken over after a restart. */
import { ASSET } from './made_up.js';
import { type Recovery, settleInDoubt, takeOver } from './recovery.js';
import { textOf } from './tier.js';
import { seconds } from './times.js';
import { FLOAT, guardNames, someGuard } from './trading_guards.js';
import { desksOf, tillOf } from './trading_seats.js';
import { insist } from './violation.js';

const TAKE_OVER_CHANCE = 0.5;

/** Money and guards. */
export async function setUpDesks(
  { sender, random }: Recovery,
  own: readonly string[],
  shared: string,
): Promise<void> {
  const till = tillOf(shared);
  const deposit = (agent_id: string, account: string, amount: string) =>
    sender.send('Ledger/PostTransaction', {
      agent_id,
      postings: [],
      delta: { account, asset: ASSET, amount },
    });
  const desks = allDesks(own, shared);
  await Promise.all([
    deposit(till, FLOAT, '1000'),
    ...desks.flatMap((desk) => [deposit(desk, 'cash', '5000'), deposit(desk, 'book', '5000')]),
  ]);
  // This one can run dry: a trade that loses more than is there must leave nothing.
  await sender.send('Ledger/ConfigureAccount', {
    agent_id: desks[0],
    account: 'trading',
    asset: ASSET,
    must_not_go_negative: true,
  });
  const guards = [...desks, till, '*'].flatMap((agent_id) =>
    guardNames(agent_id).map((name) => someGuard(random, agent_id, name)),
  );
  await Promise.all(guards.map((guard) => sender.send('Procedural/PutGuard', guard)));
}

/** Some are taken over as agents, some with their session; what they left in doubt is settled. */
export async function recoverDesks(
  recovery: Recovery,
  own: readonly string[],
  shared: string,
): Promise<void> {
  const { sender, random } = recovery;
  await Promise.all(
    allDesks(own, shared).map(async (agent_id) => {
      if (!random.chance(TAKE_OVER_CHANCE)) return;
      if (random.chance(0.5)) {
        await takeOver(recovery, agent_id);
        return;
      }
      const reply = await sender.send('Sessions/OpenSession', {
        agent_id,
        asset: ASSET,
        start_capital: '1000',
        heartbeat_interval: seconds(random.chance(0.5) ? 1 : 3600),
        take_over: true,
      });
      insist(reply !== undefined, 'violation', 'session', `the session of ${agent_id} cannot be taken over`);
      await settleInDoubt(recovery, agent_id, textOf(reply.epoch));
    }),
  );
}

function allDesks(own: readonly string[], shared: string): string[] {
  return [...new Set(own.flatMap((agent_id) => desksOf(agent_id, shared)))];
}
