/**
 * What traders do: sessions that are opened, taken from one another, steered, lost and closed, trades and orders under
 * guards, payments from a guarded till, and counters with limits. Most of it races with the other clients.
 */
import type { BeginOperationResponse__Output } from '../../../src/gen/holdfast/v1/BeginOperationResponse.js';
import { changeGuards, count, pay, someDesk, someUnits } from './guarded_stories.js';
import { ASSET, someAmount, someDocument } from './made_up.js';
import { outcomeOf, type World } from './order_story.js';
import type { Random } from './random.js';
import { Unanswered } from './sender.js';
import { textOf } from './tier.js';
import { seconds } from './times.js';
import { MARKETS, withoutOne } from './trading_guards.js';
import type { Seat } from './trading_seats.js';
import type { Message } from './wire.js';

type Story = (world: World) => Promise<void>;

export const TRADING_STORIES: readonly (readonly [number, Story])[] = [
  [10, trade],
  [3, tradeAgain],
  [4, steer],
  [2, shakeOff],
  [2, placeDeskOrder],
  [4, pay],
  [1, changeGuards],
  [2, count],
  [1, writeStale],
];

const VENUES = ['north', 'south', 'south', 'north', 'north', 'grey'] as const;
const CAPITAL = '1000';

/** Opens the desk's session, or joins it; now and then it is taken from whoever has it. */
async function sit(world: World, agent_id: string): Promise<Seat | undefined> {
  const { sender, random, seats } = world;
  const known = seats.of(agent_id);
  if (known !== undefined) return known;
  const reply = await sender.send('Sessions/OpenSession', {
    agent_id,
    asset: ASSET,
    start_capital: CAPITAL,
    account: random.chance(0.5) ? '' : 'book',
    max_drawdown: random.chance(0.5) ? '0.2' : '',
    max_drawdown_from_peak: random.chance(0.3) ? '0.25' : '',
    max_daily_loss: random.chance(0.5) ? '150' : '',
    heartbeat_interval: seconds(random.chance(0.5) ? 1 : 3600),
    ...(random.chance(0.15) && { ttl: seconds(random.int(1, 3)) }),
    parameters: someDocument(random),
    take_over: random.chance(0.2),
  });
  if (reply === undefined) return undefined;
  const { session_id } = reply.session as Message;
  const seat = { epoch: textOf(reply.epoch), session_id: textOf(session_id) };
  seats.take(agent_id, seat);
  return seat;
}

function someFill(random: Random): Message {
  return {
    side: random.pick(['TRADE_SIDE_BUY', 'TRADE_SIDE_SELL']),
    quantity: someAmount(random),
    // Products and quotients of these need rounding.
    price: `${random.int(1, 30)}.${String(random.int(1, 99_999_999_999)).padStart(11, '0')}7`,
  };
}

function someTrade(world: World, { session_id }: Seat): Message {
  const { random, sender } = world;
  const loses = random.chance(0.6);
  const is_fill = random.chance(0.75);
  const amount = someAmount(random);
  return {
    session_id,
    venue: random.pick(VENUES),
    trade_id: sender.unique('f'),
    market: random.pick(MARKETS),
    ...(is_fill ? someFill(random) : { pnl: `${loses ? '-' : ''}${someUnits(random)}` }),
    ...(random.chance(0.7) && { fee: '0.015' }),
    ...(random.chance(0.15) && {
      postings: [
        { account: 'book', asset: ASSET, amount: `-${amount}` },
        { account: 'trading', asset: ASSET, amount },
      ],
    }),
    ...(random.chance(0.3) && { metadata: { json: JSON.stringify({ strategy: sender.unique('m') }) } }),
    ...(random.chance(0.2) && { executed: true }),
  };
}

async function trade(world: World): Promise<void> {
  const { sender, random, seats } = world;
  const agent_id = someDesk(world);
  const seat = await sit(world, agent_id);
  if (seat === undefined) return;
  const { epoch } = seat;
  const first = someTrade(world, seat);
  if (random.chance(0.75)) {
    seats.remember({ agent_id, ...first });
    const reply = await sender.send('Sessions/RecordTrade', { agent_id, epoch, ...first });
    // Somebody has to look after it: see steer.
    if (reply === undefined && random.chance(0.5)) seats.leave(agent_id);
    return;
  }
  // Each is judged by what those before it left; sometimes the last one takes all of them back.
  const second = { ...someTrade(world, seat), market: textOf(first.market) };
  const add = {
    name: 'trades',
    delta: '1',
    ...(random.chance(0.4) && { ceiling: String(random.int(5, 50)) }),
  };
  const mutations = [{ record_trade: first }, { record_trade: second }, { add_to_counter: add }];
  await sender.send('Transact/Transact', { agent_id, epoch, preconditions: [], mutations });
}

/** The same trade under another request id, as it was or with another number. */
async function tradeAgain({ sender, random, seats }: World): Promise<void> {
  if (seats.trades.length === 0) return;
  const known = random.pick(seats.trades);
  const epoch = seats.of(textOf(known.agent_id))?.epoch;
  if (epoch === undefined) return;
  const changed = random.chance(0.4) ? { fee: '0.016' } : {};
  const executed = random.chance(0.3) ? { executed: true } : {};
  await sender.send('Sessions/RecordTrade', { ...known, epoch, ...changed, ...executed });
}

/** Looks how the session stands and does what an operator would, or the opposite. */
async function steer(world: World): Promise<void> {
  const { sender, random, seats } = world;
  const agent_id = someDesk(world);
  const seat = await sit(world, agent_id);
  if (seat === undefined) return;
  const { epoch, session_id } = seat;
  if ((await sender.ask('Sessions/Heartbeat', { agent_id, session_id, epoch })) === undefined) {
    seats.leave(agent_id);
    return;
  }
  const found = await sender.ask('Sessions/GetSession', { agent_id, session_id });
  const { state } = (found?.session ?? {}) as Message;
  const why = { agent_id, epoch, reason: sender.unique('why') };
  const reduce_only = random.chance(0.4);
  const reset = { ...why, operator: 'ada', rebase: random.chance(0.7), reduce_only };
  if (state === 'SESSION_STATE_HALTED') {
    if (random.chance(0.8)) await sender.send('Sessions/ResetHalt', reset);
    else await close(world, agent_id, { ...why, session_id });
  } else if (state !== 'SESSION_STATE_ACTIVE') await sender.send('Sessions/ResumeSession', why);
  else await unsettle(world, agent_id, seat);
}

async function unsettle(world: World, agent_id: string, { epoch, session_id }: Seat): Promise<void> {
  const { sender, random } = world;
  const why = { agent_id, epoch, reason: sender.unique('why') };
  const market = random.pick(MARKETS);
  const at = { agent_id, epoch, session_id, market };
  const draw = random.next();
  if (random.chance(0.12)) return changeAtOnce(world, agent_id, { epoch, session_id });
  if (draw < 0.25) await sender.send('Sessions/PauseSession', { ...why, reduce_only: random.chance(0.6) });
  else if (draw < 0.3) await sender.send('Sessions/HaltSession', why);
  else if (draw < 0.36)
    await close(world, agent_id, { ...why, session_id: random.chance(0.5) ? session_id : '' });
  else if (draw < 0.6) {
    const sign = random.chance(0.5) ? '-' : '';
    const told = { ...at, quantity: `${sign}${someAmount(random)}`, average_price: someAmount(random) };
    const set = { ...told, mark_price: random.chance(0.5) ? someUnits(random) : '' };
    await sender.send('Sessions/SetPosition', set);
    if (random.chance(0.3)) await sender.send('Sessions/SetPosition', set);
  } else if (draw < 0.9) await sender.send('Sessions/MarkPosition', { ...at, mark_price: someUnits(random) });
  else await sender.send('Sessions/ClearPosition', at);
}

/** Several changes in one transaction: what alerts is where it ends, and what comes later is of the newest epoch. */
async function changeAtOnce(world: World, agent_id: string, seat: Seat): Promise<void> {
  const { sender, random } = world;
  const [halted, lifted, paused] = [sender.unique('why'), sender.unique('why'), sender.unique('why')];
  const halt = { halt_session: { reason: halted } };
  const reset = { reset_halt: { reason: lifted, operator: 'ada', rebase: random.chance(0.5) } };
  const pause = { pause_session: { reduce_only: true, reason: paused } };
  const again = { asset: ASSET, start_capital: CAPITAL, heartbeat_interval: seconds(1), take_over: true };
  const trades = [{ record_trade: someTrade(world, seat) }, { record_trade: someTrade(world, seat) }];
  const mutations = random.pick<readonly Message[]>([
    [halt, reset],
    [pause, halt],
    [halt, reset, pause],
    [{ open_session: again }, ...trades],
    [{ take_over: { reason: 'inside' } }, trades[0] ?? {}, { resume_session: { reason: paused } }],
  ]);
  await sender.send('Transact/Transact', { agent_id, epoch: seat.epoch, preconditions: [], mutations });
}

async function close({ sender, seats }: World, agent_id: string, request: Message): Promise<void> {
  await sender.send('Sessions/CloseSession', request);
  seats.leave(agent_id);
}

/** Ends a session that is HALTED or paused, or has just lost, and goes on without one and in the next: neither is forgotten. */
async function shakeOff(world: World): Promise<void> {
  const { sender, random } = world;
  const agent_id = someDesk(world);
  const seat = await sit(world, agent_id);
  if (seat === undefined) return;
  const { epoch, session_id } = seat;
  const why = { agent_id, epoch, reason: sender.unique('why') };
  const draw = random.next();
  if (draw < 0.35) await sender.send('Sessions/HaltSession', why);
  else if (draw < 0.6)
    await sender.send('Sessions/PauseSession', { ...why, reduce_only: random.chance(0.5) });
  else
    await sender.send('Sessions/RecordTrade', { agent_id, epoch, ...someTrade(world, seat), executed: true });
  await close(world, agent_id, { ...why, session_id });
  await sender.send('Operations/BeginOperation', {
    agent_id,
    epoch,
    operation: 'exchange.place_order',
    key: sender.unique('op'),
    lease: seconds(1),
    on_crash: 'ON_CRASH_UNKNOWN',
    ...(random.chance(0.7) && {
      risk: { market: random.pick(MARKETS), side: 'BUY', quantity: '1', price: '1' },
    }),
  });
  await trade(world);
}

/** An order whose fill is recorded with its outcome; until then it counts against the limits of positions. */
async function placeDeskOrder(world: World): Promise<void> {
  const { sender, random, exchange } = world;
  const agent_id = someDesk(world);
  const seat = await sit(world, agent_id);
  if (seat === undefined) return;
  const { epoch, session_id } = seat;
  const key = sender.unique('op');
  const [market, side] = [random.pick(MARKETS), random.pick(['BUY', 'SELL'])];
  const [quantity, price] = [String(random.int(1, 20)), String(random.int(1, 30))];
  const whole = { market, side, quantity, price, reduce_only: random.chance(0.2) };
  const risk = random.chance(0.1) ? withoutOne(random, whole) : whole;
  const begun = (await sender.send('Operations/BeginOperation', {
    agent_id,
    epoch,
    operation: 'exchange.place_order',
    key,
    params: someDocument(random),
    lease: seconds(60),
    on_crash: 'ON_CRASH_UNKNOWN',
    risk: random.chance(0.7) ? risk : { ...risk, asset: ASSET, amount: someAmount(random) },
    session_id: random.chance(0.5) ? session_id : '',
    ...(random.chance(0.4) && { holds: [{ account: 'cash', asset: ASSET, amount: '3' }] }),
  })) as BeginOperationResponse__Output | undefined;
  if (begun?.outcome !== 'BEGIN_OUTCOME_STARTED' || begun.operation === null) return;
  const { lease_token } = begun;
  if (random.chance(0.15)) {
    const reason = someDocument(random);
    await sender.send('Operations/FailOperation', { agent_id, epoch, key, lease_token, reason });
    return;
  }
  await exchange.place(begun.operation.client_order_id, false, random.chance(0.3) ? random.int(1, 30) : 0);
  if (world.over.aborted) throw new Unanswered('the daemon is gone');
  const told = { session_id, venue: 'north', trade_id: begun.operation.client_order_id, market };
  const filled = { side: `TRADE_SIDE_${side}`, quantity, price, fee: '0.25', executed: random.chance(0.5) };
  const outcome = outcomeOf(random, begun.operation);
  const mutations = [{ record_trade: { ...told, ...filled } }, ...(outcome.mutations as Message[])];
  await sender.send('Operations/CompleteOperation', {
    agent_id,
    epoch,
    key,
    lease_token,
    ...outcome,
    mutations,
  });
}

/** A process that does not know that it was replaced: whatever it sends with its epoch must leave nothing. */
async function writeStale(world: World): Promise<void> {
  const { sender, random, seats } = world;
  const agent_id = someDesk(world);
  const lost = seats.lostOf(agent_id);
  if (lost.length === 0) return;
  const seat = random.pick(lost);
  const { epoch, session_id } = seat;
  const named = { agent_id, epoch };
  const draw = random.int(0, 5);
  if (draw === 0) await sender.send('Sessions/RecordTrade', { ...named, ...someTrade(world, seat) });
  else if (draw === 1) await sender.send('Sessions/HaltSession', { ...named, reason: sender.unique('why') });
  else if (draw === 2)
    await sender.send('State/PutState', { ...named, name: 'plan', document: someDocument(random) });
  else if (draw === 3) {
    const delta = { account: 'cash', asset: ASSET, amount: '0.01' };
    await sender.send('Ledger/PostTransaction', { ...named, postings: [], delta });
  } else if (draw === 4) {
    await sender.send('Sessions/SetPosition', {
      ...named,
      session_id,
      market: random.pick(MARKETS),
      quantity: someAmount(random),
      average_price: '1',
    });
  } else await sender.send('Sessions/CloseSession', { ...named, session_id, reason: sender.unique('why') });
}
