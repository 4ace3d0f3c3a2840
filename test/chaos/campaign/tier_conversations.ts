import { checkMessages } from './compare_messages.js';
import {
  allPages,
  type Entry,
  expectRead,
  expectReply,
  ifFound,
  inChunks,
  type JournalEntry,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import {
  byTokens,
  byTurns,
  type ModelConversation,
  type ModelTurn,
  tokensIn,
  tokensThrough,
} from './window.js';
import type { Message, Wire } from './wire.js';

const SAMPLE = 4;
const COMPARED_TURNS = 60;

export class ConversationsModel implements TierModel {
  readonly names = ['put_conversation', 'append_turn', 'compact_conversation', 'delete_conversation'];
  readonly #conversations = new Map<string, ModelConversation>();
  readonly #touched = new Set<string>();

  apply(step: Step): Entry[] {
    const { agent_id, name, request, result } = step;
    const conversation_id = textOf(request.conversation_id);
    const key = `${agent_id} ${conversation_id}`;
    const known = this.#conversations.get(key) ?? fresh(agent_id, conversation_id);
    const is_new = !this.#conversations.has(key);
    this.#touched.add(key);
    this.#conversations.set(key, known);
    switch (name) {
      case 'put_conversation': {
        const { title, max_tokens, summary_at } = request;
        known.title = title === undefined ? known.title : textOf(title);
        known.summary_at = Number(
          summary_at ?? (is_new ? Number(max_tokens ?? 8000) * 0.75 : known.summary_at),
        );
        return [[agent_id, 'conversation.put', conversation_id], ...whenTooLarge(known)];
      }
      case 'append_turn':
        return this.#append(step, known);
      case 'compact_conversation': {
        const cut = byTurns(known, request.keep_turns as number | undefined);
        const due = Math.max(cut, known.due);
        expectReply(step, 'due_through', [Number(result.due_through), cut > 0], [due, true]);
        return due > known.due ? makeDue(known, due) : [];
      }
      default:
        expectReply(step, 'deleted_turns', Number(result.deleted_turns), known.turns.length);
        this.#conversations.delete(key);
        return [[agent_id, 'conversation.deleted', conversation_id]];
    }
  }

  /** What the daemon did by itself: a summary, which covers a span that was due, and no span twice. */
  summarized(entries: readonly JournalEntry[]): void {
    const [summary] = entries.filter(({ kind }) => kind === 'conversation.summarized');
    const [, conversation_id = '', through = ''] = /^(.*)\/(\d+)$/.exec(summary?.key ?? '') ?? [];
    const known = this.#conversations.get(`${summary?.agent_id} ${conversation_id}`);
    const facts = { entries, known };
    insist(known !== undefined, 'violation', 'summary', 'a summary was made that nobody asked for', facts);
    const through_turn = Number(through);
    const is_due =
      through_turn > known.summarized && through_turn > known.preamble && through_turn <= known.due;
    insist(is_due, 'duplicated', 'summary', `turns up to ${through} were summarised, but not due`, facts);
    const is_whole = known.turns[through_turn]?.role !== 'ROLE_TOOL';
    insist(is_whole, 'violation', 'summary', `a summary separates a call from its results`, facts);
    const payload = summary?.payload as { summary: string; tokens: number } | undefined;
    insist(payload !== undefined, 'lost', 'summary', 'the journal does not hold a summary', facts);
    known.summarized = through_turn;
    known.summary = payload.summary;
    known.summary_tokens = payload.tokens;
    known.due = known.due > through_turn ? known.due : 0;
    const more = whenTooLarge(known);
    const made = entries.filter((entry) => entry !== summary).map(({ kind, key }) => `${kind} ${key}`);
    const expected = more.map(([, kind, key]) => `${kind} ${key}`);
    insist(
      made.join() === expected.join(),
      'violation',
      'whole',
      'what is due after a summary is wrong',
      facts,
    );
    this.#touched.add(`${known.agent_id} ${conversation_id}`);
  }

  /** Whether a summary is to come that nobody has to ask for. */
  get is_waiting(): boolean {
    return [...this.#conversations.values()].some(({ due }) => due > 0);
  }

  async compare({ wire, random, full }: Scope): Promise<void> {
    const agents = new Set([...this.#conversations.values()].map(({ agent_id }) => agent_id));
    await inChunks([...agents], (agent_id) => this.#compareList(wire, agent_id));
    const keys = full ? [...this.#conversations.keys()] : [...this.#touched];
    await inChunks(keys, async (key) => {
      const known = this.#conversations.get(key);
      const [agent_id, conversation_id] = key.split(' ');
      if (known !== undefined) await compareTurns(wire, known, full);
      else {
        const there = await ifFound(wire, 'Conversations/GetConversation', { agent_id, conversation_id });
        insist(there === undefined, 'violation', 'turns', `${key} was deleted and is there`, there);
      }
    });
    const present = [...this.#conversations.values()].filter(({ turns }) => turns.length > 0);
    for (const known of random.sample(present, full ? 8 * SAMPLE : SAMPLE)) {
      await checkMessages(wire, known, random);
      const turn = random.pick(known.turns);
      await compareSearch(wire, known, turn);
    }
    this.#touched.clear();
  }

  #append(step: Step, known: ModelConversation): Entry[] {
    const { agent_id, request, result } = step;
    const { turns, open } = known;
    const turn: ModelTurn = {
      turn: turns.length + 1,
      role: textOf(request.role),
      content: textOf(request.content),
      tool_calls: listOf(request.tool_calls).map(({ id, name, arguments_json }) => ({
        id,
        name,
        arguments_json,
      })),
      tool_call_id: textOf(request.tool_call_id),
      tokens: Number(result.tokens),
      total: tokensThrough(known, turns.length) + Number(result.tokens),
    };
    const { expected_turn } = request;
    if (expected_turn !== undefined) expectReply(step, 'expected_turn', Number(expected_turn), turn.turn);
    const is_result = turn.role === 'ROLE_TOOL';
    expectReply(
      step,
      'a result of an open call',
      is_result ? open.delete(turn.tool_call_id) : open.size === 0,
      true,
    );
    for (const { id } of turn.tool_calls) open.add(textOf(id));
    if (turn.role === 'ROLE_SYSTEM' && known.preamble === turns.length) known.preamble = turn.turn;
    turns.push(turn);
    const due = whenTooLarge(known);
    const { turn: number, window_tokens, due_through } = result;
    expectReply(
      step,
      'turn, window and due',
      [Number(number), Number(window_tokens), Number(due_through)],
      [turn.turn, tokensIn(known), known.due],
    );
    return [[agent_id, 'conversation.turn', `${known.conversation_id}/${turn.turn}`], ...due];
  }

  async #compareList(wire: Wire, agent_id: string): Promise<void> {
    const rows = await allPages(wire, 'Conversations/ListConversations', { agent_id }, 'conversations');
    const expected = [...this.#conversations.values()].filter((each) => each.agent_id === agent_id);
    expectRead(
      `the conversations of ${agent_id}`,
      rows.map(view).sort(byId),
      expected.map(expectedView).sort(byId),
    );
  }
}

/** Its older half becomes due as soon as the window has grown too large. */
function whenTooLarge(known: ModelConversation): Entry[] {
  if (known.due > 0 || tokensIn(known) <= known.summary_at) return [];
  const cut = byTokens(known);
  return cut > 0 ? makeDue(known, cut) : [];
}

function makeDue(known: ModelConversation, due: number): Entry[] {
  known.due = due;
  return [[known.agent_id, 'conversation.due', known.conversation_id]];
}

function fresh(agent_id: string, conversation_id: string): ModelConversation {
  return {
    agent_id,
    conversation_id,
    turns: [],
    open: new Set(),
    title: '',
    summary_at: 6000,
    preamble: 0,
    summarized: 0,
    summary: '',
    summary_tokens: 0,
    due: 0,
  };
}

async function compareTurns(wire: Wire, known: ModelConversation, full: boolean): Promise<void> {
  const { agent_id, conversation_id, turns, preamble, summarized } = known;
  const asked = { agent_id, conversation_id };
  const method = 'Conversations/ListTurns';
  const rows = full
    ? await allPages(wire, method, asked, 'turns')
    : listOf((await wire.call(method, { ...asked, page_size: COMPARED_TURNS })).turns);
  const expected = full ? turns : turns.slice(-COMPARED_TURNS);
  expectRead(
    `the turns of ${conversation_id} of ${agent_id}`,
    rows.reverse().map(({ turn, role, content, tool_calls, tool_call_id, tokens, summarized: is }) => {
      return { turn: Number(turn), role, content, tool_calls, tool_call_id, tokens, is };
    }),
    expected.map(({ total: _total, ...turn }) => ({
      ...turn,
      is: turn.turn > preamble && turn.turn <= summarized,
    })),
  );
}

/** By the word that no other turn has, summarised or not. */
async function compareSearch(
  wire: Wire,
  known: ModelConversation,
  { turn, content }: ModelTurn,
): Promise<void> {
  const [, word = ''] = content.split(' ');
  if (word === '') return;
  const { agent_id, conversation_id } = known;
  const reply = await wire.call('Conversations/SearchTurns', { agent_id, conversation_id, query: word });
  const found = listOf(reply.hits).map((hit) => Number((hit.turn as Message).turn));
  expectRead(`the turn of ${conversation_id} of ${agent_id} with ${word}`, found, [turn]);
}

function view(row: Message) {
  const { title, summary_at, summary, summary_tokens } = row;
  return {
    conversation_id: textOf(row.conversation_id),
    ...{ title, summary_at, summary, summary_tokens },
    turns: Number(row.turns),
    window_tokens: Number(row.window_tokens),
    total_tokens: Number(row.total_tokens),
    summarized_through: Number(row.summarized_through),
    due_through: Number(row.due_through),
    last_summary_error: row.last_summary_error,
  };
}

function expectedView(known: ModelConversation): ReturnType<typeof view> {
  const { conversation_id, title, summary_at, summary, summary_tokens, turns } = known;
  return {
    conversation_id,
    ...{ title, summary_at, summary, summary_tokens },
    turns: turns.length,
    window_tokens: tokensIn(known),
    total_tokens: tokensThrough(known, turns.length),
    summarized_through: known.summarized,
    due_through: known.due,
    last_summary_error: '',
  };
}

function byId(a: { conversation_id: string }, b: { conversation_id: string }): number {
  return a.conversation_id < b.conversation_id ? -1 : 1;
}
