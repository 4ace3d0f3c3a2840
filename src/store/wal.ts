/**
 * Looks into a write-ahead log before SQLite does. SQLite takes the frames up to the first one whose checksum is wrong and
 * drops the rest without a word, because that is what a commit torn by a crash looks like. But every commit is flushed
 * before the next one's frames are written (synchronous=FULL), so a commit with a frame of the same log after it was on
 * disk whole: if its checksum is wrong now, it was damaged later, and what was acknowledged is missing.
 * The format: https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;
const MAGIC = 0x377f0682;
const FRAMES_AT_ONCE = 1024;

export interface WalReport {
  /** False when there is no such file. */
  readonly exists: boolean;
  readonly size_bytes: number;
  /** Frames that SQLite will take, before the first damaged one. */
  readonly sound_frames: number;
  /** Commits that were flushed and can no longer be read. */
  readonly lost_commits: number;
}

/** Reads the log of a database that nobody has open. */
export function inspectWal(path: string): WalReport {
  if (!existsSync(path)) return { exists: false, size_bytes: 0, sound_frames: 0, lost_commits: 0 };
  const fd = openSync(path, 'r');
  try {
    const size_bytes = fstatSync(fd).size;
    return { exists: true, size_bytes, ...inspectFrames(fd, size_bytes) };
  } finally {
    closeSync(fd);
  }
}

interface Sum {
  s0: number;
  s1: number;
}

function inspectFrames(fd: number, size_bytes: number): Pick<WalReport, 'sound_frames' | 'lost_commits'> {
  const nothing = { sound_frames: 0, lost_commits: 0 };
  if (size_bytes < HEADER_BYTES + FRAME_HEADER_BYTES) return nothing;
  const header = read(fd, 0, HEADER_BYTES);
  const first = read(fd, HEADER_BYTES, FRAME_HEADER_BYTES);
  const sum: Sum = { s0: 0, s1: 0 };
  const big_endian = (header.readUInt32BE(0) & 1) === 1;
  addTo(sum, header, 0, 24, big_endian);
  const header_sound =
    (header.readUInt32BE(0) & ~1) >>> 0 === MAGIC &&
    sum.s0 === header.readUInt32BE(24) &&
    sum.s1 === header.readUInt32BE(28);
  // Without a header there is no page size but the one Holdfast uses, and the salts are those of the first frame.
  const page_bytes = header_sound ? header.readUInt32BE(8) : 4096;
  const salts = header_sound ? header.subarray(16, 24) : first.subarray(8, 16);
  const frame_bytes = FRAME_HEADER_BYTES + page_bytes;
  const frames = Math.floor((size_bytes - HEADER_BYTES) / frame_bytes);

  let sound_frames = header_sound ? undefined : 0;
  let flushed_commits = 0;
  let open_commits = 0;
  for (let at = 0; at < frames; at += FRAMES_AT_ONCE) {
    const count = Math.min(FRAMES_AT_ONCE, frames - at);
    const chunk = read(fd, HEADER_BYTES + at * frame_bytes, count * frame_bytes);
    for (let index = 0; index < count; index += 1) {
      const frame = chunk.subarray(index * frame_bytes, (index + 1) * frame_bytes);
      const same_log = frame.subarray(8, 16).equals(salts);
      if (sound_frames === undefined) {
        addTo(sum, frame, 0, 8, big_endian);
        addTo(sum, frame, FRAME_HEADER_BYTES, frame_bytes, big_endian);
        if (same_log && sum.s0 === frame.readUInt32BE(16) && sum.s1 === frame.readUInt32BE(20)) continue;
        sound_frames = at + index;
      }
      // What an earlier round of the log left behind has other salts.
      if (!same_log && at + index !== sound_frames) return { sound_frames, lost_commits: flushed_commits };
      flushed_commits += open_commits;
      open_commits = 0;
      // The size of the database in pages: set in the last frame of a commit.
      if (frame.readUInt32BE(4) !== 0) open_commits = 1;
    }
  }
  return { sound_frames: sound_frames ?? frames, lost_commits: flushed_commits };
}

function read(fd: number, offset: number, size_bytes: number): Buffer {
  const bytes = Buffer.alloc(size_bytes);
  readSync(fd, bytes, 0, size_bytes, offset);
  return bytes;
}

/** The log's running checksum over whole pairs of 32-bit words. */
function addTo(sum: Sum, bytes: Buffer, from: number, to: number, big_endian: boolean): void {
  let { s0, s1 } = sum;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = from; at < to; at += 8) {
    s0 = (s0 + view.getUint32(at, !big_endian) + s1) | 0;
    s1 = (s1 + view.getUint32(at + 4, !big_endian) + s0) | 0;
  }
  sum.s0 = s0 >>> 0;
  sum.s1 = s1 >>> 0;
}
