/**
 * Named instants at which a test may kill the process: `HOLDFAST_CRASH_AT=before_commit:3` kills it with SIGKILL the third
 * time execution passes `before_commit`. Without the variable a crash point costs one comparison. They exist so that the
 * chaos campaign can hit the instants that random kills rarely do.
 *
 * The points: before_commit, after_commit, during_checkpoint, during_backup, backup_copied, backup_verified,
 * during_migration, during_compaction, before_attaching_vectors, after_attaching_vectors, during_index_upkeep,
 * during_reindex.
 */
const [armed_name, armed_count] = (process.env.HOLDFAST_CRASH_AT ?? '').split(':');
let passes_left = Number(armed_count ?? '1');

export function crashPoint(name: string): void {
  if (name !== armed_name) return;
  passes_left -= 1;
  if (passes_left <= 0) process.kill(process.pid, 'SIGKILL');
}
