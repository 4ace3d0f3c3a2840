/** The registry of queries: pure reads, by tier, prepared on a read-only connection. */
import type { Db } from '../store/db.js';
import { type AccessQueries, accessQueries } from './access/queries.js';
import { type AuditQueries, auditQueries } from './audit/queries.js';
import { type EvaluatingQueries, evaluatingQueries } from './composed_guard_evaluation.js';
import { type MirrorQueries, mirrorQueries } from './composed_mirror.js';
import { type ConversationQueries, conversationQueries } from './conversations/queries.js';
import { type EpisodicQueries, episodicQueries } from './episodic/queries.js';
import { type KnowledgeQueries, knowledgeQueries } from './knowledge/queries.js';
import { type LedgerQueries, ledgerQueries } from './ledger/queries.js';
import { type LimitQueries, limitQueries } from './limits/queries.js';
import { type OperationQueries, operationQueries } from './operations/queries.js';
import { type ProceduralQueries, proceduralQueries } from './procedural/queries.js';
import { type SemanticQueries, semanticQueries } from './semantic/queries.js';
import { type SessionQueries, sessionQueries } from './sessions/queries.js';
import { type SignalQueries, signalQueries } from './signals/queries.js';
import { type StateQueries, stateQueries } from './state/queries.js';
import { type TaskQueries, taskQueries } from './tasks/queries.js';
import { type VaultQueries, vaultQueries } from './vault/queries.js';
import { type WorkingQueries, workingQueries } from './working/queries.js';

export interface Queries {
  readonly access: AccessQueries;
  readonly audit: AuditQueries;
  readonly conversations: ConversationQueries;
  readonly episodic: EpisodicQueries;
  readonly guards: EvaluatingQueries;
  readonly knowledge: KnowledgeQueries;
  readonly operations: OperationQueries;
  readonly procedural: ProceduralQueries;
  readonly semantic: SemanticQueries;
  readonly sessions: SessionQueries;
  readonly signals: SignalQueries;
  readonly state: StateQueries;
  readonly tasks: TaskQueries;
  readonly ledger: LedgerQueries;
  readonly vault: VaultQueries;
  readonly limits: LimitQueries;
  readonly mirror: MirrorQueries;
  readonly working: WorkingQueries;
}

export function queryHandlers(db: Db): Queries {
  return {
    access: accessQueries(db),
    audit: auditQueries(db),
    conversations: conversationQueries(db),
    episodic: episodicQueries(db),
    guards: evaluatingQueries(db),
    knowledge: knowledgeQueries(db),
    ledger: ledgerQueries(db),
    limits: limitQueries(db),
    mirror: mirrorQueries(db),
    operations: operationQueries(db),
    procedural: proceduralQueries(db),
    semantic: semanticQueries(db),
    sessions: sessionQueries(db),
    signals: signalQueries(db),
    state: stateQueries(db),
    tasks: taskQueries(db),
    vault: vaultQueries(db),
    working: workingQueries(db),
  };
}
