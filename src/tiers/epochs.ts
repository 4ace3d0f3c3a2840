/** The fencing number of each agent. Its own file because the writer checks it before every fenced command. */
import { HoldfastError } from '../errors.js';
import type { Db } from '../store/db.js';

export interface AgentEpochs {
  /** 0 for an agent that was never taken over. */
  of(agent_id: string): number;
  /** Raises the epoch by one and returns it. */
  raise(agent_id: string): number;
}

export function agentEpochs(db: Db): AgentEpochs {
  const select = db.prepare<[string], number>('SELECT epoch FROM agents WHERE agent_id = ?').pluck();
  const raise = db
    .prepare<[string], number>(
      `INSERT INTO agents (agent_id, epoch) VALUES (?, 1)
       ON CONFLICT (agent_id) DO UPDATE SET epoch = epoch + 1 RETURNING epoch`,
    )
    .pluck();
  return {
    of: (agent_id) => select.get(agent_id) ?? 0,
    raise: (agent_id) => raise.get(agent_id) ?? 0,
  };
}

/** The refusal of who names, or began with, another epoch than the agent's. */
export function staleEpoch(epoch: number, current: number): HoldfastError {
  return new HoldfastError(
    'STALE_EPOCH',
    `epoch: ${epoch} is not the agent's epoch ${current}; another process has taken over`,
    { field: 'epoch', metadata: { current: String(current) } },
  );
}
