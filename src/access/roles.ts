/** What a credential may do, each role what the ones before it may as well. */
export const ROLES = ['reader', 'agent', 'operator', 'admin'] as const;

/**
 * reader: reads what its agents have. agent: acts for its agents. operator: sets what binds agents (guards, halts, accounts,
 * retention) and looks after the daemon (backups, checks). admin: tokens, keys, and what cannot be undone.
 */
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

export function isAtLeast(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
