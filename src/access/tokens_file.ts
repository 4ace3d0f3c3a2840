/**
 * A file of tokens for a box that is set up without a call: a line each, `NAME ROLE AGENTS SHA256`, where AGENTS are patterns
 * with commas between and SHA256 the hash of the secret in hex (`holdfast tokens hash` makes such a line). Empty lines and
 * lines that begin with # say nothing. The name is the token's id: `hf_NAME_SECRET`. Whoever may write the file may make
 * himself a token, so that only its owner may.
 */
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { AgentPatterns, isPattern, MAX_PATTERNS } from './patterns.js';
import { isRole } from './roles.js';
import type { TokenRecord } from './tokens.js';

export const TOKEN_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

const WRITABLE_BY_OTHERS = 0o022;

export interface TokensFile {
  readonly records: readonly TokenRecord[];
  /** What is wrong with lines that do not count, naming the line, never what it holds. */
  readonly problems: readonly string[];
}

/** @throws Error when the file cannot be read, or others than its owner may write it. */
export function readTokensFile(path: string): TokensFile {
  const records = new Map<string, TokenRecord>();
  const problems: string[] = [];
  for (const [index, line] of readOwned(path).split('\n').entries()) {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) continue;
    const record = parseLine(text);
    if (typeof record === 'string') problems.push(`${path}:${index + 1}: ${record}`);
    else if (records.has(record.token_id)) problems.push(`${path}:${index + 1}: the name is there twice`);
    else records.set(record.token_id, record);
  }
  return { records: [...records.values()], problems };
}

/** What was looked at is what is read, whatever is moved to the path in between. */
function readOwned(path: string): string {
  const fd = openSync(path, 'r');
  try {
    const mode = fstatSync(fd).mode & 0o777;
    if ((mode & WRITABLE_BY_OTHERS) !== 0) {
      const shown = mode.toString(8).padStart(4, '0');
      throw new Error(`${path} may be written by others than its owner (mode ${shown}): make it 0600`);
    }
    return readFileSync(fd, 'utf8');
  } finally {
    closeSync(fd);
  }
}

/** Returns what is wrong with the line if it does not count. */
function parseLine(text: string): TokenRecord | string {
  const [name = '', role = '', agents = '', hash = '', ...more] = text.split(/\s+/);
  const patterns = agents.split(',');
  if (!TOKEN_NAME.test(name)) return 'a name is 1-64 characters of [A-Za-z0-9-]';
  if (!isRole(role)) return 'a role is reader, agent, operator or admin';
  if (patterns.length > MAX_PATTERNS || !patterns.every(isPattern))
    return 'agents are ids, beginnings with a * at the end, or *, with commas between';
  if (!/^[0-9a-f]{64}$/.test(hash) || more.length > 0)
    return 'the hash is 64 hex digits, and the last thing on the line';
  const secret_sha256 = Buffer.from(hash, 'hex');
  return { token_id: name, role, agents: new AgentPatterns(patterns), secret_sha256, expires_us: null };
}

/** A line of the file. */
export function tokensFileLine(
  name: string,
  role: string,
  agents: readonly string[],
  secret_sha256: Buffer,
): string {
  return `${name} ${role} ${agents.join(',')} ${secret_sha256.toString('hex')}`;
}
