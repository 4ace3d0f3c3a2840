/** The story that the operations tier is for: an order placed outside exactly once. */
import type { BeginOperationResponse__Output } from '../../../src/gen/holdfast/v1/BeginOperationResponse.js';
import type { Operation__Output } from '../../../src/gen/holdfast/v1/Operation.js';
import type { ExchangeClient } from './exchange_client.js';
import { ASSET, someAmount, someDocument, someEpisodes } from './made_up.js';
import type { NoteBook } from './notes.js';
import type { Random } from './random.js';
import { type Sender, Unanswered } from './sender.js';
import type { Seats } from './trading_seats.js';
import type { Message, Wire } from './wire.js';

export interface World {
  readonly random: Random;
  readonly sender: Sender;
  readonly exchange: ExchangeClient;
  /** For what is no mutation. */
  readonly wire: Wire;
  readonly notes: NoteBook;
  /** The client's own agent, whose epoch is fenced. */
  readonly own: string;
  readonly epoch: string;
  /** The agent that all clients share. */
  readonly shared: string;
  /** Memories that this client's streams know of, newest last; some are gone by now. */
  readonly known: string[];
  /** The desks that this client trades at. */
  readonly seats: Seats;
  /** Aborted once the daemon is known to be gone. */
  readonly over: AbortSignal;
}

/** Checkpoint before the outside call, commit after; sometimes it fails first and is begun again. */
export async function placeOrder(world: World): Promise<void> {
  const { sender, random, exchange, own, epoch } = world;
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
  await exchange.place(
    begun.operation.client_order_id,
    idempotent,
    random.chance(0.5) ? random.int(1, 40) : 0,
  );
  // A client that died with its daemon: the order is placed, and nobody is left to say so.
  if (world.over.aborted) throw new Unanswered('the daemon is gone');
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
