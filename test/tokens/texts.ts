/** Texts to count: ordinary ones, and pieces that put the split patterns to the test. */
import fc from 'fast-check';

export const ORDINARY: Readonly<Record<string, string>> = {
  prose: `The agent said: "I don't think we'll sell." She'd bought 1,250 shares at $17.05 (they've ALL risen since).\n\n  Why?\n`,
  code: `export function f(a: number[]): string {\n\t// no\n\tfor (let i=0;i<a.length;i++) { x += String(a[i] ?? '').trim(); }\r\n\treturn x;\n}\n`,
  json: '{"order":{"id":"0x9fA3","price":"64123.10","tags":["btc","USDT"],"at":1712345678901,"note":null}}',
  cjk: '代理必须记住它所做的一切。取引エージェントは「注文済み」を忘れてはならない。에이전트는 기억해야 합니다.',
  emoji: 'Up 🚀🚀 and down 📉 👨‍👩‍👧‍👦 🏳️‍🌈 e\u0301te\u0301 😀!',
  numbers: '3.14159265358979 1000000 0xdeadbeef 12345678901234567890 ١٢٣٤ ½ -7',
  european: 'Žluťoučký kůň über Straße, ÀÉÎÕÜ; Ελληνικά, Русский ТЕКСТ, ภาษาไทย, हिन्दी, العربية',
  markdown: '# Title\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n/usr/lib//x\n```\n',
  special: 'before <|endoftext|> and <|fim_prefix|><|endofprompt|> after',
};

const ATOMS = [
  ...[
    'a',
    'B',
    'the',
    'Hello',
    'HELLO',
    'camelCase',
    'x1y2',
    '一',
    'ñ',
    'ǅ',
    'ʰ',
    '𝐀',
    '𝐚',
    '\u0301',
    '👍🏽',
    '😀',
    '한국',
  ],
  ...[
    "'",
    "'s",
    "'S",
    "'ll",
    "'RE",
    "'t",
    'ſ',
    '"',
    '=',
    '===',
    '/',
    '//',
    '-',
    '.',
    ',',
    '{',
    '|',
    '<|endoftext|>',
    '。',
  ],
  ...[
    ' ',
    '  ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '\u00a0',
    '\u2003',
    '\u2028',
    '\ufeff',
    '\u0085',
    '\u200d',
    '\0',
  ],
  ...['0', '12', '1234', '½', '٣', '\ud800', '\udc00'],
];

/** Texts of up to `atoms` awkward fragments, or any characters at all. */
export function awkward(atoms: number): fc.Arbitrary<string> {
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...ATOMS), { maxLength: atoms }).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: atoms }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: atoms }) },
  );
}

/** One megabyte and more of each: what makes naive counters quadratic. */
export const HOSTILE: Readonly<Record<string, string>> = {
  letter: 'a'.repeat(1_000_000),
  capitals: `一${'A'.repeat(1_000_000)}`,
  spaces: `${' '.repeat(1_000_000)}x`,
  newlines: '\n'.repeat(1_000_000),
  'mixed white space': ' \n\t\r\u2003 '.repeat(170_000),
  digits: '7'.repeat(1_000_000),
  emoji: '😀'.repeat(260_000),
  'combining marks': '\u0301'.repeat(500_000),
  'special tokens': '<|endoftext|>'.repeat(80_000),
  'lone surrogates': '\ud800'.repeat(340_000),
  ideographs: '記憶'.repeat(170_000),
};
