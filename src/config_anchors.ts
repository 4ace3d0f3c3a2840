/** The options of the anchor file and of what a start checks. */
import { resolve } from 'node:path';
import type { HoldfastError } from './errors.js';

export interface AnchorConfig {
  /** Absolute path of the anchor file. */
  readonly anchor_file: string;
  /** How often an anchor is appended when there is something new. */
  readonly anchor_interval_ms: number;
  /**
   * What a start recomputes of the journal. `tail`: the newest entries before serving and the rest meanwhile; `full`: the
   * whole database before serving; `off`: nothing. The newest anchor is held against the database in any case.
   */
  readonly verify_on_start: 'tail' | 'full' | 'off';
  /** The revision that a damaged database ends at and that its owner wants to go on from; null = go on from no damage. */
  readonly accept_damage: number | null;
}

/** As the rows of config.ts: flag, environment variable, default, description. */
export const ANCHOR_OPTIONS = [
  [
    'anchor-file',
    'HOLDFAST_ANCHOR_FILE',
    '',
    'signed heads of the journal, best on another disk [STATE_DIR/anchors.jsonl]',
  ],
  [
    'anchor-interval-ms',
    'HOLDFAST_ANCHOR_INTERVAL_MS',
    '10000',
    'how often the head is anchored when it moved',
  ],
  [
    'verify-on-start',
    'HOLDFAST_VERIFY_ON_START',
    'tail',
    'how much is verified before serving: tail, full or off',
  ],
  ['accept-damage', 'HOLDFAST_ACCEPT_DAMAGE', '', 'go on from this revision although damage was found'],
] as const;

type AnchorOptionName = (typeof ANCHOR_OPTIONS)[number][0];

export interface AnchorOptionReader {
  readonly value: (name: AnchorOptionName) => string;
  readonly count: (name: AnchorOptionName, min: number, max: number) => number;
  readonly wrong: (name: AnchorOptionName, problem: string) => HoldfastError;
}

/** @throws HoldfastError INVALID_FIELD naming the option. */
export function readAnchors(state_dir: string, { value, count, wrong }: AnchorOptionReader): AnchorConfig {
  const verify_on_start = value('verify-on-start');
  if (verify_on_start !== 'tail' && verify_on_start !== 'full' && verify_on_start !== 'off')
    throw wrong('verify-on-start', `must be tail, full or off, not "${verify_on_start}"`);
  return {
    anchor_file: anchorFile(state_dir, value('anchor-file')),
    anchor_interval_ms: count('anchor-interval-ms', 10, 24 * 3_600_000),
    verify_on_start,
    accept_damage: value('accept-damage') === '' ? null : count('accept-damage', 0, 2 ** 41 - 1),
  };
}

/** Where the anchors of a state folder are unless told otherwise. */
export function anchorFile(state_dir: string, given: string): string {
  return resolve(given || `${state_dir}/anchors.jsonl`);
}
