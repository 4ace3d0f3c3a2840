/** Signals, consumers and rules as replies show them. */
import { msToDuration, usToTimestamp } from '../codec/time.js';
import type { AlertRule } from '../gen/holdfast/v1/AlertRule.js';
import type { Consumer } from '../gen/holdfast/v1/Consumer.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Signal } from '../gen/holdfast/v1/Signal.js';
import { lastPositionOf, revisionOf } from '../journal/position.js';
import type { HeardSignal } from '../outbox/signals.js';
import { signalId, unpackSignal } from '../tiers/signals/publish.js';
import type { ConsumerView, RuleRow } from '../tiers/signals/types.js';
import { valueToDocument } from './documents.js';

export function toSignal(row: HeardSignal, encoding: DocumentEncoding__Output): Signal {
  const { payload, source } = unpackSignal(row.payload);
  return {
    signal_id: row.live_id ?? signalId(row.position),
    channel: row.channel,
    agent_id: row.agent_id,
    payload: valueToDocument(payload, encoding),
    confidence: row.confidence,
    source,
    durable: row.position > 0,
    published_at: usToTimestamp(row.time_us),
    revision: String(revisionOf(row.position)),
  };
}

export function toConsumer(view: ConsumerView): Consumer {
  const revision = revisionOf(view.cursor);
  // A place within a revision: not every signal of it was delivered.
  const is_whole = view.cursor === lastPositionOf(revision);
  return {
    name: view.name,
    patterns: JSON.parse(view.patterns) as string[],
    min_confidence: view.min_confidence,
    ack_timeout: msToDuration(view.ack_timeout_us / 1000),
    max_deliveries: view.max_deliveries,
    waiting: String(view.waiting),
    waiting_is_partial: view.is_partial,
    pending: String(view.pending),
    dead: String(view.dead),
    cursor_revision: String(is_whole ? revision : revision - 1),
    revision: String(revisionOf(view.changed_position)),
  };
}

export function toRule(row: RuleRow): AlertRule {
  const { name, kind, account, asset, amount } = row;
  return {
    name,
    ...(kind === 'balance_below'
      ? { balance_below: { account, asset, amount } }
      : { drawdown_near: { fraction_of_limit: amount } }),
    fired: row.fired === 1,
    revision: String(revisionOf(row.position)),
  };
}
