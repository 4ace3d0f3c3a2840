/** What the session commands are given and answer. */

export type SessionState = 'ACTIVE' | 'REDUCING' | 'PAUSED' | 'HALTED' | 'LOST' | 'CLOSED' | 'EXPIRED';
