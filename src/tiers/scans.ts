/** The registry of scans: reads too long for the main thread, run on a reader thread's own connection. */
import type { AnchorReport } from '../anchors/verify.js';
import type { ChainCursor, ChainPart } from '../journal/verify.js';
import type { Db } from '../store/db.js';
import { type ReplayArgs, type ReplayPage, replayActions } from './audit/replay.js';
import { type SumArgs, type SumResult, sumPnl } from './audit/sums.js';
import { type AnchorArgs, anchorCheck, chainPart, verifyAudit } from './composed_audit.js';
import { type ContextArgs, type ContextParts, contextParts } from './composed_context.js';
import { conversationMessages, type MessagesArgs, type MessagesResult } from './conversations/messages.js';
import { type SearchTurnsArgs, type SearchTurnsResult, searchTurns } from './conversations/search.js';
import { type Summary, type SummaryArgs, summarizeEpisodes } from './episodic/summary.js';
import { type AggregateArgs, type AggregateResult, aggregateRecords } from './knowledge/aggregate.js';
import { type QueryArgs, type QueryResult, queryRecords } from './knowledge/query.js';
import { type ReconcileArgs, type ReconcileResult, reconcileLedger } from './ledger/reconcile.js';
import type { ScanProgress, VerifyResult } from './scan.js';
import { type ListArgs, type ListResult, listMemories } from './semantic/list.js';
import { type RecallArgs, type RecallResult, recallScan } from './semantic/recall.js';
import { type Plan, planMaintenance } from './semantic/vectors/maintenance.js';
import { type DryRunArgs, type DryRunResult, dryRunMigration } from './state/dry_run.js';
import { finishAndVerify, type TierPart, verifyDatabase, verifyTierPart } from './verify.js';

/** Every scan: what it is given and what it answers. Plain data only, because both cross threads. */
export interface ScanTypes {
  /** The second half of a backup: verifies the copy, its journal included, and gives it its name. */
  finish_backup: {
    args: { readonly path: string; readonly schema_version: number };
    result: { readonly size_bytes: number; readonly revision: number };
  };
  context_parts: { args: ContextArgs; result: ContextParts };
  aggregate_records: { args: AggregateArgs; result: AggregateResult };
  query_records: { args: QueryArgs; result: QueryResult };
  conversation_messages: { args: MessagesArgs; result: MessagesResult };
  search_turns: { args: SearchTurnsArgs; result: SearchTurnsResult };
  reconcile: { args: ReconcileArgs; result: ReconcileResult };
  dry_run_migration: { args: DryRunArgs; result: DryRunResult };
  list_memories: { args: ListArgs; result: ListResult };
  /** What a generation's vector index needs next; null = nothing. */
  plan_vectors: { args: { readonly generation_id: number }; result: Plan | null };
  recall_memories: { args: RecallArgs; result: RecallResult };
  summarize_episodes: { args: SummaryArgs; result: Summary };
  replay_actions: { args: ReplayArgs; result: ReplayPage };
  sum_pnl: { args: SumArgs; result: SumResult };
  verify_anchors: { args: AnchorArgs; result: AnchorReport };
  verify_audit: { args: AnchorArgs; result: VerifyResult & { readonly anchors: number } };
  verify_chain_part: {
    args: { readonly cursor: ChainCursor | null; readonly max_entries: number };
    result: ChainPart;
  };
  verify_tier_part: { args: { readonly part: number }; result: TierPart };
  verify: {
    args: { readonly skip_integrity_check: boolean; readonly leave_out_accepted?: boolean };
    result: VerifyResult;
  };
}

export type ScanName = keyof ScanTypes;

/** Scans that may take seconds. They never take the last reader thread, so that recalls and contexts wait for none of them. */
export const SLOW_SCANS: ReadonlySet<ScanName> = new Set([
  'aggregate_records',
  'dry_run_migration',
  'finish_backup',
  'plan_vectors',
  'reconcile',
  'replay_actions',
  'sum_pnl',
  'summarize_episodes',
  'verify',
  'verify_anchors',
  'verify_audit',
  'verify_chain_part',
  'verify_tier_part',
]);
export type ScanHandlers = {
  [Name in ScanName]: (
    args: ScanTypes[Name]['args'],
    progress: (value: ScanProgress) => void,
  ) => ScanTypes[Name]['result'];
};

export function scanHandlers(db: Db): ScanHandlers {
  return {
    finish_backup: ({ path, schema_version }, progress) => finishAndVerify(path, schema_version, progress),
    context_parts: contextParts(db),
    aggregate_records: aggregateRecords(db),
    query_records: queryRecords(db),
    conversation_messages: (args) => conversationMessages(db, args),
    search_turns: (args) => searchTurns(db, args),
    reconcile: (args) => reconcileLedger(db, args),
    dry_run_migration: (args) => dryRunMigration(db, args),
    list_memories: (args) => listMemories(db, args),
    plan_vectors: ({ generation_id }) => planMaintenance(db, generation_id),
    recall_memories: recallScan(db),
    summarize_episodes: (args) => summarizeEpisodes(db, args),
    replay_actions: replayActions(db),
    sum_pnl: sumPnl(db),
    verify_anchors: (args) => anchorCheck(db, args),
    verify_audit: (args, progress) => verifyAudit(db, args, progress),
    verify_chain_part: chainPart(db),
    verify_tier_part: ({ part }) => verifyTierPart(db, part),
    verify: ({ skip_integrity_check, leave_out_accepted }, progress) =>
      verifyDatabase(db, skip_integrity_check, progress, leave_out_accepted),
  };
}
