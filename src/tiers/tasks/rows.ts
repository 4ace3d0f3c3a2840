/** The tables `tasks` and `task_steps`: their rows and how a task is shown. */
import { HoldfastError } from '../../errors.js';
import { revisionOf } from '../../journal/position.js';
import type { Db } from '../../store/db.js';
import type { TaskState, TaskStepView, TaskView } from './types.js';

export const STATE = {
  PENDING: 1,
  RUNNING: 2,
  WAITING_FOR_APPROVAL: 3,
  DONE: 4,
  FAILED: 5,
} as const satisfies Record<TaskState, number>;

const STATE_NAMES = Object.keys(STATE) as TaskState[];

export interface TaskRow {
  readonly agent_id: string;
  readonly position: number;
  readonly task_id: string;
  readonly name: string;
  readonly state: number;
  readonly version: number;
  readonly context: Uint8Array | null;
  readonly created_us: number;
  readonly updated_us: number;
  readonly updated_position: number;
}

export interface TaskStepRow {
  readonly agent_id: string;
  readonly task_position: number;
  readonly ordinal: number;
  readonly step: string;
  readonly description: string;
  readonly requires_approval: number;
  readonly state: number;
  readonly checkpoint: Uint8Array | null;
  readonly approver: string;
  readonly note: string;
  readonly updated_us: number;
}

export function stateName(state: number): TaskState {
  const name = STATE_NAMES[state - 1];
  if (name === undefined) throw new Error(`no task state ${state}`);
  return name;
}

/** What a task's state is, given those of its steps. */
export function stateOf(steps: readonly number[]): number {
  if (steps.includes(STATE.FAILED)) return STATE.FAILED;
  if (steps.includes(STATE.WAITING_FOR_APPROVAL)) return STATE.WAITING_FOR_APPROVAL;
  if (steps.every((state) => state === STATE.DONE)) return STATE.DONE;
  return steps.every((state) => state === STATE.PENDING) ? STATE.PENDING : STATE.RUNNING;
}

export function toTaskView(task: TaskRow, steps: readonly TaskStepRow[]): TaskView {
  return {
    task_id: task.task_id,
    name: task.name,
    state: stateName(task.state),
    version: task.version,
    context: task.context,
    steps: steps.map(toStepView),
    created_us: task.created_us,
    updated_us: task.updated_us,
    revision: revisionOf(task.updated_position),
  };
}

function toStepView(row: TaskStepRow): TaskStepView {
  const { step, description, checkpoint, approver, note, updated_us } = row;
  return {
    step,
    description,
    requires_approval: row.requires_approval === 1,
    state: stateName(row.state),
    checkpoint,
    approver,
    note,
    updated_us,
  };
}

export function noTask(task_id: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `no task ${task_id}`, { field: 'task_id' });
}

export function noStep(task_id: string, step: string): HoldfastError {
  return new HoldfastError('NOT_FOUND', `task ${task_id} has no step ${step}`, { field: 'step' });
}

export interface TaskSteps {
  /** @throws HoldfastError NOT_FOUND naming what is missing, the task or the step. */
  require(agent_id: string, task_id: string, step: string): void;
}

/** For other tiers' commands: does a step exist? */
export function taskSteps(db: Db): TaskSteps {
  const task = db.prepare<[string, string], { position: number }>(
    'SELECT position FROM tasks WHERE agent_id = ? AND task_id = ?',
  );
  const find = db.prepare<[string, number, string], { ordinal: number }>(
    'SELECT ordinal FROM task_steps WHERE agent_id = ? AND task_position = ? AND step = ?',
  );
  return {
    require: (agent_id, task_id, step) => {
      const found = task.get(agent_id, task_id);
      if (found === undefined) throw noTask(task_id);
      if (find.get(agent_id, found.position, step) === undefined) throw noStep(task_id, step);
    },
  };
}
