import { readFileSync } from 'node:fs';

/** A change to a file's bytes or size. `old` are the bytes at `offset` before it, `old_size` the file's size in bytes. */
export interface ByteChange {
  kind: 'write' | 'truncate';
  /** For a truncation: the new size. */
  offset: number;
  /** The bytes that the write was asked to write; 0 for a truncation. */
  length: number;
  old_size: number;
  old: Buffer;
}

/** A change to the names of one folder. `second` is where a rename came from; `held` is a hard link, or '' if none. */
export interface NameChange {
  kind: 'create' | 'unlink' | 'rename';
  path: string;
  second: string;
  held: string;
}

/** What one inode's log holds, oldest first. A file has byte changes only, a folder name changes only. */
export interface UndoLog {
  bytes: ByteChange[];
  names: NameChange[];
}

const magic = 0x4c554648;
const header_size_bytes = 40;
const kinds = ['', 'write', 'truncate', 'create', 'unlink', 'rename'] as const;

/**
 * Reads one log as powerloss.c wrote it (native byte order, of which little-endian is the one supported). A record cut
 * short at the end is left out: the process was killed while it noted the change, so the change never began.
 *
 * @throws Error when a record does not begin with the magic number
 */
export function readUndoLog(path: string): UndoLog {
  const data = readFileSync(path);
  const log: UndoLog = { bytes: [], names: [] };
  let at = 0;
  while (at + header_size_bytes <= data.length) {
    if (data.readUInt32LE(at) !== magic) throw new Error(`${path}: no record at byte ${at}`);
    const kind = kinds[data.readUInt32LE(at + 4)];
    const [offset, length, old_size, payload_size] = [8, 16, 24, 32].map((field) =>
      Number(data.readBigUInt64LE(at + field)),
    ) as [number, number, number, number];
    const end = at + header_size_bytes + payload_size;
    if (end > data.length) break;
    const payload = data.subarray(at + header_size_bytes, end);
    if (kind === 'write' || kind === 'truncate') {
      log.bytes.push({ kind, offset, length, old_size, old: payload });
    } else if (kind === 'create' || kind === 'unlink' || kind === 'rename') {
      const [path = '', second = '', held = ''] = payload.toString().split('\0');
      log.names.push({ kind, path, second, held });
    } else {
      throw new Error(`${path}: a record of unknown kind at byte ${at}`);
    }
    at = end;
  }
  return log;
}
