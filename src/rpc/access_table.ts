/**
 * Who may call what: the one table, exhaustive by its type, so that an RPC without a decision does not compile. The mutations
 * inside a Transact or an outcome need what their own RPC needs.
 */
import type { Role } from '../access/roles.js';
import type { AdminHandlers } from '../gen/holdfast/v1/Admin.js';
import type { AuditHandlers } from '../gen/holdfast/v1/Audit.js';
import type { CacheHandlers } from '../gen/holdfast/v1/Cache.js';
import type { ConversationsHandlers } from '../gen/holdfast/v1/Conversations.js';
import type { EpisodicHandlers } from '../gen/holdfast/v1/Episodic.js';
import type { KnowledgeHandlers } from '../gen/holdfast/v1/Knowledge.js';
import type { LedgerHandlers } from '../gen/holdfast/v1/Ledger.js';
import type { LimitsHandlers } from '../gen/holdfast/v1/Limits.js';
import type { MirrorHandlers } from '../gen/holdfast/v1/Mirror.js';
import type { OperationsHandlers } from '../gen/holdfast/v1/Operations.js';
import type { ProceduralHandlers } from '../gen/holdfast/v1/Procedural.js';
import type { SemanticHandlers } from '../gen/holdfast/v1/Semantic.js';
import type { SessionsHandlers } from '../gen/holdfast/v1/Sessions.js';
import type { SignalsHandlers } from '../gen/holdfast/v1/Signals.js';
import type { StateHandlers } from '../gen/holdfast/v1/State.js';
import type { TasksHandlers } from '../gen/holdfast/v1/Tasks.js';
import type { TransactHandlers } from '../gen/holdfast/v1/Transact.js';
import type { UpstreamsHandlers } from '../gen/holdfast/v1/Upstreams.js';
import type { VaultHandlers } from '../gen/holdfast/v1/Vault.js';
import type { WatchHandlers } from '../gen/holdfast/v1/Watch.js';
import type { WorkingHandlers } from '../gen/holdfast/v1/Working.js';

export interface Rule {
  /** The least role. */
  readonly role: Role;
  /**
   * `agents`: every agent that the request names must be one of the credential's. `daemon`: it concerns no agent but all of
   * them, so the credential must be one for every agent. `nobody`: it concerns nobody's data.
   */
  readonly over: 'agents' | 'daemon' | 'nobody';
  /** The journal says whose credential it came with; for mutations. */
  readonly is_attributed?: true;
}

type MethodsOf<Handlers> = {
  readonly [Name in keyof Handlers as string extends Name ? never : Name]: Rule;
};

interface AccessTable {
  readonly Admin: MethodsOf<AdminHandlers>;
  readonly Audit: MethodsOf<AuditHandlers>;
  readonly Cache: MethodsOf<CacheHandlers>;
  readonly Conversations: MethodsOf<ConversationsHandlers>;
  readonly Episodic: MethodsOf<EpisodicHandlers>;
  readonly Knowledge: MethodsOf<KnowledgeHandlers>;
  readonly Ledger: MethodsOf<LedgerHandlers>;
  readonly Limits: MethodsOf<LimitsHandlers>;
  readonly Mirror: MethodsOf<MirrorHandlers>;
  readonly Operations: MethodsOf<OperationsHandlers>;
  readonly Procedural: MethodsOf<ProceduralHandlers>;
  readonly Semantic: MethodsOf<SemanticHandlers>;
  readonly Sessions: MethodsOf<SessionsHandlers>;
  readonly Signals: MethodsOf<SignalsHandlers>;
  readonly State: MethodsOf<StateHandlers>;
  readonly Tasks: MethodsOf<TasksHandlers>;
  readonly Transact: MethodsOf<TransactHandlers>;
  readonly Upstreams: MethodsOf<UpstreamsHandlers>;
  readonly Vault: MethodsOf<VaultHandlers>;
  readonly Watch: MethodsOf<WatchHandlers>;
  readonly Working: MethodsOf<WorkingHandlers>;
}

const READS: Rule = { role: 'reader', over: 'agents' };
const ACTS: Rule = { role: 'agent', over: 'agents' };
/** Sets what an agent is bound by: no agent does that for itself. */
const BINDS: Rule = { role: 'operator', over: 'agents', is_attributed: true };
/** Stops an agent: it may do that itself, so that who did is worth knowing. */
const STOPS: Rule = { role: 'agent', over: 'agents', is_attributed: true };
const ANYONE: Rule = { role: 'reader', over: 'nobody' };
const SEES_ALL: Rule = { role: 'reader', over: 'daemon' };
const OPERATES: Rule = { role: 'operator', over: 'daemon' };
const RULES: Rule = { role: 'admin', over: 'daemon' };

export const ACCESS: AccessTable = {
  Admin: {
    Ping: ANYONE,
    GetServerInfo: ANYONE,
    Backup: OPERATES,
    Verify: OPERATES,
    Stats: OPERATES,
    CompactJournal: RULES,
    SetLogLevel: OPERATES,
    CreateToken: RULES,
    RevokeToken: RULES,
    ListTokens: RULES,
  },
  Audit: {
    RecordAction: ACTS,
    ReplayActions: READS,
    SumPnl: READS,
    VerifyJournal: OPERATES,
    // A revision, a hash and a signature, which are meant to be shown around.
    GetCheckpoint: ANYONE,
    // The hashes of every agent's entries, which for small payloads tell what they are.
    ExportProof: SEES_ALL,
  },
  Cache: { CacheGet: READS, CacheSet: ACTS, CacheDelete: ACTS, CacheStats: SEES_ALL },
  Conversations: {
    PutConversation: ACTS,
    AppendTurn: ACTS,
    GetMessages: READS,
    CompactConversation: ACTS,
    GetSummaryTask: READS,
    SubmitSummary: ACTS,
    GetConversation: READS,
    ListConversations: READS,
    ListTurns: READS,
    SearchTurns: READS,
    DeleteConversation: ACTS,
  },
  Episodic: {
    RecordEpisodes: ACTS,
    IngestEpisodes: ACTS,
    AttachOutcome: ACTS,
    GetEpisode: READS,
    ListEpisodes: READS,
    SummarizeEpisodes: READS,
    SetRetention: BINDS,
  },
  Knowledge: {
    PutCollection: ACTS,
    GetCollection: READS,
    ListCollections: READS,
    DeleteCollection: ACTS,
    PutRecord: ACTS,
    GetRecord: READS,
    QueryRecords: READS,
    DeleteRecord: ACTS,
    AggregateRecords: READS,
  },
  Ledger: {
    PostTransaction: ACTS,
    GetTransaction: READS,
    ListTransactions: READS,
    GetBalances: READS,
    BalanceAsOf: READS,
    Reconcile: READS,
    SnapshotPortfolio: ACTS,
    ListSnapshots: READS,
    // must_not_go_negative and the precision of assets bind the agent.
    ConfigureAccount: BINDS,
    RegisterAsset: BINDS,
    PlaceHold: ACTS,
    PostHold: ACTS,
    ReleaseHold: ACTS,
    ListHolds: READS,
  },
  Limits: {
    AcquireTokens: ACTS,
    ListBuckets: SEES_ALL,
    AddToCounter: ACTS,
    ResetCounter: BINDS,
    GetCounter: READS,
    ListCounters: READS,
  },
  Mirror: { MirrorStatus: OPERATES, RebuildMirror: OPERATES },
  Operations: {
    BeginOperation: ACTS,
    CompleteOperation: ACTS,
    FailOperation: ACTS,
    ResolveOperation: ACTS,
    ExtendLease: ACTS,
    GetOperation: READS,
    ListOperations: READS,
    TakeOver: ACTS,
    Resume: READS,
  },
  Procedural: {
    PutPromptTemplate: ACTS,
    SetPromptLabel: ACTS,
    DeletePromptLabel: ACTS,
    GetPromptTemplate: READS,
    ListPromptTemplates: READS,
    ListPromptVersions: READS,
    RenderPrompt: READS,
    PutGuard: BINDS,
    DeleteGuard: BINDS,
    ListGuards: READS,
    EvaluateGuards: READS,
  },
  Semantic: {
    StoreMemory: ACTS,
    StoreMemories: ACTS,
    SupersedeMemory: ACTS,
    ForgetMemory: ACTS,
    PinMemory: ACTS,
    AttachVectors: ACTS,
    RecallMemories: READS,
    GetMemory: READS,
    ListMemories: READS,
    PutNamespace: ACTS,
    ListNamespaces: READS,
    ListGenerations: ANYONE,
    Reindex: OPERATES,
  },
  Sessions: {
    OpenSession: ACTS,
    Heartbeat: ACTS,
    RecordTrade: ACTS,
    GetTrade: READS,
    ListTrades: READS,
    // Guards and REDUCING judge by positions: an agent moves them by its trades alone.
    SetPosition: BINDS,
    MarkPosition: ACTS,
    ClearPosition: BINDS,
    GetPosition: READS,
    ListPositions: READS,
    // An agent may always stop itself; going on after a stop is not its own decision.
    PauseSession: STOPS,
    HaltSession: STOPS,
    ResumeSession: BINDS,
    ResetHalt: BINDS,
    CloseSession: STOPS,
    GetSession: READS,
    ListSessions: READS,
    WatchSessions: READS,
  },
  Signals: {
    Publish: ACTS,
    Subscribe: READS,
    ListSignals: READS,
    PutConsumer: ACTS,
    DeleteConsumer: ACTS,
    ListConsumers: READS,
    Consume: ACTS,
    AckSignals: ACTS,
    NackSignals: ACTS,
    ListDeadLetters: READS,
    RedriveDeadLetters: ACTS,
    PutAlertRule: ACTS,
    DeleteAlertRule: ACTS,
    ListAlertRules: READS,
  },
  State: {
    PutState: ACTS,
    GetState: READS,
    PatchState: ACTS,
    DeleteState: ACTS,
    ListStates: READS,
    ListStateVersions: READS,
    SetStateRetention: BINDS,
    RegisterSchema: ACTS,
    ListSchemas: READS,
    DryRunMigration: READS,
    SetFields: ACTS,
    GetFields: READS,
    IncrementField: ACTS,
  },
  Tasks: {
    CreateTask: ACTS,
    AdvanceTask: ACTS,
    // Who asks for approval does not give it.
    ApproveStep: BINDS,
    GetTask: READS,
    ListTasks: READS,
  },
  Transact: { Transact: ACTS },
  Upstreams: {
    Fetch: ACTS,
    PutThrough: ACTS,
    Invalidate: ACTS,
    PortfolioSnapshot: ACTS,
    ListUpstreams: ANYONE,
  },
  Vault: {
    PutCredential: ACTS,
    // A read, but what it reads lets one act outside.
    GetCredential: ACTS,
    DeleteCredential: ACTS,
    ListCredentials: READS,
    RotateMasterKey: RULES,
  },
  Watch: { Watch: READS },
  Working: {
    PutSlot: ACTS,
    DeleteSlot: ACTS,
    GetSlot: READS,
    ListSlots: READS,
    BuildContext: READS,
    CountTokens: ANYONE,
  },
};

/** The rule of an RPC by its names. @throws Error when there is none. */
export function ruleOf(service: string, method: string): Rule {
  const rules = (ACCESS as unknown as Record<string, Record<string, Rule>>)[service];
  const rule = rules?.[method];
  if (rule === undefined) throw new Error(`no access rule for ${service}.${method}`);
  return rule;
}
