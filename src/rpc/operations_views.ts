/** Operations and tasks as the wire shows them. */
import { unpackDocument } from '../codec/msgpack.js';
import { usToTimestamp } from '../codec/time.js';
import type { DocObject } from '../codec/value.js';
import type { Document } from '../gen/holdfast/v1/Document.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Operation } from '../gen/holdfast/v1/Operation.js';
import type { OperationView } from '../tiers/operations/types.js';
import { valueToDocument } from './documents.js';

export function toOperation(view: OperationView, encoding: DocumentEncoding__Output): Operation {
  const begun = unpackDocument(view.begun) as DocObject;
  return {
    key: view.key,
    operation: view.operation,
    params: valueToDocument(begun.params ?? null, encoding),
    status: `OPERATION_STATUS_${view.status}`,
    client_order_id: String(begun.client_order_id),
    attempt: view.attempt,
    lease_expires_at: usToTimestamp(view.lease_expires_us),
    on_crash: `ON_CRASH_${view.on_crash}`,
    epoch: String(view.epoch),
    hold_ids: [...view.hold_ids],
    task_id: view.task_id,
    step: view.step,
    begun_at: usToTimestamp(view.begun_us),
    updated_at: usToTimestamp(view.updated_us),
    revision: String(view.revision),
    ...outcomeOf(view, encoding),
  };
}

/** Absent stays absent: an operation may complete without a result, and a result may be null, 0 or empty. */
function outcomeOf(
  view: OperationView,
  encoding: DocumentEncoding__Output,
): { result?: Document; evidence?: Document } {
  if (view.outcome === null) return {};
  const { result, evidence } = unpackDocument(view.outcome) as DocObject;
  return {
    ...(result === undefined ? {} : { result: valueToDocument(result, encoding) }),
    ...(evidence === undefined ? {} : { evidence: valueToDocument(evidence, encoding) }),
  };
}
