import { packDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import type { ConversationView } from '../../src/tiers/conversations/queries.js';
import { countedText, summaryText } from '../../src/tiers/conversations/turn.js';
import type { AppendTurnResult, ToolCall, TurnContent } from '../../src/tiers/conversations/types.js';
import { type DerivedData, factKey } from '../../src/tiers/derived.js';
import { ENCODINGS, type Encoding } from '../../src/tokens/models.js';
import type { TestStore } from '../support/executor.js';

/** Tokens as these tests count them: one for every begun four characters, in either encoding. */
export function fakeCount(text: string): number {
  return Math.ceil(text.length / 4);
}

export function counted(...texts: string[]): { derived: DerivedData } {
  const tokens = texts.flatMap((text) =>
    ENCODINGS.map((encoding) => [factKey({ kind: 'tokens', encoding, text }), fakeCount(text)] as const),
  );
  return { derived: { tokens: Object.fromEntries(tokens), generation_id: 0, vectors: {}, degraded: '' } };
}

export type Said = Partial<Omit<TurnContent, 'metadata'>> & { readonly metadata?: object };

export function turnOf({ metadata, ...said }: Said): TurnContent {
  return {
    role: 'user',
    content: '',
    name: '',
    tool_calls: [],
    tool_call_id: '',
    ...said,
    metadata: metadata === undefined ? null : packDocument(metadata as never),
  };
}

export function append(
  store: TestStore,
  said: Said,
  { conversation_id = 'c', expected_turn = null as number | null, agent_id = 'agent-1' } = {},
): AppendTurnResult & { readonly revision: number } {
  const turn = turnOf(said);
  const options = { agent_id, ...counted(countedText(turn)) };
  return store.run('append_turn', { conversation_id, turn, expected_turn }, options);
}

export function call(id: string, name = 'quote', arguments_json = '{}'): ToolCall {
  return [id, name, arguments_json];
}

export function submit(
  store: TestStore,
  through_turn: number,
  summary: string,
  { conversation_id = 'c', from_turn = null as number | null, conversation = null as number | null } = {},
): number {
  const args = { conversation_id, through_turn, summary, from_turn, conversation, summarizer: 'client' };
  return store.run('submit_summary', args, counted(summaryText(summary))).window_tokens;
}

export function put(
  store: TestStore,
  settings: {
    title?: string;
    max_tokens?: number;
    summary_at?: number;
    model?: string;
    encoding?: Encoding;
  } = {},
  conversation_id = 'c',
): void {
  const { model, encoding = 'o200k_base' } = settings;
  store.run('put_conversation', {
    conversation_id,
    title: settings.title ?? null,
    max_tokens: settings.max_tokens ?? null,
    summary_at: settings.summary_at ?? null,
    model: model === undefined ? null : { name: model, encoding, estimate: false },
  });
}

export function view(store: TestStore, conversation_id = 'c'): ConversationView {
  return store.reads.snapshot(0, ({ conversations }) => conversations.get('agent-1', conversation_id));
}

/** What a command is refused with. */
export function refused(command: () => unknown): {
  reason: string;
  field: string | undefined;
  message: string;
} {
  try {
    command();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    return { reason: error.reason, field: error.details.field, message: error.message };
  }
  throw new Error('it was not refused');
}

/** Findings of the whole file's verification; empty = sound. */
export function findings(store: TestStore): string[] {
  return store.scans
    .verify({ skip_integrity_check: false }, () => {})
    .findings.map(({ kind, message }) => `${kind}: ${message}`);
}
