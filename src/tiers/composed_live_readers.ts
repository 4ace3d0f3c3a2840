/** Recalls and conversations as live slots show them, inside the snapshot of a context. */
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';
import { timeText } from './composed_context_lines.js';
import { conversationWindow } from './conversations/messages.js';
import { unpackMemory } from './semantic/payload.js';
import { type SemanticQueries, semanticQueries } from './semantic/queries.js';
import { Recall, type RecallHit } from './semantic/recall.js';
import { tagKey } from './semantic/tokens.js';
import { toBytes } from './semantic/vectors/codes.js';
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

const RRF_K = 60;

export function liveReaders(db: Db): LiveReaders {
  const recall = new Recall(db);
  const semantic = semanticQueries(db);
  return {
    recall: (agent_id, source, vector, now_us) =>
      orMissing(() => recallText(recall, semantic, agent_id, source, vector, now_us)),
    conversation: (agent_id, { conversation_id, max_tokens }) =>
      orMissing(() => {
        const lines = conversationWindow(db, { agent_id, conversation_id, max_tokens });
        return lines.length === 0 ? missing('nothing said yet') : { text: lines.join('\n'), note: '' };
      }),
  };
}

function recallText(
  recall: Recall,
  semantic: SemanticQueries,
  agent_id: string,
  { query, mode, limit, tags, namespaces }: LiveRecall,
  made: QueryVector | undefined,
  now_us: number,
): LiveText {
  const vector = made?.vector === undefined ? null : toBytes(made.vector);
  const degraded =
    mode === 'KEYWORD' || vector !== null ? '' : made?.degraded || 'the query has no vector in this snapshot';
  if (mode === 'VECTOR' && degraded !== '') return missing(`no recall: ${degraded}`);
  // The private scope is the last, and needs no permission.
  const scopes = semantic.scopesOf(agent_id, [...namespaces, ''], 'read', () => 'namespaces');
  const { hits, generation_gone } = recall.run({
    query,
    vector,
    generation_id: made?.generation_id ?? 0,
    mode: MODES[mode],
    limit,
    scope_ids: scopes.map(({ scope_id }) => scope_id),
    keys: tags.map(tagKey),
    any_keys: [],
    since_us: null,
    until_us: null,
    include_superseded: false,
    half_life_us: null,
    now_us,
    vector_weight: null,
    keyword_weight: 1,
    rrf_k: RRF_K,
  });
  const reason = generation_gone ? 'the generation of the vectors has just changed' : degraded;
  if (hits.length === 0) return missing(reason === '' ? 'no memories found' : `no memories found: ${reason}`);
  return { text: hits.map(hitLine).join('\n'), note: reason === '' ? '' : `by keywords only: ${reason}` };
}

const MODES = { HYBRID: 'hybrid', VECTOR: 'vector', KEYWORD: 'keyword' } as const;

function hitLine({ memory }: RecallHit): string {
  return `${timeText(memory.row.occurred_at_us)}: ${JSON.stringify(unpackMemory(memory.row.payload).content)}`;
}

/** A namespace or a conversation that is not there, or not for this agent, is no reason to give no context. */
function orMissing(read: () => LiveText): LiveText {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof HoldfastError) || !['NOT_FOUND', 'PERMISSION_DENIED'].includes(error.status))
      throw error;
    return missing(error.message);
  }
}

export function missing(note: string): LiveText {
  return { text: note, note };
}
