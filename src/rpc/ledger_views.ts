/** How the ledger's accounts, holds, transactions and snapshots look on the wire. */
import { unpackDocument } from '../codec/msgpack.js';
import { usToTimestamp } from '../codec/time.js';
import type { DocValue } from '../codec/value.js';
import type { Balance } from '../gen/holdfast/v1/Balance.js';
import type { Document } from '../gen/holdfast/v1/Document.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Hold } from '../gen/holdfast/v1/Hold.js';
import type { Snapshot } from '../gen/holdfast/v1/Snapshot.js';
import type { Transaction } from '../gen/holdfast/v1/Transaction.js';
import { revisionOf } from '../journal/position.js';
import { idAt } from '../tiers/command.js';
import type { PayloadRow } from '../tiers/ledger/queries.js';
import type { BalanceView, HoldView, SnapshotView } from '../tiers/ledger/types.js';
import { toDocument, valueToDocument } from './documents.js';

export function toBalance(view: BalanceView): Balance {
  return { ...view, revision: String(view.revision) };
}

export function toHold(view: HoldView): Hold {
  const { placed_us, expires_us, settled_amount, operation_key, status, revision, ...fields } = view;
  return {
    ...fields,
    settled_amount: settled_amount ?? '',
    operation_key: operation_key ?? '',
    status: `HOLD_STATUS_${status}`,
    placed_at: usToTimestamp(placed_us),
    ...(expires_us !== null && { expires_at: usToTimestamp(expires_us) }),
    revision: String(revision),
  };
}

/** The payload of 'ledger.posted', as tiers/ledger/transactions.ts packs it. */
interface TransactionPayload {
  readonly postings: { readonly account: string; readonly asset: string; readonly amount: string }[];
  readonly description: string;
  readonly reference: string;
  readonly metadata: DocValue;
  readonly hold_id: string;
}

export function toTransaction(row: PayloadRow, encoding: DocumentEncoding__Output): Transaction {
  const { metadata, ...fields } = unpackDocument(row.payload) as unknown as TransactionPayload;
  return {
    ...fields,
    transaction_id: idAt('tx', row.position),
    revision: String(revisionOf(row.position)),
    committed_at: usToTimestamp(row.time_us),
    ...presentDocument(metadata, encoding),
  };
}

/** A snapshot as its command answered it. */
export function toSnapshot(view: SnapshotView, encoding: DocumentEncoding__Output): Snapshot {
  return {
    snapshot_id: view.snapshot_id,
    revision: String(view.revision),
    taken_at: usToTimestamp(view.taken_us),
    label: view.label,
    balances: view.balances.map(toBalance),
    ...(view.metadata !== null && { metadata: toDocument(view.metadata, encoding) }),
  };
}

/** The payload of 'ledger.snapshot_taken', as tiers/ledger/commands.ts packs it. */
interface SnapshotPayload {
  readonly label: string;
  readonly balances: BalanceView[];
  readonly metadata: DocValue;
}

/** A snapshot as it is stored. */
export function storedSnapshot(row: PayloadRow, encoding: DocumentEncoding__Output): Snapshot {
  const { label, balances, metadata } = unpackDocument(row.payload) as unknown as SnapshotPayload;
  return {
    snapshot_id: idAt('snapshot', row.position),
    revision: String(revisionOf(row.position)),
    taken_at: usToTimestamp(row.time_us),
    label,
    balances: balances.map(toBalance),
    ...presentDocument(metadata, encoding),
  };
}

function presentDocument(metadata: DocValue, encoding: DocumentEncoding__Output): { metadata?: Document } {
  return metadata === null ? {} : { metadata: valueToDocument(metadata, encoding) };
}
