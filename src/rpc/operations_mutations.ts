/** The mutations of service Operations: their requests checked, their replies shaped. */
import { canonicalJson } from '../codec/canonical.js';
import { sha256 } from '../codec/digest.js';
import { unpackDocument } from '../codec/msgpack.js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { BeginOperationRequest__Output } from '../gen/holdfast/v1/BeginOperationRequest.js';
import type { CompleteOperationResponse } from '../gen/holdfast/v1/CompleteOperationResponse.js';
import type { HoldSettlement__Output } from '../gen/holdfast/v1/HoldSettlement.js';
import type { Mutation__Output } from '../gen/holdfast/v1/Mutation.js';
import type { OnCrash__Output } from '../gen/holdfast/v1/OnCrash.js';
import type { ResolveOperationRequest__Output } from '../gen/holdfast/v1/ResolveOperationRequest.js';
import type { GuardedSettledOperation } from '../tiers/composed_operations.js';
import { WORLD } from '../tiers/ledger/types.js';
import type {
  Happened,
  HoldTuple,
  OnCrash,
  OperationRisk,
  SettlementTuple,
} from '../tiers/operations/types.js';
import * as check from './check.js';
import { toGuardVerdict } from './guard_views.js';
import { parseRisk } from './guards_action.js';
import { accountName, assetName, notWorld, positiveAmount } from './ledger_mutations.js';
import type { MutationSpecs, NestedParser, ReplyContext } from './mutation.js';
import { toOperation } from './operations_views.js';

const MAX_KEY_CHARACTERS = 128;
const MAX_HOLDS = 16;
const MAX_MUTATIONS = 256;
const MAX_REASON_BYTES = 256;
const DEFAULT_LEASE_MS = 30_000;
const MIN_LEASE_MS = 1000;
const MAX_LEASE_MS = 24 * 3600 * 1000;

export const operationMutations: MutationSpecs<
  | 'begin_operation'
  | 'complete_operation'
  | 'fail_operation'
  | 'resolve_operation'
  | 'extend_lease'
  | 'take_over'
> = {
  begin_operation: {
    parse: (request, { agent_id }) => {
      const operation = check.name(request.operation, 'operation', MAX_KEY_CHARACTERS);
      const params = check.document(request.params, 'params');
      return {
        operation,
        params,
        key:
          request.key === ''
            ? defaultKey(agent_id, operation, params)
            : check.name(request.key, 'key', MAX_KEY_CHARACTERS),
        lease_ms: lease(request.lease) ?? DEFAULT_LEASE_MS,
        holds: holds(request.holds),
        on_crash: onCrash(request.on_crash),
        ...taskStep(request),
        ...riskOf(request.risk),
        ...(request.session_id !== '' && { session_id: check.id(request.session_id, 'session_id') }),
      };
    },
    reply: ({ outcome, operation, lease_token, denials, warnings = [] }, { encoding }) => ({
      outcome: `BEGIN_OUTCOME_${outcome}`,
      lease_token,
      denials: denials.map(({ rule, reason, message }) => ({ rule, reason, message })),
      warnings: warnings.map(toGuardVerdict),
      ...(operation === null ? {} : { operation: toOperation(operation, encoding) }),
    }),
  },

  complete_operation: {
    parse: (request, { parseMutations }) => ({
      key: operationKey(request.key),
      lease_token: check.id(request.lease_token, 'lease_token'),
      ...happened(request, parseMutations),
    }),
    reply: replySettled,
  },

  fail_operation: {
    parse: (request) => ({
      key: operationKey(request.key),
      lease_token: check.id(request.lease_token, 'lease_token'),
      reason: check.optionalDocument(request.reason, 'reason'),
    }),
    reply: ({ operation }, { encoding }) => ({ operation: toOperation(operation, encoding) }),
  },

  resolve_operation: {
    parse: (request, { parseMutations }) => ({
      key: operationKey(request.key),
      attempt: request.attempt,
      happened: resolution(request, parseMutations),
      evidence: check.document(request.evidence, 'evidence'),
    }),
    reply: replySettled,
  },

  extend_lease: {
    parse: (request) => ({
      key: operationKey(request.key),
      lease_token: check.id(request.lease_token, 'lease_token'),
      lease_ms: check.required(lease(request.lease), 'lease'),
    }),
    reply: ({ lease_expires_us }) => ({ lease_expires_at: usToTimestamp(lease_expires_us) }),
  },

  take_over: {
    parse: (request) => ({ reason: check.text(request.reason, 'reason', MAX_REASON_BYTES) }),
    reply: ({ epoch, fenced_operations }) => ({
      epoch: String(epoch),
      fenced_operations: String(fenced_operations),
    }),
  },
};

function replySettled(
  { operation, results, warnings = [] }: GuardedSettledOperation,
  { encoding, replyMutations }: ReplyContext,
): Pick<CompleteOperationResponse, 'operation' | 'results' | 'warnings'> {
  return {
    operation: toOperation(operation, encoding),
    results: replyMutations(results, encoding),
    warnings: warnings.map(toGuardVerdict),
  };
}

export function operationKey(value: string): string {
  return check.name(value, 'key', MAX_KEY_CHARACTERS);
}

/** SHA-256 (hex) over the RFC 8785 form: what two processes agree on without having talked. */
function defaultKey(agent_id: string, operation: string, params: Uint8Array): string {
  return sha256(canonicalJson({ agent: agent_id, operation, params: unpackDocument(params) })).toString(
    'hex',
  );
}

function lease(value: BeginOperationRequest__Output['lease']): number | null {
  return check.optionalDuration(value, 'lease', MIN_LEASE_MS, MAX_LEASE_MS);
}

function holds(values: BeginOperationRequest__Output['holds']): HoldTuple[] {
  return check
    .list(values, 'holds', 0, MAX_HOLDS)
    .map(({ account, asset, amount }, index) => [
      notWorld(accountName(account, `holds[${index}].account`), `holds[${index}].account`),
      assetName(asset, `holds[${index}].asset`),
      positiveAmount(amount, `holds[${index}].amount`),
    ]);
}

function onCrash(value: OnCrash__Output): OnCrash {
  if (value === 'ON_CRASH_RETRY') return 'RETRY';
  if (value === 'ON_CRASH_UNKNOWN' || value === 'ON_CRASH_UNSPECIFIED') return 'UNKNOWN';
  throw invalidField('on_crash', 'is not a value of the enum', { actual: String(value) });
}

/** Left out when nothing is told. */
function riskOf(value: BeginOperationRequest__Output['risk']): { risk?: OperationRisk } {
  return value === null || value === undefined ? {} : { risk: check.within('risk', () => parseRisk(value)) };
}

function taskStep({ task_id, step }: BeginOperationRequest__Output): { task_id: string; step: string } {
  if (task_id === '' && step === '') return { task_id, step };
  return { task_id: check.id(task_id, 'task_id'), step: check.id(step, 'step') };
}

function resolution(request: ResolveOperationRequest__Output, parseMutations: NestedParser): Happened | null {
  const { resolution: chosen, happened: outcome } = request;
  if (chosen === undefined) {
    throw new HoldfastError('FIELD_REQUIRED', 'resolution: happened or did_not_happen is required', {
      field: 'resolution',
    });
  }
  if (chosen === 'did_not_happen' || outcome === null || outcome === undefined) return null;
  const nested: NestedParser = (mutations, field) => parseMutations(mutations, `happened.${field}`);
  return happened(outcome, nested, 'happened.');
}

interface HappenedRequest {
  readonly result: BeginOperationRequest__Output['params'];
  readonly settlements: readonly HoldSettlement__Output[];
  readonly mutations: readonly Mutation__Output[];
}

function happened(request: HappenedRequest, parseMutations: NestedParser, place = ''): Happened {
  return {
    result: check.optionalDocument(request.result, `${place}result`),
    settlements: settlements(request.settlements, `${place}settlements`),
    mutations: parseMutations(
      check.list(request.mutations, `${place}mutations`, 0, MAX_MUTATIONS),
      'mutations',
    ),
  };
}

function settlements(values: readonly HoldSettlement__Output[], field: string): SettlementTuple[] {
  const seen = new Set<string>();
  return check.list(values, field, 0, MAX_HOLDS).map(({ hold_id, amount, to_account }, index) => {
    const at = `${field}[${index}]`;
    if (seen.has(check.id(hold_id, `${at}.hold_id`)))
      throw invalidField(`${at}.hold_id`, 'is settled twice here');
    seen.add(hold_id);
    return [
      hold_id,
      amount === '' ? null : positiveAmount(amount, `${at}.amount`),
      to_account === '' ? WORLD : accountName(to_account, `${at}.to_account`),
    ];
  });
}
