import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Reason } from '../../src/errors.js';
import { clientOrderId, MAX_IN_FLIGHT } from '../../src/tiers/operations/types.js';
import { pack } from '../../src/writer/transport.js';
import { AGENT, Desk, LEASE_MS } from './desk.js';

/** Every state an operation can be in, and how it gets there. Each returns the last lease token given out. */
const SITUATIONS: Record<string, (desk: Desk, key: string) => string> = {
  none: () => 'lease-none',
  'live lease': (desk, key) => desk.begin(key).lease_token,
  'lease over': (desk, key) => {
    const { lease_token } = desk.begin(key);
    desk.outliveLeases();
    return lease_token;
  },
  'lease over, retry': (desk, key) => {
    const { lease_token } = desk.begin(key, { on_crash: 'RETRY' });
    desk.outliveLeases();
    return lease_token;
  },
  'taken over, retry': (desk, key) => {
    const { lease_token } = desk.begin(key, { on_crash: 'RETRY' });
    desk.takeOver();
    return lease_token;
  },
  'taken over': (desk, key) => {
    const { lease_token } = desk.begin(key);
    desk.takeOver();
    return lease_token;
  },
  swept: (desk, key) => {
    const { lease_token } = desk.begin(key);
    desk.outliveLeases();
    desk.sweep();
    return lease_token;
  },
  completed: (desk, key) => {
    const { lease_token } = desk.begin(key);
    desk.complete(key, lease_token, { result: 0 });
    return lease_token;
  },
  failed: (desk, key) => {
    const { lease_token } = desk.begin(key);
    desk.fail(key, lease_token);
    return lease_token;
  },
};

type Situation = keyof typeof SITUATIONS;

const ACTIONS = {
  begin: (desk, key) => desk.begin(key).outcome,
  complete: (desk, key, token) => desk.complete(key, token).operation.status,
  'complete, wrong token': (desk, key) => desk.complete(key, 'lease-forged').operation.status,
  fail: (desk, key, token) => desk.fail(key, token).operation.status,
  extend: (desk, key, token) => (desk.extend(key, token).lease_expires_us > desk.now_us ? 'EXTENDED' : ''),
  happened: (desk, key) => desk.happened(key).operation.status,
  'did not happen': (desk, key) => desk.didNotHappen(key).operation.status,
} satisfies Record<string, (desk: Desk, key: string, token: string) => string>;

type Action = keyof typeof ACTIONS;

const REFUSALS: ReadonlySet<string> = new Set<Reason>(['NOT_FOUND', 'STALE_LEASE', 'WRONG_STATE']);
const [GONE, STALE, WRONG] = ['NOT_FOUND', 'STALE_LEASE', 'WRONG_STATE'] as const;

// One row per situation: what each action answers or refuses with.
const TABLE: Record<Situation, Record<Action, string>> = {
  none: row('STARTED', GONE, GONE, GONE, GONE, GONE, GONE),
  'live lease': row('IN_FLIGHT', 'COMPLETED', STALE, 'FAILED', 'EXTENDED', WRONG, WRONG),
  'lease over': row('UNKNOWN', 'COMPLETED', STALE, 'FAILED', STALE, 'COMPLETED', 'FAILED'),
  'lease over, retry': row('STARTED', 'COMPLETED', STALE, 'FAILED', STALE, 'COMPLETED', 'FAILED'),
  'taken over, retry': row('STARTED', STALE, STALE, STALE, STALE, 'COMPLETED', 'FAILED'),
  'taken over': row('UNKNOWN', STALE, STALE, STALE, STALE, 'COMPLETED', 'FAILED'),
  swept: row('UNKNOWN', STALE, STALE, STALE, STALE, 'COMPLETED', 'FAILED'),
  completed: row('COMPLETED', WRONG, WRONG, WRONG, WRONG, WRONG, WRONG),
  failed: row('STARTED', WRONG, WRONG, WRONG, WRONG, WRONG, WRONG),
};

function row(...answers: string[]): Record<Action, string> {
  return Object.fromEntries(Object.keys(ACTIONS).map((action, n) => [action, answers[n]])) as Record<
    Action,
    string
  >;
}

describe('the life of an operation', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
  });
  after(() => {
    desk.verify();
    desk.close();
  });

  for (const [situation, reach] of Object.entries(SITUATIONS)) {
    for (const [action, act] of Object.entries(ACTIONS)) {
      const expected = TABLE[situation]?.[action as Action] ?? '';
      it(`${situation}: ${action} -> ${expected}`, () => {
        const key = `${situation}/${action}`.replaceAll(/[^a-z/]+/g, '-');
        const token = reach(desk, key);
        const status = desk.status(key);
        if (!REFUSALS.has(expected)) {
          assert.equal(act(desk, key, token), expected);
          return;
        }
        desk.refused(expected as Reason, () => act(desk, key, token));
        assert.equal(desk.status(key), status);
      });
    }
  }

  it('counts attempts, gives each a lease of its own and keeps the client_order_id', () => {
    const first = desk.begin('attempts');
    desk.fail('attempts', first.lease_token, { code: 7 });
    const second = desk.begin('attempts');
    assert.equal(second.operation?.attempt, 2);
    assert.notEqual(second.lease_token, first.lease_token);
    desk.refused('STALE_LEASE', () => desk.complete('attempts', first.lease_token));
    assert.equal(desk.complete('attempts', second.lease_token).operation.attempt, 2);
    const id = clientOrderId(AGENT, 'attempts');
    assert.match(id, /^hf[0-9a-f]{30}$/);
    assert.notEqual(id, clientOrderId('agent-2', 'attempts'));
  });

  it('treats a result of null, zero or nothing as done', () => {
    for (const [n, result] of [null, 0, '', undefined].entries()) {
      const key = `empty-${n}`;
      const { lease_token } = desk.begin(key);
      desk.complete(key, lease_token, result === undefined ? {} : { result });
      assert.equal(desk.begin(key).outcome, 'COMPLETED');
    }
  });

  it('refuses a key that stands for something else, whatever its state', () => {
    const { lease_token } = desk.begin('taken');
    desk.refused('IDEMPOTENCY_KEY_REUSED', () => desk.begin('taken', { params: { side: 'sell' } }));
    desk.refused('IDEMPOTENCY_KEY_REUSED', () => desk.begin('taken', { operation: 'exchange.cancel' }));
    desk.complete('taken', lease_token);
    desk.refused('IDEMPOTENCY_KEY_REUSED', () => desk.begin('taken', { params: { side: 'sell' } }));
    assert.equal(desk.begin('taken', { params: { amount: '1.5', side: 'buy' } }).outcome, 'COMPLETED');
  });

  it('keeps one key of two agents apart', () => {
    assert.equal(desk.begin('shared', { agent_id: 'agent-2' }).outcome, 'STARTED');
    assert.equal(desk.begin('shared').outcome, 'STARTED');
  });

  it('changes nothing when it only tells where an operation stands', () => {
    const { revision } = desk.begin('asked');
    assert.equal(desk.begin('asked').revision, revision);
    assert.equal(desk.executor.head.revision, revision);
  });

  it('extends a lease from now, and the sweep lets it live', () => {
    const { lease_token } = desk.begin('extended');
    desk.now_us += (LEASE_MS - 1) * 1000;
    assert.equal(desk.extend('extended', lease_token).lease_expires_us, desk.now_us + LEASE_MS * 1000);
    desk.now_us += (LEASE_MS - 1) * 1000;
    desk.sweep();
    assert.equal(desk.status('extended'), 'IN_FLIGHT');
  });

  it('never sweeps what may be retried, however much of it there is', () => {
    for (let n = 0; n < 20; n++) desk.begin(`retry-${n}`, { on_crash: 'RETRY' });
    const { revision } = desk.begin('not-retry');
    desk.outliveLeases();
    assert.ok(desk.sweep() >= 1);
    assert.equal(desk.status('not-retry'), 'UNKNOWN');
    assert.equal(desk.status('retry-0'), 'IN_FLIGHT');
    assert.deepEqual(desk.kinds(revision, 'retry-'), []);
    assert.equal(desk.sweep(), 0);
  });

  it('sweeps at most 1,000 leases at once, and the rest the next time', () => {
    const store = new Desk();
    try {
      for (const agent_id of ['agent-a', 'agent-b']) {
        for (let n = 0; n < 600; n++) store.begin(`many-${n}`, { agent_id });
      }
      store.outliveLeases();
      assert.deepEqual([store.sweep(), store.sweep(), store.sweep()], [1000, 200, 0]);
    } finally {
      store.close();
    }
  });

  it('bounds what is in flight, so that one take-over can end it all', () => {
    const store = new Desk();
    try {
      for (let n = 0; n < MAX_IN_FLIGHT; n++) store.begin(`full-${n}`);
      store.refused('TOO_MANY', () => store.begin('one-too-many'));
      assert.equal(store.begin('of-another', { agent_id: 'agent-2' }).outcome, 'STARTED');
      const { epoch, fenced_operations, revision } = store.takeOver();
      assert.deepEqual([epoch, fenced_operations], [1, MAX_IN_FLIGHT]);
      const kinds = store.kinds(revision - 1);
      assert.equal(kinds[0], 'agent.taken_over');
      assert.equal(kinds.filter((kind) => kind === 'operation.unknown').length, MAX_IN_FLIGHT);
      assert.equal(store.begin('room-again').outcome, 'STARTED');
    } finally {
      store.close();
    }
  });
});

describe('evidence', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
  });
  after(() => desk.close());

  it('about one attempt does not settle the next, which may have gone outside', () => {
    for (const attempt of [1, 2]) {
      assert.equal(desk.begin('order').operation?.attempt, attempt);
      desk.outliveLeases();
      assert.equal(desk.begin('order').outcome, 'UNKNOWN');
      // A process that is quick asks the outside about the first attempt and begins again.
      if (attempt === 1) desk.didNotHappen('order', attempt);
    }
    const error = desk.refused('VERSION_CONFLICT', () => desk.didNotHappen('order', 1));
    assert.equal(error.details.field, 'attempt');
    assert.deepEqual(error.details.metadata, { expected: '1', actual: '2' });
    assert.equal(desk.status('order'), 'UNKNOWN');
    desk.didNotHappen('order', 2);
    assert.equal(desk.status('order'), 'FAILED');
  });
});

describe('a request that is sent again', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
  });
  after(() => desk.close());

  const again = { request_id: 'begin-once' };

  it('gets STARTED again while the lease lives', () => {
    const first = desk.begin('replayed', again);
    assert.deepEqual(pack(desk.begin('replayed', again)), pack(first));
  });

  it('is not told to make the call once the lease is over, before and after anybody noticed', () => {
    desk.outliveLeases();
    desk.refused('STALE_LEASE', () => desk.begin('replayed', again));
    desk.sweep();
    const error = desk.refused('STALE_LEASE', () => desk.begin('replayed', again));
    assert.equal(error.details.metadata?.status, 'UNKNOWN');
    desk.happened('replayed');
    desk.refused('STALE_LEASE', () => desk.begin('replayed', again));
    assert.equal(desk.begin('replayed').outcome, 'COMPLETED');
  });

  it('is not told to make the call of an attempt that another one followed', () => {
    const first = desk.begin('followed', { request_id: 'first-attempt' });
    desk.fail('followed', first.lease_token);
    desk.begin('followed');
    desk.refused('STALE_LEASE', () => desk.begin('followed', { request_id: 'first-attempt' }));
  });

  it('is not told that a lease was extended which has ended since', () => {
    const { lease_token } = desk.begin('extended');
    const args = { key: 'extended', lease_token, lease_ms: LEASE_MS };
    const extend = () => desk.run('extend_lease', args, { request_id: 'extend-once' });
    assert.deepEqual(extend(), extend());
    desk.outliveLeases();
    desk.refused('STALE_LEASE', extend);
    desk.didNotHappen('extended');
    desk.begin('extended');
    const error = desk.refused('STALE_LEASE', extend);
    assert.deepEqual(error.details.metadata, { status: 'IN_FLIGHT', attempt: '2' });
  });

  it('is held to the same inside a transaction', () => {
    const transact = () =>
      desk.run(
        'transact',
        {
          preconditions: [],
          mutations: [{ name: 'begin_operation', agent_id: AGENT, args: desk.beginArgs('in-transact') }],
        },
        { request_id: 'transact-once' },
      );
    assert.deepEqual(pack(transact()), pack(transact()));
    desk.outliveLeases();
    desk.refused('STALE_LEASE', transact);
  });

  it('gets the outcome it recorded again, for ever', () => {
    const { lease_token } = desk.begin('outcome');
    const first = desk.complete('outcome', lease_token, { request_id: 'complete-once' });
    desk.takeOver();
    const again = desk.complete('outcome', lease_token, { request_id: 'complete-once' });
    assert.deepEqual(pack(again), pack(first));
  });
});
