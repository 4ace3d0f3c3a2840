/** Audit.ExportProof: the journal of a range, page by page, as the client takes it. */
import type { ServerWritableStream } from '@grpc/grpc-js';
import { ProofWriter } from '../anchors/proof.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { ExportProofRequest__Output } from '../gen/holdfast/v1/ExportProofRequest.js';
import type { ExportProofResponse } from '../gen/holdfast/v1/ExportProofResponse.js';
import { revisionOf } from '../journal/position.js';
import { steadyClock } from '../steady_clock.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { writeMessage } from './streams.js';

const CHUNK_BYTES = 256 * 1024;
const EVERYTHING = { kind_prefixes: [], key_prefix: '' };

type Call = ServerWritableStream<ExportProofRequest__Output, ExportProofResponse>;

interface Range {
  readonly from_revision: number;
  readonly from_hash: Uint8Array;
  readonly until_revision: number;
}

export async function exportProof(
  ctx: RpcContext,
  request: ExportProofRequest__Output,
  call: Call,
): Promise<void> {
  const agent_id = request.agent_id === '*' ? '*' : check.id(request.agent_id, 'agent_id');
  const range = rangeOf(ctx, request);
  const { until_revision } = range;
  const proof = new ProofWriter(ctx.key, { ...range, database_id: ctx.writer.info.database_id, agent_id });
  let waiting = proof.header();
  const send = async (text: string): Promise<void> => {
    waiting += text;
    if (waiting.length < CHUNK_BYTES) return;
    const chunk = Buffer.from(waiting);
    waiting = '';
    await writeMessage(call, { chunk }, ctx.config.slow_consumer_ms, {}, chunk.length);
  };
  let hash = range.from_hash;
  for (let cursor = range.from_revision; cursor < until_revision && !call.cancelled; ) {
    const page = ctx.reads.entriesAfter(cursor, EVERYTHING, false);
    const entries = page.entries.filter(({ position }) => revisionOf(position) <= until_revision);
    for (const entry of entries) {
      const is_theirs = agent_id === '*' || entry.agent_id === agent_id;
      const [payload = null] = is_theirs ? ctx.reads.payloadsOf([entry]) : [];
      hash = entry.hash;
      await send(proof.entry(entry, payload));
      if (call.cancelled) return;
    }
    cursor = page.next_revision;
    // One page per turn: a long export must not hold up other calls.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const end = proof.end({ revision: until_revision, hash }, steadyClock.now_us());
  const chunk = Buffer.from(waiting + end);
  await writeMessage(call, { chunk }, ctx.config.slow_consumer_ms, {}, chunk.length);
}

/** @throws HoldfastError REVISION_COMPACTED, REVISION_IN_FUTURE, INVALID_FIELD. */
function rangeOf(ctx: RpcContext, request: ExportProofRequest__Output): Range {
  const from = check.counter(request.from_revision, 'from_revision');
  const until = check.counter(request.until_revision, 'until_revision');
  return ctx.reads.snapshot(0, ({ audit }, newest) => {
    const { floor } = ctx.reads;
    const from_revision = from === 0 ? floor : from;
    const until_revision = until === 0 ? newest : until;
    if (from_revision < floor) {
      throw new HoldfastError('REVISION_COMPACTED', `the journal begins after revision ${floor}`, {
        field: 'from_revision',
        metadata: { floor: String(floor) },
      });
    }
    for (const [field, revision] of [
      ['from_revision', from_revision],
      ['until_revision', until_revision],
    ] as const) {
      if (revision > newest) throw inFuture(field, revision, newest);
    }
    if (until_revision < from_revision)
      throw invalidField('until_revision', `must not be below from_revision ${from_revision}`);
    const from_hash = audit.hashAt(from_revision) ?? new Uint8Array(32);
    return { from_revision, from_hash, until_revision };
  });
}

export function inFuture(field: string, revision: number, newest: number): HoldfastError {
  return new HoldfastError('REVISION_IN_FUTURE', `${field}: ${revision} is above the newest, ${newest}`, {
    field,
    metadata: { newest: String(newest) },
  });
}
