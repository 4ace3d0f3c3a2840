/** Service Mirror. */
import { usToDuration } from '../codec/time.js';
import { HoldfastError } from '../errors.js';
import type { MirrorHandlers } from '../gen/holdfast/v1/Mirror.js';
import type { MirrorStatusResponse } from '../gen/holdfast/v1/MirrorStatusResponse.js';
import type { Mirror } from '../mirror/mirror.js';
import type { RpcContext } from './context.js';
import { unary } from './handle.js';

export function mirrorService(ctx: RpcContext): MirrorHandlers {
  return {
    MirrorStatus: unary(ctx, (): MirrorStatusResponse => {
      const { mirror } = ctx;
      if (mirror !== null) return toStatus(mirror);
      return { state: 'MIRROR_STATE_OFF', head_revision: String(ctx.feed.revision) };
    }),

    RebuildMirror: unary(ctx, () => {
      requireMirror(ctx.mirror).rebuild();
      return {};
    }),
  };
}

/** @throws HoldfastError REDIS_NOT_CONFIGURED. */
export function requireMirror(mirror: Mirror | null): Mirror {
  if (mirror !== null) return mirror;
  throw new HoldfastError(
    'REDIS_NOT_CONFIGURED',
    'this daemon has no Redis: --redis-url, --redis-sentinels or --redis-cluster names one',
  );
}

function toStatus(mirror: Mirror): MirrorStatusResponse {
  const status = mirror.status();
  return {
    state: `MIRROR_STATE_${status.state}`,
    connected: status.is_connected,
    address: status.address,
    mirrored_revision: String(status.mirrored_revision),
    head_revision: String(status.head_revision),
    lag_revisions: String(Math.max(0, status.head_revision - status.mirrored_revision)),
    lag: usToDuration(Math.round(status.lag_us)),
    delay_p50: usToDuration(Math.round(status.delay_p50_us)),
    delay_p99: usToDuration(Math.round(status.delay_p99_us)),
    queue: status.queue,
    keys_written: String(status.keys_written),
    keys_stale: String(status.keys_stale),
    rebuilds: String(status.rebuilds),
    messages_out: String(status.messages_out),
    messages_out_dropped: String(status.messages_out_dropped),
    messages_in: String(status.messages_in),
    messages_in_dropped: String(status.messages_in_dropped),
    messages_in_known: String(status.messages_in_known),
    errors: [...status.errors].map(([kind, count]) => ({ kind, count: String(count) })),
    last_error: status.last_error,
  };
}
