/** What is to be summarised next: whole groups of the turns that are due, oldest first, of a bounded size. */
import type { ConversationQueries, ConversationView } from './queries.js';
import { type StoredTurn, unpackTurn } from './turn.js';
import type { ToolCall, TurnRow } from './types.js';

export interface TaskTurn extends StoredTurn {
  readonly created_us: number;
}

const ROLE_TOOL = 4;

/**
 * At least one group, or nothing when nothing is due. A group that is larger than `max_bytes` by itself is shortened:
 * it could not be summarised at all otherwise, and its turns stay as they are.
 */
export function summaryTask(
  queries: ConversationQueries,
  view: ConversationView,
  max_bytes: number,
): TaskTurn[] {
  const { conversation, preamble, summarized_through, due_through } = view;
  const taken: TurnRow[] = [];
  let size_bytes = 0;
  let group: TurnRow[] = [];
  /** Takes the group that has ended; false when it is too much. */
  const take = (): boolean => {
    const group_bytes = group.reduce((sum, { payload }) => sum + payload.length, 0);
    if (taken.length > 0 && size_bytes + group_bytes > max_bytes) return false;
    taken.push(...group);
    size_bytes += group_bytes;
    group = [];
    return size_bytes <= max_bytes;
  };
  const first = Math.max(preamble, summarized_through) + 1;
  for (const row of queries.turnsBetween(conversation, first, due_through)) {
    if (row.role !== ROLE_TOOL && group.length > 0 && !take()) return toTurns(taken, max_bytes);
    group.push(row);
  }
  if (group.length > 0) take();
  return toTurns(taken, max_bytes);
}

function toTurns(rows: readonly TurnRow[], max_bytes: number): TaskTurn[] {
  const size_bytes = rows.reduce((sum, { payload }) => sum + payload.length, 0);
  const allowance_bytes =
    size_bytes <= max_bytes ? Number.POSITIVE_INFINITY : Math.floor(max_bytes / rows.length);
  return rows.map(({ payload, created_us }) => ({
    ...shortened(unpackTurn(payload), payload.length, allowance_bytes),
    created_us,
  }));
}

function shortened(turn: StoredTurn, size_bytes: number, allowance_bytes: number): StoredTurn {
  if (size_bytes <= allowance_bytes) return turn;
  const share_bytes = Math.floor(allowance_bytes / 2);
  const call_bytes = share_bytes / Math.max(turn.tool_calls.length, 1);
  const tool_calls = turn.tool_calls.map(([id, name, json]): ToolCall => {
    const json_bytes = Buffer.byteLength(json);
    return [id, name, json_bytes <= call_bytes ? json : `{"left_out_bytes":${json_bytes}}`];
  });
  return { ...turn, tool_calls, metadata: null, content: clip(turn.content, share_bytes) };
}

/** The beginning and the end of a text, never inside a character. */
function clip(text: string, max_bytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= max_bytes) return text;
  const half = Math.floor(max_bytes / 2);
  const [head = '', tail = ''] = [bytes.subarray(0, half), bytes.subarray(bytes.length - half)].map((part) =>
    part.toString('utf8').replace(/^\ufffd+|\ufffd+$/g, ''),
  );
  return `${head}\n[${bytes.length - 2 * half} bytes left out]\n${tail}`;
}
