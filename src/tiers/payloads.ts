/** Where each kind of journal entry keeps its payload when the journal does not: the tier's own append-only row. */
import type { EntryHeader } from '../journal/entry.js';
import type { LoadPayload } from '../journal/verify.js';
import type { Db } from '../store/db.js';
import { auditPayloads } from './audit/queries.js';
import { conversationPayloads } from './conversations/queries.js';
import { episodePayloads } from './episodic/queries.js';
import { ledgerPayloads } from './ledger/queries.js';
import { operationPayloads } from './operations/queries.js';
import { promptPayloads } from './procedural/queries.js';
import { memoryPayloads } from './semantic/queries.js';
import { tradePayloads } from './sessions/queries.js';
import { signalPayloads } from './signals/queries.js';
import { schemaPayloads, statePayloads } from './state/queries.js';
import { slotPayloads } from './working/queries.js';

/** Finds the payload of an entry; null when retention has dropped it. */
type PayloadLoader = (entry: EntryHeader) => Uint8Array | null;

/** Loaders by the first part of the kind: 'state' for 'state.put'. */
function payloadLoaders(db: Db): Readonly<Record<string, PayloadLoader>> {
  return {
    audit: auditPayloads(db),
    conversation: conversationPayloads(db),
    episode: episodePayloads(db),
    ledger: ledgerPayloads(db),
    memory: memoryPayloads(db),
    operation: operationPayloads(db),
    prompt: promptPayloads(db),
    schema: schemaPayloads(db),
    session: tradePayloads(db),
    signal: signalPayloads(db),
    slot: slotPayloads(db),
    state: statePayloads(db),
  };
}

/** Kinds whose rows nothing removes: where such a payload is not found, the file is damaged. */
const KEPT_FOR_GOOD: ReadonlySet<string> = new Set([
  'audit.action',
  'ledger.posted',
  'ledger.snapshot_taken',
  'operation.begun',
  'operation.completed',
  'prompt.put',
  'schema.registered',
  'session.trade',
]);

/**
 * One loader over all tiers: null where the payload was dropped or the kind keeps none, undefined where it must be and is
 * not.
 */
export function loadPayload(db: Db): LoadPayload {
  const loaders = payloadLoaders(db);
  return (entry) =>
    loaders[entry.kind.slice(0, entry.kind.indexOf('.'))]?.(entry) ??
    (KEPT_FOR_GOOD.has(entry.kind) ? undefined : null);
}
