/** Reads of tasks. */
import type { Db } from '../../store/db.js';
import { type Page, takePage } from '../page.js';
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
  list(agent_id: string, states: readonly TaskState[], before: number, limit: number): Page<ListedTask>;
  /** Everything not done: first what is open, then what failed; each oldest first. */
  notDone(agent_id: string, limit: number): Page<ListedTask>;
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
     ORDER BY position DESC`,
  );
  const open = db.prepare<[string], TaskRow>(
    `SELECT * FROM tasks INDEXED BY tasks_not_done
     WHERE agent_id = ? AND state IN (1, 2, 3) AND state <> 4 ORDER BY position`,
  );
  const failed = db.prepare<[string], TaskRow>(
    `SELECT * FROM tasks INDEXED BY tasks_not_done
     WHERE agent_id = ? AND state = 5 AND state <> 4 ORDER BY position`,
  );
  const withSteps = (row: TaskRow): TaskView => toTaskView(row, steps.all(row.agent_id, row.position));
  function* listed(rows: Iterable<TaskRow>): Generator<ListedTask, void> {
    for (const row of rows) yield { position: row.position, task: withSteps(row) };
  }
  function* notDone(agent_id: string): Generator<ListedTask, void> {
    yield* listed(open.iterate(agent_id));
    yield* listed(failed.iterate(agent_id));
  }
  return {
    find: (agent_id, task_id) => {
      const row = find.get(agent_id, task_id);
      return row === undefined ? undefined : withSteps(row);
    },
    list: (agent_id, states, before, limit) =>
      takePage(listed(list.iterate({ agent_id, states: bits(states), before })), limit, documentSize),
    notDone: (agent_id, limit) => takePage(notDone(agent_id), limit, documentSize),
  };
}

function documentSize({ task }: ListedTask): number {
  return task.steps.reduce(
    (sum, { checkpoint }) => sum + (checkpoint?.length ?? 0),
    task.context?.length ?? 0,
  );
}

/** A set of states as bits, so that one prepared statement serves every filter. */
function bits(states: readonly TaskState[]): number {
  const wanted = states.length === 0 ? (Object.keys(STATE) as TaskState[]) : states;
  return wanted.reduce((set, state) => set | (1 << STATE[state]), 0);
}
