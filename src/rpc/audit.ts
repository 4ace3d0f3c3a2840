/** Service Audit. */
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import { signCheckpoint } from '../anchors/checkpoint.js';
import { usToTimestamp } from '../codec/time.js';
import { HoldfastError, invalidField } from '../errors.js';
import type { Action } from '../gen/holdfast/v1/Action.js';
import type { AuditHandlers } from '../gen/holdfast/v1/Audit.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { PnlGroup__Output } from '../gen/holdfast/v1/PnlGroup.js';
import type { ReplayActionsRequest__Output } from '../gen/holdfast/v1/ReplayActionsRequest.js';
import type { ReplayActionsResponse } from '../gen/holdfast/v1/ReplayActionsResponse.js';
import type { SumPnlRequest__Output } from '../gen/holdfast/v1/SumPnlRequest.js';
import { lastPositionOf, revisionOf } from '../journal/position.js';
import { steadyClock } from '../steady_clock.js';
import { actionId } from '../tiers/audit/commands.js';
import { unpackAction } from '../tiers/audit/payload.js';
import type { PnlGroup } from '../tiers/audit/sums.js';
import type { ActionFilter, ActionRow } from '../tiers/audit/window.js';
import { optionalName } from './audit_mutations.js';
import { exportProof, inFuture } from './audit_proof.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { valueToDocument } from './documents.js';
import { readHeader, requireRevision, toStatus, unary } from './handle.js';
import { historyAt, requireHistory } from './history.js';
import type { MutationRpc } from './mutation.js';
import { streamed } from './progress.js';
import { requestOf } from './proto.js';
import { endWithError, writeMessage } from './streams.js';

const BEGINNING_US = Number.MIN_SAFE_INTEGER;
const END_US = Number.MAX_SAFE_INTEGER;
const MAX_GROUPS = 3;
const GROUPS: Readonly<Record<string, PnlGroup>> = {
  PNL_GROUP_AGENT: 'agent',
  PNL_GROUP_MARKET: 'market',
  PNL_GROUP_DAY: 'day',
};

export function auditService(ctx: RpcContext, mutation: MutationRpc): AuditHandlers {
  const anchors = { anchor_file: ctx.config.anchor_file, public_key: ctx.key.public_key };
  return {
    RecordAction: mutation('record_action'),
    ReplayActions: written(ctx, (request, call) => replay(ctx, request, call)),

    SumPnl: unary(ctx, async (request: SumPnlRequest__Output) => {
      const filter = { ...parseFilter(request), status: '' };
      const group_by = parseGroups(request.group_by);
      requireRevision(ctx, request.min_revision);
      const { revision, sums } = await ctx.scans.run('sum_pnl', { ...filter, group_by });
      return {
        header: readHeader(revision),
        sums: sums.map((sum) => ({ ...sum, actions: String(sum.actions) })),
      };
    }),

    VerifyJournal: streamed(ctx, async (_request, send) => {
      const found = await ctx.scans.run('verify_audit', anchors, ({ checked, total }) =>
        send({ checked: String(checked), total: String(total) }),
      );
      return {
        checked: String(found.entries),
        total: String(found.entries),
        done: true,
        ok: found.findings.length === 0,
        findings: found.findings.map((finding) => ({ ...finding, revision: String(finding.revision) })),
        revision: String(found.revision),
        head_hash: Buffer.from(found.head_hash),
        anchors: String(found.anchors),
      };
    }),

    GetCheckpoint: unary(ctx, ({ min_revision }) => {
      const least = check.counter(min_revision, 'min_revision');
      const { revision, hash, time_us } = ctx.reads.snapshot(least, ({ audit }) => audit.head());
      const { database_id } = ctx.writer.info;
      const signed_at_us = Math.max(steadyClock.now_us(), time_us);
      return {
        checkpoint: {
          database_id,
          revision: String(revision),
          hash: Buffer.from(hash),
          signed_at: usToTimestamp(signed_at_us),
          signature: signCheckpoint(ctx.key, { database_id, revision, hash, signed_at_us }),
          public_key: ctx.key.public_key,
        },
      };
    }),

    ExportProof: written(ctx, (request, call) => exportProof(ctx, request, call)),
  };
}

/** A server-streaming RPC that waits for its client. */
function written<Request, Response>(
  ctx: RpcContext,
  answer: (request: Request, call: ServerWritableStream<Request, Response>) => Promise<void>,
): handleServerStreamingCall<Request, Response> {
  return async (call) => {
    const started_ms = performance.now();
    try {
      await answer(requestOf(call), call);
      ctx.stats.record(call, started_ms, true);
      call.end();
    } catch (error) {
      ctx.stats.record(call, started_ms, false, error);
      endWithError(call, toStatus(ctx, call, error), ctx.config.slow_consumer_ms);
    }
  };
}

async function replay(
  ctx: RpcContext,
  request: ReplayActionsRequest__Output,
  call: ServerWritableStream<ReplayActionsRequest__Output, ReplayActionsResponse>,
): Promise<void> {
  const from_revision = check.counter(request.from_revision, 'from_revision');
  const filter = { ...parseFilter(request), status: optionalName(request.status, 'status') };
  requireHistory(ctx, request.history, from_revision);
  const newest = ctx.feed.revision;
  if (from_revision > newest) throw inFuture('from_revision', from_revision, newest);
  let after = lastPositionOf(from_revision);
  let at_revision = 0;
  let resume_revision = from_revision;
  for (let done = false; !done && !call.cancelled; ) {
    const page = await ctx.scans.run('replay_actions', { ...filter, after, at_revision });
    ({ at_revision, done } = page);
    after = page.rows.at(-1)?.position ?? after;
    const message = {
      actions: page.rows.map((row) => toAction(row, request.encoding)),
      revision: String(page.complete_revision),
      history: historyAt(ctx, page.complete_revision, revisionOf(after)),
      done,
    };
    const metadata = { resume_revision: String(resume_revision) };
    const size_bytes = page.rows.reduce((total, { payload }) => total + payload.length, 0);
    await writeMessage(call, message, ctx.config.slow_consumer_ms, metadata, size_bytes);
    resume_revision = page.complete_revision;
  }
}

type Filtered = Pick<SumPnlRequest__Output, 'agent_id' | 'since' | 'until' | 'action' | 'market'>;

function parseFilter({ agent_id, since, until, action, market }: Filtered): Omit<ActionFilter, 'status'> {
  return {
    agent_id: agent_id === '*' ? '' : check.id(agent_id, 'agent_id'),
    since_us: check.optionalTimestamp(since, 'since') ?? BEGINNING_US,
    until_us: check.optionalTimestamp(until, 'until') ?? END_US,
    action: optionalName(action, 'action'),
    market: optionalName(market, 'market'),
  };
}

function parseGroups(values: readonly PnlGroup__Output[]): PnlGroup[] {
  const groups = check.list(values, 'group_by', 0, MAX_GROUPS).map((value, index) => {
    const field = `group_by[${index}]`;
    const group = GROUPS[check.enumValue(value, 'PNL_GROUP_UNSPECIFIED', field)];
    if (group === undefined) throw new HoldfastError('INTERNAL', `${field} has no name`);
    return group;
  });
  const twice = groups.findIndex((group, index) => groups.indexOf(group) !== index);
  if (twice >= 0) throw invalidField(`group_by[${twice}]`, 'is there twice');
  return groups;
}

function toAction(row: ActionRow, encoding: DocumentEncoding__Output): Action {
  const { wall_time_us, meta, ...content } = unpackAction(row.payload);
  return {
    ...content,
    action_id: actionId(row.position),
    agent_id: row.agent_id,
    ...(wall_time_us !== undefined && { wall_time: usToTimestamp(wall_time_us) }),
    ...(meta !== undefined && { meta: valueToDocument(meta, encoding) }),
    recorded_at: usToTimestamp(row.time_us),
    revision: String(revisionOf(row.position)),
  };
}
