/**
 * Porter's stemmer: "An algorithm for suffix stripping", Program 14(3), 1980, with the two departures of his own later
 * version (`logi` -> `log`, `bli` -> `ble`), as SQLite's FTS5 has it too.
 */
const CONSONANT = '[^aeiou]';
const VOWEL = '[aeiouy]';
const CONSONANTS = `${CONSONANT}[^aeiouy]*`;
const VOWELS = `${VOWEL}[aeiou]*`;

/** The measure m: how many vowel-consonant pairs a stem holds. */
const MEASURE_0 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const MEASURE_IS_1 = new RegExp(`^(${CONSONANTS})?${VOWELS}${CONSONANTS}(${VOWELS})?$`);
const MEASURE_1 = new RegExp(`^(${CONSONANTS})?(${VOWELS}${CONSONANTS}){2}`);
const HAS_VOWEL = new RegExp(`^(${CONSONANTS})?${VOWEL}`);
/** Ends consonant-vowel-consonant, the last not w, x or y. */
const SHORT_END = new RegExp(`^${CONSONANTS}${VOWEL}[^aeiouwxy]$`);

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['eli', 'e'],
];

const STEP_3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const STEP_4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;
const STEP_4_ION = /^(.+?[st])ion$/;

/** The stem of a lower-case word of a-z; words of up to two letters stay as they are. */
export function stem(word: string): string {
  if (word.length <= 2) return word;
  // A y at the beginning is a consonant.
  const first_is_y = word.startsWith('y');
  let stemmed = first_is_y ? `Y${word.slice(1)}` : word;
  stemmed = plural(stemmed);
  stemmed = pastAndGerund(stemmed);
  const bare = /^(.+)y$/.exec(stemmed)?.[1];
  if (bare !== undefined && HAS_VOWEL.test(bare)) stemmed = `${bare}i`;
  stemmed = replaced(stemmed, STEP_2);
  stemmed = replaced(stemmed, STEP_3);
  stemmed = withoutLastSuffix(stemmed);
  stemmed = withoutFinalE(stemmed);
  return first_is_y ? `y${stemmed.slice(1)}` : stemmed;
}

function plural(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function pastAndGerund(word: string): string {
  if (word.endsWith('eed')) return MEASURE_0.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const bare = /^(.+)(?:ed|ing)$/.exec(word)?.[1];
  if (bare === undefined || !HAS_VOWEL.test(bare)) return word;
  if (/(at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (/([^aeiouylsz])\1$/.test(bare)) return bare.slice(0, -1);
  return SHORT_END.test(bare) ? `${bare}e` : bare;
}

function replaced(word: string, endings: readonly (readonly [string, string])[]): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (found === undefined) return word;
  const bare = word.slice(0, -found[0].length);
  return MEASURE_0.test(bare) ? bare + found[1] : word;
}

function withoutLastSuffix(word: string): string {
  const bare = STEP_4.exec(word)?.[1] ?? STEP_4_ION.exec(word)?.[1];
  return bare !== undefined && MEASURE_1.test(bare) ? bare : word;
}

function withoutFinalE(word: string): string {
  let stemmed = word;
  if (stemmed.endsWith('e')) {
    const bare = stemmed.slice(0, -1);
    if (MEASURE_1.test(bare) || (MEASURE_IS_1.test(bare) && !SHORT_END.test(bare))) stemmed = bare;
  }
  return stemmed.endsWith('ll') && MEASURE_1.test(stemmed) ? stemmed.slice(0, -1) : stemmed;
}
