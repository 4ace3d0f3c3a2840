/**
 * The registry: every command by name, exhaustively typed. A newcomer adds a line here; without it the type check fails,
 * because rpc/mutations.ts names every mutation of the proto and each must have its command.
 */
import type { Db } from '../store/db.js';
import type { HandlersOf } from './command.js';
import { type ComposedCommands, composedCommands } from './composed.js';
import { type EpisodicCommands, episodicCommands } from './episodic/commands.js';
import { episodeSweeper } from './episodic/sweep.js';
import { type StateCommands, stateCommands } from './state/commands.js';

export interface Commands extends StateCommands, EpisodicCommands, ComposedCommands {}

export type CommandName = keyof Commands;
export type Handlers = HandlersOf<Commands>;

/** Prepares every command's statements on the writing connection. */
export function commandHandlers(db: Db): Handlers {
  const tiers = { ...stateCommands(db), ...episodicCommands(db) };
  return { ...tiers, ...composedCommands(tiers, [episodeSweeper(db)]) };
}
