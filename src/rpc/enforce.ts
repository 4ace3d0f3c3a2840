/**
 * Who may do what is decided here and nowhere else: every handler is wrapped when its service is registered, and no handler
 * runs before the table (access_table.ts) and the request's agents (access_named.ts) allow it. A refusal says the same
 * whether what was asked for exists or not, for nothing was looked up.
 */
import { constants, type ServerHttp2Stream } from 'node:http2';
import type {
  handleUnaryCall,
  ServerDuplexStream,
  ServerWritableStream,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { isAtLeast } from '../access/roles.js';
import { HoldfastError } from '../errors.js';
import { namedBy } from './access_named.js';
import { type Rule, ruleOf } from './access_table.js';
import type { RpcContext } from './context.js';
import { type Caller, callerOf, streamOf } from './entrance.js';
import { toServiceError } from './errors.js';
import { serviceDefinition, Undecodable } from './proto.js';
import { endWithError } from './streams.js';
import { unauthenticated } from './trailers.js';

type Unary = handleUnaryCall<object, object>;
type Streaming = ServerWritableStream<object, object>;

/** A stream that is ended by us has this long to take its status. */
const END_MS = 500;
/** A reply that waits with more than this is watched until it is taken. */
const BIG_REPLY_BYTES = 32 * 1024;
const AGENT_ID = /^(?:\*|[A-Za-z0-9][A-Za-z0-9._:-]{0,63})$/;

/** The handlers of a service, each behind the check. */
export function enforced(
  ctx: RpcContext,
  service: string,
  handlers: UntypedServiceImplementation,
): UntypedServiceImplementation {
  const wrapped = Object.entries(serviceDefinition(service)).map(([method, definition]) => {
    const handler = handlers[method];
    if (handler === undefined) throw new Error(`no handler for ${service}.${method}`);
    const check = new Check(ctx, service, method);
    if (!definition.responseStream) return [method, check.unary(handler as Unary)] as const;
    return [method, check.streaming(handler as (call: Streaming) => void, definition.requestStream)] as const;
  });
  return Object.fromEntries(wrapped) as UntypedServiceImplementation;
}

class Check {
  readonly #ctx: RpcContext;
  readonly #rule: Rule;
  readonly #method: string;
  readonly #named: ReturnType<typeof namedBy>;

  constructor(ctx: RpcContext, service: string, method: string) {
    this.#ctx = ctx;
    this.#rule = ruleOf(service, method);
    this.#method = `holdfast.v1.${service}/${method}`;
    this.#named = namedBy(service, method);
  }

  unary(handler: Unary): Unary {
    const { calls } = this.#ctx.connections;
    return (call, callback) => {
      const stream = streamOf(call);
      const refusal = this.#refusal(callerOf(stream), call.request);
      if (refusal !== undefined) {
        callback(toServiceError(refusal));
        return;
      }
      handler(call, (...reply) => {
        // An answer that was waited for is not for somebody who has been shown the door in between.
        if (this.#isGone(stream)) callback(toServiceError(unauthenticated('TOKEN_INVALID')));
        else callback(...reply);
        if (stream !== undefined) calls.answered(stream);
        if (stream !== undefined && stream.writableLength > BIG_REPLY_BYTES)
          cutUnread(stream, this.#ctx.config.slow_consumer_ms);
      });
    };
  }

  streaming(handler: (call: Streaming) => void, has_request_stream: boolean): (call: Streaming) => void {
    return (call) => {
      const caller = callerOf(streamOf(call));
      const refusal = has_request_stream ? this.#roleRefusal(caller) : this.#refusal(caller, call.request);
      if (refusal !== undefined || caller === undefined) {
        call.emit('error', toServiceError(refusal ?? unauthenticated('TOKEN_REQUIRED')));
        return;
      }
      const leave = this.#count(caller, call);
      if (leave === undefined) return;
      const end = (error: HoldfastError): void => endWithError(call, toServiceError(error), END_MS);
      const forget = this.#ctx.access.tokens.onEnd(caller.principal, () =>
        end(unauthenticated('TOKEN_INVALID')),
      );
      call.once('close', () => {
        forget();
        leave();
      });
      if (has_request_stream) this.#checkMessages(caller, call, end);
      handler(call);
    };
  }

  /** Each message on its own, before the handler sees it; after the first refusal it sees none. */
  #checkMessages(caller: Caller, call: Streaming, end: (error: HoldfastError) => void): void {
    // grpc-js hands a duplex its messages so.
    const duplex = call as unknown as Pick<ServerDuplexStream<object, object>, 'push'>;
    const push = duplex.push.bind(call);
    let is_over = false;
    duplex.push = (message: object | null) => {
      if (is_over) return false;
      const refusal = message === null ? undefined : this.#refusal(caller, message);
      if (refusal === undefined) return push(message);
      is_over = true;
      end(refusal);
      return false;
    };
  }

  #refusal(caller: Caller | undefined, request: object): HoldfastError | undefined {
    const refusal = this.#roleRefusal(caller);
    if (refusal !== undefined || caller === undefined) return refusal;
    const { principal } = caller;
    const { allowances } = this.#ctx.access;
    // What could not be decoded names nobody; its handler refuses it.
    if (request instanceof Undecodable) return allowances.takeUnreadable(principal);
    let problem: string | undefined;
    let denied_for = '';
    let called_for = '';
    let named = 0;
    this.#named(request, (rule, agent_id) => {
      named += 1;
      if (called_for === '') called_for = agent_id;
      if (problem !== undefined) return;
      denied_for = agent_id;
      if (!isAtLeast(principal.role, rule.role)) problem = tooWeak(rule);
      else if (rule.over === 'agents' && !principal.agents.allows(agent_id))
        problem = 'this credential may not act for this agent';
    });
    if (problem !== undefined) return this.#deny(caller, problem, denied_for);
    // A Transact counts for what it holds.
    return allowances.take(principal, called_for, Math.max(named - 1, 1));
  }

  #roleRefusal(caller: Caller | undefined): HoldfastError | undefined {
    if (caller === undefined) return unauthenticated('TOKEN_REQUIRED');
    const { principal } = caller;
    // It may have been revoked since the call began.
    if (!this.#ctx.access.tokens.isValid(principal)) return unauthenticated('TOKEN_INVALID');
    if (!isAtLeast(principal.role, this.#rule.role)) return this.#deny(caller, tooWeak(this.#rule), '');
    if (this.#rule.over === 'daemon' && !principal.agents.is_everyone)
      return this.#deny(caller, 'this needs a credential for every agent', '');
    return undefined;
  }

  #isGone(stream: ServerHttp2Stream | undefined): boolean {
    const caller = callerOf(stream);
    return caller !== undefined && !this.#ctx.access.tokens.isValid(caller.principal);
  }

  /** Counts for who calls, not for whom it names: nobody uses up what is another's by being refused. */
  #deny(caller: Caller, message: string, agent_id: string): HoldfastError {
    const limited = this.#ctx.access.allowances.take(caller.principal, '');
    this.#ctx.access.denials.record({
      principal: caller.principal.id,
      peer: caller.peer,
      method: this.#method,
      agent_id: AGENT_ID.test(agent_id) ? agent_id : '',
      reason: 'ACCESS_DENIED',
    });
    return limited ?? new HoldfastError('ACCESS_DENIED', message);
  }

  /** Counts an open stream of the agent; undefined when there are too many, and it has ended. */
  #count(caller: Caller, call: Streaming): (() => void) | undefined {
    const { streams } = this.#ctx.access;
    const { agent_id } = (call.request ?? {}) as { readonly agent_id?: string };
    const whose = agent_id || caller.principal.id;
    const limit = this.#ctx.config.max_streams_per_agent;
    const open = streams.get(whose) ?? 0;
    if (open >= limit) {
      const message = `${limit} streams of this agent are open already`;
      const metadata = { limit: String(limit) };
      call.emit(
        'error',
        toServiceError(new HoldfastError('TOO_MANY', message, { metadata, retry_after_ms: 1000 })),
      );
      return undefined;
    }
    streams.set(whose, open + 1);
    return () => {
      const left = (streams.get(whose) ?? 1) - 1;
      if (left === 0) streams.delete(whose);
      else streams.set(whose, left);
    };
  }
}

function tooWeak({ role }: Rule): string {
  return `this needs the role ${role}`;
}

/** A reply that nobody reads keeps its memory until its stream is reset. */
function cutUnread(stream: ServerHttp2Stream, patience_ms: number): void {
  const timer = setTimeout(() => {
    stream.close(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    stream.destroy();
  }, patience_ms);
  timer.unref();
  stream.once('close', () => clearTimeout(timer));
}
