/** Reads of tasks. */
import type { Db } from '../../store/db.js';
import { STATE, type TaskRow, type TaskStepRow, toTaskView } from './rows.js';
import type { TaskState, TaskView } from './types.js';

export interface ListedTask {
  /** Where a list goes on. */
  readonly position: number;
  readonly task: TaskView;
}

export interface TaskQueries {
  find(agent_id: string, task_id: string): TaskView | undefined;
  /** Newest first; an empty `states` is all of them. Only those created before the position `before`. */
  list(agent_id: string, states: readonly TaskState[], before: number, limit: number): ListedTask[];
  /** Everything not done: first what is open, then what failed; each oldest first. */
  notDone(agent_id: string, limit: number): TaskView[];
}

export function taskQueries(db: Db): TaskQueries {
  const find = db.prepare<[string, string], TaskRow>(
    'SELECT * FROM tasks WHERE agent_id = ? AND task_id = ?',
  );
  const steps = db.prepare<[string, number], TaskStepRow>(
    'SELECT * FROM task_steps WHERE agent_id = ? AND task_position = ? ORDER BY ordinal',
  );
  const list = db.prepare<[Record<string, string | number>], TaskRow>(
    `SELECT * FROM tasks WHERE agent_id = :agent_id AND position < :before AND (:states >> state) & 1
     ORDER BY position DESC LIMIT :limit`,
  );
  const open = db.prepare<[string, number], TaskRow>(
    `SELECT * FROM tasks INDEXED BY tasks_not_done
     WHERE agent_id = ? AND state IN (1, 2, 3) AND state <> 4 ORDER BY position LIMIT ?`,
  );
  const failed = db.prepare<[string, number], TaskRow>(
    `SELECT * FROM tasks INDEXED BY tasks_not_done
     WHERE agent_id = ? AND state = 5 AND state <> 4 ORDER BY position LIMIT ?`,
  );
  const withSteps = (row: TaskRow): TaskView => toTaskView(row, steps.all(row.agent_id, row.position));
  return {
    find: (agent_id, task_id) => {
      const row = find.get(agent_id, task_id);
      return row === undefined ? undefined : withSteps(row);
    },
    list: (agent_id, states, before, limit) =>
      list
        .all({ agent_id, states: bits(states), before, limit })
        .map((row) => ({ position: row.position, task: withSteps(row) })),
    notDone: (agent_id, limit) => {
      const first = open.all(agent_id, limit);
      return [...first, ...failed.all(agent_id, limit - first.length)].map(withSteps);
    },
  };
}

/** A set of states as bits, so that one prepared statement serves every filter. */
function bits(states: readonly TaskState[]): number {
  const wanted = states.length === 0 ? (Object.keys(STATE) as TaskState[]) : states;
  return wanted.reduce((set, state) => set | (1 << STATE[state]), 0);
}
