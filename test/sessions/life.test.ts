/** What opens, pauses, halts, expires and ends a session. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { packDocument, unpackDocument } from '../../src/codec/msgpack.js';
import type { DocObject } from '../../src/codec/value.js';
import { verifyStanding } from '../../src/tiers/composed_standing.js';
import { sessionPosition } from '../../src/tiers/sessions/rows.js';
import type { SessionState, SessionView } from '../../src/tiers/sessions/types.js';
import { refused } from './refused.js';
import { Desk, TRADE } from './support.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

function state(): SessionState | undefined {
  return desk.reads.snapshot(0, ({ sessions }) => sessions.newest('agent-1', desk.now_us))?.state;
}

/** What the daemon's watcher of heartbeats would ask for now. */
function silent() {
  return desk.reads.snapshot(0, ({ sessions }) =>
    sessions.watched().map(({ agent_id, position, state_position }) => ({
      agent_id,
      position,
      state_position,
    })),
  );
}

const lose = (sessions = silent()) =>
  desk.run('lose_sessions', { sessions }, { agent_id: '_system', request_id: '' }).lost;

/** Each state that an open session can be in, and how it gets there. */
const REACH: Readonly<Record<string, () => void>> = {
  ACTIVE: () => {},
  REDUCING: () => desk.run('pause_session', { reduce_only: true, reason: '' }),
  PAUSED: () => desk.run('pause_session', { reduce_only: false, reason: '' }),
  HALTED: () => desk.run('halt_session', { reason: '' }),
  LOST: () => assert.equal(lose(), 1),
};

describe('open_session', () => {
  test('opens with epoch 1; the next call finds it as it was opened', () => {
    const parameters = packDocument({ grid: 5 });
    const first = desk.open({ parameters, max_daily_loss: '50' });
    assert.equal(first.opened, true);
    assert.equal(first.epoch, 1);
    assert.equal(first.session.state, 'ACTIVE');
    const second = desk.open({ start_capital: '5', asset: 'ETH', closes_us: 1 });
    assert.equal(second.opened, false);
    assert.deepEqual(second.session, first.session);
    assert.equal(second.revision, first.revision, 'nothing changed');
    const [opened] = desk.entries('session.opened');
    assert.deepEqual(unpackDocument(opened?.payload ?? new Uint8Array()), {
      epoch: 1,
      closes_us: null,
      heartbeat_interval_ms: 30_000,
      parameters: { grid: 5 },
      session: {
        state: 'ACTIVE',
        reason: '',
        asset: 'USDC',
        account: 'trading',
        pause_under_halt: '',
        pause_reason: '',
        start_capital: '1000',
        base_capital: '1000',
        current_capital: '1000',
        peak_capital: '1000',
        total_pnl: '0',
        total_fees: '0',
        day: 19675,
        day_pnl: '0',
        max_drawdown: '',
        max_drawdown_from_peak: '',
        max_daily_loss: '50',
        trades: 0,
        wins: 0,
        losses: 0,
        consecutive_losses: 0,
      },
    });
  });

  test('an agent that was taken over before keeps its epoch', () => {
    desk.run('take_over', { reason: '' });
    desk.run('take_over', { reason: '' });
    assert.equal(desk.open().epoch, 2);
  });

  test('take_over raises the epoch whether or not a session is found', () => {
    assert.equal(desk.open({ take_over: true }).epoch, 1);
    const again = desk.open({ take_over: true });
    assert.equal(again.epoch, 2);
    assert.equal(again.session.epoch, 2);
    assert.equal(again.opened, false);
    assert.equal(desk.entries('session.taken_over').length, 1);
    assert.equal(desk.entries('agent.taken_over').length, 2);
    assert.throws(() => desk.result('1', {}, { epoch: 1 }), refused('STALE_EPOCH', 'epoch'));
  });

  test('one that has closed makes room for the next', () => {
    const { session } = desk.open();
    desk.run('close_session', { session_id: '', reason: 'done' });
    const next = desk.open();
    assert.equal(next.opened, true);
    assert.notEqual(next.session.session_id, session.session_id);
    assert.equal(next.epoch, 1);
  });

  test('its end must lie ahead', () => {
    assert.throws(() => desk.open({ closes_us: desk.now_us }), refused('INVALID_FIELD', 'closes_at'));
    desk.open({ closes_us: desk.now_us + 1 });
  });
});

describe('states', () => {
  const expected: Record<string, Record<string, SessionState | 'WRONG_STATE'>> = {
    pause: {
      ACTIVE: 'PAUSED',
      REDUCING: 'PAUSED',
      PAUSED: 'PAUSED',
      HALTED: 'WRONG_STATE',
      LOST: 'LOST',
    },
    reduce: {
      ACTIVE: 'REDUCING',
      REDUCING: 'REDUCING',
      PAUSED: 'WRONG_STATE',
      HALTED: 'WRONG_STATE',
      LOST: 'LOST',
    },
    resume: { ACTIVE: 'ACTIVE', REDUCING: 'ACTIVE', PAUSED: 'ACTIVE', HALTED: 'WRONG_STATE', LOST: 'ACTIVE' },
    halt: { ACTIVE: 'HALTED', REDUCING: 'HALTED', PAUSED: 'HALTED', HALTED: 'HALTED', LOST: 'HALTED' },
    reset: {
      ACTIVE: 'WRONG_STATE',
      REDUCING: 'WRONG_STATE',
      PAUSED: 'WRONG_STATE',
      HALTED: 'ACTIVE',
      LOST: 'WRONG_STATE',
    },
    open: { ACTIVE: 'ACTIVE', REDUCING: 'REDUCING', PAUSED: 'PAUSED', HALTED: 'HALTED', LOST: 'ACTIVE' },
    close: { ACTIVE: 'CLOSED', REDUCING: 'CLOSED', PAUSED: 'CLOSED', HALTED: 'CLOSED', LOST: 'CLOSED' },
  };
  const reset = { reason: 'looked at it', operator: 'ann', rebase: false, reduce_only: false };
  const acts: Record<string, () => { session: { state: string } }> = {
    pause: () => desk.run('pause_session', { reduce_only: false, reason: 'lunch' }),
    reduce: () => desk.run('pause_session', { reduce_only: true, reason: 'lunch' }),
    resume: () => desk.run('resume_session', { reason: 'back' }),
    halt: () => desk.run('halt_session', { reason: 'stop' }),
    reset: () => desk.run('reset_halt', reset),
    open: () => desk.open(),
    close: () => desk.run('close_session', { session_id: '', reason: 'done' }),
  };
  for (const [act, outcomes] of Object.entries(expected)) {
    for (const [from, outcome] of Object.entries(outcomes)) {
      test(`${act} from ${from}: ${outcome}`, () => {
        desk.open();
        REACH[from]?.();
        assert.equal(state(), from);
        const run = acts[act];
        assert.ok(run !== undefined);
        if (outcome === 'WRONG_STATE') {
          assert.throws(run, refused('WRONG_STATE', 'session_id', { state: from }));
          assert.equal(state(), from);
          return;
        }
        const entries = desk.entries('session.changed').length;
        assert.equal(run().session.state, outcome);
        assert.equal(state(), outcome);
        const added = desk.entries('session.changed').length - entries;
        const changes = outcome !== from || (from === 'LOST' && act !== 'close');
        assert.equal(added, changes ? 1 : 0, 'what changes is journaled, and only that');
      });
    }
  }

  test('a LOST session returns to what it was before', () => {
    desk.open();
    desk.run('pause_session', { reduce_only: true, reason: 'thin market' });
    assert.equal(lose(), 1);
    assert.equal(desk.open().session.state, 'REDUCING');
  });

  for (const pause of ['PAUSED', 'REDUCING']) {
    const verified = () => assert.deepEqual(verifyStanding(desk.db, true), []);
    const back = () => desk.run('reset_halt', reset).session.state;

    test(`${pause}: a halt over it that is reset goes back to it, and only a resumption lifts it`, () => {
      desk.open();
      REACH[pause]?.();
      desk.run('halt_session', { reason: 'news' });
      verified();
      assert.equal(desk.run('reset_halt', { ...reset, reduce_only: true }).session.state, pause);
      verified();
      assert.equal(desk.run('resume_session', { reason: '' }).session.state, 'ACTIVE');
      desk.run('halt_session', { reason: 'news again' });
      assert.equal(back(), 'ACTIVE', 'what was lifted does not come back');
    });

    test(`${pause}: so does one over what was LOST in it, and one that a limit brought`, () => {
      desk.open({ max_drawdown: '0.1' });
      REACH[pause]?.();
      assert.equal(lose(), 1);
      desk.result('-900', { executed: true });
      assert.equal(state(), 'HALTED');
      verified();
      assert.equal(back(), pause);
    });

    test(`${pause}: closing and opening again under the halt does not shake it off`, () => {
      desk.open();
      REACH[pause]?.();
      desk.run('halt_session', { reason: 'news' });
      for (const _ of [1, 2]) {
        desk.run('close_session', { session_id: '', reason: '' });
        assert.equal(desk.open().session.state, 'HALTED');
        verified();
      }
      assert.equal(back(), pause);
      verified();
    });

    test(`${pause} while it is LOST: it comes back so, and nobody is alerted again`, () => {
      desk.open();
      assert.equal(lose(), 1);
      const run = () => desk.run('pause_session', { reduce_only: pause === 'REDUCING', reason: 'lunch' });
      const { session } = run();
      assert.deepEqual([session.state, session.reason], ['LOST', 'lunch']);
      verified();
      const entries = desk.entries('session.changed').length;
      run();
      assert.equal(desk.entries('session.changed').length, entries, 'paused already');
      assert.equal(desk.entries('signal.published').length, 1, 'the loss itself');
      assert.equal(desk.open().session.state, pause);
      verified();
    });
  }

  describe('a pause keeps its reason', () => {
    const WHY = 'risk desk: do not trade';
    const pauseNow = (reason = WHY) => desk.run('pause_session', { reduce_only: false, reason });
    const reasonOf = (view: { readonly session: SessionView }) => {
      assert.deepEqual(verifyStanding(desk.db, true), []);
      return [view.session.state, view.session.reason];
    };
    const resetNow = () => reasonOf(desk.run('reset_halt', reset));

    test('beneath a halt, from one session to the next', () => {
      desk.open();
      pauseNow();
      desk.run('halt_session', { reason: 'news' });
      assert.deepEqual(resetNow(), ['PAUSED', WHY]);
      desk.run('halt_session', { reason: 'news' });
      desk.run('close_session', { session_id: '', reason: 'done' });
      desk.open();
      assert.deepEqual(resetNow(), ['PAUSED', WHY]);
      desk.run('close_session', { session_id: '', reason: 'done' });
      assert.equal(desk.open().session.state, 'PAUSED');
      desk.run('halt_session', { reason: 'news' });
      assert.deepEqual(resetNow(), ['PAUSED', WHY]);
      const payload = unpackDocument(desk.entries('session.changed').at(-1)?.payload ?? new Uint8Array());
      const { halted_because, reset_because } = payload as DocObject;
      assert.deepEqual([halted_because, reset_because], ['news', reset.reason]);
    });

    test('while it is LOST, also one that came then', () => {
      desk.open();
      pauseNow();
      assert.equal(lose(), 1);
      assert.deepEqual(reasonOf(desk.open()), ['PAUSED', WHY]);
      desk.run('resume_session', { reason: 'back' });
      assert.equal(lose(), 1);
      assert.deepEqual(reasonOf(pauseNow('lunch')), ['LOST', 'lunch']);
      assert.deepEqual(reasonOf(desk.open()), ['PAUSED', 'lunch']);
    });

    test('and none once it is lifted; without one a reset tells its own', () => {
      desk.open();
      pauseNow();
      desk.run('resume_session', { reason: 'back' });
      desk.run('halt_session', { reason: 'news' });
      assert.deepEqual(resetNow(), ['ACTIVE', reset.reason]);
      assert.equal(lose(), 1);
      assert.deepEqual(reasonOf(desk.open()), ['ACTIVE', '']);
      pauseNow('');
      desk.run('halt_session', { reason: 'news' });
      assert.deepEqual(resetNow(), ['PAUSED', reset.reason]);
    });
  });

  test('LOST: whoever pauses it is named as for any other', () => {
    desk.open();
    assert.equal(lose(), 1);
    const asked = desk.submission('pause_session', { reduce_only: false, reason: 'lunch' });
    const [outcome] = desk.executor.execute([{ ...asked, principal: 'token:ann' }]);
    assert.equal(outcome?.ok, true);
    const payload = unpackDocument(desk.entries('session.changed').at(-1)?.payload ?? new Uint8Array());
    const { principal, state_before } = payload as DocObject;
    assert.deepEqual([principal, state_before], ['token:ann', 'PAUSED']);
  });

  test('LOST in a pause: reduce_only does not loosen it', () => {
    desk.open();
    REACH.PAUSED?.();
    assert.equal(lose(), 1);
    const loosen = () => desk.run('pause_session', { reduce_only: true, reason: '' });
    assert.throws(loosen, refused('WRONG_STATE', 'session_id', { state: 'LOST' }));
    assert.equal(desk.open().session.state, 'PAUSED');
  });

  test('a reset tells who and why, and may leave the session REDUCING', () => {
    desk.open();
    desk.run('halt_session', { reason: 'news' });
    const { session } = desk.run('reset_halt', { ...reset, reduce_only: true });
    assert.equal(session.state, 'REDUCING');
    const payload = unpackDocument(desk.entries('session.changed').at(-1)?.payload ?? new Uint8Array());
    const { operator, rebase, halted_because, from } = payload as DocObject;
    assert.deepEqual(
      { operator, rebase, halted_because, from },
      {
        operator: 'ann',
        rebase: false,
        halted_because: 'news',
        from: 'HALTED',
      },
    );
  });

  test('without an open session there is nothing to change', () => {
    desk.open();
    desk.run('close_session', { session_id: '', reason: '' });
    for (const [act, run] of Object.entries(acts))
      if (act !== 'open') assert.throws(run, refused('NOT_FOUND', 'agent_id'), act);
    assert.throws(
      () =>
        desk.run('close_session', { session_id: 'session-00000000001', reason: '' }, { epoch: desk.epoch }),
      refused('NOT_FOUND', 'session_id'),
    );
  });

  test('another agent cannot name it', () => {
    const { session } = desk.open();
    const other = { agent_id: 'agent-2', epoch: desk.open({}, { agent_id: 'agent-2' }).epoch };
    assert.throws(
      () => desk.run('close_session', { session_id: session.session_id, reason: '' }, other),
      refused('NOT_FOUND', 'session_id'),
    );
  });

  test('closing again says that it is closed; its positions ended with it', () => {
    desk.open();
    desk.fill('BUY', '2', '10');
    const { session_id, epoch } = desk;
    const { positions, session } = desk.run('close_session', { session_id, reason: 'done' }, { epoch });
    assert.deepEqual(
      positions.map(({ market, quantity, cost }) => ({ market, quantity, cost })),
      [{ market: 'BTC/USDC', quantity: '2', cost: '20' }],
    );
    assert.equal(session.ended_us, desk.now_us);
    assert.throws(
      () => desk.run('close_session', { session_id, reason: '' }, { epoch }),
      refused('WRONG_STATE', 'session_id', { state: 'CLOSED' }),
    );
    desk.open();
    const left = desk.reads.snapshot(0, ({ sessions }) => sessions.positions('agent-1', '', 10).rows);
    assert.deepEqual(left, []);
  });
});

describe('what outlasts a session', () => {
  const lossOf60 = () => {
    desk.open({ max_drawdown: '0.05' });
    desk.result('-60');
    assert.equal(state(), 'HALTED');
  };
  const close = () => desk.run('close_session', { session_id: '', reason: 'shake it off' });
  const reset = { reason: 'looked at it', operator: 'ann', rebase: false, reduce_only: false };

  test('a halt: closing and opening again does not lift it, only a reset does', () => {
    lossOf60();
    const { session_id } = desk;
    close();
    const { session, opened } = desk.open();
    assert.deepEqual([opened, session.state], [true, 'HALTED']);
    assert.equal(session.reason, `session ${session_id} ended while it was halted`);
    assert.throws(() => desk.result('1'), refused('WRONG_STATE', 'session_id', { state: 'HALTED' }));
    assert.throws(() => desk.run('resume_session', { reason: '' }), refused('WRONG_STATE'));
    close();
    assert.equal(desk.open().session.state, 'HALTED', 'not by doing it twice either');
    desk.run('reset_halt', reset);
    assert.equal(state(), 'ACTIVE');
    close();
    assert.equal(desk.open().session.state, 'ACTIVE');
  });

  test('a halt: neither does its expiry', () => {
    desk.open({ ttl_ms: 1000 });
    desk.run('halt_session', { reason: 'stop' });
    desk.now_us += 1_000_000;
    desk.run('sweep', {});
    assert.equal(desk.open({ ttl_ms: 1000 }).session.state, 'HALTED');
    desk.now_us += 1_000_000;
    assert.equal(desk.open().session.state, 'HALTED', 'not swept');
  });

  for (const stop of ['PAUSED', 'REDUCING'] as const) {
    const ended = (session_id: string) => `session ${session_id} ended while it was ${stop.toLowerCase()}`;

    test(`${stop}: closing and opening again does not lift it, only a resumption does`, () => {
      desk.open();
      REACH[stop]?.();
      const { session_id } = desk;
      close();
      const { session, opened } = desk.open({ asset: 'EUR' });
      assert.deepEqual([opened, session.state, session.reason], [true, stop, ended(session_id)]);
      assert.throws(() => desk.result('1'), refused('WRONG_STATE', 'session_id', { state: stop }));
      close();
      assert.equal(desk.open().session.state, stop, 'not by doing it twice either');
      desk.run('resume_session', { reason: 'seen' });
      close();
      assert.equal(desk.open().session.state, 'ACTIVE');
    });

    test(`${stop}: neither does its expiry, swept or not`, () => {
      desk.open({ ttl_ms: 1000 });
      REACH[stop]?.();
      desk.now_us += 1_000_000;
      desk.run('sweep', {});
      assert.equal(desk.open({ ttl_ms: 1000 }).session.state, stop);
      desk.now_us += 1_000_000;
      assert.equal(desk.open().session.state, stop, 'not swept');
    });

    test(`${stop}: nor that it was LOST when it ended`, () => {
      desk.open();
      REACH[stop]?.();
      assert.equal(lose(), 1);
      const { session_id } = desk;
      close();
      const { session } = desk.open();
      assert.deepEqual([session.state, session.reason], [stop, ended(session_id)]);
      assert.deepEqual(verifyStanding(desk.db, true), []);
    });
  }

  test('a pause under a daily loss that is reached: the next session is HALTED', () => {
    desk.open();
    desk.result('-50');
    REACH.PAUSED?.();
    close();
    assert.equal(desk.open({ max_daily_loss: '50' }).session.state, 'HALTED');
  });

  test('the day’s P&L in the same asset, and the losses in a row in any', () => {
    desk.open();
    desk.result('-3');
    desk.result('-2');
    const lost_us = desk.now_us;
    close();
    const { session } = desk.open();
    assert.deepEqual([session.day_pnl, session.consecutive_losses, session.total_pnl], ['-5', 2, '0']);
    const newest = desk.db.prepare('SELECT last_loss_us FROM sessions ORDER BY position DESC').pluck();
    assert.equal(newest.get(), lost_us);
    close();
    const elsewhere = desk.open({ asset: 'EUR' }).session;
    assert.deepEqual([elsewhere.day_pnl, elsewhere.consecutive_losses], ['0', 2]);
    assert.equal(newest.get(), lost_us);
    close();
    assert.equal(desk.open().session.day_pnl, '-5', 'not by a session in another asset in between');
    close();
    desk.now_us += 86_400_000_000;
    assert.equal(desk.open().session.day_pnl, '0', 'another day');
  });

  test('a daily loss that is reached already halts the session that is opened under it', () => {
    desk.open();
    desk.result('-50');
    close();
    const { session } = desk.open({ max_daily_loss: '50' });
    assert.equal(session.state, 'HALTED');
    assert.match(session.reason, /max_daily_loss 50 reached/);
  });
});

describe('expiry', () => {
  const over = () => {
    desk.open({ ttl_ms: 1000 });
    desk.fill('BUY', '1', '10');
    desk.now_us += 1_000_000;
  };

  test('a session whose time is over has expired in every command and read, swept or not', () => {
    over();
    assert.equal(state(), 'EXPIRED');
    assert.equal(
      desk.reads.snapshot(0, ({ sessions }) => sessions.open('agent-1', desk.now_us)),
      undefined,
    );
    const expired = refused('WRONG_STATE', 'session_id', { state: 'EXPIRED' });
    const { session_id, epoch } = desk;
    const at = { session_id, market: 'BTC/USDC' };
    assert.throws(() => desk.result('1'), expired);
    assert.throws(() => desk.result('1', { executed: true }), expired);
    assert.throws(() => desk.run('close_session', { session_id, reason: '' }, { epoch }), expired);
    assert.throws(() => desk.run('mark_position', { ...at, mark_price: '1' }, { epoch }), expired);
    assert.throws(() => desk.run('pause_session', { reduce_only: false, reason: '' }), refused('NOT_FOUND'));
    assert.throws(() => desk.run('halt_session', { reason: '' }), refused('NOT_FOUND'));
    assert.equal(lose(), 0, 'what is over cannot be lost');
  });

  test('a fill that arrives after the end is told in the next session as a result, and counts', () => {
    over();
    const late = { trade_id: 'late', side: 'SELL' as const, quantity: '1', price: '4', executed: true };
    assert.throws(() => desk.trade(late), refused('WRONG_STATE', 'session_id', { state: 'EXPIRED' }));
    desk.open({ max_daily_loss: '6' });
    const ended = unpackDocument(desk.entries('session.changed').at(-1)?.payload ?? new Uint8Array());
    assert.deepEqual((ended as DocObject).positions, [
      { market: 'BTC/USDC', quantity: '1', cost: '10', mark_price: '' },
    ]);
    const told = desk.result('-6', { trade_id: 'late', executed: true });
    assert.deepEqual([told.session.day_pnl, told.halted, told.position], ['-6', true, null]);
    assert.equal(desk.balance(), '-6');
  });

  test('the sweep records it, with its positions', () => {
    over();
    desk.run('sweep', {});
    assert.equal(state(), 'EXPIRED');
    const payload = unpackDocument(desk.entries('session.changed').at(-1)?.payload ?? new Uint8Array());
    const { from, positions } = payload as DocObject;
    assert.equal(from, 'ACTIVE');
    assert.deepEqual(positions, [{ market: 'BTC/USDC', quantity: '1', cost: '10', mark_price: '' }]);
    const row = desk.reads.snapshot(0, ({ sessions }) => sessions.newest('agent-1', desk.now_us));
    assert.equal(row?.ended_us, row?.closes_us);
    const entries = desk.entries('session.').length;
    desk.run('sweep', {});
    assert.equal(desk.entries('session.').length, entries, 'once');
  });

  test('opening records it as well and opens a new one', () => {
    over();
    const { session_id } = desk;
    const next = desk.open();
    assert.equal(next.opened, true);
    const old = desk.reads.snapshot(0, ({ sessions }) =>
      sessions.find(sessionPosition(session_id) ?? 0, desk.now_us),
    );
    assert.equal(old?.state, 'EXPIRED');
    assert.equal(desk.entries('session.changed').length, 1);
    assert.deepEqual(
      desk.reads.snapshot(0, ({ sessions }) => sessions.positions('agent-1', '', 9).rows),
      [],
    );
  });

  test('a clock that jumps back revives nothing', () => {
    over();
    desk.run('sweep', {});
    desk.now_us -= 3_600_000_000;
    assert.throws(() => desk.result('1'), refused('WRONG_STATE', 'session_id', { state: 'EXPIRED' }));
    assert.equal(desk.open().opened, true);
  });
});

describe('lose_sessions', () => {
  test('hits only those that are as they were seen', () => {
    desk.open();
    const seen = silent();
    desk.open({ take_over: true });
    assert.equal(lose(seen), 0, 'taken over meanwhile');
    const later = silent();
    desk.run('pause_session', { reduce_only: false, reason: '' });
    assert.equal(lose(later), 0, 'paused meanwhile');
    desk.result('1', { executed: true });
    assert.equal(lose(), 1);
    assert.equal(lose(), 0, 'lost once');
    desk.open();
    const closing = silent();
    desk.run('close_session', { session_id: '', reason: '' });
    assert.equal(lose(closing), 0, 'closed meanwhile');
  });

  test('a halted session is not lost', () => {
    desk.open();
    desk.run('halt_session', { reason: '' });
    assert.equal(lose(), 0);
  });

  test('each is journaled under its own agent', () => {
    desk.open();
    desk.open({}, { agent_id: 'agent-2' });
    assert.equal(lose(), 2);
    assert.deepEqual(
      desk.entries('session.changed').map(({ agent_id }) => agent_id),
      ['agent-1', 'agent-2'],
    );
  });
});

test('what moves money or positions names the epoch', () => {
  desk.open();
  const { session_id } = desk;
  const at = { session_id, market: 'm' };
  const required = refused('FIELD_REQUIRED', 'epoch');
  assert.throws(() => desk.run('record_trade', { ...TRADE, session_id, pnl: '1' }), required);
  assert.throws(
    () => desk.run('set_position', { ...at, quantity: '1', average_price: '1', mark_price: '' }),
    required,
  );
  assert.throws(() => desk.run('mark_position', { ...at, mark_price: '1' }), required);
  assert.throws(() => desk.run('clear_position', at), required);
});

test('a session is closed by name with the epoch only; whichever is open without', () => {
  desk.open();
  const { session_id } = desk;
  assert.throws(
    () => desk.run('close_session', { session_id, reason: '' }),
    refused('FIELD_REQUIRED', 'epoch'),
  );
  assert.equal(state(), 'ACTIVE');
  desk.run('close_session', { session_id: '', reason: '' });
  assert.equal(state(), 'CLOSED');
});
