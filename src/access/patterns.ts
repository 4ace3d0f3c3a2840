/** Which agents a credential may name: exact ids, beginnings (`desk-*`), or every agent (`*`). */

/** An agent id, or its beginning followed by a star. */
const PATTERN = /^(?:\*|[A-Za-z0-9][A-Za-z0-9._:-]{0,63}\*?)$/;

export const MAX_PATTERNS = 64;

export function isPattern(text: string): boolean {
  return PATTERN.test(text);
}

export class AgentPatterns {
  readonly patterns: readonly string[];
  /** Every agent, and what belongs to no agent: guards for all, reads across all, the daemon itself. */
  readonly is_everyone: boolean;
  readonly #exact: ReadonlySet<string>;
  readonly #prefixes: readonly string[];

  /** @param patterns as `isPattern` takes them. */
  constructor(patterns: readonly string[]) {
    this.patterns = patterns;
    this.is_everyone = patterns.includes('*');
    this.#exact = new Set(patterns.filter((one) => !one.endsWith('*')));
    this.#prefixes = patterns.filter((one) => one.endsWith('*')).map((one) => one.slice(0, -1));
  }

  /** Whether the credential may name this agent; "*" stands for all of them and needs the pattern "*". */
  allows(agent_id: string): boolean {
    if (this.is_everyone) return true;
    if (agent_id === '*') return false;
    return this.#exact.has(agent_id) || this.#prefixes.some((prefix) => agent_id.startsWith(prefix));
  }
}
