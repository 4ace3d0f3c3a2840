/**
 * What the outcome of an operation may do. What has happened outside must be recordable: guards only warn of it, and no open
 * state of the session refuses it (an ended one takes no trade: see RecordTrade in sessions.proto). Setting money aside, and
 * choosing the account that held money goes to, is nothing that has happened.
 */
import type { HandlersOf } from './command.js';
import type { GuardedLedgerCommands } from './composed_guarded.js';
import type { ComposedSessionCommands } from './composed_sessions.js';

type Guarded = Pick<HandlersOf<GuardedLedgerCommands>, 'place_hold' | 'post_hold'> &
  Pick<HandlersOf<ComposedSessionCommands>, 'record_trade'>;

/**
 * What an outcome settles its holds by, and what its mutations call.
 * @param guarded what clients call: its guards refuse.
 * @param recording the same with guards that only warn.
 */
export function outcomeHandlers<Handlers extends Guarded>(guarded: Handlers, recording: Handlers): Handlers {
  const { place_hold, post_hold } = guarded;
  return {
    ...recording,
    record_trade: (tx, args) => recording.record_trade(tx, { ...args, executed: true }),
    place_hold,
    // Begin is told of no receiver, so no list has seen it. What an outcome must not settle to an account it can settle to the
    // outside, which no list judges, and post from there: so nothing that has happened is unrecordable.
    post_hold,
  };
}
