/**
 * Finds what is shaped like a credential, so that it can be refused: credentials belong in the vault.
 *
 * One regex finds candidates in time linear in the text: every alternative starts with a fixed prefix, and a run of
 * token characters is consumed whole or begins at a boundary, so no stretch is read again from each of its starts. A
 * candidate costs about a microsecond, for nothing is parsed: a text may consist of candidates.
 * Nested JSON needs no parser: a secret in a string in a string is still there in plain sight, unless escapes hide
 * it, so a text with a backslash is looked at a second time with its escapes decoded.
 */
import { DecimalValue, type DocValue, Timestamp } from './value.js';

export interface FoundSecret {
  /** Where, such as `$.a.b[3]`. A secret in a key is named by the path of the object that has it. */
  readonly path: string;
  /** What it looks like, such as `private key`. Never the secret itself. */
  readonly kind: string;
}

/** No credential below is shorter; most strings of a document are. */
const MIN_SECRET_LENGTH = 12;

/**
 * What base64 makes of `"alg"`, which every JSON web token's header holds: it depends on where among three bytes it begins.
 * Only the characters that nothing else has part in.
 */
const ALG = [0, 1, 2].map((shift) =>
  Buffer.from(`${'x'.repeat(shift)}"alg"`)
    .toString('base64url')
    .slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + 5) * 8) / 6)),
);

/** Each named group is one kind. The lookbehinds keep words such as "task-..." and "wolf_live_..." out. */
const CANDIDATE = new RegExp(
  [
    '(?<pf>(?<![A-Za-z0-9])pf_live_[A-Za-z0-9_-]{4,})',
    '(?<stripe>(?<![A-Za-z0-9])[sr]k_live_[A-Za-z0-9_-]{4,})',
    '(?<llm>(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{16,})',
    '(?<pem>-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY)',
    // It begins with a brace, and what follows that is a quote or white space.
    `(?<jwt>(?<![A-Za-z0-9_-])(?=e[yw][A-Za-z0-9_-]*(?:${ALG.join('|')}))[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]{2,}){2})`,
    '(?<hf>(?<![A-Za-z0-9])hf_[A-Za-z0-9-]{1,64}_[A-Za-z0-9_-]{16,})',
    '(?<aws>(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9]))',
    '(?<github>(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}))',
  ].join('|'),
  'g',
);

/** What every candidate contains. Clean text, nearly all there is, costs this one test. */
const HINT =
  /[psr][fk]_live_|sk-[A-Za-z0-9_-]{16}|PRIVATE KEY|e[yw][A-Za-z0-9_-]{6}|hf_|AKIA|ASIA|gh[pousr]_|hub_pat_/;

const KINDS: Readonly<Record<string, string>> = {
  pf: 'Purple Flea API key',
  stripe: 'live secret key',
  llm: 'model provider API key',
  pem: 'private key',
  jwt: 'JSON web token',
  hf: 'Holdfast token',
  aws: 'AWS access key',
  github: 'GitHub token',
};

/** The kind of the first credential in a plain text, or null. */
export function findSecretInText(text: string): string | null {
  if (text.length < MIN_SECRET_LENGTH) return null;
  return scan(text) ?? (text.includes('\\') ? scan(unescapeText(text)) : null);
}

/**
 * A line of JSON with everything in it blotted out that is shaped like a credential, more rather than less: a word that only looks
 * like one is no loss in a log.
 */
export function withoutSecrets(line: string): string {
  if (!HINT.test(line)) return line;
  // An escaped line break ends in a letter, behind which no credential would be seen. JSON holds no NUL of its own.
  return line
    .replace(/\\[bfnrt]/g, '$&\0')
    .replace(/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?:[^"\\]|\\.)*/g, '[redacted]')
    .replace(CANDIDATE, '[redacted]')
    .replaceAll('\0', '');
}

/** The first credential in any string, key or binary of a value, or null. */
export function findSecret(value: DocValue): FoundSecret | null {
  return search(value, '$');
}

function search(value: DocValue, path: string): FoundSecret | null {
  if (typeof value === 'string') return inText(value, path);
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item = value[i] as DocValue;
      // Building a path is what costs in a clean document, so it is built only on the way out.
      const found = search(item, '');
      if (found !== null) return { path: `${path}[${i}]${found.path}`, kind: found.kind };
    }
    return null;
  }
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return inText(bytes.toString('latin1'), path);
  }
  if (value instanceof DecimalValue || value instanceof Timestamp) return null;
  for (const key in value) {
    const inKey = inText(key, path);
    if (inKey !== null) return inKey;
    const found = search(value[key] as DocValue, '');
    if (found !== null) return { path: `${path}${member(key)}${found.path}`, kind: found.kind };
  }
  return null;
}

function member(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function inText(text: string, path: string): FoundSecret | null {
  const kind = findSecretInText(text);
  return kind === null ? null : { path, kind };
}

function scan(text: string): string | null {
  if (!HINT.test(text)) return null;
  for (const { groups = {} } of text.matchAll(CANDIDATE)) {
    if (groups.llm !== undefined && !isModelKey(groups.llm)) continue;
    if (groups.hf !== undefined && !isRandom(groups.hf)) continue;
    const name = Object.keys(groups).find((kind) => groups[kind] !== undefined) ?? '';
    return KINDS[name] ?? name;
  }
  return null;
}

/** Undoes JSON's escapes whatever the number of backslashes, so that any depth of nesting is seen through. */
function unescapeText(text: string): string {
  return (
    text
      .replace(/(?<!\\)\\+u([0-9A-Fa-f]{4})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      // A white-space escape ends a word, so it must not leave its letter in front of the next one.
      .replace(/(?<!\\)\\+[bfnrt]/g, ' ')
      .replaceAll('\\', '')
  );
}

/** Kebab-case words can start with "sk-" too; a key has a known prefix or a long run that mixes letters and digits. */
function isModelKey(token: string): boolean {
  if (/^sk-(?:ant|proj|svcacct|admin|or-v1)-/.test(token)) return true;
  return hasMixedRun(token);
}

/** Snake-case names can start with "hf_" too; a random secret is hexadecimal or base64url. */
function isRandom(token: string): boolean {
  return hasMixedRun(token) || (/\d/.test(token) && /[a-z]/.test(token.slice(3)) && /[A-Z]/.test(token));
}

/** True if 16 or more letters and digits stand together and both occur. */
function hasMixedRun(token: string): boolean {
  return (token.match(/[A-Za-z0-9]{16,}/g) ?? []).some((run) => /\d/.test(run) && /[A-Za-z]/.test(run));
}
