import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { HoldfastError } from '../../src/errors.js';
import type { TaskState, TaskStepTuple, TaskView } from '../../src/tiers/tasks/types.js';
import { MAX_OPEN_TASKS } from '../../src/tiers/tasks/types.js';
import { TestStore } from '../support/executor.js';

const STATES = ['PENDING', 'RUNNING', 'WAITING_FOR_APPROVAL', 'DONE', 'FAILED'] as const;

class Plans extends TestStore {
  create(task_id: string, steps: readonly TaskStepTuple[] = [['only', '', false]], agent_id = 'agent-1') {
    const context = packDocument({ goal: task_id });
    return this.run('create_task', { task_id, name: '', steps, context }, { agent_id }).task;
  }

  advance(
    task_id: string,
    step: string,
    state: TaskState,
    more: { checkpoint?: Uint8Array; version?: number } = {},
  ) {
    const { checkpoint = null, version: expected_version = null } = more;
    return this.run('advance_task', { task_id, step, state, checkpoint, expected_version }).task;
  }

  approve(task_id: string, step: string, approved: boolean) {
    return this.run('approve_step', { task_id, step, approved, approver: 'risk desk', note: 'seen' }).task;
  }

  find(task_id: string): TaskView | undefined {
    return this.reads.snapshot(0, ({ tasks }) => tasks.find('agent-1', task_id));
  }

  refused(reason: string, action: () => unknown): HoldfastError {
    const before = this.executor.head.revision;
    let refusal: unknown;
    assert.throws(action, (error) => {
      refusal = error;
      return error instanceof HoldfastError && error.reason === reason;
    });
    assert.equal(this.executor.head.revision, before);
    return refusal as HoldfastError;
  }
}

/** How a step of a fresh task comes into each state. */
const REACH: Record<TaskState, (plans: Plans, task_id: string, approval: boolean) => void> = {
  PENDING: () => {},
  WAITING_FOR_APPROVAL: (plans, task_id) => void plans.advance(task_id, 'only', 'RUNNING'),
  RUNNING: (plans, task_id, approval) => {
    plans.advance(task_id, 'only', 'RUNNING');
    if (approval) plans.approve(task_id, 'only', true);
  },
  DONE: (plans, task_id, approval) => {
    REACH.RUNNING(plans, task_id, approval);
    plans.advance(task_id, 'only', 'DONE');
  },
  FAILED: (plans, task_id) => void plans.advance(task_id, 'only', 'FAILED'),
};

/** From, asked for -> what a plain step and one that requires approval become; all else is refused. */
const ALLOWED: Record<string, readonly [plain: TaskState, with_approval: TaskState]> = {
  'PENDING RUNNING': ['RUNNING', 'WAITING_FOR_APPROVAL'],
  'PENDING FAILED': ['FAILED', 'FAILED'],
  'RUNNING RUNNING': ['RUNNING', 'RUNNING'],
  'RUNNING DONE': ['DONE', 'DONE'],
  'RUNNING FAILED': ['FAILED', 'FAILED'],
  'WAITING_FOR_APPROVAL FAILED': ['FAILED', 'FAILED'],
  'FAILED RUNNING': ['RUNNING', 'WAITING_FOR_APPROVAL'],
};

describe('tasks', () => {
  let plans: Plans;
  before(() => {
    plans = new Plans();
  });
  after(() => {
    const { findings } = plans.scans.verify({ skip_integrity_check: false }, () => {});
    assert.deepEqual(findings, []);
    plans.close();
  });

  for (const approval of [false, true]) {
    for (const from of STATES) {
      if (from === 'WAITING_FOR_APPROVAL' && !approval) continue;
      for (const to of STATES) {
        const expected = ALLOWED[`${from} ${to}`]?.[approval ? 1 : 0];
        it(`${approval ? 'with approval' : 'plain'}: ${from} -> ${to}: ${expected ?? 'refused'}`, () => {
          const task_id = `${from}-${to}-${approval}`;
          plans.create(task_id, [['only', '', approval]]);
          REACH[from](plans, task_id, approval);
          const before = plans.find(task_id);
          if (expected !== undefined) {
            const task = plans.advance(task_id, 'only', to);
            assert.deepEqual([task.steps[0]?.state, task.state], [expected, expected]);
            assert.equal(task.version, (before?.version ?? 0) + 1);
            return;
          }
          const error = plans.refused('WRONG_STATE', () => plans.advance(task_id, 'only', to));
          assert.deepEqual(error.details.metadata, { from, to });
          assert.deepEqual(plans.find(task_id), before);
        });
      }
    }
  }

  it('keeps checkpoints until they are replaced, and gives everything back', () => {
    plans.create('checkpoints', [
      ['fetch', 'Fetch candles', false],
      ['trade', '', true],
    ]);
    const checkpoint = packDocument({ page: 3 });
    plans.advance('checkpoints', 'fetch', 'RUNNING', { checkpoint });
    plans.advance('checkpoints', 'fetch', 'DONE');
    const task = plans.find('checkpoints');
    assert.deepEqual(task?.steps[0]?.checkpoint, Buffer.from(checkpoint));
    assert.equal(task?.steps[0]?.description, 'Fetch candles');
    assert.equal(task?.steps[1]?.checkpoint, null);
    assert.equal(task?.state, 'RUNNING');
  });

  it('derives its state from the steps', () => {
    plans.create('derived', [
      ['a', '', false],
      ['b', '', true],
    ]);
    const states = [
      plans.find('derived'),
      plans.advance('derived', 'a', 'RUNNING'),
      plans.advance('derived', 'b', 'RUNNING'),
      plans.advance('derived', 'a', 'DONE'),
      plans.approve('derived', 'b', false),
      plans.advance('derived', 'b', 'RUNNING'),
      plans.approve('derived', 'b', true),
      plans.advance('derived', 'b', 'DONE'),
    ].map((task) => task?.state);
    assert.deepEqual(states, [
      'PENDING',
      'RUNNING',
      'WAITING_FOR_APPROVAL',
      'WAITING_FOR_APPROVAL',
      'FAILED',
      'WAITING_FOR_APPROVAL',
      'RUNNING',
      'DONE',
    ]);
  });

  it('does not let a rejection be stepped around by a retry', () => {
    plans.create('rejected', [['only', '', true]]);
    plans.advance('rejected', 'only', 'RUNNING');
    const [step] = plans.approve('rejected', 'only', false).steps;
    assert.deepEqual([step?.state, step?.approver, step?.note], ['FAILED', 'risk desk', 'seen']);
    assert.equal(plans.advance('rejected', 'only', 'RUNNING').state, 'WAITING_FOR_APPROVAL');
    plans.refused('WRONG_STATE', () => plans.advance('rejected', 'only', 'RUNNING'));
  });

  it('approves only what waits', () => {
    plans.create('unasked', [['only', '', true]]);
    const error = plans.refused('WRONG_STATE', () => plans.approve('unasked', 'only', true));
    assert.deepEqual(error.details.metadata, { from: 'PENDING', to: 'RUNNING' });
  });

  it('refuses in the documented order', () => {
    plans.create('order', [['only', '', false]]);
    plans.refused('NOT_FOUND', () => plans.advance('nowhere', 'only', 'DONE', { version: 9 }));
    plans.refused('NOT_FOUND', () => plans.advance('order', 'nothing', 'DONE', { version: 9 }));
    const error = plans.refused('VERSION_CONFLICT', () =>
      plans.advance('order', 'only', 'DONE', { version: 9 }),
    );
    assert.deepEqual(error.details.metadata, { expected: '9', actual: '1' });
    plans.refused('ALREADY_EXISTS', () => plans.create('order'));
    assert.equal(plans.create('order', [['only', '', false]], 'agent-2').version, 1);
  });

  it('makes ids where none is given', () => {
    assert.match(plans.create('').task_id, /^task-[0-9a-z]{11}$/);
    assert.notEqual(plans.create('').task_id, plans.create('').task_id);
  });

  it('bounds what one task holds', () => {
    const steps = Array.from({ length: 5 }, (_, n): TaskStepTuple => [`s${n}`, '', false]);
    plans.create('large', steps);
    const checkpoint = packDocument('x'.repeat(250_000));
    for (const n of [0, 1, 2, 3]) plans.advance('large', `s${n}`, 'RUNNING', { checkpoint });
    plans.refused('LIMIT_EXCEEDED', () => plans.advance('large', 's4', 'RUNNING', { checkpoint }));
  });

  it('lists by state, newest first, filtered before the limit', () => {
    const store = new Plans();
    try {
      for (let n = 0; n < 6; n++) {
        store.create(`t${n}`);
        if (n % 2 === 0) store.advance(`t${n}`, 'only', 'RUNNING');
      }
      store.advance('t4', 'only', 'FAILED');
      store.advance('t2', 'only', 'DONE');
      store.reads.snapshot(0, ({ tasks }) => {
        const ids = (states: TaskState[], before = Number.MAX_SAFE_INTEGER, limit = 10) =>
          tasks.list('agent-1', states, before, limit).rows.map(({ task }) => task.task_id);
        assert.deepEqual(ids([]), ['t5', 't4', 't3', 't2', 't1', 't0']);
        assert.deepEqual(ids(['PENDING'], Number.MAX_SAFE_INTEGER, 2), ['t5', 't3']);
        assert.deepEqual(ids(['DONE', 'RUNNING']), ['t2', 't0']);
        assert.deepEqual(
          tasks.notDone('agent-1', 10).rows.map(({ task }) => task.task_id),
          ['t0', 't1', 't3', 't5', 't4'],
        );
      });
    } finally {
      store.close();
    }
  });

  it('bounds open tasks, and takes done and failed ones out of the count', () => {
    const store = new Plans();
    try {
      const create = (n: number) =>
        store.submission('create_task', {
          task_id: `t${n}`,
          name: '',
          steps: [['only', '', false]],
          context: null,
        });
      const outcomes = store.executor.execute(Array.from({ length: MAX_OPEN_TASKS }, (_, n) => create(n)));
      assert.ok(outcomes.every(({ ok }) => ok));
      store.refused('TOO_MANY', () => store.create('one-too-many'));
      store.advance('t0', 'only', 'FAILED');
      store.create('instead');
      store.refused('TOO_MANY', () => store.advance('t0', 'only', 'RUNNING'));
    } finally {
      store.close();
    }
  });
});

describe('an operation of a task step', () => {
  it('names a step that exists', () => {
    const store = new Plans();
    try {
      store.create('plan', [['trade', '', false]]);
      const begin = (key: string, task_id: string, step: string) =>
        store.run('begin_operation', {
          operation: 'x',
          params: packDocument(null),
          key,
          lease_ms: 1000,
          holds: [],
          on_crash: 'UNKNOWN',
          task_id,
          step,
        });
      assert.equal(store.refused('NOT_FOUND', () => begin('a', 'none', 'trade')).details.field, 'task_id');
      assert.equal(store.refused('NOT_FOUND', () => begin('a', 'plan', 'none')).details.field, 'step');
      assert.equal(begin('a', 'plan', 'trade').operation?.step, 'trade');
    } finally {
      store.close();
    }
  });
});
