import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { packDocument } from '../../src/codec/msgpack.js';
import { openHoldsOf } from '../../src/tiers/ledger/holds.js';
import type { HoldTuple, SettlementTuple } from '../../src/tiers/operations/types.js';
import { AGENT, Desk } from './desk.js';

const hold = (amount: string, account = 'cash'): HoldTuple => [account, 'USDC', amount];

describe('the holds of an operation', () => {
  let desk: Desk;
  let agents = 0;
  let agent_id = AGENT;
  before(() => {
    desk = new Desk();
  });
  after(() => {
    desk.verify();
    desk.close();
  });
  beforeEach(() => {
    agents += 1;
    agent_id = `agent-${agents}`;
    desk.fund('100', agent_id);
  });

  const begin = (key: string, ...holds: HoldTuple[]) => desk.begin(key, { holds, agent_id });
  const idsOf = (begun: ReturnType<typeof begin>) => begun.operation?.hold_ids ?? [];
  const cash = () => desk.cash(agent_id);
  const settlement = (hold_id: string | undefined, amount: string | null = null): SettlementTuple => [
    hold_id ?? '',
    amount,
    'world',
  ];

  it('are placed with the begin and owned by it', () => {
    const begun = begin('buy', hold('60'), hold('30'));
    assert.equal(begun.outcome, 'STARTED');
    assert.deepEqual(cash(), ['100', '90']);
    const open = openHoldsOf(desk.db)(agent_id, 'buy').map(({ hold_id }) => hold_id);
    assert.deepEqual(open, [...idsOf(begun)]);
    const [hold_id = ''] = open;
    const free = { hold_id, operation_key: null };
    desk.refused('WRONG_STATE', () => desk.run('release_hold', free, { agent_id }));
    const post = { ...free, amount: null, to_account: 'world', description: '', reference: '' };
    desk.refused('WRONG_STATE', () => desk.run('post_hold', post, { agent_id }));
  });

  it('are all placed or none, and each that failed is named', () => {
    const before = desk.executor.head.revision;
    const begun = begin('denied', hold('60'), hold('50'), hold('1', 'empty'), hold('40'));
    assert.equal(begun.outcome, 'DENIED');
    assert.equal(begun.operation, null);
    assert.equal(begun.lease_token, '');
    assert.deepEqual(
      begun.denials.map(({ rule, reason }) => [rule, reason]),
      [
        ['hold', 'INSUFFICIENT_FUNDS'],
        ['hold', 'INSUFFICIENT_FUNDS'],
      ],
    );
    assert.match(begun.denials[0]?.message ?? '', /holds\[1\].*40.*50/);
    assert.match(begun.denials[1]?.message ?? '', /holds\[2\]/);
    assert.deepEqual(cash(), ['100', '0']);
    assert.deepEqual(desk.kinds(before), ['operation.denied']);
    assert.equal(desk.status('denied', agent_id), 'NONE');
    assert.equal(begin('denied', hold('40')).outcome, 'STARTED');
  });

  it('leave a failed operation as it was when they are denied', () => {
    const { lease_token } = begin('poor', hold('60'));
    desk.fail('poor', lease_token, 'rejected', { agent_id });
    begin('other', hold('50'));
    const denied = begin('poor', hold('60'));
    assert.deepEqual([denied.outcome, denied.operation?.status], ['DENIED', 'FAILED']);
  });

  it('do not count as denied when the asset is not known: that is an error', () => {
    desk.run('register_asset', { asset: 'USDC', max_fraction_digits: 2 }, { agent_id });
    desk.refused('NOT_FOUND', () => begin('mistyped', hold('1'), ['cash', 'USDD', '1']));
    desk.refused('INVALID_AMOUNT', () => begin('too-fine', hold('1'), hold('0.001')));
    assert.deepEqual(cash(), ['100', '0']);
  });

  it('are settled as listed, and the others released', () => {
    const begun = begin('partial', hold('60'), hold('30'));
    const [first] = idsOf(begun);
    const settlements = [settlement(first, '45.5')];
    const { operation } = desk.complete('partial', begun.lease_token, { settlements, agent_id });
    assert.deepEqual(operation.hold_ids, []);
    assert.deepEqual(cash(), ['54.5', '0']);
  });

  it('are refused as a whole when one settlement is', () => {
    const begun = begin('above', hold('60'), hold('30'));
    const [first, second] = idsOf(begun);
    const settle = (...settlements: SettlementTuple[]) =>
      desk.complete('above', begun.lease_token, { settlements, agent_id });
    const error = desk.refused('LIMIT_EXCEEDED', () => settle(settlement(first), settlement(second, '31')));
    assert.equal(error.details.field, 'settlements[1].amount');
    const twice = desk.refused('NOT_FOUND', () => settle(settlement(first), settlement(first)));
    assert.equal(twice.details.field, 'settlements[1].hold_id');
    desk.refused('NOT_FOUND', () => settle(settlement('hold-00000000000')));
    assert.deepEqual(cash(), ['100', '90']);
  });

  it('cannot be settled by another operation', () => {
    const mine = begin('mine', hold('10'));
    const other = begin('other', hold('10'));
    const settlements = [settlement(idsOf(other)[0])];
    desk.refused('NOT_FOUND', () => desk.complete('mine', mine.lease_token, { settlements, agent_id }));
  });

  it('are freed when it failed, and placed anew with the next attempt', () => {
    const first = begin('again', hold('60'));
    desk.fail('again', first.lease_token, 'rejected', { agent_id });
    assert.deepEqual(cash(), ['100', '0']);
    const second = begin('again', hold('70'));
    assert.deepEqual(cash(), ['100', '70']);
    assert.notDeepEqual(idsOf(second), idsOf(first));
  });

  it('stay where they are when a retry begins it again', () => {
    const options = { agent_id, on_crash: 'RETRY', holds: [hold('60')] } as const;
    const first = desk.begin('retried', options);
    desk.outliveLeases();
    desk.sweep();
    const second = desk.begin('retried', options);
    assert.deepEqual([second.outcome, second.operation?.attempt], ['STARTED', 2]);
    assert.deepEqual(idsOf(second), idsOf(first));
    assert.deepEqual(cash(), ['100', '60']);
    desk.complete('retried', second.lease_token, {
      settlements: [settlement(idsOf(second)[0])],
      agent_id,
    });
    assert.deepEqual(cash(), ['40', '0']);
  });

  it('outlive the lease while the outcome is unknown, and end with the evidence', () => {
    const happened = begin('filled', hold('60'));
    begin('lost', hold('30'));
    desk.outliveLeases();
    desk.sweep();
    desk.now_us += 400 * 24 * 3600 * 1_000_000;
    desk.sweep();
    assert.deepEqual(cash(), ['100', '90']);
    const evidence = packDocument('asked the exchange');
    desk.run('resolve_operation', { key: 'lost', attempt: 0, happened: null, evidence }, { agent_id });
    const settlements = [settlement(idsOf(happened)[0], '59')];
    const outcome = { result: null, settlements, mutations: [] };
    desk.run('resolve_operation', { key: 'filled', attempt: 0, happened: outcome, evidence }, { agent_id });
    assert.deepEqual(cash(), ['41', '0']);
  });
});
