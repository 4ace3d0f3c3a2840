/** The mutations of service Tasks: their requests checked, their replies shaped. */
import { usToTimestamp } from '../codec/time.js';
import { invalidField } from '../errors.js';
import type { DocumentEncoding__Output } from '../gen/holdfast/v1/DocumentEncoding.js';
import type { Task } from '../gen/holdfast/v1/Task.js';
import type { TaskState__Output } from '../gen/holdfast/v1/TaskState.js';
import type { TaskStep } from '../gen/holdfast/v1/TaskStep.js';
import type { TaskStepInput__Output } from '../gen/holdfast/v1/TaskStepInput.js';
import type { TaskState, TaskStepTuple, TaskStepView, TaskView } from '../tiers/tasks/types.js';
import * as check from './check.js';
import { toDocument } from './documents.js';
import type { MutationSpecs } from './mutation.js';

const MAX_STEPS = 256;
const MAX_NAME_BYTES = 256;
const MAX_APPROVER_BYTES = 128;
const MAX_TEXT_BYTES = 1024;

export const taskMutations: MutationSpecs<'create_task' | 'advance_task' | 'approve_step'> = {
  create_task: {
    parse: (request) => ({
      task_id: request.task_id === '' ? '' : check.id(request.task_id, 'task_id'),
      name: check.text(request.name, 'name', MAX_NAME_BYTES),
      steps: steps(request.steps),
      context: check.optionalDocument(request.context, 'context'),
    }),
    reply: ({ task }, { encoding }) => ({ task: toTask(task, encoding) }),
  },

  advance_task: {
    parse: (request) => ({
      task_id: check.id(request.task_id, 'task_id'),
      step: check.id(request.step, 'step'),
      state: stateOf(check.enumValue(request.state, 'TASK_STATE_UNSPECIFIED', 'state'), 'state'),
      checkpoint: check.optionalDocument(request.checkpoint, 'checkpoint'),
      expected_version:
        request.expected_version === undefined
          ? null
          : check.counter(request.expected_version, 'expected_version'),
    }),
    reply: ({ task }, { encoding }) => ({ task: toTask(task, encoding) }),
  },

  approve_step: {
    parse: (request) => ({
      task_id: check.id(request.task_id, 'task_id'),
      step: check.id(request.step, 'step'),
      approved: request.approved,
      approver: check.text(check.required(request.approver, 'approver'), 'approver', MAX_APPROVER_BYTES),
      note: check.text(request.note, 'note', MAX_TEXT_BYTES),
    }),
    reply: ({ task }, { encoding }) => ({ task: toTask(task, encoding) }),
  },
};

function steps(values: readonly TaskStepInput__Output[]): TaskStepTuple[] {
  const seen = new Set<string>();
  return check.list(values, 'steps', 1, MAX_STEPS).map((input, index) => {
    const at = `steps[${index}]`;
    const step = check.id(input.step, `${at}.step`);
    if (seen.has(step)) throw invalidField(`${at}.step`, `${step} stands here twice`);
    seen.add(step);
    return [
      step,
      check.text(input.description, `${at}.description`, MAX_TEXT_BYTES),
      input.requires_approval,
    ];
  });
}

const STATES: Readonly<Record<string, TaskState>> = {
  TASK_STATE_PENDING: 'PENDING',
  TASK_STATE_RUNNING: 'RUNNING',
  TASK_STATE_WAITING_FOR_APPROVAL: 'WAITING_FOR_APPROVAL',
  TASK_STATE_DONE: 'DONE',
  TASK_STATE_FAILED: 'FAILED',
};

/** @throws HoldfastError INVALID_FIELD for UNSPECIFIED and for numbers that the enum does not have. */
export function stateOf(state: TaskState__Output, field: string): TaskState {
  const known = STATES[state];
  if (known === undefined) throw invalidField(field, 'is not a state of a task', { actual: String(state) });
  return known;
}

export function toTask(view: TaskView, encoding: DocumentEncoding__Output): Task {
  return {
    task_id: view.task_id,
    name: view.name,
    state: `TASK_STATE_${view.state}`,
    version: String(view.version),
    steps: view.steps.map((step) => toStep(step, encoding)),
    created_at: usToTimestamp(view.created_us),
    updated_at: usToTimestamp(view.updated_us),
    revision: String(view.revision),
    ...(view.context === null ? {} : { context: toDocument(view.context, encoding) }),
  };
}

function toStep(view: TaskStepView, encoding: DocumentEncoding__Output): TaskStep {
  const { checkpoint, updated_us, state, ...fields } = view;
  return {
    ...fields,
    state: `TASK_STATE_${state}`,
    updated_at: usToTimestamp(updated_us),
    ...(checkpoint === null ? {} : { checkpoint: toDocument(checkpoint, encoding) }),
  };
}
