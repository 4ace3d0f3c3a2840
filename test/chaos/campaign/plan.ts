/** How each cycle ends, drawn from the seed. */
import type { Random } from './random.js';
import { type ClockPlan, drawClock } from './wall_clock.js';

export interface CyclePlan {
  /** `HOLDFAST_CRASH_AT`; empty: killed from outside at a random time. */
  readonly crash_at: string;
  /** Load until the kill from outside, in milliseconds; for a crash point, how long it is waited for. */
  readonly load_ms: number;
  readonly backup: boolean;
  readonly compact: boolean;
  /** The indexes are made anew under load. */
  readonly reindex: boolean;
  /** Where vectors come from an endpoint: it fails and stalls under load. */
  readonly embedder_fails: boolean;
  /** This client is killed as well, at this time. */
  readonly kill_client: number | undefined;
  readonly kill_client_ms: number;
  /** What was not synced is lost as well, where the library is there. */
  readonly power_loss: 'no' | 'all' | 'random';
  /** The file itself is read before the restart. */
  readonly read_file: boolean;
  /** What happens to the daemon's wall clock, where the library is there; undefined: it is right. */
  readonly clock: ClockPlan | undefined;
  /** Daemons are started on copies that were tampered with: of what the check left behind, or of what the load did. */
  readonly tampering: 'no' | 'checked' | 'loaded';
  readonly tamperings: number;
}

/** What a folder has that others have not. */
export interface FolderTraits {
  /** Its cells are so small that index upkeep never rests. */
  readonly small_cells: boolean;
  /** Its vectors come from an endpoint, and so some of them later. */
  readonly late_vectors: boolean;
  /** Its daemons' wall clock is set. */
  readonly wrong_clock: boolean;
}

/** Crash points with their weights; '' is a kill from outside. */
const ENDS: readonly (readonly [number, string])[] = [
  [44, ''],
  [12, 'before_commit'],
  [12, 'after_commit'],
  [12, 'during_checkpoint'],
  [5, 'during_backup'],
  [5, 'backup_copied'],
  [4, 'backup_verified'],
  [6, 'during_compaction'],
  [5, 'during_reindex'],
];
/** Passed in such folders only. */
const LATE_ENDS = [
  [15, 'before_attaching_vectors'],
  [15, 'after_attaching_vectors'],
] as const;
const UPKEEP_ENDS = [[30, 'during_index_upkeep']] as const;

/** How often a point is passed before it kills: commits are many, the others few. */
const MOST_PASSES: Readonly<Record<string, number>> = {
  before_commit: 50,
  after_commit: 50,
  during_checkpoint: 3,
  during_backup: 3,
  before_attaching_vectors: 3,
  after_attaching_vectors: 3,
  during_index_upkeep: 12,
  during_reindex: 6,
};
const POINT_PATIENCE_MS = 450;

export function drawPlan(random: Random, clients: number, traits: FolderTraits): CyclePlan {
  const point = drawPoint(random, traits);
  const passes = random.int(1, MOST_PASSES[point] ?? 1);
  // Some are long enough for clients to learn of one another's sessions.
  const load_ms = random.chance(0.2) ? random.int(800, 1600) : random.int(50, 400);
  const loss = random.next();
  return {
    crash_at: point === '' ? '' : `${point}:${passes}`,
    load_ms: point === '' ? load_ms : POINT_PATIENCE_MS,
    backup: point.includes('backup') || random.chance(0.04),
    compact: point === 'during_compaction' || random.chance(0.03),
    reindex: point === 'during_reindex' || random.chance(0.1),
    embedder_fails: random.chance(0.4),
    kill_client: random.chance(0.15) ? random.int(0, clients - 1) : undefined,
    kill_client_ms: random.int(10, load_ms),
    power_loss: loss < 0.4 ? 'no' : loss < 0.7 ? 'all' : 'random',
    read_file: random.chance(0.12),
    clock: traits.wrong_clock ? drawClock(random.fork(1), load_ms) : undefined,
    ...drawTampering(random.fork(2)),
  };
}

function drawTampering(random: Random): Pick<CyclePlan, 'tampering' | 'tamperings'> {
  const draw = random.next();
  const tampering = draw < 0.75 ? 'no' : draw < 0.83 ? 'checked' : 'loaded';
  return { tampering, tamperings: random.int(1, 2) };
}

function drawPoint(random: Random, { small_cells, late_vectors }: FolderTraits): string {
  const ends = [...ENDS, ...(small_cells ? UPKEEP_ENDS : []), ...(late_vectors ? LATE_ENDS : [])];
  let draw = random.next() * ends.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, point] of ends) {
    draw -= weight;
    if (draw < 0) return point;
  }
  return '';
}
