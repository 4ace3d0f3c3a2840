/**
 * What a mutation is to the rpc layer: a way to check its request into a command's arguments, and a way to shape the
 * command's result into its reply. The same two serve the unary RPC, Transact, and the mutations of an operation.
 */
import type { handleUnaryCall } from '@grpc/grpc-js';
import { HoldfastError } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Mutation__Output } from '../gen/holdfast/v1/Mutation.js';
import type { MutationResult } from '../gen/holdfast/v1/MutationResult.js';
import type { Fact } from '../tiers/derived.js';
import type { Commands } from '../tiers/index.js';
import type { MutationCall, MutationOutcome } from '../tiers/nested.js';
import type { Queries } from '../tiers/queries.js';
import type { Vault } from '../vault/vault.js';
import { pack, type Submission, unpack } from '../writer/transport.js';
import type { Committed } from '../writer/writer.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { principalOf } from './entrance.js';
import { unary, writeHeader } from './handle.js';

export type MutationName = Exclude<keyof Mutation__Output, 'mutation'>;
export type RequestOf<Name extends MutationName> = NonNullable<Mutation__Output[Name]>;
export type ResponseOf<Name extends MutationName> = NonNullable<MutationResult[Name]>;

/** Checks the mutations inside a request; `field` is the path of the list. */
export type NestedParser = (mutations: readonly Mutation__Output[], field: string) => MutationCall[];
/** Shapes the results of the mutations inside a request. */
export type NestedReplier = (
  outcomes: readonly MutationOutcome[],
  encoding: DocumentEncoding__Output,
) => MutationResult[];

export interface ParseContext {
  /** The checked agent that the mutation is for. */
  readonly agent_id: string;
  readonly parseMutations: NestedParser;
  /** Seals what must not go on in clear. */
  readonly vault: Pick<Vault, 'seal' | 'key_id'>;
}

export interface FactContext {
  readonly agent_id: string;
  /** The database as it is now; by the time of the command it may have changed. */
  readonly queries: Queries;
}

export interface ReplyContext {
  readonly encoding: DocumentEncoding__Output;
  readonly replyMutations: NestedReplier;
}

export interface MutationSpec<Name extends MutationName & keyof Commands> {
  /** agent_id may be "*". */
  readonly for_everyone?: true;
  /** Throws HoldfastError for anything that may not be; does no I/O. */
  parse(request: RequestOf<Name>, context: ParseContext): Commands[Name]['args'];
  /** What must be worked out of the checked arguments before the command is queued. */
  facts?(args: Commands[Name]['args'], context: FactContext): readonly Fact[];
  reply(result: Commands[Name]['result'], context: ReplyContext): Omit<ResponseOf<Name>, 'header'>;
}

export type MutationSpecs<Names extends MutationName & keyof Commands> = {
  readonly [Name in Names]: MutationSpec<Name>;
};

/** What all mutating requests begin with. */
export interface Preamble {
  readonly agent_id: string;
  readonly request_id: string;
  readonly epoch: string;
  readonly encoding?: DocumentEncoding__Output;
}

/** Makes the unary RPC of a mutation out of its spec. */
export type MutationRpc = <Name extends MutationName & keyof Commands>(
  name: Name,
) => handleUnaryCall<RequestOf<Name> & Preamble, ResponseOf<Name>>;

/** Checks the preamble and the request, and packs them for the writer. */
export function toSubmission<Args>(
  name: string,
  request: Preamble,
  parse: (agent_id: string) => Args,
  for_everyone = false,
): { readonly submission: Submission; readonly args: Args } {
  const agent_id = (for_everyone ? check.idOrEveryone : check.id)(request.agent_id, 'agent_id');
  const request_id = check.id(request.request_id, 'request_id');
  const epoch = check.counter(request.epoch, 'epoch');
  const args = parse(agent_id);
  return { submission: { name, agent_id, request_id, epoch, args: pack(args) }, args };
}

/** What was sealed just before the master key changed is sealed once more. */
export async function sealingAnew<T>(attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof HoldfastError && error.reason === 'MASTER_KEY_CHANGED')) throw error;
    return attempt();
  }
}

export function mutationRpc(
  ctx: RpcContext,
  specOf: <Name extends MutationName & keyof Commands>(name: Name) => MutationSpec<Name>,
  nested: {
    readonly nestedParser: (ctx: RpcContext, agent_id: string, allow_operations: boolean) => NestedParser;
    readonly replyMutations: NestedReplier;
    readonly submit: (
      ctx: RpcContext,
      submission: Submission,
      args: unknown,
      principal: string,
    ) => Promise<Committed>;
  },
): MutationRpc {
  return <Name extends MutationName & keyof Commands>(name: Name) => {
    const spec = specOf(name);
    return unary(ctx, async (request: RequestOf<Name> & Preamble, call): Promise<ResponseOf<Name>> => {
      const attempt = (): Promise<Committed> => {
        const { submission, args } = toSubmission(
          name,
          request,
          (agent_id) =>
            spec.parse(request, {
              agent_id,
              parseMutations: nested.nestedParser(ctx, agent_id, false),
              vault: ctx.vault,
            }),
          spec.for_everyone,
        );
        return nested.submit(ctx, submission, args, principalOf(call));
      };
      const committed = await sealingAnew(attempt);
      const result = unpack<Commands[Name]['result']>(committed.result);
      const encoding = request.encoding ?? 'DOCUMENT_ENCODING_UNSPECIFIED';
      const reply = spec.reply(result, { encoding, replyMutations: nested.replyMutations });
      return { ...reply, header: writeHeader(committed) } as ResponseOf<Name>;
    });
  };
}
