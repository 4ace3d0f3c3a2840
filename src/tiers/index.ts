/**
 * The registry: every command by name, exhaustively typed. A newcomer adds a line here; without it the type check fails,
 * because rpc/mutations.ts names every mutation of the proto and each must have its command.
 */
import type { Db } from '../store/db.js';
import type { HandlersOf } from './command.js';
import { type ComposedCommands, composedCommands } from './composed.js';
import { operationCommands } from './operations/commands.js';
import type { OperationCommands } from './operations/types.js';
import { type StateCommands, stateCommands } from './state/commands.js';
import { taskCommands } from './tasks/commands.js';
import type { TaskCommands } from './tasks/types.js';

export interface Commands extends StateCommands, OperationCommands, TaskCommands, ComposedCommands {}

export type CommandName = keyof Commands;
export type Handlers = HandlersOf<Commands>;

/** Prepares every command's statements on the writing connection. */
export function commandHandlers(db: Db): Handlers {
  const tiers = { ...stateCommands(db), ...operationCommands(db), ...taskCommands(db) };
  return { ...tiers, ...composedCommands(db, tiers) };
}
