/** The registry of mutations: every member of the proto's Mutation, exhaustively typed. */

import { HoldfastError } from '../errors.js';
import type { Mutation__Output } from '../gen/holdfast/v1/Mutation.js';
import type { Fact } from '../tiers/derived.js';
import type { Commands } from '../tiers/index.js';
import { type MutationCall, mutationsIn } from '../tiers/nested.js';
import type { Submission } from '../writer/transport.js';
import type { Committed } from '../writer/writer.js';
import { ATTRIBUTED_MUTATIONS } from './access_named.js';
import { auditMutations } from './audit_mutations.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { conversationMutations } from './conversations_mutations.js';
import { derive } from './derive.js';
import { episodicMutations } from './episodic_mutations.js';
import { guardMutations } from './guards_mutations.js';
import { knowledgeMutations } from './knowledge_mutations.js';
import { ledgerMutations } from './ledger_mutations.js';
import { limitMutations } from './limits_mutations.js';
import type { MutationName, MutationSpec, MutationSpecs, NestedParser, NestedReplier } from './mutation.js';
import { operationMutations } from './operations_mutations.js';
import { proceduralMutations } from './procedural_mutations.js';
import { semanticMutations } from './semantic_mutations.js';
import { sessionMutations } from './sessions_mutations.js';
import { signalMutations } from './signals_mutations.js';
import { stateMutations } from './state_mutations.js';
import { taskMutations } from './tasks_mutations.js';
import { vaultMutations } from './vault_mutations.js';
import { workingMutations } from './working_mutations.js';

type Known = MutationName & keyof Commands;

const SPECS: MutationSpecs<Known> = {
  ...stateMutations,
  ...ledgerMutations,
  ...operationMutations,
  ...taskMutations,
  ...episodicMutations,
  ...proceduralMutations,
  ...workingMutations,
  ...knowledgeMutations,
  ...conversationMutations,
  ...semanticMutations,
  ...sessionMutations,
  ...guardMutations,
  ...signalMutations,
  ...vaultMutations,
  ...limitMutations,
  ...auditMutations,
};

export function specOf<Name extends Known>(name: Name): MutationSpec<Name> {
  return SPECS[name] as MutationSpec<Name>;
}

/** Mutations that may not stand inside another one's list: they carry lists themselves, or begin what they would end. */
const TOP_LEVEL_ONLY: ReadonlySet<string> = new Set([
  'begin_operation',
  'complete_operation',
  'resolve_operation',
]);

/** Checks the mutations of a Transact (`allow_operations`) or of an operation's outcome. */
export function nestedParser(ctx: RpcContext, agent_id: string, allow_operations: boolean): NestedParser {
  return (mutations, field) =>
    mutations.map((mutation, index): MutationCall => {
      const at = `${field}[${index}]`;
      const name = mutation.mutation as Known | undefined;
      if (name === undefined)
        throw new HoldfastError('FIELD_REQUIRED', `${at} holds no mutation`, { field: at });
      if (!allow_operations && TOP_LEVEL_ONLY.has(name)) {
        throw new HoldfastError('INVALID_FIELD', `${at}: ${name} is not allowed here`, { field: at });
      }
      return check.within(`${at}.${name}`, () => parseNested(ctx, name, mutation, agent_id));
    });
}

function parseNested(
  ctx: RpcContext,
  name: Known,
  mutation: Mutation__Output,
  outer_agent_id: string,
): MutationCall {
  const request = check.required(mutation[name], 'mutation');
  const spec = specOf(name) as MutationSpec<never>;
  const checkAgent = spec.for_everyone ? check.idOrEveryone : check.id;
  const agent_id = request.agent_id === '' ? outer_agent_id : checkAgent(request.agent_id, 'agent_id');
  if (request.request_id !== '') throw notHere('request_id');
  if (request.epoch !== '0') throw notHere('epoch');
  const args: unknown = spec.parse(request as never, {
    agent_id,
    parseMutations: nestedParser(ctx, agent_id, false),
    vault: ctx.vault,
  });
  return { name, agent_id, args };
}

function notHere(field: string): HoldfastError {
  return new HoldfastError('INVALID_FIELD', `${field}: the outer request's counts; leave it out`, { field });
}

export const replyMutations: NestedReplier = (outcomes, encoding) =>
  outcomes.map(({ name, result }) => {
    const spec = specOf(name as Known) as MutationSpec<never>;
    return { [name]: spec.reply(result as never, { encoding, replyMutations }) };
  });

/**
 * Queues a command once what it and the mutations inside it need has been worked out.
 * @param principal whose credential the request came with. It goes on only where the journal says so.
 */
export async function submit(
  ctx: RpcContext,
  asked: Submission,
  args: unknown,
  principal: string,
): Promise<Committed> {
  const { name, agent_id } = asked;
  const all = [{ name, agent_id, args }, ...mutationsIn(args)];
  const submission = all.some((call) => ATTRIBUTED_MUTATIONS.has(call.name))
    ? { ...asked, principal }
    : asked;
  const calls = all.filter(needsFacts);
  if (calls.length > 0) await ctx.embedding.ready();
  const facts = factsOf(ctx, calls);
  // Without an await on the way of those that need nothing: they keep the order in which they arrived.
  if (facts.length === 0) return ctx.writer.submit(submission);
  const derived = await derive(ctx, facts, mutationsIn(args).length > 0);
  return ctx.writer.submit({ ...submission, derived });
}

/** Names of mutations for which something is worked out before they are queued. */
export const DERIVING_MUTATIONS: ReadonlySet<string> = new Set(
  Object.entries(SPECS).flatMap(([name, { facts }]) => (facts === undefined ? [] : [name])),
);

/** Transact is a command, not a mutation, so the table may not know the name. */
function factSpec({ name }: MutationCall): MutationSpec<never>['facts'] {
  return (SPECS[name as Known] as MutationSpec<never> | undefined)?.facts;
}

const needsFacts = (call: MutationCall): boolean => factSpec(call) !== undefined;

function factsOf(ctx: RpcContext, calls: readonly MutationCall[]): readonly Fact[] {
  if (calls.length === 0) return [];
  return ctx.reads.snapshot(0, (queries) =>
    calls.flatMap((call) => {
      const { agent_id, args } = call;
      return factSpec(call)?.(args as never, { agent_id, queries }) ?? [];
    }),
  );
}
