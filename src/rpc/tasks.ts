/** Service Tasks. */
import { HoldfastError } from '../errors.js';
import type { TasksHandlers } from '../gen/holdfast/v1/Tasks.js';
import * as check from './check.js';
import type { RpcContext } from './context.js';
import { read } from './handle.js';
import type { MutationRpc } from './mutation.js';
import { pageByPosition } from './pages.js';
import { stateOf, toTask } from './tasks_mutations.js';

export function tasksService(ctx: RpcContext, mutation: MutationRpc): TasksHandlers {
  return {
    CreateTask: mutation('create_task'),
    AdvanceTask: mutation('advance_task'),
    ApproveStep: mutation('approve_step'),

    GetTask: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const task = queries.tasks.find(agent_id, check.id(request.task_id, 'task_id'));
      if (task === undefined)
        throw new HoldfastError('NOT_FOUND', `no task ${request.task_id}`, { field: 'task_id' });
      return { task: toTask(task, request.encoding) };
    }),

    ListTasks: read(ctx, (request, queries) => {
      const agent_id = check.id(request.agent_id, 'agent_id');
      const states = request.states.map((state, index) => stateOf(state, `states[${index}]`));
      const query = ['tasks', agent_id, [...new Set(states)].sort()];
      const { rows, next_page_token } = pageByPosition(request, query, (before, limit) =>
        queries.tasks.list(agent_id, states, before, limit),
      );
      return { tasks: rows.map(({ task }) => toTask(task, request.encoding)), next_page_token };
    }),
  };
}
