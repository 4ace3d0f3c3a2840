/** Reindex: drives the writer through the rebuilding of both indexes, a short step at a time, so that writes go on. */
import { crashPoint } from '../crash_points.js';
import { HoldfastError } from '../errors.js';
import type { ReindexResponse } from '../gen/holdfast/v1/ReindexResponse.js';
import type { Commands } from '../tiers/index.js';
import type { RebuildResult } from '../tiers/semantic/types.js';
import { pack, unpack } from '../writer/transport.js';
import type { RpcContext } from './context.js';
import { streamed } from './progress.js';

/** A text costs about 60 us, a vector 20: a step stays below the 10 ms that another write may have to wait. */
const TEXTS_PER_STEP = 64;
const VECTORS_PER_STEP = 200;
/** What acts without being an agent. */
const SYSTEM_AGENT = '_system';

type Steps = 'rebuild_text' | 'rebuild_vectors';

export function reindex(ctx: RpcContext) {
  let is_running = false;
  return streamed<unknown, ReindexResponse>(ctx, async (_request, send) => {
    if (is_running) throw new HoldfastError('WRONG_STATE', 'another reindex runs', { retry_after_ms: 1000 });
    is_running = true;
    try {
      const tell = (phase: string) => (result: RebuildResult) => send(toProgress(phase, result));
      await rebuild(
        (restart) => step(ctx, 'rebuild_text', { restart, max_rows: TEXTS_PER_STEP }),
        tell('text'),
      );
      let last: RebuildResult = { done: 0, total: 0, is_finished: true };
      const generations = ctx.reads.snapshot(0, ({ semantic }) => semantic.generations());
      for (const { generation_id } of generations.filter(({ status }) => status !== 'retired')) {
        const run = (restart: boolean) =>
          step(ctx, 'rebuild_vectors', { generation_id, restart, max_rows: VECTORS_PER_STEP });
        last = await rebuild(run, tell('vectors'));
      }
      return { ...toProgress('vectors', last), done: true };
    } finally {
      is_running = false;
    }
  });
}

async function rebuild(
  run: (restart: boolean) => Promise<RebuildResult>,
  tell: (result: RebuildResult) => void,
): Promise<RebuildResult> {
  let result = await run(true);
  while (!result.is_finished) {
    crashPoint('during_reindex');
    tell(result);
    result = await run(false);
  }
  return result;
}

async function step<Name extends Steps>(
  ctx: RpcContext,
  name: Name,
  args: Commands[Name]['args'],
): Promise<RebuildResult> {
  const submission = { name, agent_id: SYSTEM_AGENT, request_id: '', epoch: 0, args: pack(args) };
  return unpack<RebuildResult>((await ctx.writer.submit(submission)).result);
}

function toProgress(phase: string, { done, total }: RebuildResult): ReindexResponse {
  return { phase, done_memories: String(done), total_memories: String(total), done: false };
}
