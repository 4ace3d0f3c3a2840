/**
 * JSON documents: a strict parser and its inverse.
 *
 * Why not JSON.parse: it bends what it cannot hold and does not say so. It keeps the last of duplicate keys, rounds
 * 9007199254740993 to ...992 and 0.12345678901234567890 to another decimal, accepts lone surrogates that UTF-8
 * cannot carry, and builds the whole tree before any depth or key limit could be checked. A reviver sees none of
 * this. So this is a parser of our own: RFC 8259 grammar, one pass over the character codes, recursion bounded by
 * max_depth, every refusal an INVALID_DOCUMENT with the offset.
 *
 * Values JSON has no form for are objects with exactly one key: {"__decimal__": "1.5"},
 * {"__timestamp__": "2026-11-20T00:00:00.123456789Z"} and {"__binary__": "<base64>"}. An object with a reserved key
 * in any other shape is refused, so nothing can pass for a tagged value.
 */
import { HoldfastError } from '../errors.js';
import { checkSize, type DocumentLimits, MAX_DEPTH_CEILING, tooDeep, tooManyKeys } from './limits.js';
import { parseNumber } from './number.js';
import { parseTimestamp } from './rfc3339.js';
import { DecimalValue, type DocObject, type DocValue, RESERVED_KEYS } from './value.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** With the u flag a surrogate class matches only surrogates that are not part of a pair. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Parses one JSON text.
 * @throws HoldfastError INVALID_DOCUMENT, DOCUMENT_TOO_LARGE or DOCUMENT_TOO_DEEP.
 */
export function parseJson(text: string, limits: DocumentLimits): DocValue {
  checkSize(Buffer.byteLength(text, 'utf8'), limits);
  if (LONE_SURROGATE.test(text)) throw refuse('lone surrogate', text.search(LONE_SURROGATE));
  return new JsonParser(text, limits).document();
}

class JsonParser {
  private readonly text: string;
  private readonly limits: DocumentLimits;
  private readonly maxDepth: number;
  private position = 0;
  private depth = 0;
  private keys = 0;

  constructor(text: string, limits: DocumentLimits) {
    this.text = text;
    this.limits = limits;
    this.maxDepth = Math.min(limits.max_depth, MAX_DEPTH_CEILING);
  }

  document(): DocValue {
    const value = this.value();
    this.skipSpace();
    if (this.position < this.text.length) throw refuse('text after the document', this.position);
    return value;
  }

  /** Skips white space and returns the code that follows, NaN at the end. */
  private skipSpace(): number {
    for (;;) {
      const code = this.text.charCodeAt(this.position);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return code;
      this.position++;
    }
  }

  private value(): DocValue {
    const code = this.skipSpace();
    if (code === QUOTE) return this.string();
    if (code === OPEN_BRACE) return this.object();
    if (code === OPEN_BRACKET) return this.array();
    if (code === MINUS || (code >= 0x30 && code <= 0x39)) return this.number();
    if (this.text.startsWith('true', this.position)) return this.literal(4, true);
    if (this.text.startsWith('false', this.position)) return this.literal(5, false);
    if (this.text.startsWith('null', this.position)) return this.literal(4, null);
    throw refuse(Number.isNaN(code) ? 'the text ends where a value should be' : 'not a value', this.position);
  }

  private literal<T>(length: number, value: T): T {
    this.position += length;
    return value;
  }

  private enter(): void {
    if (++this.depth > this.maxDepth) throw tooDeep(this.limits);
    this.position++;
  }

  private array(): DocValue[] {
    this.enter();
    const array: DocValue[] = [];
    if (this.skipSpace() !== CLOSE_BRACKET) {
      for (;;) {
        array.push(this.value());
        const code = this.skipSpace();
        if (code === CLOSE_BRACKET) break;
        if (code !== COMMA) throw refuse('expected "," or "]"', this.position);
        this.position++;
      }
    }
    this.position++;
    this.depth--;
    return array;
  }

  private object(): DocValue {
    const start = this.position;
    this.enter();
    const object: DocObject = {};
    let tag = '';
    let members = 0;
    if (this.skipSpace() !== CLOSE_BRACE) {
      for (;;) {
        const key = this.key(object);
        if (RESERVED_KEYS.has(key)) {
          // Assigning __proto__ would set the prototype, and __int64__ exists in the canonical form only.
          if (key === '__proto__' || key === '__int64__') throw refuse(`the key ${key} is reserved`, start);
          tag = key;
        }
        object[key] = this.value();
        members++;
        const code = this.skipSpace();
        if (code === CLOSE_BRACE) break;
        if (code !== COMMA) throw refuse('expected "," or "}"', this.position);
        this.position++;
        if (this.skipSpace() !== QUOTE) throw refuse('expected a key', this.position);
      }
    }
    this.position++;
    this.depth--;
    if (tag === '') return object;
    if (members !== 1) throw refuse(`${tag} must be the only key of its object`, start);
    return untag(tag, object[tag], start);
  }

  /** Reads a key and its colon. */
  private key(object: DocObject): string {
    if (this.text.charCodeAt(this.position) !== QUOTE) throw refuse('expected a key', this.position);
    if (++this.keys > this.limits.max_keys) throw tooManyKeys(this.limits);
    const start = this.position;
    const key = this.string();
    // The cheap test first: no document value is undefined, though Object.prototype has names of its own.
    if (object[key] !== undefined && Object.hasOwn(object, key)) throw refuse('duplicate key', start);
    if (this.skipSpace() !== COLON) throw refuse('expected ":"', this.position);
    this.position++;
    return key;
  }

  private string(): string {
    const { text } = this;
    const start = ++this.position;
    let position = start;
    for (;;) {
      const code = text.charCodeAt(position);
      if (code === QUOTE) {
        this.position = position + 1;
        return text.slice(start, position);
      }
      if (code === BACKSLASH) return this.escapedString(start, position);
      if (!(code >= 0x20)) throw refuse(badStringCharacter(code), position);
      position++;
    }
  }

  /** The rest of a string from its first backslash on. */
  private escapedString(start: number, firstEscape: number): string {
    const { text } = this;
    let result = text.slice(start, firstEscape);
    let position = firstEscape;
    let chunk = position;
    for (;;) {
      const code = text.charCodeAt(position);
      if (code === BACKSLASH) {
        result += text.slice(chunk, position) + this.escape(position + 1);
        position += text.charCodeAt(position + 1) === 0x75 ? 6 : 2;
        chunk = position;
      } else if (code === QUOTE) {
        result += text.slice(chunk, position);
        if (LONE_SURROGATE.test(result)) throw refuse('lone surrogate in a string', start);
        this.position = position + 1;
        return result;
      } else if (code >= 0x20) position++;
      else throw refuse(badStringCharacter(code), position);
    }
  }

  private escape(position: number): string {
    const letter = this.text.charAt(position);
    if (letter === 'u') {
      const digits = this.text.slice(position + 1, position + 5);
      if (/^[0-9A-Fa-f]{4}$/.test(digits)) return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const character = letter === 'u' ? undefined : ESCAPES[letter];
    if (character === undefined) throw refuse('unknown escape', position - 1);
    return character;
  }

  private number(): number | bigint {
    const { text } = this;
    const start = this.position;
    let position = start;
    let value = 0;
    let code = text.charCodeAt(position);
    // Up to 15 digits add up exactly in a double; whatever is longer or not plain digits takes the general way.
    while (code >= 0x30 && code <= 0x39) {
      value = value * 10 + (code - 0x30);
      code = text.charCodeAt(++position);
    }
    const digits = position - start;
    const plain = code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET;
    if (plain && digits > 0 && digits <= 15 && (digits === 1 || text.charCodeAt(start) !== 0x30)) {
      this.position = position;
      return value;
    }
    while (isNumberCode(text.charCodeAt(position))) position++;
    this.position = position;
    const parsed = parseNumber(text.slice(start, position));
    if (typeof parsed === 'string') throw refuse(parsed, start);
    return parsed;
  }
}

/** True for the characters a number may consist of: digits + - . e E. */
function isNumberCode(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2e ||
    code === MINUS ||
    code === 0x2b ||
    code === 0x65 ||
    code === 0x45
  );
}

function badStringCharacter(code: number): string {
  return Number.isNaN(code) ? 'the text ends within a string' : 'unescaped control character in a string';
}

function untag(tag: string, value: DocValue | undefined, position: number): DocValue {
  if (typeof value !== 'string') throw refuse(`${tag} must hold a string`, position);
  if (tag === '__decimal__') return new DecimalValue(value);
  if (tag === '__timestamp__') return parseTimestamp(value);
  const bytes = BASE64.test(value) ? Buffer.from(value, 'base64') : undefined;
  // Encoding back catches stray bits after the last byte, which would give one value two spellings.
  if (bytes?.toString('base64') !== value) throw refuse('__binary__ must hold padded base64', position);
  return new Uint8Array(bytes);
}

/** The refusal never quotes the document: it may hold a secret. */
function refuse(problem: string, position: number): HoldfastError {
  return new HoldfastError('INVALID_DOCUMENT', `document: ${problem} (at character ${position})`, {
    metadata: { position: String(position) },
  });
}
