/** Who makes a call, as far as the daemon can know. */
import type { AgentPatterns } from './patterns.js';
import type { Role } from './roles.js';

export interface Principal {
  /** For the journal and the log: `token:ID`, or `socket:PATH` for who opened a socket that needs no token. */
  readonly id: string;
  readonly role: Role;
  readonly agents: AgentPatterns;
}
