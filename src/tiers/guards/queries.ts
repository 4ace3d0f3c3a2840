/** Reads of guards. */
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
import { GUARD_COLUMNS, type GuardRow } from './rows.js';
import { EVERYONE } from './rule.js';

export interface GuardQueries {
  /** An agent's own by name, then those of every agent by name; after one of them. */
  list(agent_id: string, after: GuardPlace, limit: number): Page<GuardRow>;
}

export interface GuardPlace {
  readonly of_everyone: boolean;
  readonly name: string;
}

export function guardQueries(db: Db): GuardQueries {
  const after = db.prepare<[string, string], GuardRow>(
    `SELECT ${GUARD_COLUMNS} FROM guards WHERE agent_id = ? AND name > ? ORDER BY name`,
  );
  function* from(agent_id: string, { of_everyone, name }: GuardPlace): Generator<GuardRow, void> {
    if (agent_id !== EVERYONE && !of_everyone) yield* after.iterate(agent_id, name);
    yield* after.iterate(EVERYONE, of_everyone || agent_id === EVERYONE ? name : '');
  }
  return {
    list: (agent_id, place, limit) => takePage(from(agent_id, place), limit, ({ payload }) => payload.length),
  };
}
