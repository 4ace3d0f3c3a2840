/**
 * Summaries without a model: passages of the conversation itself, chosen and left in their order, word for word.
 *
 * A passage scores by the words it shares with the rest (tf-idf over passages, by the root of its length), more when it
 * carries what an agent must not lose (numbers and ids; decisions, orders and open tasks), and a little more the later it
 * was said. Of the previous summary, whose passages compete again, at most half the room is kept before the new
 * turns have had theirs: so the summary never grows and what is old makes way. Deterministic. Nothing is rephrased and
 * no number is ever cut, but nothing is understood either.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { HoldfastError } from '../../errors.js';
import { endsOf, passagesOf, passagesOfSummary } from './passages.js';
import type { Summarizer, SummaryInput } from './summarizer.js';

/** Of longer spans only so many passages are looked at, the newest; the previous summary always. */
const MAX_PASSAGES = 2_000;
/** Of a longer turn only the beginning and the end. */
const MAX_TURN_UNITS = 65_536;
/** Other work gets its turn after so much text. */
const UNITS_A_TURN = 32_768;
/** Counting tokens is what costs; this many passages are counted at most, best first. */
const MAX_COUNTED = 1_000;
const COUNTED_A_TURN = 50;
const NUMBER_BOOST = 1.6;
const DECISION_BOOST = 1.5;
/** From the first passage to the last. */
const OLDEST_FACTOR = 0.8;
const NEWEST_FACTOR = 1.2;
/** A longer sentence, or a text without any, is cut; so is one that takes more than half of the room by itself. */
const MAX_PASSAGE_UNITS = 280;
const MIN_PASSAGE_UNITS = 20;

const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;
const DECISION =
  /\b(?:decid|agree|approv|reject|cancel|confirm|order|bought|sold|buy|sell|paid|pay|transfer|limit|must|never|always|todo|to do|will|need|open|pending|deadline|because|prefer|risk|stop|loss|error|fail)/i;

interface Passage {
  /** As it stands in the summary. */
  readonly line: string;
  readonly words: readonly string[];
  readonly is_previous: boolean;
  score: number;
}

/** @param count the tokens of a text. */
export function builtinSummarizer(count: (text: string) => number): Summarizer {
  return {
    kind: 'builtin',
    model: 'builtin-extractive-1',
    async summarize(input, signal) {
      signal.throwIfAborted();
      const passages = scored(await collect(input, count, signal));
      const selection = new Selection(passages, count, input.max_tokens);
      const old = passages.filter((passage) => passage.is_previous);
      await selection.take(old, Math.floor(input.max_tokens / 2), signal);
      await selection.take(
        passages.filter((passage) => !passage.is_previous),
        input.max_tokens,
        signal,
      );
      await selection.take(old, input.max_tokens, signal);
      const summary = selection.text();
      if (summary === '')
        throw new HoldfastError(
          'LIMIT_EXCEEDED',
          `max_tokens: no passage of the conversation fits into ${input.max_tokens} tokens`,
          { field: 'max_tokens', metadata: { limit: String(input.max_tokens) } },
        );
      return summary;
    },
  };
}

/** What is chosen so far, and how many tokens that is. */
class Selection {
  readonly #order: Map<Passage, number>;
  readonly #count: (text: string) => number;
  readonly #max_tokens: number;
  readonly #chosen = new Set<Passage>();
  readonly #tokens = new Map<Passage, number>();
  #used_tokens = 0;

  constructor(passages: readonly Passage[], count: (text: string) => number, max_tokens: number) {
    this.#order = new Map(passages.map((passage, index) => [passage, index]));
    this.#count = count;
    this.#max_tokens = max_tokens;
  }

  /** Adds the best of the candidates while all that is chosen stays within the limit. */
  async take(candidates: readonly Passage[], limit_tokens: number, signal: AbortSignal): Promise<void> {
    // Equal scores: the later passage, because what came last is still going on.
    const best = [...candidates].sort((a, b) => b.score - a.score || this.#place(b) - this.#place(a));
    let examined = 0;
    for (const passage of best.slice(0, MAX_COUNTED)) {
      if (this.#chosen.has(passage)) continue;
      const tokens = this.#tokens.get(passage) ?? this.#count(`${passage.line}\n`);
      this.#tokens.set(passage, tokens);
      if (this.#used_tokens + tokens <= limit_tokens) {
        this.#chosen.add(passage);
        this.#used_tokens += tokens;
      }
      examined += 1;
      if (examined % COUNTED_A_TURN > 0) continue;
      await turn();
      signal.throwIfAborted();
    }
  }

  /** In the order of the conversation. Lines joined may count more than lines alone: then the least line goes. */
  text(): string {
    const lines = [...this.#chosen].sort((a, b) => this.#place(a) - this.#place(b));
    for (;;) {
      const text = lines.map((passage) => passage.line).join('\n');
      if (lines.length === 0 || this.#count(text) <= this.#max_tokens) return text;
      const least = lines.reduce((a, b) => (b.score < a.score ? b : a));
      lines.splice(lines.indexOf(least), 1);
    }
  }

  #place(passage: Passage): number {
    return this.#order.get(passage) ?? 0;
  }
}

/** Passages of the previous summary, then of the turns. A repeated one stays once, where it was said last. */
async function collect(
  input: SummaryInput,
  count: (text: string) => number,
  signal: AbortSignal,
): Promise<Passage[]> {
  const half_tokens = Math.floor(input.max_tokens / 2);
  const passages = new Map<string, Passage>();
  const add = (line: string, is_previous: boolean) => {
    const words = [...line.toLowerCase().matchAll(WORD)].map(([word]) => word);
    // Deleted first: a Map keeps the place of a key that is only set again.
    passages.delete(line);
    passages.set(line, { line, words, is_previous, score: 0 });
  };
  const fitting = (passage: string): string[] => {
    const tokens = passage.length <= half_tokens ? 0 : count(passage);
    if (tokens <= half_tokens) return [passage];
    const max_units = Math.floor((passage.length * half_tokens) / tokens);
    return passagesOf(passage, Math.max(MIN_PASSAGE_UNITS, max_units));
  };
  for (const part of endsOf(input.previous_summary, MAX_TURN_UNITS))
    for (const passage of passagesOfSummary(part, MAX_PASSAGE_UNITS).flatMap(fitting)) add(passage, true);
  for (const { role, passage } of (await said(input.turns, signal)).slice(-MAX_PASSAGES))
    for (const piece of fitting(passage)) add(`${role}: ${piece}`, false);
  return [...passages.values()];
}

async function said(
  turns: SummaryInput['turns'],
  signal: AbortSignal,
): Promise<{ role: string; passage: string }[]> {
  const found: { role: string; passage: string }[] = [];
  let units = 0;
  for (const { role, content } of turns) {
    for (const part of endsOf(content, MAX_TURN_UNITS)) {
      for (const passage of passagesOf(part, MAX_PASSAGE_UNITS)) found.push({ role, passage });
      units += part.length;
      if (units < UNITS_A_TURN) continue;
      units = 0;
      await turn();
      signal.throwIfAborted();
    }
  }
  return found;
}

function scored(passages: Passage[]): Passage[] {
  const passages_with = new Map<string, number>();
  for (const { words } of passages)
    for (const word of new Set(words)) passages_with.set(word, (passages_with.get(word) ?? 0) + 1);
  passages.forEach((passage, index) => {
    const { words, line } = passage;
    let sum = 0;
    // A word of one passage alone says nothing about the conversation; one of every passage neither.
    for (const word of new Set(words)) {
      const others = (passages_with.get(word) ?? 1) - 1;
      sum += others === 0 ? 0.5 : Math.log(1 + passages.length / (others + 1));
    }
    const age_factor = OLDEST_FACTOR + ((NEWEST_FACTOR - OLDEST_FACTOR) * (index + 1)) / passages.length;
    passage.score =
      ((1 + sum) / Math.sqrt(3 + words.length)) *
      (/\p{N}/u.test(line) ? NUMBER_BOOST : 1) *
      (DECISION.test(line) ? DECISION_BOOST : 1) *
      age_factor;
  });
  return passages;
}
