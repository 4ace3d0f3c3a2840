/**
 * The registry: every command by name, exhaustively typed. A newcomer adds a line here; without it the type check fails,
 * because rpc/mutations.ts names every mutation of the proto and each must have its command.
 */
import type { Db } from '../store/db.js';
import { accessCommands } from './access/commands.js';
import type { AccessCommands } from './access/types.js';
import { type AuditCommands, auditCommands } from './audit/commands.js';
import type { HandlersOf } from './command.js';
import { type ComposedCommands, composedCommands, type Sweep } from './composed.js';
import { assetCommands } from './composed_assets.js';
import { type GuardedLedgerCommands, guardedCommands } from './composed_guarded.js';
import { guardGate, recordingGate } from './composed_guards.js';
import { outcomeHandlers } from './composed_outcomes.js';
import { alertJudge, withReactions } from './composed_reactions.js';
import { type ComposedSessionCommands, composedSessionCommands } from './composed_sessions.js';
import { conversationCommands } from './conversations/commands.js';
import { conversationSweeper } from './conversations/removals.js';
import type { ConversationCommands } from './conversations/types.js';
import { type EpisodicCommands, episodicCommands } from './episodic/commands.js';
import { episodeSweeper } from './episodic/sweep.js';
import { type GuardCommands, guardCommands } from './guards/commands.js';
import { countSweeper } from './guards/counts.js';
import { guardsOf } from './guards/rows.js';
import type { GuardGate } from './guards/types.js';
import { type KnowledgeCommands, knowledgeCommands } from './knowledge/commands.js';
import { ledgerCommands } from './ledger/commands.js';
import { holdSweeper } from './ledger/holds.js';
import { counterSweeper, limitCommands } from './limits/commands.js';
import type { LimitCommands } from './limits/types.js';
import { leaseSweeper, operationCommands } from './operations/commands.js';
import type { OperationCommands } from './operations/types.js';
import { type ProceduralCommands, proceduralCommands } from './procedural/commands.js';
import { semanticCommands } from './semantic/commands.js';
import type { SemanticCommands } from './semantic/types.js';
import { sessionCommands } from './sessions/commands.js';
import { sessionSweeper } from './sessions/life.js';
import type { SessionCommands } from './sessions/types.js';
import { deliverySweeper, signalCommands } from './signals/commands.js';
import { signalSweeper } from './signals/retention.js';
import type { SignalCommands } from './signals/types.js';
import { type StateCommands, stateCommands } from './state/commands.js';
import { stateSweep } from './state/retention.js';
import { taskCommands } from './tasks/commands.js';
import type { TaskCommands } from './tasks/types.js';
import { credentialSweeper, vaultCommands } from './vault/commands.js';
import type { VaultCommands } from './vault/types.js';
import { slotSweeper, workingCommands } from './working/commands.js';
import type { WorkingCommands } from './working/types.js';

export interface Commands
  extends StateCommands,
    GuardedLedgerCommands,
    GuardCommands,
    OperationCommands,
    TaskCommands,
    EpisodicCommands,
    ProceduralCommands,
    WorkingCommands,
    KnowledgeCommands,
    ConversationCommands,
    SemanticCommands,
    SessionCommands,
    ComposedSessionCommands,
    SignalCommands,
    VaultCommands,
    LimitCommands,
    AuditCommands,
    AccessCommands,
    ComposedCommands {}

export type CommandName = keyof Commands;
export type Handlers = HandlersOf<Commands>;

/** Prepares every command's statements on the writing connection. */
export function commandHandlers(db: Db): Handlers {
  const guards = guardsOf(db);
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
    ...sessionCommands(db),
    ...guardCommands(db, guards),
    ...vaultCommands(db),
    ...limitCommands(db),
    ...signalCommands(db, alertJudge(db)),
    ...auditCommands(db),
    ...accessCommands(db),
  };
  const gate = guardGate(db, guards);
  const guardedBy = (before: Pick<GuardGate, 'admit'>) => ({
    ...tiers,
    ...composedSessionCommands(db, tiers, before),
    ...guardedCommands(tiers, before),
    ...assetCommands(db, tiers),
  });
  // What clients and the mutations of a Transact call; what is composed of them calls those in `tiers`.
  const guarded = guardedBy(gate);
  const inOutcome = outcomeHandlers(guarded, guardedBy(recordingGate(gate)));
  const composed = composedCommands(db, tiers, guarded, inOutcome, gate, sweepers(db));
  return withReactions(db, { ...guarded, ...composed });
}

const MAX_SWEPT_STATES = 1000;

/** What time alone makes due, by tier. */
function sweepers(db: Db): Sweep[] {
  const sweepStates = stateSweep(db);
  return [
    holdSweeper(db),
    leaseSweeper(db),
    episodeSweeper(db),
    slotSweeper(db),
    conversationSweeper(db),
    sessionSweeper(db),
    countSweeper(db),
    deliverySweeper(db),
    signalSweeper(db),
    credentialSweeper(db),
    counterSweeper(db),
    (tx) => sweepStates(tx.now_us, MAX_SWEPT_STATES),
  ];
}
