import {
  documentOf,
  type Entry,
  expectRead,
  expectReply,
  inChunks,
  listOf,
  type Scope,
  type Step,
  type TierModel,
  textOf,
} from './tier.js';
import { insist } from './violation.js';
import type { Message } from './wire.js';

interface ModelStep {
  readonly step: string;
  readonly requires_approval: boolean;
  state: string;
  checkpoint: unknown;
}

interface ModelTask {
  readonly agent_id: string;
  readonly task_id: string;
  readonly context: unknown;
  readonly steps: ModelStep[];
  version: number;
  revision: number;
}

export class TasksModel implements TierModel {
  readonly names = ['create_task', 'advance_task', 'approve_step'];
  readonly #tasks = new Map<string, ModelTask>();
  readonly #touched = new Set<string>();

  apply(step: Step): Entry[] {
    const { name, agent_id, request, revision } = step;
    const task_id = textOf(request.task_id);
    const key = `${agent_id} ${task_id}`;
    this.#touched.add(key);
    if (name === 'create_task') {
      expectReply(step, 'a task was made twice', this.#tasks.has(key), false);
      const steps = listOf(request.steps).map(
        (planned): ModelStep => ({
          step: textOf(planned.step),
          requires_approval: planned.requires_approval === true,
          state: 'TASK_STATE_PENDING',
          checkpoint: undefined,
        }),
      );
      this.#tasks.set(key, {
        agent_id,
        task_id,
        context: documentOf(request.context),
        steps,
        version: 1,
        revision,
      });
      return [[agent_id, 'task.created', task_id]];
    }
    const task = this.#tasks.get(key);
    const found = task?.steps.find((each) => each.step === request.step);
    insist(
      task !== undefined && found !== undefined,
      'violation',
      'task',
      `task ${task_id} moved, but was never made`,
      step,
    );
    task.version += 1;
    task.revision = revision;
    const kind = name === 'advance_task' ? advance(found, request) : approve(found, request);
    expectReply(step, 'version', Number((step.result.task as Message).version), task.version);
    return [[agent_id, kind, task_id]];
  }

  async compare({ wire, full }: Scope): Promise<void> {
    const keys = full ? [...this.#tasks.keys()] : [...this.#touched];
    await inChunks(keys, async (key) => {
      const task = this.#tasks.get(key);
      if (task === undefined) return;
      const { agent_id, task_id, version, revision, steps, context } = task;
      const reply = await wire.call('Tasks/GetTask', { agent_id, task_id });
      const found = reply.task as Message;
      expectRead(
        `task ${task_id} of ${agent_id}`,
        {
          version: Number(found.version),
          revision: Number(found.revision),
          context: documentOf(found.context),
          steps: listOf(found.steps).map((each) => [each.step, each.state, documentOf(each.checkpoint)]),
        },
        { version, revision, context, steps: steps.map((each) => [each.step, each.state, each.checkpoint]) },
      );
    });
    this.#touched.clear();
  }
}

function advance(step: ModelStep, request: Message): string {
  const asks =
    request.state === 'TASK_STATE_RUNNING' && step.state !== 'TASK_STATE_RUNNING' && step.requires_approval;
  step.state = asks ? 'TASK_STATE_WAITING_FOR_APPROVAL' : textOf(request.state);
  const checkpoint = documentOf(request.checkpoint);
  if (checkpoint !== undefined) step.checkpoint = checkpoint;
  return 'task.advanced';
}

function approve(step: ModelStep, request: Message): string {
  step.state = request.approved === true ? 'TASK_STATE_RUNNING' : 'TASK_STATE_FAILED';
  return request.approved === true ? 'task.approved' : 'task.rejected';
}
