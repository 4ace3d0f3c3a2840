/** Each agent's epoch against the newest entry that says it. */
import { type Standing, soundly } from './standing.js';

export function standingEpochs({ db, journal, report }: Standing): void {
  const rows = db
    .prepare<[], { agent_id: string; epoch: number }>('SELECT agent_id, epoch FROM agents')
    .all();
  const epochs = new Map(rows.map(({ agent_id, epoch }) => [agent_id, epoch]));
  const agents = new Set(epochs.keys());
  for (const { agent_id } of journal.of('epoch')) agents.add(agent_id);
  for (const agent_id of agents) {
    const last = journal.lastOf('epoch', agent_id, '');
    const problem = soundly(() => {
      const kept = epochs.get(agent_id) ?? 0;
      if (last === undefined) return journal.from === 0 ? `it is ${kept}, but the journal knows of none` : '';
      const told = journal.at(last.position)?.payload.epoch;
      return told === kept ? '' : `it is ${kept}, and ${told} in the journal`;
    });
    if (problem !== '') report('agent.epoch', last?.position ?? 0, `the epoch of ${agent_id}`, problem);
  }
}
