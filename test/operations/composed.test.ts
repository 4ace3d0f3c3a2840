import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import type { PreconditionArgs } from '../../src/tiers/composed_preconditions.js';
import type { MutationCall } from '../../src/tiers/nested.js';
import type { HoldTuple } from '../../src/tiers/operations/types.js';
import { AGENT, Desk } from './desk.js';

const deposit = (amount: string): MutationCall => ({
  name: 'post_transaction',
  agent_id: AGENT,
  args: {
    postings: [
      ['cash', 'USDC', amount],
      ['world', 'USDC', `-${amount}`],
    ],
    description: '',
    reference: '',
    metadata: null,
  },
});

const put = (name: string, expected_version: number | null = null): MutationCall => ({
  name: 'put_state',
  agent_id: AGENT,
  args: { name, document: packDocument({ name }), expected_version, schema: '', schema_version: 0 },
});

describe('an outcome with mutations', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
    desk.fund('100');
  });
  after(() => {
    desk.verify();
    desk.close();
  });

  it('applies them at the revision of the completion', () => {
    const { lease_token, operation } = desk.begin('filled', { holds: [['cash', 'USDC', '60']] });
    const settlements = (operation?.hold_ids ?? []).map((id) => [id, null, 'world'] as const);
    const mutations = [deposit('5'), put('position')];
    const done = desk.complete('filled', lease_token, { settlements, mutations });
    assert.deepEqual(
      done.results.map(({ name }) => name),
      ['post_transaction', 'put_state'],
    );
    assert.equal(done.operation.revision, done.revision);
    assert.deepEqual(desk.kinds(done.revision - 1), [
      'ledger.posted',
      'ledger.hold_settled',
      'ledger.posted',
      'state.put',
      'operation.completed',
    ]);
    assert.deepEqual(desk.cash(), ['45', '0']);
  });

  it('applies nothing when one is refused, and names it', () => {
    const { lease_token } = desk.begin('half', { holds: [['cash', 'USDC', '10']] });
    const before = desk.cash();
    const error = desk.refused('VERSION_CONFLICT', () =>
      desk.complete('half', lease_token, { mutations: [deposit('5'), put('position', 9)] }),
    );
    assert.equal(error.details.field, 'mutations[1].put_state.expected_version');
    assert.deepEqual(desk.cash(), before);
    assert.equal(desk.status('half'), 'IN_FLIGHT');
  });

  it('cannot complete what one of its own mutations ended', () => {
    for (const [name, args, reason] of [
      [
        'fail_operation',
        (key: string, lease_token: string) => ({ key, lease_token, reason: null }),
        'WRONG_STATE',
      ],
      ['take_over', () => ({ reason: '' }), 'STALE_LEASE'],
    ] as const) {
      const { lease_token } = desk.begin(name);
      const mutations = [{ name, agent_id: AGENT, args: args(name, lease_token) }];
      desk.refused(reason, () => desk.complete(name, lease_token, { mutations }));
      assert.equal(desk.status(name), 'IN_FLIGHT');
    }
  });
});

describe('a transaction with operations in it', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
    desk.fund('100');
  });
  after(() => {
    desk.verify();
    desk.close();
  });

  const transact = (mutations: readonly MutationCall[], preconditions: readonly PreconditionArgs[] = []) =>
    desk.run('transact', { preconditions, mutations });
  const begin = (key: string, holds: readonly HoldTuple[] = []): MutationCall => ({
    name: 'begin_operation',
    agent_id: AGENT,
    args: desk.beginArgs(key, { holds }),
  });

  it('begins them together with everything else, at one revision', () => {
    const { results, revision } = transact([
      deposit('10'),
      begin('a', [['cash', 'USDC', '110']]),
      put('plan'),
    ]);
    assert.equal(results.length, 3);
    assert.equal(desk.kinds(revision - 1).length, 4);
    assert.deepEqual(desk.cash(), ['110', '110']);
  });

  it('fails as a whole when one is not started', () => {
    const error = desk.refused('WRONG_STATE', () =>
      transact([put('plan'), begin('a', [['cash', 'USDC', '110']])]),
    );
    assert.equal(error.details.field, 'mutations[1].begin_operation.key');
    assert.equal(error.details.metadata?.outcome, 'IN_FLIGHT');
    const denied = desk.refused('INSUFFICIENT_FUNDS', () => transact([begin('b', [['cash', 'USDC', '1']])]));
    assert.equal(denied.details.field, 'mutations[0].begin_operation');
    assert.equal(denied.details.metadata?.rule, 'hold');
  });

  it('takes over and begins under the new epoch', () => {
    const take_over = { name: 'take_over', agent_id: AGENT, args: { reason: '' } };
    const { results } = transact([take_over, begin('after')]);
    const [taken, begun] = results.map(
      ({ result }) => result as { epoch: number; operation: { epoch: number } },
    );
    assert.equal(begun?.operation.epoch, taken?.epoch);
  });
});

describe('preconditions', () => {
  let desk: Desk;
  before(() => {
    desk = new Desk();
    desk.fund('100');
    desk.run('put_state', {
      name: 's',
      document: packDocument(1),
      expected_version: 0,
      schema: '',
      schema_version: 0,
    });
    desk.run('set_fields', { set: [{ name: 'mode', value: packDocument({ live: true }) }], remove: [] });
    desk.begin('op', { holds: [['cash', 'USDC', '30']] });
  });
  after(() => desk.close());

  const state = (name: string, version: number) =>
    ({ kind: 'state_version', agent_id: AGENT, name, version }) as const;
  const cash = (amount: string, agent_id = AGENT) =>
    ({ kind: 'available_at_least', agent_id, account: 'cash', asset: 'USDC', amount }) as const;
  const operation = (key: string, status: 'IN_FLIGHT' | 'COMPLETED' | '') =>
    ({ kind: 'operation_is', agent_id: AGENT, key, status }) as const;
  const field = (name: string, value: Uint8Array | null) =>
    ({ kind: 'field_equals', agent_id: AGENT, name, value }) as const;

  const HOLD: PreconditionArgs[] = [
    state('s', 1),
    state('none', 0),
    cash('70'),
    cash('0', 'agent-2'),
    operation('op', 'IN_FLIGHT'),
    operation('none', ''),
    field('mode', packDocument({ live: true })),
    field('none', null),
  ];
  const FAIL: [PreconditionArgs, expected: string, actual: string][] = [
    [state('s', 2), 'version 2', 'version 1'],
    [state('s', 0), 'version 0', 'version 1'],
    [state('none', 1), 'version 1', 'version 0'],
    [cash('70.000000000000000001'), '70.000000000000000001', '70'],
    [cash('0.1', 'agent-2'), '0.1', '0'],
    [operation('op', 'COMPLETED'), 'COMPLETED', 'IN_FLIGHT'],
    [operation('op', ''), 'absent', 'IN_FLIGHT'],
    [operation('none', 'COMPLETED'), 'COMPLETED', 'absent'],
    [field('mode', packDocument({ live: false })), '{"live":false}', '{"live":true}'],
    [field('mode', null), 'absent', '{"live":true}'],
    [field('none', packDocument(null)), 'null', 'absent'],
  ];

  it('let a transaction through when all hold', () => {
    desk.run('transact', { preconditions: HOLD, mutations: [put('through')] });
  });

  for (const [precondition, expected, actual] of FAIL) {
    it(`${precondition.kind}: expected ${expected}, found ${actual}`, () => {
      const preconditions = [state('s', 1), precondition];
      const error = desk.refused('PRECONDITION_NOT_MET', () =>
        desk.run('transact', { preconditions, mutations: [put('not-through', 0)] }),
      );
      assert.deepEqual(error.details.metadata, { index: '1', expected, actual });
    });
  }

  it('do not count holds that are due, whether or not the sweep has come by', () => {
    const args = {
      account: 'cash',
      asset: 'USDC',
      amount: '50',
      ttl_ms: 1000,
      description: '',
      operation_key: null,
    };
    desk.run('place_hold', args);
    const attempt = () => desk.run('transact', { preconditions: [cash('70')], mutations: [put('due')] });
    desk.refused('PRECONDITION_NOT_MET', attempt);
    desk.now_us += 1_000_000;
    attempt();
  });
});
