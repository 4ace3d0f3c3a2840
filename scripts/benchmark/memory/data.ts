/**
 * Memories that look like the real thing: texts of topics with a skewed vocabulary, and vectors of the same topics. Sentence
 * embeddings are clustered, topics are of very different sizes, and most of their variance lies in few directions
 * (Ethayarajh 2019, "How Contextual are Contextualized Word Representations?"); so does what is made here.
 */
import { normalFrom, randomFrom, zipf } from './random.js';

export interface Memory {
  readonly content: string;
  readonly vector: Float32Array;
}

const SUPER_TOPICS = 40;
const TOPICS = 2000;
const COMMON_WORDS = 3000;
const TOPIC_WORDS = 40;

export class DataSet {
  readonly dimensions: number;
  readonly #centres: Float32Array[] = [];
  readonly #spectrum: Float32Array;

  constructor(dimensions: number, seed: number) {
    this.dimensions = dimensions;
    const normal = normalFrom(randomFrom(seed));
    // Standard deviations that fall off with the square root of the direction's number.
    this.#spectrum = Float32Array.from({ length: dimensions }, (_, at) => 1 / Math.sqrt(1 + at / 16));
    const supers = Array.from({ length: SUPER_TOPICS }, () => this.#draw(normal, 1));
    for (let topic = 0; topic < TOPICS; topic += 1) {
      const own = this.#draw(normal, 0.8);
      const above = supers[topic % SUPER_TOPICS] ?? own;
      this.#centres.push(own.map((value, at) => value + (above[at] ?? 0)));
    }
  }

  /** `count` memories; another seed gives others of the same topics, so queries are drawn in the same way. */
  *memories(count: number, seed: number): Generator<Memory, void> {
    const random = randomFrom(seed);
    const normal = normalFrom(random);
    for (let index = 0; index < count; index += 1) {
      const topic = zipf(random, TOPICS);
      yield { content: this.#text(random, topic, index), vector: this.#vector(normal, topic) };
    }
  }

  /** Questions: a few words of a topic, and a vector near it. */
  *queries(count: number, seed: number): Generator<Memory, void> {
    const random = randomFrom(seed);
    const normal = normalFrom(random);
    for (let index = 0; index < count; index += 1) {
      const topic = zipf(random, TOPICS);
      const words = Array.from({ length: 3 + Math.floor(random() * 3) }, () => topicWord(random, topic));
      const filler = Array.from({ length: 4 }, () => commonWord(zipf(random, COMMON_WORDS)));
      yield {
        content: `what about ${[...words, ...filler].join(' ')}?`,
        vector: this.#vector(normal, topic),
      };
    }
  }

  #draw(normal: () => number, scale: number): Float32Array {
    return this.#spectrum.map((deviation) => deviation * scale * normal());
  }

  #vector(normal: () => number, topic: number): Float32Array {
    const centre = this.#centres[topic] ?? new Float32Array(this.dimensions);
    const drawn = this.#draw(normal, 0.9);
    let squares = 0;
    for (let at = 0; at < drawn.length; at += 1) {
      const value = (drawn[at] ?? 0) + (centre[at] ?? 0);
      drawn[at] = value;
      squares += value * value;
    }
    const scale = 1 / Math.sqrt(squares);
    return drawn.map((value) => value * scale);
  }

  #text(random: () => number, topic: number, index: number): string {
    const length = 12 + Math.floor(random() * 24);
    const words = Array.from({ length }, () =>
      random() < 0.35 ? topicWord(random, topic) : commonWord(zipf(random, COMMON_WORDS)),
    );
    return `${words.join(' ')} #${index}`;
  }
}

function topicWord(random: () => number, topic: number): string {
  return spelled(10_000 + topic * TOPIC_WORDS + zipf(random, TOPIC_WORDS));
}

function commonWord(index: number): string {
  return spelled(index);
}

/** A word that can be spoken, the same for the same number. */
function spelled(number: number): string {
  let word = '';
  for (let rest = number + 7; rest > 0; rest = Math.floor(rest / 100)) {
    const syllable = rest % 100;
    word += `${'bcdfghjklmnprstvwxyz'[syllable % 20]}${'aeiou'[Math.floor(syllable / 20)]}`;
  }
  return word;
}
