/** Registered assets and sessions: what has happened is recorded, and neither comes about without the other knowing. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Desk, OPEN } from './support.js';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});
afterEach(() => desk.close());

const register = (asset: string, max_fraction_digits = 8, agent_id = 'agent-1') =>
  desk.run('register_asset', { asset, max_fraction_digits }, { agent_id });

describe('a session beside a registry', () => {
  it('is of a registered asset', () => {
    register('BTC');
    assert.throws(() => desk.open(), {
      reason: 'NOT_FOUND',
      details: { field: 'asset', metadata: { asset: 'USDC' } },
    });
    assert.throws(() => desk.open({ take_over: true }), { reason: 'NOT_FOUND' });
    register('USDC');
    assert.equal(desk.open().epoch, 1, 'what was refused has raised no epoch');
    register('ETH');
  });

  it('is registered first when it is open already', () => {
    desk.open();
    assert.throws(() => register('BTC'), {
      reason: 'WRONG_STATE',
      details: { field: 'asset', metadata: { asset: 'USDC', session_id: desk.session_id } },
    });
    register('BTC', 8, 'agent-2');
    register('USDC', 6);
    register('BTC');
    desk.result('-1');
  });

  it('does not stand in the way once its time is over', () => {
    desk.open({ ttl_ms: 1000 });
    desk.now_us += 2_000_000;
    register('BTC');
  });

  it('found open is returned, whatever the registry says', () => {
    desk.open();
    unregistered();
    assert.equal(desk.run('open_session', OPEN).opened, false);
  });

  /** As a build before this one left it: a registry without the asset of the open session. */
  function unregistered(): void {
    desk.db
      .prepare(
        "INSERT INTO ledger_assets (agent_id, asset, max_fraction_digits) VALUES ('agent-1', 'BTC', 8)",
      )
      .run();
  }

  it('whose asset is not in it records what it made and lost, and halts', () => {
    desk.open({ max_daily_loss: '50' });
    unregistered();
    desk.result('-20', { fee: '1' });
    desk.fill('BUY', '2', '10');
    desk.fill('SELL', '1', '9', { executed: true });
    const { halted, session } = desk.result('-40', { executed: true });
    assert.ok(halted);
    assert.equal(session.current_capital, '938');
    assert.equal(desk.balance(), '-62');
    const told = [
      ['main', 'USDC', '-1'],
      ['world', 'USDC', '1'],
    ] as const;
    assert.throws(() => desk.result('-1', { executed: true, postings: told }), { reason: 'NOT_FOUND' });
  });

  it('keeps to the precision of its asset', () => {
    register('USDC', 2);
    desk.open();
    assert.throws(() => desk.result('-0.001'), {
      reason: 'INVALID_AMOUNT',
      message: /^postings\[0\].amount: USDC has at most 2 fraction digits, got 3/,
    });
    desk.result('-0.01');
  });
});
