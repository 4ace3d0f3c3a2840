/** What the mutations of an operation's outcome call: what they tell has happened, so refused it would be lost. */
import type { HandlersOf } from './command.js';
import type { ComposedSessionCommands } from './composed_sessions.js';

type Told = Pick<HandlersOf<ComposedSessionCommands>, 'record_trade'>;

/**
 * @param recording stands behind guards that only warn.
 * @returns the same, with trades that have happened: no state of the session refuses them either, nor does the want of funds.
 */
export function outcomeHandlers<Handlers extends Told>(recording: Handlers): Handlers {
  return {
    ...recording,
    record_trade: (tx, args) => recording.record_trade(tx, { ...args, executed: true }),
  };
}
