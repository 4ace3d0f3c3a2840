/** The services as objects of typed methods, made from the contract: nothing here is written per RPC. */
import type { MethodDefinition } from '@grpc/proto-loader';
import type { Caller, CallOptions } from './caller.js';
import type { AdminDefinition } from './gen/holdfast/v1/Admin.js';
import type { AuditDefinition } from './gen/holdfast/v1/Audit.js';
import type { CacheDefinition } from './gen/holdfast/v1/Cache.js';
import type { ConversationsDefinition } from './gen/holdfast/v1/Conversations.js';
import type { EpisodicDefinition } from './gen/holdfast/v1/Episodic.js';
import type { KnowledgeDefinition } from './gen/holdfast/v1/Knowledge.js';
import type { LedgerDefinition } from './gen/holdfast/v1/Ledger.js';
import type { LimitsDefinition } from './gen/holdfast/v1/Limits.js';
import type { MirrorDefinition } from './gen/holdfast/v1/Mirror.js';
import type { OperationsDefinition } from './gen/holdfast/v1/Operations.js';
import type { ProceduralDefinition } from './gen/holdfast/v1/Procedural.js';
import type { SemanticDefinition } from './gen/holdfast/v1/Semantic.js';
import type { SessionsDefinition } from './gen/holdfast/v1/Sessions.js';
import type { SignalsDefinition } from './gen/holdfast/v1/Signals.js';
import type { StateDefinition } from './gen/holdfast/v1/State.js';
import type { TasksDefinition } from './gen/holdfast/v1/Tasks.js';
import type { TransactDefinition } from './gen/holdfast/v1/Transact.js';
import type { UpstreamsDefinition } from './gen/holdfast/v1/Upstreams.js';
import type { VaultDefinition } from './gen/holdfast/v1/Vault.js';
import type { WorkingDefinition } from './gen/holdfast/v1/Working.js';
import { methodsOf } from './protos.js';

export type Unary<Request, Response> = (request: Request, options?: CallOptions) => Promise<Response>;
/** Yields messages: progress whose last one has `done` set, or a feed without an end. No deadline unless one is given. */
export type Progress<Request, Response> = (
  request: Request,
  options?: CallOptions,
) => AsyncGenerator<Response, void, undefined>;

type ServerStreaming =
  | 'Backup'
  | 'Verify'
  | 'Reindex'
  | 'VerifyJournal'
  | 'ReplayActions'
  | 'ExportProof'
  | 'RotateMasterKey'
  | 'Subscribe'
  | 'Consume'
  | 'WatchSessions';
/** Have forms of their own: Holdfast.watch and Holdfast.ingestEpisodes. */
type Special = 'Watch' | 'IngestEpisodes';

type MethodOf<Name, Definition> =
  Definition extends MethodDefinition<infer Request, infer _Response, infer _Read, infer Response>
    ? Name extends ServerStreaming
      ? Progress<Request, Response>
      : Unary<Request, Response>
    : never;

/**
 * A service: PutState becomes putState(request, options?). In the request agent_id, request_id and epoch may be left
 * out; the client fills them in.
 */
export type Service<Definition> = {
  readonly [Name in keyof Definition as string extends Name
    ? never
    : Name extends Special
      ? never
      : Name extends string
        ? Uncapitalize<Name>
        : never]: MethodOf<Name, Definition[Name]>;
};

export interface Services {
  readonly state: Service<StateDefinition>;
  readonly ledger: Service<LedgerDefinition>;
  readonly operations: Service<OperationsDefinition>;
  readonly tasks: Service<TasksDefinition>;
  readonly episodic: Service<EpisodicDefinition>;
  readonly semantic: Service<SemanticDefinition>;
  readonly working: Service<WorkingDefinition>;
  readonly procedural: Service<ProceduralDefinition>;
  readonly conversations: Service<ConversationsDefinition>;
  readonly knowledge: Service<KnowledgeDefinition>;
  readonly audit: Service<AuditDefinition>;
  readonly cache: Service<CacheDefinition>;
  readonly limits: Service<LimitsDefinition>;
  readonly mirror: Service<MirrorDefinition>;
  readonly sessions: Service<SessionsDefinition>;
  readonly signals: Service<SignalsDefinition>;
  readonly upstreams: Service<UpstreamsDefinition>;
  readonly vault: Service<VaultDefinition>;
  readonly transactions: Service<TransactDefinition>;
  readonly admin: Service<AdminDefinition>;
}

function service(caller: Caller, name: string): object {
  const methods: Record<string, unknown> = {};
  for (const [rpc, method] of methodsOf(name)) {
    const { requestStream, responseStream } = method.definition;
    if (requestStream) continue;
    methods[rpc.charAt(0).toLowerCase() + rpc.slice(1)] = responseStream
      ? (request: object, options?: CallOptions) => caller.serverStream(method, request, options)
      : (request: object, options?: CallOptions) => caller.unary(method, request, options);
  }
  return methods;
}

const NAMES: Readonly<Record<keyof Services, string>> = {
  state: 'State',
  ledger: 'Ledger',
  operations: 'Operations',
  tasks: 'Tasks',
  episodic: 'Episodic',
  semantic: 'Semantic',
  working: 'Working',
  procedural: 'Procedural',
  conversations: 'Conversations',
  knowledge: 'Knowledge',
  audit: 'Audit',
  cache: 'Cache',
  limits: 'Limits',
  mirror: 'Mirror',
  sessions: 'Sessions',
  signals: 'Signals',
  upstreams: 'Upstreams',
  vault: 'Vault',
  transactions: 'Transact',
  admin: 'Admin',
};

/** Each service is made at its first use. */
export function makeServices(caller: Caller): Services {
  const services = {};
  for (const [property, name] of Object.entries(NAMES)) {
    let made: object | undefined;
    const get = () => (made ??= service(caller, name));
    Object.defineProperty(services, property, { enumerable: true, get });
  }
  return services as Services;
}
