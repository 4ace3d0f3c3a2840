/** The gRPC server: every service of the protos, standard health and reflection, on sockets of this machine only. */
import type { Socket } from 'node:net';
import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import type { PackageDefinition } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import { HealthImplementation } from 'grpc-health-check';
import type { ListenAddress } from '../config_listen.js';
import { adminService } from './admin.js';
import { auditService } from './audit.js';
import { cacheService } from './cache.js';
import type { RpcContext } from './context.js';
import { conversationsService } from './conversations.js';
import { enforced } from './enforce.js';
import { callerOf, guardStreams, newestHttp2Server } from './entrance.js';
import { episodicService } from './episodic.js';
import { Gate } from './gate.js';
import { knowledgeService } from './knowledge.js';
import { ledgerService } from './ledger.js';
import { limitsService } from './limits.js';
import { Listener } from './listener.js';
import { mirrorService } from './mirror.js';
import { mutationRpc } from './mutation.js';
import { nestedParser, replyMutations, specOf, submit } from './mutations.js';
import { operationsService } from './operations.js';
import { proceduralService } from './procedural.js';
import { checkedService, fileDescriptors } from './proto.js';
import { semanticService } from './semantic.js';
import { doorOf, isStreaming, limitHeaders } from './server_parts.js';
import { sessionsService } from './sessions.js';
import { signalsService } from './signals.js';
import { stateService } from './state.js';
import { tasksService } from './tasks.js';
import { Tls } from './tls.js';
import { transactService } from './transact.js';
import { unfolder } from './unfold.js';
import { upstreamsService } from './upstreams.js';
import { vaultService } from './vault.js';
import { watchService } from './watch.js';
import { workingService } from './working.js';

/** How long calls in progress may take to end when the server stops. */
const DRAIN_MS = 5000;

/** Trailers and pages are far below; beyond, a connection gets no more streams until it has read some. */
const MAX_SESSION_MEMORY_MB = 64;

export class RpcServer {
  readonly #ctx: RpcContext;
  readonly #server: Server;
  readonly #health: HealthImplementation;
  readonly #listeners: Listener[] = [];
  readonly #tls: Tls | undefined;
  /** The whole server, and each service. */
  readonly #health_names = [''];

  /** @throws HoldfastError INVALID_FIELD when the certificate cannot be read. */
  constructor(ctx: RpcContext) {
    const { config } = ctx;
    this.#ctx = ctx;
    this.#tls = config.tls_cert_file === '' ? undefined : new Tls(config, ctx.log);
    this.#server = new Server({
      'grpc.max_receive_message_length': config.max_message_bytes,
      'grpc.max_concurrent_streams': config.max_streams_per_connection,
      'grpc.keepalive_time_ms': 30_000,
      'grpc.keepalive_timeout_ms': 20_000,
      'grpc.max_connection_idle_ms': 24 * 3600 * 1000,
      'grpc-node.max_session_memory': MAX_SESSION_MEMORY_MB,
      interceptors: [
        ctx.connections.bodies.interceptor(
          (stream) => callerOf(stream)?.principal,
          unfolder(ctx.access.allowances),
        ),
      ],
    });
    const { tokens } = ctx.access;
    const { calls } = ctx.connections;
    calls.isWelcome = (stream) => {
      const caller = callerOf(stream);
      return caller === undefined || tokens.isValid(caller.principal);
    };
    ctx.connections.isValid = (principal) => tokens.isValid(principal);
    tokens.whenReplaced(() => {
      calls.endUnwelcome();
      ctx.connections.reconsider();
    });
    limitHeaders(this.#server, config.max_metadata_bytes);
    this.#health = new HealthImplementation({ '': 'SERVING' });
    for (const [name, service] of Object.entries(services(ctx))) {
      this.#server.addService(checkedService(name), enforced(ctx, name, service));
      this.#health_names.push(`holdfast.v1.${name}`);
    }
    for (const name of this.#health_names) this.#health.setStatus(name, 'SERVING');
    this.#health.addToServer(this.#server);
    addReflection(this.#server);
  }

  /** Listens on one more address; returns what a client connects to. @throws as Listener.open. */
  async listen(wanted: ListenAddress): Promise<string> {
    const { config, access, connections, log } = this.#ctx;
    const injector = this.#server.createConnectionInjector(ServerCredentials.createInsecure());
    const http2_server = newestHttp2Server(this.#server);
    // A session begins while its connection is handed over.
    let handed_over: { readonly accepted: Socket; readonly transport: Socket } | undefined;
    let gate = new Gate(true, config.max_connections);
    connections.watch(http2_server, () => handed_over);
    const listener = await Listener.open({
      wanted,
      tls: this.#tls,
      onAccepted: (socket, open) => connections.accept(socket, gate, open),
      onConnection: (transport, accepted) => {
        handed_over = { accepted, transport };
        injector.injectConnection(transport);
        handed_over = undefined;
      },
    });
    this.#listeners.push(listener);
    const door = doorOf(wanted, listener, config.require_token);
    gate = new Gate(door.resident === null, config.max_connections);
    const parts = { tokens: access.tokens, denials: access.denials, connections };
    guardStreams(http2_server, door, parts, isStreaming);
    const resident = door.resident === null ? 'with a token' : `as ${door.resident.role}`;
    log.info({ address: listener.address, resident, agents: door.resident?.agents.patterns }, 'listening');
    return listener.address;
  }

  /** Reads the certificate again. */
  reload(): void {
    this.#tls?.reload();
  }

  /** Takes no new calls, lets those in progress end for `drain_ms`, then closes the rest. */
  async close(drain_ms = DRAIN_MS): Promise<void> {
    for (const name of this.#health_names) this.#health.setStatus(name, 'NOT_SERVING');
    for (const listener of this.#listeners) listener.close();
    this.#ctx.connections.letNobodyIn();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.#server.forceShutdown();
        resolve();
      }, drain_ms);
      this.#server.tryShutdown(() => {
        clearTimeout(timer);
        resolve();
      });
    });
    this.#tls?.close();
    this.#ctx.connections.close();
  }
}

function services(ctx: RpcContext): Record<string, UntypedServiceImplementation> {
  const mutation = mutationRpc(ctx, specOf, { nestedParser, replyMutations, submit });
  return {
    State: stateService(ctx, mutation) as UntypedServiceImplementation,
    Ledger: ledgerService(ctx, mutation) as UntypedServiceImplementation,
    Operations: operationsService(ctx, mutation) as UntypedServiceImplementation,
    Tasks: tasksService(ctx, mutation) as UntypedServiceImplementation,
    Conversations: conversationsService(ctx, mutation) as UntypedServiceImplementation,
    Semantic: semanticService(ctx, mutation) as UntypedServiceImplementation,
    Episodic: episodicService(ctx, mutation) as UntypedServiceImplementation,
    Procedural: proceduralService(ctx, mutation) as UntypedServiceImplementation,
    Working: workingService(ctx, mutation) as UntypedServiceImplementation,
    Knowledge: knowledgeService(ctx, mutation) as UntypedServiceImplementation,
    Sessions: sessionsService(ctx, mutation) as UntypedServiceImplementation,
    Signals: signalsService(ctx, mutation) as unknown as UntypedServiceImplementation,
    Cache: cacheService(ctx) as UntypedServiceImplementation,
    Upstreams: upstreamsService(ctx) as UntypedServiceImplementation,
    Vault: vaultService(ctx, mutation) as UntypedServiceImplementation,
    Limits: limitsService(ctx, mutation) as UntypedServiceImplementation,
    Audit: auditService(ctx, mutation) as UntypedServiceImplementation,
    Mirror: mirrorService(ctx) as UntypedServiceImplementation,
    Transact: transactService(ctx),
    Watch: watchService(ctx),
    Admin: adminService(ctx),
  };
}

/**
 * @grpc/reflection 1.0.4 breaks its clients once a message holds a map field when given a package definition; raw
 * descriptors work.
 */
function addReflection(server: Server): void {
  const reflection = new ReflectionService({
    all: { fileDescriptorProtos: fileDescriptors() },
  } as unknown as PackageDefinition);
  reflection.addToServer(server);
}
