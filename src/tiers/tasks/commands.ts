/** Commands about tasks. A task's state is never set: it follows from its steps. */
import { unpackDocument } from '../../codec/msgpack.js';
import { HoldfastError } from '../../errors.js';
import type { Db } from '../../store/db.js';
import { attribution, type HandlersOf, idAt, type Tx } from '../command.js';
import {
  noStep,
  noTask,
  STATE,
  stateName,
  stateOf,
  type TaskRow,
  type TaskStepRow,
  toTaskView,
} from './rows.js';
import { MAX_OPEN_TASKS, MAX_TASK_BYTES, type TaskCommands, type TaskView } from './types.js';

/** Which states a caller may ask for, by the state a step is in. */
const ALLOWED: Readonly<Record<number, readonly number[]>> = {
  [STATE.PENDING]: [STATE.RUNNING, STATE.FAILED],
  [STATE.RUNNING]: [STATE.RUNNING, STATE.DONE, STATE.FAILED],
  [STATE.WAITING_FOR_APPROVAL]: [STATE.FAILED],
  [STATE.DONE]: [],
  [STATE.FAILED]: [STATE.RUNNING],
};

interface Loaded {
  readonly task: TaskRow;
  readonly steps: readonly TaskStepRow[];
  readonly found: TaskStepRow;
}

export function taskCommands(db: Db): HandlersOf<TaskCommands> {
  const tables = taskTables(db);

  const load = (agent_id: string, task_id: string, step: string): Loaded => {
    const task = tables.find(agent_id, task_id);
    if (task === undefined) throw noTask(task_id);
    const steps = tables.steps(agent_id, task.position);
    const found = steps.find((row) => row.step === step);
    if (found === undefined) throw noStep(task_id, step);
    return { task, steps, found };
  };

  /** Writes one changed step and what follows from it for the task. */
  const save = (
    tx: Tx,
    { task, steps, found }: Loaded,
    values: Partial<TaskStepRow>,
    position: number,
  ): TaskView => {
    const changed: TaskStepRow = { ...found, ...values, updated_us: tx.now_us };
    const all = steps.map((row) => (row === found ? changed : row));
    checkSize(task.context, all);
    tables.updateStep(changed);
    const next: TaskRow = {
      ...task,
      state: stateOf(all.map((row) => row.state)),
      version: task.version + 1,
      updated_us: tx.now_us,
      updated_position: position,
    };
    // A failed task that is taken up again counts as open again.
    if (isOpen(next.state) && !isOpen(task.state)) checkRoom(tables.countOpen(tx.agent_id));
    tables.update(next);
    return toTaskView(next, all);
  };

  return {
    create_task: (tx, { task_id: given_id, name, steps: planned, context }) => {
      const task_id = given_id === '' ? idAt('task', tx.next_position) : given_id;
      if (tables.find(tx.agent_id, task_id) !== undefined) {
        throw new HoldfastError('ALREADY_EXISTS', `task ${task_id} exists`, { field: 'task_id' });
      }
      checkRoom(tables.countOpen(tx.agent_id));
      const payload = {
        name,
        steps: planned.map(([step, description, requires_approval]) => ({
          step,
          description,
          requires_approval,
        })),
        ...(context === null ? {} : { context: unpackDocument(context) }),
      };
      const { position } = tx.emit('task.created', task_id, payload, 'journal');
      const task: TaskRow = {
        agent_id: tx.agent_id,
        position,
        task_id,
        name,
        state: STATE.PENDING,
        version: 1,
        context,
        created_us: tx.now_us,
        updated_us: tx.now_us,
        updated_position: position,
      };
      const steps = planned.map(
        ([step, description, requires_approval], ordinal): TaskStepRow => ({
          agent_id: tx.agent_id,
          task_position: position,
          ordinal,
          step,
          description,
          requires_approval: requires_approval ? 1 : 0,
          state: STATE.PENDING,
          checkpoint: null,
          approver: '',
          note: '',
          updated_us: tx.now_us,
        }),
      );
      tables.insert(task);
      for (const step of steps) tables.insertStep(step);
      return { task: toTaskView(task, steps) };
    },

    advance_task: (tx, { task_id, step, state, checkpoint, expected_version }) => {
      const loaded = load(tx.agent_id, task_id, step);
      const { task, found } = loaded;
      if (expected_version !== null && expected_version !== task.version) {
        throw new HoldfastError(
          'VERSION_CONFLICT',
          `task ${task_id} is at version ${task.version}, not ${expected_version}`,
          {
            field: 'expected_version',
            metadata: { expected: String(expected_version), actual: String(task.version) },
          },
        );
      }
      if (ALLOWED[found.state]?.includes(STATE[state]) !== true) throw wrongState(step, found.state, state);
      // A retry of a step that needs approval asks again: a rejection must not be stepped around.
      const asks = state === 'RUNNING' && found.state !== STATE.RUNNING && found.requires_approval === 1;
      const next = asks ? STATE.WAITING_FOR_APPROVAL : STATE[state];
      const payload = {
        step,
        state: stateName(next),
        version: task.version + 1,
        ...(checkpoint === null ? {} : { checkpoint: unpackDocument(checkpoint) }),
      };
      const { position } = tx.emit('task.advanced', task_id, payload, 'journal');
      const values = { state: next, ...(checkpoint === null ? {} : { checkpoint }) };
      return { task: save(tx, loaded, asks ? { ...values, approver: '', note: '' } : values, position) };
    },

    approve_step: (tx, { task_id, step, approved, approver, note }) => {
      const loaded = load(tx.agent_id, task_id, step);
      const { task, found } = loaded;
      const state = approved ? STATE.RUNNING : STATE.FAILED;
      if (found.state !== STATE.WAITING_FOR_APPROVAL) throw wrongState(step, found.state, stateName(state));
      const kind = approved ? 'task.approved' : 'task.rejected';
      const payload = { step, approver, ...attribution(tx), note, version: task.version + 1 };
      const { position } = tx.emit(kind, task_id, payload, 'journal');
      return { task: save(tx, loaded, { state, approver, note }, position) };
    },
  };
}

function taskTables(db: Db) {
  const find = db.prepare<[string, string], TaskRow>(
    'SELECT * FROM tasks WHERE agent_id = ? AND task_id = ?',
  );
  const steps = db.prepare<[string, number], TaskStepRow>(
    'SELECT * FROM task_steps WHERE agent_id = ? AND task_position = ? ORDER BY ordinal',
  );
  const insert = db.prepare<[TaskRow]>(
    `INSERT INTO tasks VALUES (:agent_id, :position, :task_id, :name, :state, :version, :context, :created_us,
       :updated_us, :updated_position)`,
  );
  const insertStep = db.prepare<[TaskStepRow]>(
    `INSERT INTO task_steps VALUES (:agent_id, :task_position, :ordinal, :step, :description, :requires_approval,
       :state, :checkpoint, :approver, :note, :updated_us)`,
  );
  const update = db.prepare<[TaskRow]>(
    `UPDATE tasks SET state = :state, version = :version, updated_us = :updated_us,
       updated_position = :updated_position
     WHERE agent_id = :agent_id AND position = :position`,
  );
  const updateStep = db.prepare<[TaskStepRow]>(
    `UPDATE task_steps SET state = :state, checkpoint = :checkpoint, approver = :approver, note = :note,
       updated_us = :updated_us
     WHERE agent_id = :agent_id AND task_position = :task_position AND ordinal = :ordinal`,
  );
  const countOpen = db.prepare<[string], { count: number }>(
    `SELECT count(*) AS count FROM tasks INDEXED BY tasks_not_done
     WHERE agent_id = ? AND state IN (1, 2, 3) AND state <> 4`,
  );
  return {
    find: (agent_id: string, task_id: string) => find.get(agent_id, task_id),
    steps: (agent_id: string, task_position: number) => steps.all(agent_id, task_position),
    insert: (row: TaskRow) => void insert.run(row),
    insertStep: (row: TaskStepRow) => void insertStep.run(row),
    update: (row: TaskRow) => void update.run(row),
    updateStep: (row: TaskStepRow) => void updateStep.run(row),
    countOpen: (agent_id: string) => countOpen.get(agent_id)?.count ?? 0,
  };
}

function isOpen(state: number): boolean {
  return state !== STATE.DONE && state !== STATE.FAILED;
}

function checkRoom(open: number): void {
  if (open < MAX_OPEN_TASKS) return;
  throw new HoldfastError('TOO_MANY', `the agent has ${MAX_OPEN_TASKS} open tasks`, {
    metadata: { limit: String(MAX_OPEN_TASKS) },
  });
}

function checkSize(context: Uint8Array | null, steps: readonly TaskStepRow[]): void {
  const size_bytes = steps.reduce(
    (total, step) => total + (step.checkpoint?.length ?? 0),
    context?.length ?? 0,
  );
  if (size_bytes <= MAX_TASK_BYTES) return;
  throw new HoldfastError(
    'LIMIT_EXCEEDED',
    `checkpoint: context and checkpoints of a task together: at most ${MAX_TASK_BYTES} bytes, got ${size_bytes}`,
    { field: 'checkpoint', metadata: { limit: String(MAX_TASK_BYTES), actual: String(size_bytes) } },
  );
}

function wrongState(step: string, from: number, to: string): HoldfastError {
  return new HoldfastError('WRONG_STATE', `step ${step} is ${stateName(from)} and cannot become ${to}`, {
    field: 'state',
    metadata: { from: stateName(from), to },
  });
}
