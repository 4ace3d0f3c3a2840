/**
 * A file of tokens for a box that is set up without a call: a line each, `NAME ROLE AGENTS SHA256`, where AGENTS are patterns
 * with commas between and SHA256 the hash of the secret in hex (`holdfast tokens hash` makes such a line). Empty lines and
 * lines that begin with # say nothing. The name is the token's id: `hf_NAME_SECRET`.
 */
import { readFileSync } from 'node:fs';
import { AgentPatterns, isPattern, MAX_PATTERNS } from './patterns.js';
import { isRole } from './roles.js';
import type { TokenRecord } from './tokens.js';

export const TOKEN_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** @throws Error naming the line and what is wrong with it, never what it holds. */
export function readTokensFile(path: string): TokenRecord[] {
  const records = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const text = line.trim();
      return text === '' || text.startsWith('#') ? [] : [parseLine(text, `${path}:${index + 1}`)];
    });
  const seen = new Set<string>();
  for (const { token_id } of records) {
    if (seen.has(token_id)) throw new Error(`${path}: ${token_id} is there twice`);
    seen.add(token_id);
  }
  return records;
}

function parseLine(text: string, at: string): TokenRecord {
  const [name = '', role = '', agents = '', hash = '', ...more] = text.split(/\s+/);
  const patterns = agents.split(',');
  if (!TOKEN_NAME.test(name)) throw new Error(`${at}: a name is 1-64 characters of [A-Za-z0-9-]`);
  if (!isRole(role)) throw new Error(`${at}: a role is reader, agent, operator or admin`);
  if (patterns.length > MAX_PATTERNS || !patterns.every(isPattern))
    throw new Error(`${at}: agents are ids, beginnings with a * at the end, or *, with commas between`);
  if (!/^[0-9a-f]{64}$/.test(hash) || more.length > 0)
    throw new Error(`${at}: the hash is 64 hex digits, and the last thing on the line`);
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
