/** What an operation's outcome tells has happened: neither guards nor the session's state refuse it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import { HoldfastError, type Reason } from '../../src/errors.js';
import type { RecordTradeResult } from '../../src/tiers/composed_sessions.js';
import type { MutationCall, MutationOutcome } from '../../src/tiers/nested.js';
import type { RecordTradeArgs, SessionState, SilentSession } from '../../src/tiers/sessions/types.js';
import { GuardedDesk } from './support.js';

let desk: GuardedDesk;
beforeEach(() => {
  desk = new GuardedDesk();
});
afterEach(() => {
  assert.deepEqual(desk.scans.verify({ skip_integrity_check: false }, () => {}).findings, []);
  desk.close();
});

type Begun = ReturnType<GuardedDesk['begin']>;
type Tell = (begun: Begun, mutations: readonly MutationCall[]) => readonly MutationOutcome[];

/** The ways to tell an outcome, alone and in a Transact. */
const WAYS: Readonly<Record<string, Tell>> = {
  CompleteOperation: (begun, mutations) =>
    desk.run('complete_operation', outcomeOf(begun, mutations), { epoch: desk.epoch }).results,
  ResolveOperation: (begun, mutations) => {
    desk.now_us += 31_000_000;
    return desk.run('resolve_operation', evidenceOf(begun, mutations), { epoch: desk.epoch }).results;
  },
  'CompleteOperation in a Transact': (begun, mutations) =>
    resultsIn(transact('complete_operation', outcomeOf(begun, mutations))),
  'ResolveOperation in a Transact': (begun, mutations) => {
    desk.now_us += 31_000_000;
    return resultsIn(transact('resolve_operation', evidenceOf(begun, mutations)));
  },
};

function outcomeOf({ operation, lease_token }: Begun, mutations: readonly MutationCall[]) {
  return { key: operation?.key ?? '', lease_token, result: null, settlements: [], mutations };
}

function evidenceOf({ operation }: Begun, mutations: readonly MutationCall[]) {
  const happened = { result: null, settlements: [], mutations };
  return { key: operation?.key ?? '', attempt: 0, happened, evidence: packDocument('found by id') };
}

function transact(name: string, args: unknown): readonly MutationOutcome[] {
  const mutations = [{ name, agent_id: 'agent-1', args }];
  return desk.run('transact', { preconditions: [], mutations }, { epoch: desk.epoch }).results;
}

function resultsIn(outcomes: readonly MutationOutcome[]): readonly MutationOutcome[] {
  return outcomes.flatMap(
    ({ result }) => (result as { readonly results: readonly MutationOutcome[] }).results,
  );
}

const trade = (args: Partial<RecordTradeArgs>): MutationCall => ({
  name: 'record_trade',
  agent_id: 'agent-1',
  args: desk.tradeArgs(args),
});

const tradesOf = (outcomes: readonly MutationOutcome[]) =>
  outcomes.map(({ result }) => result as RecordTradeResult);

const refusedWith = (reason: Reason) => (error: unknown) =>
  error instanceof HoldfastError && error.reason === reason;

/** What brings an open session into a state. */
const STOPS: Readonly<Partial<Record<SessionState, () => unknown>>> = {
  HALTED: () => desk.run('halt_session', { reason: '' }),
  PAUSED: () => desk.run('pause_session', { reduce_only: false, reason: '' }),
  REDUCING: () => desk.run('pause_session', { reduce_only: true, reason: '' }),
  LOST: () => desk.run('lose_sessions', { sessions: silent() }),
};

function silent() {
  const select = desk.db.prepare<[], SilentSession>(
    'SELECT agent_id, position, state_position FROM sessions',
  );
  return select.all();
}

for (const [way, tell] of Object.entries(WAYS))
  describe(`a trade that ${way} tells`, () => {
    test('is taken after one before it has reached a limit', () => {
      desk.open({ max_daily_loss: '100' });
      const fills = [trade({ pnl: '-100', fee: '1' }), trade({ pnl: '-100', fee: '1' })];
      const told = tradesOf(tell(desk.begin(null), fills));
      assert.deepEqual(
        told.map(({ halted, session }) => [halted, session.state, session.day_pnl]),
        [
          [true, 'HALTED', '-101'],
          [false, 'HALTED', '-202'],
        ],
      );
      assert.equal(desk.balance(), '-202');
    });

    for (const [state, stop] of Object.entries(STOPS))
      test(`is taken although the session is ${state} by then`, () => {
        desk.open();
        const begun = desk.begin(null);
        stop();
        const [told] = tradesOf(tell(begun, [trade({ side: 'BUY', quantity: '1', price: '5', fee: '2' })]));
        assert.deepEqual(
          [told?.session.state, told?.position?.quantity, told?.trade.executed],
          [state, '1', true],
        );
        const [entry] = desk.entries('session.trade');
        const { executed } = unpackDocument(entry?.payload ?? new Uint8Array()) as { executed: boolean };
        assert.equal(executed, true);
      });

    test('takes its account below zero, but not by postings that are told', () => {
      desk.open();
      const flag = { account: 'trading', asset: 'USDC', must_not_go_negative: true };
      desk.run('configure_account', flag);
      tell(desk.begin(null), [trade({ pnl: '-7' })]);
      assert.equal(desk.balance(), '-7');
      const postings = [
        ['trading', 'USDC', '-1'],
        ['world', 'USDC', '1'],
      ] as const;
      const begun = desk.begin(null);
      assert.throws(() => tell(begun, [trade({ pnl: '-1', postings })]), refusedWith('INSUFFICIENT_FUNDS'));
    });

    test('is refused by a session that has ended', () => {
      desk.open();
      const begun = desk.begin(null);
      desk.shut();
      assert.throws(() => tell(begun, [trade({ pnl: '-1' })]), refusedWith('WRONG_STATE'));
    });
  });

test('beside an outcome, not in it, a trade is asked as ever', () => {
  desk.open();
  const begun = desk.begin(null);
  desk.run('halt_session', { reason: '' });
  const complete = { name: 'complete_operation', agent_id: 'agent-1', args: outcomeOf(begun, []) };
  const mutations = [complete, trade({ pnl: '-1' })];
  assert.throws(
    () => desk.run('transact', { preconditions: [], mutations }, { epoch: desk.epoch }),
    refusedWith('WRONG_STATE'),
  );
});
