/** The mutations of service Signals: their requests checked, their replies shaped. */
import { parseAmount } from '../codec/amount.js';
import { readDocument } from '../codec/document.js';
import { DEFAULT_DOCUMENT_LIMITS, type DocumentLimits } from '../codec/limits.js';
import { packDocument } from '../codec/msgpack.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { AlertRule__Output } from '../gen/holdfast/v1/AlertRule.js';
import type { PublishRequest__Output } from '../gen/holdfast/v1/PublishRequest.js';
import { ALERT_SOURCE } from '../tiers/composed_reactions.js';
import { signalId, signalPosition } from '../tiers/signals/publish.js';
import { MAX_SIGNALS_AT_ONCE, type PublishArgs, type RuleArgs } from '../tiers/signals/types.js';
import * as check from './check.js';
import { accountName, assetName, fractionAmount } from './ledger_mutations.js';
import type { MutationSpecs } from './mutation.js';
import * as checks from './signals_checks.js';
import { toConsumer, toRule } from './signals_views.js';

const PAYLOAD_LIMITS: DocumentLimits = { ...DEFAULT_DOCUMENT_LIMITS, max_size_bytes: 65_536 };
const NO_PAYLOAD = packDocument({});
const MAX_SOURCE_BYTES = 128;
const HALF_A_DAY_MS = 12 * 3600 * 1000;
const DEFAULT_ACK_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_DELIVERIES = 5;

export const signalMutations: MutationSpecs<
  | 'publish'
  | 'put_consumer'
  | 'delete_consumer'
  | 'ack_signals'
  | 'nack_signals'
  | 'redrive_dead_letters'
  | 'put_alert_rule'
  | 'delete_alert_rule'
> = {
  publish: {
    parse: (request, { agent_id }) => {
      if (!request.durable) {
        throw invalidField(
          'durable',
          'what belongs to a transaction must be durable: the rest cannot be undone',
        );
      }
      return parsePublish(request, agent_id);
    },
    // Who listens now is not known to the transaction; Publish alone counts.
    reply: ({ position }) => ({ signal_id: signalId(position), subscribers: 0 }),
  },
  put_consumer: {
    parse: (request, { agent_id }) => ({
      name: consumerName(request.name),
      patterns: checks.patterns(request.patterns, agent_id),
      min_confidence: checks.confidence(request.min_confidence, 'min_confidence'),
      ack_timeout_us:
        (check.optionalDuration(request.ack_timeout, 'ack_timeout', 1000, HALF_A_DAY_MS) ??
          DEFAULT_ACK_TIMEOUT_MS) * 1000,
      max_deliveries:
        check.integer(request.max_deliveries, 'max_deliveries', 0, 1000) || DEFAULT_MAX_DELIVERIES,
      from_revision:
        request.from_revision === undefined ? null : check.counter(request.from_revision, 'from_revision'),
    }),
    reply: ({ consumer, created }) => ({ consumer: toConsumer(consumer), created }),
  },
  delete_consumer: {
    parse: (request) => ({ name: consumerName(request.name) }),
    reply: () => ({}),
  },
  ack_signals: {
    parse: ({ name, signal_ids, request_id }) => ({
      ...settled(name, signal_ids),
      // Within a transaction, whose mutations have no request_id of their own.
      only_pending: request_id === '',
    }),
    reply: ({ acknowledged }) => ({ acknowledged }),
  },
  nack_signals: {
    parse: ({ name, signal_ids, delay }) => ({
      ...settled(name, signal_ids),
      delay_us: (check.optionalDuration(delay, 'delay', 0, HALF_A_DAY_MS) ?? 0) * 1000,
    }),
    reply: () => ({}),
  },
  redrive_dead_letters: {
    parse: ({ name, signal_ids }) => ({
      name: consumerName(name),
      positions: signalPositions(signal_ids, 0),
    }),
    reply: ({ redriven }) => ({ redriven }),
  },
  put_alert_rule: {
    parse: ({ rule }) => parseRule(check.required(rule, 'rule')),
    reply: ({ rule }) => ({ rule: toRule(rule) }),
  },
  delete_alert_rule: {
    parse: (request) => ({ name: check.id(request.name, 'name') }),
    reply: () => ({}),
  },
};

export function consumerName(name: string): string {
  return check.plainId(name, 'name');
}

/** A signal to be published, durable or not. */
export function parsePublish(request: PublishRequest__Output, agent_id: string): PublishArgs {
  return {
    channel: checks.channel(request.channel, 'channel'),
    payload: parsePayload(request),
    confidence: checks.confidence(request.confidence ?? 1, 'confidence'),
    source: parseSource(request.source, agent_id),
  };
}

function parsePayload({ payload }: PublishRequest__Output): Uint8Array {
  if (payload === null) return NO_PAYLOAD;
  const { json, msgpack, encoding } = payload;
  if (encoding === undefined) {
    throw new HoldfastError('FIELD_REQUIRED', 'payload: json or msgpack is required', { field: 'payload' });
  }
  const input = encoding === 'json' ? { json: json ?? '' } : { msgpack: msgpack ?? new Uint8Array() };
  return readDocument(input, 'payload', PAYLOAD_LIMITS).bytes;
}

/** Without one the agent's id, which is checked as well; also what only looks like the daemon's is refused. */
function parseSource(told: string, agent_id: string): string {
  const source = check.text(told, 'source', MAX_SOURCE_BYTES) || agent_id;
  if (source.normalize('NFKC').trim().toLowerCase() === ALERT_SOURCE)
    throw invalidField('source', `${ALERT_SOURCE} is the daemon's own, in whatever case: name another`);
  return source;
}

function settled(name: string, signal_ids: readonly string[]) {
  return { name: consumerName(name), positions: signalPositions(signal_ids, 1) };
}

function signalPositions(signal_ids: readonly string[], min: number): number[] {
  const seen = new Set<number>();
  for (const [index, signal_id] of check.list(signal_ids, 'signal_ids', min, MAX_SIGNALS_AT_ONCE).entries()) {
    const field = `signal_ids[${index}]`;
    const position = signalPosition(check.id(signal_id, field));
    if (position === undefined) {
      throw new HoldfastError('NOT_FOUND', `${field}: ${signal_id} is no durable signal`, { field });
    }
    if (seen.has(position)) throw invalidField(field, `${signal_id} is there twice`);
    seen.add(position);
  }
  return [...seen];
}

function parseRule(rule: AlertRule__Output): RuleArgs {
  return check.within('rule', (): RuleArgs => {
    const name = check.plainId(rule.name, 'name');
    if (rule.rule === 'balance_below' && rule.balance_below) {
      const { account, asset, amount } = rule.balance_below;
      return check.within('balance_below', () => ({
        name,
        kind: 'balance_below' as const,
        account: accountName(account, 'account'),
        asset: assetName(asset, 'asset'),
        amount: parseAmount(check.required(amount, 'amount'), 'amount'),
      }));
    }
    if (rule.rule === 'drawdown_near' && rule.drawdown_near) {
      const { fraction_of_limit } = rule.drawdown_near;
      const amount = check.within('drawdown_near', () =>
        fractionAmount(fraction_of_limit, 'fraction_of_limit'),
      );
      return { name, kind: 'drawdown_near', account: '', asset: '', amount };
    }
    throw new HoldfastError('FIELD_REQUIRED', 'balance_below or drawdown_near is required', {
      field: 'balance_below',
    });
  });
}
