/**
 * The words of a text, for the text index: the same for what is stored and for what is looked for.
 *
 * Compatibility forms are unified (NFKC), marks over Latin, Greek and Cyrillic letters dropped, letters made lower case,
 * English endings stripped (Porter). What traders write as one thing is found by its parts and as a whole: `BTC-USDT` gives
 * btc, usdt, btcusdt; `order_123` gives order, 123, order123; `placeOrder` gives place, order, placeorder; `0.25` gives 0, 25
 * and 0.25. Scripts written without spaces give overlapping pairs of characters.
 */
import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop_words.js';

/** Letters, marks and digits, joined by what joins the parts of one name. */
const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:[-_./:@+&'’,][\p{L}\p{M}\p{N}]+)*/gu;
const PART = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts written without spaces between words (and Hangul, whose words carry their particles with them). */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const HAS_UNSPACED = new RegExp(UNSPACED.source, 'u');
/** Where a small letter meets a capital, and where an abbreviation meets a word: placeOrder, HTTPServer. */
const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const DECIMAL = /^\d+(?:\.\d+)+$/;
/** Addresses and hashes: their capitals are a checksum. */
const HEX = /^0x/i;
const PLAIN = /^[a-z]+$/;

/** Names of more parts than this are paths or lists: the whole of them is never looked for. */
const MAX_JOINED_PARTS = 5;
/** Longer runs are no words; their beginning is enough to find them by. */
const MAX_WORD_LENGTH = 64;

/** Every word of a text in its order, repeated as often as it occurs. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const raw of rawWordsOf(text)) words.push(toWord(raw));
  return words;
}

/** The distinct words of a query, in its order; without English function words, unless there is nothing else. */
export function queryWords(query: string): string[] {
  const raw = rawWordsOf(query);
  const telling = raw.filter((word) => !STOP_WORDS.has(word));
  return [...new Set((telling.length > 0 ? telling : raw).map(toWord))];
}

function rawWordsOf(text: string): string[] {
  const words: string[] = [];
  // No capital letter is lost before camelCase has been looked at.
  const unified = text
    .normalize('NFKC')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  for (const [compound] of unified.matchAll(COMPOUND)) addCompound(words, compound);
  return words;
}

function addCompound(words: string[], compound: string): void {
  const possessive = compound.replace(/['’]s$/i, '').replaceAll(/['’]/g, '');
  // A comma joins the groups of a number only: 1,000.
  if (possessive.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(possessive)) {
    for (const piece of possessive.split(',')) addCompound(words, piece);
    return;
  }
  const name = possessive.replaceAll(',', '');
  const parts = name.match(PART) ?? [];
  for (const part of parts) addPart(words, part);
  if (parts.length === 1) return;
  if (DECIMAL.test(name)) words.push(name);
  else if (parts.length <= MAX_JOINED_PARTS && !HAS_UNSPACED.test(name))
    words.push(parts.join('').toLowerCase());
}

function addPart(words: string[], part: string): void {
  if (HAS_UNSPACED.test(part)) {
    let from = 0;
    for (const match of part.matchAll(UNSPACED)) {
      if (match.index > from) addPart(words, part.slice(from, match.index));
      addPairs(words, [...match[0]]);
      from = match.index + match[0].length;
    }
    if (from < part.length) addPart(words, part.slice(from));
    return;
  }
  const humps = HEX.test(part) ? [] : part.split(CAMEL);
  if (humps.length > 1 && humps.length <= MAX_JOINED_PARTS)
    for (const hump of humps) words.push(hump.toLowerCase());
  words.push(part.toLowerCase());
}

function addPairs(words: string[], characters: readonly string[]): void {
  if (characters.length === 1) words.push(characters.join(''));
  for (let i = 1; i < characters.length; i++) words.push(`${characters[i - 1]}${characters[i]}`);
}

const MAX_REMEMBERED = 50_000;
const stems = new Map<string, string>();

/** Stemming costs more than looking up, and few words make up most of any text. */
function toWord(raw: string): string {
  const known = stems.get(raw);
  if (known !== undefined) return known;
  const cut = raw.length > MAX_WORD_LENGTH ? raw.slice(0, MAX_WORD_LENGTH) : raw;
  const word = PLAIN.test(cut) ? stemmer(cut) : cut;
  if (stems.size >= MAX_REMEMBERED) stems.clear();
  stems.set(raw, word);
  return word;
}
