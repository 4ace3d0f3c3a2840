/** Checks the episodic tier's own invariants over a whole file. */
import type { Finding } from '../../journal/verify.js';
import type { Db } from '../../store/db.js';

interface CountRow {
  readonly agent_id: string;
  readonly type: string;
  readonly count: number;
  readonly kept: number;
}

const MAX_FINDINGS = 100;

/** The count that retention goes by is the number of rows that are there. */
export function verifyEpisodes(db: Db): Finding[] {
  const wrong = db.prepare<[number], CountRow>(
    `SELECT agent_id, type, count, kept FROM (
       SELECT t.agent_id, t.type, t.count,
         (SELECT count(*) FROM episodes e WHERE e.agent_id = t.agent_id AND e.type = t.type) AS kept
       FROM episode_types t WHERE t.type <> '')
     WHERE count <> kept LIMIT ?`,
  );
  return wrong.all(MAX_FINDINGS).map(({ agent_id, type, count, kept }) => ({
    kind: 'episodic.count',
    revision: 0,
    message: `${agent_id} has ${kept} episodes of type ${type}, but ${count} are counted`,
  }));
}
