/**
 * The registry: every command by name, exhaustively typed. A newcomer adds a line here; without it the type check fails,
 * because rpc/mutations.ts names every mutation of the proto and each must have its command.
 */
import type { Db } from '../store/db.js';
import { type AuditCommands, auditCommands } from './audit/commands.js';
import type { HandlersOf, Tx } from './command.js';
import { type ComposedCommands, composedCommands } from './composed.js';
import { conversationCommands } from './conversations/commands.js';
import { conversationSweeper } from './conversations/removals.js';
import type { ConversationCommands } from './conversations/types.js';
import { type EpisodicCommands, episodicCommands } from './episodic/commands.js';
import { episodeSweeper } from './episodic/sweep.js';
import { type KnowledgeCommands, knowledgeCommands } from './knowledge/commands.js';
import { ledgerCommands } from './ledger/commands.js';
import { holdSweeper } from './ledger/holds.js';
import type { LedgerCommands } from './ledger/types.js';
import { leaseSweeper, operationCommands } from './operations/commands.js';
import type { OperationCommands } from './operations/types.js';
import { type ProceduralCommands, proceduralCommands } from './procedural/commands.js';
import { semanticCommands } from './semantic/commands.js';
import type { SemanticCommands } from './semantic/types.js';
import { type StateCommands, stateCommands } from './state/commands.js';
import { stateSweep } from './state/retention.js';
import { taskCommands } from './tasks/commands.js';
import type { TaskCommands } from './tasks/types.js';
import { slotSweeper, workingCommands } from './working/commands.js';
import type { WorkingCommands } from './working/types.js';

export interface Commands
  extends StateCommands,
    LedgerCommands,
    OperationCommands,
    TaskCommands,
    EpisodicCommands,
    ProceduralCommands,
    WorkingCommands,
    KnowledgeCommands,
    ConversationCommands,
    SemanticCommands,
    AuditCommands,
    ComposedCommands {}

export type CommandName = keyof Commands;
export type Handlers = HandlersOf<Commands>;

/** Prepares every command's statements on the writing connection. */
export function commandHandlers(db: Db): Handlers {
  const tiers = {
    ...stateCommands(db),
    ...ledgerCommands(db),
    ...operationCommands(db),
    ...taskCommands(db),
    ...episodicCommands(db),
    ...proceduralCommands(db),
    ...workingCommands(db),
    ...knowledgeCommands(db),
    ...conversationCommands(db),
    ...semanticCommands(db),
    ...auditCommands(db),
  };
  return { ...tiers, ...composedCommands(db, tiers, sweepers(db)) };
}

const MAX_SWEPT_STATES = 1000;

/** What time alone makes due, by tier. */
function sweepers(db: Db): ((tx: Tx) => number)[] {
  const sweepStates = stateSweep(db);
  return [
    holdSweeper(db),
    leaseSweeper(db),
    episodeSweeper(db),
    slotSweeper(db),
    conversationSweeper(db),
    (tx) => sweepStates(tx.now_us, MAX_SWEPT_STATES),
  ];
}
