/**
 * Recalls and conversations as live slots show them: the one place to plug in those two tiers. What they give runs inside
 * the snapshot of a context.
 */
import type { Db } from '../store/db.js';
import type { LiveConversation, LiveRecall } from './working/types.js';

/** The vector of a text that a live recall looks for, made before the snapshot. */
export interface QueryVector {
  readonly query: string;
  /** 0 = none. */
  readonly generation_id: number;
  /** Undefined when it could not be made. */
  readonly vector: Float32Array | undefined;
  /** Why not; empty = it was, or that is no fault. */
  readonly degraded: string;
}

/** What a live slot shows. */
export interface LiveText {
  readonly text: string;
  /** Why it could not be filled, the text then says the same, or not with all that was asked for; empty = it could. */
  readonly note: string;
}

/** Neither throws for what does not exist. */
export interface LiveReaders {
  recall(agent_id: string, source: LiveRecall, vector: QueryVector | undefined, now_us: number): LiveText;
  conversation(agent_id: string, source: LiveConversation): LiveText;
}

/** Until the two tiers are there, nothing is available. */
export function liveReaders(_db: Db): LiveReaders {
  return {
    recall: () => missing('recall is not available'),
    conversation: () => missing('conversations are not available'),
  };
}

export function missing(note: string): LiveText {
  return { text: note, note };
}
