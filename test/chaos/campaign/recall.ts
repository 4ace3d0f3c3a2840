/** Recalls of the checker: by a word, or by a memory's own text. */
import { expectRead, listOf, textOf } from './tier.js';
import type { Message, Wire } from './wire.js';

interface Scoped {
  readonly agent_id: string;
  /** Empty = private. */
  readonly namespace: string;
}

/** Everything that is found in one scope, best first. */
export async function recall(
  wire: Wire,
  { agent_id, namespace }: Scoped,
  query: string,
  mode: 'KEYWORD' | 'VECTOR',
): Promise<Message[]> {
  const reply = await wire.call('Semantic/RecallMemories', {
    agent_id,
    query,
    mode: `RECALL_MODE_${mode}`,
    limit: 50,
    explain: true,
    ...(namespace !== '' && { namespaces: [namespace], exclude_private: true }),
  });
  expectRead('nothing is pending, so no recall is degraded', reply.degraded_reason, '');
  return listOf(reply.hits);
}

export function cosineOf(hit: Message): number {
  return Number((hit.explanation as { cosine: number }).cosine);
}

export function idIn(hit: Message): string {
  return textOf((hit.memory as Message).memory_id);
}

/** The campaign's contents have it in second place. */
export function wordOf(content: string): string {
  return content.split(' ')[1] ?? '';
}
